/**
 * The content of this repository, read once in a process, and what was learned of it, once for all processes of a run.
 */
import { once } from '../../src/content/once.js';
import { compileTables } from '../../src/search/tables.js';
import { loadCare, loadOwn } from '../../src/storage/care-file.js';
import { loadThroughCopy } from '../../src/storage/content-copy.js';
import { learn } from '../../src/storage/said-files.js';

const loaded = await loadThroughCopy('content', {}, 'src');
if (!loaded.ok) throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
const loadedCare = loadCare('.');
if (!loadedCare.ok) throw new Error(loadedCare.fault);
const loadedOwn = loadOwn('.');
if (!loadedOwn.ok) throw new Error(loadedOwn.fault);

/** What the product answers from, and what decides how it reads a question. */
export const { library, lexicon, dictionary, select } = loaded;

/** Who is not well. */
export const { care } = loadedCare;

/** What is about its writer. */
export const { own } = loadedOwn;

/** What was learned of what people said, as a build learns it. */
export const learned = once(() => loaded.learned() ?? learnNow());

/** The content as the product takes it; its tables are compiled when they are first asked for. */
export const content = { library, lexicon, compile: once(() => compileTables(library, lexicon)), select, learned, dictionary };

function learnNow() {
  const made = learn('content', dictionary);
  if (!made.ok || !loaded.ok) throw new Error('what people said cannot be learned');
  loaded.keep(made.model);
  return made.model;
}
