/**
 * Reads `content/` from disk: YAML to checked data, every fault listed with file and line.
 */
import { join } from 'node:path';
import { type AgreementFile, toAgreementExamples } from '../content/agreements.js';
import { type AskFile, toAsks, toWords } from '../content/asks.js';
import type { FrameworkFile } from '../content/framework.js';
import { createLibrary, type Library } from '../content/library.js';
import { type PromptFile, toPrompts } from '../content/prompts.js';
import { type Lexicon, type LexiconFile, mergeLexicon } from '../language/lexicon.js';
import { type ContentFault, type Parsed, showPath, toFault } from './content-reading.js';
import { readWhole } from './content-whole.js';

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

/** Reads and checks every file of a content folder: whatever must never be served. */
export function readContentFiles(folder: string): CheckedFiles {
  const { faults, parsed } = readWhole(folder);
  if (faults.length > 0) return { ok: false, faults, frameworks: parsed.frameworks.map(({ data }) => data.id) };
  const dataOf = <T>(files: readonly Parsed<T>[]) => files.map(({ data }) => data);
  return {
    ok: true,
    files: {
      frameworks: dataOf(parsed.frameworks),
      prompts: dataOf(parsed.prompts),
      lexicon: dataOf(parsed.lexicon) as LexiconFile[],
      questions: dataOf(parsed.questions),
      agreements: dataOf(parsed.agreements),
    },
  };
}

/** What to load: framework ids (default all) and the one for people without a profile. */
export type Selection = { readonly frameworks?: readonly string[] | undefined; readonly fallback?: string | undefined };

/** Loaded content, or everything that is wrong with it. */
export type Loaded =
  | { readonly ok: true; readonly library: Library; readonly lexicon: Lexicon }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

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
      : [toFault(showPath(join(folder, 'frameworks')), 1, { id: 'not-loaded', facts: { setting: key, given: id, known: from } })],
  );
}
