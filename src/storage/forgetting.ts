/**
 * Forgetting put together: rows, the log they stood in, and what was on its way.
 */

import type { PersonKey } from '../conversation/person.js';
import type { Forgotten } from '../people/ports.js';
import type { Database } from './database.js';
import { deletePerson } from './personal-data.js';
import { byTimer, createScrub, type Later, type Scrub } from './scrub.js';
import { type Ends, forgetStrays, type Swept, sweep } from './sweep.js';
import { behindWall } from './wall.js';

/** What forgets. */
export type Forgetting = Pick<Scrub, 'after'> & {
  /**
   * Deletes everything of a person, from every table in one transaction, and from SQLite's file and log. Copies that were made of
   * the database before still hold it.
   */
  forgetPerson(person: PersonKey): Promise<Forgotten>;
  /** See {@link sweep}; empties SQLite's log each time. */
  sweep(now: Date, ends: Ends): Promise<Swept>;
  /** Nothing is done later any more. */
  stop(): void;
};

/** Longer than a turn or a sending of that person may still take. */
export const lookAgainMs = 60_000;

/** Creates it. */
export function createForgetting(database: Database, later: Later = byTimer): Forgetting {
  const { db, turns } = database;
  const scrub = createScrub(database, later);
  const cancels = new Map<string, () => void>();
  const lookAgain = (person: PersonKey) => {
    const key = JSON.stringify(person);
    cancels.get(key)?.();
    const look = async () => {
      cancels.delete(key);
      await behindWall([person.tenant], () => forgetStrays(turns, person));
      await scrub.run();
    };
    cancels.set(key, later(lookAgainMs, look));
  };
  return {
    after: scrub.after,
    async forgetPerson(person) {
      const forgotten = await behindWall([person.tenant], () => turns.transaction().execute((trx) => deletePerson(trx, person)));
      await scrub.run();
      lookAgain(person);
      return forgotten;
    },
    async sweep(now, ends) {
      const swept = await sweep(db, now, ends);
      await scrub.run();
      return swept;
    },
    stop() {
      scrub.stop();
      for (const cancel of cancels.values()) cancel();
      cancels.clear();
    },
  };
}
