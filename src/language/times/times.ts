/**
 * Times of day, weekdays and periods in a person's sentence, Danish and English, as typed.
 *
 * Whatever is read is repeated back to the person, so a plausible reading beats none; where two readings
 * are plausible or none is, `unclear` says so and the bot asks. What a reading is *for* (a reminder, a
 * pause, or nothing) the caller knows from the intent: "hvad er vigtigt i dag" names a day too.
 */
import { type ClockReading, endsPhrase, readClock } from './clock.js';
import { type DayPart, isDoubtful, readPart, settleTime } from './dayparts.js';
import { type PeriodReading, readPeriod } from './periods.js';
import { combineDays, type DaysReading, readDays } from './weekdays.js';
import { dayOf, isFiller, lex, MOVING, PAUSING, phrase, type Range, REMINDING, type Weekday, type Word } from './words.js';

/** What a sentence says about time; a part that is not said is absent. */
export type TimeReading = {
  /**
   * `HH:MM`, 24 hours. "om morgenen" alone is no time: nobody knows which, so the plan's own stands. A bare
   * number is one only beside a day or after "til" in a sentence about the reminder ("til 9 i stedet").
   */
  readonly time?: string;
  /** Monday first, never empty. "hver anden dag" is Monday, Wednesday, Friday; "hver morgen" names no day. */
  readonly days?: readonly Weekday[];
  /**
   * The period in the person's own words, without "i" or "for" before it and "på" after "til". A bare
   * weekday or "til 9." is one only beside a word such as "pause" or "fri".
   */
  readonly pause?: string;
  /**
   * `impossible`: no such time or week (25:99, uge 60). `unlikely`: contradicting itself (8 om natten, two
   * times, exceptions that leave no day), a rhythm that no week keeps (hver anden mandag), or a time from 1
   * to 6 on the dial ("kl. 3"), which then stands in `time` as said.
   */
  readonly unclear?: 'impossible' | 'unlikely';
  /** Characters of the text that were read, in order and not overlapping. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
};

/** A question keeps no longer period than this; no real one is longer. */
const LONGEST_PAUSE = 100;

/** What the rest of a sentence says about how its times are meant. */
type Mood = { readonly pausing: boolean; readonly moving: boolean; readonly about: boolean };

/** Reads the first 500 characters of a text. */
export function readTimes(text: string): TimeReading {
  const words = lex(text);
  const mood = moodOf(words);
  const periods = scan(words, [], (index) => acceptPeriod(words, readPeriod(words, index), mood));
  const parts = scan(words, periods, (index) => acceptPart(words, index));
  const days = scan(words, [...periods, ...parts], (index) => acceptDays(words, readDays(words, index), mood));
  const known = [...periods, ...days];
  const said = scan(words, known, (index) => readClock(words, index));
  const alone = isAlone(words, [...known, ...parts, ...said]);
  const times = said.flatMap((reading) => acceptClock(words, reading, [...known, ...parts], { ...mood, alone }));
  const loose = parts.filter((part) => !isReplaced(words, part) && !times.some((time) => part.from < time.to && part.to > time.from));
  const dated =
    days.length > 0
      ? combineDays(days.filter((reading) => !isReplaced(words, reading)).map((reading) => asMoved(words, reading)))
      : undefined;
  const clock = settleAll(words, times, loose[0]?.part, mood);
  const period = bestPeriod(periods);
  const pause = period && wordsOf(text, words, period);
  const unclear =
    clock.unclear ??
    (periods.some(({ impossible }) => impossible) ? 'impossible' : undefined) ??
    (days.some(({ odd }) => odd) || dated?.length === 0 ? 'unlikely' : undefined);
  return {
    ...(clock.time === undefined ? {} : { time: clock.time }),
    ...(dated && dated.length > 0 ? { days: dated } : {}),
    ...(pause === undefined || pause.length > LONGEST_PAUSE ? {} : { pause }),
    ...(unclear ? { unclear } : {}),
    spans: spansOf(words, [...known, ...times, ...loose]),
  };
}

/** Whether a sentence says nothing but these readings and what one says about a reminder. */
function isAlone(words: readonly Word[], readings: readonly Range[]): boolean {
  const read = wordsIn(readings);
  return words.every(({ word }, index) => read.has(index) || isFiller(word));
}

/** The indexes of all words in some ranges. */
function wordsIn(ranges: readonly Range[]): ReadonlySet<number> {
  return new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
}

function moodOf(words: readonly Word[]): Mood {
  const any = (set: ReadonlySet<string>) => words.some(({ word }) => set.has(word));
  return { pausing: any(PAUSING), moving: any(MOVING), about: any(MOVING) || any(REMINDING) };
}

/** Reads from left to right, the first reading at each word that touches none of `taken`. */
function scan<T extends Range>(words: readonly Word[], taken: readonly Range[], read: (index: number) => T | undefined): T[] {
  const used = wordsIn(taken);
  const readings: T[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const reading = used.has(index) ? undefined : read(index);
    if (!reading || words.slice(index, reading.to).some((_, at) => used.has(index + at))) continue;
    readings.push(reading);
    index = reading.to - 1;
  }
  return readings;
}

function acceptPart(words: readonly Word[], index: number): (Range & { part: DayPart }) | undefined {
  // After a number it belongs to the time; after "god" it is a greeting.
  if (/^(god|good)$/.test(words[index - 1]?.word ?? '')) return undefined;
  return readPart(words, index);
}

function acceptPeriod(words: readonly Word[], reading: PeriodReading | undefined, mood: Mood): PeriodReading | undefined {
  if (!reading) return undefined;
  const { period } = reading;
  if (readPart(words, reading.from) && (readPart(words, reading.from)?.to ?? 0) > reading.to) return undefined;
  const point = 'point' in period ? period.point : undefined;
  if (point?.kind === 'weekday' && period.kind === 'until' && !mood.pausing) {
    const list = readDays(words, reading.to - 1);
    if (mood.moving || (list && list.days.length > 1)) return undefined;
  }
  if (!reading.weak || mood.pausing) return listed(words, reading) ? undefined : reading;
  if (period.kind === 'during' && point?.kind === 'weekday')
    return /^(ikke pa|ikke naste)$/.test(phrase(words, reading.from - 1, 2)) ? reading : undefined;
  return period.kind === 'length' && isAlone(words, [reading]) ? reading : undefined;
}

/** Whether days are those of every week, or too many to be a pause: "kun mandag", "mandag, onsdag og fredag". */
function listed(words: readonly Word[], reading: PeriodReading): boolean {
  const days = readDays(words, reading.from);
  if (!days || reading.period.kind === 'length') return false;
  const repeated = /^(hver|kun|hvert|every|each|only|undtagen|except|ikke|not)$/.test(words[reading.from - 1]?.word ?? '');
  const tail =
    dayOf(words[reading.from - (/^(til|og|to|and|eller|or)$/.test(words[reading.from - 1]?.word ?? '') ? 2 : 1)]?.word) !== undefined;
  return repeated || tail || days.to > reading.to;
}

function acceptDays(words: readonly Word[], reading: DaysReading | undefined, mood: Mood): DaysReading | undefined {
  if (!reading?.likely) return reading;
  if (/^(daily|weekday|arbejdsdag)$/.test(words[reading.from]?.word ?? '') && !mood.about) return undefined;
  return mood.about ? reading : undefined;
}

/** "flyt fra mandag til onsdag" names where the reminder was; only the last day is meant. */
function asMoved(words: readonly Word[], reading: DaysReading): DaysReading {
  const verb = words
    .slice(Math.max(0, reading.from - 4), reading.from)
    .some(({ word }) => /^(flyt|flytte|flyttes|ryk|rykke|rykkes|skift|skifte|move|switch|shift|reschedule)$/.test(word));
  const plan = /^(til|to|er|is)$/.test(words[reading.from - 1]?.word ?? '');
  return reading.toward && verb && !plan ? { ...reading, days: [reading.toward] } : reading;
}

function acceptClock(
  words: readonly Word[],
  reading: ClockReading,
  known: readonly Range[],
  mood: Mood & { readonly alone: boolean },
): ClockReading[] {
  if (reading.strength === 'sure') return [reading];
  const beside = known.some(
    ({ from, to }) => to === reading.from || (from === reading.to && /^(hver|alle|pa|om|every|on)$/.test(words[from]?.word ?? '')),
  );
  const about = mood.about || beside || mood.alone;
  if (reading.strength === 'likely')
    return about && endsPhrase(words, reading.to) && !NOT_BEFORE_TIME.test(words[reading.from - 1]?.word ?? '') ? [reading] : [];
  const led = /^(til|to|at|ved|omkring|around|about|ca|cirka|kl)$/.test(words[reading.from - 1]?.word ?? '');
  const instead =
    /^(i stedet|istedet|istedet for|instead)$/.test(phrase(words, reading.to, 2)) ||
    words[reading.to]?.word === 'istedet' ||
    words[reading.to]?.word === 'instead';
  const counted = !endsPhrase(words, reading.to) && !known.some(({ from }) => from === reading.to);
  if (reading.value === 'impossible' || counted || /^(en|et|to|one|two)$/.test(words[reading.from]?.word ?? '')) return [];
  const held = led && (mood.about || mood.alone);
  return held || (beside && about) || (instead && mood.alone) ? [reading] : [];
}

const NOT_BEFORE_TIME = /^(punkt|afsnit|version|kapitel|side|nr|nummer|kr|paragraf|section|page)$/;

type Settled = { readonly time?: string; readonly unclear?: 'impossible' | 'unlikely' };

/** One time out of all that are said: those that are put away are dropped, and two that differ contradict. */
function settleAll(words: readonly Word[], times: readonly ClockReading[], spoken: DayPart | undefined, mood: Mood): Settled {
  const meant = times.filter((reading) => !isPutAway(words, reading, mood));
  const values = meant.map((reading) => settleTime(reading, spoken));
  if (values.includes('impossible')) return { unclear: 'impossible' };
  const [first] = values;
  if (first === undefined) return {};
  if (first === 'unlikely' || values.some((value) => value !== first) || meant.some((reading) => another(words, reading)))
    return { unclear: 'unlikely' };
  const time = `${String(Math.floor(Number(first) / 60)).padStart(2, '0')}:${String(Number(first) % 60).padStart(2, '0')}`;
  return meant.every((reading) => isDoubtful(reading, spoken)) ? { time, unclear: 'unlikely' } : { time };
}

/** Whether a reading is what shall no longer be: "i stedet for mandag", "end om morgenen", "tirsdag passer skidt". */
function isReplaced(words: readonly Word[], { from, to }: Range): boolean {
  return (
    /(^| )(i stedet for|istedet for|instead of|frem for|fremfor|end|than)$/.test(phrase(words, Math.max(0, from - 3), Math.min(3, from))) ||
    /^(passer|dur|duer|gar|fungerer|works) (skidt|darligt|ikke|ik|aldrig|badly|poorly)( |$)/.test(phrase(words, to, 2))
  );
}

/** "ikke kl. 8", "i stedet for kl. 8", and the old time in "flyt det fra kl. 8 til kl. 9". */
function isPutAway(words: readonly Word[], reading: ClockReading, mood: Mood): boolean {
  const before = phrase(words, Math.max(0, reading.from - 3), Math.min(3, reading.from));
  if (isReplaced(words, reading) || /(^| )(ikke|not|aldrig|never)( at)?$/.test(before)) return true;
  return mood.moving && /(^| )(fra|from)$/.test(before);
}

/** Whether a second bare hour is joined to a time: "kl 8 eller 9", "kl. 8-9". */
function another(words: readonly Word[], reading: ClockReading): boolean {
  const dash = /^\s*[-–]\s*$/.test(words[reading.to]?.gap ?? '');
  const at = reading.to + (dash ? 0 : 1);
  const linked = dash || /^(og|eller|or|and|til)$/.test(words[reading.to]?.word ?? '');
  const second = linked && !/^(en|et|one)$/.test(words[at]?.word ?? '') ? readClock(words, at) : undefined;
  return second !== undefined && second.value !== reading.value && endsPhrase(words, second.to);
}

/** The period that says most: one with an end before a length, a length before a single day. */
function bestPeriod(periods: readonly PeriodReading[]): PeriodReading | undefined {
  const rank = ({ period }: PeriodReading) =>
    period.kind === 'since' ? 3 : period.kind === 'during' && period.point.kind === 'ahead' ? 2 : period.kind === 'length' ? 1 : 0;
  const possible = periods.filter(({ impossible }) => !impossible);
  return [...possible].sort((one, other) => rank(one) - rank(other) || one.from - other.from)[0];
}

/** A period in the words of the text; "til på mandag" and "ikke før mandag" are "til mandag". */
function wordsOf(text: string, words: readonly Word[], { core, to }: PeriodReading): string {
  const said = text.slice(words[core]?.start ?? 0, words[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
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
