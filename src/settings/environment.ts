/**
 * The environment variables that the service reads: what each may say, and what must agree between them.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { isDate } from '../language/times/when.js';
import { logLevels } from '../log.js';
import { type Keyring, keyRecipe, parseKeys } from '../storage/encryption.js';
import { guidFrom } from '../tenants/tenants.js';

/** The public cloud's announcement of the keys that sign inbound tokens (Bot Connector authentication, "OpenID metadata document"). */
const publicOpenIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/**
 * The first generally available version of Azure OpenAI's interface with structured outputs (Microsoft Learn, "Azure OpenAI API
 * version lifecycle"). Reasoning models are listed for later previews alone.
 */
const firstStructured = '2024-10-21';

/** Bot Framework's own. */
const usualPort = 3978;

const guid = guidFrom('the Azure portal');
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

const port = z
  .string()
  .regex(/^\d+$/, 'is not a port number. Write a number from 0 to 65535')
  .transform(Number)
  .pipe(z.number().max(65535, 'is above 65535'));

const settingsSchema = z.object({
  PORT: port.default(usualPort),
  HOST: z
    .string()
    .refine((text) => isIP(text) !== 0, 'is not an IP address. Write one of this machine’s, 0.0.0.0 or :: for all of them, or remove it')
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production'], 'is unknown. Write production, development or test').default('development'),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppIdentity: guid.optional(),
  MicrosoftAppTenantId: guid.optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant'], 'is unknown. Write SingleTenant, UserAssignedMSI or MultiTenant')
    .default('SingleTenant'),
  ALLOWED_TENANTS: list(guid).optional(),
  TENANTS_FILE: z.string().optional(),
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
  EDITOR_CONTACT: z.string().max(120, 'is longer than 120 characters. Write a name and an address').optional(),
  EDITOR_ID: guid.optional(),
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
  OPERATOR_PORT: port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine(isCollector, 'is not the address of a collector. Write https://host or http://host:4318, without /v1/metrics')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\w-]+=[^,\s]+(\s*,\s*[\w-]+=[^,\s]+)*$/, 'is not a list of headers. Write name=value, with commas between')
    .optional(),
});

/** Every setting after its defaults, each right by itself. */
export type Environment = z.output<typeof settingsSchema>;

/** Settings, or everything that is wrong with them, each fault with its remedy and without any value of a secret. */
export type ParsedEnvironment =
  | { readonly ok: true; readonly environment: Environment }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The name of every environment variable the service reads. */
export const configKeys: readonly string[] = Object.keys(settingsSchema.shape);

/** Reads the settings. An empty or blank variable counts as unset, unknown ones are not looked at. Reports every fault at once. */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): ParsedEnvironment {
  const given = Object.fromEntries(configKeys.map((key) => [key, env[key]?.trim() || undefined]));
  const parsed = settingsSchema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  const all = [
    ...new Set([
      ...faults,
      ...findRegistrationFaults(given),
      ...findAddressFaults(given),
      ...findStorageFaults(given),
      ...findReaderFaults(given),
      ...findTenantFaults(given),
      ...findTelemetryFaults(given),
    ]),
  ];
  return parsed.success && all.length === 0 ? { ok: true, environment: parsed.data } : { ok: false, faults: all };
}

function readKeys(text: string, context: z.RefinementCtx): Keyring {
  const parsed = parseKeys(text);
  if (parsed.ok) return parsed.keys;
  context.addIssue({ code: 'custom', message: parsed.fault });
  return z.NEVER;
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
  const proved = managed || given['MicrosoftAppIdentity'];
  const needed = ['MicrosoftAppId', ...(proved ? [] : ['MicrosoftAppPassword']), ...(multiTenant ? [] : ['MicrosoftAppTenantId'])];
  const wanted =
    given['NODE_ENV'] === 'production' ||
    ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppIdentity', 'MicrosoftAppTenantId'].some((key) => given[key]);
  if (!wanted) return [];
  const why = given['NODE_ENV'] === 'production' ? 'NODE_ENV=production needs it' : 'the other credentials need it';
  const faults = needed
    .filter((key) => !given[key])
    .map((key) => `${key} is missing: ${why}. ${remedies[key] ?? "Copy it from the bot's registration in Azure."}`);
  faults.push(...findProofFaults(given));
  const whom = given['NODE_ENV'] === 'production' ? why : multiTenant && !given['MicrosoftAppTenantId'] ? 'a MultiTenant bot needs it' : '';
  if (whom && !given['ALLOWED_TENANTS'] && !given['TENANTS_FILE'])
    faults.push(
      `ALLOWED_TENANTS is missing: ${whom}. Name the Entra tenants whose people may use the bot, often just MicrosoftAppTenantId, or set TENANTS_FILE.`,
    );
  return faults;
}

const remedies: Readonly<Record<string, string>> = {
  MicrosoftAppPassword:
    "Copy it from the bot's registration in Azure, or name the managed identity that vouches for it in MicrosoftAppIdentity.",
};

/** A registration proves itself in one way: with two, nobody would know which one is in use when the other ends. */
function findProofFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppIdentity: identity, MicrosoftAppType: type } = given;
  if (type === 'UserAssignedMSI')
    return [
      ...(password ? ['MicrosoftAppPassword is set, but a UserAssignedMSI has none. Remove it.'] : []),
      ...(identity ? ['MicrosoftAppIdentity is set, but a UserAssignedMSI vouches for itself. Remove it.'] : []),
    ];
  if (!identity) return [];
  return [
    ...(password ? ['MicrosoftAppPassword is set beside MicrosoftAppIdentity, which takes its place. Remove it.'] : []),
    ...(identity.toLowerCase() === appId?.toLowerCase()
      ? [
          'MicrosoftAppIdentity is the same as MicrosoftAppId. Write the client id of the managed identity that vouches for the registration, or MicrosoftAppType=UserAssignedMSI where the identity is the registration.',
        ]
      : []),
  ];
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

/** What the file of tenants says has one home: a setting beside it would be overlooked, or overlook it. */
function findTenantFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  if (!given['TENANTS_FILE']) return [];
  return ['ALLOWED_TENANTS', 'FRAMEWORKS', 'DEFAULT_FRAMEWORK', 'EDITOR_ID']
    .filter((key) => given[key])
    .map((key) => `${key} is set beside TENANTS_FILE, which says it for each tenant. Remove it.`);
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

/** The operator's port is another one than everybody's; and what opens a collector goes to nobody who listens on the way. */
function findTelemetryFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { PORT, OPERATOR_PORT: own, OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_EXPORTER_OTLP_HEADERS: headers } = given;
  const faults: string[] = [];
  if (own !== undefined && Number(own) !== 0 && Number(own) === Number(PORT ?? usualPort))
    faults.push('OPERATOR_PORT is the port that messages come to (PORT). Set it to another one, such as 9464, or remove it.');
  if (headers && !collector)
    faults.push('OTEL_EXPORTER_OTLP_ENDPOINT is missing: OTEL_EXPORTER_OTLP_HEADERS needs it. Write where the collector is.');
  if (headers && collector && isCollector(collector) && !isSafeUrl(collector))
    faults.push(
      'OTEL_EXPORTER_OTLP_HEADERS is set, but OTEL_EXPORTER_OTLP_ENDPOINT is not an https address: what is secret would be read on the way. Write https://…, or remove the headers.',
    );
  return faults;
}

/** Numbers may go unencrypted to a collector in the same network; no user, query or page belongs to its address. */
function isCollector(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password, pathname } = new URL(text);
  return /^https?:$/.test(protocol) && !search && !hash && !username && !password && !pathname.includes('/v1/metrics');
}

/** Whether a text is the address of a PostgreSQL database. */
export function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && hostname !== '' && pathname.length > 1;
}
