/**
 * The statements of one SQLite handle: each prepared once, and none more durable than its data needs.
 */

import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import type { Tables } from './tables.js';

/**
 * Tables whose newest changes may be lost when the power goes; everything else, and every transaction (so also all that is done
 * to forget a person), is on the disk before it is acknowledged. They hold how a conversation went: without the last
 * rows a follow-up is not understood, a question to think about comes a second time, and a message that Teams repeats
 * after the outage is answered again, who sends too many begins anew, and the last counts are short. A process that ends, however rudely, loses nothing. Waiting for the disk takes
 * milliseconds, in which nobody is answered.
 */
const passing: readonly (keyof Tables)[] = ['activities', 'contexts', 'seen_prompts', 'paces', 'tallies', 'rated_answers'];

const writesPassing = new RegExp(`^(insert into|update|delete from) "(${passing.join('|')})" `);

/** So many are kept; a statement's text is that of the code, so there are some hundred. */
const mostStatements = 500;

/** The statements as Kysely uses them. */
export type Statements = SqliteDatabase & {
  /** To be called before the transaction of this one statement begins, or of several: within one it can't be changed. */
  ensureDurable(sql?: string): void;
};

/**
 * Gives the handle's statements to Kysely. The write-ahead log reaches the disk whole: a durable commit takes with it all
 * that was written before it (SQLite, "PRAGMA synchronous"; in WAL mode `normal` keeps the file consistent).
 */
export function openStatements(handle: Libsql.Database): Statements {
  const prepared = new LRUCache<string, SqliteStatement>({ max: mostStatements });
  let durability: 'full' | 'normal' | undefined;
  const ensure = (wanted: 'full' | 'normal') => {
    if (durability === wanted) return;
    handle.exec(`pragma synchronous = ${wanted}`);
    durability = wanted;
  };
  ensure('full');
  return {
    ensureDurable: (sql) => ensure(sql !== undefined && writesPassing.test(sql) ? 'normal' : 'full'),
    prepare(sql) {
      const statement = prepared.get(sql) ?? prepare(handle, sql);
      prepared.set(sql, statement);
      return statement;
    },
    close() {
      prepared.clear();
      handle.close();
    },
  };
}

/** What Kysely asks of a statement each time is asked of the library once. */
function prepare(handle: Libsql.Database, sql: string): SqliteStatement {
  const statement = handle.prepare(sql);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters) as ReturnType<SqliteStatement['run']>,
    iterate: (parameters) => statement.iterate(parameters) as IterableIterator<unknown>,
  };
}
