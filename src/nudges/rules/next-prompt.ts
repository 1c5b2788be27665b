/** Which question a nudge asks: from the content's prompts for a role or a team, in an order of each recipient's own. */
import { COMMON } from '../../content/framework.js';
import {
  allStatements,
  type Framework,
  hasCommon,
  type Library,
  newestFrameworks,
  type Role,
  roleOf,
  type Statement,
  statementsOf,
  type Theme,
  themeOf,
} from '../../content/library.js';
import type { Prompt } from '../../content/prompts.js';
import { mix } from '../../learning/features.js';
import type { TeamSubject } from './plan.js';

/** A question and what it was written for. `role` is undefined for what all leaders share, `statement` for a theme as a whole. */
export type Choice = {
  readonly framework: Framework;
  readonly role: Role | undefined;
  readonly theme: Theme | undefined;
  readonly statement: Statement | undefined;
  readonly prompt: Prompt;
};

/** Whom a question is chosen for: what they were shown, newest first, and who they are, so that orders differ. */
export type Reader = { readonly seen: readonly string[]; readonly seed: string };

/**
 * The next question for a person: from the prompts of their role; without a role, or where it has none, from those for
 * all leaders of their framework, the operator's or every one. Undefined where no prompt is loaded.
 */
export function chooseForPerson(
  library: Library,
  profile: { readonly framework?: string; readonly role?: string },
  reader: Reader,
): Choice | undefined {
  return pick(choicesOf(library, profile), reader);
}

/** All that a person may be asked. */
export function choicesOf(library: Library, profile: { readonly framework?: string; readonly role?: string }): Choice[] {
  const own = library.framework(profile.framework ?? '');
  const role = own && roleOf(own, profile.role);
  const mine = own && role ? choicesFor(library, own, statementsOf(own, role.id)) : [];
  return mine.length > 0 ? mine : commonChoices(library, own);
}

/** The next question for a team: about the theme of its plan, or what all leaders share. */
export function chooseForTeam(library: Library, subject: TeamSubject, reader: Reader): Choice | undefined {
  const framework = library.framework(subject.framework ?? '');
  const theme = framework && themeOf(framework, subject.theme);
  const about = framework && theme ? choicesAbout(library, framework, theme) : [];
  return pick(about.length > 0 ? about : commonChoices(library, framework), reader);
}

function commonChoices(library: Library, framework: Framework | undefined): Choice[] {
  const home = framework ?? library.fallback;
  const frameworks = home ? [home] : newestFrameworks(library);
  return frameworks.flatMap((each) => choicesFor(library, each, hasCommon(each) ? statementsOf(each, COMMON) : allStatements(each)));
}

function choicesAbout(library: Library, framework: Framework, theme: Theme): Choice[] {
  const parts = allStatements(framework).filter((statement) => statement.theme === theme.id);
  return [...themeChoices(library, framework, theme), ...choicesFor(library, framework, parts)];
}

/** What is asked about a theme as a whole. */
export function themeChoices(library: Library, framework: Framework, theme: Theme): Choice[] {
  return library
    .promptsForTheme(framework.id, theme.id)
    .map((prompt) => ({ framework, role: undefined, theme, statement: undefined, prompt }));
}

/** What is asked about statements of a framework. */
export function choicesFor(library: Library, framework: Framework, statements: readonly Statement[]): Choice[] {
  return statements.flatMap((statement) =>
    library.promptsFor(statement.id).map((prompt) => ({
      framework,
      role: roleOf(framework, statement.role),
      theme: themeOf(framework, statement.theme),
      statement,
      prompt,
    })),
  );
}

/** One prompt may serve several statements; the first it stands at in the document is shown. */
export function pick(choices: readonly Choice[], { seen, seed }: Reader): Choice | undefined {
  const byId = new Map([...choices].reverse().map((choice) => [choice.prompt.id, choice]));
  const prompts = [...byId.values()].map(({ prompt, theme }) => ({ id: prompt.id, ...(theme && { theme: theme.id }) }));
  return byId.get(pickByTurn({ prompts, seen: [...seen].reverse(), seed }) ?? '');
}

/** A prompt as far as picking needs it. */
export type Pickable = { readonly id: string; readonly theme?: string };

/** What a pick depends on, and nothing else: the same input gives the same prompt. */
export type PickInput = {
  /** The role's prompts, ids unique; their order does not matter. */
  readonly prompts: readonly Pickable[];
  /** Ids in the order shown, oldest first. Ids that are no longer among the prompts are ignored. */
  readonly seen: readonly string[];
  /** Makes one person's order another than the next person's: the person's id. */
  readonly seed: string;
};

/**
 * The id of the next prompt; undefined if there is none. Two prompts of one theme follow each other only
 * when nothing else is left or one theme makes up more than half of what is left.
 */
export function pickByTurn({ prompts, seen, seed }: PickInput): string | undefined {
  const known = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  const shown = seen.filter((id) => known.has(id));
  const { round, used } = roundOf(shown, known.size);
  const last = known.get(shown.at(-1) ?? '');
  const left = spread(prompts, `${seed}\n${round}`).filter(({ id }) => !used.has(id));
  const fresh = left.length > 1 ? left.filter(({ id }) => id !== last?.id) : left;
  const pressing = fresh.find(
    ({ theme }) => theme !== last?.theme && fresh.filter((other) => other.theme === theme).length * 2 > fresh.length,
  );
  return (pressing ?? fresh.find((prompt) => !last || prompt.theme !== last.theme) ?? fresh[0])?.id;
}

/** Which round of all prompts a person is in, and what of it was shown. */
function roundOf(shown: readonly string[], size: number): { round: number; used: ReadonlySet<string> } {
  let round = 0;
  let used = new Set<string>();
  for (const id of shown) {
    used.add(id);
    if (used.size < size) continue;
    round += 1;
    used = new Set();
  }
  return { round, used };
}

/** Mixes prompts so that each theme's are evenly apart: the k-th of n stands near k/n of the round. */
function spread(prompts: readonly Pickable[], seed: string): Pickable[] {
  const themes = new Map<string | undefined, Pickable[]>();
  for (const prompt of prompts) themes.set(prompt.theme, [...(themes.get(prompt.theme) ?? []), prompt]);
  const placed = [...themes].flatMap(([theme, group]) => {
    const shift = mix(`${seed}\n${theme ?? ''}\ntheme`) / 2 ** 32;
    const mixed = group
      .map((prompt) => ({ prompt, order: mix(`${seed}\n${prompt.id}`) }))
      .sort((one, other) => one.order - other.order || (one.prompt.id < other.prompt.id ? -1 : 1));
    return mixed.map(({ prompt }, index) => ({ prompt, place: (index + shift) / mixed.length }));
  });
  return placed.sort((one, other) => one.place - other.place || (one.prompt.id < other.prompt.id ? -1 : 1)).map(({ prompt }) => prompt);
}
