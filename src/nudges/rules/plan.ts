/** What becomes of plans and of sent nudges: decisions as data, carried out by `dispatch.ts` and `plans.ts`. */
import { IANAZone } from 'luxon';
import { type Cadence, type Due, dueBetween, nextDue } from './cadence.js';
import { spreadMinutes } from './policy.js';

/** Why nudges were stopped without anybody asking for it; they start again with the next message from there. */
export type StopReason =
  /** The bot is not, or no longer, in the conversation. */
  | 'removed'
  /** The person blocked the bot. */
  | 'blocked'
  /** The tenant's administrator turned the bot off. */
  | 'disabled'
  /** The conversation does not exist any more. */
  | 'gone'
  /** Teams forbids it without saying more. */
  | 'forbidden';

/** When to nudge, and how. A shared conversation's plan has a subject as well. */
export type NudgePlan = Cadence & {
  readonly on: boolean;
  /** On the minute; else about the time, see `spread.ts`. */
  readonly exact: boolean;
  readonly language: 'da' | 'en';
  /** Set where the plan is off because nothing could be delivered. */
  readonly stopped?: StopReason | undefined;
  /** What a team is asked about. */
  readonly subject?: TeamSubject | undefined;
  readonly madeAt: Date;
};

/** A theme, or what all leaders share where there is none; ids may be of content that is no longer loaded. */
export type TeamSubject = { readonly framework?: string | undefined; readonly theme?: string | undefined };

/** What holds for all plans. */
export type Rules = {
  /** A nudge that is so many minutes late is not sent any more. */
  readonly graceMinutes: number;
  readonly isClosed: (localDate: string) => boolean;
};

/** One time of a plan and what becomes of it; `slot` is the local time it was promised for. */
export type Occurrence = Due & { readonly slot: string; readonly verdict: 'due' | Skip };

/** Why a nudge is not sent. */
export type Skip = 'late' | 'switched-off' | 'limited' | 'paused' | 'closed' | 'off' | 'changed' | 'no-prompt' | 'taken' | 'away';

/** Weekdays and time of a person's plan where nothing else is said. */
export const personalDefaults: Pick<NudgePlan, 'days' | 'time' | 'exact'> = {
  days: ['man', 'tir', 'ons', 'tor', 'fre'],
  time: '08:00',
  exact: false,
};

/** A question a week, where one a day is too many. */
export const weeklyDefaults: typeof personalDefaults = { days: ['tir'], time: '10:00', exact: false };

/** The same for a team: once a week. */
export const teamDefaults: typeof personalDefaults = { days: ['man'], time: '09:00', exact: false };

/** The time zone of a plan where the client says none. */
export const defaultZone = 'Europe/Copenhagen';

const minuteMs = 60_000;

/**
 * Looks at every time from `since` up to `now`, both included, that a plan asks for: due within the grace, or skipped and why.
 * `next` is the time to look again.
 */
export function planDeliveries(
  plan: NudgePlan,
  since: Date,
  now: Date,
  rules: Rules,
): { readonly occurrences: readonly Occurrence[]; readonly next: Date | undefined } {
  const asked = { ...plan, pauses: [] };
  const all = dueBetween(asked, new Date(since.getTime() - 1), now, () => false);
  const occurrences = all.map((due) => ({ ...due, slot: plan.time, verdict: judge(plan, due, now, rules) }));
  return { occurrences, next: nextLook(plan, now) };
}

/** The next time that a plan asks for, pauses and closed days included: those are judged when it comes. */
export function nextLook(plan: Cadence, after: Date): Date | undefined {
  return nextDue({ ...plan, pauses: [] }, after, () => false)?.at;
}

/**
 * When to look first at a plan that is made or moved at `now`. What counts is its time as it is told: made before it, today
 * is asked, at once where its spread brought it earlier; made after it, tomorrow, although today's would still come.
 */
export function firstLook({ shift = 0, ...plan }: Cadence, now: Date): Date | undefined {
  const told = nextLook(plan, now);
  return told && new Date(told.getTime() + shift);
}

/** Where a look was due with one shift, it is due with the other for the same day's question: none is lost, and none is made twice. */
export function moveLook(look: Date, before: Cadence, after: Cadence): Date {
  return new Date(look.getTime() - (before.shift ?? 0) + (after.shift ?? 0));
}

/**
 * The first question still to come of a plan that is looked at next at `look`. One that is due and was not looked at
 * yet is still to come; of looks that are long overdue, only what a spread may have brought earlier.
 */
export function findNext(plan: Cadence, look: Date, now: Date, isLeftOut: (localDate: string) => boolean): Due | undefined {
  const earliest = Math.max(look.getTime() - 1, now.getTime() - spreadMinutes * minuteMs - 1);
  return nextDue(plan, new Date(earliest), isLeftOut);
}

/** Before this instant a nudge is too late to be sent at `now`. */
export function latestMissed(now: Date, graceMinutes: number): Date {
  return new Date(now.getTime() - graceMinutes * minuteMs);
}

function judge(plan: NudgePlan, due: Due, now: Date, rules: Rules): Occurrence['verdict'] {
  return findSkip(plan, due.localDate, rules) ?? (due.at <= latestMissed(now, rules.graceMinutes) ? 'late' : 'due');
}

/** Why a plan sends nothing on a local date that it asks for; undefined when it does. */
export function findSkip(plan: NudgePlan, localDate: string, { isClosed }: Pick<Rules, 'isClosed'>): Skip | undefined {
  if (!plan.on) return 'off';
  if (plan.pauses.some(({ from, until }) => from <= localDate && localDate <= until)) return 'paused';
  return isClosed(localDate) ? 'closed' : undefined;
}

/** How sending a nudge went. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** Nothing was delivered, and it may be tried again; after so many milliseconds where the other side says so. */
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number | undefined }
  /** It never left here: no token could be had, or the time was over before; `reason` is a word for the report. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: StopReason }
  /** It may have been delivered or not; `reason` is a word for the report. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** It was not delivered, and would not be the next time. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What to note of an outcome. */
export type Settlement =
  | { readonly state: 'sent' | 'unknown' | 'failed'; readonly reason?: string; readonly stop?: StopReason }
  /** Try again after `waitMs`, and send to nobody of the tenant for `quietMs`; `unsent` is why it could not even leave. */
  | { readonly state: 'due'; readonly waitMs: number; readonly quietMs: number; readonly unsent?: string };

/** A wait between two tries: the first, then twice as long each time, up to the longest. In milliseconds. */
type Backoff = { readonly first: number; readonly longest: number };

/** Teams, "Rate limiting for bots": exponential, with a random part, where it does not say how long. */
const throttled: Backoff = { first: 1_000, longest: minuteMs };
/**
 * What keeps a message from leaving lasts minutes or hours. Another nudge of the tenant is tried at the next pass
 * anyway; the longest wait is short beside the grace, so that each has its turn soon after the trouble is over.
 */
const unsent: Backoff = { first: 20_000, longest: 5 * minuteMs };

/**
 * Decides what to note; `attempts` counts the one just made, `chance` is a random number from 0 up to 1 that keeps waits
 * apart. A nudge is sent again only where surely nothing was delivered.
 */
export function settle(outcome: Outcome, attempts: number, chance: number): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent' };
    case 'throttled': {
      const { retryAfterMs: quietMs = 0 } = outcome;
      return { state: 'due', waitMs: Math.max(quietMs, backoffMs(throttled, attempts, chance)), quietMs };
    }
    case 'not-sent':
      return { state: 'due', waitMs: backoffMs(unsent, attempts, chance), quietMs: 0, unsent: outcome.reason };
    case 'unreachable':
      return { state: 'failed', reason: outcome.reason, stop: outcome.reason };
    case 'ambiguous':
      return { state: 'unknown', reason: outcome.reason };
    case 'refused':
      return { state: 'failed', reason: outcome.reason };
  }
}

/** Up to half as long again by chance. */
function backoffMs({ first, longest }: Backoff, attempts: number, chance: number): number {
  return Math.min(longest, first * 2 ** (attempts - 1)) * (1 + chance / 2);
}

/** Whether two zones tell the same time throughout the year from `now`: then nobody needs to be asked which one is meant. */
export function isSameClock(zone: string, other: string, now: Date): boolean {
  const [one, two] = [IANAZone.create(zone), IANAZone.create(other)];
  const weeks = Array.from({ length: 53 }, (_, week) => now.getTime() + week * 7 * 24 * 60 * minuteMs);
  return weeks.every((instant) => one.offset(instant) === two.offset(instant));
}
