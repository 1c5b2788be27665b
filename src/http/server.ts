import type { Server as HttpServer, IncomingMessage } from 'node:http';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import getRawBody from 'raw-body';
import restify from 'restify';
import type { Language } from '../content/language.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics, RefusalReason } from '../metrics.js';
import { isForwarding } from '../teams/guard.js';
import type { HttpAnswer, Receive } from '../teams/messages.js';
import { readLanguage } from '../web/language.js';
import type { Page } from '../web/page.js';
import { findPage, pagePaths } from '../web/pages.js';
import { type ContentPages, findContentPage } from '../web/share.js';
import type { Keeping } from '../web/stored.js';

/** Largest body taken, in bytes. Teams' own limit for an activity is about 100 KB. */
const bodyLimit = 256 * 1024;
/** How long stopping waits for requests that are still arriving; a turn that runs has until the deadline. */
const arrivalGraceMs = 1_000;

const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

/** The HTTP side of the service. */
export type Server = {
  /** Starts listening and gives the port; rejects with the system's error (`EADDRINUSE`) when it can't. */
  listen(port: number, host: string): Promise<number>;
  /** Stops taking requests, lets running turns finish, and resolves when all is closed or `deadlineMs` are over. */
  stop(deadlineMs: number): Promise<void>;
};

/** What the server is made of. */
export type ServerParts = {
  readonly receive: Receive;
  /** What the pages say of what is stored; without it there are no pages. */
  readonly keeping?: Keeping | undefined;
  /** What the page of the content at a path is made from; without it there are none. */
  readonly pagesAt?: ((path: string) => ContentPages | undefined) | undefined;
  /** Milliseconds that a socket may be silent and a request may take to arrive; 20,000 unless told. */
  readonly arrivalMs?: number;
  /** Whether callers are believed without a token: then none may come through a proxy. */
  readonly local: boolean;
  /** Whether the service can do all it is there for; yes unless told. */
  readonly isReady?: () => boolean;
  /** Whether what people say was learned; true when left out. */
  readonly isLearned?: () => boolean;
  /** Refusals are counted; they are not when left out. */
  readonly metrics?: Pick<Metrics, 'count'> | undefined;
  readonly log: Log;
};

type Progress = { stopping: boolean; arriving: number; running: number; readonly arrivalMs: number };

/**
 * Creates the HTTP server: POST /api/messages, /livez (the process answers) and /readyz (503 while stopping, and while the
 * database does not answer) for GET and HEAD, and the pages of web/.
 * Bodies are JSON up to 256 KB and never compressed: 415, 413 and 400 say what was wrong, without a word about why.
 */
export function createServer({
  receive,
  keeping,
  pagesAt,
  arrivalMs = 20_000,
  local,
  isReady = () => true,
  isLearned = () => true,
  metrics,
  log,
}: ServerParts): Server {
  const refused = (reason: RefusalReason) => metrics?.count('refusals', { reason });
  const progress: Progress = { stopping: false, arriving: 0, running: 0, arrivalMs };
  const server = restify.createServer({ name: '' });
  // restify makes a server of its own, which never listens: it throws at a malformed Host, outside of any handler.
  const door = createDoor({ local, arrivalMs, refused, enter: (request, response) => server.server.emit('request', request, response) });
  server.pre((_request, response, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (progress.stopping) response.setHeader('Connection', 'close');
    next();
  });
  const probes: Readonly<Record<string, () => HttpAnswer>> = {
    '/livez': () => ({ status: 200, body: { status: 'ok' } }),
    '/readyz': () => readiness(progress.stopping ? 'stopping' : !isLearned() ? 'learning' : isReady() ? 'ok' : 'database'),
  };
  for (const [path, look] of Object.entries(probes)) {
    server.get(path, async (_request, response) => send(response, look()));
    server.head(path, async (_request, response) => send(response, look()));
  }
  if (keeping)
    for (const path of pagePaths)
      server.get(path, async (request, response) => sendPage(request, response, path, (language) => findPage(path, { language, keeping })));
  if (pagesAt)
    for (const route of ['/del/:framework/:about', '/del/:framework/:about/:part', '/guide/:framework/:role'])
      server.get(route, async (request, response) => {
        const path = new URL(`http://here${request.url ?? '/'}`).pathname;
        const pages = pagesAt(path);
        sendPage(request, response, path, (language) => pages && findContentPage(pages, path, language));
      });
  server.post('/api/messages', async (request, response) => {
    try {
      await answerMessage(request, response, { receive, refused }, progress);
    } catch (error) {
      log.error({ error: traceError(error) }, 'request failed');
      if (!response.headersSent) send(response, { status: 500 });
    }
  });
  server.on('restifyError', (_request, _response, error, done) => {
    Object.assign(error, { toJSON: () => ({}), toString: () => '{}' });
    done();
  });
  return { listen: (port, host) => listen(door, port, host), stop: (deadlineMs) => stop(door, progress, deadlineMs) };
}

function readiness(status: 'ok' | 'stopping' | 'database' | 'learning'): HttpAnswer {
  return { status: status === 'ok' ? 200 : 503, body: { status } };
}

/** Who takes a message, and who is told of one that is not taken. */
type Taker = { readonly receive: Receive; readonly refused: (reason: RefusalReason) => void };

async function answerMessage(request: restify.Request, response: restify.Response, taker: Taker, progress: Progress): Promise<void> {
  progress.arriving += 1;
  // Node looks at its own time-outs every 30 s only, and a byte now and then keeps a socket from being silent.
  const tooSlow = setTimeout(() => request.destroy(), progress.arrivalMs);
  const body = await readBody(request).finally(() => {
    clearTimeout(tooSlow);
    progress.arriving -= 1;
  });
  if (typeof body !== 'string') {
    taker.refused(bodyFaults[body.status] ?? 'cut');
    return refuse(response, body);
  }
  progress.running += 1;
  try {
    const { authorization, host } = request.headers;
    const answer = await taker.receive({ authorization, host, body });
    if (progress.stopping) response.setHeader('Connection', 'close');
    send(response, answer);
    await finished(response).catch(() => undefined);
  } finally {
    progress.running -= 1;
  }
}

/** What is wrong with a body, by the status that says so. */
const bodyFaults: Readonly<Record<number, RefusalReason>> = { 413: 'size', 415: 'type' };

async function readBody(request: IncomingMessage): Promise<string | HttpAnswer> {
  const { 'content-type': type = '', 'content-encoding': encoding } = request.headers;
  if (encoding !== undefined || !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return { status: 415 };
  try {
    return await getRawBody(request, { limit: bodyLimit, length: request.headers['content-length'] ?? null, encoding: 'utf8' });
  } catch (error) {
    return { status: (error as { statusCode?: unknown }).statusCode === 413 ? 413 : 400 };
  }
}

/** The rest of the body is still on its way, so the connection can't be used again. */
function refuse(response: restify.Response, answer: HttpAnswer): void {
  response.setHeader('Connection', 'close');
  send(response, answer);
}

function send(response: restify.Response, { status, body }: HttpAnswer): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  if (body !== undefined) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.writeHead(status);
  response.end(text);
}

function sendPage(
  request: restify.Request,
  response: restify.Response,
  path: string,
  find: (language: Language) => Page | undefined,
): void {
  const { searchParams } = new URL(`http://here${request.url ?? path}`);
  const language = readLanguage(searchParams.get('sprog'), request.headers['accept-language']);
  const page = find(language);
  for (const [name, value] of Object.entries(page?.headers ?? {})) response.setHeader(name, value);
  response.setHeader('Content-Length', Buffer.byteLength(page?.html ?? ''));
  response.writeHead(page?.status ?? 404);
  response.end(page?.html ?? '');
}

function listen(server: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * `close` alone waits for ever for a half-sent request and for connections kept alive, so those are closed here:
 * idle ones at once, arriving ones after a moment, everything at the deadline.
 */
async function stop(server: HttpServer, progress: Progress, deadlineMs: number): Promise<void> {
  progress.stopping = true;
  let closed = false;
  server.close(() => {
    closed = true;
  });
  for (let waited = 0; !closed && waited < deadlineMs; waited += 50) {
    server.closeIdleConnections();
    if (progress.running === 0 && (progress.arriving === 0 || waited >= arrivalGraceMs)) break;
    await wait(50);
  }
  server.closeAllConnections();
}

/** What the door needs to know. */
export type DoorParts = {
  /** Local mode believes whoever calls, so nobody may call through something that forwards. */
  readonly local: boolean;
  /** Milliseconds that a request may take to arrive; its headers half as many. */
  readonly arrivalMs: number;
  /** Is told of whoever is not let in. */
  readonly refused: (reason: RefusalReason) => void;
  /** Whoever is let in. */
  readonly enter: (request: http.IncomingMessage, response: http.ServerResponse) => void;
};

/** Above the 65 s that most load balancers keep a connection, so that they never pick one that is just being closed. */
const keepAliveMs = 72_000;

/** How often Node looks for requests that take too long; 30 s unless told. */
const lookMs = 1_000;

/** The only paths for a caller of HTTP/1.0 that names no host: old monitors. */
const nameless = ['/livez', '/readyz'];

/** Creates the server. It listens when told to. */
function createDoor({ local, arrivalMs, refused, enter }: DoorParts): http.Server {
  const server = http.createServer({
    connectionsCheckingInterval: lookMs,
    requestTimeout: arrivalMs,
    headersTimeout: arrivalMs / 2,
    keepAliveTimeout: keepAliveMs,
  });
  server.setTimeout(arrivalMs);
  const judge = (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => {
    const refusal = findRefusal(request, local);
    if (!refusal) return next();
    refused(refusal === 403 ? 'forwarded' : 'malformed');
    turnAway(response, refusal);
  };
  server.on('request', (request, response) => judge(request, response, () => enter(request, response)));
  server.on('checkContinue', (request, response) =>
    judge(request, response, () => {
      response.writeContinue();
      enter(request, response);
    }),
  );
  server.on('checkExpectation', (_request, response) => turnAway(response, 417));
  // Nothing here is spoken but HTTP: no tunnels, no WebSockets. Without a listener Node would leave the one open.
  for (const event of ['upgrade', 'connect'] as const) server.on(event, (_request, socket: Duplex) => hangUp(socket));
  return server;
}

/**
 * Why a request is not let in, as an HTTP status. Let in are targets in origin form (RFC 9112, section 3.2.1) with one
 * Host that is a host and nothing else (section 3.2); in local mode only those that nobody forwarded.
 */
function findRefusal(request: http.IncomingMessage, local: boolean): 400 | 403 | undefined {
  const { url = '', rawHeaders } = request;
  const hosts = rawHeaders.filter((_, at) => rawHeaders[at - 1]?.toLowerCase() === 'host' && at % 2 === 1);
  const [host] = hosts;
  if (hosts.length > 1 || !url.startsWith('/')) return 400;
  if (host === undefined && !(request.httpVersion === '1.0' && nameless.includes(url))) return 400;
  if (host !== undefined && !(isHost(host) && URL.canParse(`http://${host}${url}`))) return 400;
  return local && rawHeaders.some((name, at) => at % 2 === 0 && isForwarding(name)) ? 403 : undefined;
}

/**
 * Whether a text names a host, with or without a port, exactly as an address would. `URL` alone takes a user, a path and
 * two names with a comma between for a host as well.
 */
function isHost(text: string): boolean {
  if (!/^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(text) || !URL.canParse(`http://${text}`)) return false;
  const { host } = new URL(`http://${text}`);
  return [host, `${host}:80`].includes(text.toLowerCase());
}

function turnAway(response: http.ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 });
  response.end();
}

function hangUp(socket: Duplex): void {
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
}
