/**
 * What periods that people look back on are called, in the words of a language.
 */
import type { Language } from '../../content/language.js';
import type { PastPeriod } from '../../language/times/when.js';
import type { Weekday } from '../../language/times/words.js';
import { weekdayNames } from './lists.js';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The words of a language for periods, as they stand behind "fra". */
export type PeriodWords = {
  /** This one, the one before it, and so on as far as there are words. */
  readonly before: Readonly<Record<Unit, readonly string[]>>;
  readonly last: Readonly<Record<Exclude<Unit, 'quarter'>, { readonly one: string; many(n: number): string }>>;
  readonly weekend: string;
  weekday(day: string): string;
  week(week: number): string;
};

/** Names of periods; undefined where only the dates say it. */
export type PeriodNames = {
  /** A name that says the same whenever it is read: "uge 45". */
  lasting(period: PastPeriod): string | undefined;
  /** A name that is true on the day it is said: "sidste uge". */
  passing(period: PastPeriod): string | undefined;
};

/** Makes the names of a language. */
export function createPeriodNames(language: Language, words: PeriodWords): PeriodNames {
  const days: Readonly<Record<Weekday, string>> = weekdayNames(language);
  const monthName = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return {
    lasting(period) {
      if (period.kind !== 'during') return undefined;
      const { point } = period;
      if (point.kind === 'month') return monthName.format(Date.UTC(2024, point.month - 1));
      return point.kind === 'week' && point.first === point.last && !point.weekday ? words.week(point.first) : undefined;
    },
    passing(period) {
      if (period.kind === 'last') return period.count === 1 ? words.last[period.unit].one : words.last[period.unit].many(period.count);
      if (period.kind !== 'during') return undefined;
      const { point } = period;
      if (point.kind === 'unit') return words.before[point.unit][point.back];
      if (point.kind === 'weekday' && point.week === undefined) return words.weekday(days[point.day]);
      return point.kind === 'weekend' && point.back === 0 ? words.weekend : undefined;
    },
  };
}
