import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { PlanOf } from '../conversation/reminding.js';
import { weekdays } from '../language/times/words.js';
import type { Look, Made, NudgePlans } from '../nudges/ports.js';
import type { NudgePlan, Occurrence, StopReason } from '../nudges/rules/plan.js';
import type { Database } from './database.js';
import { columnsOf } from './keys.js';
import { prepare } from './prepared.js';
import { columnsOfRecipient, isRecipient, isRecipientRow, recipientNames, recipientOf } from './recipients.js';
import { rowsOf } from './rows.js';
import type { Db, Tables } from './tables.js';

/** From when a delivery that is made may leave: the machine's clock may be days behind the time of a pass. */
export const atOnce = new Date(0).toISOString();

type Row = Selectable<Tables['nudge_plans']>;

/** Creates the port. */
export function createNudgePlans(database: Database): NudgePlans {
  const { db } = database;
  const find = prepare(db, recipientNames, (of) => db.selectFrom('nudge_plans').selectAll().where(isRecipientRow(of)));
  return {
    async load(recipient) {
      const [row] = (await find(columnsOfRecipient(recipient))).rows;
      return row && toPlanOf(row);
    },
    async save(recipient, plan, nextAt) {
      const change = toColumns(plan, nextAt);
      await db
        .insertInto('nudge_plans')
        .values({ ...columnsOfRecipient(recipient), ...change, asked_zone: null, seen: '[]' })
        .onConflict((conflict) => conflict.columns(['tenant', 'recipient']).doUpdateSet(change))
        .execute();
    },
    async saveMaker(tenant, conversation, { person, name = null }, now) {
      const change = { ...columnsOf(person), tenant: tenant.toLowerCase(), name, made_at: now.toISOString() };
      await db
        .insertInto('plan_makers')
        .values({ ...change, conversation })
        .onConflict((conflict) => conflict.columns(['tenant', 'conversation']).doUpdateSet(change))
        .execute();
    },
    async loadMaker(tenant, conversation) {
      const is = { tenant: tenant.toLowerCase(), conversation };
      const row = await db
        .selectFrom('plan_makers')
        .selectAll()
        .where((of) => of.and(is))
        .executeTakeFirst();
      return row && { person: { tenant: row.tenant, entraId: row.entra_id }, ...(row.name !== null && { name: row.name }) };
    },
    async noteAskedZone(recipient, zone) {
      const { numUpdatedRows } = await db
        .updateTable('nudge_plans')
        .set({ asked_zone: zone })
        .where(isRecipient(recipient))
        .where((is) => is.or([is('asked_zone', 'is', null), is('asked_zone', '!=', zone)]))
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async listSeen(recipient) {
      const row = await db.selectFrom('nudge_plans').select('seen').where(isRecipient(recipient)).executeTakeFirst();
      return JSON.parse(row?.seen ?? '[]') as string[];
    },
    listDue: async (now) => (await selectDue(db, now).execute()).map(toPlanOf),
    takeDue: (now, limit, look) => db.transaction().execute((trx) => takeDue({ ...database, db: trx }, now, limit, look)),
  };
}

function selectDue(db: Db, now: Date) {
  return db
    .selectFrom('nudge_plans')
    .selectAll()
    .where('is_on', '=', 1)
    .where('next_at', '<=', now.toISOString())
    .orderBy('next_at')
    .orderBy('recipient');
}

async function takeDue({ db, kind }: Pick<Database, 'db' | 'kind'>, now: Date, limit: number, look: (due: PlanOf) => Look) {
  const due = selectDue(db, now).limit(limit);
  const rows = await (kind === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
  const looks = rows.map((row) => ({ row, ...look(toPlanOf(row)) }));
  const deliveries = looks.flatMap(({ row, occurrences }) => occurrences.map((each) => toDelivery(row, each)));
  const made = new Map<string, Made>();
  const inserted = deliveries.length === 0 ? [] : await insertDeliveries({ db, kind }, deliveries);
  for (const each of inserted) count(made, each);
  if (looks.length > 0) await moveOn({ db, kind }, looks);
  const waiting = inserted.filter(({ state }) => state === 'due').map(({ tenant }) => tenant);
  return { plans: rows.length, made: [...made.values()], tenants: [...new Set(waiting)] };
}

/** One statement for all of them; they are locked already, so their order does not matter. */
async function moveOn(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  looks: readonly { readonly row: Row; readonly next: Date | undefined }[],
): Promise<void> {
  const rows = rowsOf(
    { kind },
    looks.map(({ row, next }) => [row.tenant, row.recipient, next?.toISOString() ?? null]),
  );
  await sql`
    with moved(of_tenant, of_recipient, to_time) as (${rows})
    update nudge_plans set next_at = moved.to_time from moved
    where nudge_plans.tenant = moved.of_tenant and nudge_plans.recipient = moved.of_recipient
  `.execute(db);
}

/** Makes deliveries; the key lets nobody have the same local date and slot twice, whoever makes it. Gives those that were made. */
export async function insertDeliveries({ db, kind }: Pick<Database, 'db' | 'kind'>, deliveries: readonly Delivery[]) {
  const rows = rowsOf(
    { kind },
    deliveries.map((delivery) => deliveryColumns.map((column) => delivery[column])),
  );
  const names = sql.join(deliveryColumns.map((column) => sql.ref(column)));
  const made = await sql<{ id: string; tenant: string; entra_id: string | null; state: string; reason: string | null }>`
    insert into deliveries (${names}, attempts) select made.*, 0 from (${rows}) as made where true
    on conflict (tenant, recipient, local_date, slot) do nothing
    returning id, tenant, entra_id, state, reason
  `.execute(db);
  return made.rows;
}

/** The columns of a delivery that is made, but for `attempts`. */
const deliveryColumns = [
  'tenant',
  'recipient',
  'entra_id',
  'conversation',
  'id',
  'local_date',
  'slot',
  'due_at',
  'not_before',
  'state',
  'reason',
] as const;

/** A delivery that is made. */
export type Delivery = Readonly<Record<(typeof deliveryColumns)[number], string | null>>;

function count(
  made: Map<string, Made>,
  { entra_id, state, reason }: { entra_id: string | null; state: string; reason: string | null },
): void {
  const kind = entra_id === null ? 'conversation' : 'person';
  const verdict = (state === 'due' ? 'due' : reason) as Made['verdict'];
  const key = `${kind} ${verdict}`;
  made.set(key, { kind, verdict, count: (made.get(key)?.count ?? 0) + 1 });
}

function toDelivery({ tenant, recipient, entra_id, conversation }: Row, { at, localDate, slot, verdict }: Occurrence): Delivery {
  const due_at = at.toISOString();
  const state = verdict === 'due' ? { state: 'due', reason: null } : { state: 'skipped', reason: verdict };
  return {
    tenant,
    recipient,
    entra_id,
    conversation,
    id: randomUUID(),
    local_date: localDate,
    slot,
    due_at,
    not_before: atOnce,
    ...state,
  };
}

/** The columns that a plan is read from; see {@link toPlanOf}. */
export const planColumns = [
  'tenant',
  'recipient',
  'entra_id',
  'conversation',
  'is_on',
  'days',
  'time',
  'is_exact',
  'zone',
  'language',
  'pauses',
  'framework',
  'theme',
  'stopped',
  'next_at',
  'made_at',
] as const satisfies readonly (keyof Row)[];

/** A plan as its columns have it. */
export function toPlanOf(row: Omit<Row, 'seen' | 'asked_zone'>): PlanOf {
  const plan: NudgePlan = {
    on: row.is_on === 1,
    days: weekdays.filter((day) => row.days.split(',').includes(day)),
    time: row.time,
    exact: row.is_exact === 1,
    zone: row.zone,
    language: row.language === 'en' ? 'en' : 'da',
    pauses: JSON.parse(row.pauses) as NudgePlan['pauses'],
    madeAt: new Date(row.made_at),
    ...(row.stopped !== null && { stopped: row.stopped as StopReason }),
    ...(row.entra_id === null && { subject: { framework: row.framework ?? undefined, theme: row.theme ?? undefined } }),
  };
  return { recipient: recipientOf(row), plan, nextAt: row.next_at === null ? undefined : new Date(row.next_at) };
}

function toColumns(plan: NudgePlan, nextAt: Date | undefined) {
  const { days, time, exact, zone, language, subject, stopped = null, madeAt } = plan;
  return {
    is_on: Number(plan.on),
    days: weekdays.filter((day) => days.includes(day)).join(','),
    time,
    is_exact: Number(exact),
    zone,
    language,
    pauses: JSON.stringify(plan.pauses.map(({ from, until }) => ({ from, until }))),
    framework: subject?.framework ?? null,
    theme: subject?.theme ?? null,
    stopped,
    next_at: nextAt?.toISOString() ?? null,
    made_at: madeAt.toISOString(),
  };
}
