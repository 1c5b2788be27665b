import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { beyond, timeLeft, within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';

/** A key that signs inbound tokens, and the channels it may sign for. */
export type SigningKey = { readonly key: string; readonly endorsements: readonly string[] };

/** The keys that sign inbound tokens, by their id; null for an unknown one. Rejects with {@link KeysUnavailable}. */
export type KeySet = { getKey(id: string): Promise<SigningKey | null> };

/** Where the keys are announced and how they grow old. */
export type KeySetOptions = {
  readonly url: string;
  /** Keys as old as this are read again. */
  readonly refreshMinutes: number;
  /** Milliseconds by a clock that nobody sets: a step of the machine's time must shut nobody out. */
  readonly elapsed: () => number;
  /** Milliseconds that reading them may take; less where less is left of a deadline. */
  readonly timeoutMs: number;
  readonly log?: Pick<Log, 'warn' | 'info'> | undefined;
  /** Is told for how long the keys could not be read. */
  readonly metrics?: Pick<Metrics, 'gauge'> | undefined;
};

/** The key set cannot be read: nobody can be let in, and it is not the caller's fault. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Keys that can't be read again are trusted for so long (Bot Connector authentication, "at least once every 24 hours"). */
const trustedMs = 24 * 60 * 60_000;
/** An unknown key id makes the keys be read again, but forged ids by the thousand no more often than this. */
const unknownKeyMs = 60_000;
/** Whoever looks for how long the keys could not be read has them read again, no more often than this: a night without messages is no fault. */
const retryMs = 60_000;
/** After a failure nobody asks again for this long, while no key is trusted. */
const failureMs = 5_000;

/**
 * Creates a key set that reads the metadata document and then the keys it names (Bot Connector authentication,
 * "OpenID metadata document"). Unlike the SDK's own it waits no longer than `timeoutMs`, follows no redirect, takes keys
 * from the announcing host only, and many requests share one reading. Nobody whose key is known waits for a reading.
 */
export function createKeySet({ url, refreshMinutes, elapsed, timeoutMs, log, metrics }: KeySetOptions): KeySet {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let isFailing = false;
  let failingSince = 0;
  let reading: Promise<void> | undefined;
  const read = async () => {
    triedAt = elapsed();
    try {
      const found = await within(timeoutMs, () => readKeys(url, timeoutMs));
      if (isFailing && keys.size > 0) log?.info('the key set for inbound tokens is read again');
      [keys, readAt, isFailing] = [found, elapsed(), false];
    } catch (error) {
      // Without any keys each message that is turned away says so.
      const said = 'the key set for inbound tokens cannot be read again; known keys are trusted for 24 hours';
      if (!isFailing && keys.size > 0) log?.warn({ error: traceError(error) }, said);
      if (!isFailing) failingSince = triedAt;
      isFailing = true;
    }
  };
  const readOnce = () => {
    reading ??= beyond(read).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  metrics?.gauge('withoutKeys', () => {
    if (isFailing && elapsed() - triedAt >= retryMs) void readOnce();
    return isFailing ? (elapsed() - failingSince) / 1_000 : 0;
  });
  /** Whoever waits has a deadline of their own, and the reading goes on for the others. False when it failed. */
  const wait = () =>
    within(timeoutMs, readOnce).then(
      () => !isFailing,
      () => false,
    );
  return {
    async getKey(id) {
      const age = elapsed() - readAt;
      const sinceTry = elapsed() - triedAt;
      if (age >= trustedMs) {
        if (reading || sinceTry >= failureMs) await wait();
        if (elapsed() - readAt >= trustedMs) throw new KeysUnavailable();
        return keys.get(id) ?? null;
      }
      const known = keys.get(id);
      const isDue = sinceTry >= unknownKeyMs && (!known || age >= refreshMinutes * 60_000);
      if (known) {
        if (isDue) void readOnce();
        return known;
      }
      const isRead = isDue || reading ? await wait() : !isFailing;
      const found = keys.get(id) ?? null;
      if (!found && !isRead) throw new KeysUnavailable();
      return found;
    },
  };
}

/** The SDK keeps one key set for each address in the process and takes this one for its own. */
export function useKeySet(url: string, keySet: KeySet): void {
  const { openIdMetadataCache } = JwtTokenExtractor as unknown as { readonly openIdMetadataCache: Map<string, KeySet> };
  openIdMetadataCache.set(url, keySet);
}

type Announced = JsonWebKey & { readonly kid?: unknown; readonly endorsements?: unknown };

/**
 * Reads the metadata document and the keys that it names, once. Rejects with {@link KeysUnavailable} where they are not what they should
 * be, and as `fetch` does where nobody answers.
 */
export async function readKeys(url: string, timeoutMs: number): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(Math.ceil(timeLeft(timeoutMs)));
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
