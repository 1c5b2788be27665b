import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Care, createCare, createOwn, type Own } from '../care/care.js';
import { plainWords } from '../care/features.js';
import { readModel, type YesNoModel } from '../care/model.js';
import { careQuestions, ownQuestions } from '../care/questions.js';
import { traceError } from '../errors.js';

/** The reading of who is not well, or why there is none, with its remedy. */
export type LoadedCare = { readonly ok: true; readonly care: Care } | { readonly ok: false; readonly fault: string };

/** The reading of what is about its writer, or why there is none, with its remedy. */
export type LoadedOwn = { readonly ok: true; readonly own: Own } | { readonly ok: false; readonly fault: string };

/** The product's own files, whatever content a municipality brings. */
export const careFile = 'content/care/model.bin';
export const ownFile = 'content/care/own.bin';

/** The words of somebody in danger. */
const acuteFile = 'content/care/acute.txt';

/** The lines of a file of messages; those that begin with # are words to whoever edits them. */
export function readLines(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** Loads it from the package's folder. Without it nothing starts: somebody in need would be given a quotation. */
export function loadCare(packageFolder: string): LoadedCare {
  return load(packageFolder, careFile, careQuestions, (model) => ({
    ok: true,
    care: createCare(model, readLines(join(packageFolder, acuteFile)).map(plainWords)),
  }));
}

/** Loads it from the package's folder. Without it no second reader is asked: what is private might be sent. */
export function loadOwn(packageFolder: string): LoadedOwn {
  return load(packageFolder, ownFile, ownQuestions, (model) => ({ ok: true, own: createOwn(model) }));
}

function load<Q extends string, L>(
  packageFolder: string,
  name: string,
  questions: readonly Q[],
  make: (model: YesNoModel<Q>) => L,
): L | { readonly ok: false; readonly fault: string } {
  const file = join(packageFolder, name);
  const remedy = 'Take it from the release again, or make it with: npm run train-care';
  try {
    const model = readModel(readFileSync(file), questions);
    return model ? make(model) : { ok: false, fault: `"${file}" is damaged or of another version. ${remedy}` };
  } catch (error) {
    return { ok: false, fault: `"${file}" cannot be read (${traceError(error).code}). ${remedy}` };
  }
}
