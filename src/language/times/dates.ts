/** Which dates a day or a period is, seen from the day it is said. */
import { DateTime } from 'luxon';
import type { Holiday, Period, Point } from './when.js';
import { weekdays } from './words.js';

/** Local dates `YYYY-MM-DD`, both included. */
export type Pause = { readonly from: string; readonly until: string };

/** The dates of a holiday in a year, `MM-DD` or in full, first and last day; undefined in a year that has none. */
export type FindHoliday = (holiday: Holiday, year: number) => Pause | undefined;

/** Stretches of whole days; `end` is included. */
type Stretch = { readonly start: DateTime; readonly end: DateTime };

/** From where dates are seen: midnight of today, and the calendar. */
type Here = { readonly today: DateTime; readonly findHoliday: FindHoliday };

/**
 * The dates of a period, seen from `now` in the person's zone.
 *
 * "til mandag" ends on Sunday: on Monday the questions come again; "til og med mandag" and "fra … til …"
 * include the last day. A length counts from today ("to uger" is 14 days with today). A date, week or month
 * that is over means the next year's; one that has begun is cut to start today. `unclear` where only the
 * person knows the dates ("i ferien"), where the end is open ("fra 1. august") or has come ("til onsdag" never,
 * "til 25. november" on that day), for days no calendar has, and where a date is another weekday than was said.
 */
export function resolvePause(period: Period, now: Date, zone: string, findHoliday: FindHoliday): Pause | 'unclear' {
  const here = hereAt(now, zone, findHoliday);
  const stretch = here && stretchOf(period, here);
  if (!here || !stretch || stretch.end < here.today || stretch.end < stretch.start) return 'unclear';
  const start = stretch.start < here.today ? here.today : stretch.start;
  return { from: start.toFormat(isoDate), until: stretch.end.toFormat(isoDate) };
}

/** The date `YYYY-MM-DD` of a day, seen from `now` in a zone; undefined where there is no such day, or it is not one day. */
export function resolveDay(point: Point, now: Date, zone: string, findHoliday: FindHoliday): string | undefined {
  const here = hereAt(now, zone, findHoliday);
  const stretch = here && datesOf(point, here);
  return stretch && +stretch.start === +stretch.end ? stretch.start.toFormat(isoDate) : undefined;
}

function hereAt(now: Date, zone: string, findHoliday: FindHoliday): Here | undefined {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day').setZone('utc', { keepLocalTime: true });
  return today.isValid ? { today, findHoliday } : undefined;
}

const isoDate = 'yyyy-MM-dd';

function stretchOf(period: Period, here: Here): Stretch | undefined {
  switch (period.kind) {
    case 'during':
      return datesOf(period.point, here);
    case 'length': {
      const start = period.first ? datesOf(period.first, here)?.start : here.today;
      return start && { start, end: start.plus({ [period.unit]: period.count }).minus({ days: 1 }) };
    }
    case 'until': {
      const start = period.first ? datesOf(period.first, here)?.start : here.today;
      const target = start && datesOf(period.point, { ...here, today: start });
      return target && { start, end: period.included ? target.end : target.start.minus({ days: 1 }) };
    }
    case 'between':
      return between(period.first, period.last, here);
    case 'since':
      return undefined;
  }
}

/** The end is looked for after the start, so that "20. december til 5. januar" goes over New Year. */
function between(first: Point, last: Point, here: Here): Stretch | undefined {
  const start = datesOf(withYearOf(first, last), here)?.start;
  const begun = start && beganEarlier(first, last, start, here);
  // "i overmorgen" is counted from today.
  const end = begun && datesOf(last, last.kind === 'ahead' ? here : { ...here, today: begun })?.end;
  return begun && end && { start: begun, end };
}

/** "3. juli til 20. juli 2028": the year stands for both, unless New Year lies between. */
function withYearOf(first: Point, last: Point): Point {
  if (first.kind !== 'date' || last.kind !== 'date' || last.year === undefined || first.year !== undefined) return first;
  return { ...first, year: last.year - ((first.month ?? 1) > (last.month ?? 12) ? 1 : 0) };
}

/** "fra 3. til 20. juli" said on 10 July has begun: its start is this year's, not the next. */
function beganEarlier(first: Point, last: Point, start: DateTime, here: Here): DateTime {
  if (first.kind !== 'date' || last.kind !== 'date' || first.year !== undefined || last.year !== undefined) return start;
  const earlier = start.minus({ years: 1 });
  const end = datesOf(last, { ...here, today: earlier })?.end;
  const isOther = first.weekday !== undefined && earlier.weekday !== weekdays.indexOf(first.weekday) + 1;
  return end && end >= here.today && !isOther ? earlier : start;
}

/** The dates of a point, the first that are not over on `today`. */
function datesOf(point: Point, here: Here): Stretch | undefined {
  const { today } = here;
  switch (point.kind) {
    case 'weekday':
      return point.after ? behind(point.after, point, here) : oneDay(weekdayAfter(point, today));
    case 'date':
      return rightDay(point.weekday, point.month === undefined ? dayOfMonth(point.day, today) : dateInYear(point, point.month, today));
    case 'month':
      return yearly(today, point.year, (year) => whole(DateTime.utc(year, point.month), 'month'));
    case 'week':
      return weeks(point, today);
    case 'ahead':
      return oneDay(today.plus({ [point.unit]: point.count }));
    case 'unit':
      return whole(today.plus(point.next ? { [point.unit]: 1 } : {}), point.unit);
    case 'weekend':
      return weekend(today.plus(point.next && today.weekday < 6 ? { weeks: 1 } : point.next ? { days: 8 - today.weekday } : {}));
    case 'holiday':
      return yearly(today, undefined, (year) => holiday(here.findHoliday(point.of, year)));
    case 'unknown':
    case 'impossible':
      return undefined;
  }
}

function weekend(today: DateTime): Stretch {
  return { start: today.weekday > 5 ? today : today.plus({ days: 6 - today.weekday }), end: today.plus({ days: 7 - today.weekday }) };
}

function holiday(dates: Pause | undefined): Stretch | undefined {
  return dates && { start: DateTime.fromISO(dates.from, { zone: 'utc' }), end: DateTime.fromISO(dates.until, { zone: 'utc' }) };
}

const oneDay = (day: DateTime): Stretch | undefined => (day.isValid ? { start: day, end: day } : undefined);
const whole = (day: DateTime, unit: 'day' | 'week' | 'month' | 'year'): Stretch => ({
  start: day.startOf(unit),
  end: day.endOf(unit).startOf('day'),
});

/** A date that is another weekday than was said beside it is no date. */
function rightDay(weekday: (typeof weekdays)[number] | undefined, stretch: Stretch | undefined): Stretch | undefined {
  return weekday === undefined || stretch?.start.weekday === weekdays.indexOf(weekday) + 1 ? stretch : undefined;
}

function dateInYear(point: Point & { kind: 'date' }, month: number, today: DateTime): Stretch | undefined {
  return yearly(today, point.year, (year) => oneDay(DateTime.utc(year, month, point.day)));
}

/** The first such weekday behind a holiday. */
function behind(after: Holiday, { day }: Point & { kind: 'weekday' }, here: Here): Stretch | undefined {
  const feast = datesOf({ kind: 'holiday', of: after }, here);
  return feast && oneDay(weekdayAfter({ kind: 'weekday', day }, feast.end));
}

/** "mandag" is the coming one, never today; "næste mandag" is the one of next week. */
function weekdayAfter(point: Point & { kind: 'weekday' }, today: DateTime): DateTime {
  const wanted = weekdays.indexOf(point.day) + 1;
  if (point.next) return today.startOf('week').plus({ weeks: 1, days: wanted - 1 });
  const isToday = wanted === today.weekday;
  // "mandag om en uge", said on a Monday, is the next one.
  return today.plus({ days: isToday && point.weeks ? 0 : ((wanted - today.weekday + 6) % 7) + 1, weeks: point.weeks ?? 0 });
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
    const weekday = point.weekday ? weekdays.indexOf(point.weekday) + 1 : undefined;
    const at = (weekNumber: number, day: number, inYear = weekYear) =>
      DateTime.fromObject({ weekYear: inYear, weekNumber, weekday: day as 1 }, { zone: 'utc' });
    const start = at(point.first, weekday ?? 1);
    const last = weekday ? start : at(point.last, 7, weekYear + (point.last < point.first ? 1 : 0));
    return start.isValid && last.isValid ? { start, end: last } : undefined;
  };
  if (point.year !== undefined) return of(point.year);
  // Week 52 to 1 may have begun in the year before.
  return [today.weekYear - 1, today.weekYear, today.weekYear + 1].map(of).find((stretch) => stretch && stretch.end >= today);
}
