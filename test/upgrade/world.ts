/**
 * What people had when an older version of the bot stopped, opened by the present one. `003/story.json` tells what was
 * lived, `003/make.mjs` how; the keys are made up.
 */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Reply } from '../../src/cards/message.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import type { Conversation, PersonKey } from '../../src/conversation/person.js';
import { keysOf, type Place, type Store } from '../storage/stores.js';
import { createOutside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import story from './003/story.json' with { type: 'json' };

export { story };

/** A name of the story. */
export type Name = keyof typeof story.people;

/** The minute in which the present version takes over. */
export const now = new Date(story.now);

/** The keys of the story, in the order they were configured in at its end. */
export const keys = keysOf(story.keys.new, story.keys.old);

/** Puts the story's database where a store keeps its own. */
export async function restore(store: Store): Promise<Place> {
  const place = await store.create();
  const { dataDir, databaseUrl } = place.options;
  if (databaseUrl) await runSql(databaseUrl, readFileSync('test/upgrade/003/postgres.sql', 'utf8'));
  else {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    cpSync('test/upgrade/003/ledelseskompas.db', join(dataDir, 'ledelseskompas.db'));
  }
  return place;
}

async function runSql(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Opens the present product on a database of the story, with conversations that always answer. */
export function openUpgraded({ options }: Place): Promise<Product> {
  const outside = createOutside({ nameOf: () => story.names.mette, membersOf: () => ['29:mette', '29:lars'] });
  return openProduct(options, { settings: { PUBLIC_URL: 'https://kompas.example.dk' }, keys, outside, now });
}

/** Whose data it is. */
export function keyOf(name: Name, tenant: keyof typeof story.tenants = 'north'): PersonKey {
  return { tenant: story.tenants[tenant], entraId: story.people[name] };
}

/** Somebody of the story, in their own chat or in a conversation with others. */
export function visit({ bot }: Product, name: Name, tenant: keyof typeof story.tenants = 'north') {
  const own: Conversation = { id: `a:${name}${tenant === 'north' ? '' : '-south'}`, kind: 'personal' };
  const happen = (what: Incoming['what'], room?: keyof typeof story.conversations): Promise<Reply> =>
    bot({
      person: { ...keyOf(name, tenant), channelId: `29:${name}` },
      conversation: room ? { id: story.conversations[room], kind: room === 'channel' ? 'channel' : 'groupChat' } : own,
      locale: name === 'lars' ? 'en-GB' : 'da-DK',
      timeZone: 'Europe/Copenhagen',
      at: now,
      what,
    });
  return {
    happen,
    say: (text: string, room?: keyof typeof story.conversations) => happen({ kind: 'text', text }, room),
    press: (data: unknown, room?: keyof typeof story.conversations, invoke = true) => happen({ kind: 'action', data, invoke }, room),
  };
}
