import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startFaultyConnector } from '../nudges/connector.js';
import { postgres } from '../storage/stores.js';
import { type Child, startChild, type Which } from './children.js';
import { asked, load, settingsFor } from './http.js';
import { printTable } from './measure.js';

const turns = 2_000;
/** For each instance: a process is slow until it has done a thing often enough. */
const warmUp = 2_000;
/** A sender that gets no answer sends the same again, so long after (Teams does within minutes). */
const againMs = 1_000;
const mostTries = 12;
/** What a balancer answers for an instance that went away. */
const lost = 502;

/**
 * One and two instances on one PostgreSQL behind a balancer: what a turn costs them, and what becomes of turns when an instance
 * dies or is stopped in the middle. Processes that share two cores slow each other down: the least bots there are show by how much.
 */
export async function benchInstances(): Promise<void> {
  if (!postgres.isHere) return;
  const rows = [await run('one echo bot', 'echo', 1), await run('two echo bots', 'echo', 2)];
  rows.push(await run('one instance', 'product', 1), await run('two instances', 'product', 2));
  rows.push(await run('two, one killed on the way', 'product', 2, 'SIGKILL'));
  rows.push(await run('two, one stopped on the way', 'product', 2, 'SIGTERM'));
  const oneOf = (which: Which) => rows.find((row) => row.which === which)?.cpuMs ?? Number.NaN;
  printTable(
    `${turns} role questions over 32 connections, on one PostgreSQL, answers sent to the connector`,
    ['instances', 'turns/s', 'CPU ms each', 'of one’s', 'all else’s CPU ms', 'asked', 'answered', 'twice', 'lost'],
    rows.map(({ name, which, perSecond, cpuMs, restMs, answered, twice }) => [
      name,
      perSecond,
      cpuMs,
      cpuMs / oneOf(which),
      restMs,
      String(turns),
      String(answered),
      String(twice),
      String(turns - answered),
    ]),
  );
}

async function run(name: string, which: Which, count: number, signal?: NodeJS.Signals) {
  const place = await postgres.create();
  const children: Child[] = [];
  for (let n = 0; n < count; n += 1) children.push(await startChild(which, settingsFor(place.options)));
  const connector = await startFaultyConnector(() => ({ status: 201 }));
  const balancer = await startBalancer(children.map(({ port }) => port));
  await load(balancer.port, warmUp * count, asked.role, connector.url);
  const before = connector.received.length;
  const cpu = () => children.reduce((sum, child) => sum + child.cpuMs(), 0);
  const [cpuBefore, own] = [cpu(), process.cpuUsage()];
  const ending = signal && wait(1_500).then(() => children[0]?.stop(signal));
  const { perSecond } = await load(balancer.port, turns, asked.role, connector.url);
  const cpuMs = (cpu() - cpuBefore) / turns;
  const { user, system } = process.cpuUsage(own);
  await ending;
  await balancer.close();
  const answers = new Map<string, number>();
  for (const { path } of connector.received.slice(before)) answers.set(path, (answers.get(path) ?? 0) + 1);
  await Promise.all(children.slice(signal ? 1 : 0).map((child) => child.stop()));
  await connector.close();
  await place.drop();
  const twice = [...answers.values()].filter((times) => times > 1).length;
  return { name, which, perSecond, cpuMs, restMs: (user + system) / 1_000 / turns, answered: answers.size, twice };
}

/**
 * Sends each request to the next instance in turn. One that refuses connections is left out from then on, as a balancer's probes
 * see to; what got no answer is sent again later, as Teams does.
 */
async function startBalancer(ports: readonly number[]): Promise<{ readonly port: number; close(): Promise<void> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const live = new Set(ports);
  let next = 0;
  const forward = async (body: Buffer): Promise<number> => {
    next += 1;
    const port = [...live][next % live.size] ?? 0;
    const answer = await send(agent, port, body);
    if (answer !== 'refused') return answer;
    live.delete(port);
    return live.size > 0 ? forward(body) : lost;
  };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    let status = await forward(body);
    for (let tries = 1; status !== 200 && tries < mostTries; tries += 1) {
      await wait(againMs);
      status = await forward(body);
    }
    outgoing.writeHead(status, { 'content-length': 0 });
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The status of an answer; that of one that never came, or that nobody is there. */
function send(agent: Agent, port: number, body: Buffer): Promise<number | 'refused'> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const call = request({ agent, port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? lost));
      response.once('error', () => resolve(lost));
    });
    call.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : lost));
    call.end(body);
  });
}
