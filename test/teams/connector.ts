import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as the connector got it. */
export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
};

/** How the connector behaves: a status, a broken connection, or no answer at all. */
export type Behaviour = number | 'reset' | 'silence' | 'redirect';

/** A stand-in for the Bot Framework connector, over real HTTP on loopback. */
export type FakeConnector = {
  readonly url: string;
  readonly calls: ConnectorCall[];
  behaviour: Behaviour;
  /** Resolves when the next call has arrived. */
  nextCall(): Promise<void>;
  /** Answers what was left in silence, with 200. */
  release(): void;
  close(): Promise<void>;
};

/** Starts a fake connector on a free port. */
export async function startConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  const silent: ServerResponse[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    calls.push(await readCall(request));
    if (connector.behaviour === 'silence') silent.push(response);
    else if (connector.behaviour === 'reset') request.socket.resetAndDestroy();
    else if (connector.behaviour === 'redirect') answer(response, 307, { location: `${connector.url}/elsewhere` });
    else answer(response, connector.behaviour, { 'retry-after': '1' });
    for (const resolve of waiting) resolve();
    waiting = [];
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connector: FakeConnector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/connector`,
    calls,
    behaviour: 200,
    nextCall: () => new Promise((resolve) => waiting.push(resolve)),
    release: () => {
      for (const response of silent.splice(0)) answer(response, 200, {});
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

/** restify changes every response of the process: its writeHead gives nothing back to chain on. */
function answer(response: ServerResponse, status: number, headers: Record<string, string>): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end('{"id":"answer-1"}');
}

async function readCall(request: IncomingMessage): Promise<ConnectorCall> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: JSON.parse(text || '{}') as Record<string, unknown>,
  };
}
