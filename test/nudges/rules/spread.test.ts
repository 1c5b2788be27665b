import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personal, seedOf } from '../../../src/conversation/person.js';
import { weekdays } from '../../../src/language/times/words.js';
import { dueBetween, localDate } from '../../../src/nudges/rules/cadence.js';
import { findNext, firstLook, moveLook, type NudgePlan, planDeliveries } from '../../../src/nudges/rules/plan.js';
import { spreadMinutes } from '../../../src/nudges/rules/policy.js';
import { shiftOf, spread } from '../../../src/nudges/rules/spread.js';

const minute = 60_000;
const most = spreadMinutes * minute;
const open = () => false;
const zone = 'Europe/Copenhagen';
const names = Array.from({ length: 10_000 }, (_, at) => seedOf(personal({ tenant: 'kommune', entraId: `leder-${at}` })));
const plan = (changes: Partial<NudgePlan> = {}): NudgePlan => ({
  on: true,
  days: weekdays,
  time: '08:00',
  exact: false,
  zone,
  language: 'da',
  pauses: [],
  madeAt: new Date(0),
  ...changes,
});
const iso = (at: Date | undefined) => at?.toISOString();
const rules = { graceMinutes: 120, isClosed: open };

describe('what a recipient’s nudges are off by', () => {
  test('is the same wherever and whenever it is reckoned', () => {
    expect(names.slice(0, 4).map((name) => shiftOf(name, '08:00') / 1000)).toEqual([34, 331, 140, -301]);
    expect(names.slice(0, 50).map((name) => shiftOf(name, '08:00'))).toEqual(names.slice(0, 50).map((name) => shiftOf(name, '14:30')));
    const shouted = personal({ tenant: 'KOMMUNE', entraId: 'LEDER-0' });
    expect(seedOf(shouted)).toBe(names[0]);
  });

  test('is whole seconds within seven minutes', () => {
    expect(spreadMinutes).toBe(7);
    for (const name of names) {
      const shift = shiftOf(name, '08:00');
      expect(Math.abs(shift)).toBeLessThanOrEqual(most);
      expect(shift % 1000 === 0).toBe(true);
    }
  });

  test('is even: ten thousand recipients fill every minute alike, and every second of one', () => {
    const shifts = names.map((name) => shiftOf(name, '08:00'));
    const chi = (counts: readonly number[]) => {
      const wanted = names.length / counts.length;
      return counts.reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0);
    };
    const count = (places: number, placeOf: (shift: number) => number) => {
      const counts = Array.from({ length: places }, () => 0);
      for (const shift of shifts) counts[placeOf(shift)] = (counts[placeOf(shift)] ?? 0) + 1;
      return counts;
    };
    // 99.9 of 100 even lists of these lengths stay below 34.5 and 98.3.
    expect(chi(count(14, (shift) => Math.min(13, Math.floor((shift + most) / minute))))).toBeLessThan(34.5);
    expect(chi(count(60, (shift) => ((shift + most) / 1000) % 60))).toBeLessThan(98.3);
    expect(Math.max(...shifts) - Math.min(...shifts)).toBeGreaterThan(2 * most - minute);
  });

  test('asks a city of 4,000 over 14 minutes, some five a second', () => {
    const seconds = new Map<number, number>();
    for (const name of names.slice(0, 4000)) seconds.set(shiftOf(name, '08:00'), (seconds.get(shiftOf(name, '08:00')) ?? 0) + 1);
    expect(seconds.size).toBeGreaterThan(800);
    expect(Math.max(...seconds.values())).toBeLessThan(25);
  });

  test.each(['00:00', '00:03', '00:06', '23:53', '23:58', '23:59'])('never takes a question at %s out of its day', (time) => {
    for (const name of names.slice(0, 500)) {
      const each = spread(plan({ time }), name);
      const [due] = dueBetween(each, new Date('2026-11-24T12:00:00Z'), new Date('2026-11-25T12:00:00Z'), open);
      expect(due && localDate(due.at, zone)).toBe(due?.localDate);
    }
  });

  test('is nothing for an exact plan', () => {
    expect(names.slice(0, 50).map((name) => spread(plan({ exact: true }), name).shift)).toEqual(Array.from({ length: 50 }, () => 0));
  });
});

describe('a plan with a shift', () => {
  const early = { ...plan(), shift: -5 * minute };
  const late = { ...plan(), shift: 5 * minute };
  const at = (time: string) => new Date(`2026-11-24T${time}+01:00`);

  test('keeps its slot and its date, and is late from when it was due', () => {
    expect(planDeliveries(late, at('08:00'), at('08:05'), rules)).toEqual({
      occurrences: [{ at: at('08:05'), localDate: '2026-11-24', slot: '08:00', verdict: 'due' }],
      next: new Date('2026-11-25T08:05+01:00'),
    });
    const overdue = (now: Date) => planDeliveries(late, at('08:05'), now, rules).occurrences[0]?.verdict;
    expect([overdue(at('10:04')), overdue(at('10:05'))]).toEqual(['due', 'late']);
  });

  test('made before its time asks today, made after it tomorrow, whatever the shift', () => {
    for (const each of [early, late, plan()]) {
      expect(iso(firstLook(each, at('07:57')))?.slice(0, 10)).toBe('2026-11-24');
      expect(iso(firstLook(each, at('08:03')))?.slice(0, 10)).toBe('2026-11-25');
    }
    const look = firstLook(early, at('07:57')) ?? new Date(0);
    expect(findNext(early, look, at('07:57'), open)?.localDate).toBe('2026-11-24');
    expect(planDeliveries(early, look, at('07:58'), rules)).toMatchObject({
      occurrences: [{ verdict: 'due' }],
      next: new Date('2026-11-25T07:55+01:00'),
    });
  });

  test('has today’s question left until it was looked at, and none after', () => {
    expect(findNext(late, at('08:05'), at('08:03'), open)?.localDate).toBe('2026-11-24');
    expect(findNext(late, at('08:05'), at('08:05:30'), open)?.localDate).toBe('2026-11-24');
    expect(findNext(late, new Date('2026-11-25T08:05+01:00'), at('08:06'), open)?.localDate).toBe('2026-11-25');
    expect(findNext(late, at('08:05'), at('09:00'), open)?.localDate).toBe('2026-11-25');
  });

  test('has the same day’s question when it is made exact, or no longer is', () => {
    expect(moveLook(at('08:05'), late, plan())).toEqual(at('08:00'));
    expect(moveLook(at('08:00'), plan(), early)).toEqual(at('07:55'));
    expect(moveLook(at('07:55'), early, late)).toEqual(at('08:05'));
  });

  test('asks once for each day, whatever it is changed to and when', { timeout: 60_000 }, () => {
    const shifts = fc.integer({ min: -420, max: 420 }).map((seconds) => seconds * 1000);
    const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * 24 * 60 * 60 }), shifts), { maxLength: 8 });
    fc.assert(
      fc.property(shifts, changes, (first, all) => {
        const begin = at('00:00').getTime();
        let cadence = { ...plan(), shift: first };
        let look = firstLook(cadence, new Date(begin));
        const asked: string[] = [];
        const pass = (now: Date) => {
          if (!look || look > now) return;
          const { occurrences, next } = planDeliveries(cadence, look, now, rules);
          asked.push(...occurrences.filter(({ verdict }) => verdict === 'due').map(({ localDate: date }) => date));
          look = next;
        };
        const moves = [...all].sort(([one], [other]) => one - other);
        for (let second = 0; second <= 3 * 24 * 60 * 60; second += 60) {
          while (moves[0] && moves[0][0] <= second) {
            const [, shift] = moves.shift() ?? [0, 0];
            const moved = { ...plan(), shift };
            look = look && moveLook(look, cadence, moved);
            cadence = moved;
          }
          pass(new Date(begin + second * 1000));
        }
        expect(asked).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
      }),
      { numRuns: 60 },
    );
  });
});
