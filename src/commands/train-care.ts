/**
 * `npm run train-care`: trains the readings of who is not well, and of what is about its writer, from the messages in content/care and
 * writes their weights.
 * `npm run train-care -- --check`: how it does on the messages of writers that it was not trained on, and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toLikelihood, weighUnwell } from '../care/care.js';
import { readParts } from '../care/features.js';
import { judgeYes, writeModel } from '../care/model.js';
import { careQuestions } from '../care/questions.js';
import { type CareExample, trainCare } from '../care/train.js';
import { careFile, readLines } from '../storage/care-file.js';
import { loadContent } from '../storage/content-files.js';
import { readSaid } from '../storage/said-files.js';
import { checkOwn, writeOwn } from './evaluation/own.js';
import type { Texts } from './strings/da.js';
import { readSpeech, type Terminal, tell, terminal } from './terminal/terminal.js';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));
const kinds = ['unwell', 'others', 'well'] as const;
/** The messages of each file are in the order of their writers: a fold holds neighbours back. */
const folds = 10;
const shown = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7] as const;

/** The writers whose lines are ordinary questions. */
const ordinary = 'eksempler';

/** Reads the messages, one a line; lines that begin with # are words to whoever edits them. */
export function readExamples(folder: string): readonly CareExample[] {
  return kinds.flatMap((kind) => readLines(join(folder, `${kind}.txt`)).map((text) => ({ text, kind })));
}

/** Every example question of the content: whoever asks it is well. Out of scope is left out, since that may be anything. */
function readOrdinary(folder: string): readonly CareExample[] {
  const loaded = loadContent(folder);
  if (!loaded.ok) return [];
  const read = readSaid(folder);
  const lines = read.ok ? read.writers.filter(({ name }) => name.startsWith(ordinary)).flatMap(({ said }) => said) : [];
  const examples = lines.filter(({ intent }) => intent !== 'out-of-scope').map(({ say }) => say);
  const texts = [...examples, ...loaded.library.asks.map(({ text }) => text)];
  return [...new Set(texts)].map((text) => ({ text: text.replaceAll('{role}', 'kontorchef').replace(/[{}]/g, ''), kind: 'well' }));
}

/** The command. */
export async function main(args: readonly string[], _env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const content = join(packageFolder, 'content');
  const examples = [...readExamples(join(content, 'care')), ...readOrdinary(content)];
  if (rest.includes('--check')) return tell([...check(examples, say), '', ...checkOwn(packageFolder, say)], to);
  const file = writeModel(trainCare(examples), careQuestions);
  writeFileSync(join(packageFolder, careFile), file);
  return tell([say.trainCare.trained(examples.length, Math.round(file.length / 1024), careFile), writeOwn(packageFolder, say)], to);
}

/** Cross-validation: at each threshold, how many of the unwell are missed, and how many others are taken for unwell. */
function check(examples: readonly CareExample[], say: Texts): string[] {
  const { part, from, unwellMissed, othersTaken, wellTaken, othersFound, wellTakenForOthers } = say.trainCare;
  const judged = Array.from({ length: folds }, (_, fold) => judgeFold(examples, fold)).flat();
  const count = (kind: CareExample['kind'], which: (row: (typeof judged)[number]) => boolean) => {
    const rows = judged.filter((row) => row.kind === kind);
    return part(say.decimal((100 * rows.filter(which).length) / rows.length, 1), rows.length);
  };
  return shown.map((at) =>
    [
      from(at),
      unwellMissed(count('unwell', ({ unwell }) => unwell < at)),
      othersTaken(count('others', ({ unwell }) => unwell >= at)),
      wellTaken(count('well', ({ unwell }) => unwell >= at)),
      othersFound(count('others', ({ others }) => others >= at)),
      wellTakenForOthers(count('well', ({ others }) => others >= at)),
    ].join(' · '),
  );
}

function judgeFold(examples: readonly CareExample[], fold: number) {
  const isHeld = (at: number, all: number) => Math.floor((at * folds) / all) === fold;
  const ofKind = kinds.map((kind) => examples.filter((example) => example.kind === kind));
  const held = ofKind.flatMap((rows) => rows.filter((_, at) => isHeld(at, rows.length)));
  const model = trainCare(ofKind.flatMap((rows) => rows.filter((_, at) => !isHeld(at, rows.length))));
  return held.map(({ text, kind }) => {
    const parts = readParts(text);
    const others = judgeYes(model, 'others', parts);
    return { kind, unwell: weighUnwell(judgeYes(model, 'unwell', parts), others), others: toLikelihood(others) };
  });
}
