/**
 * Which known questions a message is like.
 *
 * Nearest neighbours by cosine over words weighted by how telling they are. Every judgement can be shown:
 * "like 'hvem holder øje med pengene'".
 */
import type { Ask } from '../content/asks.js';
import { type Tokenize, tokenize } from '../language/text.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { policy } from './policy.js';

/** A known message like the one read; `likeness` from 0 (no word in common) to 1 (the same words). */
export type Neighbour<T> = { readonly of: T; readonly text: string; readonly likeness: number };

/** What messages of a kind are like each other in: finds the nearest known ones, best first. */
export type Nearest<T> = (features: readonly string[], most: number) => Neighbour<T>[];

/** Known messages to compare with. */
export type Likeness = {
  /** Questions whose answer is known. */
  readonly asks: Nearest<Ask>;
};

/** Known messages of one kind by what shows in them: which ones a feature is in, and how much shows in each in all. */
export type Postings = { readonly places: ReadonlyMap<string, readonly number[]>; readonly lengths: Float64Array };

/** Postings of the questions of the library, in their order. */
export type LikenessTables = { readonly asks: Postings };

/** Compiles examples and questions. */
export function compileLikeness(vocabulary: Vocabulary, split: Tokenize = tokenize): LikenessTables {
  const { library } = vocabulary;
  return {
    asks: post(library.asks.map(({ text }) => contentOf(vocabulary, text, split))),
  };
}

/** Puts it together, of tables that were compiled before where there are any. */
export function createLikeness(vocabulary: Vocabulary, tables: LikenessTables = compileLikeness(vocabulary)): Likeness {
  const { library } = vocabulary;
  return {
    asks: createNearest(
      library.asks.map((ask) => ({ of: ask, text: ask.text })),
      tables.asks,
    ),
  };
}

/** Telling words only, and their topics: what a subject shows in. */
export function contentOf(vocabulary: Vocabulary, text: string, split: Tokenize = tokenize): string[] {
  const tokens = split(text).filter((token) => !vocabulary.fillers.has(token.word) && !vocabulary.frame.has(token.word));
  return tokens.flatMap((token) => {
    const topics = (vocabulary.phrases.names.get(token.stem) ?? []).flatMap((name) => (name.kind === 'topic' ? [`#${name.topic}`] : []));
    return [token.stem, ...topics];
  });
}

type Known<T> = { readonly of: T; readonly text: string };

function post(known: readonly (readonly string[])[]): Postings {
  const places = new Map<string, number[]>();
  known.forEach((features, at) => {
    for (const feature of new Set(features)) {
      const list = places.get(feature);
      if (list) list.push(at);
      else places.set(feature, [at]);
    }
  });
  return { places, lengths: Float64Array.from(known, (features) => lengthOf(new Set(features), places, known.length)) };
}

/** A word that no known message has counts most: it is what makes this message another one. */
function squareOf(feature: string, places: Postings['places'], count: number): number {
  return Math.log(1 + count / (places.get(feature)?.length ?? policy.unknown)) ** 2;
}

function lengthOf(features: Iterable<string>, places: Postings['places'], count: number): number {
  return Math.sqrt([...features].reduce((sum, feature) => sum + squareOf(feature, places, count), 0));
}

function createNearest<T>(known: readonly Known<T>[], { places, lengths }: Postings): Nearest<T> {
  const sums = new Float64Array(known.length);
  return (features, most) => {
    const wanted = new Set(features);
    const length = lengthOf(wanted, places, known.length);
    if (length === 0) return [];
    const touched: number[] = [];
    for (const feature of wanted) {
      const list = places.get(feature) ?? [];
      if (list.length > known.length * policy.common) continue;
      const square = squareOf(feature, places, known.length);
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
