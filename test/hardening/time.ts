/** Waiting for something to be so. */
import { setTimeout as wait } from 'node:timers/promises';

/** Looks again and again until it is so; gives the milliseconds that took, or undefined when it never was within `mostMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs: number, everyMs = 50): Promise<number | undefined> {
  const begin = performance.now();
  for (;;) {
    if (await isSo()) return Math.round(performance.now() - begin);
    if (performance.now() - begin > mostMs) return undefined;
    await wait(everyMs);
  }
}

/** Milliseconds as they are read: "after 0.4 s", "not within 12 s". */
export function after(ms: number | undefined, mostMs: number): string {
  return ms === undefined ? `not within ${mostMs / 1000} s` : `after ${(ms / 1000).toFixed(1)} s`;
}
