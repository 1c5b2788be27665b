import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { startFaultyConnector } from '../nudges/connector.js';
import { startChild, type Which } from './children.js';
import { median, printTable, summariseTimes, type Timing } from './measure.js';

const connections = 32;
const warmUp = 300;
const turns = 2_000;
const rounds = 5;
const message = JSON.parse(readFileSync('test/teams/activities/message.personal.json', 'utf8')) as Record<string, unknown>;
let serial = 0;

/** One message of one of a hundred people. Its answer goes to the connector, as in Teams, or into the response. */
export function nextBody(text: string, connector?: string): string {
  serial += 1;
  const person = serial % 100;
  return JSON.stringify({
    ...message,
    id: `bench-${serial}`,
    text,
    deliveryMode: connector ? 'normal' : 'expectReplies',
    serviceUrl: connector ?? 'http://127.0.0.1:9/connector',
    from: { id: `29:${person}`, name: 'Anne', aadObjectId: `aaaaaaaa-0000-4000-8000-0000000000${String(person).padStart(2, '0')}` },
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

/** So many connections, each with its next message as soon as it has an answer. */
async function load(port: number, count: number, text: string, connector: string | undefined): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      times.push(await post(port, agent, nextBody(text, connector)));
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const total = performance.now() - begin;
  agent.destroy();
  return summariseTimes(times, total);
}

const contenders: readonly (readonly [string, Which, string])[] = [
  ['echo bot', 'echo', 'hej'],
  ['ours: "hej"', 'product', 'hej'],
  ['ours: "hjælp"', 'product', 'hjælp'],
  ['ours: "hvad forventes der af en kontorchef"', 'product', 'hvad forventes der af en kontorchef'],
];

/**
 * A full turn over HTTP: the product (question, database, card) against an echo, in turns so that both have the same
 * weather; once with answers sent to a connector, as Teams has it, and once with answers in the response.
 */
export async function benchHttp(): Promise<void> {
  const connector = await startFaultyConnector(() => ({ status: 201 }));
  await compare('answers sent to the connector', connector.url);
  if (connector.received.length < turns * contenders.length) throw new Error(`only ${connector.received.length} answers arrived`);
  await connector.close();
  await compare('answers in the response', undefined);
}

async function compare(delivery: string, connector: string | undefined): Promise<void> {
  const [product, echo] = await Promise.all([startChild('product'), startChild('echo')]);
  const portOf = { product: product.port, echo: echo.port };
  const results = contenders.map((): Timing[] => []);
  for (const [, which, text] of contenders) await load(portOf[which], warmUp, text, connector);
  for (let round = 0; round < rounds; round++)
    for (const [at, [, which, text]] of contenders.entries()) results[at]?.push(await load(portOf[which], turns / rounds, text, connector));
  await Promise.all([product.stop(), echo.stop()]);
  const summed = results.map((all) => (['perSecond', 'p50', 'p99'] as const).map((key) => median(all.map((one) => one[key]))));
  const base = summed[0]?.[0] ?? 1;
  printTable(
    `A turn over HTTP, ${connections} connections, ${delivery}, median of ${rounds} rounds`,
    ['bot', 'turns/s', 'p50 ms', 'p99 ms', 'of the echo bot’s turns/s'],
    contenders.map(([name], at) => [name, ...(summed[at] ?? []), (summed[at]?.[0] ?? 0) / base]),
  );
}
