/**
 * Requests written byte by byte, as no HTTP client would.
 */
import { connect } from 'node:net';

/** What came back: the first status (0: none), and whether the other side closed the connection. */
export type RawAnswer = { readonly status: number; readonly isClosed: boolean };

/** Longest wait for an answer, and for the end of the connection after one. */
const answerMs = 5_000;
const closeMs = 300;

/** Sends bytes on a connection of their own. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let timer = setTimeout(() => finish(false), answerMs);
    const finish = (isClosed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      done({ status: Number(/^HTTP\/1\.\d (\d{3})/.exec(text)?.[1] ?? 0), isClosed });
    };
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      if (text === '') {
        clearTimeout(timer);
        timer = setTimeout(() => finish(false), closeMs);
      }
      text += chunk.toString('latin1');
    });
    socket.on('error', () => finish(true));
    socket.on('close', () => finish(true));
  });
}

/**
 * What must come back: `refused` is 400 and the end of the connection, `answered` 200, `turned-down` any refusal or the
 * end of the connection, `anything` just that: the service must live.
 */
export type Expected = 'refused' | 'answered' | 'turned-down' | 'anything';

/** Whether an answer is what was expected. */
export function isExpected({ status, isClosed }: RawAnswer, expected: Expected): boolean {
  if (expected === 'refused') return status === 400 && isClosed;
  if (expected === 'answered') return status === 200;
  return expected === 'anything' || status >= 400 || (status === 0 && isClosed);
}

/** One request. */
export type RawRequest = { readonly bytes: string | Buffer; readonly expected: Expected };

const get = (target: string, host = '127.0.0.1') => `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
const all = (expected: Expected, requests: readonly (string | Buffer)[]) => requests.map((bytes): RawRequest => ({ bytes, expected }));

/** Hosts that are none, or not the one that they seem to be. */
const wrongHosts = [
  'foo|bar',
  'a b',
  'x:99999',
  'kompas.example.dk:99999',
  '[',
  '[::1',
  '%',
  '%61.dk',
  '<a>',
  'a^b',
  'x:-1',
  'x:abc',
  '127.1',
  '0x7f.0.0.1',
  'a.dk, a.dk',
  'anne@a.dk',
  'anne:ord@a.dk',
  'a.dk/livez',
  'a.dk?x=1',
  'a.dk#x',
  'a.dk\\b',
  'http://a.dk',
  '',
];

/** Targets that do not begin with a slash. */
const wrongTargets = [
  'http://x:99999/',
  'http://[/',
  'http://[::1/livez',
  'https://:80/om',
  'http://127.0.0.1/livez',
  'http://anne@127.0.0.1/livez',
  'javascript:alert(1)',
  'livez',
  '?x',
  '*',
];

/** Targets that are odd, and may be answered or not. */
const oddTargets = [
  '//[',
  '//a.dk/livez',
  '/%',
  '/del/%/%',
  '/guide/%ff/%c3',
  '/livez?%',
  '/om?sprog=%',
  '/\\',
  '/livez#x',
  '/om/../livez',
  '/:80',
];

const json = 'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';

/** All requests, each with what must come back. */
export const rawRequests: readonly RawRequest[] = [
  ...all('refused', [
    ...wrongHosts.map((host) => get('/livez', host)),
    ...wrongTargets.filter((target) => !/^[a-z]+$|^\?/.test(target)).map((target) => get(target)),
    'OPTIONS http://%/x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    `POST http://x:99999/api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n${json}`,
    `POST /api/messages HTTP/1.1\r\nHost: foo|bar\r\n${json}`,
    'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n',
    'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: a.dk\r\n\r\n',
    'GET /livez HTTP/1.1\r\n\r\n',
    'GET /om HTTP/1.0\r\n\r\n',
    `POST /api/messages HTTP/1.0\r\n${json}`,
  ]),
  ...all('answered', [
    get('/livez'),
    get('/livez', '127.0.0.1:80'),
    get('/livez', 'localhost'),
    'GET /livez HTTP/1.0\r\n\r\n',
    'HEAD /readyz HTTP/1.0\r\n\r\n',
  ]),
  ...all('turned-down', [
    ...wrongTargets.filter((target) => /^[a-z]+$|^\?/.test(target)).map((target) => get(target)),
    'GET /livez HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n',
    'CONNECT a.dk:443 HTTP/1.1\r\nHost: a.dk:443\r\n\r\n',
    'CONNECT [ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    'GET /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n',
    'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n',
    `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 200-ok\r\n${json}`,
    `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n${json}`,
    'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}',
    `GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`,
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    Buffer.from('16030100050100000102', 'hex'),
    'xyz\r\n\r\n',
  ]),
  ...all('anything', [
    ...oddTargets.map((target) => get(target)),
    Buffer.from('GET /\xe6\xf8 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 'latin1'),
    Buffer.from('GET /livez HTTP/1.1\r\nHost: \xe6.dk\r\n\r\n', 'latin1'),
    get('/livez', 'xn--a.dk'),
    `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\n${json}`,
    'TRACE /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    'GET /livez HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n',
  ]),
];
