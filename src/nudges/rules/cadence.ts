/** When a plan is due: local times on chosen weekdays, through daylight saving, pauses and closed days. */
import { DateTime, IANAZone } from 'luxon';
import { type Weekday, weekdays } from '../../language/times/words.js';

/** What decides when nudges are due. */
export type Cadence = {
  readonly days: readonly Weekday[];
  /** Local time `HH:MM`. */
  readonly time: string;
  /** IANA name: "Europe/Copenhagen". */
  readonly zone: string;
  /** Local dates `YYYY-MM-DD`, both included. */
  readonly pauses: readonly { readonly from: string; readonly until: string }[];
  /** How long after its time it is due, in milliseconds, before it where negative; at its time unless told. No date depends on it. */
  readonly shift?: number;
};

/** One time that a plan is due. */
export type Due = { readonly at: Date /** `YYYY-MM-DD` in the plan's zone. */; readonly localDate: string };

/** A plan without a due day in so many days has none. */
const SEARCH_DAYS = 400;
/** No daylight saving skips more; a zone that once skipped a whole date has no such day to send on. */
const LONGEST_GAP = 180;
/** Milliseconds of a day without a change of the clocks. */
export const dayMs = 86_400_000;
const MINUTE = 60_000;

/**
 * The first time strictly after `after` that a plan is due; undefined if none is within 400 days.
 *
 * Every day that is chosen, open and not paused is due exactly once: a time that the spring change leaves
 * out runs at the next minute there is, one that the autumn change doubles runs the first time. A shift counts
 * from there, and takes no day its date. Throws for a zone that the machine does not know ({@link isZone}).
 */
export function nextDue(plan: Cadence, after: Date, isClosed: (localDate: string) => boolean): Due | undefined {
  const zone = zoneOf(plan.zone);
  const from = unshifted(plan, after);
  const first = localDay(from.getTime(), zone);
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const due = dueOn(plan, zone, first + ahead * dayMs, isClosed);
    if (due && due.at > from) return shifted(plan, due);
  }
  return undefined;
}

/** All times after `from` and up to `to`, `to` included, that a plan is due, in order. */
export function dueBetween(plan: Cadence, from: Date, to: Date, isClosed: (localDate: string) => boolean): Due[] {
  const zone = zoneOf(plan.zone);
  const found: Due[] = [];
  const [begin, end] = [unshifted(plan, from), unshifted(plan, to)];
  const last = localDay(end.getTime(), zone);
  for (let day = localDay(begin.getTime(), zone); day <= last; day += dayMs) {
    const due = dueOn(plan, zone, day, isClosed);
    if (due && due.at > begin && due.at <= end) found.push(shifted(plan, due));
  }
  return found;
}

/** The whole time line is moved, and not each day by itself: so what is due once without a shift is due once with it. */
function unshifted({ shift = 0 }: Cadence, at: Date): Date {
  return new Date(at.getTime() - shift);
}

function shifted({ shift = 0 }: Cadence, due: Due): Due {
  return { ...due, at: new Date(due.at.getTime() + shift) };
}

/** Whether the machine knows a time zone by this name. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

function zoneOf(name: string): IANAZone {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`time zone "${name}" is unknown. Use an IANA name such as "Europe/Copenhagen".`);
  return zone;
}

/** The local date of an instant, as the milliseconds of its midnight if the zone were UTC. */
function localDay(instant: number, zone: IANAZone): number {
  const local = instant + zone.offset(instant) * MINUTE;
  return local - (((local % dayMs) + dayMs) % dayMs);
}

function dueOn(plan: Cadence, zone: IANAZone, day: number, isClosed: (localDate: string) => boolean): Due | undefined {
  const localDate = new Date(day).toISOString().slice(0, 10);
  if (!plan.days.includes(weekdayOn(localDate))) return undefined;
  if (plan.pauses.some(({ from, until }) => from <= localDate && localDate <= until) || isClosed(localDate)) return undefined;
  const at = firstInstant(day, plan.time, zone);
  return at === undefined ? undefined : { at: new Date(at), localDate };
}

/** The first instant of a day whose local time is `time`, or the first minute after it that exists; undefined if there is none for hours. */
function firstInstant(day: number, time: string, zone: IANAZone): number | undefined {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  // Not luxon's own conversion: which of two doubled times it takes depends on the season it is asked in.
  const offsets = [zone.offset(day - dayMs), zone.offset(day + 2 * dayMs)];
  const wanted = day + minutes * MINUTE;
  if (offsets[0] === offsets[1]) return wanted - (offsets[0] ?? 0) * MINUTE;
  for (let local = wanted; local <= wanted + LONGEST_GAP * MINUTE; local += MINUTE) {
    const instants = offsets
      .map((offset) => local - offset * MINUTE)
      .filter((instant) => instant + zone.offset(instant) * MINUTE === local);
    if (instants.length > 0) return Math.min(...instants);
  }
  return undefined;
}

/**
 * The instant of a local date and time `HH:MM` in a zone: the first of two where the clock goes back, the next minute there is
 * where it goes forward. Throws for a zone that the machine does not know ({@link isZone}).
 */
export function instantOf(localDate: string, time: string, zone: string): Date {
  const day = Date.parse(`${localDate}T00:00:00Z`);
  // A date that a zone once skipped has no such time: then it is told by UTC.
  return new Date(firstInstant(day, time, zoneOf(zone)) ?? day);
}

/** The date in a zone, `YYYY-MM-DD`. */
export function localDate(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd');
}

/** The time of day in a zone, `HH:MM`. */
export function localTime(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).toFormat('HH:mm');
}

/** The weekday of a date `YYYY-MM-DD`. */
export function weekdayOn(date: string): Weekday {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday;
}

/** The date so many days later, `YYYY-MM-DD`. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
