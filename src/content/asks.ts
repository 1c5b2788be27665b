/**
 * Questions that people ask, in `content/questions/*.yaml`, each with the statement or theme that answers it, and words with
 * which they speak of what a statement is about.
 *
 * Documents and people use different words; these lines are the bridge, and editors add to them.
 */
import { z } from 'zod';
import type { Fault } from './faults.js';
import type { FrameworkFile } from './framework.js';

const lines = z.array(z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters')).min(1);

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

/** Faults of a file: keys that its framework does not know. */
export function findAskFaults(file: AskFile, framework: FrameworkFile | undefined): Fault[] {
  if (!framework) return [{ path: ['framework'], message: `unknown framework "${file.framework}". Write the id of a file in frameworks/` }];
  const statements = new Set(
    [...framework.common.statements, ...framework.statements.flatMap((block) => block.items)].map((item) => item.id),
  );
  const themes = new Set(
    framework.themes.flatMap((theme) => [theme.id, ...theme.subthemes.map((subtheme) => `${theme.id}/${subtheme.id}`)]),
  );
  const unknown = (part: 'statements' | 'themes' | 'words', known: ReadonlySet<string>, what: string) =>
    Object.keys(file[part]).flatMap((key) =>
      known.has(key)
        ? []
        : [{ path: [part, key], message: `unknown ${what} "${key}". Copy the id from frameworks/${file.framework}.yaml` }],
    );
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
    const ids = new Set(
      [...older.common.statements, ...older.statements.flatMap((block) => block.items)].map((item) => `${older.id}/${item.id}`),
    );
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
