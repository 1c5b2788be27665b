/**
 * Brings a database up to date: runs the steps of `migrations.ts` that its book does not name yet.
 */
import { type Kysely, sql } from 'kysely';
import { type Migration, migrations } from './migrations.js';
import type { Tables } from './tables.js';

/** What came of bringing the tables up to date. */
export type Migrated = { readonly ok: true; readonly ran: readonly string[] } | { readonly ok: false; readonly fault: string };

/** The book's name says whose it is: on a PostgreSQL shared with other programs, `migrations` is often one of theirs. */
const book = 'ledelseskompas_migrations';
/** What our own book was called before. */
const oldBook = 'migrations';
/** By this step in it an old book is known as ours. */
const firstStep = '001-people-and-reflections';
/** Stands in the old book, so that a version that still reads it takes the database for newer than itself, as it is. */
const moved = 'moved-to-ledelseskompas_migrations';
/** Any number that no other program on the same PostgreSQL is likely to lock. */
const lockId = 7_205_173_341;

type Kind = 'sqlite' | 'postgres';
type Books = Kysely<Tables & Record<typeof book | typeof oldBook, { name: string }>>;

/**
 * Runs the steps that have not run, all in one transaction or none. Safe when several processes start at once: the
 * others wait, then find nothing to do. A database that knows steps we don't is left alone, and so is a table
 * `migrations` that another program made.
 */
export async function migrate(db: Kysely<Tables>, kind: Kind, steps: readonly Migration[] = migrations): Promise<Migrated> {
  return db.transaction().execute(async (trx) => {
    // SQLite's transactions hold the write lock from their beginning; see sqlite.ts.
    if (kind === 'postgres') {
      await sql`set local statement_timeout = 0`.execute(trx);
      await sql`select pg_advisory_xact_lock(${lockId})`.execute(trx);
    }
    const books = trx.withTables<Record<typeof book | typeof oldBook, { name: string }>>();
    const hasBook = await hasNames(books, kind, book);
    const taken = hasBook ? [] : await readOldBook(books, kind);
    const done = hasBook ? await readBook(books, book) : taken;
    const stranger = done.find((name) => !steps.some((step) => step.name === name));
    if (stranger) return { ok: false, fault: newerFault(stranger) };
    if (!hasBook) await openBook(books, taken);
    const ran = steps.filter(({ name }) => !done.includes(name));
    for (const { name, up } of ran) {
      await up(trx, kind);
      await books.insertInto(book).values({ name }).execute();
    }
    return { ok: true, ran: ran.map(({ name }) => name) };
  });
}

/** How a database's tables stand to those that this version knows; `steps` are missing there (older), or unknown here (newer). */
export type Schema =
  | { readonly state: 'current' | 'empty' }
  | { readonly state: 'older'; readonly steps: number }
  | { readonly state: 'newer'; readonly steps: number };

/** Looks how the tables stand, and changes nothing: `empty` where there are none of ours. */
export async function lookAtSchema(db: Kysely<Tables>, kind: Kind, steps: readonly Migration[] = migrations): Promise<Schema> {
  const books = db.withTables<Record<typeof book | typeof oldBook, { name: string }>>();
  const done = (await hasNames(books, kind, book)) ? await readBook(books, book) : await readOldBook(books, kind);
  const unknown = done.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) return { state: 'newer', steps: unknown.length };
  if (done.length === 0) return { state: 'empty' };
  return done.length < steps.length ? { state: 'older', steps: steps.length - done.length } : { state: 'current' };
}

function newerFault(step: string): string {
  return `the database was made by a newer version: its step "${step}" is unknown here. Start that version, or go back to a copy from before it`;
}

/** Whether there is such a table and it has names in it. Asked of the catalogue: in PostgreSQL a failed query ends the transaction. */
async function hasNames(db: Books, kind: Kind, table: string): Promise<boolean> {
  const query =
    kind === 'postgres'
      ? sql`select 1 from pg_attribute where attrelid = to_regclass(${table}) and attname = 'name' and not attisdropped`
      : sql`select 1 from pragma_table_info(${table}) where name = 'name'`;
  return (await query.execute(db)).rows.length > 0;
}

async function readBook(db: Books, table: typeof book | typeof oldBook): Promise<string[]> {
  // Another program's names may be of another type.
  const rows = await db.selectFrom(table).select(sql<string>`cast(name as text)`.as('name')).execute();
  return rows.map(({ name }) => name);
}

/** The steps in a book of the old name, where it is ours; else none. */
async function readOldBook(db: Books, kind: Kind): Promise<string[]> {
  const names = (await hasNames(db, kind, oldBook)) ? await readBook(db, oldBook) : [];
  return names.includes(firstStep) ? names : [];
}

async function openBook(db: Books, taken: readonly string[]): Promise<void> {
  await db.schema
    .createTable(book)
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .execute();
  if (taken.length === 0) return;
  await db
    .insertInto(book)
    .values(taken.map((name) => ({ name })))
    .execute();
  await db.insertInto(oldBook).values({ name: moved }).execute();
}
