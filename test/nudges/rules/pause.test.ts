import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/language/text.js';
import { resolvePause } from '../../../src/language/times/pause.js';
import { readTimes } from '../../../src/language/times/times.js';

const ZONE = 'Europe/Copenhagen';
/** A Wednesday in week 48. */
const now = new Date('2026-11-25T09:00:00+01:00');

const rows: [string, string][] = [
  ['uge 42', '2027-10-18 2027-10-24'],
  ['uge42', '2027-10-18 2027-10-24'],
  ['uge 50', '2026-12-07 2026-12-13'],
  ['uge 48', '2026-11-25 2026-11-29'],
  ['uge 29-30', '2027-07-19 2027-08-01'],
  ['uge 29 og 30', '2027-07-19 2027-08-01'],
  ['weeks 29-30', '2027-07-19 2027-08-01'],
  ['uge 52-1', '2026-12-21 2027-01-10'],
  ['uge 53', '2026-12-28 2027-01-03'],
  ['to uger', '2026-11-25 2026-12-08'],
  ['14 dage', '2026-11-25 2026-12-08'],
  ['næste 14 dage', '2026-11-25 2026-12-08'],
  ['en uge', '2026-11-25 2026-12-01'],
  ['et par ugers', '2026-11-25 2026-12-08'],
  ['en måned', '2026-11-25 2026-12-24'],
  ['two weeks', '2026-11-25 2026-12-08'],
  ['a week', '2026-11-25 2026-12-01'],
  ['resten af juli', '2027-07-01 2027-07-31'],
  ['resten af november', '2026-11-25 2026-11-30'],
  ['resten af ugen', '2026-11-25 2026-11-29'],
  ['rest of the week', '2026-11-25 2026-11-29'],
  ['resten af dagen', '2026-11-25 2026-11-25'],
  ['resten af året', '2026-11-25 2026-12-31'],
  ['måneden ud', '2026-11-25 2026-11-30'],
  ['hele juli', '2027-07-01 2027-07-31'],
  ['juli', '2027-07-01 2027-07-31'],
  ['til mandag', '2026-11-25 2026-11-29'],
  ['til på mandag', '2026-11-25 2026-11-29'],
  ['til paa mandag', '2026-11-25 2026-11-29'],
  ['til mandg', '2026-11-25 2026-11-29'],
  ['til onsdag', '2026-11-25 2026-12-01'],
  ['til næste onsdag', '2026-11-25 2026-12-01'],
  ['until Monday', '2026-11-25 2026-11-29'],
  ['until next Monday', '2026-11-25 2026-11-29'],
  ['til og med fredag', '2026-11-25 2026-11-27'],
  ['til 15. august', '2026-11-25 2027-08-14'],
  ['til den 15', '2026-11-25 2026-12-14'],
  ['til 15.08', '2026-11-25 2027-08-14'],
  ['indtil 1/9', '2026-11-25 2027-08-31'],
  ['til 1. februar 2027', '2026-11-25 2027-01-31'],
  ['til og med 1. december', '2026-11-25 2026-12-01'],
  ['til november', 'unclear'],
  ['til januar', '2026-11-25 2026-12-31'],
  ['til næste uge', '2026-11-25 2026-11-29'],
  ['til i morgen', '2026-11-25 2026-11-25'],
  ['fra 3. juli til 20. juli', '2027-07-03 2027-07-20'],
  ['fra den 3. til den 20. juli', '2027-07-03 2027-07-20'],
  ['3.-20. juli', '2027-07-03 2027-07-20'],
  ['from July 3 to July 20', '2027-07-03 2027-07-20'],
  ['fra 20. november til 30. november', '2026-11-25 2026-11-30'],
  ['fra 20. december til 5. januar', '2026-12-20 2027-01-05'],
  ['fra 20. til 5. januar', '2026-12-20 2027-01-05'],
  ['fra d. 21. til d. 3. januar', '2026-12-21 2027-01-03'],
  ['fra 3. til 20. juli', '2027-07-03 2027-07-20'],
  ['fra den 28. december til den 3.', '2026-12-28 2027-01-03'],
  ['fra 3. juli til 20. juli 2028', '2028-07-03 2028-07-20'],
  ['20. december til 5. januar 2028', '2027-12-20 2028-01-05'],
  ['fra mandag til onsdag', '2026-11-30 2026-12-02'],
  ['next week', '2026-11-30 2026-12-06'],
  ['24.12-2.1', '2026-12-24 2027-01-02'],
  ['22-26 December', '2026-12-22 2026-12-26'],
  ['24. og 25. december', '2026-12-24 2026-12-25'],
  ['24. og 31. december', 'unclear'],
  ['mandag til onsdag', '2026-11-30 2026-12-02'],
  ['mandag og tirsdag', '2026-11-30 2026-12-01'],
  ['mandag og fredag', 'unclear'],
  ['uge 51 t.o.m. uge 1', '2026-12-14 2027-01-10'],
  ['i morgen og fredag', 'unclear'],
  ['i morgen og søndag', 'unclear'],
  ['juli og august', '2027-07-01 2027-08-31'],
  ['næste par uger', '2026-11-25 2026-12-08'],
  ['mellem jul og nytår', '2026-12-24 2027-01-01'],
  ['fra i morgen til på fredag', '2026-11-26 2026-11-27'],
  ['fra mandag', 'unclear'],
  ['uge 29 til og med 31', '2027-07-19 2027-08-08'],
  ['until August 1st', '2026-11-25 2027-07-31'],
  ['until the end of the month', '2026-11-25 2026-11-30'],
  ['til udgangen af august', '2026-11-25 2027-08-31'],
  ['uge 7 2027', '2027-02-15 2027-02-21'],
  ['næste uge', '2026-11-30 2026-12-06'],
  ['næste måned', '2026-12-01 2026-12-31'],
  ['denne uge', '2026-11-25 2026-11-29'],
  ['i morgen', '2026-11-26 2026-11-26'],
  ['imorgen', '2026-11-26 2026-11-26'],
  ['i dag', '2026-11-25 2026-11-25'],
  ['today', '2026-11-25 2026-11-25'],
  ['i dag og i morgen', '2026-11-25 2026-11-26'],
  ['fredag', '2026-11-27 2026-11-27'],
  ['weekenden', '2026-11-28 2026-11-29'],
  ['frem til jul', '2026-11-25 2026-12-23'],
  ['til efter nytår', '2026-11-25 2027-01-01'],
  ['til nytår', '2026-11-25 2026-12-31'],
  ['efterårsferien', '2027-10-18 2027-10-24'],
  ['ferien', 'unclear'],
  ['til efter sommerferien', 'unclear'],
  ['fra 1. august', 'unclear'],
  ['til 25. november', 'unclear'],
  ['til 31. februar', 'unclear'],
  ['uge 60', 'unclear'],
  ['til 1. februar 2020', 'unclear'],
  ['en masse tid', 'unclear'],
  ['', 'unclear'],
];

function dates(phrase: string, at = now, zone = ZONE): string {
  const pause = resolvePause(phrase, at, zone);
  return pause === 'unclear' ? pause : `${pause.from} ${pause.until}`;
}

describe('a pause in words, said on Wednesday 25 November 2026', () => {
  test.each(rows)('%s', (phrase, expected) => {
    expect(dates(phrase)).toBe(expected);
  });
});

describe('a pause', () => {
  test('begins on the date of the person, not of the server', () => {
    const late = new Date('2026-11-25T23:30:00Z');
    expect(dates('i dag', late)).toBe('2026-11-26 2026-11-26');
    expect(dates('i dag', late, 'America/Nuuk')).toBe('2026-11-25 2026-11-25');
  });

  test('of dates that have begun keeps this year', () => {
    expect(dates('fra 3. juli til 20. juli', new Date('2026-07-10T08:00:00Z'))).toBe('2026-07-10 2026-07-20');
    expect(dates('resten af juli', new Date('2026-07-10T08:00:00Z'))).toBe('2026-07-10 2026-07-31');
    expect(dates('uge 52-1', new Date('2027-01-06T08:00:00Z'))).toBe('2027-01-06 2027-01-10');
  });

  test('over New Year that has begun keeps its end', () => {
    expect(dates('fra 20. december til 5. januar', new Date('2027-01-02T08:00:00Z'))).toBe('2027-01-02 2027-01-05');
  });

  test('in week 53 of a year that has none is unclear', () => {
    expect(dates('uge 53', new Date('2028-02-01T08:00:00Z'))).toBe('unclear');
  });

  test('in an unknown zone is unclear', () => {
    expect(dates('i dag', now, 'Europe/Aarhus')).toBe('unclear');
  });

  test('means the same when folded, as a question carries it', () => {
    for (const [phrase, expected] of rows) expect(dates(fold(phrase))).toBe(expected);
  });

  test('means the same when read out of a sentence', () => {
    for (const [phrase, expected] of rows) {
      const { pause } = readTimes(`hold pause ${phrase}`);
      if (pause !== undefined) expect(`${phrase}: ${dates(pause)}`).toBe(`${phrase}: ${expected}`);
    }
  });

  test('never begins before today nor ends before it begins, on any day', () => {
    const phrases = rows.map(([phrase]) => phrase);
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (phrase, at) => {
          const pause = resolvePause(phrase, at, 'UTC');
          if (pause === 'unclear') return;
          expect(pause.from >= at.toISOString().slice(0, 10)).toBe(true);
          expect(pause.until >= pause.from).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is found or unclear for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10_000, unit: 'binary' }), (phrase) => void expect(resolvePause(phrase, now, ZONE)).toBeDefined()),
    );
  });
});
