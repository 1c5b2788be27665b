/**
 * What people said, as it stands in `lexicon/said/`, and the model that is trained on it. Both are needed only where the
 * content changed: a start reads the model from its copy.
 */
import { join } from 'node:path';
import type { Dictionary } from '../language/dictionary.js';
import { saidSchema, type Writer } from '../language/said.js';
import { createVocabulary } from '../language/vocabulary.js';
import { createLikeness } from '../search/likeness.js';
import type { IntentModel } from '../understanding/intent-model.js';
import { trainIntents } from '../understanding/train.js';
import { type Loaded, loadContent } from './content-files.js';
import { type ContentFault, nameOf, type Parsed, readFolder } from './content-reading.js';

/** The lines of all writers, or everything that is wrong with them. */
export type ReadSaid =
  | {
      readonly ok: true;
      readonly writers: readonly Writer[];
      /** Where the files of the writers are, in the same order, and where in them a line stands. */
      readonly places: readonly Pick<Parsed<unknown>, 'file' | 'lineOf'>[];
    }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

/** The folder of a content folder that holds a file for each writer. */
export const saidPart = 'lexicon/said';

/** Reads what people said, writers in the order of their names. */
export function readSaid(folder: string): ReadSaid {
  const faults: ContentFault[] = [];
  const files = readFolder(join(folder, saidPart), saidSchema, faults, 'said');
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, writers: files.map(({ file, data }) => ({ name: nameOf(file), said: data.said })), places: files };
}

/** Trains the model of a whole content folder: some seconds of work. */
export function learn(
  folder: string,
  dictionary: Dictionary,
): { readonly ok: true; readonly model: IntentModel } | Extract<Loaded, { ok: false }> {
  const loaded = loadContent(folder);
  if (!loaded.ok) return loaded;
  const read = readSaid(folder);
  if (!read.ok) return read;
  const vocabulary = createVocabulary(loaded.library, loaded.lexicon, undefined, dictionary);
  return { ok: true, model: trainIntents(vocabulary, createLikeness(vocabulary), read.writers) };
}
