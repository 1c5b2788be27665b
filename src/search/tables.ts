/**
 * All that is compiled from the content and the lexicon before a question can be understood.
 */
import type { Library } from '../content/library.js';
import type { Lexicon } from '../language/lexicon.js';
import { createTokenizer } from '../language/text.js';
import { compileWords, createVocabulary, type WordTables } from '../language/vocabulary.js';
import { compileLikeness, type LikenessTables } from './likeness.js';

/** Plain data, maps, sets and numbers, without a reference to the content, so that a copy of it can be kept. */
export type LanguageTables = { readonly words: WordTables; readonly likeness: LikenessTables };

/** Compiles the tables: some 200 ms in a process that just started. */
export function compileTables(library: Library, lexicon: Lexicon): LanguageTables {
  // One memory of word forms for all that is compiled; see createTokenizer.
  const split = createTokenizer();
  const words = compileWords(library, lexicon, split);
  return { words, likeness: compileLikeness(createVocabulary(library, lexicon, words), split) };
}
