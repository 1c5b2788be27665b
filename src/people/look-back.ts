/**
 * The look back on the week, counted when its owner asks for it: nothing of it is stored but when it comes by itself.
 */
import type { Answer } from '../answers/kinds.js';
import type { AgreementCounts } from '../answers/look-back.js';
import { findPrompt } from '../answers/own-prompt.js';
import { dayMs } from '../clock.js';
import type { Owner } from '../conversation/speaker.js';
import { instantsOf } from '../language/times/past-dates.js';
import { onWeekday } from '../nudges/rules/appointments.js';
import { daysLater, instantOf, localDate } from '../nudges/rules/cadence.js';
import { appointmentPolicy as policy } from '../nudges/rules/policy.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type AppointmentParts, zoneFor } from './appointments.js';
import type { Appointment, Note, Notes } from './ports.js';

/** What it is counted from. */
export type LookBackParts = AppointmentParts & { readonly notes: Notes };

type LookBackQuestion = Extract<PlainQuestion, { intent: 'look-back' }>;

/** So many days are a week, the last one included. */
const weekDays = 7;
/** As many of a week's notes are read. */
const mostNotes = 100;

/** Shows it, or has it come every week, or no more. */
export async function lookBack(parts: LookBackParts, question: LookBackQuestion, owner: Owner): Promise<readonly Answer[]> {
  const all = await parts.appointments.list(owner.key);
  const kept = all.find(({ kind }) => kind === 'look-back');
  if (question.wish === 'off') {
    if (kept) await parts.appointments.remove(owner.key, kept.id);
    return [{ kind: 'look-back-set', next: [] }];
  }
  return question.wish === 'on' ? turnOn(parts, question, kept, owner) : [await show(parts, all, kept, owner)];
}

async function turnOn(
  parts: LookBackParts,
  question: LookBackQuestion,
  kept: Appointment | undefined,
  owner: Owner,
): Promise<readonly Answer[]> {
  const { at } = owner.incoming;
  const zone = zoneFor(owner);
  const weekday = question.day ?? kept?.weekday ?? policy.lookBack.day;
  const time = question.time ?? kept?.time ?? policy.lookBack.time;
  const today = localDate(at, zone);
  const isOver = instantOf(today, time, zone) <= at;
  const date = onWeekday(isOver ? daysLater(today, 1) : today, weekday);
  const when = { date, time, zone, nextAt: instantOf(date, time, zone) };
  if (kept) await parts.appointments.change(owner.key, kept.id, { ...when, weekday, state: 'open' }, at);
  else await parts.appointments.add(owner.key, { kind: 'look-back', words: {}, weekday, language: owner.asker.language, ...when }, at);
  return [{ kind: 'look-back-set', plan: { day: weekday, time, next: date, today }, next: [] }];
}

async function show(parts: LookBackParts, all: readonly Appointment[], kept: Appointment | undefined, owner: Owner): Promise<Answer> {
  const zone = zoneFor(owner);
  const until = localDate(owner.incoming.at, zone);
  const from = daysLater(until, 1 - weekDays);
  const { notes, total } = await parts.notes.list(owner.key, { ...instantsOf({ from, until }, zone), size: mostNotes });
  const most = findPrompt(parts.library, mostWritten(notes) ?? { prompt: '' });
  const { weekday, time } = kept ?? {};
  return {
    ...{ kind: 'look-back', from, until, notes: total, agreements: countAgreements(all, from, until), next: [] },
    ...(most && { most }),
    // Another question each week, the same all week long.
    turn: Math.floor(Date.parse(until) / (weekDays * dayMs)),
    ...(weekday && time && { plan: { day: weekday, time } }),
  };
}

/** A note of the question that the most was written to. */
function mostWritten(notes: readonly Note[]): Note | undefined {
  const sums = new Map<string, number>();
  for (const { prompt, text } of notes) if (text.ok) sums.set(prompt, (sums.get(prompt) ?? 0) + text.text.length);
  const [most] = [...sums].sort(([, one], [, other]) => other - one);
  return notes.find(({ prompt }) => prompt === most?.[0]);
}

function countAgreements(all: readonly Appointment[], from: string, until: string): AgreementCounts {
  const agreements = all.filter(({ kind }) => kind === 'agreement');
  const ended = (state: 'done' | 'partly') =>
    agreements.filter((each) => each.state === state && each.date >= from && each.date <= until).length;
  const count = (state: 'asked' | 'open') => agreements.filter((each) => each.state === state).length;
  return { done: ended('done'), partly: ended('partly'), asked: count('asked'), open: count('open') };
}
