/**
 * What comes back to a person on a day of their own: a reminder for once, an agreement with oneself, the look back on a week.
 * When it comes, what moves it, and what becomes of it: decisions as data.
 */
import type { Pause } from '../../language/times/dates.js';
import { type Weekday, weekdays } from '../../language/times/words.js';
import { dayMs, daysLater, instantOf, localDate, localTime, weekdayOn } from './cadence.js';
import { latestMissed, type Rules } from './plan.js';
import { appointmentPolicy as policy } from './policy.js';

/** A reminder is ordered by the clock and always comes; the others are one message a day, and wait for an open day. */
export type AppointmentKind = 'reminder' | 'agreement' | 'look-back';

/** A local date `YYYY-MM-DD` and time `HH:MM` in a zone (IANA). */
export type When = { readonly date: string; readonly time: string; readonly zone: string };

/**
 * What stands in an appointment, in the person's own words, and what it was said to: a prompt, a statement, a theme by their full ids.
 * `what` a reminder is for; `when` and `will` of an agreement; `line` is what they wrote when they were asked.
 */
export type AppointmentWords = {
  readonly what?: string | undefined;
  readonly when?: string | undefined;
  readonly will?: string | undefined;
  readonly line?: string | undefined;
  readonly prompt?: string | undefined;
  readonly statement?: string | undefined;
  /** A question of what was shown when it was made, as JSON. */
  readonly asked?: string | undefined;
};

/**
 * How far an appointment is. `draft`: its time is still to be chosen. `open`: it comes. `asked`: it came. `done`, `partly`: what the
 * person answered. `resting`: it comes no more by itself. `dropped`: it is deleted
 * soon, and till then can be taken back.
 */
export type AppointmentState = 'draft' | 'open' | 'asked' | 'done' | 'partly' | 'resting' | 'dropped';

/** Where a person is reached on which days, as far as an appointment asks. */
export type Surroundings = Pick<Rules, 'isClosed'> & {
  readonly pauses: readonly Pause[];
  /** True while nothing comes by itself to the person's municipality: nobody knows until when, also where a day was named. */
  readonly isOff?: boolean | undefined;
  /** Dates that an agreement has: a look back goes around them. */
  readonly taken?: ReadonlySet<string>;
};

/** How far the delivery is that an appointment was last given to; undefined before its first. `reason` of the outbox. */
export type Delivered =
  | { readonly state: 'due' | 'claimed' | 'sending' | 'sent' | 'unknown' | 'skipped' | 'failed'; readonly reason: string | null }
  | undefined;

/** What to do about an appointment whose time to be looked at has come. */
export type AppointmentStep =
  /** A delivery, due at `at`, under this date and slot; look again at `lookAt` what became of it. */
  | { readonly do: 'send'; readonly at: Date; readonly localDate: string; readonly slot: string; readonly lookAt: Date }
  /** To another date. */
  | { readonly do: 'move'; readonly date: string; readonly lookAt: Date }
  /** Its delivery is under way. */
  | { readonly do: 'look-again'; readonly lookAt: Date }
  /** Its delivery came to nothing: another is made at `lookAt`. */
  | { readonly do: 'try-again'; readonly lookAt: Date }
  /** It was asked, or nobody knows whether it was: it is never asked twice. A look back comes next on `date`. */
  | { readonly do: 'settle'; readonly date?: string; readonly lookAt?: Date }
  /** Teams did not take it, or it could not be delivered for too long: it is tried no more, and stays where the person finds it. */
  | { readonly do: 'rest' };

const minuteMs = 60_000;

/** The slot of an agreement's deliveries, and of a look back's: one of each a day, whatever stands in it. */
export const agreementSlot = 'agreement';
/** See {@link agreementSlot}. */
export const lookBackSlot = 'look-back';
const reminderSlot = 'once';

/** What a delivery's slot says it carries: a plan's question, where the slot is a time of day, or an appointment. */
export function carriedIn(slot: string): 'question' | AppointmentKind {
  if (slot === agreementSlot || slot === lookBackSlot) return slot;
  return slot.startsWith(`${reminderSlot} `) ? 'reminder' : 'question';
}

/** An appointment as far as its next step depends on it. `weekday` of a look back. */
export type Timed = When & { readonly id: string; readonly kind: AppointmentKind; readonly weekday?: Weekday | undefined };

/** What to do about an appointment at `now`, in the order in which it happens: was it asked, may it be today, is it late. */
export function planAppointment(
  appointment: Timed,
  delivered: Delivered,
  around: Surroundings,
  { now, graceMinutes }: { readonly now: Date; readonly graceMinutes: number },
): AppointmentStep {
  if (delivered?.state === 'sent' || delivered?.state === 'unknown') return settled(appointment, now);
  if (delivered?.state === 'failed' && !isAway(delivered.reason)) return { do: 'rest' };
  const lookAt = new Date(now.getTime() + policy.lookAgainMinutes * minuteMs);
  if (delivered && delivered.state !== 'skipped' && delivered.state !== 'failed') return { do: 'look-again', lookAt };
  const { date, time, zone } = appointment;
  const dueAt = instantOf(date, time, zone);
  if (around.isOff) return waitWhileOff(appointment, dueAt, now);
  if (isTooLate(dueAt, now)) return { do: 'rest' };
  const isLate = dueAt <= latestMissed(now, graceMinutes) || delivered !== undefined;
  if (appointment.kind === 'reminder') {
    if (delivered && !isOverdue(delivered.reason)) return { do: 'try-again', lookAt: tomorrow(appointment, now) };
    return isLate ? sendLate(appointment, now, lookAt) : send(appointment, dueAt, date, lookAt);
  }
  if (!isLate && isOpen(date, appointment, around)) return send(appointment, dueAt, date, lookAt);
  const next = isLate ? nextDay(appointment, around, now) : nextOpenDay(daysLater(date, 1), appointment, around);
  return { do: 'move', date: next, lookAt: instantOf(next, time, zone) };
}

/** The first date from `from` on that is open to a person: no weekend, no closed day, no pause. */
export function nextOpenDay(from: string, { kind }: Pick<Timed, 'kind'>, around: Surroundings): string {
  for (let ahead = 0; ahead <= policy.mostDaysAhead; ahead += 1) {
    const date = daysLater(from, ahead);
    if (!isWeekend(date) && isOpen(date, { kind }, around)) return date;
  }
  return from;
}

/** The first date from `date` on with this weekday. */
export function onWeekday(date: string, weekday: Weekday): string {
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOn(date)) + 7) % 7;
  return daysLater(date, ahead);
}

/** After "not yet" it is asked again so many days later; undefined when that was often enough. `rounds` counts those before. */
export function daysToNextRound(rounds: number): number | undefined {
  return policy.daysBetweenRounds[rounds];
}

/** Whether a delivery waited until it was too late: for its turn, or for its tenant's nudges to be on again. */
function isOverdue(reason: string | null): boolean {
  return reason === 'late' || reason === 'switched-off';
}

/** Whether somebody could not be reached at all: they may come back. */
function isAway(reason: string | null): boolean {
  return reason !== null && ['removed', 'blocked', 'disabled', 'gone', 'forbidden', 'no-address'].includes(reason);
}

function isTooLate(dueAt: Date, now: Date): boolean {
  return dueAt.getTime() <= now.getTime() - policy.mostDaysLate * dayMs;
}

/**
 * Nothing is made and nothing put off to the end of a pause: it may be taken back in an hour. What waits is late then, and comes as such;
 * an agreement goes along from time to time, so that a long pause is not the end of it.
 */
function waitWhileOff({ kind, zone }: Timed, dueAt: Date, now: Date): AppointmentStep {
  const lookAt = new Date(now.getTime() + policy.lookAgainOffMinutes * minuteMs);
  if (kind === 'reminder') return isTooLate(dueAt, now) ? { do: 'rest' } : { do: 'look-again', lookAt };
  const isLeftBehind = dueAt.getTime() <= now.getTime() - policy.leftBehindDays * dayMs;
  return isLeftBehind ? { do: 'move', date: localDate(now, zone), lookAt } : { do: 'look-again', lookAt };
}

/** A look back comes every week; whether its day is open is seen when it has come. */
function settled({ kind, weekday, time, zone }: Timed, now: Date): AppointmentStep {
  if (kind !== 'look-back' || !weekday) return { do: 'settle' };
  const date = onWeekday(daysLater(localDate(now, zone), 1), weekday);
  return { do: 'settle', date, lookAt: instantOf(date, time, zone) };
}

function send(appointment: Timed, at: Date, date: string, lookAt: Date): AppointmentStep {
  return { do: 'send', at, localDate: date, slot: slotOf(appointment, appointment.time), lookAt };
}

/** What was ordered by the clock comes as soon as it can, but wakes nobody. */
function sendLate(appointment: Timed, now: Date, lookAt: Date): AppointmentStep {
  const { zone } = appointment;
  const [today, time] = [localDate(now, zone), localTime(now, zone)];
  const { from, until } = policy.civil;
  if (time >= from && time < until) return { do: 'send', at: now, localDate: today, slot: slotOf(appointment, time), lookAt };
  const day = time < from ? today : daysLater(today, 1);
  return { do: 'try-again', lookAt: instantOf(day, from, zone) };
}

function tomorrow({ zone }: Timed, now: Date): Date {
  return instantOf(daysLater(localDate(now, zone), 1), policy.civil.from, zone);
}

function slotOf({ kind, id }: Timed, time: string): string {
  return kind === 'reminder' ? `${reminderSlot} ${id} ${time}` : kind;
}

/** Today where its time is still to come, else the next open day. */
function nextDay(appointment: Timed, around: Surroundings, now: Date): string {
  const today = localDate(now, appointment.zone);
  const isOver = instantOf(today, appointment.time, appointment.zone) <= now;
  return nextOpenDay(isOver ? daysLater(today, 1) : today, appointment, around);
}

function isOpen(date: string, { kind }: Pick<Timed, 'kind'>, { isClosed, pauses, taken }: Surroundings): boolean {
  if (isClosed(date) || pauses.some(({ from, until }) => from <= date && date <= until)) return false;
  return kind !== 'look-back' || !taken?.has(date);
}

function isWeekend(date: string): boolean {
  return ['lør', 'søn'].includes(weekdayOn(date));
}
