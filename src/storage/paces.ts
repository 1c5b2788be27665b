import { sql } from 'kysely';
import type { StoredPaces } from '../teams/ports.js';
import { digestOf } from './digests.js';
import type { Db } from './tables.js';

/** As much as a caller may be ahead of the clock, in milliseconds: the whole of a minute was taken at once. */
const wholeMs = 60_000;

/** Creates the port: of a caller only a digest is stored, and until when what they took will have filled up. */
export function createStoredPaces(db: Db): StoredPaces {
  return {
    async spend(caller, costMs, now) {
      const [at, cost] = [now.getTime(), Math.round(costMs)];
      const after = sql<number>`case when paces.full_at > ${at} then paces.full_at else ${at} end + ${cost}`;
      const row = await db
        .insertInto('paces')
        .values({ caller: digestOf(caller), full_at: at + cost })
        .onConflict((conflict) =>
          conflict
            .column('caller')
            .doUpdateSet({ full_at: after })
            .where(sql<boolean>`${after} <= ${at + wholeMs}`),
        )
        .returning('full_at')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
