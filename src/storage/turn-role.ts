/**
 * The role that turns take on in PostgreSQL: made at the first start where the database's user may make roles, else by an
 * administrator (manifest/MUNICIPALITIES.md). Without it the service runs with the first wall only, and says so.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { isMemoryGone, traceError } from '../errors.js';
import type { Db } from './tables.js';
import { walledTables } from './wall.js';

/** How the wall stands: the role that turns take on; or that it is off, and by which code of PostgreSQL; or why nothing can be run. */
export type Wall =
  | { readonly state: 'up'; readonly role: string }
  | { readonly state: 'off'; readonly role: string; readonly code: string }
  | { readonly state: 'fault'; readonly fault: string };

/** PostgreSQL's names are no longer. */
const longestName = 63;
/** Any number that no other program on the same PostgreSQL is likely to lock. */
const lockId = 7_205_173_342;

/** The name of the role for a database: roles are the whole server's, and each database has one of its own. */
export function nameTurnRole(database: string): string {
  const name = `${database}_turn`;
  if (Buffer.byteLength(name) <= longestName) return name;
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 16);
  return `ledelseskompas_${digest}_turn`;
}

/** Looks whether the role is there and no more than it should be; else makes it, or gives it the rights that it lacks. */
export async function raiseWall(db: Db): Promise<Wall> {
  const { rows } = await sql<{ name: string; owns: boolean }>`select current_database() as name, ${ownsAll} as owns`.execute(db);
  const role = nameTurnRole(rows[0]?.name ?? '');
  if (!rows[0]?.owns) return { state: 'fault', fault: notOwner };
  if (await isReady(db, role)) return { state: 'up', role };
  const code = await makeRole(db, role);
  if (await isReady(db, role)) return { state: 'up', role };
  return { state: 'off', role, code: code ?? 'incomplete' };
}

const notOwner =
  "the database's user does not own its tables, and the wall between tenants would hide every row from it. Let an administrator run: alter table … owner to that user, for each table";

const tables = sql`unnest(${sql.lit(`{${walledTables.join()}}`)}::text[]) as walled(name) join pg_class on pg_class.oid = to_regclass(walled.name)`;

/** Whoever is not let past the wall as the tables' owner would find none of their rows. */
const ownsAll = sql`(select bool_and(pg_has_role(relowner, 'usage')) from ${tables})`;

/** Asked in the role itself. One that passes walls, or owns what is behind, keeps nobody out. */
async function isReady(db: Db, role: string): Promise<boolean> {
  const isLess = sql`(select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user)`;
  const may = sql.join(
    ['select', 'insert', 'update', 'delete'].map((right) => sql`has_table_privilege(pg_class.oid, ${sql.lit(right)})`),
    sql` and `,
  );
  const look = sql<{ ready: boolean }>`select ${isLess} and
    (select bool_and(relforcerowsecurity and not pg_has_role(relowner, 'usage') and ${may}) from ${tables}) as ready`;
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select set_config('role', ${role}, true)`.execute(trx);
      return (await look.execute(trx)).rows[0]?.ready === true;
    });
  } catch (error) {
    if (isMemoryGone(error)) throw error;
    return false;
  }
}

/** What it takes to take a role on: since PostgreSQL 16 whoever makes a role is its member, and may not take it on for that. */
const toTakeOn = sql`case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end`;

/** Gives PostgreSQL's code where it may not be made. Several instances may start at once: the others wait, and find it there. */
async function makeRole(db: Db, name: string): Promise<string | undefined> {
  const role = sql.id(name);
  try {
    await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(lockId)})`.execute(trx);
      const known = await sql`select from pg_roles where rolname = ${name}`.execute(trx);
      if (known.rows.length === 0) await sql`create role ${role} nologin noinherit`.execute(trx);
      const able = await sql<{ is: boolean }>`select pg_has_role(${name}, ${toTakeOn}) as is`.execute(trx);
      if (!able.rows[0]?.is) await sql`grant ${role} to current_user`.execute(trx);
      const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(trx);
      await sql`grant usage on schema ${sql.id(rows[0]?.name ?? 'public')} to ${role}`.execute(trx);
      const all = sql.join(walledTables.map((table) => sql.table(table)));
      await sql`grant select, insert, update, delete on ${all} to ${role}`.execute(trx);
    });
    return undefined;
  } catch (error) {
    if (isMemoryGone(error)) throw error;
    return String(traceError(error).code);
  }
}
