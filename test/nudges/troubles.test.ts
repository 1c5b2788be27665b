import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DispatchParts } from '../../src/nudges/dispatch.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import type { Database } from '../../src/storage/database.js';
import { type Place, somebody, stores } from '../storage/stores.js';
import { createWorld, openWithClock, short, type World } from './world.js';

const minuteMs = 60_000;
const sunday = '2026-11-22T12:00:00Z';
const monday = '2026-11-23T07:00:00Z';
const notSent: Outcome = { kind: 'not-sent', reason: 'no-token' };
const nobodyAnswers = new Promise<Outcome>(() => undefined);

/** A promise to wait for, and how to keep it. */
function createSignal(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`trouble while sending, on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let world: World;

    const create = async (people: number, changes: Partial<DispatchParts> = {}, tenant = 'kommune') => {
      world = createWorld(database, sunday, changes);
      const all = [];
      for (let index = 0; index < people; index += 1) {
        const person = somebody(tenant);
        await world.add(person);
        all.push(person);
      }
      return all;
    };
    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    const rows = () => database.db.selectFrom('deliveries').selectAll().orderBy('due_at').execute();
    const states = async () => {
      const names = (await rows()).map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));
      return Object.fromEntries([...new Set(names)].sort().map((name) => [name, names.filter((each) => each === name).length]));
    };
    const levels = (level: number) => world.logged.map((line) => JSON.parse(line)).filter((line) => line.level === level);

    describe('that keeps messages from leaving', () => {
      it('lets them wait within the grace, shows no question as seen, and says so once', async () => {
        const [me] = await create(3);
        world.outcome = () => notSent;
        world.at(monday);
        for (let minute = 0; minute < 10; minute += 1) {
          expect(await world.tick()).toEqual(['waiting 3']);
          await world.wait(minuteMs);
        }
        expect(me && (await world.storage.seenPrompts.list(me))).toEqual([]);
        expect((await rows()).map(({ prompt }) => prompt)).toEqual([null, null, null]);
        expect(levels(50)).toMatchObject([{ reason: 'no-token' }]);
        world.outcome = () => ({ kind: 'sent' });
        for (let minute = 0; minute < 10; minute += 1) {
          await world.tick();
          await world.wait(minuteMs);
        }
        expect(await states()).toEqual({ sent: 3 });
        expect(levels(30)).toMatchObject([{ msg: 'nudges leave again' }]);
        expect(me && (await world.storage.seenPrompts.list(me))).toHaveLength(1);
      });

      it('skips them as late when the grace is over, and says so again when it happens again', async () => {
        await create(2);
        world.outcome = () => notSent;
        world.at(monday);
        await world.tick();
        world.at('2026-11-23T09:00:00Z');
        expect(await world.tick()).toEqual(['skipped late 2']);
        world.outcome = () => ({ kind: 'sent' });
        world.at('2026-11-24T07:00:00Z');
        expect(await world.tick()).toEqual(['sent 2']);
        world.outcome = () => notSent;
        world.at('2026-11-25T07:00:00Z');
        await world.tick();
        expect(levels(50)).toHaveLength(2);
      });

      it('ends the pass for that tenant at the third, tries one a minute from then on, and lets another tenant go', async () => {
        await create(120);
        const other = somebody('anden');
        await world.add(other);
        world.outcome = (to) => (to === other.entraId ? { kind: 'sent' } : notSent);
        world.at(monday);
        expect(await world.tick()).toEqual(['sent 1', 'waiting 120']);
        const first = world.sent.length;
        expect(first).toBeLessThanOrEqual(1 + 3 + 50);
        for (let minute = 1; minute <= 20; minute += 1) {
          await world.wait(minuteMs);
          expect(await world.tick()).toEqual(['waiting 120']);
        }
        expect(world.sent).toHaveLength(first + 20);
        world.outcome = () => ({ kind: 'sent' });
        for (let minute = 0; minute < 9; minute += 1) {
          await world.wait(minuteMs);
          await world.tick();
        }
        expect(await states()).toEqual({ sent: 121 });
      });

      it('keeps nobody waiting for those whose host is gone', async () => {
        const all = await create(90);
        const gone = new Set(all.filter((_, index) => index % 3 === 0).map(({ entraId }) => entraId));
        world.outcome = (to) => (gone.has(to) ? { kind: 'not-sent', reason: 'SendFailed-unreached' } : { kind: 'sent' });
        world.at(monday);
        for (let minute = 0; minute < 15; minute += 1) {
          await world.tick();
          await world.wait(minuteMs);
        }
        expect(await states()).toEqual({ due: 30, sent: 60 });
      });

      it('waits longer each time and apart from others, but never long beside the grace', async () => {
        const chances = [0, 0.999];
        await create(1, { chance: () => chances[0] ?? 0 });
        world.outcome = () => notSent;
        world.at(monday);
        const waits: number[] = [];
        for (let index = 0; index < 8; index += 1) {
          await world.tick();
          const [row] = await rows();
          waits.push(Date.parse(row?.not_before ?? '') - world.now().getTime());
          await world.wait(waits.at(-1) ?? 0);
          if (index === 5) chances.shift();
        }
        // The first pass tries three times.
        expect(waits.slice(0, 6)).toEqual([80_000, 160_000, 300_000, 300_000, 300_000, 300_000]);
        expect(waits.slice(6).every((wait) => wait > 300_000 && wait <= 450_000)).toBe(true);
      });
    });

    describe('that breaks a pass off', () => {
      it('tells all the same of what had left, also of what was on its way', async () => {
        await create(3);
        const { nudgePlans } = world.storage;
        let looks = 0;
        const [begun, answer] = [createSignal(), createSignal()];
        const breakOff = async (): Promise<never> => {
          await begun.given;
          answer.give();
          throw new Error('away');
        };
        const takeDue: typeof nudgePlans.takeDue = (...all) => {
          looks += 1;
          return looks > 1 ? breakOff() : nudgePlans.takeDue(...all);
        };
        const breaking = createWorld(database, monday, { storage: { ...world.storage, nudgePlans: { ...nudgePlans, takeDue } } });
        await breaking.wait(0);
        breaking.outcome = async () => {
          begun.give();
          await answer.given;
          return { kind: 'sent' };
        };
        const told: string[] = [];
        await expect(breaking.dispatcher.runPass(undefined, 60_000, (lines) => told.push(...short(lines)))).rejects.toThrow('away');
        expect(breaking.sent.length).toBeGreaterThan(0);
        expect(told).toEqual([`sent ${breaking.sent.length}`]);
        expect(await states()).toMatchObject({ sent: breaking.sent.length });
      });
    });

    describe('that is a switch thrown meanwhile', () => {
      it('ends the part of a pass, which goes in no circles', async () => {
        let isOn = true;
        let claims = 0;
        await create(60);
        const { outbox } = world.storage;
        const turned = createWorld(database, monday, {
          isServed: () => isOn,
          rate: 10,
          storage: {
            ...world.storage,
            outbox: {
              ...outbox,
              claim: (order) => {
                claims += 1;
                return outbox.claim(order);
              },
            },
          },
        });
        await turned.wait(0);
        turned.outcome = () => {
          isOn = false;
          return { kind: 'sent' };
        };
        const [sent, waiting] = (await turned.tick()).map((line) => Number(line.split(' ').at(-1)));
        expect((sent ?? 0) + (waiting ?? 0)).toBe(60);
        expect(claims).toBeLessThanOrEqual(3);
      });
    });

    describe('that hangs', () => {
      it('leaves what was begun to its lease, goes on with the rest, and names it once', async () => {
        await create(3, { deliveryMs: 2_000 });
        world.outcome = (_to, count) => (count < 3 ? nobodyAnswers : { kind: 'sent' });
        world.at(monday);
        expect(await world.tick()).toEqual(['sent 1']);
        expect(await states()).toEqual({ sending: 2, sent: 1 });
        expect(levels(50)).toMatchObject([{ error: { name: 'TimeOver' }, faults: 2 }]);
        await world.wait(61_000);
        expect(await world.tick()).toEqual(['unknown no-news 2']);
        expect(world.sent).toHaveLength(3);
      });

      it('leaves what was not begun to be sent later', async () => {
        await create(2, { deliveryMs: 2_000 });
        const { outbox } = world.storage;
        let asked = 0;
        const stuck = createWorld(database, monday, {
          deliveryMs: 2_000,
          storage: {
            ...world.storage,
            outbox: {
              ...outbox,
              gather: (nudge) => {
                asked += 1;
                return asked === 1 ? new Promise(() => undefined) : outbox.gather(nudge);
              },
            },
          },
        });
        expect(await stuck.tick()).toEqual(['sent 1']);
        expect(await states()).toEqual({ claimed: 1, sent: 1 });
        await stuck.wait(61_000);
        expect(await stuck.tick()).toEqual(['sent 1']);
      });

      it('keeps neither another tenant nor the next pass waiting, even where a pass hangs as a whole', async () => {
        await create(1, { deliveryMs: 2_000 });
        const other = somebody('anden');
        await world.add(other);
        const { outbox } = world.storage;
        const stuck = createWorld(database, monday, {
          deliveryMs: 2_000,
          storage: {
            ...world.storage,
            outbox: { ...outbox, claim: (order) => (order.tenant === 'kommune' ? new Promise(() => undefined) : outbox.claim(order)) },
          },
        });
        await stuck.wait(0);
        const lines = await stuck.dispatcher.runPass(undefined, 1);
        expect(lines).toMatchObject([{ state: 'sent', people: 1 }]);
        expect(stuck.sent.map(({ conversation }) => conversation)).toEqual([other.entraId]);
        expect(stuck.logged.map((line) => JSON.parse(line).msg)).toEqual([
          'a pass took longer than it may: what it began is left to its leases',
        ]);
        expect(await world.tick()).toEqual(['sent 1']);
      });

      it('notes what is known late: after its own time, and after its lease', async () => {
        await create(2, { deliveryMs: 2_000 });
        const answers: ((outcome: Outcome) => void)[] = [];
        world.outcome = () => new Promise((resolve) => void answers.push(resolve));
        const settled = createSignal();
        let left = 2;
        const { outbox } = world.storage;
        const slow = createWorld(database, monday, {
          deliveryMs: 2_000,
          messenger: world.parts.messenger,
          storage: {
            ...world.storage,
            outbox: {
              ...outbox,
              settle: async (...args) => {
                const isFirst = await outbox.settle(...args);
                left -= 1;
                if (left === 0) settled.give();
                return isFirst;
              },
            },
          },
        });
        expect(await slow.tick()).toEqual([]);
        expect(answers).toHaveLength(2);
        answers[0]?.({ kind: 'sent' });
        await slow.wait(61_000);
        await slow.storage.outbox.endLeases(slow.now());
        answers[1]?.({ kind: 'sent' });
        await settled.given;
        expect(await states()).toEqual({ sent: 2 });
      });
    });

    describe('that does not end', () => {
      it('ends a pass at its time, and the next goes on', async () => {
        await create(60, { rate: 1 });
        world.at(monday);
        await world.wait(0);
        const lines = await world.dispatcher.runPass(undefined, 20_000);
        expect(lines?.map(({ state }) => state)).toEqual(['sent', 'waiting']);
        expect(lines?.[0]?.people).toBeLessThan(25);
        expect(await states()).toEqual({ due: lines?.[1]?.people, sent: lines?.[0]?.people });
        expect(await world.tick()).toEqual([`sent ${lines?.[1]?.people}`]);
      });
    });

    describe('when the service stops', () => {
      it('gives back what was not begun, lets what was begun finish, and claims nothing more', async () => {
        await create(80);
        const arrived = createSignal();
        const answer = createSignal();
        world.outcome = async (_to, count) => {
          if (count === 50) arrived.give();
          await answer.given;
          return { kind: 'sent' };
        };
        world.at(monday);
        const pass = world.tick();
        await arrived.given;
        const stopped = world.dispatcher.stop(60_000);
        answer.give();
        await stopped;
        expect(await pass).toEqual(['sent 50', 'waiting 30']);
        expect(await states()).toEqual({ due: 30, sent: 50 });
        expect((await rows()).filter(({ state }) => state === 'due').map(({ attempts }) => attempts)).toEqual(Array(30).fill(0));
        const next = createWorld(database, monday);
        expect(await next.tick()).toEqual(['sent 30']);
      });

      it('never waits longer than it may, whatever hangs, and gives back what it can', async () => {
        await create(80);
        const arrived = createSignal();
        world.outcome = (_to, count) => {
          if (count === 50) arrived.give();
          return nobodyAnswers;
        };
        world.at(monday);
        void world.tick().catch(() => undefined);
        await arrived.given;
        await world.dispatcher.stop(300);
        expect(await states()).toEqual({ due: 30, sending: 50 });
      });

      it('never waits for a database that hangs', async () => {
        await create(1);
        const arrived = createSignal();
        const { outbox } = world.storage;
        const claim = () => {
          arrived.give();
          return new Promise<never>(() => undefined);
        };
        const stuck = createWorld(database, monday, {
          storage: { ...world.storage, outbox: { ...outbox, claim, giveBack: () => new Promise(() => undefined) } },
        });
        void stuck.tick().catch(() => undefined);
        await arrived.given;
        await stuck.dispatcher.stop(50);
        expect(await stuck.dispatcher.runPass()).toBeUndefined();
      });
    });

    it('sends everything within the grace through an outage of the login, silent and then refusing', async () => {
      await create(300);
      const table: Record<string, string | number>[] = [];
      const periods = [
        { name: 'silent', minutes: 15, answer: () => world.wait(5_000).then(() => notSent) },
        { name: 'refusing', minutes: 25, answer: () => notSent },
        { name: 'back', minutes: 12, answer: (): Outcome => ({ kind: 'sent' }) },
      ];
      world.at(monday);
      for (const { name, minutes, answer } of periods) {
        world.outcome = answer;
        const before = world.sent.length;
        const until = world.now().getTime() + minutes * minuteMs;
        while (world.now().getTime() < until) {
          await world.tick();
          await world.wait(minuteMs - (world.now().getTime() % minuteMs));
        }
        const { sent = 0, due = 0, ...others } = await states();
        table.push({ login: name, minutes, tries: world.sent.length - before, sent, waiting: due, others: JSON.stringify(others) });
      }
      console.table(table);
      expect(table.map(({ sent, waiting, others }) => [sent, waiting, others])).toEqual([
        [0, 300, '{}'],
        [0, 300, '{}'],
        [300, 0, '{}'],
      ]);
      // One a minute.
      expect(table[1]?.['tries']).toBeLessThanOrEqual(25);
      expect(levels(50)).toHaveLength(1);
    });
  });
}
