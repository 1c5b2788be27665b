import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdays } from '../../../src/language/times/words.js';
import { type Cadence, type Due, dueBetween, isZone, nextDue } from '../../../src/nudges/rules/cadence.js';

const DAY = 86_400_000;
const open = () => false;
const plan = (changes: Partial<Cadence> = {}): Cadence => ({
  days: weekdays,
  time: '08:00',
  zone: 'Europe/Copenhagen',
  pauses: [],
  ...changes,
});
const iso = (due: Due | undefined) => due?.at.toISOString();
const next = (cadence: Cadence, after: string) => iso(nextDue(cadence, new Date(after), open));

/** Local date and time as the platform's own formatter says them: an oracle that shares no code. */
function local(at: Date, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  return format.format(at);
}
const formats = new Map<string, Intl.DateTimeFormat>();

describe('nextDue', () => {
  test('is later the same day', () => {
    expect(next(plan(), '2026-11-25T06:59:59Z')).toBe('2026-11-25T07:00:00.000Z');
  });

  test('is strictly after the instant asked about', () => {
    expect(next(plan(), '2026-11-25T07:00:00Z')).toBe('2026-11-26T07:00:00.000Z');
  });

  test('skips days that are not chosen', () => {
    expect(next(plan({ days: ['man'] }), '2026-11-25T12:00:00Z')).toBe('2026-11-30T07:00:00.000Z');
  });

  test('skips closed days', () => {
    expect(iso(nextDue(plan(), new Date('2026-12-23T12:00:00Z'), (date) => date >= '2026-12-24' && date <= '2026-12-26'))).toBe(
      '2026-12-27T07:00:00.000Z',
    );
  });

  test('skips a pause, its first and last day included', () => {
    const paused = plan({ pauses: [{ from: '2026-11-26', until: '2026-11-28' }] });
    expect(next(paused, '2026-11-25T12:00:00Z')).toBe('2026-11-29T07:00:00.000Z');
  });

  test('is 08:00 before and after both changes of the clock', () => {
    expect(next(plan(), '2026-03-28T00:00:00Z')).toBe('2026-03-28T07:00:00.000Z');
    expect(next(plan(), '2026-03-29T00:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(next(plan(), '2026-10-24T00:00:00Z')).toBe('2026-10-24T06:00:00.000Z');
    expect(next(plan(), '2026-10-25T00:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  test('is the next minute there is for a time that the spring change leaves out', () => {
    expect(next(plan({ time: '02:30' }), '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(next(plan({ time: '02:00' }), '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(next(plan({ time: '02:30' }), '2026-03-29T01:00:00Z')).toBe('2026-03-30T00:30:00.000Z');
  });

  test('is the first of two for a time that the autumn change doubles, and that one only', () => {
    expect(next(plan({ time: '02:30' }), '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next(plan({ time: '02:30' }), '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('stays on the same date when the clock changes at midnight', () => {
    const beirut = plan({ time: '00:15', zone: 'Asia/Beirut', days: ['søn'] });
    const due = nextDue(beirut, new Date('2026-03-27T12:00:00Z'), open);
    expect(due?.localDate).toBe('2026-03-29');
    expect(due && local(due.at, 'Asia/Beirut')).toBe('2026-03-29 01:00');
  });

  test('keeps its date when the minutes up to midnight are left out', () => {
    const due = nextDue(plan({ time: '23:30', zone: 'America/Nuuk', days: ['lør'] }), new Date('2024-03-28T12:00:00Z'), open);
    expect(due).toEqual({ at: new Date('2024-03-31T01:00:00Z'), localDate: '2024-03-30' });
  });

  test('is off by its shift, and keeps its date over midnight', () => {
    const late = plan({ time: '23:58', shift: 5 * 60_000 });
    expect(nextDue(late, new Date('2026-11-24T23:01:00Z'), open)).toEqual({
      at: new Date('2026-11-24T23:03:00Z'),
      localDate: '2026-11-24',
    });
    expect(nextDue(late, new Date('2026-11-24T23:03:00Z'), open)?.localDate).toBe('2026-11-25');
    const early = plan({ time: '00:03', shift: -5 * 60_000 });
    expect(nextDue(early, new Date('2026-11-24T22:00:00Z'), open)).toEqual({
      at: new Date('2026-11-24T22:58:00Z'),
      localDate: '2026-11-25',
    });
    expect(nextDue(early, new Date('2026-11-24T22:58:00Z'), open)?.localDate).toBe('2026-11-26');
  });

  test('is closed and paused by its date, not by the day that its shift brings it to', () => {
    const early = plan({ time: '00:03', shift: -5 * 60_000, pauses: [{ from: '2026-11-25', until: '2026-11-25' }] });
    expect(nextDue(early, new Date('2026-11-24T12:00:00Z'), (date) => date === '2026-11-26')?.localDate).toBe('2026-11-27');
  });

  test('is off by its shift from the minute there is, and from the first of two', () => {
    const shift = 4 * 60_000;
    expect(next(plan({ time: '02:30', shift }), '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:04:00.000Z');
    expect(next(plan({ time: '02:58', shift: -shift }), '2026-03-28T12:00:00Z')).toBe('2026-03-29T00:56:00.000Z');
    expect(next(plan({ time: '01:58', shift }), '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:02:00.000Z');
    expect(next(plan({ time: '02:58', shift }), '2026-10-24T12:00:00Z')).toBe('2026-10-25T01:02:00.000Z');
    expect(next(plan({ time: '02:58', shift }), '2026-10-25T01:02:00Z')).toBe('2026-10-26T02:02:00.000Z');
  });

  test('skips a date that a zone never had', () => {
    expect(nextDue(plan({ zone: 'Pacific/Apia' }), new Date('2011-12-29T20:00:00Z'), open)?.localDate).toBe('2011-12-31');
  });

  test('is nothing for a plan without days, or one that is closed for 400 days', () => {
    expect(nextDue(plan({ days: [] }), new Date('2026-11-25T12:00:00Z'), open)).toBeUndefined();
    const asked: string[] = [];
    expect(nextDue(plan(), new Date('2026-11-25T12:00:00Z'), (date) => asked.push(date) > 0)).toBeUndefined();
    expect(asked).toHaveLength(401);
  });

  test('names the zone that it does not know', () => {
    expect(() => nextDue(plan({ zone: 'Europe/Aarhus' }), new Date(0), open)).toThrow('time zone "Europe/Aarhus" is unknown');
    expect([isZone('Europe/Aarhus'), isZone('Europe/Copenhagen')]).toEqual([false, true]);
  });
});

describe('over random years', () => {
  const zone = fc.constantFrom(
    'Europe/Copenhagen',
    'Atlantic/Faroe',
    'America/Nuuk',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Beirut',
    'America/Santiago',
    'Asia/Kathmandu',
    'UTC',
  );
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const year = fc.integer({ min: 2013, max: 2040 });
  const dateIn = (first: number, day: number) => new Date(Date.UTC(first, 0, 1) + day * DAY).toISOString().slice(0, 10);
  const stretch = fc.tuple(fc.integer({ min: -20, max: 380 }), fc.integer({ min: 0, max: 40 }));
  const cadences = fc
    .record({
      year,
      zone,
      time,
      days: fc.subarray([...weekdays]),
      shift: fc.oneof(fc.constant(0), fc.integer({ min: -420, max: 420 })).map((seconds) => seconds * 1000),
      pauses: fc.array(stretch, { maxLength: 4 }),
      closed: fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 20 }),
    })
    .map(({ year: first, pauses, closed, ...rest }) => ({
      year: first,
      cadence: { ...rest, pauses: pauses.map(([from, length]) => ({ from: dateIn(first, from), until: dateIn(first, from + length) })) },
      closed: new Set(closed.map((day) => dateIn(first, day))),
    }));

  /** The dates that the plan promises, by plain arithmetic on dates. */
  function promised(first: number, cadence: Cadence, closed: ReadonlySet<string>): string[] {
    const dates: string[] = [];
    for (let day = Date.UTC(first, 0, 1); day < Date.UTC(first + 1, 0, 1); day += DAY) {
      const date = new Date(day).toISOString().slice(0, 10);
      const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
      const paused = cadence.pauses.some(({ from, until }) => from <= date && date <= until);
      if (weekday && cadence.days.includes(weekday) && !paused && !closed.has(date)) dates.push(date);
    }
    return dates;
  }

  /** All that falls due by asking again and again, as the dispatcher does. */
  function walk(first: number, cadence: Cadence, closed: ReadonlySet<string>): Due[] {
    const found: Due[] = [];
    let after = new Date(Date.UTC(first, 0, 1) - 2 * DAY);
    for (let asked = 0; asked < 500; asked += 1) {
      const due = nextDue(cadence, after, (date) => closed.has(date));
      if (!due || due.localDate > `${first}-12-31`) return found;
      if (due.localDate >= `${first}-01-01`) found.push(due);
      after = due.at;
    }
    throw new Error('a year has no 500 due days');
  }

  test('every promised date is due exactly once, in order, and no other', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(cadences, ({ year: first, cadence, closed }) => {
        const found = walk(first, cadence, closed);
        expect(found.map(({ localDate }) => localDate)).toEqual(promised(first, cadence, closed));
      }),
      { numRuns: 150 },
    );
  });

  test('every nudge comes at its local time, or at the first minute after it that exists', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(cadences, ({ year: first, cadence, closed }) => {
        for (const { at: shifted, localDate } of walk(first, cadence, closed)) {
          const at = new Date(shifted.getTime() - (cadence.shift ?? 0));
          const shown = local(at, cadence.zone);
          if (shown === `${localDate} ${cadence.time}`) {
            // Of two doubled times it is the first: three hours before, the same wall time has not been.
            for (let back = 30; back <= 120; back += 30)
              expect(local(new Date(at.getTime() - back * 60_000), cadence.zone)).not.toBe(shown);
            continue;
          }
          const before = local(new Date(at.getTime() - 60_000), cadence.zone);
          expect(before < `${localDate} ${cadence.time}` && shown > `${localDate} ${cadence.time}`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the days of both changes in Denmark are due exactly once, whatever the time', { timeout: 60_000 }, () => {
    const sundays = (first: number) =>
      [2, 9].map((month) => {
        const last = new Date(Date.UTC(first, month + 1, 0));
        return new Date(last.getTime() - last.getUTCDay() * DAY).toISOString().slice(0, 10);
      });
    fc.assert(
      fc.property(year, time, (first, at) => {
        const found = dueBetween(
          plan({ time: at, days: ['søn'] }),
          new Date(Date.UTC(first, 0, 1)),
          new Date(Date.UTC(first, 11, 31)),
          open,
        );
        for (const date of sundays(first)) expect(found.filter(({ localDate }) => localDate === date)).toHaveLength(1);
      }),
    );
  });

  test('two passes that meet find together what one pass finds', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(cadences, fc.integer({ min: 0, max: 365 * 24 * 60 }), ({ year: first, cadence, closed }, minutes) => {
        const [from, to] = [new Date(Date.UTC(first, 0, 1)), new Date(Date.UTC(first + 1, 0, 1))];
        const middle = new Date(from.getTime() + minutes * 60_000);
        const between = (one: Date, other: Date) => dueBetween(cadence, one, other, (date) => closed.has(date));
        expect([...between(from, middle), ...between(middle, to)]).toEqual(between(from, to));
      }),
      { numRuns: 60 },
    );
  });
});

describe('dueBetween', () => {
  test('leaves out its beginning and includes its end', () => {
    const eight = '2026-11-25T07:00:00Z';
    expect(dueBetween(plan(), new Date('2026-11-25T05:00:00Z'), new Date(eight), open).map(iso)).toEqual(['2026-11-25T07:00:00.000Z']);
    expect(dueBetween(plan(), new Date(eight), new Date('2026-11-25T09:00:00Z'), open)).toEqual([]);
  });

  test('is empty when the end comes before the beginning', () => {
    expect(dueBetween(plan(), new Date('2026-11-26T00:00:00Z'), new Date('2026-11-25T00:00:00Z'), open)).toEqual([]);
  });
});
