/**
 * From an answer to the message that shows it.
 */
import { createDesk, type Desk, type Draft, lightest, type Room, rooms, type Words } from '../cards/desk.js';
import type { CardAction, Element } from '../cards/elements.js';
import { alsoActions, assumedActions, careNote, forgetfulNote, readingNotes, topOf } from '../cards/frame.js';
import type { Links } from '../cards/links.js';
import type { CardJson, Message } from '../cards/message.js';
import { heightOf, phone, spare } from '../cards/phone.js';
import type { Library } from '../content/library.js';
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

/** Makes the card maker for loaded content. */
export function createCards(library: Library, links: Links = {}): Cards {
  return createDrawn(library, (answer, view) => {
    const at = (room: Room) => compose(answer, createDesk(library, words, view, room, links));
    const message = toMessage(fitting(at, phone.height * (kindOf(answer).screens?.(answer) ?? 1)));
    return Buffer.byteLength(JSON.stringify(message.card)) <= MOST_BYTES ? message : toMessage(at(lightest));
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

/** A card with all that stands around its draft. */
type Composed = Omit<Draft, 'head'>;

function compose(answer: Answer, desk: Desk): Composed {
  const { reading } = desk.view;
  const drawn = kindOf(answer).card(answer, desk);
  const { summary, brief, head, body, actions, refresh } = desk.view.inserted ? freeze(answer, drawn, desk) : drawn;
  const sharing = sharingOf(answer, desk);
  const most = MOST_ACTIONS - sharing.actions.length;
  const buttons = [
    ...distinct([...alsoActions(reading, desk), ...assumedActions(reading, desk), ...actions]).slice(0, most),
    ...sharing.actions,
  ].map((action) => (hasField(body) ? leaveFields(action) : action));
  const top = head ? [topOf(head)] : [];
  return {
    summary,
    body: [...top, ...readingNotes(reading, desk), ...body, ...careNote(reading, desk), ...sharing.body, ...forgetfulNote(desk)],
    actions: arranged(buttons),
    ...(brief && { brief }),
    ...(refresh && { refresh }),
  };
}

function toMessage({ summary, brief, body, actions, refresh }: Composed): Message {
  const card: CardJson = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    body,
    ...(actions.length > 0 && { actions }),
    ...(refresh && { refresh }),
  };
  return { card, summary, ...(brief && { brief }) };
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
  return action.type === 'Action.Submit' && action.data.do !== 'prompt' ? { ...action, associatedInputs: 'none' } : action;
}

/** Two buttons with the same words would leave a reader guessing: the first one stays. */
function distinct(actions: readonly CardAction[]): CardAction[] {
  return actions.filter(({ title }, at) => actions.findIndex((other) => other.title === title) === at);
}
