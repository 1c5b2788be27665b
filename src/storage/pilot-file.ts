/**
 * Reads a pilot group from a file of Entra's: the members of a group, or a list of users, as its CSV export gives them, also after
 * Excel has saved it.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { isEntraId } from '../tenants/tenants.js';

/** What is wrong with such a file; nothing of what stands in it. `lines` are those, counted from 1, whose id is none. */
export type PilotFileFault =
  | { readonly why: 'unreadable' | 'no-column' | 'empty' | 'too-many' }
  | { readonly why: 'no-id'; readonly lines: readonly number[] };

/** The Entra object ids in a file, each once, in lower case; `leftOut` are lines of groups and devices, which are nobody. */
export type PilotFile =
  | { readonly ok: true; readonly ids: readonly string[]; readonly leftOut: number }
  | { readonly ok: false; readonly fault: PilotFileFault };

/** More than any municipality has leaders: a file with more is another one. */
const mostPeople = 20_000;
/** What stands before the header in a file for Excel, and in one for Entra's bulk operations. */
const preamble = /^(sep=.|version:.*)$/i;
/** How the column is headed, but for case and spaces; the plainer name last. */
const idColumns = ['objectid', 'id'];

/** Reads and checks one. */
export function readPilotFile(path: string): PilotFile {
  try {
    return read(decode(readFileSync(path)));
  } catch {
    return { ok: false, fault: { why: 'unreadable' } };
  }
}

/** Excel's "Unicode text" is UTF-16; what else it does to names does not matter here. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

type Line = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function read(text: string): PilotFile {
  const lines = text.split(/\r?\n/);
  const skipped = lines.findIndex((line) => line.trim() !== '' && !preamble.test(line.trim()));
  const [head, ...rows] = parse(lines.slice(Math.max(0, skipped)).join('\n'), {
    ...{ delimiter: delimiterOf(lines[skipped] ?? ''), info: true, trim: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  }) as unknown as Line[];
  const names = (head?.record ?? []).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const column = idColumns.map((name) => names.indexOf(name)).find((at) => at >= 0);
  if (column === undefined) return { ok: false, fault: { why: 'no-column' } };
  const type = names.indexOf('objecttype');
  const people = rows.filter(({ record }) => ['', 'user'].includes((record[type] ?? '').toLowerCase()));
  const wrong = people.filter(({ record }) => !isEntraId(record[column] ?? ''));
  if (wrong.length > 0) return { ok: false, fault: { why: 'no-id', lines: wrong.map(({ info }) => info.lines + Math.max(0, skipped)) } };
  const ids = [...new Set(people.map(({ record }) => (record[column] ?? '').toLowerCase()))];
  if (ids.length === 0) return { ok: false, fault: { why: 'empty' } };
  if (ids.length > mostPeople) return { ok: false, fault: { why: 'too-many' } };
  return { ok: true, ids, leftOut: rows.length - people.length };
}

/** What the header is cut by: Danish Excel writes semicolons. */
function delimiterOf(header: string): string {
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
