/**
 * What a text asks about, and the terms that words are indexed and searched by.
 *
 * A subject is a topic of the lexicon, or a word that belongs to none; each knows by which terms a statement speaks of it, so
 * that nobody is told that something stands there which does not.
 */
import { keysOf, LIGHT } from '../language/names.js';
import { isHyphened, sayWords, stem, type Token, tokenize } from '../language/text.js';
import { senseKey, senseRuns, type Vocabulary } from '../language/vocabulary.js';
import { policy } from './policy.js';

/** One thing that is asked about: a topic by its id, or a word as it was written. */
export type Subject = {
  readonly topic?: string | undefined;
  readonly said: string;
  /** True for a turn of phrase of small words ("hvem har ansvaret"), which is seldom what is asked about. */
  readonly isIdiom?: boolean | undefined;
  /** The topic's name. */
  readonly label?: { readonly da: string; readonly en: string } | undefined;
  /** A statement that has one of these terms speaks of it; see {@link termsOf} and {@link saidTerms}. */
  readonly terms: readonly string[];
};

/** A term that words are indexed and searched by, and how much it counts. */
export type Term = readonly [term: string, weight: number];

/** The terms of a run of words: each word itself, its stem, the parts of its compound, and the topics it names. */
export function termsOf(vocabulary: Vocabulary, tokens: readonly Token[]): Term[] {
  return [
    ...tokens.flatMap((token) => wordTerms(vocabulary, token)),
    ...topicsOf(vocabulary, tokens).map(({ topic }): Term => [`#${topic}`, policy.topic]),
  ];
}

/** The terms of words of a working day: a run of two to four words as one, a single word as itself and its stem. `whole`: the run is one phrase. */
export function saidTerms(vocabulary: Vocabulary, tokens: readonly Token[], whole = false): Term[] {
  const heavy = tokens.filter((token) => isTelling(vocabulary, token));
  if (whole) return heavy.length === 1 ? heavy.map(({ stem }): Term => [`~${stem}`, policy.phrase]) : [[runKey(heavy), policy.phrase]];
  return senseRuns(heavy).map((run): Term => [runKey(run), policy.phrase]);
}

function runKey(tokens: readonly Token[]): string {
  return `~${senseKey(tokens) ?? ''}`;
}

/** What a text asks about: its topics, and the telling words that belong to none. */
export function subjectsOf(vocabulary: Vocabulary, text: string): readonly Subject[] {
  const tokens = tokenize(text);
  const named = topicsOf(vocabulary, tokens);
  const foreign = foreignCompounds(vocabulary, text, tokens, named);
  const heads = new Set(foreign.map(([, head]) => head));
  const topics = named.filter(({ words }) => !words.some((word) => heads.has(word)));
  const covered = new Set([...topics.flatMap(({ words }) => words), ...foreign.flat()]);
  const byTopic = new Map<string, readonly Token[]>();
  for (const { topic, words } of topics) if (!byTopic.has(topic)) byTopic.set(topic, words);
  const words = tokens.filter((token) => !covered.has(token) && isTelling(vocabulary, token));
  const labelOf = (id: string) => vocabulary.lexicon.topics.find((topic) => topic.id === id)?.label;
  return [
    ...[...byTopic].map(
      ([topic, run]): Subject => ({
        topic,
        label: labelOf(topic),
        said: sayWords(text, run),
        isIdiom: run.every(({ word }) => vocabulary.fillers.has(word) || vocabulary.frame.has(word)),
        terms: [`#${topic}`, ...ownTerms(run)],
      }),
    ),
    ...words.map((token): Subject => ({ said: token.raw, terms: ownTerms([token]) })),
    ...foreign.map((run): Subject => ({ said: sayWords(text, run), terms: [runKey(run)] })),
  ];
}

/** Words with a hyphen whose first part says nothing in the field: "it-sikkerhed" is about another thing than sikkerhed. */
function foreignCompounds(
  vocabulary: Vocabulary,
  text: string,
  tokens: readonly Token[],
  named: readonly Named[],
): (readonly [Token, Token])[] {
  return tokens.flatMap((head, at): (readonly [Token, Token])[] => {
    const first = tokens[at - 1];
    if (!first || !isHyphened(text, first, head)) return [];
    if (vocabulary.field.has(first.word) && isTelling(vocabulary, first)) return [];
    return named.some(({ words }) => words.includes(first) && words.includes(head)) ? [] : [[first, head]];
  });
}

/**
 * A word as it is written, inflected; a run only as a whole. Without its Danish letters only a longer word is told from others
 * ("sorg" is no "sørger", but "folgeskab" is "følgeskab").
 */
function ownTerms(run: readonly Token[]): string[] {
  const [only] = run;
  if (run.length !== 1 || !only) return [runKey(run)];
  return [writtenTerm(only), runKey(run), ...(only.word.length >= policy.foldedFrom ? [`=${only.word}`, only.stem] : [])];
}

/** The stem of a word with its Danish letters. */
export function writtenTerm({ raw }: Token): string {
  return `'${stem(raw.normalize('NFC').toLowerCase())}`;
}

function isTelling({ fillers, frame }: Vocabulary, { word }: Token): boolean {
  return !fillers.has(word) && !frame.has(word) && word.length >= policy.shortest && !/^\d+$/.test(word);
}

function wordTerms(vocabulary: Vocabulary, token: Token): Term[] {
  if (!isTelling(vocabulary, token)) return [];
  const parts = vocabulary.spelling.split(token.word).flatMap((part): Term[] => {
    const [inner] = tokenize(part);
    return inner ? [[inner.stem, policy.part], ...topicsOf(vocabulary, [inner]).map(({ topic }): Term => [`#${topic}`, policy.part])] : [];
  });
  return [[`=${token.word}`, policy.word], [token.stem, policy.stem], ...parts];
}

/** The topics that a longer word begins with: "økonomirelaterede opgaver" are about økonomi. */
export function headTopics({ phrases, fillers }: Vocabulary, { word }: Token): string[] {
  if (fillers.has(word)) return [];
  const heads = Array.from({ length: Math.max(0, word.length - policy.head - policy.shortest + 1) }, (_, at) =>
    word.slice(0, policy.head + at),
  );
  const names = heads.flatMap((head) => phrases.names.get(stem(head)) ?? []);
  return [...new Set(names.flatMap((name) => (name.kind === 'topic' ? [`#${name.topic}`] : [])))];
}

type Named = { readonly topic: string; readonly words: readonly Token[] };

/** Topics named by runs of up to five words, with or without the light words between. */
function topicsOf(vocabulary: Vocabulary, all: readonly Token[]): Named[] {
  const heavy = all.filter((token) => !LIGHT.has(token.word));
  return [...topicRuns(vocabulary, all), ...(heavy.length < all.length ? topicRuns(vocabulary, heavy) : [])];
}

function topicRuns(vocabulary: Vocabulary, tokens: readonly Token[]): Named[] {
  const { names } = vocabulary.phrases;
  return tokens.flatMap((_, from) =>
    [5, 4, 3, 2, 1].flatMap((length) => {
      const words = tokens.slice(from, from + length);
      if (words.length < length) return [];
      const topics = keysOf(words)
        .flatMap((key) => names.get(key) ?? [])
        .flatMap((name) => (name.kind === 'topic' ? [name.topic] : []));
      return [...new Set(topics)].map((topic) => ({ topic, words }));
    }),
  );
}
