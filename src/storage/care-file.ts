import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Care, createCare } from '../care/care.js';
import { plainWords } from '../care/features.js';
import { readModel } from '../care/model.js';
import { traceError } from '../errors.js';

/** The reading of who is not well, or why there is none, with its remedy. */
export type LoadedCare = { readonly ok: true; readonly care: Care } | { readonly ok: false; readonly fault: string };

/** The product's own file, whatever content a municipality brings. */
export const careFile = 'content/care/model.bin';

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
  const file = join(packageFolder, careFile);
  const remedy = 'Take it from the release again, or make it with: npm run train-care';
  try {
    const model = readModel(readFileSync(file));
    const acute = readLines(join(packageFolder, acuteFile)).map(plainWords);
    return model
      ? { ok: true, care: createCare(model, acute) }
      : { ok: false, fault: `"${file}" is damaged or of another version. ${remedy}` };
  } catch (error) {
    return { ok: false, fault: `"${file}" cannot be read (${traceError(error).code}). ${remedy}` };
  }
}
