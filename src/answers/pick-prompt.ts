/**
 * Chooses a reflection prompt: one that fits, not the one just shown, and not one seen lately.
 */
import type { Library, Statement } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { Asker } from './asker.js';

/**
 * Picks from the first list that has a prompt other than `not`: an unseen one at random, else the one seen
 * longest ago. Undefined when no list has any.
 */
export function pickPrompt(lists: readonly (readonly Prompt[])[], asker: Pick<Asker, 'random' | 'seen'>, not?: string): Prompt | undefined {
  const list = lists.map((each) => each.filter((prompt) => prompt.id !== not)).find((each) => each.length > 0);
  if (!list) return undefined;
  const seen = asker.seen ?? [];
  const fresh = list.filter((prompt) => !seen.includes(prompt.id));
  if (fresh.length > 0) return fresh[asker.random(fresh.length)];
  return [...list].sort((a, b) => seen.indexOf(b.id) - seen.indexOf(a.id))[0];
}

/** The prompts written for any of these statements, each once. */
export function promptsOf(library: Library, statements: readonly Statement[]): Prompt[] {
  return [...new Set(statements.flatMap((statement) => library.promptsFor(statement.id)))];
}
