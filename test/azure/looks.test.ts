/** Looks at what Azure would give: on the wire, and without any question that costs something. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtGraph, lookAtModel } from '../../src/azure/looks.js';
import { type ModelServer, startModelServer } from './support/model-server.js';

const withToken = (token: string | undefined) => async () => ({ getToken: async () => (token === undefined ? null : { token }) });
const tokenWith = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
const soon = () => AbortSignal.timeout(2_000);

describe('a look at Graph', () => {
  it.each([
    [tokenWith({ roles: ['User.Read.All'] }), 'granted'],
    [tokenWith({ roles: ['Directory.Read.All'] }), 'granted'],
    [tokenWith({ roles: ['Mail.Send'] }), 'ungranted'],
    [tokenWith({}), 'ungranted'],
    ['nothing-to-read', 'given'],
    [undefined, 'none'],
  ])('of %s says: %s', async (token, state) => {
    expect(await lookAtGraph(withToken(token), soon())).toBe(state);
  });

  it('says that there is no token where the login hangs', async () => {
    const hanging = async () => ({ getToken: () => new Promise<never>(() => undefined) });
    expect(await lookAtGraph(hanging, AbortSignal.timeout(20))).toBe('none');
  });
});

describe('a look at a language model', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  const about = () => ({ endpoint: server.endpoint, deployment: 'kompas', apiVersion: '2024-10-21' });

  it.each([
    [429, 'there'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'unknown'],
    [500, 'trouble'],
  ])('that answers %i says: %s', async (status, state) => {
    server.respond = (response) => {
      response.writeHead(status);
      response.end('{}');
    };
    expect(await lookAtModel({ ...about(), apiKey: undefined, credential: withToken('t') }, soon())).toEqual({ state, status });
  });

  it.each([
    ['newer versions', { param: 'messages', code: 'empty_array', message: "Invalid 'messages': empty array." }, 'there'],
    ['older versions', { param: null, code: null, message: "[] is too short - 'messages'" }, 'there'],
    ['a version that is not there', { code: 'BadRequest', message: 'API version not supported' }, 'unknown'],
    ['a model of another kind', { code: 'OperationNotSupported', message: 'The chatCompletion operation does not work' }, 'unknown'],
    ['another parameter', { param: 'model', message: "'messages' would do" }, 'unknown'],
    ['something else', undefined, 'unknown'],
  ])('that refuses with 400 as %s do says what of it: %j', async (_whose, error, state) => {
    server.respond = (response) => {
      response.writeHead(400);
      response.end(error ? JSON.stringify({ error }) : '<h1>Bad Request</h1>');
    };
    expect(await lookAtModel({ ...about(), apiKey: undefined, credential: withToken('t') }, soon())).toEqual({ state, status: 400 });
  });

  it('asks for nothing that costs, and proves itself as the reader does', async () => {
    server.requests.length = 0;
    await lookAtModel({ ...about(), apiKey: undefined, credential: withToken('t') }, soon());
    await lookAtModel({ ...about(), apiKey: 'nogle', credential: withToken(undefined) }, soon());
    expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual(
      Array(2).fill(['POST', '/openai/deployments/kompas/chat/completions?api-version=2024-10-21', { messages: [] }]),
    );
    expect(server.requests.map(({ headers }) => [headers['authorization'], headers['api-key']])).toEqual([
      ['Bearer t', undefined],
      [undefined, 'nogle'],
    ]);
  });

  it('asks nobody without a token', async () => {
    server.requests.length = 0;
    expect(await lookAtModel({ ...about(), apiKey: undefined, credential: withToken(undefined) }, soon())).toEqual({ state: 'none' });
    expect(server.requests).toEqual([]);
  });
});
