/**
 * Appointments as passes see them. One that is due is given to a delivery in the outbox, whose end says what becomes of it: so
 * it is asked once, whatever dies in between.
 */
import { randomUUID } from 'node:crypto';
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { dayMs } from '../clock.js';
import { type Weekday, weekdays } from '../language/times/words.js';
import type { DueAppointment, DueAppointments, GatheredAppointments, Made, Taken } from '../nudges/ports.js';
import { type AppointmentKind, type AppointmentStep, agreementSlot, type Delivered, type Timed } from '../nudges/rules/appointments.js';
import { localDate } from '../nudges/rules/cadence.js';
import type { NudgePlan } from '../nudges/rules/plan.js';
import { toAddress } from './addresses.js';
import { toAppointment } from './appointments.js';
import type { Database } from './database.js';
import type { Cipher } from './encryption.js';
import { personOf } from './keys.js';
import { atOnce, type Delivery, insertDeliveries } from './nudge-plans.js';
import { columnsOfRecipient } from './recipients.js';
import { rowsOf } from './rows.js';
import type { Db, Tables } from './tables.js';

type Row = Selectable<Tables['appointments']>;
type Within = Pick<Database, 'db' | 'kind'>;

/** Creates the port. */
export function createDueAppointments(database: Database, cipher: Cipher): DueAppointments {
  const { db } = database;
  return {
    takeDue: (now, limit, look) => db.transaction().execute((trx) => takeDue({ ...database, db: trx }, now, limit, look)),
    async listDue(now) {
      return findAll(database, await selectDue(db, now).execute(), now);
    },
    gather: ({ id }) => gather(db, cipher, id),
    async noteAsked(nudge, now) {
      await db
        .updateTable('appointments')
        .set({ state: 'asked', next_at: null, updated_at: now.toISOString() })
        .where('delivery', '=', nudge.id)
        .where('state', '=', 'open')
        .where('kind', '!=', 'look-back')
        .execute();
    },
  };
}

/** One read of all that a delivery's message is made of. */
async function gather(db: Db, cipher: Cipher, delivery: string): Promise<GatheredAppointments | undefined> {
  const rows = await db
    .selectFrom('appointments')
    .leftJoin('deliveries', 'deliveries.id', 'appointments.delivery')
    .leftJoin('addresses', (on) =>
      on.onRef('addresses.tenant', '=', 'deliveries.tenant').onRef('addresses.recipient', '=', 'deliveries.recipient'),
    )
    .leftJoin('people', (on) =>
      on.onRef('people.tenant', '=', 'appointments.tenant').onRef('people.entra_id', '=', 'appointments.entra_id'),
    )
    .selectAll('appointments')
    .select(['addresses.service_url', 'addresses.conversation', 'addresses.bot_id', 'addresses.user_id'])
    .select(['people.last_seen', 'people.unreachable_since', 'people.removed_at'])
    .where('appointments.delivery', '=', delivery)
    .orderBy('appointments.made_at')
    .orderBy('appointments.time')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { service_url, conversation, bot_id, user_id, last_seen, unreachable_since, removed_at } = first;
  return {
    appointments: rows.map((row) => toAppointment(row, cipher)),
    ...(service_url !== null && { address: toAddress({ service_url, conversation, bot_id, user_id }) }),
    away: last_seen === null || unreachable_since !== null || removed_at !== null,
  };
}

function selectDue(db: Db, now: Date) {
  return db.selectFrom('appointments').selectAll().where('next_at', '<=', now.toISOString()).orderBy('next_at').orderBy('id');
}

async function takeDue(within: Within, now: Date, limit: number, look: (due: DueAppointment) => AppointmentStep): Promise<Taken> {
  const due = selectDue(within.db, now).limit(limit);
  const rows = await (within.kind === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
  if (rows.length === 0) return { plans: 0, made: [], tenants: [] };
  const found = await findAll(within, rows, now);
  const steps = rows.map((row, at) => ({ row, step: look(found[at] as DueAppointment) }));
  const given = await deliverAll(within, steps);
  await moveOn(
    within,
    steps.map(({ row, step }) => changeOf(row, step, given.get(row.id))),
    now,
  );
  const made: readonly Made[] = given.made.length > 0 ? [{ kind: 'person', verdict: 'due', count: given.made.length }] : [];
  return { plans: rows.length, made, tenants: [...new Set(given.made)] };
}

/** What became of the deliveries of those that are to be sent: their ids by appointment, and the tenants of those made. */
type Given = { get(appointment: string): string | undefined; readonly made: readonly string[] };

type Step = { readonly row: Row; readonly step: AppointmentStep };

/**
 * Agreements of one day share a delivery, also with those that come later that day. One that is made already and waits is
 * joined; where it has left, those that came too late for it get none.
 */
async function deliverAll(within: Within, steps: readonly Step[]): Promise<Given> {
  const wanted = new Map<string, Delivery>();
  const keys = new Map<string, string>();
  for (const { row, step } of steps) {
    if (step.do !== 'send') continue;
    const delivery = toDelivery(row, step);
    const key = keyOf(delivery);
    if (!wanted.has(key)) wanted.set(key, delivery);
    keys.set(row.id, key);
  }
  if (wanted.size === 0) return { get: () => undefined, made: [] };
  const inserted = await insertDeliveries(within, [...wanted.values()]);
  const ids = new Set(inserted.map(({ id }) => id));
  const found = new Map<string, string>();
  for (const [key, delivery] of wanted) {
    const id = delivery.id && ids.has(delivery.id) ? delivery.id : await findWaiting(within.db, delivery);
    if (id) found.set(key, id);
    if (id && delivery.slot === agreementSlot) await joinAll(within.db, delivery, id);
  }
  return { get: (id) => found.get(keys.get(id) ?? ''), made: inserted.map(({ tenant }) => tenant) };
}

async function findWaiting(db: Db, { tenant, recipient, local_date, slot }: Delivery): Promise<string | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('tenant', '=', tenant)
    .where('recipient', '=', recipient)
    .where('local_date', '=', local_date)
    .where('slot', '=', slot)
    .where('state', '=', 'due')
    .executeTakeFirst();
  return row?.id;
}

/** Those of the same day whose time is still to come go along. */
async function joinAll(db: Db, { tenant, entra_id, local_date }: Delivery, id: string): Promise<void> {
  await db
    .updateTable('appointments')
    .set({ delivery: id })
    .where('tenant', '=', tenant)
    .where('entra_id', '=', entra_id)
    .where('kind', '=', 'agreement')
    .where('state', '=', 'open')
    .where('date', '<=', local_date ?? '')
    .where('delivery', 'is', null)
    .execute();
}

/** The columns of an appointment that a step changes. */
type Change = Pick<Row, 'tenant' | 'entra_id' | 'id' | 'state' | 'date' | 'next_at' | 'delivery'>;

function changeOf({ tenant, entra_id, id, state, date, delivery }: Row, step: AppointmentStep, given: string | undefined): Change {
  const same = { tenant, entra_id, id, state, date, delivery };
  const at = (time: Date | undefined) => time?.toISOString() ?? null;
  switch (step.do) {
    case 'send':
      // Where that day's has left without it, it is looked at again until it is late, and is moved then.
      return { ...same, delivery: given ?? delivery, next_at: at(step.lookAt) };
    case 'move':
      return { ...same, date: step.date, delivery: null, next_at: at(step.lookAt) };
    case 'look-again':
      return { ...same, next_at: at(step.lookAt) };
    case 'try-again':
      return { ...same, delivery: null, next_at: at(step.lookAt) };
    case 'settle':
      return step.date
        ? { ...same, date: step.date, delivery: null, next_at: at(step.lookAt) }
        : { ...same, state: state === 'open' ? 'asked' : state, next_at: null };
    case 'rest':
      return { ...same, state: 'resting', next_at: null };
  }
}

/** One statement for all of them; they are locked already. */
async function moveOn({ db, kind }: Within, changes: readonly Change[], now: Date): Promise<void> {
  const rows = rowsOf(
    { kind },
    changes.map((each) => [each.tenant, each.entra_id, each.id, each.state, each.date, each.next_at, each.delivery]),
  );
  await sql`
    with moved(of_tenant, of_person, of_id, to_state, to_date, to_time, to_delivery) as (${rows})
    update appointments set state = moved.to_state, date = moved.to_date, next_at = moved.to_time, delivery = moved.to_delivery,
      updated_at = ${now.toISOString()}
    from moved
    where appointments.tenant = moved.of_tenant and appointments.entra_id = moved.of_person and appointments.id = moved.of_id
  `.execute(db);
}

function toDelivery({ tenant, entra_id }: Row, { at, localDate: date, slot }: Extract<AppointmentStep, { do: 'send' }>): Delivery {
  return {
    ...columnsOfRecipient({ kind: 'person', person: personOf({ tenant, entra_id }) }),
    id: randomUUID(),
    local_date: date,
    slot,
    due_at: at.toISOString(),
    not_before: atOnce,
    state: 'due',
    reason: null,
  };
}

function keyOf({ tenant, recipient, local_date, slot }: Delivery): string {
  return JSON.stringify([tenant, recipient, local_date, slot]);
}

/** With what their next steps depend on: how their deliveries went, their person's pauses, and the days that agreements have. */
async function findAll({ db, kind }: Within, rows: readonly Row[], now: Date): Promise<DueAppointment[]> {
  if (rows.length === 0) return [];
  const ids = ['', ...rows.flatMap(({ delivery }) => delivery ?? [])];
  const ended = await db.selectFrom('deliveries').select(['id', 'state', 'reason']).where('id', 'in', ids).execute();
  const people = [...new Map(rows.map((row) => [personKey(row), [row.tenant, row.entra_id]])).values()];
  const pauses = await ofPeople(db.selectFrom('nudge_plans').select(['tenant', 'entra_id', 'pauses']), kind, people).execute();
  const dated = await ofPeople(db.selectFrom('appointments').select(['tenant', 'entra_id', 'date']), kind, people)
    .where('kind', '=', 'agreement')
    .where('state', '=', 'open')
    .execute();
  const left = await ofPeople(db.selectFrom('deliveries').select(['tenant', 'entra_id', 'local_date as date']), kind, people)
    .where('slot', '=', agreementSlot)
    .where('due_at', '>', new Date(now.getTime() - recentMs).toISOString())
    .execute();
  const [datedOf, leftOf] = [datesByPerson(dated), datesByPerson(left)];
  const pausesOf = new Map(pauses.map((each) => [personKey(each), JSON.parse(each.pauses) as NudgePlan['pauses']]));
  const deliveredOf = new Map(ended.map(({ id, state, reason }) => [id, { state, reason } as Delivered]));
  return rows.map((row) => {
    const today = localDate(now, row.zone);
    // What is over by now, and open still, comes today.
    const coming = (datedOf.get(personKey(row)) ?? []).map((date) => (date < today ? today : date));
    const taken = new Set([...coming, ...(leftOf.get(personKey(row)) ?? [])]);
    return {
      person: personOf(row),
      appointment: toTimed(row),
      delivered: row.delivery === null ? undefined : deliveredOf.get(row.delivery),
      around: { pauses: pausesOf.get(personKey(row)) ?? [], taken },
    };
  });
}

type Dated = { readonly tenant: string | null; readonly entra_id: string | null; readonly date: string };

function datesByPerson(rows: readonly Dated[]): ReadonlyMap<string, readonly string[]> {
  const dates = new Map<string, string[]>();
  for (const row of rows) {
    const known = dates.get(personKey(row));
    if (known) known.push(row.date);
    else dates.set(personKey(row), [row.date]);
  }
  return dates;
}

/** As far back as a day may be "today" somewhere. */
const recentMs = 2 * dayMs;

function ofPeople<Table extends 'nudge_plans' | 'appointments' | 'deliveries', Output>(
  query: SelectQueryBuilder<Tables, Table, Output>,
  kind: Database['kind'],
  people: readonly (readonly string[])[],
): SelectQueryBuilder<Tables, Table, Output> {
  return query.where(sql<boolean>`(tenant, entra_id) in (${rowsOf({ kind }, people)})`);
}

function personKey({ tenant, entra_id }: { readonly tenant: string | null; readonly entra_id: string | null }): string {
  return `${tenant} ${entra_id}`;
}

function toTimed({ id, kind, date, time, zone, weekday }: Row): Timed {
  const day = weekdays.find((each) => each === weekday) as Weekday | undefined;
  return { id, kind: kind as AppointmentKind, date, time, zone, ...(day && { weekday: day }) };
}
