/**
 * Reads `content/` from disk: YAML to checked data, every fault listed with file and line.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type AgreementFile, agreementsSchema, toAgreementExamples } from '../content/agreements.js';
import { type AskFile, asksSchema, findAskFaults, toAsks, toWords } from '../content/asks.js';
import { type Fault, findAgreementFaults, findEditionFault, findFrameworkFaults, findPromptFaults, type Path } from '../content/faults.js';
import { type FrameworkFile, frameworkSchema } from '../content/framework.js';
import { createLibrary, type Library } from '../content/library.js';
import { type PromptFile, promptsSchema, toPrompts } from '../content/prompts.js';
import { findLexiconFaults, type Lexicon, type LexiconFile, lexiconSchema, mergeLexicon } from '../language/lexicon.js';

/** A file as it was parsed, and where in it something stands. */
export type Parsed<T> = { readonly file: string; readonly data: T; readonly lineOf: (path: Path) => number };

/** What stands in the files of a content folder, checked; or every fault, and the frameworks there are all the same. */
export type CheckedFiles =
  | { readonly ok: true; readonly files: ContentFiles }
  | { readonly ok: false; readonly faults: readonly ContentFault[]; readonly frameworks: readonly string[] };

/**
 * Loads the frameworks of a content folder, what is written for them, and the lexicon. Never throws for what stands in
 * the files; a missing folder is a fault too, where content can't be without it.
 */
export function loadContent(folder: string, selection: Selection = {}): Loaded {
  return selectContent(folder, readContentFiles(folder), selection);
}

/** Reads and checks every file of a content folder. */
export function readContentFiles(folder: string): CheckedFiles {
  const faults: ContentFault[] = [];
  const read = <S extends z.ZodType>(part: ContentPart, schema: S) => readFolder(join(folder, part), schema, faults);
  const all = read('frameworks', frameworkSchema);
  const unreadable = new Set(faults.map(({ file }) => basename(file, '.yaml')));
  const prompts = read('prompts', promptsSchema);
  const lexicon = read('lexicon', lexiconSchema);
  const asks = read('questions', asksSchema);
  const agreements = partsIn(folder).includes('agreements') ? read('agreements', agreementsSchema) : [];
  const report = (parsed: Parsed<unknown>, found: readonly Fault[]) =>
    faults.push(...found.map(({ path, message }) => ({ file: parsed.file, line: parsed.lineOf(path), message })));

  for (const framework of all) {
    report(framework, [
      ...findNameFault(framework.file, 'id', framework.data.id),
      ...findFrameworkFaults(framework.data),
      ...findEditionFault(
        framework.data,
        all.map(({ data }) => data.id),
      ),
    ]);
  }
  const reportOf = <T extends { framework: string }>(parsed: Parsed<T>, find: (data: T, framework?: FrameworkFile) => Fault[]) => {
    // Where the framework could not be read, its own fault says so.
    if (!unreadable.has(parsed.data.framework))
      report(parsed, find(parsed.data, all.find(({ data }) => data.id === parsed.data.framework)?.data));
  };
  const promptIds = new Set(prompts.flatMap(({ data }) => data.prompts.map((prompt) => `${data.framework}/${prompt.id}`)));
  for (const file of prompts) reportOf(file, (data, framework) => findPromptFaults(data, framework, promptIds));
  for (const file of lexicon) report(file, findLexiconFaults(file.data));
  for (const file of asks) reportOf(file, findAskFaults);
  for (const file of agreements) {
    reportOf(file, (data, framework) => [
      ...(framework ? findNameFault(file.file, 'framework', framework.id) : []),
      ...findAgreementFaults(data, framework),
    ]);
  }
  if (all.length === 0 && faults.length === 0)
    faults.push({
      file: join(folder, 'frameworks'),
      line: 1,
      message: 'no framework found. Put at least one <id>.yaml here, or set CONTENT_DIR',
    });
  if (faults.length > 0) return { ok: false, faults, frameworks: all.map(({ data }) => data.id) };
  const dataOf = <T>(parsed: readonly Parsed<T>[]) => parsed.map(({ data }) => data);
  return {
    ok: true,
    files: {
      frameworks: dataOf(all),
      prompts: dataOf(prompts),
      lexicon: dataOf(lexicon) as LexiconFile[],
      questions: dataOf(asks),
      agreements: dataOf(agreements),
    },
  };
}

/** A file that is found by its name must be about what its name says. */
function findNameFault(file: string, key: string, id: string): Fault[] {
  const name = basename(file, '.yaml');
  return id === name ? [] : [{ path: [key], message: `the ${key} "${id}" differs from the file's name. Write "${key}: ${name}"` }];
}

/** Reads every YAML file of a folder in the order of their names; faults are added to `faults`. */
export function readFolder<S extends z.ZodType>(folder: string, schema: S, faults: ContentFault[]): Parsed<z.output<S>>[] {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    faults.push({
      file: showPath(folder),
      line: 1,
      message: 'the folder is missing. Create it, or set CONTENT_DIR to a folder that has it',
    });
    return [];
  }
  return names.flatMap((name) => readYaml(join(folder, name), schema, faults));
}

/** Reads one YAML file; on faults adds them to `faults` and returns an empty list. Throws where there is no such file. */
export function readYaml<S extends z.ZodType>(path: string, schema: S, faults: ContentFault[]): Parsed<z.output<S>>[] {
  const file = showPath(path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      faults.push({
        file,
        line: error.linePos?.[0].line ?? 1,
        message: `this is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '')}. Check indentation and quotes on and above this line`,
      });
    }
    return [];
  }
  const lineOf = (at: Path): number => {
    for (let length = at.length; length > 0; length -= 1) {
      const node = document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return [{ file, data: result.data, lineOf }];
  for (const issue of flatten(result.error.issues)) faults.push({ file, line: lineOf(issue.path as Path), message: explain(issue) });
  return [];
}

/** Takes the most telling branch of each union, so that an editor reads one fault and not all that might have been. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const deepest = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0] ?? [];
    return flatten(deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue));
  });
}

function explain(issue: z.core.$ZodIssue): string {
  const key = issue.path.filter((part) => typeof part === 'string').at(-1) ?? 'the file';
  if (issue.code === 'unrecognized_keys')
    return `unknown key ${issue.keys.map((name) => `"${name}"`).join(', ')}. Remove it or correct its spelling`;
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message))
    return `"${String(key)}" is missing. Add "${String(key)}:" with a ${issue.expected}`;
  if (issue.code === 'invalid_value') return `"${String(key)}" must be one of: ${issue.values.map(String).join(', ')}`;
  return `"${String(key)}" ${issue.message.replace(/^Invalid input: /, '')}`;
}

/** A fault with its place, ready to print: `content/frameworks/sammen.yaml:41: …`. */
export type ContentFault = { readonly file: string; readonly line: number; readonly message: string };

/** What to load: framework ids (default all) and the one for people without a profile. */
export type Selection = { readonly frameworks?: readonly string[] | undefined; readonly fallback?: string | undefined };

/** Loaded content, or everything that is wrong with it. */
export type Loaded =
  | { readonly ok: true; readonly library: Library; readonly lexicon: Lexicon }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

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

/** All files of a content folder as data, in the order of their names. */
export type ContentFiles = {
  readonly frameworks: readonly FrameworkFile[];
  readonly prompts: readonly PromptFile[];
  readonly lexicon: readonly LexiconFile[];
  readonly questions: readonly AskFile[];
  readonly agreements: readonly AgreementFile[];
};

/** Selects what is loaded of checked files, or says what is wrong with them or with the selection. */
export function selectContent(folder: string, checked: CheckedFiles, selection: Selection): Loaded {
  const known = checked.ok ? checked.files.frameworks.map(({ id }) => id) : checked.frameworks;
  const faults = [...(checked.ok ? [] : checked.faults), ...findSelectionFaults(folder, known, selection)];
  if (!checked.ok || faults.length > 0)
    return { ok: false, faults: faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) };

  const { frameworks, prompts, questions, lexicon, agreements } = checked.files;
  const chosen = frameworks.filter(({ id }) => !selection.frameworks || selection.frameworks.includes(id));
  const kept = new Set(chosen.map(({ id }) => id));
  const asked = questions.filter(({ framework }) => kept.has(framework));
  const library = createLibrary(
    chosen.map((file) => (file.supersedes && !kept.has(file.supersedes) ? withoutOlder(file) : file)),
    toPrompts(prompts).filter(
      ({ framework, statements }) => kept.has(framework) || statements.some((id) => kept.has(id.split('/')[0] ?? '')),
    ),
    selection.fallback,
    {
      asks: toAsks(asked, chosen),
      words: toWords(asked, chosen),
      agreements: toAgreementExamples(agreements.filter(({ framework }) => kept.has(framework))),
    },
  );
  return { ok: true, library, lexicon: mergeLexicon(lexicon) };
}

function withoutOlder({ supersedes: _, ...file }: FrameworkFile): FrameworkFile {
  return file;
}

function findSelectionFaults(folder: string, known: readonly string[], selection: Selection): ContentFault[] {
  const named = [
    ...(selection.frameworks ?? []).map((id) => ['FRAMEWORKS', id, known] as const),
    ...(selection.fallback ? [['DEFAULT_FRAMEWORK', selection.fallback, selection.frameworks ?? known] as const] : []),
  ];
  return named.flatMap(([key, id, from]) =>
    from.includes(id)
      ? []
      : [
          {
            file: showPath(join(folder, 'frameworks')),
            line: 1,
            message: `${key} names "${id}", which is not loaded. Write one of: ${from.join(', ')}`,
          },
        ],
  );
}

/** A path as somebody in this folder would write it. */
export function showPath(path: string): string {
  return relative(process.cwd(), path) || path;
}
