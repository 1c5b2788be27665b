import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { personal } from '../../src/conversation/person.js';
import type { Address } from '../../src/conversation/ports.js';
import { createLog } from '../../src/log.js';
import { createFarewell, type Farewell } from '../../src/nudges/farewell.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import { findMessageFaults } from '../cards/rules.js';
import { buttonOf, compass, type Home, openHome, start, textOf, type Visitor, visit } from '../people/world.js';
import { type Place, stores } from '../storage/stores.js';

const ends = { retentionDays: 30, inactiveDays: 400 };
const on = (day: number) => new Date(start.getTime() + day * 86_400_000);
const going = () => false;

for (const store of stores) {
  describe.skipIf(!store.isHere)(`people who have been silent for long, on ${store.name}`, () => {
    let place: Place;
    let home: Home;
    let mette: Visitor;
    let day: number;
    let sent: { address: Address; message: Message }[];
    let outcome: (conversation: string) => Outcome;
    let farewell: Farewell;
    let logged: string[];

    beforeEach(async () => {
      place = await store.create();
      home = await openHome(place.options);
      [day, sent, logged, outcome] = [0, [], [], () => ({ kind: 'sent' })];
      farewell = createFarewell({
        storage: home.storage,
        messenger: {
          async send(address, message) {
            sent.push({ address, message });
            return outcome(address.conversation);
          },
        },
        cards: compass.cards,
        inactiveDays: ends.inactiveDays,
        clock: () => on(day),
        log: createLog('info', { write: (line) => void logged.push(line) }),
      });
      mette = await arrive('mette');
    });
    afterEach(async () => {
      await home.close();
      await place.drop();
    });

    async function arrive(name: string): Promise<Visitor> {
      const visitor = visit(home.bot, name);
      await visitor.say('jeg er kontorchef i Aarhus');
      const address = { serviceUrl: 'https://smba.example/', conversation: `a:${name}`, userId: `29:${name}` };
      await home.storage.addresses.save(personal(visitor.key), address, start);
      return visitor;
    }
    async function goOn(until: number): Promise<void> {
      day = until;
      await home.storage.sweep(on(day), ends);
      await farewell(going);
    }
    const isKept = async ({ key }: Visitor) => (await home.storage.exportPerson(key)).length > 0;

    it('are told once, thirty days before, in their own chat, and when', async () => {
      await goOn(369);
      expect(sent).toEqual([]);
      for (const each of [370, 371, 399]) await goOn(each);
      expect(sent.map(({ address }) => address.conversation)).toEqual(['a:mette']);
      const [message] = sent.map((each) => each.message);
      expect(textOf([message as Message])).toContain('Efter den 29. december 2027 sletter jeg derfor alt');
      expect(findMessageFaults(message as Message)).toEqual([]);
      expect(logged.join()).not.toMatch(/mette|a:/);
      await goOn(400);
      expect(await isKept(mette)).toBe(false);
    });

    it('keep it all with one press, or by writing', async () => {
      const lars = await arrive('lars');
      await goOn(370);
      const card = sent.filter(({ address }) => address.conversation === 'a:mette').map(({ message }) => message);
      const { data } = buttonOf(card, 'Behold det hele');
      const kept = await mette.happen({ kind: 'action', data, invoke: true }, { at: on(380) });
      expect(textOf(kept)).toContain('Der er ikke slettet noget.');
      await lars.say('hej', { at: on(399) });
      await goOn(400);
      expect([await isKept(mette), await isKept(lars)]).toEqual([true, true]);
      await goOn(401);
      expect(sent).toHaveLength(2);
    });

    it('are told in the language they chose', async () => {
      await home.storage.profiles.save(mette.key, { language: 'en' }, start);
      await goOn(370);
      expect(textOf(sent.map(({ message }) => message))).toContain('After 29 December 2027 I will therefore delete everything');
    });

    it.each<[string, Outcome]>([
      ['refused', { kind: 'refused', reason: 'http-400' }],
      ['without news', { kind: 'ambiguous', reason: 'timeout' }],
    ])('end as well when the message is %s, and get no second one', async (_, how) => {
      outcome = () => how;
      for (const each of [370, 371, 399]) await goOn(each);
      expect(sent).toHaveLength(1);
      expect(await isKept(mette)).toBe(true);
      await goOn(400);
      expect(await isKept(mette)).toBe(false);
    });

    it('end as well when nobody knows where to reach them, or Teams says that nobody can', async () => {
      const [anna, lars] = [await arrive('anna'), visit(home.bot, 'lars')];
      await lars.say('hej');
      outcome = () => ({ kind: 'unreachable', reason: 'blocked' });
      await goOn(370);
      expect((await home.storage.people.load(anna.key))?.unreachableSince).toEqual(on(370));
      await goOn(400);
      expect(await Promise.all([mette, anna, lars].map(isKept))).toEqual([false, false, false]);
    });

    it('are told the next day when Teams takes nothing, and nobody else is tried until then', async () => {
      await arrive('lars');
      outcome = () => ({ kind: 'throttled' });
      await goOn(370);
      expect(sent).toHaveLength(1);
      outcome = () => ({ kind: 'sent' });
      await goOn(371);
      expect(sent).toHaveLength(3);
      expect(textOf([sent[2]?.message as Message])).toContain('29. december 2027');
    });

    it('are told that they have thirty days, also after the service stood still', async () => {
      await goOn(1_000);
      expect(textOf(sent.map(({ message }) => message))).toContain('19. september 2029');
      await goOn(1_029);
      expect(await isKept(mette)).toBe(true);
    });

    it('are not told after the service began to stop', async () => {
      day = 370;
      await home.storage.sweep(on(day), ends);
      await farewell(() => true);
      expect(sent).toEqual([]);
      expect(await home.storage.people.listUntold(10)).toHaveLength(1);
    });

    it('are not silent while they write among others, or take a message', async () => {
      await mette.say('hej', { at: on(300), conversation: { id: '19:team', kind: 'channel' } });
      await goOn(400);
      expect(sent).toEqual([]);
      await home.storage.people.glimpsed(mette.key, on(500));
      await goOn(700);
      expect([sent, await isKept(mette)]).toEqual([[], true]);
    });

    it('are not known for having written among others', async () => {
      const bo = visit(home.bot, 'bo');
      await bo.say('hvad er fælles for alle ledere', { conversation: { id: '19:team', kind: 'channel' } });
      expect(await home.storage.people.load(bo.key)).toBeUndefined();
    });
  });
}
