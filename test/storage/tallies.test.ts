import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tally } from '../../src/conversation/ports.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { tallyDays } from '../../src/storage/sweep.js';
import { weekOf } from '../../src/storage/tallies.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';

const day = 24 * 60;
const always = { from: new Date('2020-01-01'), until: new Date('2040-01-01') };

describe('the week of an instant', () => {
  it.each([
    ['2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['2026-11-29T23:59:59.999Z', '2026-11-23'],
    ['2026-11-30T00:30:00.000+01:00', '2026-11-23'],
    ['2027-01-01T12:00:00.000Z', '2026-12-28'],
    ['1970-01-01T00:00:00.000Z', '1969-12-29'],
  ])('%s is that of Monday, %s', (instant, monday) => {
    expect(weekOf(new Date(instant))).toBe(monday);
  });
});

for (const store of stores) {
  describe.skipIf(!store.isHere)(`counts on ${store.name}`, () => {
    let place: Place;
    let one: Database;
    let other: Database;
    let storage: Storage;
    let elsewhere: Storage;

    beforeAll(async () => {
      place = await store.create();
      [one, other] = [await open(place.options), await open(place.options)];
      [storage, elsewhere] = [createStorage(one, keysOf('k1')), createStorage(other, keysOf('k1'))];
    });

    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
      await place.drop();
    });

    const asked = (tenant: string, more: Partial<Tally> = {}): Tally => ({ tenant, measure: 'asked', kind: 'topic', ...more });

    it('add up over calls and instances, the same thing twice in one call included', async () => {
      const { tenant } = somebody();
      const tallies = [
        asked(tenant, { framework: 'sammen', theme: 'tillid' }),
        asked(tenant.toUpperCase(), { framework: 'sammen', theme: 'tillid' }),
      ];
      await Promise.all([storage, elsewhere, storage, elsewhere].map((each) => each.tallies.add(tallies, at(0))));
      expect(await elsewhere.tallies.list({ tenant, ...always })).toEqual([
        { tenant, week: '2026-11-23', measure: 'asked', kind: 'topic', framework: 'sammen', theme: 'tillid', count: 8 },
      ]);
    });

    it('are as many as were added when instances add many in different orders at once', async () => {
      const { tenant } = somebody();
      const tallies = Array.from({ length: 40 }, (_, index) => asked(tenant, { theme: `t${index}` }));
      const rounds = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? tallies : tallies.toReversed()));
      await Promise.all(rounds.flatMap((round) => [storage, elsewhere].map((each) => each.tallies.add(round, at(0)))));
      const listed = await storage.tallies.list({ tenant, ...always });
      expect(listed.map(({ count }) => count)).toEqual(Array.from({ length: 40 }, () => 20));
    });

    it('are those of the asked weeks, and of one tenant where one is given', async () => {
      const [here, there] = [somebody().tenant, somebody().tenant];
      for (const weeks of [0, 1, 2]) await storage.tallies.add([asked(here), asked(there)], at(weeks * 7 * day));
      const range = { from: at(2 * day), until: at(14 * day) };
      const weeksOf = async (tenant?: string) => {
        const listed = await storage.tallies.list({ tenant, ...range });
        return listed.flatMap((tally) =>
          [here, there].includes(tally.tenant) ? [`${tally.tenant === here ? 'here' : 'there'} ${tally.week}`] : [],
        );
      };
      expect(await weeksOf(here.toUpperCase())).toEqual(['here 2026-11-23', 'here 2026-11-30']);
      expect((await weeksOf()).toSorted()).toEqual(['here 2026-11-23', 'here 2026-11-30', 'there 2026-11-23', 'there 2026-11-30']);
    });

    it('keep apart what has a theme or a framework and what has none', async () => {
      const { tenant } = somebody();
      await storage.tallies.add(
        [asked(tenant), asked(tenant, { framework: 'sammen' }), asked(tenant, { framework: 'sammen', theme: 'mod' })],
        at(0),
      );
      const listed = await storage.tallies.list({ tenant, ...always });
      expect(listed.map(({ framework, theme, count }) => [framework, theme, count])).toEqual(
        expect.arrayContaining([
          [undefined, undefined, 1],
          ['sammen', undefined, 1],
          ['sammen', 'mod', 1],
        ]),
      );
      expect(listed).toHaveLength(3);
    });

    it('are swept away after their days, and not a week before', async () => {
      const { tenant } = somebody();
      await storage.tallies.add([asked(tenant)], at(0));
      const left = async (days: number) => {
        await storage.sweep(at(days * day), { retentionDays: 30, inactiveDays: 400 });
        return (await storage.tallies.list({ tenant, ...always })).length;
      };
      expect([await left(tallyDays - 2), await left(tallyDays)]).toEqual([1, 0]);
    });
  });
}
