import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Recipient } from '../../src/conversation/person.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, somebody, stores } from '../storage/stores.js';
import { heard, seen } from '../storage/visits.js';
import { addressOf, createWorld, openWithClock, type World } from './world.js';

/** Monday; 08:00 in Copenhagen is 07:00Z. */
const sunday = '2026-11-22T12:00:00Z';
const monday = '2026-11-23T07:00:00Z';
const team: Recipient = { kind: 'conversation', tenant: 'kommune', conversation: '19:team@thread.tacv2' };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`dispatching on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      world = createWorld(database, sunday);
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    const states = async () =>
      (await database.db.selectFrom('deliveries').select(['state', 'reason']).orderBy('due_at').execute()).map(({ state, reason }) =>
        [state, reason].filter(Boolean).join(' '),
      );

    it('sends what is due once, and nothing before', async () => {
      const me = somebody('kommune');
      await world.add(me);
      expect(await world.pass()).toEqual([]);
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1']);
      expect(world.sent).toMatchObject([{ conversation: me.entraId, words: expect.stringMatching(/^Hvad er [abcd]\?$/) }]);
      expect(await world.pass()).toEqual([]);
      world.at('2026-11-24T06:59:00Z');
      expect(await world.pass()).toEqual([]);
      world.at('2026-11-24T07:00:00Z');
      expect(await world.pass()).toEqual(['sent 1']);
      expect(world.sent).toHaveLength(2);
    });

    it('writes to nobody of a tenant that is not served any more', async () => {
      world = createWorld(database, sunday, { isServed: (tenant) => tenant === 'kommune' });
      const [me, other] = [somebody('kommune'), somebody('anden')];
      await Promise.all([world.add(me), world.add(other)]);
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1', 'waiting 1']);
      expect(world.sent.map(({ conversation }) => conversation)).toEqual([me.entraId]);
    });

    it('asks every question of the role before any comes again, and remembers them as seen', async () => {
      const me = somebody('kommune');
      await world.add(me, { language: 'en' });
      for (const day of [23, 24, 25, 26]) {
        world.at(`2026-11-${day}T07:00:00Z`);
        await world.pass();
      }
      expect(world.sent.map(({ words }) => words).sort()).toEqual(['a', 'b', 'c', 'd'].map((id) => `What is ${id}?`));
      expect(await world.storage.seenPrompts.list(me)).toHaveLength(4);
    });

    it('sends what became due within the grace, and counts older ones as skipped in the same pass', async () => {
      await world.add(somebody('kommune'));
      await world.add(somebody('kommune'), { time: '06:00' });
      world.at('2026-11-25T08:00:00Z');
      expect(await world.pass()).toEqual(['sent 1', 'skipped late 5']);
      expect(await world.pass()).toEqual([]);
    });

    it('counts what waited too long in the outbox as skipped', async () => {
      await world.add(somebody('kommune'));
      world.outcome = () => ({ kind: 'throttled', retryAfterMs: 3 * 3_600_000 });
      world.at(monday);
      expect(await world.pass()).toEqual(['waiting 1']);
      world.at('2026-11-23T09:00:00Z');
      expect(await world.pass()).toEqual(['skipped late 1']);
      expect(world.sent).toHaveLength(1);
    });

    it('skips pauses and closed days, and says so', async () => {
      const resting = await world.add(somebody('kommune'));
      await world.add(somebody('kommune'));
      await world.plans.pause(resting, { from: '2026-11-23', until: '2026-11-23' }, world.now());
      world.closed = ['2026-11-24'];
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1', 'skipped paused 1']);
      world.at('2026-11-24T07:00:00Z');
      expect(await world.pass()).toEqual(['skipped closed 2']);
      world.at('2026-11-25T07:00:00Z');
      expect(await world.pass()).toEqual(['sent 2']);
    });

    it('sends nothing that was stopped or moved while it waited', async () => {
      const [stopping, moving, pausing] = await Promise.all([1, 2, 3].map(() => world.add(somebody('kommune'))));
      if (!stopping || !moving || !pausing) throw new Error('nobody');
      world.outcome = () => ({ kind: 'throttled', retryAfterMs: 90_000 });
      world.at(monday);
      expect(await world.pass()).toEqual(['waiting 3']);
      await world.plans.stop(stopping, world.now());
      await world.plans.save(moving, { time: '09:00' }, world.now());
      await world.plans.pause(pausing, { from: '2026-11-23', until: '2026-11-27' }, world.now());
      world.outcome = () => ({ kind: 'sent' });
      world.at('2026-11-23T07:30:00Z');
      const before = world.sent.length;
      expect(await world.pass()).toEqual([]);
      expect(world.sent).toHaveLength(before);
      expect((await states()).sort()).toEqual(['skipped changed', 'skipped off', 'skipped paused']);
      world.at('2026-11-23T08:00:00Z');
      expect(await world.pass()).toEqual(['sent 1']);
    });

    it('tries again after 429 and 412, in the same pass, when the other side allows it', async () => {
      const me = somebody('kommune');
      await world.add(me);
      const outcomes: Outcome[] = [{ kind: 'throttled', retryAfterMs: 20_000 }, { kind: 'throttled' }, { kind: 'sent' }];
      world.outcome = (_to, count) => outcomes[count - 1] ?? { kind: 'sent' };
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1']);
      const [first, second, third] = world.sent.map(({ at }) => at.getTime());
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(20_000);
      expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(2_000);
      expect(world.sent).toHaveLength(3);
    });

    it('never hurries, also when the other side says to come at once', async () => {
      await world.add(somebody('kommune'));
      world.outcome = (_to, count) => (count < 4 ? { kind: 'throttled', retryAfterMs: 0 } : { kind: 'sent' });
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1']);
      const times = world.sent.map(({ at }) => at.getTime());
      expect(times.slice(1).map((at, index) => at - (times[index] ?? 0) >= 1_000 * 2 ** index)).toEqual([true, true, true]);
    });

    it('lets nobody of a tenant go while it asked for quiet, and everybody of another', async () => {
      const [one, two] = [somebody('kommune'), somebody('kommune')];
      for (const person of [one, two, somebody('anden')]) await world.add(person);
      world.outcome = (conversation) =>
        [one.entraId, two.entraId].includes(conversation) ? { kind: 'throttled', retryAfterMs: 600_000 } : { kind: 'sent' };
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1', 'waiting 2']);
      const tried = world.sent.length;
      expect(await world.pass()).toEqual(['waiting 2']);
      expect(world.sent).toHaveLength(tried);
      world.outcome = () => ({ kind: 'sent' });
      world.at('2026-11-23T07:10:01Z');
      expect(await world.pass()).toEqual(['sent 2']);
    });

    it.each(['http-408', 'http-503', 'timeout', 'network'])('never sends again after %s', async (reason) => {
      const me = somebody('kommune');
      await world.add(me);
      world.outcome = () => ({ kind: 'ambiguous', reason });
      world.at(monday);
      expect(await world.pass()).toEqual([`unknown ${reason} 1`]);
      world.at('2026-11-23T07:30:00Z');
      expect(await world.pass()).toEqual([]);
      expect(world.sent).toHaveLength(1);
      expect(await world.storage.seenPrompts.list(me)).toHaveLength(1);
    });

    it('stops a plan that nobody can be reached by, until they write again', async () => {
      const me = somebody('kommune');
      const recipient = await world.add(me);
      world.outcome = () => ({ kind: 'unreachable', reason: 'blocked' });
      await seen(world.storage, me, world.now());
      world.at(monday);
      expect(await world.pass()).toEqual(['failed blocked 1']);
      expect((await world.storage.people.load(me))?.unreachableSince).toBeInstanceOf(Date);
      expect(await world.plans.load(recipient, world.now())).toMatchObject({ plan: { on: false, stopped: 'blocked' }, next: undefined });
      world.at('2026-11-24T07:00:00Z');
      expect(await world.pass()).toEqual([]);
      world.outcome = () => ({ kind: 'sent' });
      const woken = await world.plans.wake(recipient, world.now());
      expect(woken).toMatchObject({ plan: { on: true }, again: { next: { localDate: '2026-11-25' } } });
      expect(await world.plans.wake(recipient, world.now())).toEqual({ plan: woken.plan });
      world.at('2026-11-25T07:00:00Z');
      expect(await world.pass()).toEqual(['sent 1']);
    });

    it('keeps a plan whose message was refused', async () => {
      const recipient = await world.add(somebody('kommune'));
      world.outcome = () => ({ kind: 'refused', reason: 'http-413' });
      world.at(monday);
      expect(await world.pass()).toEqual(['failed http-413 1']);
      expect((await world.plans.load(recipient, world.now()))?.plan.on).toBe(true);
    });

    it('goes on when one nudge can not be made, and names no one in the log', async () => {
      const [me, nowhere] = [somebody('kommune'), somebody('kommune')];
      await world.add(me);
      await world.add(nowhere);
      await world.plans.save({ kind: 'person', person: somebody('kommune') }, { exact: true }, world.now());
      const broken = createWorld(database, monday, {
        renderers: {
          renderNudge: () => {
            throw new RangeError(`no card for ${me.entraId}`);
          },
          renderAside: () => ({ summary: '', card: { type: 'AdaptiveCard' } }),
          renderTeamNudge: () => ({ summary: '', card: { type: 'AdaptiveCard' } }),
          renderAppointments: () => ({ summary: '', card: { type: 'AdaptiveCard' } }),
        },
      });
      expect(await broken.pass()).toEqual(['failed no-address 1', 'failed render 2']);
      expect(broken.logged.join()).toContain('RangeError');
      expect(broken.logged.join()).not.toContain(me.entraId);
    });

    it('takes for unknown what an instance was sending when it died, and sends what it had only claimed', async () => {
      const people = [somebody('kommune'), somebody('kommune')];
      for (const person of people) await world.add(person);
      await world.storage.nudgePlans.takeDue(new Date(monday), 10, ({ plan }) => ({
        occurrences: [{ at: new Date(monday), localDate: '2026-11-23', slot: plan.time, verdict: 'due' }],
        next: undefined,
      }));
      const order = { tenant: 'kommune', dueUntil: new Date(monday), now: new Date(monday), rate: 25 };
      world.at(monday);
      await world.wait(0);
      const claim = await world.storage.outbox.claim(order);
      if (claim.kind !== 'claimed' || !claim.nudges[0]) throw new Error(claim.kind);
      expect(await world.storage.outbox.begin(claim.nudges[0], 'sammen/a', new Date(monday))).toBe(true);
      world.at('2026-11-23T07:00:59Z');
      expect(await world.pass()).toEqual([]);
      world.at('2026-11-23T07:01:01Z');
      expect(await world.pass()).toEqual(['sent 1', 'unknown no-news 1']);
      expect(await world.storage.outbox.settle(claim.nudges[0], { state: 'sent', seen: 'sammen/a' }, world.now())).toBe(false);
      expect(await states()).toEqual(['sent', 'sent']);
      expect(world.sent).toHaveLength(1);
    });

    it('sends nothing of a claim that ran out in the meantime', async () => {
      await world.add(somebody('kommune'));
      const slow = createWorld(database, monday, {
        storage: {
          ...world.storage,
          outbox: {
            ...world.storage.outbox,
            begin: async (nudge, prompt, now) => {
              await world.wait(61_000);
              await world.storage.outbox.endLeases(world.now());
              slow.dispatcher.stop(0);
              return world.storage.outbox.begin(nudge, prompt, now);
            },
          },
        },
      });
      slow.at(monday);
      await slow.pass();
      expect(slow.sent).toEqual([]);
      world.at(monday);
      expect(await world.pass()).toEqual(['sent 1']);
    });

    it('keeps to the rate, two instances together', async () => {
      for (let count = 0; count < 60; count += 1) await world.add(somebody('kommune'));
      const times: number[] = [];
      const instance = () => {
        const { outbox } = world.storage;
        const claim: typeof outbox.claim = async (order) => {
          const claimed = await outbox.claim(order);
          if (claimed.kind === 'claimed') times.push(...claimed.nudges.map(({ sendAt }) => sendAt.getTime()));
          return claimed;
        };
        return createWorld(database, monday, { storage: { ...world.storage, outbox: { ...outbox, claim } } });
      };
      const lines = (await Promise.all([instance(), instance()].map((each) => each.pass()))).flat();
      // Whichever comes too late for the plans may end while the other still sends what it took.
      expect(lines.filter((line) => !/^(sent|waiting) /.test(line))).toEqual([]);
      const sent = lines.filter((line) => line.startsWith('sent '));
      expect(sent.reduce((sum, line) => sum + Number(line.replace('sent ', '')), 0)).toBe(60);
      expect(times).toHaveLength(60);
      const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
      expect(busiest).toBeLessThanOrEqual(25);
    });

    it('runs one pass at a time in a process, and stops when told', async () => {
      await world.add(somebody('kommune'));
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      let answer = (_outcome: Outcome) => {};
      world.outcome = () => {
        arrive();
        return new Promise((resolve) => {
          answer = resolve;
        });
      };
      world.at(monday);
      const first = world.pass();
      await arrived;
      expect(await world.dispatcher.runPass(world.now())).toBeUndefined();
      const stopped = world.dispatcher.stop(10_000);
      answer({ kind: 'sent' });
      expect(await first).toEqual(['sent 1']);
      await stopped;
      expect(await world.dispatcher.runPass(world.now())).toBeUndefined();
    });

    it('posts to a team as its plan says, with who made it', async () => {
      await heard(world.storage, team, addressOf('19:team@thread.tacv2'), world.now());
      const maker = { person: somebody('kommune'), name: 'Mette' };
      await world.plans.save(team, { maker, exact: true, subject: { framework: 'sammen', theme: 'tillid' } }, world.now());
      for (const week of ['2026-11-23', '2026-11-30', '2026-12-07']) {
        world.at(`${week}T08:00:00Z`);
        expect(await world.pass()).toEqual(['sent 1']);
      }
      expect(new Set(world.sent.map(({ words }) => words)).size).toBe(3);
      expect(world.sent.map(({ words }) => words)).toContain('Mette: Hvad er tillid?');
      await world.storage.forgetPerson(maker.person);
      world.at('2026-12-14T08:00:00Z');
      await world.pass();
      expect(world.sent.at(-1)?.words).toMatch(/^Nogen: /);
    });

    it('shows what a pass would do without doing it', async () => {
      await world.add(somebody('kommune'));
      world.at('2026-11-24T07:00:00Z');
      const preview = (await world.dispatcher.preview(world.now())).map(({ state, reason, people }) => [state, reason, people]);
      expect(preview).toEqual([
        ['would-send', undefined, 1],
        ['skipped', 'late', 1],
      ]);
      expect(await states()).toEqual([]);
      expect(await world.pass()).toEqual(['sent 1', 'skipped late 1']);
    });

    it('shows nothing of what waits for those that are turned off', async () => {
      const off = new Set<string>();
      world = createWorld(database, sunday, { isServed: (tenant) => !off.has(tenant) });
      await Promise.all(['kommune', 'anden'].map((tenant) => world.add(somebody(tenant))));
      world.outcome = () => ({ kind: 'not-sent', reason: 'no-token' });
      world.at(monday);
      expect(await world.pass()).toEqual(['waiting 2']);
      off.add('anden');
      expect(await world.dispatcher.preview(world.now())).toMatchObject([{ state: 'would-send', people: 1 }]);
    });

    it('reports by local date how nudges ended', async () => {
      for (let count = 0; count < 3; count += 1) await world.add(somebody('kommune'));
      world.outcome = (_to, count) => (count === 1 ? { kind: 'ambiguous', reason: 'timeout' } : { kind: 'sent' });
      world.at(monday);
      await world.pass();
      expect(await world.storage.outbox.report('2026-11-01')).toEqual([
        { day: '2026-11-23', state: 'sent', reason: null, count: 2 },
        { day: '2026-11-23', state: 'unknown', reason: 'timeout', count: 1 },
      ]);
      expect(await world.storage.outbox.report('2026-11-24')).toEqual([]);
    });

    it('reports the day it was where the person is, however early it came there', async () => {
      await world.add(somebody('kommune'), { time: '01:00', zone: 'Pacific/Kiritimati' });
      world.at('2026-11-23T11:05:00Z');
      await world.pass();
      expect(await world.storage.outbox.report('2026-11-24')).toEqual([{ day: '2026-11-24', state: 'sent', reason: null, count: 1 }]);
    });
  });
}
