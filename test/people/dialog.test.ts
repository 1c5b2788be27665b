/**
 * Notes that are read in dialogs: what the chat holds of them, and what opens.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../src/cards/acts.js';
import { longestDialogTitle, type Message } from '../../src/cards/message.js';
import { planActivities, toActivity } from '../../src/teams/outgoing.js';
import { findMessageFaults } from '../cards/rules.js';
import { at } from '../storage/stores.js';
import { library } from '../support/content.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonOf, buttonsOf, fieldOf, textOf, type Visitor, visit } from '../support/visitor.js';

const [prompt] = library.prompts.filter(({ statements }) => statements.length > 0);
if (!prompt) throw new Error('no prompt');
const secret = 'Jeg turde ikke sige det højt til mødet';
const keep = { act: 'save-note', prompt: prompt.id } as const satisfies Act;
const group = { conversation: { id: '19:gruppe@thread.v2', kind: 'groupChat' } } as const;

let product: Product;
let mette: Visitor;

beforeEach(async () => {
  product = await openProduct(undefined, { settings: { NOTES_IN: 'dialog' } });
  mette = visit(product);
});
afterEach(() => product.close());

const notes = async () => (await product.storage.notes.list(mette.key)).notes;
const idOf = async () => (await notes())[0]?.id ?? 'none';
const titlesOf = (reply: readonly Message[]) => buttonsOf(reply).map(({ title }) => title);
const typesOf = (reply: readonly Message[]) => [...new Set(buttonsOf(reply).map(({ type }) => type))];
const opensOf = (reply: readonly Message[], title: string) => (buttonOf(reply, title).data as { msteams?: object }).msteams;
/** What a dialog opens with: a button of the chat pressed as Teams presses it. */
const fetch = (act: Act, more = {}) =>
  mette.happen(
    { kind: 'action', data: { do: 'act', act, language: 'da', msteams: { type: 'task/fetch' } }, invoke: true, dialog: true },
    more,
  );

function expectNothingOf(words: string, reply: readonly Message[]) {
  expect(reply.length).toBeGreaterThan(0);
  expect(JSON.stringify(reply.map(toActivity))).not.toContain(words);
  for (const message of reply) expect(findMessageFaults(message)).toEqual([]);
}

describe('the chat', () => {
  it('says how many notes there are, and a button opens them', async () => {
    for (const text of [secret, 'En anden tanke']) await mette.act(keep, { note: text });
    const door = await mette.say('vis mine noter');
    expectNothingOf(secret, door);
    expect(textOf(door)).toContain('Du har 2 noter.');
    expect(titlesOf(door)).toEqual(['Åbn']);
    expect(buttonOf(door, 'Åbn')).toMatchObject({
      type: 'Action.Submit',
      data: { do: 'ask', question: { intent: 'reflections' }, msteams: { type: 'task/fetch' } },
      associatedInputs: 'none',
    });
    expect(textOf(await mette.press(door, 'Åbn'))).toContain(secret);
  });

  it('says what to do where there are none, and opens nothing', async () => {
    const reply = await mette.say('vis mine noter');
    expect(textOf(reply)).toContain('Du har ikke gemt nogen noter endnu');
    expect(titlesOf(reply)).toEqual(['Få et spørgsmål']);
  });

  it('repeats what somebody looked for in a message on no more than the button', async () => {
    await mette.act(keep, { note: secret });
    const door = await mette.ask({ intent: 'reflections', text: 'mødet' });
    expect(textOf(door)).toMatch(/^Mine noter\n1 note passer til det, du søger\./m);
    expect(textOf(await mette.press(door, 'Åbn'))).toContain(secret);
  });

  it('keeps a note that was written under a question without a word of it', async () => {
    const saved = await mette.press(await mette.say('giv mig noget at tænke over'), 'Gem', { note: secret });
    expectNothingOf(secret, saved);
    expect(textOf(saved)).toContain('Den åbner i et vindue for sig og står ikke i chatten.');
    expect(['Fortryd', 'Mine noter'].map((title) => opensOf(saved, title))).toEqual([{ type: 'task/fetch' }, { type: 'task/fetch' }]);
    expect((await notes()).map(({ text }) => text)).toEqual([{ ok: true, text: secret }]);
  });

  it.each([
    ['nothing', '', 'Skriv noget, før du gemmer.'],
    ['too much', secret.repeat(200), 'Noten er for lang. Der er plads til 4.000 tegn.'],
  ])('answers a note of %s with words only, so that it stays in its field', async (_, text, says) => {
    const reply = await mette.act(keep, { note: text });
    const [answer, ...more] = planActivities({ kind: 'action', data: {}, invoke: true }, reply);
    expect(answer?.value).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: says },
    });
    expect(more).toEqual([]);
    expect(reply.map(toActivity)).toEqual([{ type: 'message', text: says, textFormat: 'plain' }]);
    expect(await notes()).toEqual([]);
  });

  it('shows all that is stored of a person nowhere but behind a door', async () => {
    for (let n = 0; n < 30; n += 1) await mette.act(keep, { note: `${secret} ${n} ${'tanke '.repeat(200)}` }, { at: at(n) });
    const door = await mette.say('eksportér mine data');
    expect(door).toHaveLength(1);
    expectNothingOf(secret, door);
    const pages = [await mette.press(door, 'Åbn')];
    while (titlesOf(pages.at(-1) ?? []).includes('Vis næste del')) pages.push(await mette.submit(pages.at(-1) ?? [], 'Vis næste del'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.flatMap(findMessageFaults)).toEqual([]);
    const text = pages.map(textOf).join('\n');
    for (let n = 0; n < 30; n += 1) expect(text).toContain(`${secret} ${n} `);
    expect(text).not.toContain('Beskederne her bliver stående');
    expect(titlesOf(await mette.submit(pages[1] ?? [], 'Vis forrige del'))).toEqual(titlesOf(pages[0] ?? []));
  });

  it('gets a door for a button of a card from before, and nothing is taken back until it is opened', async () => {
    await mette.act(keep, { note: secret });
    const note = await idOf();
    const old: Act[] = [
      { act: 'list-notes', search: 'mødet' },
      { act: 'open-note', note, mode: 'edit' },
      { act: 'undo-note', note, prompt: prompt.id },
    ];
    for (const act of old) {
      const door = await mette.act(act, { search: secret });
      expectNothingOf(secret, door);
      expect(textOf(door)).toContain('Det åbner i et vindue for sig');
      expect(await notes()).toHaveLength(1);
    }
    const undone = await mette.press(await mette.act(old[2] as Act), 'Åbn');
    expect(fieldOf(undone, 'note')).toBe(secret);
    expect(await notes()).toEqual([]);
  });

  it('keeps what was mended on a card from before, and shows none of it', async () => {
    await mette.act(keep, { note: 'Før' });
    const mended = await mette.act({ act: 'edit-note', note: await idOf() }, { note: secret });
    expectNothingOf(secret, mended);
    expect(textOf(mended)).toContain('Dine ændringer er gemt.');
    expect(await mette.act({ act: 'edit-note', note: await idOf() }, { note: '' })).toMatchObject([{ stays: true }]);
    expect((await notes()).map(({ text }) => text)).toEqual([{ ok: true, text: secret }]);
  });

  it('has buttons among others that open nothing', async () => {
    const help = await mette.say('hjælp', group);
    expect(JSON.stringify(help)).not.toContain('task/fetch');
  });
});

describe('a dialog', () => {
  it('holds only buttons that work in one, and a title that fits', async () => {
    await mette.act(keep, { note: secret });
    const note = await idOf();
    const acts: Act[] = [
      { act: 'list-notes' },
      { act: 'open-note', note, mode: 'read' },
      { act: 'open-note', note, mode: 'edit' },
      { act: 'open-note', note, mode: 'delete' },
      { act: 'read-data', part: 1 },
      { act: 'undo-note', note, prompt: prompt.id },
    ];
    for (const act of acts) {
      const reply = await fetch(act);
      expect(typesOf(reply)).toEqual(['Action.Submit']);
      expect(JSON.stringify(reply)).not.toContain('task/fetch');
      expect(reply.flatMap(findMessageFaults)).toEqual([]);
      const { dialogTitle = '' } = reply[0] as Message;
      expect(dialogTitle.length).toBeGreaterThan(0);
      expect(dialogTitle.length).toBeLessThanOrEqual(longestDialogTitle);
      expect(textOf(reply).split('\n')).not.toContain(dialogTitle);
    }
  });

  it('lists, searches, opens, mends and deletes, and shows what came of it', async () => {
    for (const text of [secret, 'Økonomien fylder']) await mette.act(keep, { note: text });
    const list = await fetch({ act: 'list-notes' });
    const found = await mette.submit(list, 'Søg', { search: 'turde' });
    expect(textOf(found)).toContain('1 note');
    expect(fieldOf(found, 'search')).toBe('turde');
    const edit = await mette.submit(await mette.submit(found, 'Åbn noten'), 'Ret noten');
    expect(fieldOf(edit, 'note')).toBe(secret);
    const empty = await mette.submit(edit, 'Gem ændringer', { note: ' ' });
    expect(textOf(empty)).toContain('Skriv noget, før du gemmer.');
    const long = await mette.submit(edit, 'Gem ændringer', { note: 'å'.repeat(4_001) });
    expect(fieldOf(long, 'note')).toBe('å'.repeat(4_000));
    const mended = await mette.submit(edit, 'Gem ændringer', { note: 'Jeg sagde det' });
    expect(textOf(mended)).toMatch(/Dine ændringer er gemt\..*Jeg sagde det/s);
    const deleted = await mette.submit(await mette.submit(mended, 'Slet noten'), 'Ja, slet den');
    expect(deleted[0]?.dialogTitle).toBe('Noten er slettet');
    expect(textOf(await mette.submit(deleted, 'Mine noter'))).toContain('1 note');
  });

  it('has the words of a note that is taken back in a field, and keeps them again', async () => {
    const saved = await mette.act(keep, { note: secret });
    const undone = await mette.press(saved, 'Fortryd');
    expect(fieldOf(undone, 'note')).toBe(secret);
    expect(await notes()).toEqual([]);
    const again = await mette.submit(undone, 'Gem', { note: `${secret} endnu` });
    expect(again[0]?.dialogTitle).toBe('Gemt');
    expect((await notes()).map(({ text }) => text)).toEqual([{ ok: true, text: `${secret} endnu` }]);
    expect(textOf(await mette.press(saved, 'Fortryd'))).not.toContain(secret);
  });

  it('answers what is asked in it in its place', async () => {
    const empty = await fetch({ act: 'list-notes' });
    const question = await mette.submit(empty, 'Få et spørgsmål');
    expect(question).toHaveLength(1);
    expect(typesOf(question)).toEqual(['Action.Submit']);
    expect(titlesOf(question)).not.toContain('Del kortet');
    expect(textOf(await mette.submit(question, 'Gem', { note: secret }))).toContain('Din note er gemt.');
  });

  it('tells somebody who is not well where there is help, before all else', async () => {
    const cry = 'jeg kan ikke mere. jeg græder hver aften og sover ikke';
    const question = await mette.submit(await fetch({ act: 'list-notes' }), 'Få et spørgsmål');
    const [first, ...rest] = await mette.submit(question, 'Gem', { note: cry });
    expect(textOf([first as Message])).toContain('Det skal du ikke stå alene med.');
    expectNothingOf('græder', rest);
    expect(await notes()).toHaveLength(1);
  });

  it.each([
    ['a group chat', group],
    ['a channel', { conversation: { id: '19:kanal@thread.tacv2', kind: 'channel' } } as const],
    ['nobody that the channel names', { person: { tenant: '', entraId: undefined, channelId: '29:x' } }],
  ])('opens nothing for %s, and says why', async (_, more) => {
    await mette.act(keep, { note: secret });
    const reply = await fetch({ act: 'list-notes' }, more);
    expectNothingOf(secret, reply);
    expect(textOf(reply)).toMatch(/private chat med Ledelseskompas|gemmer jeg ikke noget|jeg gemmer ikke noget/);
  });

  it('of somebody else’s note is empty', async () => {
    await mette.act(keep, { note: secret });
    const note = await idOf();
    const lars = visit(product, 'lars');
    const data = { do: 'act', act: { act: 'open-note', note, mode: 'read' }, language: 'da' };
    expectNothingOf(secret, await lars.happen({ kind: 'action', data, invoke: true, dialog: true }));
  });

  it.each([
    undefined,
    null,
    'hej',
    {},
    { do: 'act' },
    { do: 'act', act: { act: 'list-notes', page: -1 } },
    { msteams: { type: 'task/fetch' } },
  ])('answers %j kindly', async (data) => {
    const reply = await mette.happen({ kind: 'action', data, invoke: true, dialog: true });
    expect(textOf(reply)).toContain('Knappen virker ikke længere');
    expect(reply.flatMap(findMessageFaults)).toEqual([]);
  });
});

describe('where notes are read', () => {
  it('is said by the answers about who can see them', async () => {
    expect(textOf(await mette.ask({ intent: 'privacy' }))).toContain('De åbner i et vindue for sig og står ikke i samtalen her.');
    expect(textOf(await mette.ask({ intent: 'privacy', seen: 'note' }))).toContain(
      'Det, du selv skriver som en besked, bliver stående i den.',
    );
    const local = await openProduct();
    const chat = visit(local);
    expect(textOf(await chat.ask({ intent: 'privacy' }))).toContain('også de noter, du får vist i den');
    expect(textOf(await chat.act(keep, { note: secret }))).toContain('Når du åbner den, står den her i chatten.');
    expect(textOf(await chat.act({ act: 'list-notes' }))).toContain(secret);
    await local.close();
  });
});
