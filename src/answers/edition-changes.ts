/**
 * What became of the statements between two editions of a document, computed from the content.
 */
import { diffWordsWithSpace } from 'diff';
import { allStatements, type Framework, type Statement } from '../content/library.js';
import { LIGHT } from '../language/names.js';
import { tokenize } from '../language/text.js';

/** Words of a reworded statement: kept, taken out, or put in. */
export type Change = { readonly kind: 'same' | 'out' | 'in'; readonly text: string };

/** What became of statements between two editions. */
export type EditionChange =
  | { readonly kind: 'new' | 'gone' | 'unchanged'; readonly statement: Statement }
  | {
      readonly kind: 'reworded' | 'touched';
      readonly statement: Statement;
      readonly before: Statement;
      readonly changes: readonly Change[];
    };

/** Two statements whose words overlap less than this are different statements, not one reworded. */
export const SAME = 0.5;

/** Which statements to compare: those of a role (or `common`), of a theme, or all. */
export type Excerpt = { readonly role?: string | undefined; readonly theme?: string | undefined };

/**
 * Aligns the statements of two editions by their local ids, then by how many words they share, and says of each
 * whether it is new, gone, reworded (most of it first), touched (commas, case, endings and small words alone) or unchanged, in
 * that order. A final full stop and the form of quotes and dashes make no difference.
 */
export function findEditionChanges(older: Framework, newer: Framework, excerpt: Excerpt = {}): EditionChange[] {
  const before = choose(older, excerpt);
  const after = choose(newer, excerpt);
  const pairs = align(before, after);
  const used = new Set(pairs.values());
  const kept = after.map((statement) => toChange(statement, pairs.get(statement)));
  const gone = before.filter((statement) => !used.has(statement)).map((statement): EditionChange => ({ kind: 'gone', statement }));
  const of = (kind: EditionChange['kind']) => kept.filter((change) => change.kind === kind);
  const most = of('reworded').sort((a, b) => amountOf(b) - amountOf(a));
  return [...of('new'), ...gone, ...most, ...of('touched'), ...of('unchanged')];
}

/** The words that changed from one text to another; joined, `same` and `in` give the new text, `same` and `out` the old. */
export function diffWording(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after).map(
    ({ added, removed, value }): Change => ({ kind: added ? 'in' : removed ? 'out' : 'same', text: value }),
  );
  return joinRuns(parts);
}

function choose(framework: Framework, { role, theme }: Excerpt): Statement[] {
  return allStatements(framework).filter(
    (statement) => (role === undefined || statement.role === role) && (theme === undefined || statement.theme === theme),
  );
}

/** Pairs new statements with old ones, within the same role. */
function align(before: readonly Statement[], after: readonly Statement[]): Map<Statement, Statement> {
  const key = (statement: Statement) => `${statement.role} ${statement.id.slice(statement.framework.length)}`;
  const known = new Map(before.map((statement) => [key(statement), statement]));
  const pairs = new Map<Statement, Statement>();
  for (const statement of after) {
    const same = known.get(key(statement));
    if (same) pairs.set(statement, same);
  }
  const free = new Set(before.filter((statement) => ![...pairs.values()].includes(statement)));
  for (const { now, then } of likelyPairs(
    free,
    after.filter((statement) => !pairs.has(statement)),
  )) {
    if (pairs.has(now) || !free.delete(then)) continue;
    pairs.set(now, then);
  }
  return pairs;
}

function likelyPairs(before: ReadonlySet<Statement>, after: readonly Statement[]) {
  return after
    .flatMap((now) =>
      [...before].filter(({ role }) => role === now.role).map((then) => ({ now, then, likeness: likeness(now.text, then.text) })),
    )
    .filter((pair) => pair.likeness >= SAME)
    .sort((a, b) => b.likeness - a.likeness);
}

/** The share of words that two texts have in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])) as [Set<string>, Set<string>];
  const both = [...left].filter((word) => right.has(word)).length;
  return both / (left.size + right.size - both || 1);
}

function toChange(statement: Statement, before: Statement | undefined): EditionChange {
  if (!before) return { kind: 'new', statement };
  if (plainly(statement.text) === plainly(before.text)) return { kind: 'unchanged', statement };
  const [then, now] = [before.text, statement.text].map((text) => text.replace(/\.\s*$/, '')) as [string, string];
  return { kind: telling(then) === telling(now) ? 'touched' : 'reworded', statement, before, changes: diffWording(then, now) };
}

/** The telling words of a text by their stems: what commas, case, endings and small words do not change. */
function telling(text: string): string {
  return tokenize(text)
    .filter(({ word }) => !LIGHT.has(word))
    .map(({ stem }) => stem)
    .join(' ');
}

/** How many letters of a change came or went. */
function amountOf(change: EditionChange): number {
  return 'changes' in change ? change.changes.reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0) : 0;
}

/** What changed with the words about it, `words` of them on either side; what is left out is an ellipsis. */
export function excerptOf(changes: readonly Change[], words: number): Change[] {
  return changes.map((change, at) => {
    if (change.kind !== 'same') return change;
    const isFirst = at === 0;
    const isLast = at === changes.length - 1;
    const parts = change.text.match(/\s*\S+/g) ?? [];
    const spare = /\s*$/.exec(change.text)?.[0] ?? '';
    const most = words * (isFirst || isLast ? 1 : 2);
    if (parts.length <= most + 1) return change;
    const head = isFirst ? '' : parts.slice(0, words).join('');
    const tail = isLast ? '' : `${parts.slice(-words).join('')}${spare}`;
    return { kind: 'same', text: `${head}${isFirst ? '' : ' '}…${tail}` };
  });
}

/** A text without what typesetters decide. */
function plainly(text: string): string {
  return text
    .replace(/[‘’‚‛´`]/g, "'")
    .replace(/[“”„»«]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\.\s*$/, '')
    .replace(/\s+/g, ' ');
}

/** Joins changes with only a space or a short word between them: whole phrases read better than confetti. */
function joinRuns(parts: readonly Change[]): Change[] {
  const joined: Change[] = [];
  let out = '';
  let put = '';
  const flush = () => {
    if (out) joined.push({ kind: 'out', text: out });
    if (put) joined.push({ kind: 'in', text: put });
    out = put = '';
  };
  parts.forEach((part, at) => {
    const bridge = part.kind === 'same' && (out || put) && parts[at + 1] && /^\s*(\S{1,3}\s*)?$/.test(part.text);
    if (part.kind === 'same' && !bridge) {
      flush();
      joined.push(part);
      return;
    }
    if (part.kind !== 'in') out += part.text;
    if (part.kind !== 'out') put += part.text;
  });
  flush();
  return joined;
}
