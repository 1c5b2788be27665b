import type { Selectable } from 'kysely';
import type { StoredProfile } from '../conversation/ports.js';
import type { Profiles } from '../people/ports.js';
import { columnsOf, isPerson, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db, Tables } from './tables.js';

/** Creates the port. */
export function createProfiles(db: Db): Profiles {
  const find = prepare(db, personNames, (of) =>
    db
      .selectFrom('profiles')
      .selectAll()
      .where(isPerson(personOf(of))),
  );
  return {
    async load(person) {
      const [row] = (await find(columnsOf(person))).rows;
      return row ? toProfile(row) : {};
    },
    async save(person, { framework, role, language, timeZone }, now) {
      const given = Object.entries({ framework, role, language, time_zone: timeZone }).filter(([, value]) => value !== undefined);
      const change = { ...(Object.fromEntries(given) as Record<string, string | null>), updated_at: now.toISOString() };
      await db
        .insertInto('profiles')
        .values({ ...columnsOf(person), ...change })
        .onConflict((conflict) => conflict.columns(['tenant', 'entra_id']).doUpdateSet(change))
        .execute();
    },
    async forget(person) {
      await db.deleteFrom('profiles').where(isPerson(person)).execute();
    },
  };
}

/** A profile as its columns have it. */
export function toProfile(row: Pick<Selectable<Tables['profiles']>, 'framework' | 'role' | 'language' | 'time_zone'>): StoredProfile {
  return {
    ...(row.framework && { framework: row.framework }),
    ...(row.role && { role: row.role }),
    ...((row.language === 'da' || row.language === 'en') && { language: row.language }),
    ...(row.time_zone && { timeZone: row.time_zone }),
  };
}
