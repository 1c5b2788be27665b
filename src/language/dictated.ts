/**
 * Marks that were said aloud: a phone that listens writes "komma" where it should write one.
 */
import type { Lexicon } from './lexicon.js';

type Dictated = Lexicon['dictated'];

/**
 * Writes the marks that were said. Whoever types marks dictates none, so that a text with a comma, a question mark or an
 * exclamation mark stays as it is; so does a mark that is spoken of ("hvad betyder punktum").
 */
export function writeDictated(text: string, { marks, after, before }: Dictated): string {
  if (/[,?!]/.test(text)) return text;
  const words = text.split(/\s+/).filter(Boolean);
  const at = (place: number) => (words[place] ?? '').toLowerCase();
  const written: string[] = [];
  let isMarked = false;
  for (let place = 0; place < words.length; place += 1) {
    const pair = `${at(place)} ${at(place + 1)}`;
    const said = Object.hasOwn(marks, pair) ? pair : Object.hasOwn(marks, at(place)) ? at(place) : undefined;
    const length = said === pair ? 2 : 1;
    const isSpokenOf = place === 0 || after.includes(at(place - 1)) || before.includes(at(place + length));
    if (said === undefined || isSpokenOf) {
      written.push(words[place] ?? '');
      continue;
    }
    written.push(`${written.pop() ?? ''}${marks[said]}`);
    isMarked = true;
    place += length - 1;
  }
  return isMarked ? written.join(' ') : text;
}
