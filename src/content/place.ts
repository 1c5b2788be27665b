/**
 * A place in the content: what all share, a role, a theme, a statement, a prompt.
 */
import { z } from 'zod';
import { COMMON } from './framework.js';
import { type Framework, hasCommon, type Library, type Role, roleOf, type Statement, type Theme, themeOf } from './library.js';
import type { Prompt } from './prompts.js';

const id = z.string().min(1).max(80);
const fullId = z.string().min(1).max(200);

/** The schema of a {@link Subject}. */
export const subjectSchema = z.strictObject({
  framework: id,
  role: id.optional(),
  theme: id.optional(),
  subtheme: id.optional(),
  statement: fullId.optional(),
  prompt: fullId.optional(),
});

/**
 * A place in the content that can be shown to anybody: what all share, a role, a theme, a theme of a role, a statement,
 * or a prompt. Ids only, untrusted when they come back from a card or an address.
 */
export type Subject = z.output<typeof subjectSchema>;

/** A subject as the content has it. */
export type Place = {
  readonly framework: Framework;
  readonly role: Role | undefined;
  readonly theme: Theme | undefined;
  readonly subtheme: Theme['subthemes'][number] | undefined;
  readonly statement: Statement | undefined;
  readonly prompt: Prompt | undefined;
};

/** Finds what a subject names; undefined when any part of it is not in the content, or the parts do not belong together. */
export function findPlace(library: Library, subject: Subject): Place | undefined {
  const framework = library.framework(subject.framework);
  if (!framework) return undefined;
  // A document alone is what it expects of everybody.
  if (!subject.role && !subject.theme && !subject.prompt && !hasCommon(framework)) return undefined;
  const role = roleOf(framework, subject.role);
  const theme = themeOf(framework, subject.theme);
  const subtheme = theme?.subthemes.find((each) => each.id === subject.subtheme);
  const statement = library.statement(subject.statement ?? '');
  const prompt = library.prompt(subject.prompt ?? '');
  const isWhole =
    isFound(subject.role, role) &&
    isFound(subject.theme, theme) &&
    isFound(subject.subtheme, subtheme) &&
    isFound(subject.statement, statement) &&
    isFound(subject.prompt, prompt);
  if (!isWhole || (statement && !isIn(statement, framework, role, theme)) || (prompt && !fits(prompt, framework, statement, theme)))
    return undefined;
  return { framework, role, theme, subtheme, statement, prompt };
}

export function isFound(asked: string | undefined, found: unknown): boolean {
  return asked === undefined || found !== undefined;
}

function isIn(statement: Statement, framework: Framework, role: Role | undefined, theme: Theme | undefined): boolean {
  const isSameRole = role ? statement.role === role.id : statement.role === COMMON;
  return statement.framework === framework.id && isSameRole && (!theme || statement.theme === theme.id);
}

export function fits(prompt: Prompt, framework: Framework, statement: Statement | undefined, theme: Theme | undefined): boolean {
  if (statement) return prompt.statements.includes(statement.id);
  return prompt.framework === framework.id && (!prompt.theme || !theme || prompt.theme === theme.id);
}

/** The place of a statement, with the prompt where one is meant. */
export function subjectOfStatement({ id: statement, framework, role, theme }: Statement, prompt?: Prompt): Subject {
  return {
    framework,
    ...(role !== COMMON && { role }),
    ...(theme && { theme }),
    statement,
    ...(prompt && { prompt: prompt.id }),
  };
}

/** The ids of a place. */
export function subjectOfPlace({ framework, role, theme, subtheme, statement, prompt }: Place) {
  return {
    framework: framework.id,
    ...(role && { role: role.id }),
    ...(theme && { theme: theme.id }),
    ...(subtheme && { subtheme: subtheme.id }),
    ...(statement && { statement: statement.id }),
    ...(prompt && { prompt: prompt.id }),
  };
}
