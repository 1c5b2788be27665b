import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal, type Recipient } from '../../src/conversation/person.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { createMessenger } from '../../src/teams/messenger.js';
import { createRememberReference } from '../../src/teams/references.js';
import { type Connector, startFaultyConnector } from '../nudges/connector.js';
import { keysOf, open, type Place, sqlite } from '../storage/stores.js';
import { recorded } from './activities.js';
import { type Service, say, startService } from './service.js';

let place: Place;
let database: Database;
let storage: Storage;
let service: Service;
let before: Connector;
let after: Connector;
let serial = 0;

beforeEach(async () => {
  place = await sqlite.create();
  database = await open(place.options);
  storage = createStorage(database, keysOf('k1'));
  [before, after] = await Promise.all([startFaultyConnector(() => ({ status: 201 })), startFaultyConnector(() => ({ status: 201 }))]);
  service = await startService({}, undefined, createRememberReference(storage.addresses));
});
afterEach(async () => {
  await Promise.all([service.stop(), before.close(), after.close()]);
  await database.close();
  await place.drop();
});

async function hear(name: string, connector: Connector, changes: Record<string, unknown> = {}) {
  serial += 1;
  const activity = recorded(name, { id: `heard-${serial}`, serviceUrl: connector.url, ...changes });
  expect((await service.post(activity)).status).toBe(200);
  return activity as unknown as { conversation: { id: string; tenantId: string }; from: { id: string; aadObjectId: string } };
}

/** Sends to where a recipient is now reached; gives the connector's side of it. */
async function reach(recipient: Recipient) {
  const address = await storage.addresses.load(recipient);
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
    expect(await storage.addresses.load(personal({ tenant: conversation.tenantId, entraId: from.aadObjectId }))).toBeUndefined();
  });

  it('is written only when it changed', async () => {
    await hear('message.personal', before);
    const written = async () =>
      (await database.db.selectFrom('addresses').select('updated_at').execute()).map(({ updated_at }) => updated_at);
    const first = await written();
    service.now = new Date(service.now.getTime() + 60_000);
    await hear('message.personal', before);
    expect(await written()).toEqual(first);
    await hear('message.personal', after);
    expect(await written()).toEqual([service.now.toISOString()]);
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
    'are answered in %s, and nothing is stored',
    async (name) => {
      await hear(name, before, { from: { id: '29:guest', name: 'Gæst' } });
      expect(before.received).toHaveLength(1);
      expect(await database.db.selectFrom('addresses').selectAll().execute()).toEqual([]);
    },
  );
});
