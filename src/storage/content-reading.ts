/**
 * Reads one file of content as somebody who is no programmer wrote it: what keeps it from being read is told once, where it begins.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { z } from 'zod';
import type { Fault, Found, Path } from '../content/found.js';
import type { FileKind } from '../content/strings/keys-da.js';
import { sayInLine } from '../content/words.js';
import { findEncodingFault, findGarbled } from './content-encoding.js';
import { explain } from './content-shape.js';
import { explainYaml } from './content-yaml.js';

/** A fault with its place, ready to print: `content/frameworks/sammen.yaml:41: …`, in English; `found` has it in any language. */
export type ContentFault = { readonly file: string; readonly line: number; readonly message: string; readonly found: Found };

/** A file as it was parsed, and where in it something stands. */
export type Parsed<T> = {
  readonly file: string;
  readonly data: T;
  readonly lineOf: (path: Path) => number;
  /** What was written in it that is read otherwise than it was meant. */
  readonly doubts: readonly ContentFault[];
};

/** A fault at a place. */
export function toFault(file: string, line: number, { id, facts }: Found): ContentFault {
  const found = { id, facts } as Found;
  return { file, line, message: sayInLine(found, 'en'), found };
}

/** Faults at values of a file that was read. */
export function toFaults({ file, lineOf }: Pick<Parsed<unknown>, 'file' | 'lineOf'>, faults: readonly Fault[]): ContentFault[] {
  return faults.map((fault) => toFault(file, lineOf(fault.path), fault));
}

/** Whether a file of that name is content: not what programs and systems leave beside one (`.#x.yaml`, `._x.yaml`). */
export function isContentName(name: string): boolean {
  return /^[^.~].*\.yaml$/.test(name);
}

/** Reads every YAML file of a folder in the order of their names; faults are added to `faults`. */
export function readFolder<S extends z.ZodType>(folder: string, schema: S, faults: ContentFault[], kind?: FileKind): Parsed<z.output<S>>[] {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => isContentName(name))
      .sort();
  } catch {
    faults.push(toFault(showPath(folder), 1, { id: 'no-folder', facts: {} }));
    return [];
  }
  return names.flatMap((name) => readYaml(join(folder, name), schema, faults, kind));
}

/** Reads one YAML file; on faults adds them to `faults` and returns an empty list. Throws where there is no such file. */
export function readYaml<S extends z.ZodType>(path: string, schema: S, faults: ContentFault[], kind?: FileKind): Parsed<z.output<S>>[] {
  const file = showPath(path);
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const unreadable = findEncodingFault(bytes) ?? findGarbled(text);
  if (unreadable) {
    faults.push(toFault(file, unreadable.line, unreadable.found));
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const written = text.split(/\r?\n/);
  const broken = explainYaml(document.errors, written) ?? findLooseAlias(document, lines, written);
  if (broken) {
    faults.push(toFault(file, broken.line, broken.found));
    return [];
  }
  const lineOf = (at: Path): number => {
    for (let length = at.length; length > 0; length -= 1) {
      const node = document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const raw = document.toJS();
  const result = schema.safeParse(raw);
  if (!result.success) {
    faults.push(...toFaults({ file, lineOf }, explain(result.error.issues, raw, schema, kind)));
    return [];
  }
  return [{ file, data: result.data, lineOf, doubts: findMissingCommas(document, lines, file) }];
}

/** A text that begins with `*` without quotes would be a reference to another place. */
function findLooseAlias(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  written: readonly string[],
): { readonly line: number; readonly found: Found } | undefined {
  let at: number | undefined;
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) === undefined) at ??= lines.linePos(node.range?.[0] ?? 0).line;
    },
  });
  return at === undefined ? undefined : explainYaml([{ code: 'BAD_SCALAR_START', message: '', linePos: [{ line: at }] }], written);
}

/** A quote before or after a word among others; that of "others' shoes" is none. */
const looseQuote = /\s["']\S|"\s/;

/** Words of a list in brackets that hold quotes: a comma is missing between them, and both are lost. */
function findMissingCommas(document: ReturnType<typeof parseDocument>, lines: LineCounter, file: string): ContentFault[] {
  const doubts: ContentFault[] = [];
  visit(document, {
    Seq: (_, node) => {
      if (!isSeq(node) || !node.flow) return;
      for (const item of node.items) {
        if (!isScalar(item) || item.type !== Scalar.PLAIN || !looseQuote.test(`${item.value}`)) continue;
        const stands = `${item.value}`;
        const write = stands.replace(/\s+(?=["'])|(?<=")\s+/g, ', ');
        doubts.push(toFault(file, lines.linePos(item.range?.[0] ?? 0).line, { id: 'comma', facts: { stands, write } }));
      }
    },
  });
  return doubts;
}

/** The file's name without its ending: what its content is called. */
export function nameOf(file: string): string {
  return basename(file, '.yaml');
}

/** A path as somebody in this folder would write it. */
export function showPath(path: string): string {
  return relative(process.cwd(), path) || path;
}
