import { setTimeout as wait } from 'node:timers/promises';
import { readRows } from './file.js';
import type { Connector, Health, Response } from './hosts.js';
import { atEight, complaintsOf, countNudges, makePlans, nudgesAt, tellNudges } from './nudges.js';
import type { Service } from './service.js';
import { createPerson, type Person } from './talk.js';
import { after, until } from './time.js';
import { type Row, registration, type Seen, type World } from './world.js';

/** The login host, the connector and the host of the keys, ill in every way. */
export const outages: readonly Row[] = [
  { name: 'login host silent: a person\u2019s message', before: 'cut after 20 s, no line in the log', play: playSilentLogin },
  {
    name: 'login host silent: daily questions',
    before: 'one "sending" for 270 s, the others not even taken',
    play: (world) => playNudgesWithoutToken(world, 'silent'),
  },
  {
    name: 'login host breaks connections: daily questions',
    before: 'all "unknown", never tried again',
    play: (world) => playNudgesWithoutToken(world, 'resetting'),
  },
  {
    name: 'client secret expired: daily questions',
    before: 'all "unknown", never tried again, no word of the secret',
    play: (world) => playNudgesWithoutToken(world, 'expired'),
  },
  { name: 'connector says 429 to an answer', before: '1 request, the answer never arrived', play: (world) => playConnector(world, 429, 2) },
  { name: 'connector says 412 to an answer', before: '1 request, the answer never arrived', play: (world) => playConnector(world, 412, 2) },
  {
    name: 'connector says 502 to an answer',
    before: '1 request: rightly, it may have arrived',
    play: (world) => playConnector(world, 502, 1),
  },
  { name: 'connector says 401 to an answer', before: '1 request, the answer never arrived', play: playExpiredToken },
  { name: 'connector breaks, floods, answers nonsense', before: 'process alive each time, at most 10.1 s', play: playWildConnector },
  { name: 'connector says a person blocked the bot (subCode)', before: 'noted as "forbidden"', play: playBlocked },
  { name: 'key host says 500, keys known', before: '503 to everybody', play: (world) => playKeyHost(world, 'faulty') },
  { name: 'key host silent, keys known', before: '503 to everybody, each after 8.1 s', play: (world) => playKeyHost(world, 'silent') },
  {
    name: 'key host slow, keys known',
    before: 'people waited for the refresh, 503 after 8.0 s',
    play: (world) => playKeyHost(world, 'slow'),
  },
  { name: 'key host away for more than a day', before: '503 (from the first hour on)', play: playLongAway },
];

/** An answer that is not sent is told in the log some 5 s after it was asked for. */
const toldMs = 9_000;

async function playSilentLogin(world: World): Promise<Seen> {
  const [keyHost, login, connector] = await Promise.all([world.keyHost(), world.loginHost(), world.connector()]);
  login.health = 'silent';
  const service = await world.start({ settings: registration(keyHost), login: login.port });
  const reply = createPerson({ service, connector, isRegistered: true }).send('hvad forventes der af en kontorchef');
  const told = await until(() => complaintsOf(service).length > 0, toldMs);
  const { status, ms } = await reply;
  const line = complaintsOf(service)[0]?.slice(0, 120) ?? 'nothing';
  return {
    now: `logged ${after(told, toldMs)}: ${line}; HTTP ${status} in ${ms} ms`,
    ok: told !== undefined && status !== 0 && ms < 15_000,
  };
}

const nudges = 3;
/** What the log must say once: that there is no token, and where the credentials were refused that the secret may be over. */
const words: Readonly<Partial<Record<Health, RegExp>>> = { silent: /token/i, resetting: /token/i, expired: /secret/i };

/** The second pass comes at the next whole minute of the service's clock, so many seconds after the start: a login that hangs has been given up by then. */
const nextPassSeconds = 30;
/** Whoever waits before the next try has waited long enough after this, by the service's clocks. */
const backOffMs = 5 * 60_000;
const sentMs = 45_000;

async function playNudgesWithoutToken(world: World, health: Health): Promise<Seen> {
  const [keyHost, login, connector] = await Promise.all([world.keyHost(), world.loginHost(), world.connector()]);
  const settings = { ...registration(keyHost), DATA_DIR: world.folder() };
  await makePlans(world, { count: nudges, connector, settings, login });
  login.health = health;
  const service = await world.start({ settings, clock: atEight(60 - nextPassSeconds), login: login.port });
  const isWaiting = () => login.asked > 0 && countNudges(settings.DATA_DIR)['due'] === nudges;
  await until(() => isWaiting() && complaintsOf(service).length > 0, (nextPassSeconds - 3) * 1_000);
  const [during, waited] = [tellNudges(settings.DATA_DIR), isWaiting()];
  const seen = readRows(settings.DATA_DIR, 'select prompt from seen_prompts').length;
  const told = service.log().filter(({ level, msg }) => level >= 40 && words[health]?.test(msg));
  login.health = 'well';
  await service.shift({ wall: backOffMs, steady: backOffMs });
  const isSent = () => nudgesAt(connector) === nudges && countNudges(settings.DATA_DIR)['sent'] === nudges;
  const sent = await until(isSent, waited ? sentMs : 1_000);
  const now = `${during}, ${seen} counted as seen, ${told.length} log lines say why; host back: ${nudgesAt(connector)} arrived, ${tellNudges(settings.DATA_DIR)}`;
  return { now, ok: waited && seen === 0 && told.length === 1 && sent !== undefined && nudgesAt(connector) === nudges };
}

/** A retry may take so long; Teams waits some 15 s for its own request. */
const retryMs = 9_000;

async function playConnector(world: World, status: number, wanted: number): Promise<Seen> {
  const connector = await world.connector();
  const service = await world.start();
  connector.respond = refuseFirst(connector, { status, headers: { 'retry-after': '1' } });
  const reply = await createPerson({ service, connector }).send('hvad forventes der af en kontorchef', {}, { mostMs: 15_000 });
  await until(() => connector.calls.length >= wanted, retryMs);
  // Whoever sends again without being told to does so soon.
  if (wanted === 1) await wait(1_000);
  const { length } = connector.calls;
  return {
    now: `${length} request${length === 1 ? '' : 's'}, HTTP ${reply.status} in ${reply.ms} ms`,
    ok: length === wanted && reply.status === 200,
  };
}

function refuseFirst(connector: Connector, refusal: Response): () => Response {
  return () => (connector.calls.length === 1 ? refusal : 'take');
}

/** An age at which a token is good still, unless it was withdrawn. */
const tokenAgeMs = 5 * 60_000;

async function playExpiredToken(world: World): Promise<Seen> {
  const [keyHost, login, connector] = await Promise.all([world.keyHost(), world.loginHost(), world.connector()]);
  const service = await world.start({ settings: registration(keyHost), login: login.port });
  const send = () => createPerson({ service, connector, isRegistered: true }).send('hvad forventes der af en kontorchef');
  await until(async () => (await send()).status === 200 && connector.calls.length > 0, retryMs);
  // A token that has just come is not what is wrong; one that was good for a while may be.
  await service.shift({ steady: tokenAgeMs });
  connector.calls.length = 0;
  connector.respond = refuseFirst(connector, { status: 401 });
  await send();
  await until(() => connector.calls.length >= 2, retryMs);
  const tokens = connector.calls.map(({ authorization }) => authorization.replace('Bearer ', ''));
  return {
    now: `requests with ${tokens.join(', ') || 'nothing'}`,
    ok: tokens.length === 2 && tokens[0] !== tokens[1] && tokens[1]?.startsWith('token-') === true,
  };
}

const wild: readonly Response[] = [
  'reset',
  'silence',
  { status: 200, body: 'x'.repeat(20_000_000) },
  { status: 200, body: 'no id', headers: { 'content-type': 'text/html' } },
  { status: 307, headers: { location: 'http://127.0.0.1:9/' } },
  { status: 599 },
];

async function playWildConnector(world: World): Promise<Seen> {
  const connector = await world.connector();
  const service = await world.start();
  const responses = new Map<string, Response>();
  connector.respond = ({ conversation }) => responses.get(conversation) ?? 'take';
  const replies = await Promise.all(
    wild.map((response) => {
      const person = createPerson({ service, connector });
      responses.set(`a:${person.entraId}`, response);
      return person.send('hjælp');
    }),
  );
  const most = Math.max(...replies.map(({ ms }) => ms));
  const { status } = await createPerson({ service, connector }).send('hjælp');
  const now = `${wild.length} ways, the longest ${most} ms; a good message after: ${status}`;
  return { now, ok: status === 200 && most < 15_000 && !service.isGone() };
}

/** The forms in which reports show the refusal. */
const subCode = JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Thread is blocked from message writes.', errorCode: null });
const blocked = [
  { errorCode: 209, message: subCode },
  { error: { code: 'Forbidden', message: subCode } },
  { error: { code: 'Forbidden', subCode: 'MessageWritesBlocked', message: 'x' } },
];

async function playBlocked(world: World): Promise<Seen> {
  const connector = await world.connector();
  const settings = { DATA_DIR: world.folder() };
  const people = await makePlans(world, { count: blocked.length, connector, settings });
  connector.respond = ({ conversation }) => ({
    status: 403,
    body: blocked[people.findIndex(({ entraId }) => conversation === `a:${entraId}`)],
  });
  await world.start({ settings, clock: atEight(5) });
  await until(() => readRows(settings.DATA_DIR, `select 1 from deliveries where state = 'failed'`).length === blocked.length, 15_000);
  const reasons = people.map(({ entraId }) =>
    String(readRows(settings.DATA_DIR, `select stopped from nudge_plans where entra_id = '${entraId}'`)[0]?.['stopped']),
  );
  return { now: `${blocked.length} forms of it: ${reasons.join(', ')}`, ok: reasons.every((reason) => reason === 'blocked') };
}

/** A minute's hundredth: a refresh is due at nearly every message. */
const refreshAtOnce = { OPENID_REFRESH_MINUTES: '0.02' };
const refreshMs = 1_500;
/** Whoever waits for a slow host (6 s) or a silent one (8 s) waits longer than this, and nobody else does. */
const waitedMs = 5_000;

async function playKeyHost(world: World, health: Health): Promise<Seen> {
  const keyHost = await world.keyHost();
  const service = await world.start({ settings: { ...registration(keyHost), ...refreshAtOnce } });
  const person = createPerson({ service, isRegistered: true });
  await person.say('hjælp');
  keyHost.health = health;
  const replies = await sayAfterPauses(person, 4);
  keyHost.health = 'well';
  const back = await person.say('hjælp');
  const longest = Math.max(...replies.map(({ ms }) => ms));
  const now = `${replies.map(({ status }) => status).join(', ')}, the longest ${longest} ms; host back: ${back.status}`;
  return { now, ok: [...replies, back].every(({ status }) => status === 200) && longest < waitedMs };
}

async function sayAfterPauses(person: Person, count: number) {
  const replies: Awaited<ReturnType<Person['say']>>[] = [];
  for (let each = 0; each < count; each++) {
    await wait(refreshMs);
    replies.push(await person.say('hjælp', {}, { mostMs: 12_000 }));
  }
  return replies;
}

const hourMs = 3_600_000;

/** Both clocks go on together, as they do when a day really goes by. */
async function playLongAway(world: World): Promise<Seen> {
  const keyHost = await world.keyHost();
  const service = await world.start({ settings: registration(keyHost) });
  await createPerson({ service, isRegistered: true }).say('hjælp');
  keyHost.health = 'faulty';
  const statuses: number[] = [];
  let ahead = 0;
  for (const hours of [2, 21, 2]) {
    ahead += hours * hourMs;
    await passTime(service, hours * hourMs);
    statuses.push((await createPerson({ service, isRegistered: true, ahead }).say('hjælp')).status);
  }
  keyHost.health = 'well';
  const back = await until(
    async () => (await createPerson({ service, isRegistered: true, ahead }).say('hjælp')).status === 200,
    8_000,
    500,
  );
  const now = `after 2 h ${statuses[0]}, 23 h ${statuses[1]}, 25 h ${statuses[2]}; host back: 200 ${after(back, 8_000)}`;
  return { now, ok: statuses.join() === '200,200,503' && back !== undefined };
}

function passTime(service: Service, ms: number): Promise<void> {
  return service.shift({ wall: ms, steady: ms });
}
