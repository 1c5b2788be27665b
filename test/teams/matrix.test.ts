import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sign, startIssuer } from './issuer.js';
import {
  appId,
  claimsFor,
  foreignTenant,
  genuine,
  inSeconds,
  keys,
  messageFor,
  registeredPolicy,
  registrationOf,
  tenant,
} from './registered.js';
import { type Service, startService } from './service.js';

/** Nothing listens there: with `expectReplies` the answer comes back in the response. */
const connector = 'http://127.0.0.1:9/connector';
const types = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
const services: Service[] = [];
const printed: string[] = [];
let issuer: Awaited<ReturnType<typeof startIssuer>>;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startIssuer([keys.good, keys.unendorsed, keys.elsewhere]);
  for (const type of types) {
    const options = { credentials: registrationOf(type), openIdMetadataUrl: issuer.metadataUrl, openIdRefreshMinutes: 60 };
    const service = await startService(options, registeredPolicy);
    service.now = new Date();
    services.push(service);
  }
});
afterAll(async () => {
  console.log(`status for ${types.join(', ')}; times the bot was called\n${printed.join('\n')}`);
  vi.restoreAllMocks();
  await Promise.all([issuer.close(), ...services.map((service) => service.stop())]);
});

const claims = (changes: object = {}) => claimsFor(connector, changes);
const bearer = (changes: object, ...rest: [header?: object, hash?: string]) => `Bearer ${sign(keys.good, claims(changes), ...rest)}`;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The oldest trick: the public key, which everybody has, taken for a shared secret. */
function signWithPublicKey(): string {
  const text = `${part({ alg: 'HS256', kid: 'good' })}.${part(claims())}`;
  const secret = createPublicKey(keys.good.privateKey).export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const entra = { iss: `https://sts.windows.net/${tenant}/`, ver: '1.0', appid: appId, tid: tenant };
const entraOfOthers = { iss: `https://login.microsoftonline.com/${foreignTenant}/v2.0`, ver: '2.0', azp: appId, tid: foreignTenant };

const tokens: readonly [string, () => string | undefined][] = [
  ['no token', () => undefined],
  ['an empty header', () => ''],
  ['garbage', () => 'Bearer garbage'],
  ['bearer in lower case', () => genuine(connector).replace('Bearer', 'bearer')],
  ['another scheme', () => genuine(connector).replace('Bearer', 'Basic')],
  ['expired', () => bearer({ exp: inSeconds(-301) })],
  ['without exp', () => bearer({ exp: undefined })],
  ['exp as text', () => bearer({ exp: String(inSeconds(600)) })],
  ['not yet valid', () => bearer({ nbf: inSeconds(900) })],
  ['wrong audience', () => bearer({ aud: tenant })],
  ['a list of audiences', () => bearer({ aud: [appId] })],
  ['no audience', () => bearer({ aud: undefined })],
  ['wrong issuer', () => bearer({ iss: 'https://api.botframework.us' })],
  ['no issuer', () => bearer({ iss: undefined })],
  ['wrong key', () => `Bearer ${sign(keys.forged, claims())}`],
  ['unknown key id', () => `Bearer ${sign({ ...keys.good, kid: 'unknown' }, claims())}`],
  ['no key id', () => bearer({}, { kid: undefined })],
  ['key id of the prototype', () => bearer({}, { kid: '__proto__' })],
  ['unsigned', () => bearer({}, { alg: 'none' }).replace(/[^.]*$/, '')],
  ['signature cut off', () => genuine(connector).replace(/[^.]*$/, '')],
  ['claims changed after signing', () => genuine(connector).replace(/\.[^.]*\./, `.${part(claims({ exp: inSeconds(9_000) }))}.`)],
  ['HS256 with the public key', () => `Bearer ${signWithPublicKey()}`],
  ['RS384', () => bearer({}, { alg: 'RS384' }, 'RSA-SHA384')],
  ['RS512', () => bearer({}, { alg: 'RS512' }, 'RSA-SHA512')],
  ['wrong serviceUrl claim', () => bearer({ serviceurl: 'https://evil.example/' })],
  ['missing serviceUrl claim', () => bearer({ serviceurl: undefined })],
  ['key endorsed for another channel', () => `Bearer ${sign(keys.elsewhere, claims())}`],
  ['key without endorsements', () => `Bearer ${sign(keys.unendorsed, claims())}`],
  ['the bot’s own outbound token', () => bearer(entra)],
  ['an Entra token of another tenant', () => bearer(entraOfOthers)],
];

const activities: readonly [string, Record<string, unknown>][] = [
  ['missing serviceUrl', { serviceUrl: undefined }],
  ['serviceUrl that is not allowed', { serviceUrl: 'https://evil.example/' }],
  ['foreign tenant', { conversation: { id: 'a:1', tenantId: foreignTenant }, channelData: { tenant: { id: foreignTenant } } }],
  ['foreign tenant, named in one place', { conversation: { id: 'a:1', tenantId: foreignTenant }, channelData: {} }],
  ['tenants that disagree', { channelData: { tenant: { id: foreignTenant } } }],
  ['no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
  ['another channel', { channelId: 'webchat' }],
];

/** What one row got from each registration, once it is noted for the table. */
async function ask(name: string, token: string | undefined, changes: Record<string, unknown> = {}) {
  const answers = [];
  for (const [at, service] of services.entries()) {
    service.asked.length = 0;
    const activity = messageFor(connector, { id: `${name} ${at}`, deliveryMode: 'expectReplies', ...changes });
    const { status, text } = await service.post(activity, token === undefined ? {} : { authorization: token });
    answers.push({ status, text, called: service.asked.length });
  }
  const called = answers.reduce((sum, answer) => sum + answer.called, 0);
  printed.push(`  ${answers.map(({ status }) => status).join('  ')}  bot called: ${called}  ${name}`);
  return answers;
}

describe('a registered bot', () => {
  it('lets a valid token in', async () => {
    const answers = await ask('valid', genuine(connector));
    for (const { status, text, called } of answers) {
      expect([status, called]).toEqual([200, 1]);
      expect(JSON.parse(text)).toMatchObject({ activities: [{ summary: 'Kort: svar' }] });
    }
  });

  it.each(tokens)('refuses with 401 and no word: %s', async (name, token) => {
    expect(await ask(name, token())).toEqual(types.map(() => ({ status: 401, text: '', called: 0 })));
  });

  it.each(activities)('refuses with 403 and no word, although the token is genuine: %s', async (name, changes) => {
    expect(await ask(name, genuine(connector), changes)).toEqual(types.map(() => ({ status: 403, text: '', called: 0 })));
  });

  it('lets nobody write past the log: the SDK would report bad signatures to stderr', () => {
    expect(console.error).not.toHaveBeenCalled();
  });
});
