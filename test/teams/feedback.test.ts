/**
 * Thumbs under answers over HTTP, with bodies as Teams documents them (Microsoft Learn, "Bot messages with AI-generated content",
 * "Feedback buttons").
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findMessageFaults } from '../cards/rules.js';
import { recorded } from './activities.js';
import { type FakeConnector, startConnector } from './connector.js';
import { type Served, serveProduct } from './served.js';

const now = new Date('2026-11-24T08:00:00Z');
const contact = 'HR, lederudvikling@kommunen.dk';
const personal = { id: 'a:feedback-chat', conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111' };
const group = { id: '19:gruppe@thread.v2', conversationType: 'groupChat', tenantId: personal.tenantId };
const secret = 'Jeg fandt ikke noget om natarbejde';

let serial = 0;
let connector: FakeConnector;
let served: Served;

const say = (text: string, conversation: object = personal) =>
  served.post(
    recorded('message.personal', { id: `m-${++serial}`, text, serviceUrl: connector.url, conversation, entities: [], attachments: [] }),
  );
const invoke = (name: string, value: unknown, more: object = {}) =>
  served.post(
    recorded('mock.custom.task-fetch', {
      id: `i-${++serial}`,
      name,
      value,
      replyToId: 'answer-1',
      serviceUrl: connector.url,
      conversation: personal,
      ...more,
    }),
  );
const press = (reaction: string, more?: object) =>
  invoke('message/fetchTask', { data: { actionName: 'feedback', actionValue: { reaction } } }, more);
const send = (reaction: string, form: object, more?: object) =>
  invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction, feedback: JSON.stringify(form) } }, more);

async function counted(): Promise<Record<string, number>> {
  await served.product.settle();
  const all = await served.product.storage.listTallies({ from: now, until: new Date(now.getTime() + 7 * 86_400_000) });
  const thumbs = all.filter(({ measure }) => measure === 'liked' || measure === 'disliked');
  return Object.fromEntries(
    thumbs.map(({ measure, kind, framework = '', theme = '', count }) => [[measure, kind, framework, theme].join(' '), count]),
  );
}
const texts = () => JSON.stringify(connector.calls.map(({ body }) => body));

describe('thumbs under answers', () => {
  beforeAll(async () => {
    connector = await startConnector();
    served = await serveProduct({ dataDir: ':memory:' }, () => now, { EDITOR_CONTACT: contact, NOTES_IN: 'dialog' });
  });
  afterAll(() => Promise.all([served.stop(), connector.close()]));
  afterEach(async () => {
    expect(served.errors).toEqual([]);
    connector.calls.splice(0);
    await served.product.settle();
    for (const table of ['tallies', 'rated_answers', 'letters'] as const) await served.product.database.db.deleteFrom(table).execute();
  });

  it('are asked for under an answer, and not under care, talk, notes or a question back', async () => {
    await say('hvad forventes der af en kontorchef i Aarhus 2024?');
    expect(connector.calls.map(({ body }) => body['channelData'])).toEqual([{ feedbackLoop: { type: 'custom' } }]);
    connector.calls.splice(0);
    for (const text of [
      'jeg kan ikke mere, jeg græder hver aften',
      'tak',
      'vis mine noter',
      'mind mig i morgen kl. 9 om mødet',
      'hvad forventes der af en direktør',
    ])
      await say(text);
    expect(connector.calls.length).toBeGreaterThanOrEqual(5);
    expect(connector.calls.map(({ body }) => body['channelData']).filter(Boolean)).toEqual([]);
  });

  it('open a form of ours, and count once for what the answer was about, whoever presses again', async () => {
    await say('hvad forventes der af en kontorchef i Aarhus 2024?');
    await served.product.settle();
    const { status, text } = await press('like');
    const { task } = JSON.parse(text);
    expect([status, task.type, task.value.title]).toEqual([200, 'continue', 'Tak']);
    expect(findMessageFaults({ card: task.value.card.content, summary: 'x' })).toEqual([]);
    await press('like');
    await send('like', {});
    expect(await counted()).toEqual({ 'liked expectations aarhus-bu-2024 ': 1 });
    expect(JSON.stringify(await served.product.database.db.selectFrom('rated_answers').selectAll().execute())).not.toMatch(
      /feedback-chat|29:/,
    );
  });

  it('down lead to a letter, which is sent by pressing and by nothing else', async () => {
    await say('hvad forventes der af en kontorchef i Aarhus 2024?');
    const { text } = await press('dislike');
    const { task } = JSON.parse(text);
    expect(task.value.title).toBe('Hvad passede ikke?');
    expect(text).toContain(contact);
    expect(task.value.card.content.body.find(({ id }: { id?: string }) => id === 'letter')).not.toHaveProperty('value');
    expect((await served.product.storage.letters.list(personal.tenantId)).total).toBe(0);
    connector.calls.splice(0);
    expect(await send('dislike', { letter: secret, signed: 'false' })).toMatchObject({ status: 200, text: '' });
    const { letters } = await served.product.storage.letters.list(personal.tenantId);
    expect(letters).toMatchObject([{ framework: 'aarhus-bu-2024', reason: 'disliked', said: { ok: true, words: secret } }]);
    expect(letters[0]?.said).not.toHaveProperty('name');
    expect(texts()).toContain(`Sendt til ${contact}`);
    expect(texts()).not.toContain(secret);
    expect(await counted()).toEqual({ 'disliked expectations aarhus-bu-2024 ': 1 });
  });

  it('keep nothing that a client’s own form sends along, and say so', async () => {
    await say('hvad forventes der af en kontorchef i Aarhus 2024?');
    connector.calls.splice(0);
    expect(await send('dislike', { feedbackText: secret })).toMatchObject({ status: 200, text: '' });
    expect(texts()).toContain('hverken gemt det eller sendt det til nogen');
    expect(texts()).not.toContain(secret);
    expect((await served.product.storage.letters.list(personal.tenantId)).total).toBe(0);
    expect(await counted()).toEqual({ 'disliked expectations aarhus-bu-2024 ': 1 });
  });

  it.each([['the recorded body of the test client, without a replyToId', recorded('invoke.message-submitAction.feedback')]])(
    'count %s as of an unknown answer',
    async (_, activity) => {
      const { status, text } = await served.post({ ...activity, id: `i-${++serial}`, serviceUrl: connector.url });
      expect([status, text]).toEqual([200, '']);
      expect(Object.values(await counted())).toEqual([1]);
      expect(Object.keys(await counted())[0]).toMatch(/^(liked|disliked) unknown/);
    },
  );

  it.each([
    ['no reaction', { actionName: 'feedback', actionValue: {} }],
    ['another action', { actionName: 'else', actionValue: { reaction: 'like' } }],
    ['a text', 'x'],
    ['nothing', undefined],
  ])('answer %s with an empty 200, and count nothing', async (_, value) => {
    for (const name of ['message/submitAction', 'message/fetchTask'])
      expect(await invoke(name, value)).toMatchObject({ status: 200, text: '' });
    expect(await counted()).toEqual({});
  });

  it.each([
    ['{', 200],
    [{ feedbackText: 5 }, 200],
    [null, 200],
  ])('take a form that reads %j', async (feedback, status) => {
    const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback } };
    expect(await invoke('message/submitAction', value)).toMatchObject({ status, text: '' });
  });

  it('in a group are counted, and lead to one’s own chat', async () => {
    const { text } = await press('dislike', { conversation: group });
    expect(text).toContain('i din egen chat med mig');
    expect(text).not.toContain('Input.Text');
    await send('dislike', { letter: secret }, { conversation: group });
    expect((await served.product.storage.letters.list(personal.tenantId)).total).toBe(0);
    expect(await counted()).toEqual({ 'disliked unknown  ': 1 });
  });

  it('in words count for the answer before, and for none where there was none', async () => {
    await say('svaret passer ikke', { ...personal, id: 'a:other-chat' });
    expect(await counted()).toEqual({});
    await say('hvad forventes der af en kontorchef i Aarhus 2024?');
    await say('svaret passer ikke');
    expect(texts()).toContain('Send til redaktøren');
    await say('tak, godt svar');
    await served.product.settle();
    expect(await counted()).toEqual({ 'disliked expectations aarhus-bu-2024 ': 1, 'liked expectations aarhus-bu-2024 ': 1 });
  });
});
