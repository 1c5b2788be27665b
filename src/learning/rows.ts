/**
 * Examples as rows: the features that enough of them have, in one order, and where each stands in it.
 */
import type { Feature } from './features.js';

/** What an example shows of the features that are learned: their places, and how much each counts. */
export type Row = { readonly at: Int32Array; readonly value: Float32Array };

/** The features that at least so many examples have, ascending; each example counts a feature once. */
export function findCommon(examples: readonly (readonly Feature[])[], least: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const features of examples)
    for (const each of new Set(features.map(([hash]) => hash))) counts.set(each, (counts.get(each) ?? 0) + 1);
  return Uint32Array.from([...counts].filter(([, count]) => count >= least).map(([each]) => each)).sort();
}

/** A row of the features that have a place; the others are left out. */
export function toRow(features: readonly Feature[], places: ReadonlyMap<number, number>): Row {
  const known = features.flatMap(([each, value]) => {
    const at = places.get(each);
    return at === undefined ? [] : [[at, value] as const];
  });
  return { at: Int32Array.from(known, ([at]) => at), value: Float32Array.from(known, ([, value]) => value) };
}

/**
 * The place of a hash among ascending ones, from 0; -1 where it has none. Hashes lie evenly, so that each says where it should
 * stand: a few looks instead of one for each halving.
 */
export function placeIn(hashes: Uint32Array, wanted: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const [least, most] = [hashes[low] as number, hashes[high] as number];
    if (wanted < least || wanted > most) return -1;
    const share = most === least ? 0 : (wanted - least) / (most - least);
    const guess = low + Math.floor(share * (high - low));
    const found = hashes[guess] as number;
    if (found === wanted) return guess;
    if (found < wanted) low = guess + 1;
    else high = guess - 1;
  }
  return -1;
}
