import { type ExpressionBuilder, sql } from 'kysely';
import type { PersonKey } from '../conversation/person.js';
import type { Contexts } from '../conversation/ports.js';
import type { Cipher } from './encryption.js';
import { columnsOf, isPerson, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db, Tables } from './tables.js';

/** A context is forgotten after this. */
const contextMinutes = 10;

/** Creates the port. */
export function createContexts(db: Db, cipher: Cipher): Contexts {
  const find = prepare(db, [...personNames, 'conversation', 'now'], ({ conversation, now, ...of }) =>
    db
      .selectFrom('contexts')
      .select('question')
      .where(isPerson(personOf(of)))
      .where('conversation', '=', conversation)
      .where('expires_at', '>', now),
  );
  const write = prepare(db, [...personNames, 'conversation', 'question', 'expires_at'], ({ question, expires_at, ...of }) => {
    const change = { question, misses: 0, expires_at };
    return db
      .insertInto('contexts')
      .values({ ...of, ...change })
      .onConflict((conflict) => conflict.columns(['tenant', 'entra_id', 'conversation']).doUpdateSet(change));
  });
  return {
    async load(person, conversation, now) {
      const [row] = (await find({ ...columnsOf(person), conversation, now: now.toISOString() })).rows;
      const opened = row?.question ? cipher.open(row.question, placeOfContext(person, conversation)) : undefined;
      return opened?.ok ? JSON.parse(opened.text) : undefined;
    },
    async save(person, conversation, question, now) {
      const sealed = cipher.seal(JSON.stringify(question), placeOfContext(person, conversation));
      await write({ ...columnsOf(person), conversation, question: sealed, expires_at: expiry(now) });
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
