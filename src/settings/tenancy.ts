/**
 * Which tenants are served, as the settings say: each by a file of tenants, or all alike.
 */

import type { Log } from '../log.js';
import type { Keyring } from '../storage/encryption.js';
import { followTenants, type LiveTenants, readKeysOf, readTenants } from '../storage/tenants-file.js';
import { createOneForAll, type TenantsAround, type TenantsFile, withStrangers } from '../tenants/tenants.js';
import { type Config, oneForAll, tenantDefaults } from './config.js';

/** Tenants, or every fault of their file. */
export type OpenedTenants =
  | ({ readonly ok: true; readonly tenantKeys: ReadonlyMap<string, Keyring> } & LiveTenants)
  | { readonly ok: false; readonly faults: readonly string[] };

/** What opening needs: the settings, with a whole path to the file, and the ids of all frameworks there are. */
export type TenancyParts = {
  readonly config: Config;
  readonly frameworks: readonly string[];
  /** Where the keys of tenants stand that have their own. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Pick<Log, 'info' | 'error'>;
};

/** Opens them. In local mode nobody is turned away: whoever is in no tenant of the file is taken for one of the first. */
export function openTenants({ config, frameworks, env, log }: TenancyParts): OpenedTenants {
  const isLocal = !config.credentials;
  if (!config.tenantsFile) {
    return {
      ok: true,
      tenants: createOneForAll(oneForAll(config), isLocal ? undefined : config.allowedTenants),
      tenantKeys: new Map(),
      reload: () => undefined,
    };
  }
  const path = config.tenantsFile;
  const around: TenantsAround = { frameworks, hasReader: config.secondReader !== undefined, hasGraph: config.graph };
  const read = readTenants(path, around);
  if (!read.ok) return { ok: false, faults: read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
  const keys = readKeysOf(path, env);
  if (!keys.ok) return keys;
  const { tenantKeys } = keys;
  const atStart = keyNamesOf(read.file);
  const check = (file: TenantsFile) => findLateKeys(file, atStart);
  const live = followTenants(read.file, { path, around, defaults: tenantDefaults(config), check, log });
  return { ok: true, tenantKeys, reload: live.reload, tenants: isLocal ? withStrangers(live.tenants) : live.tenants };
}

/** The names of the keys that tenants have of their own. */
function keyNamesOf({ tenants }: TenantsFile): ReadonlyMap<string, string | undefined> {
  return new Map(tenants.map(({ id, keys }) => [id, keys]));
}

/** Keys are read at a start alone: whoever seals with keys that are not there yet would lose what they seal. */
function findLateKeys({ tenants }: TenantsFile, atStart: ReadonlyMap<string, string | undefined>): string[] {
  const changed = tenants
    .filter(({ id, keys }) => keys !== atStart.get(id))
    .map(({ name }) => `${name}: keys are read when the service starts. Restart it, or leave the line "keys" as it was`);
  const gone = [...atStart]
    .filter(([id, keys]) => keys !== undefined && !tenants.some((tenant) => tenant.id === id))
    .map(
      ([id]) => `${id} has keys of its own, and no start goes well without them while something is sealed. Off-board it first, and restart`,
    );
  return [...changed, ...gone];
}
