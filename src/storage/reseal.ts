/**
 * Moves what is sealed to the first key, so that an older one can be done without. Safe beside running services.
 */
import { type Cipher, createCipher, type Keyring } from './encryption.js';
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
import type { Db } from './tables.js';

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

/**
 * Seals everything with the first key that is sealed with another. A text that was changed meanwhile is left as it is
 * then. `progress` is told how many were moved so far, and waited for. What was moved stays so: after an interruption the next run does
 * the rest.
 */
export async function reseal(db: Db, keys: Keyring, progress: (moved: number) => void | Promise<void>): Promise<Resealed> {
  const [first = ''] = keys.keys();
  const cipher = createCipher(keys);
  let [moved, unopened] = [0, 0];
  for (const column of sealedColumns) {
    for (let owners = await listOwners(db, column, first); owners.length > 0; owners = await listOwners(db, column, first, owners.at(-1))) {
      const rows = await listRows(db, column, first, owners);
      const moves = rows.flatMap((row) => planMove(row, column, cipher) ?? []);
      unopened += rows.length - moves.length;
      for (let at = 0; at < moves.length; at += writesAtOnce) {
        moved += await write(db, column, moves.slice(at, at + writesAtOnce));
        await progress(moved);
      }
    }
  }
  return { moved, unopened, left: await countLeft(db, keys, first) };
}

/** The next owners, in the order of their keys, with a text that another key than the first sealed. */
async function listOwners(db: Db, { table, column, owner }: SealedColumn, first: string, after?: SealedOwner): Promise<SealedOwner[]> {
  return db
    .selectFrom(table as 'reflections')
    .select(['tenant', `${owner} as owner`])
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

async function countLeft(db: Db, keys: Keyring, first: string): Promise<Resealed['left']> {
  const others = new Set([...keys.keys(), ...(await listKeyIds(db))]);
  others.delete(first);
  return Promise.all([...others].sort().map(async (key) => ({ key, count: await countSealed(db, key) })));
}
