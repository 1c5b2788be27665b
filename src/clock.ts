/**
 * Time: what it is, how long something took, and how much of it is left. One deadline holds for one incoming thing: whoever
 * is called below it, however deep, finds out how much is left.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { inTurn } from './turn-id.js';

/** Tells the time. Code that needs "now" takes a clock or a Date as an argument, so that tests move it by hand. */
export type Clock = () => Date;

/** The machine's own time. */
export const systemClock: Clock = () => new Date();

/** Milliseconds of a day without a change of the clocks. */
export const dayMs = 86_400_000;

/** Milliseconds of an hour. */
export const hourMs = 3_600_000;

/** Milliseconds since some moment. For ages, waits and pauses: unlike a {@link Clock} it never jumps. */
export type Elapsed = () => number;

/** Runs on whatever becomes of the machine's time. */
export const systemElapsed: Elapsed = () => performance.now();

/** Something took longer than it may. The name is what the log shows. */
export class TimeOver extends Error {
  override readonly name = 'TimeOver';
  constructor() {
    super('this took longer than it may');
  }
}

/** When the running deadlines end, in the milliseconds of `performance.now()`, which no change of the machine's time moves. */
const deadlines = new AsyncLocalStorage<number | undefined>();

/** How many milliseconds a call may take: `most`, or what is left of the deadline it is made under; never below 0. */
export function timeLeft(most: number): number {
  const end = deadlines.getStore();
  return end === undefined ? most : Math.max(0, Math.min(most, end - performance.now()));
}

/**
 * Runs a task that may take `ms` milliseconds, or what is left of the deadline that this is called under. Rejects with
 * {@link TimeOver} at the end; the task itself is not stopped, but each `within` below it ends then too.
 */
export async function within<T>(ms: number, task: () => Promise<T>): Promise<T> {
  const left = timeLeft(ms);
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeOver()), left);
  });
  try {
    return await Promise.race([deadlines.run(performance.now() + left, task), end]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a task that outlives the deadline and the turn it is started under, such as work that several incoming things share. */
export function beyond<T>(task: () => T): T {
  // Not `exit`: on Node 20 the old deadline is back after the first `within` of the task.
  return inTurn(undefined, () => deadlines.run(undefined, task));
}
