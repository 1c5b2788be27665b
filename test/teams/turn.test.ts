import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLimiter } from '../../src/teams/limits.js';
import type { StoredClaims } from '../../src/teams/ports.js';
import { recorded } from './activities.js';
import { createClaims } from './claims.js';
import { type FakeConnector, startConnector } from './connector.js';
import { type Service, say, startService } from './service.js';

let connector: FakeConnector;
let service: Service;
let written: string[];
let claims: Pick<StoredClaims, 'claim'>;
let held: number[];

const never = <T>() => new Promise<T>(() => undefined);
const lost = async (): Promise<never> => {
  throw Object.assign(new Error('Alice Admin'), { name: 'ConnectionLost' });
};
/** A turn may take a moment in these tests, and the same again to say that it took too long. */
const budgets = { turn: { thinkingMs: 200, lastWordMs: 400 }, extension: { thinkingMs: 100, lastWordMs: 200 } };

beforeEach(async () => {
  written = [];
  held = [];
  const shared = createClaims();
  claims = {
    claim: (key, now, leaseSeconds) => {
      written.push('claim');
      return shared.claim(key, now, leaseSeconds);
    },
  };
  connector = await startConnector();
});
afterEach(() => Promise.all([service.stop(), connector.close()]));

const start = async (messagesPerMinute = 100, limits: object = {}, invokes?: Parameters<typeof startService>[3]) => {
  const parts = {
    claims: {
      claim: (...all: Parameters<StoredClaims['claim']>) => claims.claim(...all),
      hold: async (_key: string, _now: Date, seconds: number) => void held.push(seconds),
    },
    ...limits,
  };
  const limit = createLimiter({ messagesPerMinute });
  service = await startService({}, undefined, limit, invokes, parts);
};
let serial = 0;
const post = async (name: string, changes: Record<string, unknown> = {}) => {
  serial += 1;
  const answer = await service.post(recorded(name, { id: `turn-${serial}`, serviceUrl: connector.url, ...changes }));
  return [answer.status, answer.text && (JSON.parse(answer.text) as unknown)];
};
const said = () => connector.calls.splice(0).map(({ body }) => body['summary']);
const errors = () => service.logged.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);

describe('what is too much', () => {
  it('writes nothing, and what comes again is neither written nor counted', async () => {
    await start(2);
    for (let n = 0; n < 3; n++) await post('message.personal', { id: 'first' });
    expect(written.splice(0)).toEqual(['claim']);
    await post('message.personal');
    written = [];
    await post('message.personal');
    expect([said(), written, held]).toEqual([['Kort: svar', 'Kort: svar', 'Kort: busy'], [], [600, 600]]);
  });

  it('is not what another instance is answering', async () => {
    claims = { claim: async () => 'done' };
    await start(1);
    for (let n = 0; n < 3; n++) await post('message.personal');
    expect([said(), service.asked]).toEqual([[], []]);
    claims = createClaims();
    await post('message.personal');
    expect(said()).toEqual(['Kort: svar']);
  });
});

describe('what another instance was answering', () => {
  it('is answered here when that one died over it, and left alone when it did not', async () => {
    const found = ['leased', 'leased', 'ours', 'leased', 'done'] as const;
    let look = 0;
    claims = { claim: async () => found[look++] ?? 'done' };
    await start();
    await post('message.personal');
    expect([said(), service.pauses, held]).toEqual([['Kort: svar'], [500, 500], [600]]);
    await post('message.personal');
    expect([said(), service.asked.length, look]).toEqual([[], 1, 5]);
  });

  it('is waited for no longer than a turn may take', async () => {
    claims = { claim: async () => 'leased' };
    await start(100, { budgets });
    expect(await post('message.personal')).toEqual([200, '']);
    expect([said(), service.asked]).toEqual([[], []]);
  });
});

describe('what one person sends to several instances', () => {
  it('is counted by all of them together, and explained once', async () => {
    const verdicts = ['answer', 'explain', 'ignore'] as const;
    let asked = 0;
    await start(100, { shared: async () => verdicts[asked++] });
    for (const _ of verdicts) await post('message.personal');
    expect([said(), service.asked.length]).toEqual([['Kort: svar', 'Kort: busy'], 1]);
  });
});

describe('what a client asks by itself', () => {
  const empty = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
  const refresh = (changes: object = {}) =>
    post('invoke.adaptiveCard-action.personal', {
      value: { action: { type: 'Action.Execute', data: { do: 'share' } }, trigger: 'automatic', ...changes },
    });

  it('costs the person nothing of their limit', async () => {
    await start(1);
    for (let n = 0; n < 25; n++) await refresh();
    expect(service.asked.every(({ what }) => what.kind === 'action' && what.auto)).toBe(true);
    await post('message.personal');
    expect([service.asked.length, said()]).toEqual([26, ['Kort: svar']]);
  });

  it('leaves the card as it is where the instance is too busy, and lets the explanation be', async () => {
    service = await startService({}, undefined, createLimiter({ messagesPerMinute: 1, messagesPerSecond: 1 }));
    for (let n = 0; n < 5; n++) expect((await refresh())[1]).not.toEqual(empty);
    for (let n = 0; n < 5; n++) expect(await refresh()).toEqual([200, empty]);
    await post('message.personal');
    expect(said()).toEqual(['Kort: busy']);
  });

  it('leaves the card as it is where the bot fails, which tells whoever pressed', async () => {
    await start();
    service.answer = lost;
    expect(await refresh()).toEqual([200, empty]);
    expect(await refresh({ trigger: 'manual' })).toMatchObject([200, { value: say('beklager').card }]);
  });
});

describe('a database in trouble', () => {
  it.each([
    ['gone', lost],
    ['silent', never],
  ] as const)('(%s) keeps nobody from an answer, is told in the log, and doubles nothing', async (_, trouble) => {
    await start(100, { noteMs: 20 });
    claims = { claim: trouble };
    for (let n = 0; n < 2; n++) expect(await post('message.personal', { id: 'once' })).toEqual([200, '']);
    expect(said()).toEqual(['Kort: svar']);
    expect(service.logged.join('')).not.toContain('Alice');
  });

  it('is told in a line', async () => {
    await start();
    claims = { claim: lost };
    await post('message.personal');
    expect(errors().map(({ msg, error }) => [msg, error.name])).toEqual([['a message was not noted as taken', 'ConnectionLost']]);
  });
});

describe('what takes too long', () => {
  it('is answered with the card that says so, and told in one line', async () => {
    await start(100, { budgets });
    service.answer = never;
    expect(await post('message.personal')).toEqual([200, '']);
    expect(said()).toEqual(['Kort: beklager']);
    expect(errors().map(({ msg, error }) => [msg, error.name])).toEqual([['turn failed', 'TimeOver']]);
  });

  it('is answered in the card of a button, and not where nobody pressed it', async () => {
    await start(100, { budgets });
    service.answer = never;
    expect(await post('invoke.adaptiveCard-action.personal')).toMatchObject([200, { value: say('beklager').card }]);
  });

  it('is answered in the words of the message extension', async () => {
    await start(100, { budgets }, never);
    expect(await post('invoke.composeExtension-query')).toEqual([200, { composeExtension: { type: 'message', text: 'Kort: beklager' } }]);
    expect(errors().map(({ msg, error }) => [msg, error.name])).toEqual([['invoke failed', 'TimeOver']]);
  });

  it('is no request that never ends, where Teams is silent as well', async () => {
    await start(100, { budgets });
    connector.behaviour = 'silence';
    service.answer = never;
    expect(await post('message.personal')).toEqual([200, '']);
    expect(errors().map(({ msg }) => msg)).toEqual(['turn failed', 'sending failed']);
  });

  it('ends an answer of many cards where its time is over', async () => {
    await start(100, { budgets });
    connector.behaviour = 'silence';
    service.answer = async () => ['en', 'to', 'tre'].map(say);
    expect(await post('message.personal')).toEqual([200, '']);
    expect(connector.calls).toHaveLength(1);
  });
});
