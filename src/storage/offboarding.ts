/**
 * A tenant leaves: what there is of it is counted, handed over and deleted, table by table, in whatever table it stands.
 */
import { sql } from 'kysely';
import type { PersonKey } from '../conversation/person.js';
import type { Row } from '../people/ports.js';
import type { Database } from './database.js';
import { createScrub } from './scrub.js';
import type { Db } from './tables.js';
import type { TenantTable } from './wall.js';

/** Who gets a table's rows when they are handed over: each person their own, who leaves the rest, or nobody what is a counter, or is opened and handed over in another way. */
export type HandedTo = 'people' | 'tenant' | 'both' | 'nobody';

/**
 * Every table with a tenant, in the order in which they are deleted: first what would still send something, the cards that others
 * see and those who are known last, so that whoever goes on after an interruption still counts them. One without its line does not
 * compile.
 */
export const handedOver: Readonly<Record<TenantTable, HandedTo>> = {
  nudge_plans: 'both',
  appointments: 'people',
  deliveries: 'both',
  budgets: 'nobody',
  pilots: 'nobody',
  tallies: 'nobody',
  letters: 'nobody',
  contexts: 'people',
  reflections: 'people',
  seen_prompts: 'people',
  focuses: 'people',
  profiles: 'people',
  plan_makers: 'people',
  talks: 'people',
  round_answers: 'people',
  sharers: 'people',
  addresses: 'both',
  installations: 'both',
  shares: 'tenant',
  people: 'people',
  // Until all else is gone nobody is answered who was off.
  switches: 'nobody',
};

const tables = Object.keys(handedOver) as TenantTable[];

/** Rows deleted in one transaction: SQLite's write lock is held for some milliseconds, and PostgreSQL gives up nothing as too slow. */
const rowsAtOnce = 500;

/** How many rows there are, or were deleted, by table; tables without any are left out. */
export type TenantRows = { readonly [Table in TenantTable]?: number };

/** What is stored of a tenant. `cards` are shared cards that stand in Teams, and `stale` those of them that were to be changed still. */
export type TenantCount = { readonly rows: TenantRows; readonly cards: number; readonly stale: number };

/** Counts what there is of a tenant. */
export async function countTenant(db: Db, tenant: string): Promise<TenantCount> {
  const rows: { [Table in TenantTable]?: number } = {};
  for (const table of tables) {
    const { count } = await selectTenant(db, table, tenant)
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count > 0) rows[table] = count;
  }
  const shares = await db
    .selectFrom('shares')
    .select('is_stale')
    .where('tenant', '=', tenant.toLowerCase())
    .where('activity', 'is not', null)
    .execute();
  return { rows, cards: shares.length, stale: shares.filter(({ is_stale }) => is_stale === 1).length };
}

/** Everybody of a tenant of whom there is anything, in the order of their ids. */
export async function listPeople(db: Db, tenant: string): Promise<readonly PersonKey[]> {
  const ids = new Set<string>();
  for (const table of tables) {
    if (handedOver[table] === 'tenant' || handedOver[table] === 'nobody') continue;
    const rows = await selectTenant(db, table, tenant).select('entra_id').distinct().where('entra_id', 'is not', null).execute();
    for (const { entra_id } of rows) ids.add(entra_id);
  }
  return [...ids].sort().map((entraId) => ({ tenant, entraId }));
}

/** What is of a tenant's shared conversations and of no person, a table after the other. */
export async function* readShared(db: Db, tenant: string): AsyncGenerator<{ readonly table: TenantTable; readonly row: Row }> {
  for (const table of tables) {
    if (handedOver[table] === 'people' || handedOver[table] === 'nobody') continue;
    const rows: Row[] = await selectTenant(db, table, tenant)
      .selectAll()
      .$if(handedOver[table] === 'both', (query) => query.where('entra_id', 'is', null as never))
      .execute();
    for (const row of rows) yield { table, row };
  }
}

/** What was deleted by this run, and whether SQLite's log, in which it stood, is empty: while another process reads, it is not. */
export type TenantDeleted = { readonly rows: TenantRows; readonly isScrubbed: boolean };

/**
 * Deletes all of a tenant, some rows at a time: what is gone when it is interrupted stays gone, and the next run does the rest.
 * `progress` is told of each step how many rows it took from a table.
 */
export async function deleteTenant(
  database: Database,
  tenant: string,
  progress: (table: TenantTable, deleted: number) => void,
  most: number = rowsAtOnce,
): Promise<TenantDeleted> {
  const rows: { [Table in TenantTable]?: number } = {};
  for (const table of tables)
    for (let deleted = most; deleted === most; ) {
      deleted = await deleteSome(database, table, tenant.toLowerCase(), most);
      if (deleted === 0) break;
      rows[table] = (rows[table] ?? 0) + deleted;
      progress(table, deleted);
    }
  let isScrubbed = true;
  const scrub = createScrub(database, () => {
    isScrubbed = false;
    return () => undefined;
  });
  await scrub.run();
  return { rows, isScrubbed };
}

/** Rows by where they stand: every table has that, whatever its key is. */
async function deleteSome({ db, kind }: Database, table: TenantTable, tenant: string, most: number): Promise<number> {
  const place = kind === 'postgres' ? sql`ctid` : sql`rowid`;
  const some = sql`select ${place} from ${sql.table(table)} where tenant = ${tenant} limit ${most}`;
  const among = kind === 'postgres' ? sql`= any (array(${some}))` : sql`in (${some})`;
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${place} ${among} and tenant = ${tenant}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** The types know one such table; the others have the same columns where it counts. */
function selectTenant(db: Db, table: TenantTable, tenant: string) {
  return db.selectFrom(table as 'people').where('tenant', '=', tenant.toLowerCase());
}
