/**
 * What every card is made with: the texts of the reader's language, look-ups, and how a question becomes a button.
 */
import type { Reading } from '../answers/answer.js';
import type { Language } from '../answers/asker.js';
import type { Library } from '../content/library.js';
import type { PlainQuestion } from '../questions/question.js';
import { buttonTitle, type Here } from './buttons.js';
import type { Element, SubmitAction } from './elements.js';
import { da, type Strings } from './strings/da.js';
import { en } from './strings/en.js';

/** Who looks at the card, and what was read differently from what stood in the question. */
export type View = {
  readonly language: Language;
  readonly reading?: Reading | undefined;
  /** True in group chats and channels. */
  readonly group: boolean;
};

/** A card before it is framed. `summary` is the notification's text. */
export type Draft = { readonly summary: string; readonly body: readonly Element[]; readonly actions: readonly SubmitAction[] };

/** What a card is made with. */
export type Desk = {
  readonly library: Library;
  readonly view: View;
  readonly t: Strings;
  /** False for the second try at a card that was too big: what is folded then moves to cards of its own, a tap away. */
  readonly roomy: boolean;
  /** A button that asks a question; its words depend on where the reader is, or are given. */
  ask(question: PlainQuestion, here: Here | string): SubmitAction;
  /** The buttons under a card. */
  lead(questions: readonly PlainQuestion[], here: Here): SubmitAction[];
};

/** Lays a desk for one reader. */
export function createDesk(library: Library, view: View, roomy = true): Desk {
  const t = view.language === 'en' ? en : da;
  const ask = (question: PlainQuestion, here: Here | string): SubmitAction => ({
    type: 'Action.Submit',
    title: typeof here === 'string' ? here : buttonTitle(question, here, library, t),
    data: { do: 'ask', question, language: view.language },
  });
  return { library, view, t, roomy, ask, lead: (questions, here) => questions.map((question) => ask(question, here)) };
}
