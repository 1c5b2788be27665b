/**
 * Which prompts a wish for a question to think about is about: those of the statement, topic, theme or role named.
 */
import { COMMON } from '../content/framework.js';
import {
  allStatements,
  type Framework,
  hasCommon,
  newestFrameworks,
  type Role,
  roleOf,
  type Statement,
  statementsOf,
  type Theme,
  themeOf,
} from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import { type Context, findHome, findOwnRole } from './asker.js';
import type { Asking } from './kind.js';
import { promptsOf } from './pick-prompt.js';
import { answerTopic, type TopicAnswer } from './topic.js';

type ReflectQuestion = Asking<'reflect'>;

/** What the question is about, and the prompts for it: nearest first. */
export type Scope = {
  readonly framework?: Framework | undefined;
  readonly role?: Role | undefined;
  readonly theme?: Theme | undefined;
  readonly lists: readonly (readonly Prompt[])[];
};

/** What a topic that nothing is said about is answered with. */
export function answerNothing(context: Context, { text = '', framework }: ReflectQuestion): TopicAnswer {
  return answerTopic(context, { intent: 'topic', text, ...(framework && { framework }) });
}

/** What a question to think about is to be about, with the prompts for it: the nearest first, in the end all there are. */
export function findScope(context: Context, question: ReflectQuestion): Scope | 'nothing-said' {
  const scope = nearestScope(context, question);
  if (scope === 'nothing-said') return scope;
  const { prompts } = context.library;
  const home = scope.framework ? prompts.filter((prompt) => prompt.framework === scope.framework?.id) : [];
  return { ...scope, lists: [...scope.lists, home, prompts] };
}

function nearestScope(context: Context, question: ReflectQuestion): Scope | 'nothing-said' {
  const pinned = context.library.statement(question.statement ?? '');
  if (pinned) return scopeOfStatement(context, pinned);
  // Among others a question that names no role is for all: nobody's own is told there.
  const own = context.asker.group ? undefined : findOwnRole(context);
  const framework = context.library.framework(question.framework ?? '') ?? (question.text ? undefined : findHome(context));
  const role = framework && (roleOf(framework, question.role) ?? (own?.framework === framework ? own.role : undefined));
  const theme = framework && themeOf(framework, question.theme);
  if (!theme && question.text) return scopeOfText(context, question.text, framework, role);
  if (!framework)
    return {
      lists: [
        promptsOf(
          context.library,
          newestFrameworks(context.library).flatMap((each) => each.common.statements),
        ),
      ],
    };
  return { framework, role, theme, lists: theme ? listsOfTheme(context, framework, theme, role) : listsOfRole(context, framework, role) };
}

function scopeOfStatement({ library }: Context, statement: Statement): Scope {
  const framework = library.framework(statement.framework);
  if (!framework) return { lists: [] };
  const near = statementsOf(framework, statement.role, statement.theme);
  const lists = [library.promptsFor(statement.id), promptsOf(library, near), promptsOf(library, statementsOf(framework, statement.role))];
  return { framework, role: roleOf(framework, statement.role), theme: themeOf(framework, statement.theme), lists };
}

function scopeOfText(context: Context, text: string, framework: Framework | undefined, role: Role | undefined): Scope | 'nothing-said' {
  const { library, search } = context;
  const statements = search(text, { framework: framework?.id, role: role?.id }).hits.map((hit) => hit.statement);
  if (statements.length === 0) return 'nothing-said';
  if (!role) return { framework, role, lists: [promptsOf(library, statements.slice(0, 6)), promptsOf(library, statements)] };
  // A question for another role would be no question for this person: what all share, or the whole role, comes before it.
  const own = statements.filter((statement) => statement.role === role.id);
  const shared = statements.filter((statement) => statement.role === COMMON);
  return {
    framework,
    role,
    lists: [promptsOf(library, own), promptsOf(library, shared), ...(framework ? listsOfRole(context, framework, role) : [])],
  };
}

function listsOfTheme({ library }: Context, framework: Framework, theme: Theme, role: Role | undefined): Prompt[][] {
  const all = allStatements(framework).filter((statement) => statement.theme === theme.id);
  const own = role ? promptsOf(library, statementsOf(framework, role.id, theme.id)) : [];
  return [own, [...library.promptsForTheme(framework.id, theme.id)], promptsOf(library, all)];
}

function listsOfRole({ library }: Context, framework: Framework, role: Role | undefined): Prompt[][] {
  const common = promptsOf(library, statementsOf(framework, COMMON));
  if (role) return [promptsOf(library, statementsOf(framework, role.id)), common];
  return hasCommon(framework) ? [common] : [promptsOf(library, allStatements(framework))];
}
