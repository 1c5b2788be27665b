/**
 * What the product's own prompts promise beyond what anybody's must be: how many there are, and for whom.
 */
import { COMMON, type Level } from '../../src/content/framework.js';
import { allStatements, type Framework, type Library, roleOf, type Statement } from '../../src/content/library.js';
import type { Prompt } from '../../src/content/prompts.js';

/** Statements and themes that have too few prompts. Themes that are the same headings for every role need none of their own. */
export function coverageFaults(library: Library): string[] {
  return library.frameworks.flatMap((framework) => [
    ...allStatements(framework).flatMap((statement) => {
      const wanted = statement.role === COMMON ? 2 : 1;
      const found = library.promptsFor(statement.id).length;
      return found < wanted ? [`${statement.id} has ${found} of ${wanted}`] : [];
    }),
    ...(framework.themeKind === 'theme' ? framework.themes : []).flatMap(({ id }) => {
      const found = library.promptsForTheme(framework.id, id).length;
      return found < 2 ? [`${framework.id}, theme ${id} has ${found} of 2`] : [];
    }),
  ]);
}

/** Ids that are used by more than one prompt. */
export function doubleIds(prompts: readonly Prompt[]): string[] {
  const ids = prompts.map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** For whom a prompt of a framework was written: a level, all leaders, or a theme. */
export function audienceOf(framework: Framework, prompt: Prompt, statements: readonly Statement[]): Level | 'common' | 'theme' {
  const own = statements.find(({ id, framework: home }) => home === framework.id && prompt.statements.includes(id));
  if (!own) return 'theme';
  return own.role === COMMON ? 'common' : (roleOf(framework, own.role)?.level as Level);
}
