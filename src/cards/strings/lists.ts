/**
 * Words that every language has of its own and the platform knows: weekdays, dates, and "a, b and c".
 */
import type { Language } from '../../content/language.js';
import { type Weekday, weekdays } from '../../language/times/words.js';

const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

/** The names of the days of a week ("mandag", "Monday"), as the middle of a sentence has them. */
export function weekdayNames(language: Language): Readonly<Record<Weekday, string>> {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return Object.fromEntries(weekdays.map((day, at) => [day, format.format(Date.UTC(2024, 0, at + 1))])) as Record<Weekday, string>;
}

/** A day in words, where somebody is: "24. november 2026". `zone` is an IANA name. */
export function longDate(instant: Date, language: Language, zone: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: zone }).format(instant);
}

/** Local dates `YYYY-MM-DD` in words, both included: "16.–22. november"; with their year where it is not that of `seen`. */
export function datesInWords(dates: { readonly from: string; readonly until: string }, seen: string, language: Language): string {
  const isThisYear = [dates.from, dates.until].every((date) => date.slice(0, 4) === seen.slice(0, 4));
  const format = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.formatRange(Date.parse(dates.from), Date.parse(dates.until));
}

/** Writes things one after another: "a", "a og b", "a, b og c". */
export function createLister(language: Language): (items: readonly string[]) => string {
  const format = new Intl.ListFormat(locales[language], { type: 'conjunction' });
  return (items) => format.format(items);
}

/** A text that begins with a capital letter. */
export function firstUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A municipality without the word for one: "Holstebro". */
export function shortPlace(name: string): string {
  return name.replace(/ Kommune$/, '');
}

/** Three days or more without a gap are said by the first and the last. */
export function isRow(days: readonly Weekday[]): boolean {
  const first = weekdays.indexOf(days[0] ?? 'man');
  return days.length > 2 && days.every((day, at) => weekdays.indexOf(day) === first + at);
}
