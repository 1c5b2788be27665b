import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openProxy } from '../storage/proxy.js';
import { postgres } from '../storage/stores.js';
import { recorded } from '../teams/activities.js';
import { startConnector } from '../teams/connector.js';
import { sign, startIssuer } from '../teams/issuer.js';
import { claimsFor, genuine, keys, messageFor } from '../teams/registered.js';
import { copyTree, endAll, run, type Tree, takePort } from './tree.js';

vi.setConfig({ testTimeout: 30_000 });
let tree: Tree;

beforeAll(async () => {
  tree = await copyTree('built');
}, 180_000);
afterEach(endAll);
afterAll(() => tree.remove());

const start = (env: Record<string, string>) => run(tree.folder, ['dist/service.js'], env);
const registration = {
  MicrosoftAppId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppPassword: 'hemmeligt',
  MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
  ALLOWED_TENANTS: '11111111-1111-4111-8111-111111111111',
  REFLECTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
};

async function startListening(env: Record<string, string> = {}) {
  const service = start({ PORT: '0', ...env });
  const [, port] = await service.says(/"port":(\d+).*"listening"/);
  return { ...service, port: Number(port) };
}

describe('the service', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes its turn and exits 0 within 5 s at %s, idle and half-sent connections or not',
    async (signal) => {
      const connector = await startConnector();
      connector.behaviour = 'silence';
      const service = await startListening();
      const arrived = connector.nextCall();
      const body = JSON.stringify(recorded('message.personal', { id: signal, text: 'hej', serviceUrl: connector.url }));
      const turn = fetch(`http://127.0.0.1:${service.port}/api/messages`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      await arrived;
      const [idle, half] = [connect(service.port, '127.0.0.1'), connect(service.port, '127.0.0.1')];
      for (const socket of [idle, half]) socket.on('error', () => undefined).resume();
      await Promise.all([once(idle, 'connect'), once(half, 'connect')]);
      idle.write('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
      await once(idle, 'data');
      half.write('POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
      const stoppedAt = Date.now();
      service.child.kill(signal);
      await service.says(/"stopping"/);
      connector.release();
      expect((await turn).status).toBe(200);
      expect(await service.ended).toBe(0);
      expect(Date.now() - stoppedAt).toBeLessThan(5_000);
      expect(service.output.stderr).toBe('');
      expect(service.output.stdout).not.toMatch(/Alice|29:1alice|aaaaaaaa|hej/);
      await connector.close();
    },
  );

  it('listens on loopback only in local mode, and warns that it believes everybody', async () => {
    const service = await startListening();
    expect(service.output.stdout).toContain('"local":true');
    const warnings = service.output.stdout.split('\n').filter((line) => line.includes('"level":40'));
    expect(warnings).toEqual([expect.stringContaining('anybody on this machine is believed')]);
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) await expect(fetch(`http://${address}:${service.port}/livez`)).rejects.toThrow();
    service.child.kill();
    expect(await service.ended).toBe(0);
  });

  it('reads .env beside package.json as every command does, and what the environment says wins', async () => {
    const file = join(tree.folder, '.env');
    const lines = Object.entries({ NODE_ENV: 'production', LOG_LEVEL: 'info', PORT: '1', ...registration }).map(
      ([key, value]) => `${key}=${value}`,
    );
    writeFileSync(file, lines.join('\n'));
    try {
      const service = await startListening({ DATA_DIR: 'data-of-env' });
      expect(service.output.stdout).toContain('"local":false');
      const answer = await fetch(`http://127.0.0.1:${service.port}/api/messages`, { method: 'POST', body: '{}' });
      expect(answer.status).toBe(415);
      service.child.kill();
      expect(await service.ended).toBe(0);
    } finally {
      rmSync(file);
    }
  });

  it.skipIf(!postgres.isHere)('exits 0 within 5 s though the database is silent and a turn waits for it', async () => {
    const [place, connector] = await Promise.all([postgres.create(), startConnector()]);
    const url = new URL(place.options.databaseUrl ?? '');
    const way = await openProxy(Number(url.port || 5432));
    url.port = String(way.port);
    const { REFLECTION_KEYS } = registration;
    const service = await startListening({ DATABASE_URL: url.href, REFLECTION_KEYS });
    way.silent = true;
    const body = JSON.stringify(recorded('message.personal', { id: 'silent', text: 'mine noter', serviceUrl: connector.url }));
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const turn = fetch(`http://127.0.0.1:${service.port}/api/messages`, init).catch(() => undefined);
    await service.says(/"level":50/);
    const stoppedAt = Date.now();
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(5_000);
    await turn;
    await Promise.all([way.close(), connector.close()]);
    await place.drop();
  });

  it('starts in production with a registration, without writing any of it', async () => {
    const service = await startListening({ NODE_ENV: 'production', DATA_DIR: 'data-registered', ...registration });
    const { status } = await fetch(`http://127.0.0.1:${service.port}/api/messages`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(401);
    service.child.kill();
    expect(await service.ended).toBe(0);
    expect(service.output.stdout + service.output.stderr).not.toMatch(/hemmeligt|22222222|11111111|BwcH/);
  });
});

describe('the service in production, with an issuer of its own', () => {
  it('answers a genuine request, and nothing else but its pages and its health', async () => {
    const issuer = await startIssuer([keys.good]);
    const env = { OPENID_METADATA_URL: issuer.metadataUrl, ALLOWED_SERVICE_HOSTS: '127.0.0.1', MESSAGES_PER_MINUTE: '2' };
    const service = await startListening({ NODE_ENV: 'production', DATA_DIR: 'data-registered', ...registration, ...env });
    const origin = `http://127.0.0.1:${service.port}`;
    const connector = 'http://127.0.0.1:9/connector';
    const post = async (authorization: string, id: string) => {
      const body = JSON.stringify(messageFor(connector, { id, text: 'hjælp', locale: 'da-DK', deliveryMode: 'expectReplies' }));
      const response = await fetch(`${origin}/api/messages`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', authorization },
      });
      const text = await response.text();
      const { activities = [] } = JSON.parse(text || '{}') as { activities?: { summary: string }[] };
      return [response.status, ...activities.map(({ summary }) => summary)];
    };
    expect(await post(`Bearer ${sign(keys.forged, claimsFor(connector))}`, '1')).toEqual([401]);
    expect(await post(genuine(connector), '2')).toEqual([200, expect.any(String)]);
    expect(await post(genuine(connector), '3')).toEqual([200, expect.any(String)]);
    expect(await post(genuine(connector), '4')).toEqual([200, 'Vent et minut, og prøv igen']);
    expect(await post(genuine(connector), '5')).toEqual([200]);
    const statuses = await Promise.all(
      ['/livez', '/readyz', '/om', '/privatliv', '/vilkaar', '/', '/api', '/.env', '/dist/service.js'].map(
        async (path) => (await fetch(origin + path)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404, 404, 404, 404]);
    service.child.kill();
    expect(await service.ended).toBe(0);
    expect(service.output.stderr).toBe('');
    await issuer.close();
  });
});

describe('what operators are told', () => {
  /** At the end of the process: which of the libraries for it were loaded. */
  const preload = `const packages = /node_modules.(prom-client|@opentelemetry.[a-z-]+)/;
    process.on('exit', () => {
      const loaded = Object.keys(require('module')._cache).flatMap((file) => packages.exec(file)?.[1] ?? []);
      require('fs').writeSync(2, 'LOADED ' + [...new Set(loaded)].sort().join());
    });`;
  const spied = (env: Record<string, string>) => {
    const file = join(tree.folder, 'preload.cjs');
    writeFileSync(file, preload);
    return startListening({ NODE_OPTIONS: `--require ${file}`, ...env });
  };

  it('is nothing, and nothing is loaded for it, unless they ask', async () => {
    const service = await spied({});
    expect((await fetch(`http://127.0.0.1:${service.port}/metrics`)).status).toBe(404);
    service.child.kill();
    expect(await service.ended).toBe(0);
    expect(service.output.stderr).toBe('LOADED ');
    expect(service.output.stdout).not.toContain('operatorPort');
  });

  it('is how many, how long and how often, on a port of its own and to a collector, and nothing of anybody', async () => {
    const got: string[] = [];
    const collector = createServer(async (request, response) => {
      for await (const chunk of request) got.push(String(chunk));
      response.end();
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    const service = await spied({ OPERATOR_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, DATA_DIR: 'data-told' });
    const operators = /"operatorPort":(\d+)/.exec(service.output.stdout)?.[1];
    const ask = async (name: string, changes: object, headers: Record<string, string> = {}) => {
      const body = JSON.stringify(recorded(name, { id: Math.random().toString(36), deliveryMode: 'expectReplies', ...changes }));
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
      return (await fetch(`http://127.0.0.1:${service.port}/api/messages`, init)).status;
    };
    const data = { do: 'act', act: { act: 'list-notes' }, language: 'da', search: 'hemmeligheden' };
    const statuses = [
      await ask('message.personal', { text: 'hvad forventes der af en kontorchef' }),
      await ask('message.personal', { text: 'hvad er dagens ret i kantinen' }),
      await ask('invoke.adaptiveCard-action.personal', { value: { action: { type: 'Action.Execute', verb: 'act', data } } }),
      await ask('invoke.composeExtension-query', {}),
      await ask('message.personal', {}, { 'x-forwarded-for': '10.0.0.1' }),
      await ask('message.personal', { serviceUrl: 'https://evil.example/' }),
    ];
    expect(statuses).toEqual([200, 200, 200, 200, 403, 403]);
    expect((await fetch(`http://127.0.0.1:${service.port}/metrics`)).status).toBe(404);
    const scraped = await fetch(`http://127.0.0.1:${operators}/metrics`);
    const text = await scraped.text();
    for (const line of [
      'turns_total{kind="message",outcome="answered",tenant="all"} 2',
      'turns_total{kind="button",outcome="answered",tenant="all"} 1',
      'turns_total{kind="extension",outcome="answered",tenant="all"} 1',
      'turns_total{kind="message",outcome="failed",tenant="all"} 0',
      'turn_seconds_count{kind="message"} 2',
      'readings_total{reading="sure",tenant="all"} 1',
      'readings_total{reading="refused",tenant="all"} 1',
      'refusals_total{reason="forwarded"} 1',
      'refusals_total{reason="serviceUrl"} 1',
      'database_up 1',
      'nudges_waiting 0',
    ])
      expect(text.split('\n')).toContain(`ledelseskompas_${line}`);
    expect(text).toMatch(/^ledelseskompas_event_loop_delay_max_seconds \d/m);
    service.child.kill();
    expect(await service.ended).toBe(0);
    collector.close();
    collector.closeAllConnections();
    // What is left is sent before the process ends.
    expect(got.join('')).toContain('ledelseskompas_readings_total');
    expect(service.output.stderr).toMatch(/^LOADED .*@opentelemetry.sdk-metrics.*prom-client$/);
    for (const told of [text, got.join(''), service.output.stdout])
      expect(told).not.toMatch(/Alice|29:1alice|aaaaaaaa|11111111|kantinen|hemmeligheden|kontorchef|evil/);
  });
});

describe('the service refuses to start', () => {
  it('in production without credentials, naming each', async () => {
    const service = start({ NODE_ENV: 'production' });
    expect(await service.ended).toBe(1);
    for (const key of Object.keys(registration)) expect(service.output.stderr).toContain(`${key} is missing`);
    expect(service.output.stderr.trim().split('\n')).toHaveLength(5);
  });

  it('without its content, in one line with the remedy', async () => {
    const service = start({ CONTENT_DIR: 'no-such-folder' });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(
      /^Ledelseskompas cannot start: the content folder ".*no-such-folder" is missing\. Set CONTENT_DIR .*\n$/,
    );
  });

  it('on a port that is taken, in one line with the remedy', async () => {
    const taken = await takePort();
    const service = start({ PORT: String(taken.port) });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toBe(
      `Ledelseskompas cannot start: port ${taken.port} is taken. Stop what uses it, or set PORT to another one\n`,
    );
    const operators = start({ PORT: '0', OPERATOR_PORT: String(taken.port) });
    expect(await operators.ended).toBe(1);
    expect(operators.output.stderr).toBe(
      `Ledelseskompas cannot start: port ${taken.port} is taken. Stop what uses it, or set OPERATOR_PORT to another one\n`,
    );
    await taken.free();
  });
});
