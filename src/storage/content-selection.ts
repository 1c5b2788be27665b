/**
 * From checked files to the library and lexicon of this installation: which frameworks are loaded, and which is for
 * people without a profile.
 */
import { join, relative } from 'node:path';
import { type AskFile, toAsks } from '../content/asks.js';
import type { FrameworkFile } from '../content/framework.js';
import { createLibrary, type Library } from '../content/library.js';
import { type PromptFile, toPrompts } from '../content/prompts.js';
import { type Lexicon, type LexiconFile, mergeLexicon } from '../questions/lexicon.js';
import type { CheckedFiles } from './content-files.js';

/** A fault with its place, ready to print: `content/frameworks/sammen.yaml:41: …`. */
export type ContentFault = { readonly file: string; readonly line: number; readonly message: string };

/** What to load: framework ids (default all) and the one for people without a profile. */
export type Selection = { readonly frameworks?: readonly string[] | undefined; readonly fallback?: string | undefined };

/** Loaded content, or everything that is wrong with it. */
export type Loaded =
  | { readonly ok: true; readonly library: Library; readonly lexicon: Lexicon }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

/** The folders of a content folder. */
export const contentParts = ['frameworks', 'prompts', 'lexicon', 'questions'] as const;

/** One of {@link contentParts}. */
export type ContentPart = (typeof contentParts)[number];

/** All files of a content folder as data, in the order of their names. */
export type ContentFiles = {
  readonly frameworks: readonly FrameworkFile[];
  readonly prompts: readonly PromptFile[];
  readonly lexicon: readonly LexiconFile[];
  readonly questions: readonly AskFile[];
};

/** Selects what is loaded of checked files, or says what is wrong with them or with the selection. */
export function selectContent(folder: string, checked: CheckedFiles, selection: Selection): Loaded {
  const known = checked.ok ? checked.files.frameworks.map(({ id }) => id) : checked.frameworks;
  const faults = [...(checked.ok ? [] : checked.faults), ...findSelectionFaults(folder, known, selection)];
  if (!checked.ok || faults.length > 0)
    return { ok: false, faults: faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) };

  const { frameworks, prompts, questions, lexicon } = checked.files;
  const chosen = frameworks.filter(({ id }) => !selection.frameworks || selection.frameworks.includes(id));
  const kept = new Set(chosen.map(({ id }) => id));
  const library = createLibrary(
    chosen.map((file) => (file.supersedes && !kept.has(file.supersedes) ? withoutOlder(file) : file)),
    toPrompts(prompts).filter(
      ({ framework, statements }) => kept.has(framework) || statements.some((id) => kept.has(id.split('/')[0] ?? '')),
    ),
    selection.fallback,
    toAsks(
      questions.filter(({ framework }) => kept.has(framework)),
      chosen,
    ),
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
