import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Care, createCare, isUnwell } from '../../src/care/care.js';
import { readParts } from '../../src/care/features.js';
import { judgeYes, readModel, writeModel } from '../../src/care/model.js';
import { careQuestions } from '../../src/care/questions.js';
import { type CareExample, trainCare } from '../../src/care/train.js';
import { readExamples } from '../../src/commands/train-care.js';
import { loadCare } from '../../src/storage/care-file.js';

const few: readonly CareExample[] = [
  ...['jeg græder hver aften', 'jeg sover ikke mere', 'jeg græder og sover ikke'].map((text) => ({
    text,
    kind: 'unwell' as const,
  })),
  ...['min medarbejder græder hver aften', 'hun sover ikke mere', 'min kollega græder og sover ikke'].map((text) => ({
    text,
    kind: 'others' as const,
  })),
  ...['hvad forventes der af en kontorchef', 'mind mig hver aften', 'hvad står der om trivsel'].map((text) => ({
    text,
    kind: 'well' as const,
  })),
];

describe('weights', () => {
  const model = trainCare(few);

  it('are the same for the same messages, and read back as they were written', () => {
    expect(writeModel(trainCare(few), careQuestions).equals(writeModel(model, careQuestions))).toBe(true);
    const read = readModel(writeModel(model, careQuestions), careQuestions);
    expect(read?.hashes).toEqual(model.hashes);
    for (const { text } of few)
      for (const question of careQuestions)
        expect(judgeYes(read ?? model, question, readParts(text))).toBeCloseTo(judgeYes(model, question, readParts(text)), 1);
  });

  it('tell those apart that they were trained on', () => {
    const care = createCare(model, []);
    expect(few.filter(({ text, kind }) => care(text) !== kind)).toEqual([]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('{"version":1}')],
    ['a cut file', writeModel(model, careQuestions).subarray(0, -1)],
    ['a file with something behind it', Buffer.concat([writeModel(model, careQuestions), Buffer.from('x')])],
  ])('are not read from %s', (_name, file) => expect(readModel(file, careQuestions)).toBeUndefined());

  it('judge any text, and the sentence that tells as much as the message around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        return Number.isFinite(judgeYes(model, 'unwell', readParts(text)));
      }),
      { seed: 15 },
    );
    const alone = judgeYes(model, 'unwell', readParts('jeg græder hver aften'));
    const among = judgeYes(
      model,
      'unwell',
      readParts('Hvad står der om trivsel? Jeg græder hver aften. Hvad forventes der af en kontorchef?'),
    );
    expect(among).toBeGreaterThanOrEqual(alone - 0.01);
  });
});

describe('words of somebody in danger', () => {
  const loaded = loadCare('.');
  const care: Care = loaded.ok ? loaded.care : () => 'well';

  it.each([
    'i think about hurting myself and nobody at work can know',
    'Hvad står der om mødeledelse? Jeg har ikke lyst til at leve.',
    'MY FAMILY IS BETTER OFF WITHOUT ME!',
    'I don’t want to live',
  ])('count whatever else is said: %s', (text) => expect(care(text)).toBe('acute'));

  it.each([
    'du slår mig ihjel med de skemaer',
    'min medarbejder vil slå sig selv ihjel, hvad gør jeg',
    'hvad siger grundlaget om selvmord',
  ])('are none where somebody else or nobody is meant: %s', (text) => expect(isUnwell(care(text))).toBe(false));
});

describe('the messages to learn from', () => {
  const examples = readExamples('content/care');
  const shipped = readModel(readFileSync('content/care/model.bin'), careQuestions);

  it('are each of one kind, and none is too long to be read whole', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { text, kind } of examples) kinds.set(text, (kinds.get(text) ?? new Set()).add(kind));
    expect([...kinds].filter(([, all]) => all.size > 1).map(([text]) => text)).toEqual([]);
    expect(examples.filter(({ text }) => text.length > 4_000)).toEqual([]);
  });

  it('are what the weights that ship were trained on: hardly one is misjudged', () => {
    const care = shipped && createCare(shipped, []);
    const missed = examples.filter(({ text, kind }) => (care !== undefined && isUnwell(care(text))) !== (kind === 'unwell'));
    expect(missed.length / examples.length).toBeLessThan(0.02);
  });
});
