import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import type { LoginOptions } from '../../src/azure/credentials.js';

/** A stand-in for login.microsoftonline.com on loopback, reached by the real login library. */
export type Login = {
  readonly options: LoginOptions;
  /** How many tokens were asked for. */
  readonly asked: { tokens: number };
  /** Gives tokens, says that the secret is expired or another, that it is busy, or nothing at all. */
  behaviour: 'tokens' | 'expired' | 'wrong' | 'busy' | 'silence';
  /** Ends what it keeps waiting. */
  hangUp(): void;
  close(): Promise<void>;
};

const faults = {
  expired: [401, 'invalid_client', 'AADSTS7000222: The secret hemmeligt is expired.'],
  wrong: [401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided: hemmeligt.'],
  busy: [503, 'temporarily_unavailable', 'x'],
} as const;

/** Starts one; its tokens are `token-1`, `token-2` and so on, each good for an hour. */
export async function startLogin(): Promise<Login> {
  const asked = { tokens: 0 };
  const server = createServer((request, response) => {
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
