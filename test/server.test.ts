import { once } from 'node:events';
import { type AddressInfo, connect, createServer as createPlainServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from '../src/http/server.js';
import { pagePaths } from '../src/web/pages.js';
import { recorded } from './teams/activities.js';
import { type FakeConnector, startConnector } from './teams/connector.js';
import { type Service, startService } from './teams/service.js';

let connector: FakeConnector;
let service: Service;

beforeEach(async () => {
  connector = await startConnector();
  service = await startService({ timeoutMs: 5_000 });
});
afterEach(() => Promise.all([service.stop(), connector.close()]));

const hello = (id: string) => recorded('message.personal', { id, serviceUrl: connector.url });

/** A socket that is cut may say so with an error first, which `once` would take for its own. */
const closing = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

/** Sends raw bytes and gives what came back until the server closed the connection. */
async function exchange(head: readonly string[], body: Buffer | string = '', line = 'POST /api/messages'): Promise<string> {
  const socket = connect(service.port, '127.0.0.1');
  let text = '';
  socket
    .on('data', (chunk) => {
      text += String(chunk);
    })
    .on('error', () => undefined);
  socket.write(`${[`${line} HTTP/1.1`, `Host: 127.0.0.1:${service.port}`, 'Connection: close', ...head].join('\r\n')}\r\n\r\n`);
  socket.write(body);
  await closing(socket);
  return text;
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} } as never;
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
const bytes = (body: Buffer | string, type = 'application/json') => [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`];
const nested = '['.repeat(100_000);
const closed = ']'.repeat(100_000);

describe('a body', () => {
  const gzip = gzipSync('{}');
  const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
  const big = `{"type":"message","text":"${'x'.repeat(262_144)}"}`;
  const rows: readonly [string, readonly string[], Buffer | string, number][] = [
    ['of bad gzip', ['Content-Encoding: gzip', ...bytes('no gzip')], 'no gzip', 415],
    ['of good gzip', ['Content-Encoding: gzip', ...bytes(gzip)], gzip, 415],
    ['that is a gzip bomb', ['Content-Encoding: gzip', ...bytes(bomb)], bomb, 415],
    ['of multipart', bytes('--x--', 'multipart/form-data; boundary=x'), '--x--', 415],
    ['of a form', bytes('a=b', 'application/x-www-form-urlencoded'), 'a=b', 415],
    ['in another charset', bytes('{}', 'application/json; charset=utf-16'), '{}', 415],
    ['of no type', ['Content-Length: 2'], '{}', 415],
    ['that says it is too big', bytes(big), big, 413],
    [
      'that turns out too big',
      ['Content-Type: application/json', 'Transfer-Encoding: chunked'],
      `${big.length.toString(16)}\r\n${big}\r\n0\r\n\r\n`,
      413,
    ],
    ['of 100,000 open brackets', bytes(nested), nested, 400],
    ['of 100,000 nested lists', bytes(nested + closed), nested + closed, 400],
    ['of an empty object', bytes('{}'), '{}', 400],
    ['of an empty list', bytes('[]'), '[]', 400],
    ['of null', bytes('null'), 'null', 400],
    ['with a number as type', bytes('{"type":5}'), '{"type":5}', 400],
    ['of nothing', bytes(''), '', 400],
    ['of half a JSON', bytes('{"type":"mess'), '{"type":"mess', 400],
  ];

  it.each(rows)('%s gets its status, and the next request is answered', async (_name, head, body, status) => {
    const answer = await exchange(head, body);
    expect(statusOf(answer)).toBe(status);
    expect(answer.split('\r\n\r\n')[1]).toBe('');
    expect(service.asked).toEqual([]);
    expect((await service.post(hello('next'))).status).toBe(200);
    expect(service.asked).toHaveLength(1);
  });

  it('that stops half-way leaves the server alone', async () => {
    const socket = connect(service.port, '127.0.0.1');
    socket.write(`POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"type":`);
    socket.end();
    socket.resume();
    await closing(socket);
    expect((await service.post(hello('next'))).status).toBe(200);
  });

  it('of JSON in utf-8 is read, charset named or not', async () => {
    expect((await service.post(hello('1'), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    expect((await service.post(hello('2'), { 'content-type': 'Application/JSON;charset="UTF-8"' })).status).toBe(200);
    expect(service.asked).toHaveLength(2);
  });

  it('with 100,000 nested lists inside a button is the bot’s to judge, and ends nothing', async () => {
    const activity = JSON.stringify(recorded('message.card-submit.personal', { id: 'deep', serviceUrl: connector.url, value: 'HERE' }));
    expect((await service.post(activity.replace('"HERE"', nested + closed))).status).toBe(200);
    expect((await service.post(hello('next'))).status).toBe(200);
  });
});

describe('the routes', () => {
  it.each([
    ['GET', '/livez', 200, '{"status":"ok"}'],
    ['GET', '/readyz', 200, '{"status":"ok"}'],
    ['GET', '/', 404, '{}'],
    ['GET', '/api/messages/<script>', 404, '{}'],
    ['GET', '/api/messages', 405, '{}'],
    ['POST', '/livez', 405, '{}'],
    ['GET', '/%zz', 404, '{}'],
  ])('%s %s: %i', async (method, path, status, body) => {
    const response = await fetch(service.url + path, { method });
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    });
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('content-type')).toContain('application/json');
  });
});

describe('a client that is slow', () => {
  const start = async () => {
    const server = createServer({ receive: async () => ({ status: 200 }), arrivalMs: 150, local: true, log: quiet });
    const port = await server.listen(0, '127.0.0.1');
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    await once(socket, 'connect');
    return { server, port, socket, cut: closing(socket) };
  };
  const head = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';

  it.each([
    ['says nothing', ''],
    ['stops in the headers', 'POST /api/messages HTTP/1.1\r\nHost:'],
    ['stops in the body', `${head}{`],
  ])('and %s is cut off', async (_name, text) => {
    const { server, socket, cut } = await start();
    socket.write(text);
    await cut;
    await server.stop(0);
  });

  it('and sends a byte now and then is cut off all the same, while others are answered', async () => {
    const { server, port, socket, cut } = await start();
    socket.write(head);
    const drip = setInterval(() => socket.write('['), 20);
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
    await cut;
    clearInterval(drip);
    await server.stop(0);
  });
});

describe('the pages', () => {
  it.each(pagePaths)('%s is there in both languages, with headers of its own over the server’s', async (path) => {
    for (const [query, accept, language] of [
      ['', 'da', 'da'],
      ['', 'en-GB,en;q=0.9', 'en'],
      ['?sprog=en', 'da', 'en'],
    ] as const) {
      const response = await fetch(service.url + path + query, { headers: { 'accept-language': accept } });
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain(`<html lang="${language}">`);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'cache-control': 'public, max-age=300',
        'content-length': String(Buffer.byteLength(html)),
        'x-content-type-options': 'nosniff',
      });
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    }
  });

  it('say what this service keeps', async () => {
    const html = await (await fetch(`${service.url}/privatliv?sprog=da`)).text();
    expect(html).toContain('45 dage');
  });

  it.each(['/om/', '/OM', '/om/x', '//om', '/om;x'])('are not at %s', async (path) => {
    const answer = await exchange([], '', `GET ${path}`);
    expect(statusOf(answer)).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'])('take no %s', async (method) => {
    const answer = await exchange(['Content-Length: 0'], '', `${method} /om`);
    expect(statusOf(answer)).toBe(405);
  });
});

describe('stopping', () => {
  const open = async (text = ''): Promise<Socket> => {
    const socket = connect(service.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined).resume();
    if (text) socket.write(text);
    return socket;
  };

  it('lets the running turn finish and closes idle and half-sent connections', async () => {
    connector.behaviour = 'silence';
    const arrived = connector.nextCall();
    const turn = service.post(hello('slow'));
    await arrived;
    const idle = await open();
    const half = await open(
      'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    const gone = Promise.all([closing(idle), closing(half)]);
    const stopped = service.stop();
    await expect(fetch(`${service.url}/livez`)).rejects.toThrow();
    connector.release();
    const answer = await turn;
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    await Promise.all([stopped, gone]);
  });

  it('ends at the deadline although a turn hangs', async () => {
    connector.behaviour = 'silence';
    const arrived = connector.nextCall();
    const turn = service.post(hello('hangs'));
    const cut = expect(turn).rejects.toThrow();
    await arrived;
    await service.stop();
    await cut;
  });
});

it('refuses a port that is taken with the system’s code', async () => {
  const blocker = createPlainServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const server = createServer({ receive: async () => ({ status: 200 }), local: true, log: quiet });
  await expect(server.listen((blocker.address() as AddressInfo).port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => blocker.close(resolve));
});
