/**
 * This machine: Node, time zones, and the disk that everything is kept on.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Asked, firstLook, look } from '../look.js';
import type { Found } from '../outcomes.js';
import type { DiskFacts, Limits } from '../ports.js';

/** The lines of Node that the tests run on, and which of them get no fixes any more (Node.js, "Releases"). */
const nodeLines = { tried: [20, 22, 24, 26], ended: [20] };

/** A database of 8,000 people is some 50 MB, and a copy of it beside it as much: below 100 MB the next day may fill the disk. */
const roomBytes: Limits['roomBytes'] = { low: 1_000_000_000, full: 100_000_000 };
const bytesOfMb = 1_000_000;

/** File systems of other machines, by the number that Linux gives them (statfs(2)). SQLite's log ahead does not work on them. */
const networks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
]);
/** Behind it may be anything, a network too. */
const fuse = 0x65735546;

/** What others than the owner may do, in a file's mode. */
const others = 0o077;

/** The looks at this machine. */
export const machineLooks = [
  firstLook('node', async ({ parts }) => lookAtNode(parts.node)),
  firstLook('zone', async () => ({ outcome: hasDanishTime() ? 'good' : 'missing', facts: {} })),
  look('disk', lookAtDisk, { unless: ({ databaseUrl }) => (databaseUrl ? { outcome: 'unused', facts: {} } : undefined) }),
  look('room', lookAtRoom),
  look('rights', lookAtRights),
] as const;

/** What is to be said of a version of Node. */
export function lookAtNode(version: string): Found<'node'> {
  const major = Number(version.split('.')[0]);
  if (!nodeLines.tried.includes(major)) return { outcome: 'untried', facts: { version } };
  return { outcome: nodeLines.ended.includes(major) ? 'ending' : 'good', facts: { version } };
}

/** Whether the machine's own data knows Danish time, in winter and in summer. */
function hasDanishTime(): boolean {
  try {
    const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' });
    return hours.format(Date.UTC(2026, 0, 15, 12)) === '13' && hours.format(Date.UTC(2026, 6, 15, 12)) === '14';
  } catch {
    return false;
  }
}

async function lookAtDisk(asked: Asked): Promise<Found<'disk'>> {
  const { parts, settings } = asked;
  if (process.platform !== 'linux' && !parts.disk) return { outcome: 'untold', facts: {} };
  const { type } = await factsOf(asked);
  // Some of the numbers come with a sign.
  const network = networks.get(type >>> 0);
  const folder = settings.dataDir;
  if (network) return { outcome: 'network', facts: { folder, type: network } };
  return type === fuse ? { outcome: 'unsure', facts: { folder } } : { outcome: 'own', facts: {} };
}

async function lookAtRoom(asked: Asked): Promise<Found<'room'>> {
  const { low, full } = asked.parts.limits?.roomBytes ?? roomBytes;
  const { bavail, bsize } = await factsOf(asked);
  const free = bavail * bsize;
  const facts = { freeMb: Math.floor(free / bytesOfMb), folder: asked.settings.dataDir };
  if (free >= low) return { outcome: 'good', facts };
  return { outcome: free < full ? 'full' : 'low', facts };
}

/** Of the folder, or of the one that it will be made in. */
function factsOf({ parts: { disk = statfs }, settings }: Asked): Promise<DiskFacts> {
  let folder = settings.dataDir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return disk(folder);
}

/** What an installation on PostgreSQL keeps in its folder are single files: a platform's own folder may be anybody's. */
async function lookAtRights({ parts, settings }: Asked): Promise<Found<'rights'>> {
  const { dataDir: folder, credentials, databaseUrl } = settings;
  if (process.platform === 'win32') return { outcome: 'untold', facts: {} };
  if (existsSync(folder) && !mayUse(folder)) return { outcome: 'closed', facts: { folder } };
  const kept = ['ledelseskompas.db', 'ledelseskompas.db-wal', 'ledelseskompas.db-shm', 'reflection-keys', 'audit.log'];
  const files = [
    ...(databaseUrl ? [] : [folder]),
    ...kept.map((name) => join(folder, name)),
    ...(credentials ? [join(parts.packageFolder, '.env')] : []),
  ];
  const open = files.filter((file) => existsSync(file) && (statSync(file).mode & others) !== 0);
  if (open.length > 0) return { outcome: 'open', facts: { files: open } };
  return existsSync(folder) ? { outcome: 'good', facts: {} } : { outcome: 'nothing', facts: { folder } };
}

function mayUse(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
