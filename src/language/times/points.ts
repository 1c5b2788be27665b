/** Days and stretches of days in words: "15. august", "uge 29-30", "næste mandag", "jul". */
import { dayOf, monthOf, phrase, phraseLength, type Weekday, type Word } from './words.js';

/** A day or a stretch of days that people name; which dates it is depends on the day it is said. */
export type Point =
  | { readonly kind: 'weekday'; readonly day: Weekday; readonly next?: true }
  | { readonly kind: 'date'; readonly day: number; readonly month?: number; readonly year?: number }
  | { readonly kind: 'week'; readonly first: number; readonly last: number; readonly year?: number }
  | { readonly kind: 'month'; readonly month: number; readonly year?: number }
  | { readonly kind: 'ahead'; readonly days: 0 | 1 | 2 }
  | { readonly kind: 'unit'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly next: boolean }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'feast'; readonly feast: 'jul' | 'nytår' | 'efterårsferie' }
  /** Named, but only the person knows when it is: "ferien", "sommeren". */
  | { readonly kind: 'unknown' };

/** Something read, and the index of the word behind it. */
export type Found<T> = { readonly to: number; readonly value: T };

/** Days counted from today, in words. */
export const AHEAD: ReadonlyMap<string, 0 | 1 | 2> = new Map([
  ['i dag', 0],
  ['idag', 0],
  ['today', 0],
  ['i morgen', 1],
  ['imorgen', 1],
  ['i morgn', 1],
  ['tomorrow', 1],
  ['i overmorgen', 2],
  ['overmorgen', 2],
  ['the day after tomorrow', 2],
]);
/** The keys of {@link AHEAD}. */
export const AHEAD_NAMES: ReadonlySet<string> = new Set(AHEAD.keys());
/** "ugen", "næste måned", "this year". */
export const UNIT_POINTS: ReadonlyMap<string, Point> = new Map(
  (
    [
      ['day', 'dagen|denne dag|dag|day|the day', ''],
      [
        'week',
        'ugen|denne uge|uge|week|the week|this week|indevarende uge',
        'naste uge|naste uges|kommende uge|den kommende uge|next week|the coming week|coming week',
      ],
      ['month', 'maneden|denne maned|month|the month|this month|indevarende maned', 'naste maned|next month|den kommende maned'],
      ['year', 'aret|ar|i ar|year|the year|this year|dette ar', 'naste ar|next year'],
    ] as const
  ).flatMap(([unit, now, next]) => [
    ...now.split('|').map((name): [string, Point] => [name, { kind: 'unit', unit, next: false }]),
    ...next
      .split('|')
      .filter(Boolean)
      .map((name): [string, Point] => [name, { kind: 'unit', unit, next: true }]),
  ]),
);
const UNIT_NAMES: ReadonlySet<string> = new Set(UNIT_POINTS.keys());
const FEASTS = new Map<string, Point>([
  ...['jul', 'julen', 'christmas', 'xmas', 'juleaften'].map((name): [string, Point] => [name, { kind: 'feast', feast: 'jul' }]),
  ...['nytar', 'new year', 'new years', 'newyear', 'new year s'].map((name): [string, Point] => [name, { kind: 'feast', feast: 'nytår' }]),
  ...['efterarsferien', 'efterarsferie', 'min efterarsferie'].map((name): [string, Point] => [
    name,
    { kind: 'feast', feast: 'efterårsferie' },
  ]),
  ...'ferien|min ferie|sommerferien|min sommerferie|sommerferie|juleferien|juleferie|paskeferien|pasken|paske|pinse|pinsen|vinterferien|vinterferie|sommer|sommeren|efteraret|vinteren|foraret|easter|summer|my holiday|my holidays|my vacation|the holidays|holidays|the summer'
    .split('|')
    .map((name): [string, Point] => [name, { kind: 'unknown' }]),
]);
const FEAST_NAMES: ReadonlySet<string> = new Set(FEASTS.keys());

/** A day or a stretch of days at `index`. With `open`, a month or a day of the month may stand alone. */
export function readPoint(words: readonly Word[], index: number, open: boolean): Found<Point> | undefined {
  return readWeeks(words, index) ?? readDate(words, index, open) ?? readNamedPoint(words, index);
}

/** "uge 42", "uge 29-30", "uge 29, 30 og 31", "ugerne 29 til 31". */
function readWeeks(words: readonly Word[], index: number): Found<Point> | undefined {
  if (!/^(uge|ugerne|uger|week|weeks|ug)$/.test(words[index]?.word ?? '') || !/^\d{1,2}$/.test(words[index + 1]?.word ?? ''))
    return undefined;
  const first = Number(words[index + 1]?.word);
  let last = first;
  let to = index + 2;
  for (let at = to; at < words.length; at = to) {
    if (/^(og|til|and|to|through|tom|t)$/.test(words[at]?.word ?? '')) at += /^(til og med|t o m)$/.test(phrase(words, at, 3)) ? 3 : 1;
    else if (!/^\s*[-–,+&/]\s*$/.test(words[at]?.gap ?? '')) break;
    if (/^(uge|week)$/.test(words[at]?.word ?? '')) at += 1;
    const week = words[at];
    if (!week || !/^\d{1,2}$/.test(week.word) || Number(week.word) > 53) break;
    last = Number(week.word);
    to = at + 1;
  }
  const year = yearAt(words, to);
  return { to: year ? to + 1 : to, value: { kind: 'week', first, last, ...(year ? { year } : {}) } };
}

/** "15. august", "den 3.", "1/9", "15.08", "July 3", "2027-02-01". */
function readDate(words: readonly Word[], index: number, open: boolean): Found<Point> | undefined {
  const iso =
    /^20\d\d$/.test(words[index]?.word ?? '') &&
    /^\d\d$/.test(words[index + 1]?.word ?? '') &&
    words[index + 1]?.gap === '-' &&
    words[index + 2]?.gap === '-';
  if (iso) return dateOf(words, index + 3, Number(words[index + 2]?.word), Number(words[index + 1]?.word), Number(words[index]?.word));
  const article = /^(den|d|the)$/.test(words[index]?.word ?? '') ? 1 : 0;
  const at = index + article;
  const day = dayNumber(words, at);
  if (day) return readDayAndMonth(words, at, day, article === 1 || open);
  const month = monthOf(words[at]?.word);
  if (month === undefined || article === 1 || (words[at]?.word === 'may' && !open)) return undefined;
  const after = dayNumber(words, at + 1);
  if (after && /^[a-z]/.test(words[at]?.word ?? '') && /^\s*$/.test(words[at + 1]?.gap ?? ''))
    return dateOf(words, after.to, after.value, month);
  const year = yearAt(words, at + 1);
  return { to: at + (year ? 2 : 1), value: { kind: 'month', month, ...(year ? { year } : {}) } };
}

function readDayAndMonth(words: readonly Word[], index: number, day: Found<number>, open: boolean): Found<Point> | undefined {
  const next = words[day.to];
  const month = monthOf(next?.word, true);
  if (month !== undefined && /^\.?\s*$/.test(next?.gap ?? '')) return dateOf(words, day.to + 1, day.value, month);
  if (/^of$/.test(next?.word ?? '') && monthOf(words[day.to + 1]?.word))
    return dateOf(words, day.to + 2, day.value, monthOf(words[day.to + 1]?.word));
  const numeric =
    next &&
    /^\d{1,2}$/.test(next.word) &&
    (next.gap === '/' || (open && next.gap === '.')) &&
    Number(next.word) >= 1 &&
    Number(next.word) <= 12;
  if (numeric) return dateOf(words, day.to + 1, day.value, Number(next.word));
  const said =
    /^(den|d|the)$/.test(words[index - 1]?.word ?? '') ||
    (/^(fra|from|mellem|between)$/.test(words[index - 1]?.word ?? '') && /^(til|to|og|and)$/.test(next?.word ?? '')) ||
    (open && (/^\.?\s*[-–]/.test(next?.gap ?? '') || (/^(og|and)$/.test(next?.word ?? '') && next?.gap.startsWith('.')))) ||
    /^[-–]$/.test(words[index]?.gap ?? '') ||
    words[index]?.gap === '.-';
  return said && open ? dateOf(words, day.to, day.value, undefined) : undefined;
}

/** A day of the month: "3", "3rd", "20"; ordinals in letters are not read. */
function dayNumber(words: readonly Word[], index: number): Found<number> | undefined {
  const word = words[index]?.word ?? '';
  if (!/^\d{1,2}$/.test(word) || Number(word) < 1 || Number(word) > 31) return undefined;
  const ordinal = /^(st|nd|rd|th)$/.test(words[index + 1]?.word ?? '') && words[index + 1]?.gap === '';
  return { to: index + (ordinal ? 2 : 1), value: Number(word) };
}

function dateOf(words: readonly Word[], to: number, day: number, month: number | undefined, year?: number): Found<Point> {
  const found = year ?? yearAt(words, to);
  const end = year === undefined && found !== undefined ? to + 1 : to;
  return {
    to: end,
    value: { kind: 'date', day, ...(month === undefined ? {} : { month }), ...(found === undefined ? {} : { year: found }) },
  };
}

function yearAt(words: readonly Word[], index: number): number | undefined {
  const word = words[index];
  return word && /^20\d\d$/.test(word.word) && /^[\s./,-]*$/.test(word.gap) ? Number(word.word) : undefined;
}

/** "mandag", "næste mandag", "i morgen", "næste uge", "weekenden", "jul". */
function readNamedPoint(words: readonly Word[], index: number): Found<Point> | undefined {
  const ahead = phraseLength(words, index, AHEAD_NAMES, 4);
  const days = AHEAD.get(phrase(words, index, ahead));
  if (days !== undefined) return { to: index + ahead, value: { kind: 'ahead', days } };
  const next = /^(naste|next|kommende|coming|this|denne)$/.test(words[index]?.word ?? '');
  const day = dayOf(words[index + (next ? 1 : 0)]?.word);
  if (day)
    return {
      to: index + (next ? 2 : 1),
      value: { kind: 'weekday', day, ...(/^(naste|next)$/.test(words[index]?.word ?? '') ? { next: true as const } : {}) },
    };
  if (/^weekend(en)?$/.test(words[index]?.word ?? '')) return { to: index + 1, value: { kind: 'weekend' } };
  for (const [names, points] of [
    [UNIT_NAMES, UNIT_POINTS],
    [FEAST_NAMES, FEASTS],
  ] as const) {
    const length = phraseLength(words, index, names, 3);
    const value = points.get(phrase(words, index, length));
    if (value) return { to: index + length, value };
  }
  return undefined;
}
