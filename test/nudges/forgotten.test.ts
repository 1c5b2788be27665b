import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/conversation/person.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, postgres, somebody, stores } from '../storage/stores.js';
import { seen } from '../storage/visits.js';
import { createWorld, openWithClock, type World } from './world.js';

const sunday = '2026-11-22T12:00:00Z';
const monday = '2026-11-23T07:00:00Z';
const outcomes: Outcome[] = [
  { kind: 'sent' },
  { kind: 'ambiguous', reason: 'timeout' },
  { kind: 'unreachable', reason: 'blocked' },
  { kind: 'refused', reason: 'http-413' },
  { kind: 'throttled', retryAfterMs: 1_000 },
  { kind: 'not-sent', reason: 'no-token' },
];

for (const store of stores) {
  describe.skipIf(!store.isHere)(`whoever is deleted while a nudge is under way, on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;
    let me: PersonKey;

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      world = createWorld(database, sunday);
      me = somebody('kommune');
      await seen(world.storage, me, world.now());
      await world.add(me);
      world.at(monday);
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    it.each(outcomes)('has no row of any table, however it ends: $kind', async (outcome) => {
      world.outcome = async () => {
        await world.storage.forgetPerson(me);
        return outcome;
      };
      await world.tick();
      expect(await world.storage.exportPerson(me)).toEqual([]);
      await world.tick();
      expect(world.sent).toHaveLength(1);
    });

    it('is the only one of those noted together that nothing is noted of', async () => {
      const others = ['lars', 'anne'].map(() => somebody('kommune'));
      for (const other of others) {
        await seen(world.storage, other, new Date(sunday));
        await world.add(other);
      }
      const due = { at: new Date(monday), localDate: '2026-11-23', slot: '08:00', verdict: 'due' } as const;
      const taken = await world.storage.nudgePlans.takeDue(new Date('2026-11-24T07:00:00Z'), 9, () => ({
        occurrences: [due],
        next: undefined,
      }));
      expect(taken).toEqual({ plans: 3, made: [{ kind: 'person', verdict: 'due', count: 3 }], tenants: ['kommune'] });
      await world.wait(0);
      const { outbox, seenPrompts, people } = world.storage;
      const claim = await outbox.claim({ tenant: 'kommune', dueUntil: new Date(monday), now: world.now(), rate: 9 });
      if (claim.kind !== 'claimed') throw new Error(claim.kind);
      const isMine = claim.nudges.map(({ recipient }) => recipient.kind === 'person' && recipient.person.entraId === me.entraId);
      const now = world.now();
      expect(await Promise.all(claim.nudges.map((nudge) => outbox.begin(nudge, 'sammen/a', now)))).toEqual([true, true, true]);
      expect(await Promise.all(claim.nudges.map((nudge) => outbox.begin(nudge, 'sammen/b', now)))).toEqual([false, false, false]);
      await world.storage.forgetPerson(me);
      const settled = claim.nudges.map((nudge) => outbox.settle(nudge, { state: 'sent', seen: 'sammen/a' }, now));
      expect(await Promise.all(settled)).toEqual(isMine.map((mine) => !mine));
      expect(await world.storage.exportPerson(me)).toEqual([]);
      for (const other of others) {
        expect(await seenPrompts.list(other)).toEqual(['sammen/a']);
        expect((await people.load(other))?.lastSeen).toEqual(now);
      }
    });

    it('has none either when the sending is given up by its lease', async () => {
      const due = { at: new Date(monday), localDate: '2026-11-23', slot: '08:00', verdict: 'due' } as const;
      await world.storage.nudgePlans.takeDue(new Date(monday), 1, () => ({ occurrences: [due], next: undefined }));
      await world.wait(0);
      const claim = await world.storage.outbox.claim({ tenant: 'kommune', dueUntil: new Date(monday), now: world.now(), rate: 1 });
      if (claim.kind !== 'claimed' || !claim.nudges[0]) throw new Error(claim.kind);
      await world.storage.outbox.begin(claim.nudges[0], 'sammen/a', world.now());
      await world.storage.forgetPerson(me);
      await world.wait(61_000);
      expect(await world.storage.outbox.endLeases(world.now())).toEqual({ person: 0, conversation: 0 });
      expect(await world.storage.outbox.settle(claim.nudges[0], { state: 'sent', seen: 'sammen/a' }, world.now())).toBe(false);
      expect(await world.storage.exportPerson(me)).toEqual([]);
    });

    it('has none after a nudge and a deletion at the same instant, five days long', async () => {
      for (let round = 0; round < 5; round += 1) {
        const person = somebody('kommune');
        await seen(world.storage, person, world.now());
        await world.add(person, { time: '09:00' });
        const left: Promise<unknown>[] = [];
        world.outcome = (to) => {
          if (to === person.entraId) left.push(world.storage.forgetPerson(person));
          return { kind: 'sent' };
        };
        world.at(Date.parse('2026-11-23T08:00:00Z') + round * 86_400_000);
        await world.tick();
        await Promise.all(left);
        expect(await world.storage.exportPerson(person)).toEqual([]);
      }
    });
  });
}

describe.skipIf(!postgres.isHere)('a nudge noted while its person is being deleted, on PostgreSQL', () => {
  it('leaves nothing, whichever comes first to its row', async () => {
    const place = await postgres.create();
    const database = await openWithClock(place.options);
    const world = createWorld(database, sunday);
    const { db } = database;
    const waiting = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted
      `.execute(db);
      return rows[0]?.count ?? 0;
    };
    const due = { at: new Date(monday), localDate: '2026-11-23', slot: '08:00', verdict: 'due' } as const;
    for (const me of [somebody('kommune'), somebody('kommune')]) {
      await seen(world.storage, me, world.now());
      await world.add(me);
    }
    world.at(monday);
    await world.storage.nudgePlans.takeDue(new Date(monday), 2, () => ({ occurrences: [due], next: undefined }));
    for (const order of ['note first', 'deletion first']) {
      await world.wait(1_000);
      const claim = await world.storage.outbox.claim({ tenant: 'kommune', dueUntil: new Date(monday), now: world.now(), rate: 1 });
      if (claim.kind !== 'claimed' || !claim.nudges[0]) throw new Error(claim.kind);
      const [nudge] = claim.nudges;
      if (nudge.recipient.kind !== 'person') throw new Error(nudge.recipient.kind);
      const { person } = nudge.recipient;
      await world.storage.outbox.begin(nudge, 'sammen/a', world.now());
      const steps = [
        () => world.storage.outbox.settle(nudge, { state: 'failed', seen: 'sammen/a', stop: 'blocked' }, world.now()),
        () => world.storage.forgetPerson(person),
      ];
      if (order === 'deletion first') steps.reverse();
      // Whoever holds the row lets both come to it, one after the other.
      const under = await db.transaction().execute(async (trx) => {
        await trx.selectFrom('deliveries').select('id').where('id', '=', nudge.id).forUpdate().execute();
        const running: Promise<unknown>[] = [];
        for (const [index, step] of steps.entries()) {
          running.push(step());
          while ((await waiting()) <= index) await Promise.resolve();
        }
        return running;
      });
      await Promise.all(under);
      expect(await world.storage.exportPerson(person), order).toEqual([]);
    }
    await database.close();
    await place.drop();
  });
});
