import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the connector does with a message: answer, break the connection, never answer, or answer without an end or a measure. */
export type Response =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly code?: string }
  | 'reset'
  | 'silence'
  | 'half'
  | 'flood';

/** A message as the connector got it. */
export type Received = { readonly path: string; readonly conversation: string; readonly body: Record<string, unknown> };

/** A stand-in for the connector that decides about every single message. */
export type Connector = { readonly url: string; readonly received: Received[]; close(): Promise<void> };

/** Starts one on a free port of this machine. */
export async function startFaultyConnector(respond: (received: Received) => Response): Promise<Connector> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const message = await read(request);
    received.push(message);
    const answer = respond(message);
    if (answer === 'reset') request.socket.resetAndDestroy();
    else if (answer === 'half') response.write('{"id":');
    else if (answer === 'flood') response.end('x'.repeat(5_000_000));
    else if (answer !== 'silence') send(response, answer);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received, close };
}

async function read(request: IncomingMessage): Promise<Received> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const path = request.url ?? '';
  const [, conversation = ''] = /\/conversations\/([^/]+)\//.exec(path) ?? [];
  return { path, conversation: decodeURIComponent(conversation), body: JSON.parse(text || '{}') as Record<string, unknown> };
}

/** restify changes every response of the process: its writeHead gives nothing back to chain on. */
function send(response: ServerResponse, { status, headers = {}, code }: Exclude<Response, string>): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(status < 300 ? '{"id":"1"}' : code ? JSON.stringify({ error: { code, message: 'x' } }) : '<html>');
}
