/**
 * Misspelt words and unknown compounds, read as what the field knows.
 *
 * Symmetric deletes: a word and a misspelling of it share a form with one or two letters left out, so that a
 * few look-ups replace comparing with every word. What only unknown words need is made when the first one comes.
 */
import { once } from '../content/once.js';
import { type Dictionary, noDictionary } from './dictionary.js';
import { distance, soundOf, stem } from './text.js';

/** What the field knows of words. */
export type Spelling = {
  isKnown(word: string): boolean;
  /** The known word that an unknown one sounds like ("tvergane": tværgående). */
  soundsLike(word: string): string | undefined;
  /** True for words of the field itself, in any inflection. */
  isFieldWord(word: string): boolean;
  /** True for words that names of roles, themes and frameworks are made of. */
  isName(word: string): boolean;
  /** The known word that a misspelt one most likely is; undefined when none is near enough. */
  correct(word: string): string | undefined;
  /** The field's likeliest word that begins so: what an abbreviation ("driftsled.") stands for. */
  expand(head: string): string | undefined;
  /** The known parts of a word that is itself unknown: "budgetopfolgning" -> budget, opfolgning; "utryghed" is about tryghed. */
  split(word: string): readonly string[];
};

/** Shortest words that may be corrected by one and by two letters. */
const ONE_FROM = 5;
const TWO_FROM = 8;
/** From this weight on, a word is part of a name. */
export const NAME = 4;
/** Shortest abbreviation that is read out. */
const HEAD_FROM = 3;
/** Shortest words that are read by their sound. */
const SOUND_FROM = 4;
/** So many letters of a word are looked up. */
const HEAD = 8;
/** Shortest part of a compound. */
const PART_FROM = 4;
/** What sets candidates apart that are equally many letters off, in letters: another first or last letter, and how likely a word is meant. */
const costs = { first: 0.6, last: 0.1, likely: 0.1, likelyMost: 0.4 } as const;

/**
 * Builds the spelling over folded words. `field` words may be the target of a correction, more likely ones (by
 * `weight`) first; `plain` words are known but nobody is corrected to them, and so are those that stand in a dictionary.
 */
export function createSpelling(
  field: ReadonlyMap<string, number>,
  plain: ReadonlySet<string>,
  isWord: Dictionary = noDictionary,
): Spelling {
  const known = new Set([...field.keys(), ...plain]);
  const stems = new Set([...known].filter((word) => word.length > 3).map(stem));
  const deletes = once(() => tableDeletes(field));
  const sounds = once(() => tableSounds(field));
  const partStems = once(() => tableParts(field));

  const isKnown = (word: string) => known.has(word) || (word.length > 3 && stems.has(stem(word))) || /\d/.test(word) || isWord(word);
  const split = (word: string): string[] => {
    if (word.length < 2 * PART_FROM) return [];
    const denied = word.startsWith('u') ? partOf(word.slice(1), partStems()) : undefined;
    return denied ? [denied] : splitAt(word, partStems(), 3);
  };
  /** The likeliest known word that sounds the same. */
  const sounding = (word: string) => {
    const same = sounds().get(soundOf(word)) ?? [];
    return [...same].sort((a, b) => (field.get(b) ?? 0) - (field.get(a) ?? 0) || distance(word, a, 9) - distance(word, b, 9))[0];
  };
  const correct = (word: string) => {
    if (word.length < ONE_FROM - 1) return undefined;
    const alike = word.length >= SOUND_FROM ? sounding(word) : undefined;
    const limit = reach(word);
    let best: string | undefined;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const form of deletesOf(word, limit)) {
      for (const candidate of deletes().get(form) ?? []) {
        const far = distance(word, candidate, limit);
        if (far > limit || far > reach(candidate)) continue;
        // "fikse" is no misspelt "kikse": a short word is seldom wrong in its first letter.
        if (candidate[0] !== word[0] && word.length < TWO_FROM - 1) continue;
        const score =
          far +
          (candidate[0] === word[0] ? 0 : costs.first) +
          (candidate.at(-1) === word.at(-1) ? 0 : costs.last) -
          Math.min(costs.likelyMost, (field.get(candidate) ?? 0) * costs.likely);
        if (score < bestScore) [best, bestScore] = [candidate, score];
      }
    }
    if (alike === undefined) return best;
    // A name one letter away ("ldere": ledere) is likelier than a plain word that sounds the same (lære).
    const name = best !== undefined && distance(word, best, 1) === 1 && (field.get(best) ?? 0) > (field.get(alike) ?? 0);
    return name || (best !== undefined && distance(word, alike, reach(word) + 1) > reach(word) + 1) ? best : alike;
  };
  return {
    isKnown,
    soundsLike: (word) => (word.length >= SOUND_FROM + 2 ? sounding(word) : undefined),
    isFieldWord: (word) => field.has(word) || partStems().has(stem(word)),
    isName: (word) => (field.get(word) ?? 0) >= NAME,
    correct,
    expand: (head) => expand(head, field),
    split,
  };
}

/** The likeliest word, and of those the shortest. */
function expand(head: string, field: ReadonlyMap<string, number>): string | undefined {
  if (head.length < HEAD_FROM) return undefined;
  const words = [...field.keys()].filter((word) => word.startsWith(head));
  return words.sort((a, b) => (field.get(b) ?? 0) - (field.get(a) ?? 0) || a.length - b.length)[0];
}

/** Words by the forms that they share with their misspellings. */
function tableDeletes(field: ReadonlyMap<string, number>): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const word of field.keys()) if (word.length >= ONE_FROM - 1) for (const form of deletesOf(word, reach(word))) put(table, form, word);
  return table;
}

/** Words by how they sound. */
function tableSounds(field: ReadonlyMap<string, number>): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const word of field.keys()) if (word.length >= SOUND_FROM) put(table, soundOf(word), word);
  return table;
}

/** Words that compounds are made of, by their stems. */
function tableParts(field: ReadonlyMap<string, number>): Map<string, string> {
  const table = new Map<string, string>();
  for (const word of field.keys()) if (word.length >= PART_FROM && /^[a-z]+$/.test(word)) table.set(stem(word), word);
  return table;
}

function put(table: Map<string, string[]>, key: string, word: string): void {
  const words = table.get(key);
  if (words) words.push(word);
  else table.set(key, [word]);
}

function reach(word: string): number {
  return word.length >= TWO_FROM ? 2 : word.length >= ONE_FROM - 1 ? 1 : 0;
}

/** The head of a word and that head with up to `limit` letters left out. Heads keep the table small; tails are compared afterwards. */
function deletesOf(word: string, limit: number): Set<string> {
  let layer = new Set([word.slice(0, HEAD)]);
  const all = new Set(layer);
  for (let round = 0; round < limit; round += 1) {
    const next = new Set<string>();
    for (const form of layer) for (let at = 0; at < form.length; at += 1) next.add(form.slice(0, at) + form.slice(at + 1));
    for (const form of next) all.add(form);
    layer = next;
  }
  return all;
}

/** Splits greedily from the longest first part; a binding s or e may stand between parts. */
function splitAt(word: string, parts: ReadonlyMap<string, string>, depth: number): string[] {
  if (depth === 0) return [];
  for (let length = word.length - PART_FROM; length >= PART_FROM; length -= 1) {
    const first = partOf(word.slice(0, length), parts);
    if (!first) continue;
    const rest = word.slice(length);
    const second = partOf(rest, parts);
    if (second) return [first, second];
    const more = splitAt(rest, parts, depth - 1);
    if (more.length > 0) return [first, ...more];
  }
  return [];
}

function partOf(text: string, parts: ReadonlyMap<string, string>): string | undefined {
  if (text.length < PART_FROM) return undefined;
  return parts.get(text) ?? parts.get(stem(text));
}
