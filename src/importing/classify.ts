/**
 * What each piece of a document is before anybody knows where it belongs: a role, what all share, a heading, column heads, or words.
 */
import { bare, type Unit } from './unit.js';
import { columnHeads, isCapitals, isCommon, isRole, likeness, plainLabel } from './words.js';

/** What a piece is. `strong` headings are set as such; `weak` ones are only short. */
export type Kind = 'noise' | 'role' | 'columns' | 'common' | 'strong' | 'weak' | 'body';

/** A piece with what it is; `key` is the same for headings of the same words. */
export type Classed = {
  readonly unit: Unit;
  readonly kind: Kind;
  readonly key: string;
  readonly heads?: readonly string[];
  /** The role that its first bold words name, where it is a sentence about that role. */
  readonly about?: string;
};

/** A heading has no more words than this. */
const LONGEST_HEADING = 12;
const LONGEST_WEAK = 5;
/** Words that stand at least so often, alone on their line, are a heading. */
const OFTEN = 3;
/** Headings of one kind that a machine spelt differently are at least so alike; two headings of a document are less. */
export const SAME_WORDS = 0.84;
/** So much larger than the text are the letters of a heading. */
const LARGER = 1.15;
/** So many roles in a row, with nothing between them, are the heads of columns. */
const HEADS = 3;

/** Classes every piece of a document. `titles` are titles in small letters that name a role besides the general ones. */
export function classify(units: readonly Unit[], titles: ReadonlySet<string>): Classed[] {
  const clusters = clusterHeadings(units);
  const size = bodySize(units);
  return withColumnHeads(units.map((unit) => classifyOne(unit, titles, clusters, size)));
}

function classifyOne(unit: Unit, titles: ReadonlySet<string>, clusters: Clusters, size: number): Classed {
  const key = clusters.keyOf(unit.text);
  const as = (kind: Kind, heads?: readonly string[]): Classed => ({ unit, kind, key, ...(heads && { heads }) });
  if (unit.noise) return as('noise');
  if (unit.cell) return as('body');
  const name = unit.runIn?.replace(/[\s.:–-]+$/u, '');
  if (name && isRole(capital(name), titles)) return { ...as('body'), about: capital(name) };
  const isSet = unit.heading !== undefined || unit.bold === true || isCapitals(unit.text);
  const heads = unit.item ? undefined : columnHeads(unit.text);
  if (heads && heads.length >= HEADS && (isSet || heads.length > HEADS)) return as('columns', heads);
  if (!unit.item && isCommon(unit.text)) return as('common');
  if ((!unit.item || isSet) && /^(?:\p{Lu}|\d)/u.test(unit.text) && isRole(unit.text, titles)) return as('role');
  if (unit.heading !== undefined) return as('strong');
  const words = unit.text.split(/\s+/u).length;
  if (unit.item || words > LONGEST_HEADING || /[.;,]$/.test(unit.text) || /^\p{Ll}/u.test(unit.text)) return as('body');
  const isLarge = unit.size !== undefined && unit.size > size * LARGER;
  if (isSet || isLarge || clusters.countOf(unit.text) >= OFTEN) return as('strong');
  return as(words <= LONGEST_WEAK && !/[?!]$/.test(unit.text) ? 'weak' : 'body');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function bodySize(units: readonly Unit[]): number {
  const sizes = units
    .flatMap(({ size, text }) => (size === undefined ? [] : Array<number>(Math.ceil(text.length / 20)).fill(size)))
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? Number.POSITIVE_INFINITY;
}

type Clusters = { keyOf(text: string): string; countOf(text: string): number };

/** Short pieces that are alike share a key: the spelling that is there most. */
function clusterHeadings(units: readonly Unit[]): Clusters {
  const counts = new Map<string, number>();
  for (const { text, item, noise, cell } of units)
    if (!item && !noise && (!cell || text.length < 90) && text.split(/\s+/u).length <= LONGEST_HEADING && !/[.;]$/.test(text))
      counts.set(labelKey(text), (counts.get(labelKey(text)) ?? 0) + 1);
  const keys = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const leader = new Map<string, string>();
  const total = new Map<string, number>();
  for (const key of keys) {
    const like = [...total.keys()].find((other) => Math.abs(other.length - key.length) < 6 && likeness(other, key) >= SAME_WORDS);
    const chosen = like !== undefined && (counts.get(key) ?? 0) < (counts.get(like) ?? 0) ? like : key;
    leader.set(key, chosen);
    total.set(chosen, (total.get(chosen) ?? 0) + (counts.get(key) ?? 0));
  }
  const keyOf = (text: string) => leader.get(labelKey(text)) ?? labelKey(text);
  return { keyOf, countOf: (text) => total.get(keyOf(text)) ?? 0 };
}

/** The same for a heading with and without its number, colon, hyphens and capitals. */
export function labelKey(text: string): string {
  return bare(plainLabel(text)).toLowerCase();
}

/** Roles that follow each other with nothing between them head columns. */
function withColumnHeads(all: readonly Classed[]): Classed[] {
  const classed = [...all];
  for (let at = 0; at < classed.length; at++) {
    let end = at;
    while (end < classed.length && isHead(classed[end])) end++;
    const run = classed.slice(at, end);
    const heads = run.flatMap((each) => each.heads ?? [each.unit.text]);
    if (heads.length >= HEADS && (run.length >= HEADS || run.some(({ kind }) => kind === 'columns')))
      run.forEach((each, i) => {
        classed[at + i] = { ...each, kind: 'columns', heads: i === 0 ? heads : [] };
      });
    at = Math.max(at, end - 1);
  }
  return classed;
}

function isHead(each: Classed | undefined): boolean {
  return each !== undefined && (each.kind === 'role' || each.kind === 'common' || each.kind === 'columns');
}
