/**
 * A year of agreements, reminders and look backs beside daily questions, its clock moved by hand. `YEAR_PEOPLE=500` is the full
 * proof; by default there are fewer. `YEAR_SEED` chooses who has what.
 */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonKey, personal } from '../../src/conversation/person.js';
import { type Weekday, weekdays } from '../../src/language/times/words.js';
import { daysToNextRound, nextOpenDay } from '../../src/nudges/rules/appointments.js';
import { daysLater, instantOf, localDate, localTime } from '../../src/nudges/rules/cadence.js';
import { loadClosedDays } from '../../src/nudges/rules/holidays.js';
import { open } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { addressOf, createWorld } from './world.js';

const people = Math.min(Number(process.env['YEAR_PEOPLE'] ?? 6), 500);
const seed = Number(process.env['YEAR_SEED'] ?? 2027);
const quarter = 15 * 60_000;
const from = Date.UTC(2027, 0, 4);
const until = Date.UTC(2027, 11, 31);
const zone = 'Europe/Copenhagen';

const day = fc.integer({ min: 5, max: 350 }).map((number) => daysLater('2027-01-04', number));
const clock = fc
  .integer({ min: 28, max: 80 })
  .map((quarters) => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`);
/** `puts` is how often an agreement is put off before it is done. */
const agreement = fc.record({ date: day, time: clock, puts: fc.integer({ min: 0, max: 4 }) });
const someone = fc.record({
  days: fc.subarray([...weekdays] as Weekday[], { minLength: 1 }),
  time: clock,
  pauses: fc.array(
    fc.tuple(day, fc.integer({ min: 0, max: 25 })).map(([first, length]) => ({ from: first, until: daysLater(first, length) })),
    { maxLength: 2 },
  ),
  agreements: fc.array(agreement, { minLength: 1, maxLength: 12 }),
  reminders: fc.array(fc.record({ date: day, time: clock }), { maxLength: 8 }),
  looksBack: fc.boolean(),
});

describe('a year of what comes back', () => {
  it(`asks ${people} people what they agreed, as often as they put it off, one message a day`, { timeout: 3_600_000 }, async () => {
    const database = await open({ dataDir: ':memory:' });
    const isClosed = (await loadClosedDays())({ municipal: true });
    const world = createWorld(database, new Date(from - 1).toISOString(), { closedDays: async () => isClosed, rate: 50 });
    const { appointments } = world.storage;
    const all = fc.sample(someone, { numRuns: people, seed });
    const puts = new Map<string, number>();
    const keyOf = (index: number): PersonKey => ({ tenant: 'kommune', entraId: `p${index}` });
    for (const [index, { pauses, agreements, reminders, looksBack, ...plan }] of all.entries()) {
      const key = keyOf(index);
      await heard(world.storage, personal(key), addressOf(`p${index}`), world.now());
      await world.plans.save(personal(key), { ...plan, exact: true }, world.now());
      for (const each of pauses) await world.plans.pause(personal(key), each, world.now());
      for (const [at, { date, time, puts: count }] of agreements.entries()) {
        const words = { will: `p${index}a${at}.` };
        await appointments.add(
          key,
          { kind: 'agreement', words, date, time, zone, language: 'da', nextAt: instantOf(date, time, zone) },
          world.now(),
        );
        puts.set(words.will, count);
      }
      for (const [at, { date, time }] of reminders.entries())
        await appointments.add(
          key,
          { kind: 'reminder', words: { what: `p${index}r${at}.` }, date, time, zone, language: 'da', nextAt: instantOf(date, time, zone) },
          world.now(),
        );
      const friday = { date: '2027-01-08', time: '14:00' };
      if (looksBack)
        await appointments.add(
          key,
          {
            kind: 'look-back',
            words: {},
            weekday: 'fre',
            ...friday,
            zone,
            language: 'da',
            nextAt: instantOf(friday.date, friday.time, zone),
          },
          world.now(),
        );
    }

    /** "Ikke endnu", as often as is meant, as the person would press it. */
    const answer = async (index: number, will: string, now: Date) => {
      const key = keyOf(index);
      const found = (await appointments.list(key)).find(({ words }) => words.ok && words.will === will);
      if (!found) return;
      const days = found.rounds < (puts.get(will) ?? 0) ? daysToNextRound(found.rounds) : undefined;
      if (days === undefined) return void (await appointments.change(key, found.id, { state: 'done', nextAt: null }, now));
      const around = { isClosed, pauses: all[index]?.pauses ?? [] };
      const date = nextOpenDay(daysLater(localDate(now, zone), days), { kind: 'agreement' }, around);
      const nextAt = instantOf(date, found.time, zone);
      await appointments.change(key, found.id, { state: 'open', date, rounds: found.rounds + 1, nextAt }, now);
    };

    const got: { readonly who: string; readonly words: string; readonly date: string; readonly time: string }[] = [];
    for (let at = from; at < until; at += quarter) {
      const next = await earliest(database.db);
      if (next === undefined) break;
      at = Math.max(at, Math.ceil(next / quarter) * quarter);
      if (at >= until) break;
      world.at(at);
      const before = world.sent.length;
      await world.dispatcher.runPass(new Date(at));
      for (const { conversation, words } of world.sent.slice(before)) {
        got.push({ who: conversation, words, date: localDate(new Date(at), zone), time: localTime(new Date(at), zone) });
        for (const will of words.match(/p\d+a\d+\./g) ?? []) await answer(Number(conversation.slice(1)), will, new Date(at));
      }
      // What SQLite holds outside the heap is let go between turns of the event loop only.
      await setImmediate();
    }

    const asked = (will: string) => got.filter(({ words }) => words.includes(will)).length;
    const late = (date: string) => date > '2027-10-01';
    for (const [index, { agreements, reminders, pauses }] of all.entries()) {
      for (const [at, each] of agreements.entries()) {
        // Put off near the end of the year it comes in the next one.
        const times = 1 + Math.min(each.puts, 3);
        const found = asked(`p${index}a${at}.`);
        if (!late(each.date)) expect(found, JSON.stringify(each)).toBe(times);
        else expect(found).toBeLessThanOrEqual(times);
      }
      for (const [at, each] of reminders.entries())
        expect(got.filter(({ words }) => words.includes(`p${index}r${at}.`))).toEqual([expect.objectContaining(each)]);
      const unordered = got.filter(({ who, words }) => who === `p${index}` && !words.startsWith('reminder'));
      expect(new Set(unordered.map(({ date }) => date)).size).toBe(unordered.length);
      const off = unordered.filter(({ date }) => isClosed(date) || pauses.some((each) => each.from <= date && date <= each.until));
      expect(off).toEqual([]);
    }
    const count = (kind: string) => got.filter(({ words }) => words.startsWith(kind)).length;
    console.info(
      `${people} people: ${count('agreement')} messages with agreements, ${count('reminder')} reminders, ${count('look-back')} look backs, ${count('Hvad')} questions; every one once`,
    );
    expect(count('look-back')).toBeGreaterThan(0);
    await database.close();
  });
});

async function earliest(db: Awaited<ReturnType<typeof open>>['db']): Promise<number | undefined> {
  const plan = await db
    .selectFrom('nudge_plans')
    .select((is) => is.fn.min('next_at').as('next'))
    .executeTakeFirstOrThrow();
  const other = await db
    .selectFrom('appointments')
    .select((is) => is.fn.min('next_at').as('next'))
    .executeTakeFirstOrThrow();
  const times = [plan.next, other.next].flatMap((next) => (next === null ? [] : [Date.parse(next)]));
  return times.length === 0 ? undefined : Math.min(...times);
}
