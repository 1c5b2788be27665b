import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, type LogEvent, sql } from 'kysely';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { createHealth, type Health } from './health.js';
import { migrate } from './migrate.js';
import { type DatabaseCredential, noToken, openPostgres, type PostgresServer } from './postgres.js';
import { openSqlite, openSqliteAsItIs } from './sqlite.js';
import type { Db, Tables } from './tables.js';
import { raiseWall } from './turn-role.js';

/** Which database: a file of ours in `dataDir`, or PostgreSQL where there is a `databaseUrl`. */
export type DatabaseOptions = {
  /** Folder of the SQLite file, created when missing; `:memory:` keeps everything in memory. */
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseAuth?: 'password' | 'entra' | undefined;
  /** Client id of the managed identity that signs in with Entra, where the machine has several, or one that somebody assigned to it. */
  readonly databaseIdentity?: string | undefined;
  readonly credential?: DatabaseCredential | undefined;
  readonly log?: Pick<Log, 'info' | 'warn' | 'error'> | undefined;
  /** Is told how long statements take, and whether the database answers. */
  readonly metrics?: Pick<Metrics, 'observe' | 'gauge'> | undefined;
};

/** An open database, its tables up to date. */
export type Database = {
  readonly db: Db;
  /** The same database as turns have it: on PostgreSQL from behind the wall (wall.ts), where it is up. */
  readonly turns: Db;
  readonly kind: 'sqlite' | 'postgres';
  readonly health: Health;
  close(): Promise<void>;
};

/** An open database, or why there is none, with its remedy and without any secret. */
export type OpenedDatabase = { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly fault: string };

const fileName = 'ledelseskompas.db';

/** The SQLite file in a folder. */
export function databaseFileIn(dataDir: string): string {
  return join(dataDir, fileName);
}

/** Opens the database and brings its tables up to date; several processes may do so at once. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenedDatabase> {
  const kind = options.databaseUrl ? 'postgres' : 'sqlite';
  let opened: Db | undefined;
  try {
    const server = await open(options);
    const health = createHealth({ look: server.look, log: options.log, sleep });
    options.metrics?.gauge('databaseUp', () => Number(health.isUp()));
    const db = new Kysely<Tables>({ dialect: server.dialect(health), ...timed(options) });
    opened = db;
    const migrated = await migrate(db, kind);
    const turns = migrated.ok ? await openTurns(server, db, health, options) : migrated;
    if (turns.ok) return { ok: true, database: { db, turns: turns.db, kind, health, close: () => closeBoth(db, turns.db) } };
    await db.destroy();
    return turns;
  } catch (error) {
    await opened?.destroy().catch(() => undefined);
    return { ok: false, fault: explain(error, options) };
  }
}

/** A database that was opened as it is; `none`: there is no file yet. `code` is the driver's own word for what is wrong. */
export type OpenedAsItIs =
  | { readonly ok: true; readonly database: Pick<Database, 'db' | 'kind' | 'close'> }
  | { readonly ok: false; readonly why: 'none' | 'damaged' | 'away'; readonly code: string };

/** Opens the database without bringing anything up to date, and for looking at it alone unless told: nothing is made, and nothing migrated. */
export async function openAsItIs(options: DatabaseOptions, mayWrite = false): Promise<OpenedAsItIs> {
  const { dataDir, databaseUrl } = options;
  const file = databaseFileIn(dataDir);
  if (!databaseUrl && !existsSync(file)) return { ok: false, why: 'none', code: 'ENOENT' };
  let opened: Db | undefined;
  try {
    const server = databaseUrl ? await open(options) : await openSqliteAsItIs(file, mayWrite);
    const db = new Kysely<Tables>({ dialect: server.dialect(createHealth({ look: server.look, sleep })) });
    opened = db;
    await sql`select 1 from ${databaseUrl ? sql`pg_catalog.pg_class` : sql`sqlite_master`} limit 1`.execute(db);
    return { ok: true, database: { db, kind: databaseUrl ? 'postgres' : 'sqlite', close: () => db.destroy() } };
  } catch (error) {
    void opened?.destroy().catch(() => undefined);
    const { name, code = name } = traceError(error);
    return { ok: false, why: isDamaged(String(code)) ? 'damaged' : 'away', code: String(code) };
  }
}

/** Whether a driver's code says that the file itself is broken. */
export function isDamaged(code: string): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(code);
}

type Opened = { readonly ok: true; readonly db: Db } | { readonly ok: false; readonly fault: string };

/** The database from behind the wall; without one, which is said, as it is. */
async function openTurns(server: object | PostgresServer, db: Db, health: Health, options: DatabaseOptions): Promise<Opened> {
  const { databaseUrl, log } = options;
  if (!('turns' in server)) return { ok: true, db };
  const wall = await raiseWall(db);
  if (wall.state === 'fault') return { ok: false, fault: `the database at ${placeOf(databaseUrl)}: ${wall.fault}` };
  if (wall.state === 'up') return { ok: true, db: new Kysely<Tables>({ dialect: server.turns(health, wall.role), ...timed(options) }) };
  const { role, code } = wall;
  log?.warn({ role, code }, 'the second wall between tenants is off: see manifest/MUNICIPALITIES.md, "The second wall"');
  return { ok: true, db };
}

/** Has every statement timed, where somebody wants to know; what it said is not looked at but for its first word. */
function timed({ metrics }: DatabaseOptions): { readonly log?: (event: LogEvent) => void } {
  if (!metrics) return {};
  return {
    log: ({ level, query, queryDurationMillis }) =>
      metrics.observe('databaseSeconds', queryDurationMillis / 1_000, {
        operation: /^\s*select\b/i.test(query.sql) ? 'read' : /^\s*(insert|update|delete|with)\b/i.test(query.sql) ? 'write' : 'other',
        outcome: level === 'error' ? 'failed' : 'done',
      }),
  };
}

async function closeBoth(db: Db, turns: Db): Promise<void> {
  if (turns !== db) await turns.destroy();
  await db.destroy();
}

function open({ dataDir, databaseUrl, databaseAuth = 'password', databaseIdentity: identity, credential, log }: DatabaseOptions) {
  if (databaseUrl) return openPostgres({ url: databaseUrl, auth: databaseAuth, identity, credential, log });
  return openSqlite(dataDir === ':memory:' ? dataDir : databaseFileIn(dataDir), log);
}

function sleep(ms: number, signal: AbortSignal): Promise<unknown> {
  return wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/** The driver's own message is left out: it may quote the URL or a row. */
function explain(error: unknown, { dataDir, databaseUrl, databaseAuth }: DatabaseOptions): string {
  const { name, code = name } = traceError(error);
  if (!databaseUrl && isDamaged(String(code)))
    return `the database file "${databaseFileIn(dataDir)}" is damaged (${code}). Move it and the files beside it (-wal, -shm) away, and restore a copy`;
  if (!databaseUrl)
    return `the database in "${dataDir}" cannot be opened (${code}). Set DATA_DIR to a folder on this machine's disk that the bot may write in`;
  const identity = 'that the identity in MicrosoftAppIdentity is assigned to where the bot runs';
  if (code === noToken)
    return `the database at ${placeOf(databaseUrl)} cannot be used (${code}): Entra gives no token for it. Check ${identity}`;
  // The login is asked first, and may be what hangs.
  const login = databaseAuth === 'entra' ? `, ${identity},` : '';
  return `the database at ${placeOf(databaseUrl)} cannot be used (${code}). Check DATABASE_URL, DATABASE_AUTH${login} and that the server lets this machine and user in`;
}

function placeOf(databaseUrl = ''): string {
  return URL.canParse(databaseUrl) ? new URL(databaseUrl).host : 'DATABASE_URL';
}
