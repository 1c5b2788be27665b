import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.js';
import { traceError } from './errors.js';
import type { Log } from './log.js';

/** What is done on the service's one clock. A failure is logged, and the next time comes all the same. */
export type Ticks = {
  /** At every whole minute; one that takes longer lets minutes go by. */
  readonly minute: (now: Date) => Promise<void>;
  /** Once a day, and soon after the start. */
  readonly day: (now: Date) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Starts the clock. `signal` stops it; the promise resolves when nothing runs any more. */
export async function startTicking({ minute, day, clock, log }: Ticks, signal: AbortSignal): Promise<void> {
  let sweptAt = Number.NEGATIVE_INFINITY;
  const attempt = async (what: string, task: (now: Date) => Promise<void>) => {
    try {
      await task(clock());
    } catch (error) {
      log.error({ what, error: traceError(error) }, 'a task of the clock failed');
    }
  };
  while (!signal.aborted) {
    await attempt('minute', minute);
    if (!signal.aborted && clock().getTime() - sweptAt >= dayMs) {
      sweptAt = clock().getTime();
      await attempt('day', day);
    }
    await sleepUnless(signal, minuteMs - (clock().getTime() % minuteMs));
  }
}

/** Waits, or until stopped. */
export async function sleepUnless(signal: AbortSignal, ms: number): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
