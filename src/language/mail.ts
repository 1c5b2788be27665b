/**
 * What a mail program puts around a person's words: quoted lines, heads of earlier mails, signatures.
 */
import type { Lexicon } from './lexicon.js';

/** A text parted in what its sender wrote and what came with it from others. */
export type Letter = { readonly own: string; readonly others: string };

type MailWords = Lexicon['mail'];

/** What stands before others' words on a line: "> ", or in a pasted chat when and who ("[26-11 10:14] Lone Hansen: "). */
const quote = /^(?:[\s>]{0,20}>\s{0,9}|\[[\d\s.:/-]{4,24}\](?:[^:]{1,60}:)?)/;

/** A signature has at most so many lines, none longer than that and none a sentence. */
const mostSigned = 8;
const longestSigned = 60;
/** A greeting, with the name on the same line, is no longer than this. */
const longestGreeting = 80;

/**
 * Parts a text at the head of the first earlier mail. The heads are left out of both parts, and so are signatures: they
 * name the sender's role, not the one asked about. Quoted lines ("> …") are others' words wherever they stand.
 */
export function partLetter(text: string, words: MailWords): Letter {
  const lines = text.split('\n');
  const kinds = lines.map((line, at) => (quote.test(line) ? 'quote' : isHead(lines, at, words) ? 'head' : 'text'));
  const first = kinds.indexOf('head');
  const own = lines.filter((_, at) => kinds[at] === 'text' && (first < 0 || at < first));
  const others = lines.flatMap((line, at) =>
    kinds[at] === 'quote' ? [line.replace(quote, '')] : kinds[at] === 'text' && first >= 0 && at > first ? [line] : [],
  );
  return { own: unsign(own, words), others: unsign(others, words) };
}

/** Whether a line is of the head of an earlier mail: one of several such lines in a row, or the line that says who wrote. */
function isHead(lines: readonly string[], at: number, words: MailWords): boolean {
  const line = plain(lines[at]);
  if (/^[_=*-]{5,}$/.test(line)) return true;
  const bare = line.replace(/^[-_=*\s]{1,20}/, '');
  if (words.earlier.some((beginning) => bare.startsWith(beginning))) return true;
  if (isHeader(line, words)) return isHeader(plain(lines[at - 1]), words) || isHeader(plain(lines[at + 1]), words);
  const [before, after] = [plain(lines[at - 1]), plain(lines[at + 1])];
  return [line, `${before} ${line}`, `${line} ${after}`].some((said) => isIntroduction(said, words));
}

function isHeader(line: string, { headers }: MailWords): boolean {
  return headers.some((word) => line.startsWith(word) && /^\*{0,2} ?:/.test(line.slice(word.length)));
}

/** "Den tors. 26. nov. 2026 kl. 10.14 skrev Lone Hansen <lone@kommune.dk>:" says when, to the minute or the year. */
function isIntroduction(line: string, { wrote }: MailWords): boolean {
  if (!line.endsWith(':') || !/\d[.:]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)/.test(line)) return false;
  const said = line.split(/[\s,<>:]/);
  return wrote.some((word) => said.includes(word));
}

/** The lines without signatures; where nothing else stands, the lines as they are. */
function unsign(lines: readonly string[], words: MailWords): string {
  const kept: string[] = [];
  let signed = 0;
  for (const line of lines) {
    if (isSentence(line, words)) signed = 0;
    if (kept.some(hasWords) && closes(plain(line), words)) signed = mostSigned;
    else if (signed > 0 && hasWords(line)) signed -= 1;
    else if (!words.devices.some((beginning) => plain(line).startsWith(beginning))) kept.push(line);
  }
  return (kept.some(hasWords) ? kept : lines).join('\n').trim();
}

/** Nobody asks or tells anything in a signature: what does comes after it. */
function isSentence(line: string, { speaking }: MailWords): boolean {
  if (line.includes('?') || line.length > longestSigned || /\p{L}{4}\.$/u.test(line)) return true;
  return plain(line)
    .split(/[^\p{L}]+/u)
    .some((word) => speaking.includes(word));
}

function closes(line: string, { closings }: MailWords): boolean {
  if (line === '--') return true;
  if (line.length > longestGreeting || line.includes('?')) return false;
  return closings.some((beginning) => line.startsWith(beginning) && !/^[\p{L}\p{N}]/u.test(line.slice(beginning.length)));
}

function plain(line: string | undefined): string {
  return (line ?? '')
    .trim()
    .replace(/^\*{1,2}/, '')
    .toLowerCase();
}

/** Whether anything can be read in a text. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
