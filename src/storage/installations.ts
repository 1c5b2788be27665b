import type { Installations } from '../conversation/ports.js';
import { columnsOf } from './keys.js';
import type { Db } from './tables.js';

/** Creates the port. */
export function createInstallations(db: Db): Installations {
  return {
    async claimWelcome({ tenant, conversation, person }, now) {
      const entra_id = person ? columnsOf(person).entra_id : null;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('installations')
        .values({ tenant: tenant.toLowerCase(), conversation, entra_id, welcomed_at: now.toISOString() })
        .onConflict((conflict) => conflict.columns(['tenant', 'conversation']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async remove({ tenant, conversation }) {
      await db.deleteFrom('installations').where('tenant', '=', tenant.toLowerCase()).where('conversation', '=', conversation).execute();
    },
  };
}
