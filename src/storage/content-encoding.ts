/**
 * Whether the letters of a file are those that somebody wrote: old programs save æ, ø and å in ways that are read as others.
 */
import type { Found } from '../content/found.js';
import { once } from '../content/once.js';

/** Something found at a line. */
export type FoundAt = { readonly line: number; readonly found: Found };

/** How Windows saved letters before UTF-8. */
const windows = new TextDecoder('windows-1252');

/** A file that is not UTF-8, with its first such line as it was meant; undefined for one that is. */
export function findEncodingFault(bytes: Uint8Array): FoundAt | undefined {
  if (isUtf8(bytes)) return undefined;
  // Notepad's "Unicode" has two bytes a letter.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { line: 1, found: { id: 'encoding', facts: { stands: '' } } };
  const lines = splitLines(bytes);
  const at = lines.findIndex((line) => !isUtf8(line));
  return { line: at + 1, found: { id: 'encoding', facts: { stands: windows.decode(lines[at] ?? bytes).trim() } } };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const lineFeed = 0x0a;

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

/** UTF-8 that was read as if it were not, and saved so: "Ã¸" for ø; and letters that are gone. */
const twice = /Ã[\u0080-\u00bf¦¸¥†˜…]|â€[œ\u009d™“”]|Â[»«§ ]/;

/** The first line whose letters became others, with the line as it was meant; undefined where there is none. */
export function findGarbled(text: string): FoundAt | undefined {
  if (!twice.test(text) && !text.includes('\ufffd')) return undefined;
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => twice.test(line) || line.includes('\ufffd'));
  const stands = (lines[at] ?? '').trim();
  const write = mend(stands);
  const found: Found = write === undefined ? { id: 'lost', facts: { stands } } : { id: 'garbled', facts: { stands, write } };
  return { line: at + 1, found };
}

/** The byte that each sign of windows-1252 stands for. */
const bytesOf = once(
  () => new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [windows.decode(Uint8Array.of(byte)), byte])),
);

/** A line read the right way; undefined where letters are gone for good. */
function mend(line: string): string | undefined {
  const bytes = [...line].map((letter) => bytesOf().get(letter));
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return undefined;
  }
}
