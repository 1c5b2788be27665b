/**
 * How counts are shown so that nobody is found in them: fewer than five people's questions are shown as few, and so much beside them is
 * held back that they cannot be found by subtracting either.
 */

/** The smallest number that is shown: in an organisation where people know each other, a few questions are somebody's. */
export const fewest = 5;

/** A count as it is shown: itself, "fewer than five" (but some), or held back, which says that it is five or more. */
export type Shown = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'few' } | { readonly kind: 'held' };

/** A count by itself. */
export function showOne(count: number): Shown {
  return isFew(count) ? { kind: 'few' } : { kind: 'count', count };
}

/**
 * The parts of a total that is shown as well. Whoever knows the total, what is shown, and this rule still finds each few to be
 * anything from 1 to 4. Undefined where the total can't be shown in parts at all: it is small, or there is nothing beside the few
 * that they could be hidden behind.
 */
export function showParts(counts: readonly number[]): readonly Shown[] | undefined {
  const total = sum(counts);
  if (isFew(total)) return undefined;
  const few = counts.filter(isFew);
  if (few.length === 0) return counts.map((count) => ({ kind: 'count', count }));
  const large = counts.map((count, at) => ({ count, at })).filter(({ count }) => count >= fewest);
  large.sort((one, other) => one.count - other.count);
  const held = new Set<number>();
  let hidden = sum(few);
  while (!isOpen(hidden, few.length, held.size, large[0]?.count)) {
    const next = large.shift();
    if (!next) return undefined;
    held.add(next.at);
    hidden += next.count;
  }
  return counts.map((count, at) => (isFew(count) ? { kind: 'few' } : held.has(at) ? { kind: 'held' } : { kind: 'count', count }));
}

/**
 * Which rows of a table may be shown week by week, beside the totals of rows and weeks. A row is shown whole or not at all, and only
 * where it has no few; what is left of a week when these are subtracted is nothing, or no few either. `rows` has the counts of all
 * rows; `shown` says of each whether its total is shown, `weeks` how the total of each week is.
 */
export function rowsByWeek(
  rows: readonly (readonly number[])[],
  shown: readonly boolean[],
  weeks: readonly Shown[] | undefined,
): readonly boolean[] {
  // What is held back must not be found from its parts.
  if (!weeks || weeks.some(({ kind }) => kind === 'held')) return rows.map(() => false);
  const open = new Set(rows.flatMap((row, at) => (shown[at] && !row.some(isFew) ? [at] : [])));
  for (;;) {
    const left = weeks.map((_, week) => sum(rows.map((row, at) => (open.has(at) ? 0 : (row[week] ?? 0)))));
    const narrow = left.findIndex((count, week) => isFew(count) && weeks[week]?.kind === 'count');
    if (narrow === -1) return rows.map((_, at) => open.has(at));
    const [smallest] = [...open].filter((at) => (rows[at]?.[narrow] ?? 0) > 0).sort((one, other) => sum(rows[one]) - sum(rows[other]));
    if (smallest === undefined) return rows.map(() => false);
    open.delete(smallest);
  }
}

/**
 * Whether each of so many few that are `hidden` together with `held` larger ones may be anything from 1 to 4. The smallest are held
 * back first, so none of them is more than `next`, the smallest that is shown.
 */
function isOpen(hidden: number, few: number, held: number, next = Number.POSITIVE_INFINITY): boolean {
  const [least, most] = [1, fewest - 1];
  if (hidden > most * (few - 1) + least + (held === 0 ? 0 : held * next)) return false;
  return hidden >= most + least * (few - 1) + fewest * held;
}

function isFew(count: number): boolean {
  return count > 0 && count < fewest;
}

function sum(counts: readonly number[] = []): number {
  return counts.reduce((total, count) => total + count, 0);
}
