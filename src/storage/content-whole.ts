/**
 * Reads a whole content folder and looks at what must agree: what leans on something faulty is no fault of its own.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type AgreementFile, agreementsSchema } from '../content/agreements.js';
import { type AskFile, asksSchema, findAskFaults } from '../content/asks.js';
import { findAgreementFaults, findEditionFault, findFrameworkFaults, findPromptFaults } from '../content/faults.js';
import type { Fault } from '../content/found.js';
import { type FrameworkFile, frameworkSchema } from '../content/framework.js';
import { type PromptFile, promptsSchema } from '../content/prompts.js';
import type { FileKind } from '../content/strings/keys-da.js';
import { findLexiconFaults, lexiconSchema } from '../language/lexicon.js';
import { type ContentFault, nameOf, type Parsed, readFolder, showPath, toFault, toFaults } from './content-reading.js';
import { findSourceFaults } from './content-sources.js';

/** The folders of a content folder. */
const contentParts = ['frameworks', 'prompts', 'lexicon', 'questions', 'agreements'] as const;

/** One of {@link contentParts}. */
export type ContentPart = (typeof contentParts)[number];

/** What a municipality's own content may be without. */
const optionalParts: readonly ContentPart[] = ['agreements'];

/** The parts that a content folder must have, and those that it has besides. */
export function partsIn(folder: string): readonly ContentPart[] {
  return contentParts.filter((part) => !optionalParts.includes(part) || existsSync(join(folder, part)));
}

/** All files of a content folder that can be read, and every fault that must never be served. */
export type Whole = {
  readonly faults: readonly ContentFault[];
  readonly parsed: {
    readonly frameworks: readonly Parsed<FrameworkFile>[];
    readonly prompts: readonly Parsed<PromptFile>[];
    readonly lexicon: readonly Parsed<z.output<typeof lexiconSchema>>[];
    readonly questions: readonly Parsed<AskFile>[];
    readonly agreements: readonly Parsed<AgreementFile>[];
  };
};

/** Reads and checks every file of a content folder. */
export function readWhole(folder: string): Whole {
  const faults: ContentFault[] = [];
  const read = <S extends z.ZodType>(part: ContentPart, schema: S, kind: FileKind) => readFolder(join(folder, part), schema, faults, kind);
  const frameworks = read('frameworks', frameworkSchema, 'framework');
  const known = frameworks.map(({ data }) => data.id);
  for (const { data, ...file } of frameworks) {
    const own = [...findNameFault(file.file, 'id', data.id), ...findFrameworkFaults(data), ...findEditionFault(data, known)];
    faults.push(...toFaults(file, own), ...findSourceFaults(folder, { data, ...file }));
  }
  // Where a framework has a fault, what is written for it leans on that.
  const faulty = new Set([...faults.map(({ file }) => nameOf(file)), ...namedOtherwise(join(folder, 'frameworks'))]);
  const prompts = read('prompts', promptsSchema, 'prompts');
  const lexicon = read('lexicon', lexiconSchema, 'lexicon');
  const questions = read('questions', asksSchema, 'questions');
  const agreements = partsIn(folder).includes('agreements') ? read('agreements', agreementsSchema, 'agreements') : [];

  const reportOf = <T extends { framework: string }>(
    files: readonly Parsed<T>[],
    find: (file: Parsed<T>, framework?: FrameworkFile) => Fault[],
  ) => {
    for (const file of files)
      if (!faulty.has(file.data.framework))
        faults.push(...toFaults(file, find(file, frameworks.find(({ data }) => data.id === file.data.framework)?.data)));
  };
  const ids = prompts.flatMap(({ data }) => data.prompts.map((prompt) => `${data.framework}/${prompt.id}`));
  reportOf(prompts, ({ data }, framework) => findPromptFaults(data, framework, { frameworks: known, prompts: ids }));
  reportOf(questions, ({ data }, framework) => findAskFaults(data, framework, known));
  reportOf(agreements, ({ file, data }, framework) => {
    const misnamed = framework ? findNameFault(file, 'framework', framework.id) : [];
    return misnamed.length > 0 ? misnamed : findAgreementFaults(data, framework, known);
  });
  for (const file of lexicon) faults.push(...toFaults(file, findLexiconFaults(file.data)));
  if (frameworks.length === 0 && faults.length === 0 && faulty.size === 0)
    faults.push(toFault(showPath(join(folder, 'frameworks')), 1, { id: 'no-framework', facts: {} }));
  return { faults, parsed: { frameworks, prompts, lexicon, questions, agreements } };
}

/** A file that is found by its name must be about what its name says. */
function findNameFault(file: string, key: string, given: string): Fault[] {
  const name = nameOf(file);
  return given === name ? [] : [{ id: 'name', path: [key], facts: { key, given, name } }];
}

/** What files would be called that nobody reads, since their names end otherwise. */
function namedOtherwise(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => !name.endsWith('.yaml')).map((name) => name.replace(/\..*$/, ''));
}
