import type { SeenPrompts } from '../conversation/ports.js';
import { columnsOf, isPerson, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db } from './tables.js';

/** So many are remembered per person; the oldest are forgotten the next time they are listed. */
export const maxSeenPrompts = 500;

/** Creates the port. */
export function createSeenPrompts(db: Db): SeenPrompts {
  const insert = prepare(db, [...personNames, 'prompt', 'shown_at'], (row) =>
    db
      .insertInto('seen_prompts')
      .values(row)
      .onConflict((conflict) => conflict.columns(['tenant', 'entra_id', 'shown_at', 'prompt']).doNothing()),
  );
  const forgetOldest = prepare(db, personNames, (of) => {
    const oldestKept = db
      .selectFrom('seen_prompts')
      .select('shown_at')
      .where(isPerson(personOf(of)))
      .orderBy('shown_at', 'desc')
      .offset(maxSeenPrompts - 1)
      .limit(1);
    return db
      .deleteFrom('seen_prompts')
      .where(isPerson(personOf(of)))
      .where('shown_at', '<', oldestKept);
  });
  const list = prepare(db, personNames, (of) =>
    db
      .selectFrom('seen_prompts')
      .select('prompt')
      .where(isPerson(personOf(of)))
      .orderBy('shown_at', 'desc')
      .orderBy('prompt', 'desc')
      .limit(maxSeenPrompts + 1),
  );
  return {
    async add(person, prompt, now) {
      await insert({ ...columnsOf(person), prompt, shown_at: now.toISOString() });
    },
    async list(person) {
      const { rows } = await list(columnsOf(person));
      if (rows.length > maxSeenPrompts) await forgetOldest(columnsOf(person));
      return rows.slice(0, maxSeenPrompts).map(({ prompt }) => prompt);
    },
  };
}
