import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { startFaultyConnector } from '../nudges/connector.js';
import { type Place, type Store, stores } from '../storage/stores.js';
import { before, type Child, startChild, type Which } from './children.js';
import { commitsOf } from './commits.js';
import { median, printTable, summariseTimes, type Timing } from './measure.js';

/** So many messages are on their way at a time. */
export const connections = 32;
const warmUp = 300;
const turns = 2_000;
const rounds = 5;
const message = JSON.parse(readFileSync('test/teams/activities/message.personal.json', 'utf8')) as Record<string, unknown>;
let serial = 0;

/** So many people ask, in turns. */
export const people = 100;

/** One message of one of them, or of somebody else by number. Its answer goes to the connector, as in Teams, or into the response. */
export function nextBody(text: string, connector?: string, who?: number): string {
  serial += 1;
  const person = who ?? serial % people;
  return JSON.stringify({
    ...message,
    id: `bench-${serial}`,
    text,
    deliveryMode: connector ? 'normal' : 'expectReplies',
    serviceUrl: connector ?? 'http://127.0.0.1:9/connector',
    from: { id: `29:${person}`, name: 'Anne', aadObjectId: `aaaaaaaa-0000-4000-8000-${String(person).padStart(12, '0')}` },
    conversation: { ...(message['conversation'] as object), id: `a:bench-${person}` },
  });
}

/** Sends a message; gives the milliseconds until its answer was there. */
export function post(port: number, agent: Agent, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const begin = performance.now();
    const call = request({ agent, port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - begin);
        else reject(new Error(`status ${response.statusCode}`));
      });
    });
    call.once('error', reject).end(body);
  });
}

/** Sends many messages over so many connections, each its next one as soon as it has an answer. Opens them, unless they are; closes them. */
export async function load(
  port: number,
  count: number,
  text: string,
  connector: string | undefined,
  most = connections,
  agent = new Agent({ keepAlive: true, maxSockets: most }),
): Promise<Timing> {
  const times: number[] = [];
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      times.push(await post(port, agent, nextBody(text, connector)));
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: most }, work));
  const total = performance.now() - begin;
  agent.destroy();
  return summariseTimes(times, total);
}

/** What is asked: the question that takes all there is, and two that take little. */
export const asked = { role: 'hvad forventes der af en kontorchef', hi: 'hej', help: 'hjælp' } as const;

const contenders: readonly (readonly [string, Which, string])[] = [
  ['echo bot', 'echo', asked.hi],
  ...(['hi', 'help', 'role'] as const).flatMap((each): (readonly [string, Which, string])[] => [
    ...(before === undefined ? [] : [[`before: "${asked[each]}"`, 'before', asked[each]] as const]),
    [`ours: "${asked[each]}"`, 'product', asked[each]],
  ]),
];

/**
 * A full turn over HTTP: the product (question, database, card) against an echo, in turns so that all have the same
 * weather; once with answers sent to a connector, as Teams has it, and once with answers in the response.
 */
export async function benchHttp(): Promise<void> {
  for (const store of stores.filter(({ isHere }) => isHere)) {
    const connector = await startFaultyConnector(() => ({ status: 201 }));
    await compare(store, 'answers sent to the connector', connector.url);
    if (connector.received.length < turns * contenders.length) throw new Error(`only ${connector.received.length} answers arrived`);
    await connector.close();
    await compare(store, 'answers in the response', undefined);
  }
}

/** What one of them did in a round. */
type Round = Timing & { readonly cpuMs: number; readonly commits: number };

async function compare(store: Store, delivery: string, connector: string | undefined): Promise<void> {
  const places = { product: await store.create(), before: await store.create() };
  const settingsOf = (which: Which) => (which === 'echo' ? {} : settingsFor(places[which].options));
  const children: Partial<Record<Which, Child>> = {};
  for (const which of new Set(contenders.map(([, each]) => each))) children[which] = await startChild(which, settingsOf(which));
  const ask = async (which: Which, text: string, count: number): Promise<Round> => {
    const child = children[which] as Child;
    const url = which === 'echo' ? undefined : places[which].options.databaseUrl;
    const [cpu, commits] = [child.cpuMs(), await commitsOf(url)];
    const timing = await load(child.port, count, text, connector);
    return { ...timing, cpuMs: (child.cpuMs() - cpu) / count, commits: ((await commitsOf(url)) - commits) / count };
  };
  const results = contenders.map((): Round[] => []);
  for (const [, which, text] of contenders) await ask(which, text, warmUp);
  for (let round = 0; round < rounds; round++)
    for (const [at, [, which, text]] of contenders.entries()) results[at]?.push(await ask(which, text, turns / rounds));
  await Promise.all(Object.values(children).map((child) => child.stop()));
  await Promise.all(Object.values(places).map((place) => place.drop()));
  const summed = results.map((all) => (key: keyof Round) => median(all.map((one) => one[key])));
  const [base] = summed;
  printTable(
    `A turn over HTTP on ${store.name}, ${connections} connections, ${delivery}, median of ${rounds} rounds`,
    ['bot', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms', 'commits', 'turns/s of the echo’s', 'p99 of the echo’s'],
    contenders.map(([name], at) => {
      const of = summed[at] ?? (() => Number.NaN);
      const perEcho = (key: keyof Round) => of(key) / (base?.(key) ?? Number.NaN);
      return [name, of('perSecond'), of('p50'), of('p99'), of('cpuMs'), of('commits'), perEcho('perSecond'), perEcho('p99')];
    }),
  );
}

/** Made up, and the same for all instances on one database. */
const keys = `k1:${Buffer.alloc(32, 'k1').toString('base64')}`;

/** The settings by which a service uses a place that a test made. */
export function settingsFor({ dataDir, databaseUrl }: Place['options']): Record<string, string> {
  return databaseUrl === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl, REFLECTION_KEYS: keys };
}
