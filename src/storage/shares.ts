import type { Shares, StoredShare } from '../sharing/ports.js';
import type { Database } from './database.js';
import { columnsOf, isPerson } from './keys.js';
import type { Db } from './tables.js';

/** Creates the port. */
export function createShares({ db }: Database): Shares {
  return { ...createShared(db), ...createRounds(db) };
}

/** What was shared, and by whom. */
function createShared(db: Db): Pick<Shares, 'add' | 'noteActivity' | 'drop' | 'load' | 'close' | 'noteCard' | 'listStale'> {
  return {
    async add(sharer, { id: share, conversation, subject, isRound, name, line }, now) {
      const { tenant, entra_id } = columnsOf(sharer);
      await db.transaction().execute(async (trx) => {
        const row = { tenant, share, conversation, subject, activity: null, is_round: Number(isRound), closed_at: null, is_stale: 0 };
        await trx
          .insertInto('shares')
          .values({ ...row, shared_at: now.toISOString() })
          .execute();
        await trx
          .insertInto('sharers')
          .values({ tenant, entra_id, share, name, line: line ?? null })
          .execute();
      });
    },
    async noteActivity(tenant, share, activity) {
      await db.updateTable('shares').set({ activity }).where('tenant', '=', tenant.toLowerCase()).where('share', '=', share).execute();
    },
    async drop(sharer, share) {
      const { tenant } = columnsOf(sharer);
      await db.deleteFrom('sharers').where(isPerson(sharer)).where('share', '=', share).execute();
      await db.deleteFrom('shares').where('tenant', '=', tenant).where('share', '=', share).execute();
    },
    load: (tenant, share) => loadShare(db, tenant.toLowerCase(), share),
    async close(sharer, share, now) {
      const { tenant } = columnsOf(sharer);
      const own = await db.selectFrom('sharers').select('share').where(isPerson(sharer)).where('share', '=', share).executeTakeFirst();
      if (!own) return 'not-yours';
      await db
        .updateTable('shares')
        .set({ closed_at: now.toISOString() })
        .where('tenant', '=', tenant)
        .where('share', '=', share)
        .where('closed_at', 'is', null)
        .execute();
      return 'closed';
    },
    async noteCard(tenant, share, state) {
      const is_stale = Number(state === 'stale');
      await db
        .updateTable('shares')
        .set({ is_stale })
        .where('tenant', '=', tenant.toLowerCase())
        .where('share', '=', share)
        .where('is_stale', '!=', is_stale)
        .execute();
    },
    listStale: () =>
      db.selectFrom('shares').select(['tenant', 'share', 'conversation']).where('is_stale', '=', 1).orderBy('conversation').execute(),
  };
}

/** What was answered to it. */
function createRounds(db: Db): Pick<Shares, 'answer' | 'unanswer' | 'findAnswer' | 'listAnswers'> {
  return {
    async answer(person, share, { name, text }, now) {
      const { tenant, entra_id } = columnsOf(person);
      const answered_at = now.toISOString();
      return db.transaction().execute(async (trx) => {
        // Takes the round's row first: an answer comes before the closing or after it, never in the middle.
        const open = await trx
          .updateTable('shares')
          .set({ is_round: 1 })
          .where('tenant', '=', tenant)
          .where('share', '=', share)
          .where('is_round', '=', 1)
          .where('closed_at', 'is', null)
          .executeTakeFirstOrThrow();
        if (open.numUpdatedRows === 0n) return 'closed';
        await trx
          .insertInto('round_answers')
          .values({ tenant, entra_id, share, name, answer: text, answered_at })
          .onConflict((conflict) => conflict.columns(['tenant', 'entra_id', 'share']).doUpdateSet({ name, answer: text, answered_at }))
          .execute();
        return 'kept';
      });
    },
    async unanswer(person, share) {
      const { tenant } = columnsOf(person);
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('shares').set({ is_stale: 1 }).where('tenant', '=', tenant).where('share', '=', share).execute();
        await trx.deleteFrom('round_answers').where(isPerson(person)).where('share', '=', share).execute();
      });
    },
    async findAnswer(person, share) {
      const own = await db
        .selectFrom('round_answers')
        .select('answer')
        .where(isPerson(person))
        .where('share', '=', share)
        .executeTakeFirst();
      return own?.answer;
    },
    async listAnswers(tenant, share, most) {
      const rows = await db
        .selectFrom('round_answers')
        .select(['name', 'answer'])
        .where('tenant', '=', tenant.toLowerCase())
        .where('share', '=', share)
        .orderBy('answered_at', 'desc')
        .orderBy('entra_id')
        .execute();
      return { count: rows.length, newest: rows.slice(0, most) };
    },
  };
}

async function loadShare(db: Db, tenant: string, share: string): Promise<StoredShare | undefined> {
  const row = await db.selectFrom('shares').selectAll().where('tenant', '=', tenant).where('share', '=', share).executeTakeFirst();
  if (!row) return undefined;
  const sharer = await db.selectFrom('sharers').selectAll().where('tenant', '=', tenant).where('share', '=', share).executeTakeFirst();
  return {
    id: share,
    conversation: row.conversation,
    subject: row.subject,
    activity: row.activity ?? undefined,
    isRound: row.is_round === 1,
    isClosed: row.closed_at !== null,
    sharer: sharer && { person: { tenant, entraId: sharer.entra_id }, name: sharer.name, line: sharer.line ?? undefined },
  };
}
