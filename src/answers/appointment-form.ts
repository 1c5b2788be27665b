import { type AppointmentPressed, appointmentFields as fields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { choiceField, clockField, type Element, lastDayField, textArea, textBlock, textField } from '../cards/elements.js';
import type { AgreementExample } from '../content/agreements.js';
import { isClock, isDate } from '../language/times/when.js';
import { mostSaid } from '../understanding/question.js';
import type { Answered, Kind } from './kind.js';

/** What stands in the fields; `ahead` is the number of days until it is asked, or `date`. Empty where nothing stands there. */
export type AppointmentDraft = {
  readonly what: string;
  readonly when: string;
  readonly will: string;
  readonly ahead: string;
  readonly date: string;
  readonly time: string;
};

/** Why nothing was kept. */
export type AppointmentRemark = 'empty' | 'date' | 'time';

/** The fields of a reminder or an agreement: of a new one made under a question, or of the one with this id. */
export type AppointmentFormAnswer = Answered<
  'appointment-form',
  {
    readonly of: 'reminder' | 'agreement';
    readonly id?: string;
    readonly values: AppointmentDraft;
    /** What could stand there, fitting the theme at hand. */
    readonly example?: AgreementExample;
    /** The full ids of what it is made under. */
    readonly about?: { readonly prompt?: string; readonly statement?: string };
    /** True where it is not set up yet. */
    readonly isNew?: boolean;
    readonly remark?: AppointmentRemark;
  }
>;

/** The days until an agreement is asked about; chosen on the form, or a date instead. */
export const daysAhead = [3, 7, 14] as const;
/** The choice of a date of one's own. */
export const onDate = 'date';

const empty: AppointmentDraft = { what: '', when: '', will: '', ahead: '7', date: '', time: '' };

/** The kind of {@link AppointmentFormAnswer}. */
export const appointmentFormKind: Kind<AppointmentFormAnswer> = {
  name: 'appointment-form',
  screens: () => 2,
  card: formCard,
  door: ({ of, id, about }, { t }) => ({
    title: t.appointment.form.title[of],
    text: t.appointment.form.door,
    label: t.appointment.open,
    open: {
      do: 'appointment',
      act: id === undefined ? { act: 'new-agreement', ...about } : { act: 'open-appointment', appointment: id, mode: 'edit' },
    },
  }),
  exhibits: () => [
    { kind: 'appointment-form', of: 'agreement', values: empty, next: [] },
    {
      kind: 'appointment-form',
      of: 'agreement',
      id: 'a1',
      values: { ...empty, when: 'jeg åbner mandagens møde', will: 'spørge, før jeg svarer', ahead: onDate, date: '2026-12-07' },
      remark: 'date',
      next: [],
    },
    {
      kind: 'appointment-form',
      of: 'reminder',
      id: 'a1',
      values: { ...empty, what: 'ringe til Lise om vagtplanen', date: '2026-12-03', time: '10:00' },
      next: [],
    },
  ],
};

function formCard(answer: AppointmentFormAnswer, desk: Desk): Draft {
  const { of, id, isNew, remark, about } = answer;
  const { t, press } = desk;
  const { form } = t.appointment;
  const title = of === 'reminder' ? form.title.reminder : id === undefined || isNew ? form.title.agreement : form.title.edit;
  const note: Element[] = remark ? [textBlock(form.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : [];
  const save = {
    act: 'save-appointment',
    ...(id !== undefined && { appointment: id }),
    ...about,
  } as const;
  return {
    summary: title,
    head: { title },
    body: [...note, ...(of === 'reminder' ? reminderFields(answer, desk) : agreementFields(answer, desk))],
    actions: [
      press('appointment', save, of === 'reminder' ? form.saveReminder : form.save),
      ...(id === undefined ? [] : [press('appointment', { act: 'delete-appointment', appointment: id }, t.appointment.remove, 'alone')]),
    ],
  };
}

function reminderFields({ values }: AppointmentFormAnswer, { t }: Desk): Element[] {
  const { form } = t.appointment;
  return [
    textArea(fields.what, form.what, { maxLength: mostSaid, spacing: 'Medium', ...(values.what && { value: values.what }) }),
    lastDayField(fields.date, form.dateOnly, isDate(values.date) ? values.date : undefined),
    clockField(fields.time, form.time, isClock(values.time) ? values.time : undefined),
  ];
}

function agreementFields({ values, example }: AppointmentFormAnswer, { t, view: { language } }: Desk): Element[] {
  const { form } = t.appointment;
  const ahead = [...daysAhead.map(String), onDate].map((value) => ({ title: form.ahead[value] ?? value, value }));
  return [
    textBlock(form.why, { spacing: 'Small' }),
    textField(fields.when, form.when, {
      maxLength: mostSaid,
      spacing: 'Medium',
      placeholder: form.whenHint(example?.when[language] ?? form.whenExample),
      ...(values.when && { value: values.when }),
    }),
    textField(fields.will, form.will, {
      maxLength: mostSaid,
      spacing: 'Medium',
      placeholder: form.willHint(example?.will[language] ?? form.willExample),
      ...(values.will && { value: values.will }),
    }),
    choiceField(fields.ahead, form.ask, ahead, { value: values.ahead, spacing: 'Medium' }),
    lastDayField(fields.date, form.date, isDate(values.date) ? values.date : undefined),
  ];
}

/** What stands in the fields. */
export function appointmentDraftOf({
  what = '',
  when = '',
  will = '',
  ahead = '',
  date = '',
  time = '',
}: AppointmentPressed): AppointmentDraft {
  const cut = (text: string) => text.trim().slice(0, mostSaid);
  return { what: cut(what), when: cut(when), will: cut(will), ahead: ahead.trim(), date: date.trim(), time: time.trim() };
}

/** An empty form. */
export const emptyDraft = empty;
