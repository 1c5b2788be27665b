/**
 * Days and periods as people name them. Which dates they are depends on the day they are said; `dates.ts` finds them.
 *
 * Questions carry them in the data of buttons, so their shapes are schemas; texts of cards from before are read as said.
 */
import { z } from 'zod';
import { weekdays } from './words.js';

/** A time of day, `HH:MM`. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Whether a text is a time of day `HH:MM`. */
export function isClock(text: string): boolean {
  return clockSchema.safeParse(text).success;
}

/** Whether a text is a date `YYYY-MM-DD` that the calendar has. */
export function isDate(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

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

const back = z.int().min(0).max(400);
/** `back`: that of so many years ago ("november sidste år"). */
const whichYear = { year: year.optional(), back: back.optional() };

/** Seasons and school holidays that no calendar of feasts has; `past-dates.ts` says which days they are. */
export const seasons = ['forår', 'sommer', 'efterår', 'vinter', 'sommerferie', 'vinterferie', 'efterårsferie'] as const;

/** A day or a stretch of days that people look back on. Without a year it is the latest that has begun. */
export const pastPointSchema = z.discriminatedUnion('kind', [
  /** The last one before today; `week`: the one of so many weeks ago ("mandag i sidste uge"). */
  z.strictObject({ kind: z.literal('weekday'), day: weekday, week: back.optional() }),
  /** `weekday` where one was said beside it; a date that is another weekday is asked about. */
  z.strictObject({
    kind: z.literal('date'),
    day: z.int().min(1).max(31),
    month: z.int().min(1).max(12).optional(),
    ...whichYear,
    weekday: weekday.optional(),
  }),
  /** ISO weeks; `weekday` is one day of the first. */
  z.strictObject({
    kind: z.literal('week'),
    first: z.int().min(1).max(53),
    last: z.int().min(1).max(53),
    ...whichYear,
    weekday: weekday.optional(),
  }),
  /** `over`: the latest that is over ("sidste november"). */
  z.strictObject({ kind: z.literal('month'), month: z.int().min(1).max(12), ...whichYear, over: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('year'), year }),
  /** The calendar's own, so many before this one: 0 is today, this week; 1 is yesterday, last week. */
  z.strictObject({ kind: z.literal('unit'), unit: z.enum(['day', 'week', 'month', 'quarter', 'year']), back }),
  /** The last one that has begun, or the one before it. */
  z.strictObject({ kind: z.literal('weekend'), back: z.int().min(0).max(1) }),
  z.strictObject({ kind: z.literal('holiday'), of: z.enum(holidays), ...whichYear }),
  z.strictObject({ kind: z.literal('season'), of: z.enum(seasons), ...whichYear }),
  /** What has not begun: "i morgen", "næste uge". */
  z.strictObject({ kind: z.literal('ahead') }),
  /** Named, but only the person knows when it was: "ferien". */
  z.strictObject({ kind: z.literal('unknown') }),
  /** What no calendar has: "31. november", "uge 60". */
  z.strictObject({ kind: z.literal('impossible') }),
]);

/** A day or a stretch of days that people look back on. */
export type PastPoint = z.output<typeof pastPointSchema>;

/** A season or school holiday by its name here. */
export type Season = (typeof seasons)[number];

/** A period that people look back on, as it is said. */
export const pastPeriodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('during'), point: pastPointSchema }),
  z.strictObject({ kind: z.literal('between'), first: pastPointSchema, last: pastPointSchema }),
  /** Until today. From its first day on, of a feast or a season that is over from the day behind it; `after`: always so. */
  z.strictObject({ kind: z.literal('since'), point: pastPointSchema, after: z.literal(true).optional() }),
  /** All that is older; `included`: the point too. */
  z.strictObject({ kind: z.literal('until'), point: pastPointSchema, included: z.literal(true).optional() }),
  /** So long until today, which is counted: "de sidste 14 dage". */
  z.strictObject({ kind: z.literal('last'), count: z.int().min(1).max(400), unit: z.enum(['day', 'week', 'month', 'year']) }),
]);

/** A period that people look back on, as it is said. */
export type PastPeriod = z.output<typeof pastPeriodSchema>;
