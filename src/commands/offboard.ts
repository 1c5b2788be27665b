/**
 * `npm run offboard -- --tenant ID [--out folder] [--delete]`: what is done when a municipality leaves. Without more it counts what
 * there is; `--out` hands it over, a file for each person and one for what they shared; `--delete` deletes it. May be run again after
 * an interruption. Each time leaves a line in `audit.log`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Clock, dayMs, systemClock } from '../clock.js';
import { traceError } from '../errors.js';
import { writeExport } from '../people/export.js';
import { audit, digestOf } from '../storage/audit.js';
import { loadContent } from '../storage/content-files.js';
import type { Database } from '../storage/database.js';
import { countTenant, deleteTenant, listPeople, readShared, type TenantCount, type TenantDeleted } from '../storage/offboarding.js';
import { createStorage, openChecked, type Storage } from '../storage/storage.js';
import { readTenantsForm } from '../storage/tenants-file.js';
import type { Texts } from './strings/da.js';
import { faultLines, type Settings, withSettings } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** Which tenant, and what is to be done. */
type Order = {
  readonly tenant: string;
  readonly out: string | undefined;
  readonly isDeleting: boolean;
  /** Nobody is asked. */
  readonly isSure: boolean;
  /** How long copies of the database are kept; undefined where the operator did not say. */
  readonly backupsDays: number | undefined;
};

/** What the command needs from outside: somebody who answers, and the time. */
export type OffboardParts = { readonly ask: (question: string) => Promise<string>; readonly clock: Clock };

/** Longer than anybody keeps copies. */
const mostDays = 3_650;

/** The command. It reads the service's own configuration. */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  to: Terminal = terminal,
  parts: OffboardParts = { ask: askTerminal, clock: systemClock },
): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.offboard.usage], to);
  return await withSettings(env, to, async (settings) => {
    const opened = await openChecked(settings);
    if (!opened.ok) return refuse([opened.fault], to);
    const storage = createStorage(opened.database, opened.keys);
    return await offboard(order, { settings, database: opened.database, storage, say, to, ...parts }).finally(() => storage.close());
  });
}

function parse(args: readonly string[]): Order | undefined {
  try {
    const options = {
      ...({ tenant: { type: 'string' }, out: { type: 'string' }, 'backups-days': { type: 'string' } } as const),
      ...({ delete: { type: 'boolean' }, yes: { type: 'boolean' } } as const),
    };
    const { tenant, out, delete: isDeleting = false, yes: isSure = false, ...given } = parseArgs({ args: [...args], options }).values;
    const days = given['backups-days'];
    const backupsDays = days === undefined ? undefined : Number(days);
    const isDays = backupsDays === undefined || (/^\d+$/.test(days ?? '') && backupsDays <= mostDays);
    return tenant && isDays ? { tenant: tenant.toLowerCase(), out, isDeleting, isSure, backupsDays } : undefined;
  } catch {
    return undefined;
  }
}

type Work = OffboardParts & {
  readonly settings: Settings;
  readonly database: Database;
  readonly storage: Storage;
  readonly say: Texts;
  readonly to: Terminal;
};

async function offboard(order: Order, work: Work): Promise<number> {
  const { database, say, to } = work;
  const { tenant, out, isDeleting, isSure } = order;
  const before = await countTenant(database.db, tenant);
  const rows = sum(before);
  if (rows === 0) return tell([say.offboard.nothing(tenant), ...(isDeleting ? tellElsewhere(before, order, work) : [])], to);
  if (out !== undefined) {
    const fault = await handOver(tenant, out, rows, work);
    if (fault) return refuse(fault, to);
  }
  if (!isDeleting) return tell([...countTable(before, say.offboard.stored, say), say.offboard.nothingDeleted], to);
  if (!isSure && (await work.ask(say.offboard.sure(tenant, rows))).trim().toLowerCase() !== tenant)
    return refuse([say.offboard.notSure], to);
  const untraced = audit(work.settings.dataDir, { command: 'offboard', tenant: digestOfTenant(tenant), rows }, to.complain);
  if (untraced) return refuse([untraced], to);
  let sofar = 0;
  const deleted = await deleteTenant(database, tenant, (_, count) => {
    sofar += count;
    to.complain(`${say.offboard.progress(sofar, rows)}\n`);
  });
  return tell(
    [...countTable(deleted, say.offboard.deleted, say), ...tellLeft(deleted, order, work), ...tellElsewhere(before, order, work)],
    to,
  );
}

/** Writes a file for each person and one for what is nobody's alone; gives what went wrong. */
async function handOver(tenant: string, folder: string, rows: number, work: Work): Promise<readonly string[] | undefined> {
  const { settings, database, storage, say, to } = work;
  const loaded = loadContent(settings.contentDir, { frameworks: settings.frameworks });
  if (!loaded.ok) return faultLines(loaded.faults);
  const untraced = audit(settings.dataDir, { command: 'offboard-export', tenant: digestOfTenant(tenant), rows }, to.complain);
  if (untraced) return [untraced];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length > 0) return [say.offboard.notEmpty(folder)];
    const people = await listPeople(database.db, tenant);
    for (const person of people)
      writeNew(join(folder, fileOf(person.entraId)), writeExport(await storage.exportPerson(person), loaded.library, 'da'));
    const shared = [];
    for await (const { table, row } of readShared(database.db, tenant)) shared.push(JSON.stringify({ table, ...row }));
    if (shared.length > 0) writeNew(join(folder, sharedFile), shared);
    const { letters } = await storage.letters.list(tenant);
    if (letters.length > 0)
      writeNew(
        join(folder, lettersFile),
        letters.map((letter) => JSON.stringify(letter)),
      );
    to.complain(`${say.offboard.handed(people.length, shared.length, folder)}\n`);
    return undefined;
  } catch (error) {
    return [say.offboard.unwritable(folder, traceError(error).code)];
  }
}

const sharedFile = 'conversations.jsonl';
/** What was sent to the editor and is not done, opened. */
const lettersFile = 'letters.jsonl';

/** Ids come from outside: none leads out of the folder. */
function fileOf(entraId: string): string {
  return `person-${encodeURIComponent(entraId)}.txt`;
}

function writeNew(file: string, lines: readonly string[]): void {
  writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx', mode: 0o600 });
}

function sum({ rows }: Pick<TenantCount, 'rows'>): number {
  return Object.values(rows).reduce((all, count) => all + count, 0);
}

function countTable({ rows }: Pick<TenantCount, 'rows'>, head: string, say: Texts): string[] {
  const lines = Object.entries(rows).map(([table, count]) => [table, `${count}`]);
  return toTable([[say.offboard.table, head], ...lines, [say.offboard.all, `${sum({ rows })}`]], 1);
}

/** What may be here still, or come again. */
function tellLeft({ isScrubbed }: TenantDeleted, { tenant }: Order, { settings, say }: Work): string[] {
  return ['', ...(isScrubbed ? [] : [say.offboard.notScrubbed]), ...(isServed(tenant, settings) ? [say.offboard.stillServed] : [])];
}

/** Whether people of the tenant are answered, so that there may be something of them again. */
function isServed(tenant: string, { tenantsFile, allowedTenants }: Settings): boolean {
  const read = tenantsFile ? readTenantsForm(tenantsFile) : undefined;
  if (!read) return allowedTenants.includes(tenant);
  return read.ok && read.file.tenants.some(({ id, served }) => id === tenant && served !== 'off');
}

/** What is elsewhere still, and until when: what no command of ours can take away. */
function tellElsewhere({ cards, stale }: TenantCount, { tenant, backupsDays }: Order, { settings, say, clock }: Work): string[] {
  const now = clock();
  const dateOf = (date: Date) => date.toISOString().slice(0, 'yyyy-mm-dd'.length);
  const until = backupsDays === undefined ? undefined : dateOf(new Date(now.getTime() + backupsDays * dayMs));
  const keys = [...(settings.tenantKeys?.get(tenant)?.keys() ?? [])];
  return [
    say.offboard.elsewhere,
    say.offboard.backups(dateOf(now), until),
    ...(cards > 0 ? [say.offboard.cards(cards, stale)] : []),
    say.offboard.digests,
    say.offboard.logs,
    keys.length > 0 ? say.offboard.keys(keys.join(', ')) : say.offboard.noKeys,
  ];
}

/** Stands for a tenant in the trace. */
function digestOfTenant(tenant: string): string {
  return digestOf({ tenant, entraId: '' });
}

/** What somebody types at the terminal; nothing where there is none. */
async function askTerminal(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const reading = createInterface({ input: process.stdin, output: process.stderr });
  return await reading.question(question).finally(() => reading.close());
}
