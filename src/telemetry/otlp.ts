/**
 * Numbers for OpenTelemetry, sent once a minute to a collector. The libraries are loaded here, when somebody wants them. A collector
 * that is away costs numbers and nothing else: what was counted meanwhile is in the next sum.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { instrumentsOf, type ReadGauge, type Sink } from '../metrics.js';

/** Where numbers are sent, and as whose. */
export type OtlpParts = {
  /** The collector's address, `https://…`; `/v1/metrics` is added to it (OpenTelemetry, "OTLP exporter configuration"). */
  readonly endpoint: string;
  /** What is sent along, such as a key. Secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly version: string;
  /** Milliseconds between two sendings; a minute unless told. */
  readonly intervalMs?: number;
  /** Milliseconds that one may take, tries and all; ten seconds unless told. */
  readonly timeoutMs?: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** A sink that sends. */
export type Otlp = Sink & {
  /** Sends what there is once more, and resolves when that is done or `deadlineMs` are over. */
  stop(deadlineMs: number): Promise<void>;
};

const usualIntervalMs = 60_000;
const usualTimeoutMs = 10_000;

/** Loads the libraries, makes every instrument, and begins to send. */
export async function openOtlp(parts: OtlpParts, readGauge: ReadGauge): Promise<Otlp> {
  const { MeterProvider, PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const exporter = await openExporter(parts);
  const { intervalMs: exportIntervalMillis = usualIntervalMs, timeoutMs: exportTimeoutMillis = usualTimeoutMs, version } = parts;
  const provider = new MeterProvider({
    resource: resourceFromAttributes({
      'service.name': 'ledelseskompas',
      'service.version': version,
      // Made up at each start: it tells two instances apart, and says nothing of either.
      'service.instance.id': randomUUID(),
    }),
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis, exportTimeoutMillis })],
  });
  const meter = provider.getMeter('ledelseskompas', version);
  const counters = new Map(instrumentsOf('counter').map(({ name, help }) => [name, meter.createCounter(name, { description: help })]));
  const histograms = new Map(
    instrumentsOf('histogram').map(({ name, help, buckets }) => [
      name,
      meter.createHistogram(name, { description: help, unit: 's', advice: { explicitBucketBoundaries: [...buckets] } }),
    ]),
  );
  for (const gauge of instrumentsOf('gauge'))
    meter.createObservableGauge(gauge.name, { description: gauge.help, unit: gauge.unit }).addCallback(async (result) => {
      const value = await readGauge(gauge);
      if (value !== undefined) result.observe(value);
    });
  return {
    count: (counter, labels, by) => counters.get(counter.name)?.add(by, labels),
    observe: (histogram, labels, seconds) => histograms.get(histogram.name)?.record(seconds, labels),
    async stop(deadlineMs) {
      await Promise.race([provider.shutdown().catch(() => undefined), wait(deadlineMs, undefined, { ref: false })]);
    },
  };
}

/** The library's exporter, which tells of failures where nobody looks; a spell of them is logged once, and its end. */
async function openExporter({ endpoint, headers, timeoutMs = usualTimeoutMs, log }: OtlpParts) {
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-proto');
  let isAway = false;
  const note = (code: number, error: unknown) => {
    const failed = code !== 0;
    if (failed && !isAway) log.warn({ error: traceError(error) }, 'metrics cannot be sent: the collector does not take them');
    if (!failed && isAway) log.info('metrics are sent again');
    isAway = failed;
  };
  return new (class extends OTLPMetricExporter {
    override export(...[metrics, done]: Parameters<InstanceType<typeof OTLPMetricExporter>['export']>): void {
      super.export(metrics, (result) => {
        note(result.code, result.error);
        done(result);
      });
    }
  })({ url: `${endpoint}/v1/metrics`, headers: { ...headers }, timeoutMillis: timeoutMs });
}
