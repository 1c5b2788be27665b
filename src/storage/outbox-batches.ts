/**
 * What every nudge needs of the database, for many at a time: one read of all that its message is made of, one statement
 * that says that requests are about to leave, one transaction for how they ended.
 */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Claimed, Ended, Gathered, Outbox } from '../nudges/ports.js';
import { toAddress } from './addresses.js';
import { createBatcher } from './batching.js';
import type { Database } from './database.js';
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

type Beginning = { readonly nudge: Claimed; readonly prompt: string; readonly now: Date };
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
  readonly shown: string | null;
};

/** A plan with its address, the profile and what was seen of whoever gets it, and who made it. */
async function gatherAll({ db, kind }: Database, nudges: readonly Claimed[]): Promise<(Gathered | undefined)[]> {
  const keys = nudges.map(({ recipient }) => columnsOfRecipient(recipient));
  const shown = sql`select prompt from seen_prompts as s where s.tenant = p.tenant and s.entra_id = p.entra_id
    order by s.shown_at desc, s.prompt desc limit ${sql.lit(maxSeenPrompts + 1)}`;
  const list = kind === 'postgres' ? sql`json_agg(prompt)::text` : sql`json_group_array(prompt)`;
  const { rows } = await sql<Row>`
    select p.*, a.service_url, a.conversation as at, a.bot_id, a.user_id, f.framework as own_framework, f.role as own_role,
      m.entra_id as maker, m.name as maker_name, (select ${list} from (${shown}) as seen_newest) as shown
    from nudge_plans as p
    left join addresses as a on a.tenant = p.tenant and a.recipient = p.recipient
    left join profiles as f on f.tenant = p.tenant and f.entra_id = p.entra_id
    left join plan_makers as m on m.tenant = p.tenant and m.conversation = p.conversation
    where (p.tenant, p.recipient) in (${rowsOf(
      { kind },
      keys.map(({ tenant, recipient }) => [tenant, recipient]),
    )})
  `.execute(db);
  const found = new Map(rows.map((row) => [`${row.tenant} ${row.recipient}`, row]));
  return Promise.all(
    keys.map(async ({ tenant, recipient }) => {
      const row = found.get(`${tenant} ${recipient}`);
      return row && toGathered(db, row);
    }),
  );
}

async function toGathered(db: Db, row: Row): Promise<Gathered> {
  const seen = JSON.parse((row.entra_id === null ? row.seen : row.shown) ?? '[]') as string[];
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
    ...(row.maker !== null && {
      maker: { person: { tenant: row.tenant, entraId: row.maker }, ...(row.maker_name !== null && { name: row.maker_name }) },
    }),
  };
}

/** See `Outbox.begin`: it says `sending` of each that is this claim's still, before any of their requests leaves. */
async function beginAll(database: Database, items: readonly Beginning[]): Promise<boolean[]> {
  const rows = rowsOf(
    database,
    items.map(({ nudge, prompt }) => [nudge.id, nudge.token, prompt]),
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
