/**
 * What comes back to people, through the outbox: once, on an open day, one message a day that nobody ordered by the clock.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PersonKey, personal } from '../../src/conversation/person.js';
import { instantOf } from '../../src/nudges/rules/cadence.js';
import type { NewAppointment } from '../../src/people/ports.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, somebody, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { addressOf, createWorld, openWithClock, type World } from './world.js';

const zone = 'Europe/Copenhagen';
const minute = 60_000;
/** Monday, 8:00 in Copenhagen, before Thursday's appointments. */
const monday = '2026-11-30T07:00:00.000Z';
const at = (date: string, time: string) => instantOf(date, time, zone);

for (const store of stores) {
  describe.skipIf(!store.isHere)(`appointments on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;
    let me: PersonKey;

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      world = createWorld(database, monday);
      me = somebody('kommune');
    });

    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    /** Somebody who is there, and has no daily questions. */
    async function comes(person = me): Promise<void> {
      await heard(world.storage, personal(person), addressOf(person.entraId), world.now());
    }

    async function make(change: Partial<NewAppointment> & { date: string; time: string }, person = me): Promise<string> {
      const { date, time } = change;
      const words = { will: `gøre det ${date}` };
      const made = { kind: 'agreement', words, zone, language: 'da', nextAt: at(date, time), ...change } as const;
      const id = await world.storage.appointments.add(person, made, world.now());
      return id ?? expect.fail('no room');
    }

    const stateOf = async (id: string, person = me) => {
      const found = await world.storage.appointments.get(person, id);
      return found && `${found.state} ${found.date}`;
    };

    /** A pass at a time of the clock; what was sent by it. */
    async function pass(date: string, time: string): Promise<string[]> {
      const before = world.sent.length;
      world.at(at(date, time).getTime());
      await world.pass();
      return world.sent.slice(before).map(({ words }) => words);
    }

    it('come at their time, once, and are asked then', async () => {
      await comes();
      const id = await make({ kind: 'reminder', words: { what: 'ringe til Lise' }, date: '2026-12-03', time: '10:00' });
      expect(await pass('2026-12-03', '09:59')).toEqual([]);
      expect(await pass('2026-12-03', '10:00')).toEqual(['reminder ringe til Lise']);
      expect(await stateOf(id)).toBe('asked 2026-12-03');
      expect(await pass('2026-12-03', '10:30')).toEqual([]);
      expect(await pass('2026-12-04', '10:00')).toEqual([]);
    });

    it('of one day stand in one message, and take the place of its question', async () => {
      await world.add(me, { time: '08:00' });
      await pass('2026-11-30', '08:05');
      await make({ date: '2026-12-03', time: '09:00', words: { will: 'rose' } });
      await make({ date: '2026-12-03', time: '15:00', words: { will: 'lytte' } });
      expect(await pass('2026-12-02', '08:00')).toHaveLength(1);
      expect(await pass('2026-12-03', '08:00')).toEqual([]);
      expect(await pass('2026-12-03', '09:00')).toEqual(['agreement rose + agreement lytte']);
      expect(await pass('2026-12-03', '15:00')).toEqual([]);
      expect(await pass('2026-12-04', '08:00')).toHaveLength(1);
    });

    it('leave the question of a day out of what is promised next', async () => {
      const recipient = await world.add(me, { time: '08:00' });
      await make({ date: '2026-12-01', time: '09:00' });
      expect((await world.plans.load(recipient, at('2026-11-30', '08:30')))?.next?.localDate).toBe('2026-12-02');
    });

    it('wait for an open day: a pause and a closed day move an agreement, and never a reminder', async () => {
      const recipient = await world.add(me, { time: '08:00' });
      await world.plans.pause(recipient, { from: '2026-12-02', until: '2026-12-04' }, world.now());
      world.closed.push('2026-12-07');
      const agreement = await make({ date: '2026-12-03', time: '09:00' });
      await make({ kind: 'reminder', words: { what: 'x' }, date: '2026-12-03', time: '09:00' });
      expect(await pass('2026-12-03', '09:00')).toEqual(['reminder x']);
      expect(await stateOf(agreement)).toBe('open 2026-12-08');
      expect(await pass('2026-12-07', '09:00')).toEqual([]);
      expect(await pass('2026-12-08', '08:00')).toEqual([]);
      expect(await pass('2026-12-08', '09:00')).toEqual(['agreement gøre det 2026-12-03']);
    });

    it('are not touched when the plan is changed or stopped', async () => {
      const recipient = await world.add(me, { time: '08:00' });
      await make({ kind: 'reminder', words: { what: 'x' }, date: '2026-12-03', time: '09:00' });
      await world.plans.save(recipient, { time: '09:00', days: ['tor'] }, world.now());
      await world.plans.stop(recipient, world.now());
      expect(await pass('2026-12-03', '09:00')).toEqual(['reminder x']);
    });

    it('that were late because nobody was there to send them come all the same, by day', async () => {
      await comes();
      const agreement = await make({ date: '2026-12-03', time: '09:00' });
      await make({ kind: 'reminder', words: { what: 'x' }, date: '2026-12-03', time: '10:00' });
      expect(await pass('2026-12-03', '23:00')).toEqual([]);
      expect(await stateOf(agreement)).toBe('open 2026-12-04');
      expect(await pass('2026-12-04', '07:00')).toEqual(['reminder x']);
      expect(await pass('2026-12-04', '09:00')).toEqual(['agreement gøre det 2026-12-03']);
    });

    it('wait for a person who can not be reached, and come when they are back', async () => {
      await comes();
      const id = await make({ date: '2026-12-03', time: '09:00' });
      world.outcome = () => ({ kind: 'unreachable', reason: 'blocked' });
      expect(await pass('2026-12-03', '09:00')).toHaveLength(1);
      await pass('2026-12-03', '09:15');
      expect(await stateOf(id)).toBe('open 2026-12-04');
      expect(await pass('2026-12-04', '09:00')).toEqual([]);
      await pass('2026-12-04', '09:15');
      world.outcome = () => ({ kind: 'sent' });
      world.at(at('2026-12-06', '10:00').getTime());
      await comes();
      expect(await pass('2026-12-07', '09:00')).toEqual(['agreement gøre det 2026-12-03']);
    });

    it('are never asked twice where nobody knows whether they arrived', async () => {
      await comes();
      const id = await make({ date: '2026-12-03', time: '09:00' });
      world.outcome = () => ({ kind: 'ambiguous', reason: 'timeout' });
      expect(await pass('2026-12-03', '09:00')).toHaveLength(1);
      expect(await pass('2026-12-03', '09:30')).toEqual([]);
      expect(await stateOf(id)).toBe('asked 2026-12-03');
    });

    it('are found as asked by the next look where an instance died before it noted that', async () => {
      await comes();
      const id = await make({ date: '2026-12-03', time: '09:00' });
      await pass('2026-12-03', '09:00');
      // As it stood between the sending and the note.
      await database.db
        .updateTable('appointments')
        .set({ state: 'open', next_at: at('2026-12-03', '09:10').toISOString() })
        .execute();
      expect(await pass('2026-12-03', '09:10')).toEqual([]);
      expect(await stateOf(id)).toBe('asked 2026-12-03');
    });

    it('that were deleted while they waited are not sent', async () => {
      await comes();
      const id = await make({ date: '2026-12-03', time: '09:00' });
      world.at(at('2026-12-03', '09:00').getTime());
      await world.storage.dueAppointments.takeDue(world.now(), 10, () => ({
        do: 'send',
        at: world.now(),
        localDate: '2026-12-03',
        slot: 'agreement',
        lookAt: new Date(world.now().getTime() + 10 * minute),
      }));
      await world.storage.appointments.remove(me, id);
      expect(await pass('2026-12-03', '09:01')).toEqual([]);
    });

    it('of a look back come every week, and give way to an agreement', async () => {
      await comes();
      await make({ kind: 'look-back', words: {}, weekday: 'fre', date: '2026-12-04', time: '14:00' });
      expect(await pass('2026-12-04', '14:00')).toEqual(['look-back']);
      await pass('2026-12-04', '14:15');
      await make({ date: '2026-12-11', time: '09:00', words: { will: 'rose' } });
      expect(await pass('2026-12-11', '09:00')).toEqual(['agreement rose']);
      expect(await pass('2026-12-11', '14:00')).toEqual([]);
      expect(await pass('2026-12-14', '14:00')).toEqual(['look-back']);
      await pass('2026-12-14', '14:15');
      expect(await pass('2026-12-18', '14:00')).toEqual(['look-back']);
    });

    it('of different people and tenants are their own', async () => {
      const other = { ...me, tenant: 'anden' };
      await comes();
      await comes(other);
      const id = await make({ date: '2026-12-03', time: '09:00' });
      expect(await world.storage.appointments.get(other, id)).toBeUndefined();
      expect(await world.storage.appointments.change(other, id, { state: 'done' }, world.now())).toBe('unknown');
      expect(await world.storage.appointments.remove(other, id)).toBe('unknown');
      expect(await world.storage.appointments.list(other)).toEqual([]);
      expect(await pass('2026-12-03', '09:00')).toHaveLength(1);
    });
  });
}
