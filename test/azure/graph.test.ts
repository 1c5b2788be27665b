import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AzureCredential } from '../../src/azure/credentials.js';
import { createGraphDirectory } from '../../src/azure/graph.js';

const person = { tenant: 't1', entraId: 'aaaaaaaa-0000-4000-8000-000000000001' };
const user = { jobTitle: 'Kontorchef', department: 'Børn og Unge', preferredLanguage: 'da-DK' };

let server: Server;
let url: string;
let requests: { url: string | undefined; authorization: string | undefined }[];
let respond: (response: ServerResponse) => void;
let logged: unknown[];

const json = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

beforeEach(async () => {
  requests = [];
  logged = [];
  server = createServer((request: IncomingMessage, response) => {
    requests.push({ url: request.url, authorization: request.headers.authorization });
    respond(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const credential: AzureCredential = { getToken: async () => ({ token: 'hemmeligt' }) };
const log = { warn: (...line: unknown[]) => void logged.push(line) } as never;
const find = (given: AzureCredential = credential, timeoutMs = 2_000) =>
  createGraphDirectory({ credential: async () => given, log, url, timeoutMs }).find(person);

describe('Microsoft Graph', () => {
  it('is asked once, for three fields of one user, with the token', async () => {
    respond = json(200, user);
    expect(await find()).toEqual({ kind: 'listed', jobTitle: 'Kontorchef', department: 'Børn og Unge', language: 'da-DK' });
    expect(requests).toEqual([
      { url: `/v1.0/users/${person.entraId}?$select=jobTitle,department,preferredLanguage`, authorization: 'Bearer hemmeligt' },
    ]);
    expect(logged).toEqual([]);
  });

  it('may know nothing but that the person is there', async () => {
    respond = json(200, { jobTitle: null, department: 7 });
    expect(await find()).toEqual({ kind: 'listed', jobTitle: undefined, department: undefined, language: undefined });
  });

  it('is never sent to another path by an id', async () => {
    respond = json(404, {});
    await createGraphDirectory({ credential: async () => credential, log, url }).find({ tenant: 't', entraId: '../groups?x=' });
    expect(requests[0]?.url).toMatch(/^\/v1\.0\/users\/\.\.%2Fgroups%3Fx%3D\?/);
  });

  it.each([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'unknown'],
    [429, 'busy'],
    [500, 'unavailable'],
    [503, 'busy'],
  ])('with %i is %s, and asked no second time', async (status, kind) => {
    respond = json(status, { error: { message: 'Kontorchef Mette Sørensen' } });
    expect(await find()).toEqual({ kind });
    expect(requests).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/Mette|hemmeligt|aaaaaaaa/);
  });

  it.each([
    ['does not answer', () => undefined],
    ['stops half-way', (response: ServerResponse) => void response.writeHead(200).write('{"jobTitle":')],
    ['breaks the connection', (response: ServerResponse) => void response.destroy()],
    ['answers with no JSON', (response: ServerResponse) => void response.end('<html>')],
    ['sends elsewhere', (response: ServerResponse) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
  ])('that %s is unavailable within its time', async (_, behaviour) => {
    respond = behaviour;
    const began = Date.now();
    expect(await find(credential, 150)).toEqual({ kind: 'unavailable' });
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(logged).toHaveLength(1);
  });

  it.each([
    ['gives no token', async () => null, 'forbidden'],
    [
      'fails',
      async () => {
        throw Object.assign(new Error('client_secret=hemmeligt'), { name: 'AuthenticationError' });
      },
      'unavailable',
    ],
    ['never answers', () => new Promise<never>(() => undefined), 'unavailable'],
  ])('is not asked when the credential %s', async (_, getToken, kind) => {
    respond = json(200, user);
    expect(await find({ getToken }, 150)).toEqual({ kind });
    expect(requests).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain('hemmeligt');
  });
});
