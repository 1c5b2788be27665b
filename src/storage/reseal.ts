/**
 * Moves what is sealed to the first key, so that an older one can be done without. Safe beside running services.
 */
import type { ExpressionBuilder } from 'kysely';
import type { Cipher, Keyring } from './encryption.js';
import { allKeys, createCipherFor, type Keyrings, toKeyrings } from './keyrings.js';
import {
  countSealed,
  hasKey,
  isOwnedBy,
  ownerOfSealed,
  type SealedColumn,
  type SealedOwner,
  type SealedRow,
  sealedColumns,
  selectSealed,
} from './sealed.js';
import { listKeyIds } from './seals.js';
import type { Db, Tables } from './tables.js';

/** How many texts were moved, how many did not open and stayed, and how many each other key still seals. */
export type Resealed = {
  readonly moved: number;
  readonly unopened: number;
  readonly left: readonly { readonly key: string; readonly count: number }[];
};

type Move = { readonly row: SealedRow; readonly before: string; readonly after: string };

/** Owners whose texts are looked for at a time. */
const ownersAtOnce = 200;
/** Texts written in one transaction: it holds SQLite's write lock, and the service waits for it some milliseconds. */
const writesAtOnce = 50;

/** Tenants whose texts belong under one key: those without keys of their own together, each other one by itself. */
type Group = { readonly first: string; readonly holds: (is: ExpressionBuilder<Tables, 'reflections'>) => ReturnType<typeof is> };

function groupsOf({ common, byTenant }: Keyrings): readonly Group[] {
  const firstOf = (keys: Keyring) => [...keys.keys()][0] ?? '';
  // An empty list is a syntax error in PostgreSQL; no tenant is called so.
  const own = ['\uffff', ...byTenant.keys()];
  return [
    { first: firstOf(common), holds: (is) => is('tenant', 'not in', own) },
    ...[...byTenant].map(([tenant, keys]): Group => ({ first: firstOf(keys), holds: (is) => is('tenant', '=', tenant) })),
  ];
}

/**
 * Seals everything with the first key, or the first of its tenant's own, that is sealed with another. A text that was changed
 * meanwhile is left as it is then. `progress` is told how many were moved so far, and waited for. What was moved stays so: after an
 * interruption the next run does the rest.
 */
export async function reseal(db: Db, keys: Keyring | Keyrings, progress: (moved: number) => void | Promise<void>): Promise<Resealed> {
  const keyrings = toKeyrings(keys);
  const cipher = createCipherFor(keyrings);
  const groups = groupsOf(keyrings);
  let [moved, unopened] = [0, 0];
  for (const group of groups)
    for (const column of sealedColumns) {
      const next = (after?: SealedOwner) => listOwners(db, column, group, after);
      for (let owners = await next(); owners.length > 0; owners = await next(owners.at(-1))) {
        const rows = await listRows(db, column, group.first, owners);
        const moves = rows.flatMap((row) => planMove(row, column, cipher) ?? []);
        unopened += rows.length - moves.length;
        for (let at = 0; at < moves.length; at += writesAtOnce) {
          moved += await write(db, column, moves.slice(at, at + writesAtOnce));
          await progress(moved);
        }
      }
    }
  return { moved, unopened, left: await countLeft(db, allKeys(keyrings), new Set(groups.map(({ first }) => first))) };
}

/** The next owners of a group, in the order of their keys, with a text that another key than the first sealed. */
async function listOwners(
  db: Db,
  { table, column, owner }: SealedColumn,
  { first, holds }: Group,
  after?: SealedOwner,
): Promise<SealedOwner[]> {
  return db
    .selectFrom(table as 'reflections')
    .select(['tenant', `${owner} as owner`])
    .where(holds)
    .where(column as 'note', 'is not', null)
    .where((is) => is.not(hasKey({ column }, first)(is)))
    .$if(after !== undefined, (query) =>
      query.where((is) => is(is.refTuple('tenant', owner), '>', is.tuple(after?.tenant ?? '', after?.owner ?? ''))),
    )
    .groupBy(['tenant', owner])
    .orderBy('tenant')
    .orderBy(owner)
    .limit(ownersAtOnce)
    .execute();
}

async function listRows(db: Db, column: SealedColumn, first: string, owners: readonly SealedOwner[]): Promise<SealedRow[]> {
  const rows: SealedRow[] = [];
  for (const owner of owners)
    rows.push(
      ...(await selectSealed(db, column, (is) => is.and([isOwnedBy(column, owner)(is), is.not(hasKey(column, first)(is))])).execute()),
    );
  return rows;
}

function planMove(row: SealedRow, { column, place }: SealedColumn, cipher: Cipher): Move | undefined {
  const before = String(row[column]);
  const opened = cipher.open(before, place(row));
  return opened.ok ? { row, before, after: cipher.seal(opened.text, place(row)) } : undefined;
}

/** Gives how many were moved: a text that is not as it was read was changed or deleted meanwhile. */
async function write(db: Db, sealed: SealedColumn, moves: readonly Move[]): Promise<number> {
  const { table, column } = sealed;
  return db.transaction().execute(async (trx) => {
    let moved = 0;
    for (const { row, before, after } of moves) {
      const { numUpdatedRows } = await trx
        .updateTable(table as 'reflections')
        .set({ [column]: after })
        .where(isOwnedBy(sealed, ownerOfSealed(sealed, row)))
        .where(column as 'note', '=', before)
        .executeTakeFirstOrThrow();
      moved += Number(numUpdatedRows);
    }
    return moved;
  });
}

async function countLeft(db: Db, keys: Keyring, firsts: ReadonlySet<string>): Promise<Resealed['left']> {
  const others = new Set([...keys.keys(), ...(await listKeyIds(db))]);
  return Promise.all(
    [...others]
      .filter((key) => !firsts.has(key))
      .sort()
      .map(async (key) => ({ key, count: await countSealed(db, key) })),
  );
}
