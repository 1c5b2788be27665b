/** When Teams puts off what is sent: what it asks for, and how long is waited before the one more try. */
import { setTimeout as wait } from 'node:timers/promises';
import { timeLeft } from '../clock.js';
import { SendFailed } from './connector-client.js';

/** How many milliseconds a Retry-After asks for, which is seconds or an HTTP date; undefined for anything else. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

/** How sending waits, and what spreads it. */
export type Pacing = {
  readonly pause: (ms: number) => Promise<unknown>;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
};

/** The machine's own. */
export const usualPacing: Pacing = { pause: wait, random: Math.random };

/** A person waits no longer than this for an answer that Teams put off. */
const longestRetryMs = 8_000;

/** Where Teams does not say when. */
const usualRetryMs = 1_000;

/** Up to so much more than asked for, of it, so that many who were put off together do not come back together. */
const spread = 0.25;

/**
 * How many milliseconds to wait before the one more try; undefined for none. 429 and 412 say that nothing was delivered
 * (Teams, "Rate limiting for bots"), and so does 401, after which there is a fresh token. After anything else it may have been.
 */
export function findRetry(error: unknown, { random }: Pacing): number | undefined {
  if (!(error instanceof SendFailed)) return undefined;
  if (error.code === 401) return 0;
  if (error.code !== 429 && error.code !== 412) return undefined;
  const askedMs = readRetryAfter(error.retryAfter, new Date()) ?? usualRetryMs;
  const waitMs = Math.round(Math.max(askedMs, usualRetryMs) * (1 + spread * random()));
  return waitMs < timeLeft(longestRetryMs) ? waitMs : undefined;
}
