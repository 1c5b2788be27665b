/**
 * What the rules of the sub-language of times are made of: each reads words from a place on and says what they mean, or
 * nothing. The first that fits is taken and never gone back on, so reading is linear in the words.
 */
import { phrase, type Word } from './words.js';

/** Something read: the index of the word behind it, and what it says. */
export type Found<T> = { readonly to: number; readonly value: T };

/** Reads what begins at the word `at`; undefined where it does not fit. */
export type Rule<T> = (words: readonly Word[], at: number) => Found<T> | undefined;

/** One of some words, or of some phrases (their words joined by `_`), the longest that stands there. Its value is the phrase. */
export function one(list: string): Rule<string> {
  const phrases = new Set(
    list
      .split(/\s+/)
      .filter(Boolean)
      .map((each) => each.replaceAll('_', ' ')),
  );
  // Nearly every word begins none, which is quick to see.
  const longest = new Map<string, number>();
  for (const each of phrases) {
    const parts = each.split(' ');
    longest.set(parts[0] ?? '', Math.max(parts.length, longest.get(parts[0] ?? '') ?? 0));
  }
  return (words, at) => {
    for (let count = Math.min(longest.get(words[at]?.word ?? '') ?? 0, words.length - at); count > 0; count -= 1) {
      const said = phrase(words, at, count);
      if (phrases.has(said)) return { to: at + count, value: said };
    }
    return undefined;
  };
}

/** A phrase of a table, by what it means. */
export function among<T>(table: ReadonlyMap<string, T>): Rule<T> {
  const name = one([...table.keys()].map((key) => key.replaceAll(' ', '_')).join(' '));
  return (words, at) => {
    const found = name(words, at);
    return found && { to: found.to, value: table.get(found.value) as T };
  };
}

/** A table that gives each of some phrases, parted by `|`, the same meaning. */
export function table<T>(rows: readonly (readonly [meaning: T, phrases: string])[]): ReadonlyMap<string, T> {
  return new Map(rows.flatMap(([meaning, phrases]) => phrases.split('|').map((each): [string, T] => [each, meaning])));
}

/** One word that a function gives a meaning. */
export function meaning<T>(of: (word: Word) => T | undefined): Rule<T> {
  return (words, at) => {
    const value = words[at] && of(words[at]);
    return value === undefined ? undefined : { to: at + 1, value };
  };
}

/** A whole number from `least` to `most` in digits, of at most so many digits. */
export function digits(least: number, most: number, long = 2): Rule<number> {
  return meaning(({ word }) => {
    const value = /^\d+$/.test(word) && word.length <= long ? Number(word) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  });
}

/** Takes no word: what stands between the word before and the next one; at the end nothing does. */
export function gap(shape: RegExp): Rule<true> {
  return (words, at) => (shape.test(words[at]?.gap ?? '') ? { to: at, value: true } : undefined);
}

/** Takes no word: whether a place in the words is right. */
export function when(isRight: (words: readonly Word[], at: number) => boolean): Rule<true> {
  return (words, at) => (isRight(words, at) ? { to: at, value: true } : undefined);
}

/** The same rule, read only once at each place of the same words however many others begin with it. */
export function memo<T>(rule: Rule<T>): Rule<T> {
  const known = new WeakMap<readonly Word[], Map<number, Found<T> | undefined>>();
  return (words, at) => {
    const read = known.get(words) ?? new Map<number, Found<T> | undefined>();
    if (read.size === 0) known.set(words, read);
    if (!read.has(at)) read.set(at, rule(words, at));
    return read.get(at);
  };
}

/** What may be left out. */
export function maybe<T>(rule: Rule<T>): Rule<T | undefined> {
  return (words, at) => rule(words, at) ?? { to: at, value: undefined };
}

/** The first of some rules that fits. */
export function any<T>(...rules: readonly Rule<T>[]): Rule<T> {
  return (words, at) => {
    for (const rule of rules) {
      const found = rule(words, at);
      if (found) return found;
    }
    return undefined;
  };
}

/** As often as it fits, also never. */
export function many<T>(rule: Rule<T>): Rule<readonly T[]> {
  return (words, at) => {
    const value: T[] = [];
    let to = at;
    for (let found = rule(words, to); found && found.to > to; found = rule(words, to)) {
      value.push(found.value);
      to = found.to;
    }
    return { to, value };
  };
}

/** What some rules mean, one after the other. */
type Meanings<Rules extends readonly Rule<unknown>[]> = {
  -readonly [Place in keyof Rules]: Rules[Place] extends Rule<infer T> ? T : never;
};

/** One after the other; what they mean together, unless that is nothing. */
export function all<const Rules extends readonly Rule<unknown>[], T>(
  rules: Rules,
  make: (...values: Meanings<Rules>) => T | undefined,
): Rule<T> {
  return (words, at) => {
    const found = inTurn(rules, words, at);
    const value = found && make(...(found.value as Meanings<Rules>));
    return found && value !== undefined ? { to: found.to, value } : undefined;
  };
}

/** One after the other; what the last of them means. */
export function last<T>(...rules: readonly [...Rule<unknown>[], Rule<T>]): Rule<T> {
  return (words, at) => {
    const found = inTurn(rules, words, at);
    return found && { to: found.to, value: found.value.at(-1) as T };
  };
}

/** What always means the same. */
export function means<T>(rule: Rule<unknown>, value: T): Rule<T> {
  return (words, at) => {
    const found = rule(words, at);
    return found && { to: found.to, value };
  };
}

function inTurn(rules: readonly Rule<unknown>[], words: readonly Word[], at: number): Found<readonly unknown[]> | undefined {
  const value: unknown[] = [];
  let to = at;
  for (const rule of rules) {
    const found = rule(words, to);
    if (!found) return undefined;
    value.push(found.value);
    to = found.to;
  }
  return { to, value };
}
