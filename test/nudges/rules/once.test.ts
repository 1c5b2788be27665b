import { describe, expect, it } from 'vitest';
import { readTimes } from '../../../src/language/times/times.js';
import { holidays } from '../../../src/nudges/rules/holidays.js';
import { resolveOnce } from '../../../src/nudges/rules/once.js';

const zone = 'Europe/Copenhagen';
const findHoliday = await holidays();
/** Monday, 10:00 in Copenhagen. */
const now = new Date('2026-11-30T10:00:00+01:00');

function once(text: string, planTime?: string, at = now) {
  const { on, period, time, part, soon, unclear, unread } = readTimes(text);
  const found = resolveOnce(
    { on, period, time, part, soon, unclear: unclear !== undefined || unread },
    { now: at, zone, planTime, findHoliday },
  );
  const short = ({ date, time: clock }: { date: string; time: string }) => `${date} ${clock}`;
  return found.kind === 'at' ? `${short(found)} ${found.from}` : `${found.why}: ${found.proposals.map(short).join(', ')}`;
}

describe('what is said to come once', () => {
  it.each([
    ['mind mig i morgen kl. 9', '2026-12-01 09:00 said'],
    ['mind mig på torsdag kl. 10 om X', '2026-12-03 10:00 said'],
    ['mind mig om en uge', '2026-12-07 09:00 usual'],
    ['mind mig den 3. december', '2026-12-03 09:00 usual'],
    ['mind mig mandag i uge 51', '2026-12-14 09:00 usual'],
    ['mind mig når jeg er tilbage den 4. januar', '2027-01-04 09:00 usual'],
    ['remind me tomorrow at 9', '2026-12-01 09:00 said'],
    ['mind mig om en time', '2026-11-30 11:00 said'],
    ['mind mig om halvanden time', '2026-11-30 11:30 said'],
    ['mind mig om 20 minutter', '2026-11-30 10:20 said'],
    ['mind mig om en time og et kvarter', '2026-11-30 11:15 said'],
    ['remind me in half an hour', '2026-11-30 10:30 said'],
    ['mind mig kl. halv tre i dag', '2026-11-30 14:30 said'],
    ['mind mig i eftermiddag', '2026-11-30 14:00 part'],
    ['mind mig i aften', '2026-11-30 19:00 part'],
    ['mind mig i morgen tidlig', '2026-12-01 08:00 part'],
    ['mind mig på onsdag formiddag', '2026-12-02 10:00 part'],
    ['mind mig i næste uge', '2026-12-07 09:00 usual'],
    ['mind mig i uge 51', '2026-12-14 09:00 usual'],
    ['mind mig efter jul', '2026-12-28 09:00 usual'],
    ['mind mig kl. 14', '2026-11-30 14:00 said'],
    ['mind mig kl. 8', '2026-12-01 08:00 said'],
    ['mind mig om 14 dage kl. 13.30', '2026-12-14 13:30 said'],
  ])('"%s" is %s', (text, expected) => {
    expect(once(text)).toBe(expected);
  });

  it('comes at the time of the daily questions where no time is said', () => {
    expect(once('mind mig på torsdag', '07:45')).toBe('2026-12-03 07:45 plan');
  });

  it.each([
    ['mind mig kl. 3 på onsdag', 'time: 2026-12-02 15:00, 2026-12-02 03:00'],
    ['mind mig den 31. november', 'day: 2026-12-01 09:00, 2026-12-07 09:00'],
    ['mind mig fredag den 3. december', 'day: 2026-12-01 09:00, 2026-12-07 09:00'],
    ['mind mig i dag kl. 8', 'past: 2026-11-30 11:00, 2026-12-01 08:00'],
    ['mind mig', 'when: 2026-11-30 11:00, 2026-12-01 09:00'],
  ])('"%s" is asked about with two proposals', (text, expected) => {
    expect(once(text)).toBe(expected);
  });

  it('proposes nothing for the night', () => {
    expect(once('mind mig i dag kl. 8', undefined, new Date('2026-11-30T21:30:00+01:00'))).toBe('past: 2026-12-01 08:00, 2026-12-07 08:00');
  });
});
