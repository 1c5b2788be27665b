/** When a person who does not answer is asked whether their questions fit: once, and kindly. */
import { dayMs } from './cadence.js';
import { activityMs, fatigue } from './policy.js';

/** A prompt that was shown, and when. */
export type Shown = { readonly prompt: string; readonly at: Date };

/** What is told of somebody who gets questions: what they were shown, newest first, and when they last wrote or pressed something. */
export type Habits = { readonly shown: readonly Shown[]; readonly activeAt: Date | undefined };

/**
 * Questions of ours that are no part of the content, under the ids by which they are noted as shown: the one that closes a
 * focus, and the one about the questions themselves.
 */
export const reserved = { closing: 'focus.closing', fit: 'plan.fit' } as const;

/**
 * Whether the next question gives way to the one about them, seen from when it is due. What was shown within the hour that
 * activity is known to counts as seen by somebody who was there.
 */
export function isTired({ shown, activeAt }: Habits, dueAt: Date): boolean {
  if (!activeAt) return false;
  const isUnanswered = ({ at }: Shown) => at.getTime() > activeAt.getTime() + activityMs;
  const isLate = ({ prompt, at }: Shown) => prompt === reserved.fit && at.getTime() > dueAt.getTime() - fatigue.quietDays * dayMs;
  return !shown.some(isLate) && shown.filter(isUnanswered).length >= fatigue.questions;
}
