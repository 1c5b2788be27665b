/**
 * What operators are told of each turn: one line in the log, and the same in numbers.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLimiter } from '../../src/teams/limits.js';
import type { StoredClaims } from '../../src/teams/ports.js';
import { createTurnIds } from '../../src/turn-id.js';
import { type Counted, listenToMetrics } from '../support/counted.js';
import { recorded } from './activities.js';
import { createClaims } from './claims.js';
import { type FakeConnector, startConnector } from './connector.js';
import { sign, startIssuer } from './issuer.js';
import { claimsFor, keys, registeredPolicy, registrationOf, signsByHand } from './registered.js';
import { type Service, say, startService } from './service.js';

let connector: FakeConnector;
let service: Service;
let counted: Counted;
let claims: StoredClaims;
/** For what hangs: it is given up after a moment. */
const short = { turn: { thinkingMs: 200, lastWordMs: 400 }, extension: { thinkingMs: 100, lastWordMs: 200 } };
const lost = async (): Promise<never> => {
  throw Object.assign(new Error('Alice Admin'), { name: 'ConnectionLost' });
};

const start = async (budgets?: typeof short) => {
  let chance = 0;
  service = await startService({ timeoutMs: 5_000 }, undefined, createLimiter({ messagesPerMinute: 4 }), async () => ({ found: 1 }), {
    claims: { claim: (...all) => claims.claim(...all), hold: (...all) => claims.hold(...all) },
    newTurn: createTurnIds((n) => Math.floor(chance++ / 5) % n),
    metrics: counted.metrics,
    budgets,
  });
};

beforeEach(async () => {
  connector = await startConnector();
  counted = listenToMetrics(() => 'Aarhus Kommune');
  claims = createClaims();
  await start();
});
afterEach(() => Promise.all([service.stop(), connector.close()]));

type Line = Readonly<Record<string, unknown>> & { readonly level: number; readonly msg: string };
const lines = () => service.logged.map((line) => JSON.parse(line) as Line);
let serial = 0;
const post = (name: string, changes: Record<string, unknown> = {}) => {
  serial += 1;
  return service.post(recorded(name, { id: `told-${serial}`, serviceUrl: connector.url, ...changes }));
};
const turns = () => counted.told.filter((each) => each.startsWith('turns_total')).map((each) => each.replace('turns_total ', ''));

describe('a turn', () => {
  it('is one line, with what it was, how it ended, how long it took and its own word, and nothing of anybody', async () => {
    await post('message.personal', { text: 'en privat tanke' });
    await post('invoke.adaptiveCard-action.personal');
    await post('invoke.composeExtension-query');
    await post('message.personal');
    const told = lines();
    expect(told.map(({ msg, level, turn, kind, where, outcome, messages }) => [msg, level, turn, kind, where, outcome, messages])).toEqual([
      ['turn', 30, '33333', 'message', 'personal', 'answered', 1],
      ['turn', 30, '44444', 'button', 'personal', 'answered', 1],
      ['turn', 30, '66666', 'extension', expect.any(String), 'answered', 0],
      ['turn', 30, '77777', 'message', 'personal', 'answered', 1],
    ]);
    for (const each of told) {
      expect(each['ms']).toEqual(expect.any(Number));
      expect(Object.keys(each).sort()).toEqual(['kind', 'level', 'messages', 'ms', 'msg', 'outcome', 'time', 'turn', 'where']);
    }
    expect(service.logged.join('')).not.toMatch(/privat|Alice|29:1alice|aaaaaaaa|11111111/);
    const kinds = ['message', 'button', 'extension', 'message'];
    expect(turns()).toEqual(kinds.map((kind) => `${kind} answered Aarhus Kommune`));
    expect(counted.told.filter((each) => each.startsWith('turn_seconds')).map((each) => each.split(' ')[1])).toEqual(kinds);
  });

  it('that comes again, is too much or is answered with nothing says so', async () => {
    await post('message.personal', { id: 'once' });
    await post('message.personal', { id: 'once' });
    service.answer = async () => [];
    await post('message.personal');
    claims = { ...claims, claim: async () => 'done' };
    await post('message.personal');
    claims = createClaims();
    for (let n = 0; n < 4; n += 1) await post('message.personal');
    expect(turns().map((each) => each.split(' ')[1])).toEqual(['answered', 'again', 'silent', 'again', 'silent', 'silent', 'busy', 'busy']);
    expect(counted.told.filter((each) => each.startsWith('limit_verdicts')).slice(-2)).toEqual([
      'limit_verdicts_total instance explain',
      'limit_verdicts_total instance ignore',
    ]);
  });

  it('that fails is one line too, and its error has the same word', async () => {
    service.answer = lost;
    await post('message.personal');
    expect(lines().map(({ msg, turn, outcome }) => [msg, turn, outcome])).toEqual([
      ['turn failed', '33333', undefined],
      ['turn', '33333', 'failed'],
    ]);
    service.answer = async () => [{ ...say('beklager'), failed: true }];
    await post('message.personal');
    connector.behaviour = 500;
    service.answer = async () => [say('svar')];
    await post('message.personal');
    expect(turns().map((each) => each.split(' ')[1])).toEqual(['failed', 'failed', 'unsent']);
    expect(
      lines()
        .filter(({ turn }) => turn === '66666')
        .map(({ msg }) => msg),
    ).toEqual(['sending failed', 'turn']);
  });

  it('that hangs is one line, however late it ends', async () => {
    await service.stop();
    await start(short);
    let release = (): void => undefined;
    // What never begins to send: neither the answer nor the last word.
    service.answer = async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return [say('sent')];
    };
    connector.behaviour = 'silence';
    await post('message.personal');
    release();
    connector.release();
    await post('message.personal', { id: `told-${serial}`, type: 'typing' });
    expect(lines().filter(({ msg }) => msg === 'turn')).toHaveLength(1);
    expect(turns()).toHaveLength(1);
  });
});

describe('a request that is turned away', () => {
  it('is counted by why, is no turn, and no value of its own gets into a label', async () => {
    await service.post(recorded('message.personal', { serviceUrl: 'https://evil.example/' }));
    await service.post('{"type":');
    await service.post(recorded('message.personal', { channelId: 'Alice Admin' }));
    await service.post(recorded('message.personal'), { 'content-type': 'text/plain' });
    await service.post(recorded('message.personal'), { 'x-forwarded-for': '10.0.0.1' });
    await service.post('x'.repeat(300_000));
    const why = ['serviceUrl', 'unreadable', 'channel', 'type', 'forwarded', 'size'];
    expect(counted.told).toEqual(why.map((reason) => `refusals_total ${reason}`));
    expect(lines().every(({ msg }) => msg === 'request refused')).toBe(true);
  });

  it('because of its token is counted as well, and for how long no keys could be read is told', async () => {
    const issuer = await startIssuer([keys.good]);
    const options = { credentials: registrationOf('SingleTenant'), credentialsFactory: signsByHand, openIdMetadataUrl: issuer.metadataUrl };
    const { metrics } = counted;
    const registered = await startService({ ...options, metrics }, registeredPolicy, undefined, undefined, { metrics });
    registered.now = new Date();
    const activity = () => recorded('message.personal', { serviceUrl: connector.url });
    const send = (authorization: string) => registered.post(activity(), { authorization });
    await send('Bearer x');
    await send(`Bearer ${sign(keys.forged, claimsFor(connector.url))}`);
    expect(counted.told).toEqual(['refusals_total token', 'refusals_total signature']);
    expect([await counted.read('withoutKeys'), await counted.read('withoutToken')]).toEqual([0, 0]);
    await issuer.close();
    // A day later the keys that are known are trusted no more.
    registered.now = new Date(registered.now.getTime() + 25 * 3_600_000);
    const late = () => sign(keys.good, claimsFor(connector.url, { exp: 4_000_000_000 }));
    expect((await send(`Bearer ${late()}`)).status).toBe(503);
    registered.now = new Date(registered.now.getTime() + 90_000);
    expect(counted.told.at(-1)).toBe('refusals_total keys');
    expect(await counted.read('withoutKeys')).toBe(90);
    await registered.stop();
  });
});
