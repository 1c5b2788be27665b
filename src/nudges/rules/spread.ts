/** How nudges that are promised for about a time are spread around it, so that those of a whole city don't leave in one second. */
import { mix } from '../../learning/features.js';
import type { Cadence } from './cadence.js';
import { spreadMinutes } from './policy.js';

const secondMs = 1_000;
const spreadSeconds = spreadMinutes * 60;
const dayMinutes = 24 * 60;

/** A plan as far as spreading needs it; `exact`: on the minute. What is ordered for once is always exact. */
type Promised = Cadence & { readonly exact: boolean };

/** A plan with what its recipient's nudges are off by. `name` tells the recipient from every other (`seedOf`). */
export function spread<Plan extends Promised>(plan: Plan, name: string): Plan & { readonly shift: number } {
  return { ...plan, shift: plan.exact ? 0 : shiftOf(name, plan.time) };
}

/**
 * Whole seconds, in milliseconds, from a time `HH:MM` to when it is due for this recipient: the same on every day, machine
 * and database, and as likely any within {@link spreadMinutes}. It never crosses midnight: so near to it, all come on
 * the side of their day, for Tuesday's question is none of Monday's, when the person may have a day off.
 */
export function shiftOf(name: string, time: string): number {
  const share = mix(`${name}\nspread`) / 2 ** 32;
  const seconds = Math.floor(share * (2 * spreadSeconds + 1)) - spreadSeconds;
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  if (minutes < spreadMinutes) return Math.abs(seconds) * secondMs;
  return (minutes + spreadMinutes >= dayMinutes ? -Math.abs(seconds) : seconds) * secondMs;
}
