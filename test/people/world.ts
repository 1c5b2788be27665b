/**
 * The whole bot on a database, and people who write to it.
 */
import { expect } from 'vitest';
import type { Act, fields } from '../../src/cards/acts.js';
import type { Message } from '../../src/cards/message.js';
import { plainText } from '../../src/cards/plain.js';
import { type Bot, createBot, type Sorry } from '../../src/conversation/bot.js';
import { createCompass } from '../../src/conversation/compass.js';
import type { Doers } from '../../src/conversation/doers.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { createStoredTurns, createTurns } from '../../src/conversation/memory.js';
import { createPeople, type ReminderLinks } from '../../src/people/people.js';
import type { Directory } from '../../src/people/ports.js';
import { loadCare } from '../../src/storage/care-file.js';
import { loadContent } from '../../src/storage/content-files.js';
import type { DatabaseOptions } from '../../src/storage/database.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import { keysOf, open } from '../storage/stores.js';

const content = loadContent('content');
if (!content.ok) throw new Error('the content does not load: run check-content');
const care = loadCare('.');
if (!care.ok) throw new Error(care.fault);

/** The product's own content, compiled once. */
export const compass = createCompass(content.library, content.lexicon, {}, undefined, care.care);

/** Where the tests' day begins. */
export const start = new Date('2026-11-24T08:00:00Z');

/** Minutes after the beginning of the day. */
export const minute = (n: number): Date => new Date(start.getTime() + n * 60_000);

/** What a test may put in the place of the real thing. */
export type Stand = { readonly directory?: Directory; readonly reminders?: ReminderLinks; readonly doers?: Doers };

/** A bot with its storage. */
export type Home = {
  readonly bot: Bot;
  readonly sorry: Sorry;
  readonly storage: Storage;
  rows(): Promise<Record<string, number>>;
  close(): Promise<void>;
};

/** Opens a bot on a database; in memory unless told. Two on one database are two instances. */
export async function openHome(options: DatabaseOptions = { dataDir: ':memory:' }, { doers = {}, ...stand }: Stand = {}): Promise<Home> {
  const database = await open(options);
  const storage = createStorage(database, keysOf('k1'));
  const people = createPeople({ storage, library: compass.library, understand: compass.understand, ...stand });
  const { bot, sorry } = createBot({ compass, people, turns: createStoredTurns(storage, createTurns()), doers, random: () => 0 });
  return {
    bot,
    sorry,
    storage,
    close: () => database.close(),
    async rows() {
      const tables = (await database.db.introspection.getTables())
        .map(({ name }) => name)
        .filter((name) => name !== 'ledelseskompas_migrations');
      const counts: [string, number][] = [];
      for (const table of tables)
        counts.push([
          table,
          (
            await database.db
              .selectFrom(table as 'people')
              .selectAll()
              .execute()
          ).length,
        ]);
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    },
  };
}

/** Somebody with a personal chat. */
export type Visitor = {
  readonly key: { readonly tenant: string; readonly entraId: string };
  say(text: string, more?: Partial<Incoming>): Promise<readonly Message[]>;
  ask(question: PlainQuestion, more?: Partial<Incoming>): Promise<readonly Message[]>;
  /** Presses a button that does something; `typed` is what stands in the card's fields. */
  act(act: Act, typed?: Partial<Record<keyof typeof fields, string>>, more?: Partial<Incoming>): Promise<readonly Message[]>;
  /** Presses the button of that title on a card, with what stands in its fields. */
  press(reply: readonly Message[], title: string, typed?: Partial<Record<keyof typeof fields, string>>): Promise<readonly Message[]>;
  happen(what: Incoming['what'], more?: Partial<Incoming>): Promise<readonly Message[]>;
};

/** Makes somebody who writes to a bot. */
export function visit(bot: Bot, entraId: string | undefined = 'mette', tenant = 't1'): Visitor {
  const happen: Visitor['happen'] = (what, more = {}) =>
    bot({
      person: { tenant, entraId, channelId: `29:${entraId}` },
      conversation: { id: `chat-${tenant}-${entraId}`, kind: 'personal' },
      locale: 'da-DK',
      timeZone: 'Europe/Copenhagen',
      at: start,
      what,
      ...more,
    });
  return {
    key: { tenant, entraId: entraId ?? '' },
    happen,
    say: (text, more) => happen({ kind: 'text', text }, more),
    ask: (question, more) => happen({ kind: 'action', data: { do: 'ask', question, language: 'da' }, invoke: false }, more),
    act: (act, typed = {}, more = {}) => happen({ kind: 'action', data: { do: 'act', act, language: 'da', ...typed }, invoke: true }, more),
    press: (reply, title, typed = {}) =>
      happen({
        kind: 'action',
        data: { ...(buttonOf(reply, title).data as object), ...typed },
        invoke: buttonOf(reply, title).type === 'Action.Execute',
      }),
  };
}

/** All text of a reply that a reader sees. */
export const textOf = (reply: readonly Message[]): string => reply.map(({ card }) => plainText(card)).join('\n');

type Button = { readonly type: string; readonly title: string; readonly data: unknown };

/** The buttons of a reply, rows that are one included. */
export function buttonsOf(reply: readonly Message[]): Button[] {
  const find = (node: unknown): Button[] => {
    if (Array.isArray(node)) return node.flatMap(find);
    if (typeof node !== 'object' || node === null) return [];
    const { fallback: _, ...rest } = node as Record<string, unknown>;
    const own = /^Action\.(Submit|Execute)$/.test(String(rest['type'])) ? [rest as unknown as Button] : [];
    return [...own, ...Object.entries(rest).flatMap(([key, each]) => (key === 'data' ? [] : find(each)))];
  };
  return reply.flatMap(({ card }) => find(card));
}

/** The button with this title. */
export function buttonOf(reply: readonly Message[], title: string): Button {
  const buttons = buttonsOf(reply);
  const found = buttons.find((button) => button.title === title);
  expect(found, `a button "${title}" among ${buttons.map((button) => button.title).join(', ')}`).toBeDefined();
  return found as Button;
}

/** The value that stands in a field of a card. */
export function fieldOf(reply: readonly Message[], id: string): unknown {
  const inputs = reply.flatMap(({ card }) => (card['body'] as { id?: string; value?: unknown }[]).filter((each) => each.id === id));
  return inputs[0]?.value;
}
