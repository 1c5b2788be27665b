/**
 * Times of day, weekdays and periods in a person's sentence, Danish and English, as typed.
 *
 * Rules read one stream of words; what each reads counts where the sentence is about it. Whatever is read is repeated back
 * to the person, so a plausible reading beats none; where two readings are plausible or none is, `unclear` says so and the bot
 * asks. What a reading is *for* (a reminder, a pause, or nothing) the caller knows from the intent: "hvad er vigtigt i dag"
 * names a day too.
 */
import { acceptClock, acceptDays, acceptPart, acceptPeriod, asMoved, clockOf, isDayOff, isReplaced, settleAll } from './accept.js';
import { type ClockReading, readClock } from './clock.js';
import { type DayPart, saysToday } from './dayparts.js';
import { combineDays, readDays } from './days.js';
import { readHow } from './exactness.js';
import { isAlone, moodOf, wordsIn } from './mood.js';
import { isImpossible, type PeriodReading, readPeriod } from './periods.js';
import { openPoint } from './points.js';
import { one } from './rules.js';
import { readSoon } from './soon.js';
import type { Period, Point } from './when.js';
import { endsPhrase, isAllOf, lex, phrase, type Range, sentencesOf, type Weekday, type Word } from './words.js';

/** What a sentence says about time; a part that is not said is absent. */
export type TimeReading = {
  /**
   * `HH:MM`, 24 hours. "om morgenen" alone is no time: nobody knows which, so the plan's own stands. A bare
   * number is one only beside a day or after "til" in a sentence about the reminder ("til 9 i stedet").
   */
  readonly time?: string;
  /** `HH:MM` of a bare number that is a time only where the reminder was just spoken of: "nej ni". */
  readonly bare?: string;
  /** True where such a time is meant on the minute, false where about it; absent where neither is said. */
  readonly exact?: boolean;
  /** Monday first, never empty. "hver anden dag" is Monday, Wednesday, Friday; "hver morgen" names no day. */
  readonly days?: readonly Weekday[];
  /** True where what is said comes again and again: "hver", "hverdage", "om fredagen". */
  readonly every?: true;
  /** One coming day: "på torsdag", "den 3. december", "om en uge". */
  readonly on?: Point;
  /** Minutes from now: "om en time", "om et kvarter". */
  readonly soon?: number;
  /** A part of the day that was said and decided no time: "i morgen tidlig", "på torsdag eftermiddag". */
  readonly part?: DayPart;
  /** True where a sentence speaks of the reminder and its questions, or to whoever sends them. */
  readonly asked?: true;
  /** True where a sentence says nothing but times and what one says to a plan: "nej hellere ni", "gør det til tirsdag". */
  readonly addressed?: true;
  /** A period; a bare weekday or "til 9." is one only beside a word such as "pause" or "fri". */
  readonly period?: Period;
  /** The period in the person's own words, without "i" or "for" before it and "på" after "til". */
  readonly pause?: string;
  /** True where it tells of what is over: "i torsdags", "i går". */
  readonly past?: true;
  /** True where the sentence is about a time without questions: "pause", "ferie", "ikke i dag". */
  readonly quiet?: true;
  /**
   * `impossible`: no such time or week (25:99, uge 60). `unlikely`: contradicting itself (8 om natten, two
   * times, exceptions that leave no day), a rhythm that no week keeps (hver anden mandag), or a time from 1
   * to 6 on the dial ("kl. 3"), which then stands in `time` as said.
   */
  readonly unclear?: 'impossible' | 'unlikely';
  /** True where a number stands beside what was read, or behind "den", and was not read. */
  readonly unread?: true;
  /** Characters of the text that were read, in order and not overlapping. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** The same with those that name one coming day, or minutes from now. */
  readonly places: TimeReading['spans'];
};

/** A question keeps no longer period than this; no real one is longer. */
const longestPause = 100;

/** Reads the first 500 characters of a text. Of several sentences the one that asks counts: "Hver mandag er der møde. Send det kl. 9." */
export function readTimes(text: string): TimeReading {
  const words = lex(text);
  const sentences = sentencesOf(words, text);
  const whole = readWords(text, words);
  if (sentences.length < 2) return whole;
  const each = sentences.map((sentence) => readWords(text, sentence));
  const main = each.find((reading) => reading.asked && saysWhen(reading));
  if (!main) return whole;
  const besides = each.filter(({ addressed }) => addressed);
  const isBare = (main.time ?? main.on) === undefined;
  const { time = whole.time, exact = whole.exact, days = isBare ? whole.days : besides.find((reading) => reading.days)?.days } = main;
  const { period, pause, quiet, addressed, spans, places } = whole;
  return {
    ...main,
    ...(time && { time }),
    ...(exact !== undefined && { exact }),
    ...(days && { days }),
    ...(period && { period }),
    ...(pause && { pause }),
    ...(quiet && { quiet }),
    ...(addressed && { addressed }),
    spans,
    places,
  };
}

function saysWhen({ time, days, on, period }: TimeReading): boolean {
  return (time ?? days ?? on ?? period) !== undefined;
}

function readWords(text: string, words: readonly Word[]): TimeReading {
  const mood = moodOf(words);
  const periods = scan(words, [], (at) => acceptPeriod(words, readPeriod(words, at), mood));
  const parts = scan(words, periods, (at) => acceptPart(words, at));
  const days = scan(words, [...periods, ...parts], (at) => acceptDays(words, readDays(words, at), mood));
  const soon = scan(words, [...periods, ...days], (at) => readSoon(words, at));
  const known = [...periods, ...days, ...soon];
  const told = scan(words, known, (at) => (isDayOfMonth(words, at) ? undefined : readClock(words, at)));
  const said = told.map((reading) => ({ ...reading, how: readHow(words, reading, [...known, ...parts]) }));
  const hows = said.flatMap(({ how }) => how ?? []);
  const alone = isAlone(words, [...known, ...parts, ...said, ...hows]);
  const times = said.flatMap((reading) => acceptClock(words, reading, [...known, ...parts], { ...mood, alone }));
  const loose = parts.filter(
    (part) => !isReplaced(words, part) && !isReason(words, part) && !times.some((time) => part.from < time.to && part.to > time.from),
  );
  const points = scan(words, times, (at) => readOneDay(words, at));
  const isEarlyTomorrow = points.length === 0 && words.some((_, at) => earlyTomorrow(words, at));
  const read = [...known, ...times, ...loose, ...times.flatMap(({ how }) => how ?? [])];
  const clock = settleAll(words, times, loose.find((part) => times.some((time) => isNear(part, time)))?.part, mood);
  const period = bestPeriod(periods.map((reading) => asReturn(words, reading)));
  const pause = period && wordsOf(text, words, period);
  const kept = days.filter((reading) => !isReplaced(words, reading));
  const working = kept.filter((reading) => !isDayOff(words, reading));
  const meant = (working.length > 0 ? working : kept).map((reading) => asMoved(words, reading));
  const named = days.length > 0 ? combineDays(meant) : undefined;
  const unclear = clock.unclear ?? unclearOf(points, periods, named?.length === 0 ? [{ odd: true }] : days);
  const isKept = period && pause !== undefined && pause.length <= longestPause;
  // "tirsdagen efter påske" is one.
  const dated = wordsIn(points.filter(({ point }) => isOneOfMany(point)));
  const isRepeated =
    mood.every || days.some(({ every, from }) => every && !dated.has(from)) || words.some((word, at) => isAllOf(word) && !dated.has(at));
  const isEvery = isRepeated && !mood.once;
  const on = bestDay(points) ?? (isEarlyTomorrow ? ({ kind: 'ahead', count: 1, unit: 'day' } as const) : undefined);
  const free = said.filter((reading) => !points.some((point) => point.from < reading.to && reading.from < point.to));
  const bare = clock.time === undefined && free.length === 1 ? bareOf(words, free[0]) : undefined;
  const exact = bare === undefined ? clock.exact : free[0]?.how?.exact;
  return {
    ...(clock.time !== undefined && { time: clock.time }),
    ...(bare !== undefined && { bare }),
    ...(exact !== undefined && { exact }),
    ...(named && named.length > 0 && { days: named }),
    ...(isEvery && { every: true as const }),
    ...(on && on.kind !== 'impossible' && { on }),
    ...(soon[0] && { soon: soon[0].minutes }),
    ...(loose[0] && clock.time === undefined && { part: loose[0].part }),
    ...(mood.asked && { asked: true as const }),
    ...(isAlone(words, [...read, ...said, ...hows, ...points]) && { addressed: true as const }),
    ...(isKept && { period: period.period, pause }),
    ...(!period && on && mood.returning && { period: { kind: 'until' as const, point: on, included: false } }),
    ...(mood.past && { past: true as const }),
    ...((mood.pausing || mood.negated) && (mood.own || mood.asked) && { quiet: true as const }),
    ...(unclear && { unclear }),
    ...(isUnread(words, [...read, ...points]) && { unread: true as const }),
    spans: spansOf(
      words,
      read.filter((each) => !soon.some((one) => one === each)),
    ),
    places: spansOf(words, [...read, ...points]),
  };
}

/** Why days and periods can't be meant as they stand. */
function unclearOf(
  points: readonly { readonly point: Point }[],
  periods: readonly { readonly period: Period }[],
  days: readonly { readonly odd?: true }[],
): TimeReading['unclear'] {
  const isImpossibleDay = points.some(({ point }) => point.kind === 'impossible');
  if (isImpossibleDay || periods.some((each) => isImpossible(each.period))) return 'impossible';
  return days.some(({ odd }) => odd) ? 'unlikely' : undefined;
}

/** Whether a weekday is said to be that of one week. */
function isOneOfMany(point: Point): boolean {
  return (
    point.kind === 'week' || point.kind === 'date' || (point.kind === 'weekday' && (point.after ?? point.weeks ?? point.next) !== undefined)
  );
}

/** "d. 15.12", "den 3.11 kl. 9": behind an article digits with a dot between are a date. */
function isDayOfMonth(words: readonly Word[], at: number): boolean {
  const [day, month] = [words[at], words[at + 1]];
  const isDotted = /^\d{1,2}$/.test(day?.word ?? '') && month?.gap === '.' && /^(0?[1-9]|1[0-2])$/.test(month.word);
  return isDotted && /^(d|den)$/.test(words[at - 1]?.word ?? '');
}

/** "i morgen tidlig" is a part of a day, which a time may have taken for its own. */
const earlyTomorrow = one('i_morgen_tidlig i_morgen_tidligt');

/** Reads from left to right, the first reading at each word that touches none of `taken`. */
function scan<T extends Range>(words: readonly Word[], taken: readonly Range[], read: (at: number) => T | undefined): T[] {
  const used = wordsIn(taken);
  const readings: T[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const reading = used.has(at) ? undefined : read(at);
    if (!reading || words.slice(at, reading.to).some((_, step) => used.has(at + step))) continue;
    readings.push(reading);
    at = reading.to - 1;
  }
  return readings;
}

/** A part of the day tells which half of it a time is in from so many words away: "om eftermiddagen gerne kl. 3". */
const nearWords = 3;
const isNear = (one: Range, other: Range) => other.from - one.to <= nearWords && one.from - other.to <= nearWords;

/** "for om morgenen står jeg på stuen" */
const isReason = (words: readonly Word[], { from }: Range) => /^(for|fordi|da|because)$/.test(words[from - 1]?.word ?? '');

/** One coming day, where a sentence names one; a weekday said as all of them is none, and neither is the first day of many. */
function readOneDay(words: readonly Word[], at: number): (Range & { readonly point: Point }) | undefined {
  const today = saysToday(words, at);
  if (today) return { from: at, to: today.to, point: { kind: 'ahead', count: 0, unit: 'day' } };
  const found = openPoint(words, at);
  if (!found || !isDay(found.value)) return undefined;
  const isStart = /(^| )(fra|from|starting|commencing|fra og med)( pa| on)?( den| d| the)?$/.test(
    phrase(words, Math.max(0, at - 4), Math.min(4, at)),
  );
  const isAll = found.value.kind === 'weekday' && isAllOf(words[found.to - 1]) && !found.value.weeks && !found.value.next;
  return isAll || isStart ? undefined : { from: at, to: found.to, point: found.value };
}

function isDay(point: Point): boolean {
  switch (point.kind) {
    case 'weekday':
    case 'date':
    case 'ahead':
    case 'holiday':
    case 'impossible':
      return true;
    case 'week':
      return point.weekday !== undefined;
    default:
      return false;
  }
}

/** A date says more than a weekday, and a weekday more than "i dag". */
function bestDay(points: readonly { readonly point: Point }[]): Point | undefined {
  const rank = ({ point }: { readonly point: Point }) =>
    point.kind === 'ahead' && point.count === 0 ? 3 : point.kind === 'weekday' && !point.weeks ? 2 : point.kind === 'holiday' ? 1 : 0;
  return [...points].sort((one, other) => rank(one) - rank(other))[0]?.point;
}

/** "indtil jeg er tilbage i uge 2" lasts until then. */
function asReturn(words: readonly Word[], reading: PeriodReading): PeriodReading {
  const { period, from } = reading;
  if (period.kind !== 'during' || !moodOf(words.slice(Math.max(0, from - 2), from)).returning) return reading;
  return { ...reading, period: { kind: 'until', point: period.point, included: false } };
}

/** Whether a number that may be a day or an hour was not read: "til den 32.", "kl. 8 1/2". What counts something ("8 ledere") is none. */
function isUnread(words: readonly Word[], read: readonly Range[]): boolean {
  const places = wordsIn(read);
  return words.some(({ word }, at) => {
    if (!/^\d+$/.test(word) || places.has(at)) return false;
    const isLed = /^(den|d|kl|klokken|til|fra|indtil|the|until|at)$/.test(words[at - 1]?.word ?? '');
    const isJoined = places.has(at - 1) && /^\s*[./:,-]?\s*$/.test(words[at]?.gap ?? '');
    return (isLed || isJoined) && (endsPhrase(words, at + 1) || places.has(at + 1));
  });
}

/** A bare number as an hour; "en" and "to" are seldom meant as one. */
function bareOf(words: readonly Word[], reading: ClockReading | undefined): string | undefined {
  if (/^(en|et|to|one|two|a)$/.test(words[reading?.from ?? 0]?.word ?? '')) return undefined;
  return reading?.strength === 'bare' && typeof reading.value === 'number' ? clockOf(reading.value) : undefined;
}

/** The period that says most: one with an end before a feast, then a length, a single day, and what only the person knows. */
function bestPeriod(periods: readonly PeriodReading[]): PeriodReading | undefined {
  const rank = ({ period }: PeriodReading) => {
    switch (period.kind) {
      case 'since':
        return 5;
      case 'during':
        return vagueness[period.point.kind] ?? 0;
      case 'length':
        return 2;
      case 'until':
        return period.point.kind === 'unknown' ? 4 : 0;
      case 'between':
        return period.first.kind === 'holiday' ? 1 : 0;
    }
  };
  const possible = periods.filter(({ period }) => !isImpossible(period));
  const [best] = [...possible].sort((one, other) => rank(one) - rank(other) || one.from - other.from);
  return best && sinceThen(best, possible);
}

/** "på orlov fra 15. januar og er tilbage 3. maj" lasts from the one to the other. */
function sinceThen(best: PeriodReading, all: readonly PeriodReading[]): PeriodReading {
  const begin = all.find(({ period }) => period.kind === 'since')?.period;
  return begin?.kind === 'since' && best.period.kind === 'until' ? { ...best, period: { ...best.period, first: begin.point } } : best;
}

const vagueness: Readonly<Partial<Record<Point['kind'], number>>> = { holiday: 1.5, ahead: 3, unknown: 4 };

/** A period in the words of the text; "til på mandag" and "ikke før mandag" are "til mandag". */
function wordsOf(text: string, words: readonly Word[], { from, lead = 0, to }: PeriodReading): string {
  const said = text.slice(words[from + lead]?.start ?? 0, words[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
  return said
    .normalize('NFC')
    .replace(/^(ikke )?(før|foer|for) /i, 'til ')
    .replace(/^not before /i, 'until ')
    .replace(/^(til|indtil|frem til) (på|paa|pa) /i, '$1 ');
}

function spansOf(words: readonly Word[], ranges: readonly Range[]): TimeReading['spans'] {
  const sorted = [...ranges].sort((one, other) => one.from - other.from || other.to - one.to);
  const apart = sorted.filter((range, index) => sorted.slice(0, index).every((other) => other.to <= range.from));
  return apart.map(({ from, to }) => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }));
}
