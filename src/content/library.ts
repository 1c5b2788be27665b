/**
 * Look-ups over all loaded frameworks: the one place that answers "which statements has this role here".
 *
 * Everything here is immutable and lives in memory; ids are checked when content is loaded, so a look-up
 * by an id that came from content finds something, and one that came from outside returns undefined.
 */
import { type AgreementExample, exampleKey } from './agreements.js';
import type { Ask } from './asks.js';
import { COMMON, type FrameworkFile, type Wording } from './framework.js';
import type { Prompt } from './prompts.js';

/** A role that a framework names. */
export type Role = FrameworkFile['roles'][number];

/** What statements are about: an Aarhus section, a competency, a ledelsesform, a "Sammen …" heading. */
export type Theme = FrameworkFile['themes'][number];

/** A named notion of a document, such as "ledestjernen". */
export type Term = FrameworkFile['terms'][number];

/** One expectation in the adopted wording. */
export type Statement = Wording & {
  /** `<framework>/<local id>`: unique over all frameworks. */
  readonly id: string;
  readonly framework: string;
  /** A role's id, or {@link COMMON}. */
  readonly role: string;
  readonly theme?: string;
  readonly subtheme?: string;
  /** The document's short version, where it has one. */
  readonly short?: Wording;
  readonly uncertain?: string;
};

/** One adopted document in one edition, with its statements flattened. */
export type Framework = Omit<FrameworkFile, 'statements' | 'common'> & {
  /** Role statements in the document's order. */
  readonly statements: readonly Statement[];
  readonly common: Omit<FrameworkFile['common'], 'statements'> & { readonly statements: readonly Statement[] };
};

/** A role in its framework. */
export type RoleRef = { readonly framework: Framework; readonly role: Role };

/** All loaded content, in the order of the files' names. */
export type Library = {
  readonly frameworks: readonly Framework[];
  readonly prompts: readonly Prompt[];
  /** Questions that people ask, with what answers them. */
  readonly asks: readonly Ask[];
  /** Words and phrases of a working day that a statement is about, by the statement's full id. */
  wordsFor(statement: string): readonly string[];
  /** The framework for people without a profile, where the operator named one. */
  readonly fallback: Framework | undefined;
  framework(id: string): Framework | undefined;
  statement(id: string): Statement | undefined;
  prompt(id: string): Prompt | undefined;
  /** Prompts written for one statement, by the statement's full id. */
  promptsFor(statement: string): readonly Prompt[];
  /** Prompts written for a theme as a whole. */
  promptsForTheme(framework: string, theme: string): readonly Prompt[];
  /**
   * What an agreement with oneself may say that fits a theme; without a theme, what fits a statement under none. Undefined
   * where nobody wrote one.
   */
  agreementExample(framework: string, theme: string | undefined): AgreementExample | undefined;
};

/** What editors wrote besides frameworks and prompts. */
export type Written = {
  readonly asks?: readonly Ask[];
  /** By the full id of the statement that they are about. */
  readonly words?: ReadonlyMap<string, readonly string[]>;
  /** As `toAgreementExamples` makes them. */
  readonly agreements?: ReadonlyMap<string, AgreementExample>;
};

/** Makes the library from checked files. `fallback` is the id of the framework for people without a profile. */
export function createLibrary(
  files: readonly FrameworkFile[],
  prompts: readonly Prompt[],
  fallback?: string,
  { asks = [], words, agreements }: Written = {},
): Library {
  const frameworks = files.map(toFramework);
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]));
  const statements = new Map(frameworks.flatMap(allStatements).map((statement) => [statement.id, statement]));
  const promptById = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  const byStatement = groupBy(prompts, (prompt) => prompt.statements);
  const byTheme = groupBy(prompts, (prompt) => (prompt.theme ? [`${prompt.framework}/${prompt.theme}`] : []));
  return {
    frameworks,
    prompts,
    asks,
    wordsFor: (statement) => words?.get(statement) ?? [],
    fallback: frameworks.length === 1 ? frameworks[0] : fallback ? byId.get(fallback) : undefined,
    framework: (id) => byId.get(id),
    statement: (id) => statements.get(id),
    prompt: (id) => promptById.get(id),
    promptsFor: (statement) => byStatement.get(statement) ?? [],
    promptsForTheme: (framework, theme) => byTheme.get(`${framework}/${theme}`) ?? [],
    agreementExample: (framework, theme) => agreements?.get(exampleKey(framework, theme)),
  };
}

/** Role statements and common statements of a framework, the document's order. */
export function allStatements(framework: Framework): Statement[] {
  return [...framework.common.statements, ...framework.statements];
}

/** Whether a document expects anything of everybody it covers. */
export function hasCommon(framework: Pick<Framework, 'common'>): boolean {
  return framework.common.statements.length > 0;
}

/** The statements of one role, optionally of one theme or subtheme; `role` may be {@link COMMON}. */
export function statementsOf(framework: Framework, role: string, theme?: string, subtheme?: string): Statement[] {
  const list = role === COMMON ? framework.common.statements : framework.statements;
  return list.filter(
    (statement) =>
      statement.role === role &&
      (theme === undefined || statement.theme === theme) &&
      (subtheme === undefined || statement.subtheme === subtheme),
  );
}

/** A role of a framework by its id. */
export function roleOf(framework: Framework, id: string | undefined): Role | undefined {
  return framework.roles.find((role) => role.id === id);
}

/** A role by the ids of its framework and itself; undefined when the content has no such role. */
export function findRoleRef(library: Library, framework: string | undefined, role: string | undefined): RoleRef | undefined {
  const home = library.framework(framework ?? '');
  const found = home && roleOf(home, role);
  return home && found && { framework: home, role: found };
}

/** A theme of a framework by its id. */
export function themeOf(framework: Framework, id: string | undefined): Theme | undefined {
  return framework.themes.find((theme) => theme.id === id);
}

/** A term of a framework by its id. */
export function termOf(framework: Framework, id: string | undefined): Term | undefined {
  return framework.terms.find((term) => term.id === id);
}

/** The newer edition of the same document, where it is loaded. */
export function newerEdition(library: Library, framework: Framework): Framework | undefined {
  return library.frameworks.find((other) => other.supersedes === framework.id);
}

/** The edition that this one replaces, where it is loaded. */
export function olderEdition(library: Library, framework: Framework): Framework | undefined {
  return framework.supersedes ? library.framework(framework.supersedes) : undefined;
}

/** Both editions of the document that a framework is an edition of; undefined where only one is loaded. */
export function editionsOf(library: Library, framework: Framework): { readonly older: Framework; readonly newer: Framework } | undefined {
  const older = olderEdition(library, framework);
  if (older) return { older, newer: framework };
  const newer = newerEdition(library, framework);
  return newer && { older: framework, newer };
}

/** True for two editions of one document. */
export function areEditions(library: Library, one: Framework, other: Framework): boolean {
  return newerEdition(library, one) === other || olderEdition(library, one) === other;
}

/** Frameworks that no loaded edition replaces: one for each document. */
export function newestFrameworks(library: Library): Framework[] {
  return library.frameworks.filter((framework) => !newerEdition(library, framework));
}

function toFramework(file: FrameworkFile): Framework {
  const qualify = (local: string) => `${file.id}/${local}`;
  const common = file.common.statements.map((item) => ({ ...item, id: qualify(item.id), framework: file.id, role: COMMON }));
  const statements = file.statements.flatMap(({ role, theme, items }) =>
    items.map((item) => ({ ...item, id: qualify(item.id), framework: file.id, role, theme })),
  );
  return { ...file, common: { ...file.common, statements: common as Statement[] }, statements: statements as Statement[] };
}

function groupBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keys(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
}
