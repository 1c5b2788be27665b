/**
 * What comes back: a reminder at its time, an agreement with the question how it went, and what was answered.
 */
import { appointmentFields as fields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, type Element, plainText, tapRow, textBlock, textField } from '../cards/elements.js';
import { firstUpper } from '../cards/strings/lists.js';
import { mostSaid } from '../understanding/question.js';
import { isHidden } from './appointment-set.js';
import {
  type AppointmentView,
  askedAgain,
  comesAt,
  madeOn,
  onlyYouNote,
  promptBoxOf,
  saidIn,
  someAppointment,
  stateOf,
  wordsBox,
} from './appointment-view.js';
import type { Answered, Kind } from './kind.js';

/** What comes on a day: one reminder, or the agreements of the day. `late` where a reminder comes later than it was to. */
export type AppointmentDueAnswer = Answered<'appointment-due', { readonly shown: readonly AppointmentView[]; readonly late?: boolean }>;

/** One appointment, opened. */
export type AppointmentAnswer = Answered<'appointment', { readonly shown: AppointmentView }>;

/** What was answered, and what follows from it. */
export type AppointmentAnsweredAnswer = Answered<
  'appointment-answered',
  { readonly shown: AppointmentView; readonly how: 'done' | 'partly' | 'not-yet' | 'resting' | 'dropped' | 'back' }
>;

const twoAgreements = () => [
  someAppointment('agreement', { state: 'asked', madeOn: '2026-11-20' }),
  someAppointment('agreement', { id: 'a2', state: 'asked', words: { will: 'give Lise feedback på mødet' } }),
];

/** The kind of {@link AppointmentDueAnswer}. */
export const appointmentDueKind: Kind<AppointmentDueAnswer> = {
  name: 'appointment-due',
  card: dueCard,
  exhibits: () => [
    { kind: 'appointment-due', shown: [someAppointment('reminder')], next: [] },
    { kind: 'appointment-due', shown: [someAppointment('reminder', { words: {} })], late: true, next: [] },
    { kind: 'appointment-due', shown: [someAppointment('agreement')], next: [] },
    { kind: 'appointment-due', shown: [someAppointment('agreement', { rounds: 1 })], next: [] },
    { kind: 'appointment-due', shown: twoAgreements(), next: [] },
  ],
};

/** The kind of {@link AppointmentAnswer}. */
export const appointmentKind: Kind<AppointmentAnswer> = {
  name: 'appointment',
  card: openCard,
  door: ({ shown }, { t }) => ({
    title: t.appointment.one[shown.kind],
    label: t.appointment.open,
    open: { do: 'appointment', act: { act: 'open-appointment', appointment: shown.id, mode: 'read' } },
  }),
  exhibits: () => [
    { kind: 'appointment', shown: someAppointment('agreement', { state: 'asked' }), next: [] },
    {
      kind: 'appointment',
      shown: someAppointment('agreement', { state: 'done', words: { will: 'ringe', line: 'Det gik **fint**.' } }),
      next: [],
    },
    { kind: 'appointment', shown: someAppointment('agreement', { state: 'resting', words: undefined }), next: [] },
    { kind: 'appointment', shown: someAppointment('reminder'), next: [] },
  ],
};

/** The kind of {@link AppointmentAnsweredAnswer}. */
export const appointmentAnsweredKind: Kind<AppointmentAnsweredAnswer> = {
  name: 'appointment-answered',
  card: answeredCard,
  exhibits: () =>
    (['done', 'partly', 'not-yet', 'resting', 'dropped', 'back'] as const).map((how) => ({
      kind: 'appointment-answered',
      shown: someAppointment('agreement'),
      how,
      next: [],
    })),
};

/** A locked phone shows the summary: nothing of the words is in it. */
function dueCard(answer: AppointmentDueAnswer, desk: Desk): Draft {
  const [first, ...others] = answer.shown;
  if (!first) throw new Error('nothing is due: an appointment was to be shown');
  if (first.kind === 'reminder') return reminderCard(first, answer.late === true, desk);
  return others.length > 0 ? agreementsCard(answer.shown, desk) : agreementCard(first, desk);
}

function reminderCard(shown: AppointmentView, isLate: boolean, desk: Desk): Draft {
  const { t, press } = desk;
  const { due } = t.appointment;
  const isBare = saidIn(shown, desk) === undefined && !shown.prompt && !shown.asked;
  const said = isHidden(desk) ? [] : wordsBox(shown, desk);
  const put = (by: 'hour' | 'day', title: string) => press('appointment', { act: 'put-off', appointment: shown.id, by }, title);
  return {
    summary: due.reminder,
    head: { title: due.reminder },
    body: [
      textBlock(isBare ? due.reminderBare : due.reminderFor, { spacing: 'Small' }),
      ...said,
      ...promptBoxOf(shown, desk),
      ...(isLate ? [textBlock(due.reminderLate(comesAt(shown, desk)), { size: 'Small', isSubtle: true, spacing: 'Small' })] : []),
    ],
    actions: [
      ...(isHidden(desk) && saidIn(shown, desk) !== undefined ? [open(shown, desk)] : []),
      ...askedAgain(shown, desk),
      press('appointment', { act: 'answer-appointment', appointment: shown.id, how: 'done' }, due.handled),
      put('hour', due.inAnHour),
      put('day', due.tomorrow),
    ],
  };
}

function agreementCard(shown: AppointmentView, desk: Desk): Draft {
  const { due } = desk.t.appointment;
  const head = { title: due.agreement, under: [due.madeOn(madeOn(shown, desk))] };
  if (isHidden(desk)) return { summary: due.summary, head, body: [], actions: [open(shown, desk)] };
  return { summary: due.summary, head, ...asking(shown, desk) };
}

/** The words, the question how it went, and its answers, none of them hidden behind the others. */
function asking(shown: AppointmentView, desk: Desk): Pick<Draft, 'body' | 'actions' | 'equal'> {
  const { t, press } = desk;
  const { due } = t.appointment;
  const answer = (how: 'done' | 'partly' | 'not-yet' | 'drop', title: string) =>
    press('appointment', { act: 'answer-appointment', appointment: shown.id, how }, title);
  return {
    body: [
      ...promptBoxOf(shown, desk),
      ...wordsBox(shown, desk),
      textBlock(shown.rounds > 0 ? due.again : due.how, { weight: 'Bolder', spacing: 'Medium' }),
      textField(fields.comment, due.line, { maxLength: mostSaid, placeholder: due.lineHint, spacing: 'Small' }),
    ],
    actions: [answer('done', due.done), answer('partly', due.partly), answer('not-yet', due.notYet), answer('drop', due.drop)],
    equal: true,
  };
}

/** Each a row that opens it. */
function agreementsCard(shown: readonly AppointmentView[], desk: Desk): Draft {
  const { t, ask } = desk;
  const { due } = t.appointment;
  return {
    summary: due.summary,
    head: { title: due.agreements(shown.length) },
    body: shown.map((each) => appointmentRow(each, desk)),
    actions: [ask({ intent: 'agreements' }, t.appointment.list)],
  };
}

/** A row of a list: when it was made or comes, its first words where they may stand, and that it opens. */
export function appointmentRow(shown: AppointmentView, desk: Desk): Element {
  const { t, press } = desk;
  const about =
    shown.state === 'open' ? stateOf(shown, desk) : [t.appointment.due.madeOn(madeOn(shown, desk)), stateOf(shown, desk)].join(' · ');
  const said = firstUpper(saidIn(shown, desk)?.replace(/\s+/g, ' ') ?? t.appointment.wordless[shown.kind]);
  const items: Element[] = [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', items: [plainText(about, { size: 'Small', isSubtle: true })] },
        { type: 'Column', width: 'auto', items: [textBlock(t.appointment.open, { size: 'Small', color: 'Accent' })] },
      ],
    },
    ...(isHidden(desk)
      ? []
      : [plainText(said.length > mostExcerpt ? `${said.slice(0, mostExcerpt).trimEnd()} …` : said, {}, { spacing: 'None' })]),
  ];
  const opens = press('appointment', { act: 'open-appointment', appointment: shown.id, mode: 'read' }, t.appointment.mine.openRow, 'alone');
  return tapRow(items, opens, { spacing: 'Default', separator: true });
}

/** As much of the words as a list shows. */
const mostExcerpt = 100;

function open({ id }: AppointmentView, { t, press }: Desk): CardAction {
  return press('appointment', { act: 'open-appointment', appointment: id, mode: 'read' }, t.appointment.open, 'alone');
}

/** What waits for an answer asks for it; the rest is read. */
function openCard({ shown }: AppointmentAnswer, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const title = t.appointment.one[shown.kind];
  const head = { title, under: [t.appointment.due.madeOn(madeOn(shown, desk)), stateOf(shown, desk)] };
  const act = (of: 'read' | 'edit') => ({ act: 'open-appointment', appointment: shown.id, mode: of }) as const;
  const list = ask({ intent: 'agreements' }, t.appointment.list);
  if (shown.kind === 'agreement' && shown.state === 'asked') {
    const { body, actions } = asking(shown, desk);
    return { summary: title, head, body: [...body, onlyYouNote(desk)], actions, equal: true };
  }
  const { line } = shown.words ?? {};
  const isOver = shown.state === 'done' || shown.state === 'partly' || shown.state === 'resting';
  return {
    summary: title,
    head,
    body: [
      ...promptBoxOf(shown, desk),
      ...wordsBox(shown, desk),
      ...(line ? [textBlock(t.appointment.line, { spacing: 'Medium' }), plainText(line, {}, { spacing: 'Small' })] : []),
      onlyYouNote(desk),
    ],
    actions: [
      ...(shown.words === undefined ? [] : [press('appointment', act('edit'), t.appointment.edit, 'alone')]),
      ...(isOver ? [press('appointment', { act: 'put-off', appointment: shown.id, by: 'week' }, t.appointment.askAgain, 'alone')] : []),
      press('appointment', { act: 'delete-appointment', appointment: shown.id }, t.appointment.remove, 'alone'),
      list,
    ],
  };
}

function answeredCard({ shown, how }: AppointmentAnsweredAnswer, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const { answered } = t.appointment;
  const { title } = answered[how];
  const text = how === 'not-yet' ? answered['not-yet'].text(comesAt(shown, desk)) : answered[how].text;
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [
      ...(how === 'dropped'
        ? [press('appointment', { act: 'answer-appointment', appointment: shown.id, how: 'take-back' }, t.appointment.takeBack)]
        : []),
      ...(how === 'partly' || how === 'done' ? [press('appointment', { act: 'new-agreement' }, t.appointment.anew)] : []),
      ask({ intent: 'agreements' }, t.appointment.list),
    ],
  };
}
