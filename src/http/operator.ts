/**
 * The operator's own port, on this machine alone. Nothing of it is ever on the port that messages come to: behind a proxy on the
 * same machine every caller of that one is 127.0.0.1.
 */
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { isForwarding, namesThisMachine } from '../teams/guard.js';

/** What a route answers; the body is text. */
export type OperatorAnswer = { readonly status: number; readonly contentType: string; readonly body: string };

/** What is answered at each path, such as `/metrics`, to whoever sends this `accept`: one line for each. Nobody is waited for longer than half a minute. */
export type OperatorRoutes = Readonly<Record<string, (accept: string | undefined) => Promise<OperatorAnswer>>>;

/** The port. */
export type OperatorServer = {
  /** Starts listening on 127.0.0.1 and gives the port; rejects with the system's error (`EADDRINUSE`) when it can't. */
  listen(port: number): Promise<number>;
  /** Stops at once, with whatever is under way: nobody loses anything by it. */
  stop(): void;
};

/** The one address that it listens on. */
const address = '127.0.0.1';

/** Milliseconds that a request may take to arrive: it comes from this machine, and has no body. */
const arrivalMs = 5_000;

/** Milliseconds after which a caller who is still there is let go. */
const answerMs = 30_000;

/** So many callers at a time: a scraper, an operator, and room for one who hangs. */
const mostCallers = 20;

/** Creates it: GET and HEAD for the routes, for callers that name this machine in Host; 404, 405 and 403 for all else. */
export function createOperatorServer(routes: OperatorRoutes, log: Pick<Log, 'error'>): OperatorServer {
  const server = http.createServer({ requestTimeout: arrivalMs, headersTimeout: arrivalMs }, (request, response) => {
    answer(request, routes, log).then(
      (found) => send(request, response, found),
      () => response.destroy(),
    );
  });
  server.setTimeout(answerMs);
  server.maxConnections = mostCallers;
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, address, () => {
          server.removeListener('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Words about what was wrong; whoever reads them is on this machine. */
function say(status: number, body: string): OperatorAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${body}\n` };
}

async function answer({ method, url = '', headers }: http.IncomingMessage, routes: OperatorRoutes, log: Pick<Log, 'error'>) {
  if (!namesThisMachine(headers.host) || Object.keys(headers).some(isForwarding))
    return say(403, `This port is for callers on its own machine, as http://${address}`);
  const path = url.split('?')[0] ?? '';
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (!route) return say(404, `Nothing is here. There is ${Object.keys(routes).join(', ')}`);
  if (method !== 'GET' && method !== 'HEAD') return say(405, 'GET or HEAD');
  try {
    return await route(headers.accept);
  } catch (error) {
    log.error({ error: traceError(error) }, 'a request to the operator port failed');
    return say(500, 'That failed. The log says why');
  }
}

function send({ method }: http.IncomingMessage, response: http.ServerResponse, { status, contentType, body }: OperatorAnswer): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Content-Type': contentType,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: 'GET, HEAD' }),
  });
  response.end(method === 'HEAD' ? undefined : body);
}
