/**
 * Days and periods as people name them. Which dates they are depends on the day they are said; `dates.ts` finds them.
 *
 * Questions carry them in the data of buttons, so their shapes are schemas; texts of cards from before are read as said.
 */
import { z } from 'zod';
import { weekdays } from './words.js';

const weekday = z.enum(weekdays);
const year = z.int().min(2000).max(2099);

/** Holidays that the calendar knows; "jul", "påske" and "pinse" are all of their days. */
export const holidays = [
  'jul',
  'juleaften',
  'juledag',
  'anden juledag',
  'nytår',
  'fastelavnsmandag',
  'palmesøndag',
  'påske',
  'skærtorsdag',
  'langfredag',
  'påskedag',
  'anden påskedag',
  'himmelfart',
  'pinse',
  'pinsedag',
  'anden pinsedag',
  'grundlovsdag',
] as const;

/** A day or a stretch of days that people name. */
export const pointSchema = z.discriminatedUnion('kind', [
  /** The coming one; `next`: that of next week; `weeks` later than the coming one; `after`: the first behind a holiday. */
  z.strictObject({
    kind: z.literal('weekday'),
    day: weekday,
    next: z.literal(true).optional(),
    weeks: z.int().min(1).max(60).optional(),
    after: z.enum(holidays).optional(),
  }),
  /** `weekday` where one was said beside it: the date counts, and one that is another day is asked about. */
  z.strictObject({
    kind: z.literal('date'),
    day: z.int().min(1).max(31),
    month: z.int().min(1).max(12).optional(),
    year: year.optional(),
    weekday: weekday.optional(),
  }),
  /** ISO weeks; `weekday` is one day of the first. */
  z.strictObject({
    kind: z.literal('week'),
    first: z.int().min(1).max(53),
    last: z.int().min(1).max(53),
    year: year.optional(),
    weekday: weekday.optional(),
  }),
  z.strictObject({ kind: z.literal('month'), month: z.int().min(1).max(12), year: year.optional() }),
  /** So long from today. */
  z.strictObject({ kind: z.literal('ahead'), count: z.int().min(0).max(400), unit: z.enum(['day', 'week', 'month']) }),
  z.strictObject({ kind: z.literal('unit'), unit: z.enum(['day', 'week', 'month', 'year']), next: z.boolean() }),
  z.strictObject({ kind: z.literal('weekend'), next: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('holiday'), of: z.enum(holidays) }),
  /** Named, but only the person knows when it is: "ferien", "sommeren". */
  z.strictObject({ kind: z.literal('unknown') }),
  /** What no calendar has: "32. december", "uge 60". */
  z.strictObject({ kind: z.literal('impossible') }),
]);

/** A day or a stretch of days that people name. */
export type Point = z.output<typeof pointSchema>;

/** A holiday by its name here. */
export type Holiday = (typeof holidays)[number];

const unit = z.enum(['day', 'week', 'month']);

/** A period as it is said. */
export const periodSchema = z.discriminatedUnion('kind', [
  /** All of it, or what is left of it: "uge 42", "resten af ugen". */
  z.strictObject({ kind: z.literal('during'), point: pointSchema }),
  /** From today, or from a point on, until the point begins, or with `included` until it ends. */
  z.strictObject({ kind: z.literal('until'), point: pointSchema, included: z.boolean(), first: pointSchema.optional() }),
  z.strictObject({ kind: z.literal('between'), first: pointSchema, last: pointSchema }),
  /** From today, or from a point on: "to uger", "en uge fra mandag". */
  z.strictObject({ kind: z.literal('length'), count: z.int().min(1).max(400), unit, first: pointSchema.optional() }),
  z.strictObject({ kind: z.literal('since'), point: pointSchema }),
]);

/** A period as it is said. */
export type Period = z.output<typeof periodSchema>;
