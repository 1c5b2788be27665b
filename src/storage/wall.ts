/**
 * The second wall between tenants, in PostgreSQL itself. A turn's statement runs in a role that sees the rows of those tenants
 * alone that the message before it names: one that forgot its tenant finds nothing. SQLite, where one tenant is the rule, has
 * the first wall only: every statement's own condition.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { PersonKey } from '../conversation/person.js';
import { toStorableText } from './parameters.js';
import type { Tables } from './tables.js';

/** The tables that say which tenant a row is of. */
export type TenantTable = { [Table in keyof Tables]: 'tenant' extends keyof Tables[Table] ? Table : never }[keyof Tables];

/** Every table behind the wall: a new one with a tenant does not compile without its line. */
export const walledTables = Object.keys({
  people: true,
  profiles: true,
  contexts: true,
  reflections: true,
  appointments: true,
  seen_prompts: true,
  focuses: true,
  installations: true,
  nudge_plans: true,
  plan_makers: true,
  addresses: true,
  deliveries: true,
  talks: true,
  shares: true,
  sharers: true,
  round_answers: true,
  budgets: true,
  tallies: true,
  letters: true,
  switches: true,
  pilots: true,
} satisfies Readonly<Record<TenantTable, true>>) as readonly TenantTable[];

/** Every other table, and why it needs no wall. Turns have no right to them in their role. */
export const unwalledTables: Readonly<Record<Exclude<keyof Tables, TenantTable>, string>> = {
  activities: 'digests of ids and a time: found by the digest alone, and nothing can be read from it',
  paces: 'digests of ids and a time, as above',
  rated_answers: 'digests of ids and what a message was about: as above',
  seals: 'a made-up text for each key, the same for whoever has the key',
  marks: 'what is true of the whole database',
};

/**
 * Who is let past the wall, and by what alone: what looks for all tenants at once at what is due or over. Everything else
 * that a port does is a turn, for the tenant of its first argument. (Beside them `sweep`, `reseal`, `listTallies`, `listLetterTenants`, `switches` and whatever else an operator runs.)
 */
export const acrossTenants = {
  outbox: [
    ...(['tellTime', 'listTenants', 'skipLate', 'endLeases', 'claim', 'gather', 'begin', 'settle'] as const),
    ...(['putBack', 'giveBack', 'quietTenant', 'countWaiting', 'report'] as const),
  ],
  dueAppointments: ['takeDue', 'listDue', 'gather', 'noteAsked'],
  nudgePlans: ['takeDue', 'listDue'],
  people: ['listUntold'],
  shares: ['listStale'],
} as const;

/** What the first argument of a turn says its tenant by. */
export type OfTenant = string | { readonly tenant: string } | { readonly person: PersonKey };

const setting = 'ledelseskompas.tenants';
const standing = new AsyncLocalStorage<string>();

/** Runs a turn's task, or one for several turns that go together: all its statements see these tenants and no other. */
export function behindWall<T>(tenants: readonly string[], task: () => T): T {
  return standing.run(toArray([...new Set(tenants.map((tenant) => tenant.toLowerCase()))]), task);
}

/** The tenant that something belongs to. */
export function tenantOf(what: OfTenant): string {
  if (typeof what === 'string') return what;
  return 'tenant' in what ? what.tenant : what.person.tenant;
}

/** The statement that goes before a turn's own, in the same message and transaction, and holds for no longer than that. */
export function wallBefore(role: string): { readonly text: string; readonly values: readonly string[] } {
  const tenants = standing.getStore();
  if (tenants === undefined) throw new Error('a turn reads or writes without saying of which tenant. Call it within behindWall');
  return { text: `select set_config('role', $1, true), set_config('${setting}', $2, true)`, values: [role, tenants] };
}

/**
 * Puts a table behind the wall; for steps of `migrations.ts` that make a table with a tenant. Whoever owns the table is let
 * past by a rule of their own, whatever they are called: a copy that is put back elsewhere has other owners.
 */
export async function putBehindWall(db: QueryExecutorProvider, table: TenantTable): Promise<void> {
  const name = sql.table(table);
  await sql`alter table ${name} enable row level security, force row level security`.execute(db);
  // Selected, so that each is found once for a statement and not for each row. PostgreSQL looks at the last name first: the owner's
  // is not asked about rows of a turn's own tenants.
  await sql`create policy tenants_of_turn on ${name}
    using (tenant = any ((select nullif(current_setting(${sql.lit(setting)}, true), '')::text[])::text[]))`.execute(db);
  await sql`create policy all_for_owner on ${name}
    using ((select pg_has_role(relowner, 'usage') from pg_class where oid = ${sql.lit(table)}::regclass))`.execute(db);
}

/** Texts as PostgreSQL writes an array of them. */
function toArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${toStorableText(text).replace(/["\\]/g, '\\$&')}"`).join()}}`;
}
