/**
 * An appointment as cards show it: its words where they may be read, and when it comes.
 */
import type { Desk } from '../cards/desk.js';
import { type CardAction, container, type Element, plainText, textBlock } from '../cards/elements.js';
import { ours } from '../cards/frame.js';
import { firstUpper, longDate } from '../cards/strings/lists.js';
import type { Prompt } from '../content/prompts.js';
import type { AppointmentState, AppointmentWords } from '../nudges/rules/appointments.js';
import type { PlainQuestion } from '../understanding/question.js';
import { dateOf } from './dates.js';

/** A reminder or an agreement. `words` is undefined where no key opens them; dates are `YYYY-MM-DD` where the person is. */
export type AppointmentView = {
  readonly id: string;
  readonly kind: 'reminder' | 'agreement';
  readonly state: AppointmentState;
  readonly words: AppointmentWords | undefined;
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  readonly today: string;
  readonly madeOn: string;
  readonly rounds: number;
  /** Our question that it was made under, and what was asked for just before it; where the content has them still. */
  readonly prompt?: Prompt | undefined;
  readonly asked?: PlainQuestion | undefined;
};

/** "torsdag 3. december kl. 10.00" */
export function comesAt({ date, time, today }: Pick<AppointmentView, 'date' | 'time' | 'today'>, desk: Desk): string {
  return desk.t.appointment.at(dateOf(date, today, desk), time);
}

/** "24. november 2026": the day it was made. */
export function madeOn({ madeOn: date }: AppointmentView, { view }: Desk): string {
  return longDate(new Date(`${date}T12:00:00Z`), view.language, 'UTC');
}

/** The words in one line, as the person wrote them; undefined where they wrote none. */
export function saidIn({ words }: Pick<AppointmentView, 'words'>, { t }: Desk): string | undefined {
  if (words === undefined) return t.appointment.sealed;
  if (words.will !== undefined) return t.appointment.intention(words.when ?? '', words.will);
  return words.what;
}

/** The words of the person, standing by themselves; nothing where they wrote none. */
export function wordsBox(view: Pick<AppointmentView, 'words'>, desk: Desk): Element[] {
  const lines = saidIn(view, desk)?.split(/[\n\r]+/) ?? [];
  const items = lines.map((line) => plainText(firstUpper(line), { size: 'Medium' }, { spacing: 'Small' }));
  return items.length === 0 ? [] : [container(items, { style: 'emphasis', spacing: 'Medium' })];
}

/** Our question that it was made under. */
export function promptBoxOf({ prompt }: Pick<AppointmentView, 'prompt'>, { view }: Desk): Element[] {
  return prompt ? [ours([plainText(prompt[view.language])])] : [];
}

/** What was asked for when it was made, as a button. */
export function askedAgain({ asked }: Pick<AppointmentView, 'asked'>, desk: Desk): CardAction[] {
  return asked ? [desk.ask(asked, desk.t.appointment.due.showAgain)] : [];
}

/** How far it is, in words. */
export function stateOf(view: AppointmentView, desk: Desk): string {
  const { state } = desk.t.appointment;
  if (view.state === 'open') return state.open(comesAt(view, desk));
  return view.state === 'asked' && view.kind === 'agreement' ? state.askedAgreement : state[view.state];
}

/** That nobody else opens it, under words that are shown. */
export function onlyYouNote({ t }: Desk): Element {
  return textBlock(t.appointment.onlyYou, { size: 'Small', isSubtle: true, spacing: 'Medium' });
}

/** One made up for the gallery. */
export function someAppointment(kind: AppointmentView['kind'], change: Partial<AppointmentView> = {}): AppointmentView {
  const words =
    kind === 'reminder' ? { what: 'ringe til Lise om vagtplanen' } : { when: 'jeg åbner mandagens møde', will: 'spørge, før jeg svarer' };
  return {
    ...{ id: 'a1', kind, state: 'open', words, date: '2026-12-03', time: '10:00', today: '2026-11-30', madeOn: '2026-11-24', rounds: 0 },
    ...change,
  };
}
