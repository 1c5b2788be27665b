import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { personal } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import { createFarewell, type Farewell } from '../../src/nudges/farewell.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import { findMessageFaults } from '../cards/rules.js';
import { at, type Place, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonOf, textOf, type Visitor, visit } from '../support/visitor.js';

const ends = { retentionDays: 30, inactiveDays: 400 };
const on = (day: number) => at(day * 24 * 60);
const going = () => false;

for (const store of stores) {
  describe.skipIf(!store.isHere)(`people who have been silent for long, on ${store.name}`, () => {
    let place: Place;
    let product: Product;
    let outside: Outside;
    let mette: Visitor;
    let farewell: Farewell;
    let logged: string[];

    beforeEach(async () => {
      place = await store.create();
      [outside, logged] = [createOutside(), []];
      product = await openProduct(place.options, { outside });
      farewell = createFarewell({
        storage: product.storage,
        messenger: outside.messenger,
        cardsOf: () => product.compass.cards,
        inactiveDays: ends.inactiveDays,
        clock: () => product.now,
        log: createLog('info', { write: (line) => void logged.push(line) }),
      });
      mette = await arrive('mette');
    });
    afterEach(async () => {
      await product.close();
      await place.drop();
    });

    async function arrive(name: string): Promise<Visitor> {
      const visitor = visit(product, name);
      await visitor.say('jeg er kontorchef i Aarhus');
      const address = { serviceUrl: 'https://smba.example/', conversation: `a:${name}`, userId: `29:${name}` };
      await heard(product.storage, personal(visitor.key), address, at(0));
      return visitor;
    }
    async function goOn(until: number): Promise<void> {
      product.now = on(until);
      await product.storage.sweep(product.now, ends);
      await farewell(going);
    }
    const isKept = async ({ key }: Visitor) => (await product.storage.exportPerson(key)).length > 0;

    it('are told once, thirty days before, in their own chat, and when', async () => {
      await goOn(369);
      expect(outside.sent).toEqual([]);
      for (const each of [370, 371, 399]) await goOn(each);
      expect(outside.sent.map(({ address }) => address.conversation)).toEqual(['a:mette']);
      const [message] = outside.sent.map((each) => each.message);
      expect(textOf([message as Message])).toContain('Efter den 29. december 2027 sletter jeg derfor alt');
      expect(findMessageFaults(message as Message)).toEqual([]);
      expect(logged.join()).not.toMatch(/mette|a:/);
      await goOn(400);
      expect(await isKept(mette)).toBe(false);
    });

    it('keep it all with one press, or by writing', async () => {
      const lars = await arrive('lars');
      await goOn(370);
      const card = outside.sent.filter(({ address }) => address.conversation === 'a:mette').map(({ message }) => message);
      const { data } = buttonOf(card, 'Behold det hele');
      const kept = await mette.happen({ kind: 'action', data, invoke: true }, { at: on(380) });
      expect(textOf(kept)).toContain('Der er ikke slettet noget.');
      await lars.say('hej', { at: on(399) });
      await goOn(400);
      expect([await isKept(mette), await isKept(lars)]).toEqual([true, true]);
      await goOn(401);
      expect(outside.sent).toHaveLength(2);
    });

    it('are told in the language they chose', async () => {
      await product.storage.profiles.save(mette.key, { language: 'en' }, at(0));
      await goOn(370);
      expect(textOf(outside.sent.map(({ message }) => message))).toContain('After 29 December 2027 I will therefore delete everything');
    });

    it.each<[string, Outcome]>([
      ['refused', { kind: 'refused', reason: 'http-400' }],
      ['without news', { kind: 'ambiguous', reason: 'timeout' }],
    ])('end as well when the message is %s, and get no second one', async (_, how) => {
      outside.outcome = () => how;
      for (const each of [370, 371, 399]) await goOn(each);
      expect(outside.sent).toHaveLength(1);
      expect(await isKept(mette)).toBe(true);
      await goOn(400);
      expect(await isKept(mette)).toBe(false);
    });

    it('end as well when nobody knows where to reach them, or Teams says that nobody can', async () => {
      const [anna, lars] = [await arrive('anna'), visit(product, 'lars')];
      await lars.say('hej');
      outside.outcome = () => ({ kind: 'unreachable', reason: 'blocked' });
      await goOn(370);
      expect((await product.storage.people.load(anna.key))?.unreachableSince).toEqual(on(370));
      await goOn(400);
      expect(await Promise.all([mette, anna, lars].map(isKept))).toEqual([false, false, false]);
    });

    it('are told the next day when Teams takes nothing, and nobody else is tried until then', async () => {
      await arrive('lars');
      outside.outcome = () => ({ kind: 'throttled' });
      await goOn(370);
      expect(outside.sent).toHaveLength(1);
      outside.outcome = () => ({ kind: 'sent' });
      await goOn(371);
      expect(outside.sent).toHaveLength(3);
      expect(textOf([outside.sent[2]?.message as Message])).toContain('29. december 2027');
    });

    it('are told that they have thirty days, also after the service stood still', async () => {
      await goOn(1_000);
      expect(textOf(outside.sent.map(({ message }) => message))).toContain('19. september 2029');
      await goOn(1_029);
      expect(await isKept(mette)).toBe(true);
    });

    it('have their days anew while everything is stopped and nobody can be told, and not where they were', async () => {
      const anna = await arrive('anna');
      await heard(product.storage, personal(anna.key), { serviceUrl: 'https://smba.example/', conversation: 'a:anna' }, on(20));
      await goOn(370);
      for (const day of [390, 405, 440]) {
        product.now = on(day);
        await product.storage.sweep(product.now, { ...ends, isQuiet: true });
      }
      expect(await Promise.all([mette, anna].map(isKept))).toEqual([false, true]);
      await goOn(441);
      expect(outside.sent.map(({ address }) => address.conversation)).toEqual(['a:mette', 'a:anna']);
      await goOn(469);
      expect(await isKept(anna)).toBe(true);
      await goOn(470);
      expect(await isKept(anna)).toBe(false);
    });

    it('are not told after the service began to stop', async () => {
      product.now = on(370);
      await product.storage.sweep(product.now, ends);
      await farewell(() => true);
      expect(outside.sent).toEqual([]);
      expect(await product.storage.people.listUntold(10)).toHaveLength(1);
    });

    it('are not silent while they write among others, or take a message', async () => {
      await mette.say('hej', { at: on(300), conversation: { id: '19:team', kind: 'channel' } });
      await goOn(400);
      expect(outside.sent).toEqual([]);
      await product.storage.people.glimpsed(mette.key, on(500));
      await goOn(700);
      expect([outside.sent, await isKept(mette)]).toEqual([[], true]);
    });

    it('are not known for having written among others', async () => {
      const bo = visit(product, 'bo');
      await bo.say('hvad er fælles for alle ledere', { conversation: { id: '19:team', kind: 'channel' } });
      expect(await product.storage.people.load(bo.key)).toBeUndefined();
    });
  });
}
