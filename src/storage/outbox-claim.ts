/** Which nudges may leave when: the part of the outbox that shares one budget among all instances. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database } from './database.js';
import { type Recipient, recipientOf } from './recipients.js';
import { timeIn } from './shared-time.js';
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

/** What a claim gave: nudges, a time to wait, or that nothing of the tenant is due. `sendAt` is to be read from `now` on, and from no other clock. */
export type Claim =
  | { readonly kind: 'claimed'; readonly nudges: readonly Claimed[]; readonly now: Date }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'nothing' };

/** Whose nudges to claim, up to which due time, and how many a second. `now` is the machine's time, `dueUntil` the pass's. */
export type ClaimOrder = {
  readonly tenant: string;
  readonly dueUntil: Date;
  readonly now: Date;
  readonly rate: number;
  /** Those that were tried least come first; else the longest due, which costs less where many wait. */
  readonly freshFirst?: boolean;
};

/** A claim or a sending without news is over after this: longer than a request may take. */
export const leaseMs = 60_000;
/** One message a second to one conversation (Teams allows 7 in a second, 60 in 30 seconds). */
const conversationGapMs = 1_000;
/** So far ahead a budget is given away: more would keep others from it while nothing is sent. */
const aheadMs = 2_000;
/** Whatever is noted further ahead than this was noted by a clock that ran ahead. */
const mostAheadMs = 2 * aheadMs;
const mostAtOnce = 100;

type Row = Selectable<Tables['deliveries']>;
type Budget = { readonly now: number; readonly free: number; readonly quietMs: number };

/** Nudges that wait and were due by then. */
export function selectWaiting(db: Db, dueUntil: Date) {
  return db.selectFrom('deliveries').where('state', '=', 'due').where('due_at', '<=', dueUntil.toISOString());
}

/** See `Outbox.claim`; to be called in a transaction. */
export async function claim(database: Pick<Database, 'db' | 'kind'>, order: ClaimOrder): Promise<Claim> {
  const { db } = database;
  const { now, free, quietMs } = await lockBudget(database, order);
  if (quietMs > 0) return { kind: 'wait', ms: quietMs };
  const start = Math.max(now, free);
  if (start > now + aheadMs) return { kind: 'wait', ms: start - now - aheadMs / 2 };
  const gapMs = 1_000 / order.rate;
  const token = randomUUID();
  const rows = await takeRows(database, order, { token, start, now });
  if (rows.length === 0) return await planWait(db, order, now);
  const nudges = rows
    .sort((one, other) => (order.freshFirst ? one.attempts - other.attempts : 0) || compare(one.due_at, other.due_at))
    .map((row, index) => toClaimed(row, token, start + Math.floor(index * gapMs)));
  const free_at = new Date(start + Math.ceil(rows.length * gapMs)).toISOString();
  await db.updateTable('budgets').set({ free_at }).where('tenant', '=', order.tenant).execute();
  return { kind: 'claimed', nudges, now: new Date(now) };
}

/**
 * Whoever holds the tenant's row decides alone what leaves next. What a clock that ran ahead left there counts for
 * nothing: at worst a second's worth leaves twice as fast, or a quiet time is asked for once more.
 */
async function lockBudget(database: Pick<Database, 'db' | 'kind'>, { tenant, now }: ClaimOrder): Promise<Budget> {
  const { db, kind } = database;
  await db
    .insertInto('budgets')
    .values({ tenant, free_at: new Date(0).toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const budget = db
    .selectFrom('budgets')
    .select(['free_at', 'quiet_since', 'quiet_until', timeIn(database, now).as('now')])
    .where('tenant', '=', tenant);
  const row = await (kind === 'postgres' ? budget.forUpdate() : budget).executeTakeFirstOrThrow();
  const time = Date.parse(row.now);
  const isAhead = (at: number) => at > time + mostAheadMs;
  const free = Date.parse(row.free_at);
  const isQuiet = row.quiet_since !== null && row.quiet_until !== null && !isAhead(Date.parse(row.quiet_since));
  return { now: time, free: isAhead(free) ? time : free, quietMs: isQuiet ? Date.parse(row.quiet_until ?? '') - time : 0 };
}

/** One statement, so that SQLite needs no lock of rows. A conversation that was written to within the last second is left for later. */
async function takeRows(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  { tenant, dueUntil, rate, freshFirst = false }: ClaimOrder,
  { token, start, now }: { readonly token: string; readonly start: number; readonly now: number },
): Promise<Row[]> {
  const justTried = new Date(start - conversationGapMs).toISOString();
  const tooFar = new Date(now + mostAheadMs).toISOString();
  const picked = selectWaiting(db, dueUntil)
    .select('id')
    .where('tenant', '=', tenant)
    // Who was tried at a time that has not come waits by a clock that ran ahead.
    .where((is) => is.or([is('not_before', '<=', new Date(now).toISOString()), is('tried_at', '>', tooFar)]))
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
                one.and([one('other.tried_at', '>', justTried), one('other.tried_at', '<=', tooFar)]),
                one.and([one('other.state', '=', 'due'), one(sql.ref('other.due_at'), '<', sql.ref('deliveries.due_at'))]),
              ]),
            ),
        ),
      ),
    )
    .$if(freshFirst, (query) => query.orderBy('attempts'))
    .orderBy('due_at')
    .limit(Math.max(1, Math.min(mostAtOnce, Math.floor(rate))));
  return db
    .with('picked', () => (kind === 'postgres' ? picked.forUpdate('deliveries').skipLocked() : picked))
    .updateTable('deliveries')
    .set((is) => ({
      state: 'claimed',
      token,
      lease_until: new Date(now + leaseMs).toISOString(),
      tried_at: new Date(start).toISOString(),
      attempts: is('attempts', '+', 1),
    }))
    .where('id', 'in', (is) => is.selectFrom('picked').select('picked.id'))
    .returningAll()
    .execute();
}

/** When to look again: what waits may not be tried yet, or is another instance's just now. */
async function planWait(db: Db, { tenant, dueUntil }: ClaimOrder, now: number): Promise<Claim> {
  const { earliest } = await selectWaiting(db, dueUntil)
    .where('tenant', '=', tenant)
    .select((is) => is.fn.min('not_before').as('earliest'))
    .executeTakeFirstOrThrow();
  if (earliest === null) return { kind: 'nothing' };
  return { kind: 'wait', ms: Math.max(conversationGapMs / 5, Date.parse(earliest) - now) };
}

function toClaimed(row: Row, token: string, sendAt: number): Claimed {
  const { id, attempts, slot, local_date: localDate } = row;
  return { id, token, recipient: recipientOf(row), localDate, slot, dueAt: new Date(row.due_at), attempts, sendAt: new Date(sendAt) };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
