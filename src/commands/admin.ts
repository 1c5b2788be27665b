/**
 * `npm run admin`: what an operator turned off while the service runs, and `--stop`, `--nudges`, `--pause-until`, `--served` and
 * `--limit-to`, which turn off, with their ways back. It is kept in the database: every instance obeys within a minute.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Clock, dayMs, systemClock } from '../clock.js';
import { isDate } from '../language/times/when.js';
import { localDate } from '../nudges/rules/cadence.js';
import { defaultZone } from '../nudges/rules/plan.js';
import { audit, digestOf } from '../storage/audit.js';
import { databaseFileIn, openDatabase } from '../storage/database.js';
import { readPilotFile } from '../storage/pilot-file.js';
import { createSwitches, type StoredSwitches, type SwitchInForce } from '../storage/switches.js';
import { readTenantsForm } from '../storage/tenants-file.js';
import type { SwitchName } from '../tenants/switches.js';
import type { Texts } from './strings/da.js';
import { faultLines, type Settings, withDatabase, withoutKeys } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** What is to be done; without a tenant for all. */
type Order = { readonly tenant: string | undefined } & (
  | { readonly kind: 'show' }
  | { readonly kind: 'turn'; readonly what: Exclude<SwitchName, 'limited'>; readonly to: 'on' | 'off' }
  | { readonly kind: 'pause'; readonly until: string }
  | { readonly kind: 'limit'; readonly file: string }
  | { readonly kind: 'no-limit' }
);

type Change = Exclude<Order, { kind: 'show' }>;

/** A longer pause is a slip of the pen. */
const longestPauseDays = 366;
/** So many lines of a file are named as wrong; whoever mends them sees the next ones. */
const mostLines = 10;

/** The command. It reads the service's own settings, and opens nothing that is sealed: where a key is lost it goes all the same. */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  to: Terminal = terminal,
  clock: Clock = systemClock,
): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.admin.usage], to);
  return await withoutKeys(env, to, async (settings) => {
    const fault = findFault(order, settings, clock(), say, to);
    if (fault) return refuse([fault], to);
    return await withDatabase(openDatabase(settings), to, (database) => {
      const work = { switches: createSwitches(database), settings, now: clock(), say, to };
      return order.kind === 'show' ? show([], work) : change(order, work);
    });
  });
}

function parse(args: readonly string[]): Order | undefined {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
  const options = { stop: flag, go: flag, nudges: text, served: text, 'pause-until': text, 'limit-to': text, 'no-limit': flag };
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, tenant: text } });
    const { tenant: named, stop, go, nudges, served, 'pause-until': until, 'limit-to': file, 'no-limit': noLimit } = values;
    const tenant = named?.toLowerCase();
    const given = Object.keys(values).filter((key) => key !== 'tenant');
    if (given.length > 1 || named === '') return undefined;
    if (given.length === 0) return tenant === undefined ? { kind: 'show', tenant } : undefined;
    if (stop || go) return tenant === undefined ? { kind: 'turn', what: 'stopped', to: stop ? 'off' : 'on', tenant } : undefined;
    if (until !== undefined) return { kind: 'pause', until, tenant };
    if (file !== undefined) return { kind: 'limit', file, tenant };
    if (noLimit) return { kind: 'no-limit', tenant };
    const turned = nudges ?? served;
    if (turned !== 'on' && turned !== 'off') return undefined;
    return { kind: 'turn', what: nudges === undefined ? 'served' : 'nudges', to: turned, tenant };
  } catch {
    return undefined;
  }
}

type Found = Omit<Settings, 'tenantKeys'>;

/** What is wrong with an order before anything is opened. */
function findFault(order: Order, settings: Found, now: Date, say: Texts, to: Terminal): string | undefined {
  const { databaseUrl, dataDir, mode } = settings;
  // Settings that were not found are those of local mode: there nothing would be stopped, and nobody would notice.
  if (!databaseUrl && mode === 'local' && !existsSync(databaseFileIn(dataDir))) return say.admin.noDatabase(dataDir);
  if (order.kind === 'turn' && order.what === 'served' && order.tenant === undefined) return say.admin.needsTenant;
  const known = listTenants(settings, to);
  if (order.tenant !== undefined && known.size > 0 && !known.has(order.tenant))
    return say.admin.unknown(order.tenant, [...known.keys()].join(', '));
  if (order.kind !== 'pause') return undefined;
  const [first, last] = [now, new Date(now.getTime() + longestPauseDays * dayMs)].map((each) => localDate(each, defaultZone));
  const isFit = isDate(order.until) && order.until > (first ?? '') && order.until <= (last ?? '');
  return isFit ? undefined : say.admin.noDate(order.until);
}

/** Who is served, by id, with their names where there are any; none where nobody says. A file with faults keeps nobody from stopping. */
function listTenants({ tenantsFile, allowedTenants }: Found, to: Terminal): ReadonlyMap<string, string> {
  const read = tenantsFile ? readTenantsForm(tenantsFile) : undefined;
  if (!read) return new Map(allowedTenants.map((id) => [id, id]));
  if (read.ok) return new Map(read.file.tenants.map(({ id, name }) => [id, name]));
  refuse(faultLines(read.faults), to);
  return new Map();
}

type Work = {
  readonly switches: StoredSwitches;
  readonly settings: Found;
  readonly now: Date;
  readonly say: Texts;
  readonly to: Terminal;
};

async function change(order: Change, work: Work): Promise<number> {
  const { settings, say, to } = work;
  const group = order.kind === 'limit' ? readPilotFile(order.file) : undefined;
  if (group && !group.ok && order.kind === 'limit') return refuse([explain(order.file, group.fault, say)], to);
  const people = group?.ok ? group.ids : [];
  const untraced = audit(settings.dataDir, entryOf(order, people.length), to.complain);
  if (untraced) return refuse([untraced], to);
  const isChanged = await carryOut(order, people, work);
  const { databaseUrl, dataDir } = settings;
  const place = databaseUrl ? new URL(databaseUrl).host : databaseFileIn(dataDir);
  const leftOut = group?.ok && group.leftOut > 0 ? [say.admin.leftOut(group.leftOut)] : [];
  return show([isChanged ? say.admin.done(place) : say.admin.was, ...leftOut, ''], work);
}

/** False where there was nothing to put back. */
async function carryOut(order: Change, people: readonly string[], { switches, now }: Work): Promise<boolean> {
  const of = order.tenant === undefined ? {} : { tenant: order.tenant };
  if (order.kind === 'no-limit') return switches.turnOn('limited', order.tenant);
  if (order.kind === 'turn' && order.to === 'on') return switches.turnOn(order.what, order.tenant);
  if (order.kind === 'limit') await switches.limit(order.tenant, people, now);
  if (order.kind === 'pause') await switches.turnOff('nudges', { ...of, until: order.until }, now);
  if (order.kind === 'turn') await switches.turnOff(order.what, of, now);
  return true;
}

/** What was done, and for whom as a digest: see `audit.ts`. */
function entryOf(order: Change, people: number) {
  const { kind, tenant } = order;
  const what = kind === 'turn' ? order.what : kind === 'pause' ? 'nudges' : 'limited';
  return {
    command: 'admin',
    what,
    to: kind === 'turn' ? order.to : kind === 'no-limit' ? 'on' : 'off',
    ...(tenant !== undefined && { tenant: digestOf({ tenant, entraId: '' }) }),
    ...(kind === 'pause' && { until: order.until }),
    ...(kind === 'limit' && { people }),
  };
}

function explain(file: string, fault: Extract<ReturnType<typeof readPilotFile>, { ok: false }>['fault'], { admin }: Texts): string {
  if (fault.why !== 'no-id') return admin.file[fault.why](file);
  return admin.file['no-id'](file, fault.lines.slice(0, mostLines).join(', '));
}

async function show(before: readonly string[], { switches, settings, now, say, to }: Work): Promise<number> {
  const found = await switches.list(now);
  if (found.length === 0) return tell([...before, say.admin.nothing], to);
  const names = listTenants(settings, { ...to, complain: () => undefined });
  const nameOf = (id: string) => (names.get(id) === undefined || names.get(id) === id ? id : `${names.get(id)} (${id})`);
  const rows = found.map((each) => [
    wordsOf(each, say),
    each.tenant === undefined ? say.admin.all : nameOf(each.tenant),
    `${each.since.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')} UTC`,
    each.until ?? '',
  ]);
  return tell([...before, ...toTable([say.admin.head, ...rows], 4).map((line) => line.trimEnd())], to);
}

function wordsOf({ what, people = 0 }: SwitchInForce, { admin }: Texts): string {
  return what === 'limited' ? admin.what.limited(people) : admin.what[what];
}
