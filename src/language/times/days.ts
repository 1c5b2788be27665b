/** Weekdays in words: single days, ranges, lists, groups and exceptions. */
import { all, among, any, type Found, gap, last, maybe, meaning, means, one, type Rule, table, when } from './rules.js';
import { isAllOf, isClearShort, isOneDay, type Range, shortDayOf, type Weekday, type Word, weekdays } from './words.js';

/** Weekdays as they stand in the text. */
export type DaysReading = Range & Named;

type Named = {
  readonly days: readonly Weekday[];
  /** `group`: hverdage, weekend; a named day says more than a group around it. `except`: "ikke fredag". */
  readonly kind: 'days' | 'group' | 'except';
  /** A rhythm that a weekly plan cannot keep: "hver anden mandag", "første fredag i måneden". */
  readonly odd?: true;
  /** The last day of "fra mandag til onsdag": after "flyt" it is the only one meant. */
  readonly toward?: Weekday;
  /** Only a reading if the sentence is about the reminder: "dagligt", "hverdag". */
  readonly likely?: true;
  /** "også lørdag": beside all others that are named. */
  readonly also?: true;
  /** "kun tirsdag": no other day that is named. */
  readonly only?: true;
  /** Said as days that come again and again: "hver", "hverdage", "om fredagen", "kun". */
  readonly every?: true;
};

const WORKDAYS = weekdays.slice(0, 5);
const WEEKEND = weekdays.slice(5);
/** Every other day in a plan of weekdays: as near as a week of seven days comes, and never in the weekend. */
const EVERY_OTHER_DAY: readonly Weekday[] = ['man', 'ons', 'fre'];

/** The weekdays that are named from `at` on, if any are. */
export function readDays(words: readonly Word[], at: number): DaysReading | undefined {
  const found = anyDays(words, at);
  return found && { from: at, to: found.to, ...found.value };
}

// --- Groups -----------------------------------------------------------------------------------------------------------

const group = any<Named>(
  all(
    [
      among(
        table<readonly Weekday[]>([
          [
            weekdays,
            'hver dag|hver eneste dag|alle dage|alle ugens dage|alle ugens syv dage|hver evig eneste dag|every day|every single day|each day|all days|everyday',
          ],
          [
            WORKDAYS,
            'hver hverdag|alle hverdage|pa hverdage|i hverdagene|hverdage|hverdagene|hverdge|alle hverdagene|hver hverdage|hver arbejdsdag|alle arbejdsdage|arbejdsdage|pa arbejdsdage|ugedage|alle ugedage|pa ugedage|hver ugedag|every weekday|each weekday|weekdays|on weekdays|all weekdays|every workday|workdays|on workdays|every working day|working days|week days|every week day|business days|every business day',
          ],
          [WEEKEND, 'weekender|weekenderne|i weekenderne|om weekenden|hver weekend|weekends|on weekends|at weekends|every weekend'],
          [EVERY_OTHER_DAY, 'hver anden dag|hveranden dag|hver 2 dag|every other day|every second day|every 2 days|every two days'],
        ]),
      ),
    ],
    (days) => ({ days, kind: 'group', every: true }),
  ),
  means(one('weekend weekenden i_weekenden i_weekend the_weekend on_the_weekend at_the_weekend'), { days: WEEKEND, kind: 'group' }),
  all(
    [
      among(
        table<readonly Weekday[]>([
          [weekdays, 'dagligt|daily'],
          [WORKDAYS, 'hverdag|om hverdagen|arbejdsdag|weekday'],
        ]),
      ),
      // "the daily question" is what comes, not when.
      when(
        (words, at) =>
          !/^(question|questions|sporgsmal|sporgsmalet|thing|nudge|reminder|paminelse|pamindelse)$/.test(words[at]?.word ?? ''),
      ),
    ],
    (days) => ({ days, kind: 'group', likely: true, every: true }),
  ),
);

const everyOther = one('hver_anden hver_tredje hver_2 every_other every_second');
/** How often, without a day: what a week can keep, and what it cannot. */
const rhythm = any<Named>(
  means(
    one(
      'hver_anden_uge hver_2_uge hver_tredje_uge hver_3_uge hver_fjerde_uge i_lige_uger i_ulige_uger lige_uger ulige_uger hveranden_uge every_other_week every_second_week hver_tredje_dag hver_3_dag every_third_day hver_maned en_gang_om_maneden every_month once_a_month manedligt monthly hver_fjortende_dag hver_14_dag',
    ),
    { days: [], kind: 'group', odd: true, every: true },
  ),
  means(
    one(
      'om_ugen om_dagen en_gang_om_ugen en_gang_ugentligt 1_gang_om_ugen to_gange_om_ugen 2_gange_om_ugen tre_gange_om_ugen 3_gange_om_ugen hver_uge ugentligt ugentlig once_a_week once_weekly twice_a_week every_week weekly en_gang_om_dagen 1_gang_om_dagen once_a_day',
    ),
    { days: [], kind: 'group', every: true },
  ),
  all([one('forste sidste first last'), meaning(({ day }) => day)], (_, day) => ({
    days: [day],
    kind: 'days',
    odd: true,
    every: true,
  })),
  all([everyOther, meaning(({ day }) => day)], (_, day) => ({ days: [day], kind: 'days', odd: true, every: true })),
);

// --- Named days -------------------------------------------------------------------------------------------------------

const eachWords = new Set('hver kun alle om pa every each on only bare hvert fra from'.split(' '));
const to = one('til to through thru tom');
const join = one('og a eller samt and or');

/** "hver mandag", "mandag til torsdag", "man, ons og fre". */
function named(words: readonly Word[], at: number): Found<Named> | undefined {
  let start = at;
  while (start < at + 3 && eachWords.has(words[start]?.word ?? '')) start += 1;
  const lead = words.slice(at, start).map(({ word }) => word);
  const isFirm = lead.some((word) => /^(hver|kun|every|each|only)$/.test(word));
  const first = dayAt(words, start, isFirm);
  if (!first) return undefined;
  const days = new Set<Weekday>();
  let end = start;
  let last = first;
  for (let next = start, day: Weekday | undefined = first; day; day = next > 0 ? dayAt(words, next, true) : undefined) {
    add(days, day, next > start && isRange(words, end, next) ? last : undefined);
    last = day;
    end = next + 1;
    next = nextDay(words, end);
  }
  const isMoved = /^(fra|from)$/.test(lead.join(' ')) && end === start + 3 && to(words, start + 1) !== undefined;
  const isAlso = /^(ogsa|inklusive|including|also)$/.test(words[at - 1]?.word ?? '');
  const isOnly = lead.some((word) => /^(kun|bare|only)$/.test(word)) || words[end]?.word === 'only';
  const isEvery =
    isOnly || lead.some((word) => /^(hver|hvert|alle|kun|every|each|only)$/.test(word)) || words.slice(start, end).some(isAllOf);
  return {
    to: end,
    value: {
      days: weekdays.filter((day) => days.has(day)),
      kind: 'days',
      ...(isMoved && { toward: last }),
      ...(isEvery && { every: true }),
      ...(isOnly && { only: true }),
      ...(isAlso && { also: true }),
    },
  };
}

/** The weekday at a word; an abbreviation counts after "hver" or beside another day. */
function dayAt(words: readonly Word[], at: number, isFirm: boolean): Weekday | undefined {
  const word = words[at];
  const full = word?.day;
  const short = word && shortDayOf(word);
  if (full || !short) return full;
  const isEach = /^(hver|kun)$/.test(words[at - 1]?.word ?? '');
  const isClear = isFirm && (isClearShort(word) || (/^(man|fre|tor)$/.test(word.raw) && isEach));
  return isClear || isBeside(words, at) ? short : undefined;
}

/** Whether an abbreviation stands beside another one, joined to it or one of both being no everyday word. */
function isBeside(words: readonly Word[], at: number): boolean {
  const here = words[at];
  if (!here) return false;
  return [nextDay(words, at + 1), dayBefore(words, at)].some((other) => {
    const word = words[other];
    if (!word) return false;
    const isJoined = Math.abs(other - at) > 1 || /[-–,/&+.]/.test(words[Math.max(at, other)]?.gap ?? '');
    const isPair = isClearShort(here) || isClearShort(word) || (isJoined && sameTongue(here, word));
    return word.day !== undefined || (shortDayOf(word) !== undefined && isPair);
  });
}

const ENGLISH_SHORT = new Set('mon tue tues wed weds thu thur thurs fri sat sun'.split(' '));
const sameTongue = (one: Word, other: Word) => ENGLISH_SHORT.has(one.raw) === ENGLISH_SHORT.has(other.raw);
const isDay = (word: Word | undefined) => word !== undefined && (word.day ?? shortDayOf(word)) !== undefined;

const link = last(gap(/^[^;!?\n]*$/), maybe(any<unknown>(one('til_og_med'), join, to)), maybe(one('hver om pa every on the')));

/** Where the next day of a list or range stands, after "og", "til", a hyphen or a comma; -1 if the list ends. */
function nextDay(words: readonly Word[], at: number): number {
  const start = link(words, at)?.to ?? -1;
  const isBare = start > at && /^(hver|om|pa|every|on)$/.test(words[at]?.word ?? '');
  return start >= 0 && !isBare && isDay(words[start]) ? start : -1;
}

function dayBefore(words: readonly Word[], at: number): number {
  const isLinked = (join(words, at - 1) ?? to(words, at - 1)) !== undefined;
  const before = at - (isLinked ? 2 : 1);
  return isDay(words[before]) ? before : -1;
}

function isRange(words: readonly Word[], from: number, until: number): boolean {
  return words.slice(from, until).some((_, at) => to(words, from + at) !== undefined) || /^\s*[-–]\s*$/.test(words[until]?.gap ?? '');
}

/** Adds a day, and all since `since` when both are the ends of a range; "fredag til mandag" goes round the week. */
function add(days: Set<Weekday>, day: Weekday, since: Weekday | undefined): void {
  const end = weekdays.indexOf(day);
  for (let at = since ? weekdays.indexOf(since) : end; at !== end; at = (at + 1) % 7) days.add(weekdays[at] ?? day);
  days.add(day);
}

// --- Exceptions -------------------------------------------------------------------------------------------------------

/** Whether the days named from a word on are those of every week. */
const repeated: Rule<true> = when((words, at) => {
  const lead = /^(om|hver|alle|every|all|on)$/.test(words[at]?.word ?? '') ? 1 : 0;
  const word = words[at + lead];
  return word?.day !== undefined && (isAllOf(word) || /^(hver|every)$/.test(words[at]?.word ?? ''));
});
/** "drop fredagene", "fri om fredagen" name all Fridays; "fri fredag" names one, and "ikke på fredag" too. */
const excepting = any<unknown>(
  last(one('drop dropper stryg ingen skip spring slip fri off'), maybe(one('lige bare the')), repeated),
  last(
    one(
      'ikke men_ikke undtagen undtaget bortset_fra panar pa_nar aldrig minus uden except except_for but_not not excluding other_than never no_more',
    ),
    when((words, at) => !(words[at]?.word === 'pa' && isOneDay(words[at + 1]))),
  ),
);
const except = all([excepting, any<Named>(group, last(maybe(one('pa om i on hver')), any(group, named)))], (_, rest): Named | undefined => {
  if (rest.likely) return undefined;
  // "ikke hver dag" says that it is too often, not that no day is left.
  return rest.days.length === 7 ? { days: [], kind: 'group', every: true } : { ...rest, kind: 'except', every: true };
});

const anyDays: Rule<Named> = any<Named>(except, rhythm, group, named);

/**
 * The days that all readings of a text make together, Monday first; undefined if none is named. Exceptions
 * alone are taken from Monday to Friday, or from all days when they name one of the weekend.
 */
export function combineDays(all: readonly DaysReading[]): Weekday[] | undefined {
  const only = all.filter((reading) => reading.only);
  const readings = only.length > 0 ? [...only, ...all.filter(({ kind }) => kind === 'except')] : all;
  // Of "hver dag" and "alle hverdage" the last is meant.
  const groups = readings.filter(({ kind, days }) => kind === 'group' && days.length > 0).slice(-1);
  const namedBy = (kind: DaysReading['kind']) =>
    new Set((kind === 'group' ? groups : readings.filter((reading) => reading.kind === kind)).flatMap(({ days }) => days));
  const [single, grouped, excepted] = [namedBy('days'), namedBy('group'), namedBy('except')];
  const added = readings.flatMap(({ also, days }) => (also ? days : []));
  const narrowed =
    added.length === 0 && single.size > 0 && [...single].every((day) => grouped.has(day)) ? single : new Set([...single, ...grouped]);
  if (narrowed.size === 0 && excepted.size === 0) return undefined;
  const base = narrowed.size > 0 ? narrowed : new Set(WEEKEND.some((day) => excepted.has(day)) ? weekdays : WORKDAYS);
  return weekdays.filter((day) => base.has(day) && !excepted.has(day));
}
