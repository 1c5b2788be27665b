import { LRUCache } from 'lru-cache';
import type { Metrics } from '../metrics.js';
import type { StoredPaces } from './ports.js';

/** How many messages are answered; what is undefined has no limit. */
export type Rates = {
  /** To one person, in a minute. */
  readonly messagesPerMinute?: number | undefined;
  /** By this instance to everybody, in a second. */
  readonly messagesPerSecond?: number | undefined;
};

/** What to do with a message: answer it, say that there were too many, or say nothing because that was just said. */
export type Verdict = 'answer' | 'explain' | 'ignore';

/** What something counts as, of a person's limit and of everybody's; below 0 it gives back. */
export type Cost = { readonly person: number; readonly everybody: number };

/** Counts one message of a person and tells what to do with it; `cost` is a message's unless told. */
export type Limiter = (person: string, now: Date, cost?: Cost) => Verdict;

/** What a message and a pressed button count as. */
export const messageCost: Cost = { person: 1, everybody: 1 };

/** What a search of the message extension counts as: Teams sends one for every pause in typing. */
export const searchCost: Cost = { person: 0.2, everybody: 0.2 };

/** What a client's own request for a card's last state counts as: sixty of them follow one answer, and nobody asked for any. */
export const automaticCost: Cost = { person: 0, everybody: 0.2 };

/** What another instance turns out to be answering: it has counted it. */
export const givenBack: Cost = { person: -1, everybody: -1 };

/** Nobody is told more often that there were too many: an answer to each message would be a flood of our own. */
const explainMs = 60_000;

/** Counts one message of a person with all instances, and tells what to do with it. */
export type SharedLimit = (person: string, now: Date, cost: Cost) => Promise<Verdict>;

/** Who has used up more of their minute than this counts with all instances: few do, and others need not wait for it. */
const heavyShare = 0.25;

/**
 * Creates the limit that all instances share, behind each one's own: of heavy talkers everything is counted in the database until
 * they are quiet for a minute, what they sent before included. So nobody has more than their limit and a quarter of it for each
 * further instance.
 */
export function createSharedLimit({ messagesPerMinute }: Rates, paces: StoredPaces, mostPeople = 10_000): SharedLimit {
  const most = messagesPerMinute ?? Number.POSITIVE_INFINITY;
  const callers = new LRUCache<string, Caller & { heavyUntil: number }>({ max: mostPeople });
  return async (key, now, { person: cost }) => {
    if (most === Number.POSITIVE_INFINITY || cost === 0) return 'answer';
    const at = now.getTime();
    const caller = callers.get(key) ?? { left: most * heavyShare, at, heavyUntil: 0, explained: Number.NEGATIVE_INFINITY };
    callers.set(key, caller);
    const wasHeavy = caller.heavyUntil > at;
    if (!wasHeavy && take(caller, at, cost, most * heavyShare, 60_000)) return 'answer';
    caller.heavyUntil = at + 60_000;
    const counted = wasHeavy ? cost : cost + most * heavyShare - caller.left;
    return (await paces.spend(key, (counted * 60_000) / most, now)) ? 'answer' : refuse(caller, at);
  };
}

/** Limits, and where their verdicts are counted. */
export type Limits = {
  readonly limit?: Limiter | undefined;
  readonly shared?: SharedLimit | undefined;
  readonly metrics?: Pick<Metrics, 'count'> | undefined;
};

/** The same limits, which count what they say; what is given back is no message. */
export function countVerdicts({ limit, shared, metrics }: Limits): Pick<Limits, 'limit' | 'shared'> {
  if (!metrics) return { limit, shared };
  return {
    limit:
      limit &&
      ((person, now, cost) => {
        const verdict = limit(person, now, cost);
        if (cost !== givenBack) metrics.count('verdicts', { limit: 'instance', verdict });
        return verdict;
      }),
    shared:
      shared &&
      (async (person, now, cost) => {
        const verdict = await shared(person, now, cost);
        metrics.count('verdicts', { limit: 'shared', verdict });
        return verdict;
      }),
  };
}

/** How much of a limit is left: it fills up evenly, so a pause of any length helps. */
type Bucket = { left: number; at: number };
type Caller = Bucket & { explained: number };

/**
 * Creates a limiter in memory, each instance its own. It remembers at most `mostPeople` (some 2 MB), who was heard
 * longest ago going first.
 */
export function createLimiter(rates: Rates, mostPeople = 10_000): Limiter {
  const { messagesPerMinute: person = Number.POSITIVE_INFINITY, messagesPerSecond: everybody = Number.POSITIVE_INFINITY } = rates;
  const all: Bucket = { left: everybody, at: 0 };
  const callers = new LRUCache<string, Caller>({ max: mostPeople });
  return (key, now, cost = messageCost) => {
    const at = now.getTime();
    // Nobody is told that there was too much of what they did not do.
    if (cost.person === 0) return take(all, at, cost.everybody, everybody, 1_000) ? 'answer' : 'ignore';
    const caller = callers.get(key) ?? { left: person, at, explained: Number.NEGATIVE_INFINITY };
    callers.set(key, caller);
    if (take(caller, at, cost.person, person, 60_000) && take(all, at, cost.everybody, everybody, 1_000)) return 'answer';
    return refuse(caller, at);
  };
}

function refuse(caller: Caller, at: number): 'explain' | 'ignore' {
  if (at - caller.explained < explainMs) return 'ignore';
  caller.explained = at;
  return 'explain';
}

/** Takes out of a bucket that holds `most` and fills up within `ms`. A clock that goes back fills nothing. */
function take(bucket: Bucket, now: number, cost: number, most: number, ms: number): boolean {
  if (most === Number.POSITIVE_INFINITY) return true;
  bucket.left = Math.min(most, bucket.left + (Math.max(0, now - bucket.at) * most) / ms);
  bucket.at = now;
  if (bucket.left < cost) return false;
  bucket.left -= cost;
  return true;
}
