import { sql } from 'kysely';
import { dayMs } from '../clock.js';
import { type RatedAnswers, type SentAnswer, unknownKind } from '../conversation/ports.js';
import { createBatcher } from './batching.js';
import type { Database } from './database.js';
import { digestOf } from './digests.js';
import { prepare } from './prepared.js';
import { selectRows, toJson } from './rows.js';

/**
 * So many days a thumb under an answer counts for what the answer was about: people read on Monday what they asked on Friday, and what
 * they think of it later is of an answer that they no longer have before them.
 */
export const ratedDays = 7;

const notes = { most: 100, atOnce: 1 };
const columns = ['digest', 'kind', 'framework', 'theme', 'expires_at'] as const;

/** Creates the port. A message is known by a digest alone, and of a thumb only that it was pressed. */
export function createRatedAnswers(database: Database): RatedAnswers {
  const { db } = database;
  const insert = prepare(db, ['rows'], ({ rows }) => ({
    compile: () =>
      sql`insert into "rated_answers" (digest, kind, framework, theme, liked, disliked, expires_at)
        select digest, kind, framework, theme, 0, 0, expires_at from (${selectRows(database, columns, sql`${rows}`)}) as given where true
        on conflict (digest) do nothing`.compile(db),
  }));
  const note = createBatcher<readonly string[], void>(notes, async (all) => {
    // In the order of their keys, so that two instances never wait for each other.
    await insert({
      rows: toJson([...new Map(all.map((row) => [row[0], row])).values()].sort(([one = ''], [other = '']) => (one < other ? -1 : 1))),
    });
    return all.map(() => undefined);
  });
  return {
    note: (answer, { kind, framework, theme }, now) => note([nameOf(answer), kind, framework, theme, expiry(now)]),
    async rate(answer, reaction, now) {
      const pressed = reaction === 'like' ? 'liked' : 'disliked';
      const row = { digest: nameOf(answer), kind: unknownKind, framework: '', theme: '', liked: 0, disliked: 0, expires_at: expiry(now) };
      const columns = ['kind', 'framework', 'theme'] as const;
      const changed = await db
        .insertInto('rated_answers')
        .values({ ...row, [pressed]: 1 })
        .onConflict((conflict) =>
          conflict
            .column('digest')
            .doUpdateSet({ [pressed]: 1 })
            .where(`rated_answers.${pressed}`, '=', 0),
        )
        .returning(columns)
        .executeTakeFirst();
      if (changed) return { about: changed, isNew: true };
      const known = await db.selectFrom('rated_answers').select(columns).where('digest', '=', row.digest).executeTakeFirst();
      return { about: known ?? { kind: unknownKind, framework: '', theme: '' }, isNew: false };
    },
  };
}

function nameOf({ tenant, conversation, activity }: SentAnswer): string {
  return digestOf(JSON.stringify(['rated', tenant.toLowerCase(), conversation, activity]));
}

function expiry(now: Date): string {
  return new Date(now.getTime() + ratedDays * dayMs).toISOString();
}
