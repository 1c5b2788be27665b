/**
 * What is found in content, in words; the words themselves stand in `strings/`.
 */
import type { Found, Said, Words } from './found.js';
import type { Language } from './language.js';
import { da } from './strings/da.js';
import { en } from './strings/en.js';

const words: Readonly<Record<Language, Words>> = { da, en };

/** A finding in the words of a language. */
export function say({ id, facts }: Found, language: Language): Said {
  const tell = words[language][id] as (facts: Found['facts']) => Said;
  return tell(facts);
}

/** The same in one line, for logs and lists. */
export function sayInLine(found: Found, language: Language): string {
  const { text, write = [] } = say(found, language);
  return [text, ...write.map((line) => line.trim())].join(' ');
}
