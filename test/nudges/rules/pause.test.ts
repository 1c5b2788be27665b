import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/language/text.js';
import { resolveDay, resolvePause } from '../../../src/language/times/dates.js';
import { findPeriod } from '../../../src/language/times/periods.js';
import { readTimes } from '../../../src/language/times/times.js';
import { holidays } from '../../../src/nudges/rules/holidays.js';

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

const findHoliday = await holidays();

function resolve(phrase: string, at = now, zone = ZONE) {
  const period = findPeriod(phrase);
  return period ? resolvePause(period, at, zone, findHoliday) : 'unclear';
}

function dates(phrase: string, at = now, zone = ZONE): string {
  const pause = resolve(phrase, at, zone);
  return pause === 'unclear' ? pause : `${pause.from} ${pause.until}`;
}

describe('a pause in words, said on Wednesday 25 November 2026', () => {
  test.each(rows)('%s', (phrase, expected) => {
    expect(dates(phrase)).toBe(expected);
  });
});

/** What people write, read and found on a Sunday before Christmas. */
const sentences: [string, string][] = [
  ['pause til mandag den 14. december', '2026-11-29 2026-12-13'],
  ['pause til mandag 14. december', '2026-11-29 2026-12-13'],
  ['pause til mandag d. 4.1.2027', '2026-11-29 2027-01-03'],
  ['hold pause til og med fredag den 18. december', '2026-11-29 2026-12-18'],
  ['ferie til og med søndag d. 3. januar 2027', '2026-11-29 2027-01-03'],
  ['pause til den 14. december (mandag)', '2026-11-29 2026-12-13'],
  ['pause til den 14. december (tirsdag)', 'unclear'],
  ['hold pause fra mandag den 21. december til fredag den 8. januar', '2026-12-21 2027-01-08'],
  ['jeg holder ferie fra fredag den 18. december til mandag den 4. januar', '2026-12-18 2027-01-04'],
  ['jeg er tilbage mandag den 4. januar', '2026-11-29 2027-01-03'],
  ['jeg er tilbage tirsdag', '2026-11-29 2026-11-30'],
  ['pause indtil jeg er tilbage i uge 2', '2026-11-29 2027-01-10'],
  ['jeg har fri fredag den 4. december', '2026-12-04 2026-12-04'],
  ['pause til mandag i uge 50', '2026-11-29 2026-12-06'],
  ['pause til mandag uge 2', '2026-11-29 2027-01-10'],
  ['pause until the monday after next', '2026-11-29 2026-12-06'],
  ['pause til om 3 uger', '2026-11-29 2026-12-19'],
  ['hold pause til næste lørdag', '2026-11-29 2026-12-04'],
  ['spring onsdag den 9. over', '2026-12-09 2026-12-09'],
  ['hold fri mandag 7/12', '2026-12-07 2026-12-07'],
  ['hold fri mandag 7.12', '2026-12-07 2026-12-07'],
  ['pause til den 3. i 1.', '2026-11-29 2027-01-02'],
  ['pause den første januar', '2027-01-01 2027-01-01'],
  ['pause til den femte januar', '2026-11-29 2027-01-04'],
  ['hold pause fra 23/12-26 til 4/1-27', '2026-12-23 2027-01-04'],
  ['pause hen over jul og nytår', '2026-12-24 2027-01-01'],
  ['hold pause over julen', '2026-12-24 2026-12-26'],
  ['pause i julen', '2026-12-24 2026-12-26'],
  ['pause til 2. påskedag', '2026-11-29 2027-03-28'],
  ['pause i påsken', '2027-03-25 2027-03-29'],
  ['pause til efter pinse', '2026-11-29 2027-05-17'],
  ['pause på grundlovsdag', '2027-06-05 2027-06-05'],
  ['hold pause på Kristi himmelfartsdag', '2027-05-06 2027-05-06'],
  ['pause from Good Friday to Easter Monday', '2027-03-26 2027-03-29'],
  ['pause en uge fra mandag', '2026-11-30 2026-12-06'],
  ['pause fra den 14. december og 14 dage frem', '2026-12-14 2026-12-27'],
  ['jeg har ferie i næste uge og ugen efter', '2026-11-30 2026-12-13'],
  ['jeg er væk fra i morgen og resten af ugen', '2026-11-30 2026-12-06'],
  ['pause for a fortnight', '2026-11-29 2026-12-12'],
  ['pause til slutningen af måneden', '2026-11-29 2026-11-30'],
  ['hold pause til 32. december', 'none'],
  ['pause fra d. 31. november', 'none'],
  ['pause til fredag den 3. december', 'unclear'],
];

describe('a pause in a sentence, said on Sunday 29 November 2026', () => {
  test.each(sentences)('%s', (text, expected) => {
    const { period } = readTimes(text);
    const pause = period && resolvePause(period, new Date('2026-11-29T09:00:00+01:00'), ZONE, findHoliday);
    expect(pause ? (pause === 'unclear' ? pause : `${pause.from} ${pause.until}`) : 'none').toBe(expected);
  });
});

/** Days that are meant once. */
const days: [string, string][] = [
  ['mind mig på torsdag kl. 10 om at ringe til Lise', '2026-12-03'],
  ['mind mig i morgen kl. 9', '2026-11-30'],
  ['mind mig i aften', '2026-11-29'],
  ['mind mig i dag kl. 15', '2026-11-29'],
  ['mind mig om en uge', '2026-12-06'],
  ['mind mig om 14 dage kl. 8', '2026-12-13'],
  ['mind mig mandag om 14 dage', '2026-12-14'],
  ['mind mig den 3. december', '2026-12-03'],
  ['mind mig torsdag den 3. december', '2026-12-03'],
  ['mind mig fredag den 3. december', 'none'],
  ['mind mig mandag i uge 51', '2026-12-14'],
  ['mind mig på fredag i næste uge', '2026-12-04'],
  ['mind mig 24/12 kl. 10', '2026-12-24'],
  ['mind mig juleaften', '2026-12-24'],
  ['mind mig når jeg er tilbage den 4. januar', '2027-01-04'],
  ['remind me in two weeks', '2026-12-13'],
  ['remind me tomorrow at 9 to give feedback', '2026-11-30'],
  ['mind mig om mandagen', 'none'],
  ['mind mig hver dag', 'none'],
];

describe('one day in a sentence, said on Sunday 29 November 2026', () => {
  test.each(days)('%s', (text, expected) => {
    const { on } = readTimes(text);
    expect((on && resolveDay(on, new Date('2026-11-29T09:00:00+01:00'), ZONE, findHoliday)) ?? 'none').toBe(expected);
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
          const pause = resolve(phrase, at, 'UTC');
          if (pause === 'unclear') return;
          expect(pause.from >= at.toISOString().slice(0, 10)).toBe(true);
          expect(pause.until >= pause.from).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is found or unclear for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 10_000, unit: 'binary' }), (phrase) => void expect(resolve(phrase)).toBeDefined()));
  });
});
