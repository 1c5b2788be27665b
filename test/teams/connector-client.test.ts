import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { within } from '../../src/clock.js';
import { createConnectorClient } from '../../src/teams/connector-client.js';
import { readOutcome } from '../../src/teams/messenger.js';

let server: Server;
let answer: { readonly status: number; readonly body: string };
let refused: string[];

beforeEach(async () => {
  refused = [];
  server = createServer((request, response) => {
    request.resume();
    response.statusCode = answer.status;
    response.end(answer.body);
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

const urlOf = (host: { address(): unknown }) => `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
const call = (url: string, timeoutMs = 1_000) => {
  const client = createConnectorClient({ isAllowed: () => true, timeoutMs, refused: (token) => refused.push(token) });
  const headers = new HttpHeaders({ authorization: 'Bearer one-token' });
  return client.sendRequest({ url, method: 'POST', headers, body: '{}' } as never);
};
const failing = (url: string, timeoutMs?: number) =>
  call(url, timeoutMs).then(
    () => undefined,
    (error: unknown) => error,
  );
const words = { subCode: 'MessageWritesBlocked', details: 'Thread is blocked for message writes.' };

describe('the words of a refusal', () => {
  it.each<[string, unknown, unknown]>([
    ['below the error', { error: { code: 'Forbidden', ...words } }, { kind: 'unreachable', reason: 'blocked' }],
    ['beside the error', { ...words, error: { code: 'Forbidden' } }, { kind: 'unreachable', reason: 'blocked' }],
    ['alone', words, { kind: 'unreachable', reason: 'blocked' }],
    [
      'from the service behind',
      { error: { code: 'Forbidden', innerHttpError: { statusCode: 403, body: words } } },
      { kind: 'unreachable', reason: 'blocked' },
    ],
    ['as JSON in a text', { errorCode: 209, message: JSON.stringify(words) }, { kind: 'unreachable', reason: 'blocked' }],
    [
      'as JSON in a text below the error',
      { error: { code: 'Forbidden', message: JSON.stringify(words) } },
      { kind: 'unreachable', reason: 'blocked' },
    ],
    ['in a sentence', { error: { code: 'Forbidden', message: 'Anna {' } }, { kind: 'unreachable', reason: 'forbidden' }],
    ['that blame the request', { error: { code: 'BadSyntax', subCode: 'Whatever' } }, { kind: 'refused', reason: 'http-403' }],
    ['of every object', { error: { code: 'constructor' } }, { kind: 'unreachable', reason: 'forbidden' }],
    ['that are sentences', { error: { code: 'Anna must not write here' } }, { kind: 'refused', reason: 'http-403' }],
    ['in other shapes', { error: { code: 7, subCode: ['x'], innerHttpError: 'x' } }, { kind: 'refused', reason: 'http-403' }],
    ['that are none', 'null', { kind: 'refused', reason: 'http-403' }],
  ])('%s tell whether the person can be reached', async (_, body, outcome) => {
    answer = { status: 403, body: typeof body === 'string' ? body : JSON.stringify(body) };
    expect(readOutcome(await failing(urlOf(server)))).toEqual(outcome);
  });

  it('are told with the token when the connector refuses that', async () => {
    answer = { status: 401, body: '' };
    expect(await failing(urlOf(server))).toMatchObject({ code: 401 });
    expect(refused).toEqual(['one-token']);
  });
});

describe('a call that was not answered', () => {
  it('has left once it was connected', async () => {
    const silent = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    expect(await failing(urlOf(silent), 50)).toMatchObject({ code: 'timeout', hasLeft: true });
    silent.close();
  });

  it('has not left where nobody took it', async () => {
    expect(await failing('http://127.0.0.1:9/')).toMatchObject({ code: 'network', hasLeft: false });
    expect(await failing('http://nobody.invalid/')).toMatchObject({ code: 'network', hasLeft: false });
  });

  it('has not left while the two sides still agree on a cipher', async () => {
    const silent = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    expect(await failing(urlOf(silent).replace('http:', 'https:'), 50)).toMatchObject({ code: 'timeout', hasLeft: false });
    silent.close();
  });

  it('has not left where its time was over before', async () => {
    answer = { status: 200, body: '{}' };
    let late: unknown;
    await within(0, async () => {
      late = await failing(urlOf(server));
    }).catch(() => undefined);
    expect(late).toMatchObject({ code: 'timeout', hasLeft: false });
  });
});
