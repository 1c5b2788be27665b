/**
 * How a nudge ends, for one at a time: noted once, by whose claim it is, with all that follows from it.
 */
import type { Recipient } from '../conversation/person.js';
import type { Claimed, Ended } from '../nudges/ports.js';
import type { StopReason } from '../nudges/rules/plan.js';
import { createAddresses } from './addresses.js';
import type { Database } from './database.js';
import { createPresences } from './presences.js';
import { isRecipient } from './recipients.js';
import { createSeenPrompts } from './seen-prompts.js';
import type { Db } from './tables.js';

/** A claim or a sending without news is over after this: longer than a request may take. */
export const leaseMs = 60_000;

/** The reason of a nudge whose sending nobody reported on. */
export const noNews = 'no-news';

/** So many prompts are remembered of a shared conversation. */
const maxSeen = 200;

/** See `Outbox.settle`. */
export async function settleNudge({ db }: Pick<Database, 'db'>, nudge: Claimed, ended: Ended, now: Date): Promise<boolean> {
  const { seen, stop } = ended;
  return db.transaction().execute(async (trx) => {
    const isFirst = await note(trx, nudge, ended);
    if (!isFirst && !(await correct(trx, nudge, ended))) return false;
    // Whoever found the lease over has noted the prompt.
    if (isFirst && seen !== undefined) await noteSeen(trx, nudge.recipient, seen, now);
    if (stop !== undefined) await stopPlan(trx, nudge, stop, now);
    if (ended.state === 'sent' && nudge.recipient.kind === 'person') await createPresences(trx).glimpsed(nudge.recipient.person, now);
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

/** Notes a prompt as seen by whoever it was sent to. */
export async function noteSeen(db: Db, recipient: Recipient, prompt: string, now: Date): Promise<void> {
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
  if (recipient.kind === 'person') await createPresences(db).unreachable(recipient.person, now);
  else await createAddresses(db).leave(recipient, now);
}
