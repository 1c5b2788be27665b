/**
 * Two months of somebody's daily questions, their clock moved by hand: a focus and its close, and a question about the
 * questions where nobody answers.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import { findFocus } from '../../src/nudges/rules/focus.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { content } from '../support/content.js';
import { addressOf, createWorld, openWithClock, type World } from './world.js';

const mette = { tenant: 'kommune', entraId: 'mette' };
const me = personal(mette);
const day = 86_400_000;
/** A Monday. */
const start = Date.parse('2026-09-07T04:00:00Z');
/** From six to nine in the morning in Copenhagen, in milliseconds. */
const passAt = 3 * 3_600_000;
const { library } = content;
const profile = { framework: 'holstebro-sos-2021', role: 'chef' };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`two months of daily questions on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      lived = 0;
      world = createWorld(database, new Date(start).toISOString(), { library });
      await heard(world.storage, me, addressOf('mette'), world.now());
      await world.storage.profiles.save(mette, profile, world.now());
      await world.plans.save(me, { time: '08:00', exact: true }, world.now());
    });

    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    let lived = 0;

    /** Lives so many days, each with a pass at nine; `does` is done then. */
    async function live(days: number, does: (at: Date) => Promise<unknown> = async () => undefined): Promise<void> {
      for (let each = 0; each < days; each += 1) {
        lived += 1;
        world.at(start + lived * day + passAt);
        await world.pass();
        await does(world.now());
      }
    }

    /** What was asked, oldest first. */
    async function asked(): Promise<string[]> {
      const rows = await database.db
        .selectFrom('deliveries')
        .select(['prompt', 'state'])
        .where('prompt', 'is not', null)
        .orderBy('due_at')
        .execute();
      return rows.flatMap(({ prompt }) => prompt ?? []);
    }

    const writes = (at: Date) => heard(world.storage, me, addressOf('mette'), at);

    it('are of a focus for four weeks, close it once, and are ordinary again', async () => {
      const focus = { framework: profile.framework, theme: 'tvaergaende-ledelse', lastDay: '2026-10-04', madeAt: world.now() };
      await world.storage.focuses.save(mette, focus);
      await live(60, writes);
      const all = await asked();
      const closed = all.indexOf('focus.closing');
      const isOfFocus = (id: string) =>
        library.prompt(id)?.theme === focus.theme ||
        library.prompt(id)?.statements.some((each) => library.statement(each)?.theme === focus.theme);
      const during = all.slice(0, closed);
      expect(findFocus(library, focus)).toBeDefined();
      // Tuesday of the first week is the first, Friday of the fourth the last.
      expect(during).toHaveLength(19);
      expect(during.filter(isOfFocus).length).toBeGreaterThanOrEqual(0.6 * during.length);
      expect(new Set(during).size).toBe(during.length);
      expect(all.filter((id) => id === 'focus.closing')).toHaveLength(1);
      expect(all.length).toBeGreaterThan(closed + 20);
      expect(all.slice(closed + 1).filter(isOfFocus).length).toBeLessThan(0.5 * (all.length - closed - 1));
      expect(await world.storage.seenPrompts.list(mette)).toContain('focus.closing');
      // It is no question of the content, and yet no hole in the days.
      expect(world.sent.filter(({ words }) => words === 'closing')).toHaveLength(1);
    });

    it('are asked about after ten without an answer, not again within 60 days, and then once more', async () => {
      await live(75);
      const all = await asked();
      expect(all.slice(0, 11).map((id) => id === 'plan.fit')).toEqual([...Array<boolean>(10).fill(false), true]);
      expect(all.filter((id) => id === 'plan.fit')).toHaveLength(1);
      await live(20);
      expect((await asked()).filter((id) => id === 'plan.fit')).toHaveLength(2);
    });

    it('are not asked about while the person answers one in nine', async () => {
      let days = 0;
      await live(60, async (at) => {
        days += 1;
        if (days % 9 === 0) await writes(at);
      });
      expect((await asked()).filter((id) => id === 'plan.fit')).toEqual([]);
    });

    it('are counted from a press within the hour of a question, though the question itself was noted as reaching them', async () => {
      await live(9);
      // The question was taken: they are known to have been there. A minute later they press something.
      const pressed = new Date(world.now().getTime() + 60_000);
      expect(await writes(pressed)).toBe(true);
      await live(12);
      expect((await asked()).filter((id) => id === 'plan.fit')).toEqual([]);
    });
  });
}
