import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recorded } from './activities.js';
import { type Behaviour, type FakeConnector, startConnector } from './connector.js';
import { type Service, say, startService } from './service.js';

let connector: FakeConnector;
let service: Service;

beforeEach(async () => {
  connector = await startConnector();
  service = await startService();
});
afterEach(() => Promise.all([service.stop(), connector.close()]));

let serial = 0;
/** A recorded activity that answers to the fake connector, with an id of its own. */
function activity(name: string, changes: Record<string, unknown> = {}) {
  serial += 1;
  return recorded(name, { id: `activity-${serial}`, serviceUrl: connector.url, ...changes });
}

describe('a kind of message', () => {
  it.each([
    ['message.personal', 'text'],
    ['message.groupChat.mention', 'text'],
    ['message.channel.reply.mention', 'text'],
    ['message.card-submit.personal', 'action'],
    ['message.me-card-inserted', 'text'],
    ['installationUpdate.add.personal', 'installed'],
    ['conversationUpdate.membersAdded.channel', 'installed'],
  ])('%s is answered with a card through the connector', async (name, kind) => {
    const sent = activity(name);
    const answer = await service.post(sent);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(service.asked.map(({ what }) => what.kind)).toEqual([kind]);
    expect(connector.calls).toHaveLength(1);
    const [call] = connector.calls;
    const conversation = sent.conversation as { id: string };
    expect(decodeURIComponent(call?.path ?? '')).toBe(`/connector/v3/conversations/${conversation.id}/activities/${sent.id}`);
    expect(call?.method).toBe('POST');
    expect(call?.authorization).toBeUndefined();
    expect(call?.body).toMatchObject({
      type: 'message',
      summary: 'Kort: svar',
      replyToId: sent.id,
      recipient: { id: '29:1alice' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: say('svar').card }],
    });
    expect(call?.body).not.toHaveProperty('text');
  });

  it.each(['personal', 'groupChat', 'channel'])('invoke.adaptiveCard-action.%s is answered with the card itself', async (place) => {
    const answer = await service.post(activity(`invoke.adaptiveCard-action.${place}`));
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: say('svar').card },
    ]);
    expect(connector.calls).toHaveLength(0);
  });

  it('that removes the bot is told to it, and a silent bot sends nothing', async () => {
    service.answer = async () => [];
    expect((await service.post(activity('mock.installationUpdate.remove'))).status).toBe(200);
    expect(service.asked.map(({ what }) => what.kind)).toEqual(['removed']);
    expect(connector.calls).toHaveLength(0);
  });

  it.each([
    ['mock.custom.messageReaction', 200],
    ['mock.conversationUpdate.channelCreated', 200],
    ['mock.conversationUpdate.userAdded.channel', 200],
    ['invoke.composeExtension-query', 501],
    ['mock.notification.mentionInWord', 403],
  ])('%s is none of the bot, and gets %i', async (name, status) => {
    const answer = await service.post(activity(name));
    expect([answer.status, answer.text]).toEqual([status, '']);
    expect(service.asked).toEqual([]);
    expect(connector.calls).toHaveLength(0);
  });

  it('that is an invoke of none of ours is told to operators as failed: who sent it sees an error', async () => {
    await service.post(activity('invoke.composeExtension-query'));
    const told = service.logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'turn');
    expect(told).toMatchObject([{ kind: 'extension', outcome: 'failed' }]);
  });

  it('with several cards is sent in order', async () => {
    service.answer = async () => ['en', 'to', 'tre'].map(say);
    await service.post(activity('message.personal'));
    expect(connector.calls.map(({ body }) => body['summary'])).toEqual(['Kort: en', 'Kort: to', 'Kort: tre']);
  });
});

describe('expectReplies', () => {
  it('brings the messages in the answer', async () => {
    service.answer = async () => ['en', 'to'].map(say);
    const answer = await service.post(activity('message.personal', { deliveryMode: 'expectReplies' }));
    const { activities } = JSON.parse(answer.text) as { activities: { summary: string }[] };
    expect([answer.status, activities.map(({ summary }) => summary)]).toEqual([200, ['Kort: en', 'Kort: to']]);
    expect(connector.calls).toHaveLength(0);
  });

  it('brings the answer to a button among the activities', async () => {
    const answer = await service.post(activity('invoke.adaptiveCard-action.personal', { deliveryMode: 'expectReplies' }));
    expect(JSON.parse(answer.text)).toMatchObject({
      activities: [{ type: 'invokeResponse', value: { status: 200, body: { value: say('svar').card } } }],
    });
  });

  it('brings an empty list for what is ignored', async () => {
    const answer = await service.post(activity('mock.custom.messageReaction', { deliveryMode: 'expectReplies' }));
    expect([answer.status, answer.text]).toEqual([200, '{"activities":[]}']);
  });
});

describe('the same activity again', () => {
  it('has one effect and one answer, also while the first still runs', async () => {
    const sent = activity('message.personal');
    connector.behaviour = 'silence';
    const arrived = connector.nextCall();
    const first = service.post(sent);
    await arrived;
    expect((await service.post(sent)).status).toBe(200);
    connector.release();
    expect((await first).status).toBe(200);
    expect((await service.post(sent)).status).toBe(200);
    expect([service.asked.length, connector.calls.length]).toEqual([1, 1]);
  });

  it('leaves the card alone when it is a button', async () => {
    const sent = activity('invoke.adaptiveCard-action.personal');
    await service.post(sent);
    expect(JSON.parse((await service.post(sent)).text)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: '',
    });
    expect(service.asked).toHaveLength(1);
  });

  it('is news in another conversation, in another tenant, and after ten minutes', async () => {
    const sent = activity('message.personal');
    await service.post(sent);
    await service.post({ ...sent, conversation: { ...sent.conversation, id: 'a:another' } });
    await service.post({ ...sent, conversation: { ...sent.conversation, tenantId: 'another' } });
    service.now = new Date(service.now.getTime() + 599_000);
    await service.post(sent);
    expect(service.asked).toHaveLength(3);
    service.now = new Date(service.now.getTime() + 1_000);
    await service.post(sent);
    expect(service.asked).toHaveLength(4);
  });
});

describe('a connector in trouble', () => {
  it.each<[Behaviour]>([[408], [403], [500], [502], [503], [504], ['reset'], ['silence'], ['redirect']])(
    '(%s) is called exactly once, and Teams gets 200',
    async (behaviour) => {
      connector.behaviour = behaviour;
      service.answer = async () => ['en', 'to'].map(say);
      const answer = await service.post(activity('message.personal'));
      expect([answer.status, answer.text]).toEqual([200, '']);
      expect(connector.calls).toHaveLength(1);
      connector.behaviour = 200;
      await service.post(activity('message.personal'));
      expect(connector.calls).toHaveLength(3);
    },
  );

  it.each<[Behaviour, number[]]>([
    [429, [1_000]],
    [412, [1_000]],
    [401, []],
  ])('(%s) is called once more, when it says, and the answer arrives', async (behaviour, pauses) => {
    connector.behaviour = behaviour;
    const arrived = connector.nextCall();
    const answer = service.post(activity('message.personal'));
    await arrived;
    connector.behaviour = 200;
    expect((await answer).status).toBe(200);
    expect([connector.calls.length, service.pauses]).toEqual([2, pauses]);
    expect(service.logged.join('')).not.toContain('failed');
  });

  it('is named in the log by status only', async () => {
    connector.behaviour = 503;
    await service.post(activity('message.personal', { text: 'en privat tanke' }));
    expect(service.logged.map((line) => JSON.parse(line) as Record<string, unknown>)).toContainEqual(
      expect.objectContaining({ msg: 'sending failed', error: { name: 'SendFailed', code: 503 } }),
    );
  });
});

describe('a bot in trouble', () => {
  beforeEach(() => {
    service.answer = async () => {
      throw new RangeError('Alice Admin skrev en privat tanke');
    };
  });

  it('says sorry with a card and 200, and logs only the name of the error', async () => {
    const answer = await service.post(activity('message.personal', { text: 'en privat tanke' }));
    expect(answer.status).toBe(200);
    expect(connector.calls.map(({ body }) => body['summary'])).toEqual(['Kort: beklager']);
    expect(service.logged.join('')).toContain('RangeError');
    expect(service.logged.join('')).not.toMatch(/privat|Alice|aaaaaaaa/);
  });

  it('says sorry in the card of a button', async () => {
    const answer = await service.post(activity('invoke.adaptiveCard-action.personal'));
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { value: say('beklager').card }]);
  });
});

describe('a stranger', () => {
  it.each([
    ['that calls by another name', {}, { host: 'evil.example' }],
    ['that wants the answer elsewhere', { serviceUrl: 'https://evil.example/' }, {}],
    ['without a serviceUrl', { serviceUrl: undefined }, {}],
    ['on another channel', { channelId: 'emulator' }, {}],
  ])('%s is refused, and the bot is not asked', async (_name, changes, headers) => {
    const { request } = await import('node:http');
    const body = JSON.stringify(activity('message.personal', changes));
    const status = await new Promise((resolve, reject) => {
      const call = request(
        `${service.url}/api/messages`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          response.resume().once('end', () => resolve([response.statusCode, response.headers['content-length']]));
        },
      );
      call.once('error', reject).end(body);
    });
    expect(status).toEqual([403, '0']);
    expect(service.asked).toEqual([]);
    expect(connector.calls).toHaveLength(0);
  });
});

describe('an invoke that there is nothing to say to', () => {
  it.each([
    ['what is pressed below an answer and is no thumb', 'invoke.message-submitAction.feedback', { value: {} }],
    ['the form for it', 'invoke.message-submitAction.feedback', { name: 'message/fetchTask' }],
  ])('is taken with 200 and no body: %s', async (_, name, changes) => {
    const answer = await service.post(activity(name, changes));
    expect([answer.status, answer.text, service.asked]).toEqual([200, '', []]);
  });
});
