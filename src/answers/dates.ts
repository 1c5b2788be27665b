/**
 * Dates as cards say them.
 */
import type { Desk } from '../cards/desk.js';
import type { Language } from '../content/language.js';

/** "tirsdag 24. november", with the year where it is another one than today's. */
export function dateOf(date: string, today: string, desk: Pick<Desk, 'view'>): string {
  return `${formatDate(date, desk.view.language, { weekday: 'long' })} ${dayAndMonth(date, today, desk)}`;
}

/** "28. december", with the year where it is another one than today's; both dates `YYYY-MM-DD`. */
export function dayAndMonth(date: string, today: string, { view }: Pick<Desk, 'view'>): string {
  const isOtherYear = date.slice(0, 4) !== today.slice(0, 4);
  return formatDate(date, view.language, { day: 'numeric', month: 'long', ...(isOtherYear && { year: 'numeric' }) });
}

function formatDate(date: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : 'da-DK';
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
}
