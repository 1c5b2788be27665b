/**
 * Every kind of answer, named once. To add one, write its file and name it here; its words go into the strings.
 */
import type { Question } from '../understanding/question.js';
import { aboutKind, frameworksKind } from './about.js';
import { appointmentAnsweredKind, appointmentDueKind, appointmentKind } from './appointment-due.js';
import { appointmentFormKind } from './appointment-form.js';
import { appointmentAwayKind, appointmentSetKind, appointmentUnclearKind } from './appointment-set.js';
import { appointmentsKind } from './appointments.js';
import { fitKind, focusClosingKind } from './aside.js';
import { careKind } from './care.js';
import { choiceKind } from './choice.js';
import { commonKind } from './common.js';
import { compareEditionsKind } from './compare-editions.js';
import { compareFrameworksKind } from './compare-frameworks.js';
import { compareRolesKind } from './compare-roles.js';
import { compareTopicKind } from './compare-topic.js';
import { definitionKind } from './definition.js';
import { inDialogKind } from './door.js';
import { expectationsKind } from './expectations.js';
import { focusKind, focusLengthKind, focusNoneKind } from './focus.js';
import { focusFormKind } from './focus-form.js';
import { guideKind } from './guide.js';
import type { Asked, Kind } from './kind.js';
import { letterFormKind, letterSentKind } from './letter-form.js';
import { lettersDueKind, lettersKind } from './letters.js';
import { lookBackDueKind, lookBackKind, lookBackSetKind } from './look-back.js';
import { deleteDataKind, exportKind, farewellKind } from './my-data.js';
import { notHereKind } from './not-here.js';
import { noNotesKind } from './note-period.js';
import { noteThemesKind } from './note-themes.js';
import { noteAwayKind, noteKind, noteSavedKind, notesKind } from './notes.js';
import { nudgeKind } from './nudge.js';
import { outlineKind } from './outline.js';
import { roleForgottenKind, roleFormKind, roleSetKind } from './own-role.js';
import { partOfRoleKind } from './part-of-role.js';
import { pilotKind } from './pilot.js';
import { planKind, planNoneKind, planUnclearKind, planZoneKind } from './plan.js';
import { planFormKind } from './plan-form.js';
import { planOfferKind } from './plan-offer.js';
import { privacyKind } from './privacy.js';
import { profileKind } from './profile.js';
import { promptFormKind } from './prompt-form.js';
import { promptsKind } from './prompts.js';
import { ratedKind } from './rated.js';
import { reflectKind } from './reflect.js';
import { refusalKind } from './refusal.js';
import { serviceKind } from './service.js';
import { shareAwayKind, shareDoneKind, shareFormKind } from './share-form.js';
import { sharedKind } from './shared.js';
import { attachmentKind, goneKind, helpKind, smalltalkKind, sorryKind, welcomeKind } from './simple.js';
import { statementKind } from './statement.js';
import { topicKind } from './topic.js';

/** All kinds, in the order in which the gallery shows them. */
export const kinds = [
  welcomeKind,
  helpKind,
  expectationsKind,
  partOfRoleKind,
  outlineKind,
  definitionKind,
  commonKind,
  aboutKind,
  frameworksKind,
  topicKind,
  reflectKind,
  promptsKind,
  compareRolesKind,
  compareFrameworksKind,
  compareTopicKind,
  compareEditionsKind,
  guideKind,
  choiceKind,
  refusalKind,
  serviceKind,
  smalltalkKind,
  careKind,
  privacyKind,
  attachmentKind,
  goneKind,
  sorryKind,
  roleFormKind,
  roleSetKind,
  roleForgottenKind,
  profileKind,
  noteSavedKind,
  noteKind,
  noteAwayKind,
  notesKind,
  noNotesKind,
  noteThemesKind,
  exportKind,
  deleteDataKind,
  farewellKind,
  notHereKind,
  pilotKind,
  inDialogKind,
  statementKind,
  promptFormKind,
  shareFormKind,
  shareDoneKind,
  shareAwayKind,
  sharedKind,
  planKind,
  planNoneKind,
  planUnclearKind,
  planOfferKind,
  planFormKind,
  planZoneKind,
  nudgeKind,
  appointmentSetKind,
  appointmentUnclearKind,
  appointmentFormKind,
  appointmentDueKind,
  appointmentKind,
  appointmentAnsweredKind,
  appointmentsKind,
  appointmentAwayKind,
  lookBackDueKind,
  lookBackKind,
  lookBackSetKind,
  focusKind,
  focusNoneKind,
  focusLengthKind,
  focusFormKind,
  focusClosingKind,
  fitKind,
  ratedKind,
  letterFormKind,
  letterSentKind,
  lettersKind,
  lettersDueKind,
] as const;

type AnswerIn<K> = K extends Kind<infer A, infer _> ? A : never;

/** Every answer: what the bot will show, as data; the step between a question and its card. */
export type Answer = AnswerIn<(typeof kinds)[number]>;

/** The answer of one kind. */
export type AnswerOf<N extends Answer['kind']> = Extract<Answer, { kind: N }>;

const byName: ReadonlyMap<Answer['kind'], Kind<Answer>> = new Map(kinds.map((kind) => [kind.name, kind]));

type AskedOf = { readonly [I in Question['intent']]?: Asked<I, Answer> };

const byIntent: AskedOf = Object.assign({}, ...kinds.map(({ asked }: Kind<Answer>) => asked));

/** The kind of an answer. */
export function kindOf({ kind }: Answer): Kind<Answer> {
  return byName.get(kind) as Kind<Answer>;
}

/** What is to be known of a question: of the kind that it leads to. Undefined for commands that no button or example asks. */
export function askedOf<I extends Question['intent']>({ intent }: { readonly intent: I }): Asked<I, Answer> | undefined {
  return byIntent[intent];
}
