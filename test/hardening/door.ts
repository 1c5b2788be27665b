import { connect, type Socket } from 'node:net';
import { isExpected, type RawRequest, rawRequests, sendRaw } from './raw.js';
import type { Service } from './service.js';
import { createPerson, get, settle } from './talk.js';
import { after, until } from './time.js';
import { type Row, registration, type Seen, type World, type WorldStart } from './world.js';

/** What anybody can do who reaches the port, without a token. */
export const door: readonly Row[] = [
  { name: 'malformed requests, local mode', before: 'ten kinds each ended the process, exit 1', play: (world) => playRaw(world, {}) },
  {
    name: 'malformed requests, local mode with pages',
    before: 'ten kinds each ended the process, exit 1',
    play: (world) => playRaw(world, { PUBLIC_URL: 'https://kompas.example.dk' }),
  },
  {
    name: 'malformed requests, registered',
    before: 'ten kinds each ended the process, no token looked at',
    play: async (world) => playRaw(world, registration(await world.keyHost()), true),
  },
  {
    name: 'malformed requests, registered with pages',
    before: 'ten kinds each ended the process, no token looked at',
    play: async (world) => playRaw(world, { ...registration(await world.keyHost()), PUBLIC_URL: 'https://kompas.example.dk' }, true),
  },
  { name: 'HEAD of the health addresses', before: '405: monitors that ask with HEAD saw it down', play: playHead },
  { name: 'headers and bodies that trickle in', before: 'cut after 27.0 s and 20.4 s, others answered in 18 ms', play: playTrickle },
];

/** Teams waits so long for an answer; the first one of a process on a busy machine takes some of it. */
const messageMs = 15_000;

/** Whoever dies is started again, so that a few are seen; more of them tell nothing new. */
const mostDeaths = 3;

/** Every request, and after each a good message. */
async function playRaw(world: World, settings: WorldStart['settings'], isRegistered = false): Promise<Seen> {
  const start = async () => {
    const started = await world.start({ settings });
    await settle(started);
    return started;
  };
  let service = await start();
  const deadly: string[] = [];
  const odd: string[] = [];
  let count = 0;
  for (const request of rawRequests) {
    if (deadly.length === mostDeaths) break;
    count += 1;
    const answer = await sendRaw(service.port, request.bytes);
    if (!(await answersGoodMessage(service, isRegistered))) {
      deadly.push(nameOf(request));
      await service.kill();
      if (deadly.length < mostDeaths) service = await start();
    } else if (!isExpected(answer, request.expected))
      odd.push(`${nameOf(request)} gave ${answer.status}${answer.isClosed ? '' : ', open'}`);
  }
  const now = `${count} of ${rawRequests.length} requests played: ${deadly.length} ended it or kept a good message from its answer, ${odd.length} answered otherwise than told`;
  const first = [...deadly, ...odd].slice(0, 3).join('; ');
  return { now: first ? `${now} (${first})` : now, ok: deadly.length + odd.length === 0 };
}

async function answersGoodMessage(service: Service, isRegistered: boolean): Promise<boolean> {
  const { status, cards } = await createPerson({ service, isRegistered }).say('hjælp', {}, { mostMs: messageMs });
  return status === 200 && cards.length === 1;
}

function nameOf({ bytes }: RawRequest): string {
  const [line = '', host = ''] = bytes.toString('latin1').slice(0, 90).split('\r\n');
  return `"${line.replace(' HTTP/1.1', '')}${host ? ` ${host}` : ''}"`.replace(/[^\x20-\x7e]/g, '?');
}

async function playHead(world: World): Promise<Seen> {
  const { port } = await world.start();
  const statuses = await Promise.all(['/livez', '/readyz'].map(async (path) => (await get(port, path, 'HEAD')).status));
  return { now: statuses.join(' and '), ok: statuses.every((status) => status === 200) };
}

/** A byte a second for as long as it is let; Node itself looks at its time-outs every 30 s. */
const mostTrickleMs = 35_000;
const trickles = 100;

async function playTrickle(world: World): Promise<Seen> {
  const service = await world.start();
  const begin = performance.now();
  const lives: number[] = [];
  const open = (first: string): Socket => {
    const socket = connect(service.port, '127.0.0.1', () => socket.write(first));
    const timer = setInterval(() => socket.write('a'), 1_000);
    socket
      .on('error', () => undefined)
      .on('close', () => {
        clearInterval(timer);
        lives.push(performance.now() - begin);
      });
    world.defer(() => socket.resume().destroy());
    return socket.resume();
  };
  const body = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{';
  for (let each = 0; each < trickles; each++) {
    open('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
    open(`POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n${body}`);
  }
  const { status, ms } = await createPerson({ service }).say('hjælp');
  const over = await until(() => lives.length === 2 * trickles, mostTrickleMs, 200);
  return {
    now: `all ${2 * trickles} cut ${after(over, mostTrickleMs)}; a message beside them: ${status} in ${ms} ms`,
    ok: over !== undefined && status === 200 && ms < messageMs,
  };
}
