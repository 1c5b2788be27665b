/**
 * The time that notes are asked for: what it is called on a card, and what is said where it has none.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { datesInWords } from '../cards/strings/lists.js';
import type { NoPastDates, PastDates } from '../language/times/past-dates.js';
import type { PastPeriod } from '../language/times/when.js';
import type { Answered, Kind } from './kind.js';

/** A period with its dates. `seen` is the local date on which it was said; `isToday` while that is today. */
export type NotePeriod = { readonly period: PastPeriod; readonly dates: PastDates; readonly seen: string; readonly isToday: boolean };

/** There are no notes of a period: none were written, or it has no dates that could be looked at. */
export type NoNotesAnswer = Answered<
  'no-notes',
  { readonly why: 'empty'; readonly when: NotePeriod } | { readonly why: NoPastDates; readonly when?: undefined }
>;

/** The kind of {@link NoNotesAnswer}. */
export const noNotesKind: Kind<NoNotesAnswer> = {
  name: 'no-notes',
  card: noNotesCard,
  exhibits: () => [
    { kind: 'no-notes', why: 'empty', when: someWeek, next: [] },
    ...(['ahead', 'unknown', 'impossible'] as const).map((why) => ({ kind: 'no-notes' as const, why, next: [] })),
  ],
};

/** A week of somebody made up. */
export const someWeek: NotePeriod = {
  period: { kind: 'during', point: { kind: 'unit', unit: 'week', back: 1 } },
  dates: { from: '2026-11-16', until: '2026-11-22' },
  seen: '2026-11-25',
  isToday: true,
};

/** Behind "Dine noter": "fra sidste uge"; and its dates, where the name has none. */
export function nameOfPeriod(
  { period, dates, seen, isToday }: NotePeriod,
  { t, view }: Desk,
): { readonly name: string; readonly dates?: string } {
  const { from = dates.until, until } = dates;
  const words = datesInWords({ from, until }, seen, view.language);
  const day = (date: string) => datesInWords({ from: date, until: date }, seen, view.language);
  if (period.kind === 'since') return { name: t.notePeriod.since(day(from)) };
  if (dates.from === undefined) return { name: t.notePeriod.upTo(day(until)) };
  const name = t.notePeriod.lasting(period) ?? (isToday ? t.notePeriod.passing(period) : undefined);
  if (name !== undefined) return { name: t.notePeriod.from(name), dates: words };
  return { name: from === until ? t.notePeriod.fromDay(words) : t.notePeriod.from(words) };
}

/** The data of buttons that stay within a period. */
export function keepPeriod(when: NotePeriod | undefined): { readonly period?: PastPeriod; readonly seen?: string } {
  return when ? { period: when.period, seen: when.seen } : {};
}

/** What is said kindly, with two ways on. */
function noNotesCard({ why, when }: NoNotesAnswer, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const named = when && nameOfPeriod(when, desk);
  const title = why === 'empty' ? t.noNotes.title.empty(named?.name ?? '') : t.noNotes.title[why];
  return {
    summary: title,
    head: { title, ...(named?.dates && { under: [named.dates] }) },
    body: [textBlock(t.noNotes.text[why], { spacing: 'Small' })],
    actions: [press('act', { act: 'list-notes' }, t.notes.all), ask({ intent: 'reflect' }, t.noNotes.write)],
  };
}
