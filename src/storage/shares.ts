import type { Database } from './database.js';
import { columnsOf, isPerson, type PersonKey } from './keys.js';
import type { SharedCard } from './personal-data.js';
import type { Db } from './tables.js';

/** What is stored of one shared card. */
export type StoredShare = {
  readonly id: string;
  readonly conversation: string;
  /** What of the content it shows, as JSON. */
  readonly subject: string;
  /** The message in Teams, once it is known. */
  readonly activity: string | undefined;
  readonly isRound: boolean;
  readonly isClosed: boolean;
  /** Undefined when the sharer was forgotten. */
  readonly sharer: { readonly person: PersonKey; readonly name: string; readonly line: string | undefined } | undefined;
};

/** What is noted when something is shared. */
export type NewShare = Pick<StoredShare, 'id' | 'conversation' | 'subject' | 'isRound'> & {
  readonly name: string;
  readonly line: string | undefined;
};

/** The newest answers of a round, newest first, and how many there are. */
export type StoredAnswers = { readonly count: number; readonly newest: readonly { readonly name: string; readonly answer: string }[] };

/** Shared cards and the answers on them. */
export type Shares = {
  add(sharer: PersonKey, share: NewShare, now: Date): Promise<void>;
  noteActivity(tenant: string, share: string, activity: string): Promise<void>;
  /** It was not posted after all. */
  drop(sharer: PersonKey, share: string): Promise<void>;
  load(tenant: string, share: string): Promise<StoredShare | undefined>;
  /** Keeps a person's answer; the next one of theirs takes its place. `closed` when the round takes none. */
  answer(person: PersonKey, share: string, answer: { readonly name: string; readonly text: string }, now: Date): Promise<'kept' | 'closed'>;
  /** Takes a person's answer back; the card is stale until it is changed. */
  unanswer(person: PersonKey, share: string): Promise<void>;
  /** A person's own answer, as it stands. */
  findAnswer(person: PersonKey, share: string): Promise<string | undefined>;
  /** Closes a round for good; only its sharer can. */
  close(sharer: PersonKey, share: string, now: Date): Promise<'closed' | 'not-yours'>;
  listAnswers(tenant: string, share: string, most: number): Promise<StoredAnswers>;
  /** Notes whether the card in Teams shows what is stored (`fresh`), or may show more: then it is to be changed again. */
  noteCard(tenant: string, share: string, state: 'fresh' | 'stale'): Promise<void>;
  /** Cards that may show more than is stored, those of one conversation beside each other. */
  listStale(): Promise<readonly SharedCard[]>;
};

/** Creates the port. */
export function createShares({ db }: Database): Shares {
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
