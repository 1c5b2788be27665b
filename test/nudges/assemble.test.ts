import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { type PersonKey, personal } from '../../src/conversation/person.js';
import type { Messenger } from '../../src/nudges/ports.js';
import { findMessageFaults } from '../cards/rules.js';
import { heard } from '../storage/visits.js';
import { createOutside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonOf, buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

/** Monday, 10:00 in Copenhagen, and the next morning. */
const monday = new Date('2026-11-23T09:00:00Z');
const tuesday = new Date('2026-11-24T07:00:00Z');

const outside = createOutside({ nameOf: () => 'Mette *Sørensen*' });
let product: Product;
let mette: Visitor;
let inTeam: { readonly conversation: Incoming['conversation'] };
let tests = 0;

beforeAll(async () => {
  product = await openProduct(undefined, { outside });
});
afterAll(() => product.close());

const teams = { serviceUrl: 'https://smba.example/', botId: '28:bot' };
const know = ({ storage }: Product, person: PersonKey, conversation: string) =>
  heard(storage, personal(person), { ...teams, conversation, userId: '29:mette' }, monday);

/** One bot for all; each test has a tenant of its own, and with it people and a budget. */
beforeEach(async () => {
  tests += 1;
  product.now = monday;
  const tenant = `t${tests}`;
  mette = visit(product, 'mette', tenant);
  inTeam = { conversation: { id: `19:${tenant}`, kind: 'channel' } };
  await know(product, mette.key, `chat-${tenant}`);
  const conversation = inTeam.conversation.id;
  await heard(product.storage, { kind: 'conversation', tenant, conversation }, { ...teams, conversation }, monday);
});

const say = (text: string, more?: Partial<Incoming>) => mette.say(text, more);
const press: Visitor['press'] = (...given) => mette.press(...given);
/** Lets the clock come to an instant, and gives what was sent then. */
const passAt = async (at: Date): Promise<Message[]> => {
  product.now = at;
  outside.sent = [];
  await product.nudging.dispatcher.runPass(at);
  const own = [`chat-${mette.key.tenant}`, inTeam.conversation.id];
  outside.sent = outside.sent.filter(({ address }) => own.includes(address.conversation));
  const messages = outside.sent.map(({ message }) => message);
  expect(messages.flatMap(findMessageFaults)).toEqual([]);
  return messages;
};

describe('a daily question', () => {
  let nudge: Message[];
  beforeEach(async () => {
    await say('jeg er kontorchef i Aarhus');
    await say('mind mig hver hverdag præcis kl. 8');
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
    expect(buttonsOf(nudge).map(({ title }) => title)).toEqual([
      'Gem',
      'Gør det til en aftale',
      'Et andet spørgsmål',
      'Ikke i dag',
      'Indstillinger',
      'Del kortet',
    ]);
  });

  it('is answered in its own field, and the note is found again', async () => {
    expect(textOf(await press(nudge, 'Gem', { note: 'Jeg vil spørge Lone.' }))).toContain('Din note er gemt');
    expect(textOf(await say('vis mine refleksioner'))).toContain('Jeg vil spørge Lone.');
  });

  it('gives way to another, which is not the same', async () => {
    const another = await press(nudge, 'Et andet spørgsmål');
    const promptIn = (reply: readonly Message[]) => (buttonOf(reply, 'Gem').data as { act: { prompt: string } }).act.prompt;
    expect(promptIn(another)).not.toBe(promptIn(nudge));
  });

  it('that Teams takes is a sign of the person', async () => {
    expect((await product.storage.people.load(mette.key))?.lastSeen).toEqual(tuesday);
  });

  it('can wait, be moved, and be stopped', async () => {
    expect(textOf(await press(nudge, 'Ikke i dag'))).toContain('Næste: i morgen, onsdag 25. november.');
    expect(textOf(await press(nudge, 'Indstillinger'))).toContain('Indstil dine faste spørgsmål');
    expect(textOf(await say('stop'))).toContain('Der kommer ikke flere.');
    expect(await passAt(new Date('2026-11-25T07:00:00Z'))).toEqual([]);
  });

  it('stands on the profile with the next time', async () => {
    expect(textOf(await say('vis min profil'))).toContain(
      'Faste spørgsmål: Mandag til fredag kl. 8.00. Næste: i morgen, onsdag 25. november.',
    );
  });

  it('stops when the bot is taken away, and starts again with the next message', async () => {
    await mette.happen({ kind: 'removed' });
    expect(await passAt(new Date('2026-11-25T07:00:00Z'))).toEqual([]);
    expect(textOf(await say('hej'))).toContain('Dine faste spørgsmål er i gang igen');
    expect(await passAt(new Date('2026-11-26T07:00:00Z'))).toHaveLength(1);
  });
});

it('to somebody without a role is one for all leaders', async () => {
  await say('mind mig hver hverdag præcis kl. 8');
  expect(textOf(await passAt(tuesday))).toContain('Til alle ledere');
});

it('says about when it comes where that was asked for, beside one on the minute', async () => {
  await say('mind mig hver hverdag kl. 8');
  await product.nudging.dispatcher.runPass(new Date('2026-11-24T07:10:00Z'));
  expect(outside.sent.map(({ message }) => textOf([message])).join()).toContain('Du får det mandag til fredag omkring kl. 8, fordi');
  expect(textOf(await say('vis min profil'))).toContain('Mandag til fredag omkring kl. 8. Næste: onsdag 25. november.');
  await say('hellere præcis kl. 8');
  expect(textOf(await passAt(new Date('2026-11-25T07:00:00Z')))).toContain('Du får det mandag til fredag kl. 8.00, fordi');
});

it('comes in the language that it was asked for in', async () => {
  await say('remind me every weekday at 8 sharp');
  expect(textOf(await passAt(tuesday))).toContain('You get it Monday to Friday at 8:00');
});

it('to a team says who asked and how to stop it, and has no field', async () => {
  await say('send et spørgsmål hver mandag præcis kl. 9', inTeam);
  const nudge = await passAt(new Date('2026-11-30T08:00:00Z'));
  expect(outside.sent[0]?.address.conversation).toBe(inTeam.conversation.id);
  expect(textOf(nudge)).toContain('Mette *Sørensen* har bedt om det. Det kommer hver mandag kl. 9.00.');
  expect(textOf(nudge)).toContain('»stop spørgsmålene«');
  expect(JSON.stringify(nudge)).not.toMatch(/Input\.|Action\.Execute/);
  expect(textOf(await press(nudge, 'Stop spørgsmålene her', {}, inTeam))).toContain('Spørgsmålene her er stoppet');
  expect(await passAt(new Date('2026-12-07T08:00:00Z'))).toEqual([]);
});

it('day by day the silent are told, and what else is to be done then is done', async () => {
  const own = await openProduct(undefined, { outside, now: monday });
  const anne = visit(own, 'anne');
  await anne.say('hej');
  await know(own, anne.key, 'chat-anne');
  own.now = new Date(monday.getTime() + 371 * 86_400_000);
  outside.sent = [];
  const done: Date[] = [];
  own.nudging.start(async (at) => void done.push(at));
  await vi.waitFor(() => expect(outside.sent.map(({ address }) => address.conversation)).toContain('chat-anne'));
  expect(done).toEqual([own.now]);
  await own.nudging.stop(1_000);
  await own.close();
});

it('stops in time while messages hang, and gives back what was not begun', async () => {
  const begun: string[] = [];
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const messenger: Messenger = {
    send: ({ conversation }) => {
      begun.push(conversation);
      if (begun.length === 50) arrive();
      return new Promise(() => undefined);
    },
  };
  const own = await openProduct(undefined, { outside: { ...outside, messenger }, now: tuesday });
  for (let index = 0; index < 60; index += 1) {
    const person = { tenant: 'stop', entraId: `p${index}` };
    await know(own, person, `chat-${index}`);
    await own.nudging.plans.save(personal(person), { exact: true }, monday);
  }
  own.nudging.start();
  await arrived;
  await own.nudging.stop(500);
  const report = await own.storage.outbox.report('2026-11-24');
  expect(report.map(({ state, count }) => [state, count])).toEqual([
    ['due', 10],
    ['sending', 50],
  ]);
  await own.close();
});

it('warns of nothing where many tenants wait for their turn', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on('warning', note);
  product.now = monday;
  for (let at = 0; at < 40; at += 1) {
    const [first, second] = ['lars', 'anne'].map((name) => visit(product, name, `many-${at}`));
    for (const visitor of [first, second] as Visitor[]) {
      await know(product, visitor.key, `chat-${visitor.key.entraId}`);
      await product.nudging.plans.save(personal(visitor.key), { time: '08:00', exact: true }, monday);
    }
  }
  outside.sent = [];
  product.now = tuesday;
  await product.nudging.dispatcher.runPass(tuesday);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(outside.sent.length).toBeGreaterThanOrEqual(80);
  expect(warnings).toEqual([]);
});
