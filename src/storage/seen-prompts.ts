import { columnsOf, isPerson, type PersonKey } from './keys.js';
import type { Db } from './tables.js';

/** Which prompts a person was shown lately. */
export type SeenPrompts = {
  /** Notes that a prompt is shown now. The same prompt at the same instant is noted once. */
  add(person: PersonKey, prompt: string, now: Date): Promise<void>;
  /** Full prompt ids, newest first, at most {@link maxSeenPrompts}; a prompt shown twice stands there twice. */
  list(person: PersonKey): Promise<readonly string[]>;
};

/** So many are remembered per person; the oldest go first. */
export const maxSeenPrompts = 500;

/** Creates the port. */
export function createSeenPrompts(db: Db): SeenPrompts {
  return {
    async add(person, prompt, now) {
      await db
        .insertInto('seen_prompts')
        .values({ ...columnsOf(person), prompt, shown_at: now.toISOString() })
        .onConflict((conflict) => conflict.columns(['tenant', 'entra_id', 'shown_at', 'prompt']).doNothing())
        .execute();
      // No transaction: should this not come to pass, the next one catches up.
      const oldestKept = db
        .selectFrom('seen_prompts')
        .select('shown_at')
        .where(isPerson(person))
        .orderBy('shown_at', 'desc')
        .offset(maxSeenPrompts - 1)
        .limit(1);
      await db.deleteFrom('seen_prompts').where(isPerson(person)).where('shown_at', '<', oldestKept).execute();
    },
    async list(person) {
      const rows = await db
        .selectFrom('seen_prompts')
        .select('prompt')
        .where(isPerson(person))
        .orderBy('shown_at', 'desc')
        .orderBy('prompt', 'desc')
        .limit(maxSeenPrompts)
        .execute();
      return rows.map(({ prompt }) => prompt);
    },
  };
}
