/**
 * Whether a word stands in a dictionary: what is spelt right is not corrected to a word of ours that looks like it.
 */
import { hash } from '../learning/features.js';
import { placeIn } from '../learning/rows.js';
import { fold } from './text.js';

/** Whether a folded word is a Danish or English one. One wrong word in some thousand is taken for one. */
export type Dictionary = (word: string) => boolean;

/** Words by the hash of their folded form, ascending: of a million words, 5 MB. */
export type PackedDictionary = Uint32Array;

/** Shorter words are never corrected. */
const SHORTEST = 4;

/** Packs the words of dictionaries; abbreviations are left out. */
export function packDictionary(words: Iterable<string>): PackedDictionary {
  const hashes = new Set<number>();
  for (const word of words) if (word.length >= SHORTEST && !/[.\d]/.test(word)) hashes.add(hash(fold(word)));
  return Uint32Array.from(hashes).sort();
}

/** Opens packed dictionaries. */
export function openDictionary(packed: PackedDictionary): Dictionary {
  return (word) => placeIn(packed, hash(word)) !== -1;
}

/** Knows no word. */
export const noDictionary: Dictionary = () => false;
