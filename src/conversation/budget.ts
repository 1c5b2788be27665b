/**
 * How much may be asked: so many in any minute and in any day, as long as the process lives.
 */
import { dayMs } from '../clock.js';

/** Takes one more at an instant, in milliseconds; false where that is too many. */
export type Budget = { take(at: number): boolean };

const minuteMs = 60_000;

/** Creates it: whole minutes and whole days, counted from when each began. */
export function createBudget({ perMinute, perDay }: { readonly perMinute: number; readonly perDay: number }): Budget {
  const windows = [
    { ms: minuteMs, most: perMinute, began: Number.NEGATIVE_INFINITY, taken: 0 },
    { ms: dayMs, most: perDay, began: Number.NEGATIVE_INFINITY, taken: 0 },
  ];
  return {
    take(at) {
      for (const window of windows) if (at - window.began >= window.ms) Object.assign(window, { began: at, taken: 0 });
      if (windows.some(({ taken, most }) => taken >= most)) return false;
      for (const window of windows) window.taken += 1;
      return true;
    },
  };
}
