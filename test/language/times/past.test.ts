import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPast } from '../../../src/language/times/past.js';
import { instantsOf, resolvePast } from '../../../src/language/times/past-dates.js';
import { pastPeriodSchema } from '../../../src/language/times/when.js';
import { localDate } from '../../../src/nudges/rules/cadence.js';
import { holidays } from '../../../src/nudges/rules/holidays.js';

const ZONE = 'Europe/Copenhagen';
const findHoliday = await holidays();

/** What a sentence looks back on from a date: first and last day, why there are none, or that it names no period. */
function dates(text: string, today = '2026-11-25'): string {
  const reading = readPast(text);
  const found = reading && resolvePast(reading.period, today, findHoliday);
  if (!found) return 'none';
  if (typeof found === 'string') return found;
  return found.from === found.until ? found.until : `${found.from ?? ''}..${found.until}`;
}

const danish: [string, string][] = [
  ['hvad skrev jeg i mandags', '2026-11-23'],
  ['hvad skrev jeg sidste mandag', '2026-11-23'],
  ['hvad skrev jeg mandag', '2026-11-23'],
  ['hvad skrev jeg i onsdags', '2026-11-18'],
  ['mine noter fra i torsdags', '2026-11-19'],
  ['mine noter fra fredag', '2026-11-20'],
  ['mine noter fra i lørdags', '2026-11-21'],
  ['mine noter fra i loerdags', '2026-11-21'],
  ['mine noter fra i sondags', '2026-11-22'],
  ['mine noter fra mandg', '2026-11-23'],
  ['hvad skrev jeg i tirs', '2026-11-24'],
  ['hvad skrev jeg mandag i sidste uge', '2026-11-16'],
  ['hvad skrev jeg tirsdag i denne uge', '2026-11-24'],
  ['noter fra fredag i uge 45', '2026-11-06'],
  ['hvad skrev jeg mandag den 16. november', '2026-11-16'],
  ['hvad skrev jeg tirsdag den 16. november', 'impossible'],
  ['vis noter fra i dag', '2026-11-25'],
  ['vis noter fra idag', '2026-11-25'],
  ['dagens noter', '2026-11-25'],
  ['hvad skrev jeg i morges', '2026-11-25'],
  ['vis noter fra i går', '2026-11-24'],
  ['vis noter fra igår', '2026-11-24'],
  ['vis noter fra i gaar', '2026-11-24'],
  ['hvad skrev jeg i går aftes', '2026-11-24'],
  ['hvad skrev jeg i forgårs', '2026-11-23'],
  ['hvad skrev jeg i forgaars', '2026-11-23'],
  ['gårsdagens noter', '2026-11-24'],
  ['hvad har jeg skrevet i denne uge', '2026-11-23..2026-11-25'],
  ['ugens noter', '2026-11-23..2026-11-25'],
  ['mine noter fra sidste uge', '2026-11-16..2026-11-22'],
  ['mine noter fra siste uge', '2026-11-16..2026-11-22'],
  ['mine noter fra i sidste uge', '2026-11-16..2026-11-22'],
  ['mine noter fra forrige uge', '2026-11-16..2026-11-22'],
  ['mine noter fra forige uge', '2026-11-16..2026-11-22'],
  ['opsummer mine noter fra sidste uge', '2026-11-16..2026-11-22'],
  ['hvad skrev jeg i ugen der gik', '2026-11-16..2026-11-22'],
  ['noter fra den sidste uge', '2026-11-19..2026-11-25'],
  ['noter fra den seneste uge', '2026-11-19..2026-11-25'],
  ['de seneste 14 dage', '2026-11-12..2026-11-25'],
  ['noter fra de sidste 14 dage', '2026-11-12..2026-11-25'],
  ['noter de sidste fjorten dage', '2026-11-12..2026-11-25'],
  ['noter fra de sidste to uger', '2026-11-12..2026-11-25'],
  ['sidste 30 dage', '2026-10-27..2026-11-25'],
  ['inden for de seneste tre måneder', '2026-08-26..2026-11-25'],
  ['de seneste 3 maaneder', '2026-08-26..2026-11-25'],
  ['det sidste halve år', '2026-05-26..2026-11-25'],
  ['det seneste år', '2025-11-26..2026-11-25'],
  ['de sidste to år', '2024-11-26..2026-11-25'],
  ['de sidste par uger', '2026-11-12..2026-11-25'],
  ['de seneste dage', '2026-11-23..2026-11-25'],
  ['det sidste døgn', '2026-11-24..2026-11-25'],
  ['14 dage tilbage', '2026-11-12..2026-11-25'],
  ['hvad skrev jeg for tre dage siden', '2026-11-22'],
  ['hvad skrev jeg for to uger siden', '2026-11-09..2026-11-15'],
  ['det jeg skrev for en uges tid siden', '2026-11-16..2026-11-22'],
  ['hvad skrev jeg for en måned siden', '2026-10-01..2026-10-31'],
  ['hvad skrev jeg for et år siden', '2025-01-01..2025-12-31'],
  ['noter fra denne måned', '2026-11-01..2026-11-25'],
  ['sidste måned', '2026-10-01..2026-10-31'],
  ['noter fra sidste maaned', '2026-10-01..2026-10-31'],
  ['sidste kvartal', '2026-07-01..2026-09-30'],
  ['i år', '2026-01-01..2026-11-25'],
  ['noter fra i aar', '2026-01-01..2026-11-25'],
  ['sidste år', '2025-01-01..2025-12-31'],
  ['i fjor', '2025-01-01..2025-12-31'],
  ['noter fra 2025', '2025-01-01..2025-12-31'],
  ['hvad skrev jeg i 2024', '2024-01-01..2024-12-31'],
  ['hvad skrev jeg i november', '2026-11-01..2026-11-25'],
  ['hvad skrev jeg i december', '2025-12-01..2025-12-31'],
  ['hvad har jeg noteret om feedback i oktober', '2026-10-01..2026-10-31'],
  ['mine noter fra novmber', '2026-11-01..2026-11-25'],
  ['mine noter fra november 2025', '2025-11-01..2025-11-30'],
  ['mine noter fra november sidste år', '2025-11-01..2025-11-30'],
  ['noter fra sidste november', '2025-11-01..2025-11-30'],
  ['noter fra hele maj', '2026-05-01..2026-05-31'],
  ['oktober og november', '2026-10-01..2026-11-25'],
  ['fra oktober til nu', '2026-10-01..2026-11-25'],
  ['fra september til november', '2026-09-01..2026-11-25'],
  ['fra november til januar', '2026-11-01..2026-11-25'],
  ['fra oktober til december 2025', '2025-10-01..2025-12-31'],
  ['den 3. november', '2026-11-03'],
  ['hvad skrev jeg 3/11', '2026-11-03'],
  ['hvad skrev jeg d. 3.', '2026-11-03'],
  ['hvad skrev jeg den 30.', '2026-10-30'],
  ['den 3. december', '2025-12-03'],
  ['den 3. november 2025', '2025-11-03'],
  ['den tredje november', '2026-11-03'],
  ['den 31. november', 'impossible'],
  ['noter fra 32. december', 'impossible'],
  ['den 29. februar', '2024-02-29'],
  ['den 29. februar 2025', 'impossible'],
  ['mellem den 1. og den 15. november', '2026-11-01..2026-11-15'],
  ['mellem 1. og 15. november', '2026-11-01..2026-11-15'],
  ['fra den 1. til den 15. november', '2026-11-01..2026-11-15'],
  ['1.-15. november', '2026-11-01..2026-11-15'],
  ['mellem 1/10 og 15/11', '2026-10-01..2026-11-15'],
  ['fra 20. oktober til 5. november', '2026-10-20..2026-11-05'],
  ['fra 20. december til 5. januar', '2025-12-20..2026-01-05'],
  ['fra 1. november til 30. november', '2026-11-01..2026-11-25'],
  ['fra 18. oktober til 11. oktober', 'impossible'],
  ['fra den 1. november til i dag', '2026-11-01..2026-11-25'],
  ['fra mandag til onsdag', '2026-11-23..2026-11-25'],
  ['mandag til fredag i sidste uge', '2026-11-16..2026-11-20'],
  ['uge 45', '2026-11-02..2026-11-08'],
  ['noter fra uge 50', '2025-12-08..2025-12-14'],
  ['uge 44-46', '2026-10-26..2026-11-15'],
  ['uge 45 sidste år', '2025-11-03..2025-11-09'],
  ['uge 60', 'impossible'],
  ['fra uge 44 til uge 46', '2026-10-26..2026-11-15'],
  ['i weekenden', '2026-11-21..2026-11-22'],
  ['sidste weekend', '2026-11-21..2026-11-22'],
  ['siden påske', '2026-04-07..2026-11-25'],
  ['siden paaske', '2026-04-07..2026-11-25'],
  ['noter siden sommerferien', '2026-07-27..2026-11-25'],
  ['siden efterårsferien', '2026-10-19..2026-11-25'],
  ['siden nytår', '2026-01-01..2026-11-25'],
  ['siden i mandags', '2026-11-23..2026-11-25'],
  ['siden 1. august', '2026-08-01..2026-11-25'],
  ['siden sidste uge', '2026-11-16..2026-11-25'],
  ['siden uge 40', '2026-09-28..2026-11-25'],
  ['fra 1. august og frem', '2026-08-01..2026-11-25'],
  ['efter påske', '2026-04-07..2026-11-25'],
  ['efter 1. november', '2026-11-02..2026-11-25'],
  ['siden ferien', 'unknown'],
  ['hvad skrev jeg i ferien', 'unknown'],
  ['før jul', '..2025-12-23'],
  ['inden sommerferien', '..2026-07-05'],
  ['før 1. november', '..2026-10-31'],
  ['til og med oktober', '..2026-10-31'],
  ['i julen', '2025-12-24..2025-12-26'],
  ['i påsken 2025', '2025-04-17..2025-04-21'],
  ['i foråret', '2026-03-01..2026-05-31'],
  ['i sommer', '2026-06-01..2026-08-31'],
  ['i sommers', '2026-06-01..2026-08-31'],
  ['sidste sommer', '2026-06-01..2026-08-31'],
  ['i efteråret', '2026-09-01..2026-11-25'],
  ['i morgen', 'ahead'],
  ['noter fra næste uge', 'ahead'],
  ['den 3. december 2026', 'ahead'],
  ['noter fra 2030', 'ahead'],
  ['hvad skrev jeg om i sidste uge', '2026-11-16..2026-11-22'],
  ['hvad skrev jeg om i november', '2026-11-01..2026-11-25'],
];

const english: [string, string][] = [
  ['what did I write last week', '2026-11-16..2026-11-22'],
  ['my notes from monday', '2026-11-23'],
  ['my notes from last Monday', '2026-11-23'],
  ['my notes from Tuesday last week', '2026-11-17'],
  ['what did I write on wensday', '2026-11-18'],
  ['notes from today', '2026-11-25'],
  ["today's notes", '2026-11-25'],
  ["yesterday's notes", '2026-11-24'],
  ['what did I write yesterday', '2026-11-24'],
  ['the day before yesterday', '2026-11-23'],
  ['notes from this week', '2026-11-23..2026-11-25'],
  ['this month', '2026-11-01..2026-11-25'],
  ['last month', '2026-10-01..2026-10-31'],
  ['this year', '2026-01-01..2026-11-25'],
  ['last year', '2025-01-01..2025-12-31'],
  ['the last 14 days', '2026-11-12..2026-11-25'],
  ['in the past two weeks', '2026-11-12..2026-11-25'],
  ['the past week', '2026-11-19..2026-11-25'],
  ['over the last few weeks', '2026-11-05..2026-11-25'],
  ['the last fortnight', 'none'],
  ['the last six months', '2026-05-26..2026-11-25'],
  ['what did I write two weeks ago', '2026-11-09..2026-11-15'],
  ['three days ago', '2026-11-22'],
  ['a month ago', '2026-10-01..2026-10-31'],
  ['notes from november', '2026-11-01..2026-11-25'],
  ['notes in may', '2026-05-01..2026-05-31'],
  ['may I see my notes', 'none'],
  ['November 3rd', '2026-11-03'],
  ['the 3rd of November', '2026-11-03'],
  ['between 1 and 15 November', '2026-11-01..2026-11-15'],
  ['from October to today', '2026-10-01..2026-11-25'],
  ['from 1 October until 15 October', '2026-10-01..2026-10-15'],
  ['since Easter', '2026-04-07..2026-11-25'],
  ['since the summer holidays', '2026-07-27..2026-11-25'],
  ['since 1 August', '2026-08-01..2026-11-25'],
  ['since Monday', '2026-11-23..2026-11-25'],
  ['week 45', '2026-11-02..2026-11-08'],
  ['weeks 44 to 46', '2026-10-26..2026-11-15'],
  ['over the weekend', '2026-11-21..2026-11-22'],
  ['last summer', '2026-06-01..2026-08-31'],
  ['in 2025', '2025-01-01..2025-12-31'],
  ['last quarter', '2026-07-01..2026-09-30'],
  ['31 November', 'impossible'],
  ['before Christmas', '..2025-12-23'],
  ['after Easter', '2026-04-07..2026-11-25'],
  ['notes from next week', 'ahead'],
  ['what did I write about last week', '2026-11-16..2026-11-22'],
];

const none = [
  'vis mine noter',
  'mine noter',
  'vis den sidste note',
  'de sidste 3 noter',
  'hvad skrev jeg om julen',
  'noter om påskefrokosten',
  'noter om sommeren',
  'mine svar på dagens spørgsmål',
  'noter om grundlaget fra 2021',
  'noter fra 2021-udgaven',
  'hvad skriver jeg om mandagen',
  'notes about Christmas',
  'my latest note',
  'hvilke temaer har jeg skrevet mest om',
  'har jeg skrevet noget om samarbejde?',
  'find det jeg noterede efter LUS',
  'hvordan går det med mine noter for 8 ledere',
  'noter om ferien',
  'hej',
  '',
];

describe('what is looked back on from Wednesday 25 November 2026', () => {
  test.each([...danish, ...english])('"%s" is %s', (text, expected) => {
    expect(dates(text)).toBe(expected);
  });

  test.each(none)('"%s" names no period', (text) => {
    expect(dates(text)).toBe('none');
  });
});

describe('a past period', () => {
  test('is where its words stand', () => {
    const text = 'hvad har jeg noteret om feedback i oktober';
    const { start = 0, end = 0 } = readPast(text) ?? {};
    expect(text.slice(start, end)).toBe('i oktober');
  });

  test.each([
    ['i mandags', '2026-11-23', '2026-11-16'],
    ['i lørdags', '2026-11-22', '2026-11-21'],
    ['i weekenden', '2026-11-28', '2026-11-28'],
    ['i weekenden', '2026-11-29', '2026-11-28..2026-11-29'],
    ['sidste uge', '2026-01-01', '2025-12-22..2025-12-28'],
    ['uge 1', '2026-12-31', '2025-12-29..2026-01-04'],
    ['uge 53', '2026-11-25', '2020-12-28..2021-01-03'],
    ['i november', '2026-11-01', '2026-11-01'],
    ['den 31.', '2026-03-01', '2026-01-31'],
    ['fra den 28. til den 3.', '2026-11-25', '2026-10-28..2026-11-03'],
    ['siden jul', '2026-12-25', '2026-12-24..2026-12-25'],
    ['i vinter', '2026-02-10', '2025-12-01..2026-02-10'],
  ])('"%s" said on %s is %s', (text, today, expected) => {
    expect(dates(text, today)).toBe(expected);
  });

  test('begins and ends at midnight where the person is, also when the clocks change', () => {
    expect(instantsOf({ from: '2026-10-25', until: '2026-10-25' }, ZONE)).toEqual({
      from: new Date('2026-10-24T22:00:00Z'),
      until: new Date('2026-10-25T23:00:00Z'),
    });
    expect(instantsOf({ until: '2026-03-29' }, 'America/Nuuk')).toEqual({ until: new Date('2026-03-30T01:00:00Z') });
    expect(localDate(new Date('2026-11-25T23:30:00Z'), ZONE)).toBe('2026-11-26');
  });

  test('is one that a button can carry, with dates that have begun, whatever is said', () => {
    const said =
      'i den de siden fra til og mellem før efter sidste seneste uge 45 3 31 november sommerferien mandags år 2025 dage - . / for'.split(
        ' ',
      );
    const anything = fc.array(fc.constantFrom(...said), { maxLength: 9 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readPast(text);
        if (!reading) return;
        expect(pastPeriodSchema.parse(JSON.parse(JSON.stringify(reading.period)))).toEqual(reading.period);
        const found = resolvePast(reading.period, '2026-11-25', findHoliday);
        if (typeof found === 'string') return;
        expect((found.from ?? '') <= found.until && found.until <= '2026-11-25').toBe(true);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
