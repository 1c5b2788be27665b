/**
 * The outbox: one row per nudge, in any database, for any number of instances. A row goes due -> claimed -> sending ->
 * sent, failed or unknown; or skipped. It says `sending` before the request leaves, so that what a dying instance may
 * have sent is never sent again.
 */
import type { ExpressionBuilder } from 'kysely';
import type { Database } from './database.js';
import { type Claim, type Claimed, type ClaimOrder, claim, leaseMs, selectWaiting } from './outbox-claim.js';
import { isRecipient, type Recipient, recipientOf } from './recipients.js';
import type { Db, Tables } from './tables.js';

/** A nudge that waits or is under way. */
export type OpenNudge = { readonly id: string; readonly recipient: Recipient; readonly localDate: string; readonly slot: string };

/** A nudge whose sending nobody reported on. */
export type Lost = { readonly recipient: Recipient; readonly prompt: string | undefined };

/** Deliveries of a day by how they ended. */
export type DayCount = { readonly day: string; readonly state: string; readonly reason: string | null; readonly count: number };

/** Nudges on their way. */
export type Outbox = {
  /** Skips what waits and became due at or before `before`; tells how many of people and of shared conversations. */
  skipLate(before: Date): Promise<{ readonly person: number; readonly conversation: number }>;
  /** Ends leases that ran out: what was claimed waits again, what was being sent is unknown from now on. */
  endLeases(now: Date): Promise<readonly Lost[]>;
  /** Tenants with a nudge that waits and was due by then. */
  listTenants(dueUntil: Date): Promise<readonly string[]>;
  /** Claims a second's worth at most and moves the tenant's budget forward by as much. */
  claim(order: ClaimOrder): Promise<Claim>;
  /** Notes that the request is about to leave. False when the claim is not ours any more: then it must not. */
  begin(nudge: Claimed, prompt: string, now: Date): Promise<boolean>;
  /** Notes how it ended. False when someone noted something before. */
  settle(nudge: Claimed, state: 'sent' | 'failed' | 'unknown' | 'skipped', reason: string | undefined): Promise<boolean>;
  /** Puts a nudge back, not to be tried before `notBefore`; nothing of it was delivered. */
  putBack(nudge: Claimed, notBefore: Date): Promise<void>;
  /** Lets nothing leave for a tenant before `until`. */
  pauseTenant(tenant: string, until: Date): Promise<void>;
  listOpen(recipient: Recipient): Promise<readonly OpenNudge[]>;
  /** Skips open nudges that are not being sent yet. */
  cancel(ids: readonly string[], reason: string): Promise<void>;
  /** Local dates from `since` on that have a nudge for a slot already. */
  listTaken(recipient: Recipient, slot: string, since: string): Promise<readonly string[]>;
  /** Waiting nudges due by then, without claiming them. */
  countWaiting(dueUntil: Date): Promise<{ readonly person: number; readonly conversation: number }>;
  /** Counts by local date from `since` on, oldest first. */
  report(since: string): Promise<readonly DayCount[]>;
};

/** Creates the port. */
export function createOutbox(database: Database): Outbox {
  const { db } = database;
  return {
    async skipLate(before) {
      const rows = await db
        .updateTable('deliveries')
        .set({ state: 'skipped', reason: 'late' })
        .where('state', '=', 'due')
        .where('due_at', '<=', before.toISOString())
        .returning('entra_id')
        .execute();
      return countKinds(rows);
    },
    async endLeases(now) {
      const over = (state: string) => (is: ExpressionBuilder<Tables, 'deliveries'>) =>
        is.and([is('state', '=', state), is('lease_until', '<=', now.toISOString())]);
      await db.updateTable('deliveries').set({ state: 'due', token: null, lease_until: null }).where(over('claimed')).execute();
      const lost = db.updateTable('deliveries').set({ state: 'unknown', reason: 'no-news', lease_until: null }).where(over('sending'));
      return (await lost.returningAll().execute()).map((row) => ({ recipient: recipientOf(row), prompt: row.prompt ?? undefined }));
    },
    async listTenants(dueUntil) {
      const rows = await selectWaiting(db, dueUntil).select('tenant').distinct().execute();
      return rows.map(({ tenant }) => tenant);
    },
    claim: (order) => db.transaction().execute((trx) => claim({ ...database, db: trx }, order)),
    async begin({ id, token }, prompt, now) {
      const lease_until = new Date(now.getTime() + leaseMs).toISOString();
      const { numUpdatedRows } = await ours(db, id, token, 'claimed')
        .set({ state: 'sending', prompt, lease_until })
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async settle({ id, token }, state, reason = undefined) {
      const from = state === 'skipped' ? 'claimed' : undefined;
      const change = { state, reason: reason ?? null, lease_until: null };
      const { numUpdatedRows } = await ours(db, id, token, from).set(change).executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async putBack({ id, token }, notBefore) {
      const change = { state: 'due', token: null, lease_until: null, not_before: notBefore.toISOString() };
      await ours(db, id, token).set(change).execute();
    },
    async pauseTenant(tenant, until) {
      const free_at = until.toISOString();
      await db
        .insertInto('budgets')
        .values({ tenant, free_at })
        .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ free_at }).where('budgets.free_at', '<', free_at))
        .execute();
    },
    async listOpen(recipient) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where(isRecipient(recipient))
        .where('state', 'in', ['due', 'claimed'])
        .execute();
      return rows.map((row) => ({ id: row.id, recipient, localDate: row.local_date, slot: row.slot }));
    },
    async cancel(ids, reason) {
      const open = db
        .updateTable('deliveries')
        .set({ state: 'skipped', reason, lease_until: null })
        .where('state', 'in', ['due', 'claimed']);
      // An empty list is a syntax error in PostgreSQL; no nudge has an empty id.
      await open.where('id', 'in', ['', ...ids]).execute();
    },
    async listTaken(recipient, slot, since) {
      const rows = await db
        .selectFrom('deliveries')
        .select('local_date')
        .where(isRecipient(recipient))
        .where('slot', '=', slot)
        .where('local_date', '>=', since)
        .execute();
      return rows.map(({ local_date }) => local_date);
    },
    countWaiting: async (dueUntil) => countKinds(await selectWaiting(db, dueUntil).select('entra_id').execute()),
    async report(since) {
      return db
        .selectFrom('deliveries')
        .select(['local_date as day', 'state', 'reason', (is) => is.fn.countAll<number>().as('count')])
        .where('local_date', '>=', since)
        .groupBy(['local_date', 'state', 'reason'])
        .orderBy('local_date')
        .orderBy('state')
        .orderBy('reason')
        .execute();
    },
  };
}

function countKinds(rows: readonly { entra_id: string | null }[]): { person: number; conversation: number } {
  const person = rows.filter(({ entra_id }) => entra_id !== null).length;
  return { person, conversation: rows.length - person };
}

/** The row while it is this claim's; what was cancelled or taken over in the meantime is not. */
function ours(db: Db, id: string, token: string, state?: 'claimed') {
  return db
    .updateTable('deliveries')
    .where('id', '=', id)
    .where('token', '=', token)
    .where('state', 'in', state ? [state] : ['claimed', 'sending']);
}
