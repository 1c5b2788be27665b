/**
 * Many rows as one value of a statement: a statement over a thousand rows is built and sent as fast as one over a single row.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.js';
import { toParameter } from './parameters.js';

/**
 * A query that gives these rows, each value as text or null, in their order; for `with name(columns) as (…)` and
 * `insert into … select`. Both databases read the same JSON.
 */
export function rowsOf({ kind }: Pick<Database, 'kind'>, rows: readonly (readonly (string | number | null)[])[]): RawBuilder<unknown> {
  const columns = (rows[0] ?? []).map((_, at) => sql`given.value ->> ${sql.lit(at)}`);
  const json = JSON.stringify(rows.map((row) => row.map(toParameter)));
  const given = kind === 'postgres' ? sql`json_array_elements(cast(${json} as json)) as given(value)` : sql`json_each(${json}) as given`;
  return sql`select ${sql.join(columns)} from ${given}`;
}
