import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { weekdays } from '../language/times/words.js';
import type { Look, Made, NudgePlans, PlanOf } from '../nudges/ports.js';
import type { NudgePlan, Occurrence, StopReason } from '../nudges/rules/plan.js';
import type { Database } from './database.js';
import { columnsOf } from './keys.js';
import { prepare } from './prepared.js';
import { columnsOfRecipient, isRecipient, isRecipientRow, recipientNames, recipientOf } from './recipients.js';
import type { Db, Tables } from './tables.js';

const rowsAtOnce = 100;
/** The machine's clock may be days behind the time of a pass. */
const atOnce = new Date(0).toISOString();

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
  for (let start = 0; start < deliveries.length; start += rowsAtOnce)
    for (const each of await insert(db, deliveries.slice(start, start + rowsAtOnce))) count(made, each);
  for (const { row, next } of looks)
    await db
      .updateTable('nudge_plans')
      .set({ next_at: next?.toISOString() ?? null })
      .where('tenant', '=', row.tenant)
      .where('recipient', '=', row.recipient)
      .execute();
  return { plans: rows.length, made: [...made.values()] };
}

/** The key lets nobody have the same local date and slot twice, whoever makes it. */
function insert(db: Db, deliveries: readonly Insertable<Tables['deliveries']>[]) {
  return db
    .insertInto('deliveries')
    .values([...deliveries])
    .onConflict((conflict) => conflict.columns(['tenant', 'recipient', 'local_date', 'slot']).doNothing())
    .returning(['entra_id', 'state', 'reason'])
    .execute();
}

function count(
  made: Map<string, Made>,
  { entra_id, state, reason }: { entra_id: string | null; state: string; reason: string | null },
): void {
  const kind = entra_id === null ? 'conversation' : 'person';
  const verdict = (state === 'due' ? 'due' : reason) as Made['verdict'];
  const key = `${kind} ${verdict}`;
  made.set(key, { kind, verdict, count: (made.get(key)?.count ?? 0) + 1 });
}

function toDelivery(
  { tenant, recipient, entra_id, conversation }: Row,
  { at, localDate, slot, verdict }: Occurrence,
): Insertable<Tables['deliveries']> {
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
    attempts: 0,
    ...state,
  };
}

function toPlanOf(row: Row): PlanOf {
  const plan: NudgePlan = {
    on: row.is_on === 1,
    days: weekdays.filter((day) => row.days.split(',').includes(day)),
    time: row.time,
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
  const { days, time, zone, language, subject, stopped = null, madeAt } = plan;
  return {
    is_on: Number(plan.on),
    days: weekdays.filter((day) => days.includes(day)).join(','),
    time,
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
