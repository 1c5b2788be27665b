import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { Clock } from '../clock.js';

/** A key that signs inbound tokens, and the channels it may sign for. */
export type SigningKey = { readonly key: string; readonly endorsements: readonly string[] };

/** The keys that sign inbound tokens, by their id; null for an unknown one. Rejects with {@link KeysUnavailable}. */
export type KeySet = { getKey(id: string): Promise<SigningKey | null> };

/** Where the keys are announced and how long they are trusted. */
export type KeySetOptions = { readonly url: string; readonly refreshMinutes: number; readonly clock: Clock; readonly timeoutMs: number };

/** The key set cannot be read: nobody can be let in, and it is not the caller's fault. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** An unknown key id makes the keys be read again, but forged ids by the thousand no more often than this. */
const unknownKeyMs = 5 * 60_000;
/** After a failure nobody asks again for this long. */
const failureMs = 5_000;

/**
 * Creates a key set that reads the metadata document and then the keys it names (Bot Connector authentication,
 * "OpenID metadata document"). Unlike the SDK's own it waits no longer than `timeoutMs`, follows no redirect, takes keys
 * from the announcing host only, and many requests share one reading.
 */
export function createKeySet({ url, refreshMinutes, clock, timeoutMs }: KeySetOptions): KeySet {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const read = async () => {
    if (clock().getTime() - failedAt < failureMs) throw new KeysUnavailable();
    try {
      keys = await fetchKeys(url, timeoutMs);
      readAt = clock().getTime();
    } catch {
      failedAt = clock().getTime();
      throw new KeysUnavailable();
    }
  };
  const readOnce = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    async getKey(id) {
      const age = clock().getTime() - readAt;
      if (age >= refreshMinutes * 60_000 || (!keys.has(id) && age >= unknownKeyMs)) await readOnce();
      return keys.get(id) ?? null;
    },
  };
}

/** The SDK keeps one key set for each address in the process and takes this one for its own. */
export function useKeySet(url: string, keySet: KeySet): void {
  const { openIdMetadataCache } = JwtTokenExtractor as unknown as { readonly openIdMetadataCache: Map<string, KeySet> };
  openIdMetadataCache.set(url, keySet);
}

type Announced = JsonWebKey & { readonly kid?: unknown; readonly endorsements?: unknown };

async function fetchKeys(url: string, timeoutMs: number): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const { jwks_uri: address } = (await fetchJson(url, signal)) as { jwks_uri?: unknown };
  if (typeof address !== 'string' || new URL(address).origin !== new URL(url).origin) throw new KeysUnavailable();
  const { keys } = (await fetchJson(address, signal)) as { keys: readonly Announced[] };
  return new Map(keys.flatMap(readKey));
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal });
  if (!response.ok) throw new KeysUnavailable();
  return response.json();
}

/** Anything but an RSA key with an id is left out: one odd key must not shut the others out. */
function readKey({ kid, kty = 'RSA', n, e, endorsements }: Announced): [string, SigningKey][] {
  if (typeof kid !== 'string' || kty !== 'RSA' || !n || !e) return [];
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
    return [[kid, { key, endorsements: Array.isArray(endorsements) ? endorsements.filter((one) => typeof one === 'string') : [] }]];
  } catch {
    return [];
  }
}
