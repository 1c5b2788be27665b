import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, dayMs, type Elapsed, within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';

/** What is done on the service's one clock. A failure is logged, and the next time comes all the same. */
export type Ticks = {
  /** At every whole minute; one that takes longer lets minutes go by. True when it left something: then it comes again at once. */
  readonly minute: () => Promise<boolean>;
  /** Once a day, and soon after the start. */
  readonly day: () => Promise<void>;
  readonly clock: Clock;
  /** Days are counted by it: a change of the machine's time neither leaves one out nor makes many of one. */
  readonly elapsed: Elapsed;
  readonly log: Log;
  /** Waits so many milliseconds, or until stopped; the machine's own timer unless told. */
  readonly sleep?: ((ms: number) => Promise<void>) | undefined;
};

const minuteMs = 60_000;
/** Nothing that hangs keeps the clock for longer. */
const longestTaskMs = 10 * minuteMs;

/** Starts the clock. `signal` stops it; the promise resolves when nothing runs any more. */
export async function startTicking({ minute, day, clock, elapsed, log, sleep }: Ticks, signal: AbortSignal): Promise<void> {
  let sweptAt = Number.NEGATIVE_INFINITY;
  const attempt = async <Result>(what: string, task: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await within(longestTaskMs, task);
    } catch (error) {
      log.error({ what, error: traceError(error) }, 'a task of the clock failed');
      return undefined;
    }
  };
  while (!signal.aborted) {
    const isMore = await attempt('minute', minute);
    if (!signal.aborted && elapsed() - sweptAt >= dayMs) {
      sweptAt = elapsed();
      await attempt('day', day);
    }
    if (!isMore) await (sleep ?? ((ms) => sleepUnless(signal, ms)))(untilNextMinute(clock()));
  }
}

/** Never more than a minute, whatever the clock says. */
function untilNextMinute(now: Date): number {
  return minuteMs - (((now.getTime() % minuteMs) + minuteMs) % minuteMs);
}

/** Waits, or until stopped. */
export async function sleepUnless(signal: AbortSignal, ms: number): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
