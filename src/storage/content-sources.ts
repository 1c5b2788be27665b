/**
 * Holds a framework beside the document that it was made of.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameworkFile } from '../content/framework.js';
import { findUnused, findWordingFaults, openSource, type Source } from '../content/source.js';
import { findEncodingFault } from './content-encoding.js';
import { type ContentFault, type Parsed, showPath, toFault, toFaults } from './content-reading.js';

/** The folder of a content folder that holds the documents as received. */
export const sourcesPart = 'sources';

/** Where the wording differs from the document, or the document cannot be read. One that is not there is {@link findSourceMissing}'s. */
export function findSourceFaults(folder: string, file: Parsed<FrameworkFile>): ContentFault[] {
  const opened = open(folder, file.data);
  if (!opened) return [];
  return 'fault' in opened ? [opened.fault] : toFaults(file, findWordingFaults(file.data, opened.source));
}

/** A framework whose document is not there: nobody can say whether its wording is the adopted one. */
export function findSourceMissing(folder: string, file: Parsed<FrameworkFile>): ContentFault[] {
  const given = file.data.source.file;
  const sources = join(folder, sourcesPart);
  if (existsSync(join(sources, given))) return [];
  const there = existsSync(sources) ? readdirSync(sources).filter((name) => !name.startsWith('.')) : [];
  return toFaults(file, [{ id: 'no-source', path: ['source', 'file'], facts: { given, there } }]);
}

/** What of the document is in no statement, by the document's own lines. */
export function findUnusedLines(folder: string, { data }: Parsed<FrameworkFile>): ContentFault[] {
  const opened = open(folder, data);
  if (!opened || 'fault' in opened) return [];
  return findUnused(data, opened.source).map(({ line, found }) => toFault(opened.file, line, found));
}

function open(folder: string, { source }: FrameworkFile): { file: string; source: Source } | { fault: ContentFault } | undefined {
  const path = join(folder, sourcesPart, source.file);
  if (!existsSync(path)) return undefined;
  const file = showPath(path);
  const bytes = readFileSync(path);
  const unreadable = findEncodingFault(bytes);
  if (unreadable) return { fault: toFault(file, unreadable.line, unreadable.found) };
  return { file, source: openSource(bytes.toString('utf8'), source) };
}
