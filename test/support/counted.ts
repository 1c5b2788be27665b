import { instruments, type Metrics, openMetrics } from '../../src/metrics.js';

/** What was counted. */
export type Counted = {
  readonly metrics: Metrics;
  /** Each count and each duration as `name value of each label`, in order, and by how much where it is not one; names without their common beginning. */
  readonly told: string[];
  /** What a gauge says now. */
  read(name: keyof typeof instruments): Promise<number | undefined>;
};

/** A port for a test, which remembers what it was told. */
export function listenToMetrics(nameOf: (tenant: string) => string = () => 'all'): Counted {
  const { metrics, read, addSink } = openMetrics(nameOf);
  const told: string[] = [];
  const note = ({ name }: { readonly name: string }, labels: Readonly<Record<string, string>>, by?: number) =>
    void told.push(
      [name.replace('ledelseskompas_', ''), ...Object.values(labels), ...(by === undefined || by === 1 ? [] : [by])].join(' '),
    );
  addSink({ count: note, observe: (histogram, labels) => note(histogram, labels) });
  return { metrics, told, read: async (name) => read(instruments[name] as Parameters<typeof read>[0]) };
}
