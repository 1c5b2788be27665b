import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFile } from './file.js';
import type { Service } from './service.js';
import { createPerson } from './talk.js';
import { until } from './time.js';
import { type Row, registration, type Seen, sealingKey, type World } from './world.js';

/** SIGTERM when things are bad. */
export const stopping: readonly Row[] = [
  { name: 'SIGTERM, database silent', before: 'exit after 59.7 s', timed: true, play: playDatabase },
  { name: 'SIGTERM, login host silent', before: 'exit after 5.7 s on a busy machine', timed: true, play: playLogin },
  { name: 'SIGTERM, connector silent', before: 'exit after 6.6 s on a busy machine', timed: true, play: playConnector },
  { name: 'SIGTERM, fifty idle connections', before: 'exit after 0.4 s', timed: true, play: playIdle },
  { name: 'SIGTERM, half-sent request', before: 'exit after 2.7 s', timed: true, play: playHalf },
  { name: 'SIGTERM, SQLite locked', before: 'not gone after 10 s', timed: true, play: playLocked },
];

const mostMs = 5_000;
const question = 'hvad forventes der af en kontorchef';

async function stop(service: Service): Promise<Seen> {
  const { code, ms } = await service.stop();
  return { now: code === 'never' ? `not gone after ${ms} ms` : `exit ${code} after ${ms} ms`, ok: code === 0 && ms <= mostMs };
}

/** Leaves a message without waiting for its answer. */
function leaveMessage(service: Service, more: Partial<Parameters<typeof createPerson>[0]> = {}): void {
  void createPerson({ service, ...more }).send(question);
}

async function playDatabase(world: World): Promise<Seen> {
  const { url, line } = await world.databaseBehindLine();
  const service = await world.start({ settings: { DATABASE_URL: url, REFLECTION_KEYS: sealingKey('k1', 'a') } });
  await createPerson({ service }).say('hjælp');
  line.turn('silent');
  leaveMessage(service);
  await wait(500);
  return stop(service);
}

async function playLogin(world: World): Promise<Seen> {
  const [keyHost, login, connector] = await Promise.all([world.keyHost(), world.loginHost(), world.connector()]);
  login.health = 'silent';
  const service = await world.start({ settings: registration(keyHost), login: login.port });
  leaveMessage(service, { connector, isRegistered: true });
  await until(() => login.asked > 0, 3_000);
  return stop(service);
}

async function playConnector(world: World): Promise<Seen> {
  const connector = await world.connector();
  connector.respond = () => 'silence';
  const service = await world.start();
  leaveMessage(service, { connector });
  await until(() => connector.calls.length > 0, 3_000);
  return stop(service);
}

async function openConnection(world: World, { port }: Service) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  world.defer(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

async function playIdle(world: World): Promise<Seen> {
  const service = await world.start();
  for (let each = 0; each < 50; each++) {
    const socket = await openConnection(world, service);
    if (each % 2 === 0) socket.write('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  }
  await wait(200);
  return stop(service);
}

async function playHalf(world: World): Promise<Seen> {
  const service = await world.start();
  const [head, body] = [await openConnection(world, service), await openConnection(world, service)];
  head.write('POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ');
  body.write('POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
  await wait(200);
  return stop(service);
}

async function playLocked(world: World): Promise<Seen> {
  const DATA_DIR = world.folder();
  const service = await world.start({ settings: { DATA_DIR } });
  await createPerson({ service }).say('hjælp');
  await lockFile(DATA_DIR, world);
  for (let each = 0; each < 3; each++) leaveMessage(service);
  await wait(300);
  return stop(service);
}
