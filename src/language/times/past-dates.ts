/** Which dates a period is that people look back on, seen from the day it is said. */
import { DateTime } from 'luxon';
import type { FindHoliday } from './dates.js';
import type { PastPeriod, PastPoint, Season } from './when.js';
import { weekdays } from './words.js';

/** Local dates `YYYY-MM-DD`, both included; without `from` everything up to then. */
export type PastDates = { readonly from?: string; readonly until: string };

/** Why a period has no dates: it has not begun, only the person knows when it was, or no calendar has it. */
export type NoPastDates = 'ahead' | 'unknown' | 'impossible';

/** Stretches of whole days; `end` is included. */
type Stretch = { readonly start: DateTime; readonly end: DateTime };
type Outcome = Stretch | NoPastDates;

/** From where dates are seen: midnight of today, and the calendar. */
type Here = { readonly today: DateTime; readonly findHoliday: FindHoliday };

/**
 * The dates of a period, seen from a local date `YYYY-MM-DD`, today included.
 *
 * Without a year a point is the latest that has begun, and a weekday the last one before today. What goes on is cut to end
 * today; the end of a range is looked for behind its start, so that "20. december til 5. januar" goes over New Year.
 */
export function resolvePast(period: PastPeriod, today: string, findHoliday: FindHoliday): PastDates | NoPastDates {
  const day = DateTime.fromISO(today, { zone: 'utc' });
  const stretch = stretchOf(period, { today: day, findHoliday });
  if (typeof stretch === 'string') return stretch;
  if (stretch.end < stretch.start) return 'impossible';
  if (stretch.start > day) return 'ahead';
  const until = (stretch.end > day ? day : stretch.end).toFormat(isoDate);
  return period.kind === 'until' ? { until } : { from: stretch.start.toFormat(isoDate), until };
}

/** The instants that dates begin and end at in a zone; `until` is the first one behind them. */
export function instantsOf({ from, until }: PastDates, zone: string): { readonly from?: Date; readonly until: Date } {
  const midnight = (date: string) => DateTime.fromISO(date, { zone }).startOf('day');
  return { ...(from && { from: midnight(from).toJSDate() }), until: midnight(until).plus({ days: 1 }).startOf('day').toJSDate() };
}

const isoDate = 'yyyy-MM-dd';

function stretchOf(period: PastPeriod, here: Here): Outcome {
  switch (period.kind) {
    case 'during':
      return datesOf(period.point, here);
    case 'between':
      return between(period.first, period.last, here);
    case 'since': {
      const point = datesOf(period.point, here);
      if (typeof point === 'string') return point;
      const isOver = (period.point.kind === 'holiday' || period.point.kind === 'season') && +point.start !== +point.end;
      const isBehind = period.after === true || isOver;
      return { start: isBehind && point.end < here.today ? point.end.plus({ days: 1 }) : point.start, end: here.today };
    }
    case 'until': {
      const point = datesOf(period.point, here);
      return typeof point === 'string' ? point : { start: earliest, end: period.included ? point.end : point.start.minus({ days: 1 }) };
    }
    case 'last':
      return { start: here.today.minus({ [period.unit]: period.count }).plus({ days: 1 }), end: here.today };
  }
}

/** Before anybody could have written anything here. */
const earliest = DateTime.utc(2000, 1, 1);

function between(first: PastPoint, last: PastPoint, here: Here): Outcome {
  const start = datesOf(sharing(first, last), here);
  if (typeof start === 'string') return start;
  const end = isPinned(last) ? datesOf(last, here) : datesFrom(last, start.start, here);
  return typeof end === 'string' ? end : { start: start.start, end: end.end };
}

/** "mandag til onsdag i sidste uge", "oktober til november 2025": what is said of the last point is meant of the first too. */
function sharing(first: PastPoint, last: PastPoint): PastPoint {
  if (first.kind === 'weekday' && last.kind === 'weekday' && first.week === undefined && last.week !== undefined)
    return { ...first, week: last.week };
  if (!isYearly(first) || !isYearly(last) || first.year !== undefined || first.back !== undefined) return first;
  const isOver = placeInYear(first) > placeInYear(last) ? 1 : 0;
  if (last.back !== undefined) return { ...first, back: last.back + isOver };
  return last.year === undefined ? first : { ...first, year: last.year - isOver };
}

/** Roughly where in a year a point stands, to tell which of two comes first. */
function placeInYear(point: Yearly): number {
  if (point.kind === 'date') return (point.month ?? 1) * 100 + point.day;
  return point.kind === 'month' ? point.month * 100 : point.kind === 'week' ? point.first * 25 : 0;
}

/** Whether a point is where it is whatever stands before it. */
function isPinned(point: PastPoint): boolean {
  if (point.kind === 'weekday') return point.week !== undefined;
  return !isYearly(point) || point.year !== undefined || point.back !== undefined;
}

/** The first such point that does not end before a day. */
function datesFrom(point: PastPoint, start: DateTime, here: Here): Outcome {
  if (point.kind === 'weekday') return sameDay(start.plus({ days: (weekdays.indexOf(point.day) + 8 - start.weekday) % 7 }));
  if (point.kind === 'date' && point.month === undefined) {
    const months = [0, 1, 2].map((more) => start.startOf('month').plus({ months: more }));
    return nearestDay(point.day, months, (date) => date >= start);
  }
  const years = [0, 1].map((more) => inYear(point, start.year + more, here));
  const found = years.find((stretch) => stretch !== undefined && stretch.end >= start);
  return found ?? datesOf(point, here);
}

/** The dates of a point, the latest that has begun. */
function datesOf(point: PastPoint, here: Here): Outcome {
  const { today } = here;
  switch (point.kind) {
    case 'weekday':
      return weekdayBefore(point, today);
    case 'unit':
      return whole(today.minus({ [point.unit]: point.back }), point.unit);
    case 'weekend': {
      const saturday = today.minus({ days: (today.weekday + 1) % 7, weeks: point.back });
      return { start: saturday, end: saturday.plus({ days: 1 }) };
    }
    case 'year':
      return whole(DateTime.utc(point.year), 'year');
    case 'ahead':
    case 'unknown':
    case 'impossible':
      return point.kind;
    case 'date':
      return rightDay(point, point.month === undefined ? dayOfMonth(point.day, today) : latest(point, here));
    case 'month':
    case 'week':
    case 'holiday':
    case 'season':
      return latest(point, here);
  }
}

type Yearly = Extract<PastPoint, { kind: 'date' | 'month' | 'week' | 'holiday' | 'season' }>;
const isYearly = (point: PastPoint): point is Yearly => /^(date|month|week|holiday|season)$/.test(point.kind);

/** How far back the last 29 February and the last week 53 can be. */
const mostYears = 8;

/** The latest that has begun; a named year stands. */
function latest(point: Yearly, here: Here): Outcome {
  const year = point.year ?? (point.back === undefined ? undefined : here.today.year - point.back);
  if (year !== undefined) return inYear(point, year, here) ?? 'impossible';
  const isOver = point.kind === 'month' && point.over === true;
  // The ISO year of a week may be the next one.
  const years = Array.from({ length: mostYears + 2 }, (_, less) => here.today.year + 1 - less);
  const found = years.flatMap((each) => inYear(point, each, here) ?? []).find(({ start, end }) => (isOver ? end : start) <= here.today);
  return found ?? 'impossible';
}

function inYear(point: PastPoint, year: number, { findHoliday }: Here): Stretch | undefined {
  switch (point.kind) {
    case 'date':
      return oneDay(DateTime.utc(year, point.month ?? 1, point.day));
    case 'month':
      return whole(DateTime.utc(year, point.month), 'month');
    case 'week':
      return weeks(point, year);
    case 'holiday':
      return stretchFrom(findHoliday(point.of, year));
    case 'season':
      return seasonIn(point.of, year);
    default:
      return undefined;
  }
}

/**
 * Seasons by their months, and school holidays by the weeks that most of the country has them in: the summer's are those of
 * the collective agreements, so that whoever looks back on what came after misses nothing.
 */
const seasonDates: Readonly<
  Record<Season, { readonly months: readonly [number, number] } | { readonly weeks: readonly [number, number] }>
> = {
  forår: { months: [3, 5] },
  sommer: { months: [6, 8] },
  efterår: { months: [9, 11] },
  vinter: { months: [12, 2] },
  sommerferie: { weeks: [28, 30] },
  vinterferie: { weeks: [7, 7] },
  efterårsferie: { weeks: [42, 42] },
};

function seasonIn(of: Season, year: number): Stretch | undefined {
  const dates = seasonDates[of];
  if ('weeks' in dates) return weeks({ kind: 'week', first: dates.weeks[0], last: dates.weeks[1] }, year);
  const [first, last] = dates.months;
  return {
    start: DateTime.utc(year, first),
    end: DateTime.utc(year + (last < first ? 1 : 0), last)
      .endOf('month')
      .startOf('day'),
  };
}

function weeks({ first, last, weekday }: PastPoint & { kind: 'week' }, weekYear: number): Stretch | undefined {
  const at = (weekNumber: number, day: number, year = weekYear) =>
    DateTime.fromObject({ weekYear: year, weekNumber, weekday: day as 1 }, { zone: 'utc' });
  const start = at(first, weekday ? weekdays.indexOf(weekday) + 1 : 1);
  const end = weekday ? start : at(last, 7, weekYear + (last < first ? 1 : 0));
  return start.isValid && end.isValid ? { start, end } : undefined;
}

/** "i mandags" is the last one before today; "mandag i sidste uge" the one of that week. */
function weekdayBefore({ day, week }: PastPoint & { kind: 'weekday' }, today: DateTime): Stretch {
  const wanted = weekdays.indexOf(day) + 1;
  const found =
    week === undefined
      ? today.minus({ days: ((today.weekday - wanted + 6) % 7) + 1 })
      : today
          .startOf('week')
          .minus({ weeks: week })
          .plus({ days: wanted - 1 });
  return sameDay(found);
}

/** "den 15." is the last 15th, today's included. */
function dayOfMonth(day: number, today: DateTime): Outcome {
  const months = [0, 1, 2].map((less) => today.startOf('month').minus({ months: less }));
  return nearestDay(day, months, (date) => date <= today);
}

/** That day of the first of some months that has it where it is right. */
function nearestDay(day: number, months: readonly DateTime[], isRight: (date: DateTime) => boolean): Outcome {
  const found = months.filter((month) => day <= (month.daysInMonth ?? 0)).map((month) => month.set({ day }));
  return oneDay(found.find(isRight)) ?? 'impossible';
}

/** A date that is another weekday than was said beside it is no date. */
function rightDay({ weekday }: PastPoint & { kind: 'date' }, stretch: Outcome): Outcome {
  if (typeof stretch === 'string' || weekday === undefined) return stretch;
  return stretch.start.weekday === weekdays.indexOf(weekday) + 1 ? stretch : 'impossible';
}

function stretchFrom(dates: PastDates | undefined): Stretch | undefined {
  const at = (date: string) => DateTime.fromISO(date, { zone: 'utc' });
  return dates?.from === undefined ? undefined : { start: at(dates.from), end: at(dates.until) };
}

const oneDay = (day: DateTime | undefined): Stretch | undefined => (day?.isValid ? sameDay(day) : undefined);
const sameDay = (day: DateTime): Stretch => ({ start: day, end: day });
const whole = (day: DateTime, unit: 'day' | 'week' | 'month' | 'quarter' | 'year'): Stretch => ({
  start: day.startOf(unit),
  end: day.endOf(unit).startOf('day'),
});
