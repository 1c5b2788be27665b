/**
 * What every card is made with: the texts of the reader's language, look-ups, and how a question becomes a button.
 */
import type { Reading } from '../answers/answer.js';
import type { Language } from '../content/language.js';
import type { Library } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import { buttonTitle, type Here } from './buttons.js';
import { type CardAction, type Doing, type Element, type ExecuteAction, executeButton, type SubmitAction } from './elements.js';
import type { Links } from './links.js';
import { da, type Strings } from './strings/da.js';
import { en } from './strings/en.js';

/** Who looks at the card, and what was read differently from what stood in the question. */
export type View = {
  readonly language: Language;
  readonly reading?: Reading | undefined;
  /** True in group chats and channels. */
  readonly group: boolean;
  /** True where a note can be kept: in the personal chat of somebody whom the channel names. */
  readonly notes?: boolean | undefined;
  /** True for a card that somebody puts into a message of their own: nothing on it asks the bot. */
  readonly inserted?: boolean | undefined;
  /** True where the answer was found without what is remembered of the reader. */
  readonly forgetful?: boolean | undefined;
  /** What the person who inserts it wrote to go with it. */
  readonly line?: string | undefined;
};

/** A card before it is framed. `summary` is the notification's text. */
export type Draft = {
  readonly summary: string;
  readonly body: readonly Element[];
  readonly actions: readonly CardAction[];
  /** What each viewer's client asks by itself, to show them a view of their own; at most 60 ids. */
  readonly refresh?: { readonly action: ExecuteAction; readonly userIds: readonly string[] };
};

/** What a card is made with. */
export type Desk = {
  readonly library: Library;
  readonly view: View;
  readonly t: Strings;
  readonly links: Links;
  /** False for the second try at a card that was too big: what is folded then moves to cards of its own, a tap away. */
  readonly roomy: boolean;
  /** A button that asks a question; its words depend on where the reader is, or are given. */
  ask(question: PlainQuestion, here: Here | string): SubmitAction;
  /** A button that does something; `alone` leaves what stands in the card's fields behind. */
  press<D extends Doing['do']>(what: D, act: Extract<Doing, { do: D }>['act'], title: string, alone?: 'alone'): ExecuteAction;
  /** The buttons under a card. */
  lead(questions: readonly PlainQuestion[], here: Here): SubmitAction[];
};

/** Lays a desk for one reader. */
export function createDesk(library: Library, view: View, roomy = true, links: Links = {}): Desk {
  const t = view.language === 'en' ? en : da;
  const ask = (question: PlainQuestion, here: Here | string): SubmitAction => ({
    type: 'Action.Submit',
    title: typeof here === 'string' ? here : buttonTitle(question, here, library, t),
    data: { do: 'ask', question, language: view.language },
  });
  const press: Desk['press'] = (what, act, title, alone) =>
    executeButton(title, { do: what, act, language: view.language } as Doing & { readonly language: Language }, alone);
  return {
    library,
    view,
    t,
    links,
    roomy,
    ask,
    press,
    lead: (questions, here) => questions.map((question) => ask(question, here)),
  };
}
