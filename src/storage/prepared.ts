import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { toParameter } from './parameters.js';
import type { Db } from './tables.js';

/** Runs a query that is already built, with these values. */
export type Prepared<Name extends string, Row> = (values: Readonly<Record<Name, string | null>>) => Promise<QueryResult<Row>>;

/** Stands for a value while a query is built; a character of Unicode's private use, so that no constant of a query begins so. */
const mark = '\ue000';

/**
 * Builds a query once, for those that every message needs: building takes several times as long as SQLite takes to run
 * it. `build` gets a stand-in for each of `names` (in lower case: ids are lowered on their way into a query), to be used
 * as the value itself.
 */
export function prepare<Name extends string, Row>(
  db: Db,
  names: readonly Name[],
  build: (value: Readonly<Record<Name, string>>) => Compilable<Row>,
): Prepared<Name, Row> {
  const value = Object.fromEntries(names.map((name) => [name, mark + name])) as Record<Name, string>;
  let built: CompiledQuery<Row> | undefined;
  return async (values) => {
    built ??= build(value).compile();
    const parameters = built.parameters.map((each) =>
      typeof each === 'string' && each.startsWith(mark) ? toParameter(values[each.slice(mark.length) as Name]) : each,
    );
    return db.executeQuery({ ...built, parameters });
  };
}
