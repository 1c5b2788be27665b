import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A key of the issuer; `endorsements` undefined: the key names none. */
export type IssuerKey = { readonly kid: string; readonly privateKey: KeyObject; readonly jwk: Record<string, unknown> };

/** Makes an RSA key, endorsed for the channels named. */
export function createKey(kid: string, endorsements?: readonly string[]): IssuerKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, ...(endorsements ? { endorsements } : {}) } };
}

/** Signs a token; header and claims are as given. */
export function sign(key: IssuerKey, claims: object, header: object = {}, hash = 'RSA-SHA256'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', kid: key.kid, ...header })}.${part(claims)}`;
  return `${text}.${createSign(hash).update(text).sign(key.privateKey).toString('base64url')}`;
}

/** Serves OpenID metadata and a key set on loopback. */
export async function startIssuer(keys: readonly IssuerKey[]): Promise<{ readonly metadataUrl: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const body = request.url === '/keys' ? { keys: keys.map(({ jwk }) => jwk) } : { jwks_uri: `${origin()}/keys` };
    // restify changes every response of the process: its writeHead gives nothing back to chain on.
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  // As in login.ts.
  server.keepAliveTimeout = 0;
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { metadataUrl: `${origin()}/.well-known/openidconfiguration`, close };
}
