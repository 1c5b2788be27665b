/**
 * `npm run papers -- --out folder`: facts for a municipality's data protection officer, IT and MED committee, in Danish, from what the
 * code stores, sends and is built of, and from the settings here. It opens neither the database nor the keys.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../clock.js';
import type { Library } from '../content/library.js';
import { traceError } from '../errors.js';
import { isDate } from '../language/times/when.js';
import { localDate } from '../nudges/rules/cadence.js';
import { defaultZone } from '../nudges/rules/plan.js';
import { type BomOf, type Component, completeBom } from '../papers/components.js';
import { outgoing } from '../papers/hosts.js';
import type { Installation } from '../papers/installation.js';
import { bomFile, type PaperFile, writePapers } from '../papers/papers.js';
import { noticeDays } from '../people/ports.js';
import { oneForAll, tenantDefaults } from '../settings/config.js';
import { configKeys } from '../settings/environment.js';
import { loadContent } from '../storage/content-files.js';
import { lookAgainMs } from '../storage/forgetting.js';
import { paperTables } from '../storage/paper-tables.js';
import { draftDays, reminderDays } from '../storage/sweep.js';
import { readTenantsForm } from '../storage/tenants-file.js';
import { proofOf } from '../teams/tokens.js';
import { createTenants, type Tenant } from '../tenants/tenants.js';
import { readShipped } from './licenses.js';
import type { Texts } from './strings/da.js';
import { faultLines, packageFolder, type Settings, withoutKeys } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** Many times what npm's list takes. */
const mostBytes = 64 * 1024 * 1024;

type Order = { readonly out: string; readonly tenant: string | undefined; readonly date: string | undefined };
type Open = Omit<Settings, 'tenantKeys'>;

/** The command. It reads the service's own settings; without a registration it tells of local mode. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.papers.usage], to);
  const { date = localDate(systemClock(), defaultZone) } = order;
  if (!isDate(date)) return refuse([say.papers.noDate(date)], to);
  return await withoutKeys(env, to, async (settings) => {
    const found = findTenant(settings, order.tenant, say);
    if (!found.ok) return refuse(found.faults, to);
    const folderFault = makeFolder(order.out, say);
    if (folderFault) return refuse([folderFault], to);
    const { frameworks, defaultFramework: fallback } = found.tenant;
    const content = loadContent(settings.contentDir, { frameworks, fallback });
    if (!content.ok) return refuse(faultLines(content.faults), to);
    const { name, version, dependencies } = readPackage();
    const components = listComponents(dependencies);
    const bom = makeBom(env, { name, date }, components);
    if (!bom.ok) return refuse([say.papers.noList(bom.reason)], to);
    const installation = { ...describe(settings, found, content.library, env), version, date };
    const papers = writePapers({ installation, tables: paperTables, components });
    return write([...papers, { name: bomFile, text: bom.text }], order.out, say, to);
  });
}

function parse(args: readonly string[]): Order | undefined {
  const option = { type: 'string' } as const;
  try {
    const { out, tenant, date } = parseArgs({ args: [...args], options: { out: option, tenant: option, date: option } }).values;
    return out ? { out, tenant, date } : undefined;
  } catch {
    return undefined;
  }
}

/** Whose papers they are, and how many more there are. */
type FoundTenant = { readonly ok: true; readonly tenant: Omit<Tenant, 'id'>; readonly others: number };

/** Nobody is told of another municipality: where there are several, one is named. */
function findTenant(
  settings: Open,
  id: string | undefined,
  say: Texts,
): FoundTenant | { readonly ok: false; readonly faults: readonly string[] } {
  const { papers: words } = say;
  if (!settings.tenantsFile) {
    if (id !== undefined) return { ok: false, faults: [words.noTenants] };
    return { ok: true, tenant: { name: undefined, ...oneForAll(settings) }, others: Math.max(0, settings.allowedTenants.length - 1) };
  }
  const read = readTenantsForm(settings.tenantsFile);
  if (!read.ok) return { ok: false, faults: faultLines(read.faults) };
  const tenants = createTenants(read.file, tenantDefaults(settings));
  const all = tenants.list();
  const names = all.map((tenant) => `${tenant.id} (${tenant.name})`).join(', ');
  const tenant = id === undefined ? all.length === 1 && all[0] : tenants.find(id);
  if (tenant) return { ok: true, tenant, others: all.length - 1 };
  return { ok: false, faults: [id === undefined ? words.whichTenant(names) : words.unknownTenant(id, names)] };
}

/** What the papers are told of the settings; of hosts only those of Microsoft. */
function describe(settings: Open, { tenant, others }: FoundTenant, library: Library, env: NodeJS.ProcessEnv) {
  const { credentials, secondReader, reflectionKeys } = settings;
  const contacts = [tenant.contact, ...library.frameworks.map(({ contact }) => contact)];
  return {
    municipality: tenant.name,
    others,
    frameworks: library.frameworks.map(({ name }) => ({ name })),
    registered: credentials !== undefined,
    proof: credentials && proofOf(credentials) !== 'secret' ? 'identity' : 'secret',
    database: settings.databaseUrl ? 'postgres' : 'sqlite',
    databaseAuth: settings.databaseAuth,
    keys: tenant.keys ? 'own' : reflectionKeys ? 'settings' : 'file',
    retentionDays: settings.retentionDays,
    inactiveDays: settings.inactiveDays,
    notesIn: settings.notesIn,
    graph: tenant.graph,
    reader: tenant.secondReader && secondReader ? secondReader.mode : 'off',
    telemetry: outgoing.telemetry.settings.some((key) => configKeys.includes(key) && Boolean(env[key]?.trim())),
    operatorPort: Boolean(env['OPERATOR_PORT']?.trim()),
    ownAddress: settings.publicUrl !== undefined,
    pages: settings.publicUrl !== undefined && tenant.sharing,
    sharing: tenant.sharing,
    nudges: tenant.nudges,
    letters: contacts.some((contact) => contact !== undefined),
    editor: tenant.editor !== undefined,
    serviceHosts: settings.allowedServiceHosts,
    keysHost: new URL(settings.openIdMetadataUrl).host,
    perMinute: settings.messagesPerMinute,
    graceMinutes: settings.nudgeGraceMinutes,
    times: { noticeDays, reminderDays, draftDays, lookAgainSeconds: lookAgainMs / 1_000 },
  } as const satisfies Omit<Installation, 'version' | 'date'>;
}

const packageSchema = z.object({ name: z.string(), version: z.string(), dependencies: z.record(z.string(), z.string()) });

function readPackage(): z.output<typeof packageSchema> {
  return packageSchema.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
}

/** What ships, each version once. A package that stands at the top and in package.json is one that was chosen. */
function listComponents(dependencies: Readonly<Record<string, string>>): readonly Component[] {
  const components = readShipped(packageFolder).map(({ name, version, path, expression }) => ({
    name,
    version,
    licence: expression,
    direct: name in dependencies && path === `node_modules/${name}`,
  }));
  const first = (one: Component) => components.find((each) => each.name === one.name && each.version === one.version);
  return components.filter((each) => first(each) === each);
}

/** npm's own list, which it makes from the lock file and without the network. */
function makeBom(env: NodeJS.ProcessEnv, of: BomOf, components: readonly Component[]) {
  const own = env['npm_execpath'];
  const [program, ...before] = own && /npm-cli\.[cm]?js$/.test(own) ? [process.execPath, own] : ['npm'];
  // All is asked for, whatever NODE_ENV and npm's own settings leave out: `completeBom` says why.
  const all = ['dev', 'optional', 'peer'].flatMap((kind) => ['--include', kind]);
  const args = [...before, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...all];
  const { status, stdout, error } = spawnSync(program, args, { cwd: packageFolder, encoding: 'utf8', maxBuffer: mostBytes, env });
  if (status !== 0) return { ok: false, reason: `npm: ${error ? traceError(error).code : status}` } as const;
  const completed = completeBom(stdout, of, components);
  return completed.ok ? completed : ({ ok: false, reason: `npm: ${completed.lacks}` } as const);
}

/** Before all that takes seconds. */
function makeFolder(folder: string, say: Texts): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    return undefined;
  } catch (error) {
    return say.papers.unwritable(folder, traceError(error).code);
  }
}

function write(files: readonly PaperFile[], folder: string, say: Texts, to: Terminal): number {
  try {
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    return tell([say.papers.written(files.length, join(folder, 'index.html'))], to);
  } catch (error) {
    return refuse([say.papers.unwritable(folder, traceError(error).code)], to);
  }
}
