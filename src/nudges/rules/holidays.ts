/** Holidays: which days they are, and on which days no nudge is sent. */
import { DateTime } from 'luxon';
import { once, remember } from '../../content/once.js';
import type { FindHoliday } from '../../language/times/dates.js';
import type { Holiday } from '../../language/times/when.js';

/** Whether nothing that may wait is sent to a tenant's people on a local date `YYYY-MM-DD`. */
export type IsClosed = (localDate: string, tenant: string) => boolean;

/** Which days besides the public holidays are closed. */
export type ClosedDaysOptions = {
  /** Also 5 June (grundlovsdag), 24 December and 31 December, closed by municipal agreement, not by law. */
  readonly municipal: boolean;
  /** More dates `YYYY-MM-DD`, such as an agreed closing day between Christmas and New Year. Default none. */
  readonly extra?: readonly string[];
};

const MUNICIPAL = ['06-05', '12-24', '12-31'];

/**
 * Loads the calendar, for tests of whether a local date `YYYY-MM-DD` is closed. Store bededag is one up to 2023 only.
 *
 * Async because the calendar costs 100-150 ms to load: call it once, when the first nudge is planned.
 */
export async function loadClosedDays(): Promise<(options: ClosedDaysOptions) => (localDate: string) => boolean> {
  const list = await createLists();
  const publicDays = remember(
    (year: string) => new Set(list(Number(year)).flatMap(({ type, date }) => (type === 'public' ? [date.slice(0, 10)] : []))),
    (year) => year,
  );
  return ({ municipal, extra = [] }) => {
    const closed = new Set(extra);
    return (localDate) =>
      closed.has(localDate) || (municipal && MUNICIPAL.includes(localDate.slice(5))) || publicDays(localDate.slice(0, 4)).has(localDate);
  };
}

/** First and last day of a holiday, by the calendar's rules, and so many days later ({@link https://github.com/commenthol/date-holidays}). */
const rules: Readonly<Record<Holiday, readonly [first: string, last: string, shift?: number]>> = {
  jul: ['12-24', '12-26'],
  juleaften: ['12-24', '12-24'],
  juledag: ['12-25', '12-25'],
  'anden juledag': ['12-26', '12-26'],
  nytår: ['01-01', '01-01'],
  fastelavnsmandag: ['easter -48', 'easter -48'],
  // A week before Easter; the calendar does not name it.
  palmesøndag: ['easter', 'easter', -7],
  påske: ['easter -3', 'easter 1'],
  skærtorsdag: ['easter -3', 'easter -3'],
  langfredag: ['easter -2', 'easter -2'],
  påskedag: ['easter', 'easter'],
  'anden påskedag': ['easter 1', 'easter 1'],
  himmelfart: ['easter 39', 'easter 39'],
  pinse: ['easter 49', 'easter 50'],
  pinsedag: ['easter 49', 'easter 49'],
  'anden pinsedag': ['easter 50', 'easter 50'],
  grundlovsdag: ['06-05', '06-05'],
};

/** Makes the look-up of holidays. Async because the calendar costs 100-150 ms to load: call it once, when the first is asked for. */
async function createHolidays(): Promise<FindHoliday> {
  const list = await createLists();
  return (holiday, year) => {
    const days = list(year);
    const [first, last, shift = 0] = rules[holiday];
    const dateOf = (wanted: string) => {
      const date = days.find(({ rule }) => rule === wanted)?.date.slice(0, 10);
      return date && DateTime.fromISO(date, { zone: 'utc' }).plus({ days: shift }).toFormat('yyyy-MM-dd');
    };
    const [from, until] = [dateOf(first), dateOf(last)];
    return from && until ? { from, until } : undefined;
  };
}

/** The look-up of holidays, loaded when it is first asked for, and once. */
export const holidays = once(createHolidays);

/** The calendar's days of a year. */
async function createLists() {
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays('DK');
  return (year: number) => calendar.getHolidays(year);
}
