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
  /** The weekday that its full name says, inflected or one letter wrong ("mandg", "tirsdagene"). */
  readonly day: Weekday | undefined;
  /** The month (1-12) that it says; a long name may have one letter wrong. "jul" is Christmas. */
  readonly month: number | undefined;
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
    const raw = match[0].normalize('NFKC').toLowerCase();
    const gap = text.slice(end, start);
    end = start + match[0].length;
    words.push({ word, raw, start, end, gap, day: dayOf(word), month: monthOf(word) });
  }
  return words;
}

/** The words of each sentence; a full stop ends one behind a word of four letters ("d. 14. december", "kl. 8" go on). */
export function sentencesOf(words: readonly Word[], text: string): readonly (readonly Word[])[] {
  const starts = words.flatMap(({ gap, start }, at) => {
    const before = words[at - 1]?.raw ?? '';
    const isStop =
      /[.…]\s/.test(gap) &&
      (/^\p{L}{4}/u.test(before) || (!/^(\d+|\p{L}|k[lr]|nr|ca)$/u.test(before) && /\p{Lu}/u.test(text[start] ?? '')));
    return at > 0 && (/[!?\n]/.test(gap) || isStop) ? [at] : [];
  });
  return [0, ...starts].map((start, at) => words.slice(start, starts[at]));
}

/** The folded words from `index` on as one string, at most `count` of them, for matching phrases. */
export function phrase(words: readonly Word[], index: number, count: number): string {
  return words
    .slice(index, index + count)
    .map(({ word }) => word)
    .join(' ');
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

function dayOf(word: string): Weekday | undefined {
  if (word.length < 5 || word.length > 12 || NOT_DAYS.has(word)) return undefined;
  const bare = word.replace(/(?<=dag)(ene|en|e|s)$/, '').replace(/(?<=day)s$/, '');
  const exact = DAY_NAMES.findIndex((names) => names.includes(bare));
  if (exact >= 0) return weekdays[exact];
  const near = DAY_NAMES.flatMap((names, index) => (names.some((name) => isNear(bare, name)) ? [index] : []));
  return near.length === 1 ? weekdays[near[0] ?? 0] : undefined;
}

/** Whether a weekday is said as all of them: "fredage", "om fredagen". */
export const isAllOf = (word: Word | undefined): boolean => word?.day !== undefined && MANY_DAYS.test(word.word);

/** Whether a weekday is said as one coming day ("fredag"), not as all of them ("fredage", "om fredagen"). */
export const isOneDay = (word: Word | undefined): boolean => word?.day !== undefined && !MANY_DAYS.test(word.word);

const MANY_DAYS = /(dage|dagen|dagene|days)$/;

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

function monthOf(word: string): number | undefined {
  if (word.length < 3 || word === 'jul') return undefined;
  const exact = MONTH_NAMES.findIndex((names) => names.includes(word));
  if (exact >= 0) return exact + 1;
  if (word.length < 6) return undefined;
  const near = MONTH_NAMES.findIndex((names) => names.some((name) => name.length > 5 && isNear(word, name)));
  return near >= 0 ? near + 1 : undefined;
}

const ORDINALS = new Map<string, number>([
  ...numbered(
    'forste anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende fireogtyvende femogtyvende seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte enogtredivte',
    1,
  ),
  ...numbered(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    1,
  ),
]);

/** The day of a month that a word says in letters: "femte", "third". */
export const ordinalOf = (word: string): number | undefined => ORDINALS.get(word);

const FOLLOWING = wordSet(
  'om hver pa og eller til men ikke kun tak please pls alle hverdage hverdag every on or and in instead istedet from fra for undtagen except bare hellere helst igen fremover sa er fint passer sharp prompt skarpt pracis pracist kl klokken at ved thanks thank each daily dagligt weekdays jeg vi du da nar fordi hvis end than because when we',
);
const AFTER_I = wordSet('stedet morgen dag weekenden hverdagene aften eftermiddag formiddag');

/** Whether a number ends here rather than counting the next word: "til 9 i stedet", not "til 9 ledere". */
export function endsPhrase(words: readonly Word[], index: number): boolean {
  const next = words[index];
  if (!next || /[,;!?\n)–-]|\.\s/.test(next.gap)) return true;
  return FOLLOWING.has(next.word) || (next.word === 'i' && AFTER_I.has(words[index + 1]?.word ?? ''));
}
