import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import type { LoginOptions } from '../../src/azure/credentials.js';

/** A stand-in for login.microsoftonline.com on loopback, reached by the real login library. */
export type Login = {
  readonly options: LoginOptions;
  /** How many tokens were asked for, and the form that the last one was asked with. */
  readonly asked: { tokens: number; form: URLSearchParams };
  /** Gives tokens, says that the secret is expired or another, that it knows nobody who vouches so, that it is busy, or nothing at all. */
  behaviour: 'tokens' | 'expired' | 'wrong' | 'stranger' | 'busy' | 'silence';
  /** Ends what it keeps waiting. */
  hangUp(): void;
  close(): Promise<void>;
};

const faults = {
  expired: [401, 'invalid_client', 'AADSTS7000222: The secret hemmeligt is expired.'],
  stranger: [401, 'invalid_client', 'AADSTS700213: No matching federated identity record found for presented assertion subject vouched-1.'],
  wrong: [401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided: hemmeligt.'],
  busy: [503, 'temporarily_unavailable', 'x'],
} as const;

/** Starts one; its tokens are `token-1`, `token-2` and so on, each good for an hour. */
export async function startLogin(): Promise<Login> {
  const asked = { tokens: 0, form: new URLSearchParams() };
  const server = createServer(async (request, response) => {
    if (login.behaviour === 'silence') return;
    response.setHeader('content-type', 'application/json');
    const base = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (request.url?.includes('openid-configuration')) {
      response.end(
        JSON.stringify({ issuer: base, token_endpoint: `${base}/token`, authorization_endpoint: `${base}/a`, jwks_uri: `${base}/k` }),
      );
      return;
    }
    asked.tokens += 1;
    asked.form = new URLSearchParams(await text(request));
    if (login.behaviour === 'tokens') {
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3_600, access_token: `token-${asked.tokens}` }));
      return;
    }
    const [status, error, description] = faults[login.behaviour];
    response.statusCode = status;
    response.end(
      JSON.stringify({ error, error_description: description, error_codes: [], timestamp: '', trace_id: '', correlation_id: '' }),
    );
  });
  // Busy with something else for seconds, this process would end a connection that its own client is about to use again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const login: Login = {
    options: {
      authorityHost: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      disableInstanceDiscovery: true,
      // The library insists on https, and this server has no certificate.
      additionalPolicies: [
        {
          position: 'perCall',
          policy: {
            name: 'plain',
            sendRequest: (request, next) =>
              next(Object.assign(request, { url: request.url.replace('https:', 'http:'), allowInsecureConnection: true })),
          },
        },
      ],
    },
    asked,
    behaviour: 'tokens',
    hangUp: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return login;
}

/** A stand-in for what gives managed identities their tokens in Container Apps and App Service. */
export type IdentityHost = {
  /** The environment by which the login library finds it. */
  readonly env: Readonly<Record<string, string>>;
  /** What it was asked for: which identity, and a token for what. */
  readonly asked: { readonly client: string | null; readonly resource: string | null }[];
  close(): Promise<void>;
};

/** Starts one that knows one identity and gives it `vouched-1`, `vouched-2` and so on; who does not know its header gets nothing. */
export async function startIdentityHost(client: string): Promise<IdentityHost> {
  const asked: IdentityHost['asked'] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    asked.push({ client: searchParams.get('client_id'), resource: searchParams.get('resource') });
    const isKnown = request.headers['x-identity-header'] === 'host' && searchParams.get('client_id') === client;
    response.statusCode = isKnown ? 200 : 400;
    response.setHeader('content-type', 'application/json');
    const token = {
      access_token: `vouched-${asked.length}`,
      expires_on: `${Math.floor(Date.now() / 1_000) + 3_600}`,
      token_type: 'Bearer',
    };
    response.end(JSON.stringify(isKnown ? token : { error: 'invalid_request', error_description: 'Identity not found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
  return {
    env: { IDENTITY_ENDPOINT: url, IDENTITY_HEADER: 'host' },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A host that takes connections and never says a word, or that takes none. */
export async function startMute(kind: 'silent' | 'closed'): Promise<{ readonly options: LoginOptions; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  if (kind === 'closed') await close();
  const options = { authorityHost: `https://127.0.0.1:${port}`, disableInstanceDiscovery: true };
  return { options, close: kind === 'closed' ? async () => undefined : close };
}
