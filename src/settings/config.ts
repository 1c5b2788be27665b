import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import type { Credentials } from '../azure/credentials.js';
import type { Surface } from '../cards/desk.js';
import { traceError } from '../errors.js';
import { isDate } from '../language/times/when.js';
import type { LogLevel } from '../log.js';
import { defaultZone } from '../nudges/rules/plan.js';
import type { Keyring } from '../storage/encryption.js';
import type { ClosingDays, Tenant, TenantDefaults } from '../tenants/tenants.js';
import { type Environment, parseEnvironment } from './environment.js';

/** Everything the service is told from outside, checked. */
export type Config = {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** IP address to listen on. Local mode listens on loopback only. */
  readonly host: string;
  readonly production: boolean;
  /** undefined is local mode: no registration, no tokens, loopback callers only. */
  readonly credentials: Credentials | undefined;
  /** The file that says what holds for each tenant; undefined: the same holds for all. Relative to the package's folder unless absolute. */
  readonly tenantsFile: string | undefined;
  /** Entra tenant ids in lower case, where no file names them. Empty in local mode, where any tenant goes. */
  readonly allowedTenants: readonly string[];
  /** Host names, or `*.example.com` for any host below a domain. */
  readonly allowedServiceHosts: readonly string[];
  /** Where the key set of inbound tokens is announced. */
  readonly openIdMetadataUrl: string;
  /** How long a key set is trusted before it is read again; a new key works and a withdrawn one is refused after that. */
  readonly openIdRefreshMinutes: number;
  /** Messages of one person that are answered in a minute; undefined, as in local mode unless set, is any number. */
  readonly messagesPerMinute: number | undefined;
  /** Messages of all people together that this instance answers in a second; undefined as above. */
  readonly messagesPerSecond: number | undefined;
  /** Relative to the package's folder unless absolute. */
  readonly contentDir: string;
  /** Framework ids to load; undefined is all. */
  readonly frameworks: readonly string[] | undefined;
  /** The framework for people without a profile; undefined leaves the choice to the content. */
  readonly defaultFramework: string | undefined;
  /** Whether `npm start` starts the playground too; undefined: when there is a terminal. */
  readonly playground: 'on' | 'off' | undefined;
  readonly logLevel: LogLevel;
  /** Where the database file and the key of local mode are. Relative to the package's folder unless absolute. */
  readonly dataDir: string;
  /** PostgreSQL; undefined is the file in `dataDir`. A secret. */
  readonly databaseUrl: string | undefined;
  /** Where PostgreSQL's password comes from. */
  readonly databaseAuth: 'password' | 'entra';
  /** Client id of the managed identity that `entra` signs in with; undefined: the only one that the machine has, or whoever is signed in. */
  readonly databaseIdentity: string | undefined;
  /** What seals notes; undefined in local mode without them: then a key is kept in `dataDir`. */
  readonly reflectionKeys: Keyring | undefined;
  /** Days from when a person took the bot away, or was last unreachable, until everything about them is deleted. */
  readonly retentionDays: number;
  /** Days from when a person was last seen until everything about them is deleted; they are told 30 days before. */
  readonly inactiveDays: number;
  /** A nudge that is so many minutes late is skipped. */
  readonly nudgeGraceMinutes: number;
  /** Nudges a second to each tenant, all instances together. Teams allows an app 50 in a tenant. */
  readonly nudgeRate: number;
  /** Days without nudges besides the public holidays. */
  readonly closingDays: ClosingDays;
  /** The service's own host for links to pages, `https://…` with no slash at the end; undefined: no links, no pages for sharing. */
  readonly publicUrl: string | undefined;
  /** Who takes letters about documents that name nobody: what people are told, and the Entra object id of whoever reads them in Teams. */
  readonly editor: { readonly contact: string | undefined; readonly person: string | undefined };
  /** Where people read and mend their notes: in a dialog of Teams, of which nothing stays, or in their chat, where it stays. */
  readonly notesIn: Surface;
  /** Whether Microsoft Graph is asked for a person's job title, to suggest their role. */
  readonly graph: boolean;
  /** The municipality's own language model, which is asked what a message means; undefined: none is. */
  readonly secondReader: SecondReaderSettings | undefined;
  /** The port of what operators may see, on this machine alone; 0 takes a free one, undefined: there is none. */
  readonly operatorPort: number | undefined;
  /** The OpenTelemetry collector that numbers are sent to: its address with no slash at the end, and headers, which are secrets. */
  readonly collector: { readonly endpoint: string; readonly headers: Readonly<Record<string, string>> } | undefined;
};

/** A language model at Azure OpenAI, and how much it is asked. */
export type SecondReaderSettings = {
  /** Asked where the bot itself is unsure, or about every question on the documents. */
  readonly mode: 'unsure' | 'always';
  /** Its host, `https://…` with no slash at the end. */
  readonly endpoint: string;
  readonly deployment: string;
  /** The version of Azure OpenAI's interface. */
  readonly apiVersion: string;
  /** For trials on one's own machine; undefined: the bot's identity is let in. A secret. */
  readonly apiKey: string | undefined;
  /** How long a reply is waited for, in milliseconds. */
  readonly timeoutMs: number;
  /** Questions that this instance asks in a minute, and in a day, at most. */
  readonly perMinute: number;
  readonly perDay: number;
};

/** A config, or everything that is wrong with the environment, each fault with its remedy and without any value of a secret. */
export type ParsedConfig = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Hosts the Bot Framework gives as `serviceUrl` in the public cloud: Teams' own and the connector's.
 * Deliberately not `*.trafficmanager.net`: anyone can have a name there. Other clouds are named in ALLOWED_SERVICE_HOSTS.
 * Source: Microsoft Agents SDK, TeamsServiceEndpoints; Bot Connector API reference, "Base URI".
 */
const publicServiceHosts: readonly string[] = ['smba.trafficmanager.net', '*.botframework.com'];

/**
 * Reads the configuration from environment variables, see {@link parseEnvironment}. Anything unclear is a fault: half a registration
 * never becomes local mode.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const parsed = parseEnvironment(env);
  return parsed.ok ? { ok: true, config: toConfig(parsed.environment) } : parsed;
}

function toConfig(env: Environment): Config {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId = '' } = env;
  return {
    port: env.PORT,
    host: env.HOST ?? (appId ? '0.0.0.0' : '127.0.0.1'),
    production: env.NODE_ENV === 'production',
    credentials: appId ? toCredentials(appId, tenantId, env) : undefined,
    tenantsFile: env.TENANTS_FILE,
    allowedTenants: env.ALLOWED_TENANTS ?? (tenantId ? [tenantId] : []),
    allowedServiceHosts: env.ALLOWED_SERVICE_HOSTS ?? publicServiceHosts,
    openIdMetadataUrl: env.OPENID_METADATA_URL,
    openIdRefreshMinutes: env.OPENID_REFRESH_MINUTES,
    messagesPerMinute: env.MESSAGES_PER_MINUTE ?? (appId ? 20 : undefined),
    messagesPerSecond: env.MESSAGES_PER_SECOND ?? (appId ? 50 : undefined),
    contentDir: env.CONTENT_DIR,
    frameworks: env.FRAMEWORKS,
    defaultFramework: env.DEFAULT_FRAMEWORK,
    playground: env.PLAYGROUND,
    logLevel: env.LOG_LEVEL,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseAuth: env.DATABASE_AUTH,
    databaseIdentity: env.MicrosoftAppIdentity ?? (env.MicrosoftAppType === 'UserAssignedMSI' ? appId : undefined),
    reflectionKeys: env.REFLECTION_KEYS,
    retentionDays: env.RETENTION_DAYS,
    inactiveDays: env.INACTIVE_DAYS,
    nudgeGraceMinutes: env.NUDGE_GRACE_MINUTES,
    nudgeRate: env.NUDGE_RATE,
    closingDays: { municipal: env.CLOSING_DAYS.includes('municipal'), extra: env.CLOSING_DAYS.filter(isDate) },
    publicUrl: env.PUBLIC_URL,
    // Microsoft's test client opens no dialog from a card.
    notesIn: env.NOTES_IN ?? (appId ? 'dialog' : 'chat'),
    editor: { contact: env.EDITOR_CONTACT, person: env.EDITOR_ID },
    graph: env.GRAPH === 'on',
    secondReader: readerOf(env),
    operatorPort: env.OPERATOR_PORT,
    collector: env.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, headers: readHeaders(env.OTEL_EXPORTER_OTLP_HEADERS ?? '') }
      : undefined,
  };
}

function toCredentials(appId: string, tenantId: string, env: Environment): Credentials {
  const { MicrosoftAppPassword: password = '', MicrosoftAppType: type, MicrosoftAppIdentity: identity } = env;
  return { appId, password, tenantId, type, ...(identity && { identity }) };
}

/** `name=value` with commas between, values as in an address (OpenTelemetry, "Specifying headers via environment variables"). */
function readHeaders(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), decode(pair.slice(at + 1).trim())];
    }),
  );
}

/** A value that holds a stray "%" is taken as it stands. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function readerOf(env: Environment): SecondReaderSettings | undefined {
  const { SECOND_READER: mode, AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: deployment } = env;
  if (mode === 'off' || !endpoint || !deployment) return undefined;
  return {
    mode,
    endpoint,
    deployment,
    apiVersion: env.AZURE_OPENAI_API_VERSION,
    apiKey: env.AZURE_OPENAI_API_KEY,
    timeoutMs: env.SECOND_READER_TIMEOUT_MS,
    perMinute: env.SECOND_READER_PER_MINUTE,
    perDay: env.SECOND_READER_PER_DAY,
  };
}

/** What holds for a tenant that says nothing else. */
export function tenantDefaults(
  config: Pick<Config, 'closingDays' | 'nudgeRate'> & Partial<Pick<Config, 'graph' | 'secondReader' | 'editor'>>,
): TenantDefaults {
  const { closingDays, nudgeRate: rate, graph = false, secondReader, editor } = config;
  const all = { served: true, nudges: true, sharing: true, graph, secondReader: secondReader !== undefined };
  return { closingDays, timeZone: defaultZone, contact: editor?.contact, rate, ...all };
}

/** The one setting for everybody, where no file says what holds for each. */
export function oneForAll(
  config: Parameters<typeof tenantDefaults>[0] & Partial<Pick<Config, 'frameworks' | 'defaultFramework'>>,
): Omit<Tenant, 'id' | 'name'> {
  const { frameworks, defaultFramework } = config;
  return { ...tenantDefaults(config), frameworks, defaultFramework, editor: config.editor?.person, keys: undefined };
}

/**
 * Adds what the `.env` of a folder says to the process's environment; what the environment says already wins. Gives what
 * is wrong with the file, undefined when there is none or it was read.
 */
export function loadSettings(folder: string): string | undefined {
  const file = join(folder, '.env');
  if (!existsSync(file)) return undefined;
  try {
    loadEnvFile(file);
    return undefined;
  } catch (error) {
    return `the settings in "${file}" cannot be read (${traceError(error).code}). Let the user that the service runs as read the file, or remove it`;
  }
}

const versionSchema = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+[\w.-]*$/) });

/** Which release runs: the version of package.json when this was built. "unbuilt" where the code never went through `npm run build`. */
export function readVersion(codeFolder: string): string {
  const file = join(codeFolder, 'version.json');
  if (!existsSync(file)) return 'unbuilt';
  return versionSchema.catch({ version: 'unbuilt' }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
