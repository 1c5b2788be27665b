import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actSchema } from '../../src/cards/acts.js';
import type { Message } from '../../src/cards/message.js';
import { findMessageFaults, markdownOf } from '../cards/rules.js';
import { at, type Place, stores } from '../storage/stores.js';
import { library } from '../support/content.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, fieldOf, textOf, type Visitor, visit } from '../support/visitor.js';
import { actNames } from './acts.js';

const [prompt] = library.prompts.filter(({ statements }) => statements.length > 0);
if (!prompt) throw new Error('no prompt');
const secret = 'Jeg turde ikke sige det højt til mødet';

/** Asks for a question and keeps a note under it; gives the reply. */
async function write(visitor: Visitor, text: string, when = at(0)): Promise<readonly Message[]> {
  return visitor.act({ act: 'save-note', prompt: prompt?.id ?? '' }, { note: text }, { at: when });
}

const list = (visitor: Visitor, search?: string) => visitor.act({ act: 'list-notes' }, search === undefined ? {} : { search });
const titles = (reply: readonly Message[]) => buttonsOf(reply).map(({ title }) => title);

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a note on ${store.name}`, () => {
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

    const idOf = async (visitor = mette) => (await product.storage.notes.list(visitor.key)).notes[0]?.id ?? 'none';

    it('is written on the card of a question, which becomes a calm "gemt"', async () => {
      const question = await mette.say('giv mig noget at tænke over');
      const saved = await mette.press(question, 'Gem', { note: secret });
      expect(textOf(saved)).toContain('Din note er gemt. I Ledelseskompas kan kun du åbne den.');
      expect(textOf(saved)).not.toContain(secret);
      expect(titles(saved)).toEqual(['Gør det til en aftale', 'Fortryd', 'Mine noter']);
      const [note] = (await product.storage.notes.list(mette.key)).notes;
      expect(note?.text).toEqual({ ok: true, text: secret });
      expect(textOf(question)).toContain(library.prompt(note?.prompt ?? '')?.da);
      expect(textOf(await mette.press(saved, 'Mine noter'))).toContain(secret);
    });

    it('that is taken back is deleted, and its words are back in the field', async () => {
      const saved = await write(mette, secret);
      const undone = await mette.press(saved, 'Fortryd');
      expect(fieldOf(undone, 'note')).toBe(secret);
      expect((await product.storage.notes.list(mette.key)).total).toBe(0);
      expect(textOf(await mette.press(saved, 'Fortryd'))).toContain('Noten findes ikke længere');
    });

    it.each([
      ['nothing', '', 'Skriv noget'],
      ['spaces', ' \n\t ', 'Skriv noget'],
      ['too much', 'å'.repeat(4_001), 'Noten er for lang'],
    ])('of %s is not kept, and the card says why', async (_, text, says) => {
      const reply = await write(mette, text);
      expect(textOf(reply)).toContain(says);
      expect(findMessageFaults(reply[0] as Message)).toEqual([]);
      expect((await product.storage.notes.list(mette.key)).total).toBe(0);
    });

    it('of any 4,000 characters fits on its cards', async () => {
      for (const text of [
        'a\n'.repeat(2_000),
        '"\\'.repeat(2_000),
        '漢'.repeat(4_000),
        `x${'\u0001\u0000'.repeat(1_000)}y`,
        '😀'.repeat(2_000),
      ]) {
        const saved = await write(mette, text);
        const replies = [saved, await list(mette), await mette.act({ act: 'open-note', note: await idOf(), mode: 'read' })];
        replies.push(await mette.act({ act: 'open-note', note: await idOf(), mode: 'edit' }), await mette.press(saved, 'Fortryd'));
        for (const reply of replies) expect(findMessageFaults(reply[0] as Message)).toEqual([]);
      }
    });

    it('is listed newest first, five a page', async () => {
      for (let n = 1; n <= 12; n += 1) await write(mette, `tanke nr. ${n}.`, at(n));
      const first = await mette.ask({ intent: 'reflections' });
      expect(textOf(first)).toContain('12 noter · Side 1 af 3');
      expect(textOf(first).match(/tanke nr\. \d+/g)).toEqual([12, 11, 10, 9, 8].map((n) => `tanke nr. ${n}`));
      const second = await mette.press(first, 'Vis ældre');
      expect(textOf(second).match(/tanke nr\. \d+/g)).toEqual([7, 6, 5, 4, 3].map((n) => `tanke nr. ${n}`));
      expect(textOf(await mette.press(await mette.press(second, 'Vis ældre'), 'Vis nyere'))).toBe(textOf(second));
      expect(textOf(await mette.act({ act: 'list-notes', page: 99 }))).toContain('Side 3 af 3');
    });

    it('is found by its own words, and by those of its question, statement and theme', async () => {
      await write(mette, 'Økonomien fylder for meget');
      for (const word of [
        'okonomien',
        'FYLDER meget',
        prompt.da.split(' ')[0] ?? '',
        library.statement(prompt.statements[0] ?? '')?.text.slice(0, 20) ?? '',
      ])
        expect(textOf(await list(mette, word)), word).toContain('1 note');
      const none = await list(mette, '**zebra**');
      expect(textOf(none)).toContain('Ingen af dine noter');
      expect(fieldOf(none, 'search')).toBe('**zebra**');
      expect(textOf(await mette.press(none, 'Vis alle noter'))).toContain('1 note');
      expect(textOf(await mette.ask({ intent: 'reflections', text: 'økonomi' }))).toContain('1 note');
    });

    it('is found by its theme', async () => {
      const { themed, theme } = themedPrompt();
      await mette.act({ act: 'save-note', prompt: themed }, { note: 'om temaet' });
      await product.storage.notes.add(mette.key, { prompt: 'x/y', framework: 'sammen', theme: 'andet' }, 'andet', at(1));
      expect(textOf(await mette.ask({ intent: 'reflections', theme }))).toContain('om temaet');
      expect(textOf(await mette.ask({ intent: 'reflections', theme }))).toContain('1 note');
    });

    it('is opened, mended and deleted, asked once', async () => {
      await write(mette, secret);
      const opened = await mette.press(await list(mette), 'Åbn noten');
      const edit = await mette.press(opened, 'Ret noten');
      expect(fieldOf(edit, 'note')).toBe(secret);
      expect(textOf(await mette.press(edit, 'Gem ændringer', { note: '' }))).toContain('Skriv noget');
      const mended = await mette.press(edit, 'Gem ændringer', { note: 'Jeg sagde det' });
      expect(textOf(mended)).toContain('Dine ændringer er gemt.');
      expect(textOf(mended)).toContain('Jeg sagde det');
      const asked = await mette.press(mended, 'Slet noten');
      expect((await product.storage.notes.list(mette.key)).total).toBe(1);
      expect(textOf(await mette.press(asked, 'Ja, slet den'))).toContain('Noten er slettet');
      expect((await product.storage.notes.list(mette.key)).total).toBe(0);
    });

    it('of somebody else, or of another tenant, is not there, whatever a card says', async () => {
      await write(mette, secret);
      const note = await idOf();
      for (const thief of [visit(product, 'lars'), visit(product, 'mette', 't2')]) {
        const replies = [
          await thief.act({ act: 'open-note', note, mode: 'read' }),
          await thief.act({ act: 'open-note', note, mode: 'edit' }),
          await thief.act({ act: 'edit-note', note }, { note: 'overskrevet' }),
          await thief.act({ act: 'delete-note', note }),
          await thief.act({ act: 'undo-note', note, prompt: prompt.id }),
        ];
        for (const reply of replies) {
          expect(textOf(reply)).toContain('Noten findes ikke længere');
          expect(JSON.stringify(reply)).not.toContain(secret);
        }
        expect(textOf(await list(thief))).toContain('Du har ikke gemt nogen noter endnu');
        expect(textOf(await list(thief, 'højt'))).not.toContain(secret);
      }
      expect((await product.storage.notes.get(mette.key, note))?.text).toEqual({ ok: true, text: secret });
    });

    it('is neither kept nor shown in a group', async () => {
      await write(mette, secret);
      const group = { conversation: { id: 'g', kind: 'groupChat' as const } };
      // That she talked there is noted, whatever she does.
      await mette.say('hej', group);
      const before = await product.rows();
      const acts = [
        { act: 'save-note', prompt: prompt.id },
        { act: 'list-notes' },
        { act: 'open-note', note: await idOf(), mode: 'read' },
        { act: 'delete-note', note: await idOf() },
      ] as const;
      for (const act of acts) {
        const reply = await mette.act(act, { note: 'i gruppen' }, group);
        expect(textOf(reply)).toContain('Det hører til i din private chat');
        expect(JSON.stringify(reply)).not.toContain(secret);
      }
      expect(await product.rows()).toEqual(before);
      expect(JSON.stringify(await mette.say('giv mig noget at tænke over', group))).not.toMatch(/Input\.|Action\.Execute/);
    });

    it('and the profile are still there after a restart', async () => {
      await mette.say('jeg er kontorchef i Aarhus');
      await write(mette, secret);
      await product.close();
      product = await openProduct(place.options);
      const again = visit(product);
      expect((await again.say('hvad forventes der af mig?', { at: at(60) }))[0]?.summary).toContain('kontorchef');
      expect(textOf(await list(again))).toContain(secret);
    });
  });
}

describe('forged buttons', () => {
  it('change nothing of anybody else’s and always get a card', async () => {
    const product = await openProduct();
    const [mette, thief] = [visit(product), visit(product, 'lars')];
    await write(mette, secret);
    const { notes } = await product.storage.notes.list(mette.key);
    const id = fc.constantFrom(
      notes[0]?.id ?? '',
      '',
      '__proto__',
      'constructor',
      "'; drop table reflections; --",
      prompt.id,
      'x'.repeat(300),
    );
    const act = fc.record(
      {
        act: fc.constantFrom(...actNames, 'sell'),
        note: id,
        prompt: id,
        statement: id,
        framework: id,
        mode: fc.constantFrom('read', 'edit', 'delete', 'own'),
        page: fc.oneof(fc.integer(), fc.double(), fc.constant('1')),
        search: fc.string(),
        owner: fc.constant('mette'),
      },
      { requiredKeys: ['act'] },
    );
    const forged = fc.record(
      {
        do: fc.constantFrom('act', 'ask'),
        act: fc.oneof(act, fc.jsonValue()),
        note: fc.oneof(fc.string(), fc.jsonValue()),
        person: fc.constant('mette'),
        speech: fc.jsonValue(),
      },
      { requiredKeys: ['do'] },
    );
    await fc.assert(
      fc.asyncProperty(forged, async (data) => {
        const reply = await thief.happen({ kind: 'action', data, invoke: true });
        expect(reply).toHaveLength(1);
        expect(findMessageFaults(reply[0] as Message)).toEqual([]);
        expect(JSON.stringify(reply)).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
    expect(await product.storage.notes.list(mette.key)).toEqual({ notes, total: 1 });
    expect(await product.storage.profiles.load(mette.key)).toEqual({});
    await product.close();
  });

  it('are parsed strictly: nothing in them can name an owner', () => {
    expect(actSchema.safeParse({ act: 'delete-note', note: 'a', person: 'mette' }).success).toBe(false);
  });
});

describe('what a person wrote', () => {
  it('is never read as Markdown, on no card', async () => {
    const product = await openProduct();
    const mette = visit(product);
    const nasty = '[klik](https://ond.example) **fed** `kode` <b>x</b> _a_';
    const saved = await write(mette, nasty);
    const opened = await mette.press(await list(mette), 'Åbn noten');
    const replies = [
      saved,
      opened,
      await list(mette),
      await list(mette, nasty),
      await mette.press(opened, 'Ret noten'),
      await mette.press(opened, 'Slet noten'),
    ];
    replies.push(await mette.ask({ intent: 'export-data' }), await mette.press(saved, 'Fortryd'));
    for (const [message] of replies) expect(markdownOf(message as Message).filter((text) => text.includes('ond.example'))).toEqual([]);
    await product.close();
  });
});

function themedPrompt() {
  for (const { id, statements } of library.prompts) {
    const theme = library.statement(statements[0] ?? '')?.theme;
    if (theme) return { themed: id, theme };
  }
  throw new Error('no prompt with a theme');
}
