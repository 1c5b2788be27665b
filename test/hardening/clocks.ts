import { createKey } from '../teams/issuer.js';
import { atEight, countNudges, makePlans, nudgesAt, tellNudges } from './nudges.js';
import { bearer, createPerson } from './talk.js';
import { after, until } from './time.js';
import { type Row, registration, type Seen, type World } from './world.js';

/** Clocks that jump, as they do when a machine was asleep or its time is set. */
export const clocks: readonly Row[] = [
  { name: 'clock an hour back in the middle of a pass', before: '29 of 60 sent, then everything slept for 1 h', play: playStepBack },
  { name: 'one instance with a clock a day ahead', before: 'the others sent 0 of 20 that day', play: playDayAhead },
  {
    name: 'clock a day back after one failed reading of the keys',
    before: '503 to everybody for 24 h, the host being well',
    play: playKeysStepBack,
  },
  { name: 'a new key after the clock went a day back', before: '401 to whoever it signs, for 24 h', play: playNewKey },
];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function playStepBack(world: World): Promise<Seen> {
  const [count, mostMs] = [16, 15_000];
  const connector = await world.connector();
  const settings = { DATA_DIR: world.folder(), NUDGE_RATE: '5' };
  await makePlans(world, { count, connector, settings });
  const service = await world.start({ settings, clock: atEight(2) });
  await until(() => nudgesAt(connector) >= 4, mostMs, 10);
  const before = nudgesAt(connector);
  await service.shift({ wall: -hourMs });
  const all = await until(() => nudgesAt(connector) >= count, mostMs);
  const now = `${before} sent, clock back; all ${count} ${after(all, mostMs)} (${nudgesAt(connector)} arrived, ${tellNudges(settings.DATA_DIR)})`;
  return { now, ok: all !== undefined && nudgesAt(connector) === count };
}

async function playDayAhead(world: World): Promise<Seen> {
  const [count, mostMs] = [8, 15_000];
  const connector = await world.connector();
  const settings = { DATA_DIR: world.folder() };
  await makePlans(world, { count: 1, connector, settings });
  const tomorrow = new Date(Date.parse(atEight(5)) + dayMs).toISOString();
  const ahead = await world.start({ settings, clock: tomorrow });
  await until(() => nudgesAt(connector) === 1, mostMs);
  await ahead.stop();
  await makePlans(world, { count, connector, settings });
  await world.start({ settings, clock: atEight(5) });
  const all = await until(() => countNudges(settings.DATA_DIR)['sent'] === count + 1, mostMs);
  const now = `the others: ${nudgesAt(connector) - 1} of ${count} ${after(all, mostMs)} (${tellNudges(settings.DATA_DIR)})`;
  return { now, ok: all !== undefined && nudgesAt(connector) === count + 1 };
}

/** Nobody asks a failing host again for some seconds. */
const keysMs = 12_000;

async function playKeysStepBack(world: World): Promise<Seen> {
  const keyHost = await world.keyHost();
  const service = await world.start({ settings: registration(keyHost) });
  keyHost.health = 'faulty';
  const first = (await createPerson({ service, isRegistered: true }).say('hjælp')).status;
  keyHost.health = 'well';
  await service.shift({ wall: -dayMs });
  const person = createPerson({ service, isRegistered: true, ahead: -dayMs });
  const back = await until(async () => (await person.say('hjælp')).status === 200, keysMs, 500);
  return {
    now: `host ill, no keys yet: ${first}; host well, clock back: 200 ${after(back, keysMs)}`,
    ok: first === 503 && back !== undefined,
  };
}

/** An unknown key makes the keys be read again, but not more often than every five minutes. */
const unknownKeyMs = 6 * 60_000;

async function playNewKey(world: World): Promise<Seen> {
  const fresh = createKey('fresh', ['msteams']);
  const keyHost = await world.keyHost();
  const service = await world.start({ settings: registration(keyHost) });
  await createPerson({ service, isRegistered: true }).say('hjælp');
  keyHost.add(fresh);
  await service.shift({ wall: unknownKeyMs - dayMs, steady: unknownKeyMs });
  const ahead = unknownKeyMs - dayMs;
  const person = createPerson({ service, ahead });
  const say = () => person.say('hjælp', {}, { headers: { authorization: bearer('http://127.0.0.1:9/connector', ahead, fresh) } });
  const known = await until(async () => (await say()).status === 200, 3_000, 300);
  return { now: `its message: 200 ${after(known, 3_000)}`, ok: known !== undefined };
}
