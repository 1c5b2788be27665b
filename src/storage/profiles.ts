import { columnsOf, isPerson, type PersonKey, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db } from './tables.js';

/** What a person told about themself, or agreed to. Ids may be of content that is no longer loaded. */
export type StoredProfile = {
  readonly framework?: string;
  readonly role?: string;
  readonly language?: 'da' | 'en';
  /** IANA name. */
  readonly timeZone?: string;
};

/** A change of a profile: what is missing stays, null is forgotten. */
export type ProfileChange = { readonly [Key in keyof StoredProfile]?: StoredProfile[Key] | null };

/** Profiles of people. */
export type Profiles = {
  /** An empty profile for people who have none. */
  load(person: PersonKey): Promise<StoredProfile>;
  save(person: PersonKey, change: ProfileChange, now: Date): Promise<void>;
  /** Forgets the whole profile; to forget the role only, save `{ framework: null, role: null }`. */
  forget(person: PersonKey): Promise<void>;
};

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
      if (!row) return {};
      return {
        ...(row.framework && { framework: row.framework }),
        ...(row.role && { role: row.role }),
        ...((row.language === 'da' || row.language === 'en') && { language: row.language }),
        ...(row.time_zone && { timeZone: row.time_zone }),
      };
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
