/**
 * Questions that people ask, in `content/questions/*.yaml`, each with the statement or theme that answers it, and words with
 * which they speak of what a statement is about.
 *
 * Documents and people use different words; these lines are the bridge, and editors add to them.
 */
import { z } from 'zod';
import type { Fault, Named } from './found.js';
import { type FrameworkFile, statementIds } from './framework.js';
import { findUnknown, unknownFramework } from './unknown.js';

/** A question in one breath. */
const LONGEST = 200;

const lines = z.array(z.string().trim().min(1).max(LONGEST)).min(1);

/** The schema of a file of questions. A key under `themes` is a theme's id, or `<theme>/<subtheme>`. */
export const asksSchema = z.strictObject({
  framework: z.string(),
  statements: z.record(z.string(), lines).default({}),
  themes: z.record(z.string(), lines).default({}),
  /** Words and phrases of a working day, by the statement that is about them. */
  words: z.record(z.string(), lines).default({}),
});

/** A file of questions as parsed. */
export type AskFile = z.output<typeof asksSchema>;

/** One question that people ask, and what answers it: a statement by its full id, or a theme. */
export type Ask = {
  readonly text: string;
  readonly framework: string;
  readonly statement?: string;
  readonly theme?: string;
  readonly subtheme?: string;
};

/** Faults of a file: keys that its framework does not know. `frameworks` are the ids of those there are. */
export function findAskFaults(file: AskFile, framework: FrameworkFile | undefined, frameworks: readonly string[]): Fault[] {
  if (!framework) return [unknownFramework(file.framework, frameworks)];
  const statements = statementIds(framework).map(([id]) => id);
  const themes = framework.themes.flatMap((theme) => [theme.id, ...theme.subthemes.map((subtheme) => `${theme.id}/${subtheme.id}`)]);
  const unknown = (part: 'statements' | 'themes' | 'words', known: readonly string[], what: Named) =>
    Object.keys(file[part]).flatMap((key) => findUnknown(what, key, known, [part, key], ''));
  return [
    ...unknown('statements', statements, 'statement'),
    ...unknown('words', statements, 'statement'),
    ...unknown('themes', themes, 'theme'),
  ];
}

/**
 * Joins files to one list. A statement without questions of its own borrows those of the same id in the edition
 * that replaces its framework.
 */
export function toAsks(files: readonly AskFile[], frameworks: readonly FrameworkFile[]): Ask[] {
  const own = files.flatMap(ofFile);
  return [...own, ...borrow(own, frameworks)];
}

/** Words by the full id of the statement that is about them; editions borrow them as they do questions. */
export function toWords(files: readonly AskFile[], frameworks: readonly FrameworkFile[]): ReadonlyMap<string, readonly string[]> {
  const own = files.flatMap(({ framework, words }) =>
    Object.entries(words).flatMap(([id, texts]) => texts.map((text): Ask => ({ text, framework, statement: `${framework}/${id}` }))),
  );
  const byStatement = new Map<string, string[]>();
  for (const { statement = '', text } of [...own, ...borrow(own, frameworks)])
    byStatement.set(statement, [...(byStatement.get(statement) ?? []), text]);
  return byStatement;
}

/** What statements of an older edition borrow from those of the same id in the newer one, where they have nothing of their own. */
function borrow(own: readonly Ask[], frameworks: readonly FrameworkFile[]): Ask[] {
  const asked = new Set(own.map((ask) => ask.statement));
  return frameworks.flatMap((newer) => {
    const older = frameworks.find((framework) => framework.id === newer.supersedes);
    if (!older) return [];
    const ids = new Set(statementIds(older).map(([id]) => `${older.id}/${id}`));
    return own.flatMap((ask) => {
      const twin = ask.framework === newer.id && ask.statement ? `${older.id}/${ask.statement.slice(newer.id.length + 1)}` : undefined;
      return twin && ids.has(twin) && !asked.has(twin) ? [{ ...ask, framework: older.id, statement: twin }] : [];
    });
  });
}

function ofFile({ framework, statements, themes }: AskFile): Ask[] {
  const aboutStatements = Object.entries(statements).flatMap(([id, texts]) =>
    texts.map((text) => ({ text, framework, statement: `${framework}/${id}` })),
  );
  const aboutThemes = Object.entries(themes).flatMap(([key, texts]) => {
    const [theme = '', subtheme] = key.split('/');
    return texts.map((text) => ({ text, framework, theme, ...(subtheme && { subtheme }) }));
  });
  return [...aboutStatements, ...aboutThemes];
}
