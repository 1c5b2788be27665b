/**
 * The one time that all instances go by: leases, budgets and waits are written by one and read by another, whose own
 * clock may be an hour or a day off. With PostgreSQL it is the server's; a SQLite file is one machine's, and so is its time.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.js';

/** An instant `ms` from now as the tables write it; `now` is the machine's time, which PostgreSQL has no use for. */
export function timeIn({ kind }: Pick<Database, 'kind'>, now: Date, ms = 0): RawBuilder<string> {
  if (kind === 'sqlite') return sql`${new Date(now.getTime() + ms).toISOString()}`;
  const span = sql`${Math.round(ms)} * interval '1 millisecond'`;
  return sql`to_char((clock_timestamp() + ${span}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The shared time; on SQLite it is `now`. */
export async function tellTime({ db, kind }: Pick<Database, 'db' | 'kind'>, now: Date): Promise<Date> {
  if (kind === 'sqlite') return now;
  const { rows } = await sql<{ now: string }>`select ${timeIn({ kind }, now)} as now`.execute(db);
  return new Date(rows[0]?.now ?? now);
}
