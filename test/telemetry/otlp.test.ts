import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { openMetrics } from '../../src/metrics.js';
import { type Otlp, openOtlp } from '../../src/telemetry/otlp.js';

/** A collector on this machine: what it got, and what it says next. */
let server: Server;
let status = 200;
let isSilent = false;
const got: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
const logged: string[] = [];
let otlp: Otlp;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('latin1') });
    server.emit('got');
    if (isSilent) return;
    response.statusCode = status;
    response.end(status === 400 ? 'Alice Admin' : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => otlp.stop(100));
afterAll(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);

async function open(everyMs: number) {
  got.length = 0;
  logged.length = 0;
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = createLog('info', {
    write(line) {
      logged.push(String((JSON.parse(line) as { msg: unknown }).msg));
      server.emit('logged');
    },
  });
  const { metrics, read, addSink } = openMetrics(() => 'Aarhus Kommune');
  otlp = await openOtlp({ endpoint, headers: { 'api-key': 'k' }, version: '1.2.3', intervalMs: everyMs, timeoutMs: everyMs, log }, read);
  addSink(otlp);
  return metrics;
}

const times = async (event: 'got' | 'logged', count: number) => {
  for (let n = 0; n < count; n += 1) await once(server, event);
};

describe('a collector', () => {
  it('is sent counts, durations and gauges with their labels, and a gauge that is not known is left out', async () => {
    const metrics = await open(60_000);
    metrics.count('turns', { kind: 'message', outcome: 'answered', tenant: 'x' });
    metrics.observe('turnSeconds', 0.2, { kind: 'message' });
    metrics.gauge('withoutToken', () => 90);
    metrics.gauge('nudgesWaiting', () => undefined);
    await otlp.stop(10_000);
    const { path, headers, body } = got.at(-1) ?? { path: '', headers: {}, body: '' };
    expect([path, headers['content-type'], headers['api-key']]).toEqual(['/v1/metrics', 'application/x-protobuf', 'k']);
    for (const part of [
      'ledelseskompas_turns_total',
      'Aarhus Kommune',
      'ledelseskompas_turn_seconds',
      'ledelseskompas_without_token_seconds',
    ])
      expect(body).toContain(part);
    expect(body).toMatch(/service\.name.{0,8}ledelseskompas.*service\.version.{0,8}1\.2\.3/s);
    expect(body).not.toContain('nudges_waiting');
    expect(logged).toEqual([]);
  });

  it('that refuses is told of once, and once that it takes them again, with all that was counted meanwhile', async () => {
    status = 400;
    const metrics = await open(150);
    metrics.count('refusals', { reason: 'token' });
    await times('logged', 1);
    await times('got', 2);
    expect(logged).toEqual(['metrics cannot be sent: the collector does not take them']);
    status = 200;
    await times('logged', 1);
    expect(logged).toEqual(['metrics cannot be sent: the collector does not take them', 'metrics are sent again']);
    expect(got.at(-1)?.body).toContain('ledelseskompas_refusals_total');
  });

  it('that is silent holds nothing up, at the end either', async () => {
    isSilent = true;
    const metrics = await open(50);
    metrics.count('refusals', { reason: 'token' });
    await times('logged', 1);
    const before = performance.now();
    await otlp.stop(50);
    expect(performance.now() - before).toBeLessThan(1_000);
    isSilent = false;
  });
});
