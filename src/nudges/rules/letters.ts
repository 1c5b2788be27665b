/**
 * When an editor hears of letters, and of which.
 */
import { type Weekday, weekdays } from '../../language/times/words.js';
import { dayMs, daysLater, localDate, localTime, weekdayOn } from './cadence.js';

/** A letter that is not done, as far as this decides anything; `remindedAt` is when its editor last heard of it. */
export type Waiting = { readonly id: string; readonly framework: string; readonly sentAt: Date; readonly remindedAt?: Date | undefined };

/** What an editor is told: how many came of which document since last time, how many end soon, and of which letters they hear by it. */
export type Digest = {
  readonly came: readonly { readonly framework: string; readonly count: number }[];
  readonly ending: number;
  readonly ids: readonly string[];
};

/** An editor hears of letters once a week, on its first working day, within these hours of theirs: then there is a week to answer them in. */
const hours = { from: '08:00', until: '16:00' };
const freeDays: readonly Weekday[] = ['lør', 'søn'];

/** A letter that is so old and not done is told of once more: a month is left to answer it in. */
export const remindAfterDays = 60;

/** The Monday of the week in which an editor is to hear of letters now; undefined where they are not. Whether they have is not known here. */
export function weekToTell(now: Date, zone: string, isClosed: (localDate: string) => boolean): string | undefined {
  const [date, time] = [localDate(now, zone), localTime(now, zone)];
  const weekday = weekdayOn(date);
  if (time < hours.from || time >= hours.until || freeDays.includes(weekday) || isClosed(date)) return undefined;
  return daysLater(date, -weekdays.indexOf(weekday));
}

/** What there is to tell of the open letters; undefined where there is nothing new. */
export function digestOf(letters: readonly Waiting[], now: Date): Digest | undefined {
  const isNew = ({ remindedAt }: Waiting) => remindedAt === undefined;
  const endsAt = ({ sentAt }: Waiting) => sentAt.getTime() + remindAfterDays * dayMs;
  const isOld = (each: Waiting) => endsAt(each) <= now.getTime();
  const isDue = (each: Waiting) => isNew(each) || (isOld(each) && (each.remindedAt?.getTime() ?? 0) < endsAt(each));
  if (!letters.some(isDue)) return undefined;
  const counts = new Map<string, number>();
  for (const { framework } of letters.filter(isNew)) counts.set(framework, (counts.get(framework) ?? 0) + 1);
  return {
    came: [...counts].map(([framework, count]) => ({ framework, count })),
    ending: letters.filter(isOld).length,
    ids: letters.map(({ id }) => id),
  };
}
