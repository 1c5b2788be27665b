import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actSchema } from '../../src/cards/acts.js';
import type { Message } from '../../src/cards/message.js';
import type { NoteSubject } from '../../src/people/ports.js';
import { findMessageFaults } from '../cards/rules.js';
import { type Place, stores } from '../storage/stores.js';
import { library } from '../support/content.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonOf, buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

/** Wednesday. */
const now = new Date('2026-11-25T09:00:00+01:00');
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+01:00`);
const [first, second] = (library.framework('aarhus-bu-2024')?.themes ?? []).map(({ id, label }) => ({ id, label: label.text }));
if (!first || !second) throw new Error('no themes');
const [prompt] = library.prompts;
const about = (theme?: string, framework = 'aarhus-bu-2024'): NoteSubject => ({ prompt: prompt?.id ?? '', framework, theme });

for (const store of stores) {
  describe.skipIf(!store.isHere)(`notes of a time, on ${store.name}`, () => {
    let place: Place;
    let product: Product;
    let mette: Visitor;

    beforeEach(async () => {
      place = await store.create();
      product = await openProduct(place.options);
      mette = visit(product);
    });
    afterEach(async () => {
      await product.close();
      await place.drop();
    });

    const write = async (text: string, at: Date, subject = about(first.id), who = mette) =>
      product.storage.notes.add(who.key, subject, text, at);
    const say = async (text: string, at = now) => {
      const reply = await mette.say(text, { at });
      for (const each of reply) expect(findMessageFaults(each as Message)).toEqual([]);
      return reply;
    };

    it('are those of the days that were asked for, midnight to midnight where the person is', async () => {
      await write('søndag før', on('2026-11-15', '23:59'));
      await write('mandag', on('2026-11-16', '00:00'));
      await write('søndag', on('2026-11-22', '23:59'));
      await write('mandag efter', on('2026-11-23', '00:00'));
      const reply = await say('mine noter fra sidste uge');
      expect(textOf(reply)).toMatch(/^Dine noter fra sidste uge\n2 noter · 16\.–22\. november\n/);
      expect(textOf(reply)).toContain('søndag');
      expect(textOf(reply)).not.toMatch(/før|efter\b/);
      expect(textOf(await say('hvad skrev jeg i mandags'))).toMatch(/^Dine noter fra i mandags\n1 note · 23\. november\n/);
      expect(textOf(await say('mine noter fra november 2025'))).toMatch(/^Ingen noter fra november\n1\.–30\. november 2025\n/);
      expect(textOf(await mette.press(reply, 'Vis alle noter'))).toContain('4 noter');
    });

    it('are paged within the same days, also on another day', async () => {
      for (let n = 1; n <= 7; n += 1) await write(`tanke ${n}`, on('2026-11-17', `12:0${n}`));
      await write('ny tanke', on('2026-11-24'));
      const page = await say('mine noter fra sidste uge');
      expect(textOf(page)).toContain('7 noter · 16.–22. november · Side 1 af 2');
      const older = await mette.press(page, 'Vis ældre', {}, { at: on('2026-12-02') });
      expect(textOf(older)).toMatch(/^Dine noter fra 16\.–22\. november\n7 noter · Side 2 af 2\n/);
      expect(textOf(older).match(/tanke \d/g)).toEqual(['tanke 2', 'tanke 1']);
      const { act } = buttonOf(page, 'Vis ældre').data as { act: unknown };
      expect(actSchema.parse(JSON.parse(JSON.stringify(act)))).toEqual(act);
    });

    it('are searched within the days, and the words of the time are not looked for', async () => {
      await write('feedback i oktober', on('2026-10-05'));
      await write('feedback i november', on('2026-11-05'));
      await write('noget andet', on('2026-10-06'));
      const reply = await say('hvad har jeg noteret om feedback i oktober');
      expect(textOf(reply)).toContain('1 note · 1.–31. oktober');
      expect(textOf(reply)).toContain('feedback i oktober');
    });

    it('that do not exist are said kindly, with two ways on', async () => {
      await write('en', on('2026-11-24'));
      for (const [text, title] of [
        ['mine noter fra sidste uge', 'Ingen noter fra sidste uge'],
        ['mine noter fra næste uge', 'Det er ikke sket endnu'],
        ['mine noter fra den 31. november', 'Den dag kender kalenderen ikke'],
        ['hvad skrev jeg i ferien', 'Hvornår var det?'],
      ] as const) {
        const reply = await say(text);
        expect(textOf(reply), text).toContain(title);
        expect(buttonsOf(reply).map((button) => button.title)).toEqual(['Vis alle noter', 'Skriv en note']);
      }
    });

    it('are followed by those of another time', async () => {
      await write('fra oktober', on('2026-10-05'));
      await say('mine noter');
      expect(textOf(await say('og i oktober?'))).toContain('Dine noter fra oktober');
    });

    it('are summarised in numbers, in nobody else’s words', async () => {
      await write('med mine ord', on('2026-11-17'));
      await write('og flere', on('2026-11-18'));
      const text = textOf(await say('opsummer mine noter fra sidste uge'));
      expect(text).toContain(`Mest om ${first.label} (2).`);
      expect(text).toContain('Her er dine noter, som du skrev dem.');
      expect(text).toContain('med mine ord');
    });

    it('are counted by theme, the owner’s alone, with honest words for what is gone', async () => {
      for (const day of ['01', '02', '03']) await write('a', on(`2026-11-${day}`));
      await write('b', on('2026-11-04'), about(second.id));
      await write('c', on('2026-11-05'), about('borte'));
      await write('d', on('2026-11-06'), about('borte', 'nedlagt'));
      await write('e', on('2025-11-06'), about());
      await write('f', on('2026-11-07'), about(second.id), visit(product, 'lars'));
      const reply = await say('hvilke temaer har jeg skrevet mest om');
      const text = textOf(reply);
      expect(text).toContain(`Mest om ${first.label}: 3 af dine 7 noter.`);
      expect(text).toMatch(/Temaer, der ikke findes længere\n2 noter/);
      expect(text).toMatch(/Uden et tema\n1 note/);
      expect(textOf(await mette.press(reply, '3 noter'))).toContain(first.label);
      expect(textOf(await say('hvad har jeg skrevet mest om i år'))).toContain('3 af dine 6 noter');
    });

    it('are counted where there is none, and where all are of one', async () => {
      expect(textOf(await say('hvad skriver jeg mest om'))).toContain('Du har ikke gemt nogen noter endnu');
      await write('a', on('2026-11-01'));
      expect(textOf(await say('hvad skriver jeg mest om'))).toContain(`Mest om ${first.label}: 1 af din ene note.`);
    });

    it('leave nothing of what they are about behind', async () => {
      await write('a', on('2026-11-01'));
      await say('mine noter');
      const before = await product.rows();
      await say('hvad har jeg skrevet mest om i år');
      expect(await product.rows()).toEqual(before);
      const stored = await product.storage.exportPerson(mette.key);
      expect(stored.map(({ table }) => table)).toContain('contexts');
      expect(JSON.stringify(stored.filter(({ table }) => table === 'contexts'))).not.toMatch(new RegExp(`period|themes|${first.id}`));
    });
  });
}
