/** Periods in words: "uge 29-30", "to uger", "resten af juli", "til på mandag", "fra 3. juli til 20. juli". */

import { AHEAD, AHEAD_NAMES, type Found, type Point, readPoint, UNIT_POINTS } from './points.js';
import { dayOf, isOneDay, lex, monthOf, numberOf, phrase, phraseLength, type Range, type Word, weekdays, wordSet } from './words.js';

/** A period as it is said. */
export type Period =
  /** All of it, or what is left of it: "uge 42", "resten af ugen". */
  | { readonly kind: 'during'; readonly point: Point }
  /** From now until the point begins, or with `included` until it ends. */
  | { readonly kind: 'until'; readonly point: Point; readonly included: boolean }
  | { readonly kind: 'between'; readonly first: Point; readonly last: Point }
  | { readonly kind: 'length'; readonly count: number; readonly unit: 'day' | 'week' | 'month' }
  | { readonly kind: 'since'; readonly point: Point };

/** A period where it stands. `core` is the words that name it, without "i" or "for" before them. */
export type PeriodReading = Range & {
  readonly core: number;
  readonly period: Period;
  /** "en uge", "mandag": a period only if the sentence is about a pause. */
  readonly weak?: true;
  /** A week or a day that no calendar has: "uge 60". */
  readonly impossible?: true;
};

const LEAD = wordSet('i in for during pa on om de the');
const UNITS = new Map<string, 'day' | 'week' | 'month'>([
  ...['dage', 'dag', 'dages', 'days', 'day', 'dags'].map((name) => [name, 'day'] as const),
  ...['uger', 'uge', 'ugers', 'uges', 'weeks', 'week'].map((name) => [name, 'week'] as const),
  ...['maneder', 'maned', 'maneders', 'maneds', 'months', 'month'].map((name) => [name, 'month'] as const),
]);
const NOT_LENGTH_BEFORE = wordSet('om hver hveranden every in inden within forste first sidste last efter after');
const NOT_LENGTH_AFTER = wordSet('siden ago om per pr opsigelse');
const COUPLE = new Set(['et par', 'par', 'couple of', 'a couple of', 'a couple']);

/** The first period of a phrase, read as a pause; undefined if none is named. */
export function findPeriod(text: string): PeriodReading | undefined {
  const words = lex(text);
  for (let index = 0; index < words.length; index += 1) {
    const reading = readPeriod(words, index);
    if (reading) return reading;
  }
  return undefined;
}

/** The period that begins at `index`, if one does. */
export function readPeriod(words: readonly Word[], index: number): PeriodReading | undefined {
  const whole = readBetween(words, index) ?? readUntil(words, index) ?? readRest(words, index) ?? readAhead(words, index);
  if (whole) return whole;
  let core = index;
  while (core < index + 2 && LEAD.has(words[core]?.word ?? '')) core += 1;
  const led = words[core - 1]?.word === 'i' || words[core - 1]?.word === 'in' || words[core - 1]?.word === 'during';
  const found = readLength(words, core) ?? readDuring(words, core, core > index && led);
  return found ? { ...found, from: index } : undefined;
}

/** "fra 3. juli til 20. juli", "3.-20. juli", "24. og 25. december"; without an end, "fra 1. august". */
function readBetween(words: readonly Word[], index: number): PeriodReading | undefined {
  const from = /^(fra|from|mellem|between)$/.test(words[index]?.word ?? '');
  let start = index + (from ? 1 : 0);
  if (phrase(words, start, 2) === 'og med') start += 2;
  const first = readPoint(words, start, true);
  if (!first) return undefined;
  const last = readEnd(words, first.to);
  if (last && (from || (first.value.kind !== 'unit' && first.value.kind !== 'week'))) {
    const period = rangeOf(first.value, last.value, last.listed && !from);
    const named = first.value.kind === 'weekday' || last.value.kind === 'weekday';
    if (!period || (named && !(isOneDayAt(words, first) && isOneDayAt(words, last)))) return undefined;
    const weak = named || (!from && isDotted(words, index, last.to));
    return { from: index, core: index, to: last.to, period, ...(weak ? { weak: true as const } : {}) };
  }
  const open = from && (/^(weekday|ahead)$/.test(first.value.kind) || (first.value.kind === 'date' && first.value.month !== undefined));
  return open ? { from: index, core: index, to: first.to, period: { kind: 'since', point: first.value }, weak: true } : undefined;
}

/** The second point of a range or, after "og", of a list. */
function readEnd(words: readonly Word[], index: number): (Found<Point> & { readonly listed: boolean }) | undefined {
  const listed = /^(og|and)$/.test(words[index]?.word ?? '');
  const linked = listed || /^(til|to|until|through)$/.test(words[index]?.word ?? '');
  if (!linked && !/^\.?\s*[-–]\s*$/.test(words[index]?.gap ?? '')) return undefined;
  let at = index + (linked ? 1 : 0) + (linked && phrase(words, index + 1, 2) === 'og med' ? 2 : 0);
  if (words[at]?.word === 'pa') at += 1;
  const point = readPoint(words, at, true);
  return point && { ...point, listed };
}

const isOneDayAt = (words: readonly Word[], { to, value }: Found<Point>) => value.kind !== 'weekday' || isOneDay(words[to - 1]?.word ?? '');

/** Two days that follow each other make a range; a list with a hole in it is no period that could be kept. */
function rangeOf(first: Point, last: Point, listed: boolean): Period | undefined {
  const whole = shareMonth(first, last);
  if (!whole) return undefined;
  const [one, other] = whole;
  if (!listed || follows(one, other)) return { kind: 'between', first: one, last: other };
  const days = [one, other].every(({ kind }) => /^(weekday|date|ahead)$/.test(kind));
  return days || one.kind === other.kind ? { kind: 'during', point: { kind: 'unknown' } } : undefined;
}

function follows(one: Point, other: Point): boolean {
  if (one.kind === 'weekday' && other.kind === 'weekday') return weekdays.indexOf(other.day) === (weekdays.indexOf(one.day) + 1) % 7;
  if (one.kind === 'date' && other.kind === 'date') return one.month === other.month && other.day === one.day + 1;
  if (one.kind === 'month' && other.kind === 'month') return other.month === (one.month % 12) + 1;
  return one.kind === 'ahead' && other.kind === 'ahead' && other.days === one.days + 1;
}

/** Whether a date is written "24.12", which could be a time as well. */
const isDotted = (words: readonly Word[], from: number, to: number) =>
  words.slice(from + 1, to).some(({ word, gap }, at) => gap === '.' && /^\d/.test(word) && /^\d/.test(words[from + at]?.word ?? ''));

/** "3.-20. juli": the first date takes the month of the last, "July 3-20" the other way round; "21. til 3. januar" goes over its end. */
function shareMonth(first: Point, last: Point): readonly [Point, Point] | undefined {
  if (first.kind !== 'date' || last.kind !== 'date') return [first, last];
  if (first.month === undefined && last.month === undefined) return undefined;
  const over = first.day > last.day;
  const { month = 1 } = last;
  if (first.month === undefined) return [{ ...first, month: over ? ((month + 10) % 12) + 1 : month }, last];
  return last.month === undefined ? [first, { ...last, month: over ? (first.month % 12) + 1 : first.month }] : [first, last];
}

const UNTIL = new Set(
  'til og med|frem til og med|indtil og med|ikke for|not before|frem til|hen til|op til|lige til|til|indtil|tom|t o m|until|till|through|up to|up until'.split(
    '|',
  ),
);
const END_OF = new Set('slutningen af|udgangen af|enden af|the end of|end of|efter|after'.split('|'));
const START_OF = new Set('starten af|begyndelsen af|the start of|the beginning of'.split('|'));

/** "til på mandag", "indtil 1/9", "frem til jul", "til efter nytår". */
function readUntil(words: readonly Word[], index: number): PeriodReading | undefined {
  const before = /^(før|foer)$/.test(words[index]?.raw ?? '');
  const until = before ? 1 : phraseLength(words, index, UNTIL, 4);
  if (until === 0 || (dayOf(words[index - 1]?.word) && !words[index]?.gap.includes(','))) return undefined;
  const said = phrase(words, index, until);
  const end = phraseLength(words, index + until, END_OF, 3);
  let start = index + until + end + phraseLength(words, index + until, START_OF, 3);
  if (/^(pa|i)$/.test(words[start]?.word ?? '') && !AHEAD_NAMES.has(phrase(words, start, 2))) start += 1;
  const point = readPoint(words, start, true);
  if (!point || plural(words, start, point)) return undefined;
  const included = end > 0 || /og med|tom|t o m|through/.test(said);
  const bare = point.value.kind === 'date' && (point.value.month === undefined || words[point.to - 1]?.gap === '.');
  return {
    from: index,
    core: index,
    to: point.to,
    period: { kind: 'until', point: point.value, included },
    ...((bare && said === 'til') || before ? { weak: true as const } : {}),
  };
}

/** "til mandage" names days of a plan, not a day to wait for. */
const plural = (words: readonly Word[], start: number, point: Found<Point>) =>
  point.value.kind === 'weekday' && !isOneDay(words[point.to - 1]?.word ?? words[start]?.word ?? '');

const REST = new Set('resten af|hele resten af|the rest of|rest of|for the rest of'.split('|'));
const WHOLE = new Set('hele|i hele|all of|all|the whole of|the whole|the entire|whole'.split('|'));

/** "resten af juli", "hele ugen", "måneden ud". */
function readRest(words: readonly Word[], index: number): PeriodReading | undefined {
  const lead = /^(i|for|in)$/.test(words[index]?.word ?? '') ? 1 : 0;
  const core = index + lead + (phrase(words, index + lead, 3) === 'the rest of' ? 1 : 0);
  const rest = phraseLength(words, core, REST, 4);
  const length = rest > 0 ? rest : phraseLength(words, core, WHOLE, 3);
  if (length > 0) {
    const point = readPoint(words, core + length, false);
    if (
      !point ||
      /^(weekday|date|ahead)$/.test(point.value.kind) ||
      (rest === 0 && point.value.kind === 'unit' && !point.value.next && point.value.unit !== 'week' && point.value.unit !== 'month')
    )
      return undefined;
    return { from: index, core, to: point.to, period: { kind: 'during', point: point.value } };
  }
  if (words[index + 1]?.word !== 'ud') return undefined;
  const month = monthOf(words[index]?.word);
  const point: Point | undefined = month
    ? { kind: 'month', month }
    : /^(dagen|ugen|maneden|aret)$/.test(words[index]?.word ?? '')
      ? UNIT_POINTS.get(words[index]?.word ?? '')
      : undefined;
  return point && { from: index, core: index, to: index + 2, period: { kind: 'during', point } };
}

function readAhead(words: readonly Word[], index: number): PeriodReading | undefined {
  const length = phraseLength(words, index, AHEAD_NAMES, 4);
  const days = AHEAD.get(phrase(words, index, length));
  if (days === undefined) return undefined;
  return { from: index, core: index, to: index + length, period: { kind: 'during', point: { kind: 'ahead', days } } };
}

/** "to uger", "de næste 14 dage", "en måned": a number of days, weeks or months from now on. */
function readLength(words: readonly Word[], index: number): Omit<PeriodReading, 'from'> | undefined {
  if (words.slice(Math.max(0, index - 2), index).some(({ word }) => NOT_LENGTH_BEFORE.has(word))) return undefined;
  let at = index + (/^(naste|kommende|next|coming)$/.test(words[index]?.word ?? '') ? 1 : 0);
  const couple = phraseLength(words, at, COUPLE, 3);
  const number = words[at]?.word;
  const count = couple > 0 ? 2 : number === 'a' ? 1 : numberOf(number);
  at += Math.max(couple, 1);
  if (words[at]?.word === 'hele') at += 1;
  const fortnight = words[at]?.word === 'fortnight';
  const unit = fortnight ? 'week' : UNITS.get(words[at]?.word ?? '');
  if (count === undefined || count < 1 || unit === undefined || /[^\s]/.test(words[at]?.gap ?? '')) return undefined;
  const next = words[at + 1];
  if (next && !/[,.;!?]/.test(next.gap) && (NOT_LENGTH_AFTER.has(next.word) || phrase(words, at + 1, 2) === 'a week')) return undefined;
  const genitive = /(rs|es|gs|ds)$/.test(words[at]?.word ?? '');
  const far = count > 400;
  return {
    core: index,
    to: at + 1,
    period: { kind: 'length', count: fortnight ? 2 : count, unit },
    ...(count === 1 || genitive ? { weak: true as const } : {}),
    ...(far ? { impossible: true as const } : {}),
  };
}

function readDuring(words: readonly Word[], index: number, led: boolean): Omit<PeriodReading, 'from'> | undefined {
  const point = readPoint(words, index, led);
  if (!point) return undefined;
  const { value } = point;
  const spared = value.kind === 'unit' && !value.next && !/^(denne|this|indevarende)$/.test(words[index]?.word ?? '');
  if (spared || (value.kind === 'date' && value.month === undefined) || (value.kind === 'month' && !led && value.year !== undefined))
    return undefined;
  if (value.kind === 'weekday' && !isOneDay(words[point.to - 1]?.word ?? '')) return undefined;
  const strong =
    value.kind === 'week' || value.kind === 'unit' || (led && /^(month|unknown|feast)$/.test(value.kind) && !('year' in value));
  const impossible = value.kind === 'week' && (value.first < 1 || value.last > 53 || value.first > 53);
  return {
    core: index,
    to: point.to,
    period: { kind: 'during', point: value },
    ...(strong ? {} : { weak: true as const }),
    ...(impossible ? { impossible: true as const } : {}),
  };
}
