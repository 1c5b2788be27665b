/**
 * The outbox: one row per nudge, in any database, for any number of instances. A row goes due -> claimed -> sending ->
 * sent, failed or unknown; or skipped. It says `sending` before the request leaves, so that what a dying instance may
 * have sent is never sent again.
 */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { dayMs } from '../clock.js';
import type { PersonKey } from '../conversation/person.js';
import type { Claim, Claimed, ClaimOrder, Kinds, Outbox } from '../nudges/ports.js';
import { agreementSlot, lookBackSlot } from '../nudges/rules/appointments.js';
import { createBatcher } from './batching.js';
import type { Database } from './database.js';
import { isPerson } from './keys.js';
import { createBatches } from './outbox-batches.js';
import { leaseMs, noNews, noteSeen, ours } from './outbox-endings.js';
import { isRecipient, recipientOf } from './recipients.js';
import { tellTime, timeIn } from './shared-time.js';
import type { Db, Tables } from './tables.js';

const untaken = { state: 'due', token: null, lease_until: null };

/** Creates the port. */
export function createOutbox(database: Database): Outbox {
  return { ...createBatches(database), ...createSending(database), ...createTending(database), ...createLooking(database) };
}

/** What happens to nudges that are being sent. */
function createSending(database: Database): Pick<Outbox, 'tellTime' | 'listTenants' | 'claim' | 'putBack' | 'giveBack'> {
  const { db } = database;
  return {
    tellTime: (now) => tellTime(database, now),
    async listTenants(dueUntil) {
      const rows = await selectWaiting(db, dueUntil).select('tenant').distinct().execute();
      return rows.map(({ tenant }) => tenant);
    },
    claim: createBatcher<ClaimOrder, Claim>(claims, async ([order]) => [
      await db.transaction().execute((trx) => claim({ ...database, db: trx }, order as ClaimOrder)),
    ]),
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
  };
}

/** What happens to nudges by the passing of time, and to the pace of a tenant. */
function createTending(database: Database): Pick<Outbox, 'skipLate' | 'endLeases' | 'quietTenant'> {
  const { db } = database;
  return {
    async skipLate(before, off) {
      if (off?.length === 0) return countKinds([]);
      const rows = await db
        .updateTable('deliveries')
        .set({ state: 'skipped', reason: off ? 'switched-off' : 'late' })
        .where('state', '=', 'due')
        .where('due_at', '<=', before.toISOString())
        .$if(off !== undefined, (query) => query.where('tenant', 'in', off ?? []))
        .returning('entra_id')
        .execute();
      return countKinds(rows);
    },
    endLeases: (now) => endLeases(database, now),
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
  };
}

/** What is known of nudges, and those that a change of the plan takes away. */
function createLooking(database: Database): Pick<Outbox, 'listOpen' | 'cancel' | 'listTaken' | 'countWaiting' | 'report'> {
  const { db } = database;
  return {
    async listOpen(recipient) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where(isRecipient(recipient))
        .where('state', 'in', ['due', 'claimed'])
        .execute();
      return rows.map((row) => ({ id: row.id, recipient, localDate: row.local_date, slot: row.slot }));
    },
    async cancel(recipient, ids, reason) {
      const open = db
        .updateTable('deliveries')
        .set({ state: 'skipped', reason, lease_until: null })
        .where(isRecipient(recipient))
        .where('state', 'in', ['due', 'claimed']);
      // An empty list is a syntax error in PostgreSQL; no nudge has an empty id.
      await open.where('id', 'in', ['', ...ids]).execute();
    },
    async listTaken(recipient, slot, since) {
      const sent = db
        .selectFrom('deliveries')
        .select('local_date as date')
        .where(isRecipient(recipient))
        .where('slot', '=', slot)
        .where('local_date', '>=', since);
      const ordered = (person: PersonKey) =>
        db
          .selectFrom('appointments')
          .select('date')
          .where(isPerson(person))
          .where('state', '=', 'open')
          .where('kind', 'in', [agreementSlot, lookBackSlot]);
      const rows = await (recipient.kind === 'person' ? sent.union(ordered(recipient.person)) : sent).execute();
      return rows.map(({ date }) => date);
    },
    async countWaiting(dueUntil, off = []) {
      const { all, person } = await selectWaiting(db, dueUntil, off)
        .select((is) => [is.fn.countAll<number>().as('all'), is.fn.count<number>('entra_id').as('person')])
        .executeTakeFirstOrThrow();
      return { person, conversation: all - person };
    },
    async report(since) {
      // Due times have an index; with a day to spare they are the same days in any time zone.
      const rows = db
        .selectFrom('deliveries')
        .where('local_date', '>=', since)
        .where('due_at', '>=', daysBefore(new Date(since), 1));
      return rows
        .select(['local_date as day', 'state', 'reason', (is) => is.fn.countAll<number>().as('count')])
        .groupBy(['local_date', 'state', 'reason'])
        .orderBy('local_date')
        .orderBy('state')
        .orderBy('reason')
        .execute();
    },
  };
}

/** A claim holds its connection for six trips; with a hundred tenants claiming, what is under way would have none. */
const claims = { most: 1, atOnce: 3 };

/** One message a second to one conversation (Teams allows 7 in a second, 60 in 30 seconds). */
const conversationGapMs = 1_000;

/** So far ahead a budget is given away: more would keep others from it while nothing is sent. */
const aheadMs = 2_000;

/** Whatever is noted further ahead than this was noted by a clock that ran ahead. */
const mostAheadMs = 2 * aheadMs;

const mostAtOnce = 100;

/** No nudge is open or tried so many days after its date: it is too late after a day at most, in any time zone. Older ones need not be read. */
const longestOpenDays = 8;

type Row = Selectable<Tables['deliveries']>;

type Budget = { readonly now: number; readonly free: number; readonly quietMs: number };

/** Nudges that wait and were due by then. */
function selectWaiting(db: Db, dueUntil: Date, off: readonly string[] = []) {
  const all = db.selectFrom('deliveries').where('state', '=', 'due').where('due_at', '<=', dueUntil.toISOString());
  return off.length === 0 ? all : all.where('tenant', 'not in', off);
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
            .where('other.local_date', '>=', daysBefore(dueUntil, longestOpenDays))
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

/** A date, which as text comes before all of its times as well. */
function daysBefore(time: Date, days: number): string {
  return new Date(time.getTime() - days * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
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
function countKinds(rows: readonly { entra_id: string | null }[]): Kinds {
  const person = rows.filter(({ entra_id }) => entra_id !== null).length;
  return { person, conversation: rows.length - person };
}
