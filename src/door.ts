/**
 * The door: which HTTP requests are let in at all, decided on Node's own server before anybody reads an address out of
 * them. What a request says of itself (its target, its Host) is untrusted text, and a reader that trips over it must not
 * be ours.
 */
import * as http from 'node:http';
import type { Duplex } from 'node:stream';

/** What the door needs to know. */
export type DoorParts = {
  /** Local mode believes whoever calls, so nobody may call through something that forwards. */
  readonly local: boolean;
  /** Milliseconds that a request may take to arrive; its headers half as many. */
  readonly arrivalMs: number;
  /** Whoever is let in. */
  readonly enter: (request: http.IncomingMessage, response: http.ServerResponse) => void;
};

/** Above the 65 s that most load balancers keep a connection, so that they never pick one that is just being closed. */
const keepAliveMs = 72_000;
/** How often Node looks for requests that take too long; 30 s unless told. */
const lookMs = 1_000;
/** The only paths for a caller of HTTP/1.0 that names no host: old monitors. */
const nameless = ['/livez', '/readyz'];
/** What a proxy adds. Whoever sends one of these is not the machine that is seen to call. */
const forwarding = /^(forwarded|via|x-forwarded-.*|x-original-.*)$/;

/** Creates the server. It listens when told to. */
export function createDoor({ local, arrivalMs, enter }: DoorParts): http.Server {
  const server = http.createServer({
    connectionsCheckingInterval: lookMs,
    requestTimeout: arrivalMs,
    headersTimeout: arrivalMs / 2,
    keepAliveTimeout: keepAliveMs,
  });
  server.setTimeout(arrivalMs);
  const judge = (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => {
    const refusal = findRefusal(request, local);
    if (refusal) turnAway(response, refusal);
    else next();
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
export function findRefusal(request: http.IncomingMessage, local: boolean): 400 | 403 | undefined {
  const { url = '', rawHeaders } = request;
  const hosts = rawHeaders.filter((_, at) => rawHeaders[at - 1]?.toLowerCase() === 'host' && at % 2 === 1);
  const [host] = hosts;
  if (hosts.length > 1 || !url.startsWith('/')) return 400;
  if (host === undefined && !(request.httpVersion === '1.0' && nameless.includes(url))) return 400;
  if (host !== undefined && !(isHost(host) && URL.canParse(`http://${host}${url}`))) return 400;
  return local && rawHeaders.some((name, at) => at % 2 === 0 && forwarding.test(name.toLowerCase())) ? 403 : undefined;
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
