import { join } from 'node:path';
import { Kysely } from 'kysely';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { migrate } from './migrations.js';
import { createPostgresDialect, type DatabaseCredential } from './postgres.js';
import { createSqliteDialect } from './sqlite.js';
import type { Db, Tables } from './tables.js';

/** Which database: a file of ours in `dataDir`, or PostgreSQL where there is a `databaseUrl`. */
export type DatabaseOptions = {
  /** Folder of the SQLite file, created when missing; `:memory:` keeps everything in memory. */
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseAuth?: 'password' | 'entra' | undefined;
  readonly credential?: DatabaseCredential | undefined;
  readonly log?: Pick<Log, 'warn'> | undefined;
};

/** An open database, its tables up to date. */
export type Database = { readonly db: Db; readonly kind: 'sqlite' | 'postgres'; close(): Promise<void> };

/** An open database, or why there is none, with its remedy and without any secret. */
export type OpenedDatabase = { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly fault: string };

const fileName = 'ledelseskompas.db';

/** Opens the database and brings its tables up to date; several processes may do so at once. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenedDatabase> {
  const kind = options.databaseUrl ? 'postgres' : 'sqlite';
  let opened: Db | undefined;
  try {
    const db = new Kysely<Tables>({ dialect: await createDialect(options) });
    opened = db;
    const migrated = await migrate(db, kind);
    if (migrated.ok) return { ok: true, database: { db, kind, close: () => db.destroy() } };
    await db.destroy();
    return migrated;
  } catch (error) {
    await opened?.destroy().catch(() => undefined);
    return { ok: false, fault: explain(error, options) };
  }
}

function createDialect({ dataDir, databaseUrl, databaseAuth = 'password', credential, log }: DatabaseOptions) {
  if (databaseUrl) return createPostgresDialect({ url: databaseUrl, auth: databaseAuth, credential, log });
  return createSqliteDialect(dataDir === ':memory:' ? dataDir : join(dataDir, fileName));
}

/** The driver's own message is left out: it may quote the URL or a row. */
function explain(error: unknown, { dataDir, databaseUrl }: DatabaseOptions): string {
  const { name, code = name } = traceError(error);
  if (!databaseUrl)
    return `the database in "${dataDir}" cannot be opened (${code}). Set DATA_DIR to a folder on this machine's disk that the bot may write in`;
  const place = URL.canParse(databaseUrl) ? new URL(databaseUrl).host : 'DATABASE_URL';
  return `the database at ${place} cannot be used (${code}). Check DATABASE_URL, DATABASE_AUTH and that the server lets this machine and user in`;
}
