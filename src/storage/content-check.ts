/**
 * Looks a content folder over for whoever wrote it: what is wrong, and what is worth a second look. A start looks only at what must
 * never be served (`content-whole.ts`); this looks at everything.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Found } from '../content/found.js';
import { statementIds } from '../content/framework.js';
import { alikePairs, findPromptRemarks, findRepeatedRun, TOO_ALIKE } from '../content/prompt-rules.js';
import { saidSchema } from '../language/said.js';
import { type ContentFault, type Parsed, readFolder, showPath, toFault, toFaults } from './content-reading.js';
import { findSourceMissing, findUnusedLines } from './content-sources.js';
import { partsIn, readWhole, type Whole } from './content-whole.js';
import { saidPart } from './said-files.js';

/** What was found in a content folder, by file and line; each has its words in any language by `say(found, language)`. */
export type Checked = {
  /** What must be mended before it can be trusted. */
  readonly faults: readonly ContentFault[];
  /** What is worth a second look. */
  readonly remarks: readonly ContentFault[];
};

/** Looks a whole content folder over. It learns nothing, writes nothing, and throws for nothing that stands in the files. */
export async function checkFolder(folder: string): Promise<Checked> {
  const whole = readWhole(folder);
  const { frameworks, prompts, lexicon, questions, agreements } = whole.parsed;
  const saidFaults: ContentFault[] = [];
  const said = readFolder(join(folder, saidPart), saidSchema, saidFaults, 'said');
  const files = [...frameworks, ...prompts, ...lexicon, ...questions, ...agreements, ...said];
  const names = [...partsIn(folder), saidPart].flatMap((part) => findOtherFiles(join(folder, part)));
  const faults = [
    ...whole.faults,
    ...saidFaults,
    ...names.filter(({ found }) => found.id === 'ending'),
    ...files.flatMap(({ doubts }) => doubts),
    ...frameworks.flatMap((file) => findSourceMissing(folder, file)),
  ];
  const faulty = new Set(faults.map(({ file }) => file));
  const unread = new Set(
    faults.filter(({ file }) => dirname(file).endsWith('prompts')).map(({ file }) => basename(file).replace(/\..*$/, '')),
  );
  const isSound = ({ file }: { readonly file: string }) => !faulty.has(file);
  const remarks = [
    ...names.filter(({ found }) => found.id !== 'ending'),
    ...prompts.filter(isSound).flatMap((file) => remarksOn(file, whole)),
    ...alike(prompts.filter(isSound)),
    ...frameworks.filter(isSound).flatMap((file) => [
      // Prompts that nobody could read are none that are missing.
      ...(unread.has(file.data.id) ? [] : unasked(file, whole)),
      ...findUnusedLines(folder, file),
    ]),
  ];
  return { faults: inOrder(faults), remarks: inOrder(remarks) };
}

function inOrder(found: readonly ContentFault[]): ContentFault[] {
  return [...found].sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
}

/** Files that nobody reads: some were meant to be. What begins with a dot or an underscore, and a README, are not for the bot. */
function findOtherFiles(folder: string): ContentFault[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^[._]|^readme/i.test(entry.name) && !entry.name.endsWith('.yaml'))
    .map(({ name }) => name);
  return names.map((name) => {
    const rename = /\.ya?ml(\.txt)?$/i.test(name) ? `${name.replace(/\.ya?ml(\.txt)?$/i, '')}.yaml` : undefined;
    return toFault(showPath(join(folder, name)), 1, rename ? { id: 'ending', facts: { name, rename } } : { id: 'stray', facts: { name } });
  });
}

const tongues = ['da', 'en'] as const;

/** What is to be said of the words of each prompt: one remark a prompt and language. */
function remarksOn(file: Whole['parsed']['prompts'][number], { parsed }: Whole): ContentFault[] {
  const framework = parsed.frameworks.find(({ data }) => data.id === file.data.framework)?.data;
  const items = framework && [...framework.common.statements, ...framework.statements.flatMap((block) => block.items)];
  const texts = new Map(items?.map(({ id, text }) => [id, text]));
  return file.data.prompts.flatMap((prompt, at) =>
    tongues.flatMap((tongue) => {
      const text = prompt[tongue];
      const run = tongue === 'da' ? findRepeatedRun(text, texts.get(prompt.statement ?? '') ?? '') : undefined;
      const found: Found[] = [...findPromptRemarks(text, tongue), ...(run ? [{ id: 'repeats' as const, facts: { stands: run } }] : [])];
      return found.slice(0, 1).map((each) => toFault(file.file, file.lineOf(['prompts', at, tongue]), each));
    }),
  );
}

/** So many pairs are enough to read at once. */
const mostPairs = 10;

/** Prompts that ask the same: told once, at the later one, in the language they are more alike in. */
function alike(files: readonly Whole['parsed']['prompts'][number][]): ContentFault[] {
  const prompts = files.flatMap((file) => file.data.prompts.map((prompt, at) => ({ ...prompt, file, at })));
  const pairs = tongues.flatMap((tongue) =>
    alikePairs(prompts, tongue, mostPairs)
      .filter(({ likeness }) => likeness >= TOO_ALIKE)
      .map((pair) => ({ ...pair, tongue })),
  );
  const told = new Set<unknown>();
  return pairs.flatMap(({ a, b, tongue }) => {
    if (told.has(b)) return [];
    told.add(b);
    const facts = { stands: b[tongue], other: a.id };
    return [toFault(b.file.file, b.file.lineOf(['prompts', b.at, tongue]), { id: 'alike', facts })];
  });
}

/** So many ids are named; more are counted. */
const mostNamed = 5;

/** Statements that nobody is asked about: one remark for a framework. */
function unasked(file: Parsed<Parameters<typeof statementIds>[0]>, { parsed }: Whole): ContentFault[] {
  const asked = new Set(
    parsed.prompts
      .filter(({ data }) => data.framework === file.data.id)
      .flatMap(({ data }) => [...data.prompts.map(({ statement }) => statement), ...Object.keys(data.borrow)]),
  );
  const without = statementIds(file.data).filter(([id]) => !asked.has(id));
  const [first] = without;
  if (!first) return [];
  const facts = { ids: without.slice(0, mostNamed).map(([id]) => id), count: without.length };
  return toFaults(file, [{ id: 'unasked', path: first[1], facts }]);
}
