/**
 * From a question to its answer: one function per kind of question.
 */
import type { Intent } from '../content/intents.js';
import { type Library, roleOf, termOf, themeOf } from '../content/library.js';
import type { Search } from '../search/search.js';
import type { Question } from '../understanding/question.js';
import { answerAbout, answerFrameworks } from './about.js';
import type { Answer, Trouble } from './answer.js';
import type { Asker, Context } from './asker.js';
import { answerCommon } from './common.js';
import { answerCompareEditions } from './compare-editions.js';
import { answerCompareFrameworks } from './compare-frameworks.js';
import { answerCompareRoles } from './compare-roles.js';
import { answerTerm, answerTheme } from './definition.js';
import { answerExpectations } from './expectations.js';
import { answerGuide } from './guide.js';
import { answerPartOfRole } from './part-of-role.js';
import { answerReflect } from './reflect.js';
import {
  answerAttachment,
  answerCare,
  answerGone,
  answerHelp,
  answerPrivacy,
  answerRefusal,
  answerSmalltalk,
  answerSorry,
  answerWelcome,
} from './simple.js';
import { answerTopic } from './topic.js';

/** Commands: they change something for a person, so the bot carries them out instead of answering them. */
export type Command = (typeof commands)[number];

const commands = [
  'set-role',
  'profile',
  'reflections',
  'export-data',
  'delete-data',
  'nudge-on',
  'nudge-time',
  'nudge-off',
  'nudge-pause',
  'share',
] as const satisfies readonly Intent[];

/** A question that content alone answers. */
export type AnswerableQuestion = Exclude<Question, { intent: Command }>;

/** What the bot says without being asked. */
export type Occasion = 'welcome' | 'attachment' | Trouble;

/** Answers questions, and says what there is to say on an occasion. Pure but for the asker's `random`. */
export type Answerer = {
  (question: AnswerableQuestion, asker: Asker): Answer;
  on(occasion: Occasion, asker: Asker): Answer;
};

/** True for questions that content alone answers; the rest are commands. */
export function isAnswerable(question: Question): question is AnswerableQuestion {
  return !(commands as readonly Intent[]).includes(question.intent);
}

/** Makes the answerer for loaded content. A question that names what the content no longer has gets a `gone` answer. */
export function createAnswerer({ library, search }: { library: Library; search: Search }): Answerer {
  const answer = (question: AnswerableQuestion, asker: Asker): Answer => {
    const context = { library, search, asker };
    return find(context, question) ?? (question.intent === 'reflect' ? answerRefusal(context, 'unknown') : answerGone(context));
  };
  const on = (occasion: Occasion, asker: Asker): Answer => {
    const context = { library, search, asker };
    return occasion === 'welcome' ? answerWelcome(context) : occasion === 'attachment' ? answerAttachment(context) : answerSorry(occasion);
  };
  return Object.assign(answer, { on });
}

function find(context: Context, question: AnswerableQuestion): Answer | undefined {
  switch (question.intent) {
    case 'expectations':
    case 'section':
    case 'competency':
    case 'definition':
    case 'common':
      return findInFramework(context, question);
    case 'about':
      return question.framework === undefined
        ? answerFrameworks(context)
        : withFramework(context, question.framework, (framework) => answerAbout(context, framework));
    case 'topic':
      return answerTopic(context, question);
    case 'compare-roles':
      return answerCompareRoles(context, question);
    case 'compare-editions':
      return answerCompareEditions(context, question);
    case 'compare-frameworks':
      return answerCompareFrameworks(context, question);
    case 'reflect':
      return answerReflect(context, question);
    case 'guide':
      return answerGuide(context, question);
    case 'ambiguous':
      return { kind: 'choice', about: question.about, subject: question.subject, choices: question.choices, next: [] };
    case 'help':
      return answerHelp(context);
    case 'privacy':
      return answerPrivacy(context);
    case 'smalltalk':
      return answerSmalltalk(context, question.tone);
    case 'out-of-scope':
      return question.reason === 'distress' ? answerCare('message') : answerRefusal(context, question.reason);
  }
}

type FrameworkQuestion = Extract<AnswerableQuestion, { intent: 'expectations' | 'section' | 'competency' | 'definition' | 'common' }>;

function findInFramework(context: Context, question: FrameworkQuestion): Answer | undefined {
  return withFramework(context, question.framework, (framework) => {
    if (question.intent === 'common') return answerCommon(context, framework, question.theme);
    if (question.intent === 'definition') return findDefinition(context, framework, question);
    const role = roleOf(framework, question.role);
    if (!role) return undefined;
    if (question.intent === 'expectations') return answerExpectations(context, framework, role);
    if (question.statement) return answerReflect(context, { intent: 'reflect', statement: question.statement });
    const theme = themeOf(framework, question.theme);
    return theme && answerPartOfRole(context, framework, role, theme, question.subtheme);
  });
}

function findDefinition(
  context: Context,
  framework: Parameters<typeof answerTheme>[1],
  question: Extract<AnswerableQuestion, { intent: 'definition' }>,
): Answer | undefined {
  const term = termOf(framework, question.term);
  if (term) return answerTerm(framework, term);
  const theme = themeOf(framework, question.theme);
  return (
    theme &&
    answerTheme(
      context,
      framework,
      theme,
      theme.subthemes.find(({ id }) => id === question.subtheme),
    )
  );
}

function withFramework(
  context: Context,
  id: string,
  answer: (framework: Parameters<typeof answerTheme>[1]) => Answer | undefined,
): Answer | undefined {
  const framework = context.library.framework(id);
  return framework && answer(framework);
}
