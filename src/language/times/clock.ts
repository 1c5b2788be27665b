/** Times of day in words and digits: "kl. 8.30", "halv ni", "kvart over ni", "half past eight", "3 pm". */
import { readPart, type SpokenTime } from './dayparts.js';
import { isPlainOrEnglish, numberOf, phrase, phraseLength, type Range, type Word, wordSet } from './words.js';

/** One time as it stands in the text. */
export type ClockReading = Range &
  SpokenTime & {
    /** Bare digits or number words: times only if the sentence is about the reminder. */
    readonly strength: 'sure' | 'likely' | 'bare';
  };

const MARKERS = wordSet('kl klokken klokke klok klokkn klk klokka');
const NAMED = new Map<string, number>([
  ['midt pa dagen', 720],
  ['ved middagstid', 720],
  ['middagstid', 720],
  ['ved frokosttid', 720],
  ['frokosttid', 720],
  ['ved middagstiden', 720],
  ['ved frokosttiden', 720],
  ['noon', 720],
  ['at noon', 720],
  ['midday', 720],
  ['at midday', 720],
  ['midnat', 0],
  ['ved midnat', 0],
  ['midnight', 0],
  ['at midnight', 0],
]);
const NAMED_TIMES: ReadonlySet<string> = new Set(NAMED.keys());
const PAST = wordSet('over past after efter');
const BEFORE = wordSet('i to til before');
const QUARTER = wordSet('kvart kvarter quarter');
const MINUTES = wordSet('minutter minut min mins minutes minute');

/** The time of day that begins at `index`, if one does. */
export function readClock(words: readonly Word[], index: number): ClockReading | undefined {
  const named = phraseLength(words, index, NAMED_TIMES, 3);
  if (named > 0) {
    const value = NAMED.get(phrase(words, index, named)) ?? 0;
    return { from: index, to: index + named, value, dial: false, strength: 'sure' };
  }
  const marked = MARKERS.has(words[index]?.word ?? '');
  const around = /^(ved|omkring|around|about)$/.test(words[index]?.word ?? '');
  const at = words[index]?.word === 'at';
  const start = index + (marked || around || at ? 1 : 0);
  const core =
    readRelative(words, start, marked || at) ??
    readHalf(words, start) ??
    readDigits(words, start, marked) ??
    readHour(words, start, marked || at);
  if (!core) return undefined;
  if (at && core.strength === 'bare' && !isPlainOrEnglish(words[start]?.word ?? '')) return undefined;
  return withSuffix(words, {
    ...core,
    from: core.strength === 'bare' && around ? start : index,
    strength: marked ? 'sure' : at && core.strength === 'bare' && endsPhrase(words, core.to) ? 'sure' : core.strength,
  });
}

/** "kvart over ni", "ti minutter i halv otte", "quarter to nine". */
function readRelative(words: readonly Word[], index: number, marked: boolean): ClockReading | undefined {
  let at = index + (/^(et|a)$/.test(words[index]?.word ?? '') && QUARTER.has(words[index + 1]?.word ?? '') ? 1 : 0);
  const quarter = QUARTER.has(words[at]?.word ?? '');
  const minutes = quarter ? 15 : numberOf(words[at]?.word);
  if (minutes === undefined || minutes > 29) return undefined;
  at += 1;
  const said = MINUTES.has(words[at]?.word ?? '');
  if (said) at += 1;
  if (!quarter && !said && minutes % 5 !== 0) return undefined;
  const before = BEFORE.has(words[at]?.word ?? '') || (words[at]?.word === 'for' && (said || quarter));
  const side = PAST.has(words[at]?.word ?? '') ? 1 : before ? -1 : 0;
  if (side === 0) return undefined;
  const base = readHalf(words, at + 1) ?? readHour(words, at + 1, true);
  if (!base || typeof base.value !== 'number' || !base.dial) return undefined;
  const strength = quarter || said || marked || (side > 0 && endsPhrase(words, base.to)) ? 'sure' : 'likely';
  return { ...base, from: index, value: onDial(base.value + side * minutes), strength };
}

/** "halv ni" is 08:30; "half past eight" and the British "half eight" too. */
function readHalf(words: readonly Word[], index: number): ClockReading | undefined {
  const first = words[index]?.word ?? '';
  const joined = /^halv(.+)$/.exec(first)?.[1];
  if (joined !== undefined && joined !== 'treds') {
    const hour = numberOf(joined);
    return hour === undefined ? undefined : halfOf(index, index + 1, hour, -30);
  }
  if (first !== 'halv' && first !== 'half') return undefined;
  const past = first === 'half' && words[index + 1]?.word === 'past';
  const at = index + (past ? 2 : 1);
  const hour = numberOf(words[at]?.word);
  if (hour === undefined || words[at]?.word === 'en' || words[at]?.gap.trim() !== '') return undefined;
  return halfOf(index, at + 1, hour, first === 'half' ? 30 : -30);
}

function halfOf(from: number, to: number, hour: number, shift: number): ClockReading {
  if (hour > 24) return { from, to, value: 'impossible', dial: true, strength: 'likely' };
  return { from, to, value: hour <= 12 ? onDial(hour * 60 + shift) : (hour * 60 + shift) % 1440, dial: hour <= 12, strength: 'sure' };
}

/** Half an hour after twelve is 12:30: on the dial there is no hour 0. */
function onDial(minutes: number): number {
  return minutes < 60 ? minutes + 720 : minutes;
}

/** "8.30", "08:15", after "kl" also "8,30", "8 30" and "0830". */
function readDigits(words: readonly Word[], index: number, marked: boolean): ClockReading | undefined {
  const hour = words[index];
  const minute = words[index + 1];
  if (!hour || !/^\d{1,4}$/.test(hour.word) || (!marked && inChain(words, index))) return undefined;
  const to = index + 2;
  if (
    hour.word.length < 3 &&
    minute &&
    /^\d\d$/.test(minute.word) &&
    (/^[:.]$/.test(minute.gap) || (marked && /^(,| )$/.test(minute.gap)))
  ) {
    const value = minutesOf(Number(hour.word), Number(minute.word));
    const strength = minute.gap === ':' && value !== 'impossible' ? 'sure' : 'likely';
    return { from: index, to, value, dial: !hour.word.startsWith('0') && Number(hour.word) <= 12, strength };
  }
  if (!marked) return undefined;
  if (minute && /^\d+$/.test(minute.word) && /^[:.,]$/.test(minute.gap))
    return { from: index, to, value: 'impossible', dial: false, strength: 'sure' };
  if (hour.word.length < 3) return undefined;
  return {
    from: index,
    to: index + 1,
    value: minutesOf(Number(hour.word.slice(0, -2)), Number(hour.word.slice(-2))),
    dial: hour.word.length === 3 && !hour.word.startsWith('0'),
    strength: 'sure',
  };
}

/** Whether digits are part of a longer chain: "70:20:10", "1.2.30", "3.-20", a date. */
function inChain(words: readonly Word[], index: number): boolean {
  const joined = (word: Word | undefined) => word !== undefined && /^\d/.test(word.word) && /^[:./]$/.test(word.gap);
  return joined(words[index + 2]) || (index > 0 && joined(words[index]) && /^\d/.test(words[index - 1]?.word ?? ''));
}

function readHour(words: readonly Word[], index: number, marked: boolean): ClockReading | undefined {
  const first = words[index];
  const tid = /^(.+?)tiden?$/.exec(first?.word ?? '')?.[1];
  if (tid !== undefined && numberOf(tid) !== undefined) return hourOf(index, index + 1, numberOf(tid) ?? 0, first, 'sure');
  const hour = numberOf(first?.word);
  if (!first || hour === undefined) return undefined;
  if (/^tiden?$/.test(words[index + 1]?.word ?? '') && /^[-– ]?$/.test(words[index + 1]?.gap ?? ''))
    return hourOf(index, index + 2, hour, first, 'sure');
  const clock = phraseLength(words, index + 1, O_CLOCK, 2);
  if (clock > 0) return hourOf(index, index + 1 + clock, hour, first, 'sure');
  const minutes = words[index + 1];
  const past = numberOf(minutes?.word) ?? 0;
  if (
    minutes &&
    /^\D/.test(minutes.word) &&
    /^\D/.test(first.word) &&
    minutes.gap.trim() === '' &&
    (marked ? past >= 10 : SPOKEN_MINUTES.has(past))
  ) {
    return { from: index, to: index + 2, value: minutesOf(hour, past), dial: hour <= 12, strength: marked ? 'sure' : 'likely' };
  }
  return hourOf(index, index + 1, hour, first, 'bare');
}

/** What is said after an hour without "kl.": "seks tredive", "eight fifteen". */
const SPOKEN_MINUTES: ReadonlySet<number> = new Set([15, 20, 30, 40, 45, 50]);
const O_CLOCK = new Set(['oclock', 'o clock']);

function hourOf(from: number, to: number, hour: number, first: Word | undefined, strength: ClockReading['strength']): ClockReading {
  return { from, to, value: minutesOf(hour, 0), dial: hour <= 12 && !first?.word.startsWith('0'), strength };
}

function minutesOf(hour: number, minute: number): number | 'impossible' {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return 'impossible';
  return (hour % 24) * 60 + minute;
}

/** Takes "am", "pm" and a part of the day behind a time into its reading. */
function withSuffix(words: readonly Word[], reading: ClockReading): ClockReading {
  const next = words[reading.to]?.word ?? '';
  const gap = words[reading.to]?.gap ?? '';
  const dotted = /^[ap]$/.test(next) && words[reading.to + 1]?.word === 'm' && words[reading.to + 1]?.gap === '.';
  if ((/^[ap]m$/.test(next) || dotted) && gap.trim() === '') {
    return { ...reading, to: reading.to + (dotted ? 2 : 1), strength: 'sure', half: next.startsWith('a') ? 'am' : 'pm' };
  }
  const part = /^\s*,?\s*$/.test(gap) ? readPart(words, reading.to) : undefined;
  return part ? { ...reading, to: part.to, strength: 'sure', part: part.part } : reading;
}

const FOLLOWING = wordSet(
  'om hver pa og eller til men ikke kun tak please pls alle hverdage hverdag every on or and in instead istedet from fra for undtagen except bare hellere helst igen fremover sa er fint passer sharp prompt skarpt pracis pracist thanks thank each daily dagligt weekdays each',
);
const AFTER_I = wordSet('stedet morgen dag weekenden hverdagene aften eftermiddag formiddag');

/** Whether a number ends here rather than counting the next word: "til 9 i stedet", not "til 9 ledere". */
export function endsPhrase(words: readonly Word[], index: number): boolean {
  const next = words[index];
  if (!next || /[,;!?\n)–-]|\.\s/.test(next.gap)) return true;
  return FOLLOWING.has(next.word) || (next.word === 'i' && AFTER_I.has(words[index + 1]?.word ?? ''));
}
