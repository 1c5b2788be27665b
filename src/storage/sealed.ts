/**
 * Which columns hold sealed text, and what stands in them: what keys are proven by and moved on from.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import type { PersonalTable } from '../people/ports.js';
import { keyIdOf } from './encryption.js';
import { impersonalSeals, personalTables } from './personal-data.js';
import type { Db, Tables } from './tables.js';

/**
 * A column with sealed text; `place` says where the text of a row belongs. `owner` is the column by which a tenant's rows are told
 * apart: whose they are, or the row's own id where they are nobody's.
 */
export type SealedColumn = {
  readonly table: PersonalTable | keyof typeof impersonalSeals;
  readonly column: string;
  readonly owner: 'entra_id' | 'id';
  readonly place: (row: SealedRow) => readonly string[];
};

/** A row of a table with sealed text. */
export type SealedRow = Readonly<Record<string, string | number | null>> & { readonly tenant: string };

/** Whose a sealed text is within a tenant; see {@link SealedColumn}. */
export type SealedOwner = { readonly tenant: string; readonly owner: string };

/** Every column with sealed text. */
export const sealedColumns: readonly SealedColumn[] = [
  ...(Object.keys(personalTables) as PersonalTable[]).flatMap((table): SealedColumn[] => {
    const sealed = personalTables[table];
    const place = (row: SealedRow) => sealed?.place({ tenant: row.tenant, entraId: String(row['entra_id']) }, row) ?? [];
    return sealed ? [{ table, column: sealed.column, owner: 'entra_id', place }] : [];
  }),
  ...Object.entries(impersonalSeals).map(
    ([table, { column, place }]): SealedColumn => ({
      table: table as keyof typeof impersonalSeals,
      column,
      owner: 'id',
      place: (row) => place(row.tenant, String(row['id'])),
    }),
  ),
];

/**
 * Those whose texts last. What a follow-up follows is over after ten minutes and no loss when it does not open, so it
 * asks for no key.
 */
const lasting = sealedColumns.filter(({ table }) => table !== 'contexts');

/** So many texts prove a key, or prove that it is the wrong one: damage is in a few of them, a wrong key in all. */
const proofs = 1_000;

/** Whether anything that lasts is sealed with a key of this id. */
export async function isInUse(db: Db, keyId: string): Promise<boolean> {
  for (const each of lasting) if ((await selectSealed(db, each, hasKey(each, keyId)).limit(1).execute()).length > 0) return true;
  return false;
}

/** How many texts are sealed with a key of this id. */
export async function countSealed(db: Db, keyId: string): Promise<number> {
  let count = 0;
  for (const each of sealedColumns) {
    const found = selectSealed(db, each, hasKey(each, keyId)).clearSelect();
    count += (await found.select((is) => is.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
  }
  return count;
}

/** Some texts that are sealed with a key of this id: none, or enough to tell whether a key is the right one. At most `most` of a column. */
export async function sampleSealed(
  db: Db,
  keyId: string,
  most = proofs,
): Promise<readonly { readonly text: string; readonly place: readonly string[] }[]> {
  const samples = [];
  for (const each of sealedColumns) {
    const rows = await selectSealed(db, each, hasKey(each, keyId)).limit(most).execute();
    samples.push(...rows.map((row) => ({ text: String(row[each.column]), place: each.place(row) })));
  }
  return samples;
}

/** Ids of keys that lasting texts are sealed with, other than those named. What is no sealed text at all is not looked at. */
export async function findOtherKeyIds(db: Db, known: readonly string[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const each of lasting) {
    const isOther = (is: Expressions) => is.and(known.map((id) => is.not(hasKey(each, id)(is))));
    const rows = await selectSealed(db, each, isOther).limit(proofs).execute();
    for (const row of rows) ids.add(keyIdOf(String(row[each.column])) ?? '');
  }
  ids.delete('');
  return [...ids].sort();
}

/** Whose a row is. */
export function ownerOfSealed({ owner }: Pick<SealedColumn, 'owner'>, row: SealedRow): SealedOwner {
  return { tenant: row.tenant, owner: String(row[owner]) };
}

/** The condition that a row is this owner's. */
export function isOwnedBy({ owner }: Pick<SealedColumn, 'owner'>, of: SealedOwner) {
  return (is: Expressions) => is.and([is('tenant', '=', of.tenant), is(owner, '=', of.owner)]);
}

type Expressions = ExpressionBuilder<Tables, 'reflections'>;

/** The types know one such table; the others have the same columns where it counts. */
export function selectSealed(db: Db, { table, column }: SealedColumn, which: (is: Expressions) => ReturnType<ReturnType<typeof hasKey>>) {
  return db
    .selectFrom(table as 'reflections')
    .selectAll()
    .where(column as 'note', 'is not', null)
    .where(which)
    .$castTo<SealedRow>();
}

/** The condition that a text is sealed with a key of this id. Not `like`, which is blind to case in one of the two databases. */
export function hasKey({ column }: Pick<SealedColumn, 'column'>, keyId: string) {
  return (is: Expressions) => is(sql<string>`substr(${sql.ref(column)}, 1, ${sql.lit(keyId.length + 1)})`, '=', `${keyId}.`);
}
