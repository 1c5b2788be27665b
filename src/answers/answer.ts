/**
 * What the bot will show, as data: the step between a question and its card.
 *
 * Answers point at content objects; cards render them and decide nothing but looks.
 */
import type { Framework, Role, Statement, Term, Theme } from '../content/library.js';
import type { Part } from '../content/parts.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion, Refusal, Tone } from '../understanding/question.js';
import type { NoteRemark, PersonalKind, Suggestion } from './personal.js';
import type { PlanKind } from './plan.js';
import type { SharedKind } from './sharing.js';

/** What the bot read differently from what stood there, to be shown. */
export type Reading = {
  /** "kontorhcef" read as "kontorchef". */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** A title that no document names ("mellemleder") and the role it was taken for. */
  readonly assumed?: { readonly said: string; readonly role: Role; readonly others: readonly PlainQuestion[] };
  /** True where somebody else than the writer is not well: what concerns one person belongs with HR. */
  readonly aboutOthers?: true;
  /** True where the writer themself may not be well: they are told where help is, beside the answer. */
  readonly mayBeUnwell?: true;
};

/** One side of a comparison. */
export type Side = { readonly framework: Framework; readonly role: Role | undefined; readonly parts: readonly Part[] };

/** Words of a reworded statement: kept, taken out, or put in. */
export type Change = { readonly kind: 'same' | 'out' | 'in'; readonly text: string };

/** What became of statements between two editions. */
export type EditionChange =
  | { readonly kind: 'new' | 'gone' | 'unchanged'; readonly statement: Statement }
  | { readonly kind: 'reworded'; readonly statement: Statement; readonly before: Statement; readonly changes: readonly Change[] };

type InFramework = { readonly framework: Framework };
type OfRole = InFramework & { readonly role: Role };

/**
 * Why there is no proper answer: something broke, there were too many messages, one was too long, what is remembered of
 * people is out of reach, or a card is of an older edition.
 */
export type Trouble = 'broken' | 'busy' | 'long' | 'memory' | 'outdated';

/** An answer and where it leads on: the questions of its buttons, best first; cards choose their words. */
export type Answer = Kind & { readonly next: readonly PlainQuestion[] };

/** The answer of one kind. */
export type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

/** Every kind of answer. */
type Kind =
  | PersonalKind
  | SharedKind
  | PlanKind
  /** What is expected of a role: a part per theme. `common` is how many statements all share. */
  | (OfRole & { kind: 'expectations'; parts: readonly Part[]; prompt?: Prompt; older?: Framework; newer?: Framework })
  /** One theme of a role; a part per subtheme where there are any. */
  | (OfRole & { kind: 'part-of-role'; theme: Theme; parts: readonly Part[]; prompt?: Prompt; older?: Framework; newer?: Framework })
  /** A theme or subtheme explained, and whom it addresses. */
  | (InFramework & {
      kind: 'definition';
      theme?: Theme;
      subtheme?: Theme['subthemes'][number];
      term?: Term;
      roles: readonly Role[];
      prompt?: Prompt;
    })
  /** What all leaders share. */
  | (InFramework & { kind: 'common'; parts: readonly Part[]; prompt?: Prompt; older?: Framework; newer?: Framework })
  | (InFramework & { kind: 'about'; others: readonly Framework[] })
  /** Several frameworks, for "which are there". */
  | { kind: 'frameworks'; frameworks: readonly Framework[] }
  /** Statements about a topic, best first; `groups` one per framework, the person's own first. */
  | {
      kind: 'topic';
      topic: string;
      groups: readonly {
        framework: Framework;
        hits: readonly { statement: Statement; role: Role | undefined; theme: Theme | undefined }[];
      }[];
      prompt?: Prompt;
    }
  /** A reflection question with the statement (or theme) it was written for. */
  | {
      kind: 'reflect';
      framework: Framework;
      role: Role | undefined;
      theme: Theme | undefined;
      statement: Statement | undefined;
      prompt: Prompt;
      another: PlainQuestion;
      /** What the person wrote but did not keep, put back into the text field. */
      draft?: string;
      /** Why it was not kept, or that it was taken back. */
      remark?: NoteRemark;
    }
  /** `shared` are the first side's statements that stand word for word in every side. */
  | { kind: 'compare-roles'; theme: Theme | undefined; sides: readonly Side[]; shared: readonly Statement[] }
  | {
      kind: 'compare-frameworks';
      theme: string | undefined;
      sides: readonly Side[];
      definitions: readonly { framework: Framework; theme: Theme }[];
    }
  | {
      kind: 'compare-editions';
      older: Framework;
      newer: Framework;
      role: Role | undefined;
      changes: readonly EditionChange[];
      counts: Record<EditionChange['kind'], number>;
      page: number;
      pages: number;
    }
  /** A conversation guide for a role: statements across themes, a prompt each. */
  | (OfRole & {
      kind: 'guide';
      occasion: 'review' | 'onboarding' | 'team' | 'sparring';
      items: readonly { statement: Statement; theme: Theme | undefined; prompt: Prompt | undefined }[];
    })
  /** Several readings: choose one. `none` is always offered. */
  | { kind: 'choice'; about: 'framework' | 'role' | 'reading'; subject: string; choices: readonly PlainQuestion[] }
  | { kind: 'help'; mention: boolean; examples: readonly PlainQuestion[]; contacts: readonly string[] }
  | { kind: 'smalltalk'; tone: Tone; examples: readonly PlainQuestion[] }
  /** An honest no; `again` is true when the question before was not understood either. */
  | {
      kind: 'refusal';
      reason: Exclude<Refusal, 'distress'>;
      again: boolean;
      examples: readonly PlainQuestion[];
      contacts: readonly string[];
    }
  /** To somebody who is not well: nothing but where there are people. `rests` when today's question is left out. */
  | { kind: 'care'; written: 'message' | 'note' | 'round'; rests: boolean }
  | { kind: 'privacy' }
  /** `suggestion` is a role to say yes to. */
  | { kind: 'welcome'; examples: readonly PlainQuestion[]; suggestion?: Suggestion }
  | { kind: 'attachment'; examples: readonly PlainQuestion[] }
  /** A button of an old card names something that is no longer in the content. */
  | { kind: 'gone'; examples: readonly PlainQuestion[] }
  | { kind: 'sorry'; why: Trouble };
