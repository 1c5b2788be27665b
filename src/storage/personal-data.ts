/**
 * Everything there is of a person, in whatever table: given to them, deleted for them, and ended by retention.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import { placeOfContext } from './contexts.js';
import type { Database } from './database.js';
import type { Cipher } from './encryption.js';
import { isPerson, type PersonKey } from './keys.js';
import { placeOfNote } from './reflections.js';
import type { Db, Tables } from './tables.js';

/** The tables that say whose a row is. */
export type PersonalTable = { [Table in keyof Tables]: 'entra_id' extends keyof Tables[Table] ? Table : never }[keyof Tables];

type Row = Readonly<Record<string, string | number | null>>;
type Sealed = { readonly column: string; readonly place: (person: PersonKey, row: Row) => readonly string[] };

/** Every table with personal data, and which of its columns is sealed. Export, deletion and retention go by this list. */
export const personalTables: Readonly<Record<PersonalTable, Sealed | undefined>> = {
  // First, since whoever notes how a nudge ended holds its row: what they write about the person is here to be deleted then.
  deliveries: undefined,
  people: undefined,
  profiles: undefined,
  installations: undefined,
  contexts: { column: 'question', place: (person, row) => placeOfContext(person, String(row['conversation'])) },
  seen_prompts: undefined,
  nudge_plans: undefined,
  plan_makers: undefined,
  addresses: undefined,
  talks: undefined,
  sharers: undefined,
  round_answers: undefined,
  reflections: { column: 'note', place: (person, row) => placeOfNote(person, String(row['id'])) },
};

/** Every other table, and why nobody's data is in it. */
export const impersonalTables: Readonly<Record<Exclude<keyof Tables, PersonalTable>, string>> = {
  activities: 'digests, from which nothing can be read',
  budgets: 'a time for each tenant',
  seals: 'a made-up text for each key',
  marks: 'what is true of the whole database',
  shares: 'what of the content stands in which conversation; who shared it is in sharers',
};

const tableNames = Object.keys(personalTables) as PersonalTable[];

/** One table's rows of a person, opened. Tables without any are left out. */
export type ExportedTable = { readonly table: PersonalTable; readonly rows: readonly Row[] };

/** Reads everything stored about a person, newest notes last; a sealed text that no key opens is replaced by why. */
export async function exportPerson(db: Db, cipher: Cipher, person: PersonKey): Promise<readonly ExportedTable[]> {
  const exported: ExportedTable[] = [];
  for (const table of tableNames) {
    const rows: Row[] = await db
      .selectFrom(table as 'people')
      .selectAll()
      .where(isPerson(person))
      .execute();
    if (rows.length > 0) exported.push({ table, rows: rows.map((row) => openRow(row, personalTables[table], cipher, person)).sort(byAge) });
  }
  return exported;
}

function openRow({ tenant: _, entra_id: __, ...row }: Row, sealed: Sealed | undefined, cipher: Cipher, person: PersonKey): Row {
  const body = sealed && row[sealed.column];
  if (!sealed || typeof body !== 'string') return row;
  const opened = cipher.open(body, sealed.place(person, row));
  return { ...row, [sealed.column]: opened.ok ? opened.text : `(${opened.fault})` };
}

function byAge(one: Row, other: Row): number {
  const age = (row: Row) => String(row['created_at'] ?? row['shown_at'] ?? '');
  return age(one) < age(other) ? -1 : Number(age(one) > age(other));
}

/**
 * Deletes everything of a person from every table, and from SQLite's file and log. Copies that were made of the
 * database before still hold it.
 */
export async function forgetPerson({ db, kind }: Database, person: PersonKey): Promise<void> {
  await db.transaction().execute((trx) => deleteRows(trx, person));
  if (kind === 'sqlite') await clearLog(db);
}

async function deleteRows(trx: Db, person: PersonKey): Promise<void> {
  for (const table of tableNames)
    await trx
      .deleteFrom(table as 'people')
      .where(isPerson(person))
      .execute();
}

/** Older pages stand in the write-ahead log until it is written over; while another process reads, that comes later. */
async function clearLog(db: Db): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** How much a sweep took away. */
export type Swept = { readonly people: number; readonly contexts: number; readonly activities: number; readonly deliveries: number };

/** Deliveries are kept so long for the report; a plan never goes back that far. */
const deliveryDays = 90;
/** Shared cards, the answers on them and where people talked are kept so many days. */
export const sharingDays = 90;

/**
 * Ends what is over: contexts and claims that expired, deliveries of long ago, and everything of people who took the bot away or could not be
 * reached `retentionDays` ago or earlier and did not come back. Any number of instances may sweep.
 */
export async function sweep({ db, kind }: Database, now: Date, retentionDays: number): Promise<Swept> {
  const at = now.toISOString();
  const contexts = await db.deleteFrom('contexts').where('expires_at', '<=', at).executeTakeFirstOrThrow();
  const activities = await db.deleteFrom('activities').where('expires_at', '<=', at).executeTakeFirstOrThrow();
  const deliveries = await db.deleteFrom('deliveries').where('due_at', '<=', daysBefore(now, deliveryDays)).executeTakeFirstOrThrow();
  await sweepSharing(db, daysBefore(now, sharingDays));
  const cutoff = daysBefore(now, retentionDays);
  const leavers = await db.selectFrom('people').select(['tenant', 'entra_id']).where(isGone(cutoff)).execute();
  let people = 0;
  for (const { tenant, entra_id } of leavers) if (await endPerson(db, { tenant, entraId: entra_id }, cutoff)) people += 1;
  if (kind === 'sqlite' && people > 0) await clearLog(db);
  const count = ({ numDeletedRows }: { numDeletedRows: bigint }) => Number(numDeletedRows);
  return { people, contexts: count(contexts), activities: count(activities), deliveries: count(deliveries) };
}

/** Old cards are not answered any more; whom they were of is forgotten with them. */
async function sweepSharing(db: Db, cutoff: string): Promise<void> {
  await db.deleteFrom('talks').where('talked_at', '<=', cutoff).execute();
  for (const table of ['sharers', 'round_answers'] as const)
    await db
      .deleteFrom(table)
      .where((is) =>
        is.exists(
          is
            .selectFrom('shares')
            .select('shares.share')
            .whereRef('shares.tenant', '=', `${table}.tenant`)
            .whereRef('shares.share', '=', `${table}.share`)
            .where('shares.shared_at', '<=', cutoff),
        ),
      )
      .execute();
  await db.deleteFrom('shares').where('shared_at', '<=', cutoff).execute();
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}

function isGone(cutoff: string) {
  return (is: ExpressionBuilder<Tables, 'people'>) => is.or([is('removed_at', '<=', cutoff), is('unreachable_since', '<=', cutoff)]);
}

/** Looks again while it holds the row: whoever came back in the meantime keeps everything. */
async function endPerson(db: Db, person: PersonKey, cutoff: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('people').where(isPerson(person)).where(isGone(cutoff)).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await deleteRows(trx, person);
    return true;
  });
}
