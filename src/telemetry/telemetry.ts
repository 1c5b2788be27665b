/**
 * Who is told numbers: whoever reads them, a collector they are sent to, both or nobody. For nobody nothing is loaded.
 */
import type { Log } from '../log.js';
import { type Metrics, openMetrics } from '../metrics.js';
import { openOtlp } from './otlp.js';
import { watchProcess } from './process.js';
import { openPrometheus, type Prometheus } from './prometheus.js';

/** What telling needs. */
export type TelemetryParts = {
  /** Whether numbers can be read. */
  readonly isRead: boolean;
  /** Where they are sent; nowhere when left out. */
  readonly collector: { readonly endpoint: string; readonly headers: Readonly<Record<string, string>> } | undefined;
  readonly version: string;
  /** What a tenant is called, by its id. */
  readonly nameOf: (tenant: string) => string;
  /** The names that are known at the start. */
  readonly tenants: readonly string[];
  readonly log: Log;
};

/** The port that rooms count through, and what becomes of it. */
export type Telemetry = {
  readonly metrics: Metrics;
  /** All numbers; undefined where nobody reads them. */
  readonly read: Prometheus['read'] | undefined;
  /** Sends what is left, for as long as `deadlineMs` at most. */
  stop(deadlineMs: number): Promise<void>;
};

/** Opens it; undefined where nobody is told. */
export async function openTelemetry({ isRead, collector, ...parts }: TelemetryParts): Promise<Telemetry | undefined> {
  if (!isRead && !collector) return undefined;
  const { metrics, read, addSink } = openMetrics(parts.nameOf);
  const [prometheus, otlp] = await Promise.all([
    isRead ? openPrometheus(read, parts.tenants) : undefined,
    collector && openOtlp({ ...collector, ...parts }, read),
  ]);
  for (const sink of [prometheus, otlp]) if (sink) addSink(sink);
  watchProcess(metrics);
  return { metrics, read: prometheus?.read, stop: async (deadlineMs) => otlp?.stop(deadlineMs) };
}
