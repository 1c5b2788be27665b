/** Times of day in words and digits: "kl. 8.30", "halv ni", "kvart over ni", "half past eight", "3 pm". */
import { readPart, type SpokenTime } from './dayparts.js';
import { type How, howWord } from './exactness.js';
import { all, among, any, gap, last, maybe, meaning, means, one, type Rule, table, when } from './rules.js';
import { endsPhrase, isPlainOrEnglish, numberOf, type Range, type Word } from './words.js';

/** One time as it stands in the text, and how exactly it is meant. */
export type ClockReading = Range & Told & { readonly how?: How | undefined };

type Told = SpokenTime & {
  /** Bare digits or number words: times only if the sentence is about the reminder. */
  readonly strength: 'sure' | 'likely' | 'bare';
};

/** The time of day that begins at `at`, if one does. */
export function readClock(words: readonly Word[], at: number): ClockReading | undefined {
  const named = namedTime(words, at);
  if (named) return { from: at, to: named.to, ...named.value };
  const lead = leads(words, at);
  const isMarked = lead !== undefined && lead.value !== 'at' && !around.test(lead.value);
  const isAt = lead?.value === 'at';
  const start = lead ? (howWord(words, lead.to)?.to ?? lead.to) : at;
  const core = (isMarked ? markedTime : isAt ? spokenTime : bareTime)(words, start);
  if (!core) return undefined;
  const { value: told } = core;
  const isBare = told.strength === 'bare';
  if (isAt && isBare && !isPlainOrEnglish(words[start]?.word ?? '')) return undefined;
  // "at 9 to give feedback": "9 to 10" was tried before.
  const isSure = isMarked || (isAt && isBare && (endsPhrase(words, core.to) || /^(to|about|that)$/.test(words[core.to]?.word ?? '')));
  return withSuffix(words, {
    ...told,
    from: isBare && lead && around.test(lead.value) ? start : at,
    to: core.to,
    strength: isSure ? 'sure' : told.strength,
  });
}

const leads = one('kl kl_er klokken klokken_er klokke klok klokkn klk klokka pa_slaget pa_slaget_af slaget ved omkring around about at');
const around = /^(ved|omkring|around|about)$/;

const sureAt = (value: number): Told => ({ value, dial: false, strength: 'sure' });
const namedTime = among(
  table<Told>([
    [
      sureAt(720),
      'midt pa dagen|ved middagstid|middagstid|ved frokosttid|frokosttid|ved middagstiden|ved frokosttiden|noon|at noon|midday|at midday',
    ],
    [sureAt(0), 'midnat|ved midnat|midnight|at midnight'],
  ]),
);

// --- Hours ------------------------------------------------------------------------------------------------------------

const number = meaning(({ word }) => numberOf(word));
const isEarly = (hour: number, said = '') => hour <= 12 && !said.startsWith('0');
const hourOf = (hour: number, strength: Told['strength'], said?: string): Told => ({
  value: minutesOf(hour, 0),
  dial: isEarly(hour, said),
  strength,
});
const written = meaning((word) => {
  const hour = numberOf(word.word);
  return hour === undefined ? undefined : { hour, said: word.word };
});
/** "ottetiden" */
const tid = meaning(({ word }) => {
  const hour = numberOf(/^(.+?)tiden?$/.exec(word)?.[1]);
  return hour === undefined ? undefined : hourOf(hour, 'sure');
});
/** "8-tiden", "8 o'clock" */
/** "8ish" */
const about = all([written, gap(/^$/), one('ish')], ({ hour, said }) => hourOf(hour, 'sure', said));
const named = any<Told>(
  tid,
  about,
  all([written, gap(/^[-– ]?$/), one('tid tiden')], ({ hour, said }) => hourOf(hour, 'sure', said)),
  all([written, one('oclock o_clock')], ({ hour, said }) => hourOf(hour, 'sure', said)),
);
/** "otte tredive", "eight fifteen": without "kl." only with minutes that are said so. */
const spokenMinutes = (isMarked: boolean) =>
  all([written, gap(/^\s*$/), written], ({ hour, said }, _, { hour: minutes, said: also }): Told | undefined => {
    const isSpoken = !/^\d/.test(said) && !/^\d/.test(also) && (isMarked ? minutes >= 10 : [15, 20, 30, 40, 45, 50].includes(minutes));
    return isSpoken ? { value: minutesOf(hour, minutes), dial: hour <= 12, strength: isMarked ? 'sure' : 'likely' } : undefined;
  });
/** "730", "0815": hours and minutes without a mark between; "2027" is a year. */
const together = meaning(({ word }): Told | undefined => {
  const [, hour = '', minute = ''] = /^([01]?[1-9]|10|1\d|2[0-3])([0-5][05])$/.exec(word) ?? [];
  const isTime = hour !== '' && !/^20\d\d$/.test(word) && word.length > 2;
  return isTime ? { value: minutesOf(Number(hour), Number(minute)), dial: isEarly(Number(hour), hour), strength: 'likely' } : undefined;
});
const anHour = (isMarked: boolean) =>
  any<Told>(
    named,
    together,
    spokenMinutes(isMarked),
    all([written], ({ hour, said }) => hourOf(hour, 'bare', said)),
  );

/** "halv ni" is 08:30; "half past eight" and the British "half eight" too. */
const half = any<Told>(
  meaning(({ word }) => {
    const joined = /^halv(.+)$/.exec(word)?.[1];
    const hour = joined === 'treds' ? undefined : numberOf(joined);
    return hour === undefined ? undefined : halfOf(hour, -30);
  }),
  all([one('halv'), gap(/^\s*$/), written], (_h, _g, { hour, said }) => (said === 'en' ? undefined : halfOf(hour, -30))),
  all([one('half_past half'), gap(/^\s*$/), written], (_h, _g, { hour, said }) => (said === 'en' ? undefined : halfOf(hour, 30))),
);

function halfOf(hour: number, shift: number): Told {
  if (hour > 24) return { value: 'impossible', dial: true, strength: 'likely' };
  return { value: hour <= 12 ? onDial(hour * 60 + shift) : (hour * 60 + shift) % 1440, dial: hour <= 12, strength: 'sure' };
}

/** "kvart over ni", "ti minutter i halv otte", "quarter to nine". */
const relative = (isMarked: boolean) =>
  all(
    [
      any<{ minutes: number; isSaid: boolean }>(
        means(last(maybe(one('et a')), one('kvart kvarter quarter')), { minutes: 15, isSaid: true }),
        all([number, maybe(one('minutter minut min mins minutes minute'))], (minutes, unit) =>
          minutes <= 29 && (unit || minutes % 5 === 0) ? { minutes, isSaid: unit !== undefined } : undefined,
        ),
      ),
      any<{ sign: number; isFor: boolean }>(
        means(one('over past after efter'), { sign: 1, isFor: false }),
        means(one('i to til before'), { sign: -1, isFor: false }),
        means(one('for'), { sign: -1, isFor: true }),
      ),
      any(half, anHour(true)),
      maybe(when(endsPhrase)),
    ],
    ({ minutes, isSaid }, { sign, isFor }, base, isEnd): Told | undefined => {
      if ((isFor && !isSaid) || typeof base.value !== 'number' || !base.dial) return undefined;
      const isSure = isSaid || isMarked || (sign > 0 && isEnd);
      return { ...base, value: onDial(base.value + sign * minutes), strength: isSure ? 'sure' : 'likely' };
    },
  );

/** Half an hour after twelve is 12:30: on the dial there is no hour 0. */
function onDial(minutes: number): number {
  return minutes < 60 ? minutes + 720 : minutes;
}

function minutesOf(hour: number, minute: number): number | 'impossible' {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return 'impossible';
  return (hour % 24) * 60 + minute;
}

// --- Digits -----------------------------------------------------------------------------------------------------------

const shortDigits = meaning(({ word }) => (/^\d{1,2}$/.test(word) ? word : undefined));
const twoDigits = meaning(({ word }) => (/^\d\d$/.test(word) ? word : undefined));
const someDigits = meaning(({ word }) => (/^\d+$/.test(word) ? word : undefined));

/** "8.30", "08:15", after "kl" also "8,30" and "8 30". */
const parted = (isMarked: boolean) =>
  all(
    [shortDigits, any<string>(means(gap(/^:$/), ':'), means(gap(isMarked ? /^[.,\s]$/ : /^\.$/), '.')), twoDigits],
    (hour, mark, minute): Told => {
      const value = minutesOf(Number(hour), Number(minute));
      return { value, dial: isEarly(Number(hour), hour), strength: mark === ':' && value !== 'impossible' ? 'sure' : 'likely' };
    },
  );
/** "kl. 8.005" is no time, "kl. 0830" is one. */
const markedDigits = any<Told>(
  means(
    last(
      meaning(({ word }) => (/^\d{1,4}$/.test(word) ? word : undefined)),
      gap(/^[:.,]$/),
      someDigits,
    ),
    {
      value: 'impossible',
      dial: false,
      strength: 'sure',
    },
  ),
  meaning(({ word }): Told | undefined =>
    /^\d{3,4}$/.test(word)
      ? {
          value: minutesOf(Number(word.slice(0, -2)), Number(word.slice(-2))),
          dial: word.length === 3 && !word.startsWith('0'),
          strength: 'sure',
        }
      : undefined,
  ),
);

/** Whether digits are part of a longer chain: "70:20:10", "1.2.30", "3.-20.", a date. */
function isInChain(words: readonly Word[], at: number): boolean {
  const isJoined = (word: Word | undefined) => word !== undefined && /^\d/.test(word.word) && /^[:./]$/.test(word.gap);
  return isJoined(words[at + 2]) || (at > 0 && isJoined(words[at]) && /^\d/.test(words[at - 1]?.word ?? ''));
}

const free: Rule<true> = when((words, at) => !isInChain(words, at));
const markedTime = any<Told>(relative(true), half, parted(true), markedDigits, anHour(true));
/** "at 8.30", "at 8 30" */
const spokenTime = any<Told>(
  relative(true),
  half,
  all([free, parted(true)], (_, told): Told => ({ ...told, strength: told.value === 'impossible' ? told.strength : 'sure' })),
  anHour(true),
);
const bareTime = any<Told>(relative(false), half, last(free, parted(false)), anHour(false));

/** Takes "am", "pm" and a part of the day behind a time into its reading. */
function withSuffix(words: readonly Word[], reading: ClockReading): ClockReading {
  const meridiem = behindHour(words, reading.to);
  if (meridiem) return { ...reading, to: meridiem.to, strength: 'sure', half: meridiem.value };
  const part = /^\s*,?\s*$/.test(words[reading.to]?.gap ?? '') ? readPart(words, reading.to) : undefined;
  return part ? { ...reading, to: part.to, strength: 'sure', part: part.part } : reading;
}

const behindHour = all(
  [
    gap(/^\s*$/),
    any<string>(
      one('am pm'),
      all([one('a p'), gap(/^\.$/), one('m')], (half) => half),
    ),
  ],
  (_, said) => (said.startsWith('a') ? ('am' as const) : ('pm' as const)),
);
