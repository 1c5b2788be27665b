/**
 * When notes were written, seen from the person's own day, and how many there are of each theme.
 */
import type { NoNotesAnswer, NotePeriod } from '../answers/note-period.js';
import type { NoteThemes } from '../answers/note-themes.js';
import { type Library, type Theme, themeOf } from '../content/library.js';
import { type Owner, zoneOf } from '../conversation/speaker.js';
import { instantsOf, resolvePast } from '../language/times/past-dates.js';
import type { PastPeriod } from '../language/times/when.js';
import { localDate } from '../nudges/rules/cadence.js';
import { holidays } from '../nudges/rules/holidays.js';
import type { NoteTally } from './ports.js';

/** A period with its instants: from the first on, and before the second. */
export type FoundPeriod = { readonly when: NotePeriod; readonly range: { readonly from?: Date; readonly until: Date } };

/** The days of a period in the owner's zone, seen from the local date `seen`, else from today; an answer that asks where there are none. */
export async function findPeriod(
  { period, seen }: { readonly period: PastPeriod; readonly seen?: string | undefined },
  owner: Owner,
): Promise<FoundPeriod | NoNotesAnswer> {
  const zone = zoneOf(owner);
  const today = localDate(owner.incoming.at, zone);
  const from = seen ?? today;
  const dates = resolvePast(period, from, await holidays());
  if (typeof dates === 'string') return { kind: 'no-notes', why: dates, next: [] };
  return { when: { period, dates, seen: from, isToday: from === today }, range: instantsOf(dates, zone) };
}

/** Counts by theme. The same theme of two editions is one; what the content has no more is counted beside the themes. */
export function countThemes(library: Library, tallies: readonly NoteTally[]): NoteThemes {
  const known = new Map<string, { readonly theme: Theme; readonly count: number }>();
  const sum = { gone: 0, without: 0, total: 0 };
  for (const { framework, theme: id, count } of tallies) {
    const theme = id === undefined ? undefined : findTheme(library, id, framework);
    sum.total += count;
    if (theme) known.set(theme.id, { theme, count: (known.get(theme.id)?.count ?? 0) + count });
    else if (id === undefined) sum.without += count;
    else sum.gone += count;
  }
  const themes = [...known.values()].sort(
    (one, other) => other.count - one.count || one.theme.label.text.localeCompare(other.theme.label.text, 'da'),
  );
  return { themes, ...sum };
}

/** A theme by its id, that of a framework before others of the same id. */
export function findTheme(library: Library, id: string, framework?: string): Theme | undefined {
  const own = library.framework(framework ?? '');
  return (own && themeOf(own, id)) ?? library.frameworks.flatMap((each) => themeOf(each, id) ?? [])[0];
}
