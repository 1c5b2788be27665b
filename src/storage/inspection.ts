/**
 * What an operator finds by looking at a database: whether it answers, how its tables stand, whether its keys are there, what waits
 * in it. Looking writes nothing; only the mark of a copy does.
 */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from './database.js';
import { allKeys, createCipherFor, type Keyrings } from './keyrings.js';
import { findModeFault, type Mode, markBackup, readBackup } from './marks.js';
import { lookAtSchema, type Schema } from './migrate.js';
import { sampleSealed } from './sealed.js';
import { type KeyFault, lookAtKeys } from './seals.js';
import { tellTime } from './shared-time.js';
import type { Db, Tables } from './tables.js';

/** Of the texts under a key so many were looked at, and so many of them do not open. */
export type SampledKey = { readonly key: string; readonly looked: number; readonly closed: number };

/** What waits to be sent: how many, and when the first of them was due; undefined where nothing waits. */
export type Waiting = { readonly count: number; readonly since: Date | undefined };

/** What came to be due and was not taken up by then, by where it stands. */
export type Overdue = {
  /** Plans, and appointments, that no pass has looked at. */
  readonly untaken: Waiting;
  /** Questions that are ready to leave and have not left, by tenant: its id as the channel says it. */
  readonly unsent: readonly (Waiting & { readonly tenant: string })[];
  /** Questions that somebody took and said no more of. */
  readonly abandoned: Waiting;
};

/** A look at an open database. Each call rejects with the driver's error where the database does not answer. */
export type Inspection = {
  readonly kind: Database['kind'];
  /** One small thing there and back. */
  ping(): Promise<void>;
  schema(): Promise<Schema>;
  /** The time that all instances go by; on SQLite it is `now`. */
  tellTime(now: Date): Promise<Date>;
  /** Whether a run of the other mode filled it; `dataDir` is where that mode would have its key. */
  isOfOtherMode(mode: Mode, where: { readonly dataDir: string; readonly databaseUrl?: string | undefined }): Promise<boolean>;
  /** What is wrong with these keys here. */
  keyFaults(keys: Keyrings): Promise<readonly KeyFault[]>;
  /** Opens some texts under each key, at most `most` of a kind. Nothing of them is given. */
  sampleNotes(keys: Keyrings, most: number): Promise<readonly SampledKey[]>;
  /** What was due by then, and what was taken and should have been over by then. */
  overdue(by: Date): Promise<Overdue>;
  backedUpAt(): Promise<Date | undefined>;
  /** Notes that a copy was made now. */
  noteBackup(now: Date): Promise<void>;
};

/** Creates it on an open database. */
export function createInspection(database: Pick<Database, 'db' | 'kind'>): Inspection {
  const { db, kind } = database;
  return {
    kind,
    async ping() {
      await sql`select 1`.execute(db);
    },
    schema: () => lookAtSchema(db, kind),
    tellTime: (now) => tellTime(database, now),
    isOfOtherMode: async (mode, where) => (await findModeFault(db, where, mode)) !== undefined,
    keyFaults: (keys) => lookAtKeys(db, keys),
    sampleNotes: (keys, most) => sampleNotes(database, keys, most),
    overdue: (by) => findOverdue(database, by.toISOString()),
    backedUpAt: () => readBackup(db),
    noteBackup: (now) => markBackup(db, now),
  };
}

async function sampleNotes({ db }: Pick<Database, 'db'>, keys: Keyrings, most: number): Promise<readonly SampledKey[]> {
  const cipher = createCipherFor(keys);
  const sampled: SampledKey[] = [];
  for (const key of allKeys(keys).keys()) {
    const texts = await sampleSealed(db, key, most);
    sampled.push({ key, looked: texts.length, closed: texts.filter(({ text, place }) => !cipher.open(text, place).ok).length });
  }
  return sampled;
}

async function findOverdue({ db }: Pick<Database, 'db'>, by: string): Promise<Overdue> {
  const plans = await count(db.selectFrom('nudge_plans').where('is_on', '=', 1).where('next_at', '<=', by), 'next_at');
  const appointments = await count(db.selectFrom('appointments').where('next_at', '<=', by), 'next_at');
  const since = [plans.since, appointments.since]
    .filter((each) => each !== undefined)
    .sort((one, other) => one.getTime() - other.getTime());
  return {
    untaken: { count: plans.count + appointments.count, since: since[0] },
    unsent: await countUnsent(db, by),
    abandoned: await count(
      db.selectFrom('deliveries').where('state', 'in', ['claimed', 'sending']).where('lease_until', '<=', by),
      'lease_until',
    ),
  };
}

async function countUnsent(db: Db, by: string): Promise<Overdue['unsent']> {
  const rows = await db
    .selectFrom('deliveries')
    .where('state', '=', 'due')
    .where('due_at', '<=', by)
    .select((is) => ['tenant', is.fn.countAll<number>().as('count'), is.fn.min('due_at').as('since')])
    .groupBy('tenant')
    .execute();
  return rows.map(({ tenant, count, since }) => ({ tenant, count, since: new Date(since) }));
}

/** The types know one table with one time; the others have theirs where it is named. */
async function count<Table extends keyof Tables>(
  from: SelectQueryBuilder<Tables, Table, object>,
  time: 'next_at' | 'due_at' | 'lease_until',
): Promise<Waiting> {
  const row = await (from as unknown as SelectQueryBuilder<Tables, 'deliveries', object>)
    .select((is) => [is.fn.countAll<number>().as('count'), is.fn.min(time as 'due_at').as('since')])
    .executeTakeFirstOrThrow();
  return { count: row.count, since: row.since ? new Date(row.since) : undefined };
}
