import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credentials } from '../../src/azure/credentials.js';
import { createLog } from '../../src/log.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { createMessenger } from '../../src/teams/messenger.js';
import { createTokens, openBotCredential, proofOf } from '../../src/teams/tokens.js';
import { type Connector, type Response, startFaultyConnector } from '../nudges/connector.js';
import { listenToMetrics } from '../support/counted.js';
import { startIssuer } from './issuer.js';
import { type Login, startIdentityHost, startLogin, startMute } from './login.js';
import { genuine, keys, messageFor, registeredPolicy, registrationOf } from './registered.js';
import { startService } from './service.js';

const credentials = registrationOf('SingleTenant');
const minutes = 60_000;

let login: Login;
let connector: Connector;
let response: Response;
let logged: string[];
let now: number;

beforeEach(async () => {
  [logged, now, response] = [[], 0, { status: 201 }];
  login = await startLogin();
  connector = await startFaultyConnector(() => response);
});
afterEach(() => Promise.all([login.close(), connector.close()]));

const log = createLog('info', { write: (line) => void logged.push(line) });
const lines = () => logged.map((line) => JSON.parse(line) as { level: number; msg: string; reason?: string; entra?: string });
const [error, warning, info] = [50, 40, 30];
const elapsed = () => now;
/** Only where there will be no answer is it worth while to be short of time. */
const patience = (host: string) => (host.startsWith('silen') ? 50 : 4_000);
const openTokens = (options = login.options, timeoutMs = 4_000) =>
  createTokens({ kind: 'secret', open: () => openBotCredential(credentials, options), log, elapsed, timeoutMs });

const send = (options = login.options, tokenMs = 4_000, by: Credentials = credentials) => {
  const adapter = createAdapter({
    credentials: by,
    openIdMetadataUrl: 'http://127.0.0.1:9/',
    openIdRefreshMinutes: 60,
    isAllowed: () => true,
    elapsed,
    tokenMs,
    login: options,
    log,
  });
  const messenger = createMessenger({ adapter, appId: by.appId });
  return messenger.send({ serviceUrl: connector.url, conversation: 'a:1' }, { summary: '', card: { type: 'AdaptiveCard' } });
};

describe('a token', () => {
  it('is got once for many callers, and kept', async () => {
    const tokens = openTokens();
    expect(await Promise.all(Array.from({ length: 20 }, () => tokens.get()))).toEqual(Array(20).fill('token-1'));
    now += 29 * minutes;
    expect(await tokens.get()).toBe('token-1');
    expect(login.asked.tokens).toBe(1);
  });

  it('is renewed half-way while it serves on', async () => {
    const tokens = openTokens();
    await tokens.get();
    now += 31 * minutes;
    expect(await tokens.get()).toBe('token-1');
    await expect.poll(() => tokens.get()).toBe('token-2');
  });

  it('that the connector refused is followed by a fresh one, though not by one after another', async () => {
    const tokens = openTokens();
    await tokens.get();
    tokens.drop('token-1');
    expect(await tokens.get()).toBe('token-1');
    now += minutes;
    tokens.drop('another');
    expect(await tokens.get()).toBe('token-1');
    tokens.drop('token-1');
    expect(await tokens.get()).toBe('token-2');
  });

  it('serves to its end while the login is away, and that is told once, and its return', async () => {
    const tokens = openTokens();
    await tokens.get();
    login.behaviour = 'busy';
    now += 31 * minutes;
    expect(await tokens.get()).toBe('token-1');
    await expect.poll(lines).toHaveLength(1);
    now += 27 * minutes;
    expect(await tokens.get()).toBe('token-1');
    login.behaviour = 'tokens';
    now += minutes;
    await expect.poll(() => tokens.get()).not.toBe('token-1');
    expect(lines().map(({ level, msg }) => [level, msg])).toEqual([
      [warning, 'the token for answers cannot be renewed; the present one still serves'],
      [info, 'tokens again'],
    ]);
  });
});

describe('a login that gives no token', () => {
  it('is told operators in seconds, until one comes again', async () => {
    const { metrics, read } = listenToMetrics();
    const open = () => openBotCredential(credentials, login.options);
    const tokens = createTokens({ kind: 'secret', open, log, elapsed, metrics });
    expect(await read('withoutToken')).toBe(0);
    login.behaviour = 'expired';
    await expect(tokens.get()).rejects.toThrow();
    now += 2 * minutes;
    await expect(tokens.get()).rejects.toThrow();
    expect(await read('withoutToken')).toBe(120);
    login.behaviour = 'tokens';
    now += minutes;
    await tokens.get();
    expect(await read('withoutToken')).toBe(0);
  });

  it('is tried again by who looks how long it has been, once a minute: a blip before closing time is no night without tokens', async () => {
    const { metrics, read } = listenToMetrics();
    const open = vi.fn(() => openBotCredential(credentials, login.options));
    const tokens = createTokens({ kind: 'secret', open, log, elapsed, metrics });
    login.behaviour = 'expired';
    await expect(tokens.get()).rejects.toThrow();
    login.behaviour = 'tokens';
    now += minutes - 1;
    expect(await read('withoutToken')).toBeGreaterThan(59);
    expect(open).toHaveBeenCalledTimes(1);
    now += 1;
    for (let times = 0; times < 3; times += 1) await read('withoutToken');
    await expect.poll(() => read('withoutToken')).toBe(0);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it.each(['silence', 'expired', 'busy'] as const)(
    '(%s) is told once in a spell, and asked again after a moment only',
    async (behaviour) => {
      login.behaviour = behaviour;
      const tokens = openTokens(login.options, patience(behaviour));
      const reason = { silence: 'timeout', expired: 'refused', busy: 'unreachable' }[behaviour];
      for (let n = 0; n < 5; n++) await expect(tokens.get()).rejects.toMatchObject({ name: 'NoToken', code: reason });
      expect(lines().map(({ level, reason: why }) => [level, why])).toEqual([[error, reason]]);
      expect(login.asked.tokens).toBeLessThanOrEqual(1);
      expect(logged.join('')).not.toContain('hemmeligt');
    },
  );

  it('is told with the words that an operator can act on', async () => {
    login.behaviour = 'expired';
    await expect(openTokens().get()).rejects.toThrow();
    expect(lines()).toMatchObject([
      {
        msg: "no token for answers: login.microsoftonline.com refused the bot's credentials: is the client secret expired?",
        entra: 'AADSTS7000222',
      },
    ]);
  });

  it.each([
    ['silent', 'timeout', 'no token for answers: login.microsoftonline.com does not answer'],
    ['closed', 'unreachable', 'no token for answers: login.microsoftonline.com cannot be reached'],
  ] as const)('because the host is %s lets nobody wait', async (kind, reason, words) => {
    const mute = await startMute(kind);
    const tokens = openTokens(mute.options, patience(kind));
    await expect(tokens.get()).rejects.toMatchObject({ code: reason });
    expect(lines().map(({ msg }) => msg)).toEqual([words]);
    await mute.close();
  });

  it('is told again when it recovered and fails once more', async () => {
    const tokens = openTokens();
    for (const behaviour of ['expired', 'tokens', 'expired'] as const) {
      login.behaviour = behaviour;
      now += 60 * minutes;
      await tokens.get().catch(() => undefined);
    }
    expect(lines().map(({ level }) => level)).toEqual([error, info, error]);
  });

  it('is told for a managed identity in its own words', async () => {
    const tokens = createTokens({ kind: 'identity', open: () => new Promise(() => undefined), log, elapsed, timeoutMs: 20 });
    await expect(tokens.get()).rejects.toMatchObject({ code: 'timeout' });
    expect(lines()).toMatchObject([{ msg: 'no token for answers: the managed identity does not answer' }]);
  });
});

describe('a bot that a managed identity vouches for', () => {
  const vouched = { ...credentials, password: '', identity: 'i1' };
  const withHost = async (client: string, work: () => Promise<void>) => {
    const host = await startIdentityHost(client);
    for (const [name, value] of Object.entries(host.env)) vi.stubEnv(name, value);
    await work().finally(() => host.close());
    vi.unstubAllEnvs();
  };
  const openVouched = () =>
    createTokens({ kind: proofOf(vouched), open: () => openBotCredential(vouched, login.options), log, elapsed, timeoutMs: 4_000 });
  const refused =
    'no token for answers: the word of the managed identity was refused: does the registration have a federated credential for MicrosoftAppIdentity?';

  it('sends with a token that was got without a secret', () =>
    withHost('i1', async () => {
      expect(await send(login.options, 4_000, vouched)).toEqual({ kind: 'sent' });
      expect(connector.received).toHaveLength(1);
      expect([...login.asked.form.keys()]).toContain('client_assertion');
      expect([...login.asked.form.keys()]).not.toContain('client_secret');
    }));

  it('tells that the registration does not know the identity', () =>
    withHost('i1', async () => {
      login.behaviour = 'stranger';
      await expect(openVouched().get()).rejects.toMatchObject({ code: 'refused' });
      expect(lines()).toMatchObject([{ level: error, msg: refused, entra: 'AADSTS700213' }]);
      expect(logged.join('')).not.toContain('vouched-');
    }));

  // Another identity: the library keeps the tokens of one for the whole process.
  it('tells that the host does not know the identity, or does not answer', () =>
    withHost('i1', async () => {
      const sent = send(login.options, 200, { ...vouched, identity: 'i2' });
      await expect(sent).resolves.toMatchObject({ kind: 'not-sent' });
      expect(lines()).toMatchObject([{ level: error, msg: expect.stringContaining('the managed identity that vouches for the bot') }]);
      expect(login.asked.tokens).toBe(0);
    }));
});

describe('a message without a token', () => {
  it('is sent with one', async () => {
    expect(await send()).toEqual({ kind: 'sent' });
    expect(connector.received).toHaveLength(1);
  });

  it.each(['silence', 'expired'] as const)('is not sent, and known not to be (%s)', async (behaviour) => {
    login.behaviour = behaviour;
    const reason = behaviour === 'silence' ? 'NoToken-timeout' : 'NoToken-refused';
    expect(await send(login.options, patience(behaviour))).toEqual({ kind: 'not-sent', reason });
    expect(connector.received).toHaveLength(0);
  });

  it('is not sent where the connector takes no connection', async () => {
    await connector.close();
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'network' });
  });

  it('may have been sent where the connection broke after', async () => {
    response = 'reset';
    expect(await send()).toEqual({ kind: 'ambiguous', reason: 'network' });
  });
});

describe('an answer to a person', () => {
  it('without a token is told as not sent, and the trouble with tokens once', async () => {
    const issuer = await startIssuer([keys.good]);
    login.behaviour = 'silence';
    const options = { credentials, openIdMetadataUrl: issuer.metadataUrl, login: login.options, tokenMs: 30 };
    const service = await startService(options, registeredPolicy);
    service.now = new Date();
    const post = async (id: string) =>
      (await service.post(messageFor(connector.url, { id, text: 'en privat tanke' }), { authorization: genuine(connector.url) })).status;
    expect([await post('1'), await post('2')]).toEqual([200, 200]);
    const told = service.logged.map((line) => JSON.parse(line)).filter(({ level }) => level === error);
    expect(told.map(({ msg, error: { code } }) => [msg, code])).toEqual([
      ['no token for answers: login.microsoftonline.com does not answer', undefined],
      ['an answer was not sent', 'timeout'],
      ['an answer was not sent', 'timeout'],
    ]);
    expect(service.logged.join('')).not.toContain('privat');
    await Promise.all([service.stop(), issuer.close()]);
  });

  it('whose token the connector refuses is sent with a fresh one', async () => {
    const issuer = await startIssuer([keys.good]);
    const options = { credentials, openIdMetadataUrl: issuer.metadataUrl, login: login.options, tokenMs: 4_000 };
    const service = await startService(options, registeredPolicy);
    service.now = new Date();
    const post = (id: string) => service.post(messageFor(connector.url, { id }), { authorization: genuine(connector.url) });
    await post('1');
    service.now = new Date(service.now.getTime() + minutes);
    const statuses = [401, 201];
    const before = connector.received.length;
    Object.defineProperty(response, 'status', { get: () => statuses.shift() ?? 201 });
    await post('2');
    expect([connector.received.length - before, login.asked.tokens]).toEqual([2, 2]);
    await Promise.all([service.stop(), issuer.close()]);
  });
});
