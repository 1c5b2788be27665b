import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takerOf } from '../../src/answers/letter-button.js';
import { letterDays } from '../../src/answers/letter-form.js';
import { maxLetter } from '../../src/cards/acts.js';
import type { Message } from '../../src/cards/message.js';
import type { Framework } from '../../src/content/library.js';
import { mostADay } from '../../src/people/letters.js';
import { findMessageFaults } from '../cards/rules.js';
import { at } from '../storage/stores.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, fieldOf, textOf, type Visitor, visit } from '../support/visitor.js';

const contact = 'HR, lederudvikling@kommunen.dk';
const editorId = '33333333-3333-4333-8333-333333333333';
const button = 'Send til redaktøren';
const question = 'hvad siger grundlaget om zebrapels?';
const titles = (reply: readonly Message[]) => buttonsOf(reply).map(({ title }) => title);

let product: Product;
let mette: Visitor;
const start = async (settings: Record<string, string>) => {
  product = await openProduct(undefined, { settings });
  mette = visit(product);
};
const letters = async () => (await product.storage.letters.list('t1')).letters;
afterEach(() => product.close());

describe('a letter where notes are read in the chat', () => {
  beforeEach(() => start({ EDITOR_CONTACT: contact, EDITOR_ID: editorId }));

  it('is offered under an honest no, with what was asked in it, and sent by a press alone', async () => {
    const no = await mette.say(question);
    const form = await mette.press(no, button);
    expect(fieldOf(form, 'letter')).toBe(question);
    for (const words of [contact, 'kun, når du trykker', 'Skriv ikke navne på andre', `${letterDays} dage`])
      expect(textOf(form)).toContain(words);
    expect(form.flatMap(findMessageFaults)).toEqual([]);
    expect(await letters()).toEqual([]);
    const sent = await mette.press(form, 'Send', { letter: ' Hvad med zebraer? ', signed: 'false' });
    expect(textOf(sent)).toContain(`Sendt til ${contact}`);
    expect((await letters()).map(({ reason, said }) => [reason, said])).toEqual([['silent', { ok: true, words: 'Hvad med zebraer?' }]]);
    expect(JSON.stringify(await mette.say('eksportér mine data'))).not.toContain('zebraer');
  });

  it('is signed where its writer ticks that, with the name that Teams has and nothing else', async () => {
    const named = { name: 'Mette Sørensen' };
    const form = await mette.press(await mette.say(question), button, {}, named);
    expect(JSON.stringify(form)).toContain('Skriv mit navn på: Mette Sørensen');
    await mette.press(form, 'Send', { letter: 'Hej', signed: 'true' }, named);
    expect((await letters())[0]?.said).toEqual({ ok: true, words: 'Hej', name: 'Mette Sørensen' });
    expect(JSON.stringify(await mette.press(await mette.say(question), button))).not.toContain('Input.Toggle');
  });

  it.each([
    ['nothing', '  ', 'Skriv noget, før du sender.'],
    ['too much', 'x'.repeat(maxLetter + 1), 'Der er plads til 1.000 tegn.'],
  ])('with %s in it is not sent, and keeps what stands there', async (_, words, said) => {
    const form = await mette.press(await mette.say(question), button);
    const again = await mette.press(form, 'Send', { letter: words });
    expect(textOf(again)).toContain(said);
    expect(fieldOf(again, 'letter') ?? '').toBe(words.trim());
    expect(await letters()).toEqual([]);
  });

  it('is one of a few a day, and keeps what stands there until tomorrow', async () => {
    const form = await mette.press(await mette.say(question), button);
    const send = () => mette.press(form, 'Send', { letter: 'Hej igen' });
    for (let count = 0; count < mostADay; count += 1) await send();
    const refused = await send();
    expect([textOf(refused).includes('i dag'), fieldOf(refused, 'letter')]).toEqual([true, 'Hej igen']);
    expect(await letters()).toHaveLength(mostADay);
    const lars = visit(product, 'lars');
    await lars.press(await lars.press(await lars.say(question), button), 'Send', { letter: 'Hej' });
    product.now = new Date(product.now.getTime() + 24 * 60 * 60_000);
    await mette.press(form, 'Send', { letter: 'Hej igen' }, { at: product.now });
    expect(await letters()).toHaveLength(mostADay + 2);
  });

  it.each(['send mit spørgsmål til HR', 'kan jeg skrive til redaktøren', 'jeg vil gerne skrive til redaktøren', button])(
    'opens by the words "%s"',
    async (words) => {
      const form = await mette.say(words);
      expect(fieldOf(form, 'letter')).toBeUndefined();
      expect(textOf(form)).toContain(`Går til ${contact}`);
    },
  );

  it('is offered to whoever asks whom to turn to', async () => {
    const who = await mette.say('hvem kan jeg kontakte om grundlaget?');
    expect(titles(who)[0]).toBe(button);
    expect(textOf(who)).not.toContain('Jeg kan ikke sende noget videre');
  });

  it.each(['group', 'channel'])('is not offered and not opened in a %s', async (kind) => {
    const conversation = { id: '19:a@thread.v2', kind: kind === 'group' ? 'groupChat' : 'channel' } as const;
    expect(titles(await mette.say(question, { conversation }))).not.toContain(button);
    expect(textOf(await mette.say('send mit spørgsmål til redaktøren', { conversation }))).toContain('private chat');
    const data = { do: 'letter', act: { act: 'send-letter', reason: 'asked' }, language: 'da', letter: 'Hej' };
    await mette.happen({ kind: 'action', data, invoke: true }, { conversation });
    expect(await letters()).toEqual([]);
  });

  it('shows where there is help first, and holds nothing, where its writer is not well', async () => {
    const said = 'jeg kan ikke mere, jeg græder hver aften';
    expect(titles(await mette.say(said))).not.toContain(button);
    const data = { do: 'letter', act: { act: 'open-letter', reason: 'unclear', said }, language: 'da' };
    const opened = await mette.happen({ kind: 'action', data, invoke: true });
    expect(textOf(opened.slice(0, 1))).toContain('Livslinien');
    expect(JSON.stringify(opened)).not.toContain('græder');
    const sent = await mette.press(opened.slice(1), 'Send', { letter: said });
    expect(textOf(sent.slice(0, 1))).toContain('Livslinien');
    expect(textOf(sent.slice(0, 1))).toContain('Dit brev er sendt, som du bad om.');
    expect(await letters()).toHaveLength(1);
  });

  it('is not said to be sent where it was not, also to somebody who is not well', async () => {
    const form = await mette.press(await mette.say(question), button);
    const kept = await mette.press(form, 'Send', { letter: `jeg kan ikke mere, jeg græder hver aften ${'igen '.repeat(250)}` });
    expect(textOf(kept)).toContain('Dit brev er ikke sendt.');
    expect(textOf(kept)).toContain('Der er plads til 1.000 tegn.');
    expect(textOf(kept)).not.toContain('er sendt, som du bad om');
    expect(await letters()).toEqual([]);
  });

  it('goes to whoever reads it: the municipality’s own editor, whatever contact a document names', () => {
    const named = { contact: 'HR i en anden kommune' } as Framework;
    expect(takerOf(named, { to: contact, isRead: true })).toBe(contact);
    expect(takerOf(named, { to: contact, isRead: false })).toBe('HR i en anden kommune');
    expect(takerOf(named, undefined)).toBeUndefined();
  });

  it('holds nothing that tells of others’ health', async () => {
    const said = 'min medarbejder er gået ned med stress, hvad gør jeg';
    const data = { do: 'letter', act: { act: 'open-letter', reason: 'unclear', said }, language: 'da' };
    expect(fieldOf(await mette.happen({ kind: 'action', data, invoke: true }), 'letter')).toBeUndefined();
    expect(JSON.stringify(await mette.say(said))).not.toContain('"said"');
  });
});

describe('the letters of an editor', () => {
  beforeEach(async () => {
    await start({ EDITOR_CONTACT: contact, EDITOR_ID: editorId, NOTES_IN: 'dialog' });
    for (const [minute, words] of ['Første', '**Andet**\nlinje to', 'Tredje', 'Fjerde'].entries())
      await product.storage.letters.add('t1', { framework: 'sammen', reason: 'silent', words }, at(minute));
  });
  const editor = () => visit(product, editorId);
  const open = async (who: Visitor) => who.press(await who.say('vis breve til redaktøren'), 'Læs');

  it('are read in a dialog by nobody else, and the chat holds no word of them', async () => {
    const door = await editor().say('Vis breve til redaktøren.');
    expect(textOf(door)).toContain('4 breve venter');
    expect(JSON.stringify(door)).not.toMatch(/Første|Andet/);
    const list = await open(editor());
    expect(textOf(list)).toContain('Første');
    expect(list.flatMap(findMessageFaults)).toEqual([]);
    for (const act of ['list-letters', 'finish-letter']) {
      const data = { do: 'letter', act: { act, ...(act === 'finish-letter' && { letter: 'x' }) }, language: 'da' };
      expect(JSON.stringify(await mette.happen({ kind: 'action', data, invoke: true, dialog: true }))).not.toMatch(/Første|breve venter/);
    }
    expect(JSON.stringify(await mette.say('vis breve til redaktøren'))).not.toMatch(/Første|breve venter/);
    const stranger = visit(product, editorId, 't2');
    expect(JSON.stringify(await stranger.say('vis breve til redaktøren'))).not.toContain('Første');
  });

  it('are ticked off one by one, and the next come up', async () => {
    let list = await open(editor());
    expect(textOf(list)).not.toContain('Fjerde');
    list = await editor().submit(list, 'Færdig');
    expect(textOf(list)).toContain('Det er krydset af.');
    expect(textOf(list)).not.toContain('Første');
    expect(textOf(list)).toContain('Fjerde');
    for (let count = 0; count < 3; count += 1) list = await editor().submit(list, 'Færdig');
    expect(textOf(list)).toContain('Der er ingen breve, der venter.');
  });

  it('are written in a dialog too, and opened from the chat by a door without a word of them', async () => {
    const no = await mette.say(question);
    const { data } = buttonsOf(no).find(({ title }) => title === button) ?? {};
    expect(data).toMatchObject({ msteams: { type: 'task/fetch' } });
    const form = await mette.press(no, button);
    expect(fieldOf(form, 'letter')).toBe(question);
    const sent = await mette.submit(form, 'Send', { letter: 'Hemmeligt' });
    expect(sent.map(({ brief, summary }) => [brief, summary])).toEqual([[true, `Sendt til ${contact}. Dit navn står ikke på.`]]);
    const outside = await mette.happen({ kind: 'action', data, invoke: true });
    expect(fieldOf(outside, 'letter')).toBeUndefined();
  });
});

describe('an editor whom only their id names', () => {
  beforeEach(() => start({ EDITOR_ID: editorId }));

  it('is written to as the editor', async () => {
    expect(textOf(await mette.press(await mette.say(question), button))).toContain('Går til redaktøren og kun');
  });
});

describe('where nobody takes letters', () => {
  beforeEach(() => start({}));

  it('none is offered anywhere, and whom to ask is answered as ever', async () => {
    for (const words of [
      question,
      'xyzzy plugh qwerty',
      'svaret passer ikke',
      'hvem kan jeg kontakte',
      'send mit spørgsmål til redaktøren',
    ])
      expect(titles(await mette.say(words)), words).not.toContain(button);
    expect(textOf(await mette.say('send mit spørgsmål til redaktøren'))).toBe(textOf(await mette.say('hvem kan jeg kontakte')));
    const data = { do: 'letter', act: { act: 'send-letter', reason: 'asked' }, language: 'da', letter: 'Hej' };
    expect(textOf(await mette.happen({ kind: 'action', data, invoke: true }))).toContain('ikke sendt noget');
    expect(await letters()).toEqual([]);
  });
});
