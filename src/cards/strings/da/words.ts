/**
 * Danish words that several texts are put together of: days, times.
 */
import type { Weekday } from '../../../language/times/words.js';
import { createLister, firstUpper, isRow, weekdayNames } from '../lists.js';

/** The names of the days, by their short forms. */
export const dayNames = weekdayNames('da');

/** One after another. */
export const listed = createLister('da');

/** Days as a line of their own has them. */
export function daysInShort(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Hver dag';
  if (days.join() === 'man,tir,ons,tor,fre') return 'Hver hverdag';
  return firstUpper(listed(days.map((day) => dayNames[day])));
}

/** Days as the middle of a sentence has them. */
export function daysOf(days: readonly Weekday[]): string {
  const names = days.map((day) => dayNames[day]);
  if (names.length === 7) return 'hver dag';
  if (names.length === 1) return `hver ${names[0]}`;
  if (isRow(days)) return `${names[0]} til ${names.at(-1)}`;
  return listed(names);
}

/** A time of day as people write it; `time` is HH:MM. */
export const clock = (time: string) => time.replace(/^0/, '').replace(':', '.');

/** "kl. 8.00" on the minute, "omkring kl. 8" about it, "kl. 8" where that is not said; midnight keeps its minutes. */
export function atTime(time: string, exact: boolean | undefined): string {
  if (exact) return `kl. ${clock(time)}`;
  return `${exact === false ? 'omkring ' : ''}kl. ${clock(time).replace(/(?<!^0)\.00$/, '')}`;
}
