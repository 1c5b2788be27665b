/**
 * The part of `npm run train-care` that learns which messages are about their writer: what they wrote in content/care/own.txt, what
 * people want of the bot for themselves, and who is not well; against questions on the documents.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOwn } from '../../care/care.js';
import { writeModel } from '../../care/model.js';
import { ownQuestions } from '../../care/questions.js';
import { type OwnExample, trainOwn } from '../../care/train.js';
import { documentIntents, type Intent, personalIntents } from '../../content/intents.js';
import { ownFile, readLines } from '../../storage/care-file.js';
import { readSaid } from '../../storage/said-files.js';
import type { Texts } from '../strings/da.js';

/** Messages written for this reading count so many times: there are few of them beside the others. */
const weight = 3;
/** Whoever was left out wrote a tenth of each file: lines stand in the order of their writers. */
const folds = 10;
const shown = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5] as const;

/** What this reading is trained on: `written` for it, by writers in order, and `besides`. */
export type OwnExamples = { readonly written: readonly OwnExample[]; readonly besides: readonly OwnExample[] };

/** Reads them from a content folder; what is only talk tells nothing of whose a message is. */
export function readOwnExamples(content: string): OwnExamples {
  const lines = (name: string, own: boolean) => readLines(join(content, 'care', `${name}.txt`)).map((text) => ({ text, own }));
  const read = readSaid(content);
  const said = (read.ok ? read.writers : [])
    .flatMap((writer) => writer.said)
    .filter(({ intent }) => isOne(documentIntents, intent) || isOne(personalIntents, intent));
  return {
    written: [...lines('own', true), ...lines('asked', false)],
    besides: [
      ...lines('unwell', true),
      ...said.map(({ say, intent }) => ({
        text: say.replaceAll('{role}', 'kontorchef').replace(/[{}]/g, ''),
        own: isOne(personalIntents, intent),
      })),
    ],
  };
}

function isOne(intents: readonly Intent[], intent: Intent): boolean {
  return intents.includes(intent);
}

/** Trains it and writes its weights; tells how many messages it was trained on. */
export function writeOwn(packageFolder: string, say: Texts): string {
  const { written, besides } = readOwnExamples(join(packageFolder, 'content'));
  const file = writeModel(train(written, besides), ownQuestions);
  writeFileSync(join(packageFolder, ownFile), file);
  return say.trainCare.trained(written.length + besides.length, Math.round(file.length / 1024), ownFile);
}

function train(written: readonly OwnExample[], besides: readonly OwnExample[]) {
  return trainOwn([...besides, ...Array.from({ length: weight }, () => written).flat()]);
}

/** Cross-validation: at each threshold, how many that are about their writer would be sent, and how many questions held back. */
export function checkOwn(packageFolder: string, say: Texts): string[] {
  const { written, besides } = readOwnExamples(join(packageFolder, 'content'));
  const isHeld = (at: number, all: number, fold: number) => Math.floor((at * folds) / all) === fold;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const [own, asked] = [true, false].map((kind) => written.filter((each) => each.own === kind)) as [OwnExample[], OwnExample[]];
    const held = [own, asked].flatMap((rows) => rows.filter((_row, at) => isHeld(at, rows.length, fold)));
    const judge = createOwn(
      train(
        [own, asked].flatMap((rows) => rows.filter((_row, at) => !isHeld(at, rows.length, fold))),
        besides,
      ),
    );
    return held.map((example) => ({ ...example, likelihood: judge(example.text) }));
  }).flat();
  const { part, from, ownSent, askedHeld } = say.trainCare;
  const count = (own: boolean, which: (likelihood: number) => boolean) => {
    const rows = judged.filter((row) => row.own === own);
    return part(say.decimal((100 * rows.filter(({ likelihood }) => which(likelihood)).length) / rows.length, 1), rows.length);
  };
  return shown.map((at) =>
    [from(at), ownSent(count(true, (likelihood) => likelihood <= at)), askedHeld(count(false, (likelihood) => likelihood > at))].join(
      ' · ',
    ),
  );
}
