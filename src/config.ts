import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import type { Credentials } from './azure/credentials.js';
import type { Surface } from './cards/desk.js';
import { traceError } from './errors.js';
import { type LogLevel, logLevels } from './log.js';
import { type Keyring, keyRecipe, parseKeys } from './storage/encryption.js';

/** Everything the service is told from outside, checked. */
export type Config = {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** IP address to listen on. Local mode listens on loopback only. */
  readonly host: string;
  readonly production: boolean;
  /** undefined is local mode: no registration, no tokens, loopback callers only. */
  readonly credentials: Credentials | undefined;
  /** Entra tenant ids in lower case. Empty in local mode, where any tenant goes. */
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
  readonly closingDays: { readonly municipal: boolean; readonly extra: readonly string[] };
  /** The service's own host for links to pages, `https://…` with no slash at the end; undefined: no links, no pages for sharing. */
  readonly publicUrl: string | undefined;
  /** Where people read and mend their notes: in a dialog of Teams, of which nothing stays, or in their chat, where it stays. */
  readonly notesIn: Surface;
  /** Whether Microsoft Graph is asked for a person's job title, to suggest their role. */
  readonly graph: boolean;
  /** The municipality's own language model, which is asked what a message means; undefined: none is. */
  readonly secondReader: SecondReaderSettings | undefined;
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

/** The public cloud's announcement of the keys that sign inbound tokens (Bot Connector authentication, "OpenID metadata document"). */
const publicOpenIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/**
 * The first generally available version of Azure OpenAI's interface with structured outputs (Microsoft Learn, "Azure OpenAI API
 * version lifecycle"). Reasoning models are listed for later previews alone.
 */
const firstStructured = '2024-10-21';

const guid = z
  .string()
  .regex(
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
    'is not an id like 01234567-89ab-cdef-0123-456789abcdef. Copy it from the Azure portal',
  )
  .toLowerCase();
const list = (item: z.ZodString) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item).min(1, 'is an empty list. Remove it or name something'));
const serviceHost = z
  .string()
  .toLowerCase()
  .regex(
    /^(\*\.)?([a-z\d-]+\.)+[a-z\d-]+$|^localhost$/,
    'has an entry that is not a host name. Write names like smba.trafficmanager.net or *.botframework.com, with commas between',
  );

const wholeNumber = (what: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `is not a whole number of ${what}`)
    .transform(Number)
    .pipe(z.number().min(least, `is below ${least}`).max(most, `is above ${most}`));
const origin = (example: string) =>
  z
    .string()
    .refine((text) => isSafeUrl(text) && isOrigin(text), `is not the address of a host. Write ${example}, with nothing after it`)
    .transform((text) => new URL(text).origin);
const closingDaysFault = 'has an entry that is no day. Write none, or municipal and dates like 2026-12-28 with commas between';

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'is not a port number. Write a number from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65535, 'is above 65535'))
    .default(3978),
  HOST: z
    .string()
    .refine((text) => isIP(text) !== 0, 'is not an IP address. Write one of this machine’s, 0.0.0.0 or :: for all of them, or remove it')
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production'], 'is unknown. Write production, development or test').default('development'),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: guid.optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant'], 'is unknown. Write SingleTenant, UserAssignedMSI or MultiTenant')
    .default('SingleTenant'),
  ALLOWED_TENANTS: list(guid).optional(),
  ALLOWED_SERVICE_HOSTS: list(serviceHost).optional(),
  OPENID_METADATA_URL: z
    .string()
    .refine(isSafeUrl, 'is not an https address. Write https://…, or http:// for this machine only')
    .default(publicOpenIdMetadata),
  OPENID_REFRESH_MINUTES: z.coerce.number('is not a number').positive('is not above 0').max(1440, 'is above 1440, a day').default(60),
  MESSAGES_PER_MINUTE: wholeNumber('messages', 1, 100_000).optional(),
  MESSAGES_PER_SECOND: wholeNumber('messages', 1, 100_000).optional(),
  CONTENT_DIR: z.string().default('content'),
  FRAMEWORKS: list(z.string()).optional(),
  DEFAULT_FRAMEWORK: z.string().optional(),
  PLAYGROUND: z.enum(['on', 'off'], 'is unknown. Write on or off').optional(),
  LOG_LEVEL: z.enum(logLevels, `is unknown. Write one of ${logLevels.join(', ')}`).default('info'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'is not a PostgreSQL address. Write postgres://user:password@host:5432/database')
    .optional(),
  DATABASE_AUTH: z.enum(['password', 'entra'], 'is unknown. Write password or entra').default('password'),
  REFLECTION_KEYS: z.string().transform(readKeys).optional(),
  RETENTION_DAYS: wholeNumber('days', 1, 3650).default(30),
  INACTIVE_DAYS: wholeNumber('days', 60, 3650).default(400),
  NUDGE_GRACE_MINUTES: wholeNumber('minutes', 1, 1440).default(120),
  NUDGE_RATE: wholeNumber('requests a second', 1, 50).default(25),
  CLOSING_DAYS: list(z.string().regex(/^(none|municipal|\d{4}-\d{2}-\d{2})$/, closingDaysFault))
    .refine((days) => days.every((day) => !/^\d/.test(day) || isDate(day)), closingDaysFault)
    .refine((days) => !days.includes('none') || days.length === 1, 'names "none" beside other days. Write one or the other')
    .default(['municipal']),
  GRAPH: z.enum(['on', 'off'], 'is unknown. Write on or off').default('off'),
  NOTES_IN: z.enum(['dialog', 'chat'], 'is unknown. Write dialog or chat').optional(),
  PUBLIC_URL: origin('https://kompas.example.dk').optional(),
  SECOND_READER: z.enum(['off', 'unsure', 'always'], 'is unknown. Write off, unsure or always').default('off'),
  AZURE_OPENAI_ENDPOINT: origin('https://kommunen.openai.azure.com').optional(),
  AZURE_OPENAI_DEPLOYMENT: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'is not the name of a deployment. Copy it from the Azure portal')
    .optional(),
  AZURE_OPENAI_API_VERSION: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/, 'is not a version like 2024-10-21. Copy it from the Azure portal, or remove it')
    .default(firstStructured),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  SECOND_READER_TIMEOUT_MS: wholeNumber('milliseconds', 500, 10_000).default(4_000),
  SECOND_READER_PER_MINUTE: wholeNumber('questions', 1, 10_000).default(60),
  SECOND_READER_PER_DAY: wholeNumber('questions', 1, 1_000_000).default(2_000),
});

type Environment = z.output<typeof environmentSchema>;

/** The name of every environment variable the service reads. */
export const configKeys: readonly string[] = Object.keys(environmentSchema.shape);

/**
 * Reads the configuration from environment variables. An empty or blank variable counts as unset, unknown ones are
 * not looked at. Reports every fault at once. Anything unclear is a fault: half a registration never becomes local mode.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const given = Object.fromEntries(configKeys.map((key) => [key, env[key]?.trim() || undefined]));
  const parsed = environmentSchema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  const all = [
    ...new Set([
      ...faults,
      ...findRegistrationFaults(given),
      ...findAddressFaults(given),
      ...findStorageFaults(given),
      ...findReaderFaults(given),
    ]),
  ];
  return parsed.success && all.length === 0 ? { ok: true, config: toConfig(parsed.data) } : { ok: false, faults: all };
}

function toConfig(env: Environment): Config {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId = '' } = env;
  return {
    port: env.PORT,
    host: env.HOST ?? (appId ? '0.0.0.0' : '127.0.0.1'),
    production: env.NODE_ENV === 'production',
    credentials: appId ? { appId, password: env.MicrosoftAppPassword ?? '', tenantId, type: env.MicrosoftAppType } : undefined,
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
    reflectionKeys: env.REFLECTION_KEYS,
    retentionDays: env.RETENTION_DAYS,
    inactiveDays: env.INACTIVE_DAYS,
    nudgeGraceMinutes: env.NUDGE_GRACE_MINUTES,
    nudgeRate: env.NUDGE_RATE,
    closingDays: { municipal: env.CLOSING_DAYS.includes('municipal'), extra: env.CLOSING_DAYS.filter(isDate) },
    publicUrl: env.PUBLIC_URL,
    // Microsoft's test client opens no dialog from a card.
    notesIn: env.NOTES_IN ?? (appId ? 'dialog' : 'chat'),
    graph: env.GRAPH === 'on',
    secondReader: readerOf(env),
  };
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

function readKeys(text: string, context: z.RefinementCtx): Keyring {
  const parsed = parseKeys(text);
  if (parsed.ok) return parsed.keys;
  context.addIssue({ code: 'custom', message: parsed.fault });
  return z.NEVER;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;
}

function isOrigin(text: string): boolean {
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === '/' && !search && !hash && !username && !password;
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}

/** What is wrong with the bot's registration as a whole: half of one never becomes local mode. */
function findRegistrationFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const managed = given['MicrosoftAppType'] === 'UserAssignedMSI';
  const multiTenant = given['MicrosoftAppType'] === 'MultiTenant';
  const needed = ['MicrosoftAppId', ...(managed ? [] : ['MicrosoftAppPassword']), ...(multiTenant ? [] : ['MicrosoftAppTenantId'])];
  const wanted =
    given['NODE_ENV'] === 'production' || ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'].some((key) => given[key]);
  if (!wanted) return [];
  const why = given['NODE_ENV'] === 'production' ? 'NODE_ENV=production needs it' : 'the other credentials need it';
  const faults = needed
    .filter((key) => !given[key])
    .map((key) => `${key} is missing: ${why}. Copy it from the bot's registration in Azure.`);
  if (managed && given['MicrosoftAppPassword']) faults.push('MicrosoftAppPassword is set, but a UserAssignedMSI has none. Remove it.');
  const whom = given['NODE_ENV'] === 'production' ? why : multiTenant && !given['MicrosoftAppTenantId'] ? 'a MultiTenant bot needs it' : '';
  if (whom && !given['ALLOWED_TENANTS'])
    faults.push(
      `ALLOWED_TENANTS is missing: ${whom}. Name the Entra tenants whose people may use the bot, often just MicrosoftAppTenantId.`,
    );
  return faults;
}

/** Without a registration whoever calls is believed, so only this machine may. */
function findAddressFaults({ HOST: host, MicrosoftAppId: appId }: Readonly<Record<string, string | undefined>>): string[] {
  if (!host || appId || !isIP(host) || /^127\.|^::1$/.test(host)) return [];
  return ['HOST is not an address of this machine alone, but without a registration anybody who calls is believed. Remove it.'];
}

/** A key that a machine makes for itself would be lost with the machine, and another on each; so only local mode has one. */
function findStorageFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { DATABASE_URL: url, DATABASE_AUTH: auth, REFLECTION_KEYS: keys } = given;
  const why =
    given['NODE_ENV'] === 'production'
      ? 'NODE_ENV=production needs it'
      : given['MicrosoftAppId']
        ? 'a registered bot needs it'
        : url
          ? 'DATABASE_URL needs it'
          : undefined;
  const faults = !keys && why ? [`REFLECTION_KEYS is missing: ${why}. Make one with: ${keyRecipe}`] : [];
  if (auth === 'entra' && !url)
    faults.push('DATABASE_URL is missing: DATABASE_AUTH=entra needs it. Write postgres://user@host:5432/database.');
  if (auth === 'entra' && url && isPostgresUrl(url) && new URL(url).password)
    faults.push('DATABASE_URL has a password, but DATABASE_AUTH=entra needs none. Remove it from the address.');
  return faults;
}

/** Half of what a language model needs never becomes none: nobody would notice. A key that opens it for anybody is for trials. */
function findReaderFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const mode = given['SECOND_READER'];
  if (mode !== 'unsure' && mode !== 'always') return [];
  const faults = ['AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_DEPLOYMENT']
    .filter((key) => !given[key])
    .map((key) => `${key} is missing: SECOND_READER=${mode} needs it. Copy it from the Azure portal, or write SECOND_READER=off.`);
  if (given['AZURE_OPENAI_API_KEY'] && given['MicrosoftAppId'])
    faults.push(
      'AZURE_OPENAI_API_KEY is set, but a registered bot is let in by its own identity. Remove it, and give that identity the role "Cognitive Services OpenAI User".',
    );
  return faults;
}

/** Whether a text is the address of a PostgreSQL database. */
export function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && hostname !== '' && pathname.length > 1;
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
