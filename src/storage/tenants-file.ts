/**
 * Reads the file of tenants, and reads it again when it has changed: a file with a fault changes nothing.
 */
import { existsSync } from 'node:fs';
import { traceError } from '../errors.js';
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
import { type ContentFault, type Parsed, readYaml, showPath, toFault } from './content-reading.js';
import { type ReadTenantKeys, readTenantKeys } from './keyrings.js';

/** What a file of tenants says, or every fault with its line. */
export type ReadTenants =
  | { readonly ok: true; readonly file: TenantsFile }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

/** Reads and checks a file of tenants. */
export function readTenants(path: string, around: TenantsAround): ReadTenants {
  const read = parse(path);
  if ('faults' in read) return { ok: false, faults: read.faults };
  const found = findTenantFaults(read.data, around);
  if (found.length === 0) return { ok: true, file: read.data };
  return { ok: false, faults: found.map(({ path: at, message }) => plainFault(read.file, read.lineOf(at), message)) };
}

/** Reads a file of tenants for what does not ask about the content: only its form is looked at. */
export function readTenantsForm(path: string): ReadTenants {
  const read = parse(path);
  return 'faults' in read ? { ok: false, faults: read.faults } : { ok: true, file: read.data };
}

/** Reads the keys of the tenants in a file from the environment. */
export function readKeysOf(path: string, env: Readonly<Record<string, string | undefined>>): ReadTenantKeys {
  const read = readTenantsForm(path);
  if (!read.ok) return { ok: false, faults: read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
  return readTenantKeys(
    env,
    read.file.tenants.map(({ id, keys }) => ({ tenant: id, keys })),
  );
}

function parse(path: string): Parsed<TenantsFile> | { readonly faults: readonly ContentFault[] } {
  const file = showPath(path);
  if (!existsSync(path)) return { faults: [toFault(file, 1, { id: 'no-file', facts: {} })] };
  const faults: ContentFault[] = [];
  try {
    const [parsed] = readYaml(path, tenantsSchema, faults);
    return parsed ?? { faults };
  } catch (error) {
    // A file that may not be read, or whose aliases lead nowhere, ends no service that runs.
    const { name, code = name } = traceError(error);
    return {
      faults: [plainFault(file, 1, `the file cannot be read (${code}). Let the service's user read it, and write it without aliases`)],
    };
  }
}

/** What is wrong with tenants is told to operators, in English alone. */
function plainFault(file: string, line: number, words: string): ContentFault {
  return toFault(file, line, { id: 'plain', facts: { words } });
}

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
    tenants: { find: (id) => now.find(id), list: () => now.list(), ids: () => now.ids() },
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
