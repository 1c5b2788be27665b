/**
 * A document's file, of any format that is known, to its pieces and the text that is kept of it.
 */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { readSheets } from '../../importing/layout.js';
import { readText } from '../../importing/text.js';
import type { Unit } from '../../importing/unit.js';
import { Unreadable } from './unreadable.js';

/** Bytes of the largest file that is read; pictures make most of that. */
export const LARGEST_FILE = 30_000_000;

/** The formats, by the end of a file's name. */
export const formats = ['docx', 'pdf', 'txt', 'xlsx', 'html'] as const;

/** What was read: pieces, and the text to keep. */
export type Read = { readonly units: readonly Unit[]; readonly text: string };

/** Why a file is not read. `missing` has no file, and `tools` lacks what reads its format. */
export type Fault = Unreadable['why'] | 'missing' | 'tools';

/** Reads a file; never traps for what stands in it. */
export async function readDocument(path: string, titles: ReadonlySet<string>): Promise<Read | { readonly fault: Fault }> {
  const format = formatOf(path);
  if (!format) return { fault: 'unknown' };
  try {
    if (statSync(path).size > LARGEST_FILE) return { fault: 'too-large' };
    const read = await readAs(format, readFileSync(path), titles);
    return read.units.some(({ noise }) => !noise) ? read : { fault: 'empty' };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.why };
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND') return { fault: 'tools' };
    return { fault: code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' ? 'missing' : 'broken' };
  }
}

function formatOf(path: string): (typeof formats)[number] | undefined {
  const end = extname(path).slice(1).toLowerCase();
  if (end === 'htm') return 'html';
  return formats.find((format) => format === end);
}

async function readAs(format: (typeof formats)[number], bytes: Uint8Array, titles: ReadonlySet<string>): Promise<Read> {
  if (format === 'txt') {
    const text = decode(bytes);
    return { units: readText(text), text };
  }
  const units = await unitsOf(format, bytes, titles);
  return { units, text: textOf(units) };
}

async function unitsOf(format: 'docx' | 'pdf' | 'xlsx' | 'html', bytes: Uint8Array, titles: ReadonlySet<string>): Promise<Unit[]> {
  if (format === 'pdf') return readSheets(await (await import('./pdf.js')).readPdf(bytes), titles);
  if (format === 'html') return (await import('./html.js')).readHtml(decode(bytes));
  const office = await import('./office.js');
  return format === 'docx' ? await office.readDocx(bytes) : office.readXlsx(bytes);
}

/** UTF-8, or what Windows wrote before it. A file of other bytes is no text. */
function decode(bytes: Uint8Array): string {
  if (bytes.subarray(0, 2000).includes(0)) throw new Unreadable('broken');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The text that is kept: a piece a paragraph, pages apart. */
function textOf(units: readonly Unit[]): string {
  let page = 1;
  const parts = units.map((unit) => {
    const apart = unit.page === page ? '' : '\n\n\n';
    page = unit.page;
    return `${apart}${unit.item ? '• ' : ''}${unit.text}`;
  });
  return `${parts.join('\n\n')}\n`;
}
