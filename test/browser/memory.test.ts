/**
 * What the bot remembers of a person, in Microsoft's own test client: their role and their notes, over a restart, until
 * they want it deleted. The pictures are in out/browser.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Place, stores } from '../storage/stores.js';
import { type Chat, openChat } from './chat.js';
import { openPlayground, type Playground } from './playground.js';
import type { Product } from './product.js';

const thought = 'Jeg vil spørge de andre, før jeg selv svarer.';
/** A database on a server needs keys that are not in DATA_DIR. */
const keys = `k1:${Buffer.alloc(32, 'k1').toString('base64')}`;
const mended = 'Jeg spurgte de andre først. Det gav to nye forslag.';

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a person’s memory on ${store.name}, in the playground`, () => {
    let place: Place;
    let playground: Playground;
    let product: Product;
    let browser: Browser;
    let chat: Chat;

    beforeAll(async () => {
      place = await store.create();
      const { dataDir = '', databaseUrl } = place.options;
      const settings: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl, REFLECTION_KEYS: keys } : { DATA_DIR: dataDir };
      playground = await openPlayground(settings);
      ({ product, browser, chat } = playground);
    });
    afterAll(async () => {
      await playground?.close();
      await place?.drop();
    });

    const picture = (name: string) => chat.picture(`memory-${store.name}-${name}`);
    const reopen = async () => {
      await chat.close();
      chat = await openChat(browser, product.url);
    };

    it('begins with one welcome, however often the page is opened', async () => {
      await chat.welcome();
      await reopen();
      await chat.say('hej');
      expect(chat.count()).toBe(1);
    });

    it('keeps the role that was said, and that was chosen on a card', async () => {
      const said = await chat.say('jeg er kontorchef i Aarhus');
      await said.getByText('kontorchef · Aarhus Børn og Unge 2024').waitFor();
      const form = await chat.say('jeg vil gerne skifte min rolle');
      await chat.choose(form, 'Dit ledelsesgrundlag', 'Sammen-grundlaget');
      const roles = await chat.change(form, 'Videre til roller', 'Din rolle i Sammen-grundlaget');
      await chat.change(roles, 'Gem min rolle', 'Vælg en rolle, før du gemmer.');
      await chat.choose(roles, 'Din rolle i Sammen-grundlaget', 'Chef');
      const saved = await chat.change(roles, 'Gem min rolle', 'chef · Sammen-grundlaget');
      await picture('1-role');
      const mine = await chat.press(saved, 'Vis hele rollen');
      await mine.getByText('Sammen sikrer vi driften', { exact: true }).waitFor();
      await chat.say('jeg er kontorchef i Aarhus');
      const asked = await chat.say('hvad forventes der af mig?');
      await asked.getByText('Kontorchefer', { exact: true }).waitFor();
    });

    it('keeps a note, and finds, opens and mends it', async () => {
      const question = await chat.say('giv mig et refleksionsspørgsmål');
      await chat.change(question, 'Gem', 'Skriv noget, før du gemmer.');
      await question.getByRole('textbox').fill(thought);
      await chat.change(question, 'Gem', 'Din note er gemt.');
      const list = await chat.say('mine refleksioner');
      await list.getByText(thought).waitFor();
      await picture('2-list');
      const note = await chat.change(list, /Åbn noten/, 'I Ledelseskompas kan kun du åbne den.');
      const edit = await chat.change(note, 'Ret noten', 'Din note. I Ledelseskompas kan kun du åbne den.');
      await edit.getByRole('textbox').fill(mended);
      await chat.change(edit, 'Gem ændringer', 'Dine ændringer er gemt.');
      await picture('3-mended');
    });

    it('outlives a restart, with no second welcome', async () => {
      await product.restart();
      await reopen();
      const list = await chat.say('mine refleksioner');
      await list.getByText(mended).waitFor();
      expect(chat.count()).toBe(1);
      const asked = await chat.say('hvad forventes der af mig?');
      await asked.getByText('Kontorchefer', { exact: true }).waitFor();
    });

    it('is exported in words, and deleted when said twice', async () => {
      const exported = await chat.say('eksportér mine data');
      await exported.getByText(mended).waitFor();
      await picture('4-export');
      const kept = await chat.say('slet mine data');
      await picture('5-asks');
      await chat.change(kept, 'Nej, behold det', 'Der er ikke slettet noget.');
      const sure = await chat.say('slet mine data');
      const deleted = await chat.press(sure, 'Ja, slet alt om mig');
      await deleted.getByText('Alt om dig er slettet').waitFor();
      await picture('6-deleted');
    });

    it('is gone then', async () => {
      const asked = await chat.say('hvad forventes der af mig?');
      await asked.getByText('Hvad er din rolle?').waitFor();
      const list = await chat.say('mine refleksioner');
      await list.getByText('Du har ikke gemt nogen noter endnu.').waitFor();
      await picture('7-gone');
      expect(chat.faults).toEqual([]);
    });
  });
}
