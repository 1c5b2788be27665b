/**
 * A year of nudges, its clock moved by hand, against what another reckoning expects. `YEAR_PEOPLE=2000` is the full
 * proof; by default there are fewer. `YEAR_SEED` chooses the plans.
 */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personal, seedOf } from '../../src/conversation/person.js';
import { type Weekday, weekdays } from '../../src/language/times/words.js';
import { loadClosedDays } from '../../src/nudges/rules/holidays.js';
import { shiftOf } from '../../src/nudges/rules/spread.js';
import { open, sqlite } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { addressOf, createWorld } from './world.js';

const people = Number(process.env['YEAR_PEOPLE'] ?? 8);
const seed = Number(process.env['YEAR_SEED'] ?? 2027);
const quarter = 15 * 60_000;
const from = Date.UTC(2027, 0, 1);
const until = Date.UTC(2028, 0, 1);

/** Written down by hand from the calendar of 2027; Easter Sunday is the day the clocks change. */
const closed2027 = ['01-01', '03-25', '03-26', '03-28', '03-29', '05-06', '05-16', '05-17', '06-05', '12-24', '12-25', '12-26', '12-31']
  .map((day) => `2027-${day}`)
  // West of Greenwich the year begins while it is still the day before.
  .concat('2026-12-31', '2028-01-01');
const zones = [
  'Europe/Copenhagen',
  'Europe/London',
  'America/New_York',
  'America/Nuuk',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Atlantic/Azores',
];

type Someone = { days: Weekday[]; time: string; exact: boolean; zone: string; pauses: { from: string; until: string }[] };

const day = fc.integer({ min: 0, max: 364 }).map((number) => new Date(from + number * 86_400_000).toISOString().slice(0, 10));
const pause = fc
  .tuple(day, fc.integer({ min: 0, max: 40 }))
  .map(([first, length]) => ({ from: first, until: new Date(Date.parse(first) + length * 86_400_000).toISOString().slice(0, 10) }));
const someone: fc.Arbitrary<Someone> = fc.record({
  days: fc.subarray([...weekdays], { minLength: 1 }),
  // Half of all times lie where the clocks change.
  time: fc
    .oneof(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 95 }))
    .map((quarters) => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`),
  exact: fc.boolean(),
  zone: fc.oneof({ weight: 3, arbitrary: fc.constant('Europe/Copenhagen') }, { weight: 2, arbitrary: fc.constantFrom(...zones) }),
  pauses: fc.array(pause, { maxLength: 3 }),
});

type LocalInstant = { readonly at: number; readonly date: string; readonly time: string };

/** Every quarter of the year, and of a day on either side, in a zone's own words as the platform's formatter says them. */
function localYear(zone: string): LocalInstant[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: (until - from) / quarter + 192 }, (_, index) => {
    const at = from + (index - 96) * quarter;
    const [date = '', time = ''] = format.format(at).split(' ');
    return { at, date, time };
  });
}

/** For each local date the first quarter that is not before the promised time, where the day is chosen and open. */
function expectedOf({ days, time, pauses }: Someone, year: readonly LocalInstant[]): string[] {
  const first = new Map<string, number>();
  let before = year[0]?.date ?? '';
  for (const each of year) {
    // In Nuuk the hour that is left out is the last of a day: what was promised in it comes as the next day begins.
    if (each.date !== before && !first.has(before)) first.set(before, each.at);
    if (each.time >= time && !first.has(each.date)) first.set(each.date, each.at);
    before = each.date;
  }
  return [...first].flatMap(([date, at]) => {
    const isChosen = days.includes(weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'man');
    const isOff = closed2027.includes(date) || pauses.some((each) => each.from <= date && date <= each.until);
    return isChosen && !isOff && at >= from && at < until ? [new Date(at).toISOString()] : [];
  });
}

describe('a year of nudges', () => {
  it(`comes exactly as promised to ${people} people, and nothing twice`, { timeout: 3_600_000 }, async () => {
    const place = await sqlite.create();
    const database = await open({ dataDir: ':memory:' });
    const isClosed = (await loadClosedDays())({ municipal: true });
    const world = createWorld(database, new Date(from - 1).toISOString(), { closedDays: async () => isClosed, rate: 50 });
    const all = fc.sample(someone, { numRuns: people, seed });
    const got = new Map<string, string[]>();
    world.outcome = () => ({ kind: 'sent' });
    for (const [index, { pauses, ...plan }] of all.entries()) {
      const recipient = personal({ tenant: 'kommune', entraId: `p${index}` });
      await heard(world.storage, recipient, addressOf(`p${index}`), world.now());
      await world.plans.save(recipient, plan, world.now());
      for (const each of pauses) await world.plans.pause(recipient, each, world.now());
    }

    let passes = 0;
    for (let at = from; at < until; at += quarter) {
      const { next } = await database.db
        .selectFrom('nudge_plans')
        .select((is) => is.fn.min('next_at').as('next'))
        .executeTakeFirstOrThrow();
      if (next === null) break;
      at = Math.max(at, Math.ceil(Date.parse(next) / quarter) * quarter);
      if (at >= until) break;
      world.at(at);
      const before = world.sent.length;
      await world.dispatcher.runPass(new Date(at));
      for (const { conversation } of world.sent.slice(before))
        got.set(conversation, [...(got.get(conversation) ?? []), new Date(at).toISOString()]);
      passes += 1;
      // What SQLite holds outside the heap is let go between turns of the event loop only.
      await setImmediate();
    }

    const years = new Map(zones.map((zone) => [zone, localYear(zone)]));
    let expected = 0;
    for (const [index, each] of all.entries()) {
      const wanted = expectedOf(each, years.get(each.zone) ?? []);
      expected += wanted.length;
      const shift = each.exact ? 0 : shiftOf(seedOf(personal({ tenant: 'kommune', entraId: `p${index}` })), each.time);
      const spread = wanted.map((at) => new Date(Math.ceil((Date.parse(at) + shift) / quarter) * quarter).toISOString());
      expect(got.get(`p${index}`) ?? [], JSON.stringify(each)).toEqual(spread);
    }
    const rows = await database.db
      .selectFrom('deliveries')
      .select(['state', 'reason', (is) => is.fn.countAll<number>().as('count')])
      .groupBy(['state', 'reason'])
      .execute();
    console.info(
      `${people} people, ${passes} passes: ${expected} nudges expected, ${world.sent.length} sent; ${rows.map(({ state, reason, count }) => `${state} ${reason ?? ''} ${count}`).join(', ')}`,
    );
    expect(world.sent).toHaveLength(expected);
    expect(rows.find(({ state }) => state === 'sent')?.count).toBe(expected);
    expect(rows.map(({ reason }) => reason ?? 'sent').sort()).toEqual(['closed', 'paused', 'sent']);
    await database.close();
    await place.drop();
  });
});
