/**
 * What can be shared, and what sharing shows, as data.
 */
import type { Framework, Role, Statement, Theme } from '../content/library.js';
import { type Place, type Subject, subjectOfStatement } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Answer } from './answer.js';
import { askPart, askRole } from './next.js';

/** What a prompt is about, as the value of a choice: `common`, `role:<id>` or `theme:<id>`. */
export function promptAbout({ role, theme }: { readonly role?: string | undefined; readonly theme?: string | undefined }): string {
  return role ? `role:${role}` : theme ? `theme:${theme}` : 'common';
}

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
