import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pickable, pickByTurn } from '../../../src/nudges/rules/next-prompt.js';

const prompts = (counts: Record<string, number>): Pickable[] =>
  Object.entries(counts).flatMap(([theme, count]) => Array.from({ length: count }, (_, index) => ({ id: `${theme}${index}`, theme })));

/** The ids that a person sees, one pick after the other. */
function show(list: readonly Pickable[], count: number, seed = 'anna'): string[] {
  const seen: string[] = [];
  for (let index = 0; index < count; index += 1) seen.push(pickByTurn({ prompts: list, seen, seed }) ?? '');
  return seen;
}

const neighbours = (ids: readonly string[]) => ids.filter((id, index) => index > 0 && id[0] === ids[index - 1]?.[0]).length;
const lists = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
  .map((counts) => prompts(Object.fromEntries(counts.map((count, index) => ['abcdef'[index] ?? 'x', count]))));

describe('the next prompt', () => {
  test('is none when there are none, and the only one when there is one', () => {
    expect(pickByTurn({ prompts: [], seen: [], seed: 'anna' })).toBeUndefined();
    expect(pickByTurn({ prompts: [{ id: 'a' }], seen: ['a', 'a'], seed: 'anna' })).toBe('a');
  });

  test('is the same for the same input, in whatever order the prompts are listed', () => {
    const list = prompts({ a: 5, b: 4, c: 3 });
    expect(show(list, 30)).toEqual(show([...list].reverse(), 30));
  });

  test('comes in another order for another person and in the next round', () => {
    const list = prompts({ a: 5, b: 4, c: 3 });
    expect(show(list, 12)).not.toEqual(show(list, 12, 'bo'));
    expect(show(list, 24).slice(12)).not.toEqual(show(list, 12));
  });

  test('never comes again before all others have', () => {
    fc.assert(
      fc.property(lists, fc.string(), (list, seed) => {
        const shown = show(list, list.length * 3, seed);
        for (let round = 0; round < 3; round += 1)
          expect(new Set(shown.slice(round * list.length, (round + 1) * list.length)).size).toBe(list.length);
      }),
    );
  });

  test('is never the one just shown, also where two rounds meet', () => {
    fc.assert(
      fc.property(
        lists.filter((list) => list.length > 1),
        fc.string(),
        (list, seed) => {
          const shown = show(list, list.length * 3, seed);
          expect(shown.filter((id, index) => id === shown[index - 1])).toEqual([]);
        },
      ),
    );
  });

  test('repeats a theme within a round no more often than the numbers force it to', () => {
    fc.assert(
      fc.property(lists, fc.string(), (list, seed) => {
        const largest = Math.max(
          ...[...new Set(list.map(({ theme }) => theme))].map((theme) => list.filter((prompt) => prompt.theme === theme).length),
        );
        expect(neighbours(show(list, list.length, seed))).toBe(Math.max(0, largest * 2 - list.length - 1));
      }),
    );
  });

  test('comes from several themes early on: five themes are met in the first ten', () => {
    const list = prompts({ a: 12, b: 10, c: 9, d: 8, e: 6 });
    for (const seed of ['anna', 'bo', 'carla', 'dan', 'eva']) expect(new Set(show(list, 10, seed).map((id) => id[0])).size).toBe(5);
  });

  test('ignores prompts that are gone and reaches those that were added', () => {
    const before = prompts({ a: 3, b: 3 });
    const shown = show(before, 4);
    const after = [...before.filter(({ id }) => id !== shown[0]), { id: 'c0', theme: 'c' }];
    for (let index = 0; index < 3; index += 1) shown.push(pickByTurn({ prompts: after, seen: shown, seed: 'anna' }) ?? '');
    expect(shown).toContain('c0');
    expect(new Set(shown).size).toBe(shown.length);
  });

  test('is spread over people: the first prompt of 300 people is not one of a few', () => {
    const list = prompts({ a: 10, b: 10, c: 10 });
    const firsts = new Set(Array.from({ length: 300 }, (_, person) => pickByTurn({ prompts: list, seen: [], seed: `person-${person}` })));
    expect(firsts.size).toBeGreaterThan(25);
  });
});
