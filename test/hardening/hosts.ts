/**
 * What stands around the service, on loopback: the connector, the host of the keys, the login host.
 */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { IssuerKey } from '../teams/issuer.js';

/** A host on loopback. */
export type Host = { readonly port: number; close(): Promise<void> };

async function serve(listener: RequestListener): Promise<Host> {
  const server = createServer(listener);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** A call as the connector got it. */
export type Call = {
  readonly method: string;
  readonly conversation: string;
  readonly authorization: string;
  readonly body: { readonly summary?: string; readonly [key: string]: unknown };
};

/** What it does with a message: takes it, answers with a status, breaks the connection, or says nothing. */
export type Response =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'take'
  | 'reset'
  | 'silence';

/** The connector. `respond` is asked for every message and change of a card; unless changed it takes them all. */
export type Connector = Host & {
  readonly url: string;
  /** Messages and changes of cards, in the order in which they came. */
  readonly calls: Call[];
  /** Names of the members of every conversation, by their id in the channel. */
  readonly members: Map<string, string>;
  respond: (call: Call) => Response;
  /** Takes what was left in silence. */
  release(): void;
};

/** Starts a connector that says `id` to everything. */
export async function startConnector(): Promise<Connector> {
  const calls: Call[] = [];
  const members = new Map<string, string>();
  const silent: ServerResponse[] = [];
  const host = await serve(async (request, response) => {
    const path = request.url ?? '';
    const body = JSON.parse((await readText(request)) || '{}') as Call['body'];
    const [, conversation = '', what = '', one] = /\/conversations\/([^/?]+)\/(\w+)(?:\/([^/?]+))?/.exec(path) ?? [];
    if (what === 'members' && one) return sendMember(response, members, decodeURIComponent(one));
    if (what === 'pagedmembers' || what === 'members')
      return send(response, 200, { members: [...members].map(([id, name]) => ({ id, name })) });
    const { method = '', headers } = request;
    const call = { method, conversation: decodeURIComponent(conversation), authorization: headers.authorization ?? '', body };
    calls.push(call);
    const answer = connector.respond(call);
    if (answer === 'silence') silent.push(response);
    else if (answer === 'reset') request.socket.resetAndDestroy();
    else if (answer === 'take') send(response, 200, { id: `message-${calls.length}` });
    else send(response, answer.status, answer.body ?? {}, answer.headers);
  });
  const connector: Connector = {
    ...host,
    url: `http://127.0.0.1:${host.port}/`,
    calls,
    members,
    respond: () => 'take',
    release: () => {
      for (const response of silent.splice(0)) send(response, 200, { id: 'message-late' });
    },
  };
  return connector;
}

function sendMember(response: ServerResponse, members: ReadonlyMap<string, string>, id: string): void {
  const name = members.get(id);
  if (name === undefined) send(response, 404, { error: { code: 'MemberNotFoundInConversation' } });
  else send(response, 200, { id, name });
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** How a host of keys or the login host is. */
export type Health = 'well' | 'faulty' | 'silent' | 'slow' | 'resetting' | 'expired';

/** A host that can be ill. `asked` counts the requests. */
export type IllHost = Host & { health: Health; asked: number };

/** A slow host answers after this: longer than any person's message may wait for it. */
const slowMs = 6_000;

/** The host of the keys; more can be added while it runs. */
export type KeyHost = IllHost & { add(key: IssuerKey): void };

/** Starts the host that announces the keys of inbound tokens. */
export async function startKeyHost(first: IssuerKey): Promise<KeyHost> {
  const keys = [first];
  const host = await startIllHost((url, response, port) => {
    const announced = { issuer: 'https://api.botframework.com', jwks_uri: `http://127.0.0.1:${port}/keys` };
    send(response, 200, url === '/keys' ? { keys: keys.map(({ jwk }) => jwk) } : announced);
  });
  return Object.assign(host, { add: (key: IssuerKey) => void keys.push(key) });
}

/** Starts a login host; each of its tokens is another. With an expired secret it says so as Entra does. */
export function startLoginHost(): Promise<IllHost> {
  let tokens = 0;
  const origin = 'https://login.microsoftonline.com';
  return startIllHost((url, response, _, health) => {
    if (url.includes('discovery'))
      return send(response, 200, {
        tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
        'api-version': '1.1',
        metadata: [
          { preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases: ['login.microsoftonline.com'] },
        ],
      });
    if (url.includes('openid-configuration')) {
      const [, tenant = 'common'] = url.split('/');
      const base = `${origin}/${tenant}`;
      return send(response, 200, {
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        issuer: `${base}/v2.0`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    }
    if (health === 'expired')
      return send(response, 401, {
        error: 'invalid_client',
        error_description: 'AADSTS7000222: The provided client secret keys for the app are expired.',
        error_codes: [7000222],
      });
    tokens += 1;
    send(response, 200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: `token-${tokens}` });
  });
}

type Well = (url: string, response: ServerResponse, port: number, health: Health) => void;

async function startIllHost(well: Well): Promise<IllHost> {
  const host = await serve(async (request, response) => {
    await readText(request).catch(() => '');
    ill.asked += 1;
    const { health } = ill;
    if (health === 'silent') return;
    if (health === 'resetting') request.socket.resetAndDestroy();
    else if (health === 'faulty') send(response, 500, {});
    else {
      if (health === 'slow') await wait(slowMs);
      well(request.url ?? '', response, host.port, health);
    }
  });
  const ill: IllHost = { ...host, health: 'well', asked: 0 };
  return ill;
}
