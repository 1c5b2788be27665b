/**
 * From an answer to the message that shows it.
 */
import { createDesk, type Desk, type Draft, type View, type Words } from '../cards/desk.js';
import type { CardAction, Element } from '../cards/elements.js';
import { alsoActions, assumedActions, careNote, forgetfulNote, readingNotes } from '../cards/frame.js';
import type { Links } from '../cards/links.js';
import type { CardJson, Message } from '../cards/message.js';
import type { Library } from '../content/library.js';
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

/** Makes messages of answers. */
export type Cards = (answer: Answer, view: View) => Message;

/** Makes the card maker for loaded content. */
export function createCards(library: Library, links: Links = {}): Cards {
  return (answer, view) => {
    const message = compose(answer, createDesk(library, words, view, true, links));
    const bytes = Buffer.byteLength(JSON.stringify(message.card));
    return bytes <= MOST_BYTES ? message : compose(answer, createDesk(library, words, view, false, links));
  };
}

function draw(answer: Answer, desk: Desk): Draft {
  return kindOf(answer).card(answer, desk);
}

function compose(answer: Answer, desk: Desk): Message {
  const { reading } = desk.view;
  const { summary, body, actions, refresh } = desk.view.inserted ? freeze(answer, draw(answer, desk), desk) : draw(answer, desk);
  const sharing = sharingOf(answer, desk);
  const buttons = [
    ...distinct([...alsoActions(reading, desk), ...assumedActions(reading, desk), ...actions]).slice(
      0,
      MOST_ACTIONS - sharing.actions.length,
    ),
    ...sharing.actions,
  ].map((action) => (hasField(body) ? leaveFields(action) : action));
  const card: CardJson = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    body: [...readingNotes(reading, desk), ...body, ...careNote(reading, desk), ...sharing.body, ...forgetfulNote(desk)],
    ...(buttons.length > 0 && { actions: buttons }),
    ...(refresh && { refresh }),
  };
  return { card, summary };
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
