/** Which readings count, by what the rest of the sentence is about: "til 9" is a time only where something is moved there. */
import { type ClockReading, readClock } from './clock.js';
import { type DayPart, isDoubtful, readPart, settleTime } from './dayparts.js';
import { type DaysReading, readDays } from './days.js';
import { isAlone, type Mood } from './mood.js';
import type { PeriodReading } from './periods.js';
import { endsPhrase, phrase, type Range, type Word } from './words.js';

/** A part of the day, where it is no greeting. */
export function acceptPart(words: readonly Word[], index: number): (Range & { part: DayPart }) | undefined {
  // After a number it belongs to the time; after "god" it is a greeting.
  if (/^(god|good)$/.test(words[index - 1]?.word ?? '')) return undefined;
  return readPart(words, index);
}

/** A period: a weak one only in a sentence about a pause. */
export function acceptPeriod(words: readonly Word[], reading: PeriodReading | undefined, mood: Mood): PeriodReading | undefined {
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
  const repeated = /^(hver|kun|bare|hvert|every|each|only|just|undtagen|except|ikke|not)$/.test(words[reading.from - 1]?.word ?? '');
  const tail = words[reading.from - (/^(til|og|to|and|eller|or)$/.test(words[reading.from - 1]?.word ?? '') ? 2 : 1)]?.day !== undefined;
  return repeated || tail || days.to > reading.to;
}

/** Days of a plan: "dagligt" and "hverdag" only in a sentence about the reminder. */
export function acceptDays(words: readonly Word[], reading: DaysReading | undefined, mood: Mood): DaysReading | undefined {
  // "første hverdag efter nytår" is one day, whichever it is.
  if (
    reading &&
    /^(forste|sidste|naste|first|last|next)$/.test(words[reading.from - 1]?.word ?? '') &&
    /^(hverdag|arbejdsdag|weekday)$/.test(words[reading.from]?.word ?? '')
  )
    return undefined;
  if (!reading?.likely) return reading;
  if (/^(daily|weekday|arbejdsdag)$/.test(words[reading.from]?.word ?? '') && !mood.about) return undefined;
  return mood.about ? reading : undefined;
}

/** "om fredagen har jeg altid fri": the day that somebody is off is no day of a plan. */
export function isDayOff(words: readonly Word[], { to }: Range): boolean {
  const behind = phrase(words, to, 6);
  return (
    /^(har|holder|er|arbejder|skal|am|have|i am|i have|im)\b.*\b(fri|off|hjemme|lukket|away|ik|ikke)\b/.test(behind) &&
    /\b(jeg|a|vi|i|im)\b/.test(behind)
  );
}

/** "flyt fra mandag til onsdag" names where the reminder was; only the last day is meant. */
export function asMoved(words: readonly Word[], reading: DaysReading): DaysReading {
  const verb = words
    .slice(Math.max(0, reading.from - 4), reading.from)
    .some(({ word }) => /^(flyt|flytte|flyttes|ryk|rykke|rykkes|skift|skifte|move|switch|shift|reschedule)$/.test(word));
  const plan = /^(til|to|er|is)$/.test(words[reading.from - 1]?.word ?? '');
  return reading.toward && verb && !plan ? { ...reading, days: [reading.toward] } : reading;
}

/** A time of day: a likely or bare one only beside days, or in a sentence about the reminder. */
export function acceptClock(
  words: readonly Word[],
  reading: ClockReading,
  known: readonly Range[],
  mood: Mood & { readonly alone: boolean },
): ClockReading[] {
  if (reading.strength === 'sure') return [reading];
  const beside = known.some(
    ({ from, to }) => to === beginOf(reading) || (from === reading.to && /^(hver|alle|pa|om|every|on)$/.test(words[from]?.word ?? '')),
  );
  const about = mood.about || beside || mood.alone || /^(ca|cirka|circa|san|about)$/.test(words[reading.from - 1]?.word ?? '');
  if (reading.strength === 'likely')
    return about && endsPhrase(words, reading.to) && !NOT_BEFORE_TIME.test(words[reading.from - 1]?.word ?? '') ? [reading] : [];
  const led = reading.how !== undefined || /^(til|to|at|ved|omkring|around|about|ca|cirka|kl)$/.test(words[reading.from - 1]?.word ?? '');
  const instead = isInstead(words, reading);
  const counted = !endsPhrase(words, reading.to) && !known.some(({ from }) => from === reading.to);
  if (reading.value === 'impossible' || counted || /^(en|et|to|one|two)$/.test(words[reading.from]?.word ?? '')) return [];
  const held = led && (mood.about || mood.alone);
  return held || (beside && about) || instead ? [reading] : [];
}

/** Where a time begins with how exactly it is meant: "præcis kl. 8". */
function beginOf({ from, how }: ClockReading): number {
  return how?.to === from ? how.from : from;
}

/** "9 i stedet" */
function isInstead(words: readonly Word[], { to }: Range): boolean {
  return (
    /^(i stedet|istedet|instead)( |$)/.test(phrase(words, to, 2)) &&
    !/^(i stedet for|istedet for|instead of)$/.test(phrase(words, to, words[to]?.word === 'i' ? 3 : 2))
  );
}

const NOT_BEFORE_TIME = /^(punkt|afsnit|version|kapitel|side|nr|nummer|kr|paragraf|section|page)$/;

type Settled = { readonly time?: string; readonly exact?: boolean; readonly unclear?: 'impossible' | 'unlikely' };

/** One time out of all that are said: those that are put away are dropped, and two that differ contradict. */
export function settleAll(words: readonly Word[], times: readonly ClockReading[], spoken: DayPart | undefined, mood: Mood): Settled {
  const kept = times.filter((reading) => !isPutAway(words, reading, mood));
  const meant = findNew(words, kept, mood);
  const values = meant.map((reading) => settleTime(reading, spoken));
  if (values.includes('impossible')) return { unclear: 'impossible' };
  const [first] = values;
  if (first === undefined) return {};
  if (first === 'unlikely' || values.some((value) => value !== first) || meant.some((reading) => another(words, reading)))
    return { unclear: 'unlikely' };
  const exact = meant.flatMap(({ how }) => how ?? []).at(-1)?.exact;
  const settled = { time: clockOf(Number(first)), ...(exact !== undefined && { exact }) };
  return meant.every((reading) => isDoubtful(reading, spoken)) ? { ...settled, unclear: 'unlikely' } : settled;
}

/** The new time, where the old one is told as well: "9 i stedet", what stands behind "flyt", and of those "til 9". */
function findNew(words: readonly Word[], kept: readonly ClockReading[], { movedAt }: Mood): readonly ClockReading[] {
  const instead = kept.filter((reading) => isInstead(words, reading));
  const behind = movedAt < 0 ? [] : kept.filter(({ from }) => from > movedAt);
  const to = movedAt < 0 ? [] : kept.filter((reading) => /^(til|to)$/.test(words[beginOf(reading) - 1]?.word ?? ''));
  // "gerne kl. 10, for kl. 8 sidder jeg til møde"
  const wished = kept.filter(({ from }) => !/^(for|fordi|da|because)$/.test(words[from - 1]?.word ?? ''));
  return [instead, behind, to, wished].find(({ length }) => length === 1) ?? kept;
}

/** Whether a reading is what shall no longer be: "i stedet for mandag", "end om morgenen", "tirsdag passer skidt". */
export function isReplaced(words: readonly Word[], { from, to }: Range): boolean {
  return (
    /(^| )(i stedet for|istedet for|instead of|frem for|fremfor|end|than)( pa| om| on)?$/.test(
      phrase(words, Math.max(0, from - 4), Math.min(4, from)),
    ) || /^(passer|dur|duer|gar|fungerer|works) (skidt|darligt|ikke|ik|aldrig|badly|poorly)( |$)/.test(phrase(words, to, 2))
  );
}

/** "ikke kl. 8", "i stedet for kl. 8", and the old time in "flyt det fra kl. 8 til kl. 9". */
function isPutAway(words: readonly Word[], reading: ClockReading, mood: Mood): boolean {
  const before = phrase(words, Math.max(0, reading.from - 3), Math.min(3, reading.from));
  if (isReplaced(words, reading) || /(^| )(ikke|not|aldrig|never)( at)?$/.test(before)) return true;
  return mood.moving && /^(fra|from)$/.test(words[beginOf(reading) - 1]?.word ?? '');
}

/** Whether a second bare hour is joined to a time: "kl 8 eller 9", "kl. 8-9". */
function another(words: readonly Word[], reading: ClockReading): boolean {
  const dash = /^\s*[-–]\s*$/.test(words[reading.to]?.gap ?? '');
  const at = reading.to + (dash ? 0 : 1);
  const linked = dash || /^(og|eller|or|and|til)$/.test(words[reading.to]?.word ?? '');
  const second = linked && !/^(en|et|one)$/.test(words[at]?.word ?? '') ? readClock(words, at) : undefined;
  return second !== undefined && second.value !== reading.value && endsPhrase(words, second.to);
}

/** Minutes after midnight as `HH:MM`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
