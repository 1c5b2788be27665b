/**
 * What a person writes most about: how many of their notes there are of each theme, as words first.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type Element, plainText, tapRow, textBlock } from '../cards/elements.js';
import { firstUpper } from '../cards/strings/lists.js';
import { newestFrameworks, type Theme } from '../content/library.js';
import { somebody } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { keepPeriod, type NotePeriod, nameOfPeriod, someWeek } from './note-period.js';

/** How many notes there are of a theme. */
export type ThemeCount = { readonly theme: Theme; readonly count: number };

/** Notes counted by theme, most first; `gone` are of themes that the content has no more, `without` of none. */
export type NoteThemes = {
  readonly themes: readonly ThemeCount[];
  readonly gone: number;
  readonly without: number;
  readonly total: number;
};

/** What the notes of somebody are about. */
export type NoteThemesAnswer = Answered<'note-themes', NoteThemes & { readonly when?: NotePeriod | undefined }>;

/** The kind of {@link NoteThemesAnswer}. */
export const noteThemesKind: Kind<NoteThemesAnswer> = {
  name: 'note-themes',
  card: noteThemesCard,
  exhibits: ({ library }) => {
    const { themes } = somebody(library).framework;
    const counted = (counts: readonly number[]) => themes.slice(0, counts.length).map((theme, at) => ({ theme, count: counts[at] ?? 1 }));
    const others = newestFrameworks(library).flatMap((framework) => framework.themes);
    return [
      { kind: 'note-themes', themes: counted([7, 3]), gone: 1, without: 1, total: 12, next: [] },
      { kind: 'note-themes', themes: counted([2, 2]), gone: 0, without: 0, total: 4, when: someWeek, next: [] },
      {
        kind: 'note-themes',
        themes: others.map((theme) => ({ theme, count: 1 })),
        gone: 3,
        without: 2,
        total: others.length + 5,
        next: [],
      },
      { kind: 'note-themes', themes: [], gone: 2, without: 0, total: 2, next: [] },
    ];
  },
};

/** So many themes have a row of their own; the rest share one. */
const MOST_ROWS = 4;
/** Themes that come first together, at most, to be named in one sentence. */
const MOST_NAMED = 2;
/** The longest bar, in signs. */
const LONGEST_BAR = 12;

/** What the most is written about, then a row for each theme that leads to its notes. */
function noteThemesCard(answer: NoteThemesAnswer, desk: Desk): Draft {
  const { themes, gone, without, total, when } = answer;
  const { t, press, ask } = desk;
  const title = when ? t.noteThemes.titlePast : t.noteThemes.title;
  const named = when && nameOfPeriod(when, desk);
  const rest = themes.slice(MOST_ROWS);
  const most = Math.max(1, ...themes.map(({ count }) => count));
  const plain: [string, number][] = [
    [t.noteThemes.others(rest.length), rest.reduce((sum, { count }) => sum + count, 0)],
    [t.noteThemes.gone, gone],
    [t.noteThemes.without, without],
  ];
  const said = sayMost(answer, desk);
  return {
    summary: said,
    head: { title, under: [t.notes.count(total), named && firstUpper(named.name), named?.dates] },
    body: [
      plainText(said, { weight: 'Bolder' }, { spacing: 'Small' }),
      ...themes
        .slice(0, MOST_ROWS)
        .map(({ theme, count }) =>
          tapRow(
            [rowOf(theme.label.text, count, desk, 'Accent'), barOf(count, most)],
            press('act', { act: 'list-notes', theme: theme.id, ...keepPeriod(when) }, t.notes.count(count), 'alone'),
            { spacing: 'Small' },
          ),
        ),
      ...plain.flatMap(([label, count]) => (count > 0 ? [rowOf(label, count, desk)] : [])),
    ],
    actions: [
      press('act', { act: 'list-notes', ...keepPeriod(when) }, when ? t.notes.listed : t.notes.all),
      ask({ intent: 'reflect' }, t.button.reflect),
    ],
  };
}

/** "Mest om Faglig ledelse: 7 af dine 12 noter." */
function sayMost({ themes, total }: NoteThemes, { t }: Desk): string {
  const [first] = themes;
  if (!first) return t.noteThemes.noTheme;
  const leading = themes.filter(({ count }) => count === first.count);
  if (leading.length > MOST_NAMED) return t.noteThemes.even(leading.length);
  return t.noteThemes.most(
    leading.map(({ theme }) => theme.label.text),
    first.count,
    total,
  );
}

/** The same in one line for a list: "Mest om Faglig ledelse (3) og Samarbejde (2)."; undefined where no theme is there. */
export function sayThemes({ themes }: NoteThemes, { t }: Desk): string | undefined {
  const most = themes.slice(0, MOST_NAMED).map(({ theme, count }) => ({ label: theme.label.text, count }));
  return most.length > 0 ? t.noteThemes.short(most) : undefined;
}

function rowOf(label: string, count: number, { t }: Desk, color?: 'Accent'): Element {
  const number = textBlock(t.notes.count(count), { size: 'Small', ...(color ? { color } : { isSubtle: true }) });
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'stretch', items: [plainText(label)] },
      { type: 'Column', width: 'auto', items: [number] },
    ],
  };
}

/** Only shows what the number beside it says. */
function barOf(count: number, most: number): Element {
  const length = Math.max(1, Math.round((count / most) * LONGEST_BAR));
  return plainText('█'.repeat(length), { size: 'Small', color: 'Accent' }, { spacing: 'None' });
}
