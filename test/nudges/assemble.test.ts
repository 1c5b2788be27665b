import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { parseConfig } from '../../src/config.js';
import { assembleConversation } from '../../src/conversation/assemble.js';
import type { Bot } from '../../src/conversation/bot.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { personal } from '../../src/conversation/person.js';
import type { Address } from '../../src/conversation/ports.js';
import { createLog } from '../../src/log.js';
import { createNudging, type Nudging, type NudgingParts } from '../../src/nudges/assemble.js';
import { loadContent } from '../../src/storage/content-files.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { findMessageFaults } from '../cards/rules.js';
import { buttonOf, buttonsOf, textOf, type Visitor, visit } from '../people/world.js';
import { keysOf, open } from '../storage/stores.js';

/** Monday, 10:00 in Copenhagen, and the next morning. */
const monday = new Date('2026-11-23T09:00:00Z');
const tuesday = new Date('2026-11-24T07:00:00Z');

let storage: Storage;
let nudging: Nudging;
let bot: Bot;
let mette: Visitor;
let now: Date;
let sent: { address: Address; message: Message }[];
let close: () => Promise<void>;
let parts: Omit<NudgingParts, 'storage' | 'messenger'>;
let inTeam: { readonly conversation: Incoming['conversation'] };
let tests = 0;

beforeAll(async () => {
  const database = await open({ dataDir: ':memory:' });
  const [parsed, content] = [parseConfig({}), loadContent('content')];
  if (!parsed.ok || !content.ok) throw new Error('the product does not start');
  const { config } = parsed;
  storage = createStorage(database, keysOf('k1'));
  const messenger = {
    send: async (address: Address, message: Message) => {
      sent.push({ address, message });
      return { kind: 'sent' as const };
    },
  };
  const log = createLog('silent');
  parts = { config, library: content.library, clock: () => now, log };
  nudging = createNudging({ ...parts, storage, messenger });
  const rooms = {
    roster: { find: async () => ({ name: 'Mette *Sørensen*' }), list: async () => [] },
    poster: { post: async () => ({ ok: false as const }), update: async () => false },
  };
  ({ bot } = assembleConversation({ config, content, storage, plans: nudging.plans, rooms, random: () => 0, log }));
  close = () => database.close();
});
afterAll(() => close());

const openOwn = async () => {
  const database = await open({ dataDir: ':memory:' });
  return { storage: createStorage(database, keysOf('k1')), close: () => database.close() };
};

/** One bot for all, whose compiling takes a second; each test has a tenant of its own, and with it people and a budget. */
beforeEach(async () => {
  tests += 1;
  now = monday;
  const tenant = `t${tests}`;
  mette = visit(bot, 'mette', tenant);
  inTeam = { conversation: { id: `19:${tenant}`, kind: 'channel' } };
  const address = { serviceUrl: 'https://smba.example/', botId: '28:bot' };
  await storage.addresses.save(personal(mette.key), { ...address, conversation: `chat-${tenant}`, userId: '29:mette' }, now);
  const conversation = inTeam.conversation.id;
  await storage.addresses.save({ kind: 'conversation', tenant, conversation }, { ...address, conversation }, now);
});

const say = (text: string, more: Partial<Incoming> = {}) => mette.say(text, { at: now, ...more });
const press = (reply: readonly Message[], title: string, typed: Record<string, string> = {}, more: Partial<Incoming> = {}) => {
  const { data, type } = buttonOf(reply, title);
  return mette.happen({ kind: 'action', data: { ...(data as object), ...typed }, invoke: type === 'Action.Execute' }, { at: now, ...more });
};
/** Lets the clock come to an instant, and gives what was sent then. */
const passAt = async (at: Date): Promise<Message[]> => {
  now = at;
  sent = [];
  await nudging.dispatcher.runPass(at);
  const own = [`chat-${mette.key.tenant}`, inTeam.conversation.id];
  sent = sent.filter(({ address }) => own.includes(address.conversation));
  const messages = sent.map(({ message }) => message);
  expect(messages.flatMap(findMessageFaults)).toEqual([]);
  return messages;
};

describe('a daily question', () => {
  let nudge: Message[];
  beforeEach(async () => {
    await say('jeg er kontorchef i Aarhus');
    await say('mind mig hver hverdag kl. 8');
    nudge = await passAt(tuesday);
  });

  it('says whom it is for, why it comes, one statement, one question, and how to stop it', () => {
    expect(nudge).toHaveLength(1);
    expect(nudge[0]?.summary).toBe('Dagens spørgsmål til dig som kontorchef');
    const text = textOf(nudge);
    for (const words of [
      'Til dig som kontorchef',
      'Du får det mandag til fredag kl. 8.00',
      'Skriv »stop«',
      'Til eftertanke',
      'vedtagne ordlyd',
    ])
      expect(text).toContain(words);
    expect(buttonsOf(nudge).map(({ title }) => title)).toEqual(['Gem', 'Et andet', 'Ikke i dag', 'Indstillinger', 'Del kortet']);
  });

  it('is answered in its own field, and the note is found again', async () => {
    expect(textOf(await press(nudge, 'Gem', { note: 'Jeg vil spørge Lone.' }))).toContain('Din note er gemt');
    expect(textOf(await say('vis mine refleksioner'))).toContain('Jeg vil spørge Lone.');
  });

  it('gives way to another, which is not the same', async () => {
    const another = await press(nudge, 'Et andet');
    const promptIn = (reply: readonly Message[]) => (buttonOf(reply, 'Gem').data as { act: { prompt: string } }).act.prompt;
    expect(promptIn(another)).not.toBe(promptIn(nudge));
  });

  it('that Teams takes is a sign of the person', async () => {
    expect((await storage.people.load(mette.key))?.lastSeen).toEqual(tuesday);
  });

  it('can wait, be moved, and be stopped', async () => {
    expect(textOf(await press(nudge, 'Ikke i dag'))).toContain('Næste: i morgen, onsdag 25. november.');
    expect(textOf(await press(nudge, 'Indstillinger'))).toContain('Indstil dine daglige spørgsmål');
    expect(textOf(await say('stop'))).toContain('Der kommer ikke flere.');
    expect(await passAt(new Date('2026-11-25T07:00:00Z'))).toEqual([]);
  });

  it('stands on the profile with the next time', async () => {
    expect(textOf(await say('vis min profil'))).toContain(
      'Daglige spørgsmål: Mandag til fredag kl. 8.00. Næste: i morgen, onsdag 25. november.',
    );
  });

  it('stops when the bot is taken away, and starts again with the next message', async () => {
    await mette.happen({ kind: 'removed' }, { at: now });
    expect(await passAt(new Date('2026-11-25T07:00:00Z'))).toEqual([]);
    expect(textOf(await say('hej'))).toContain('Dine daglige spørgsmål er i gang igen');
    expect(await passAt(new Date('2026-11-26T07:00:00Z'))).toHaveLength(1);
  });
});

it('to somebody without a role is one for all leaders', async () => {
  await say('mind mig hver hverdag kl. 8');
  expect(textOf(await passAt(tuesday))).toContain('Til alle ledere');
});

it('comes in the language that it was asked for in', async () => {
  await say('remind me every weekday at 8');
  expect(textOf(await passAt(tuesday))).toContain('You get it Monday to Friday at 8:00');
});

it('to a team says who asked and how to stop it, and has no field', async () => {
  await say('send et spørgsmål hver mandag kl. 9', inTeam);
  const nudge = await passAt(new Date('2026-11-30T08:00:00Z'));
  expect(sent[0]?.address.conversation).toBe(inTeam.conversation.id);
  expect(textOf(nudge)).toContain('Mette *Sørensen* har bedt om det. Det kommer hver mandag kl. 9.00.');
  expect(textOf(nudge)).toContain('»stop spørgsmålene«');
  expect(JSON.stringify(nudge)).not.toMatch(/Input\.|Action\.Execute/);
  expect(textOf(await press(nudge, 'Stop spørgsmålene her', {}, inTeam))).toContain('Spørgsmålene her er stoppet');
  expect(await passAt(new Date('2026-12-07T08:00:00Z'))).toEqual([]);
});

it('day by day the silent are told, and what else is to be done then is done', async () => {
  await say('hej');
  now = new Date(monday.getTime() + 371 * 86_400_000);
  sent = [];
  const messenger = {
    send: async (address: Address, message: Message) => {
      sent.push({ address, message });
      return { kind: 'sent' as const };
    },
  };
  const ticking = createNudging({ ...parts, storage, messenger });
  const done: Date[] = [];
  ticking.start(async (at) => void done.push(at));
  await vi.waitFor(() => expect(sent.map(({ address }) => address.conversation)).toContain(`chat-${mette.key.tenant}`));
  expect(done).toEqual([now]);
  await ticking.stop(1_000);
});

it('stops in time while messages hang, and gives back what was not begun', async () => {
  const { storage: hanging, close: end } = await openOwn();
  const begun: string[] = [];
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const own = createNudging({
    ...parts,
    storage: hanging,
    messenger: {
      send: ({ conversation }) => {
        begun.push(conversation);
        if (begun.length === 50) arrive();
        return new Promise(() => undefined);
      },
    },
    clock: () => new Date('2026-11-24T07:00:00Z'),
  });
  for (let index = 0; index < 60; index += 1) {
    const person = { tenant: 'stop', entraId: `p${index}` };
    await hanging.addresses.save(personal(person), { serviceUrl: 'https://smba.example/', conversation: `chat-${index}` }, monday);
    await own.plans.save(personal(person), {}, monday);
  }
  own.start();
  await arrived;
  await own.stop(500);
  const report = await hanging.outbox.report('2026-11-24');
  expect(report.map(({ state, count }) => [state, count])).toEqual([
    ['due', 10],
    ['sending', 50],
  ]);
  await end();
});
