import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { lockFile } from './file.js';
import { complaintsOf } from './nudges.js';
import type { LineState } from './proxy.js';
import type { Service } from './service.js';
import { createPerson, get, type Person, type Read, settle } from './talk.js';
import { after, until } from './time.js';
import { query, type Row, type Seen, sealingKey, type World } from './world.js';

/** A database that is gone, silent, slow, locked, full, or not ours alone. */
export const database: readonly Row[] = [
  { name: 'PostgreSQL gone: a question', before: 'HTTP 500, empty, in 42 ms', play: (world) => playAnswers(world, 'gone') },
  {
    name: 'PostgreSQL silent: a question',
    before: 'cut after 20 s, no answer, no log line',
    play: (world) => playAnswers(world, 'silent'),
  },
  { name: 'PostgreSQL 1 s slower: a question', before: 'answered after 7.1 s', play: (world) => playAnswers(world, 'slow', 1_000) },
  {
    name: 'PostgreSQL 5 s slower: a question',
    before: 'cut after 20 s, no answer, no log line',
    play: (world) => playAnswers(world, 'slow', 5_000),
  },
  { name: 'PostgreSQL, all tables locked: a question', before: 'HTTP 500, empty, after 15 s', play: playTablesLocked },
  { name: 'PostgreSQL gone: health addresses, and back', before: '/readyz 200 all the while', play: (world) => playHealth(world, 'gone') },
  {
    name: 'PostgreSQL silent: health addresses, and back',
    before: '/readyz 200 all the while',
    play: (world) => playHealth(world, 'silent'),
  },
  {
    name: 'SQLite locked by another process: thirty questions',
    before: 'three: all 500 after 6.6, 11.8, 16.9 s; /livez up to 6.7 s',
    timed: true,
    play: playLocked,
  },
  { name: 'disk full: a question', before: 'HTTP 500, empty', play: playFull },
  { name: 'somebody else\u2019s table "migrations" in PostgreSQL', before: 'did not start: "made by a newer version"', play: playStranger },
];

const keys = { REFLECTION_KEYS: sealingKey('k1', 'a') };
const question = 'hvad forventes der af en kontorchef';
/** Teams gives up after some 15 s; whoever reads wants it sooner. */
const answerMs = 12_000;

async function startBehindLine(world: World) {
  const { url, line } = await world.databaseBehindLine();
  const service = await world.start({ settings: { ...keys, DATABASE_URL: url } });
  const person = createPerson({ service });
  await person.say('jeg er kontorchef');
  return { service, line, person };
}

async function playAnswers(world: World, state: LineState, slowMs = 0): Promise<Seen> {
  const { line, person } = await startBehindLine(world);
  const usual = await person.say('mine noter');
  line.turn(state, slowMs);
  const [answer, notes] = await Promise.all([person.say(question), wait(50).then(() => person.say('mine noter'))]);
  const isSlow = state === 'slow';
  const told = isSlow ? '' : `; "mine noter": ${notes.status} "${firstWords(notes)}" in ${notes.ms} ms`;
  const answered = isAnswer(answer) && answer.ms < answerMs;
  const sorry = isSlow || (notes.status === 200 && isOther(notes, usual) && notes.ms < answerMs);
  return { now: `${answer.status} "${firstWords(answer)}" in ${answer.ms} ms${told}`, ok: answered && sorry };
}

function longestOf(replies: readonly Read[]): number {
  return Math.max(...replies.map(({ ms }) => ms));
}

function isAnswer({ status, text }: Read): boolean {
  return status === 200 && /kontorchef/i.test(text);
}

/** An empty list of notes would be a lie when nobody could look. */
function isOther({ text }: Read, usual: Read): boolean {
  return text !== '' && text !== usual.text;
}

function firstWords({ text }: Read): string {
  return text.split('\n').slice(0, 2).join(' / ').slice(0, 90);
}

async function playTablesLocked(world: World): Promise<Seen> {
  const url = await world.database();
  const service = await world.start({ settings: { ...keys, DATABASE_URL: url } });
  const person = createPerson({ service });
  await person.say('jeg er kontorchef');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  world.defer(() => client.end());
  const { rows } = await client.query<{ name: string }>(`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`);
  await client.query(`begin; lock table ${rows.map(({ name }) => name).join(', ')} in access exclusive mode`);
  const answer = await person.say(question);
  return { now: `${answer.status} "${firstWords(answer)}" in ${answer.ms} ms`, ok: isAnswer(answer) && answer.ms < answerMs };
}

/** A look each 5 s, and two that fail: with the time that a look itself may take. */
const unreadyMs = 20_000;
const backMs = 20_000;
/** Probes give up after some seconds. */
const liveMs = 2_000;

async function playHealth(world: World, state: LineState): Promise<Seen> {
  const { service, line, person } = await startBehindLine(world);
  line.turn(state);
  const unready = await until(async () => (await get(service.port, '/readyz')).status === 503, unreadyMs, 200);
  const live = await get(service.port, '/livez');
  line.turn('open');
  const ready = await until(async () => (await get(service.port, '/readyz')).status === 200, backMs, 200);
  const remembers = await until(async () => /kontorchef/i.test((await person.say('hvem er jeg')).text), 10_000, 500);
  const now = `503 ${after(unready, unreadyMs)}, /livez ${live.status} in ${live.ms} ms; line back: 200 ${after(ready, backMs)}, the person known again ${after(remembers, 10_000)}`;
  return { now, ok: unready !== undefined && live.status === 200 && live.ms < liveMs && ready !== undefined && remembers !== undefined };
}

/** So many wait for the file at once; what one waiting person costs the others is seen when there are many. */
const askers = 30;
/** The loop may stand still for some 50 ms at a time, or for as long as the same questions keep it without a lock: a busy machine adds to both. */
const mostBlockMs = 100;
const mostLiveMs = 500;

async function playLocked(world: World): Promise<Seen> {
  const DATA_DIR = world.folder();
  const service = await world.start({ settings: { DATA_DIR } });
  const people = Array.from({ length: askers }, () => createPerson({ service }));
  for (const person of people) await person.say('jeg er kontorchef');
  await settle(service);
  const usual = await service.watchLoop(() => askWhileLooking(people, service, []));
  const unlock = await lockFile(DATA_DIR, world);
  const replies: Read[] = [];
  const lives: number[] = [];
  const longest = await service.watchLoop(async () => {
    replies.push(...(await askWhileLooking(people, service, lives)));
  });
  await unlock();
  const back = await until(async () => /gemt|kontorchef/i.test((await people[0]?.say('hvem er jeg'))?.text ?? ''), 10_000, 500);
  const slowest = Math.max(...lives);
  const now = `${replies.filter(isAnswer).length} of ${askers} answered, the last after ${longestOf(replies)} ms; loop still for ${longest} ms (without a lock ${usual} ms), /livez ${slowest} ms; unlocked: well ${after(back, 10_000)}`;
  return {
    now,
    ok:
      replies.every(isAnswer) &&
      longestOf(replies) < answerMs &&
      longest <= Math.max(mostBlockMs, usual) &&
      slowest < Math.max(mostLiveMs, 2 * usual) &&
      back !== undefined,
  };
}

async function askWhileLooking(people: readonly Person[], { port }: Service, lives: number[]): Promise<Read[]> {
  let over = false;
  const looking = (async () => {
    while (!over) {
      lives.push((await get(port, '/livez')).ms);
      await wait(100);
    }
  })();
  const replies = await Promise.all(people.map((person) => person.say(question)));
  over = true;
  await looking;
  return replies;
}

/** 1 MB for the database and its log: full after some hundred people. */
const fullBlocks = 2_048;
const mostPeople = 400;

async function playFull(world: World): Promise<Seen> {
  const service = await world.start({ fileBlocks: fullBlocks });
  const quiet = complaintsOf(service).length;
  let count = 0;
  let reply: Read | undefined;
  for (; count < mostPeople; count++) {
    reply = await createPerson({ service }).say(question, {}, { mostMs: 15_000 });
    if (!isAnswer(reply) || complaintsOf(service).length > quiet) break;
  }
  if (count === mostPeople) return { now: `not full after ${count} people`, ok: false };
  const next = await createPerson({ service }).say(question, {}, { mostMs: 15_000 });
  const now = `full after ${count} people: ${reply?.status}, then ${next.status} with ${next.cards.length} card; process ${service.isGone() ? 'ended' : 'alive'}`;
  return { now, ok: reply !== undefined && isAnswer(reply) && isAnswer(next) && !service.isGone() };
}

async function playStranger(world: World): Promise<Seen> {
  const url = await world.database();
  await query(url, `create table migrations (id int, name text); insert into migrations values (1, '2019-01-01-users')`);
  const service = world.launch({ settings: { ...keys, DATABASE_URL: url } });
  if (!(await service.listens)) return { now: `exit ${await service.ended}: ${service.output.stderr.trim().slice(0, 140)}`, ok: false };
  const { status } = await createPerson({ service }).say(question);
  const rows = await query(url, 'select * from migrations');
  const [book] = await query(url, `select to_regclass('ledelseskompas_migrations') as name`);
  const now = `started, a question: ${status}; their table: ${rows.length} row, ours: ${String(book?.['name'] ?? 'missing')}`;
  return {
    now,
    ok:
      status === 200 &&
      rows.length === 1 &&
      JSON.stringify(rows[0]) === '{"id":1,"name":"2019-01-01-users"}' &&
      book?.['name'] === 'ledelseskompas_migrations',
  };
}
