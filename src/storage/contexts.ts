import { type ExpressionBuilder, sql } from 'kysely';
import type { Cipher } from './encryption.js';
import { columnsOf, isPerson, type PersonKey } from './keys.js';
import type { Db, Tables } from './tables.js';

/**
 * What a follow-up ("og for chefer?") follows. Kept for ten minutes, per person and conversation, as the question that
 * was understood and never as the message. Its slots may still hold words a person used, so it is sealed.
 */
export type Contexts = {
  /** The last question as saved, or undefined when there is none, it is older, or no key opens it. Untrusted: an older version may have written it. */
  load(person: PersonKey, conversation: string, now: Date): Promise<unknown>;
  /** Saves a question as JSON and ends a row of misunderstandings. */
  save(person: PersonKey, conversation: string, question: unknown, now: Date): Promise<void>;
  /** Counts a message that was not understood; gives how many there were in a row, this one included. The last question stays. */
  miss(person: PersonKey, conversation: string, now: Date): Promise<number>;
};

/** A context is forgotten after this. */
export const contextMinutes = 10;

/** Creates the port. */
export function createContexts(db: Db, cipher: Cipher): Contexts {
  return {
    async load(person, conversation, now) {
      const row = await db
        .selectFrom('contexts')
        .select('question')
        .where(isPerson(person))
        .where('conversation', '=', conversation)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst();
      const opened = row?.question ? cipher.open(row.question, placeOfContext(person, conversation)) : undefined;
      return opened?.ok ? JSON.parse(opened.text) : undefined;
    },
    async save(person, conversation, question, now) {
      const change = {
        question: cipher.seal(JSON.stringify(question), placeOfContext(person, conversation)),
        misses: 0,
        expires_at: expiry(now),
      };
      await db
        .insertInto('contexts')
        .values({ ...columnsOf(person), conversation, ...change })
        .onConflict((conflict) => conflict.columns(['tenant', 'entra_id', 'conversation']).doUpdateSet(change))
        .execute();
    },
    async miss(person, conversation, now) {
      const { misses } = await db
        .insertInto('contexts')
        .values({ ...columnsOf(person), conversation, question: null, misses: 1, expires_at: expiry(now) })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'entra_id', 'conversation'])
            .doUpdateSet((row) => ({ ...nextMiss(row, now), expires_at: expiry(now) })),
        )
        .returning('misses')
        .executeTakeFirstOrThrow();
      return misses;
    },
  };
}

/** Where a context belongs; see {@link Cipher}. */
export function placeOfContext(person: PersonKey, conversation: string): readonly string[] {
  const { tenant, entra_id } = columnsOf(person);
  return ['context', tenant, entra_id, conversation];
}

/** One more, unless what stands there is over: then this is the first, and there is no question. */
function nextMiss(row: ExpressionBuilder<Tables, 'contexts'>, now: Date) {
  const isOver = row('contexts.expires_at', '<=', now.toISOString());
  return {
    misses: row
      .case()
      .when(isOver)
      .then(sql<number>`1`)
      .else(row('contexts.misses', '+', 1))
      .end(),
    question: row.case().when(isOver).then(sql<string | null>`null`).else(row.ref('contexts.question')).end(),
  };
}

function expiry(now: Date): string {
  return new Date(now.getTime() + contextMinutes * 60_000).toISOString();
}
