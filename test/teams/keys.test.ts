import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeySet, type KeySet } from '../../src/teams/keys.js';
import { listenToMetrics } from '../support/counted.js';
import { createKey, sign, startIssuer } from './issuer.js';
import { claimsFor, inSeconds, messageFor, registeredPolicy, registrationOf } from './registered.js';
import { startService } from './service.js';

const [first, second] = [createKey('first', ['msteams']), createKey('second', ['msteams'])];

describe('a new key at the issuer', () => {
  const connector = 'http://127.0.0.1:9/connector';

  it('works within the refresh time, and a withdrawn one is refused, without a restart', async () => {
    const announced = [first];
    const issuer = await startIssuer(announced);
    const options = { credentials: registrationOf('SingleTenant'), openIdMetadataUrl: issuer.metadataUrl, openIdRefreshMinutes: 60 };
    const service = await startService(options, registeredPolicy);
    service.now = new Date();
    const begin = service.now.getTime();
    const post = async (key: typeof first) => {
      const token = sign(key, claimsFor(connector, { exp: inSeconds(9_000) }));
      const activity = messageFor(connector, { id: `${key.kid} ${Math.random()}`, deliveryMode: 'expectReplies' });
      return (await service.post(activity, { authorization: `Bearer ${token}` })).status;
    };
    expect([await post(first), await post(second)]).toEqual([200, 401]);
    announced.splice(0, 1, second);
    service.now = new Date(begin + 59 * 60_000);
    expect(await post(first)).toBe(200);
    service.now = new Date(begin + 60 * 60_000);
    // Nobody whose key is known waits: the first who comes has the keys read for those after.
    expect([await post(first), await post(second), await post(first)]).toEqual([200, 200, 401]);
    await Promise.all([service.stop(), issuer.close()]);
  });
});

/** What an issuer does when asked for a path. */
type Behave = (path: string, response: ServerResponse) => void;

let server: Server;
let behave: Behave;
let asked: string[];
let now: number;

beforeEach(async () => {
  asked = [];
  now = 0;
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    behave(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const json = (response: ServerResponse, body: unknown) => response.end(JSON.stringify(body));
const announce =
  (...keys: readonly unknown[]): Behave =>
  (path, response) =>
    json(response, path === '/keys' ? { keys } : { jwks_uri: `${origin()}/keys` });
/** restify changes every response of the process: its writeHead gives nothing back to chain on. */
const fail: Behave = (_, response) => {
  response.statusCode = 500;
  response.end();
};
const open = (refreshMinutes = 60): KeySet =>
  createKeySet({ url: `${origin()}/metadata`, refreshMinutes, elapsed: () => now, timeoutMs: 1_000 });

describe('a key set', () => {
  it('is read once, however many ask at a time', async () => {
    behave = announce(first.jwk);
    const keys = open();
    const found = await Promise.all(Array.from({ length: 20 }, () => keys.getKey('first')));
    expect(found.every((key) => key?.endorsements.join() === 'msteams')).toBe(true);
    expect(asked).toEqual(['/metadata', '/keys']);
  });

  it('is read again for an unknown id after a minute at the earliest', async () => {
    behave = announce(first.jwk);
    const keys = open(1_440);
    await keys.getKey('first');
    for (let id = 0; id < 100; id++) expect(await keys.getKey(`forged-${id}`)).toBeNull();
    expect(asked).toHaveLength(2);
    behave = announce(first.jwk, second.jwk);
    now += 59_999;
    expect(await keys.getKey('second')).toBeNull();
    now += 1;
    expect(await keys.getKey('second')).not.toBeNull();
    expect(asked).toHaveLength(4);
  });

  it('is asked once a minute by forged ids by the thousand, while the issuer fails too, and lets known keys in', async () => {
    behave = announce(first.jwk);
    const keys = open(1_440);
    await keys.getKey('first');
    behave = fail;
    now += 60_000;
    for (let id = 0; id < 1_000; id++) await expect(keys.getKey(`forged-${id}`)).rejects.toThrow();
    expect(asked).toHaveLength(3);
    expect(await keys.getKey('first')).not.toBeNull();
  });

  it('is read again by who looks for how long it could not be, once a minute: a blip is no night without keys', async () => {
    behave = fail;
    const { metrics, read } = listenToMetrics();
    const keys = createKeySet({ url: `${origin()}/metadata`, refreshMinutes: 60, elapsed: () => now, timeoutMs: 1_000, metrics });
    await expect(keys.getKey('first')).rejects.toThrow();
    behave = announce(first.jwk);
    now += 59_999;
    expect(await read('withoutKeys')).toBe(59.999);
    expect(asked).toHaveLength(1);
    now += 1;
    for (let times = 0; times < 3; times += 1) await read('withoutKeys');
    await expect.poll(() => read('withoutKeys')).toBe(0);
    expect(asked).toEqual(['/metadata', '/metadata', '/keys']);
  });

  it('leaves out what is no RSA key, and keeps the rest', async () => {
    behave = announce({ kid: 'elliptic', kty: 'EC', x: 'x', y: 'y' }, { kid: 'half', n: 'AQAB' }, { kid: 7 }, first.jwk);
    const keys = open();
    expect([await keys.getKey('elliptic'), await keys.getKey('half')]).toEqual([null, null]);
    expect(await keys.getKey('first')).toMatchObject({ key: expect.stringContaining('BEGIN PUBLIC KEY') });
  });

  it.each<[string, Behave]>([
    ['redirects', (path, response) => response.writeHead(302, { location: `${origin()}/elsewhere${path}` }) && response.end()],
    ['has its keys on another host', (_, response) => json(response, { jwks_uri: 'https://evil.example/keys' })],
    ['has its keys on another port', (_, response) => json(response, { jwks_uri: 'http://127.0.0.1:9/keys' })],
    ['names no keys', (_, response) => json(response, {})],
    ['fails', fail],
    ['writes no JSON', (_, response) => response.end('<html>')],
    ['says nothing', () => undefined],
  ])('is unavailable when the issuer %s, and asks again after a moment only', async (_name, misbehave) => {
    behave = misbehave;
    const keys = open();
    await expect(keys.getKey('first')).rejects.toThrow(expect.objectContaining({ name: 'KeysUnavailable' }));
    expect(asked).toEqual(['/metadata']);
    behave = announce(first.jwk);
    await expect(keys.getKey('first')).rejects.toThrow();
    expect(asked).toHaveLength(1);
    now += 5_000;
    expect(await keys.getKey('first')).not.toBeNull();
  });

  it('lets nobody whose key is known wait for a silent issuer', async () => {
    behave = announce(first.jwk);
    const keys = open(60);
    await keys.getKey('first');
    behave = () => undefined;
    now += 60 * 60_000;
    const began = asked.length;
    expect(await keys.getKey('first')).not.toBeNull();
    expect(await keys.getKey('first')).not.toBeNull();
    await expect.poll(() => asked.length).toBe(began + 1);
  });

  it('is trusted for a day when it can’t be read again, and no longer', async () => {
    behave = announce(first.jwk);
    const keys = open(60);
    await keys.getKey('first');
    behave = fail;
    now += 24 * 60 * 60_000 - 1;
    expect(await keys.getKey('first')).not.toBeNull();
    await expect.poll(() => asked).toHaveLength(3);
    now += 5_000;
    await expect(keys.getKey('first')).rejects.toThrow(expect.objectContaining({ name: 'KeysUnavailable' }));
    behave = announce(first.jwk);
    now += 5_000;
    expect(await keys.getKey('first')).not.toBeNull();
  });

  it('takes away a key that is withdrawn with the first reading after', async () => {
    behave = announce(first.jwk, second.jwk);
    const keys = open(60);
    await keys.getKey('first');
    behave = announce(second.jwk);
    now += 60 * 60_000;
    await keys.getKey('second');
    await expect.poll(() => keys.getKey('first')).toBeNull();
  });
});
