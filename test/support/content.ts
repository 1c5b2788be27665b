/**
 * The content of this repository, read once in a process.
 */
import { once } from '../../src/content/once.js';
import { compileTables } from '../../src/search/tables.js';
import { loadCare } from '../../src/storage/care-file.js';
import { loadContent } from '../../src/storage/content-files.js';

const loaded = loadContent('content');
if (!loaded.ok) throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
const loadedCare = loadCare('.');
if (!loadedCare.ok) throw new Error(loadedCare.fault);

/** What the product answers from, and what decides how it reads a question. */
export const { library, lexicon } = loaded;

/** Who is not well. */
export const { care } = loadedCare;

/** The content as the product takes it; its tables are compiled when they are first asked for. */
export const content = { library, lexicon, compile: once(() => compileTables(library, lexicon)) };
