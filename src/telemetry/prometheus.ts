/**
 * Numbers for Prometheus, which comes and reads them. The library is loaded here, when somebody wants them.
 */
import { type Counter, combinationsOf, type Gauge, type Histogram, instrumentsOf, type ReadGauge, type Sink } from '../metrics.js';

/** A sink that can be read. */
export type Prometheus = Sink & {
  /** All numbers in Prometheus' text format, gauges as they are now. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
};

/** So many lines at 0 are there from the start, at most: a rise from nothing is none to Prometheus, so that the first failure would not count. */
const mostPrepared = 1_000;

/** Loads the library and makes every instrument; `tenants` are the names that are known at the start. */
export async function openPrometheus(readGauge: ReadGauge, tenants: readonly string[]): Promise<Prometheus> {
  const { default: prom } = await import('prom-client');
  const registry = new prom.Registry();
  const registers = [registry];
  const makeCounter = (counter: Counter) => {
    const made = new prom.Counter({ ...look(counter), registers });
    for (const labels of prepared(counter, tenants)) made.inc(labels, 0);
    return made;
  };
  const makeHistogram = (histogram: Histogram) => {
    const made = new prom.Histogram({ ...look(histogram), buckets: [...histogram.buckets], registers });
    for (const labels of prepared(histogram, tenants)) made.zero(labels);
    return made;
  };
  const counters = new Map(instrumentsOf('counter').map((each) => [each.name, makeCounter(each)]));
  const histograms = new Map(instrumentsOf('histogram').map((each) => [each.name, makeHistogram(each)]));
  for (const gauge of instrumentsOf('gauge'))
    new prom.Gauge({
      ...look(gauge),
      registers,
      async collect() {
        const value = await readGauge(gauge);
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  return {
    count: (counter, labels, by) => counters.get(counter.name)?.inc(labels, by),
    observe: (histogram, labels, seconds) => histograms.get(histogram.name)?.observe(labels, seconds),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function look({ name, help, labels }: Counter | Histogram | Gauge) {
  return { name, help, labelNames: Object.keys(labels) };
}

function prepared(instrument: Counter | Histogram, tenants: readonly string[]) {
  const all = combinationsOf(instrument, tenants);
  return all.length <= mostPrepared ? all : [];
}
