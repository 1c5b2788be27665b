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
export function rowsOf(database: Pick<Database, 'kind'>, rows: readonly (readonly (string | number | null)[])[]): RawBuilder<unknown> {
  const columns = (rows[0] ?? []).map((_, at) => sql`${columnAt(at)} as ${sql.ref(`column${at}`)}`);
  return takeOut(database, sql`select ${sql.join(columns)} from ${given(database, sql`${toJson(rows)}`)}`);
}

/** The same with a name for each column, of rows that {@link toJson} wrote; for a statement that is built once. */
export function selectRows(database: Pick<Database, 'kind'>, names: readonly string[], json: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = names.map((name, at) => sql`${columnAt(at)} as ${sql.ref(name)}`);
  return takeOut(database, sql`select ${sql.join(columns)} from ${given(database, json)}`);
}

/** Rows as the parameter that they are sent in. */
export function toJson(rows: readonly (readonly (string | number | null)[])[]): string {
  return JSON.stringify(rows.map((row) => row.map(toParameter)));
}

/** A row's columns as one JSON object. */
export function jsonOf(kind: Database['kind'], columns: readonly string[]): RawBuilder<unknown> {
  const pairs = sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(column)]));
  return kind === 'postgres' ? sql`json_build_object(${pairs})` : sql`json_object(${pairs})`;
}

function columnAt(at: number): RawBuilder<unknown> {
  return sql`(given.value ->> ${sql.lit(at)})`;
}

/**
 * Has PostgreSQL take the values out of the JSON before it compares them ("offset 0"): behind the wall (wall.ts) it looks up by an
 * index only what is compared by functions that can tell nobody anything, and those of JSON are not of them.
 */
function takeOut({ kind }: Pick<Database, 'kind'>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return kind === 'postgres' ? sql`select * from (${rows} offset 0) as taken` : rows;
}

function given({ kind }: Pick<Database, 'kind'>, json: RawBuilder<unknown>): RawBuilder<unknown> {
  return kind === 'postgres' ? sql`json_array_elements(cast(${json} as json)) as given(value)` : sql`json_each(${json}) as given`;
}
