/**
 * How the tables came to be, step by step, forward only. A step that was released is never changed; add another.
 */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import { addEnds } from './migration-ends.js';
import type { Tables } from './tables.js';
import { putBehindWall, walledTables } from './wall.js';

/** What a step works with. It runs on the tables of its day, which no type describes any more: it has the schema and `sql`. */
type Stage = Pick<Kysely<Tables>, 'schema'> & QueryExecutorProvider;

/** One step. The name orders it and is remembered in the database. */
export type Migration = { readonly name: string; readonly up: (db: Stage, kind: 'sqlite' | 'postgres') => Promise<void> };

/** All steps in the order they run. */
export const migrations: readonly Migration[] = [
  { name: '001-people-and-reflections', up: createFirstTables },
  { name: '002-nudges', up: createNudgeTables },
  { name: '003-sharing', up: createSharingTables },
  { name: '004-seals', up: createSealTables },
  { name: '005-ends', up: addEnds },
  { name: '006-quiet-tenants', up: addQuietTimes },
  { name: '007-exact-plans', up: addExactness },
  { name: '008-paces', up: createPaces },
  { name: '009-appointments', up: createAppointments },
  { name: '010-focuses', up: createFocuses },
  { name: '011-tallies', up: createTallies },
  { name: '012-letters', up: createLetters },
  { name: '013-walls', up: raiseWalls },
  { name: '014-switches', up: createSwitches },
];

async function createFirstTables(db: Stage): Promise<void> {
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

async function createImpersonalTables(db: Stage): Promise<void> {
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

async function createNudgeTables(db: Stage): Promise<void> {
  await ofRecipient(db, 'nudge_plans')
    .addPrimaryKeyConstraint('nudge_plans_key', ['tenant', 'recipient'] as never)
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('pauses', 'text', (column) => column.notNull())
    .addColumn('framework', 'text')
    .addColumn('theme', 'text')
    .addColumn('stopped', 'text')
    .addColumn('asked_zone', 'text')
    .addColumn('seen', 'text', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('plan_makers')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('entra_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addPrimaryKeyConstraint('plan_makers_key', ['tenant', 'conversation'])
    .execute();
  await ofRecipient(db, 'addresses')
    .addPrimaryKeyConstraint('addresses_key', ['tenant', 'recipient'] as never)
    .addColumn('service_url', 'text', (column) => column.notNull())
    .addColumn('bot_id', 'text')
    .addColumn('user_id', 'text')
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await createOutbox(db);
  await db.schema.createIndex('nudge_plans_due').on('nudge_plans').columns(['is_on', 'next_at']).execute();
}

async function createSharingTables(db: Stage): Promise<void> {
  await ofPerson(db, 'talks', ['conversation'])
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('talked_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('shares')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('share', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('activity', 'text')
    .addColumn('is_round', 'integer', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('shared_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('shares_key', ['tenant', 'share'])
    .execute();
  await ofPerson(db, 'sharers', ['share'])
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('line', 'text')
    .execute();
  await ofPerson(db, 'round_answers', ['share'])
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sharers_share').on('sharers').columns(['tenant', 'share']).execute();
  await db.schema.createIndex('round_answers_newest').on('round_answers').columns(['tenant', 'share', 'answered_at']).execute();
  await db.schema.createIndex('shares_age').on('shares').column('shared_at').execute();
  await db.schema.createIndex('talks_age').on('talks').column('talked_at').execute();
}

async function createSealTables(db: Stage): Promise<void> {
  await db.schema
    .createTable('seals')
    .addColumn('key_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('canary', 'text')
    .execute();
  await db.schema
    .createTable('marks')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createOutbox(db: Stage): Promise<void> {
  await ofRecipient(db, 'deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('local_date', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('not_before', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('token', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('tried_at', 'text')
    .addColumn('prompt', 'text')
    .addUniqueConstraint('deliveries_once', ['tenant', 'recipient', 'local_date', 'slot'] as never)
    .execute();
  await db.schema
    .createTable('budgets')
    .addColumn('tenant', 'text', (column) => column.primaryKey().notNull())
    .addColumn('free_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'tenant', 'due_at']).execute();
  await db.schema.createIndex('deliveries_leases').on('deliveries').columns(['state', 'lease_until']).execute();
  await db.schema.createIndex('deliveries_age').on('deliveries').column('due_at').execute();
  await db.schema.createIndex('deliveries_person').on('deliveries').columns(['tenant', 'entra_id']).execute();
}

async function addQuietTimes(db: Stage): Promise<void> {
  for (const name of ['quiet_since', 'quiet_until']) await db.schema.alterTable('budgets').addColumn(name, 'text').execute();
}

/** Plans from before were promised on the minute, and so are those that an instance of the version before still makes. */
async function addExactness(db: Stage): Promise<void> {
  await db.schema
    .alterTable('nudge_plans')
    .addColumn('is_exact', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}

async function createPaces(db: Stage): Promise<void> {
  await db.schema
    .createTable('paces')
    .addColumn('caller', 'text', (column) => column.primaryKey().notNull())
    .addColumn('full_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('paces_age').on('paces').column('full_at').execute();
}

async function createAppointments(db: Stage): Promise<void> {
  await ofPerson(db, 'appointments', ['id'])
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('words', 'text')
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('weekday', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('rounds', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('delivery', 'text')
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('appointments_due').on('appointments').column('next_at').execute();
  await db.schema.createIndex('appointments_delivery').on('appointments').column('delivery').execute();
}

/** A focus for each person who has one, and when people last did something themselves: nothing is known of before but when they were there. */
async function createFocuses(db: Stage): Promise<void> {
  await ofPerson(db, 'focuses', [])
    .addColumn('framework', 'text', (column) => column.notNull())
    .addColumn('theme', 'text')
    .addColumn('statement', 'text')
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('focuses_age').on('focuses').column('made_at').execute();
  await db.schema.alterTable('people').addColumn('active_at', 'text').execute();
  await sql`update people set active_at = last_seen`.execute(db);
}

/** What was asked and found good or not, in counts: its key is all but the count, so that no row is of one message. */
async function createTallies(db: Stage): Promise<void> {
  const key = ['tenant', 'week', 'measure', 'kind', 'framework', 'theme'];
  const empty = db.schema.createTable('tallies').addPrimaryKeyConstraint('tallies_key', key as never);
  await key
    .reduce((builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()), empty)
    .addColumn('count', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('tallies_age').on('tallies').column('week').execute();
}

/** What is written to the editor, and what was thought of answers; in neither a person. */
async function createLetters(db: Stage): Promise<void> {
  await db.schema
    .createTable('rated_answers')
    .addColumn('digest', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('framework', 'text', (column) => column.notNull())
    .addColumn('theme', 'text', (column) => column.notNull())
    .addColumn('liked', 'integer', (column) => column.notNull())
    .addColumn('disliked', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('letters')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('framework', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addColumn('reminded_at', 'text')
    .addPrimaryKeyConstraint('letters_key', ['tenant', 'id'])
    .execute();
  await db.schema.createIndex('rated_answers_expiry').on('rated_answers').column('expires_at').execute();
  await db.schema.createIndex('letters_age').on('letters').column('sent_at').execute();
}

/** Those that come later are put behind the wall by the step that makes them. */
async function raiseWalls(db: Stage, kind: 'sqlite' | 'postgres'): Promise<void> {
  if (kind === 'sqlite') return;
  for (const table of walledTables) {
    const { rows } = await sql<{ here: boolean }>`select to_regclass(${sql.lit(table)}) is not null as here`.execute(db);
    if (rows[0]?.here) await putBehindWall(db, table);
  }
}

/** What an operator turned off, for a tenant or for all, and who alone is answered where that is limited. */
async function createSwitches(db: Stage, kind: 'sqlite' | 'postgres'): Promise<void> {
  await db.schema
    .createTable('switches')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addPrimaryKeyConstraint('switches_key', ['tenant', 'what'])
    .execute();
  await db.schema
    .createTable('pilots')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pilots_key', ['tenant', 'digest'])
    .execute();
  if (kind === 'postgres') for (const table of ['switches', 'pilots'] as const) await putBehindWall(db, table);
}

/** A table of what belongs to a person (`entra_id` set) or to a shared conversation; `recipient` stands for either. */
function ofRecipient(db: Stage, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('entra_id', 'text')
    .addColumn('conversation', 'text');
}

/** A table whose key begins with the tenant and the person. */
function ofPerson(db: Stage, table: string, alsoKey: readonly string[]) {
  const key = ['tenant', 'entra_id', ...alsoKey];
  const empty = db.schema.createTable(table).addPrimaryKeyConstraint(`${table}_key`, key as never);
  return key.reduce((builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()), empty);
}
