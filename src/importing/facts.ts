/**
 * How a document is built, before its pieces are put anywhere: whether roles stand over themes or under them, how deep headings go,
 * and which pages belong to one role whole.
 */
import type { Classed } from './classify.js';
import { roleLabel, singular } from './words.js';

/** What holds for a whole document. */
export type Facts = {
  /** Roles come again under each theme. */
  readonly isThemeFirst: boolean;
  /** 0 for headings with statements under them, 1 for those over such headings, 2 above; by key. */
  readonly depthOf: (key: string) => number;
  /** How often a heading stands. */
  readonly countOf: (key: string) => number;
  /** The heading that a heading most often stands under; by keys. */
  readonly usualThemeOf: (key: string) => string | undefined;
  /** The two headings that one line names, side by side. */
  readonly bothOf: (key: string) => readonly [string, string] | undefined;
  /** Roles are named once on pages of their own. */
  readonly hasPageRoles: boolean;
  /** The role that a page is about from its top, though it is named further down. */
  readonly pageRoleOf: (page: number) => Classed | undefined;
  /** Expectations stand in lists, so that paragraphs between them say something else. */
  readonly isListed: boolean;
  /** Headings are set so that they can be told from short statements. */
  readonly hasStrong: boolean;
  /** At most one table has a heading of its own, so that labels in tables are themes. */
  readonly isOneTable: boolean;
  /** The level of headings that name roles, where the format knows. */
  readonly roleLevel: number | undefined;
};

/** More of the expectations than this stand in lists where a document lists them. */
const LISTED = 0.7;
/** A role named on so many pages, each on its own, names pages. */
const ROLE_PAGES = 2;

/** Reads the facts of a whole document. */
export function factsOf(classed: readonly Classed[]): Facts {
  const all = classed.filter(({ kind }) => kind !== 'noise');
  const first = Math.max(
    0,
    all.findIndex(({ kind, unit }) => kind === 'role' && !unit.cell),
  );
  const after = all.slice(first).filter(({ unit }) => !unit.cell);
  const counts = new Map<string, number>();
  for (const { kind, key } of all) if (kind === 'strong') counts.set(key, (counts.get(key) ?? 0) + 1);
  const bothOf = bothIn(counts, all);
  const bodies = after.filter(({ kind, unit }) => kind === 'body' && unit.text.length > 20);
  const levels = all.flatMap(({ kind, unit }) => (kind === 'role' && unit.heading !== undefined ? [unit.heading] : []));
  const pages = pageRoles(classed);
  const said = expectationsOf(all, pages);
  const depths = depthsOf(said);
  const usual = usualThemes(said, depths, bothOf);
  return {
    isThemeFirst: isThemeFirst(all),
    depthOf: (key) => depths.get(key) ?? 0,
    countOf: (key) => counts.get(key) ?? 0,
    usualThemeOf: (key) => usual.get(key),
    bothOf,
    hasPageRoles: pages.size > 0,
    pageRoleOf: (page) => pages.get(page),
    isListed: bodies.filter(({ unit }) => unit.item).length > LISTED * bodies.length,
    isOneTable: headedTables(all) <= 1,
    hasStrong: after.some(({ kind }, at) => kind === 'strong' && after[at + 1]?.kind === 'body'),
    roleLevel: levels.sort((a, b) => levels.filter((each) => each === b).length - levels.filter((each) => each === a).length)[0],
  };
}

/** What stands under roles: from the first one's page, or from it, without pages of columns. */
function expectationsOf(all: readonly Classed[], pages: ReadonlyMap<number, Classed>): Classed[] {
  const firstPage = Math.min(...pages.keys());
  const columnPages = new Set(all.flatMap(({ kind, unit }) => (kind === 'columns' ? [unit.page] : [])));
  const start = all.findIndex(({ kind, unit }) => (pages.size > 0 ? unit.page === firstPage : kind === 'role'));
  return all.slice(Math.max(0, start)).filter(({ kind, unit }) => !columnPages.has(unit.page) && !(pages.size > 0 && kind === 'role'));
}

function headedTables(all: readonly Classed[]): number {
  return all.filter(({ unit }, at) => {
    const [before, twoBefore] = [all[at - 1], all[at - 2]];
    const isFirst = unit.cell !== undefined && before?.unit.cell?.table !== unit.cell.table;
    return isFirst && [before, twoBefore].some((each) => each?.kind === 'strong' && !each.unit.cell);
  }).length;
}

/** Half of the roles, or more, head words in two places. */
function isThemeFirst(all: readonly Classed[]): boolean {
  const heads = new Map<string, number>();
  all.forEach(({ kind, unit, about }, at) => {
    if (about !== undefined) heads.set(singular(about), (heads.get(singular(about)) ?? 0) + 1);
    if (kind !== 'role' || all[at + 1]?.kind === 'common' || all[at + 1]?.kind === 'role' || at === all.length - 1) return;
    const name = singular(roleLabel(unit.text));
    heads.set(name, (heads.get(name) ?? 0) + 1);
  });
  return heads.size > 0 && [...heads.values()].filter((count) => count >= 2).length * 2 > heads.size;
}

/** By majority of what follows: words make a leaf, headings lift the one above them. */
function depthsOf(all: readonly Classed[]): Map<string, number> {
  const followers = new Map<string, (string | undefined)[]>();
  all.forEach(({ kind, key }, at) => {
    const next = all[at + 1];
    if (kind !== 'strong' || !next || (next.kind !== 'strong' && next.kind !== 'body' && next.kind !== 'weak')) return;
    followers.set(key, [...(followers.get(key) ?? []), next.kind === 'strong' && next.key !== key ? next.key : undefined]);
  });
  const depths = new Map<string, number>();
  const depth = (key: string, seen: readonly string[]): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    const next = followers.get(key) ?? [];
    const over = next.filter((each): each is string => each !== undefined && !seen.includes(each));
    const found = over.length * 2 <= next.length ? 0 : 1 + mostly(over.map((each) => depth(each, [...seen, key])));
    depths.set(key, found);
    return found;
  };
  for (const key of followers.keys()) depth(key, [key]);
  return depths;
}

function mostly(numbers: readonly number[]): number {
  const count = (number: number) => numbers.filter((each) => each === number).length;
  return [...numbers].sort((a, b) => count(b) - count(a) || a - b)[0] ?? 0;
}

function bothIn(counts: ReadonlyMap<string, number>, all: readonly Classed[]): Facts['bothOf'] {
  const often = [...counts].filter(([, count]) => count >= 2).map(([key]) => key);
  const found = new Map<string, readonly [string, string]>();
  for (const { key, unit } of all) {
    if (unit.item || unit.cell || found.has(key)) continue;
    const left = often.find((each) => each !== key && key.startsWith(each) && often.includes(key.slice(each.length)));
    if (left) found.set(key, [left, key.slice(left.length)]);
  }
  return (key) => found.get(key);
}

function usualThemes(all: readonly Classed[], depths: ReadonlyMap<string, number>, bothOf: Facts['bothOf']): Map<string, string> {
  const votes = new Map<string, string[]>();
  let over: string | undefined;
  for (const { kind, key } of all) {
    if (kind === 'columns') over = undefined;
    else if (bothOf(key)) over = undefined;
    else if (kind === 'strong' && depths.get(key) === 1) over = key;
    else if (kind === 'strong' && depths.get(key) === 0 && over) votes.set(key, [...(votes.get(key) ?? []), over]);
  }
  return new Map(
    [...votes].map(([key, given]) => {
      const count = (each: string) => given.filter((other) => other === each).length;
      return [key, [...given].sort((a, b) => count(b) - count(a))[0] ?? ''];
    }),
  );
}

/** Pages with one announced role each ("Rollebeskrivelse: Chef"), somewhere with words before it. */
function pageRoles(classed: readonly Classed[]): Map<number, Classed> {
  const roles = classed.filter(({ kind, unit }) => kind === 'role' && /^\p{L}+ ?[:–] /u.test(unit.text));
  const pages = new Map(roles.map((role) => [role.unit.page, role]));
  const isOnce = pages.size === roles.length && pages.size >= ROLE_PAGES;
  const isLate = roles.some((role) => classed.find(({ kind, unit }) => unit.page === role.unit.page && kind !== 'noise') !== role);
  return isOnce && isLate ? pages : new Map();
}
