/**
 * What the buttons about daily questions do. Whose plan they change is never in here: that is for the activity to say.
 */
import { z } from 'zod';
import { type Weekday, weekdays } from '../language/times/words.js';
import type { PlanDraft } from './plan.js';

const planActs = [
  z.strictObject({ act: z.enum(['open-plan', 'show-plan', 'save-plan', 'not-today', 'resume', 'keep-zone']) }),
  z.strictObject({ act: z.literal('use-zone'), zone: z.string().min(1).max(80) }),
] as const;

const planActSchema = z.discriminatedUnion('act', planActs);

/** One thing that a button about daily questions does. */
export type PlanAct = z.output<typeof planActSchema>;

/** The ids of the fields of the settings. */
export const planFields = { on: 'on', days: 'days', time: 'time', until: 'until' } as const;

const typed = z.string().max(200).optional().catch(undefined);

/** The data of a pressed button about daily questions, with the fields of the settings; untrusted. */
export const planPressedSchema = z.object({
  do: z.literal('plan'),
  act: planActSchema,
  language: z.enum(['da', 'en']).catch('da'),
  on: typed,
  days: typed,
  time: typed,
  until: typed,
});

/** A pressed button. */
export type PlanPressed = z.output<typeof planPressedSchema>;

/** What stands in the fields. A time is `HH:MM`, or as it was typed where it is none; clients without a clock field let people type. */
export function draftOf({ on, days = '', time = '', until = '' }: PlanPressed): PlanDraft {
  const chosen = days.split(',').map((day) => day.trim());
  return {
    on: on !== 'false',
    days: weekdays.filter((day: Weekday) => chosen.includes(day)),
    time: readClockField(time.trim()),
    until: until.trim(),
  };
}

/** Whether a text is a time of day, `HH:MM`. */
export function isClock(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function readClockField(text: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?$/.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}
