import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOperatorServer, type OperatorServer } from '../src/http/operator.js';
import { createLog } from '../src/log.js';

const logged: string[] = [];
let server: OperatorServer;
let port: number;

beforeAll(async () => {
  const routes = {
    '/metrics': async () => ({ status: 200, contentType: 'text/plain; version=0.0.4', body: 'kompas 1\n' }),
    '/broken': async () => Promise.reject(Object.assign(new Error('Alice Admin'), { name: 'ConnectionLost' })),
  };
  server = createOperatorServer(routes, createLog('error', { write: (line) => void logged.push(line) }));
  port = await server.listen(0);
});
afterAll(() => server.stop());

type Asked = { readonly method?: string; readonly headers?: Record<string, string> };

/** `fetch` would not let a test say its own Host. */
const ask = (path: string, { method = 'GET', headers = {} }: Asked = {}) =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });

describe('the operator’s port', () => {
  it('gives each route its answer, to GET and without a body to HEAD', async () => {
    const got = await ask('/metrics');
    expect([got.status, got.body]).toEqual([200, 'kompas 1\n']);
    expect(got.headers).toMatchObject({
      'content-type': 'text/plain; version=0.0.4',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const head = await ask('/metrics?x=1', { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '9']);
  });

  it.each([
    ['/', {}, 404],
    ['/api/messages', { method: 'POST' }, 404],
    ['/toString', {}, 404],
    ['/metrics/../broken', {}, 404],
    ['/metrics', { method: 'POST' }, 405],
    ['/metrics', { method: 'DELETE' }, 405],
    ['/metrics', { headers: { host: 'kompas.example.dk' } }, 403],
    ['/metrics', { headers: { host: '127.0.0.1.evil.example' } }, 403],
    ['/metrics', { headers: { host: '127.0.0.1@evil.example' } }, 403],
    ['/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } }, 403],
    ['/metrics', { headers: { forwarded: 'for=10.0.0.1' } }, 403],
    ['/metrics', { headers: { host: 'localhost:9464' } }, 200],
    ['/metrics', { headers: { host: '[::1]:9464' } }, 200],
  ] as const)('answers %s of %j with %i', async (path, asked, status) => {
    const got = await ask(path, asked);
    expect(got.status).toBe(status);
    if (status !== 200) expect(got.body).not.toContain('kompas 1');
    if (status === 405) expect(got.headers['allow']).toBe('GET, HEAD');
  });

  it('says that something failed, and what only in the log, without its words', async () => {
    expect((await ask('/broken')).status).toBe(500);
    expect(logged.join('')).toMatch(/"name":"ConnectionLost".*operator port failed/);
    expect(logged.join('')).not.toContain('Alice');
  });

  it('is on this machine alone', async () => {
    const outside = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address } of outside.filter(({ internal, family }) => !internal && family === 'IPv4'))
      await expect(fetch(`http://${address}:${port}/metrics`)).rejects.toThrow();
  });
});
