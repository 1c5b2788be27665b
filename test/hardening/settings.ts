import { chmodSync, cpSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { listFiles } from './file.js';
import type { Service } from './service.js';
import { createPerson } from './talk.js';
import { type Row, registration, type Seen, type World } from './world.js';

/** What an operator can set, or forget to. */
export const settings: readonly Row[] = [
  {
    name: 'a production .env and "node dist/service.js"',
    before: 'the file was ignored: local mode, no token asked for',
    play: playEnvFile,
  },
  { name: 'a setting of the process beside the .env', before: 'the file was ignored', play: playEnvWins },
  { name: 'what the log says of local mode', before: 'nothing at warn: an open door looked like a normal start', play: playWarning },
  {
    name: 'local mode behind a proxy, asked for somebody\u2019s notes',
    before: 'HTTP 200 and the notes card of "mayor"',
    play: playForwarded,
  },
  {
    name: 'local mode on a registered run\u2019s folder',
    before: 'opened it: a stranger could export a person\u2019s data',
    play: (world) => playFolder(world, true),
  },
  { name: 'a registered run on local mode\u2019s folder', before: 'opened it without a word', play: (world) => playFolder(world, false) },
  { name: 'the address to listen on', before: 'registered: every interface, could not be told otherwise', play: playHost },
  { name: 'modes of the database files in a shared folder', before: '0644: every user of the machine could read', play: playModes },
  { name: 'a SQLite file that is damaged', before: 'remedy: "Set DATA_DIR to a folder \u2026 may write in"', play: playDamaged },
];

/** A package with a `.env` of its own. */
function packageWith(world: World, env: Readonly<Record<string, string>>): string {
  const folder = world.folder();
  for (const name of ['dist', 'package.json']) cpSync(join(world.packageFolder, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'content']) symlinkSync(resolve(name), join(folder, name), 'dir');
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(folder, '.env'), `${lines.join('\n')}\n`);
  return folder;
}

function startedAs(service: Service): string {
  const line = service.log().find(({ msg }) => msg === 'listening');
  return line ? `local: ${String(line['local'])}, tenants: ${String(line['tenants'])}` : 'did not start';
}

async function playEnvFile(world: World): Promise<Seen> {
  const folder = packageWith(world, registration());
  const service = await world.start({ folder });
  const { status } = await createPerson({ service }).say('mine noter');
  const as = startedAs(service);
  return { now: `${as}; a message without a token: ${status}`, ok: as === 'local: false, tenants: 1' && status === 401 };
}

async function playEnvWins(world: World): Promise<Seen> {
  const folder = packageWith(world, { ...registration(), LOG_LEVEL: 'silent', NUDGE_RATE: 'many' });
  const service = world.launch({ folder, settings: { LOG_LEVEL: 'info', NUDGE_RATE: '5' } });
  const ok = await service.listens;
  const as = ok ? startedAs(service) : `exit ${await service.ended}: ${service.output.stderr.trim().slice(0, 120)}`;
  return { now: as, ok: as === 'local: false, tenants: 1' };
}

async function playWarning(world: World): Promise<Seen> {
  const warnings = (await world.start()).log().filter(({ level }) => level >= 40);
  const told = warnings.filter(({ msg }) => /anybody|anyone/i.test(msg) && /machine/i.test(msg));
  return { now: told[0] ? `warn: "${told[0].msg}"` : 'no such line', ok: told.length === 1 };
}

const proxyHeaders: readonly Readonly<Record<string, string>>[] = [
  { forwarded: 'for=203.0.113.9;host=kompas.example.dk' },
  { 'x-forwarded-for': '203.0.113.9' },
  { 'x-forwarded-host': 'kompas.example.dk' },
  { 'x-forwarded-proto': 'https' },
  { 'x-forwarded-port': '443' },
  { via: '1.1 proxy' },
  { 'x-original-host': 'kompas.example.dk' },
  { 'x-original-url': '/api/messages' },
  { 'x-original-for': '203.0.113.9' },
];

async function playForwarded(world: World): Promise<Seen> {
  const service = await world.start();
  const mayor = createPerson({ service, name: 'Borgmester' });
  const statuses = new Set<number>();
  for (const headers of proxyHeaders) statuses.add((await mayor.say('mine noter', {}, { headers })).status);
  const direct = (await mayor.say('mine noter')).status;
  const now = `${proxyHeaders.length} kinds of proxy headers: ${[...statuses].join(', ')}; without: ${direct}`;
  return { now, ok: statuses.size === 1 && statuses.has(403) && direct === 200 };
}

async function playFolder(world: World, registeredFirst: boolean): Promise<Seen> {
  const DATA_DIR = world.folder();
  const ways = [
    { ...registration(), DATA_DIR },
    { DATA_DIR, REFLECTION_KEYS: registration()['REFLECTION_KEYS'] ?? '' },
  ];
  const [first, second] = registeredFirst ? ways : ways.reverse();
  const before = await world.start({ settings: first });
  if (!registeredFirst) await createPerson({ service: before }).say('jeg er kontorchef');
  await before.stop();
  const service = world.launch({ settings: second });
  if (await service.listens) return { now: `opened it (${startedAs(service)})`, ok: false };
  const code = await service.ended;
  const lines = service.output.stderr.trim().split('\n');
  return { now: `exit ${code}: ${lines.join(' / ').slice(0, 160)}`, ok: code === 1 && lines.length === 1 && lines[0] !== '' };
}

/** Another address of this machine that is no other machine's. */
const otherAddress = '127.0.0.2';

async function playHost(world: World): Promise<Seen> {
  const everywhere = await world.start({ settings: registration() });
  const one = await world.start({ settings: { ...registration(), HOST: otherAddress } });
  const [open, told, shut] = await Promise.all([
    canConnect(everywhere.port, otherAddress),
    canConnect(one.port, otherAddress),
    canConnect(one.port, '127.0.0.1'),
  ]);
  const say = (is: boolean) => (is ? 'reached' : 'not reached');
  const now = `default: another address ${say(open)}; HOST=${otherAddress}: there ${say(told)}, elsewhere ${say(shut)}`;
  return { now, ok: open && told && !shut };
}

function canConnect(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

async function playModes(world: World): Promise<Seen> {
  const DATA_DIR = join(world.folder(), 'shared');
  mkdirSync(DATA_DIR);
  chmodSync(DATA_DIR, 0o755);
  const service = await world.start({ settings: { DATA_DIR } });
  await createPerson({ service }).say('jeg er kontorchef');
  const modes = listFiles(DATA_DIR).map((file) => (statSync(file).mode & 0o777).toString(8));
  return { now: `database, log and index: ${modes.join(', ')}`, ok: modes.length > 1 && modes.every((mode) => mode === '600') };
}

async function playDamaged(world: World): Promise<Seen> {
  const DATA_DIR = world.folder();
  writeFileSync(join(DATA_DIR, 'ledelseskompas.db'), Buffer.alloc(64 * 1024, 'not a database '));
  const service = world.launch({ settings: { DATA_DIR } });
  if (await service.listens) return { now: 'started', ok: false };
  const code = await service.ended;
  const said = service.output.stderr.trim();
  return { now: `exit ${code}: ${said.slice(0, 200)}`, ok: code === 1 && !said.includes('\n') && /copy|backup/i.test(said) };
}
