/**
 * How a nudge ended, and everything that follows from it, in one transaction that begins with the nudge's own row: who
 * was deleted in the meantime has no row any more, and nothing is written about them.
 */
import type { StopReason } from '../nudges/rules/plan.js';
import { createAddresses } from './addresses.js';
import type { Database } from './database.js';
import { type Claimed, leaseMs } from './outbox-claim.js';
import { createPeople } from './people.js';
import { isRecipient, type Recipient, recipientOf } from './recipients.js';
import { createSeenPrompts } from './seen-prompts.js';
import { timeIn } from './shared-time.js';
import type { Db } from './tables.js';

/** How a nudge ended: `seen` is the prompt to note as seen, `stop` why its plan goes on no more. */
export type Ended = {
  readonly state: 'sent' | 'failed' | 'unknown' | 'skipped';
  readonly reason?: string | undefined;
  readonly seen?: string | undefined;
  readonly stop?: StopReason | undefined;
};

/** How many nudges of people and of shared conversations. */
export type Kinds = { readonly person: number; readonly conversation: number };

/** The reason of a nudge whose sending nobody reported on. */
const noNews = 'no-news';
/** So many prompts are remembered of a shared conversation. */
const maxSeen = 200;

/** See `Outbox.settle`. */
export async function settle({ db }: Pick<Database, 'db'>, nudge: Claimed, ended: Ended, now: Date): Promise<boolean> {
  const { seen, stop } = ended;
  return db.transaction().execute(async (trx) => {
    const isFirst = await note(trx, nudge, ended);
    if (!isFirst && !(await correct(trx, nudge, ended))) return false;
    // Whoever found the lease over has noted the prompt.
    if (isFirst && seen !== undefined) await noteSeen(trx, nudge.recipient, seen, now);
    if (stop !== undefined) await stopPlan(trx, nudge, stop, now);
    if (ended.state === 'sent' && nudge.recipient.kind === 'person') await createPeople(trx).glimpsed(nudge.recipient.person, now);
    return isFirst;
  });
}

async function note(db: Db, nudge: Claimed, { state, reason = undefined }: Ended): Promise<boolean> {
  const { numUpdatedRows } = await ours(db, nudge, state === 'skipped' ? ['claimed'] : ['claimed', 'sending'])
    .set({ state, reason: reason ?? null, lease_until: null })
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** News that come after the lease are better than none. */
async function correct(db: Db, nudge: Claimed, { state, reason = undefined }: Ended): Promise<boolean> {
  const { numUpdatedRows } = await ours(db, nudge, ['unknown'])
    .where('reason', '=', noNews)
    .set({ state, reason: reason ?? null })
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The row while it is this claim's; what was cancelled, taken over or deleted in the meantime is not. */
export function ours(db: Db, { id, token }: Pick<Claimed, 'id' | 'token'>, states: readonly string[]) {
  return db.updateTable('deliveries').where('id', '=', id).where('token', '=', token).where('state', 'in', states);
}

async function noteSeen(db: Db, recipient: Recipient, prompt: string, now: Date): Promise<void> {
  if (recipient.kind === 'person') return createSeenPrompts(db).add(recipient.person, prompt, now);
  const row = await db.selectFrom('nudge_plans').select('seen').where(isRecipient(recipient)).executeTakeFirst();
  const seen = JSON.stringify([prompt, ...(JSON.parse(row?.seen ?? '[]') as string[])].slice(0, maxSeen));
  await db.updateTable('nudge_plans').set({ seen }).where(isRecipient(recipient)).execute();
}

/** What `Plans.giveUp` does; what waits still is skipped when it is its turn. */
async function stopPlan(db: Db, { recipient }: Claimed, stopped: StopReason, now: Date): Promise<void> {
  await db
    .updateTable('nudge_plans')
    .set({ is_on: 0, stopped, next_at: null })
    .where(isRecipient(recipient))
    .where('is_on', '=', 1)
    .execute();
  if (recipient.kind === 'person') await createPeople(db).unreachable(recipient.person, now);
  else await createAddresses(db).leave(recipient, now);
}

/** See `Outbox.endLeases`. A lease that ends later than any can was given by a clock that ran ahead: it is shortened. */
export async function endLeases(database: Database, now: Date): Promise<Kinds> {
  const { db } = database;
  const longest = timeIn(database, now, leaseMs);
  const open = db.updateTable('deliveries').where('state', 'in', ['claimed', 'sending']);
  await open.set({ lease_until: longest }).where('lease_until', '>', longest).execute();
  const over = (of: Db, state: string) =>
    of.updateTable('deliveries').where('state', '=', state).where('lease_until', '<=', timeIn(database, now));
  await over(db, 'claimed').set({ state: 'due', token: null, lease_until: null }).execute();
  return db.transaction().execute(async (trx) => {
    const lost = await over(trx, 'sending').set({ state: 'unknown', reason: noNews, lease_until: null }).returningAll().execute();
    for (const row of lost) if (row.prompt !== null) await noteSeen(trx, recipientOf(row), row.prompt, now);
    return countKinds(lost);
  });
}

/** Counts rows by whose they are. */
export function countKinds(rows: readonly { entra_id: string | null }[]): Kinds {
  const person = rows.filter(({ entra_id }) => entra_id !== null).length;
  return { person, conversation: rows.length - person };
}
