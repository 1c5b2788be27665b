import type { Selectable } from 'kysely';
import type { Focus } from '../nudges/rules/focus.js';
import type { Focuses } from '../people/ports.js';
import { columnsOf, isPerson } from './keys.js';
import type { Db, Tables } from './tables.js';

/** Creates the port. */
export function createFocuses(db: Db): Focuses {
  return {
    async load(person) {
      const row = await db.selectFrom('focuses').selectAll().where(isPerson(person)).executeTakeFirst();
      return row && toFocus(row);
    },
    async save(person, { framework, theme = null, statement = null, lastDay, madeAt }) {
      const focus = { framework, theme, statement, last_day: lastDay, made_at: madeAt.toISOString() };
      await db
        .insertInto('focuses')
        .values({ ...columnsOf(person), ...focus })
        .onConflict((conflict) => conflict.columns(['tenant', 'entra_id']).doUpdateSet(focus))
        .execute();
    },
    async drop(person) {
      await db.deleteFrom('focuses').where(isPerson(person)).execute();
    },
  };
}

/** A focus as its columns have it. */
export function toFocus(row: Omit<Selectable<Tables['focuses']>, 'tenant' | 'entra_id'>): Focus {
  return {
    framework: row.framework,
    ...(row.theme !== null && { theme: row.theme }),
    ...(row.statement !== null && { statement: row.statement }),
    lastDay: row.last_day,
    madeAt: new Date(row.made_at),
  };
}
