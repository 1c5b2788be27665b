import { afterEach, describe, expect, it, vi } from 'vitest';
import { beyond } from '../src/clock.js';
import { combinationsOf, instruments, openMetrics } from '../src/metrics.js';
import { openPrometheus } from '../src/telemetry/prometheus.js';
import { createTurnIds, currentTurn, inTurn } from '../src/turn-id.js';
import { listenToMetrics } from './support/counted.js';

afterEach(() => void vi.useRealTimers());

describe('the instruments', () => {
  it('are named as Prometheus wants it, each once, and each is explained', () => {
    const all = Object.values(instruments);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name, help, type } of all) {
      expect(name).toMatch(/^ledelseskompas_[a-z\d]+(_[a-z\d]+)*$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
      expect(help).toMatch(/^[A-Z].{20,}\.$/);
    }
  });
});

describe('what is counted', () => {
  it('says a tenant by its name, and nothing that is not in the list', () => {
    const { metrics, told } = listenToMetrics((id) => (id === 't1' ? 'Aarhus Kommune' : 'other'));
    metrics.count('turns', { kind: 'message', outcome: 'answered', tenant: 't1' });
    metrics.count('turns', { kind: 'Alice Admin' as 'message', outcome: undefined as never, tenant: 'a@b' });
    metrics.count('refusals', { reason: 'token', name: 'Alice' } as never);
    expect(told).toEqual(['turns_total message answered Aarhus Kommune', 'turns_total other other other', 'refusals_total token']);
  });

  it('has a bound: of very many tenants the later ones share a label', () => {
    const { metrics, told } = listenToMetrics((id) => id);
    for (let n = 0; n < 300; n += 1) metrics.count('readings', { reading: 'sure', tenant: `kommune ${n}` });
    expect(new Set(told).size).toBe(121);
    expect(told.at(-1)).toBe('readings_total sure other');
  });
});

describe('a gauge', () => {
  it('says nothing, and never 0, where its value is not known', async () => {
    const { metrics, read } = listenToMetrics();
    expect(await read('databaseUp')).toBeUndefined();
    metrics.gauge('databaseUp', async () => Promise.reject(new Error('Alice')));
    expect(await read('databaseUp')).toBeUndefined();
    metrics.gauge('databaseUp', () => 1);
    expect(await read('databaseUp')).toBe(1);
  });

  it('is waited for a second, read once however many ask, and known again when it is', async () => {
    vi.useFakeTimers();
    const { metrics, read } = listenToMetrics();
    let finish: (waiting: number) => void = () => undefined;
    let asked = 0;
    metrics.gauge('nudgesWaiting', () => {
      asked += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const reads = [read('nudgesWaiting'), read('nudgesWaiting')];
    await vi.advanceTimersByTimeAsync(1_000);
    const third = read('nudgesWaiting');
    expect([await Promise.all(reads), asked]).toEqual([[undefined, undefined], 1]);
    finish(7);
    expect(await third).toBe(7);
  });
});

describe('what Prometheus reads', () => {
  it('has what was counted, a 0 for what has not happened yet, and no line for a gauge that is not known', async () => {
    const { metrics, read, addSink } = openMetrics(() => 'Aarhus Kommune');
    const prometheus = await openPrometheus(read, ['Aarhus Kommune']);
    addSink(prometheus);
    metrics.count('turns', { kind: 'button', outcome: 'answered', tenant: 'x' }, 3);
    metrics.observe('turnSeconds', 0.2, { kind: 'button' });
    let waiting: number | undefined = 4;
    metrics.gauge('nudgesWaiting', () => waiting);
    const { text, contentType } = await prometheus.read();
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('ledelseskompas_turns_total{kind="button",outcome="answered",tenant="Aarhus Kommune"} 3\n');
    expect(text).toContain('ledelseskompas_turns_total{kind="button",outcome="failed",tenant="Aarhus Kommune"} 0\n');
    expect(text).toContain('ledelseskompas_turn_seconds_bucket{le="0.1",kind="button"} 0\n');
    expect(text).toContain('ledelseskompas_turn_seconds_bucket{le="0.25",kind="button"} 1\n');
    expect(text).toContain('ledelseskompas_nudges_waiting 4\n');
    waiting = undefined;
    expect((await prometheus.read()).text).not.toMatch(/^ledelseskompas_nudges_waiting/m);
  });

  it('begins with a bounded number of lines, however many tenants there are', async () => {
    const tenants = Array.from({ length: 98 }, (_, at) => `Kommune ${at}`);
    expect(combinationsOf(instruments.turns, ['a', 'b'])).toHaveLength(112);
    const { text } = await (await openPrometheus(async () => undefined, tenants)).read();
    expect(text.split('\n').length).toBeLessThan(1_000);
  });
});

describe('the word for a turn', () => {
  it('is five signs that nobody takes for others, as chance has them', () => {
    let at = 0;
    const next = createTurnIds((n) => at++ % n);
    expect([next(), next()]).toEqual(['34679', 'CDFGH']);
    for (let n = 0; n < 50; n += 1) expect(next()).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{5}$/);
  });

  it('is known however deep a turn goes, and not to what several turns share', async () => {
    const seen = await inTurn('7F3K9', async () => {
      await Promise.resolve();
      return [currentTurn(), beyond(currentTurn), currentTurn()];
    });
    expect([...seen, currentTurn()]).toEqual(['7F3K9', undefined, '7F3K9', undefined]);
  });
});
