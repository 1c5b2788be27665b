/**
 * PostgreSQL 15 or later, for any number of instances. `pg` and `@azure/identity` are loaded here when first used.
 */
import { type Dialect, PostgresDialect } from 'kysely';
import type { PoolConfig } from 'pg';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { CheckingPostgresCompiler } from './parameters.js';

/** The part of @azure/identity's TokenCredential that is used. */
export type DatabaseCredential = { getToken(scope: string): Promise<{ readonly token: string } | null> };

/** How to reach PostgreSQL. */
export type PostgresOptions = {
  /** `postgres://user:password@host:port/database?sslmode=…`; a secret. */
  readonly url: string;
  /** Where each new connection's password comes from: the URL, or Entra (then the URL says only user, host, port and database). */
  readonly auth: 'password' | 'entra';
  /** Gives the Entra tokens; default DefaultAzureCredential. */
  readonly credential?: DatabaseCredential | undefined;
  readonly log?: Pick<Log, 'warn'> | undefined;
};

/** What Azure Database for PostgreSQL wants a token for (Microsoft Learn, "Connect with managed identity"). */
const tokenScope = 'https://ossrdbms-aad.database.windows.net/.default';
const int8 = 20;

/** Creates a pool of at most ten connections; the first query opens the first. */
export async function createPostgresDialect(options: PostgresOptions): Promise<Dialect> {
  const { default: pg } = await import('pg');
  const target =
    options.auth === 'entra'
      ? planEntraTarget(options.url, options.credential ?? (await createDefaultCredential()))
      : { connectionString: options.url };
  const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text');
  const pool = new pg.Pool({ ...target, ...limits, types: { getTypeParser } });
  // A connection reports its loss to whoever listens; with nobody there, the report ends the process. The pool listens
  // only while a connection is idle, so each has a listener of ours as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) =>
    client.on('error', (error) => options.log?.warn({ error: traceError(error) }, 'a database connection was lost')),
  );
  return new CheckingDialect({ pool });
}

class CheckingDialect extends PostgresDialect {
  override createQueryCompiler(): CheckingPostgresCompiler {
    return new CheckingPostgresCompiler();
  }
}

/** The server gives up a statement before we give up waiting, so that a connection comes back clean. */
const limits: PoolConfig = {
  max: 10,
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 15_000,
  query_timeout: 60_000,
  keepAlive: true,
  application_name: 'ledelseskompas',
};

/**
 * Where to connect with a token for a password. Anything but this machine is reached over TLS with a proven
 * certificate: the token is worth as much as a password.
 */
function planEntraTarget(url: string, credential: DatabaseCredential): PoolConfig {
  const { hostname, port, username, pathname } = new URL(url);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
    ssl: isHere ? false : { rejectUnauthorized: true },
    password: () => getPassword(credential),
  };
}

/** Asked for each new connection: a token lives for about an hour, the credential keeps it that long. */
async function getPassword(credential: DatabaseCredential): Promise<string> {
  const answer = await credential.getToken(tokenScope);
  if (!answer)
    throw Object.assign(
      new Error('Entra gave no token for the database. Check that the bot runs with an identity that has a role in PostgreSQL'),
      { code: 'NO_ENTRA_TOKEN' },
    );
  return answer.token;
}

async function createDefaultCredential(): Promise<DatabaseCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
