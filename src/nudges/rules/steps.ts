/** From what a person asked about nudges to what is to be done with their plan. */

import { type FindHoliday, type Pause, resolvePause } from '../../language/times/dates.js';
import type { Weekday } from '../../language/times/words.js';
import type { PlainQuestion } from '../../understanding/question.js';

/** The questions that are about a plan. */
export type NudgeQuestion = Extract<PlainQuestion, { intent: 'nudge-on' | 'nudge-time' | 'nudge-off' | 'nudge-pause' }>;

/** What to do; `unclear` names what the person must say more about. */
export type Step =
  | { readonly kind: 'save'; readonly change: { readonly days?: readonly Weekday[]; readonly time?: string; readonly exact?: boolean } }
  | { readonly kind: 'stop' }
  | { readonly kind: 'pause'; readonly pause: Pause }
  /** A day off was told, and nothing asked for: it is only proposed. */
  | { readonly kind: 'offer'; readonly pause: Pause }
  | { readonly kind: 'unclear'; readonly about: 'time' | 'pause' };

/** Reads a question, seen from `now` in the zone of the plan. A pause without dates that anybody could know is unclear. */
export function readStep(question: NudgeQuestion, now: Date, zone: string, findHoliday: FindHoliday): Step {
  if (question.intent === 'nudge-off') return { kind: 'stop' };
  if (question.intent === 'nudge-pause') {
    const pause = question.pause === undefined ? 'unclear' : resolvePause(question.pause, now, zone, findHoliday);
    if (pause === 'unclear') return { kind: 'unclear', about: 'pause' };
    return question.offer ? { kind: 'offer', pause } : { kind: 'pause', pause };
  }
  if (question.unclear || question.days?.length === 0) return { kind: 'unclear', about: 'time' };
  const { days, time, exact } = question;
  return { kind: 'save', change: { ...(days && { days }), ...(time && { time }), ...(exact !== undefined && { exact }) } };
}
