import { describe, expect, it } from 'vitest';
import { findActivityRefusal, findSenderRefusal, isAllowedServiceUrl, type Policy } from '../../src/teams/guard.js';
import { parseEnvelope } from '../../src/teams/incoming.js';
import { recorded } from './activities.js';

const now = new Date('2026-11-23T08:00:00Z');
const seconds = now.getTime() / 1000;
const tenant = '11111111-1111-4111-8111-111111111111';
const teams: Policy = {
  local: false,
  isOurs: (id) => id === tenant,
  allowedServiceHosts: ['smba.trafficmanager.net', '*.botframework.com'],
};
const local: Policy = { ...teams, local: true, isOurs: () => false };

function token(header: object, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;
}

const header = { alg: 'RS256', kid: 'key' };
const claims = { iss: 'https://api.botframework.com', exp: seconds + 600 };

describe('findSenderRefusal', () => {
  const refusalOf = (authorization: string | undefined) => findSenderRefusal({ authorization, host: 'bot.example' }, teams, now);

  it('lets a channel token pass', () => {
    expect(refusalOf(`Bearer ${token(header, claims)}`)).toBeUndefined();
    expect(refusalOf(`Bearer ${token(header, { ...claims, exp: seconds - 299, nbf: seconds + 299 })}`)).toBeUndefined();
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['garbage', 'Bearer garbage'],
    ['no JSON inside', 'Bearer YQ.YQ.YQ'],
    ['bearer in lower case', `bearer ${token(header, claims)}`],
    ['two tokens', `Bearer ${token(header, claims)} ${token(header, claims)}`],
    ['no signature', `Bearer ${token(header, claims).replace(/\.[^.]*$/, '.')}`],
    ['HS256', `Bearer ${token({ ...header, alg: 'HS256' }, claims)}`],
    ['RS512', `Bearer ${token({ ...header, alg: 'RS512' }, claims)}`],
    ['none', `Bearer ${token({ ...header, alg: 'none' }, claims)}`],
    ['an algorithm among the claims', `Bearer ${token({ kid: 'key' }, { ...claims, alg: 'RS256' })}`],
    ['no key id', `Bearer ${token({ alg: 'RS256' }, claims)}`],
    ['an Entra token', `Bearer ${token(header, { ...claims, iss: `https://sts.windows.net/${tenant}/` })}`],
    ['a list of issuers', `Bearer ${token(header, { ...claims, iss: [claims.iss] })}`],
    ['no exp', `Bearer ${token(header, { iss: claims.iss })}`],
    ['exp as text', `Bearer ${token(header, { ...claims, exp: String(claims.exp) })}`],
    ['expired', `Bearer ${token(header, { ...claims, exp: seconds - 300 })}`],
    ['not yet valid', `Bearer ${token(header, { ...claims, nbf: seconds + 301 })}`],
  ])('refuses %s', (_name, authorization) => {
    expect(refusalOf(authorization)?.status).toBe(401);
  });

  it.each(['127.0.0.1:3978', 'localhost:3978', 'localhost', '[::1]:3978'])('takes local callers that say %s', (host) => {
    expect(findSenderRefusal({ authorization: undefined, host }, local, now)).toBeUndefined();
  });

  it.each([undefined, '', 'bot.example', 'localhost.example', '127.0.0.1.example:3978', 'x@@y', '0.0.0.0'])(
    'refuses local callers that say %s',
    (host) => {
      expect(findSenderRefusal({ authorization: undefined, host }, local, now)).toEqual({ status: 403, reason: 'host' });
    },
  );
});

describe('findActivityRefusal', () => {
  const reasonOf = (changes: Record<string, unknown>, policy = teams) => {
    const envelope = parseEnvelope(recorded('message.personal', { serviceUrl: 'https://smba.trafficmanager.net/emea/', ...changes }));
    if (!envelope) throw new Error('not an activity');
    return findActivityRefusal(envelope, policy)?.reason;
  };
  const conversation = { id: 'a:1', conversationType: 'personal' };

  it.each([
    ['the own tenant', {}],
    ['the tenant in upper case', { conversation: { ...conversation, tenantId: tenant.toUpperCase() } }],
    ['the tenant in channelData only', { conversation }],
    ['the tenant in the conversation only', { channelData: {} }],
  ])('lets %s pass', (_name, changes) => {
    expect(reasonOf(changes)).toBeUndefined();
  });

  it.each([
    ['another channel', { channelId: 'emulator' }, 'channel'],
    ['no channel', { channelId: undefined }, 'channel'],
    ['no serviceUrl', { serviceUrl: undefined }, 'serviceUrl'],
    ['a serviceUrl of another host', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }, 'serviceUrl'],
    ['another tenant', { conversation: { ...conversation, tenantId: '99999999-1111-4111-8111-111111111111' }, channelData: {} }, 'tenant'],
    ['tenants that disagree', { conversation, channelData: { tenant: { id: '99999999-1111-4111-8111-111111111111' } } }, 'tenant'],
    ['one right and one wrong tenant', { channelData: { tenant: { id: '99999999-1111-4111-8111-111111111111' } } }, 'tenant'],
    ['no tenant', { conversation, channelData: {} }, 'tenant'],
  ])('refuses %s', (_name, changes, reason) => {
    expect(reasonOf(changes)).toBe(reason);
  });

  const unfurl = { type: 'invoke', name: 'composeExtension/anonymousQueryLink' };
  const foreign = '99999999-1111-4111-8111-111111111111';
  it.each([
    ['no tenant', { conversation, channelData: {} }, undefined],
    [
      'a tenant that Teams took out',
      { conversation: { ...conversation, tenantId: 'redacted' }, channelData: { tenant: { id: ' redacted' } } },
      undefined,
    ],
    ['the own tenant', {}, undefined],
    ['the own tenant in one place', { conversation: { ...conversation, tenantId: 'redacted' } }, undefined],
    ['another tenant', { conversation: { ...conversation, tenantId: foreign }, channelData: {} }, 'tenant'],
    [
      'another tenant in one place',
      { conversation: { ...conversation, tenantId: 'redacted' }, channelData: { tenant: { id: foreign } } },
      'tenant',
    ],
    ['another channel', { conversation, channelData: {}, channelId: 'webchat' }, 'channel'],
    ['a serviceUrl of another host', { conversation, channelData: {}, serviceUrl: 'https://evil.example/' }, 'serviceUrl'],
  ])('of a link pasted without the app, with %s: %s', (_name, changes, reason) => {
    expect(reasonOf({ ...unfurl, ...changes })).toBe(reason);
  });

  it.each([
    { ...unfurl, name: 'composeExtension/queryLink' },
    { ...unfurl, name: 'composeExtension/query' },
    { ...unfurl, name: 'adaptiveCard/action' },
    { name: unfurl.name },
  ])('refuses no tenant, and one taken out, to everything else: %j', (other) => {
    expect(reasonOf({ ...other, conversation, channelData: {} })).toBe('tenant');
    expect(reasonOf({ ...other, conversation: { ...conversation, tenantId: 'redacted' }, channelData: {} })).toBe('tenant');
  });

  it('takes any tenant in local mode, answering to loopback only', () => {
    expect(reasonOf({ serviceUrl: 'http://localhost:56150/_connector', conversation, channelData: {} }, local)).toBeUndefined();
    expect(reasonOf({}, local)).toBe('serviceUrl');
  });
});

describe('isAllowedServiceUrl', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://europe.botframework.com', true],
    ['https://botframework.com', false],
    ['https://evilbotframework.com', false],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://user:pass@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://evil.trafficmanager.net/', false],
    ['http://127.0.0.1:1/', false],
    ['file:///etc/passwd', false],
    ['smba.trafficmanager.net', false],
  ])('%s: %s', (address, allowed) => {
    expect(isAllowedServiceUrl(address, teams)).toBe(allowed);
  });
});
