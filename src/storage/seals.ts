/**
 * Proves the keys at every start. For each key there is a canary: a made-up text that was sealed with it, so that a
 * wrong key is noticed before it seals anything. What lies under a key that has no canary yet is opened first, so that
 * no key vouches for itself.
 */
import { createCipher, type Keyring, keyRecipe } from './encryption.js';
import { findOtherKeyIds, isInUse, sampleSealed } from './sealed.js';
import type { Db } from './tables.js';

/** Whether these are the database's keys; a fault for each that is not, without anything of a key. */
export type CheckedKeys = { readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] };

/** What is known of a key: its canary, or null when it was given up as lost. */
type Seal = { readonly key_id: string; readonly canary: string | null };

/**
 * Checks the keys against the canaries and makes those that are missing; `where` names what the keys were read from.
 * Cheap while nothing changed: one small query. Several instances may do so at once: the first one's keys count.
 */
export async function checkKeys(db: Db, keys: Keyring, where: string): Promise<CheckedKeys> {
  const seals = await readSeals(db);
  const faults = await findFaults(db, seals, keys, where);
  const fresh = [...keys.keys()].filter((id) => !seals.some(({ key_id }) => key_id === id));
  if (faults.length > 0) return { ok: false, faults };
  if (fresh.length === 0) return { ok: true };
  const freshFaults = await findFreshFaults(db, seals, fresh, keys, where);
  if (freshFaults.length > 0) return { ok: false, faults: freshFaults };
  await db
    .insertInto('seals')
    .values(fresh.map((id) => ({ key_id: id, canary: createCanary(id, keys) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Another instance may have been first, with other keys.
  const after = await findFaults(db, await readSeals(db), keys, where);
  return after.length > 0 ? { ok: false, faults: after } : { ok: true };
}

/**
 * Notes that a key is lost for good, so that the service starts without it. What it sealed stays as it is and does not
 * open; no other key may take its id. Found again and given again, it counts as before.
 */
export async function giveUpKey(db: Db, keyId: string): Promise<void> {
  await db
    .insertInto('seals')
    .values({ key_id: keyId, canary: null })
    .onConflict((conflict) => conflict.column('key_id').doUpdateSet({ canary: null }))
    .execute();
}

/** The ids of all keys that ever sealed here and were not given up. */
export async function listKeyIds(db: Db): Promise<readonly string[]> {
  return (await readSeals(db)).filter(({ canary }) => canary !== null).map(({ key_id }) => key_id);
}

async function readSeals(db: Db): Promise<readonly Seal[]> {
  return db.selectFrom('seals').selectAll().orderBy('key_id').execute();
}

/** What is wrong with keys that are known here; the canary of one that is gone and seals nothing any more goes as well. */
async function findFaults(db: Db, seals: readonly Seal[], keys: Keyring, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const seal of seals) {
    if (seal.canary === null && keys.has(seal.key_id) && (await isProven(db, seal.key_id, keys))) {
      await takeBack(db, seal.key_id, keys);
      continue;
    }
    const fault = findSealFault(seal, keys, where);
    if (fault !== 'missing') faults.push(...(fault ? [fault] : []));
    else if (await isInUse(db, seal.key_id)) faults.push(missing(seal.key_id, where));
    else await db.deleteFrom('seals').where('key_id', '=', seal.key_id).execute();
  }
  return faults;
}

function findSealFault({ key_id: id, canary }: Seal, keys: Keyring, where: string): string | 'missing' | undefined {
  const key = keys.get(id);
  if (canary === null) return key && `the id "${id}" in ${where} is that of a key which was given up as lost. ${newKey}`;
  if (key && doesOpen(canary, id, key)) return undefined;
  const other = [...keys].find(([, each]) => doesOpen(canary, id, each));
  if (other) return relabelled(other[0], id, where);
  return key ? wrong(id, where) : 'missing';
}

/** What is wrong with keys that have no canary, and with what lies here without one. */
async function findFreshFaults(db: Db, seals: readonly Seal[], fresh: readonly string[], keys: Keyring, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const id of fresh) {
    const twin = seals.find(({ key_id, canary }) => canary !== null && doesOpen(canary, key_id, keys.get(id)));
    if (twin) faults.push(relabelled(id, twin.key_id, where));
    else if ((await isProven(db, id, keys)) === false) faults.push(wrong(id, where));
  }
  const known = [...keys.keys(), ...seals.map(({ key_id }) => key_id)];
  return [...faults, ...(await findOtherKeyIds(db, known)).map((id) => missing(id, where))];
}

/** Whether a key opens something of what is sealed under its id; undefined when nothing is. */
async function isProven(db: Db, id: string, keys: Keyring): Promise<boolean | undefined> {
  const samples = await sampleSealed(db, id);
  const cipher = createCipher(keys);
  return samples.length > 0 ? samples.some(({ text, place }) => cipher.open(text, place).ok) : undefined;
}

/** A key that was given up as lost is there again. */
async function takeBack(db: Db, id: string, keys: Keyring): Promise<void> {
  await db
    .updateTable('seals')
    .set({ canary: createCanary(id, keys) })
    .where('key_id', '=', id)
    .execute();
}

const newKey = `A new key goes first and has an id of its own, instead of k1 in: ${keyRecipe}`;

function wrong(id: string, where: string): string {
  return `the key "${id}" in ${where} is not the one that sealed as "${id}" here. Put that one back. ${newKey}`;
}

function missing(id: string, where: string): string {
  return `the key "${id}" is missing in ${where}, and notes are sealed with it. Add it after the first; to do without it, run "npm run reseal" while it is there. Is it lost for good: npm run reseal -- --lost ${id}`;
}

function relabelled(id: string, was: string, where: string): string {
  return `the key "${id}" in ${where} is the one that sealed as "${was}" here. Call it "${was}" again. ${newKey}`;
}

const canaryText = 'this key opens what it sealed';

function placeOfCanary(id: string): readonly string[] {
  return ['canary', id];
}

function createCanary(id: string, keys: Keyring): string {
  const key = keys.get(id);
  if (!key) throw new Error(`there is no key "${id}" to make a canary with. Name one of the keyring`);
  return createCipher(new Map([[id, key]])).seal(canaryText, placeOfCanary(id));
}

/** Whether the canary of `id` was sealed with these bytes, whatever they are called now. */
function doesOpen(canary: string, id: string, key: Buffer | undefined): boolean {
  return key !== undefined && createCipher(new Map([[id, key]])).open(canary, placeOfCanary(id)).ok;
}
