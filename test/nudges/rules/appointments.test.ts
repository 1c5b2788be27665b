import { describe, expect, it } from 'vitest';
import {
  carriedIn,
  type Delivered,
  daysToNextRound,
  nextOpenDay,
  onWeekday,
  planAppointment,
  type Surroundings,
  type Timed,
} from '../../../src/nudges/rules/appointments.js';

const zone = 'Europe/Copenhagen';
const agreement: Timed = { id: 'a1', kind: 'agreement', date: '2026-12-03', time: '09:00', zone };
const reminder: Timed = { ...agreement, id: 'r1', kind: 'reminder' };
const lookBack: Timed = { ...agreement, id: 'l1', kind: 'look-back', date: '2026-12-04', time: '14:00', weekday: 'fre' };
const open: Surroundings = { isClosed: () => false, pauses: [] };
const local = (date: string, time: string) => new Date(`${date}T${time}:00+01:00`);
const ended = (state: NonNullable<Delivered>['state'], reason: string | null = null): Delivered => ({ state, reason });

function step(appointment: Timed, now: Date, delivered: Delivered = undefined, around: Surroundings = open) {
  return planAppointment(appointment, delivered, around, { now, graceMinutes: 120 });
}

describe('an agreement', () => {
  it('is sent on its day', () => {
    const sent = step(agreement, local('2026-12-03', '09:00'));
    expect(sent).toMatchObject({ do: 'send', at: local('2026-12-03', '09:00'), localDate: '2026-12-03', slot: 'agreement' });
  });

  it.each([
    ['closed', { ...open, isClosed: (date: string) => date === '2026-12-03' }, '2026-12-04'],
    ['paused', { ...open, pauses: [{ from: '2026-12-01', until: '2026-12-04' }] }, '2026-12-07'],
  ])('moves from a day that is %s to the next that is open, and never to a weekend', (_, around, date) => {
    expect(step(agreement, local('2026-12-03', '09:00'), undefined, around)).toEqual({ do: 'move', date, lookAt: local(date, '09:00') });
  });

  it('that is late moves to the next open day', () => {
    expect(step(agreement, local('2026-12-03', '12:00'))).toMatchObject({ do: 'move', date: '2026-12-04' });
    expect(step(agreement, local('2026-12-04', '07:00'))).toMatchObject({ do: 'move', date: '2026-12-04' });
    expect(step(agreement, local('2026-12-03', '09:10'), ended('skipped', 'late'))).toMatchObject({ do: 'move', date: '2026-12-04' });
  });

  it.each(['sent', 'unknown'] as const)('is not asked again when its delivery was %s', (state) => {
    expect(step(agreement, local('2026-12-03', '09:10'), ended(state))).toEqual({ do: 'settle' });
  });

  it.each(['due', 'claimed', 'sending'] as const)('waits while its delivery is %s', (state) => {
    expect(step(agreement, local('2026-12-03', '09:10'), ended(state))).toEqual({
      do: 'look-again',
      lookAt: local('2026-12-03', '09:20'),
    });
  });

  it('waits for whoever can not be reached, and rests where Teams does not take it', () => {
    expect(step(agreement, local('2026-12-03', '09:10'), ended('failed', 'blocked'))).toMatchObject({ do: 'move', date: '2026-12-04' });
    expect(step(agreement, local('2026-12-03', '09:10'), ended('skipped', 'away'))).toMatchObject({ do: 'move', date: '2026-12-04' });
    expect(step(agreement, local('2026-12-03', '09:10'), ended('failed', 'http-413'))).toEqual({ do: 'rest' });
  });

  it('rests when it could not come for a month', () => {
    expect(step(agreement, local('2027-01-03', '09:00'))).toEqual({ do: 'rest' });
  });

  it('comes back after one, two and two weeks, and then rests', () => {
    expect([0, 1, 2, 3].map(daysToNextRound)).toEqual([7, 14, 14, undefined]);
  });
});

describe('while nothing comes by itself to a municipality', () => {
  const off = { ...open, isOff: true, isClosed: (date: string) => date < '2027-12-01' };
  const [day, hour] = [local('2026-12-03', '09:00'), 3_600_000];

  it.each([agreement, reminder, { ...lookBack, date: '2026-12-03', time: '09:00' }])(
    'it waits as it is, and is looked at again within the hour: %o',
    (each) => {
      for (const delivered of [undefined, ended('skipped', 'switched-off'), ended('skipped', 'late')]) {
        const found = step(each, day, delivered, off);
        expect(found).toMatchObject({ do: 'look-again' });
        expect(found.do === 'look-again' && found.lookAt.getTime() - day.getTime()).toBeLessThanOrEqual(hour);
      }
      expect(step(each, day, ended('sent'), off)).toMatchObject({ do: 'settle' });
    },
  );

  it('an agreement goes along in a pause that is longer than it would wait, and comes after it', () => {
    let [date, moves] = ['2026-12-03', 0];
    for (let days = 0; days < 90; days += 1) {
      const found = step({ ...agreement, date }, new Date(day.getTime() + days * 24 * hour), undefined, off);
      if (found.do === 'move') [date, moves] = [found.date, moves + 1];
      else expect(found.do).toBe('look-again');
    }
    expect(moves).toBeGreaterThan(0);
    expect(step({ ...agreement, date }, local('2027-03-03', '12:00'))).toMatchObject({ do: 'move', date: '2027-03-04' });
    expect(step(reminder, local('2027-01-03', '09:00'), undefined, off)).toEqual({ do: 'rest' });
  });
});

describe('a reminder', () => {
  it('comes on the minute, also on a closed day and in a pause', () => {
    const around = { isClosed: () => true, pauses: [{ from: '2026-12-01', until: '2026-12-31' }] };
    const sent = step(reminder, local('2026-12-03', '09:00'), undefined, around);
    expect(sent).toMatchObject({ do: 'send', at: local('2026-12-03', '09:00'), slot: 'once r1 09:00' });
  });

  it('that is late comes as soon as it can, but wakes nobody', () => {
    expect(step(reminder, local('2026-12-03', '12:00'))).toMatchObject({ do: 'send', localDate: '2026-12-03', slot: 'once r1 12:00' });
    for (const reason of ['late', 'switched-off'])
      expect(step(reminder, local('2026-12-03', '12:00'), ended('skipped', reason))).toMatchObject({ do: 'send', slot: 'once r1 12:00' });
    expect(step(reminder, local('2026-12-03', '23:00'))).toEqual({ do: 'try-again', lookAt: local('2026-12-04', '07:00') });
    expect(step(reminder, local('2026-12-04', '03:00'))).toEqual({ do: 'try-again', lookAt: local('2026-12-04', '07:00') });
  });

  it('is tried the next morning where somebody could not be reached', () => {
    expect(step(reminder, local('2026-12-03', '09:10'), ended('skipped', 'away'))).toEqual({
      do: 'try-again',
      lookAt: local('2026-12-04', '07:00'),
    });
  });

  it('is not sent again when it was sent', () => {
    expect(step(reminder, local('2026-12-03', '09:10'), ended('sent'))).toEqual({ do: 'settle' });
  });
});

describe('a look back', () => {
  it('comes again the next week', () => {
    expect(step(lookBack, local('2026-12-04', '14:10'), ended('sent'))).toEqual({
      do: 'settle',
      date: '2026-12-11',
      lookAt: local('2026-12-11', '14:00'),
    });
  });

  it('goes around a day that an agreement has', () => {
    const around = { ...open, taken: new Set(['2026-12-04']) };
    expect(step(lookBack, local('2026-12-04', '14:00'), undefined, around)).toMatchObject({ do: 'move', date: '2026-12-07' });
  });
});

describe('days', () => {
  it('are found for a weekday, today included', () => {
    expect(onWeekday('2026-12-04', 'fre')).toBe('2026-12-04');
    expect(onWeekday('2026-12-05', 'fre')).toBe('2026-12-11');
  });

  it('that are open are looked for, and given up where there is none for a year', () => {
    expect(nextOpenDay('2026-12-05', agreement, open)).toBe('2026-12-07');
    expect(nextOpenDay('2026-12-05', agreement, { ...open, isClosed: () => true })).toBe('2026-12-05');
  });
});

it.each([
  ['08:00', 'question'],
  ['agreement', 'agreement'],
  ['look-back', 'look-back'],
  ['once 1f 10:00', 'reminder'],
] as const)('a delivery of the slot "%s" carries a %s', (slot, carried) => {
  expect(carriedIn(slot)).toBe(carried);
});
