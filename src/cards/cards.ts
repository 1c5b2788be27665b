/**
 * From an answer to the message that shows it: one function per kind of answer.
 */
import type { Answer, AnswerOf } from '../answers/answer.js';
import type { Library } from '../content/library.js';
import { aboutCard } from './about.js';
import { careCard } from './care.js';
import { choiceCard } from './choice.js';
import { commonCard } from './common.js';
import { compareEditionsCard } from './compare-editions.js';
import { compareFrameworksCard } from './compare-frameworks.js';
import { compareRolesCard } from './compare-roles.js';
import { definitionCard } from './definition.js';
import { createDesk, type Desk, type Draft, type View } from './desk.js';
import type { CardAction, Element } from './elements.js';
import { expectationsCard } from './expectations.js';
import { assumedActions, careNote, forgetfulNote, readingNotes } from './frame.js';
import { frameworksCard } from './frameworks.js';
import { guideCard } from './guide.js';
import type { Links } from './links.js';
import type { CardJson, Message } from './message.js';
import { deleteDataCard, exportCard, farewellCard } from './my-data.js';
import { noteAwayCard, noteCard, noteSavedCard, notesCard } from './notes.js';
import { nudgeCard } from './nudge.js';
import { partOfRoleCard } from './part-of-role.js';
import { notHereCard, profileCard, roleForgottenCard, roleFormCard, roleSetCard } from './personal.js';
import { planCard, planNoneCard, planUnclearCard, planZoneCard } from './plan.js';
import { planFormCard } from './plan-form.js';
import { promptFormCard } from './prompt-form.js';
import { reflectCard } from './reflect.js';
import { freeze, shareAwayCard, shareDoneCard, shareFormCard, sharingOf, statementCard } from './share.js';
import { sharedCard } from './shared.js';
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
  'delete-data': deleteDataCard,
  expectations: expectationsCard,
  export: exportCard,
  farewell: farewellCard,
  frameworks: frameworksCard,
  gone: goneCard,
  guide: guideCard,
  help: helpCard,
  'not-here': notHereCard,
  care: careCard,
  note: noteCard,
  'note-away': noteAwayCard,
  'note-saved': noteSavedCard,
  notes: notesCard,
  nudge: nudgeCard,
  'part-of-role': partOfRoleCard,
  plan: planCard,
  'plan-form': planFormCard,
  'plan-none': planNoneCard,
  'plan-unclear': planUnclearCard,
  'plan-zone': planZoneCard,
  privacy: privacyCard,
  profile: profileCard,
  reflect: reflectCard,
  refusal: refusalCard,
  'prompt-form': promptFormCard,
  'role-forgotten': roleForgottenCard,
  'role-form': roleFormCard,
  'role-set': roleSetCard,
  'share-away': shareAwayCard,
  'share-done': shareDoneCard,
  'share-form': shareFormCard,
  shared: (answer, desk) =>
    sharedCard(answer, (inner) => draw(inner, { ...desk, view: { ...desk.view, group: true, inserted: true } }), desk),
  smalltalk: smalltalkCard,
  sorry: sorryCard,
  statement: statementCard,
  topic: topicCard,
  welcome: welcomeCard,
};

/** Makes messages of answers. */
export type Cards = (answer: Answer, view: View) => Message;

/** Makes the card maker for loaded content. */
export function createCards(library: Library, links: Links = {}): Cards {
  return (answer, view) => {
    const message = compose(answer, createDesk(library, view, true, links));
    const bytes = Buffer.byteLength(JSON.stringify(message.card));
    return bytes <= MOST_BYTES ? message : compose(answer, createDesk(library, view, false, links));
  };
}

function draw(answer: Answer, desk: Desk): Draft {
  const make = makers[answer.kind] as (answer: Answer, desk: Desk) => Draft;
  return make(answer, desk);
}

function compose(answer: Answer, desk: Desk): Message {
  const { reading } = desk.view;
  const { summary, body, actions, refresh } = desk.view.inserted ? freeze(answer, draw(answer, desk), desk) : draw(answer, desk);
  const sharing = sharingOf(answer, desk);
  const buttons = [
    ...distinct([...assumedActions(reading, desk), ...actions]).slice(0, MOST_ACTIONS - sharing.actions.length),
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
