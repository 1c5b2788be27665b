/**
 * What every nudge needs of the database, for many at a time: one read of all that its message is made of, one statement
 * that says that requests are about to leave, one transaction for how they ended.
 */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Claimed, Ended, Gathered, Outbox } from '../nudges/ports.js';
import { agreementSlot, lookBackSlot } from '../nudges/rules/appointments.js';
import { toAddress } from './addresses.js';
import { createBatcher } from './batching.js';
import type { Database } from './database.js';
import { toFocus } from './focuses.js';
import { toPlanOf } from './nudge-plans.js';
import { leaseMs, settleNudge } from './outbox-endings.js';
import { freshMs } from './presences.js';
import { columnsOfRecipient } from './recipients.js';
import { rowsOf } from './rows.js';
import { createSeenPrompts, maxSeenPrompts } from './seen-prompts.js';
import { timeIn } from './shared-time.js';
import type { Db, Tables } from './tables.js';

/** Each batch holds a connection of ten. */
const size = { most: 50, atOnce: 2 };

/** Creates these parts of the port. */
export function createBatches(database: Database): Pick<Outbox, 'gather' | 'begin' | 'settle'> {
  const gather = createBatcher<Claimed, Gathered | undefined>(size, (nudges) => gatherAll(database, nudges));
  const begin = createBatcher<Beginning, boolean>(size, (items) => beginAll(database, items));
  const settle = createBatcher<Ending, boolean>(size, (items) => settleAll(database, items));
  return {
    gather,
    begin: (nudge, prompt, now) => begin({ nudge, prompt, now }),
    settle: (nudge, ended, now) => settle({ nudge, ended, now }),
  };
}

type Beginning = { readonly nudge: Claimed; readonly prompt: string | undefined; readonly now: Date };
type Ending = { readonly nudge: Claimed; readonly ended: Ended; readonly now: Date };

type Row = Selectable<Tables['nudge_plans']> & {
  readonly service_url: string | null;
  readonly at: string | null;
  readonly bot_id: string | null;
  readonly user_id: string | null;
  readonly own_framework: string | null;
  readonly own_role: string | null;
  readonly maker: string | null;
  readonly maker_name: string | null;
  /** The prompts of a person with when each was shown, newest first. */
  readonly shown: string | null;
  readonly taken: number;
  readonly active_at: string | null;
  readonly focus_framework: string | null;
  readonly focus_theme: string | null;
  readonly focus_statement: string | null;
  readonly focus_last_day: string | null;
  readonly focus_made_at: string | null;
  /** The daily questions since the focus was made, oldest first. */
  readonly asked: string | null;
};

/** A plan with its address, the profile, the habits and the focus of whoever gets it, who made it, and what else has its day. */
async function gatherAll({ db, kind }: Database, nudges: readonly Claimed[]): Promise<(Gathered | undefined)[]> {
  const keys = nudges.map(({ recipient, localDate: date }) => ({ ...columnsOfRecipient(recipient), date }));
  const days = rowsOf(
    { kind },
    keys.map(({ tenant, recipient, date }) => [tenant, recipient, date]),
  );
  const shown = sql`select prompt, shown_at from seen_prompts as s where s.tenant = p.tenant and s.entra_id = p.entra_id
    order by s.shown_at desc, s.prompt desc limit ${sql.lit(maxSeenPrompts + 1)}`;
  const asked = sql`select d.prompt from deliveries as d where d.tenant = p.tenant and d.entra_id = p.entra_id
    and d.state in ('sent', 'unknown') and d.prompt is not null and d.due_at > o.made_at order by d.due_at`;
  const list = kind === 'postgres' ? sql`json_agg(prompt)::text` : sql`json_group_array(prompt)`;
  const pairs =
    kind === 'postgres' ? sql`json_agg(json_build_array(prompt, shown_at))::text` : sql`json_group_array(json_array(prompt, shown_at))`;
  const { rows } = await sql<Row & { readonly date: string }>`
    with days(of_tenant, of_recipient, date) as (${days})
    select p.*, days.date, case when ${isDayTaken} then 1 else 0 end as taken, a.service_url, a.conversation as at, a.bot_id, a.user_id, f.framework as own_framework, f.role as own_role,
      m.entra_id as maker, m.name as maker_name, (select ${pairs} from (${shown}) as seen_newest) as shown,
      coalesce(h.active_at, h.last_seen) as active_at, o.framework as focus_framework, o.theme as focus_theme,
      o.statement as focus_statement, o.last_day as focus_last_day, o.made_at as focus_made_at,
      case when o.made_at is null then null else (select ${list} from (${asked}) as asked_since) end as asked
    from days join nudge_plans as p on p.tenant = days.of_tenant and p.recipient = days.of_recipient
    left join addresses as a on a.tenant = p.tenant and a.recipient = p.recipient
    left join profiles as f on f.tenant = p.tenant and f.entra_id = p.entra_id
    left join people as h on h.tenant = p.tenant and h.entra_id = p.entra_id
    left join focuses as o on o.tenant = p.tenant and o.entra_id = p.entra_id
    left join plan_makers as m on m.tenant = p.tenant and m.conversation = p.conversation
  `.execute(db);
  const found = new Map(rows.map((row) => [`${row.date} ${row.tenant} ${row.recipient}`, row]));
  return Promise.all(
    keys.map(async ({ tenant, recipient, date }) => {
      const row = found.get(`${date} ${tenant} ${recipient}`);
      return row && toGathered(db, row);
    }),
  );
}

/** One message a day that nobody ordered by the clock: what is to come that day, or has come, goes before the day's question. */
const isDayTaken = sql<boolean>`(
  exists (select 1 from appointments as b where b.tenant = p.tenant and b.entra_id = p.entra_id and b.state = 'open'
    and b.kind in (${sql.lit(agreementSlot)}, ${sql.lit(lookBackSlot)}) and b.date <= days.date)
  or exists (select 1 from deliveries as d where d.tenant = p.tenant and d.recipient = p.recipient and d.local_date = days.date
    and d.slot in (${sql.lit(agreementSlot)}, ${sql.lit(lookBackSlot)}) and d.state not in ('skipped', 'failed')))`;

async function toGathered(db: Db, row: Row): Promise<Gathered> {
  const shown = (JSON.parse(row.shown ?? '[]') as [string, string][]).map(([prompt, at]) => ({ prompt, at: new Date(at) }));
  const seen = row.entra_id === null ? (JSON.parse(row.seen) as string[]) : shown.map(({ prompt }) => prompt);
  // Listing them forgets the oldest.
  if (seen.length > maxSeenPrompts && row.entra_id !== null)
    await createSeenPrompts(db).list({ tenant: row.tenant, entraId: row.entra_id });
  return {
    plan: toPlanOf(row).plan,
    ...(row.service_url !== null && {
      address: toAddress({ service_url: row.service_url, conversation: row.at, bot_id: row.bot_id, user_id: row.user_id }),
    }),
    profile: { ...(row.own_framework && { framework: row.own_framework }), ...(row.own_role && { role: row.own_role }) },
    seen: seen.slice(0, maxSeenPrompts),
    isTaken: Number(row.taken) === 1,
    ...(row.entra_id !== null && {
      habits: { shown, activeAt: row.active_at === null ? undefined : new Date(row.active_at), ...focusOf(row) },
    }),
    ...(row.maker !== null && {
      maker: { person: { tenant: row.tenant, entraId: row.maker }, ...(row.maker_name !== null && { name: row.maker_name }) },
    }),
  };
}

function focusOf(row: Row): Pick<NonNullable<Gathered['habits']>, 'focus'> {
  const { focus_framework: framework, focus_last_day: last_day, focus_made_at: made_at } = row;
  if (framework === null || last_day === null || made_at === null) return {};
  const of = toFocus({ framework, theme: row.focus_theme, statement: row.focus_statement, last_day, made_at });
  return { focus: { of, asked: JSON.parse(row.asked ?? '[]') as string[] } };
}

/** See `Outbox.begin`: it says `sending` of each that is this claim's still, before any of their requests leaves. */
async function beginAll(database: Database, items: readonly Beginning[]): Promise<boolean[]> {
  const rows = rowsOf(
    database,
    items.map(({ nudge, prompt }) => [nudge.id, nudge.token, prompt ?? null]),
  );
  const lease = timeIn(database, items[0]?.now ?? new Date(0), leaseMs);
  const begun = await sql<{ id: string }>`
    with begun(nudge, claim, asked) as (${rows})
    update deliveries set state = 'sending', prompt = begun.asked, lease_until = ${lease} from begun
    where deliveries.id = begun.nudge and deliveries.token = begun.claim and ${isAmong(items)}
      and case deliveries.state when 'claimed' then true else false end
    returning id
  `.execute(database.db);
  const ours = new Set(begun.rows.map(({ id }) => id));
  return items.map(({ nudge }) => ours.has(nudge.id));
}

/**
 * See `Outbox.settle`. Those that end as nudges do go together; one that ends its plan, or was noted by somebody before,
 * goes by itself, and so do all where going together fails.
 */
async function settleAll(database: Database, items: readonly Ending[]): Promise<boolean[]> {
  const alone = ({ nudge, ended, now }: Ending) => settleNudge(database, nudge, ended, now);
  const plain = items.filter(({ nudge, ended }) => ended.stop === undefined && nudge.recipient.kind === 'person');
  const noted = plain.length > 1 ? await noteAll(database, plain).catch(() => new Set<string>()) : new Set<string>();
  const results: boolean[] = [];
  for (const item of items) results.push(noted.has(item.nudge.id) || (await alone(item)));
  return results;
}

/** The ids of those that were noted. */
async function noteAll(database: Database, items: readonly Ending[]): Promise<ReadonlySet<string>> {
  // Two instances take rows in the same order, so that neither waits for the other.
  const sorted = [...items].sort((one, other) => (one.nudge.id < other.nudge.id ? -1 : 1));
  const values = rowsOf(
    database,
    sorted.map(({ nudge, ended }) => [nudge.id, nudge.token, ended.state, ended.reason ?? null]),
  );
  return database.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      with ended(nudge, claim, how, why) as (${values})
      update deliveries set state = ended.how, reason = ended.why, lease_until = null from ended
      where deliveries.id = ended.nudge and deliveries.token = ended.claim and ${isAmong(sorted)}
        and case deliveries.state when 'claimed' then true when 'sending' then ended.how <> 'skipped' else false end
      returning id
    `.execute(trx);
    const noted = new Set(rows.map(({ id }) => id));
    const ours = sorted.filter(({ nudge }) => noted.has(nudge.id));
    const within = { db: trx, kind: database.kind };
    await noteSeenAll(within, ours);
    await glimpseAll(
      within,
      ours.filter(({ ended }) => ended.state === 'sent'),
    );
    return noted;
  });
}

/**
 * Has the rows looked up by their keys. Of a table that grew since it was last analysed PostgreSQL knows too little: it would
 * read all that are claimed instead, and so their state is asked in a form that no index answers.
 */
function isAmong(items: readonly { readonly nudge: Claimed }[]): RawBuilder<boolean> {
  return sql`deliveries.id in (${sql.join(items.map(({ nudge }) => nudge.id))})`;
}

async function noteSeenAll({ db, kind }: Pick<Database, 'db' | 'kind'>, items: readonly Ending[]): Promise<void> {
  const rows = items.flatMap(({ nudge, ended, now }) => {
    const { tenant, entra_id } = columnsOfRecipient(nudge.recipient);
    return ended.seen === undefined || entra_id === null ? [] : [[tenant, entra_id, ended.seen, now.toISOString()]];
  });
  if (rows.length === 0) return;
  // SQLite would take "on conflict" for part of a join without the condition.
  await sql`
    insert into seen_prompts (tenant, entra_id, prompt, shown_at) ${rowsOf({ kind }, rows)} where true
    on conflict (tenant, entra_id, shown_at, prompt) do nothing
  `.execute(db);
}

/** Who gets a question is there; who is known to have been within the hour needs no writing. */
async function glimpseAll({ db, kind }: Pick<Database, 'db' | 'kind'>, items: readonly Ending[]): Promise<void> {
  const [first] = items;
  if (!first) return;
  const now = first.now.toISOString();
  const stale = new Date(first.now.getTime() - freshMs).toISOString();
  const keys = items
    .map(({ nudge }) => columnsOfRecipient(nudge.recipient))
    .sort((one, other) => (one.recipient < other.recipient ? -1 : 1));
  await sql`
    update people set last_seen = ${now}, notice_at = null, told_at = null
    where (tenant, entra_id) in (${rowsOf(
      { kind },
      keys.map(({ tenant, entra_id }) => [tenant, entra_id]),
    )})
      and last_seen < ${now} and (last_seen <= ${stale} or notice_at is not null)
  `.execute(db);
}
