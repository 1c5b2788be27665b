/**
 * Keys of their own for tenants: what one of them seals is opened for that tenant alone, and unreadable for good, in every copy,
 * once it is destroyed.
 */
import type { Log } from '../log.js';
import { type Cipher, createCipherOf, type Keyring, keyRecipe, type ParsedKeys, parseKeys } from './encryption.js';

/**
 * The keys of an installation. A tenant with keys of its own seals with the first of them, and opens with them and the common ones,
 * which sealed before. No id stands for two keys, and no key is of two tenants.
 */
export type Keyrings = { readonly common: Keyring; readonly byTenant: ReadonlyMap<string, Keyring> };

/** A keyring without tenants' own is one for all. */
export function toKeyrings(keys: Keyring | Keyrings): Keyrings {
  return 'common' in keys ? keys : { common: keys, byTenant: new Map() };
}

/** The keys that a tenant's texts are sealed with (by the first) and opened with. */
export function ringOf({ common, byTenant }: Keyrings, tenant: string): Keyring {
  const own = byTenant.get(tenant.toLowerCase());
  return own ? new Map([...own, ...common]) : common;
}

/** A cipher that has each tenant's keys: the second part of a place is its tenant (see {@link Cipher}). */
export function createCipherFor(keys: Keyring | Keyrings, log?: Pick<Log, 'error'>): Cipher {
  const keyrings = toKeyrings(keys);
  const rings = new Map([...keyrings.byTenant.keys()].map((tenant) => [tenant, ringOf(keyrings, tenant)]));
  return createCipherOf(([, tenant = '']) => rings.get(tenant) ?? keyrings.common, log);
}

/** Every key there is, by its id. */
export function allKeys({ common, byTenant }: Keyrings): Keyring {
  return new Map([common, ...byTenant.values()].flatMap((ring) => [...ring]));
}

/** Whose own a key is; undefined for a common one. */
export function ownerOf({ byTenant }: Keyrings, keyId: string): string | undefined {
  return [...byTenant].find(([, ring]) => ring.has(keyId))?.[0];
}

/** A tenant, and the name that the environment has its keys under; undefined where it has none of its own. */
export type KeysOfTenant = { readonly tenant: string; readonly keys?: string | undefined };

/** The tenants' own keys, or every fault with its remedy, without anything of a key. */
export type ReadTenantKeys =
  | { readonly ok: true; readonly tenantKeys: ReadonlyMap<string, Keyring> }
  | { readonly ok: false; readonly faults: readonly string[] };

const commonVariable = 'REFLECTION_KEYS';
const nameForm = /^[A-Z\d_]{1,40}$/;

type Ring = { readonly variable: string; readonly keys: Keyring };

/**
 * Reads the keys of tenants from the environment: those named `AARHUS` stand in `REFLECTION_KEYS_AARHUS`, in the form of
 * {@link parseKeys}.
 */
export function readTenantKeys(env: Readonly<Record<string, string | undefined>>, tenants: readonly KeysOfTenant[]): ReadTenantKeys {
  const faults: string[] = [];
  const tenantKeys = new Map<string, Keyring>();
  const rings: Ring[] = [];
  const common = env[commonVariable]?.trim();
  const parsedCommon = common ? parseKeys(common) : undefined;
  if (parsedCommon?.ok) rings.push({ variable: commonVariable, keys: parsedCommon.keys });
  for (const { tenant, keys: name } of tenants) {
    if (name === undefined) continue;
    const variable = `${commonVariable}_${name}`;
    const read = readRing(env, tenant, name);
    const found = read.ok ? [] : [read.fault];
    if (read.ok) {
      found.push(...rings.flatMap((ring) => findClashes(ring, { variable, keys: read.keys })));
      rings.push({ variable, keys: read.keys });
      tenantKeys.set(tenant.toLowerCase(), read.keys);
    }
    faults.push(...found);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, tenantKeys };
}

function readRing(env: Readonly<Record<string, string | undefined>>, tenant: string, name: string): ParsedKeys {
  if (!nameForm.test(name))
    return {
      ok: false,
      fault: `tenant ${tenant}: the name of its keys is not of upper case letters, digits and underscores. Write one like AARHUS`,
    };
  const variable = `${commonVariable}_${name}`;
  const text = env[variable]?.trim();
  if (!text)
    return { ok: false, fault: `tenant ${tenant}: ${variable} is not set. Make a key with an id of its own instead of k1: ${keyRecipe}` };
  const parsed = parseKeys(text);
  return parsed.ok ? parsed : { ok: false, fault: `${variable} ${parsed.fault}` };
}

/** A key that stands in two places would open for one tenant what another sealed; an id that does would take one for the other. */
function findClashes(one: Ring, other: Ring): string[] {
  if (one.variable === other.variable) return [`${one.variable} is named by two tenants. Give each keys of its own`];
  return [...other.keys].flatMap(([id, key]) => {
    const twin = [...one.keys].find(([, each]) => each.equals(key));
    if (twin)
      return [`the key "${id}" in ${other.variable} is the same as "${twin[0]}" in ${one.variable}. Make one of its own: ${keyRecipe}`];
    return one.keys.has(id)
      ? [
          `the id "${id}" stands for one key in ${one.variable} and for another in ${other.variable}. Give each key an id of its own, as "${id}-2"`,
        ]
      : [];
  });
}
