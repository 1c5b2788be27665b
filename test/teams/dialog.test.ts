/**
 * Dialogs over HTTP, as Teams opens them and as people press in them.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Act } from '../../src/cards/acts.js';
import { createLimiter } from '../../src/teams/limits.js';
import { findMessageFaults } from '../cards/rules.js';
import { library } from '../support/content.js';
import { recorded } from './activities.js';
import { type FakeConnector, startConnector } from './connector.js';
import { registeredPolicy, registrationOf, signsByHand } from './registered.js';
import { type Served, serveProduct } from './served.js';
import { type Service, say, startService } from './service.js';

/** What Teams takes as the answer to `task/fetch` and `task/submit` (Teams, "Use dialogs with bots", "Payload of task/fetch and task/submit"). */
const answerSchema = z.strictObject({
  task: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('message'), value: z.string().min(1) }),
    z.strictObject({
      type: z.literal('continue'),
      value: z.strictObject({
        title: z.string().min(1).max(64),
        height: z.enum(['small', 'medium', 'large']),
        width: z.enum(['small', 'medium', 'large']),
        card: z.strictObject({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.5') }),
        }),
      }),
    }),
  ]),
});

const [prompt] = library.prompts;
const secret = 'Jeg turde ikke sige det højt til mødet';
const places = {
  personal: { id: 'a:personal-chat-1', conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111' },
  groupChat: { id: '19:gruppe@thread.v2', conversationType: 'groupChat', tenantId: '11111111-1111-4111-8111-111111111111' },
  channel: { id: '19:kanal@thread.tacv2', conversationType: 'channel', tenantId: '11111111-1111-4111-8111-111111111111' },
};

let serial = 0;
const activity = (name: string, value: unknown, serviceUrl: string, conversation: object = places.personal, id = `dialog-${++serial}`) =>
  recorded('mock.custom.task-fetch', { id, name, value, serviceUrl, conversation });
const pressed = (act: Act, typed: object = {}) => ({ data: { do: 'act', act, language: 'da', ...typed }, context: { theme: 'default' } });

/** The answer, proven to be one that Teams takes, with a card that keeps all our rules. */
function readAnswer({ status, text }: { status: number; text: string }) {
  expect(status).toBe(200);
  expect(Buffer.byteLength(text, 'utf16le')).toBeLessThan(100_000);
  const { task } = answerSchema.parse(JSON.parse(text));
  if (task.type === 'continue') expect(findMessageFaults({ card: task.value.card.content as never, summary: 'x' })).toEqual([]);
  return task;
}

describe('a dialog of the product', () => {
  let connector: FakeConnector;
  let served: Served;
  beforeAll(async () => {
    [connector, served] = await Promise.all([
      startConnector(),
      serveProduct({ dataDir: ':memory:' }, () => new Date('2026-11-24T08:00:00Z'), { NOTES_IN: 'dialog' }),
    ]);
  });
  afterAll(() => Promise.all([served.stop(), connector.close()]));
  afterEach(() => {
    expect(served.errors).toEqual([]);
    connector.calls.splice(0);
  });

  const send = async (name: string, value: unknown, where?: object) =>
    readAnswer(await served.post(activity(name, value, connector.url, where)));
  const cardIn = (task: Awaited<ReturnType<typeof send>>) => (task.type === 'continue' ? JSON.stringify(task.value.card.content) : '');

  it('keeps a note, lists it, opens it and mends it, and the chat gets nothing', async () => {
    const saved = await send('task/submit', pressed({ act: 'save-note', prompt: prompt?.id ?? '' }, { note: secret }));
    expect(saved).toMatchObject({ type: 'continue', value: { title: 'Gemt' } });
    const list = await send('task/fetch', pressed({ act: 'list-notes' }, { msteams: { type: 'task/fetch' } }));
    expect(list).toMatchObject({ type: 'continue', value: { title: 'Mine noter' } });
    expect(cardIn(list)).toContain(secret);
    const note = /"note":"([\w-]+)"/.exec(cardIn(list))?.[1] ?? '';
    expect(cardIn(await send('task/submit', pressed({ act: 'open-note', note, mode: 'edit' })))).toContain(secret);
    const mended = await send('task/submit', pressed({ act: 'edit-note', note }, { note: 'Jeg sagde det' }));
    expect(cardIn(mended)).toContain('Jeg sagde det');
    const long = await send('task/submit', pressed({ act: 'edit-note', note }, { note: '漢'.repeat(4_001) }));
    expect(cardIn(long)).toContain('Noten er for lang');
    expect(connector.calls).toEqual([]);
  });

  it('answers a question about a framework where it was asked', async () => {
    const question = { do: 'ask', question: { intent: 'common', framework: 'sammen' }, language: 'da' };
    expect((await send('task/submit', { data: question })).type).toBe('continue');
    expect(connector.calls).toEqual([]);
  });

  it.each(['groupChat', 'channel'] as const)('is not for a %s, and says so', async (kind) => {
    for (const name of ['task/fetch', 'task/submit']) {
      const task = await send(name, pressed({ act: 'list-notes' }), places[kind]);
      expect(cardIn(task)).toContain('Åbn din private chat med Ledelseskompas');
      expect(cardIn(task)).not.toContain('Action.Submit');
    }
    expect(connector.calls).toEqual([]);
  });

  it.each([undefined, null, 'hej', 7, [], {}, { data: null }, { data: { do: 'act', act: { act: 'open-note', note: 'x'.repeat(500) } } }])(
    'takes the value %j for a button that works no longer',
    async (value) => {
      for (const name of ['task/fetch', 'task/submit']) expect(cardIn(await send(name, value))).toContain('Knappen virker ikke længere');
    },
  );
});

describe('a dialog', () => {
  let connector: FakeConnector;
  let service: Service | undefined;
  beforeEach(async () => {
    connector = await startConnector();
  });
  afterEach(async () => {
    await service?.stop();
    await connector.close();
  });

  const open = async (options: Parameters<typeof startService>) => {
    service = await startService(...options);
    return service;
  };
  const post = async (there: Service, id?: string) => {
    const { status, text } = await there.post(activity('task/fetch', pressed({ act: 'list-notes' }), connector.url, places.personal, id));
    expect(status).toBe(200);
    return answerSchema.parse(JSON.parse(text)).task;
  };

  it('is opened once for an activity that comes twice, and the second time words say so', async () => {
    const there = await open([]);
    expect((await post(there, 'same')).type).toBe('continue');
    expect(await post(there, 'same')).toEqual({ type: 'message', value: 'Kort: again' });
    expect(there.asked).toHaveLength(1);
  });

  it('counts as a message, and says that there were too many', async () => {
    const there = await open([{}, undefined, createLimiter({ messagesPerMinute: 2 })]);
    expect([(await post(there)).type, (await post(there)).type]).toEqual(['continue', 'continue']);
    expect([await post(there), await post(there)]).toEqual(Array(2).fill({ type: 'message', value: 'Kort: busy' }));
    expect(there.asked).toHaveLength(2);
    expect(connector.calls).toEqual([]);
  });

  it('says in words that something broke, or took too long', async () => {
    const there = await open([
      {},
      undefined,
      undefined,
      undefined,
      { budgets: { turn: { thinkingMs: 300, lastWordMs: 300 }, extension: { thinkingMs: 300, lastWordMs: 300 } } },
    ]);
    there.answer = async () => {
      throw new TypeError(secret);
    };
    expect(await post(there)).toEqual({ type: 'message', value: 'Kort: beklager' });
    there.answer = () => new Promise(() => undefined);
    expect(await post(there)).toEqual({ type: 'message', value: 'Kort: beklager' });
    expect(there.logged.join()).not.toContain('turde');
  });

  it('is opened for nobody who shows no token', async () => {
    const credentials = registrationOf('SingleTenant');
    const there = await open([{ credentials, credentialsFactory: signsByHand }, registeredPolicy]);
    for (const name of ['task/fetch', 'task/submit']) {
      const answer = await there.post(activity(name, pressed({ act: 'list-notes' }), connector.url));
      expect([answer.status, answer.text]).toEqual([401, '']);
    }
    expect(there.asked).toEqual([]);
  });

  it('is filled with the first of several answers, and the chat gets the others', async () => {
    const there = await open([]);
    there.answer = async () => [say('en'), say('to')];
    expect(JSON.stringify(await post(there))).toContain('"text":"en"');
    expect(connector.calls.map(({ body }) => body['summary'])).toEqual(['Kort: to']);
  });
});
