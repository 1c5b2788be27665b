import { columnsOf, type PersonKey } from './keys.js';
import type { Db } from './tables.js';

/** Where the bot is installed: a conversation of a tenant, and the person where it is a personal one. */
export type Installation = { readonly tenant: string; readonly conversation: string; readonly person?: PersonKey | undefined };

/** Who was welcomed: once per installation, whichever of its events comes first. */
export type Installations = {
  /** True the first time since the bot was added here; then it is the caller who welcomes. */
  claimWelcome(installation: Installation, now: Date): Promise<boolean>;
  /** The bot was taken away: when it comes back it welcomes again. */
  remove(installation: Omit<Installation, 'person'>): Promise<void>;
};

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
