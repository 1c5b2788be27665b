/**
 * What a document does not say but shows: words for everybody that stand under no heading, and headings that were lost on the way.
 * Each is a guess, and marked as one.
 */
import { type Placed, statement } from './place.js';
import type { MetTheme, Roles } from './roles.js';
import { likeness, plainLabel } from './words.js';

/** An expectation of everybody has so many words, on the average; a list of headings has fewer. */
const SENTENCE = 6;
/** So many headings of the document, in one list, make it a list of its headings. */
const LISTED_THEMES = 3;
const SAME_LABEL = 0.8;

/** Where nothing is said to be for everybody: the last list of sentences before the first role is. */
export function withGuessedCommon(placed: readonly Placed[]): Placed[] {
  const isCommon = ({ put }: Placed) => put.as === 'statement' && put.target.role === undefined;
  const first = placed.findIndex(({ put }) => put.as === 'statement');
  if (placed.some(isCommon) || first < 0) return [...placed];
  const end = placed.findLastIndex(({ unit, put }, at) => at < first && unit.item && put.as === 'preface');
  const lead = placed.findLastIndex(({ unit, put }, at) => at < end && !unit.item && put.as === 'preface');
  const list = placed.slice(lead + 1, end + 1);
  const words = list.reduce((sum, { unit }) => sum + unit.text.split(/\s+/u).length, 0);
  if (end < 0 || words < SENTENCE * list.length || list.some(({ put }) => put.as !== 'preface')) return withFirstWords(placed, first);
  return placed.map((each, at) => {
    if (at === lead && /:$/.test(each.unit.text)) return { ...each, put: { as: 'lead' }, doubts: ['common-guessed'] };
    return at > lead && at <= end ? statement(each.unit, { role: undefined }, ['common-guessed']) : each;
  });
}

/** A framework has something for everybody: where nothing else is, its first paragraph. */
function withFirstWords(placed: readonly Placed[], end: number): Placed[] {
  const first = placed.findIndex(({ unit, put }, at) => at < end && put.as === 'preface' && unit.text.split(/\s+/u).length >= SENTENCE);
  return placed.map((each, at) => (at === first ? statement(each.unit, { role: undefined }, ['common-guessed']) : each));
}

/**
 * What stands under the heading for everybody again, after the first time: short versions of the same, one for each, or a repetition.
 */
export function withShortVersions(placed: readonly Placed[]): Placed[] {
  const runs: number[][] = [];
  placed.forEach(({ put }, at) => {
    if (put.as === 'common-heading') runs.push([]);
    else if (put.as === 'statement' && put.target.role === undefined && put.target.theme === undefined) runs.at(-1)?.push(at);
  });
  const [long = [], ...later] = runs.filter((run) => run.length > 0);
  const changed = [...placed];
  const shorts = later.find((run) => run.length === long.length && run.every((at, i) => beginsAlike(placed[at], placed[long[i] ?? -1])));
  for (const run of later)
    run.forEach((at, i) => {
      const { unit } = placed[at] as Placed;
      const of = (run.length === long.length ? placed[long[i] ?? -1]?.unit.text : undefined) ?? '';
      changed[at] = {
        unit,
        put: { as: run === shorts ? 'short' : 'repeat', of },
        doubts: run.length === long.length ? [] : ['near-repeat'],
      };
    });
  return changed;
}

function beginsAlike(one: Placed | undefined, other: Placed | undefined): boolean {
  const begin = (text = '') => text.split(/\s+/u).slice(0, 2).join(' ').toLowerCase();
  return begin(one?.unit.text) === begin(other?.unit.text);
}

/**
 * Where a list before the roles names more headings than came: a heading with as many subheadings as two or three of the others have
 * is parted, and the names that did not come stand over its parts.
 */
export function withMissingThemes(placed: readonly Placed[], roles: Roles): Placed[] {
  const themes = roles.themes();
  const usual = usualCount(themes);
  if (usual === 0) return [...placed];
  let changed = [...placed];
  for (const theme of themes) {
    const missing = listsOf(placed, themes)
      .map((list) => missingAfter(list, theme, themes))
      .find((names) => names.length > 0 && theme.subthemes.length === usual * (names.length + 1));
    if (!missing) continue;
    for (let i = missing.length; i > 0; i--) roles.partTheme(theme.label, missing[i - 1] ?? '', usual * i);
    const newOf = (subtheme: string | undefined) => [theme.label, ...missing][Math.floor(theme.subthemes.indexOf(subtheme ?? '') / usual)];
    changed = changed.map((each) => moved(each, theme.label, newOf));
  }
  return changed;
}

/** The names between a heading and the next one that came. */
function missingAfter(list: readonly string[], theme: MetTheme, themes: readonly MetTheme[]): string[] {
  const at = list.findIndex((label) => isSame(label, theme.label));
  const next = list.findIndex((label, i) => i > at && themes.some((other) => isSame(other.label, label)));
  return at < 0 || next < 0 ? [] : list.slice(at + 1, next);
}

function moved(each: Placed, from: string, newOf: (subtheme: string | undefined) => string | undefined): Placed {
  const { put } = each;
  if (put.as !== 'statement' || put.target.theme !== from) return each;
  const theme = newOf(put.target.subtheme);
  if (theme === undefined || theme === from) return each;
  return { ...each, doubts: [...each.doubts, 'missing-heading'], put: { as: 'statement', target: { ...put.target, theme } } };
}

function usualCount(themes: readonly MetTheme[]): number {
  const counts = themes.map(({ subthemes }) => subthemes.length).filter((count) => count > 0);
  const often = (count: number) => counts.filter((each) => each === count).length;
  const usual = [...counts].sort((a, b) => often(b) - often(a))[0] ?? 0;
  return often(usual) >= 2 ? usual : 0;
}

/** Runs of short pieces before the first role that name several headings of the document. */
function listsOf(placed: readonly Placed[], themes: readonly MetTheme[]): string[][] {
  const first = placed.findIndex(({ put }) => put.as === 'role');
  const runs: string[][] = [[]];
  for (const { unit } of placed.slice(0, Math.max(first, 0))) {
    if (unit.text.split(/\s+/u).length <= 4 && !/[.:;]$/.test(unit.text)) runs.at(-1)?.push(plainLabel(unit.text));
    else runs.push([]);
  }
  return runs.filter((run) => run.filter((label) => themes.some((theme) => isSame(theme.label, label))).length >= LISTED_THEMES);
}

function isSame(one: string, other: string): boolean {
  return likeness(one, other) >= SAME_LABEL;
}
