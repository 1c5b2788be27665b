import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sign, startIssuer } from './issuer.js';
import { measureHeap } from './memory.js';
import { claimsFor, genuine, keys, messageFor, registeredPolicy, registrationOf } from './registered.js';
import { type Service, startService } from './service.js';

/** FORGED_TOKENS=10000 is the whole run. */
const total = Number(process.env['FORGED_TOKENS'] || 1_000);
const connector = 'http://127.0.0.1:9/connector';
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let service: Service;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startIssuer([keys.good]);
  const options = { credentials: registrationOf('SingleTenant'), openIdMetadataUrl: issuer.metadataUrl, openIdRefreshMinutes: 60 };
  service = await startService(options, registeredPolicy);
  service.now = new Date();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await Promise.all([service.stop(), issuer.close()]);
});

/** Each is another one, of every kind that gets some way in: issuers, key ids, signatures, audiences. */
const forgeries: readonly ((n: number) => string)[] = [
  (n) => sign(keys.good, claimsFor(connector, { iss: `https://sts.windows.net/${n}/`, tid: `${n}` })),
  (n) => sign({ ...keys.good, kid: `unknown-${n}` }, claimsFor(connector)),
  (n) => sign(keys.forged, claimsFor(connector, { jti: `${n}` })),
  (n) => sign(keys.good, claimsFor(connector, { aud: `app-${n}` })),
];

async function forge(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) {
    const token = forgeries[n % forgeries.length]?.(n);
    const { status } = await service.post(messageFor(connector, { id: `${n}` }), { authorization: `Bearer ${token}` });
    if (status !== 401) throw new Error(`forgery ${n} got ${status}`);
    service.logged.length = 0;
    vi.mocked(console.error).mockClear();
  }
}

it(`keeps memory flat over ${total} forged tokens, and lets a genuine one in after them`, async () => {
  await forge(0, 200);
  const before = await measureHeap();
  await forge(200, 200 + total);
  const grown = (await measureHeap()) - before;
  console.log(
    `${total} forged tokens: heap ${before.toFixed(1)} MB before, ${grown >= 0 ? '+' : ''}${grown.toFixed(2)} MB after; bot called: 0`,
  );
  expect(service.asked).toEqual([]);
  expect(grown).toBeLessThan(3);
  const answer = await service.post(messageFor(connector, { deliveryMode: 'expectReplies' }), { authorization: genuine(connector) });
  expect([answer.status, service.asked.length]).toEqual([200, 1]);
}, 300_000);
