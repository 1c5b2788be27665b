/**
 * Puts the doctor together from the settings: for the command, which opens what it looks at, and for the running service, which has it
 * open.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AzureCredential, type LoginOptions, openCredential } from '../azure/credentials.js';
import { systemClock, systemElapsed } from '../clock.js';
import { pathOf } from '../content/address.js';
import type { Library } from '../content/library.js';
import { once } from '../content/once.js';
import type { Config } from '../settings/config.js';
import { loadCare, loadOwn } from '../storage/care-file.js';
import { loadThroughCopy } from '../storage/content-copy.js';
import { isDamaged, type OpenedAsItIs, openAsItIs } from '../storage/database.js';
import { keyFileIn, loadLocalKeys } from '../storage/encryption.js';
import { createInspection } from '../storage/inspection.js';
import { readSaid } from '../storage/said-files.js';
import type { Storage } from '../storage/storage.js';
import { listInForce } from '../storage/switches.js';
import { readKeysOf } from '../storage/tenants-file.js';
import { createTokens, openBotCredential, proofOf, type Tokens } from '../teams/tokens.js';
import { type AnswerAsDoctor, createDoctorAnswer } from './answer.js';
import { hostMs } from './network.js';
import type { ContentState, DoctorParts, FoundKeys, OpenedInspection, ReadSettings } from './ports.js';

/** What the command has: the settings as they were read (with whole paths to folders and files), where the code is, and what its options and its tests say otherwise. */
export type CommandParts = Partial<Omit<DoctorParts, 'settings' | 'content' | 'inspection' | 'keys' | 'botToken' | 'credential'>> &
  Pick<DoctorParts, 'env' | 'packageFolder'> & {
    readonly read: { readonly ok: true; readonly config: Config } | Exclude<ReadSettings, { readonly ok: true }>;
    readonly codeFolder: string;
    /** How the login is reached; Microsoft's unless told. */
    readonly login?: LoginOptions | undefined;
  };

/** The parts of the command, and how what it opened is closed. */
export function assembleForCommand({ read, codeFolder, login = {}, ...parts }: CommandParts): DoctorParts & { close(): Promise<void> } {
  const config = read.ok ? read.config : undefined;
  const around = { clock: systemClock, elapsed: systemElapsed, node: process.versions.node };
  const open = once(() => openAsItIs(needed(config)));
  const openAzure = once(() => openCredential(config?.credentials, login));
  const content = once(() => readContent(needed(config), parts.packageFolder, codeFolder));
  return {
    ...around,
    ...parts,
    settings: read.ok ? { ok: true, settings: read.config } : read,
    content,
    inspection: async () => toInspection(await open()),
    keys: async () => findKeys(needed(config), parts.env),
    botToken: once(() => openTokens(needed(config), login).get()),
    credential: openAzure as () => Promise<AzureCredential>,
    switches: async () => {
      const opened = await open();
      return opened.ok ? listInForce(opened.database.db, systemClock()) : [];
    },
    async close() {
      const opened = config && (await open().catch(() => undefined));
      if (opened?.ok) await opened.database.close();
    },
  };
}

/** What the running service hands over: its settings, what it has open, and the content that it goes by. */
export type ServiceParts = Pick<DoctorParts, 'env' | 'packageFolder' | 'switches'> & {
  readonly config: Config;
  readonly version: string;
  readonly library: Library;
  readonly isLearned: () => boolean;
  readonly storage: Pick<Storage, 'inspection' | 'health'>;
  /** What its answers are signed with; undefined in local mode. */
  readonly tokens: Pick<Tokens, 'get'> | undefined;
};

/** The doctor of the running service, for its operator's port: see {@link createDoctorAnswer}. */
export function assembleForService({
  config: given,
  version,
  library,
  isLearned,
  storage,
  tokens,
  ...parts
}: ServiceParts): AnswerAsDoctor {
  const config = withWholePaths(given, parts.packageFolder);
  const openAzure = once(() => openCredential(config.credentials));
  return createDoctorAnswer(
    {
      ...parts,
      ...{ clock: systemClock, elapsed: systemElapsed, node: process.versions.node },
      settings: { ok: true, settings: config },
      content: async () => toState(library, isLearned()),
      inspection: async () => toKnown(storage),
      keys: async () => findKeys(config, parts.env),
      botToken: async () => tokens?.get(),
      credential: openAzure as () => Promise<AzureCredential>,
    },
    version,
  );
}

/** Folders and files that are named from the package's folder on are named whole: whoever runs a command may be elsewhere. */
export function withWholePaths(config: Config, packageFolder: string): Config {
  const whole = (path: string) => resolve(packageFolder, path);
  const { contentDir, dataDir, tenantsFile } = config;
  return { ...config, contentDir: whole(contentDir), dataDir: whole(dataDir), tenantsFile: tenantsFile && whole(tenantsFile) };
}

/** Only looks that need the settings ask for what is made of them. */
function needed(config: Config | undefined): Config {
  if (!config) throw new Error('there are no settings to go by. Let the look need them');
  return config;
}

function openTokens({ credentials }: Config, login: LoginOptions): Tokens {
  if (!credentials) throw new Error('local mode has no tokens. Let the look be left out there');
  return createTokens({ kind: proofOf(credentials), open: () => openBotCredential(credentials, login), timeoutMs: hostMs });
}

/** Known to be gone, it need not be waited for: the service's own looks say why. */
function toKnown({ health, inspection }: ServiceParts['storage']): OpenedInspection {
  if (health.isUp()) return { ok: true, inspection };
  const code = health.trouble() ?? 'timeout';
  return { ok: false, why: isDamaged(code) ? 'damaged' : 'away', code };
}

function toInspection(opened: OpenedAsItIs): OpenedInspection {
  return opened.ok ? { ok: true, inspection: createInspection(opened.database) } : opened;
}

/** Nothing is made: a key file that is not there is made by the service alone. */
async function findKeys({ reflectionKeys, dataDir, tenantsFile }: Config, env: DoctorParts['env']): Promise<FoundKeys> {
  const own = tenantsFile ? readKeysOf(tenantsFile, env) : undefined;
  const byTenant = own?.ok ? own.tenantKeys : new Map();
  if (reflectionKeys) return { ok: true, keys: { common: reflectionKeys, byTenant } };
  if (!existsSync(keyFileIn(dataDir))) return { ok: false, why: 'none' };
  const local = loadLocalKeys(dataDir);
  return local.ok ? { ok: true, keys: { common: local.keys, byTenant } } : { ok: false, why: 'unreadable' };
}

/** All that a start reads of the content, with every fault of it. */
async function readContent(config: Config, packageFolder: string, codeFolder: string): Promise<ContentState> {
  const { contentDir, frameworks, defaultFramework, secondReader } = config;
  const loaded = await loadThroughCopy(contentDir, { frameworks, fallback: defaultFramework }, codeFolder);
  const readings = [loadCare(packageFolder), ...(secondReader ? [loadOwn(packageFolder)] : [])];
  const isLearned = loaded.ok && loaded.learned() !== undefined;
  const said = loaded.ok && !isLearned ? readSaid(contentDir) : undefined;
  const lines = [...(loaded.ok ? [] : loaded.faults), ...(said && !said.ok ? said.faults : [])];
  const faults = [
    ...lines.map(({ file, line, message }) => `${file}:${line}: ${message}`),
    ...readings.flatMap((reading) => (reading.ok ? [] : [reading.fault])),
  ];
  return loaded.ok && faults.length === 0 ? toState(loaded.library, isLearned) : { ok: false, faults };
}

function toState({ frameworks }: Library, isLearned: boolean): ContentState {
  const pages = frameworks.flatMap((framework): [string, string][] => {
    const [theme] = framework.themes;
    const nothing = { role: undefined, subtheme: undefined, statement: undefined, prompt: undefined };
    return theme ? [[framework.id, pathOf({ framework, theme, ...nothing })]] : [];
  });
  return { ok: true, frameworks: frameworks.map(({ id }) => id), pages: new Map(pages), isLearned };
}
