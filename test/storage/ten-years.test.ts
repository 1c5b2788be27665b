/**
 * Ten years of daily sweeps, the clock moved by hand: whoever is gone, however they went, leaves nothing behind.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonKey, personal, type Recipient } from '../../src/conversation/person.js';
import { createPlans } from '../../src/nudges/plans.js';
import type { PersonalTable } from '../../src/people/ports.js';
import { noticeDays } from '../../src/people/ports.js';
import type { Database } from '../../src/storage/database.js';
import { personalTables } from '../../src/storage/personal-data.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { keysOf, open, type Place, stores } from './stores.js';
import { asked, heard, seen } from './visits.js';

const start = new Date('2026-11-23T09:00:00Z');
const dayMs = 86_400_000;
const on = (day: number) => new Date(start.getTime() + day * dayMs);
const ends = { retentionDays: 30, inactiveDays: 400 };
const tenant = randomUUID();
const channelOf = ({ entraId }: PersonKey) => `19:${entraId}@thread.tacv2`;
const teamOf = (person: PersonKey): Recipient => ({ kind: 'conversation', tenant, conversation: channelOf(person) });
const address = { serviceUrl: 'https://smba.example/', conversation: 'a:1', userId: '29:1' };
const occasion = { prompt: 'sammen/p1', framework: 'sammen' };

/** What somebody leaves who has used everything in their own chat. */
async function useAll(storage: Storage, plans: ReturnType<typeof createPlans>, person: PersonKey): Promise<void> {
  await seen(storage, person, start);
  await heard(storage, personal(person), address, start);
  await storage.profiles.save(person, { framework: 'sammen', role: 'leder' }, start);
  await storage.installations.claimWelcome({ tenant: person.tenant, conversation: `a:${person.entraId}`, person }, start);
  await storage.seenPrompts.add(person, 'sammen/p1', start);
  await storage.notes.add(person, occasion, 'Min note', start);
  await asked(storage, person, 'a:1', { intent: 'help' }, start);
  await plans.save(personal(person), {}, start);
}

async function writeInChannel(storage: Storage, plans: ReturnType<typeof createPlans>, person: PersonKey): Promise<void> {
  const channel = channelOf(person);
  await heard(storage, teamOf(person), { serviceUrl: 'https://smba.example/', conversation: channel }, start);
  await asked(storage, person, channel, { intent: 'help' }, start);
  await storage.talks.note(person, { id: channel, kind: 'channel', name: 'Ledere' }, start);
  await plans.save(teamOf(person), { maker: { person, name: 'Bo' } }, start);
}

async function share(storage: Storage, person: PersonKey): Promise<void> {
  const id = randomUUID();
  await seen(storage, person, start);
  const shared = { id, conversation: channelOf(person), subject: '{}', isRound: true, name: 'Ida', line: 'Se her' };
  await storage.shares.add(person, shared, start);
  await storage.shares.answer(person, id, { name: 'Ida', text: 'Mit svar' }, start);
}

/** Seven ways to be gone. What only Teams knows (a deleted account, another tenant) tells us nothing, ever. */
const kinds: Record<string, (storage: Storage, plans: ReturnType<typeof createPlans>, person: PersonKey) => Promise<void>> = {
  'took the bot away': async (storage, plans, person) => {
    await useAll(storage, plans, person);
    await plans.giveUp(personal(person), 'removed', on(1));
    await storage.people.removed(person, on(1));
  },
  'account was deleted': async (storage, plans, person) => {
    await useAll(storage, plans, person);
    await plans.stop(personal(person), start);
  },
  'wrote only in a channel': writeInChannel,
  'said stop': async (storage, plans, person) => {
    await useAll(storage, plans, person);
    await plans.stop(personal(person), on(3));
  },
  'blocked the bot': async (storage, plans, person) => {
    await useAll(storage, plans, person);
    await plans.giveUp(personal(person), 'blocked', on(2));
  },
  'moved to another tenant': async (storage, plans, person) => {
    await useAll(storage, plans, person);
    await writeInChannel(storage, plans, person);
  },
  'shared once': (storage, _, person) => share(storage, person),
};

async function countRows({ db }: Database, person: PersonKey): Promise<number> {
  let count = 0;
  for (const table of Object.keys(personalTables) as PersonalTable[]) {
    const rows = await db
      .selectFrom(table as 'people')
      .selectAll()
      .where('tenant', '=', person.tenant)
      .where('entra_id', '=', person.entraId)
      .execute();
    count += rows.length;
  }
  return count;
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`ten years on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let storage: Storage;
    let plans: ReturnType<typeof createPlans>;
    beforeAll(async () => {
      place = await store.create();
      database = await open(place.options);
      storage = createStorage(database, keysOf('k1'));
      plans = createPlans({ storage, closedDays: async () => () => false });
    });
    afterAll(async () => {
      await storage.close();
      await place.drop();
    });

    it('leave nothing of anybody, and nothing of a conversation that the bot left', { timeout: 300_000 }, async () => {
      const people = Object.keys(kinds).map((kind) => ({ kind, person: { tenant, entraId: randomUUID() }, before: 0, gone: Number.NaN }));
      const faithful = { tenant, entraId: randomUUID() };
      const [lasting, left] = ['wrote only in a channel', 'moved to another tenant'].map((kind) =>
        teamOf(people.find((each) => each.kind === kind)?.person ?? faithful),
      ) as [Recipient, Recipient];
      for (const { kind, person } of people) await kinds[kind]?.(storage, plans, person);
      await useAll(storage, plans, faithful);
      for (const each of people) each.before = await countRows(database, each.person);
      // Day by day while there is somebody to end, then week by week.
      for (let day = 1; day <= 3_650; day += day < 480 ? 1 : 7) {
        if (day === 200) await plans.giveUp(left, 'gone', on(day));
        await storage.people.glimpsed(faithful, on(day));
        await storage.sweep(on(day), ends);
        for (const each of people)
          if (Number.isNaN(each.gone) && (day % 10 === 0 || day > 480) && (await countRows(database, each.person)) === 0) each.gone = day;
      }
      const rows = await Promise.all(
        people.map(async ({ kind, person, before, gone }) => [kind, before, await countRows(database, person), gone]),
      );
      console.log(
        [['who', 'rows before', 'rows after', 'none by day'], ...rows]
          .map((row) => `${store.name}: ${row.map((cell) => String(cell).padEnd(24)).join('')}`)
          .join('\n'),
      );
      expect(rows.filter(([, before]) => before === 0)).toEqual([]);
      expect(rows.filter(([, , after]) => after !== 0)).toEqual([]);
      expect(await countRows(database, faithful)).toBeGreaterThan(4);
      for (const table of ['shares', 'talks', 'plan_makers', 'contexts', 'deliveries'] as const)
        expect(await database.db.selectFrom(table).selectAll().execute()).toEqual([]);
      expect([await storage.addresses.load(left), await plans.load(left, on(3_650))]).toEqual([undefined, undefined]);
      expect(await plans.load(lasting, on(3_650))).toMatchObject({ plan: { on: true }, maker: undefined });
    });

    it('give whoever is silent their notice, and start anew for whoever comes back', async () => {
      const [silent, back] = [randomUUID(), randomUUID()].map((entraId) => ({ tenant, entraId })) as [PersonKey, PersonKey];
      for (const person of [silent, back]) await useAll(storage, plans, person);
      const listed = async () => (await storage.people.listUntold(100)).map(({ person }) => person.entraId);
      await storage.sweep(on(ends.inactiveDays - noticeDays - 1), ends);
      expect(await listed()).toEqual([]);
      await storage.sweep(on(ends.inactiveDays - noticeDays), ends);
      expect((await listed()).sort()).toEqual([silent.entraId, back.entraId].sort());
      expect(await storage.people.claimTelling(silent, on(371))).toBe(true);
      expect(await storage.people.claimTelling(silent, on(371))).toBe(false);
      await seen(storage, back, on(380));
      expect(await storage.people.claimTelling(back, on(381))).toBe(false);
      await storage.sweep(on(ends.inactiveDays), ends);
      expect(await countRows(database, silent)).toBe(0);
      expect(await countRows(database, back)).toBeGreaterThan(4);
      await storage.forgetPerson(back);
    });

    it('never end anybody sooner than thirty days after the notice, however long the service stood still', async () => {
      const person = { tenant, entraId: randomUUID() };
      await useAll(storage, plans, person);
      await storage.sweep(on(2_000), ends);
      await storage.sweep(on(2_000 + noticeDays - 1), ends);
      expect(await countRows(database, person)).toBeGreaterThan(4);
      await storage.sweep(on(2_000 + noticeDays), ends);
      expect(await countRows(database, person)).toBe(0);
    });

    it('keep a conversation that the bot came back to, or where questions come', async () => {
      const rooms = ['left', 'back', 'asked', 'silent'].map(
        (name) => ({ kind: 'conversation', tenant, conversation: `19:${name}` }) as const,
      );
      for (const room of rooms) await heard(storage, room, { ...address, conversation: room.conversation }, start);
      const [left, back, asked] = rooms as [Recipient, Recipient, Recipient];
      await plans.save(asked, {}, start);
      for (const room of [left, back]) await storage.addresses.leave(room, on(1));
      expect(await heard(storage, back, { ...address, conversation: '19:back' }, on(20))).toBe(true);
      const there = async () => (await Promise.all(rooms.map((room) => storage.addresses.load(room)))).map((found) => found?.conversation);
      await storage.sweep(on(31), ends);
      expect(await there()).toEqual([undefined, '19:back', '19:asked', '19:silent']);
      await storage.sweep(on(421), ends);
      expect(await there()).toEqual([undefined, undefined, '19:asked', undefined]);
    });
  });
}
