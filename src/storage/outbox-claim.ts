/** Which nudges may leave when: the part of the outbox that shares one budget among all instances. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database } from './database.js';
import { type Recipient, recipientOf } from './recipients.js';
import type { Db, Tables } from './tables.js';

/** A nudge that this instance may send from `sendAt` on, while its lease lasts. `attempts` counts this one. */
export type Claimed = {
  readonly id: string;
  readonly token: string;
  readonly recipient: Recipient;
  readonly localDate: string;
  readonly slot: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly sendAt: Date;
};

/** What a claim gave: nudges, a time to wait, or that nothing of the tenant is due. */
export type Claim =
  | { readonly kind: 'claimed'; readonly nudges: readonly Claimed[] }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'nothing' };

/** Whose nudges to claim, up to which due time, and how many a second. `now` is the machine's time, `dueUntil` the pass's. */
export type ClaimOrder = { readonly tenant: string; readonly dueUntil: Date; readonly now: Date; readonly rate: number };

/** A claim or a sending without news is over after this: longer than a request may take. */
export const leaseMs = 60_000;
/** One message a second to one conversation (Teams allows 7 in a second, 60 in 30 seconds). */
const conversationGapMs = 1_000;
/** So far ahead a budget is given away: more would keep others from it while nothing is sent. */
const aheadMs = 2_000;
const mostAtOnce = 100;

type Row = Selectable<Tables['deliveries']>;

/** Nudges that wait and were due by then. */
export function selectWaiting(db: Db, dueUntil: Date) {
  return db.selectFrom('deliveries').where('state', '=', 'due').where('due_at', '<=', dueUntil.toISOString());
}

/** See `Outbox.claim`; to be called in a transaction. */
export async function claim(database: Pick<Database, 'db' | 'kind'>, order: ClaimOrder): Promise<Claim> {
  const { db } = database;
  const free = await lockBudget(database, order.tenant);
  const start = Math.max(order.now.getTime(), free);
  if (start > order.now.getTime() + aheadMs) return { kind: 'wait', ms: start - order.now.getTime() - aheadMs / 2 };
  const gapMs = 1_000 / order.rate;
  const token = randomUUID();
  const rows = await takeRows(database, order, token, start);
  if (rows.length === 0) return await planWait(db, order);
  const nudges = rows
    .sort((one, other) => (one.due_at < other.due_at ? -1 : Number(one.due_at > other.due_at)))
    .map((row, index) => toClaimed(row, token, start + Math.floor(index * gapMs)));
  const free_at = new Date(start + Math.ceil(rows.length * gapMs)).toISOString();
  await db.updateTable('budgets').set({ free_at }).where('tenant', '=', order.tenant).execute();
  return { kind: 'claimed', nudges };
}

/** Whoever holds the tenant's row decides alone what leaves next. */
async function lockBudget({ db, kind }: Pick<Database, 'db' | 'kind'>, tenant: string): Promise<number> {
  await db
    .insertInto('budgets')
    .values({ tenant, free_at: new Date(0).toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const budget = db.selectFrom('budgets').select('free_at').where('tenant', '=', tenant);
  const { free_at } = await (kind === 'postgres' ? budget.forUpdate() : budget).executeTakeFirstOrThrow();
  return new Date(free_at).getTime();
}

/** One statement, so that SQLite needs no lock of rows. A conversation that was written to within the last second is left for later. */
async function takeRows(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  { tenant, dueUntil, now, rate }: ClaimOrder,
  token: string,
  start: number,
): Promise<Row[]> {
  const justTried = new Date(start - conversationGapMs).toISOString();
  const picked = selectWaiting(db, dueUntil)
    .select('id')
    .where('tenant', '=', tenant)
    .where('not_before', '<=', now.toISOString())
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('deliveries as other')
            .select('other.id')
            .whereRef('other.tenant', '=', 'deliveries.tenant')
            .whereRef('other.recipient', '=', 'deliveries.recipient')
            .whereRef('other.id', '!=', 'deliveries.id')
            .where((one) =>
              one.or([
                one('other.tried_at', '>', justTried),
                one.and([one('other.state', '=', 'due'), one(sql.ref('other.due_at'), '<', sql.ref('deliveries.due_at'))]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('due_at')
    .limit(Math.max(1, Math.min(mostAtOnce, Math.floor(rate))));
  return db
    .with('picked', () => (kind === 'postgres' ? picked.forUpdate('deliveries').skipLocked() : picked))
    .updateTable('deliveries')
    .set((is) => ({
      state: 'claimed',
      token,
      lease_until: new Date(now.getTime() + leaseMs).toISOString(),
      tried_at: new Date(start).toISOString(),
      attempts: is('attempts', '+', 1),
    }))
    .where('id', 'in', (is) => is.selectFrom('picked').select('picked.id'))
    .returningAll()
    .execute();
}

/** When to look again: what waits may not be tried yet, or is another instance's just now. */
async function planWait(db: Db, { tenant, dueUntil, now }: ClaimOrder): Promise<Claim> {
  const { earliest } = await selectWaiting(db, dueUntil)
    .where('tenant', '=', tenant)
    .select((is) => is.fn.min('not_before').as('earliest'))
    .executeTakeFirstOrThrow();
  if (earliest === null) return { kind: 'nothing' };
  return { kind: 'wait', ms: Math.max(conversationGapMs / 5, new Date(earliest).getTime() - now.getTime()) };
}

function toClaimed(row: Row, token: string, sendAt: number): Claimed {
  const { id, attempts, slot, local_date: localDate } = row;
  return { id, token, recipient: recipientOf(row), localDate, slot, dueAt: new Date(row.due_at), attempts, sendAt: new Date(sendAt) };
}
