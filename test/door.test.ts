import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Server } from '../src/http/server.js';
import { loadWorld } from './answers/world.js';

const { library, answerer } = loadWorld();
const quiet = { debug() {}, info() {}, warn() {}, error() {} } as never;
const host = 'Host: 127.0.0.1';

/** What is sent, byte for byte; the head ends where it ends. */
const rows: readonly [string, string, number][] = [
  ...['foo|bar', 'a b', 'x:99999', '[', '[::1', '%', '%zz', 'a.dk, a.dk', 'a.dk,a.dk', 'u:p@a', 'u@a', 'a/x', 'a?x', 'a#x'].map(row),
  ...['u:p@a/x?y#z', 'a\\b', '<a>', '127.1', '0x7f.1', '1.2.3.4.5', 'a:b', 'a:', ':80', '@', '/', '?', 'a..b:-1', '^', '"a"', 'a\tb'].map(
    row,
  ),
  ['two Hosts', `GET /livez HTTP/1.1\r\n${host}\r\nHost: b.dk\r\n\r\n`, 400],
  ['the same Host twice', `GET /livez HTTP/1.1\r\n${host}\r\n${host}\r\n\r\n`, 400],
  ['an empty Host', 'GET /livez HTTP/1.1\r\nHost:\r\n\r\n', 400],
  ['no Host', 'GET /livez HTTP/1.1\r\n\r\n', 400],
  ['no Host from HTTP/1.0, to a page', 'GET /om HTTP/1.0\r\n\r\n', 400],
  ['no Host from HTTP/1.0, to the endpoint', 'POST /api/messages HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}', 400],
  ...[
    'GET http://x:99999/',
    'GET http://[/',
    'GET http://[::1/livez',
    'GET https://:80/om',
    'GET http://127.0.0.1/livez',
    'GET http:///livez',
    'OPTIONS http://%/x',
    'POST http://x:99999/api/messages',
    'OPTIONS *',
    'GET *',
    'GET livez',
    'GET ?x',
    'GET http:livez',
    'GET file:///etc/passwd',
    'CONNECT 127.0.0.1:22',
    'CONNECT /livez',
    'GET \\livez',
    'GET',
    'BREW /livez',
    'get /livez',
  ].map((line): [string, string, number] => [line, `${line} HTTP/1.1\r\n${host}\r\n\r\n`, 400]),
  ['a header without a colon', `GET /livez HTTP/1.1\r\n${host}\r\nnonsense\r\n\r\n`, 400],
  ['a header of 200 KB', `GET /livez HTTP/1.1\r\n${host}\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`, 431],
  ['ten thousand headers', `GET /livez HTTP/1.1\r\n${host}\r\n${'X: y\r\n'.repeat(10_000)}\r\n`, 431],
  ['a target of 100 KB', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n\r\n`, 431],
  ['two lengths', `POST /api/messages HTTP/1.1\r\n${host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
  ['a length and chunks', `POST /api/messages HTTP/1.1\r\n${host}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`, 400],
  [
    'a broken chunk',
    `POST /api/messages HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    400,
  ],
  ['a folded header', `GET /livez HTTP/1.1\r\n${host}\r\nX: a\r\n b\r\nBad Name: c\r\n\r\n`, 400],
  ['bare line feeds', `GET /livez HTTP/1.1\n${host}\n\n`, 400],
  ['NUL in a header', `GET /livez HTTP/1.1\r\n${host}\r\nX: a\u0000b\r\n\r\n`, 400],
  ['another protocol', 'SSH-2.0-OpenSSH_9\r\n\r\n', 400],
  ['HTTP/2 as prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['HTTP/9', `GET /livez HTTP/9.9\r\n${host}\r\n\r\n`, 400],
  ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
  ['an upgrade', `GET /livez HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, 400],
  ['an unknown expectation', `POST /api/messages HTTP/1.1\r\n${host}\r\nExpect: cake\r\nContent-Length: 2\r\n\r\n{}`, 417],
  [
    'an expectation with a malformed Host',
    `POST /api/messages HTTP/1.1\r\nHost: foo|bar\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n`,
    400,
  ],
];

function row(value: string): [string, string, number] {
  return [`Host: ${value}`, `GET /livez HTTP/1.1\r\nHost: ${value}\r\n\r\n`, 400];
}

let server: Server;
let port: number;
let taken = 0;

/** Sends raw bytes and gives what came back until the server closed the connection. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('data', (data) => {
      text += String(data);
    });
    socket.on('error', () => undefined).on('close', () => resolve(text));
  });
}

const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
const head = (line: string, ...headers: string[]) => `${[`${line} HTTP/1.1`, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`;

async function isWell(): Promise<boolean> {
  const before = taken;
  const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  const { status } = await fetch(`http://127.0.0.1:${port}/api/messages`, init);
  return status === 200 && taken === before + 1;
}

describe.each([
  { mode: 'local mode', local: true, pages: false },
  { mode: 'local mode with pages', local: true, pages: true },
  { mode: 'registered', local: false, pages: false },
  { mode: 'registered with pages', local: false, pages: true },
])('the door, $mode', ({ local, pages }) => {
  beforeAll(async () => {
    server = createServer({
      receive: async () => {
        taken += 1;
        return { status: 200 };
      },
      keeping: { in: 'database', retentionDays: 30, inactiveDays: 400 },
      ...(pages && { content: { library, answer: answerer, origin: 'https://kompas.example.dk' } }),
      arrivalMs: 400,
      local,
      log: quiet,
    });
    port = await server.listen(0, '127.0.0.1');
  });
  afterAll(() => server.stop(1_000));

  it.each(rows)('closes to %s, and the next good message is answered', async (_name, bytes, status) => {
    const before = taken;
    const answer = await exchange(bytes);
    expect(statusOf(answer)).toBe(status);
    expect(answer.split('\r\n\r\n').slice(1).join('')).toMatch(/^0?$/);
    expect(taken).toBe(before);
    expect(await isWell()).toBe(true);
  });

  it.each([
    ['half a request line', 'GET /liv'],
    ['half a head', `GET /livez HTTP/1.1\r\n${host}\r\n`],
    ['half a body', `POST /api/messages HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`],
    ['silence', ''],
  ])('waits no longer than it says for the rest of %s', async (_name, bytes) => {
    expect(statusOf(await exchange(bytes))).not.toBe(200);
    expect(await isWell()).toBe(true);
  });

  it.each([
    'kompas.example.dk',
    'KOMPAS.example.dk',
    'kompas.example.dk:443',
    'kompas.example.dk:80',
    '127.0.0.1:3978',
    'localhost',
    '[::1]:3978',
    'xn--smrrebrd-64af.dk',
  ])('opens to the Host %s', async (name) => {
    expect(statusOf(await exchange(head('GET /livez', `Host: ${name}`)))).toBe(200);
  });

  it('lets old monitors look without a Host, and all of them with HEAD', async () => {
    for (const path of ['/livez', '/readyz']) {
      expect(statusOf(await exchange(`GET ${path} HTTP/1.0\r\n\r\n`))).toBe(200);
      const answer = await exchange(head(`HEAD ${path}`, host));
      expect([statusOf(answer), answer.split('\r\n\r\n')[1]]).toEqual([200, '']);
    }
  });

  it('takes a body that was asked about first', async () => {
    const before = taken;
    const text = await exchange(
      `${head('POST /api/messages', host, 'Content-Type: application/json', 'Content-Length: 2', 'Expect: 100-continue')}{}`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(taken).toBe(before + 1);
  });

  it.each([
    'Forwarded: for=203.0.113.9',
    'X-Forwarded-For: 203.0.113.9',
    'x-forwarded-host: a.dk',
    'Via: 1.1 proxy',
    'X-Original-URL: /x',
    'X-Original-Host: a.dk',
  ])(`${local ? 'is shut to' : 'takes'} what a proxy sent on: %s`, async (header) => {
    expect(statusOf(await exchange(head('GET /livez', host, header)))).toBe(local ? 403 : 200);
    expect(await isWell()).toBe(true);
  });

  it('survives any request line and any Host', async () => {
    const printable = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 40 });
    const target = fc.oneof(
      fc.webPath(),
      fc.webUrl(),
      printable,
      printable.map((text) => `/${text}`),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT'),
        target,
        fc.oneof(printable, fc.domain()),
        async (verb, where, name) => {
          const answer = await exchange(head(`${verb} ${where}`, `Host: ${name}`));
          expect([200, 400, 404, 405, 415]).toContain(statusOf(answer));
        },
      ),
      { numRuns: 100, seed: 14 },
    );
    expect(await isWell()).toBe(true);
  });
});
