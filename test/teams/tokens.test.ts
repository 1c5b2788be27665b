import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Policy } from '../../src/teams/guard.js';
import { recorded } from './activities.js';
import { type FakeConnector, startConnector } from './connector.js';
import { createKey, type IssuerKey, sign, startIssuer } from './issuer.js';
import { type Service, startService } from './service.js';

const appId = '22222222-2222-4222-8222-222222222222';
const tenant = '11111111-1111-4111-8111-111111111111';
const policy: Policy = { local: false, allowedTenants: [tenant], allowedServiceHosts: ['127.0.0.1'] };
const credentials = { appId, password: 'hemmeligt', tenantId: tenant, type: 'SingleTenant' } as const;
/** MSAL insists on https for the token end point, so outgoing calls are signed by hand. */
const credentialsFactory = {
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', 'Bearer outbound');
      return request;
    },
  }),
} as never;

const good = createKey('good', ['msteams', 'skype']);
const unendorsed = createKey('unendorsed');
const elsewhere = createKey('elsewhere', ['webchat']);
const forged = createKey('good', ['msteams']);

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let connector: FakeConnector;
let service: Service;

beforeAll(async () => {
  issuer = await startIssuer([good, unendorsed, elsewhere]);
});
afterAll(() => issuer.close());
beforeEach(async () => {
  // The SDK reports bad signatures there, with the public key.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  connector = await startConnector();
  service = await startService(
    { credentials, credentialsFactory, openIdMetadataUrl: issuer.metadataUrl, openIdRefreshMinutes: 60 },
    policy,
  );
  service.now = new Date();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([service.stop(), connector.close()]);
});

const seconds = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  serviceurl: connector.url,
  nbf: seconds() - 10,
  exp: seconds() + 600,
  ...changes,
});
const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
const post = (token: string | undefined, changes: Record<string, unknown> = {}) =>
  service.post(
    recorded('message.personal', { serviceUrl: connector.url, ...changes }),
    token === undefined ? {} : { authorization: token },
  );

it('answers a genuine request, signing what it sends', async () => {
  expect((await post(`Bearer ${sign(good, claims())}`)).status).toBe(200);
  expect(service.asked).toHaveLength(1);
  expect(connector.calls.map(({ authorization }) => authorization)).toEqual(['Bearer outbound']);
});

const refused: readonly [string, () => string | undefined][] = [
  ['no token', () => undefined],
  ['garbage', () => 'Bearer garbage'],
  ['bearer in lower case', () => `bearer ${sign(good, claims())}`],
  ['an expired token', () => `Bearer ${sign(good, claims({ exp: seconds() - 301 }))}`],
  ['a token without exp', () => `Bearer ${sign(good, without('exp'))}`],
  ['a token from the future', () => `Bearer ${sign(good, claims({ nbf: seconds() + 900 }))}`],
  ['another audience', () => `Bearer ${sign(good, claims({ aud: tenant }))}`],
  ['a list of audiences', () => `Bearer ${sign(good, claims({ aud: [appId] }))}`],
  ['no audience', () => `Bearer ${sign(good, without('aud'))}`],
  ['another issuer', () => `Bearer ${sign(good, claims({ iss: 'https://api.botframework.us' }))}`],
  [
    'an Entra token for the bot',
    () => `Bearer ${sign(good, claims({ iss: `https://sts.windows.net/${tenant}/`, ver: '1.0', appid: appId, tid: tenant }))}`,
  ],
  ['another serviceUrl in the token', () => `Bearer ${sign(good, claims({ serviceurl: 'https://evil.example/' }))}`],
  ['no serviceUrl in the token', () => `Bearer ${sign(good, without('serviceurl'))}`],
  ['an unknown key', () => `Bearer ${sign({ ...good, kid: 'unknown' }, claims())}`],
  ['no key id', () => `Bearer ${sign(good, claims(), { kid: undefined })}`],
  ['a forged signature', () => `Bearer ${sign(forged, claims())}`],
  ['RS512', () => `Bearer ${sign(good, claims(), { alg: 'RS512' }, 'RSA-SHA512')}`],
  ['no signature', () => `Bearer ${sign(good, claims(), { alg: 'none' }).replace(/[^.]*$/, '')}`],
  ['a key endorsed for nothing', () => `Bearer ${sign(unendorsed, claims())}`],
  ['a key endorsed for another channel', () => `Bearer ${sign(elsewhere, claims())}`],
];

it.each(refused)('refuses %s with 401 and no word', async (_name, token) => {
  const answer = await post(token());
  expect([answer.status, answer.text]).toEqual([401, '']);
  expect(service.asked).toEqual([]);
  expect(connector.calls).toHaveLength(0);
});

it.each([
  ['another tenant', { conversation: { id: 'a:1', tenantId: '99999999-1111-4111-8111-111111111111' }, channelData: {} }],
  ['tenants that disagree', { channelData: { tenant: { id: '99999999-1111-4111-8111-111111111111' } } }],
  ['no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
  ['no serviceUrl', { serviceUrl: undefined }],
  ['a serviceUrl that is not allowed', { serviceUrl: 'https://evil.example/' }],
  ['another channel', { channelId: 'webchat' }],
])('refuses %s with 403 and no word, although the token is genuine', async (_name, changes) => {
  const answer = await post(`Bearer ${sign(good, claims())}`, changes);
  expect([answer.status, answer.text]).toEqual([403, '']);
  expect(service.asked).toEqual([]);
});

it('does not let refused tokens add issuers to what the SDK trusts', async () => {
  const { default: trusted } = await import('botframework-connector/lib/auth/tokenValidationParameters.js');
  const { issuer: issuers } = trusted.ToBotFromBotOrEmulatorTokenValidationParameters;
  const before = [...(issuers ?? [])];
  for (const tid of ['a', 'b', 'c']) await post(`Bearer ${sign(good, claims({ iss: `https://sts.windows.net/${tid}/`, tid }))}`);
  expect(issuers).toEqual(before);
});

it('says 503 when the keys cannot be read, and does not ask the bot', async () => {
  const closed = await startIssuer([]);
  await closed.close();
  const cut = await startService({ credentials, credentialsFactory, openIdMetadataUrl: closed.metadataUrl }, policy);
  cut.now = new Date();
  const answer = await cut.post(recorded('message.personal', { serviceUrl: connector.url }), {
    authorization: `Bearer ${sign(good as IssuerKey, claims())}`,
  });
  expect([answer.status, answer.text, cut.asked]).toEqual([503, '', []]);
  await cut.stop();
});

it('writes no token and no text to the log', async () => {
  const token = sign(good, claims());
  await post(`Bearer ${token}`, { text: 'en privat tanke' });
  await post(`Bearer ${sign(forged, claims())}`, { text: 'en privat tanke' });
  const log = service.logged.join('');
  expect(log).not.toMatch(/privat|Alice|eyJ/);
  expect(log).toContain('request refused');
});
