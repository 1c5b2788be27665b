/**
 * What can be shared, and what sharing shows, as data.
 */
import { z } from 'zod';
import { COMMON } from '../content/framework.js';
import type { Framework, Library, Role, Statement, Theme } from '../content/library.js';
import { roleOf, themeOf } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../questions/question.js';
import type { Answer } from './answer.js';
import { askPart, askRole } from './next.js';

const id = z.string().min(1).max(80);
const fullId = z.string().min(1).max(200);

/** What a prompt is about, as the value of a choice: `common`, `role:<id>` or `theme:<id>`. */
export function promptAbout({ role, theme }: { readonly role?: string | undefined; readonly theme?: string | undefined }): string {
  return role ? `role:${role}` : theme ? `theme:${theme}` : 'common';
}

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

/** A group chat or channel where somebody has talked to the bot. */
export type Talk = {
  readonly id: string;
  readonly kind: 'groupChat' | 'channel';
  /** What people call it, where Teams says so. */
  readonly name: string | undefined;
  /** When they last talked to the bot there, and the zone in which they read times. */
  readonly at: Date;
  readonly zone: string;
};

/** Why nothing was shared. */
export type ShareRemark = 'choose' | 'long' | 'not-member' | 'failed';

/** One answer of a round; `name` is as Teams has it. */
export type RoundAnswer = { readonly name: string; readonly text: string };

/** A round of answers to a shared prompt: the newest of them, and how many there are. */
export type Round = { readonly open: boolean; readonly count: number; readonly answers: readonly RoundAnswer[] };

/** Why an answer to a round was not taken. */
export type RoundRemark = 'empty' | 'long' | 'closed' | 'failed';

/** How one person sees a shared card: for their own role, or without one. */
export type Viewer = {
  readonly own?: {
    readonly framework: Framework;
    readonly role: Role;
    /** True where their own role is of another framework, and this is the role that is nearest to it. */
    readonly near: boolean;
    readonly inner: Answer;
  };
  /** Whether it is they who shared it. */
  readonly isSharer: boolean;
  /** Their own answer in the round; undefined when they have none. */
  readonly answer?: string;
  readonly remark?: RoundRemark;
};

/** Every kind of answer about sharing. */
export type SharedKind =
  /** One statement by itself. */
  | { kind: 'statement'; framework: Framework; role: Role | undefined; theme: Theme | undefined; statement: Statement; prompt?: Prompt }
  /** A prompt to put into a message of one's own, and what else it could be about; `about` is {@link promptAbout}. */
  | {
      kind: 'prompt-form';
      frameworks: readonly Framework[];
      about: string;
      shown: Extract<Answer, { kind: 'reflect' }>;
      line?: string;
    }
  /** Where to share something; `draft` is what the person wrote to go with it. */
  | { kind: 'share-form'; place: Place; conversations: readonly Talk[]; remark?: ShareRemark; draft?: string }
  | { kind: 'share-done'; to: Talk }
  /** Nothing to share, no longer there, a matter for the sharer, or others read along. */
  | { kind: 'share-away'; why: 'nothing' | 'gone' | 'group' }
  /** What stands in a conversation. `viewers` may be shown a view of their own. */
  | {
      kind: 'shared';
      id: string;
      place: Place;
      inner: Answer;
      /** Who shared it, and their line; undefined when they were forgotten. */
      by: string | undefined;
      line: string | undefined;
      viewers: readonly string[];
      viewer?: Viewer;
      round?: Round;
    };

/** The longest line that goes with what is shared, and the longest answer of a round, in UTF-16 units. */
export const maxLine = 200;
/** See {@link maxLine}. */
export const maxRoundAnswer = 280;
/** The ids of the fields on cards about sharing. */
export const shareFields = {
  conversation: 'conversation',
  line: 'line',
  round: 'round',
  answer: 'answer',
  framework: 'framework',
  about: 'about',
} as const;

/** Finds what a subject names; undefined when any part of it is not in the content, or the parts do not belong together. */
export function findPlace(library: Library, subject: Subject): Place | undefined {
  const framework = library.framework(subject.framework);
  if (!framework) return undefined;
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

function isFound(asked: string | undefined, found: unknown): boolean {
  return asked === undefined || found !== undefined;
}

function isIn(statement: Statement, framework: Framework, role: Role | undefined, theme: Theme | undefined): boolean {
  const isSameRole = role ? statement.role === role.id : statement.role === COMMON;
  return statement.framework === framework.id && isSameRole && (!theme || statement.theme === theme.id);
}

function fits(prompt: Prompt, framework: Framework, statement: Statement | undefined, theme: Theme | undefined): boolean {
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

/** What of an answer can be shared; undefined for answers about a person, lists, comparisons and talk. */
export function subjectOf(answer: Answer): Subject | undefined {
  switch (answer.kind) {
    case 'common':
      return { framework: answer.framework.id };
    case 'expectations':
      return { framework: answer.framework.id, role: answer.role.id };
    case 'part-of-role':
      return { framework: answer.framework.id, role: answer.role.id, theme: answer.theme.id };
    case 'definition':
      if (!answer.theme) return undefined;
      return {
        framework: answer.framework.id,
        theme: answer.theme.id,
        ...(answer.subtheme && { subtheme: answer.subtheme.id }),
      };
    case 'statement':
      return subjectOfStatement(answer.statement);
    case 'reflect':
    case 'nudge':
      return subjectOfPrompt(answer);
    default:
      return undefined;
  }
}

function subjectOfPrompt({ framework, theme, statement, prompt }: Extract<Answer, { kind: 'reflect' | 'nudge' }>): Subject {
  if (statement) return subjectOfStatement(statement, prompt);
  return { framework: framework.id, ...(theme && { theme: theme.id }), prompt: prompt.id };
}

/** The question whose answer shows a place that is no single statement and no prompt. */
export function askPlace({
  framework,
  role,
  theme,
  subtheme,
}: Place): Extract<PlainQuestion, { intent: 'expectations' | 'section' | 'competency' | 'definition' | 'common' }> {
  if (role && theme) return askPart(framework, role, theme);
  if (role) return askRole(framework, role);
  if (theme) return { intent: 'definition', framework: framework.id, theme: theme.id, ...(subtheme && { subtheme: subtheme.id }) };
  return { intent: 'common', framework: framework.id };
}
