/**
 * Copies of the checked content and of the language compiled from it, so that a start need neither read YAML nor compile
 * again. They count as long as neither the files nor the code that reads them changed; else the files are read as ever,
 * with every fault reported.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../content/library.js';
import { once, remember } from '../content/once.js';
import type { Dictionary } from '../language/dictionary.js';
import { compileTables, type LanguageTables } from '../search/tables.js';
import type { IntentModel } from '../understanding/intent-model.js';
import { type CheckedFiles, type ContentFiles, type Loaded, type Selection, selectContent } from './content-files.js';
import { sourcesPart } from './content-sources.js';
import { partsIn } from './content-whole.js';
import { type Copies, openCopies } from './copies.js';
import { loadDictionary } from './dictionary-file.js';
import { saidPart } from './said-files.js';

/** Content as {@link Loaded}, with its language: from the copy, or compiled now. */
export type LoadedThroughCopy = (Extract<Loaded, { ok: true }> & ThroughCopy) | Extract<Loaded, { ok: false }>;

/** A part of the content, and its language. */
export type Part = { readonly library: Library; compile(): LanguageTables };

/** What comes with content besides itself. */
export type ThroughCopy = {
  /** A part of what was loaded, the same for the same selection; throws for one that names what is not there. */
  select(selection: Selection): Part;
  /** Words that are spelt right, whatever the content. */
  readonly dictionary: Dictionary;
  compile(): LanguageTables;
  /** The model trained on this very content; undefined where it was not trained yet. */
  learned(): IntentModel | undefined;
  /** Keeps a model that was trained on it. */
  keep(model: IntentModel): void;
};

/** The parts of the code that decide how a file is read. */
const readers = ['content', 'language', 'language/times', 'learning', 'search', 'understanding'];
/** The files beside them that do: what the rest of their room stores has no part in it. */
const reading = /^(content|copies|dictionary|learner|said).*\.[jt]s$/;

/**
 * Loads content as `loadContent` does, from the copy where it still holds; else makes the copy when there is no fault.
 * `code` is the folder of the modules that run, as compiled; the copies are kept there unless told.
 */
export async function loadThroughCopy(
  folder: string,
  selection: Selection,
  code: string,
  copies: Copies = openCopies(join(code, '.copies')),
): Promise<LoadedThroughCopy> {
  const key = keyOf(folder, code);
  const kept = key && (copies.read('content', key) as ContentFiles | undefined);
  const checked: CheckedFiles = kept ? { ok: true, files: kept } : await readFiles(folder, key, copies);
  const loaded = selectContent(folder, checked, selection);
  if (!loaded.ok) return loaded;
  const toPart = (part: Compilable, of: Selection): Part => ({
    library: part.library,
    compile: once(() => compileThroughCopy(part, of, key, copies)),
  });
  const whole = toPart(loaded, selection);
  const select = remember((wanted: Selection): Part => {
    if (JSON.stringify(wanted) === JSON.stringify(selection)) return whole;
    const part = selectContent(folder, checked, wanted);
    if (!part.ok) throw new Error(`a selection names a framework that is not loaded: ${JSON.stringify(wanted)}`);
    return toPart(part, wanted);
  }, JSON.stringify);
  return {
    ...loaded,
    ...whole,
    select,
    // The product's own, whatever the content and wherever its copies are.
    dictionary: await loadDictionary(openCopies(join(code, '.copies'))),
    learned: () => (key ? (copies.read('intents', key) as IntentModel | undefined) : undefined),
    keep: (model) => key && copies.write('intents', key, model),
  };
}

async function readFiles(folder: string, key: string | undefined, copies: Copies): Promise<CheckedFiles> {
  // Loaded only when needed: the YAML reader takes longer to load than the copy to read.
  const { readContentFiles } = await import('./content-files.js');
  const checked = readContentFiles(folder);
  if (checked.ok && key) copies.write('content', key, checked.files);
  return checked;
}

type Compilable = Pick<Extract<Loaded, { ok: true }>, 'library' | 'lexicon'>;

/** The name of the copy of a selection's language: each has its own, since several run at once. */
export function languageCopy(selection: Selection): string {
  return `language-${createHash('sha256').update(JSON.stringify(selection)).digest('hex').slice(0, 16)}`;
}

function compileThroughCopy({ library, lexicon }: Compilable, of: Selection, key: string | undefined, copies: Copies): LanguageTables {
  const kept = key && (copies.read(languageCopy(of), key) as LanguageTables | undefined);
  if (kept) return kept;
  const tables = compileTables(library, lexicon);
  if (key) copies.write(languageCopy(of), key, tables);
  return tables;
}

/** Stands for every file of the content and of the code that reads it; undefined when the content can't be read. */
function keyOf(folder: string, code: string): string | undefined {
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
    for (const reader of readers) add(join(code, reader), /\.[jt]s$/);
    add(join(code, 'storage'), reading);
    for (const part of [...partsIn(folder), saidPart]) add(join(folder, part), /\.yaml$/);
    if (existsSync(join(folder, sourcesPart))) add(join(folder, sourcesPart), /\.\w+$/);
  } catch {
    return undefined;
  }
  return hash.digest('base64url');
}
