/**
 * How the tables came to be, step by step, forward only. A step that was released is never changed; add another.
 */
import { type Kysely, sql } from 'kysely';

// A step runs on tables that no type describes any more.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDb = Kysely<any>;

/** One step. The name orders it and is remembered in the database. */
export type Migration = { readonly name: string; readonly up: (db: AnyDb) => Promise<void> };

/** All steps in the order they run. */
export const migrations: readonly Migration[] = [{ name: '001-people-and-reflections', up: createFirstTables }];

async function createFirstTables(db: AnyDb): Promise<void> {
  await ofPerson(db, 'people', [])
    .addColumn('last_seen', 'text', (column) => column.notNull())
    .addColumn('unreachable_since', 'text')
    .addColumn('removed_at', 'text')
    .execute();
  await ofPerson(db, 'profiles', [])
    .addColumn('framework', 'text')
    .addColumn('role', 'text')
    .addColumn('language', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await ofPerson(db, 'contexts', ['conversation'])
    .addColumn('question', 'text')
    .addColumn('misses', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await ofPerson(db, 'reflections', ['id'])
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('framework', 'text', (column) => column.notNull())
    .addColumn('theme', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await ofPerson(db, 'seen_prompts', ['shown_at', 'prompt']).execute();
  await createImpersonalTables(db);
  await db.schema.createIndex('reflections_newest').on('reflections').columns(['tenant', 'entra_id', 'created_at']).execute();
  await db.schema.createIndex('contexts_expiry').on('contexts').column('expires_at').execute();
  await db.schema.createIndex('activities_expiry').on('activities').column('expires_at').execute();
}

async function createImpersonalTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('installations')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('entra_id', 'text')
    .addColumn('welcomed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_key', ['tenant', 'conversation'])
    .execute();
  await db.schema
    .createTable('activities')
    .addColumn('digest', 'text', (column) => column.primaryKey().notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}

/** A table whose key begins with the tenant and the person. */
function ofPerson(db: AnyDb, table: string, alsoKey: readonly string[]) {
  const key = ['tenant', 'entra_id', ...alsoKey];
  const empty = db.schema.createTable(table).addPrimaryKeyConstraint(`${table}_key`, key as never);
  return key.reduce((builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()), empty);
}

/** What came of bringing the tables up to date. */
export type Migrated = { readonly ok: true; readonly ran: readonly string[] } | { readonly ok: false; readonly fault: string };

/** Any number that no other program on the same PostgreSQL is likely to lock. */
const lockId = 7_205_173_341;

/**
 * Runs the steps that have not run, all in one transaction or none. Safe when several processes start at once: the
 * others wait, then find nothing to do. A database that knows steps we don't is left alone.
 */
export async function migrate(db: AnyDb, kind: 'sqlite' | 'postgres', steps: readonly Migration[] = migrations): Promise<Migrated> {
  return db.transaction().execute(async (trx) => {
    // SQLite's transactions hold the write lock from their beginning; see sqlite.ts.
    if (kind === 'postgres') {
      await sql`set local statement_timeout = 0`.execute(trx);
      await sql`select pg_advisory_xact_lock(${lockId})`.execute(trx);
    }
    await trx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .execute();
    const done: { name: string }[] = await trx.selectFrom('migrations').select('name').execute();
    const stranger = done.find(({ name }) => !steps.some((step) => step.name === name));
    if (stranger)
      return {
        ok: false,
        fault: `the database was made by a newer version: its step "${stranger.name}" is unknown here. Start that version, or go back to a copy from before it`,
      };
    const ran = steps.filter(({ name }) => !done.some((row) => row.name === name));
    for (const { name, up } of ran) {
      await up(trx);
      await trx.insertInto('migrations').values({ name }).execute();
    }
    return { ok: true, ran: ran.map(({ name }) => name) };
  });
}
