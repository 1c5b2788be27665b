import { COMMON } from '../content/framework.js';
import {
  allStatements,
  type Framework,
  newestFrameworks,
  type Role,
  roleOf,
  type Statement,
  statementsOf,
  type Theme,
  themeOf,
} from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { AnswerOf } from './answer.js';
import { type Context, findHome, findOwnRole } from './asker.js';
import { askCommon, askGuide, askPart, askRole, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';
import { answerTopic } from './topic.js';

type ReflectQuestion = Extract<PlainQuestion, { intent: 'reflect' }>;

/** What the question is about, and the prompts for it: nearest first. */
type Scope = {
  readonly framework?: Framework | undefined;
  readonly role?: Role | undefined;
  readonly theme?: Theme | undefined;
  readonly lists: readonly (readonly Prompt[])[];
};

/**
 * A reflection prompt for the statement, topic, theme or role asked about, never the one in `not`. A topic that
 * nothing is said about gets an empty `topic` answer; undefined where no prompt is loaded at all.
 */
export function answerReflect(context: Context, question: ReflectQuestion): AnswerOf<'reflect'> | AnswerOf<'topic'> | undefined {
  const scope = findScope(context, question);
  if (scope === 'nothing-said')
    return answerTopic(context, {
      intent: 'topic',
      text: question.text ?? '',
      ...(question.framework && { framework: question.framework }),
    });
  const everything = [
    scope.framework ? context.library.prompts.filter((prompt) => prompt.framework === scope.framework?.id) : [],
    context.library.prompts,
  ];
  const prompt = pickPrompt([...scope.lists, ...everything], context.asker, question.not);
  const shown = prompt && place(context, prompt, scope);
  if (!prompt || !shown) return undefined;
  const { framework, role, theme } = shown;
  const next = leadOn(
    role && theme && askPart(framework, role, theme),
    role && askRole(framework, role),
    !role && askCommon(framework),
    role && askGuide(framework, role),
    !role && theme && { intent: 'definition', framework: framework.id, theme: theme.id },
  );
  return { kind: 'reflect', ...shown, prompt, another: askAnother(question, scope, prompt), next };
}

function findScope(context: Context, question: ReflectQuestion): Scope | 'nothing-said' {
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
  const statements = search(text, { framework: framework?.id, role: role?.id }).map((hit) => hit.statement);
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
  return role ? [promptsOf(library, statementsOf(framework, role.id)), common] : [common];
}

/** The statement (or theme) that a prompt was written for, in the framework and role asked about where it serves several. */
function place(
  { library }: Context,
  prompt: Prompt,
  scope: Scope,
): Pick<AnswerOf<'reflect'>, 'framework' | 'role' | 'theme' | 'statement'> | undefined {
  const fits = (statement: Statement) =>
    (statement.framework === scope.framework?.id ? 1 : 0) + (scope.role && statement.role === scope.role.id ? 1 : 0);
  const [statement] = prompt.statements.flatMap((id) => library.statement(id) ?? []).sort((a, b) => fits(b) - fits(a));
  const framework = library.framework(statement?.framework ?? prompt.framework);
  if (!framework) return undefined;
  return { framework, role: roleOf(framework, statement?.role), theme: themeOf(framework, statement?.theme ?? prompt.theme), statement };
}

function askAnother({ text, statement }: ReflectQuestion, { framework, role, theme }: Scope, prompt: Prompt): PlainQuestion {
  return {
    intent: 'reflect',
    ...(framework && { framework: framework.id }),
    ...(role && { role: role.id }),
    ...(theme && { theme: theme.id }),
    ...(text && !statement && { text }),
    not: prompt.id,
  };
}
