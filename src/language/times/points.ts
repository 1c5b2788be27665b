/** Days and stretches of days in words: "15. august", "mandag i uge 50", "om 14 dage", "2. påskedag". */
import { all, among, any, digits, gap, last, many, maybe, meaning, means, memo, one, type Rule, table, when } from './rules.js';
import type { Holiday, Point } from './when.js';
import { endsPhrase, isClearShort, numberOf, ordinalOf, shortDayOf, type Weekday, type Word } from './words.js';

const year = any(
  last(gap(/^[\s./,-]*$/), digits(2000, 2099, 4)),
  // "4/1/27", "d. 4.1.27"
  all([gap(/^[./-]$/), digits(24, 60)], (_, said) => 2000 + said),
  means(one('i_ar this_year'), 0),
);
/** Said of what is over: "i fredags", "sidste tirsdag". */
const isOver = (words: readonly Word[], at: number) =>
  /^(sidste|forrige|last|previous)$/.test(words[at - 1]?.word ?? '') ||
  (words[at - 1]?.word === 'i' && /dags$/.test(words[at]?.word ?? ''));
const weekday = last(
  when((words, at) => !isOver(words, at)),
  meaning(({ day }) => day),
);
const article = one('den d the');

// --- Weeks ------------------------------------------------------------------------------------------------------------

const isWeek = (week: number) => week >= 1 && week <= 53;
/** "uge 29 30 og 31" */
const isFollowing = (words: readonly Word[], at: number) =>
  /^\s+$/.test(words[at]?.gap ?? '') && Number(words[at]?.word) === Number(words[at - 1]?.word) + 1;
const nextWeek = last(
  any<unknown>(when(isFollowing), one('og a til og_med til_og_med t_o_m and to through tom t'), gap(/^\s*[-–,+&/]\s*$/)),
  maybe(one('uge week')),
  digits(0, 53),
);

/** "uge to" */
const spokenWeek = last(
  when((words, at) => /^(i|til|in|for|mandag|tirsdag|onsdag|torsdag|fredag)$/.test(words[at - 2]?.word ?? '') && endsPhrase(words, at + 1)),
  meaning(({ word }) => numberOf(word)),
);

/** "uge 42", "uge 29-30", "uge 29, 30 og 31", "ugerne 29 til 31"; "uge 60" is none. */
const weeks = all(
  [one('uge ugerne uger week weeks ug'), any(digits(0, 99), spokenWeek), many(nextWeek), maybe(year)],
  (_, first, more, inYear): Point => {
    const last = more.at(-1) ?? first;
    return isWeek(first) && isWeek(last) ? { kind: 'week', first, last, ...(inYear && { year: inYear }) } : { kind: 'impossible' };
  },
);

// --- Dates ------------------------------------------------------------------------------------------------------------

/** A day of the month: "3", "3rd", "20". */
const dayNumber = all([digits(1, 31), maybe(last(gap(/^$/), one('st nd rd th')))], (day) => day);
const monthNumber = digits(1, 12);
/** "jul" is July behind a day; elsewhere it is Christmas. */
const monthBehindDay = last(
  gap(/^\.?\s*$/),
  maybe(one('of')),
  meaning(({ word, month }) => (word === 'jul' ? 7 : month)),
);
const month = meaning(({ word, month }) => (word === 'may' ? undefined : month));
const monthOrMay = meaning(({ month }) => month);

/** A date that no year has is none: "31. november". */
function dateOf(day: number, inMonth?: number, inYear?: number): Point {
  if (inMonth && day > (longestMonths[inMonth - 1] ?? 0)) return { kind: 'impossible' };
  return { kind: 'date', day, ...(inMonth && { month: inMonth }), ...(inYear && { year: inYear }) };
}
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** "2027-02-01" */
const isoDate = all(
  [digits(2000, 2099, 4), gap(/^-$/), monthNumber, gap(/^-$/), digits(1, 31)],
  (inYear, _a, inMonth, _b, day): Point => dateOf(day, inMonth, inYear),
);
/** "15. august", "den femte januar", "3rd of July" */
const dayAndMonth = all(
  [
    maybe(article),
    any(
      dayNumber,
      meaning(({ word }) => ordinalOf(word)),
    ),
    monthBehindDay,
    maybe(year),
  ],
  (_, day, inMonth, inYear) => dateOf(day, inMonth, inYear),
);
/** "32. december" */
const noDay = means<Point>(last(maybe(article), digits(32, 99), monthBehindDay), { kind: 'impossible' });
/** "1/9", "4/1/27" */
const slashed = all([maybe(article), dayNumber, gap(/^\/$/), monthNumber, maybe(year)], (_a, day, _gap, inMonth, inYear) =>
  dateOf(day, inMonth, inYear),
);
/** "den 15.08", "den 3. i 1." */
const ofMonthNumber = any(
  all([dayNumber, gap(/^\.$/), monthNumber, maybe(year)], (day, _, inMonth, inYear) => dateOf(day, inMonth, inYear)),
  all([dayNumber, gap(/^\.?\s/), one('i'), monthNumber, when(endsPhrase)], (day, _gap, _i, inMonth) => dateOf(day, inMonth)),
);
/** "July 3", "July 3rd 2027"; never "3 i juli". */
const monthAndDay = (named: Rule<number>) =>
  all([named, gap(/^\s*$/), dayNumber, maybe(year)], (inMonth, _, day, inYear) => dateOf(day, inMonth, inYear));
const wholeMonth = (named: Rule<number>) =>
  all([named, maybe(year)], (inMonth, inYear): Point => ({ kind: 'month', month: inMonth, ...(inYear && { year: inYear }) }));

type DayOfMonth = { readonly day: number; readonly month?: number | undefined };

/** "3.-20. juli": the first date takes the month of the last, "July 3-20" the other way round; "21. til 3. januar" goes over its end. */
export function monthsOf(first: DayOfMonth, last: DayOfMonth): readonly [first: number, last: number] | undefined {
  const goesOver = first.day > last.day;
  if (first.month !== undefined) return [first.month, last.month ?? (goesOver ? (first.month % 12) + 1 : first.month)];
  return last.month === undefined ? undefined : [goesOver ? ((last.month + 10) % 12) + 1 : last.month, last.month];
}

const TO_OR_AND = /^(til|to|og|and)$/;
const isAfter = (shape: RegExp) => (words: readonly Word[], at: number) => shape.test(words[at - 1]?.word ?? '');
const isBound = (shape: RegExp) => (words: readonly Word[], at: number) => shape.test(words[at]?.gap ?? '');
/** A day of the month alone, where it can be nothing else: "den 3.", "fra 3. til", "3.-20.", "24. og". */
const dayAlone = any(
  all([article, dayNumber], (_, day) => dateOf(day)),
  all([when(isAfter(/^(fra|from|mellem|between)$/)), dayNumber, when((words, at) => TO_OR_AND.test(words[at]?.word ?? ''))], (_, day) =>
    dateOf(day),
  ),
  all(
    [
      dayNumber,
      when((words, at) => isBound(/^\.?\s*[-–]/)(words, at) || (isBound(/^\./)(words, at) && /^(og|and)$/.test(words[at]?.word ?? ''))),
    ],
    (day) => dateOf(day),
  ),
  all([gap(/^(\.?[-–]|[-–])$/), dayNumber], (_, day) => dateOf(day)),
);

const sureDate = any(isoDate, dayAndMonth, noDay, slashed, last(article, ofMonthNumber));
const date = any(sureDate, monthAndDay(month), wholeMonth(month));
const openDate = any(sureDate, ofMonthNumber, dayAlone, monthAndDay(monthOrMay), wholeMonth(monthOrMay));

// --- Days by their names ----------------------------------------------------------------------------------------------

/** Days counted from today, in words. */
export const aheadNames: ReadonlyMap<string, Point> = table<Point>([
  [{ kind: 'ahead', count: 0, unit: 'day' }, 'i dag|idag|today'],
  [{ kind: 'ahead', count: 1, unit: 'day' }, 'i morgen|imorgen|i morgn|imorgn|tomorrow|tomorow|tmrw|tmw'],
  [{ kind: 'ahead', count: 2, unit: 'day' }, 'i overmorgen|overmorgen|iovermorgen|the day after tomorrow|day after tomorrow'],
]);

const units: ReadonlyMap<string, 'day' | 'week' | 'month'> = table([
  ['day', 'dage|dag|dages|days|day|dags|dg'],
  ['week', 'uger|uge|ugers|uges|weeks|week'],
  ['month', 'maneder|maned|maneders|maneds|months|month'],
]);

/** A number of days, weeks or months: "to uger", "et par måneder", "en uge", "a fortnight". */
export const amount = all(
  [
    any<number>(
      means(one('et_par par couple_of a_couple_of a_couple'), 2),
      meaning(({ word }) => (word === 'a' ? 1 : numberOf(word))),
    ),
    maybe(one('hele')),
    gap(/^\s*$/),
    any<{ unit: 'day' | 'week' | 'month'; times: number }>(
      means(one('fortnight fortnights'), { unit: 'week', times: 2 }),
      all([among(units)], (unit) => ({ unit, times: 1 })),
    ),
  ],
  (count, _hele, _gap, { unit, times }) => (count >= 1 ? { count: count * times, unit } : undefined),
);

/** "om 14 dage", "in two weeks", "two weeks from now"; not "om 2 uger siden". */
const ahead = any(
  all([one('om in'), amount, when((words, at) => !/^(siden|ago|ad)$/.test(words[at]?.word ?? ''))], (_, far) => aheadBy(far)),
  all([amount, one('from_now from_today frem henne')], (far) => aheadBy(far)),
);
const aheadBy = ({ count, unit }: { count: number; unit: 'day' | 'week' | 'month' }): Point | undefined =>
  count <= 400 ? { kind: 'ahead', count, unit } : undefined;

const holiday = (of: Holiday): Point => ({ kind: 'holiday', of });
const holidayNames = table<Point>([
  [holiday('jul'), 'jul|julen|juledagene|christmas|xmas'],
  [dateOf(23, 12), 'lillejuleaften|lille juleaften'],
  [holiday('juleaften'), 'juleaften|juleaftensdag|christmas eve'],
  [holiday('juledag'), 'juledag|1 juledag|forste juledag|christmas day'],
  [holiday('anden juledag'), '2 juledag|anden juledag|boxing day'],
  [dateOf(31, 12), 'nytarsaften|nytarsaftensdag|new year s eve|new years eve'],
  [holiday('nytår'), 'nytar|nytaret|nytarsdag|nytars dag|new year|new years|newyear|new year s|new year s day|new years day'],
  [holiday('fastelavnsmandag'), 'fastelavnsmandag'],
  [holiday('palmesøndag'), 'palmesondag|palm sunday'],
  [holiday('påske'), 'paske|pasken|paskedagene|easter|the easter holidays'],
  [holiday('skærtorsdag'), 'skartorsdag|skertorsdag|maundy thursday'],
  [holiday('langfredag'), 'langfredag|good friday'],
  [holiday('påskedag'), 'paskedag|1 paskedag|forste paskedag|paskesondag|easter sunday'],
  [holiday('anden påskedag'), '2 paskedag|anden paskedag|paskemandag|easter monday'],
  [
    holiday('himmelfart'),
    'kristi himmelfart|kristi himmelfartsdag|kr himmelfart|kr himmelfartsdag|himmelfart|himmelfartsdag|ascension day|ascension',
  ],
  [holiday('pinse'), 'pinse|pinsen|pinsedagene|pentecost|whitsun'],
  [holiday('pinsedag'), 'pinsedag|1 pinsedag|forste pinsedag|pinsesondag|whit sunday'],
  [holiday('anden pinsedag'), '2 pinsedag|anden pinsedag|pinsemandag|whit monday'],
  [holiday('grundlovsdag'), 'grundlovsdag|grundlovsdagen|constitution day'],
  [dateOf(23, 6), 'sankthans|sankt hans|skt hans|sct hans|sankthansaften|sankt hans aften|skt hans aften'],
  // The schools' autumn holiday.
  [{ kind: 'week', first: 42, last: 42 }, 'efterarsferien|efterarsferie|min efterarsferie'],
  [
    { kind: 'unknown' },
    'ferien|min ferie|sommerferien|min sommerferie|sommerferie|juleferien|juleferie|paskeferien|paskeferie|kristi himmelfartsferien|himmelfartsferien|vinterferien|vinterferie|sommer|sommeren|efteraret|vinteren|foraret|summer|my holiday|my holidays|my vacation|the holidays|holidays|the summer',
  ],
]);

/** A weekday by a short name that is no other word: "tirs i næste uge". */
const clearWeekday = meaning((word) => (isClearShort(word) ? shortDayOf(word) : undefined));
/** "på tors": days by their short names only where nothing else can be meant. */
const shortWeekday = last(
  when((words, at) => /^(pa|on|naste|next|kommende)$/.test(words[at - 1]?.word ?? '')),
  clearWeekday,
);
/** "tirsdag lige efter påske", "fredagen efter Kr. himmelfartsdag" */
const weekdayAfter = all(
  [weekday, maybe(one('lige')), one('efter after'), among(holidayNames)],
  (day, _lige, _efter, feast): Point | undefined => (feast.kind === 'holiday' ? { kind: 'weekday', day, after: feast.of } : undefined),
);

const named = all(
  [maybe(one('naste next kommende coming this denne')), any(weekday, shortWeekday)],
  (which, day): Point => ({ kind: 'weekday', day, ...(/next|naste/.test(which ?? '') && { next: true as const }) }),
);
/** "mandag om 14 dage" ("otte dage" is a week), "monday week", "the monday after next" */
const laterWeekday = any(
  all([weekday, one('om in'), amount], (day, _, { count, unit }) =>
    unit === 'month' ? undefined : laterBy(day, unit === 'week' ? count : Math.floor(count / daysOfWeek)),
  ),
  all([maybe(one('the')), weekday, one('week a_week after_next otte_dage otte_daw fjorten_dage')], (_, day, which) =>
    laterBy(day, which === 'fjorten_dage' ? 2 : 1),
  ),
);
const daysOfWeek = 7;
function laterBy(day: Weekday, count: number): Point | undefined {
  return count >= 1 && count <= 60 ? { kind: 'weekday', day, weeks: count } : undefined;
}

/** Day and month with a dot between; what could be minutes as well is none. */
const dotted = all([dayNumber, gap(/^\.$/), monthNumber, maybe(year)], (day, _, inMonth, inYear) =>
  inMonth % 5 === 0 && !inYear ? undefined : dateOf(day, inMonth, inYear),
);
const anyWeekday = any<Weekday>(
  weekday,
  meaning((word) => shortDayOf(word)),
);
/** "mandag den 14. december", "thurs 10 December", "fredag d. 4/12", "mandag 7.12"; an hour such as "fredag 8.30" is none. */
const weekdayWithDate = all(
  [
    anyWeekday,
    gap(/^\.?\s*,?\s*$/),
    any(
      sureDate,
      dotted,
      all([article, dayNumber], (_, day) => dateOf(day)),
    ),
  ],
  (day, _, point): Point => (point.kind === 'date' ? { ...point, weekday: day } : point),
);
/** "14. december (mandag)" */
const dateWithWeekday = all(
  [any(dayAndMonth, slashed), gap(/^\s*\(\s*$/), weekday],
  (point, _, day): Point => (point.kind === 'date' ? { ...point, weekday: day } : point),
);
/** "mandag i uge 50", "fredag uge 2" */
const weekdayInWeek = all(
  [any(weekday, clearWeekday), gap(/^\s*,?\s*$/), maybe(one('i in of')), weeks],
  (day, _gap, _i, week): Point => (week.kind === 'week' ? { ...week, last: week.first, weekday: day } : week),
);
/** "mandag i næste uge" */
const weekdayNextWeek = all(
  [any(weekday, clearWeekday), maybe(one('i of in')), one('naste_uge next_week')],
  (day): Point => ({ kind: 'weekday', day, next: true }),
);

const weekend = any(
  means<Point>(one('naste_weekend next_weekend'), { kind: 'weekend', next: true }),
  means<Point>(one('weekend weekenden denne_weekend this_weekend'), { kind: 'weekend' }),
);

/** "ugen", "næste måned", "this year". */
export const unitPoints: ReadonlyMap<string, Point> = table<Point>([
  [{ kind: 'unit', unit: 'day', next: false }, 'dagen|denne dag|denne her dag|dag|day|the day'],
  [{ kind: 'unit', unit: 'week', next: false }, 'ugen|denne uge|denne her uge|uge|week|the week|this week|indevarende uge'],
  [{ kind: 'unit', unit: 'week', next: true }, 'naste uge|naste uges|kommende uge|den kommende uge|next week|the coming week|coming week'],
  [{ kind: 'unit', unit: 'month', next: false }, 'maneden|denne maned|denne her maned|month|the month|this month|indevarende maned'],
  [{ kind: 'unit', unit: 'month', next: true }, 'naste maned|next month|den kommende maned'],
  [{ kind: 'unit', unit: 'year', next: false }, 'aret|ar|i ar|year|the year|this year|dette ar'],
  [{ kind: 'unit', unit: 'year', next: true }, 'naste ar|next year'],
]);

const byName = memo(
  any(
    among(aheadNames),
    ahead,
    weekdayInWeek,
    weekdayNextWeek,
    weekdayWithDate,
    weekdayAfter,
    laterWeekday,
    among(holidayNames),
    named,
    weekend,
    among(unitPoints),
  ),
);

/** A day or a stretch of days. */
export const point: Rule<Point> = any(weeks, dateWithWeekday, date, byName);
/** The same where only a day can stand: a month or a day of the month may stand alone. */
export const openPoint: Rule<Point> = memo(any(weeks, dateWithWeekday, openDate, byName));
