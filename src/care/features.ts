/**
 * What a message is turned into before it is weighed: its words, their neighbours, pieces of its words, and who is in it.
 */
import { type Feature, weigh } from '../learning/features.js';

/** So much of a message is read, in UTF-16 units: as much as anybody may write at a time. */
const longest = 4_000;
/** Pieces of words are so many letters long; the ends of a word count as one. */
const pieces = [3, 4, 5] as const;
/** Each kind of feature has this length in all, so that a long message does not shout; of what is named the least. */
const lengths = { words: 2.2, pieces: 2.2, people: 1.5 };

const self = new Set('jeg mig min mit mine i me my myself im ive a'.split(' '));
const others = new Set('han hun ham hende hans hendes de dem deres he she him her his they them their'.split(' '));

/**
 * The parts of a message that are weighed: the whole, and each of its sentences where there are several, since one
 * sentence of four may be the one that tells.
 */
export function readParts(text: string): readonly (readonly Feature[])[] {
  const sentences = text
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\p{N}+/gu, '0')
    .split(/[.!?\n;:]+/)
    .map((sentence) => sentence.match(/[\p{L}0']+/gu) ?? [])
    .filter((words) => words.length > 0);
  const whole = readFeatures(sentences.flat());
  return sentences.length > 1 ? [whole, ...sentences.map(readFeatures)] : [whole];
}

/** Small words as they are typed in haste and spoken. */
const spoken: Readonly<Record<string, string>> = {
  ik: 'ikke',
  ikk: 'ikke',
  ek: 'ikke',
  itte: 'ikke',
  ikkje: 'ikke',
  a: 'jeg',
  æ: 'jeg',
  ka: 'kan',
  sel: 'selv',
};

/** The words of a text in lower case with a space between, apostrophes left out. */
export function plainWords(text: string): string {
  const plain = text
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘`´']/g, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => spoken[word] ?? word).join(' ');
}

function readFeatures(words: readonly string[]): readonly Feature[] {
  return [
    ...weigh(listNeighbours(words), lengths.words),
    ...weigh(listPieces(words), lengths.pieces),
    ...weigh(listPeople(words), lengths.people),
  ];
}

/** Words alone, in twos and threes, and in twos with one between. */
function listNeighbours(words: readonly string[]): string[] {
  const all = ['^', ...words, '$'];
  return all.flatMap((word, at) => {
    const [second, third] = [all[at + 1], all[at + 2]];
    if (second === undefined) return [`w${word}`];
    if (third === undefined) return [`w${word}`, `w${word} ${second}`];
    return [`w${word}`, `w${word} ${second}`, `w${word} ${second} ${third}`, `w${word} _ ${third}`];
  });
}

function listPieces(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const bound = `_${word}_`;
    return pieces.flatMap((length) =>
      Array.from({ length: Math.max(0, bound.length - length + 1) }, (_, at) => `c${bound.slice(at, at + length)}`),
    );
  });
}

/** Each word with whether the writer and whether somebody else is spoken of. */
function listPeople(words: readonly string[]): string[] {
  const who = `${words.some((word) => self.has(word)) ? 'I' : '-'}${words.some((word) => others.has(word)) ? 'T' : '-'}`;
  return [`p${who}`, ...words.map((word) => `p${who}${shorten(word)}`)];
}

/** Endings of Danish and English that tell nothing here. */
function shorten(word: string): string {
  return word.length > 5 ? word.replace(/(erne|ernes|enes|ende|ene|ens|ets|ers|et|en|er|es|s|e|t)$/, '') : word;
}
