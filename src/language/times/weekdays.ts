/** Weekdays in words: single days, ranges, lists, groups and exceptions. */
import {
  dayOf,
  isClearShort,
  isOneDay,
  phrase,
  phraseLength,
  type Range,
  shortDayOf,
  type Weekday,
  type Word,
  weekdays,
  wordSet,
} from './words.js';

/** Weekdays as they stand in the text. */
export type DaysReading = Range & {
  readonly days: readonly Weekday[];
  /** `group`: hverdage, weekend; a named day says more than a group around it. `except`: "ikke fredag". */
  readonly kind: 'days' | 'group' | 'except';
  /** A rhythm that a weekly plan cannot keep: "hver anden mandag", "første fredag i måneden". */
  readonly odd?: true;
  /** The last day of "fra mandag til onsdag": after "flyt" it is the only one meant. */
  readonly toward?: Weekday;
  /** Only a reading if the sentence is about the reminder: "dagligt", "hverdag". */
  readonly likely?: true;
};

const WORKDAYS = weekdays.slice(0, 5);
const WEEKEND = weekdays.slice(5);
/** Every other day in a plan of weekdays: as near as a week of seven days comes, and never in the weekend. */
const EVERY_OTHER_DAY: readonly Weekday[] = ['man', 'ons', 'fre'];

const groups = (days: readonly Weekday[], names: string): [string, readonly Weekday[]][] => names.split('|').map((name) => [name, days]);

const GROUPS = new Map<string, readonly Weekday[]>([
  ...groups(
    weekdays,
    'hver dag|hver eneste dag|alle dage|alle ugens dage|alle ugens syv dage|hver evig eneste dag|every day|every single day|each day|all days|everyday',
  ),
  ...groups(
    WORKDAYS,
    'hver hverdag|alle hverdage|pa hverdage|i hverdagene|hverdage|hverdagene|hverdge|alle hverdagene|hver hverdage|hver arbejdsdag|alle arbejdsdage|arbejdsdage|pa arbejdsdage|ugedage|alle ugedage|pa ugedage|hver ugedag|every weekday|each weekday|weekdays|on weekdays|all weekdays|every workday|workdays|on workdays|every working day|working days|week days|every week day|business days|every business day',
  ),
  ...groups(
    WEEKEND,
    'weekend|weekenden|weekender|weekenderne|i weekenden|i weekend|i weekenderne|om weekenden|hver weekend|weekends|on weekends|at weekends|every weekend|the weekend|on the weekend|at the weekend',
  ),
  ...groups(EVERY_OTHER_DAY, 'hver anden dag|hveranden dag|hver 2 dag|every other day|every second day|every 2 days|every two days'),
]);
const GROUP_NAMES: ReadonlySet<string> = new Set(GROUPS.keys());
const LIKELY_GROUPS = new Map<string, readonly Weekday[]>([
  ...groups(weekdays, 'dagligt|daily'),
  ...groups(WORKDAYS, 'hverdag|om hverdagen|arbejdsdag|weekday'),
]);
const LIKELY_NAMES: ReadonlySet<string> = new Set(LIKELY_GROUPS.keys());

/** A reading of frequency that names no day; the plan's default stands. */
const FREQUENCIES = new Set(
  '|en gang om ugen|en gang ugentligt|1 gang om ugen|to gange om ugen|2 gange om ugen|tre gange om ugen|3 gange om ugen|hver uge|ugentligt|ugentlig|once a week|once weekly|twice a week|every week|weekly|en gang om dagen|1 gang om dagen|once a day'
    .slice(1)
    .split('|'),
);
const ODD_FREQUENCIES = new Set(
  'hver anden uge|hver 2 uge|hver tredje uge|hver 3 uge|hver fjerde uge|i lige uger|i ulige uger|lige uger|ulige uger|hveranden uge|every other week|every second week|hver tredje dag|hver 3 dag|every third day|hver maned|en gang om maneden|every month|once a month|manedligt|monthly|hver fjortende dag|hver 14 dag'.split(
    '|',
  ),
);

const EACH = wordSet('hver kun alle om pa every each on only bare hvert');
const EXCEPT = new Set(
  'ikke|men ikke|undtagen|undtaget|bortset fra|panar|pa nar|aldrig|minus|uden|except|except for|but not|not|excluding|other than|never|no more'.split(
    '|',
  ),
);
/** "drop fredagene", "fri om fredagen": exceptions when they name all Fridays, a pause when they name one. */
const DROPPED = wordSet('drop dropper ingen skip spring slip fri off');
const LEAD = wordSet('pa om i on hver');
const JOIN = wordSet('og eller samt and or');
const TO = wordSet('til to through thru tom');

/** The weekdays that are named from `index` on, if any are. */
export function readDays(words: readonly Word[], index: number): DaysReading | undefined {
  return readExcept(words, index) ?? readOdd(words, index) ?? readGroup(words, index) ?? readNamed(words, index);
}

function readExcept(words: readonly Word[], index: number): DaysReading | undefined {
  const dropped = DROPPED.has(words[index]?.word ?? '') && isRepeated(words, index + 1);
  const length = dropped ? 1 : phraseLength(words, index, EXCEPT, 2);
  if (length === 0) return undefined;
  // "ikke på fredag" is one Friday, a pause; "ikke om fredagen" is all of them.
  if (words[index + length]?.word === 'pa' && isOneDay(words[index + length + 1]?.word ?? '')) return undefined;
  const lead = LEAD.has(words[index + length]?.word ?? '') && readGroup(words, index + length) === undefined ? 1 : 0;
  const rest = readGroup(words, index + length + lead) ?? readNamed(words, index + length + lead);
  if (!rest || rest.likely) return undefined;
  // "ikke hver dag" says that it is too often, not that no day is left.
  return rest.days.length === 7 ? { from: index, to: rest.to, days: [], kind: 'group' } : { ...rest, from: index, kind: 'except' };
}

/** Whether the days named from `index` on are those of every week. */
function isRepeated(words: readonly Word[], index: number): boolean {
  const lead = /^(om|hver|alle|every|all|on)$/.test(words[index]?.word ?? '') ? 1 : 0;
  const day = words[index + lead]?.word ?? '';
  return dayOf(day) !== undefined && (!isOneDay(day) || /^(hver|every)$/.test(words[index]?.word ?? ''));
}

function readOdd(words: readonly Word[], index: number): DaysReading | undefined {
  const odd = phraseLength(words, index, ODD_FREQUENCIES, 4);
  if (odd > 0) return { from: index, to: index + odd, days: [], kind: 'group', odd: true };
  const often = phraseLength(words, index, FREQUENCIES, 4);
  if (often > 0) return { from: index, to: index + often, days: [], kind: 'group' };
  const first = /^(forste|sidste|first|last)$/.test(words[index]?.word ?? '') ? dayOf(words[index + 1]?.word) : undefined;
  if (first) return { from: index, to: index + 2, days: [first], kind: 'days', odd: true };
  if (!/^(hver anden|hver tredje|hver 2|every other|every second)$/.test(phrase(words, index, 2))) return undefined;
  const day = dayOf(words[index + 2]?.word);
  return day ? { from: index, to: index + 3, days: [day], kind: 'days', odd: true } : undefined;
}

function readGroup(words: readonly Word[], index: number): DaysReading | undefined {
  const length = phraseLength(words, index, GROUP_NAMES, 4);
  if (length > 0) return { from: index, to: index + length, days: GROUPS.get(phrase(words, index, length)) ?? [], kind: 'group' };
  const likely = phraseLength(words, index, LIKELY_NAMES, 2);
  if (likely === 0) return undefined;
  return { from: index, to: index + likely, days: LIKELY_GROUPS.get(phrase(words, index, likely)) ?? [], kind: 'group', likely: true };
}

/** "hver mandag", "mandag til torsdag", "man, ons og fre". */
function readNamed(words: readonly Word[], index: number): DaysReading | undefined {
  let start = index;
  while (start < index + 3 && (EACH.has(words[start]?.word ?? '') || /^(fra|from)$/.test(words[start]?.word ?? ''))) start += 1;
  const each = words.slice(index, start).map(({ word }) => word);
  const firm = each.some((word) => /^(hver|kun|every|each|only)$/.test(word));
  const first = atomAt(words, start, firm);
  if (!first) return undefined;
  const days = new Set<Weekday>();
  let to = start;
  let last = first;
  for (let at = start, atom: Weekday | undefined = first; atom; ) {
    add(days, atom, at > start && isRange(words, to, at) ? last : undefined);
    last = atom;
    to = at + 1;
    at = nextAtom(words, to);
    atom = at > 0 ? atomAt(words, at, true) : undefined;
  }
  const moved = /^(fra|from)$/.test(each.join(' ')) && to === start + 3 && TO.has(words[start + 1]?.word ?? '');
  return { from: index, to, days: weekdays.filter((day) => days.has(day)), kind: 'days', ...(moved ? { toward: last } : {}) };
}

/** The weekday at `index`; an abbreviation counts after "hver" or beside another day. */
function atomAt(words: readonly Word[], index: number, firm: boolean): Weekday | undefined {
  const word = words[index];
  const full = dayOf(word?.word);
  if (full || !word) return full;
  const short = shortDayOf(word);
  if (!short) return undefined;
  if (firm && (isClearShort(word) || isBeside(words, index))) return short;
  if (firm && /^(man|fre|tor)$/.test(word.raw) && /^(hver|kun)$/.test(words[index - 1]?.word ?? '')) return short;
  return isBeside(words, index) ? short : undefined;
}

/** Whether an abbreviation stands beside another one, joined to it or one of both being no everyday word. */
function isBeside(words: readonly Word[], index: number): boolean {
  const here = words[index];
  if (!here) return false;
  for (const other of [nextAtom(words, index + 1), previousAtom(words, index)]) {
    const word = words[other];
    if (!word) continue;
    const full = dayOf(word.word) !== undefined;
    const joined = Math.abs(other - index) > 1 || /[-–,/&+.]/.test(words[Math.max(index, other)]?.gap ?? '');
    if (full || (shortDayOf(word) && (isClearShort(here) || isClearShort(word) || (joined && sameTongue(here, word))))) return true;
  }
  return false;
}

const ENGLISH_SHORT = wordSet('mon tue tues wed weds thu thur thurs fri sat sun');
const sameTongue = (one: Word, other: Word) => ENGLISH_SHORT.has(one.raw) === ENGLISH_SHORT.has(other.raw);

/** Where the next day of a list or range stands, after "og", "til", a hyphen or a comma; -1 if the list ends. */
function nextAtom(words: readonly Word[], index: number): number {
  let at = index;
  if (at < words.length && /[;!?\n]/.test(words[at]?.gap ?? '')) return -1;
  if (JOIN.has(words[at]?.word ?? '') || TO.has(words[at]?.word ?? '')) at += 1;
  if (words[at - 1]?.word === 'til' && phrase(words, at, 2) === 'og med') at += 2;
  if (at > index && /^(hver|om|pa|every|on)$/.test(words[at]?.word ?? '')) at += 1;
  const word = words[at];
  return word && (dayOf(word.word) ?? shortDayOf(word)) ? at : -1;
}

function previousAtom(words: readonly Word[], index: number): number {
  const linked = JOIN.has(words[index - 1]?.word ?? '') || TO.has(words[index - 1]?.word ?? '');
  const at = index - (linked ? 2 : 1);
  const word = words[at];
  return word && (dayOf(word.word) ?? shortDayOf(word)) ? at : -1;
}

function isRange(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ word }) => TO.has(word)) || /^\s*[-–]\s*$/.test(words[to]?.gap ?? '');
}

/** Adds a day, and all since `since` when both are the ends of a range; "fredag til mandag" goes round the week. */
function add(days: Set<Weekday>, day: Weekday, since: Weekday | undefined): void {
  const end = weekdays.indexOf(day);
  for (let at = since ? weekdays.indexOf(since) : end; at !== end; at = (at + 1) % 7) days.add(weekdays[at] ?? day);
  days.add(day);
}

/**
 * The days that all readings of a text make together, Monday first; undefined if none is named. Exceptions
 * alone are taken from Monday to Friday, or from all days when they name one of the weekend.
 */
export function combineDays(readings: readonly DaysReading[]): Weekday[] | undefined {
  const named = (kind: DaysReading['kind']) => new Set(readings.filter((reading) => reading.kind === kind).flatMap(({ days }) => days));
  const [single, group, except] = [named('days'), named('group'), named('except')];
  const narrowed = single.size > 0 && [...single].every((day) => group.has(day)) ? single : new Set([...single, ...group]);
  if (narrowed.size === 0 && except.size === 0) return undefined;
  const base = narrowed.size > 0 ? narrowed : new Set(WEEKEND.some((day) => except.has(day)) ? weekdays : WORKDAYS);
  return weekdays.filter((day) => base.has(day) && !except.has(day));
}
