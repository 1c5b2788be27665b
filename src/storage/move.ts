/**
 * Moves a whole database from SQLite to PostgreSQL: everything or nothing.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { MemoryGone } from '../errors.js';
import type { Database } from './database.js';
import { impersonalTables, personalTables } from './personal-data.js';
import type { Tables } from './tables.js';

/** How many rows of a table were moved. */
export type MovedTable = { readonly table: keyof Tables; readonly rows: number };

/** What was moved, or why nothing was. */
export type Moved = { readonly ok: true; readonly tables: readonly MovedTable[] } | { readonly ok: false; readonly fault: string };

/** Every table there is. The tables that list the steps are each database's own. */
const tables = [...Object.keys(personalTables), ...Object.keys(impersonalTables)] as (keyof Tables)[];

/** Rows read and written at a time; PostgreSQL takes 65,535 parameters in a statement, and the widest table has 18 columns. */
const rowsAtOnce = 500;

type Row = Readonly<Record<string, string | number | null>>;
/** Tables by their name alone: how they are moved is the same for each. */
type Any = Kysely<Record<string, Row>>;

class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * Copies every row as it is, sealed texts too, then compares number and digest of each table as PostgreSQL gives it
 * back, and only then commits: when it is interrupted, nothing was moved, and it can be run again. The source is
 * locked meanwhile and stays as it was. Refuses when another process has the source open, or the target has rows.
 */
export async function moveData(from: Database, to: Database, progress: (moved: MovedTable) => void): Promise<Moved> {
  try {
    await holdAlone(from);
    const moved = await from.db
      .transaction()
      .execute((source) =>
        to.db.transaction().execute((target) => moveTables(source as unknown as Any, target as unknown as Any, progress)),
      );
    return { ok: true, tables: moved };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.message };
    throw error;
  }
}

/** SQLite leaves the write-ahead log only when nobody else has the file open; the next start turns it on again. */
async function holdAlone({ db }: Database): Promise<void> {
  const fault = 'the SQLite file is open in another process. Stop the service, and whatever else reads the file, and run this again';
  const mode = await sql<{ journal_mode: string }>`pragma journal_mode = delete`.execute(db).catch((error: unknown) => {
    throw error instanceof MemoryGone ? new Refused(fault) : error;
  });
  if (mode.rows[0]?.journal_mode !== 'delete') throw new Refused(fault);
}

async function moveTables(source: Any, target: Any, progress: (moved: MovedTable) => void): Promise<MovedTable[]> {
  await sql`set local statement_timeout = 0`.execute(target);
  // A service that starts on the target now waits, and finds everything.
  await sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in share row exclusive mode`.execute(target);
  for (const table of tables)
    if ((await target.selectFrom(table).selectAll().limit(1).execute()).length > 0)
      throw new Refused(`the target is not empty: there are rows in "${table}". Name an empty database`);
  const moved: MovedTable[] = [];
  for (const table of tables) {
    const rows = await moveTable(source, target, table);
    moved.push({ table, rows });
    progress({ table, rows });
  }
  return moved;
}

async function moveTable(source: Any, target: Any, table: keyof Tables): Promise<number> {
  const key = await readKey(source, table);
  const read = createTotal();
  for await (const rows of pagesOf(source, table, key)) {
    await target.insertInto(table).values(rows).execute();
    read.add(rows);
  }
  const written = createTotal();
  for await (const rows of pagesOf(target, table, key)) written.add(rows);
  if (read.tell() !== written.tell())
    throw new Refused(
      `the rows of "${table}" are not the same there as here (${written.tell()} there, ${read.tell()} here). Nothing was moved`,
    );
  return read.count();
}

/** The columns of a table's key, in their order. */
async function readKey(source: Any, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(source);
  if (rows.length === 0) throw new Refused(`the table "${table}" has no key to read it by. Report this to whoever maintains the bot`);
  return rows.map(({ name }) => name);
}

/** A table's rows in the order of their keys, whatever order this database has for text. */
async function* pagesOf(db: Any, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  for (let after: Row | undefined; ; ) {
    const last = after;
    const ordered = key.reduce((query, column) => query.orderBy(column), db.selectFrom(table).selectAll().limit(rowsAtOnce));
    const rows = await (last ? ordered.where(isAfter(key, last)) : ordered).execute();
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1);
  }
}

function isAfter(key: readonly string[], last: Row) {
  return sql<boolean>`(${sql.join(key.map((column) => sql.ref(column)))}) > (${sql.join(key.map((column) => last[column]))})`;
}

/** Number and digest of rows, in whatever order they come. */
function createTotal() {
  let count = 0;
  const digest = Buffer.alloc(32);
  return {
    add(rows: readonly Row[]) {
      count += rows.length;
      for (const row of rows) {
        const sorted = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
        for (const [at, byte] of createHash('sha256').update(JSON.stringify(sorted)).digest().entries())
          digest[at] = (digest[at] ?? 0) ^ byte;
      }
    },
    count: () => count,
    tell: () => `${count} rows, ${digest.toString('hex').slice(0, 16)}`,
  };
}
