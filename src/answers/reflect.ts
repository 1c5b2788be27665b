import type { Desk, Draft, Voice } from '../cards/desk.js';
import { type Element, plainText } from '../cards/elements.js';
import { foldUnderHeading } from '../cards/fold.js';
import { promptBox, sourceNote } from '../cards/frame.js';
import { placeLine, roleName, whoseName } from '../cards/names.js';
import { agreementButtons, faultOf, type NoteRemark, noteField, saveButtons } from '../cards/note-field.js';
import { adopted, statementItems, subthemeLabel } from '../cards/statements.js';
import {
  type Framework,
  findRoleRef,
  newestFrameworks,
  type Role,
  roleOf,
  type Statement,
  type Theme,
  themeOf,
} from '../content/library.js';
import { type Subject, subjectOfStatement } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Context } from './asker.js';
import { longestRole, someThought } from './exhibit.js';
import type { Answered, Asking, Door, Kind } from './kind.js';
import { askCommon, askGuide, askPart, askReflect, askRole, leadOn } from './next.js';
import { pickPrompt } from './pick-prompt.js';
import { answerNothing, findScope, type Scope } from './prompt-scope.js';
import { answerPrompts, type PromptsAnswer } from './prompts.js';
import { answerRefusal, type RefusalAnswer } from './refusal.js';
import type { TopicAnswer } from './topic.js';

/** What a prompt was written for: a statement or a theme, for a role or for all. */
export type PromptPlace = {
  readonly framework: Framework;
  readonly role: Role | undefined;
  readonly theme: Theme | undefined;
  readonly statement: Statement | undefined;
};

/** A reflection question with what it was written for. */
export type ReflectAnswer = Answered<
  'reflect',
  PromptPlace & {
    readonly prompt: Prompt;
    readonly another: PlainQuestion;
    /** What the person wrote but did not keep, put back into the text field. */
    readonly draft?: string;
    /** Why it was not kept, or that it was taken back. */
    readonly remark?: NoteRemark;
  }
>;

type ReflectQuestion = Asking<'reflect'>;
type Found = ReflectAnswer | PromptsAnswer | TopicAnswer | RefusalAnswer;

/** The kind of {@link ReflectAnswer}. */
export const reflectKind: Kind<ReflectAnswer, Found> = {
  name: 'reflect',
  fixed: ({ draft, remark }) => draft === undefined && remark === undefined,
  asked: {
    reflect: {
      find: (context, question): Found =>
        (question.count ? answerPrompts(context, question) : answerReflect(context, question)) ?? answerRefusal(context, 'unknown'),
      title: ({ not }, _, { t }) => (not ? t.button.reflectAnother : t.button.reflect),
      phrase,
    },
  },
  card: reflectCard,
  door: reflectDoor,
  fault: ({ remark }, desk) => faultOf(remark, desk),
  subject: subjectOfPrompt,
  facts: ({ framework, role, theme, statement }) => ({
    frameworks: [framework],
    roles: [whoseName(framework, role)],
    theme: framework.themeKind === 'theme' ? theme : undefined,
    statements: statement ? [statement] : [],
  }),
  sections: ({ statement }, { t }) => (statement ? [{ title: t.reflectStatementTitle, quotes: [statement.text] }] : []),
  exhibits: (context) => {
    const answers = newestFrameworks(context.library).flatMap((framework) => {
      const answer = answerReflect(context, askReflect(framework, longestRole(framework)));
      return answer?.kind === 'reflect' ? [answer] : [];
    });
    return [...answers, ...answers.slice(0, 1).map((answer): ReflectAnswer => ({ ...answer, draft: someThought, remark: 'undone' }))];
  },
};

/** A prompt as something to share, with the statement or the theme it stands by. */
export function subjectOfPrompt({ framework, theme, statement, prompt }: PromptPlace & { readonly prompt: Prompt }): Subject {
  if (statement) return subjectOfStatement(statement, prompt);
  return { framework: framework.id, ...(theme && { theme: theme.id }), prompt: prompt.id };
}

/**
 * A reflection prompt for the statement, topic, theme or role asked about, never the one in `not`. A topic that
 * nothing is said about gets an empty `topic` answer; undefined where no prompt is loaded at all.
 */
export function answerReflect(context: Context, question: ReflectQuestion): ReflectAnswer | TopicAnswer | undefined {
  const scope = findScope(context, question);
  if (scope === 'nothing-said') return answerNothing(context, question);
  const prompt = pickPrompt(scope.lists, context.asker, question.not);
  const shown = prompt && placeOf(context, prompt, scope);
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

/** The statement (or theme) that a prompt was written for, in the framework and role asked about where it serves several. */
function placeOf({ library }: Context, prompt: Prompt, scope: Scope): PromptPlace | undefined {
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

/** A reflection question, with a field for a private note where one can be kept. */
function reflectCard(answer: ReflectAnswer, desk: Desk): Draft {
  const { framework, role, statement, prompt, another, draft, remark, next } = answer;
  const { t, view } = desk;
  const whom = role && (view.inserted || view.group) ? role.label : role ? t.reflectFor(roleName(role, view.language)) : t.reflectForAll;
  return {
    summary: t.reflectSummary,
    head: { title: view.inserted || view.group ? t.reflectTeamTitle : t.reflectTitle, under: [whom, framework.name] },
    body: promptBody(answer, noteField(desk, draft, remark), desk),
    // The part and the whole role lead on where something can be kept as well; with "Del kortet" that is all that a card has room for.
    actions: [
      ...saveButtons(desk, prompt.id, statement?.id),
      ...agreementButtons(desk, prompt.id, statement?.id),
      desk.ask(another, t.another),
      ...desk.lead(next.slice(0, view.notes ? 2 : next.length), { framework, role }),
    ],
  };
}

/** With a person's own words in its field it is read in a dialog; there is none to open for words that are kept nowhere, so it asks anew. */
function reflectDoor({ framework, prompt, draft }: ReflectAnswer, { t }: Desk): Door | undefined {
  if (draft === undefined) return undefined;
  return { title: t.reflectTitle, label: t.button.reflect, open: askReflect(framework, undefined, undefined, prompt.id) };
}

/** The question first, room for a note, and folded what the question was written for and where that stands. */
export function promptBody(answer: PromptPlace & { readonly prompt: Prompt }, note: readonly Element[], desk: Desk): Element[] {
  const { framework, role, theme, statement, prompt } = answer;
  const wording = statement ?? theme?.definition;
  return [
    ...promptBox(prompt, desk, 'first'),
    ...note,
    ...behind(answer, desk),
    ...sourceNote(framework, placeLine({ framework, role, theme }), wording ? [wording] : [], desk),
  ];
}

/** What the question was written for: a statement, or a theme's definition. */
function behind({ framework, statement, theme }: PromptPlace, desk: Desk): Element[] {
  const { t } = desk;
  const words = statement
    ? statementItems(statement, desk, subthemeLabel(framework))
    : theme?.definition
      ? [plainText(theme.definition.text)]
      : [];
  if (words.length === 0) return [];
  const label = theme?.label.text ?? t.reflectStatementTitle;
  return foldUnderHeading({ id: 'behind', label, show: t.showBehind, spacing: 'Medium' }, [adopted(words)], t);
}

function phrase(question: ReflectQuestion, { library, language, t }: Voice): string {
  const found = findRoleRef(library, question.framework, question.role);
  return found ? t.phrase.reflect(roleName(found.role, language)) : t.phrase.reflectAny;
}
