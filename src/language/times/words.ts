/**
 * The words that times are said with, Danish and English, and the cursor that reads them.
 *
 * All words are {@link fold}ed: "lørdag", "loerdag" and "lordag" are one.
 */
import { distance, fold, READ_LIMIT } from '../text.js';

/** Weekdays as the questions' vocabulary names them, Monday first. */
export const weekdays = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'] as const;

/** A weekday by its Danish three-letter name. */
export type Weekday = (typeof weekdays)[number];

/** A run of letters or a run of digits; "kl8" is two words. */
export type Word = {
  readonly word: string;
  /** As written, in lower case: tells "tør" from "tor". */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
};

/** Words `from` up to, not including, `to`. */
export type Range = { readonly from: number; readonly to: number };

/** Splits the readable part of a text; offsets are those of the text as given. */
export function lex(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.slice(0, READ_LIMIT).matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    const start = match.index;
    const word = fold(match[0]);
    words.push({ word, raw: match[0].normalize('NFKC').toLowerCase(), start, end: start + match[0].length, gap: text.slice(end, start) });
    end = start + match[0].length;
  }
  return words;
}

/** The folded words from `index` on as one string, at most `count` of them, for matching phrases. */
export function phrase(words: readonly Word[], index: number, count: number): string {
  return words
    .slice(index, index + count)
    .map(({ word }) => word)
    .join(' ');
}

/** First words of sets of phrases, worked out once: nearly every word begins none. */
const HEADS = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function headsOf(phrases: ReadonlySet<string>): ReadonlySet<string> {
  const heads = HEADS.get(phrases) ?? new Set([...phrases].map((words) => words.split(' ', 1)[0] ?? ''));
  HEADS.set(phrases, heads);
  return heads;
}

/** How many words of `phrases` (each its words with single spaces) stand at `index`, the longest first; 0 if none. */
export function phraseLength(words: readonly Word[], index: number, phrases: ReadonlySet<string>, longest = 4): number {
  if (!headsOf(phrases).has(words[index]?.word ?? '')) return 0;
  for (let count = Math.min(longest, words.length - index); count > 0; count -= 1) {
    if (phrases.has(phrase(words, index, count))) return count;
  }
  return 0;
}

/** A set of words written in one string. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const numbered = (list: string, first: number): [string, number][] =>
  list.split(' ').flatMap((names, index) => names.split('/').map((name): [string, number] => [name, first + index]));

const DANISH_NUMBERS = new Map<string, number>([
  ...numbered('en/et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve', 1),
  ['enogtyve', 21],
  ['toogtyve', 22],
  ['treogtyve', 23],
  ['femogtyve', 25],
  ['tredive', 30],
  ['fyrre', 40],
  ['femogfyrre', 45],
  ['halvtreds', 50],
]);

const ENGLISH_NUMBERS = new Map<string, number>([
  ...numbered(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    1,
  ),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
]);

/** The number that a word says, in digits or in letters. */
export function numberOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return DANISH_NUMBERS.get(word) ?? ENGLISH_NUMBERS.get(word);
}

/** Whether a word is digits, or a number in English letters. */
export const isPlainOrEnglish = (word: string): boolean => /^\d+$/.test(word) || ENGLISH_NUMBERS.has(word);

const DAY_NAMES: readonly string[][] = [
  ['mandag', 'monday'],
  ['tirsdag', 'tuesday'],
  ['onsdag', 'wednesday', 'wensday', 'wendsday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lordag', 'saturday'],
  ['sondag', 'sunday'],
];

/** Whether one letter is wrong. One mistake leaves the beginning or the end whole, which is quick to see. */
function isNear(word: string, name: string): boolean {
  return (word.startsWith(name.slice(0, 2)) || word.endsWith(name.slice(-2))) && distance(word, name, 1) === 1;
}

/** Words one letter away from a weekday that are none. */
const NOT_DAYS = wordSet('mandat mandats mandater mandatet hverdag fridag fridage fridagen fridags');

/** The weekday that a full name says, inflected or one letter wrong ("mandg", "tirsdagene"). */
export function dayOf(word: string | undefined): Weekday | undefined {
  if (word === undefined || word.length < 5 || word.length > 12 || NOT_DAYS.has(word)) return undefined;
  const bare = word.replace(/(?<=dag)(ene|en|e|s)$/, '').replace(/(?<=day)s$/, '');
  const exact = DAY_NAMES.findIndex((names) => names.includes(bare));
  if (exact >= 0) return weekdays[exact];
  const near = DAY_NAMES.flatMap((names, index) => (names.some((name) => isNear(bare, name)) ? [index] : []));
  return near.length === 1 ? weekdays[near[0] ?? 0] : undefined;
}

/** Whether a weekday is said as one coming day ("fredag"), not as all of them ("fredage", "om fredagen"). */
export const isOneDay = (word: string): boolean => dayOf(word) !== undefined && !/(dage|dagen|dagene|days)$/.test(word);

const SHORT_DAYS = new Map<string, Weekday>(
  (
    ['man mon', 'tir tirs tue tues', 'ons wed weds', 'tor tors thu thur thurs', 'fre fri', 'lør lor loer sat', 'søn son soen sun'] as const
  ).flatMap((names, index) => names.split(' ').map((name): [string, Weekday] => [name, weekdays[index] ?? 'man'])),
);

/** Short names that are no other word either, so that "hver ons" is enough. */
const CLEAR_SHORT = wordSet('tir tirs ons tors fre lør søn tue tues thu thur thurs wed weds');

/** The weekday that an abbreviation says; it counts only beside others, for "man" and "fri" are words too. */
export const shortDayOf = (word: Word | undefined): Weekday | undefined => (word ? SHORT_DAYS.get(word.raw) : undefined);

/** Whether an abbreviation is no everyday word. */
export const isClearShort = (word: Word): boolean => CLEAR_SHORT.has(word.raw);

const MONTH_NAMES: readonly string[][] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['marts', 'march'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** The month (1-12) that a word says; a long name may have one letter wrong. "jul" is Christmas, unless a day stands before it. */
export function monthOf(word: string | undefined, afterDay = false): number | undefined {
  if (word === undefined || word.length < 3 || (word === 'jul' && !afterDay)) return undefined;
  const exact = MONTH_NAMES.findIndex((names) => names.includes(word));
  if (exact >= 0) return exact + 1;
  if (word.length < 6) return undefined;
  const near = MONTH_NAMES.findIndex((names) => names.some((name) => name.length > 5 && isNear(word, name)));
  return near >= 0 ? near + 1 : undefined;
}

/** Words that make a bare day or date a pause: "hold fri på fredag". */
export const PAUSING = wordSet(
  'pause pauser pausen ingen fri ferie spring springe skip snooze stille stop stoppe stopper vent vente udsat vak bortrejst orlov sygemeldt slip slippe sluk mute quiet away vacation holiday off break leave barsel syg kursus rejse ingenting intet',
);

/** Words that ask for a change, so that "til mandag" and "til 9" name the new day and time. */
export const MOVING = wordSet(
  'flyt flytte flyttes skift skifte skiftes andr andre ret rette sat satte lav lave ryk rykke rykkes move change switch set make reschedule shift',
);

/** Words of somebody who talks about the reminder itself. */
export const REMINDING = wordSet(
  'mind minde mindes pamind paminde pamindes pamindelse pamindelsen pamindelser pamindelserne husk remind reminder reminders nudge nudges skub ping notifikation notifikationer tidspunkt tidspunktet klokkeslat klokkeslattet istedet stedet instead',
);

const SMALL_TALK = wordSet(
  'mig send sende sporgsmal sporgsmalet besked beskeder den det kan ka du lige gerne vil jeg ha have fa far tak please pls me i for hellere helst til fra ja nej ok okay sa at it to the no yes rather kun bare og or eller er fint passer bedst bedre godt omkring cirka ca ved om pa on in by around about want would like prefer a i my kommer komme skal ske vare being be only just now nu fremover igen altsa senere tidligere at',
);

/** Whether a word says nothing that a sentence about the reminder would not say. */
export const isFiller = (word: string): boolean => SMALL_TALK.has(word) || MOVING.has(word) || REMINDING.has(word);
