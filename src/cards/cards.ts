/**
 * From an answer to the message that shows it: one function per kind of answer.
 */
import type { Answer, AnswerOf } from '../answers/answer.js';
import type { CardJson, Message } from '../bot.js';
import type { Library } from '../content/library.js';
import { aboutCard } from './about.js';
import { choiceCard } from './choice.js';
import { commonCard } from './common.js';
import { compareEditionsCard } from './compare-editions.js';
import { compareFrameworksCard } from './compare-frameworks.js';
import { compareRolesCard } from './compare-roles.js';
import { definitionCard } from './definition.js';
import { createDesk, type Desk, type Draft, type View } from './desk.js';
import type { SubmitAction } from './elements.js';
import { expectationsCard } from './expectations.js';
import { assumedActions, readingNotes } from './frame.js';
import { frameworksCard } from './frameworks.js';
import { guideCard } from './guide.js';
import { partOfRoleCard } from './part-of-role.js';
import { reflectCard } from './reflect.js';
import { attachmentCard, goneCard, helpCard, privacyCard, refusalCard, smalltalkCard, sorryCard, welcomeCard } from './simple.js';
import { topicCard } from './topic.js';

/** Teams shows at most this many buttons of a card. */
const MOST_ACTIONS = 6;

/** Bytes of JSON that a card may have to work in every client. */
const MOST_BYTES = 28_000;

type Maker<K extends Answer['kind']> = (answer: AnswerOf<K>, desk: Desk) => Draft;

const makers: { readonly [K in Answer['kind']]: Maker<K> } = {
  about: aboutCard,
  attachment: attachmentCard,
  choice: choiceCard,
  common: commonCard,
  'compare-editions': compareEditionsCard,
  'compare-frameworks': compareFrameworksCard,
  'compare-roles': compareRolesCard,
  definition: definitionCard,
  expectations: expectationsCard,
  frameworks: frameworksCard,
  gone: goneCard,
  guide: guideCard,
  help: helpCard,
  'part-of-role': partOfRoleCard,
  privacy: privacyCard,
  reflect: reflectCard,
  refusal: refusalCard,
  smalltalk: smalltalkCard,
  sorry: sorryCard,
  topic: topicCard,
  welcome: welcomeCard,
};

/** Makes messages of answers. */
export type Cards = (answer: Answer, view: View) => Message;

/** Makes the card maker for loaded content. */
export function createCards(library: Library): Cards {
  return (answer, view) => {
    const message = compose(answer, createDesk(library, view));
    const bytes = new TextEncoder().encode(JSON.stringify(message.card)).length;
    return bytes <= MOST_BYTES ? message : compose(answer, createDesk(library, view, false));
  };
}

function compose(answer: Answer, desk: Desk): Message {
  const { reading } = desk.view;
  const make = makers[answer.kind] as (answer: Answer, desk: Desk) => Draft;
  const { summary, body, actions } = make(answer, desk);
  const buttons = distinct([...assumedActions(reading, desk), ...actions]).slice(0, MOST_ACTIONS);
  const card: CardJson = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    body: [...readingNotes(reading, desk), ...body],
    ...(buttons.length > 0 && { actions: buttons }),
  };
  return { card, summary };
}

/** Two buttons with the same words would leave a reader guessing: the first one stays. */
function distinct(actions: readonly SubmitAction[]): SubmitAction[] {
  return actions.filter(({ title }, at) => actions.findIndex((other) => other.title === title) === at);
}
