/**
 * What one kind of answer is: how a question finds it, its card, and all else that is to be known of it, in one object.
 *
 * A kind stands in one file and is named in `kinds.ts`; everything that asks something of an answer looks it up there.
 */
import type { Leading } from '../cards/acts.js';
import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import type { Section } from '../cards/sections.js';
import type { Framework, Library, Statement, Theme } from '../content/library.js';
import type { PlainQuestion, Question } from '../understanding/question.js';
import type { Shareable } from '../understanding/shareable.js';
import type { Context } from './asker.js';

/** What the bot will show, as data: what an answer of a kind holds, and where it leads on; the questions of its buttons, best first. */
export type Answered<N extends string, Holds = unknown> = Holds & { readonly kind: N; readonly next: readonly PlainQuestion[] };

type With<Q, I> = Q extends { readonly intent: infer J } ? (Extract<J, I> extends never ? never : Q) : never;

/** A question of an intent. */
export type Asking<I extends Question['intent']> = With<Question, I>;

/** What is to be known of the questions of an intent; `Found` are the answers they find. */
export type Asked<I extends Question['intent'], Found> = {
  /** The answer that content alone gives; undefined where the question names what the content does not have. Commands have none. */
  find?(context: Context, question: Asking<I>): Found | undefined;
  /** What a button that asks it says, as briefly as the reader's place allows. Without it the button leads to help. */
  title?(question: Asking<I>, here: Here, voice: Voice): string;
  /** The question as a person would type it, where it serves as an example. */
  phrase?(question: Asking<I>, voice: Voice): string;
  /** What a command asks for, in comparable words: times, days, a pause, the choices offered. */
  slots?(question: Asking<I>): Readonly<Record<string, unknown>>;
};

/** What an answer is about; roles by their adopted labels. */
export type Facts = {
  readonly frameworks: readonly Framework[];
  readonly roles: readonly string[];
  readonly theme?: Theme | undefined;
  readonly statements: readonly Statement[];
};

/**
 * What stands in the chat for an answer that is read in a dialog: a title, a line that quotes nobody, and the words of the button
 * that opens it, with what that does or asks.
 */
export type Door = { readonly title: string; readonly text?: string; readonly label: string; readonly open: Leading };

/** One kind of answer. `Found` are the answers that its questions find, where they are not of this kind alone. */
export type Kind<A extends Answered<string>, Found extends Answered<string> = A> = {
  /** What its answers are called. */
  readonly name: A['kind'];
  /** The questions that lead to it. */
  readonly asked?: { readonly [I in Question['intent']]?: Asked<I, Found> };
  /** How many screens of a phone its card may be high: two for comparisons, forms, and what is kept of a person. One if absent. */
  screens?(answer: A): 1 | 2;
  /**
   * True where an answer holds nothing but the content and our own words: its card is the same for everybody, and is kept. Never for
   * what a person wrote or chose. False if absent.
   */
  fixed?(answer: A): boolean;
  /**
   * True where an answer says that something went wrong here: it then says what the log calls the turn, which counts as failed. False
   * if absent.
   */
  failed?(answer: A): boolean;
  /** The card that shows it; cards decide nothing but looks. */
  card(answer: A, desk: Desk): Draft;
  /**
   * Of kinds that hold words a person wrote: what the chat shows of an answer, where such words are read in dialogs only. Undefined
   * for an answer without any.
   */
  door?(answer: A, desk: Desk): Door | undefined;
  /**
   * What is wrong with what the person just wrote, where nothing of it was kept: the chat gets only these words then, and the card
   * with the field stays as it is. Undefined when nothing is wrong.
   */
  fault?(answer: A, desk: Desk): string | undefined;
  /** What of it can be shared: a place, or the question that leads to the same again. Answers about a person and talk have nothing. */
  subject?(answer: A): Shareable | undefined;
  /** What it is about. Without it that is what its question names. */
  facts?(answer: A, asked: { readonly library: Library; readonly question: Question }): Facts;
  /** Its part of the page of a place. */
  sections?(answer: A, voice: Voice): readonly Section[];
  /** What the gallery shows of it: real content, and people made up. */
  exhibits(context: Context): readonly A[];
};
