/**
 * Printed lines to pieces: what a line break, a hyphen or an empty line parted is one text again.
 */
import { BULLETS, type Line, type Unit } from './unit.js';
import { GOES_ON, isCapitals, likeness } from './words.js';

/** A line that stands this often, set the same, is a heading and no part of a sentence. */
const OFTEN = 3;
/** So many empty lines part what belongs together at most. */
const WIDEST_GAP = 2;
/** Shorter lines are alike by chance. */
const LONG_ENOUGH = 12;
const ALIKE = 0.85;
/** Points between two sizes of letters that no rounding explains. */
const SIZE_STEP = 1.2;

const START = new RegExp(`^(?:${BULLETS.source}|[-o](?=\\s)|\\d{1,2}\\)(?=\\s)|[a-h]\\)(?=\\s))`, 'u');
/** Several marks at once come from fonts that could not be read. */
const MARKS = new RegExp(`^(?:(?:${BULLETS.source}|[-o](?=\\s)|\\d{1,2}\\)(?=\\s)|[a-h]\\)(?=\\s))\\s*)+`, 'u');

type Open = { lines: Line[]; item: boolean; text: string; joined?: Unit['joined']; often: boolean; inList: boolean };

/** Joins lines to pieces, in their order; no letter is added or left out, but for hyphens and marks. */
export function joinLines(lines: readonly Line[]): Unit[] {
  const counts = countLines(lines);
  const pairs = countLines(lines.slice(1).map((line, at) => ({ ...line, text: `${keyOf(lines[at]?.text ?? '')} ${line.text}` })));
  const units: Unit[] = [];
  let open: Open | undefined;
  let colon = false;
  const close = () => {
    if (!open) return;
    colon = /:$/.test(open.text) || (colon && open.inList);
    units.push(toUnit(open));
    open = undefined;
  };
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') continue;
    if (isMark(text)) {
      close();
      units.push({ text, page: line.page, noise: /\d/.test(text) ? 'page-number' : 'empty-mark' });
      continue;
    }
    const item = START.test(text) && !isDashWithin(text, open);
    const words = item ? text.replace(MARKS, '') : text;
    const often: boolean = !item && isOften(words, counts, pairs, open);
    if (open && !item && goesOn(open, line, words, often, colon)) append(open, line, words);
    else {
      const wasColon: boolean = open ? /:$/.test(open.text) || (colon && open.inList) : colon;
      close();
      open = { lines: [line], item, text: words, often, inList: wasColon && (item || /^\p{Ll}/u.test(words)) };
    }
  }
  close();
  return units;
}

/** A dash before a small letter, within an item that began with another mark, is part of the sentence. */
function isDashWithin(text: string, open: Open | undefined): boolean {
  const began = open?.lines[0]?.text.trim() ?? '';
  return /^[–—-]\s*\p{Ll}/u.test(text) && open?.item === true && !/^[–—-]/u.test(began) && !/[.!?:]$/.test(open.text);
}

function isMark(text: string): boolean {
  return /^(?:side |s\. ?)?\d{1,3}(?: ?(?:af|\/) ?\d{1,3})?$/iu.test(text) || text.replace(BULLETS, '').replace(/[-_|\s]/g, '') === '';
}

function countLines(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const key = keyOf(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** A line goes on with a heading over two lines where both are often there. */
function isOften(words: string, counts: ReadonlyMap<string, number>, pairs: ReadonlyMap<string, number>, open: Open | undefined): boolean {
  const before = open?.lines.at(-1)?.text;
  if (open?.often && before && /^\p{Lu}/u.test(words) && (pairs.get(keyOf(`${keyOf(before)} ${words}`)) ?? 0) < OFTEN) return false;
  if (/[.]$/.test(words) || !isThereOften(keyOf(words), counts)) return false;
  return /^\p{Lu}/u.test(words) || open?.often === true;
}

/** A machine may have read one of them differently. */
function isThereOften(key: string, counts: ReadonlyMap<string, number>): boolean {
  if ((counts.get(key) ?? 0) >= OFTEN) return true;
  if (key.length < LONG_ENOUGH) return false;
  return [...counts].some(
    ([other, count]) => count >= OFTEN && Math.abs(other.length - key.length) <= 2 && other[0] === key[0] && likeness(other, key) >= ALIKE,
  );
}

function goesOn(open: Open, line: Line, words: string, often: boolean, colon: boolean): boolean {
  const last = open.lines.at(-1);
  if (!last || line.page !== last.page || line.blanks > WIDEST_GAP) return false;
  if (isOtherStyle(last, line)) return false;
  const isSmall = /^(?:[–—-]\s*)?[\p{Ll}(&]/u.test(words);
  const isOpen = /[-,\u00ad]$/u.test(open.text) || GOES_ON.test(open.text);
  if (isCapitals(open.text) !== isCapitals(words) && !isSmall && !/^\P{L}*\p{Lu}{1,4}-/u.test(words)) return false;
  if (line.isForced && !isSmall && !isOpen) return false;
  if (line.blanks === 0) return !(open.often !== often && !isSmall && !isOpen) && !(/:$/.test(open.text) && open.often);
  if (/[.!?:]$/.test(open.text)) return false;
  if ((colon || /:$/.test(open.text)) && open.inList && !open.item && isSmall && !isOpen) return false;
  return isSmall || (isOpen && !/^\p{Lu}\p{Ll}+ .*\p{L}{3}/u.test(words)) || (isOpen && !often);
}

function isOtherStyle(last: Line, line: Line): boolean {
  if (last.bold !== line.bold && !line.runIn && !last.runIn) return true;
  return last.size !== undefined && line.size !== undefined && Math.abs(last.size - line.size) > SIZE_STEP;
}

function append(open: Open, line: Line, words: string): void {
  const { text, joined } = joinWords(open.text, words);
  const isCapital = /^\p{Lu}\p{Ll}/u.test(words) && /[\p{L}\d)]$/u.test(open.text) && !GOES_ON.test(open.text) && !open.often;
  const how = isCapital ? 'capital' : (joined ?? (line.blanks > 0 ? 'gap' : undefined));
  if (how && open.joined !== 'capital') open.joined = open.joined === 'gap' && how === 'hyphen' ? 'gap' : how;
  open.text = text;
  open.lines.push(line);
}

/** Two lines as one text: a hyphen that only the line's end needed goes, one that the words need stays. */
export function joinWords(before: string, after: string): { readonly text: string; readonly joined?: 'hyphen' } {
  if (/\u00ad$/u.test(before)) return { text: before.slice(0, -1) + after, joined: 'hyphen' };
  if (!/[\p{L}\d]-$/u.test(before)) return { text: `${before} ${after}` };
  if (/^(?:og|eller|samt)\b/iu.test(after)) return { text: `${before} ${after}` };
  if (/^\p{Ll}/u.test(after) && !/\p{Lu}-$/u.test(before)) return { text: before.slice(0, -1) + after, joined: 'hyphen' };
  return { text: before + after, joined: 'hyphen' };
}

function toUnit({ lines, item, text, joined }: Open): Unit {
  const [first] = lines;
  const { page = 1, size, runIn } = first ?? {};
  return {
    text: text
      .replace(/\s+/g, ' ')
      .replace(/\u00ad/gu, '')
      .trim(),
    page,
    ...(item && { item }),
    ...(lines.every(({ bold }) => bold) && { bold: true }),
    ...(runIn && { runIn }),
    ...(size !== undefined && { size }),
    ...(joined && { joined }),
  };
}
