/** Turns the words of a pause ("til mandag", "uge 29-30") into dates. */
import { DateTime } from 'luxon';
import { findPeriod, type Period } from './periods.js';
import type { Point } from './points.js';
import { weekdays } from './words.js';

/** Local dates `YYYY-MM-DD`, both included. */
export type Pause = { readonly from: string; readonly until: string };

/** Stretches of whole days; `end` is included. */
type Stretch = { readonly start: DateTime; readonly end: DateTime };

/**
 * The dates of a period that {@link readTimes} found, seen from `now` in the person's zone.
 *
 * "til mandag" ends on Sunday: on Monday the questions come again; "til og med mandag" and "fra … til …"
 * include the last day. A length counts from today ("to uger" is 14 days with today). A date, week or month
 * that is over means the next year's; one that has begun is cut to start today. `unclear` where only the
 * person knows the dates ("i ferien", "til påske"), where the end is open ("fra 1. august") or has come
 * ("til onsdag" never, "til 25. november" on that day), and for days no calendar has.
 */
export function resolvePause(phrase: string, now: Date, zone: string): Pause | 'unclear' {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day').setZone('utc', { keepLocalTime: true });
  const reading = findPeriod(phrase);
  if (!today.isValid || !reading || reading.impossible) return 'unclear';
  const stretch = stretchOf(reading.period, today);
  if (!stretch || stretch.end < today || stretch.end < stretch.start) return 'unclear';
  const start = stretch.start < today ? today : stretch.start;
  return { from: start.toFormat(ISO), until: stretch.end.toFormat(ISO) };
}

const ISO = 'yyyy-MM-dd';

function stretchOf(period: Period, today: DateTime): Stretch | undefined {
  switch (period.kind) {
    case 'during':
      return datesOf(period.point, today);
    case 'length':
      return { start: today, end: today.plus({ [period.unit]: period.count }).minus({ days: 1 }) };
    case 'until':
      return until(period.point, period.included, today);
    case 'between':
      return between(period.first, period.last, today);
    case 'since':
      return undefined;
  }
}

function until(point: Point, included: boolean, today: DateTime): Stretch | undefined {
  const target = datesOf(point, today);
  if (!target) return undefined;
  return { start: today, end: included ? target.end : target.start.minus({ days: 1 }) };
}

/** The end is looked for after the start, so that "20. december til 5. januar" goes over New Year. */
function between(first: Point, last: Point, today: DateTime): Stretch | undefined {
  const start = datesOf(withYearOf(first, last), today)?.start;
  const begun = start && beganEarlier(first, last, start, today);
  const end = begun && datesOf(last, begun)?.end;
  return begun && end && { start: begun, end };
}

/** "3. juli til 20. juli 2028": the year stands for both, unless New Year lies between. */
function withYearOf(first: Point, last: Point): Point {
  if (first.kind !== 'date' || last.kind !== 'date' || last.year === undefined || first.year !== undefined) return first;
  return { ...first, year: last.year - ((first.month ?? 1) > (last.month ?? 12) ? 1 : 0) };
}

/** "fra 3. til 20. juli" said on 10 July has begun: its start is this year's, not the next. */
function beganEarlier(first: Point, last: Point, start: DateTime, today: DateTime): DateTime {
  if (first.kind !== 'date' || last.kind !== 'date' || first.year !== undefined || last.year !== undefined) return start;
  const earlier = start.minus({ years: 1 });
  const end = datesOf(last, earlier)?.end;
  return end && end >= today ? earlier : start;
}

/** The dates of a point, the first that are not over on `today`. */
function datesOf(point: Point, today: DateTime): Stretch | undefined {
  switch (point.kind) {
    case 'weekday':
      return oneDay(weekdayAfter(point, today));
    case 'date':
      return point.month === undefined
        ? dayOfMonth(point.day, today)
        : yearly(today, point.year, (year) => oneDay(DateTime.utc(year, point.month ?? 1, point.day)));
    case 'month':
      return yearly(today, point.year, (year) => whole(DateTime.utc(year, point.month), 'month'));
    case 'week':
      return weeks(point, today);
    case 'ahead':
      return oneDay(today.plus({ days: point.days }));
    case 'unit':
      return whole(today.plus(point.next ? { [point.unit]: 1 } : {}), point.unit);
    case 'weekend':
      return { start: today.weekday > 5 ? today : today.plus({ days: 6 - today.weekday }), end: today.plus({ days: 7 - today.weekday }) };
    case 'feast':
      return feast(point.feast, today);
    case 'unknown':
      return undefined;
  }
}

const oneDay = (day: DateTime): Stretch | undefined => (day.isValid ? { start: day, end: day } : undefined);
const whole = (day: DateTime, unit: 'day' | 'week' | 'month' | 'year'): Stretch => ({
  start: day.startOf(unit),
  end: day.endOf(unit).startOf('day'),
});

/** "mandag" is the coming one, never today; "næste mandag" is the one of next week. */
function weekdayAfter(point: Point & { kind: 'weekday' }, today: DateTime): DateTime {
  const wanted = weekdays.indexOf(point.day) + 1;
  if (point.next) return today.startOf('week').plus({ weeks: 1, days: wanted - 1 });
  return today.plus({ days: ((wanted - today.weekday + 6) % 7) + 1 });
}

/** "den 15." is the next 15th, today's included. */
function dayOfMonth(day: number, today: DateTime): Stretch | undefined {
  const months = [0, 1, 2].map((ahead) => today.startOf('month').plus({ months: ahead }));
  const found = months.filter((month) => day <= (month.daysInMonth ?? 0)).map((month) => month.set({ day }));
  return oneDay(found.find((date) => date >= today) ?? DateTime.invalid('no such day'));
}

/** This year's or, when that is over or has no such date, the next year's; a named year stands. */
function yearly(today: DateTime, year: number | undefined, dates: (year: number) => Stretch | undefined): Stretch | undefined {
  if (year !== undefined) return dates(year);
  return [today.year, today.year + 1].map(dates).find((stretch) => stretch && stretch.end >= today);
}

function weeks(point: Point & { kind: 'week' }, today: DateTime): Stretch | undefined {
  const of = (weekYear: number): Stretch | undefined => {
    const start = DateTime.fromObject({ weekYear, weekNumber: point.first, weekday: 1 }, { zone: 'utc' });
    const last = DateTime.fromObject(
      { weekYear: weekYear + (point.last < point.first ? 1 : 0), weekNumber: point.last, weekday: 7 },
      { zone: 'utc' },
    );
    return start.isValid && last.isValid ? { start, end: last } : undefined;
  };
  if (point.year !== undefined) return of(point.year);
  // Week 52 to 1 may have begun in the year before.
  return [today.weekYear - 1, today.weekYear, today.weekYear + 1].map(of).find((stretch) => stretch && stretch.end >= today);
}

/** Christmas is 24 to 26 December, New Year its first day, the schools' autumn holiday week 42. */
function feast(name: 'jul' | 'nytår' | 'efterårsferie', today: DateTime): Stretch | undefined {
  if (name === 'efterårsferie') return weeks({ kind: 'week', first: 42, last: 42 }, today);
  if (name === 'nytår') return yearly(today, undefined, (year) => oneDay(DateTime.utc(year, 1, 1)));
  return yearly(today, undefined, (year) => ({ start: DateTime.utc(year, 12, 24), end: DateTime.utc(year, 12, 26) }));
}
