import { sql } from 'kysely';
import type { Message } from '../../src/cards/message.js';
import type { FrameworkFile } from '../../src/content/framework.js';
import { createLibrary } from '../../src/content/library.js';
import { type Address, type PersonKey, personal, type Recipient } from '../../src/conversation/person.js';

import { createLog } from '../../src/log.js';
import type { CountLine } from '../../src/nudges/counts.js';
import type { Nudge, Renderers, TeamNudge } from '../../src/nudges/delivery.js';
import { createDispatcher, type DispatchParts } from '../../src/nudges/dispatch.js';
import { createPlans, type PlanChange } from '../../src/nudges/plans.js';
import type { Messenger } from '../../src/nudges/ports.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { keysOf, open, type Place } from '../storage/stores.js';
import { heard } from '../storage/visits.js';

const item = (id: string) => ({ id, text: `Udsagn ${id}` });
const theme = (id: string) => ({ id, label: { text: id }, en: id, aliases: [], subthemes: [] });
const framework = {
  id: 'sammen',
  title: 'Sammen',
  name: 'Sammen',
  themes: [theme('retning'), theme('tillid')],
  common: { heading: 'Alle', aliases: [], statements: [item('alle')] },
  roles: [{ id: 'leder', label: 'Leder', level: 'leder-af-medarbejdere', name: { da: 'leder', en: 'leader' }, aliases: [] }],
  statements: [
    { role: 'leder', theme: 'retning', items: [item('a'), item('b')] },
    { role: 'leder', theme: 'tillid', items: [item('c'), item('d')] },
  ],
} as unknown as FrameworkFile;
const prompts = ['a', 'b', 'c', 'd', 'alle'].map((id) => ({
  id: `sammen/${id}`,
  framework: 'sammen',
  statements: [`sammen/${id}`],
  da: `Hvad er ${id}?`,
  en: `What is ${id}?`,
}));
const themePrompt = {
  id: 'sammen/om-tillid',
  framework: 'sammen',
  statements: [],
  theme: 'tillid',
  da: 'Hvad er tillid?',
  en: 'What is trust?',
};

/** One framework with a role of four prompts in two themes, one for all leaders, and one for a theme. */
export const library = createLibrary([framework], [...prompts, themePrompt]);

const text = (words: string): Message => ({
  summary: words,
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: words, wrap: true }] },
});

/** The least that can be shown of a nudge. */
export const renderers: Renderers = {
  renderNudge: ({ prompt, plan }: Nudge) => text(prompt[plan.language]),
  renderAside: ({ kind }) => text(kind),
  renderTeamNudge: ({ prompt, plan, maker }: TeamNudge) => text(`${maker?.name ?? 'Nogen'}: ${prompt[plan.language]}`),
  renderAppointments: (appointments) =>
    text(
      appointments.map(({ kind, words }) => [kind, words.ok ? (words.what ?? words.will ?? '') : words.fault].join(' ').trim()).join(' + '),
    ),
};

/** The true time on a database, in which all worlds on it live; it moves when someone sleeps, or by hand, and never back. */
type Timeline = { time: number; databaseSkew: number };

const timelines = new WeakMap<Database['db'], Timeline>();

/**
 * Opens a database whose clock the worlds move: on PostgreSQL its `clock_timestamp()` gives way to one that reads a
 * table, which is found first on the path.
 */
export async function openWithClock({ databaseUrl, ...options }: Place['options']): Promise<Database> {
  if (databaseUrl === undefined) return open(options);
  const address = new URL(databaseUrl);
  address.searchParams.set('options', '-c search_path=public,moved,pg_catalog');
  const database = await open({ ...options, databaseUrl: address.href });
  for (const statement of [
    'create schema moved',
    "create table moved.clock as select '2026-01-01Z'::timestamptz as at",
    `create function moved.clock_timestamp() returns timestamptz volatile language sql as 'select at from moved.clock'`,
  ])
    await sql.raw(statement).execute(database.db);
  return database;
}

async function moveDatabase({ db, kind }: Database, { time, databaseSkew }: Timeline): Promise<void> {
  if (kind === 'postgres') await sql`update moved.clock set at = ${new Date(time + databaseSkew).toISOString()}::timestamptz`.execute(db);
}

/** A world whose clock moves when someone sleeps, or by hand. */
export type World = ReturnType<typeof createWorld>;

/**
 * Everything that dispatching needs on a database that {@link openWithClock} opened; messages are kept, and answered as
 * `outcome` says.
 */
export function createWorld(database: Database, start: string, changes: Partial<DispatchParts> = {}) {
  const storage = createStorage(database, keysOf('k1'));
  const sent: { readonly conversation: string; readonly words: string; readonly at: Date }[] = [];
  const timeline = timelines.get(database.db) ?? { time: 0, databaseSkew: 0 };
  timelines.set(database.db, timeline);
  const moveTo = (time: number) => {
    timeline.time = Math.max(timeline.time, time);
  };
  moveTo(new Date(start).getTime());
  const logged: string[] = [];
  const messenger: Messenger = {
    async send({ conversation }, { summary }) {
      sent.push({ conversation, words: summary, at: new Date(timeline.time) });
      return world.outcome(conversation, sent.length);
    },
  };
  const closedDays = async () => (date: string) => world.closed.includes(date);
  const clock = () => new Date(timeline.time + (database.kind === 'sqlite' ? timeline.databaseSkew : world.skew));
  const plans = createPlans({ storage, closedDays });
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const parts: DispatchParts = {
    storage,
    library,
    messenger,
    renderers,
    closedDays,
    clock,
    elapsed: () => timeline.time,
    chance: () => 0,
    log,
    graceMinutes: 120,
    rate: 25,
    sleep: async (ms) => {
      moveTo(timeline.time + ms);
      await moveDatabase(database, timeline);
    },
    ...changes,
  };
  const dispatcher = createDispatcher(parts);
  const world = {
    storage,
    plans,
    parts,
    dispatcher,
    sent,
    logged,
    outcome: (_conversation: string, _count: number): Outcome | Promise<Outcome> => ({ kind: 'sent' }),
    closed: [] as string[],
    /** How far this machine's clock is off in milliseconds, on PostgreSQL; all instances on a SQLite file are one machine's. */
    skew: 0,
    now: clock,
    /** Sets the true time; never back. */
    at(instant: string | number) {
      moveTo(new Date(instant).getTime());
    },
    /** Moves the true time on, and the database's clock with it. */
    wait: parts.sleep,
    /** Sets the clock that all instances go by wrong by so much: the server's, or that of the one machine. */
    async skewDatabase(ms: number) {
      timeline.databaseSkew = ms;
      await moveDatabase(database, timeline);
    },
    /** A pass as at the clock's time, as short lines. */
    pass: async () => {
      await moveDatabase(database, timeline);
      return short((await dispatcher.runPass(clock())) ?? []);
    },
    /** A pass as the service runs it: as at the time that all instances share. */
    tick: async () => {
      await moveDatabase(database, timeline);
      return short((await dispatcher.runPass()) ?? []);
    },
    /** Gives a person an address and a plan, on the minute unless told. */
    async add(person: PersonKey, plan: Pick<PlanChange, 'time' | 'exact' | 'zone' | 'language'> = {}): Promise<Recipient> {
      const recipient = personal(person);
      await heard(storage, recipient, addressOf(person.entraId), clock());
      await storage.profiles.save(person, { framework: 'sammen', role: 'leder' }, clock());
      await plans.save(recipient, { exact: true, ...plan }, clock());
      return recipient;
    },
  };
  return world;
}

/** Where a fake person or team is reached. */
export function addressOf(conversation: string, serviceUrl = 'http://127.0.0.1:1/'): Address {
  return { serviceUrl, conversation };
}

/** "sent 1", "skipped paused 2": people and conversations together. */
export function short(lines: readonly CountLine[]): string[] {
  return lines.map(({ state, reason, people, conversations }) =>
    [state, reason, people + conversations].filter((part) => part !== undefined).join(' '),
  );
}
