import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, somebody, stores } from '../storage/stores.js';
import { createWorld, openWithClock, type World } from './world.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const sunday = '2026-11-22T12:00:00Z';
const monday = '2026-11-23T07:00:00Z';
const steps = [
  ['a day back', -dayMs],
  ['an hour back', -hourMs],
  ['an hour on', hourMs],
  ['a day on', dayMs],
] as const;
const count = 40;

for (const store of stores) {
  describe.skipIf(!store.isHere)(`clocks that step, on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      world = createWorld(database, sunday);
      for (let index = 0; index < count; index += 1) await world.add(somebody('kommune'));
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    /** Every fifth is asked to come again; `step` happens after the tenth message. */
    const answer =
      (step: () => Promise<void> | void) =>
      async (_to: string, number: number): Promise<Outcome> => {
        if (number === 10) await step();
        return number % 5 === 0 ? { kind: 'throttled' } : { kind: 'sent' };
      };

    /** Ticks of all instances together, a minute apart. */
    async function tick(times: number, instances: readonly World[]): Promise<void> {
      for (let index = 0; index < times; index += 1) {
        await Promise.all(instances.map((each) => each.tick()));
        await world.wait(minuteMs);
      }
    }

    /** How Monday's nudges ended. */
    async function mondays(): Promise<Record<string, number>> {
      const { db } = database;
      const rows = await db.selectFrom('deliveries').select(['state', 'reason']).where('local_date', '=', '2026-11-23').execute();
      const names = rows.map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));
      return Object.fromEntries(names.map((name) => [name, names.filter((each) => each === name).length]));
    }

    const arrived = (...worlds: World[]) => worlds.flatMap(({ sent }) => sent.filter((_, index) => (index + 1) % 5 !== 0));

    it.each(steps)('sends everything once when the shared clock steps %s within a pass', async (_name, step) => {
      world.outcome = answer(() => world.skewDatabase(step));
      world.at(monday);
      await tick(5, [world]);
      expect(await mondays()).toEqual({ sent: count });
      const mine = arrived(world).filter(({ at }) => at.getTime() < Date.parse(monday) + minuteMs);
      expect(new Set(mine.map(({ conversation }) => conversation)).size).toBe(count);
    });

    it.each(steps)('sends everything once when the shared clock steps %s between two passes', async (_name, step) => {
      world.outcome = () => ({ kind: 'throttled', retryAfterMs: 90_000 });
      world.at(monday);
      expect(await world.tick()).toEqual([`waiting ${count}`]);
      const tried = world.sent.length;
      world.outcome = () => ({ kind: 'sent' });
      await world.skewDatabase(step);
      // By then it is Monday at eight again by that clock.
      if (step < 0) await world.wait(-step);
      await tick(4, [world]);
      // A day later by the only clock there is, they are too late.
      const isLate = step === dayMs;
      expect(await mondays()).toEqual(isLate ? { 'skipped late': count } : { sent: count });
      const people = world.sent.slice(tried).map(({ conversation }) => conversation);
      expect(people).toHaveLength(count);
      expect(new Set(people).size).toBe(count);
    });

    it.each(steps)('sends everything once when one of two machines is %s', async (_name, step) => {
      const other = createWorld(database, sunday);
      // On a SQLite file both are one machine, which steps within the pass.
      if (database.kind === 'postgres') other.skew = step;
      for (const each of [world, other]) each.outcome = answer(() => (database.kind === 'sqlite' ? world.skewDatabase(step) : undefined));
      world.at(monday);
      await tick(5, [world, other]);
      expect(await mondays()).toEqual({ sent: count });
      const first = arrived(world, other).filter(({ at }) => at.getTime() < Date.parse(monday) + 5 * minuteMs);
      const people = first.map(({ conversation }) => conversation);
      const days = await database.db.selectFrom('deliveries').select('id').where('state', '=', 'sent').execute();
      expect(people).toHaveLength(days.length);
      expect(new Set(people).size).toBe(count);
    });

    it.each(steps)('sends everything once when the clock that two instances share steps %s', async (_name, step) => {
      const other = createWorld(database, sunday);
      for (const each of [world, other]) each.outcome = answer(() => world.skewDatabase(step));
      world.at(monday);
      await tick(5, [world, other]);
      expect(await mondays()).toEqual({ sent: count });
      const days = await database.db.selectFrom('deliveries').select('id').where('state', '=', 'sent').execute();
      expect(arrived(world, other)).toHaveLength(days.length);
    });

    it('keeps nobody waiting for a budget, a wait or a quiet time that a clock ahead noted', async () => {
      world.at(monday);
      const claimAll = async () => {
        const claim = await world.storage.outbox.claim({ tenant: 'kommune', dueUntil: new Date(monday), now: world.now(), rate: 25 });
        return claim.kind === 'claimed' ? claim : undefined;
      };
      await world.storage.nudgePlans.takeDue(new Date(monday), count, ({ plan }) => ({
        occurrences: [{ at: new Date(monday), localDate: '2026-11-23', slot: plan.time, verdict: 'due' }],
        next: undefined,
      }));
      await world.skewDatabase(dayMs);
      const ahead = await claimAll();
      for (const nudge of ahead?.nudges ?? []) await world.storage.outbox.putBack(nudge, 10 * minuteMs, world.now());
      await world.storage.outbox.quietTenant('kommune', 10 * minuteMs, world.now());
      expect(await claimAll()).toBeUndefined();
      await world.skewDatabase(0);
      const [first, second] = [await claimAll(), await claimAll()];
      expect(first?.nudges).toHaveLength(25);
      expect(second?.nudges).toHaveLength(count - 25);
      for (const claim of [first, second])
        for (const { sendAt } of claim?.nudges ?? []) expect(Math.abs(sendAt.getTime() - world.now().getTime())).toBeLessThan(4_000);
    });

    it('ends the leases of an instance that died a day ahead as soon as any', async () => {
      world.at(monday);
      const ahead = createWorld(database, monday);
      await world.skewDatabase(dayMs);
      await world.storage.nudgePlans.takeDue(new Date(monday), count, ({ plan }) => ({
        occurrences: [{ at: new Date(monday), localDate: '2026-11-23', slot: plan.time, verdict: 'due' }],
        next: undefined,
      }));
      const claim = await ahead.storage.outbox.claim({ tenant: 'kommune', dueUntil: new Date(monday), now: ahead.now(), rate: 25 });
      if (claim.kind !== 'claimed' || !claim.nudges[0]) throw new Error(claim.kind);
      await ahead.storage.outbox.begin(claim.nudges[0], 'sammen/a', ahead.now());
      await world.skewDatabase(0);
      await tick(4, [world]);
      expect(await mondays()).toEqual({ sent: count - 1, 'unknown no-news': 1 });
    });
  });
}
