/**
 * Counts of what is asked. Stored exactly, since what is asked twice a week is much in a year and would be lost by rounding;
 * what is few is hidden where it is shown. Nothing finer than a week is stored, so that a count tells of no moment.
 */
import { sql } from 'kysely';
import { dayMs } from '../clock.js';
import type { Tallies, Tally } from '../conversation/ports.js';
import type { Database } from './database.js';
import { prepare } from './prepared.js';
import { selectRows, toJson } from './rows.js';

/** The columns that a count is found by; the count comes after them. */
const key = ['tenant', 'week', 'measure', 'kind', 'framework', 'theme'] as const;

/** The first Monday after time began, in milliseconds. */
const firstMonday = 4 * dayMs;

/**
 * The Monday of a week, as an ISO date. Weeks are UTC's: an hour or two of a Monday's night count for the week before, and no
 * instance's zone decides in which row a count stands.
 */
export function weekOf(at: Date): string {
  const since = at.getTime() - firstMonday;
  const monday = at.getTime() - (((since % (7 * dayMs)) + 7 * dayMs) % (7 * dayMs));
  return new Date(monday).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Creates the port. Several instances add up. */
export function createTallies(database: Database): Tallies {
  const { db } = database;
  const insert = prepare(db, ['rows'], ({ rows }) => ({
    compile: () =>
      sql`insert into "tallies" (${sql.join([...key, 'count'].map((name) => sql.ref(name)))})
        select ${sql.join(key.map((name) => sql.ref(name)))}, cast(count as integer)
        from (${selectRows(database, [...key, 'count'], sql`${rows}`)}) as given where true
        on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set count = tallies.count + excluded.count`.compile(db),
  }));
  return {
    async add(tallies, at) {
      // A tenant's own go in a statement of their own: what is written for one never touches another's rows.
      for (const rows of byTenant(sumUp(tallies, weekOf(at)))) await insert({ rows: toJson(rows) });
    },
    async list({ tenant, from, until }) {
      const rows = await db
        .selectFrom('tallies')
        .selectAll()
        .where('week', '>=', weekOf(from))
        .where('week', '<', weekOf(until))
        .$if(tenant !== undefined, (query) => query.where('tenant', '=', String(tenant).toLowerCase()))
        .orderBy('week')
        .execute();
      return rows.map(({ measure, framework, theme, ...row }) => ({
        ...row,
        measure: measure as Tally['measure'],
        ...(framework && { framework }),
        ...(theme && { theme }),
      }));
    },
  };
}

type Row = readonly (string | number)[];

/** One row for each cell: PostgreSQL adds to none twice in a statement. In the order of keys, so that no two instances wait for each other. */
function sumUp(tallies: readonly Tally[], week: string): readonly Row[] {
  const counts = new Map<string, number>();
  for (const { tenant, measure, kind, framework = '', theme = '' } of tallies) {
    const cell = JSON.stringify([tenant.toLowerCase(), week, measure, kind, framework, theme]);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([cell, count]) => [...(JSON.parse(cell) as string[]), count]);
}

function byTenant(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row[0], [...(groups.get(row[0]) ?? []), row]);
  return [...groups.values()];
}
