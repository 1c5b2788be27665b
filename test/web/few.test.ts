import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewest, rowsByWeek, type Shown, showOne, showParts } from '../../src/web/few.js';

const say = (shown: readonly Shown[] | undefined) =>
  shown?.map((each) => (each.kind === 'count' ? `${each.count}` : each.kind === 'few' ? '<5' : 'held')).join(' ');

describe('one count', () => {
  it.each([
    [0, '0'],
    [1, '<5'],
    [4, '<5'],
    [5, '5'],
  ])('of %i is shown as %s', (count, shown) => {
    expect(say([showOne(count)])).toBe(shown);
  });
});

describe('the parts of a total', () => {
  it.each<[string, number[], string | undefined]>([
    ['nothing small', [7, 0, 12], '7 0 12'],
    ['nothing at all', [0, 0], '0 0'],
    ['one that subtracting would give', [3, 20, 9], '<5 20 held'],
    ['one behind which a five would tell too much', [1, 5, 20], '<5 held held'],
    ['one whose cover would be known by the next', [4, 5, 5], '<5 held held'],
    ['two that may each be anything', [2, 3, 20], '<5 <5 20'],
    ['two of which one must be large', [4, 4, 20], '<5 <5 held'],
    ['three that hide each other', [1, 2, 4, 50], '<5 <5 <5 50'],
    ['a small total', [1, 2], undefined],
    ['nothing to hide behind', [4, 4], undefined],
    ['too little to hide behind', [1, 5], undefined],
  ])('with %s: %j is shown as %s', (_, counts, shown) => {
    expect(say(showParts(counts))).toBe(shown);
  });

  /** Every number that a part may have, for somebody who knows the total, what is shown and the rule. */
  function possible(shown: readonly Shown[], total: number, at: number): number[] {
    const least = (each: Shown) => (each.kind === 'count' ? each.count : each.kind === 'few' ? 1 : fewest);
    // The smallest are held back first.
    const next = Math.min(total, ...shown.flatMap((each) => (each.kind === 'count' && each.count >= fewest ? [each.count] : [])));
    const most = (each: Shown) => (each.kind === 'count' ? each.count : each.kind === 'few' ? fewest - 1 : next);
    const others = shown.filter((_, index) => index !== at);
    const [low, high] = [least, most].map((of) => others.reduce((sum, each) => sum + of(each), 0)) as [number, number];
    return [1, 2, 3, 4].filter((count) => total - count >= low && total - count <= high);
  }

  it('never tell of a few whether it is one, two, three or four, whatever the counts are', () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 8 });
    let some = 0;
    fc.assert(
      fc.property(counts, (parts) => {
        const shown = showParts(parts) ?? [];
        const total = parts.reduce((sum, count) => sum + count, 0);
        for (const [at, each] of shown.entries()) {
          if (each.kind === 'few') expect(possible(shown, total, at)).toEqual([1, 2, 3, 4]);
          if (each.kind === 'few') some += 1;
          if (each.kind === 'count') expect(each.count === 0 || each.count >= fewest).toBe(true);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 5_000), seed: 7 },
    );
    expect(some).toBeGreaterThan(1_000);
  });
});

describe('rows week by week', () => {
  const weeksOf = (rows: readonly (readonly number[])[]) =>
    showParts((rows[0] ?? []).map((_, week) => rows.reduce((sum, row) => sum + (row[week] ?? 0), 0)));

  it.each<[string, number[][], boolean[]]>([
    [
      'all that have no few',
      [
        [5, 6],
        [7, 0],
        [9, 9],
      ],
      [true, true, true],
    ],
    [
      'less by as many as hide what is left of a week',
      [
        [5, 6],
        [7, 1],
        [9, 9],
      ],
      [false, false, true],
    ],
    [
      'none where that takes all',
      [
        [5, 6],
        [7, 1],
      ],
      [false, false],
    ],
    [
      'those beside two rows that are enough together',
      [
        [20, 6],
        [4, 3],
        [3, 3],
      ],
      [true, false, false],
    ],
  ])('are %s', (_, rows, open) => {
    expect(
      rowsByWeek(
        rows,
        rows.map(() => true),
        weeksOf(rows),
      ),
    ).toEqual(open);
  });

  it('are none where a week is held back', () => {
    expect(rowsByWeek([[5, 6]], [true], [{ kind: 'held' }, { kind: 'few' }])).toEqual([false]);
    expect(rowsByWeek([[5, 6]], [true], undefined)).toEqual([false]);
  });

  it('never leave a few of a week that is shown, whatever the counts are', () => {
    const row = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 })), { minLength: 3, maxLength: 3 });
    let opened = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const weeks = weeksOf(rows);
        const totals = showParts(rows.map((each) => each.reduce((sum, count) => sum + count, 0)));
        const open = rowsByWeek(
          rows,
          rows.map((_, at) => totals?.[at]?.kind === 'count'),
          weeks,
        );
        opened += open.filter(Boolean).length;
        for (const [week, total] of (weeks ?? []).entries()) {
          const shown = rows.reduce((sum, each, at) => sum + (open[at] ? (each[week] ?? 0) : 0), 0);
          const left = total.kind === 'count' ? total.count - shown : 0;
          expect(left === 0 || left >= fewest).toBe(true);
        }
        for (const [at, isOpen] of open.entries()) if (isOpen) expect(rows[at]?.some((count) => count > 0 && count < fewest)).toBe(false);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 5_000), seed: 8 },
    );
    expect(opened).toBeGreaterThan(1_000);
  });
});
