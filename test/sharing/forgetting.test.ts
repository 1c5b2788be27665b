/**
 * A person deletes everything about themselves, and the cards that others see let go of them.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { subjectOfStatement } from '../../src/content/place.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import type { PersonKey } from '../../src/conversation/person.js';
import { columnsOf } from '../../src/storage/keys.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { findMessageFaults } from '../cards/rules.js';
import { at, keysOf, type Place, stores } from '../storage/stores.js';
import { heard, seen } from '../storage/visits.js';
import { library } from '../support/content.js';
import { textOf } from '../support/visitor.js';
import { act, openWorld, type World } from './world.js';

const tenant = 't1';
const statement = library.frameworks.flatMap((each) => each.statements).find(({ id }) => library.promptsFor(id).length > 0);
if (!statement) throw new Error('no statement with a prompt');
const subject = subjectOfStatement(statement, library.promptsFor(statement.id)[0]);
const keyed = (name: string): PersonKey => ({ tenant, entraId: name });

/** Where cards stand, as Teams shows them. What `outcome` says happens to a change; `hold` keeps it under way. */
function createRoom() {
  const cards = new Map<string, Message>();
  const room = {
    cards,
    updates: 0,
    outcome: () => true,
    hold: undefined as Promise<void> | undefined,
    textOf: (activity: string) => textOf([cards.get(activity) as Message]),
    roster: {
      find: async (_: unknown, user: string) => ({ name: `Navn på ${user.slice(3)}` }),
      list: async () => [{ id: '29:mette', name: 'Mette' }],
    },
    poster: {
      async post(_: unknown, message: Message) {
        const activity = `m${cards.size + 1}`;
        cards.set(activity, message);
        return { ok: true as const, activity };
      },
      async update(_: unknown, activity: string, message: Message) {
        room.updates += 1;
        await room.hold;
        const isDone = room.outcome();
        if (isDone) cards.set(activity, message);
        return isDone;
      },
    },
  };
  return room;
}

describe.each(stores)('deleting everything on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let world: World;
    let storage: Storage;
    let room: ReturnType<typeof createRoom>;
    /** How long a person waits for their cards. */
    let patience: number;

    beforeEach(async () => {
      place = await store.create();
      [room, patience] = [createRoom(), 30_000];
      world = await openWorld(place, room, () => patience);
      ({ storage } = world);
    });
    afterEach(async () => {
      await world.sharing.quiet();
      await world.close();
      await place.drop();
    });

    const from = (name: string, conversation: string, what: Incoming['what']) => act(world, keyed(name), name, conversation, what);
    const press = (name: string, conversation: string, does: object, fields: object = {}) =>
      from(name, conversation, { kind: 'action', data: { do: 'share', act: does, language: 'da', ...fields }, invoke: true });
    const confirm = (name: string) =>
      from(name, `a:${name}`, {
        kind: 'action',
        data: { do: 'ask', question: { intent: 'delete-data', confirmed: true }, language: 'da' },
        invoke: false,
      });

    /** Shares a round into a conversation of its own; gives the share's id. */
    async function share(name: string, conversation = `19:${randomUUID()}`): Promise<string> {
      const address = { serviceUrl: 'https://smba.example/', conversation };
      await heard(storage, { kind: 'conversation', tenant, conversation }, address, at(0));
      await storage.talks.note(keyed(name), { id: conversation, kind: 'groupChat', name: 'Lederteam' }, at(0));
      const done = await press(name, `a:${name}`, { act: 'post', subject }, { conversation, line: 'Min egen linje', round: 'yes' });
      expect(textOf(done)).toContain('Det er delt');
      const rows = await world.database.db.selectFrom('shares').select('share').where('conversation', '=', conversation).execute();
      return rows[0]?.share ?? '';
    }
    const answer = async (name: string, id: string, words: string) => {
      const stored = await storage.shares.load(tenant, id);
      await press(name, stored?.conversation ?? '', { act: 'answer', share: id }, { answer: words });
      await world.sharing.quiet();
    };
    const staleCards = async () => (await storage.shares.listStale()).length;

    it('takes their name, line and answer off the cards, and leaves the others', async () => {
      const [mine, hers] = [await share('mette'), await share('lars')];
      await answer('mette', mine, 'Svar fra mig selv');
      await answer('mette', hers, 'Svar på det andet');
      await answer('lars', hers, 'Svar fra Lars');
      expect(room.textOf('m1')).toContain('Min egen linje');
      const done = await confirm('mette');
      expect(textOf(done)).toContain('2 kort, du havde delt eller svaret på, er ændret');
      expect(done.flatMap(findMessageFaults)).toEqual([]);
      for (const words of ['mette', 'Min egen linje', 'Svar fra mig selv']) expect(room.textOf('m1')).not.toContain(words);
      expect(room.textOf('m1')).toContain('Delt af en kollega');
      expect(room.textOf('m2')).not.toMatch(/mette|Svar på det andet/);
      for (const words of ['Navn på lars', 'Svar fra Lars']) expect(room.textOf('m2')).toContain(words);
      expect(await staleCards()).toBe(0);
    });

    it('says in numbers what is gone, and leaves no row of them, its own turn included', async () => {
      const { prompts } = library;
      await from('mette', 'a:mette', { kind: 'text', text: 'jeg er kontorchef i Aarhus' });
      for (const prompt of prompts.slice(0, 3))
        await storage.notes.add(keyed('mette'), { prompt: prompt.id, framework: prompt.framework }, 'Min note', at(0));
      const kinds = (await storage.exportPerson(keyed('mette'))).length;
      const done = textOf(await confirm('mette'));
      expect(done).toContain(`Jeg har slettet 3 noter og ${kinds - 1} andre slags oplysninger om dig.`);
      expect(done).not.toContain('kort');
      for (const { name } of await world.database.db.introspection.getTables()) {
        if (name.includes('migrations')) continue;
        const rows = await world.database.db
          .selectFrom(name as 'people')
          .selectAll()
          .execute();
        expect([name, JSON.stringify(rows).includes('mette')]).toEqual([name, false]);
      }
      expect(await storage.exportPerson(keyed('mette'))).toEqual([]);
    });

    it('tries a card again that Teams refuses once', async () => {
      await share('mette');
      let tries = 0;
      room.outcome = () => ++tries > 1;
      expect(textOf(await confirm('mette'))).toContain('Et kort, du havde delt eller svaret på, er ændret');
      expect(room.textOf('m1')).toContain('Delt af en kollega');
    });

    it('says so when Teams refuses every time, and the daily round changes it', async () => {
      await share('mette');
      room.outcome = () => false;
      const done = textOf(await confirm('mette'));
      expect(done).toContain('Et kort kunne ikke ændres og viser stadig dit navn.');
      expect(room.updates).toBe(3);
      expect(room.textOf('m1')).toContain('mette');
      expect(await storage.exportPerson(keyed('mette'))).toEqual([]);
      expect(await staleCards()).toBe(1);
      room.outcome = () => true;
      await world.sharing.refresh(await storage.shares.listStale()).done;
      expect(room.textOf('m1')).not.toContain('mette');
      expect(await staleCards()).toBe(0);
    });

    it('does not keep anybody waiting for a conversation that does not answer', async () => {
      for (let n = 0; n < 3; n += 1) await share('mette');
      patience = 0;
      let letGo = () => {};
      room.hold = new Promise((resolve) => {
        letGo = resolve;
      });
      expect(textOf(await confirm('mette'))).toContain('3 kort er ved at blive ændret.');
      expect(await storage.exportPerson(keyed('mette'))).toEqual([]);
      letGo();
      await world.sharing.quiet();
      for (const activity of ['m1', 'm2', 'm3']) expect(room.textOf(activity)).not.toContain('mette');
      expect(await staleCards()).toBe(0);
    });

    it('takes a card that is being posted in the meantime', async () => {
      const conversation = `19:${randomUUID()}`;
      const post = room.poster.post;
      room.poster.post = async (address, message) => {
        await confirm('mette');
        return post(address, message);
      };
      await share('mette', conversation);
      await world.sharing.quiet();
      expect(room.textOf('m1')).not.toMatch(/mette|Min egen linje/);
    });

    it('takes a card whose content is gone', async () => {
      const id = await share('mette');
      await world.database.db.updateTable('shares').set({ subject: '{"framework":"nedlagt"}' }).where('share', '=', id).execute();
      expect(textOf(await confirm('mette'))).toContain('er ændret');
      expect(room.textOf('m1')).toContain('Kortet er gammelt');
    });

    it('is not undone by another instance that was changing the card', async () => {
      const id = await share('mette');
      await storage.shares.answer(keyed('mette'), id, { name: 'Navn på mette', text: 'Mit svar' }, at(1));
      let forgotten: Promise<unknown> | undefined;
      room.outcome = () => {
        forgotten ??= storage.forgetPerson(keyed('mette'));
        return true;
      };
      const { update } = room.poster;
      room.poster.update = async (...given) => {
        const isDone = await update(...given);
        await forgotten;
        return isDone;
      };
      await world.sharing.refresh([{ tenant, share: id, conversation: '19:x' }]).done;
      expect(room.textOf('m1')).not.toMatch(/mette|Mit svar/);
    });

    it('is told of messages that can not be changed', async () => {
      await storage.nudgePlans.saveMaker(tenant, '19:team', { person: keyed('mette'), name: 'Mette' }, at(0));
      expect(textOf(await confirm('mette'))).toContain('kan stadig vise dit navn');
    });

    it('leaves nothing that a turn or a sending under way writes, once that is over', async () => {
      let lookAgain = async () => {};
      const { entra_id } = columnsOf(keyed('mette'));
      const patient = createStorage(world.database, keysOf('k1'), undefined, (_, task) => {
        lookAgain = task;
        return () => undefined;
      });
      await seen(patient, keyed('mette'), at(0));
      await patient.forgetPerson(keyed('mette'));
      await patient.seenPrompts.add(keyed('mette'), 'sammen/p1', at(0));
      await patient.profiles.save(keyed('mette'), { role: 'leder' }, at(0));
      await patient.people.unreachable(keyed('mette'), at(0));
      await patient.people.glimpsed(keyed('mette'), at(0));
      await lookAgain();
      expect(await patient.exportPerson(keyed('mette'))).toEqual([]);
      // Whoever has written again in the meantime is known, and keeps what they set.
      await patient.forgetPerson(keyed('mette'));
      await seen(patient, keyed('mette'), at(1));
      await patient.profiles.save(keyed('mette'), { role: 'leder' }, at(1));
      await lookAgain();
      expect(await patient.profiles.load({ tenant, entraId: entra_id })).toEqual({ role: 'leder' });
    });

    it('takes rows of nobody away with the sweep, a day old and no sooner', async () => {
      await storage.seenPrompts.add(keyed('sen'), 'sammen/p1', at(0));
      const ends = { retentionDays: 30, inactiveDays: 400 };
      expect(await storage.sweep(at(23 * 60), ends)).toMatchObject({ strays: 0 });
      expect(await storage.sweep(at(24 * 60), ends)).toMatchObject({ strays: 1 });
    });
  });
});
