/**
 * The parts of a message: its sentences, and the questions that one sentence joins.
 */

import { fold, READ_LIMIT, tokenize } from '../language/text.js';
import type { Vocabulary } from '../language/vocabulary.js';

/** A part of a message that can be understood by itself. */
export type Part = {
  readonly text: string;
  /** Whether it asks: its sentence has a question mark, or it begins with a word that asks. */
  readonly asks: boolean;
  /** Whether a word that asks stands anywhere in it. */
  readonly wishes: boolean;
  /** Whether it begins as what is to be done does ("slet …"). */
  readonly tells: boolean;
};

/** What opens a line of a list. */
const bullet = /^[\s•·▪◦‣*–—-]{0,9}(?:\(?\d{1,2}[.)]|[a-h]\))?\s{0,9}/;

/** Parts a text in its sentences. Lines end sentences; full stops do where they end no abbreviation ("d. 14.", "bl.a."). */
export function splitSentences(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const bare = line.replace(bullet, '');
    const sentences: string[] = [];
    let start = 0;
    for (const { 0: marks, index } of bare.matchAll(/[.?!…]+(?=\s)/g)) {
      if (marks === '.' && !endsSentence(bare.slice(Math.max(0, index - 5), index), bare.slice(index + 1, index + 3))) continue;
      sentences.push(bare.slice(start, index + marks.length));
      start = index + marks.length;
    }
    return [...sentences, bare.slice(start)].map((sentence) => sentence.trim()).filter(Boolean);
  });
}

/** A full stop after a word of four letters, or between a word and a capital letter. */
function endsSentence(before: string, after: string): boolean {
  return /\p{L}{4}$/u.test(before) || (/\p{L}{2}$/u.test(before) && /^\s\p{Lu}/u.test(after));
}

/** Takes a message apart: its parts, in their order. */
export type FindParts = (text: string) => Part[];

/** Creates that with the words that questions and commands begin with. */
export function createFindParts({ lexicon, fillers }: Pick<Vocabulary, 'lexicon' | 'fillers'>): FindParts {
  const setOf = (words: readonly string[]) => new Set(words.map(fold));
  const [joins, asks, tells] = [setOf(lexicon.asking.joins), setOf(lexicon.asking.asks), setOf(lexicon.asking.tells)];
  const opens = (word: string | undefined) => word !== undefined && (asks.has(word) || tells.has(word));
  /** "hvad er A, og hvad er B?" is two, without the word that joins them. */
  const splitJoined = (sentence: string): string[] => {
    const tokens = tokenize(sentence);
    const isJoined = (at: number) => joins.has(tokens[at]?.word ?? '') && opens(tokens[at + 1]?.word);
    const joints = tokens.flatMap((token, at) =>
      at > 0 && isJoined(at) ? [{ end: token.start, start: tokens[at + 1]?.start ?? token.end }] : [],
    );
    const starts = [isJoined(0) ? (tokens[1]?.start ?? 0) : 0, ...joints.map(({ start }) => start)];
    return starts.map((start, at) => sentence.slice(start, joints[at]?.end).replace(/[\s,;–—-]{1,9}$/, ''));
  };
  /** Somebody who dictates makes no sentences: what is too long to be read begins anew at every word that asks. */
  const cutLong = (sentence: string): string[] => {
    if (sentence.length <= READ_LIMIT) return [sentence];
    const starts = [...sentence.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: word, index }) => (asks.has(fold(word)) ? [index] : []));
    return [0, ...starts].map((start, at) => sentence.slice(start, starts[at])).filter((part) => part !== '');
  };
  return (text) => {
    return splitSentences(text)
      .flatMap(cutLong)
      .flatMap((sentence) =>
        splitJoined(sentence).map((part) => {
          const words = tokenize(part).map(({ word }) => word);
          const first = words.find((word) => asks.has(word) || !fillers.has(word)) ?? '';
          return {
            text: part,
            asks: sentence.includes('?') || asks.has(first),
            wishes: words.some((word) => asks.has(word)),
            tells: tells.has(words[0] ?? ''),
          };
        }),
      );
  };
}
