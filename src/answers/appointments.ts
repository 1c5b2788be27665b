import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { appointmentRow } from './appointment-due.js';
import { type AppointmentView, someAppointment } from './appointment-view.js';
import type { Answered, Kind } from './kind.js';

/** A page of a person's reminders and agreements, the next to come first; `page` counts from 0. */
export type AppointmentsAnswer = Answered<
  'appointments',
  { readonly shown: readonly AppointmentView[]; readonly total: number; readonly page: number; readonly pages: number }
>;

/** The kind of {@link AppointmentsAnswer}. */
export const appointmentsKind: Kind<AppointmentsAnswer> = {
  name: 'appointments',
  screens: () => 2,
  asked: { agreements: { title: (_question, _here, { t }) => t.button.agreements } },
  card: listCard,
  door: ({ total }, { t }) =>
    total === 0
      ? undefined
      : {
          title: t.appointment.mine.door(total),
          label: t.appointment.open,
          open: { do: 'appointment', act: { act: 'list-appointments' } },
        },
  exhibits: () => [
    {
      kind: 'appointments',
      shown: [
        someAppointment('agreement', { id: 'a1', date: '2026-12-01' }),
        someAppointment('reminder', { id: 'a2' }),
        someAppointment('agreement', {
          id: 'a3',
          state: 'asked',
          words: { will: 'tage den svære samtale med **Lise**, før ugen er omme' },
        }),
        someAppointment('agreement', { id: 'a4', state: 'done' }),
        someAppointment('agreement', { id: 'a5', state: 'resting', words: undefined }),
      ],
      total: 12,
      page: 0,
      pages: 3,
      next: [],
    },
    { kind: 'appointments', shown: [], total: 0, page: 0, pages: 1, next: [] },
  ],
};

function listCard({ shown, total, page, pages }: AppointmentsAnswer, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const { mine } = t.appointment;
  return {
    summary: mine.title,
    head: { title: mine.title, ...(total > 0 && { under: [mine.count(total), pages > 1 && t.page(page + 1, pages)] }) },
    body: total === 0 ? [textBlock(mine.none, { spacing: 'Small' })] : shown.map((each) => appointmentRow(each, desk)),
    actions: [
      ...(page + 1 < pages ? [press('appointment', { act: 'list-appointments', page: page + 1 }, mine.more, 'alone')] : []),
      press('appointment', { act: 'new-agreement' }, t.appointment.anew),
      ask({ intent: 'look-back' }, t.lookBack.title),
      ask({ intent: 'reflect' }, t.button.reflect),
    ],
  };
}
