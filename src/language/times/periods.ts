/** Periods in words: "uge 29-30", "to uger", "resten af juli", "til på mandag", "fra 3. juli til 20. juli", "hen over jul". */
import { moodOf } from './mood.js';
import { aheadNames, amount, monthsOf, openPoint, point, unitPoints } from './points.js';
import { all, among, any, type Found, gap, last, maybe, meaning, means, one, type Rule, when } from './rules.js';
import type { Period, Point } from './when.js';
import { isAllOf, lex, phrase, type Range, shortDayOf, type Word, weekdays } from './words.js';

/** A period where it stands. */
export type PeriodReading = Range & Said;

type Said = {
  readonly period: Period;
  /** "en uge", "mandag": a period only if the sentence is about a pause. */
  readonly weak?: boolean;
  /** Words before it that do not name it ("i", "for"). */
  readonly lead?: number;
};

/** The first period of a phrase, read as a pause; undefined if none is named. */
export function findPeriod(text: string): Period | undefined {
  const words = lex(text);
  for (let at = 0; at < words.length; at += 1) {
    const reading = readPeriod(words, at);
    if (reading) return reading.period;
  }
  return undefined;
}

/** The period that begins at `at`, if one does. */
export function readPeriod(words: readonly Word[], at: number): PeriodReading | undefined {
  const found = anyPeriod(words, at);
  return found && { from: at, to: found.to, ...found.value };
}

/** A period that has a day that no calendar has. */
export function isImpossible(period: Period): boolean {
  const points =
    'point' in period ? [period.point] : 'last' in period ? [period.first, period.last] : 'first' in period ? [period.first] : [];
  return points.some((each) => each?.kind === 'impossible');
}

// --- From one point to another ----------------------------------------------------------------------------------------

const fromWord = one('fra from mellem between fra_og_med');
const overWord = one('hen_over over henover igennem gennem over_the');
const listWord = one('og and');
const toWord = one(
  'og_frem_til og_til og_til_og_med til te to until through til_og_med te_og_med up_to_and_including og_med t_o_m tom indtil frem_til',
);

/** "ugen efter", "dagen efter", "fredagen lige efter" */
const nextOne = last(
  any<unknown>(
    one('ugen den dagen the_week the_one the_day'),
    meaning(({ day }) => day),
  ),
  maybe(one('lige')),
  one('efter derpa after'),
);

/** The second point of a range or, after "og", of a list. */
const end = all(
  [
    any<'listed' | 'linked'>(
      means(last(toWord, maybe(one('og_med')), maybe(one('pa'))), 'linked'),
      means(last(listWord, maybe(one('pa'))), 'listed'),
      means(gap(/^\.?\s*[-–]\s*$/), 'linked'),
    ),
    any<{ point: Point; isNext: boolean }>(
      means(nextOne, { point: { kind: 'unknown' }, isNext: true }),
      all([maybe(one('resten_af the_rest_of rest_of')), openPoint], (_, found) => ({ point: found, isNext: false })),
    ),
  ],
  (how, { point: last, isNext }): Ending => ({ last, listed: how === 'listed', isNext }),
);

type Ending = { readonly last: Point; readonly listed: boolean; readonly isNext: boolean };

const isStretch = ({ kind }: Point) => kind === 'unit' || kind === 'week';

/** "tirsdag til torsdag i næste uge" */
const nextWeekBehind = one('i_naste_uge next_week');

function inNextWeek(period: Period): Period {
  if (period.kind !== 'between' || period.first.kind !== 'weekday' || period.last.kind !== 'weekday') return period;
  return { ...period, first: { ...period.first, next: true }, last: { ...period.last, next: true } };
}

function between(words: readonly Word[], at: number): Found<Said> | undefined {
  const through = overWord(words, at);
  const lead = through ?? fromWord(words, at);
  const first = openPoint(words, lead?.to ?? at);
  const last = first && end(words, first.to);
  if (!first || !last || (through && !isFeast(first.value)) || (!lead && !last.value.isNext && isStretch(first.value))) return undefined;
  const period = spanOf(first.value, last.value) ?? rangeOf(first.value, last.value.last, last.value.listed && !lead);
  const named = [first.value, last.value.last].some(({ kind }) => kind === 'weekday');
  const isOnce = isOneDayAt(words, first) && isOneDayAt(words, { to: last.to, value: last.value.last });
  if (!period || (named && !isOnce)) return undefined;
  const isSure = period.kind === 'length';
  const next = named ? nextWeekBehind(words, last.to) : undefined;
  if (next) return { to: next.to, value: { period: inNextWeek(period), weak: true } };
  return { to: last.to, value: { period, weak: !isSure && (named || (!lead && isDotted(words, at, last.to))) } };
}

const isFeast = ({ kind }: Point) => kind === 'holiday' || kind === 'unknown';

/** "hen over julen": a feast and the days it has. */
const over = all([overWord, openPoint], (_, at): Said | undefined => (isFeast(at) ? { period: { kind: 'during', point: at } } : undefined));

/** "fra 1. august": when it ends nobody said. */
const since = all([fromWord, openPoint], (_, first): Said | undefined => {
  const isDay = first.kind === 'weekday' || first.kind === 'ahead' || (first.kind === 'date' && first.month !== undefined);
  return isDay ? { period: { kind: 'since', point: first }, weak: true } : undefined;
});

const isOneDayAt = (words: readonly Word[], { to, value }: Found<Point>) =>
  value.kind !== 'weekday' || value.weeks !== undefined || value.after !== undefined || !isAllOf(words[to - 1]);

/** "fra mandag og en uge frem" lasts a week, "næste uge og ugen efter" two. */
function spanOf(first: Point, { last: end, listed, isNext }: Ending): Period | undefined {
  if (isNext) return { kind: 'length', count: 2, unit: isStretch(first) ? 'week' : 'day', first };
  const isLong = end.kind === 'ahead' && (end.unit !== 'day' || end.count > 2);
  return listed && isLong && first.kind !== 'ahead' ? { kind: 'length', count: end.count, unit: end.unit, first } : undefined;
}

/** Two days that follow each other make a range; a list with a hole in it is no period that could be kept. */
function rangeOf(first: Point, last: Point, listed: boolean): Period | undefined {
  if (isReversed(first, last)) return { kind: 'during', point: { kind: 'impossible' } };
  const whole = shareMonth(first, last);
  if (!whole) return undefined;
  const [one, other] = whole;
  if (!listed || follows(one, other)) return { kind: 'between', first: one, last: other };
  const days = [one, other].every(({ kind }) => /^(weekday|date|ahead)$/.test(kind));
  return days || one.kind === other.kind ? { kind: 'during', point: { kind: 'unknown' } } : undefined;
}

/** "fra 18. december til 11. december" is no year's leave. */
function isReversed(first: Point, last: Point): boolean {
  if (first.kind !== 'date' || last.kind !== 'date' || first.month === undefined) return false;
  return first.month === last.month && first.year === last.year && first.day > last.day;
}

function follows(one: Point, other: Point): boolean {
  if (one.kind === 'weekday' && other.kind === 'weekday') return weekdays.indexOf(other.day) === (weekdays.indexOf(one.day) + 1) % 7;
  if (one.kind === 'date' && other.kind === 'date') return one.month === other.month && other.day === one.day + 1;
  if (one.kind === 'month' && other.kind === 'month') return other.month === (one.month % 12) + 1;
  if (one.kind === 'holiday' && other.kind === 'holiday') return true;
  return one.kind === 'ahead' && other.kind === 'ahead' && other.count === one.count + 1;
}

/** Whether a date is written "24.12", which could be a time as well. */
const isDotted = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from + 1, to)
    .some(({ word, gap: before }, at) => before === '.' && /^\d/.test(word) && /^\d/.test(words[from + at]?.word ?? ''));

function shareMonth(first: Point, last: Point): readonly [Point, Point] | undefined {
  if (first.kind !== 'date' || last.kind !== 'date') return [first, last];
  const months = monthsOf(first, last);
  return (
    months && [
      { ...first, month: months[0] },
      { ...last, month: months[1] },
    ]
  );
}

// --- Until ------------------------------------------------------------------------------------------------------------

const untilWord = one(
  'til_og_med frem_til_og_med indtil_og_med ikke_for not_before frem_til hen_til op_til lige_til til te te_og_med indtil tom t_o_m until until_and_including till through up_to up_to_and_including up_until',
);
const beforeWord = meaning(({ raw }) => (/^(før|foer)$/.test(raw) ? 'before' : undefined));
const edge = any<'end' | 'start'>(
  means(one('slutningen_af udgangen_af enden_af the_end_of end_of efter after'), 'end'),
  means(one('starten_af begyndelsen_af the_start_of the_beginning_of'), 'start'),
);
/** "på" and "i" before a day; "i morgen" keeps its own. */
const dayLead = maybe(
  last(
    when((words, at) => !aheadByName(words, at)),
    one('pa i on'),
  ),
);
const aheadByName = among(aheadNames);

const untilLead = any<string>(beforeWord, untilWord);
const untilDay = all([maybe(edge), dayLead, openPoint], (part, _, day) => ({ part, day }));

/** "til på mandag", "indtil 1/9", "frem til jul", "til efter nytår", "ikke før mandag". */
function until(words: readonly Word[], at: number): Found<Said> | undefined {
  const lead = untilLead(words, at);
  if (!lead || (words[at - 1]?.day && !words[at]?.gap.includes(','))) return undefined;
  const found = untilDay(words, lead.to);
  // "til mandage" names days of a plan, not a day to wait for.
  if (!found || !isOneDayAt(words, { to: found.to, value: found.value.day })) return undefined;
  const { part, day } = found.value;
  const isInclusive = /^(inclusive|incl|inkl|inklusive)$/.test(words[found.to]?.word ?? '');
  const included = part === 'end' || isInclusive || /og med|tom|t o m|through|including/.test(lead.value);
  const bare = day.kind === 'date' && !day.weekday && (day.month === undefined || words[found.to - 1]?.gap === '.');
  const weak = (bare && lead.value === 'til') || lead.value === 'before';
  return { to: found.to, value: { period: { kind: 'until', point: day, included }, weak } };
}

// --- What is left, and how long ---------------------------------------------------------------------------------------

const during = (at: Point): Period => ({ kind: 'during', point: at });
const isWeekOrMonth = (at: Point) => at.kind !== 'unit' || at.next || at.unit === 'week' || at.unit === 'month';
const isWide = ({ kind }: Point) => kind !== 'weekday' && kind !== 'date' && kind !== 'ahead';

/** "resten af juli", "hele ugen", "måneden ud". */
const rest = any<Said>(
  led(
    all([one('resten_af hele_resten_af rest_of the_rest_of for_the_rest_of'), point], (_, at) =>
      isWide(at) ? { period: during(at) } : undefined,
    ),
    one('for_the the'),
  ),
  led(
    all([one('hele i_hele all_of all the_whole_of the_whole the_entire whole'), point], (_, at) =>
      isWide(at) && isWeekOrMonth(at) ? { period: during(at) } : undefined,
    ),
  ),
  all(
    [
      any<Point>(
        all([meaning(({ month }) => month)], (month) => ({ kind: 'month', month })),
        all([one('dagen ugen maneden aret')], (unit) => unitPoints.get(unit)),
      ),
      one('ud'),
    ],
    (at) => ({ period: during(at) }),
  ),
);

/** A period with words before it that do not name it. */
function led(rule: Rule<Said>, lead: Rule<string> = one('i for in')): Rule<Said> {
  return any<Said>(
    all([lead, rule], (said, found) => ({ ...found, lead: said.split(' ').length })),
    rule,
  );
}

const ahead = all([aheadByName], (at): Said => ({ period: during(at) }));

const isCounted = (words: readonly Word[], at: number) =>
  words
    .slice(Math.max(0, at - 2), at)
    .some(({ word }) => /^(om|hver|hveranden|every|in|inden|within|forste|first|sidste|last|efter|after)$/.test(word));
const isFollowed = (words: readonly Word[], at: number) => {
  const next = words[at];
  return (
    next !== undefined &&
    !/[,.;!?]/.test(next.gap) &&
    (/^(siden|ago|om|per|pr|opsigelse)$/.test(next.word) || phrase(words, at, 2) === 'a week')
  );
};

const coming = one('naste kommende next coming');
const fromThen = last(one('fra from fra_og_med starting_from starting'), maybe(one('og_med pa')), openPoint);

/** "to uger", "de næste 14 dage", "en uge fra mandag": so long from now on, or from a day on. */
function length(words: readonly Word[], at: number): Found<Said> | undefined {
  if (isCounted(words, at)) return undefined;
  const next = coming(words, at);
  const found = amount(words, next?.to ?? at);
  if (!found || isFollowed(words, found.to)) return undefined;
  const { count, unit } = found.value;
  const said = words[found.to - 1]?.word ?? '';
  const first = fromThen(words, found.to);
  const weak = (count === 1 || /(rs|es|gs|ds)$/.test(said)) && !first;
  if (count > 400) return { to: found.to, value: { period: during({ kind: 'impossible' }), weak } };
  return { to: first?.to ?? found.to, value: { period: { kind: 'length', count, unit, ...(first && { first: first.value }) }, weak } };
}

/** "uge 42", "i juli", "weekenden", "mandag den 7. december". */
function named(words: readonly Word[], at: number, isLed: boolean): Found<Said> | undefined {
  const found = (isLed ? openPoint : point)(words, at);
  if (!found) return undefined;
  const { value } = found;
  const isThis = /^(denne|this|indevarende)$/.test(words[at]?.word ?? '');
  const isSpared = value.kind === 'unit' && !value.next && !isThis;
  const isBare = (value.kind === 'date' && value.month === undefined && !value.weekday) || (value.kind === 'month' && !isLed && value.year);
  if (isSpared || isBare || !isOneDayAt(words, found)) return undefined;
  const isSure =
    value.kind === 'week' ||
    value.kind === 'impossible' ||
    value.kind === 'unit' ||
    (isLed && ((value.kind === 'month' && !value.year) || isFeast(value)));
  return { to: found.to, value: { period: during(value), weak: !isSure } };
}

const leads = one('i in for during pa on om de the');

function lengthOrNamed(words: readonly Word[], at: number): Found<Said> | undefined {
  let core = at;
  while (core < at + 2 && leads(words, core)) core += 1;
  const isLed = /^(i|in|during)$/.test(core > at ? (words[core - 1]?.word ?? '') : '');
  const found = (core > at ? between(words, core) : undefined) ?? length(words, core) ?? named(words, core, isLed);
  return found && { to: found.to, value: { ...found.value, lead: core - at } };
}

/** "på kursus man til ons": days by their short names are those of a pause only right behind a word of one. */
const shortDay = meaning((word) => (word.day ? undefined : shortDayOf(word)));
const betweenShort = all(
  [
    when(
      (words, at) => (shortDayOf(words[at]) ?? fromWord(words, at)) !== undefined && moodOf(words.slice(Math.max(0, at - 3), at)).pausing,
    ),
    maybe(fromWord),
    shortDay,
    any<unknown>(toWord, gap(/^\s*[-–]\s*$/)),
    shortDay,
  ],
  (_pause, _from, first, _to, until): Said => ({
    period: { kind: 'between', first: { kind: 'weekday', day: first }, last: { kind: 'weekday', day: until } },
    weak: true,
  }),
);

const anyPeriod: Rule<Said> = any<Said>(between, betweenShort, over, since, until, rest, ahead, lengthOrNamed);
