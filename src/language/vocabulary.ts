/**
 * Everything that understanding looks words up in, built once from the content and the lexicon.
 */
import { allStatements, type Library } from '../content/library.js';
import { type CueTable, createCueTable, cueWords } from './cues.js';
import type { Dictionary } from './dictionary.js';
import type { Lexicon } from './lexicon.js';
import { createPhraseTable, type PhraseTable } from './names.js';
import { createSpelling, NAME, type Spelling } from './spelling.js';
import { createTokenizer, stem, type Token, type Tokenize } from './text.js';

/** What is compiled of the words of one library: plain data, maps and sets, and nothing of the library itself. */
export type WordTables = {
  readonly phrases: PhraseTable;
  readonly cues: CueTable;
  /** The field's own words, folded, with how likely a misspelt word means them; see {@link createSpelling}. */
  readonly field: ReadonlyMap<string, number>;
  /** Words that are known besides, folded: nobody is corrected to them. */
  readonly plain: ReadonlySet<string>;
  /** Words without a meaning of their own, folded. */
  readonly fillers: ReadonlySet<string>;
  readonly frame: ReadonlySet<string>;
  readonly frameStems: ReadonlySet<string>;
  /** Plain words, by stem: known, but no evidence. */
  readonly everyday: ReadonlySet<string>;
  /** How telling a stem of the statements is: 1 for one in few statements, towards 0 for one in most. */
  readonly weight: ReadonlyMap<string, number>;
  /** Words and phrases of a working day that a statement is about, by the stems of their telling words. */
  readonly sense: ReadonlySet<string>;
  /** A folded word as a reader would write it: "kontorchef" for "kontorchef", "børn" for "born". */
  readonly written: ReadonlyMap<string, string>;
};

/** The compiled language of one library. */
export type Vocabulary = WordTables & { readonly library: Library; readonly lexicon: Lexicon; readonly spelling: Spelling };

/** Puts the vocabulary together, of tables that were compiled before where there are any. */
export function createVocabulary(
  library: Library,
  lexicon: Lexicon,
  words: WordTables = compileWords(library, lexicon, createTokenizer()),
  dictionary?: Dictionary,
): Vocabulary {
  return { ...words, library, lexicon, spelling: createSpelling(words.field, words.plain, dictionary) };
}

/** Compiles the words of a library and its lexicon. */
export function compileWords(library: Library, lexicon: Lexicon, tokenize: Tokenize): WordTables {
  const statements = library.frameworks.flatMap(allStatements);
  const texts = statements.map((statement) => statement.text);
  const daily = statements.flatMap(({ id }) => library.wordsFor(id));
  const written = new Map<string, string>();
  const field = new Map<string, number>();
  const learn = (phrase: string, weight: number) => {
    for (const token of tokenize(phrase)) {
      field.set(token.word, Math.max(field.get(token.word) ?? 0, weight));
      if (!written.has(token.word)) written.set(token.word, token.raw.toLowerCase());
    }
  };
  for (const phrase of namesOf(library)) learn(phrase, NAME);
  for (const phrase of lexicon.titles.flatMap(({ title, aliases }) => [title, ...aliases])) learn(phrase, 3);
  for (const phrase of lexicon.topics.flatMap(({ words }) => words)) learn(phrase, 2);
  for (const phrase of cueWords(lexicon, false)) learn(phrase, 3);
  for (const phrase of lexicon.words.frame) learn(phrase, 3);
  for (const phrase of [...texts, ...daily]) learn(phrase, 1);

  const foldAll = (words: readonly string[]) => new Set(words.flatMap((word) => tokenize(word).map((token) => token.word)));
  const fillers = foldAll(lexicon.words.function);
  const frame = foldAll(lexicon.words.frame);
  const everyday = foldAll(lexicon.words.everyday);
  return {
    phrases: createPhraseTable(library, lexicon, tokenize),
    cues: createCueTable(lexicon, tokenize),
    field,
    plain: new Set([...fillers, ...everyday, ...foldAll(cueWords(lexicon, true))]),
    fillers,
    frame,
    frameStems: new Set([...frame].map(stem)),
    everyday: new Set([...everyday].map(stem)),
    weight: weigh(texts, tokenize),
    sense: new Set(
      daily.flatMap((phrase) => senseKey(tokenize(phrase).filter(({ word }) => !fillers.has(word) && !frame.has(word))) ?? []),
    ),
    written,
  };
}

/** The key of a phrase of a working day: the stems of its telling words; undefined where it has none. */
export function senseKey(telling: readonly Token[]): string | undefined {
  return telling.length > 0 ? telling.map(({ stem: each }) => each).join('+') : undefined;
}

/** Phrases of a working day have so many telling words at most. */
const longestSense = 4;

/** Every run of telling words that may be such a phrase. */
export function senseRuns<T>(telling: readonly T[]): (readonly T[])[] {
  return telling.flatMap((_, from) =>
    Array.from({ length: Math.min(longestSense, telling.length - from) }, (_each, more) => telling.slice(from, from + more + 1)),
  );
}

function namesOf(library: Library): string[] {
  return library.frameworks.flatMap((framework) => [
    framework.title,
    framework.name,
    ...framework.aliases,
    ...framework.common.aliases,
    ...framework.roles.flatMap((role) => [role.label, role.name.da, role.name.en, ...role.aliases]),
    ...framework.themes.flatMap((theme) => [
      theme.label.text,
      theme.en,
      ...theme.aliases,
      ...theme.subthemes.flatMap((subtheme) => [subtheme.label.text, ...subtheme.aliases]),
    ]),
    ...framework.terms.flatMap((term) => [term.label, ...term.aliases]),
  ]);
}

/** Inverse document frequency of stems, scaled to 0..1. */
function weigh(texts: readonly string[], tokenize: Tokenize): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const key of new Set(tokenize(text).map((token) => token.stem))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const top = Math.log(texts.length + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log((texts.length + 1) / count) / top]));
}
