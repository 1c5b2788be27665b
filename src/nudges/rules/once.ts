/** On which day and at what time something is to come once, from how it was said: decisions as data. */
import { type FindHoliday, resolveDay, resolvePause } from '../../language/times/dates.js';
import type { DayPart } from '../../language/times/dayparts.js';
import type { Period, Point } from '../../language/times/when.js';
import { nextOpenDay, type When } from './appointments.js';
import { daysLater, instantOf, localDate, localTime } from './cadence.js';
import { partTimes, appointmentPolicy as policy } from './policy.js';

/** When something was said to come, as far as it was; `unclear` where a time was said that cannot be meant as it stands. */
export type SaidOnce = {
  readonly on?: Point | undefined;
  readonly period?: Period | undefined;
  /** `HH:MM`. */
  readonly time?: string | undefined;
  readonly part?: DayPart | undefined;
  /** Minutes from now. */
  readonly soon?: number | undefined;
  readonly unclear?: boolean | undefined;
};

/** Where it is said: the zone, and the time of the person's daily questions where they have them. */
export type SaidHere = {
  readonly now: Date;
  readonly zone: string;
  readonly planTime: string | undefined;
  readonly findHoliday: FindHoliday;
};

/** When it comes and how its time was found; or why nobody can know, with two proposals. */
export type Once =
  | ({ readonly kind: 'at'; readonly from: 'said' | 'part' | 'plan' | 'usual' } & When)
  | { readonly kind: 'unclear'; readonly why: 'day' | 'time' | 'past' | 'when'; readonly proposals: readonly [When, When] };

const hourMs = 60 * 60_000;
const dayTime = policy.time;

/** Finds the day and the time. Without a day it is today where the time is still to come, else tomorrow. */
export function resolveOnce(said: SaidOnce, here: SaidHere): Once {
  const { now, zone } = here;
  if (said.soon !== undefined) return { kind: 'at', from: 'said', ...whenOf(new Date(now.getTime() + said.soon * 60_000), zone) };
  const { time, from } = timeOf(said, here);
  const today = localDate(now, zone);
  if (said.unclear && said.time !== undefined && said.time < '06:00') return halves(said, here);
  if (said.unclear) return unclear('day', here, time);
  const isDayNamed = said.on !== undefined || said.period !== undefined;
  if (!isDayNamed && from !== 'said' && from !== 'part') return unclear('when', here, time);
  const date = isDayNamed ? dateOf(said, here) : isPast({ date: today, time, zone }, now) ? daysLater(today, 1) : today;
  if (!date) return unclear('day', here, time);
  const when = { date, time, zone };
  // "den 23. november" a week later is no day of the next year.
  if (said.on?.kind === 'date' && said.on.year === undefined && date > daysLater(today, policy.mostDaysSaid))
    return unclear('past', here, time);
  return isPast(when, now) ? unclear('past', here, time) : { kind: 'at', from, ...when };
}

function timeOf({ time, part }: SaidOnce, { planTime }: SaidHere): { time: string; from: 'said' | 'part' | 'plan' | 'usual' } {
  if (time !== undefined) return { time, from: 'said' };
  if (part !== undefined) return { time: partTimes[part], from: 'part' };
  return planTime === undefined ? { time: dayTime, from: 'usual' } : { time: planTime, from: 'plan' };
}

/** The first day of what was named; behind a feast of several days the first working day after it. */
function dateOf({ on, period }: SaidOnce, { now, zone, findHoliday }: SaidHere): string | undefined {
  const day = on && resolveDay(on, now, zone, findHoliday);
  if (day) return day;
  if (on?.kind === 'holiday') {
    const feast = resolvePause({ kind: 'during', point: on }, now, zone, findHoliday);
    return feast === 'unclear'
      ? undefined
      : nextOpenDay(daysLater(feast.until, 1), { kind: 'reminder' }, { isClosed: () => false, pauses: [] });
  }
  if (!period) return undefined;
  if (period.kind === 'since' || (period.kind === 'until' && !period.included)) return firstOf(period.point, now, zone, findHoliday);
  return 'point' in period ? firstOf(period.point, now, zone, findHoliday) : undefined;
}

function firstOf(point: Point, now: Date, zone: string, findHoliday: FindHoliday): string | undefined {
  const stretch = resolvePause({ kind: 'during', point }, now, zone, findHoliday);
  return stretch === 'unclear' ? undefined : stretch.from;
}

/** "kl. 3" may be at night or in the afternoon; today it can be but one of them once the night is over. */
function halves(said: SaidOnce, here: SaidHere): Once {
  const { time = dayTime } = said;
  const at = (clock: string) => resolveOnce({ ...said, time: clock, unclear: false }, here);
  const [night, afternoon] = [at(time), at(`${Number(time.slice(0, 2)) + 12}${time.slice(2)}`)];
  if (night.kind !== 'at' && afternoon.kind === 'at') return afternoon;
  const whenIn = (once: Once): When => (once.kind === 'at' ? { date: once.date, time: once.time, zone: once.zone } : once.proposals[1]);
  return { kind: 'unclear', why: 'time', proposals: [whenIn(afternoon), whenIn(night)] };
}

/** Tomorrow and in a week; of a time that is over today, in an hour and tomorrow. */
function unclear(why: 'day' | 'past' | 'when', { now, zone }: SaidHere, time: string): Once {
  const today = localDate(now, zone);
  const tomorrow = { date: daysLater(today, 1), time, zone };
  const soon = whenOf(new Date(now.getTime() + hourMs), zone);
  const isSoon = why !== 'day' && soon.date === today && soon.time < policy.civil.until;
  return { kind: 'unclear', why, proposals: isSoon ? [soon, tomorrow] : [tomorrow, { date: daysLater(today, 7), time, zone }] };
}

function isPast({ date, time, zone }: When, now: Date): boolean {
  return instantOf(date, time, zone) <= now;
}

/** The local date and time of an instant in a zone. */
export function whenOf(at: Date, zone: string): When {
  return { date: localDate(at, zone), time: localTime(at, zone), zone };
}
