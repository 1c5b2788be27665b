/**
 * Appointments as cards show them.
 */
import type { AppointmentView } from '../answers/appointment-view.js';
import type { Answer } from '../answers/kinds.js';
import type { Library } from '../content/library.js';
import type { Speaker } from '../conversation/speaker.js';
import type { AppointmentWords } from '../nudges/rules/appointments.js';
import { localDate } from '../nudges/rules/cadence.js';
import { questionSchema } from '../understanding/question.js';
import type { Appointment } from './ports.js';

/** An appointment as cards show it on a day of its zone. */
export function viewOf(library: Library, appointment: Appointment, today: string): AppointmentView {
  const { id, kind, state, words, date, time, zone, madeAt, rounds } = appointment;
  const said = words.ok ? withoutOk(words) : undefined;
  const prompt = library.prompt(said?.prompt ?? '');
  const asked = said?.asked === undefined ? undefined : questionSchema.safeParse(JSON.parse(said.asked)).data;
  return {
    ...{ id, state, date, time, rounds, today, words: said },
    kind: kind === 'reminder' ? 'reminder' : 'agreement',
    madeOn: localDate(madeAt, zone),
    ...(prompt && { prompt }),
    ...(asked && { asked }),
  };
}

/** Says of what was just ordered or moved that it comes later, where nothing comes by itself on its day, or nobody knows when. */
export function withRest(answers: readonly Answer[], { incoming: { rests } }: Pick<Speaker, 'incoming'>): readonly Answer[] {
  const notBefore = rests?.until;
  if (rests && notBefore === undefined) return answers.map((each) => (each.kind === 'appointment-set' ? { ...each, held: true } : each));
  if (notBefore === undefined) return answers;
  return answers.map((each) => (each.kind === 'appointment-set' && each.shown.date < notBefore ? { ...each, notBefore } : each));
}

/** The words alone. */
export function withoutOk({ ok: _, ...words }: { readonly ok: true } & AppointmentWords): AppointmentWords {
  return words;
}
