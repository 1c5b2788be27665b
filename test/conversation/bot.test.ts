import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/conversation/incoming.js';
import type { Speaker } from '../../src/conversation/speaker.js';
import { LONGEST } from '../../src/language/text.js';
import { openWith } from '../people/stand-in.js';
import { at } from '../storage/stores.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

let product: Product;
let mette: Visitor;

beforeAll(async () => {
  product = await openProduct();
  mette = visit(product);
});
afterAll(() => product.close());

/** A chat of Mette's own for one test. */
const chat = (id: string) => ({ conversation: { id, kind: 'personal' as const } });
const group = (id = 'group') => ({ conversation: { id, kind: 'groupChat' as const } });

describe('the bot', () => {
  it('answers a question with one card and a summary for the notification', async () => {
    const reply = await mette.say('hvad forventes der af en kontorchef');
    expect(reply).toHaveLength(1);
    expect(reply[0]?.summary).toContain('kontorchef');
    expect(textOf(reply)).toContain('At indgå i det forpligtende, samskabende samarbejde på tværs af Fællesfunktionerne');
  });

  it('answers in English when asked in English, in the adopted Danish words', async () => {
    const reply = await mette.say("what's expected of a kontorchef");
    expect(textOf(reply)).toContain('adopted wording, in Danish');
    expect(textOf(reply)).toContain('At fremme en attraktiv og bæredygtig arbejdsplads');
  });

  it('asks which framework is meant, and takes the choice typed or pressed', async () => {
    const choice = await mette.say('Kan du sige noget om chefrollen?', chat('choice'));
    expect(textOf(await mette.press(choice, 'Holstebro Social og Sundhed 2021'))).toContain('Har fagligt overblik over området');
    expect(textOf(await mette.say('holstebro', chat('choice')))).toContain('Har fagligt overblik over området');
  });

  it('takes a choice typed that an answer offered', async () => {
    await mette.say('forbered en lederudviklingssamtale', chat('guide'));
    expect(textOf(await mette.say('holstebro', chat('guide')))).toContain('Hvilken rolle tænker du på?');
  });

  it('follows up for ten minutes and no longer', async () => {
    await mette.say('hvad forventes der af en forvaltningschef', chat('follow'));
    const soon = await mette.say('og hvad skal man kunne?', { ...chat('follow'), at: at(9) });
    expect(soon[0]?.summary).toContain('Det skal jeg kunne');
    const late = await mette.say('den gamle udgave?', { ...chat('follow'), at: at(60) });
    expect(textOf(late)).not.toContain('Forvaltningschef\nAarhus Børn og Unge 2021');
  });

  it('keeps what one person asked from another in the same group chat', async () => {
    await mette.say('hvad forventes der af en forvaltningschef', group());
    const other = await visit(product, 'lars').say('og hvad skal man kunne?', group());
    expect(textOf(other)).not.toContain('Forvaltningschef');
  });

  it('says no twice in two ways', async () => {
    const first = textOf(await mette.say('blå elefanter på månen', chat('lost')));
    const second = textOf(await mette.say('grønne giraffer på mars', chat('lost')));
    expect(first).not.toBe(second);
  });

  it('welcomes once per installation, whatever events say so', async () => {
    const installed = () => mette.happen({ kind: 'installed' }, chat('new'));
    const welcome = await installed();
    expect(buttonsOf(welcome).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Videre til roller', 'Spørg: Hvad forventes der af en kontorchef?', 'Se, hvad der bliver gemt']),
    );
    expect(await installed()).toEqual([]);
    await mette.happen({ kind: 'removed' }, chat('new'));
    expect(await installed()).toHaveLength(1);
  });

  it('says in a group chat that it must be mentioned', async () => {
    expect(textOf(await mette.say('hjælp', { conversation: { id: 'team', kind: 'channel' } }))).toContain('når du nævner mig med @');
  });

  it('answers a file kindly', async () => {
    expect(await mette.happen({ kind: 'attachment' })).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined],
    ['a word', 'ask'],
    ['another verb', { do: 'drop' }],
    [
      'a question with an unknown role',
      { do: 'ask', question: { intent: 'expectations', framework: 'sammen', role: 'konge' }, language: 'da' },
    ],
    [
      'prototype keys',
      JSON.parse(
        '{"do":"ask","__proto__":{"question":{}},"question":{"intent":"expectations","framework":"__proto__","role":"constructor"}}',
      ),
    ],
    ['an act without its note', { do: 'act', act: { act: 'open-note' }, language: 'da' }],
    ['an act with prototype keys', JSON.parse('{"do":"act","act":{"act":"save-note","prompt":"__proto__"},"language":"da","note":"x"}')],
  ])('answers a button with %s', async (_, data) => {
    expect(await mette.happen({ kind: 'action', data, invoke: false })).toHaveLength(1);
  });

  it.each([
    ['of an older edition', { do: 'refresh', v: 1, language: 'da' }],
    ['with nothing in it', undefined],
  ])('says kindly that a button %s is from an older card, and leaves a card alone that nobody pressed', async (_, data) => {
    const [reply] = await mette.happen({ kind: 'action', data, invoke: true });
    expect(reply?.summary).toBe('Kortet er fra en ældre udgave');
    expect(await mette.happen({ kind: 'action', data, invoke: true, auto: true })).toEqual([]);
  });

  it('reads no text that is too long, and says so, however much of what was sent is a quote', async () => {
    const most = 'Hvad siger grundlaget om tillid? '.repeat(200).slice(0, LONGEST);
    expect((await mette.say(`${most}!`))[0]?.summary).toBe('Beskeden er for lang');
    expect((await mette.say(most))[0]?.summary).not.toBe('Beskeden er for lang');
    expect(textOf(await mette.say(`<blockquote>${most}${most}</blockquote>hvad siger grundlaget om tillid?`))).toContain('om tillid');
  });

  it('hears in a text that is too long that somebody is not well', async () => {
    const text = `Jeg kan ikke mere og vil ikke leve længere. ${'Vi har haft travlt. '.repeat(250)}`;
    expect((await mette.say(text, chat('care')))[0]?.summary).toBe('Der er hjælp at få');
  });

  it('answers the first of two questions, and the second at the press of a button', async () => {
    const reply = await mette.say('hvad forventes der af en forvaltningschef? og hvad siger grundlaget om feedback?', chat('two'));
    expect(reply[0]?.summary).toContain('forvaltningschef');
    expect(textOf(await mette.press(reply, 'hvad siger grundlaget om feedback?', {}, chat('two')))).toContain('om feedback');
    expect(buttonsOf(reply)[0]?.title).toBe('hvad siger grundlaget om feedback?');
  });

  it('goes on from what a link of ours showed', async () => {
    const linked = await openProduct(undefined, { settings: { PUBLIC_URL: 'https://kompas.example' } });
    const lars = visit(linked, 'lars');
    expect(textOf(await lars.say('https://kompas.example/del/aarhus-bu-2024/kontorchef'))).toContain('Kontorchefer');
    expect(textOf(await lars.say('og for en forvaltningschef?'))).toContain('Forvaltningschefer');
    expect(textOf(await lars.say('https://kompas.example.dk/del/aarhus-bu-2024/kontorchef'))).toContain('Jeg læser ikke links');
    await linked.close();
  });

  it('shows what people wrote as text, never as Markdown', async () => {
    const reply = await mette.say('hvad siger grundlaget om [trivsel](https://evil.example) **nu**');
    expect(JSON.stringify(reply[0]?.card)).not.toMatch(/"type":"TextBlock","text":"[^"]*evil/);
  });
});

describe('a command', () => {
  const speakers: Speaker[] = [];
  const doers = {
    'nudge-on': async (_: unknown, speaker: Speaker) => {
      speakers.push(speaker);
      return [{ kind: 'note-away', why: 'deleted', next: [] } as const];
    },
  };

  it('is carried out by the function given for it, which gets who speaks as the activity says', async () => {
    const other = await openWith({ doers });
    const anne = visit(other, 'ANNE', 'T2');
    await anne.say('hvad forventes der af en kontorchef');
    const reply = await anne.say('mind mig hver morgen kl. 8');
    expect(textOf(reply)).toContain('Noten er slettet');
    expect(speakers[0]).toMatchObject({ key: { tenant: 't2', entraId: 'anne' }, context: { question: { intent: 'expectations' } } });
    await other.close();
  });

  it('that nothing was given for gets an honest answer', async () => {
    const other = await openWith({});
    expect(textOf(await visit(other).ask({ intent: 'nudge-off' }))).toContain('Det kan jeg ikke endnu');
    await other.close();
  });

  it.each([
    { intent: 'set-role', framework: 'sammen', role: 'chef' },
    { intent: 'profile' },
    { intent: 'reflections' },
    { intent: 'export-data' },
    { intent: 'delete-data', confirmed: true },
  ] as const)('$intent is not done in a group, and changes nothing there', async (question) => {
    // That she talked there is noted, whatever she asks.
    await mette.say('hej', group('team chat'));
    const before = await product.rows();
    const reply = await mette.ask(question, group('team chat'));
    expect(textOf(reply)).toContain('Det hører til i din private chat');
    expect(await product.rows()).toEqual(before);
  });
});

it('gives a group a question for all of them, and tells nothing of the role of who asked', async () => {
  await mette.say('jeg er kontorchef i Aarhus');
  for (const text of ['giv os et spørgsmål', 'giv mig et spørgsmål at tænke over']) {
    const reply = textOf(await mette.say(text, group('question chat')));
    expect(reply).toContain('Til alle ledere');
    expect(reply).not.toMatch(/kontorchef/i);
  }
  expect(textOf(await mette.say('hvad forventes der af mig?', group('question chat')))).toContain('Det hører til i din private chat');
  expect(textOf(await mette.say('giv os et spørgsmål til en kontorchef', group('question chat')))).not.toContain('Til dig som');
});

it('does not ask in a group which framework somebody’s role is in', async () => {
  const reply = await mette.say('jeg er chef', group('role chat'));
  expect(textOf(reply)).toContain('Det hører til i din private chat');
});

describe('somebody whom the channel does not name', () => {
  const nobody = (among: Product) => {
    const { say, happen, ask, act } = visit(among);
    const who = {
      person: { tenant: 't1', entraId: undefined, channelId: '29:x' },
      conversation: { id: 'x', kind: 'personal' },
    } satisfies Partial<Incoming>;
    return {
      say: (text: string) => say(text, who),
      installed: () => happen({ kind: 'installed' }, who),
      setRole: () => ask({ intent: 'set-role', framework: 'sammen', role: 'chef' }, who),
      save: (prompt: string) => act({ act: 'save-note', prompt }, { note: 'hemmeligt' }, who),
    };
  };

  it('is answered and followed up, and nothing is stored', async () => {
    const other = await openProduct();
    const { say, installed, setRole, save } = nobody(other);
    expect(await installed()).toHaveLength(1);
    expect(await installed()).toHaveLength(0);
    await say('hvad forventes der af en forvaltningschef');
    expect((await say('og hvad skal man kunne?'))[0]?.summary).toContain('Det skal jeg kunne');
    await say('giv mig noget at tænke over');
    expect(textOf(await say('blå elefanter'))).not.toBe(textOf(await say('grønne giraffer')));
    expect(textOf(await setRole())).toContain('Jeg kan ikke huske noget for dig her');
    expect(textOf(await save('sammen/anything'))).toContain('Jeg kan ikke huske noget for dig her');
    expect(await other.rows()).toEqual({});
    await other.close();
  });

  it('is offered no field for a note', async () => {
    const { say } = nobody(product);
    expect(JSON.stringify(await say('giv mig noget at tænke over'))).not.toContain('Input.');
  });
});
