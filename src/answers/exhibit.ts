/**
 * What the exhibits of several kinds are made with: real content, and somebody made up.
 */
import { type Framework, type Library, newestFrameworks, type Role, type RoleRef, themeOf } from '../content/library.js';
import { findPlace, type Place, subjectOfStatement } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';

/** A name that tries to be Markdown. */
export const nastyName = '**Mette** [klik](https://ond.example)';

/** Words of a person that try to be Markdown and more than one line. */
export const nastyLine = '**Se her** [klik](https://ond.example) <at>Alle</at> ![](https://ond.example/x.png)\nny linje';

/** What the person made up wrote once. */
export const someThought =
  'I dag lod jeg de andre tale først på mødet. Det gav to forslag, jeg ikke selv havde set.\nI morgen: spørg Lone og Søren, hvad de mangler for at sige fra.';

/** Long names show best whether a card holds. */
export function longestRole(framework: Framework): Role {
  return [...framework.roles].sort((a, b) => b.label.length - a.label.length)[0] as Role;
}

/** The role of the person made up. */
export function somebody(library: Library): RoleRef {
  const framework = newestFrameworks(library)[0] as Framework;
  return { framework, role: framework.roles.at(-2) ?? (framework.roles[0] as Role) };
}

/** A prompt of their framework. */
export function somePrompt(library: Library, at = 0): Prompt {
  const { id } = somebody(library).framework;
  const prompts = library.prompts.filter((prompt) => prompt.framework === id);
  return (
    prompts[at % Math.max(1, prompts.length)] ?? {
      id: 'none',
      framework: id,
      statements: [],
      da: 'Hvad fylder lige nu?',
      en: 'What matters now?',
    }
  );
}

/** The theme of a prompt, or of the statement it was written for. */
export function themeOfPrompt(library: Library, { theme, statements }: Prompt) {
  return themeOf(somebody(library).framework, theme ?? library.statement(statements[0] ?? '')?.theme);
}

/** The place of a statement. */
export function statementPlace(library: Library, framework = newestFrameworks(library)[0] as Framework): Place {
  return findPlace(library, subjectOfStatement(framework.statements[1] as Framework['statements'][number])) as Place;
}

/** The place of a prompt for one statement. */
export function promptPlace(library: Library): Place {
  const framework = newestFrameworks(library)[0] as Framework;
  const found = framework.statements.flatMap((each) => library.promptsFor(each.id).map((prompt) => subjectOfStatement(each, prompt)))[3];
  return (found && findPlace(library, found)) ?? statementPlace(library);
}
