import type { ServerResponse } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ClientSecretCredential } from '@azure/identity';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AzureCredential } from '../../src/azure/credentials.js';
import { createLanguageModel, type LanguageModelParts, textOfCompletion, toChatBody } from '../../src/azure/language-model.js';
import type { ReaderReply, ReaderRequest } from '../../src/understanding/reader/reader.js';
import { startLogin } from '../teams/login.js';
import { completion, json, type ModelServer, type Respond, startGarbage, startModelServer } from './support/model-server.js';

const schema = { type: 'object', properties: { reading: { type: 'string' } }, required: ['reading'], additionalProperties: false };
const request: ReaderRequest = { fixed: 'Vælg blandt spørgsmålene.', asked: '{"message":"Mette Sørensen græder"}', schema };
const body = {
  model: 'laeser',
  messages: [
    { role: 'system', content: request.fixed },
    { role: 'user', content: request.asked },
  ],
  response_format: { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } },
  max_completion_tokens: 2_000,
};
const path = '/openai/deployments/laeser/chat/completions?api-version=2024-10-21';
const consoleWords = ['log', 'debug', 'info', 'warn', 'error'] as const;

let server: ModelServer;
let logged: unknown[];
let written: unknown[];

beforeEach(async () => {
  server = await startModelServer();
  logged = [];
  written = [];
  for (const word of consoleWords) vi.spyOn(console, word).mockImplementation((...line: unknown[]) => void written.push(line));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await server.close();
  expect(JSON.stringify(logged)).not.toMatch(/Mette|hemmelig|Vælg|laeser|127\.0\.0\.1/);
  expect(written).toEqual([]);
});

const credential: AzureCredential = { getToken: async () => ({ token: 'hemmeligt' }) };
const log = { warn: (...line: unknown[]) => void logged.push(line) } as never;
const create = (given: Partial<LanguageModelParts> = {}) =>
  createLanguageModel({
    endpoint: server.endpoint,
    deployment: 'laeser',
    apiVersion: '2024-10-21',
    credential: async () => credential,
    log,
    ...given,
  });
const none = (why: string) => ({ kind: 'none', why });
const logOf = (outcome: string, status?: number) => [
  [{ outcome, ...(status !== undefined && { status }) }, 'the language model did not answer'],
];

/** The answer, and proof that it came within its time. */
async function askWithin(ms: number, given: Partial<LanguageModelParts> = {}): Promise<ReaderReply> {
  const began = performance.now();
  const reply = await create(given)(request, ms);
  expect(performance.now() - began).toBeLessThan(ms + 1_500);
  return reply;
}

describe('the body of a chat completion', () => {
  it('is the request, its schema strict, and nothing else', () => {
    expect(toChatBody(request, 'laeser')).toEqual(body);
  });
});

describe('a chat completion', () => {
  const filtered = { finish_reason: 'content_filter' };
  it.each<[string, unknown, object]>([
    ['that is whole is said', completion('{"a":1}'), { kind: 'said', text: '{"a":1}', tokens: { in: 4_000, out: 90 } }],
    ['without usage is said', { ...completion('{}'), usage: undefined }, { kind: 'said', text: '{}' }],
    ['with an odd usage is said', { ...completion('{}'), usage: { prompt_tokens: 'many' } }, { kind: 'said', text: '{}' }],
    ['of two choices is the first', { choices: [...choicesOf('{"a":1}'), ...choicesOf('{"a":2}')] }, { kind: 'said', text: '{"a":1}' }],
    ['that refuses is filtered', completion(null, { message: { content: null, refusal: 'Det kan jeg ikke.' } }), none('filtered')],
    ['that is cut by the filter is filtered', completion('{"a":', filtered), none('filtered')],
    ['that the filter left nothing of is filtered', completion(null, { ...filtered, message: undefined }), none('filtered')],
    ['that ran out of tokens is unavailable', completion('{"a":', { finish_reason: 'length' }), none('unavailable')],
    ['that calls a tool is unavailable', completion(null, { finish_reason: 'tool_calls' }), none('unavailable')],
    ['that is empty is unavailable', completion(''), none('unavailable')],
    ['without content is unavailable', completion(null), none('unavailable')],
    ['without choices is unavailable', { ...completion('{}'), choices: [] }, none('unavailable')],
    ['whose content is no text is unavailable', completion(7 as never), none('unavailable')],
    ['that is text is unavailable', '<html>', none('unavailable')],
    ['that is not there is unavailable', undefined, none('unavailable')],
  ])('%s', (_, given, expected) => {
    expect(textOfCompletion(given)).toEqual(expected);
  });
});

function choicesOf(content: string): readonly unknown[] {
  return completion(content)['choices'] as readonly unknown[];
}

describe('the language model', () => {
  it('is asked once, by chat completion, with a token and without a word of who asks', async () => {
    const scopes: string[] = [];
    const asked: AzureCredential = { getToken: async (scope) => ({ token: scopes.push(scope) === 1 ? 'hemmeligt' : 'x' }) };
    server.respond = json(200, completion('{"reading":"other"}'));
    const reply = await askWithin(5_000, { credential: async () => asked });
    expect(reply).toEqual({ kind: 'said', text: '{"reading":"other"}', tokens: { in: 4_000, out: 90 } });
    expect(scopes).toEqual(['https://cognitiveservices.azure.com/.default']);
    expect(server.requests).toMatchObject([{ method: 'POST', url: path, headers: { authorization: 'Bearer hemmeligt' } }]);
    expect(server.requests[0]?.body).toEqual(body);
    expect(headerNames()).toEqual([...plainHeaders, 'authorization'].sort());
    expect(logged).toEqual([]);
  });

  it('is asked with a key where there is one, and no credential is opened', async () => {
    const opened = vi.fn();
    expect(await askWithin(5_000, { apiKey: 'hemmelig-noegle', credential: opened })).toMatchObject({ kind: 'said' });
    expect(server.requests[0]?.headers['api-key']).toBe('hemmelig-noegle');
    expect(headerNames()).toEqual([...plainHeaders, 'api-key'].sort());
    expect(opened).not.toHaveBeenCalled();
  });

  it.each([
    ['a token', {}, 'authorization', 'Bearer hemmeligt'],
    ['a key', { apiKey: 'hemmelig' }, 'api-key', 'hemmelig'],
  ])('is asked with %s just so whatever the environment says', async (_, given, header, value) => {
    const other = 'http://127.0.0.1:9/';
    const said = {
      ...{ OPENAI_BASE_URL: other, AZURE_OPENAI_ENDPOINT: other, OPENAI_API_VERSION: '2023-05-15', OPENAI_LOG: 'debug' },
      ...{ OPENAI_API_KEY: 'x', AZURE_OPENAI_API_KEY: 'x', OPENAI_ADMIN_KEY: 'x', OPENAI_ORG_ID: 'x', OPENAI_PROJECT_ID: 'x' },
      OPENAI_CUSTOM_HEADERS: 'authorization: Bearer x\napi-key: x\nx-more: x\ncontent-type: text/plain',
    };
    for (const [name, word] of Object.entries(said)) vi.stubEnv(name, word);
    expect(await askWithin(5_000, given)).toMatchObject({ kind: 'said' });
    expect(server.requests).toMatchObject([{ url: path, body, headers: { [header]: value, 'content-type': 'application/json' } }]);
    expect(headerNames()).toEqual([...plainHeaders, header].sort());
  });

  it.each([
    ['a slash at the end', '/', 'laeser', path],
    ['a gateway before it', '/sprog/', 'laeser', `/sprog${path}`],
    ['a deployment that is no name', '', '../a?b', '/openai/deployments/..%2Fa%3Fb/chat/completions?api-version=2024-10-21'],
  ])('is asked at its own path with %s', async (_, suffix, deployment, expected) => {
    expect(await askWithin(5_000, { endpoint: `${server.endpoint}${suffix}`, deployment })).toMatchObject({ kind: 'said' });
    expect(server.requests.map(({ url }) => url)).toEqual([expected]);
  });

  it('waits for parts of a millisecond, and no time at all asks nothing', async () => {
    expect(await askWithin(4_999.5)).toMatchObject({ kind: 'said' });
    for (const ms of [0, -1, Number.NaN]) expect(await create()(request, ms)).toEqual(none('time'));
    expect(server.requests).toHaveLength(1);
  });

  it('gets its token from the login by the real credential', async () => {
    const login = await startLogin();
    try {
      const real = new ClientSecretCredential('t1', 'a1', 'hemmeligt', login.options);
      expect(await askWithin(5_000, { credential: async () => real })).toMatchObject({ kind: 'said' });
      expect(server.requests[0]?.headers['authorization']).toBe('Bearer token-1');
      login.behaviour = 'expired';
      expect(await askWithin(5_000, { credential: async () => new ClientSecretCredential('t2', 'a1', 'x', login.options) })).toEqual(
        none('forbidden'),
      );
      expect(server.requests).toHaveLength(1);
    } finally {
      await login.close();
    }
  });
});

/** What a request has whatever it proves itself with: two of ours, the rest those of HTTP itself. */
const plainHeaders = [
  ...['accept', 'content-type'],
  ...['accept-encoding', 'accept-language', 'connection', 'content-length', 'host', 'sec-fetch-mode', 'user-agent'],
];

function headerNames(): string[] {
  return Object.keys(server.requests[0]?.headers ?? {}).sort();
}

const fault = (code: string | null) => ({ error: { message: 'Mette Sørensen græder', type: null, param: 'prompt', code } });
const html = { 'content-type': 'text/html' };

describe('one request and one warning', () => {
  it.each<[string, Respond, string, number?]>([
    ['400 by the content filter', json(400, fault('content_filter')), 'filtered', 400],
    ['400 for another reason', json(400, fault('invalid_request')), 'unavailable', 400],
    ['400 without JSON', json(400, 'Mette', html), 'unavailable', 400],
    ['401', json(401, fault('401')), 'forbidden', 401],
    ['403', json(403, fault('403')), 'forbidden', 403],
    ['404 of no such deployment', json(404, fault('DeploymentNotFound')), 'unavailable', 404],
    ['408', json(408, fault(null)), 'unavailable', 408],
    ['429', json(429, fault('429')), 'busy', 429],
    ['429 that wants a retry', json(429, fault('429'), { 'x-should-retry': 'true' }), 'busy', 429],
    ['500', json(500, fault('content_filter')), 'unavailable', 500],
    ['503 that wants a retry', json(503, fault(null), { 'x-should-retry': 'true', 'retry-after': '0' }), 'unavailable', 503],
    ['a text that the filter cut', json(200, completion('{"a', { finish_reason: 'content_filter' })), 'filtered'],
    ['a refusal', json(200, completion(null, { message: { content: null, refusal: 'Mette' } })), 'filtered'],
    ['malformed JSON', json(200, '{"choices":[{"Mette'), 'unavailable'],
    ['HTML', json(200, '<html>Mette</html>', html), 'unavailable'],
    ['an empty body', json(200, ''), 'unavailable'],
    ['no content', (response) => void response.writeHead(204).end(), 'unavailable'],
    ['no choices', json(200, { ...completion('{}'), choices: [] }), 'unavailable'],
    ['a content that is too long', json(200, completion('Mette'.repeat(60_000))), 'unavailable'],
    ['an error that is too long', json(401, fault('x'.repeat(300_000))), 'unavailable'],
    ['a way elsewhere', (response) => void response.writeHead(307, { location: `${server.endpoint}/other` }).end(), 'unavailable'],
    ['a status that there is not', json(999, completion('{}')), 'unavailable'],
    ['a closed connection', (response) => void response.destroy(), 'unavailable'],
    ['a reset connection', (response) => void response.socket?.resetAndDestroy(), 'unavailable'],
    ['a body that breaks off', breakOff, 'unavailable'],
    ['a body without an end, fast', pour, 'unavailable'],
  ])('is what %s ends in', async (_, respond, outcome, status) => {
    server.respond = respond;
    expect(await askWithin(3_000)).toEqual(none(outcome));
    expect(server.requests).toHaveLength(1);
    await vi.waitFor(() => expect(server.open()).toBe(0));
    expect(logged).toEqual(logOf(outcome, status));
  });

  it.each<[string, Respond]>([
    ['that is silent', () => undefined],
    [
      'that sends headers and then nothing',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders(),
    ],
    ['that stops half-way', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":')],
    ['that sends an error and then nothing', (response) => void response.writeHead(500).write('Mette')],
    ['whose body comes by drops without an end', drip],
  ])('is what a server %s ends in when the time is over', async (_, respond) => {
    server.respond = respond;
    expect(await askWithin(400)).toEqual(none('time'));
    expect(logged).toEqual(logOf('time'));
    expect(server.requests.length).toBeLessThanOrEqual(1);
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it('is what a server that stops half-way ends in also where memory is tidied meanwhile', async () => {
    server.respond = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":');
    let isOver = false;
    const asked = askWithin(400).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      tidyMemory();
    }
    expect(await asked).toEqual(none('time'));
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it.each<[string, () => Promise<AzureCredential>, string]>([
    ['gives no token', async () => ({ getToken: async () => null }), 'forbidden'],
    ['gives an empty one', async () => ({ getToken: async () => ({ token: '' }) }), 'forbidden'],
    ['fails', async () => ({ getToken: () => Promise.reject(new Error('client_secret=hemmeligt')) }), 'forbidden'],
    ['cannot be opened', () => Promise.reject(new Error('hemmeligt')), 'forbidden'],
    ['never answers', async () => ({ getToken: () => new Promise<never>(() => undefined) }), 'time'],
    ['gives up with the time', async () => ({ getToken: (_, { abortSignal }) => rejectWith(abortSignal) }), 'time'],
  ])('is logged, and nothing sent, when a credential %s', async (_, open, outcome) => {
    expect(await askWithin(400, { credential: open })).toEqual(none(outcome));
    expect(server.requests).toEqual([]);
    expect(logged).toEqual(logOf(outcome));
  });

  it.each([
    ['a server that speaks no HTTP', 'http', 'Mette\u0000\u0001\r\n\r\n'],
    ['a server that speaks no TLS', 'https', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['a server that hangs up', 'http', ''],
  ])('is what %s ends in', async (_, protocol, bytes) => {
    const garbage = await startGarbage(bytes);
    try {
      expect(await askWithin(3_000, { endpoint: `${protocol}://127.0.0.1:${garbage.port}` })).toEqual(none('unavailable'));
      expect(logged).toEqual(logOf('unavailable'));
    } finally {
      await garbage.close();
    }
  });

  it.each([
    ['a server that is not there', 'http://127.0.0.1:1'],
    ['an address that is none', 'hemmelig adresse'],
  ])('is what %s ends in', async (_, endpoint) => {
    expect(await askWithin(3_000, { endpoint })).toEqual(none('unavailable'));
    expect(logged).toEqual(logOf('unavailable'));
  });
});

describe('a service that is asked too often,', () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();
  it.each<[string, () => string | undefined, number, number]>([
    ['30 seconds is left for so long', () => '30', 29_999, 30_000],
    ['no seconds is left for no time', () => '0', 0, 0],
    ['an hour is left for ten minutes', () => '3600', 599_999, 600_000],
    ['as many seconds as there are is left for ten minutes', () => '9'.repeat(400), 599_999, 600_000],
    ['a date is left until then', () => inSeconds(60), 50_000, 61_000],
    ['a date long ago is left for no time', () => inSeconds(-60), 0, 0],
    ['a word is left for no time', () => 'Mette', 0, 0],
    ['nothing is left for no time', () => undefined, 0, 0],
  ])('and says %s', async (_, retryAfter, still, over) => {
    let now = 7_000;
    const model = create({ elapsed: () => now });
    const wait = retryAfter();
    server.respond = json(429, fault('429'), wait === undefined ? {} : { 'retry-after': wait });
    expect(await model(request, 3_000)).toEqual(none('busy'));
    server.respond = json(200, completion('{}'));
    if (still > 0) {
      for (const ms of [0, still]) {
        now = 7_000 + ms;
        expect(await model(request, 3_000)).toEqual(none('busy'));
      }
    }
    expect(server.requests).toHaveLength(1);
    now = 7_000 + over;
    expect(await model(request, 3_000)).toMatchObject({ kind: 'said' });
    expect(server.requests).toHaveLength(2);
    expect(logged).toEqual(logOf('busy', 429));
  });
});

function tidyMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function rejectWith(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
}

function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"Mette', () => response.destroy());
}

/** Writes as fast as it is read, until the other side hangs up. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write('"Mette",'.repeat(2_000)));
  };
  response.on('drain', more);
  more();
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}
