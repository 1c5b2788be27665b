/** Which question a nudge asks: from the content's prompts for a role or a team, in an order of each recipient's own. */
import { COMMON } from '../../content/framework.js';
import {
  allStatements,
  type Framework,
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
import { pickByTurn } from './pick.js';
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
  const own = library.framework(profile.framework ?? '');
  const role = own && roleOf(own, profile.role);
  const mine = own && role ? choicesFor(library, own, statementsOf(own, role.id)) : [];
  return pick(mine.length > 0 ? mine : commonChoices(library, own), reader);
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
  return frameworks.flatMap((each) => choicesFor(library, each, statementsOf(each, COMMON)));
}

function choicesAbout(library: Library, framework: Framework, theme: Theme): Choice[] {
  const whole = library
    .promptsForTheme(framework.id, theme.id)
    .map((prompt) => ({ framework, role: undefined, theme, statement: undefined, prompt }));
  const parts = allStatements(framework).filter((statement) => statement.theme === theme.id);
  return [...whole, ...choicesFor(library, framework, parts)];
}

function choicesFor(library: Library, framework: Framework, statements: readonly Statement[]): Choice[] {
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
function pick(choices: readonly Choice[], { seen, seed }: Reader): Choice | undefined {
  const byId = new Map([...choices].reverse().map((choice) => [choice.prompt.id, choice]));
  const prompts = [...byId.values()].map(({ prompt, theme }) => ({ id: prompt.id, ...(theme && { theme: theme.id }) }));
  return byId.get(pickByTurn({ prompts, seen: [...seen].reverse(), seed }) ?? '');
}
