/**
 * Instances that die while a connector misbehaves. `FAULT_PEOPLE=10000 FAULT_RATE=300 FAULT_KILL_MS=3000` is the full
 * proof; by default there are fewer people. `FAULT_SEED` chooses the faults.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DueAppointment } from '../../src/nudges/ports.js';
import { planAppointment } from '../../src/nudges/rules/appointments.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { type Compiled, compile } from '../storage/compiled.js';
import { keysOf, open, type Place, type Store, stores } from '../storage/stores.js';
import { type Connector, type Response, startFaultyConnector } from './connector.js';

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const people = number('FAULT_PEOPLE', 300);
const rate = number('FAULT_RATE', 120);
const killMs = number('FAULT_KILL_MS', 1_200);
const seed = number('FAULT_SEED', 7);
/** One of so many people has an agreement on the day; and so many others a reminder. */
const agreed = 3;
const reminded = Math.ceil(people / 5);
const agreements = Math.ceil(people / agreed);
const timeoutMs = 1_500;
/** What an instance sends at one time (dispatch.ts). */
const mostUnderWay = 50;
/** Longer than any lease. */
const laterMs = 61_000;
const at = '2026-11-23T07:00:00.000Z';
let compiled: Compiled;

beforeAll(() => {
  compiled = compile('src/storage/storage.ts', 'src/nudges/dispatch.ts', 'src/teams/messenger.ts', 'src/nudges/ticking.ts');
}, 60_000);

afterAll(() => compiled?.remove());

/** The same numbers for the same seed (mulberry32). */
function createChance(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Kind = 'delivered' | 'throttled' | 'ambiguous' | 'forbidden';
const faults: readonly (readonly [number, Kind, Response])[] = [
  [0.003, 'throttled', { status: 429, headers: { 'retry-after': '1' } }],
  [0.01, 'throttled', { status: 429, headers: { 'retry-after': '0' } }],
  [0.02, 'throttled', { status: 412 }],
  [0.01, 'ambiguous', { status: 502 }],
  [0.01, 'ambiguous', { status: 503, headers: { 'retry-after': '1' } }],
  [0.01, 'ambiguous', 'silence'],
  [0.01, 'ambiguous', 'reset'],
  [0.03, 'forbidden', { status: 403, code: 'MessageWritesBlocked' }],
];

/** A connector that fails at random and remembers how it answered whom. */
async function startChaos(): Promise<{ connector: Connector; answers: Map<string, Kind[]> }> {
  const answers = new Map<string, Kind[]>();
  const chance = createChance(seed);
  const connector = await startFaultyConnector(({ conversation }) => {
    let drawn = chance();
    const fault = faults.find(([share]) => {
      drawn -= share;
      return drawn < 0;
    });
    const [, kind, response] = fault ?? [0, 'delivered' as const, { status: 201 }];
    answers.set(conversation, [...(answers.get(conversation) ?? []), kind]);
    return response;
  });
  return { connector, answers };
}

async function fillPlans({ db }: Database, serviceUrl: string): Promise<void> {
  for (let start = 0; start < people; start += 500) {
    const ids = Array.from({ length: Math.min(500, people - start) }, (_, index) => `person-${start + index}`);
    const who = ids.map((id) => ({ tenant: 'kommune', recipient: `person ${id}`, entra_id: id }));
    const plan = {
      is_on: 1,
      days: 'man,tir,ons,tor,fre',
      time: '08:00',
      is_exact: 1,
      zone: 'Europe/Copenhagen',
      language: 'da',
      pauses: '[]',
      seen: '[]',
    };
    await db
      .insertInto('nudge_plans')
      .values(who.map((each) => ({ ...each, ...plan, next_at: at, made_at: at })))
      .execute();
    await makeReachable(db, who, serviceUrl);
    await makeAppointments(
      db,
      who.filter((_, index) => (start + index) % agreed === 0),
      'agreement',
    );
  }
  const others = Array.from({ length: reminded }, (_, index) => `other-${index}`);
  const who = others.map((id) => ({ tenant: 'kommune', recipient: `person ${id}`, entra_id: id }));
  await makeReachable(db, who, serviceUrl);
  await makeAppointments(db, who, 'reminder');
}

type Who = { readonly tenant: string; readonly recipient: string; readonly entra_id: string };

async function makeReachable(db: Database['db'], who: readonly Who[], serviceUrl: string): Promise<void> {
  await db
    .insertInto('addresses')
    .values(who.map((each) => ({ ...each, conversation: each.entra_id, service_url: serviceUrl, updated_at: at })))
    .execute();
  await db
    .insertInto('people')
    .values(who.map(({ tenant, entra_id }) => ({ tenant, entra_id, last_seen: at })))
    .execute();
}

/** Due at the same time as the questions. Every third person has one, which takes their question's place. */
async function makeAppointments(db: Database['db'], who: readonly Who[], kind: 'agreement' | 'reminder'): Promise<void> {
  const when = { date: at.slice(0, 10), time: '08:00', zone: 'Europe/Copenhagen', next_at: at, made_at: at, updated_at: at };
  const one = { kind, state: 'open', language: 'da', rounds: 0, ...when };
  await db
    .insertInto('appointments')
    .values(who.map(({ tenant, entra_id }) => ({ tenant, entra_id, id: `${kind} ${entra_id}`, ...one })))
    .execute();
}

/** Looks again when all has ended: whoever was asked, or may have been, is not asked again. Gives the states. */
async function lookAgain(database: Database): Promise<Record<string, number>> {
  const { db } = database;
  const { dueAppointments } = createStorage(database, keysOf('k1'));
  const now = new Date(Date.parse(at) + 11 * 60_000);
  const look = (due: DueAppointment) =>
    planAppointment(due.appointment, due.delivered, { ...due.around, isClosed: () => false }, { now, graceMinutes: 120 });
  for (let taken = 1; taken > 0; ) {
    const { plans, made } = await dueAppointments.takeDue(now, 500, look);
    expect(made).toEqual([]);
    taken = plans;
  }
  const rows = await db
    .selectFrom('appointments')
    .select(['state', (is) => is.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

type Instance = { readonly child: ChildProcess; readonly ended: Promise<unknown> };

/** SQLite writes each step of a nudge to the disk before the next: a higher pace would only make a queue. */
const paceOf = (options: { databaseUrl?: string | undefined }) => (options.databaseUrl ? rate : Math.min(rate, 50));

function start(options: Place['options'], shiftMs = 0): Instance {
  const task = JSON.stringify({ options, at, rate: paceOf(options), timeoutMs, shiftMs });
  const child = spawn(process.execPath, [resolve('test/nudges/child.mjs'), compiled.dist, task], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return { child, ended: once(child, 'exit') };
}

async function stop({ child, ended }: Instance): Promise<void> {
  child.stdin?.end('stop\n');
  await ended;
}

async function countStates({ db }: Database): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['state', (is) => is.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Runs instances and kills one now and then, until only what the dead hold is left. Gives the number of kills. */
async function runChaos(options: Place['options'], instances: number, database: Database, connector: Connector): Promise<number> {
  const running = Array.from({ length: instances }, () => start(options));
  let [kills, quietSince, received, killedAt, sentBefore] = [0, Date.now(), 0, Date.now(), 0];
  for (;;) {
    await wait(200);
    const { due = 0, skipped = 0, ...states } = await countStates(database);
    if (due > 0 || connector.received.length !== received || Object.keys(states).length === 0) quietSince = Date.now();
    received = connector.received.length;
    if (Date.now() - quietSince > 1_500) break;
    // On a busy machine an instance takes longer to start than it may live: each kill waits for something that was sent since.
    if (Date.now() - killedAt < killMs || received === sentBefore || due + skipped === 0) continue;
    const victim = kills % instances;
    running[victim]?.child.kill('SIGKILL');
    await running[victim]?.ended;
    running[victim] = start(options);
    kills += 1;
    [killedAt, sentBefore] = [Date.now(), received];
  }
  await Promise.all(running.map(stop));
  return kills;
}

/** The same database a minute later: an instance's own clock counts for nothing on PostgreSQL, so it is shown another. */
async function openLater({ databaseUrl, ...options }: Place['options'], { db }: Database): Promise<Place['options']> {
  if (databaseUrl === undefined) return options;
  await sql`create schema later`.execute(db);
  await sql
    .raw(`create function later.clock_timestamp() returns timestamptz volatile language sql as
      $$ select pg_catalog.clock_timestamp() + ${laterMs} * interval '1 millisecond' $$`)
    .execute(db);
  const address = new URL(databaseUrl);
  address.searchParams.set('options', '-c search_path=public,later,pg_catalog');
  return { ...options, databaseUrl: address.href };
}

/** One more instance, a minute later: what the dead had claimed is sent, what they were sending is given up. */
async function runAftermath(options: Place['options'], database: Database): Promise<void> {
  const last = start(await openLater(options, database), laterMs);
  for (let open = 1; open > 0; ) {
    await wait(300);
    const { due = 0, claimed = 0, sending = 0 } = await countStates(database);
    open = due + claimed + sending;
  }
  await stop(last);
}

/** What the connector may have answered last to someone whose nudge ended so; an answer may have come after the time-out. */
function expectedOf(state: string, reason: string | null, last: Kind | undefined): readonly (Kind | undefined)[] {
  if (state === 'sent') return ['delivered'];
  if (state === 'failed') return ['forbidden'];
  if (state !== 'unknown') return [];
  return reason === 'no-news' || reason === 'timeout' ? [last] : ['ambiguous'];
}

async function prove(store: Store, instances: number): Promise<void> {
  const place = await store.create();
  const database = await open(place.options);
  const { connector, answers } = await startChaos();
  const startedAt = Date.now();
  await fillPlans(database, connector.url);
  const kills = await runChaos(place.options, instances, database, connector);
  await runAftermath(place.options, database);

  const rows = await database.db.selectFrom('deliveries').select(['entra_id', 'state', 'reason', 'prompt']).execute();
  const finalOf = (id: string | null) => (answers.get(id ?? '') ?? []).filter((kind) => kind !== 'throttled');
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (const { entra_id, state, reason } of rows) {
    if (state === 'skipped') {
      // Its day was an agreement's; or that could not be delivered, and stopped the plan.
      if (reason !== 'taken' && reason !== 'off') wrong.push(`${state} ${reason}`);
      counts[`skipped ${reason}`] = (counts[`skipped ${reason}`] ?? 0) + 1;
      continue;
    }
    const key = state === 'unknown' ? (reason === 'no-news' ? 'unknown, in flight at a kill' : 'unknown, ambiguous answer') : state;
    counts[key] = (counts[key] ?? 0) + 1;
    const [last, ...more] = finalOf(entra_id);
    const expected = expectedOf(state, reason, last);
    if (more.length > 0 || !expected.includes(last)) wrong.push(`${state} ${reason}: ${answers.get(entra_id ?? '')?.join()}`);
  }
  const afterEnd = [...answers.values()].filter((kinds) => kinds.slice(0, -1).some((kind) => kind !== 'throttled'));
  const retries = [...answers.values()].reduce((sum, kinds) => sum + kinds.length - 1, 0);
  console.info(
    `${store.name}: ${people} people, ${instances} instances, ${kills} kills, seed ${seed}, ${((Date.now() - startedAt) / 1000).toFixed(1)} s; ` +
      `${connector.received.length} requests, ${retries} of them again after 429 or 412; ${JSON.stringify(counts)}; people with two: ${afterEnd.length}`,
  );
  expect(wrong).toEqual([]);
  expect(afterEnd).toEqual([]);
  expect(rows).toHaveLength(people + agreements + reminded);
  expect(new Set(rows.map(({ entra_id }) => entra_id)).size).toBe(people + reminded);
  expect((counts['skipped taken'] ?? 0) + (counts['skipped off'] ?? 0)).toBe(agreements);
  const after = await lookAgain(database);
  console.info(`${store.name}: ${agreements} agreements and ${reminded} reminders: ${JSON.stringify(after)}`);
  expect(Object.values(after).reduce((sum, count) => sum + count, 0)).toBe(agreements + reminded);
  expect(kills).toBeGreaterThan(0);
  expect(counts['unknown, in flight at a kill'] ?? 0).toBeLessThanOrEqual(kills * mostUnderWay);
  const report = await createStorage(database, keysOf('k1')).outbox.report('2026-11-23');
  expect(report.reduce((sum, { count }) => sum + count, 0)).toBe(people + agreements + reminded);
  const stopped = await database.db.selectFrom('nudge_plans').select('stopped').where('is_on', '=', 0).execute();
  expect(stopped.every((plan) => plan.stopped === 'blocked')).toBe(true);
  const failed = rows.filter(({ state, entra_id }) => state === 'failed' && entra_id?.startsWith('person-'));
  expect(stopped.length).toBeGreaterThanOrEqual(failed.length);

  await Promise.all([database.close(), connector.close()]);
  await place.drop();
}

describe('every due nudge, once, while instances die and the connector fails', () => {
  for (const store of stores) {
    const instances = store.name === 'SQLite' ? 1 : 4;
    it.skipIf(!store.isHere)(`on ${store.name} with ${instances} (${people} people)`, { timeout: 900_000 }, () => prove(store, instances));
  }
});
