/** The numbers that decide when nudges and appointments come, and what they ask, each with its reason. */
import type { DayPart } from '../../language/times/dayparts.js';

/**
 * "Omkring kl. 8" comes within so many minutes of it, before or after. Teams lets a bot make 50 requests a second in a
 * tenant: a city of 4,000 leaders that are asked at one time needs 80 s of all it may. Over 14 minutes it is 5 a second,
 * and what people write meanwhile is answered at once. Seven minutes are still "omkring": a quarter would be another time.
 */
export const spreadMinutes = 7;

/** Of so many questions in a row, `asks` are from the focus: enough to be felt, and the rest of the role is not forgotten. */
export const focusShare = { asks: 3, of: 5 } as const;

/** How many weeks a focus lasts: in one a habit has not begun, and after six it is one, or was none. */
export const focusWeeks = { least: 2, usual: 4, most: 6 } as const;

/**
 * What the words of a focus are about: so many of the statements that a search finds first are looked at, as many as a card shows. A
 * second theme is offered beside the first where it has so large a part of what that has: less is a theme that only names the word.
 */
export const focusSearch = { looked: 5, rival: 0.7 } as const;

/** So many days after the last day of a focus it is still closed; later nobody remembers what the question is about. */
export const closingDays = 30;

/** So many questions in a row without a word or a press, and the person is asked whether they fit; not again for so many days. */
export const fatigue = { questions: 10, quietDays: 60 } as const;

/** When a person last wrote or pressed something is known to so many milliseconds: it is noted no more often. */
export const activityMs = 3_600_000;

/** What decides when appointments come, each with its reason. */
export const appointmentPolicy = {
  /**
   * "Ikke endnu" comes back after a week, then two weeks, then two more, and then rests: a first week is long enough to have had a
   * chance, and whoever has said it three times is not helped by a fourth.
   */
  daysBetweenRounds: [7, 14, 14],
  /** Whether a delivery arrived is looked at so many minutes later: longer than its request and its lease may take. */
  lookAgainMinutes: 10,
  /** While nothing comes by itself it is looked at so often: what waited comes so soon after that is over, and a long stop costs little. */
  lookAgainOffMinutes: 30,
  /** So many days behind an agreement goes along while nothing comes by itself: well before it would rest. */
  leftBehindDays: 14,
  /** What could not be delivered is tried for as long as a person who left is kept by default. */
  mostDaysLate: 30,
  /** A day that is open to a person is looked for so far ahead; a leave may last a year. */
  mostDaysAhead: 400,
  /** A date without a year that is further ahead was this year's, and is over. */
  mostDaysSaid: 330,
  /** What is late wakes nobody: it leaves between these times of the person's day. */
  civil: { from: '07:00', until: '21:00' },
  /** The time of day where the person named none and has no daily questions. */
  time: '09:00',
  /** When the look back on a week comes where the person named no other time: before the weekend, while there is time left to answer it. */
  lookBack: { day: 'fre', time: '14:00' },
} as const;

/** The time of day that a part of it is taken for, `HH:MM`: the middle of what people mean by it at work. */
export const partTimes: Readonly<Record<DayPart, string>> = {
  morning: '08:00',
  forenoon: '10:00',
  midday: '12:00',
  afternoon: '14:00',
  evening: '19:00',
  night: '21:00',
  late: '20:00',
};
