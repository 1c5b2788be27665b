/**
 * Statements whose columns were lost: a reader gave their words in the order of the columns, but not where one column ends.
 * The best parting is the one in which each column speaks of its own rung, no column says nearly the same twice, and all are about as long.
 */
import type { Level } from '../content/framework.js';
import { CUES, likeness } from './words.js';

/** A column by what stands over it; what all share has no level. */
export type Column = { readonly label: string; readonly level: Level | undefined };

/** What a word that belongs to a rung counts. */
const CUE = 1;
/** What "vi" counts in the column of all, and "jeg" elsewhere. */
const VOICE = 1.5;
/** What the same words twice in one column cost: they are said to different people. */
const TWICE = 4;
const NEARLY = 0.72;
/** What a column costs for each statement, squared, that it has more or less than its share. */
const UNEVEN = 0.22;

/** For each statement the index of its column; columns stay in their order, and each has one statement at least where there are enough. */
export function partColumns(statements: readonly string[], columns: readonly Column[]): number[] {
  const [n, k] = [statements.length, columns.length];
  if (n < k) return statements.map((_, at) => at);
  const best: number[][] = Array.from({ length: k + 1 }, () => Array<number>(n + 1).fill(Number.NEGATIVE_INFINITY));
  const from: number[][] = Array.from({ length: k + 1 }, () => Array<number>(n + 1).fill(0));
  (best[0] as number[])[0] = 0;
  for (let column = 1; column <= k; column++)
    for (let end = column; end <= n; end++)
      for (let start = column - 1; start < end; start++) {
        const score = (best[column - 1]?.[start] ?? 0) + scoreOf(statements.slice(start, end), columns[column - 1], n / k);
        if (score > (best[column]?.[end] ?? 0)) {
          (best[column] as number[])[end] = score;
          (from[column] as number[])[end] = start;
        }
      }
  const chosen = Array<number>(n).fill(0);
  for (let [column, end] = [k, n]; column > 0; column--) {
    const start = from[column]?.[end] ?? 0;
    chosen.fill(column - 1, start, end);
    end = start;
  }
  return chosen;
}

function scoreOf(statements: readonly string[], column: Column | undefined, share: number): number {
  const uneven = UNEVEN * (statements.length - share) ** 2;
  return statements.reduce((sum, text, at) => sum + belonging(text, column) - twice(statements, at), -uneven);
}

function belonging(text: string, column: Column | undefined): number {
  const small = text.toLowerCase();
  const isOurs = /^vi\b/u.test(small);
  if (!column?.level) return isOurs ? 0 : -VOICE;
  return CUE * CUES[column.level].filter((cue) => cue.test(small)).length;
}

function twice(statements: readonly string[], at: number): number {
  const text = statements[at] ?? '';
  return statements.slice(0, at).some((other) => likeness(other, text) >= NEARLY) ? TWICE : 0;
}
