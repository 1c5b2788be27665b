/**
 * What is true of a whole database. Whose it is: what people stored whom nobody vouched for, and what people stored whom Teams vouched
 * for, do not mix. And when it was last copied.
 */
import { existsSync } from 'node:fs';
import type { PersonalTable } from '../people/ports.js';
import { createCipher, keyFileIn, loadLocalKeys, localKeyId } from './encryption.js';
import { impersonalSeals, personalTables } from './personal-data.js';
import { findOtherKeyIds, sampleSealed } from './sealed.js';
import type { Db } from './tables.js';

/** How the service runs: in local mode, for whoever is on this machine, or with a registration, for people whom Teams vouches for. */
export type Mode = 'local' | 'registered';

/** Where a database is; the folder has the key file of local mode in it, if there is one. */
type Where = { readonly dataDir: string; readonly databaseUrl?: string | undefined };

const name = 'mode';

/** What is in a database of the other mode, and what to do. */
const faults: Readonly<Record<Mode, string>> = {
  local:
    "holds what a run in local mode stored, where nobody has to prove who they are; this run has the bot's registration. Set DATA_DIR to another folder, or DATABASE_URL to another database",
  registered:
    "holds what people stored whom Teams vouched for; this run is in local mode, where nobody has to prove who they are. Give it the bot's registration (MicrosoftAppId and what belongs to it), or set DATA_DIR to another folder",
};

/**
 * Why a run of this mode can't have a database; undefined where it can. Without a mark a database is the other mode's
 * when its folder has the key file of local mode and what is sealed was sealed with that. One in which local mode
 * stored nothing may become that of a registered bot.
 */
export async function findModeFault(db: Db, where: Where, mode: Mode): Promise<string | undefined> {
  const marked = await readMode(db);
  const found = marked ?? (mode === 'registered' && (await isOfLocalKey(db, where)) ? 'local' : mode);
  if (found === mode || (marked === 'local' && (await isUnused(db)))) return undefined;
  const place = where.databaseUrl ? `at ${new URL(where.databaseUrl).host}` : `in "${where.dataDir}"`;
  return `the database ${place} ${faults[found]}`;
}

/**
 * Marks a database that {@link findModeFault} had nothing against; false when it has this mark already. The first of
 * several runs that start at once counts: so ask again after true.
 */
export async function markMode(db: Db, mode: Mode): Promise<boolean> {
  const marked = await readMode(db);
  if (marked === mode) return false;
  if (marked) await db.updateTable('marks').set({ value: mode }).where('name', '=', name).where('value', '=', marked).execute();
  else
    await db
      .insertInto('marks')
      .values({ name, value: mode })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return true;
}

async function readMode(db: Db): Promise<Mode | undefined> {
  const row = await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst();
  return row && (row.value === 'local' ? 'local' : 'registered');
}

const backupName = 'backed-up';

/** When an operator last noted that a copy of the database was made; undefined where nobody ever did. */
export async function readBackup(db: Db): Promise<Date | undefined> {
  const row = await db.selectFrom('marks').select('value').where('name', '=', backupName).executeTakeFirst();
  return row && new Date(row.value);
}

/** Notes that a copy of the database was made now. */
export async function markBackup(db: Db, now: Date): Promise<void> {
  const value = now.toISOString();
  await db
    .insertInto('marks')
    .values({ name: backupName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

async function isOfLocalKey(db: Db, { dataDir, databaseUrl }: Where): Promise<boolean> {
  if (databaseUrl || !existsSync(keyFileIn(dataDir))) return false;
  const local = loadLocalKeys(dataDir);
  const cipher = local.ok && createCipher(local.keys);
  if (cipher && (await sampleSealed(db, localKeyId)).some(({ text, place }) => cipher.open(text, place).ok)) return true;
  return !(await isUnused(db)) && (await findOtherKeyIds(db, [localKeyId])).length === 0;
}

/** Whether nothing of anybody is stored. */
async function isUnused(db: Db): Promise<boolean> {
  for (const table of [...Object.keys(personalTables), ...Object.keys(impersonalSeals)] as PersonalTable[])
    if (
      (
        await db
          .selectFrom(table as 'people')
          .select('tenant')
          .limit(1)
          .execute()
      ).length > 0
    )
      return false;
  return true;
}
