/** Parts of the day, and what they make of an hour: "8 om aftenen" is 20:00. */
import { among, any, last, one, table, when } from './rules.js';
import type { Range, Word } from './words.js';

/** Parts of the day. */
export const dayParts = ['morning', 'forenoon', 'midday', 'afternoon', 'evening', 'night', 'late'] as const;

/** Part of the day, which decides between the morning's and the evening's eight. */
export type DayPart = (typeof dayParts)[number];

/** A time as said, before the part of the day is taken into account. */
export type SpokenTime = {
  /** Minutes after midnight, or that there is no such time. */
  readonly value: number | 'impossible';
  /** Said on the 12-hour dial: "3", "halv fire", not "15" or "03:00". */
  readonly dial: boolean;
  readonly half?: 'am' | 'pm';
  readonly part?: DayPart;
};

const parts = among(
  table<DayPart>([
    [
      'morning',
      'om morgenen|om morgen|morgenen|hver morgen|i morgen tidlig|in the morning|this morning|every morning|each morning|mornings',
    ],
    ['forenoon', 'om formiddagen|formiddag|formiddagen|hver formiddag|i formiddag'],
    ['midday', 'om middagen'],
    [
      'afternoon',
      'om eftermiddagen|eftermiddag|eftermiddagen|hver eftermiddag|i eftermiddag|in the afternoon|this afternoon|every afternoon',
    ],
    ['evening', 'om aftenen|om aften|aftenen|hver aften|i aften|in the evening|this evening|every evening'],
    ['night', 'om natten|hver nat|i nat'],
    ['late', 'at night|every night|tonight'],
  ]),
);

/** Parts of the day that are read only after a weekday: "mandag morgen". */
const partsOfOneDay = last(
  when((words, at) => words[at - 1]?.day !== undefined),
  among(
    table<DayPart>([
      ['morning', 'morgen|morning'],
      ['forenoon', 'formiddag'],
      ['afternoon', 'eftermiddag|afternoon'],
      ['evening', 'aften|evening'],
      ['night', 'nat'],
      ['late', 'night'],
    ]),
  ),
);

/** A part of the day said at `at`, and how many words say it. */
export function readPart(words: readonly Word[], at: number): (Range & { part: DayPart }) | undefined {
  const found = any(parts, partsOfOneDay)(words, at);
  return found && { from: at, to: found.to, part: found.value };
}

/** Whether a part of the day is that of today: "i aften". */
export const saysToday = one('i_aften i_eftermiddag i_formiddag i_nat tonight this_morning this_afternoon this_evening');

/** Hours of each part of the day on the 12-hour dial, with what to add; any other hour contradicts it. */
const DIALS: Record<DayPart, readonly (readonly [first: number, last: number, add: number])[]> = {
  morning: [[1, 11, 0]],
  forenoon: [[6, 12, 0]],
  midday: [
    [11, 12, 0],
    [1, 1, 12],
  ],
  afternoon: [
    [12, 12, 0],
    [1, 6, 12],
  ],
  evening: [[4, 11, 12]],
  night: [
    [12, 12, -12],
    [0, 5, 0],
    [10, 11, 12],
  ],
  late: [
    [12, 12, -12],
    [1, 5, 0],
    [6, 11, 12],
  ],
};

/**
 * Minutes after midnight with the part of the day taken into account; `unlikely` if both contradict
 * ("kl. 8 om natten"). An early hour without a part of the day is left as it is.
 */
export function settleTime(reading: SpokenTime, spoken: DayPart | undefined): number | 'impossible' | 'unlikely' {
  if (reading.value === 'impossible') return 'impossible';
  const hour = Math.floor(reading.value / 60);
  if (reading.half) return settleHalf(reading.value, hour, reading.half);
  const part = reading.part ?? spoken;
  if (!part) return reading.value;
  const given = DIALS[part].find(
    ([first, last, add]) => (reading.dial && hour >= first && hour <= last) || (hour >= first + add && hour <= last + add),
  );
  if (!given) return 'unlikely';
  const shifted = reading.dial && hour >= given[0] && hour <= given[1] ? reading.value + given[2] * 60 : reading.value;
  return (shifted + 1440) % 1440;
}

function settleHalf(value: number, hour: number, half: 'am' | 'pm'): number | 'unlikely' {
  if (half === 'am') return hour > 12 ? 'unlikely' : hour === 12 ? value - 720 : value;
  if (hour === 0) return 'unlikely';
  return hour < 12 ? value + 720 : value;
}

/** Whether a time is at night although nobody said so: "kl. 3" may well be 15:00. */
export function isDoubtful(reading: SpokenTime, spoken: DayPart | undefined): boolean {
  if (typeof reading.value !== 'number' || !reading.dial || reading.half || reading.part || spoken) return false;
  return reading.value >= 30 && reading.value < 360;
}
