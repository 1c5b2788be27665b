/**
 * Periods that people look back on: "i mandags", "sidste uge", "de seneste 14 dage", "siden påske", "mellem den 1. og den 15.
 * november", "two weeks ago". Read where something of one's own from before is asked for; elsewhere the same words may be plans.
 */
import { distance } from '../text.js';
import { amount, monthsOf, openPoint } from './points.js';
import { all, among, any, digits, gap, last, maybe, meaning, means, one, type Rule, table, when } from './rules.js';
import type { Holiday, PastPeriod, PastPoint, Point, Season } from './when.js';
import { isAllOf, isClearShort, lex, numberOf, type Range, shortDayOf, type Word } from './words.js';

/** A past period, and the characters of the text that say it. */
export type PastReading = { readonly period: PastPeriod; readonly start: number; readonly end: number };

/** The past period that a text names, the one that says most where it names several; undefined where it names none. */
export function readPast(text: string): PastReading | undefined {
  const words = lex(text);
  const found: (Range & { readonly period: PastPeriod })[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const reading = anyPeriod(words, at);
    if (!reading || isSubject(words, at, reading.value)) continue;
    found.push({ period: reading.value, from: at, to: reading.to });
    at = reading.to - 1;
  }
  const [best] = found.sort((one, other) => vagueness(one.period) - vagueness(other.period) || one.from - other.from);
  return best && { period: best.period, start: words[best.from]?.start ?? 0, end: words[best.to - 1]?.end ?? 0 };
}

/** A stretch says more than a day, and what is over more than today or what is to come. */
function vagueness(period: PastPeriod): number {
  if (period.kind !== 'during') return 0;
  const { point } = period;
  if (point.kind === 'ahead') return 4;
  if (point.kind === 'unknown') return 3;
  return point.kind === 'unit' && point.unit === 'day' && point.back === 0 ? 2 : 1;
}

/** "hvad skrev jeg om julen" asks about a subject; "hvad skrev jeg om i julen" does not. */
function isSubject(words: readonly Word[], at: number, period: PastPeriod): boolean {
  if (!/^(om|about|vedr|vedrorende|angaende|regarding)$/.test(words[at - 1]?.word ?? '') || period.kind !== 'during') return false;
  const isLed = /^(i|in|sidste|last|this|denne|den|d|on)$/.test(words[at]?.word ?? '');
  return !isLed && /^(weekday|month|holiday|season|unknown)$/.test(period.point.kind);
}

// --- What is over ------------------------------------------------------------------------------------------------------

/** A word that says which of several, also with one letter wrong: "siste", "forige". */
const nearly = (name: string) => (word: Word) => (distance(word.word, name, 1) <= 1 ? name : undefined);
const sidste = any<string>(meaning(nearly('sidste')), meaning(nearly('seneste')), one('last past'));
const forrige = any<string>(meaning(nearly('forrige')), one('previous'));
const isArticle = (words: readonly Word[], at: number) => /^(de|den|det|the)$/.test(words[at]?.word ?? '');

type Unit = Extract<PastPoint, { kind: 'unit' }>['unit'];
const unit = (name: Unit, back: number): PastPoint => ({ kind: 'unit', unit: name, back });
const unitWords = table<Unit>([
  ['week', 'uge|uges|week'],
  ['month', 'maned|maneds|month'],
  ['quarter', 'kvartal|quarter'],
  ['year', 'ar|ars|year'],
]);
const unitWord = among(unitWords);
const lastYear = any<unknown>(one('i_fjor ifjor'), last(maybe(one('i')), any(sidste, forrige), one('ar year')));

/** "sidste uge", "last month"; "den sidste uge" is the last seven days. */
const lastUnit = any<PastPoint>(
  all([maybe(one('i in')), when((words, at) => !isArticle(words, at - 1)), sidste, unitWord, when(isNotSpan)], (_i, _lone, which, of) =>
    /^(seneste|past)$/.test(which) ? undefined : unit(of, 1),
  ),
  all([maybe(one('i in')), maybe(one('den det the')), forrige, unitWord], (_i, _den, _which, of) => unit(of, 1)),
  means(lastYear, unit('year', 1)),
);

/** "last week of October" is none of this week's neighbours. */
function isNotSpan(words: readonly Word[], at: number): boolean {
  return !/^(of|af)$/.test(words[at]?.word ?? '');
}

const NOTES = /^(note|noter|notes|notat|notater|refleksion|refleksioner|reflections|tanker|thoughts|svar|answers|s)$/;
const ofNotes = (list: string) =>
  last(
    when((words, at) => NOTES.test(words[at + 1]?.word ?? '')),
    one(list),
  );

/** Days and stretches by names of their own. */
const named = any<PastPoint>(
  among(
    table<PastPoint>([
      [
        unit('day', 0),
        'i dag|idag|today|i formiddags|i formiddag|i morges|imorges|i eftermiddag|i eftermiddags|this morning|this afternoon',
      ],
      [unit('day', 1), 'i gar|igar|i gar aftes|i aftes|iaftes|i gar morges|yesterday|yesterday evening|last night|yesterday morning'],
      [unit('day', 2), 'i forgars|iforgars|forgars|i for gars|the day before yesterday|day before yesterday'],
      [
        unit('week', 0),
        'denne uge|i denne uge|denne her uge|i denne her uge|i ugen|hele ugen|indevarende uge|this week|all week|the whole week',
      ],
      [unit('week', 1), 'ugen der gik|den uge der gik|i ugen der gik|den forgangne uge|ugen for|ugen inden|the week before'],
      [unit('month', 0), 'denne maned|i denne maned|denne her maned|hele maneden|i maneden|indevarende maned|this month|all month'],
      [unit('month', 1), 'maneden for|maneden der gik|the month before'],
      [unit('quarter', 0), 'dette kvartal|i dette kvartal|this quarter'],
      [unit('year', 0), 'i ar|iar|hele aret|dette ar|this year|all year|i aret'],
      [unit('year', 1), 'aret der gik|the year before'],
    ]),
  ),
  means(ofNotes('dagens today'), unit('day', 0)),
  means(ofNotes('gardagens garsdagens yesterday'), unit('day', 1)),
  means(ofNotes('ugens'), unit('week', 0)),
  means(ofNotes('manedens'), unit('month', 0)),
  means(ofNotes('arets'), unit('year', 0)),
);

// --- How long ----------------------------------------------------------------------------------------------------------

type Length = { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
/** "de seneste uger" is so many. */
const some = 3;
const most = 400;
const counted = any<Length>(
  amount,
  all([meaning(({ word }) => (word === 'a' ? 1 : numberOf(word))), gap(/^\s*$/), one('ar ars year years')], (count) => ({
    count,
    unit: 'year',
  })),
  means(one('et_halvt_ar halvt_ar half_a_year halve_ar halvar halvars half_year'), { count: 6, unit: 'month' }),
  means(one('halvandet_ar'), { count: 18, unit: 'month' }),
  means(one('dogn 24_timer 24_hours'), { count: 2, unit: 'day' }),
);
const many = table<Length>([
  [{ count: some, unit: 'day' }, 'dage|days|few days|par dage'],
  [{ count: some, unit: 'week' }, 'uger|weeks|few weeks'],
  [{ count: some, unit: 'month' }, 'maneder|months|few months'],
  [{ count: some, unit: 'year' }, 'ar tilbage|years|few years'],
]);
const single = table<Length>([
  [{ count: 1, unit: 'week' }, 'uge|uges|week'],
  [{ count: 1, unit: 'month' }, 'maned|maneds|month'],
  [{ count: 1, unit: 'year' }, 'ar|ars|year'],
]);

/** "de sidste 14 dage", "det seneste halve år", "the past week", "14 dage tilbage". */
const recent = any<PastPeriod>(
  all(
    [
      maybe(one('i in over for inden_for indenfor within during gennem igennem')),
      one('de den det the'),
      sidste,
      any<Length>(counted, among(many), among(single)),
    ],
    (_in, _the, _which, length) => lastly(length),
  ),
  all([sidste, any<Length>(counted, among(many))], (_which, length) => lastly(length)),
  all([sidste, among(single)], (which, length) => (/^(seneste|past)$/.test(which) ? lastly(length) : undefined)),
  all([counted, one('tilbage bagud back')], (length) => lastly(length)),
);

function lastly({ count, unit: of }: Length): PastPeriod | undefined {
  return count >= 1 && count <= most ? { kind: 'last', count, unit: of } : undefined;
}

/** "for to uger siden", "a month ago": the whole week, the whole month. */
const ago = all([maybe(one('for')), counted, maybe(one('tid')), one('siden ago')], (_for, { count, unit: of }) =>
  count <= most ? unit(of, count) : undefined,
);

// --- Days, months and feasts -------------------------------------------------------------------------------------------

const sameWeek = last(maybe(gap(/^,?\s*$/)), maybe(one('i in of')), any(lastUnit, named, ago));
const day = meaning((word) => (isAllOf(word) ? undefined : word.day));
const shortDay = last(
  when((words, at) => /^(i|pa|on|sidste|last|siden|since|fra|from)$/.test(words[at - 1]?.word ?? '')),
  meaning((word) => (isClearShort(word) ? shortDayOf(word) : undefined)),
);
/** "mandag den 16. november", "fredag i uge 45": the date counts. */
const dayByDate = last(
  maybe(one('i pa on')),
  all([openPoint], (at): PastPoint | undefined => ('weekday' in at && at.weekday !== undefined ? at : undefined)),
);
/** "i mandags", "sidste mandag", "mandag i sidste uge", "this Monday". */
const weekday = all(
  [maybe(one('i pa on')), maybe(any(sidste, forrige, one('denne this'))), any(day, shortDay), maybe(sameWeek)],
  (_i, _which, of, week): PastPoint =>
    week?.kind === 'unit' && week.unit === 'week' ? { kind: 'weekday', day: of, week: week.back } : { kind: 'weekday', day: of },
);

const season = (of: Season): PastPoint => ({ kind: 'season', of });
const feast = (of: Holiday): PastPoint => ({ kind: 'holiday', of });
const seasonName = among(
  table<PastPoint>([
    [season('forår'), 'foraret|forar|forars|the spring|this spring|last spring'],
    [season('sommer'), 'sommeren|sommers|sommer|the summer|this summer|summer'],
    [season('efterår'), 'efteraret|efterar|efterars|the autumn|this autumn|autumn|the fall'],
    [season('vinter'), 'vinteren|vinter|vinters|the winter|this winter|winter'],
    [
      season('sommerferie'),
      'sommerferien|sommerferie|min sommerferie|the summer holidays|the summer holiday|summer holidays|summer holiday|my summer holiday|the summer break|summer break|summer vacation|the summer vacation',
    ],
    [season('vinterferie'), 'vinterferien|vinterferie|min vinterferie|the winter break|the winter holidays|winter holidays'],
    [
      season('efterårsferie'),
      'efterarsferien|efterarsferie|min efterarsferie|the autumn break|the autumn holidays|the autumn holiday|autumn break',
    ],
    [feast('jul'), 'juleferien|juleferie|min juleferie|the christmas holidays|the christmas break|christmas break'],
    [feast('påske'), 'paskeferien|paskeferie|min paskeferie|the easter break|easter holidays|easter break'],
  ]),
);

/** Points that are read as those of plans are, seen from behind. */
const seen = all([openPoint], backwards);

function backwards(point: Point): PastPoint | undefined {
  switch (point.kind) {
    case 'weekday':
      if (point.next || point.weeks) return { kind: 'ahead' };
      return point.after ? undefined : { kind: 'weekday', day: point.day };
    case 'ahead':
      return point.count === 0 ? unit('day', 0) : { kind: 'ahead' };
    case 'unit':
      return point.next ? { kind: 'ahead' } : undefined;
    case 'weekend':
      return point.next ? { kind: 'ahead' } : { kind: 'weekend', back: 0 };
    default:
      return point;
  }
}

/** "may I see my notes" names no month, and "ferien" alone no time. */
function isNamed(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.word ?? '';
  if (words[at]?.word === 'may') return /^(in|from|since|during|of|last|and|to|until|between|through|this|before|after)$/.test(before);
  return true;
}

const inYear = any<{ readonly year?: number; readonly back?: number }>(
  all([maybe(one('i in')), digits(2000, 2099, 4)], (_, year) => ({ year })),
  means(lastYear, { back: 1 }),
);
const yearly = /^(date|month|week|holiday|season)$/;
/** "november sidste år", "påsken 2025", "sidste jul". */
const calendar = all(
  [maybe(one('i in over pa on hele all')), maybe(any(sidste, forrige)), when(isNamed), any<PastPoint>(seasonName, seen), maybe(inYear)],
  (lead, which, _named, point, of): PastPoint | undefined => {
    if (point.kind === 'unknown' && lead === undefined) return undefined;
    if (point.kind === 'weekend' && which) return { kind: 'weekend', back: 0 };
    if (!yearly.test(point.kind)) return which || of ? undefined : point;
    const whole = point as Extract<PastPoint, { kind: 'month' }>;
    if (of && whole.year === undefined) return { ...whole, ...of };
    return which && point.kind === 'month' ? { ...point, over: true } : point;
  },
);

/** "i morgen", "om to uger". */
const fromToday = all([openPoint], (at) => (at.kind === 'ahead' ? backwards(at) : undefined));

const isEdition = (words: readonly Word[], at: number) =>
  /(grundlag|grundlaget|udgave|udgaven|edition|framework|version|versionen)$/.test(words[at]?.word ?? '');
/** A year alone, which the word before tells from a number: "i 2025"; "grundlaget fra 2021" is an edition. */
const year = all(
  [digits(2000, 2099, 4), when((words, at) => !/^-$/.test(words[at]?.gap ?? ''))],
  (of): PastPoint => ({ kind: 'year', year: of }),
);
const ledYear = last(
  when((words, at) => !isEdition(words, at - 1)),
  one('i in fra from during aret the_year i_aret'),
  year,
);

const point = any<PastPoint>(named, ago, lastUnit, fromToday, dayByDate, weekday, calendar, ledYear);
/** What only the person knows, behind a word that makes it a time: "siden ferien". */
const unknown = all([openPoint], (at): PastPoint | undefined => (at.kind === 'unknown' ? at : undefined));
const openedPoint = any<PastPoint>(point, last(one('den the'), point), year, unknown);

// --- From one to another -----------------------------------------------------------------------------------------------

const now = one('nu now i_dag idag today dags_dato d_d');
const fromWord = one('fra from mellem between imellem fra_og_med');
const toWord = any<'linked' | 'listed'>(
  means(one('og_frem_til og_til til_og_med til to until through indtil frem_til og_op_til op_til up_to t_o_m tom'), 'linked'),
  means(one('og and'), 'listed'),
  means(gap(/^\.?\s*[-–]\s*$/), 'linked'),
);
const between = all(
  [maybe(fromWord), openedPoint, toWord, any<PastPoint | 'now'>(means(now, 'now'), openedPoint)],
  (lead, first, how, until): PastPeriod | undefined => {
    const isListed = how === 'listed' && lead === undefined;
    if (until === 'now') return lead === undefined || how === 'listed' ? undefined : { kind: 'since', point: first };
    if (isListed && (first.kind !== until.kind || first.kind === 'unit')) return undefined;
    return rangeOf(first, until);
  },
);

/** "1.-15. november" and "fra den 28. til den 3. december" share a month. */
function rangeOf(first: PastPoint, until: PastPoint): PastPeriod {
  const range: PastPeriod = { kind: 'between', first, last: until };
  if (first.kind !== 'date' || until.kind !== 'date') return range;
  const isReversed = first.month !== undefined && first.month === until.month && first.year === until.year && first.day > until.day;
  if (isReversed) return { kind: 'during', point: { kind: 'impossible' } };
  const months = monthsOf(first, until);
  return months ? { ...range, first: { ...first, month: months[0] }, last: { ...until, month: months[1] } } : range;
}

const onwards = one('og_frem og_fremad og_fremefter frem fremad og_fremover onwards onward and_onwards on and_forward');
const since = any<PastPeriod>(
  all([one('lige_siden siden ever_since since fra_og_med'), openedPoint], (_, from) => ({ kind: 'since', point: from })),
  all([one('fra from'), openedPoint, onwards], (_, from) => ({ kind: 'since', point: from })),
  all([one('efter after'), openedPoint], (_, from) => ({ kind: 'since', point: from, after: true })),
);

const beforeWord = any<'before' | 'through'>(
  meaning(({ raw }) => (/^(før|foer)$/.test(raw) ? 'before' : undefined)),
  means(one('til_og_med t_o_m up_to_and_including'), 'through'),
  means(one('inden before until indtil frem_til'), 'before'),
);
const until = all(
  [beforeWord, openedPoint],
  (how, to): PastPeriod => ({ kind: 'until', point: to, ...(how === 'through' && { included: true as const }) }),
);

const during = all([point], (at): PastPeriod => ({ kind: 'during', point: at }));

const anyPeriod: Rule<PastPeriod> = any<PastPeriod>(between, since, until, recent, during);
