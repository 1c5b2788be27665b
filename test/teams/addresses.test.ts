import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal, type Recipient } from '../../src/conversation/person.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { createMessenger } from '../../src/teams/messenger.js';
import { type Connector, startFaultyConnector } from '../nudges/connector.js';
import { type Place, sqlite } from '../storage/stores.js';
import { recorded } from './activities.js';
import { type Served, serveProduct } from './served.js';
import { say } from './service.js';

let place: Place;
let served: Served;
let before: Connector;
let after: Connector;
let serial = 0;

beforeEach(async () => {
  place = await sqlite.create();
  [before, after] = await Promise.all([startFaultyConnector(() => ({ status: 201 })), startFaultyConnector(() => ({ status: 201 }))]);
  served = await serveProduct(place.options);
});
afterEach(async () => {
  await Promise.all([served.stop(), before.close(), after.close()]);
  await place.drop();
});

async function hear(name: string, connector: Connector, changes: Record<string, unknown> = {}) {
  serial += 1;
  const activity = recorded(name, { id: `heard-${serial}`, serviceUrl: connector.url, ...changes });
  expect((await served.post(activity)).status).toBe(200);
  await served.product.settle();
  return activity as unknown as { conversation: { id: string; tenantId: string }; from: { id: string; aadObjectId: string } };
}

/** Sends to where a recipient is now reached; gives the connector's side of it. */
async function reach(recipient: Recipient) {
  const address = await served.product.storage.addresses.load(recipient);
  if (!address) return undefined;
  for (const { received } of [before, after]) received.length = 0;
  const adapter = createAdapter({ credentials: undefined, openIdMetadataUrl: '', openIdRefreshMinutes: 60, isAllowed: () => true });
  expect(await createMessenger({ adapter, appId: '' }).send(address, say('privat'))).toEqual({ kind: 'sent' });
  return { before: before.received, after: after.received };
}

describe('where a private nudge goes', () => {
  it('is the personal chat, at its newest address, whatever was heard in channels and group chats', async () => {
    const { from, conversation } = await hear('message.personal', before);
    const me = personal({ tenant: conversation.tenantId, entraId: from.aadObjectId });
    await hear('message.channel.reply.mention', after, { from });
    await hear('message.groupChat.mention', after, { from });
    expect(await reach(me)).toMatchObject({ before: [{ conversation: conversation.id }], after: [] });
    await hear('message.personal', after);
    await hear('message.channel.new-post.mention', before, { from });
    expect(await reach(me)).toMatchObject({
      before: [],
      after: [{ conversation: conversation.id, path: expect.stringMatching(/\/activities$/) }],
    });
  });

  it('is nowhere for a person who was heard in a channel only', async () => {
    const { from, conversation } = await hear('message.channel.reply.mention', before);
    expect(
      await served.product.storage.addresses.load(personal({ tenant: conversation.tenantId, entraId: from.aadObjectId })),
    ).toBeUndefined();
  });

  it('is written only when it changed', async () => {
    await hear('message.personal', before);
    const written = async () =>
      (await served.product.database.db.selectFrom('addresses').select('updated_at').execute()).map(({ updated_at }) => updated_at);
    const first = await written();
    const later = { timestamp: new Date(Date.parse(first[0] ?? '') + 60_000).toISOString() };
    await hear('message.personal', before, later);
    expect(await written()).toEqual(first);
    await hear('message.personal', after, later);
    expect(await written()).toEqual([later.timestamp]);
  });
});

describe('where a team nudge goes', () => {
  it('is the channel itself, as a new post and not in the thread that was answered', async () => {
    const { conversation } = await hear('message.channel.reply.mention', before);
    expect(conversation.id).toContain(';messageid=');
    const [channel = ''] = conversation.id.split(';');
    const reached = await reach({ kind: 'conversation', tenant: conversation.tenantId, conversation: channel });
    expect(reached?.before).toMatchObject([{ conversation: channel, path: expect.stringMatching(/\/activities$/) }]);
  });
});

describe('people without an Entra object id', () => {
  it.each(['message.personal', 'message.channel.reply.mention', 'message.groupChat.mention'])(
    'are answered in %s, and nothing of them is stored',
    async (name) => {
      await hear(name, before, { from: { id: '29:guest', name: 'Gæst' } });
      expect(before.received).toHaveLength(1);
      await served.product.settle();
      // Digests, of the message and of the answer.
      const { activities, rated_answers, ...ofThem } = await served.product.rows();
      expect([activities, ofThem]).toEqual([1, {}]);
    },
  );
});
