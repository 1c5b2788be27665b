/**
 * Proves the keys at every start. For each key there is a canary: a made-up text that was sealed with it, so that a
 * wrong key is noticed before it seals anything. What lies under a key that has no canary yet is opened first, so that
 * no key vouches for itself.
 */
import { createCipher, type Keyring, keyRecipe } from './encryption.js';
import { allKeys, type Keyrings, ownerOf, toKeyrings } from './keyrings.js';
import { findOtherKeyIds, isInUse, sampleSealed } from './sealed.js';
import type { Db } from './tables.js';

/** Whether these are the database's keys; a fault for each that is not, without anything of a key. */
export type CheckedKeys = { readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * What is wrong with a key: it is another than the one that sealed under its id (`wrong`), it is not among those given though something
 * is sealed with it (`missing`), it is called otherwise than when it sealed (`relabelled`, from `was`), it sealed for another tenant
 * (`misplaced`), or its id is that of a key which was given up (`givenUp`). Nothing of the key itself.
 */
export type KeyFault =
  | { readonly kind: 'wrong' | 'missing' | 'misplaced' | 'givenUp'; readonly id: string }
  | { readonly kind: 'relabelled'; readonly id: string; readonly was: string };

/** The keys that were given, and whose own each is; a canary opens for the tenant alone whose key made it. */
type Given = { readonly keys: Keyring; readonly keyrings: Keyrings };

function toGiven(keys: Keyring | Keyrings): Given {
  const keyrings = toKeyrings(keys);
  return { keys: allKeys(keyrings), keyrings };
}

/** What is known of a key: its canary, or null when it was given up as lost. */
type Seal = { readonly key_id: string; readonly canary: string | null };

/**
 * Checks the keys against the canaries and makes those that are missing; `where` names what the keys were read from.
 * Cheap while nothing changed: one small query. Several instances may do so at once: the first one's keys count.
 */
export async function checkKeys(db: Db, keys: Keyring | Keyrings, where: string): Promise<CheckedKeys> {
  const given = toGiven(keys);
  const seals = await readSeals(db);
  const tellAll = (faults: readonly KeyFault[]): CheckedKeys => ({ ok: false, faults: faults.map((fault) => tell(fault, where)) });
  const faults = await mendSeals(db, seals, given);
  const fresh = freshIn(given, seals);
  if (faults.length > 0) return tellAll(faults);
  if (fresh.length === 0) return { ok: true };
  const freshFaults = await findFreshFaults(db, seals, fresh, given);
  if (freshFaults.length > 0) return tellAll(freshFaults);
  await db
    .insertInto('seals')
    .values(fresh.map((id) => ({ key_id: id, canary: createCanary(id, given) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Another instance may have been first, with other keys.
  const after = await mendSeals(db, await readSeals(db), given);
  return after.length > 0 ? tellAll(after) : { ok: true };
}

/** What {@link checkKeys} would find, for whoever only looks: nothing is written, and no canary made. */
export async function lookAtKeys(db: Db, keys: Keyring | Keyrings): Promise<readonly KeyFault[]> {
  const given = toGiven(keys);
  const seals = await readSeals(db);
  const faults: KeyFault[] = [];
  for (const seal of seals) {
    const isFound = seal.canary === null && given.keys.has(seal.key_id) && (await isProven(db, seal.key_id, given.keys));
    const fault = isFound ? undefined : findSealFault(seal, given);
    if (fault && (fault.kind !== 'missing' || (await isInUse(db, fault.id)))) faults.push(fault);
  }
  const fresh = freshIn(given, seals);
  return faults.length > 0 || fresh.length === 0 ? faults : findFreshFaults(db, seals, fresh, given);
}

/** The ids of keys that have no canary yet. */
function freshIn({ keys }: Given, seals: readonly Seal[]): readonly string[] {
  return [...keys.keys()].filter((id) => !seals.some(({ key_id }) => key_id === id));
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
async function mendSeals(db: Db, seals: readonly Seal[], given: Given): Promise<readonly KeyFault[]> {
  const faults: KeyFault[] = [];
  for (const seal of seals) {
    if (seal.canary === null && given.keys.has(seal.key_id) && (await isProven(db, seal.key_id, given.keys))) {
      await takeBack(db, seal.key_id, given);
      continue;
    }
    const fault = findSealFault(seal, given);
    if (fault?.kind !== 'missing') faults.push(...(fault ? [fault] : []));
    else if (await isInUse(db, seal.key_id)) faults.push(fault);
    else await db.deleteFrom('seals').where('key_id', '=', seal.key_id).execute();
  }
  return faults;
}

function findSealFault({ key_id: id, canary }: Seal, given: Given): KeyFault | undefined {
  const { keys } = given;
  const key = keys.get(id);
  if (canary === null) return key && { kind: 'givenUp', id };
  if (key && doesOpen(canary, placeOfCanary(id, given), key)) return undefined;
  const places = placesOfCanary(id, given);
  if (key && places.some((place) => doesOpen(canary, place, key))) return { kind: 'misplaced', id };
  const other = [...keys].find(([, each]) => places.some((place) => doesOpen(canary, place, each)));
  if (other) return { kind: 'relabelled', id: other[0], was: id };
  return { kind: key ? 'wrong' : 'missing', id };
}

/** What is wrong with keys that have no canary, and with what lies here without one. */
async function findFreshFaults(db: Db, seals: readonly Seal[], fresh: readonly string[], given: Given): Promise<readonly KeyFault[]> {
  const { keys } = given;
  const faults: KeyFault[] = [];
  for (const id of fresh) {
    const isTwin = ({ key_id, canary }: Seal) =>
      canary !== null && placesOfCanary(key_id, given).some((place) => doesOpen(canary, place, keys.get(id)));
    const twin = seals.find(isTwin);
    if (twin) faults.push({ kind: 'relabelled', id, was: twin.key_id });
    else if ((await isProven(db, id, keys)) === false) faults.push({ kind: 'wrong', id });
  }
  const known = [...keys.keys(), ...seals.map(({ key_id }) => key_id)];
  return [...faults, ...(await findOtherKeyIds(db, known)).map((id): KeyFault => ({ kind: 'missing', id }))];
}

/** Whether a key opens something of what is sealed under its id; undefined when nothing is. */
async function isProven(db: Db, id: string, keys: Keyring): Promise<boolean | undefined> {
  const samples = await sampleSealed(db, id);
  const cipher = createCipher(keys);
  return samples.length > 0 ? samples.some(({ text, place }) => cipher.open(text, place).ok) : undefined;
}

/** A key that was given up as lost is there again. */
async function takeBack(db: Db, id: string, given: Given): Promise<void> {
  await db
    .updateTable('seals')
    .set({ canary: createCanary(id, given) })
    .where('key_id', '=', id)
    .execute();
}

const newKey = `A new key goes first and has an id of its own, instead of k1 in: ${keyRecipe}`;

/** A fault in words; `where` names what the keys were read from. */
function tell(fault: KeyFault, where: string): string {
  const { id } = fault;
  switch (fault.kind) {
    case 'wrong':
      return `the key "${id}" in ${where} is not the one that sealed as "${id}" here. Put that one back. ${newKey}`;
    case 'missing':
      return `the key "${id}" is missing in ${where}, and notes are sealed with it. Add it after the first; to do without it, run "npm run reseal" while it is there. Is it lost for good: npm run reseal -- --lost ${id}`;
    case 'relabelled':
      return `the key "${id}" in ${where} is the one that sealed as "${fault.was}" here. Call it "${fault.was}" again. ${newKey}`;
    case 'misplaced':
      return `the key "${id}" in ${where} sealed for another tenant here, or for all of them. Put it back where it was. ${newKey}`;
    case 'givenUp':
      return `the id "${id}" in ${where} is that of a key which was given up as lost. ${newKey}`;
  }
}

const canaryText = 'this key opens what it sealed';

/** A tenant's own key seals for that tenant: given to another, it does not open its canary. */
function placeOfCanary(id: string, { keyrings }: Given): readonly string[] {
  return canaryOf(id, ownerOf(keyrings, id));
}

/** Every place that the canary of a key may have been sealed for, as far as today's tenants go. */
function placesOfCanary(id: string, { keyrings }: Given): readonly (readonly string[])[] {
  return [undefined, ...keyrings.byTenant.keys()].map((tenant) => canaryOf(id, tenant));
}

function canaryOf(id: string, tenant: string | undefined): readonly string[] {
  return tenant === undefined ? ['canary', id] : ['canary', id, tenant];
}

function createCanary(id: string, given: Given): string {
  const key = given.keys.get(id);
  if (!key) throw new Error(`there is no key "${id}" to make a canary with. Name one of the keyring`);
  return createCipher(new Map([[id, key]])).seal(canaryText, placeOfCanary(id, given));
}

/** Whether a canary was sealed with these bytes for this place, whatever they are called now. */
function doesOpen(canary: string, place: readonly string[], key: Buffer | undefined): boolean {
  const [, id = ''] = place;
  return key !== undefined && createCipher(new Map([[id, key]])).open(canary, place).ok;
}
