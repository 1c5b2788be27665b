/**
 * A reminder or an agreement was just made, moved, or can't be until it is known when.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, type Element, textBlock } from '../cards/elements.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type AppointmentView, comesAt, onlyYouNote, someAppointment, wordsBox } from './appointment-view.js';
import { dateOf } from './dates.js';
import type { Answered, Kind } from './kind.js';
import { saysHow } from './plan.js';

/**
 * It will come; `from` says how its time of day was found where nobody said it. `weekly` is what the same would be every week,
 * where one weekday was named.
 */
export type AppointmentSetAnswer = Answered<
  'appointment-set',
  {
    readonly shown: AppointmentView;
    readonly did: 'made' | 'moved';
    readonly from?: 'part' | 'plan' | 'usual';
    /** The local date before which nothing comes by itself, where it was ordered for an earlier one. */
    readonly notBefore?: string | undefined;
    /** True where nothing comes by itself, and nobody knows until when. */
    readonly held?: boolean | undefined;
    readonly weekly?: Extract<PlainQuestion, { intent: 'nudge-on' }>;
  }
>;

/** It is not known when; the words wait under `id` for one of the proposals. `offer`: nobody asked for it. */
export type AppointmentUnclearAnswer = Answered<
  'appointment-unclear',
  {
    readonly id: string;
    readonly why: 'day' | 'time' | 'past' | 'when' | 'offer';
    readonly proposals: readonly Pick<AppointmentView, 'date' | 'time' | 'today'>[];
  }
>;

/** There is none of that id, any more; or it was just deleted; or there is no room for another. */
export type AppointmentAwayAnswer = Answered<'appointment-away', { readonly why: 'away' | 'deleted' | 'full' | 'not-kept' }>;

/** The kind of {@link AppointmentSetAnswer}. */
export const appointmentSetKind: Kind<AppointmentSetAnswer> = {
  name: 'appointment-set',
  asked: {
    remind: {
      slots: ({ time, exact, days, on }) => ({ ...(time && { time, ...saysHow(exact) }), ...(days && { days }), ...(on && { on }) }),
    },
  },
  card: setCard,
  exhibits: () => [
    {
      kind: 'appointment-set',
      shown: someAppointment('reminder'),
      did: 'made',
      from: 'plan',
      weekly: { intent: 'nudge-on', days: ['tor'], time: '10:00' },
      next: [],
    },
    { kind: 'appointment-set', shown: someAppointment('reminder', { words: {} }), did: 'made', next: [] },
    { kind: 'appointment-set', shown: someAppointment('agreement'), did: 'made', from: 'usual', next: [] },
    { kind: 'appointment-set', shown: someAppointment('agreement'), did: 'moved', next: [] },
    { kind: 'appointment-set', shown: someAppointment('reminder'), did: 'made', notBefore: '2026-12-27', next: [] },
    { kind: 'appointment-set', shown: someAppointment('agreement'), did: 'moved', held: true, next: [] },
  ],
};

/** The kind of {@link AppointmentUnclearAnswer}. */
export const appointmentUnclearKind: Kind<AppointmentUnclearAnswer> = {
  name: 'appointment-unclear',
  card: unclearCard,
  exhibits: () =>
    (['day', 'time', 'past', 'when', 'offer'] as const).map((why) => ({
      kind: 'appointment-unclear',
      id: 'a1',
      why,
      proposals: [
        { date: '2026-12-01', time: '09:00', today: '2026-11-30' },
        ...(why === 'offer' ? [] : [{ date: '2026-12-07', time: '09:00', today: '2026-11-30' }]),
      ],
      next: [],
    })),
};

/** The kind of {@link AppointmentAwayAnswer}. */
export const appointmentAwayKind: Kind<AppointmentAwayAnswer> = {
  name: 'appointment-away',
  card: awayCard,
  exhibits: () => (['away', 'deleted', 'full', 'not-kept'] as const).map((why) => ({ kind: 'appointment-away', why, next: [] })),
};

/** The day is repeated back, and the words where they may stand. */
function setCard({ shown, did, from, weekly, notBefore, held }: AppointmentSetAnswer, desk: Desk): Draft {
  const { t, ask, press } = desk;
  const { set, setSummary } = t.appointment;
  const at = comesAt(shown, desk);
  const title = did === 'moved' ? set.moved(at) : set[shown.kind](at);
  return {
    summary: setSummary[shown.kind],
    head: { title },
    body: [
      ...(from ? [textBlock(t.appointment.from[from](shown.time), { spacing: 'Small' })] : []),
      ...(notBefore ? [textBlock(t.appointment.notBefore(dateOf(notBefore, shown.today, desk)), { spacing: 'Small' })] : []),
      ...(held ? [textBlock(t.appointment.held, { spacing: 'Small' })] : []),
      ...keptWords(shown, desk),
    ],
    actions: [
      press(
        'appointment',
        { act: 'open-appointment', appointment: shown.id, mode: 'edit' },
        isHidden(desk) ? t.appointment.open : t.appointment.edit,
      ),
      press('appointment', { act: 'delete-appointment', appointment: shown.id }, t.appointment.undo),
      ...(weekly ? [ask(weekly, {})] : []),
      ask({ intent: 'agreements' }, t.appointment.list),
    ],
  };
}

/** Where what a person wrote is read in dialogs, the chat says where it is instead. */
function keptWords(shown: AppointmentView, desk: Desk): Element[] {
  const { t } = desk;
  if (isHidden(desk)) return [textBlock(t.appointment.hidden[shown.kind], { spacing: 'Small', isSubtle: true })];
  const box = wordsBox(shown, desk);
  return box.length === 0 ? [] : [textBlock(t.appointment.kept[shown.kind], { spacing: 'Medium' }), ...box, onlyYouNote(desk)];
}

/** Whether the card stays in a chat that holds nothing a person wrote. */
export function isHidden({ view }: Desk): boolean {
  return view.surface === 'chat';
}

/** Asked back, each proposal a button. */
function unclearCard({ id, why, proposals }: AppointmentUnclearAnswer, desk: Desk): Draft {
  const { t, press } = desk;
  const { unclear } = t.appointment;
  const title = why === 'offer' ? unclear.offerTitle : unclear.title;
  const choices: CardAction[] = proposals.map((each) =>
    press('appointment', { act: 'set-appointment', appointment: id, date: each.date, time: each.time }, comesAt(each, desk)),
  );
  return {
    summary: title,
    head: { title },
    body: [textBlock(unclear[why], { spacing: 'Small' })],
    actions: [
      ...choices,
      press('appointment', { act: 'open-appointment', appointment: id, mode: 'edit' }, unclear.choose),
      press('appointment', { act: 'delete-appointment', appointment: id }, unclear.no),
    ],
  };
}

function awayCard({ why }: AppointmentAwayAnswer, { t, ask }: Desk): Draft {
  const words = { away: t.appointment.away, full: t.appointment.full, 'not-kept': t.appointment.notKept };
  const { title, text } = why === 'deleted' ? { title: t.appointment.undone, text: t.appointment.undoneText } : words[why];
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [ask({ intent: 'agreements' }, t.appointment.list)],
  };
}
