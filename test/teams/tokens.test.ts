import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type FakeConnector, startConnector } from './connector.js';
import { sign, startIssuer } from './issuer.js';
import { claimsFor, keys, messageFor, registeredPolicy, registrationOf, signsByHand } from './registered.js';
import { type Service, startService } from './service.js';

const { good, forged } = keys;
const credentials = registrationOf('SingleTenant');

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let connector: FakeConnector;
let service: Service;

beforeAll(async () => {
  issuer = await startIssuer([good]);
});
afterAll(() => issuer.close());
beforeEach(async () => {
  // The SDK reports bad signatures there, with the public key.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  connector = await startConnector();
  service = await startService(
    { credentials, credentialsFactory: signsByHand, openIdMetadataUrl: issuer.metadataUrl, openIdRefreshMinutes: 60 },
    registeredPolicy,
  );
  service.now = new Date();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([service.stop(), connector.close()]);
});

const claims = (changes: object = {}) => claimsFor(connector.url, changes);
const post = (token: string, changes: Record<string, unknown> = {}) =>
  service.post(messageFor(connector.url, changes), { authorization: token });

it('answers a genuine request, signing what it sends', async () => {
  expect((await post(`Bearer ${sign(good, claims())}`)).status).toBe(200);
  expect(service.asked).toHaveLength(1);
  expect(connector.calls.map(({ authorization }) => authorization)).toEqual(['Bearer outbound']);
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
  const cut = await startService({ credentials, credentialsFactory: signsByHand, openIdMetadataUrl: closed.metadataUrl }, registeredPolicy);
  cut.now = new Date();
  const answer = await cut.post(messageFor(connector.url), {
    authorization: `Bearer ${sign(good, claims())}`,
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
