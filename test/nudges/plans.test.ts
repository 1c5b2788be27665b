import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal, type Recipient, seedOf } from '../../src/conversation/person.js';
import type { PlanView } from '../../src/conversation/reminding.js';
import type { PlanReply } from '../../src/nudges/plans.js';
import { shiftOf } from '../../src/nudges/rules/spread.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, somebody, stores } from '../storage/stores.js';
import { createWorld, openWithClock, type World } from './world.js';

/** Monday, 10:00 in Copenhagen. */
const now = new Date('2026-11-23T09:00:00Z');
const team: Recipient = { kind: 'conversation', tenant: 'kommune', conversation: '19:team@thread.tacv2' };
const twoWeeks = { kind: 'length', count: 2, unit: 'week' } as const;
const asker = { language: 'da' as const, zone: 'Europe/Copenhagen' };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`plans on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;
    let me: Recipient;
    const person = somebody('kommune');

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      world = createWorld(database, now.toISOString());
      me = personal(person);
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    const summary = (view: PlanView | undefined) =>
      view && [view.plan.on, view.plan.days.join(), view.plan.time, view.next?.at.toISOString(), view.next?.localDate];
    const take = (question: Parameters<World['plans']['take']>[1], at = now): Promise<PlanReply> =>
      world.plans.take(me, question, asker, at);

    it('say what happens next when made, and are the same when loaded', async () => {
      const made = await world.plans.save(me, { exact: true }, now);
      expect(summary(made)).toEqual([true, 'man,tir,ons,tor,fre', '08:00', '2026-11-24T07:00:00.000Z', '2026-11-24']);
      expect(await world.plans.load(me, now)).toEqual(made);
      expect(await world.plans.load(personal(somebody('kommune')), now)).toBeUndefined();
    });

    it('are about their time where nothing is said, and keep their kind until it is', async () => {
      const kind = async (question: Parameters<typeof take>[0]) => {
        await take(question);
        return (await world.plans.load(me, now))?.plan.exact;
      };
      expect(await kind({ intent: 'nudge-on', time: '08:15' })).toBe(false);
      expect(await kind({ intent: 'nudge-time', time: '09:00', exact: true })).toBe(true);
      expect(await kind({ intent: 'nudge-time', time: '10:00' })).toBe(true);
      expect(await kind({ intent: 'nudge-off' })).toBe(true);
      expect(await kind({ intent: 'nudge-on' })).toBe(true);
      expect(await kind({ intent: 'nudge-on', days: ['man'], exact: false })).toBe(false);
      expect((await world.plans.save(team, {}, now)).plan.exact).toBe(false);
    });

    it('about their time come within seven minutes of it, each at its own', async () => {
      const all = await Promise.all(
        Array.from({ length: 6 }, () => world.plans.save(personal(somebody('kommune')), { time: '12:00' }, now)),
      );
      const off = all.map(({ next }) => ((next?.at.getTime() ?? 0) - Date.parse('2026-11-23T11:00:00Z')) / 60_000);
      expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(7);
      expect(new Set(off).size).toBeGreaterThan(4);
      expect(all.every(({ next }) => next?.localDate === '2026-11-23')).toBe(true);
    });

    describe.each([
      ['early', -1],
      ['late', 1],
    ])('whose time is spread to %s', (_, sign) => {
      /** Somebody who is so; their questions come at eight. */
      const find = () => {
        for (;;) {
          const each = somebody('kommune');
          const shift = shiftOf(seedOf(personal(each)), '08:00');
          if (shift * sign > 3 * 60_000) return { each, shift };
        }
      };
      const eight = Date.parse('2026-11-24T07:00:00Z');

      it('ask once that day, however they are made exact and not exact again', async () => {
        const { each, shift } = find();
        const recipient = await world.add(each, { time: '08:00', exact: false });
        for (let at = eight - 10 * 60_000; at <= eight + 10 * 60_000; at += 60_000) {
          world.at(at + 20_000);
          const isLast = at === eight + 10 * 60_000;
          const { plan } = (await world.plans.load(recipient, world.now())) ?? {};
          if (at < eight + shift + 3 * 60_000 && !isLast) await world.plans.save(recipient, { exact: !plan?.exact }, world.now());
          await world.pass();
        }
        expect(world.sent).toHaveLength(1);
        expect((await world.plans.load(recipient, world.now()))?.next?.localDate).toBe('2026-11-25');
      });

      it('promise today until it has come, and leave it out when asked to', async () => {
        const { each, shift } = find();
        const recipient = await world.add(each, { time: '08:00', exact: false });
        world.at(Math.min(eight, eight + shift) - 30_000);
        await world.pass();
        expect((await world.plans.load(recipient, world.now()))?.next?.localDate).toBe('2026-11-24');
        // Between the time that is told and the one when it is due.
        world.at(eight + shift / 2);
        const today = (await world.plans.load(recipient, world.now()))?.next?.localDate === '2026-11-24';
        expect(today).toBe(true);
        await world.plans.pause(recipient, { from: '2026-11-24', until: '2026-11-24' }, world.now());
        world.at(eight + 10 * 60_000);
        expect(await world.pass()).toEqual(['skipped paused 1']);
        expect(world.sent).toEqual([]);
      });

      it('do not lose what waits when they are made exact', async () => {
        const { each, shift } = find();
        const recipient = await world.add(each, { time: '08:00', exact: false });
        world.outcome = () => ({ kind: 'throttled', retryAfterMs: 60_000 });
        world.at(eight + shift);
        await world.dispatcher.runPass(world.now(), 5_000);
        await world.plans.save(recipient, { exact: true }, world.now());
        world.outcome = () => ({ kind: 'sent' });
        world.at(eight + 20 * 60_000);
        expect(await world.pass()).toEqual(['sent 1']);
      });
    });

    it('made just before their time ask today, also whose spread has passed', async () => {
      for (let made = 0; made < 6; made += 1) {
        const each = somebody('kommune');
        world.at('2026-11-24T06:58:30Z');
        await world.add(each, { time: '08:00', exact: false });
        expect((await world.plans.load(personal(each), world.now()))?.next?.localDate).toBe('2026-11-24');
      }
      world.at('2026-11-24T07:08:00Z');
      expect(await world.pass()).toEqual(['sent 6']);
    });

    it('are made, moved, paused and stopped by questions', async () => {
      expect(await take({ intent: 'nudge-off' })).toEqual({ kind: 'none' });
      expect(await take({ intent: 'nudge-pause', pause: twoWeeks })).toEqual({ kind: 'none' });
      const on = await take({ intent: 'nudge-on', time: '08:15' });
      expect(on).toMatchObject({
        kind: 'saved',
        plan: { on: true, time: '08:15', zone: 'Europe/Copenhagen' },
        next: { localDate: '2026-11-24' },
      });
      expect(await take({ intent: 'nudge-time', days: ['tor', 'tir'] })).toMatchObject({
        kind: 'saved',
        plan: { days: ['tor', 'tir'], time: '08:15' },
      });
      expect((await world.plans.load(me, now))?.plan.days).toEqual(['tir', 'tor']);
      expect(await take({ intent: 'nudge-pause', pause: twoWeeks })).toMatchObject({
        kind: 'paused',
        plan: { pauses: [{ from: '2026-11-23', until: '2026-12-06' }] },
        next: { localDate: '2026-12-08' },
      });
      expect(await take({ intent: 'nudge-off' })).toMatchObject({ kind: 'stopped', plan: { on: false }, next: undefined });
      expect(await take({ intent: 'nudge-on' })).toMatchObject({
        kind: 'saved',
        plan: { on: true, time: '08:15', pauses: [] },
        next: { localDate: '2026-11-24' },
      });
    });

    it.each([
      [{ intent: 'nudge-on', unclear: true }, 'time'],
      [{ intent: 'nudge-time', days: [] }, 'time'],
      [{ intent: 'nudge-pause' }, 'pause'],
      [{ intent: 'nudge-pause', pause: { kind: 'during', point: { kind: 'unknown' } } }, 'pause'],
    ] as const)('ask back about %j', async (question, about) => {
      await world.plans.save(me, {}, now);
      const before = await world.plans.load(me, now);
      expect(await take(question as Parameters<typeof take>[0])).toEqual({ kind: 'unclear', about });
      expect(await world.plans.load(me, now)).toEqual(before);
    });

    it('keep pauses to come when turned on again, drop those that are over, and lose all when resumed', async () => {
      await world.plans.save(me, {}, now);
      await world.plans.pause(me, { from: '2026-11-01', until: '2026-11-22' }, now);
      await world.plans.pause(me, { from: '2026-11-23', until: '2026-11-27' }, now);
      await world.plans.pause(me, { from: '2026-12-21', until: '2027-01-03' }, now);
      expect((await world.plans.load(me, now))?.next?.localDate).toBe('2026-11-30');
      expect((await world.plans.save(me, {}, now)).plan.pauses).toEqual([{ from: '2026-12-21', until: '2027-01-03' }]);
      expect((await world.plans.resume(me, now))?.plan.pauses).toEqual([]);
    });

    it('do not promise a closed day', async () => {
      world.closed = ['2026-11-24', '2026-11-25'];
      expect((await world.plans.save(me, {}, now)).next?.localDate).toBe('2026-11-26');
    });

    it('promise the same day once', async () => {
      await world.add(person, { time: '11:00' });
      world.at('2026-11-23T10:00:00Z');
      await world.pass();
      expect((await world.plans.load(me, world.now()))?.next?.localDate).toBe('2026-11-24');
      expect((await world.plans.save(me, { zone: 'America/New_York' }, world.now())).next?.localDate).toBe('2026-11-24');
      const again = await world.plans.save(me, { zone: 'Europe/Copenhagen', time: '11:30' }, world.now());
      expect(again.next?.at.toISOString()).toBe('2026-11-23T10:30:00.000Z');
      world.at('2026-11-23T20:00:00Z');
      await world.pass();
      expect(world.sent).toHaveLength(1);
    });

    it('keep today when another thing is changed just when it is due', async () => {
      await world.add(person, { time: '11:00' });
      world.at('2026-11-23T10:00:20Z');
      await world.plans.save(me, { language: 'en' }, world.now());
      expect(await world.pass()).toEqual(['sent 1']);
    });

    it('keep the zone they were made in, and ask once about each other one with another time', async () => {
      const { plan } = await world.plans.save(me, { zone: 'Europe/Copenhagen' }, now);
      const change = (zone: string | undefined) => world.plans.findZoneChange(person, plan, zone, now);
      for (const zone of ['Europe/Copenhagen', 'Europe/Paris', 'no/zone', undefined]) expect(await change(zone)).toBeUndefined();
      expect(await change('America/Nuuk')).toEqual({ planned: 'Europe/Copenhagen', reported: 'America/Nuuk' });
      expect(await change('America/Nuuk')).toBeUndefined();
      await world.plans.take(me, { intent: 'nudge-time', time: '09:00' }, { ...asker, zone: 'America/Nuuk' }, now);
      expect((await world.plans.load(me, now))?.plan.zone).toBe('Europe/Copenhagen');
      expect((await world.plans.save(me, { zone: 'America/Nuuk' }, now)).plan.zone).toBe('America/Nuuk');
      expect(await world.plans.findZoneChange(somebody('kommune'), undefined, 'America/Nuuk', now)).toBeUndefined();
    });

    it('refuse a zone that the machine does not know', async () => {
      await expect(world.plans.save(me, { zone: 'Europe/Aarhus' }, now)).rejects.toThrow('time zone "Europe/Aarhus" is unknown');
    });

    it('of a team are weekly, say who made them, and stop for anybody', async () => {
      const maker = { person, name: 'Mette' };
      const made = await world.plans.save(team, { maker, subject: { framework: 'sammen', theme: 'tillid' } }, now);
      expect(made).toMatchObject({
        plan: { days: ['man'], time: '09:00', subject: { framework: 'sammen', theme: 'tillid' } },
        next: { localDate: '2026-11-30' },
        maker,
      });
      expect(await world.plans.load(team, now)).toEqual(made);
      expect(await world.plans.stop(team, now)).toMatchObject({ plan: { on: false }, next: undefined });
      const again = await world.plans.save(team, { days: ['tir'], subject: {} }, now);
      expect(again.plan.subject).toEqual({});
      await world.storage.forgetPerson(person);
      expect(await world.plans.load(team, now)).toMatchObject({ plan: { days: ['tir'] }, maker: undefined });
    });

    it('that were stopped by the person are not turned on by their next message', async () => {
      await world.plans.save(me, {}, now);
      await world.plans.giveUp(me, 'blocked', now);
      await world.plans.stop(me, now);
      await world.plans.giveUp(me, 'gone', now);
      const woken = await world.plans.wake(me, now);
      expect([woken.plan?.on, woken.again]).toEqual([false, undefined]);
    });
  });
}
