/**
 * `npm run move-data -- --to postgres://…`: moves everything that is stored from the SQLite file to an empty PostgreSQL
 * database, with the service stopped.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { traceError } from '../errors.js';
import { isPostgresUrl } from '../settings/environment.js';
import { audit } from '../storage/audit.js';
import { type Database, databaseFileIn, openDatabase } from '../storage/database.js';
import { type Moved, type MovedTable, moveData } from '../storage/move.js';
import { openChecked } from '../storage/storage.js';
import type { Texts } from './strings/da.js';
import { type Settings, withDatabase, withSettings } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.moveData.usage], to);
  return await withSettings(env, to, (settings) => openBoth(settings, order.to ?? settings.databaseUrl, say, to));
}

function parse(args: readonly string[]): { to: string | undefined } | undefined {
  try {
    return { to: parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values.to };
  } catch {
    return undefined;
  }
}

async function openBoth(settings: Settings, target: string | undefined, say: Texts, to: Terminal): Promise<number> {
  if (!target) return refuse([say.moveData.noTarget, say.moveData.usage], to);
  if (!isPostgresUrl(target)) return refuse([say.moveData.noAddress], to);
  if (!existsSync(databaseFileIn(settings.dataDir))) return refuse([say.moveData.noDatabase(settings.dataDir)], to);
  return await withDatabase(openChecked({ ...settings, databaseUrl: undefined }), to, (from) =>
    withDatabase(openDatabase({ ...settings, databaseUrl: target }), to, async (into) => {
      const untraced = audit(settings.dataDir, { command: 'move-data', to: new URL(target).host }, to.complain);
      return untraced ? refuse([untraced], to) : await move(from, into, say, to);
    }),
  );
}

async function move(from: Database, into: Database, say: Texts, to: Terminal): Promise<number> {
  const moved = await moveData(from, into, ({ table, rows }) => to.complain(`${table}: ${rows}\n`)).catch((error: unknown) =>
    explain(error, say),
  );
  if (!moved.ok) return refuse([moved.fault], to);
  return tell([...countTable(moved.tables, say), say.moveData.moved], to);
}

/** The driver's own message is left out: it may quote a row. */
function explain(error: unknown, say: Texts): Moved {
  const { name, code = name } = traceError(error);
  return { ok: false, fault: say.moveData.nothingMoved(code) };
}

/** What was read here, and found there when it was read back: the same, or nothing would have been moved. */
function countTable(moved: readonly MovedTable[], say: Texts): string[] {
  return toTable([say.moveData.head, ...moved.map(({ table, rows }) => [table, `${rows}`, `${rows}`])], 1);
}
