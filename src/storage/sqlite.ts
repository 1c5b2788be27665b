/**
 * SQLite through libsql, in one file that several processes of one machine may have open.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, type Dialect, SqliteAdapter, SqliteDriver, SqliteIntrospector } from 'kysely';
import type Libsql from 'libsql';
import { traceError } from '../errors.js';
import { CheckingSqliteCompiler } from './parameters.js';
import { openStatements } from './sqlite-statements.js';

/** A write waits this long for another process's before it fails. The whole process waits, so it must not have the file open twice. */
const busyMs = 5_000;
const pauseMs = 20;

/**
 * Opens or creates the file; `:memory:` is a database of its own that ends with the handle. Throws when the folder or
 * the file can't be used. The file must be on a disk of this machine: WAL does not work over a network share.
 */
export async function createSqliteDialect(file: string): Promise<Dialect> {
  const { default: SqliteFile } = await import('libsql');
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = new SqliteFile(file);
  handle.exec(`pragma busy_timeout = ${busyMs}`);
  await logAhead(handle);
  // What is deleted leaves no trace in its page.
  handle.exec('pragma secure_delete = on');
  return {
    createDriver: () => new ImmediateDriver({ database: openStatements(handle) }),
    createQueryCompiler: () => new CheckingSqliteCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
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
      if (traceError(error).code !== 'SQLITE_BUSY' || waited >= busyMs) throw error;
      await setTimeout(pauseMs);
    }
  }
}

/**
 * Takes the write lock when a transaction begins. One that reads first and writes later would fail at once,
 * whatever the wait, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
