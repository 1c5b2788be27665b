/**
 * From an answer to the message that shows it.
 */
import { createDesk, type Desk, type Draft, type Head, lightest, type Room, rooms, type Surface, type Words } from '../cards/desk.js';
import { type CardAction, type Element, plainText, type SubmitAction } from '../cards/elements.js';
import {
  alsoActions,
  assumedActions,
  careNote,
  forgetfulNote,
  hereActions,
  mentionOf,
  readingNotes,
  topOf,
  underOf,
  words as wordsOf,
} from '../cards/frame.js';
import type { Links } from '../cards/links.js';
import { type CardJson, longestDialogTitle, type Message } from '../cards/message.js';
import { heightOf, phone, spare } from '../cards/phone.js';
import type { Library } from '../content/library.js';
import { doorCard } from './door.js';
import { createDrawn, type Draw } from './drawn.js';
import { type Answer, askedOf, kindOf } from './kinds.js';
import { freeze, sharingOf } from './sharing.js';

/** Teams shows at most this many buttons of a card. */
const MOST_ACTIONS = 6;

/** Bytes of JSON that a card may have to work in every client. */
const MOST_BYTES = 28_000;

/** The words that the kind of a question has for it. */
const words: Words = {
  title: (question, here, voice) => askedOf(question)?.title?.(question, here, voice) ?? voice.t.button.help,
  phrase: (question, voice) => askedOf(question)?.phrase?.(question, voice) ?? voice.t.phrase.other,
};

/** Makes messages of answers; what they show of the content is made once, and frozen. */
export type Cards = Draw;

/**
 * Makes the card maker for loaded content. Where notes are read in dialogs, every card whose view does not say otherwise is one of
 * the chat: nobody who shows something can forget it. Where a language model may be asked, `reader`, every card can say so.
 */
export function createCards(library: Library, links: Links = {}, notesIn: Surface = 'chat', reader = false): Cards {
  const draw = createDrawn(library, (answer, view) => {
    const at = (room: Room) => compose(answer, createDesk(library, words, view, room, links));
    const message = toMessage(fitting(at, phone.height * (kindOf(answer).screens?.(answer) ?? 1)));
    return Buffer.byteLength(JSON.stringify(message.card)) <= MOST_BYTES ? message : toMessage(at(lightest));
  });
  if (notesIn === 'chat' && !reader) return draw;
  return (answer, view) =>
    draw(answer, {
      ...view,
      ...(notesIn === 'dialog' && { surface: view.surface ?? 'chat' }),
      ...(reader && { reader: true as const }),
    });
}

/** The first try that is no higher than it may be, else the lowest there is. */
function fitting(at: (room: Room) => Composed, most: number): Composed {
  const [widest, ...others] = rooms;
  let card = at(widest);
  for (const room of others) {
    if (heightOf(card.body, card.actions) + spare <= most) return card;
    card = at(room);
  }
  return card;
}

/** A card with all that stands around its draft, and what stands over it in a dialog. */
type Composed = Omit<Draft, 'head'> & Pick<Message, 'dialogTitle'>;

function compose(answer: Answer, desk: Desk): Composed {
  const { view } = desk;
  const { reading } = view;
  const behind = behindDoor(answer, desk);
  const drawn = behind ?? kindOf(answer).card(answer, desk);
  const { head, body, actions, equal, ...rest } = view.inserted ? freeze(answer, drawn, desk) : drawn;
  const sharing = behind ? { body: [], actions: [] } : sharingOf(answer, desk);
  const most = MOST_ACTIONS - sharing.actions.length;
  // What is to be chosen among stands together; else what is most likely wanted next stands first.
  const lead = equal ? actions.length : 1;
  const buttons = [
    ...distinct([
      ...alsoActions(reading, desk),
      ...assumedActions(reading, desk),
      ...actions.slice(0, lead),
      ...hereActions(reading, desk),
      ...actions.slice(lead),
    ]).slice(0, most),
    ...sharing.actions,
  ].map((action) => (hasField(body) ? leaveFields(action) : action));
  const mention = mentionOf(desk);
  return {
    ...rest,
    ...(mention && { summary: withSentence(rest.summary, mention) }),
    ...(view.surface === 'dialog' && { dialogTitle: cutTitle(head?.title ?? rest.summary) }),
    body: [
      ...(head ? topIn(view.surface, head) : []),
      ...readingNotes(reading, desk),
      ...body,
      ...careNote(reading, desk),
      ...sharing.body,
      ...forgetfulNote(desk),
      ...(mention ? [plainText(mention, { size: 'Small', isSubtle: true }, { spacing: 'Medium' })] : []),
    ],
    actions: equal ? buttons : arranged(buttons),
  };
}

/** What the chat shows of an answer that is read in a dialog; undefined where the answer itself is shown. */
function behindDoor(answer: Answer, desk: Desk): Draft | undefined {
  const kind = kindOf(answer);
  if (desk.view.surface !== 'chat') return undefined;
  const fault = kind.fault?.(answer, desk);
  if (fault !== undefined) return { summary: fault, stays: true, body: wordsOf([fault]), actions: [] };
  const door = kind.door?.(answer, desk);
  return door && doorCard(door, desk);
}

/** A dialog has its title in its frame, where there is room for it. */
function topIn(surface: Surface | undefined, head: Head): Element[] {
  return surface === 'dialog' && head.title.length <= longestDialogTitle ? underOf(head) : [topOf(head)];
}

function toMessage({ summary, brief, stays, dialogTitle, body, actions, refresh }: Composed): Message {
  const card: CardJson = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    body,
    ...(actions.length > 0 && { actions }),
    ...(refresh && { refresh }),
  };
  return { card, summary, ...(dialogTitle && { dialogTitle }), ...(brief && { brief }), ...(stays && { stays }) };
}

/** Where only the words are shown, in a dialog or in the place of results, they say it too. */
function withSentence(summary: string, sentence: string): string {
  return /[.!?]$/.test(summary) ? `${summary} ${sentence}` : `${summary}. ${sentence}`;
}

function cutTitle(title: string): string {
  return title.length <= longestDialogTitle ? title : `${title.slice(0, longestDialogTitle - 2).replace(/\p{Surrogate}$/u, '')} …`;
}

/** Two buttons show, the rest stands behind "…"; what can't be taken back never hides there. */
function arranged(actions: readonly CardAction[]): CardAction[] {
  const [first, second] = actions.filter(({ style }) => style !== 'destructive');
  return actions.map((action) =>
    action === first || action === second || action.style === 'destructive' ? action : { ...action, mode: 'secondary' },
  );
}

function hasField(elements: readonly Element[]): boolean {
  return elements.some((element) => element.type.startsWith('Input.') || (element.type === 'Container' && hasField(element.items)));
}

/** What a person has begun to write goes nowhere with a button that only asks something. */
function leaveFields(action: CardAction): CardAction {
  return action.type === 'Action.Submit' && isAsking(action.data) ? { ...action, associatedInputs: 'none' } : action;
}

/** In a dialog a button that does something is an Action.Submit as well, and takes what stands in the fields with it. */
function isAsking(data: SubmitAction['data']): boolean {
  return data.do === 'ask' || (data.do === 'share' && data.act.act === 'share');
}

/** Two buttons with the same words would leave a reader guessing: the first one stays. */
function distinct(actions: readonly CardAction[]): CardAction[] {
  return actions.filter(({ title }, at) => actions.findIndex((other) => other.title === title) === at);
}
