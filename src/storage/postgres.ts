/**
 * PostgreSQL 15 or later, for any number of instances. `pg` and `@azure/identity` are loaded here when first used.
 */
import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, PoolConfig, Query } from 'pg';
import { beyond, within } from '../clock.js';
import { MemoryGone, traceError } from '../errors.js';
import type { Log } from '../log.js';
import { type Health, toFailure } from './health.js';
import { runAfter } from './one-trip.js';
import { CheckingPostgresCompiler } from './parameters.js';
import { wallBefore } from './wall.js';

/** The part of @azure/identity's TokenCredential that is used. */
export type DatabaseCredential = { getToken(scope: string): Promise<{ readonly token: string } | null> };

/** How to reach PostgreSQL. */
export type PostgresOptions = {
  /** `postgres://user:password@host:port/database?sslmode=…`; a secret. */
  readonly url: string;
  /** Where each new connection's password comes from: the URL, or Entra (then the URL says only user, host, port and database). */
  readonly auth: 'password' | 'entra';
  /** Client id of the managed identity that signs in with Entra; undefined: as @azure/identity finds one. */
  readonly identity?: string | undefined;
  /** Gives the Entra tokens; default DefaultAzureCredential. */
  readonly credential?: DatabaseCredential | undefined;
  readonly log?: Pick<Log, 'warn'> | undefined;
};

/** What Azure Database for PostgreSQL wants a token for (Microsoft Learn, "Connect with managed identity"). */
const tokenScope = 'https://ossrdbms-aad.database.windows.net/.default';
/** The code of an error that means: there was no token to sign in with. */
export const noToken = 'NO_ENTRA_TOKEN';
const int8 = 20;
/** How long opening a connection may take, and one query with its answer; less where a deadline is nearer. */
const connectMs = 5_000;
const queryMs = 60_000;

/** A pool: how Kysely talks to the server, and a look at whether it answers. `turns` talks from behind the wall, on the same connections. */
export type PostgresServer = {
  dialect(health: Health): Dialect;
  turns(health: Health, role: string): Dialect;
  look(): Promise<void>;
};

/** Opens a pool of at most ten connections; the first query opens the first. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { default: pg } = await import('pg');
  const target =
    options.auth === 'entra'
      ? planEntraTarget(options.url, options.credential ?? (await createDefaultCredential(options.identity)))
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
  return {
    dialect: (health) => new CheckingDialect({ pool: createImpatientPool(pool, health, sendPlain) }),
    turns(health, role) {
      const behind = createImpatientPool(pool, health, sendBehindWall(pg.Query, role));
      // The pool ends once.
      return new CheckingDialect({ pool: { ...behind, end: async () => undefined } });
    },
    look: async () => {
      const client = await connectWithin(pool);
      let isWell = false;
      try {
        await within(queryMs, () => client.query('select 1'));
        isWell = true;
      } finally {
        client.release(!isWell);
      }
    },
  };
}

class CheckingDialect extends PostgresDialect {
  override createQueryCompiler(): CheckingPostgresCompiler {
    return new CheckingPostgresCompiler();
  }
}

/** Makes of a statement what sends it. What is wrong with it is said here, and is no fault of the server's. */
type Sender = (sql: string, parameters: readonly unknown[]) => (client: PoolClient) => Promise<unknown>;

const sendPlain: Sender = (sql, parameters) => (client) => client.query(sql, [...parameters]);

/** What begins and ends a transaction reads and writes nothing; and one that failed takes nothing else. */
const control = /^(begin|commit|rollback|start transaction)\b/;

/** Has each statement preceded by its role and its tenants. */
function sendBehindWall(query: typeof Query, role: string): Sender {
  return (sql, parameters) => {
    if (control.test(sql)) return sendPlain(sql, parameters);
    const before = wallBefore(role);
    return (client) => runAfter(query, client, before, { text: sql, values: parameters });
  };
}

/** The pool as Kysely sees it: nobody waits past their deadline, and nobody at all while the server is known to be gone. */
function createImpatientPool(pool: Pool, health: Health, sender: Sender): PostgresPool {
  return {
    async connect() {
      if (!health.isUp()) throw new MemoryGone('down');
      try {
        return toImpatient(await connectWithin(pool), health, sender);
      } catch (error) {
        throw toFailure(error, isGone, health);
      }
    },
    end: () => pool.end(),
  };
}

/** Whoever gives up waiting for a connection leaves it to the next one. */
async function connectWithin(pool: Pool): Promise<PoolClient> {
  // What a connection says later is no matter of whoever opened it.
  const connecting = beyond(() => pool.connect());
  let isWanted = true;
  connecting.then(
    (client) => (isWanted ? undefined : client.release()),
    () => undefined,
  );
  try {
    return await within(connectMs, () => connecting);
  } catch (error) {
    isWanted = false;
    throw error;
  }
}

/** A connection that did not answer in time is given up: what it says later belongs to nobody. */
function toImpatient(client: PoolClient, health: Health, sender: Sender): PostgresPoolClient {
  let isBroken = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    if (isBroken) throw new MemoryGone('lost');
    const send = sender(sql, parameters);
    try {
      return await within(queryMs, () => send(client));
    } catch (error) {
      const failure = toFailure(error, isGone, health);
      isBroken = failure instanceof MemoryGone;
      throw failure;
    }
  };
  // Kysely's other form, with a cursor, is for streams; there are none.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(isBroken) };
}

/**
 * Faults of the query (data, constraint, syntax, transaction state) are classes 0A, 22, 23, 25, 40 and 42; all else,
 * also an error without a code, is the server's or the way to it (PostgreSQL, "Error Codes").
 */
function isGone(code: string): boolean {
  return !/^(0A|22|23|25|40|42)[0-9A-Z]{3}$/.test(code);
}

/** The server gives up a statement before we give up waiting, so that a connection comes back clean. */
const limits: PoolConfig = {
  max: 10,
  connectionTimeoutMillis: connectMs,
  idleTimeoutMillis: 30_000,
  statement_timeout: 15_000,
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

/** Asked for each new connection: a token lives for about an hour, the credential keeps it that long. One without a token mostly throws. */
async function getPassword(credential: DatabaseCredential): Promise<string> {
  const answer = await credential.getToken(tokenScope).catch(() => null);
  if (!answer)
    throw Object.assign(
      new Error('Entra gave no token for the database. Assign the identity in MicrosoftAppIdentity to where the bot runs'),
      { code: noToken },
    );
  return answer.token;
}

/** A machine with a user-assigned identity alone gives no token to whoever does not name it. */
async function createDefaultCredential(identity: string | undefined): Promise<DatabaseCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential(identity ? { managedIdentityClientId: identity, workloadIdentityClientId: identity } : {});
}
