/**
 * What people had when an older version of the bot stopped, opened by the present one. `003/story.json` tells what was
 * lived, `003/make.mjs` how; the keys are made up.
 */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Message, Reply } from '../../src/cards/message.js';
import { type AssembledConversation, assembleConversation } from '../../src/conversation/assemble.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import type { Conversation, PersonKey } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import { createCalendar } from '../../src/nudges/assemble.js';
import { createPlans } from '../../src/nudges/plans.js';
import { compileTables } from '../../src/search/tables.js';
import type { Poster, Roster } from '../../src/sharing/ports.js';
import { loadContent } from '../../src/storage/content-files.js';
import { openStorage, type Storage } from '../../src/storage/storage.js';
import { keysOf, type Place, type Store } from '../storage/stores.js';
import story from './003/story.json' with { type: 'json' };

const loaded = loadContent('content');
if (!loaded.ok) throw new Error('the content does not load: run check-content');
const tables = compileTables(loaded.library, loaded.lexicon);
const content = { ...loaded, compile: () => tables };

/** The content that the present version answers from. */
export const { library } = content;

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

/** The present bot on a database of the story. */
export type World = {
  readonly storage: Storage;
  readonly talking: AssembledConversation;
  /** Cards that were put into conversations or changed there. */
  readonly posted: readonly Message[];
  close(): Promise<void>;
};

/** Opens the bot as the service does, with a roster and a poster that always answer. */
export async function openWorld({ options }: Place): Promise<World> {
  const opened = await openStorage({ ...options, reflectionKeys: keys });
  if (!opened.ok) throw new Error(opened.fault);
  const { storage } = opened;
  const posted: Message[] = [];
  const roster: Roster = { find: async () => ({ name: story.names.mette }), list: async () => ['29:mette', '29:lars'] };
  const poster: Poster = {
    async post(_, message) {
      posted.push(message);
      return { ok: true, activity: randomUUID() };
    },
    update: async (_, __, message) => posted.push(message) > 0,
  };
  const plans = createPlans({ storage, closedDays: createCalendar({ municipal: true, extra: [] }) });
  const config = { graph: false, credentials: undefined, publicUrl: 'https://kompas.example.dk' };
  const talking = assembleConversation({
    config,
    content,
    storage,
    plans,
    rooms: { roster, poster },
    random: () => 0,
    log: createLog('silent'),
  });
  return { storage, talking, posted, close: () => storage.close() };
}

/** Whose data it is. */
export function keyOf(name: Name, tenant: keyof typeof story.tenants = 'north'): PersonKey {
  return { tenant: story.tenants[tenant], entraId: story.people[name] };
}

/** Somebody of the story, in their own chat or in a conversation with others. */
export function visit({ talking }: World, name: Name, tenant: keyof typeof story.tenants = 'north') {
  const own: Conversation = { id: `a:${name}${tenant === 'north' ? '' : '-south'}`, kind: 'personal' };
  const happen = (what: Incoming['what'], room?: keyof typeof story.conversations): Promise<Reply> =>
    talking.bot({
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
