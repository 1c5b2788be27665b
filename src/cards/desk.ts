/**
 * What every card is made with: the texts of the reader's language, look-ups, and how a question becomes a button.
 */
import type { Language } from '../content/language.js';
import type { Framework, Library, Role, Theme } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type Doing, isPrivate, type Leading } from './acts.js';
import {
  type CardAction,
  type Element,
  type ExecuteAction,
  executeButton,
  opensDialog,
  type SubmitAction,
  submitButton,
} from './elements.js';
import type { Links } from './links.js';
import { da, type Strings } from './strings/da.js';
import { en } from './strings/en.js';

/** What the bot read differently from what stood there, to be shown. */
export type ReadAs = {
  /** "kontorhcef" read as "kontorchef". */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** A title that no document names ("mellemleder") and the role it was taken for. */
  readonly assumed?: { readonly said: string; readonly role: Role; readonly others: readonly PlainQuestion[] };
  /** What was read of a long message; empty where that was its beginning. */
  readonly part?: string;
  /** What was asked besides, and how it was put. */
  readonly also?: readonly { readonly question: PlainQuestion; readonly said: string }[];
  /** Set where a second reader chose the reading; `here` is how it was read without one, where that differs. */
  readonly second?: { readonly here: readonly PlainQuestion[] };
  /** True where somebody else than the writer is not well: what concerns one person belongs with HR. */
  readonly aboutOthers?: true;
  /** True where the writer themself may not be well: they are told where help is, beside the answer. */
  readonly mayBeUnwell?: true;
};

/** Where a card is shown: as a message of the chat, which stays in it, or in a dialog, of which nothing stays. */
export type Surface = 'chat' | 'dialog';

/** Who looks at the card, and what was read differently from what stood in the question. */
export type View = {
  readonly language: Language;
  readonly reading?: ReadAs | undefined;
  /** True in group chats and channels. */
  readonly group: boolean;
  /** True where a note can be kept: in the personal chat of somebody whom the channel names. */
  readonly notes?: boolean | undefined;
  /** True for a card that somebody puts into a message of their own: nothing on it asks the bot. */
  readonly inserted?: boolean | undefined;
  /** True where the answer was found without what is remembered of the reader. */
  readonly forgetful?: boolean | undefined;
  /** Where the answer says that something went wrong: what the log calls the turn, for whoever reports it. */
  readonly turn?: string | undefined;
  /** Where the two are told apart, because what a person wrote is read in dialogs only; elsewhere every card is of the chat. */
  readonly surface?: Surface | undefined;
  /** True where the municipality's language model may be asked what a message means. */
  readonly reader?: true | undefined;
  /** Where the reader may write to whoever stands behind the documents; nobody is offered that elsewhere. */
  readonly letters?: LettersView | undefined;
  /** What the person who inserts it wrote to go with it. */
  readonly line?: string | undefined;
};

/**
 * `to`: who takes what is written about a document that names nobody, and with `isRead` about every document, since letters are read
 * by somebody of the municipality's own. `said`: what the reader asked, for them to begin with.
 */
export type LettersView = { readonly to?: string | undefined; readonly isRead?: boolean | undefined; readonly said?: string | undefined };

/** Where a reader reads what they wrote for themselves. */
export function notesIn({ surface }: View): Surface {
  return surface ? 'dialog' : 'chat';
}

/** Where the reader is: what the card at hand already says need not stand on its buttons. */
export type Here = {
  readonly framework?: Framework | undefined;
  readonly role?: Role | undefined;
  readonly theme?: Theme | undefined;
  /** The page of a card that has several. */
  readonly page?: number | undefined;
};

/** What the words of a question are chosen with. */
export type Voice = { readonly library: Library; readonly language: Language; readonly t: Strings };

/** The words of questions: on the button that asks one, seen from where the reader is, and as a person would type it. */
export type Words = {
  title(question: PlainQuestion, here: Here, voice: Voice): string;
  phrase(question: PlainQuestion, voice: Voice): string;
};

/** The top of a card: its title, and the parts of the line under it that places it. */
export type Head = {
  readonly title: string;
  readonly under?: readonly (string | undefined | false)[];
  /** True where the title holds words that a person wrote: they are never read as Markdown. */
  readonly said?: boolean;
};

/** A card before it is framed. `summary` is the notification's text. */
export type Draft = {
  readonly summary: string;
  /** A short confirmation without a choice: the summary is all of it. */
  readonly brief?: true;
  /** What is said of a press that changed nothing: the card that was pressed stays as it is. The summary is all of it. */
  readonly stays?: true;
  /** Without one the body is all there is. */
  readonly head?: Head;
  readonly body: readonly Element[];
  readonly actions: readonly CardAction[];
  /** True where its buttons are the answers to one question: none of them stands behind "…". */
  readonly equal?: boolean;
  /** What each viewer's client asks by itself, to show them a view of their own; at most 60 ids. */
  readonly refresh?: { readonly action: ExecuteAction; readonly userIds: readonly string[] };
};

/** How much of a card stands open. A card is tried from the widest on, until it is one screen of a phone. */
export type Room = {
  /** So many statements of a list stand open. */
  readonly open: number;
  /** More parts than this are one row, which unfolds to a row for each. */
  readonly rows: number;
  /** Whether that one row names the parts. */
  readonly names: boolean;
  /** What becomes of our question under an answer. */
  readonly prompt: 'open' | 'folded' | 'none';
  /** False where the card would have too many bytes: what is folded then moves to cards of its own, a tap away. */
  readonly folds: boolean;
};

const widest: Room = { open: 2, rows: 2, names: true, prompt: 'open', folds: true };

/** The tries, in this order. */
export const rooms = [
  widest,
  { ...widest, rows: 0 },
  { ...widest, open: 1 },
  { ...widest, open: 1, rows: 0 },
  { ...widest, open: 1, rows: 0, names: false },
  { ...widest, open: 1, rows: 0, prompt: 'folded' },
  { ...widest, open: 0, rows: 0, prompt: 'folded' },
] as const satisfies readonly Room[];

/** The try at a card that has too many bytes. */
export const lightest: Room = { ...widest, open: 1, rows: 0, folds: false };

/** What a card is made with. */
export type Desk = {
  readonly library: Library;
  readonly view: View;
  readonly t: Strings;
  readonly links: Links;
  /** How much may stand open on this try. */
  readonly room: Room;
  /** The words of a button that asks a question. */
  title(question: PlainQuestion, here: Here): string;
  /** A question as a person would type it. */
  phrase(question: PlainQuestion): string;
  /** A button that asks a question; its words depend on where the reader is, or are given. See {@link Desk.press} for private answers. */
  ask(question: PlainQuestion, here: Here | string): SubmitAction;
  /**
   * A button that does something; `alone` leaves what stands in the card's fields behind. In the chat, where dialogs are told apart,
   * one with a private answer opens a dialog.
   */
  press<D extends Doing['do']>(
    what: D,
    act: Extract<Doing, { do: D }>['act'],
    title: string,
    alone?: 'alone',
  ): ExecuteAction | SubmitAction;
  /** The buttons under a card. */
  lead(questions: readonly PlainQuestion[], here: Here): SubmitAction[];
};

/** The texts of each language, for one reader and for several. */
const texts = { da: { one: da, several: forSeveral(da) }, en: { one: en, several: forSeveral(en) } };

function forSeveral(t: Strings): Strings {
  const { button, phrase, ...words } = t.amongOthers;
  return { ...t, ...words, button: { ...t.button, ...button }, phrase: { ...t.phrase, ...phrase } };
}

/** Lays a desk for one reader. */
export function createDesk(library: Library, words: Words, view: View, room: Room = widest, links: Links = {}): Desk {
  const t = texts[view.language][view.group ? 'several' : 'one'];
  const voice = { library, language: view.language, t };
  const title: Desk['title'] = (question, here) => words.title(question, here, voice);
  const opens = (leading: Leading) => view.surface === 'chat' && !view.group && isPrivate(leading);
  const ask = (question: PlainQuestion, here: Here | string): SubmitAction => {
    const label = typeof here === 'string' ? here : title(question, here);
    const button: SubmitAction = { type: 'Action.Submit', title: label, data: { do: 'ask', question, language: view.language } };
    return opens(question) ? opensDialog(button) : button;
  };
  const press: Desk['press'] = (what, act, label, alone) => {
    const doing = { do: what, act } as Doing;
    const make = view.surface === 'dialog' ? submitButton : executeButton;
    const button = make(label, { ...doing, language: view.language }, alone);
    return opens(doing) ? opensDialog(button) : button;
  };
  return {
    library,
    view,
    t,
    links,
    room,
    title,
    phrase: (question) => words.phrase(question, voice),
    ask,
    press,
    lead: (questions, here) => questions.map((question) => ask(question, here)),
  };
}
