/**
 * Which known messages a message is like: examples of intents, and questions whose answer is known.
 *
 * Nearest neighbours by cosine over words weighted by how telling they are. Every judgement can be shown:
 * "like 'hvem holder øje med pengene'".
 */
import type { Ask } from '../content/asks.js';
import type { Intent } from './question.js';
import { createTokenizer, stem, type Tokenize, tokenize } from './text.js';
import type { Vocabulary } from './vocabulary.js';

/** A known message like the one read; `likeness` from 0 (no word in common) to 1 (the same words). */
export type Neighbour<T> = { readonly of: T; readonly text: string; readonly likeness: number };

/** What messages of a kind are like each other in: finds the nearest known ones, best first. */
export type Nearest<T> = (features: readonly string[], most: number) => Neighbour<T>[];

/** Known messages to compare with. */
export type Likeness = {
  /** Examples of what people want, by intent. */
  readonly intents: Nearest<Intent>;
  /** Questions whose answer is known. */
  readonly asks: Nearest<Ask>;
};

/** Compiles examples and questions: some 20 ms for 6,000 of them. */
export function createLikeness(vocabulary: Vocabulary, split: Tokenize = createTokenizer()): Likeness {
  const { lexicon, library } = vocabulary;
  const examples = lexicon.examples.map(({ intent, text }) => ({
    of: intent,
    text,
    features: featuresOf(vocabulary, unmask(text), split),
  }));
  const asks = library.asks.map((ask) => ({ of: ask, text: ask.text, features: contentOf(vocabulary, ask.text, split) }));
  return { intents: createNearest(examples), asks: createNearest(asks) };
}

/** All words of a text by their stems, pairs of neighbours, and topics: what a wish shows in. */
export function featuresOf(vocabulary: Vocabulary, text: string, split: Tokenize = tokenize): string[] {
  const stems = text
    .split(' ')
    .flatMap((part) =>
      /^<\w+>$/.test(part)
        ? [part]
        : split(part).map((token) => stem(vocabulary.lexicon.spoken.get(token.raw.toLowerCase()) ?? token.word)),
    );
  return [...stems, ...stems.slice(1).map((next, at) => `${stems[at]} ${next}`)];
}

/** Telling words only, and their topics: what a subject shows in. */
export function contentOf(vocabulary: Vocabulary, text: string, split: Tokenize = tokenize): string[] {
  const tokens = split(text).filter((token) => !vocabulary.fillers.has(token.word) && !vocabulary.frame.has(token.word));
  return tokens.flatMap((token) => {
    const topics = (vocabulary.phrases.names.get(token.stem) ?? []).flatMap((name) => (name.kind === 'topic' ? [`#${name.topic}`] : []));
    return [token.stem, ...topics];
  });
}

/** `{role}` of an example as the feature that stands for any role. */
function unmask(text: string): string {
  return text.replace(/\{(\w+)\}/g, ' <$1> ');
}

type Known<T> = { readonly of: T; readonly text: string; readonly features: readonly string[] };

/** Features that more than this share of the known messages have tell next to nothing and are not looked up. */
const COMMON_SHARE = 0.15;

function createNearest<T>(known: readonly Known<T>[]): Nearest<T> {
  const postings = new Map<string, number[]>();
  known.forEach(({ features }, at) => {
    for (const feature of new Set(features)) {
      const list = postings.get(feature);
      if (list) list.push(at);
      else postings.set(feature, [at]);
    }
  });
  // A word that no known message has counts most: it is what makes this message another one.
  const squareOf = (feature: string) => Math.log(1 + known.length / (postings.get(feature)?.length ?? 0.5)) ** 2;
  const lengthOf = (features: Iterable<string>) => Math.sqrt([...features].reduce((sum, feature) => sum + squareOf(feature), 0));
  const lengths = Float64Array.from(known, ({ features }) => lengthOf(new Set(features)));
  const sums = new Float64Array(known.length);
  return (features, most) => {
    const wanted = new Set(features);
    const length = lengthOf(wanted);
    if (length === 0) return [];
    const touched: number[] = [];
    for (const feature of wanted) {
      const list = postings.get(feature) ?? [];
      if (list.length > known.length * COMMON_SHARE) continue;
      const square = squareOf(feature);
      for (const at of list) {
        if (sums[at] === 0) touched.push(at);
        sums[at] = (sums[at] ?? 0) + square;
      }
    }
    const best = topOf(touched, (at) => (sums[at] ?? 0) / (length * (lengths[at] ?? 1)), most);
    for (const at of touched) sums[at] = 0;
    return best.flatMap(({ at, likeness }) => {
      const found = known[at];
      return found ? [{ of: found.of, text: found.text, likeness }] : [];
    });
  };
}

/** The `most` best places, best first, without sorting the rest. */
function topOf(places: readonly number[], scoreOf: (at: number) => number, most: number): { at: number; likeness: number }[] {
  const best: { at: number; likeness: number }[] = [];
  for (const at of places) {
    const likeness = scoreOf(at);
    const last = best.at(-1);
    if (best.length >= most && last && likeness <= last.likeness) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.likeness ?? 0) < likeness) place -= 1;
    best.splice(place, 0, { at, likeness });
    if (best.length > most) best.pop();
  }
  return best;
}
