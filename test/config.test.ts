import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/settings/config.js';
import { configKeys } from '../src/settings/environment.js';

const appId = '22222222-2222-4222-8222-222222222222';
const tenant = '11111111-1111-4111-8111-111111111111';
const noteKeys = { REFLECTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}` };
const registration = { MicrosoftAppId: appId, MicrosoftAppPassword: 'hemmeligt', MicrosoftAppTenantId: tenant, ...noteKeys };

const model = { SECOND_READER: 'unsure', AZURE_OPENAI_ENDPOINT: 'https://kommunen.openai.azure.com', AZURE_OPENAI_DEPLOYMENT: 'gpt' };

function configOf(env: Record<string, string | undefined>) {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.config;
}

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.faults;
}

describe('parseConfig', () => {
  it('is local mode on loopback when nothing is set', () => {
    expect(configOf({})).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      production: false,
      credentials: undefined,
      allowedTenants: [],
      allowedServiceHosts: ['smba.trafficmanager.net', '*.botframework.com'],
      openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      openIdRefreshMinutes: 60,
      messagesPerMinute: undefined,
      messagesPerSecond: undefined,
      contentDir: 'content',
      frameworks: undefined,
      defaultFramework: undefined,
      playground: undefined,
      logLevel: 'info',
      dataDir: 'data',
      databaseUrl: undefined,
      databaseAuth: 'password',
      reflectionKeys: undefined,
      retentionDays: 30,
      inactiveDays: 400,
      nudgeGraceMinutes: 120,
      nudgeRate: 25,
      closingDays: { municipal: true, extra: [] },
      graph: false,
    });
  });

  it('takes empty and blank values as unset', () => {
    expect(configOf(Object.fromEntries(configKeys.map((key) => [key, '  '])))).toEqual(configOf({}));
  });

  it('listens everywhere, allows the own tenant and limits messages when registered', () => {
    const config = configOf({ ...registration, MicrosoftAppTenantId: tenant.toUpperCase() });
    expect(config).toMatchObject({ host: '0.0.0.0', production: false, allowedTenants: [tenant] });
    expect(config).toMatchObject({ messagesPerMinute: 20, messagesPerSecond: 50 });
    expect(config.credentials).toEqual({ appId, password: 'hemmeligt', tenantId: tenant, type: 'SingleTenant' });
  });

  it('listens where it is told, and without a registration on this machine only', () => {
    expect(configOf({ ...registration, HOST: '127.0.0.1' }).host).toBe('127.0.0.1');
    expect(configOf({ ...registration, HOST: '::' }).host).toBe('::');
    expect(configOf({ HOST: '::1' }).host).toBe('::1');
    expect(configOf({}).host).toBe('127.0.0.1');
    expect(faultsOf({ HOST: '0.0.0.0' })).toEqual([expect.stringContaining('HOST is not an address of this machine alone')]);
    expect(faultsOf({ ...registration, HOST: 'kompas.example.dk' })).toEqual([expect.stringContaining('HOST is not an IP address')]);
  });

  it('runs in production for the tenants that are named', () => {
    const other = '33333333-3333-4333-8333-333333333333';
    expect(configOf({ ...registration, NODE_ENV: 'production', ALLOWED_TENANTS: other })).toMatchObject({
      production: true,
      allowedTenants: [other],
    });
    expect(faultsOf({ ...registration, NODE_ENV: 'production' }).join()).toMatch(/^ALLOWED_TENANTS is missing/);
  });

  it('reads how many messages are answered, in local mode too', () => {
    const config = configOf({ MESSAGES_PER_MINUTE: '3', MESSAGES_PER_SECOND: '7' });
    expect(config).toMatchObject({ messagesPerMinute: 3, messagesPerSecond: 7 });
  });

  it('reads lists with spaces and stray commas', () => {
    const other = '33333333-3333-4333-8333-333333333333';
    const config = configOf({
      ...registration,
      ALLOWED_TENANTS: `${tenant}, ${other.toUpperCase()},`,
      ALLOWED_SERVICE_HOSTS: 'smba.example, *.Example.com',
      FRAMEWORKS: 'sammen, socialafdelingen',
    });
    expect(config.allowedTenants).toEqual([tenant, other]);
    expect(config.allowedServiceHosts).toEqual(['smba.example', '*.example.com']);
    expect(config.frameworks).toEqual(['sammen', 'socialafdelingen']);
  });

  it('reads the host of links, and leaves them off without it', () => {
    expect(configOf({ PUBLIC_URL: 'https://Kompas.example.dk/' }).publicUrl).toBe('https://kompas.example.dk');
    expect(configOf({}).publicUrl).toBeUndefined();
    for (const PUBLIC_URL of [
      'kompas.example.dk',
      'http://kompas.example.dk',
      'https://kompas.example.dk/app',
      'https://a:b@kompas.example.dk',
    ])
      expect(faultsOf({ PUBLIC_URL }).join()).toMatch(/^PUBLIC_URL is not the address of a host/);
  });

  it('lets a managed identity be without a password', () => {
    expect(
      configOf({ ...noteKeys, MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, MicrosoftAppType: 'UserAssignedMSI' }).credentials
        ?.password,
    ).toBe('');
  });

  it('takes a managed identity that vouches for the registration in a secret’s place, and signs in to the database with it', () => {
    const identity = '44444444-4444-4444-8444-444444444444';
    const vouched = { ...noteKeys, MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, MicrosoftAppIdentity: identity.toUpperCase() };
    const { credentials, databaseIdentity } = configOf({ ...vouched, NODE_ENV: 'production', ALLOWED_TENANTS: tenant });
    expect(credentials).toEqual({ appId, password: '', tenantId: tenant, type: 'SingleTenant', identity });
    expect(databaseIdentity).toBe(identity);
    const itself = { ...vouched, MicrosoftAppIdentity: '', MicrosoftAppType: 'UserAssignedMSI' };
    expect([configOf(itself).databaseIdentity, configOf(registration).databaseIdentity]).toEqual([appId, undefined]);
  });

  it('reads where to store, how, and for how long', () => {
    const url = 'postgresql://bot@db.example:5432/kompas?sslmode=require';
    const config = configOf({
      DATA_DIR: '/srv/kompas',
      DATABASE_URL: url,
      DATABASE_AUTH: 'entra',
      REFLECTION_KEYS: `k2:${Buffer.alloc(32, 2).toString('base64')}, ${noteKeys.REFLECTION_KEYS}`,
      RETENTION_DAYS: '90',
    });
    expect(config).toMatchObject({ dataDir: '/srv/kompas', databaseUrl: url, databaseAuth: 'entra', retentionDays: 90 });
    expect([...(config.reflectionKeys?.keys() ?? [])]).toEqual(['k2', 'k1']);
  });

  it('reads how late, how fast and on which days nudges are not sent', () => {
    const config = configOf({ NUDGE_GRACE_MINUTES: '30', NUDGE_RATE: '10', CLOSING_DAYS: 'municipal, 2026-12-28' });
    expect(config).toMatchObject({ nudgeGraceMinutes: 30, nudgeRate: 10, closingDays: { municipal: true, extra: ['2026-12-28'] } });
    expect(configOf({ CLOSING_DAYS: 'none' }).closingDays).toEqual({ municipal: false, extra: [] });
  });

  it('asks Microsoft Graph only when told', () => {
    expect(configOf({ GRAPH: 'on' }).graph).toBe(true);
    expect(configOf({ GRAPH: 'off' }).graph).toBe(false);
  });

  it('has notes read in dialogs where there is a registration, unless told otherwise', () => {
    expect(configOf({}).notesIn).toBe('chat');
    expect(configOf({ NOTES_IN: 'dialog' }).notesIn).toBe('dialog');
    expect(configOf(registration).notesIn).toBe('dialog');
    expect(configOf({ ...registration, NOTES_IN: 'chat' }).notesIn).toBe('chat');
  });

  it('names every missing key in production', () => {
    const faults = faultsOf({ NODE_ENV: 'production' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
      'ALLOWED_TENANTS',
      'REFLECTION_KEYS',
    ]);
  });

  it('reports every fault at once, with the credentials that are missing', () => {
    const faults = faultsOf({ NODE_ENV: 'production', PORT: 'x', LOG_LEVEL: 'loud', PLAYGROUND: 'maybe', MicrosoftAppType: 'Other' });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'ALLOWED_TENANTS',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
      'MicrosoftAppType',
      'PLAYGROUND',
      'PORT',
      'REFLECTION_KEYS',
    ]);
  });

  it.each([
    ['half a registration', { MicrosoftAppPassword: 'hemmeligt', MicrosoftAppTenantId: tenant }, 'MicrosoftAppId'],
    ['an app id without a password', { ...noteKeys, MicrosoftAppId: appId, MicrosoftAppTenantId: tenant }, 'MicrosoftAppPassword'],
    ['a managed identity with a password', { ...registration, MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppPassword'],
    ['a secret beside an identity that vouches', { ...registration, MicrosoftAppIdentity: tenant }, 'MicrosoftAppPassword'],
    [
      'an identity that vouches for itself',
      { ...registration, MicrosoftAppPassword: '', MicrosoftAppIdentity: appId },
      'MicrosoftAppIdentity',
    ],
    [
      'a managed identity with another that vouches for it',
      { ...registration, MicrosoftAppPassword: '', MicrosoftAppIdentity: tenant, MicrosoftAppType: 'UserAssignedMSI' },
      'MicrosoftAppIdentity',
    ],
    ['an identity that vouches for nobody', { ...noteKeys, MicrosoftAppIdentity: appId, MicrosoftAppTenantId: tenant }, 'MicrosoftAppId'],
    [
      'MultiTenant that names no tenant',
      { ...noteKeys, MicrosoftAppId: appId, MicrosoftAppPassword: 'x', MicrosoftAppType: 'MultiTenant' },
      'ALLOWED_TENANTS',
    ],
    ['a tenant that is no id', { ...registration, MicrosoftAppTenantId: 'kommune.dk' }, 'MicrosoftAppTenantId'],
    ['any tenant', { ...registration, ALLOWED_TENANTS: '*' }, 'ALLOWED_TENANTS'],
    ['any host', { ALLOWED_SERVICE_HOSTS: '*' }, 'ALLOWED_SERVICE_HOSTS'],
    ['an address as host', { ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net/' }, 'ALLOWED_SERVICE_HOSTS'],
    ['an empty list', { ALLOWED_SERVICE_HOSTS: ',' }, 'ALLOWED_SERVICE_HOSTS'],
    ['a misspelt environment', { NODE_ENV: 'prod' }, 'NODE_ENV'],
    ['a port that is too high', { PORT: '65536' }, 'PORT'],
    ['keys announced over plain http', { OPENID_METADATA_URL: 'http://example.com/keys' }, 'OPENID_METADATA_URL'],
    ['to answer nothing', { MESSAGES_PER_MINUTE: '0' }, 'MESSAGES_PER_MINUTE'],
    ['no refresh', { OPENID_REFRESH_MINUTES: '0' }, 'OPENID_REFRESH_MINUTES'],
    ['a registered bot without keys for notes', { ...registration, REFLECTION_KEYS: '' }, 'REFLECTION_KEYS'],
    ['a database for several instances without keys for notes', { DATABASE_URL: 'postgres://db/kompas' }, 'REFLECTION_KEYS'],
    ['a key that is too short', { REFLECTION_KEYS: 'k1:c2hvcnQ=' }, 'REFLECTION_KEYS'],
    ['a key without an id', { REFLECTION_KEYS: noteKeys.REFLECTION_KEYS.slice(3) }, 'REFLECTION_KEYS'],
    ['two keys with one id', { REFLECTION_KEYS: `${noteKeys.REFLECTION_KEYS},${noteKeys.REFLECTION_KEYS}` }, 'REFLECTION_KEYS'],
    ['another kind of database', { ...noteKeys, DATABASE_URL: 'mysql://db/kompas' }, 'DATABASE_URL'],
    ['a database without a name', { ...noteKeys, DATABASE_URL: 'postgres://db' }, 'DATABASE_URL'],
    ['Entra without a database', { DATABASE_AUTH: 'entra' }, 'DATABASE_URL'],
    ['Entra with a password', { ...noteKeys, DATABASE_AUTH: 'entra', DATABASE_URL: 'postgres://bot:x@db/kompas' }, 'DATABASE_URL'],
    ['unknown ways into the database', { DATABASE_AUTH: 'kerberos' }, 'DATABASE_AUTH'],
    ['to keep nothing', { RETENTION_DAYS: '0' }, 'RETENTION_DAYS'],
    ['nudges that may never be late', { NUDGE_GRACE_MINUTES: '0' }, 'NUDGE_GRACE_MINUTES'],
    ['more nudges a second than Teams takes', { NUDGE_RATE: '51' }, 'NUDGE_RATE'],
    ['closing days by name', { CLOSING_DAYS: 'fastelavn' }, 'CLOSING_DAYS'],
    ['a closing day that no calendar has', { CLOSING_DAYS: '2026-02-30' }, 'CLOSING_DAYS'],
    ['no closing days and some', { CLOSING_DAYS: 'none,municipal' }, 'CLOSING_DAYS'],
    ['a directory that is neither on nor off', { GRAPH: 'yes' }, 'GRAPH'],
    ['notes that are read anywhere', { NOTES_IN: 'mail' }, 'NOTES_IN'],
    ['half a day', { RETENTION_DAYS: '0.5' }, 'RETENTION_DAYS'],
    ['a reader that is on', { SECOND_READER: 'on' }, 'SECOND_READER'],
    ['a reader without a place', { ...model, AZURE_OPENAI_ENDPOINT: '' }, 'AZURE_OPENAI_ENDPOINT'],
    ['a reader without a deployment', { ...model, AZURE_OPENAI_DEPLOYMENT: '' }, 'AZURE_OPENAI_DEPLOYMENT'],
    ['a reader over plain http', { ...model, AZURE_OPENAI_ENDPOINT: 'http://kommunen.openai.azure.com' }, 'AZURE_OPENAI_ENDPOINT'],
    ['a reader with a path', { ...model, AZURE_OPENAI_ENDPOINT: `${model.AZURE_OPENAI_ENDPOINT}/openai/v1` }, 'AZURE_OPENAI_ENDPOINT'],
    ['a deployment that is a path', { ...model, AZURE_OPENAI_DEPLOYMENT: '../gpt' }, 'AZURE_OPENAI_DEPLOYMENT'],
    ['a version that is none', { ...model, AZURE_OPENAI_API_VERSION: 'latest' }, 'AZURE_OPENAI_API_VERSION'],
    ['a key beside a registration', { ...registration, ...model, AZURE_OPENAI_API_KEY: 'hemmelig' }, 'AZURE_OPENAI_API_KEY'],
    ['a reader that is waited for in vain', { ...model, SECOND_READER_TIMEOUT_MS: '60000' }, 'SECOND_READER_TIMEOUT_MS'],
    ['a reader that is asked nothing', { ...model, SECOND_READER_PER_DAY: '0' }, 'SECOND_READER_PER_DAY'],
  ])('refuses %s', (_name, env, key) => {
    expect(faultsOf(env).map((fault) => fault.split(' ')[0])).toEqual([key]);
  });

  it('asks no language model unless told, and then as it is told', () => {
    expect(configOf({}).secondReader).toBeUndefined();
    expect(configOf({ ...model, SECOND_READER: 'off' }).secondReader).toBeUndefined();
    expect(configOf({ ...model, AZURE_OPENAI_API_KEY: 'k' }).secondReader).toEqual({
      mode: 'unsure',
      endpoint: model.AZURE_OPENAI_ENDPOINT,
      deployment: 'gpt',
      apiVersion: '2024-10-21',
      apiKey: 'k',
      timeoutMs: 4_000,
      perMinute: 60,
      perDay: 2_000,
    });
  });

  it('tells nobody numbers unless told, and then as it is told', () => {
    expect(configOf({})).toMatchObject({ operatorPort: undefined, collector: undefined });
    const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example/base/', OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%3Db, x=100%' };
    expect(configOf({ OPERATOR_PORT: '9464', ...collector })).toMatchObject({
      operatorPort: 9464,
      collector: { endpoint: 'https://otel.example/base', headers: { 'api-key': 'a=b', x: '100%' } },
    });
    expect(configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }).collector).toEqual({
      endpoint: 'http://collector:4318',
      headers: {},
    });
    expect(configOf({ PORT: '0', OPERATOR_PORT: '0' }).operatorPort).toBe(0);
  });

  it.each([
    [{ OPERATOR_PORT: 'mange' }, /^OPERATOR_PORT is not a port number/],
    [{ OPERATOR_PORT: '70000' }, /^OPERATOR_PORT is above 65535/],
    [{ OPERATOR_PORT: '3978' }, /^OPERATOR_PORT is the port that messages come to \(PORT\)\. Set it to another one/],
    [{ PORT: '80', OPERATOR_PORT: '080' }, /^OPERATOR_PORT is the port that messages come to/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /^OTEL_EXPORTER_OTLP_ENDPOINT is not the address of a collector\. Write https/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a:hemmeligt@otel.example' }, /^OTEL_EXPORTER_OTLP_ENDPOINT is not the address/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example/v1/metrics' }, /without \/v1\/metrics/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'api-key=hemmeligt' }, /^OTEL_EXPORTER_OTLP_ENDPOINT is missing/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example', OTEL_EXPORTER_OTLP_HEADERS: 'hemmeligt' }, /is not a list of headers/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel.example', OTEL_EXPORTER_OTLP_HEADERS: 'k=hemmeligt' }, /would be read on the way/],
  ])('refuses %j', (env, fault) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
    expect(faultsOf(env).join()).not.toContain('hemmeligt');
  });

  it('never repeats a secret', () => {
    const faults = faultsOf({
      MicrosoftAppPassword: 'hemmeligt',
      MicrosoftAppType: 'hemmeligt',
      REFLECTION_KEYS: 'k1:hemmeligt',
      DATABASE_URL: 'mysql://x:hemmeligt@db/x',
      MicrosoftAppId: appId,
      ...model,
      AZURE_OPENAI_API_KEY: 'hemmeligt',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(expect.arrayContaining(['REFLECTION_KEYS', 'DATABASE_URL']));
    expect(faults.join()).not.toContain('hemmeligt');
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');

  it('lists exactly the keys that are read, in their order', () => {
    expect(lines.flatMap((line) => /^(\w+)=$/.exec(line)?.[1] ?? [])).toEqual(configKeys);
  });

  it('explains each key in the line above', () => {
    for (const key of configKeys) expect(lines[lines.indexOf(`${key}=`) - 1]).toMatch(/^# .+\.$/);
  });
});
