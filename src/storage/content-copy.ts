/**
 * A copy of the checked content beside the compiled code, so that a start need not read YAML again. It counts as long as
 * neither the files nor the code that reads them changed; else the files are read as ever, with every fault reported.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ContentFiles, contentParts, type Loaded, type Selection, selectContent } from './content-selection.js';

/** The copy for the code that is running; the compiler's folder, or that of the sources in tests. */
export const usualCopy = fileURLToPath(new URL('../.content.json', import.meta.url));

/** What decides how a file is read. */
const readers = ['../content', '../questions', '.'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** Loads content as `loadContent` does, from the copy where it still holds; else makes the copy when there is no fault. */
export async function loadThroughCopy(folder: string, selection: Selection, copy: string = usualCopy): Promise<Loaded> {
  const key = keyOf(folder);
  const kept = key === undefined ? undefined : readCopy(copy, key);
  if (kept) return selectContent(folder, { ok: true, files: kept }, selection);
  // Loaded only when needed: the YAML reader takes longer to load than the copy to read.
  const { readContentFiles } = await import('./content-files.js');
  const checked = readContentFiles(folder);
  if (checked.ok && key !== undefined) writeCopy(copy, key, checked.files);
  return selectContent(folder, checked, selection);
}

/** Stands for every file of the content and of the code that reads it; undefined when the content can't be read. */
function keyOf(folder: string): string | undefined {
  const hash = createHash('sha256');
  const add = (from: string, ending: RegExp) => {
    for (const name of readdirSync(from)
      .filter((each) => ending.test(each))
      .sort())
      hash
        .update(`${name}\0`)
        .update(readFileSync(join(from, name)))
        .update('\0');
  };
  try {
    for (const reader of readers) add(reader, /\.[jt]s$/);
    for (const part of contentParts) add(join(folder, part), /\.yaml$/);
  } catch {
    return undefined;
  }
  return hash.digest('base64url');
}

function readCopy(copy: string, key: string): ContentFiles | undefined {
  try {
    const [first = '', rest = ''] = readFileSync(copy, 'utf8').split('\n', 2);
    return first === key ? (JSON.parse(rest) as ContentFiles) : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, also when two processes start at once. Where the code may not be written beside, there is no copy. */
function writeCopy(copy: string, key: string, files: ContentFiles): void {
  const draft = `${copy}.${process.pid}`;
  try {
    writeFileSync(draft, `${key}\n${JSON.stringify(files)}`);
    renameSync(draft, copy);
  } catch {}
}
