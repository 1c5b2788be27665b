/**
 * SQLite through libsql, in one file that several processes of one machine may have open.
 */
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
} from 'kysely';
import type Libsql from 'libsql';
import { timeLeft, within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { type Health, toFailure } from './health.js';
import { CheckingSqliteCompiler } from './parameters.js';
import { openStatements, type Statements } from './sqlite-statements.js';

/** A reader waits so long for another process by SQLite itself. All else in this process stands still meanwhile. */
const busyMs = 50;
/** In all a call waits so long for it, or what is left of its deadline, while the process does other things. */
const patienceMs = 5_000;
const pauseMs = 20;

/** An opened file: how Kysely talks to it, and a look at whether it can be written to. */
export type SqliteFile = { dialect(health: Health): Dialect; look(isSuspect: boolean): Promise<void> };

/**
 * Opens or creates the file, for this user alone; `:memory:` is a database of its own that ends with the handle. Throws
 * when the folder or the file can't be used. The file must be on a disk of this machine: WAL does not work over a network
 * share.
 */
export async function openSqlite(file: string, log: Pick<Log, 'warn'> | undefined): Promise<SqliteFile> {
  const { default: Sqlite } = await import('libsql');
  if (file !== ':memory:') keepToOneself(file, log);
  const handle = new Sqlite(file);
  handle.exec(`pragma busy_timeout = ${busyMs}`);
  await logAhead(handle);
  // What is deleted leaves no trace in its page.
  handle.exec('pragma secure_delete = on');
  return toFile(handle);
}

/** Opens a file that is there, as it is: for whoever looks, and where told for whoever writes a mark. Throws where it can't be read. */
export async function openSqliteAsItIs(file: string, mayWrite: boolean): Promise<SqliteFile> {
  const { default: Sqlite } = await import('libsql');
  const handle = new Sqlite(file);
  handle.exec(`pragma busy_timeout = ${busyMs}`);
  if (!mayWrite) handle.exec('pragma query_only = on');
  return toFile(handle);
}

function toFile(handle: Libsql.Database): SqliteFile {
  return {
    dialect: (health) => ({
      createDriver: () => new PatientDriver(handle, health),
      createQueryCompiler: () => new CheckingSqliteCompiler(),
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    }),
    look: async (isSuspect) => look(handle, isSuspect),
  };
}

/** SQLite gives its side files the mode of the file itself. */
function keepToOneself(file: string, log: Pick<Log, 'warn'> | undefined): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) !== 0)
    log?.warn({ mode: mode.toString(8) }, 'others on this machine may read the database file: chmod 600 it and the files beside it');
}

/**
 * Turns the write-ahead log on. When several processes create the file at once, SQLite reports it as busy here without
 * waiting; so we wait.
 */
async function logAhead(handle: Libsql.Database): Promise<void> {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      handle.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error;
      await sleep(pauseMs);
    }
  }
}

/** Takes the write lock, or fails at once: thirty people who wait for it one after the other must not stop the process. */
function lockAtOnce(handle: Libsql.Database): void {
  handle.exec('pragma busy_timeout = 0');
  try {
    handle.exec('begin immediate');
  } finally {
    handle.exec(`pragma busy_timeout = ${busyMs}`);
  }
}

/** Takes the write lock and gives it back; after a failure it writes, since a full disk lets everybody lock. */
function look(handle: Libsql.Database, isSuspect: boolean): void {
  // A transaction of ours holds the lock: that is proof enough.
  if (handle.inTransaction) return;
  try {
    lockAtOnce(handle);
    if (isSuspect) handle.exec('pragma user_version = 1');
    handle.exec('commit');
  } finally {
    if (handle.inTransaction) handle.exec('rollback');
  }
}

function isBusy(error: unknown): boolean {
  return String(traceError(error).code).startsWith('SQLITE_BUSY');
}

/** The file is locked, full, broken or gone; anything else is a fault of the query. */
const goneCodes = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|PROTOCOL|NOTADB|CORRUPT)/;

/** What changes something, and so needs the write lock. */
const writes = /^(insert|update|delete|with|create|alter|drop) /i;

/**
 * Takes the write lock before anything is done, for a single statement as for a transaction: one that reads first and
 * writes later would fail at once when another process wrote in between, and a prepared statement that found the file
 * locked is left half-done by the library, so that nobody can commit any more. Another process's lock is waited for in
 * small steps between which everything else goes on; while the database is known to be locked it is not waited for at all.
 */
class PatientDriver extends SqliteDriver {
  readonly #handle: Libsql.Database;
  readonly #statements: Statements;
  readonly #health: Health;
  #patient: DatabaseConnection | undefined;

  constructor(handle: Libsql.Database, health: Health) {
    const statements = openStatements(handle);
    super({ database: statements });
    this.#handle = handle;
    this.#statements = statements;
    this.#health = health;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const acquired = super.acquireConnection();
    let isWanted = true;
    // Whoever gave up must not keep the one connection when its turn comes.
    void acquired.then(() => (isWanted ? undefined : this.releaseConnection()));
    try {
      const connection = await within(patienceMs, () => acquired);
      this.#patient ??= this.#makePatient(connection);
      return this.#patient;
    } catch (error) {
      isWanted = false;
      throw this.#explain(error);
    }
  }

  override async beginTransaction(): Promise<void> {
    this.#statements.ensureDurable();
    await this.#lock();
  }

  override async commitTransaction(): Promise<void> {
    this.#commit();
  }

  override async rollbackTransaction(): Promise<void> {
    this.#rollback();
  }

  #makePatient(connection: DatabaseConnection): DatabaseConnection {
    return {
      executeQuery: async <R>(query: CompiledQuery) => {
        try {
          const isAlone = writes.test(query.sql) && !this.#handle.inTransaction;
          return await (isAlone ? this.#write<R>(connection, query) : connection.executeQuery<R>(query));
        } catch (error) {
          throw this.#explain(error);
        }
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  async #write<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    this.#statements.ensureDurable(query.sql);
    await this.#lock();
    try {
      const result = await connection.executeQuery<R>(query);
      this.#commit();
      return result;
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  async #lock(): Promise<void> {
    const patience = this.#health.isUp() ? timeLeft(patienceMs) : 0;
    const startedAt = performance.now();
    for (;;) {
      try {
        lockAtOnce(this.#handle);
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() - startedAt + pauseMs >= patience) throw this.#explain(error);
        await sleep(pauseMs);
      }
    }
  }

  #commit(): void {
    this.#handle.exec('commit');
  }

  #rollback(): void {
    if (this.#handle.inTransaction) this.#handle.exec('rollback');
  }

  #explain(error: unknown): unknown {
    return toFailure(error, (code) => goneCodes.test(code), this.#health);
  }
}
