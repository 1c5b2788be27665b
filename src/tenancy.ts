/**
 * Which tenants are served, as the settings say: each by a file of tenants, or all alike.
 */
import { type Config, oneForAll, tenantDefaults } from './config.js';
import type { Log } from './log.js';
import { followTenants, type LiveTenants, readTenants } from './storage/tenants-file.js';
import { createOneForAll, type TenantsAround, withStrangers } from './tenants/tenants.js';

/** Tenants, or every fault of their file. */
export type OpenedTenants = ({ readonly ok: true } & LiveTenants) | { readonly ok: false; readonly faults: readonly string[] };

/** What opening needs: the settings, with a whole path to the file, and the ids of all frameworks there are. */
export type TenancyParts = {
  readonly config: Config;
  readonly frameworks: readonly string[];
  readonly log: Pick<Log, 'info' | 'error'>;
};

/** Opens them. In local mode nobody is turned away: whoever is in no tenant of the file is taken for one of the first. */
export function openTenants({ config, frameworks, log }: TenancyParts): OpenedTenants {
  const isLocal = !config.credentials;
  if (!config.tenantsFile) {
    const isServed = (id: string) => isLocal || config.allowedTenants.includes(id.toLowerCase());
    return { ok: true, tenants: createOneForAll(oneForAll(config), isServed), reload: () => undefined };
  }
  const path = config.tenantsFile;
  const around: TenantsAround = { frameworks, hasReader: config.secondReader !== undefined };
  const read = readTenants(path, around);
  if (!read.ok) return { ok: false, faults: read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
  const live = followTenants(read.file, { path, around, defaults: tenantDefaults(config), log });
  return { ok: true, reload: live.reload, tenants: isLocal ? withStrangers(live.tenants) : live.tenants };
}
