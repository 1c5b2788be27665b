/**
 * Reads the file of tenants, and reads it again when it has changed: a file with a fault changes nothing.
 */
import { existsSync } from 'node:fs';
import type { Log } from '../log.js';
import {
  createTenants,
  findTenantFaults,
  type TenantDefaults,
  type Tenants,
  type TenantsAround,
  type TenantsFile,
  tenantsSchema,
} from '../tenants/tenants.js';
import { type ContentFault, readYaml, showPath } from './content-files.js';
import { type ReadTenantKeys, readTenantKeys } from './keyrings.js';

/** What a file of tenants says, or every fault with its line. */
export type ReadTenants =
  | { readonly ok: true; readonly file: TenantsFile }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

/** Reads and checks a file of tenants. */
export function readTenants(path: string, around: TenantsAround): ReadTenants {
  if (!existsSync(path)) return { ok: false, faults: [{ ...missing, file: showPath(path) }] };
  const faults: ContentFault[] = [];
  const [parsed] = readYaml(path, tenantsSchema, faults);
  if (!parsed) return { ok: false, faults };
  const found = findTenantFaults(parsed.data, around);
  if (found.length === 0) return { ok: true, file: parsed.data };
  return { ok: false, faults: found.map(({ path: at, message }) => ({ file: parsed.file, line: parsed.lineOf(at), message })) };
}

/** Reads the keys of the tenants in a file from the environment; of the file only its form is looked at. */
export function readKeysOf(path: string, env: Readonly<Record<string, string | undefined>>): ReadTenantKeys {
  const faults: ContentFault[] = [];
  const [parsed] = existsSync(path) ? readYaml(path, tenantsSchema, faults) : [];
  if (parsed)
    return readTenantKeys(
      env,
      parsed.data.tenants.map(({ id, keys }) => ({ tenant: id, keys })),
    );
  const told = faults.length > 0 ? faults : [{ ...missing, file: showPath(path) }];
  return { ok: false, faults: told.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
}

const missing = { line: 1, message: 'the file is missing. Create it, or remove TENANTS_FILE' };

/** What a file of tenants needs to be kept up with. */
export type TenantsFileParts = {
  readonly path: string;
  readonly around: TenantsAround;
  readonly defaults: TenantDefaults;
  /** What else a change must agree with, as faults in words: keys that are not there. */
  readonly check?: ((file: TenantsFile) => readonly string[]) | undefined;
  readonly log: Pick<Log, 'info' | 'error'>;
};

/** Tenants that change while the service runs. */
export type LiveTenants = {
  readonly tenants: Tenants;
  /** Reads the file again. What is wrong with it is told to the log, once, and all stays as it was. */
  reload(): void;
};

/** Keeps up with a file that was read without a fault. */
export function followTenants(file: TenantsFile, { path, around, defaults, check = () => [], log }: TenantsFileParts): LiveTenants {
  let now = createTenants(file, defaults);
  let told = '';
  return {
    tenants: { find: (id) => now.find(id), list: () => now.list() },
    reload() {
      const read = readTenants(path, around);
      const faults = read.ok ? check(read.file) : read.faults.map(({ file: name, line, message }) => `${name}:${line}: ${message}`);
      const complaint = faults.join('\n');
      if (complaint !== told && complaint !== '') log.error({ faults }, 'the file of tenants has faults: all stays as it was');
      told = complaint;
      if (!read.ok || faults.length > 0) return;
      const before = now.list();
      now = createTenants(read.file, defaults, now);
      const changed = now.list().filter((tenant) => !before.includes(tenant)).length;
      const gone = before.filter(({ id }) => !now.list().some((tenant) => tenant.id === id)).length;
      if (changed + gone > 0) log.info({ tenants: now.list().length, changed, gone }, 'the file of tenants was read again');
    },
  };
}
