/**
 * From what is wanted to a question: one function for each intent, and no number in any of them.
 */
import type { Intent } from '../content/intents.js';
import { fillCompareEditions, fillCompareFrameworks, fillCompareRoles } from './comparing.js';
import { fillAbout, fillCommon, fillDefinition, fillGuide, fillReflect, fillTopic } from './fill-content.js';
import { fillFocus } from './fill-focus.js';
import { fillExpectations, fillPart, fillSetRole } from './fill-role.js';
import {
  always,
  fillAgreement,
  fillFeedback,
  fillLookBack,
  fillMore,
  fillNotes,
  fillNudge,
  fillPrint,
  fillPrivacy,
  fillQuiet,
  fillRefusal,
  fillReminder,
  fillShare,
  fillSmalltalk,
  fillToEditor,
} from './fill-service.js';
import type { Filled } from './filled.js';
import { type Mentions, withSomebody } from './mentions.js';

/** Fills an intent from what a message names; undefined where it names too little for it. */
export type Fill = (mentions: Mentions) => Filled | undefined;

/** How each intent is filled. */
export const fill: Readonly<Record<Intent, Fill>> = {
  expectations: (mentions) => fillExpectations(withSomebody(mentions)),
  part: (mentions) => fillPart(withSomebody(mentions)),
  definition: fillDefinition,
  common: fillCommon,
  topic: fillTopic,
  'compare-roles': fillCompareRoles,
  'compare-editions': fillCompareEditions,
  'compare-frameworks': fillCompareFrameworks,
  reflect: fillReflect,
  guide: (mentions) => fillGuide(withSomebody(mentions)),
  about: fillAbout,
  'set-role': (mentions) => fillSetRole(withSomebody(mentions)),
  'nudge-on': fillNudge('nudge-on'),
  'nudge-time': fillNudge('nudge-time'),
  'nudge-off': fillQuiet('nudge-off'),
  'nudge-pause': fillQuiet('nudge-pause'),
  'nudge-show': always({ intent: 'nudge-on', wish: 'show' }),
  'nudge-resume': always({ intent: 'nudge-on', wish: 'resume' }),
  'reminder-once': fillReminder,
  agreement: fillAgreement,
  agreements: always({ intent: 'agreements' }),
  focus: fillFocus,
  'look-back': fillLookBack,
  notes: fillNotes,
  profile: always({ intent: 'profile' }),
  privacy: fillPrivacy,
  export: fillPrint,
  delete: always({ intent: 'delete-data' }),
  share: fillShare,
  feedback: fillFeedback,
  'to-editor': fillToEditor,
  more: fillMore,
  restart: always({ intent: 'service', about: 'restart' }),
  language: always({ intent: 'profile' }),
  help: always({ intent: 'help' }),
  smalltalk: fillSmalltalk,
  'out-of-scope': fillRefusal,
};
