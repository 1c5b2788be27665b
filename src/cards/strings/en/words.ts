/**
 * English words that several texts are put together of: days, times, articles.
 */
import type { Weekday } from '../../../language/times/words.js';
import { createLister, isRow, weekdayNames } from '../lists.js';

/** The names of the days, by their short forms. */
export const dayNames = weekdayNames('en');

/** One after another. */
export const listed = createLister('en');

/** Days as a line of their own has them. */
export function daysInShort(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Every day';
  if (days.join() === 'man,tir,ons,tor,fre') return 'Every weekday';
  return listed(days.map((day) => dayNames[day]));
}

/** Days as the middle of a sentence has them. */
export function daysOf(days: readonly Weekday[]): string {
  const names = days.map((day) => dayNames[day]);
  if (names.length === 7) return 'every day';
  if (names.length === 1) return `every ${names[0]}`;
  if (isRow(days)) return `${names[0]} to ${names.at(-1)}`;
  return listed(names);
}

/** A time of day as people write it; `time` is HH:MM. */
export const clock = (time: string) => time.replace(/^0/, '');

/** "at 8:00" on the minute, "around 8" about it, "at 8" where that is not said; an hour that no clock with twelve has keeps its minutes. */
export function atTime(time: string, exact: boolean | undefined): string {
  if (exact) return `at ${clock(time)}`;
  return `${exact === false ? 'around' : 'at'} ${clock(time).replace(/^([1-9]|1[0-2]):00$/, '$1')}`;
}

/** A noun with the article that its first letter wants. */
export const article = (noun: string) => (/^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`);
