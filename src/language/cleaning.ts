/**
 * The one step from what was sent to what its sender wrote: markup, quotes, earlier mails, signatures and links are taken
 * out, and what was dictated is written as it was meant. Everything that understands a message reads it after this.
 */

import { writeDictated } from './dictated.js';
import type { Lexicon } from './lexicon.js';
import { hasWords, partLetter } from './mail.js';
import { unmark } from './markup.js';

/** A message as its sender wrote it. */
export type Cleaned = {
  /** What to read, in lines; empty where there are no words. */
  readonly text: string;
  /** The addresses in it, each once, in order. */
  readonly links: readonly string[];
  /** True where `text` is others' words: the sender wrote none, or only pointed to them. */
  readonly quoted: boolean;
  /** True where it holds something that is no text: a picture, a file, a forwarded message. */
  readonly holds: boolean;
};

/** Cleans one message; takes time in proportion to its length, whatever stands in it. */
export type Clean = (sent: string) => Cleaned;

/** So much of what was sent is looked at, in UTF-16 units: markup and quotes make a message several times as long. */
const mostSent = 20_000;

/** Creates the step with the words that editors know of mails and dictation. */
export function createClean({ mail, dictated }: Pick<Lexicon, 'mail' | 'dictated'>): Clean {
  return (sent) => {
    const { text, quoted, links, holds } = unmark(sent.slice(0, mostSent));
    const letter = partLetter(tidy(text), mail);
    const others = [letter.others, tidy(quoted)].filter(hasWords).join('\n');
    const own = takeLinks(letter.own);
    // Whoever writes nothing, or only "se nedenfor", wants read what others wrote.
    const isPointing = letter.others !== '' && mail.pointing.some((word) => own.text.toLowerCase().includes(word));
    const isQuoted = others !== '' && !holds && own.links.length === 0 && (isPointing || !/\S/.test(own.text));
    const read = isQuoted ? takeLinks(others) : own;
    return {
      text: writeDictated(read.text, dictated),
      links: [...new Set([...links, ...own.links])],
      quoted: isQuoted,
      holds,
    };
  };
}

/** One space between words, no more than one empty line. */
function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n')
    .trim();
}

/** What ends a sentence ends no address. */
const closing = new Set('.,;:!?)]}*_');

/** Takes web and mail addresses out of a text. */
function takeLinks(text: string): { readonly text: string; readonly links: readonly string[] } {
  const links: string[] = [];
  const rest = text
    .replace(/\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+/gi, (found) => {
      let end = found.length;
      while (end > 0 && closing.has(found[end - 1] ?? '')) end -= 1;
      links.push(found.slice(0, end));
      return ` ${found.slice(end)}`;
    })
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, ' ');
  return { text: links.length > 0 || rest !== text ? tidy(rest) : text, links };
}
