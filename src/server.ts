import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import getRawBody from 'raw-body';
import restify from 'restify';
import { traceError } from './errors.js';
import type { Log } from './log.js';
import type { HttpAnswer, Receive } from './teams/messages.js';

/** Largest body taken, in bytes. Teams' own limit for an activity is about 100 KB. */
const bodyLimit = 256 * 1024;
/** How long a socket may be silent, and a request may take to arrive. */
const arrivalMs = 20_000;
/** Above the 65 s that most load balancers keep a connection, so that they never pick one that is just being closed. */
const keepAliveMs = 72_000;
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
  listen(port: number, host: string | undefined): Promise<number>;
  /** Stops taking requests, lets running turns finish, and resolves when all is closed or `deadlineMs` are over. */
  stop(deadlineMs: number): Promise<void>;
};

type Progress = { stopping: boolean; arriving: number; running: number };

/**
 * Creates the HTTP server: POST /api/messages, GET /livez (the process answers) and GET /readyz (503 while stopping).
 * Bodies are JSON up to 256 KB and never compressed: 415, 413 and 400 say what was wrong, without a word about why.
 */
export function createServer({ receive, log }: { readonly receive: Receive; readonly log: Log }): Server {
  const progress: Progress = { stopping: false, arriving: 0, running: 0 };
  const server = restify.createServer({ name: '' });
  server.pre((_request, response, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (progress.stopping) response.setHeader('Connection', 'close');
    next();
  });
  server.get('/livez', async (_request, response) => send(response, { status: 200, body: { status: 'ok' } }));
  server.get('/readyz', async (_request, response) =>
    send(response, progress.stopping ? { status: 503, body: { status: 'stopping' } } : { status: 200, body: { status: 'ok' } }),
  );
  server.post('/api/messages', async (request, response) => {
    try {
      await answerMessage(request, response, receive, progress);
    } catch (error) {
      log.error({ error: traceError(error) }, 'request failed');
      if (!response.headersSent) send(response, { status: 500 });
    }
  });
  server.on('restifyError', (_request, _response, error, done) => {
    Object.assign(error, { toJSON: () => ({}), toString: () => '{}' });
    done();
  });
  limitTimes(server.server);
  return { listen: (port, host) => listen(server, port, host), stop: (deadlineMs) => stop(server, progress, deadlineMs) };
}

async function answerMessage(request: restify.Request, response: restify.Response, receive: Receive, progress: Progress): Promise<void> {
  progress.arriving += 1;
  const body = await readBody(request).finally(() => {
    progress.arriving -= 1;
  });
  if (typeof body !== 'string') return refuse(response, body);
  progress.running += 1;
  try {
    const { authorization, host } = request.headers;
    const answer = await receive({ authorization, host, body });
    if (progress.stopping) response.setHeader('Connection', 'close');
    send(response, answer);
    await finished(response).catch(() => undefined);
  } finally {
    progress.running -= 1;
  }
}

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

function limitTimes(server: restify.Server['server']): void {
  server.requestTimeout = arrivalMs;
  server.headersTimeout = arrivalMs / 2;
  server.keepAliveTimeout = keepAliveMs;
  server.setTimeout(arrivalMs);
}

function listen(server: restify.Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}

/**
 * `close` alone waits for ever for a half-sent request and for connections kept alive, so those are closed here:
 * idle ones at once, arriving ones after a moment, everything at the deadline.
 */
async function stop(server: restify.Server, progress: Progress, deadlineMs: number): Promise<void> {
  progress.stopping = true;
  let closed = false;
  server.server.close(() => {
    closed = true;
  });
  for (let waited = 0; !closed && waited < deadlineMs; waited += 50) {
    server.server.closeIdleConnections();
    if (progress.running === 0 && (progress.arriving === 0 || waited >= arrivalGraceMs)) break;
    await wait(50);
  }
  server.server.closeAllConnections();
}
