import { beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot, type Incoming, type Message } from '../src/bot.js';
import { plainText } from '../src/cards/plain.js';
import { loadContent } from '../src/storage/content-files.js';
import { createTurns } from '../src/turns.js';

let bot: Bot;

const content = loadContent('content');
if (!content.ok) throw new Error('the content does not load: run check-content');

const start = new Date('2026-11-24T08:00:00Z');

/** Something that happens in Mette's personal chat. */
function happening(what: Incoming['what'], more: Partial<Incoming> = {}): Incoming {
  return {
    person: { tenant: 't', entraId: 'mette', channelId: '29:mette' },
    conversation: { id: 'chat', kind: 'personal' },
    locale: 'da-DK',
    timeZone: 'Europe/Copenhagen',
    at: start,
    what,
    ...more,
  };
}

const say = async (text: string, more?: Partial<Incoming>) => await bot(happening({ kind: 'text', text }, more));
const textOf = (reply: readonly Message[]) => reply.map(({ card }) => plainText(card)).join('\n');

/** The data of the button with this title. */
function buttonOf(reply: readonly Message[], title: string): unknown {
  const actions = reply.flatMap(({ card }) => (card['actions'] as { title: string; data: unknown }[] | undefined) ?? []);
  const found = actions.find((action) => action.title === title);
  expect(found, `a button "${title}" among ${actions.map((action) => action.title).join(', ')}`).toBeDefined();
  return found?.data;
}

beforeAll(() => {
  if (content.ok) bot = createBot({ ...content, turns: createTurns(), random: () => 0 }).bot;
});

describe('the bot', () => {
  it('answers a question with one card and a summary for the notification', async () => {
    const reply = await say('hvad forventes der af en kontorchef');
    expect(reply).toHaveLength(1);
    expect(reply[0]?.summary).toContain('Kontorchefer');
    expect(textOf(reply)).toContain('At indgå i det forpligtende, samskabende samarbejde på tværs af Fællesfunktionerne');
  });

  it('answers in English when asked in English, in the adopted Danish words', async () => {
    const reply = await say("what's expected of a kontorchef");
    expect(textOf(reply)).toContain('The adopted wording is in Danish');
    expect(textOf(reply)).toContain('At fremme en attraktiv og bæredygtig arbejdsplads');
  });

  it('asks which framework is meant, and takes the choice typed or pressed', async () => {
    const choice = await say('Kan du sige noget om chefrollen?', { conversation: { id: 'choice', kind: 'personal' } });
    const pressed = await bot(happening({ kind: 'action', data: buttonOf(choice, 'Holstebro Social og Sundhed 2021'), invoke: false }));
    expect(textOf(pressed)).toContain('Har fagligt overblik over området');
    const typed = await say('holstebro', { conversation: { id: 'choice', kind: 'personal' } });
    expect(textOf(typed)).toContain('Har fagligt overblik over området');
  });

  it('follows up for ten minutes and no longer', async () => {
    const there = { conversation: { id: 'follow', kind: 'personal' as const } };
    await say('hvad forventes der af en forvaltningschef', there);
    const soon = await say('og hvad skal man kunne?', { ...there, at: new Date(start.getTime() + 9 * 60_000) });
    expect(soon[0]?.summary).toContain('Det skal jeg kunne');
    const late = await say('den gamle udgave?', { ...there, at: new Date(start.getTime() + 60 * 60_000) });
    expect(textOf(late)).not.toContain('Forvaltningschef');
  });

  it('keeps what one person asked from another in the same group chat', async () => {
    const group = { conversation: { id: 'group', kind: 'groupChat' as const } };
    await say('hvad forventes der af en forvaltningschef', group);
    const other = await say('og hvad skal man kunne?', { ...group, person: { tenant: 't', entraId: 'lars', channelId: '29:lars' } });
    expect(textOf(other)).not.toContain('Forvaltningschef');
  });

  it('says no twice in two ways', async () => {
    const there = { conversation: { id: 'lost', kind: 'personal' as const } };
    const first = textOf(await say('blå elefanter på månen', there));
    const second = textOf(await say('grønne giraffer på mars', there));
    expect(first).not.toBe(second);
  });

  it('welcomes once per installation, whatever events say so', async () => {
    const there = { conversation: { id: 'new', kind: 'personal' as const } };
    expect(await bot(happening({ kind: 'installed' }, there))).toHaveLength(1);
    expect(await bot(happening({ kind: 'installed' }, there))).toEqual([]);
    await bot(happening({ kind: 'removed' }, there));
    expect(await bot(happening({ kind: 'installed' }, there))).toHaveLength(1);
  });

  it('says in a group chat that it must be mentioned', async () => {
    expect(textOf(await say('hjælp', { conversation: { id: 'team', kind: 'channel' } }))).toContain('når du nævner mig med @');
  });

  it('answers a file kindly', async () => {
    expect(await bot(happening({ kind: 'attachment' }))).toHaveLength(1);
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
  ])('answers a button with %s', async (_, data) => {
    const reply = await bot(happening({ kind: 'action', data, invoke: false }));
    expect(reply).toHaveLength(1);
  });

  it('shows what people wrote as text, never as Markdown', async () => {
    const reply = await say('hvad siger grundlaget om [trivsel](https://evil.example) **nu**');
    const blocks = JSON.stringify(reply[0]?.card);
    expect(blocks).not.toMatch(/"type":"TextBlock","text":"[^"]*evil/);
  });
});
