/**
 * The outbox: one row per nudge, in any database, for any number of instances. A row goes due -> claimed -> sending ->
 * sent, failed or unknown; or skipped. It says `sending` before the request leaves, so that what a dying instance may
 * have sent is never sent again.
 */
import type { Database } from './database.js';
import { type Claim, type Claimed, type ClaimOrder, claim, leaseMs, selectWaiting } from './outbox-claim.js';
import { countKinds, type Ended, endLeases, type Kinds, ours, settle } from './outbox-settle.js';
import { isRecipient, type Recipient } from './recipients.js';
import { tellTime, timeIn } from './shared-time.js';

/** A nudge that waits or is under way. */
export type OpenNudge = { readonly id: string; readonly recipient: Recipient; readonly localDate: string; readonly slot: string };

/** Deliveries of a day by how they ended. */
export type DayCount = { readonly day: string; readonly state: string; readonly reason: string | null; readonly count: number };

/** Nudges on their way. Every `now` is the machine's time; on PostgreSQL the server's own is used instead (shared-time.ts). */
export type Outbox = {
  /** The time that all instances go by. */
  tellTime(now: Date): Promise<Date>;
  /** Skips what waits and became due at or before `before`; tells how many. */
  skipLate(before: Date): Promise<Kinds>;
  /**
   * Ends leases that ran out: what was claimed waits again; what was being sent is unknown from now on, and its prompt
   * noted as seen. Tells how many are unknown.
   */
  endLeases(now: Date): Promise<Kinds>;
  /** Tenants with a nudge that waits and was due by then. */
  listTenants(dueUntil: Date): Promise<readonly string[]>;
  /** Claims a second's worth at most and moves the tenant's budget forward by as much. */
  claim(order: ClaimOrder): Promise<Claim>;
  /** Notes that the request is about to leave. False when the claim is not ours any more: then it must not. */
  begin(nudge: Claimed, prompt: string, now: Date): Promise<boolean>;
  /**
   * Notes how it ended, and with it the prompt as seen or the end of the plan. False when someone noted something before,
   * or when the recipient was deleted: then nothing is noted at all.
   */
  settle(nudge: Claimed, ended: Ended, now: Date): Promise<boolean>;
  /** Puts a nudge back that was tried, not to be tried again for `waitMs`; nothing of it was delivered. */
  putBack(nudge: Claimed, waitMs: number, now: Date): Promise<void>;
  /** Gives back what was claimed and not tried; what was begun or ended is left as it is. */
  giveBack(nudges: readonly Claimed[]): Promise<void>;
  /** Lets nothing leave for a tenant for so long. */
  quietTenant(tenant: string, ms: number, now: Date): Promise<void>;
  listOpen(recipient: Recipient): Promise<readonly OpenNudge[]>;
  /** Skips open nudges that are not being sent yet. */
  cancel(ids: readonly string[], reason: string): Promise<void>;
  /** Local dates from `since` on that have a nudge for a slot already. */
  listTaken(recipient: Recipient, slot: string, since: string): Promise<readonly string[]>;
  /** Waiting nudges due by then, without claiming them. */
  countWaiting(dueUntil: Date): Promise<Kinds>;
  /** Counts by local date from `since` on, oldest first. */
  report(since: string): Promise<readonly DayCount[]>;
};

const untaken = { state: 'due', token: null, lease_until: null };

/** Creates the port. */
export function createOutbox(database: Database): Outbox {
  const { db } = database;
  return {
    tellTime: (now) => tellTime(database, now),
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
    endLeases: (now) => endLeases(database, now),
    async listTenants(dueUntil) {
      const rows = await selectWaiting(db, dueUntil).select('tenant').distinct().execute();
      return rows.map(({ tenant }) => tenant);
    },
    claim: (order) => db.transaction().execute((trx) => claim({ ...database, db: trx }, order)),
    async begin(nudge, prompt, now) {
      const lease_until = timeIn(database, now, leaseMs);
      const { numUpdatedRows } = await ours(db, nudge, ['claimed'])
        .set({ state: 'sending', prompt, lease_until })
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    settle: (nudge, ended, now) => settle(database, nudge, ended, now),
    async putBack(nudge, waitMs, now) {
      const change = { ...untaken, prompt: null, not_before: timeIn(database, now, waitMs) };
      await ours(db, nudge, ['claimed', 'sending']).set(change).execute();
    },
    async giveBack(nudges) {
      if (nudges.length === 0) return;
      await db
        .updateTable('deliveries')
        .set((is) => ({ ...untaken, attempts: is('attempts', '-', 1) }))
        .where('id', 'in', [...new Set(nudges.map(({ id }) => id))])
        .where('token', 'in', [...new Set(nudges.map(({ token }) => token))])
        .where('state', '=', 'claimed')
        .execute();
    },
    async quietTenant(tenant, ms, now) {
      const quiet = { quiet_since: timeIn(database, now), quiet_until: timeIn(database, now, ms) };
      await db
        .insertInto('budgets')
        .values({ tenant, free_at: new Date(0).toISOString(), ...quiet })
        .onConflict((conflict) =>
          conflict
            .column('tenant')
            .doUpdateSet(quiet)
            // The longer wish counts, unless a clock that ran ahead noted it.
            .where((is) =>
              is.or([
                is('budgets.quiet_until', 'is', null),
                is('budgets.quiet_until', '<', quiet.quiet_until),
                is('budgets.quiet_since', '>', quiet.quiet_since),
              ]),
            ),
        )
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
