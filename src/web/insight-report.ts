/**
 * What is asked, as numbers to show: labels for ids, and only such numbers as tell of nobody.
 */
import { DateTime } from 'luxon';
import { documentKinds } from '../answers/counted.js';
import type { Language } from '../content/language.js';
import { type Library, themeOf } from '../content/library.js';
import { rowsByWeek, type Shown, showOne, showParts } from './few.js';
import { type InsightWords, insightWords } from './strings/insight.js';

/** How often something was counted in one week, which its Monday's date names. */
export type Count = {
  readonly week: string;
  readonly measure: 'asked' | 'refused' | 'liked' | 'disliked';
  readonly kind: string;
  readonly framework?: string | undefined;
  readonly theme?: string | undefined;
  readonly count: number;
};

/** One row of a table; `weeks` are its counts of each week, where they may be shown. */
export type InsightRow = { readonly label: string; readonly count: Shown; readonly weeks?: readonly number[] };

/** Rows under a heading; without any where they can't be shown one by one. */
export type InsightTable = { readonly title: string; readonly rows: readonly InsightRow[] | undefined };

/** One part of the report: how many in all, and the tables that divide them. No total where there are none, and no tables where they are few. */
export type InsightPart = { readonly title: string; readonly total: Shown | undefined; readonly tables: readonly InsightTable[] };

/** The report as data, with its words. No parts where nothing was counted at all. */
export type InsightReport = {
  readonly title: string;
  readonly scope: string;
  readonly parts: readonly InsightPart[];
  readonly notes: readonly string[];
};

/** What is reported: so many weeks from that of a Monday; of one framework or tenant where they are given. */
export type InsightScope = {
  readonly from: string;
  readonly weeks: number;
  readonly tenant?: string | undefined;
  readonly framework?: string | undefined;
};

type Telling = { readonly library: Library; readonly words: InsightWords; readonly weeks: readonly string[] };

/** Makes the report of counts, which are those of its weeks and tenant. */
export function toReport(counts: readonly Count[], scope: InsightScope, library: Library, language: Language): InsightReport {
  const words = insightWords[language];
  const monday = DateTime.fromISO(scope.from, { zone: 'utc' }).setLocale(language);
  const weeks = Array.from({ length: scope.weeks }, (_, at) => monday.plus({ weeks: at }).toISODate() ?? '');
  const telling = { library, words, weeks };
  const own = scope.framework ? counts.filter(({ framework }) => framework === scope.framework) : counts;
  const of = (measure: Count['measure']) => own.filter((count) => count.measure === measure);
  const asked = of('asked');
  const until = monday.plus({ weeks: scope.weeks, days: -1 });
  const framework = scope.framework && (library.framework(scope.framework)?.name ?? words.gone(scope.framework));
  return {
    title: words.title,
    scope: [
      words.period(monday.toFormat(words.date), until.toFormat(words.date), scope.weeks),
      ...(scope.tenant === undefined ? [] : [words.scope.tenant(scope.tenant)]),
      ...(framework ? [words.scope.framework(framework)] : []),
    ].join(', '),
    parts:
      own.length === 0
        ? []
        : [
            askedPart(asked.filter(isOfDocument), telling, language),
            refusedPart(of('refused'), telling),
            ...otherPart(
              words.other.asked,
              asked.filter((count) => !isOfDocument(count)),
              telling,
            ),
            ...opinions(of, telling),
          ],
    notes: own.length === 0 ? [words.nothing] : words.notes,
  };
}

/** Questions of documents week by week, by kind and by theme. */
function askedPart(counts: readonly Count[], telling: Telling, language: Language): InsightPart {
  const { words } = telling;
  const total = totalOf(counts);
  if (total?.kind !== 'count') return { title: words.asked, total, tables: [] };
  const weeks = weeksOf(counts, telling);
  const byWeek = { title: words.byWeek, rows: weeks && weekRows(weeks, telling, language) };
  const tables = [byWeek, kindTable(counts, telling, weeks), ...themeTables(counts, telling, weeks)];
  return { title: words.asked, total, tables };
}

/** What is of no single document; left out where there is none. */
function otherPart(title: string, counts: readonly Count[], telling: Telling): readonly InsightPart[] {
  const total = totalOf(counts);
  return total ? [{ title, total, tables: total.kind === 'count' ? [kindTable(counts, telling)] : [] }] : [];
}

function kindTable(counts: readonly Count[], telling: Telling, weeks?: readonly Shown[]): InsightTable {
  const { words } = telling;
  const label = (kind: string) => (kind === 'unknown' ? words.unfound : (words.kinds[kind] ?? words.reasons[kind] ?? words.gone(kind)));
  return tableOf(
    words.byKind,
    divide(counts, ({ kind }) => kind, telling, weeks),
    label,
  );
}

/**
 * Kinds that may be of one document. All others are parts of their own, without a total over both: kinds that never have a document,
 * taken from all that has none, would leave a number that nobody looked at.
 */
const ofDocuments: readonly string[] = documentKinds.filter((kind) => kind !== 'compare-frameworks' && kind !== 'compare-editions');

function isOfDocument({ kind }: Count): boolean {
  return ofDocuments.includes(kind);
}

/** That a document does not name something is told document by document. */
function refusedPart(counts: readonly Count[], telling: Telling): InsightPart {
  const { words, library } = telling;
  const total = totalOf(counts);
  if (total?.kind !== 'count') return { title: words.refused, total, tables: [] };
  const reasons = divide(counts, ({ kind }) => kind, telling);
  const silent = counts.filter(({ kind }) => kind === 'not-named');
  const isShown = reasons?.some(({ key, count }) => key === 'not-named' && count.kind === 'count');
  const byFramework = isShown ? divide(silent, ({ framework = '' }) => framework, telling) : undefined;
  const name = (id: string) => frameworkName(library, id, words);
  return {
    title: words.refused,
    total,
    tables: [
      tableOf(words.byReason, reasons, (kind) => words.reasons[kind] ?? words.gone(kind)),
      ...(isShown ? [tableOf(words.bySilent, byFramework, name)] : []),
    ],
  };
}

/** What people thought of answers; left out while nobody said anything. */
function opinions(of: (measure: Count['measure']) => readonly Count[], telling: Telling): readonly InsightPart[] {
  return (['liked', 'disliked'] as const).flatMap((measure) => {
    const counts = of(measure).filter(isOfDocument);
    const total = totalOf(counts);
    const title = telling.words[measure];
    const tables = total?.kind === 'count' ? [kindTable(counts, telling), ...themeTables(counts, telling, undefined)] : [];
    const others = of(measure).filter((count) => !isOfDocument(count));
    return [...(total ? [{ title, total, tables }] : []), ...otherPart(telling.words.other[measure], others, telling)];
  });
}

/** The documents, and of each whose number is shown its themes: they divide that number. */
function themeTables(counts: readonly Count[], telling: Telling, weeks: readonly Shown[] | undefined): readonly InsightTable[] {
  const { words, library } = telling;
  const frameworks = divide(counts, ({ framework = '' }) => framework, telling);
  if (!frameworks) return [{ title: words.byFramework, rows: undefined }];
  const shown = frameworks.filter(({ key, count }) => key !== '' && count.kind === 'count');
  const parts = shown.map(({ key }) => ({
    key,
    rows: divide(
      counts.filter(({ framework }) => framework === key),
      themeKey,
      telling,
    ),
  }));
  const all = frameworks.flatMap((each) => parts.find(({ key, rows }) => key === each.key && rows)?.rows ?? [each]);
  // Week by week the themes of all documents are one table: what is left of a week is left of them all.
  const open = rowsByWeek(
    all.map(({ series }) => series),
    all.map(({ count, key }) => count.kind === 'count' && key !== ''),
    weeks,
  );
  const opened = new Set(all.filter((_, at) => open[at]));
  const name = (id: string) => frameworkName(library, id, words);
  return [
    tableOf(
      words.byFramework,
      frameworks.map(({ weekly: _, ...row }) => row),
      name,
    ),
    ...parts.map(({ key, rows }) =>
      tableOf(
        words.byTheme(name(key)),
        rows?.map((row) => ({ ...row, weekly: opened.has(row) })),
        (theme) => themeName(library, key, theme, words),
      ),
    ),
  ];
}

const themeKey = ({ theme = '' }: Count) => theme;

function frameworkName(library: Library, id: string, words: InsightWords): string {
  return id === '' ? words.nowhere : (library.framework(id)?.name ?? words.gone(id));
}

function themeName(library: Library, framework: string, id: string, words: InsightWords): string {
  const home = library.framework(framework);
  return id === '' ? words.noTheme : ((home && themeOf(home, id)?.label.text) ?? words.gone(id));
}

/** One part of a number, before it has its label; `series` are its counts of each week, which are shown where `weekly`. */
type Divided = { readonly key: string; readonly count: Shown; readonly series: readonly number[]; readonly weekly?: boolean };

/** Divides counts, the largest first; undefined where they can't be shown in parts. Week by week where the totals of weeks are given. */
function divide(
  counts: readonly Count[],
  keyOf: (count: Count) => string,
  { weeks }: Telling,
  totals?: readonly Shown[],
): readonly Divided[] | undefined {
  const series = new Map<string, number[]>();
  for (const count of counts) {
    const row = series.get(keyOf(count)) ?? weeks.map(() => 0);
    const week = weeks.indexOf(count.week);
    row[week] = (row[week] ?? 0) + count.count;
    series.set(keyOf(count), row);
  }
  const rows = [...series].sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1));
  const shown = showParts(rows.map(([, each]) => sum(each)));
  if (!shown) return undefined;
  const open = rowsByWeek(
    rows.map(([, each]) => each),
    shown.map(({ kind }) => kind === 'count'),
    totals,
  );
  const divided = rows.map(([key, each], at) => ({ key, count: shown[at] ?? showOne(0), series: each, weekly: open[at] ?? false }));
  // The order would tell which of two few is the larger.
  const hidden = ({ count }: Divided) => (count.kind === 'count' ? 0 : count.kind === 'held' ? 1 : 2);
  return divided.sort((one, other) => hidden(one) - hidden(other) || (hidden(one) > 0 ? (one.key < other.key ? -1 : 1) : 0));
}

function tableOf(title: string, divided: readonly Divided[] | undefined, label: (key: string) => string): InsightTable {
  const rows = divided?.map(({ key, count, series, weekly }) => ({ label: label(key), count, ...(weekly && { weeks: series }) }));
  return { title, rows };
}

function weeksOf(counts: readonly Count[], { weeks }: Telling): readonly Shown[] | undefined {
  return showParts(weeks.map((week) => sum(counts.filter((count) => count.week === week).map(({ count }) => count))));
}

function weekRows(shown: readonly Shown[], { weeks, words }: Telling, language: Language): readonly InsightRow[] {
  return shown.map((count, at) => {
    const monday = DateTime.fromISO(weeks[at] ?? '', { zone: 'utc' }).setLocale(language);
    return { label: words.week(monday.weekNumber, monday.toFormat(words.weekDate)), count };
  });
}

function totalOf(counts: readonly Count[]): Shown | undefined {
  return counts.length === 0 ? undefined : showOne(sum(counts.map(({ count }) => count)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
