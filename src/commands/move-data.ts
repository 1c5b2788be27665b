/**
 * `npm run move-data -- --to postgres://…`: moves everything that is stored from the SQLite file to an empty PostgreSQL
 * database, with the service stopped.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Config, isPostgresUrl, parseConfig } from '../config.js';
import { traceError } from '../errors.js';
import { audit } from '../storage/audit.js';
import { databaseFileIn, openDatabase } from '../storage/database.js';
import { type Moved, type MovedTable, moveData } from '../storage/move.js';
import { type CheckedDatabase, openChecked } from '../storage/storage.js';
import { refuse, type Terminal, terminal } from './terminal/terminal.js';

const usage = `Usage: npm run move-data [-- --to postgres://user:password@host:5432/database]
       Moves everything from the SQLite file in DATA_DIR to an empty PostgreSQL database, and counts it there.
       Without --to the target is DATABASE_URL, with DATABASE_AUTH; others on this machine can read a command line.
       1. Stop the service.  2. Run this: whole or not at all, so after an interruption run it again.
       3. Set DATABASE_URL, and start. The file stays as it was: delete it, and its copies, when all is well.
       Notes stay sealed with the keys they have. Leaves a line in audit.log in DATA_DIR, and on stderr.`;
const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const complain = (lines: readonly string[]) => refuse(lines, to);
  const order = parse(args);
  if (!order) return complain([usage]);
  const parsed = parseConfig(env);
  if (!parsed.ok) return complain(parsed.faults);
  const { config } = parsed;
  const target = order.to ?? config.databaseUrl;
  if (!target) return complain(['there is no target. Write --to postgres://…, or set DATABASE_URL', usage]);
  if (!isPostgresUrl(target)) return complain(['--to is not a PostgreSQL address. Write postgres://user:password@host:5432/database']);
  const dataDir = resolve(packageFolder, config.dataDir);
  if (!existsSync(databaseFileIn(dataDir)))
    return complain([`there is no database in "${dataDir}". Set DATA_DIR to the folder that it is in`]);
  const source = await openChecked({
    ...config,
    dataDir,
    databaseUrl: undefined,
    mode: config.credentials ? 'registered' : 'local',
  });
  if (!source.ok) return complain([source.fault]);
  try {
    return await move(source, { ...config, dataDir, databaseUrl: target }, to);
  } finally {
    await source.database.close();
  }
}

function parse(args: readonly string[]): { to: string | undefined } | undefined {
  try {
    return { to: parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values.to };
  } catch {
    return undefined;
  }
}

async function move({ database }: CheckedDatabase, settings: Config, to: Terminal): Promise<number> {
  const complain = (fault: string) => refuse([fault], to);
  const target = await openDatabase(settings);
  if (!target.ok) return complain(target.fault);
  try {
    const untraced = audit(settings.dataDir, { command: 'move-data', to: new URL(settings.databaseUrl ?? '').host }, to.complain);
    if (untraced) return complain(untraced);
    const moved = await moveData(database, target.database, ({ table, rows }) => to.complain(`${table}: ${rows}\n`)).catch(explain);
    if (!moved.ok) return complain(moved.fault);
    to.print(`${countTable(moved.tables).join('\n')}\nEverything is there. Set DATABASE_URL, and start the service.\n`);
    return 0;
  } finally {
    await target.database.close();
  }
}

/** The driver's own message is left out: it may quote a row. */
function explain(error: unknown): Moved {
  const { name, code = name } = traceError(error);
  return { ok: false, fault: `nothing was moved (${code}). See whether both databases answer, and run this again` };
}

/** What was read here, and found there when it was read back: the same, or nothing would have been moved. */
function countTable(moved: readonly MovedTable[]): string[] {
  const rows = [['table', 'here', 'there'], ...moved.map(({ table, rows }) => [table, `${rows}`, `${rows}`])];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([table = '', here = '', there = '']) =>
    [table.padEnd(widths[0] ?? 0), here.padStart(widths[1] ?? 0), there.padStart(widths[2] ?? 0)].join('  '),
  );
}
