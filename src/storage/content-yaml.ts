/**
 * Why a file is no YAML, for whoever never heard the word: one cause, the first, and the line to write instead.
 */
import type { Found } from '../content/found.js';
import type { FoundAt } from './content-encoding.js';

/** An error as the reader of YAML tells it. */
export type YamlError = {
  readonly code: string;
  readonly message: string;
  readonly linePos?: readonly { readonly line: number }[] | undefined;
};

/** What the first error means, where it begins; undefined where there is none. `lines` are the file's. */
export function explainYaml([first]: readonly YamlError[], lines: readonly string[]): FoundAt | undefined {
  if (!first) return undefined;
  const tab = lines.findIndex((line) => /^ *\t\s*\S/.test(line));
  if (tab >= 0) return { line: tab + 1, found: tabbed(lines, tab) };
  const at = (first.linePos?.[0]?.line ?? 1) - 1;
  const stands = lines[at] ?? '';
  const said = first.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '';
  const other: FoundAt = { line: at + 1, found: { id: 'yaml', facts: { stands, said } } };
  switch (first.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { line: at + 1, found: /: .*: |: .*:$/.test(stands) ? inQuotes('colon', stands) : other.found };
    case 'MISSING_CHAR':
      return /quote/.test(first.message) ? openQuote(lines, at) : (openBracket(lines, at) ?? other);
    case 'BAD_INDENT':
      return /Flow/.test(first.message) ? (openBracket(lines, at - 1) ?? other) : other;
    case 'BAD_SCALAR_START':
      return { line: at + 1, found: inQuotes('sign', stands) };
    case 'DUPLICATE_KEY':
      return { line: at + 1, found: { id: 'key-twice', facts: { key: /^[\s-]*([^:]+):/.exec(stands)?.[1]?.trim() ?? stands.trim() } } };
    case 'UNEXPECTED_TOKEN':
      return /^[\s-]*[\w-]+: "[^"]*"\s*\S/.test(stands) || /^[\s-]*"[^"]*"\s*\S/.test(stands)
        ? { line: at + 1, found: quoteInside(stands) }
        : other;
    default:
      return other;
  }
}

/** A tab is as far in as the line above, or two further where that opens something. */
function tabbed(lines: readonly string[], at: number): Found {
  const stands = lines[at] ?? '';
  const above = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
  const indent = (/^ */.exec(above)?.[0].length ?? 0) + (/:\s*$/.test(above) ? 2 : 0);
  return { id: 'tab', facts: { stands, write: `${' '.repeat(indent)}${stands.trim()}` } };
}

/** The value of a line in quotes. */
function inQuotes(id: 'colon' | 'sign', stands: string): Found {
  const [, head = '', value = ''] = /^(\s*(?:- )?(?:[\w-]+: +)?)(.*)$/.exec(stands) ?? [];
  return { id, facts: { stands, write: `${head.trim()}${head.trim() ? ' ' : ''}"${value.replaceAll('"', '\\"')}"` } };
}

function quoteInside(stands: string): Found {
  const [, head = '', value = ''] = /^(\s*(?:- )?(?:[\w-]+: +)?)(.*)$/.exec(stands) ?? [];
  return { id: 'quote-inside', facts: { stands, write: `${head.trim()} '${value.replace(/^"|"$/g, '').replaceAll("'", "''")}'`.trim() } };
}

/** The reader tells where the file ends; the quote begins at the first line with an odd one. */
function openQuote(lines: readonly string[], end: number): FoundAt {
  const isOpen = (line: string) => /(^|[\s:[,-])"/.test(line) && (line.replaceAll('\\"', '').split('"').length - 1) % 2 === 1;
  const found = lines.findIndex(isOpen);
  const at = found >= 0 ? found : lines.findIndex((line) => /: '[^']*$/.test(line));
  const line = at >= 0 ? at : Math.min(end, lines.length - 1);
  return { line: line + 1, found: { id: 'open-quote', facts: { stands: lines[line] ?? '' } } };
}

/** The last line at or above one that opens a list and does not end it. */
function openBracket(lines: readonly string[], from: number): FoundAt | undefined {
  const at = lines.slice(0, from + 1).findLastIndex((line) => line.lastIndexOf('[') > line.lastIndexOf(']'));
  return at < 0 ? undefined : { line: at + 1, found: { id: 'open-bracket', facts: { stands: lines[at] ?? '' } } };
}
