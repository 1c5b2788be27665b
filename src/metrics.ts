/**
 * What the service tells of itself in numbers: the closed list of instruments, and the port that rooms count through. Nothing is
 * loaded and nothing is kept here. Where nobody listens there is no port, and what would be counted is not.
 *
 * A label is one of the values that stand here, or the name that a municipality has in the file of tenants: no text, and no id of
 * a person, a conversation or a tenant can become one.
 */
import { beyond, within } from './clock.js';

/** What a turn began with: a person's message, file, button, thumb or search, a client's own request, or that the bot came or went. */
const turnKinds = ['message', 'attachment', 'button', 'refresh', 'thumb', 'extension', 'installed', 'removed'] as const;

/**
 * How a turn ended. `silent`: there was nothing to say. `again`: it was answered before, or elsewhere. `busy`: there were too many.
 * `failed`: the answer says that something went wrong. `unsent`: the answer did not leave. `late`: it was given up.
 */
const turnOutcomes = ['answered', 'silent', 'again', 'busy', 'failed', 'unsent', 'late'] as const;

/**
 * Why a request was turned away. The first line is the HTTP door's, the second of what the token says, the third of what the activity
 * says of itself; `signature`: the token was not the channel's; `keys`: it could not be told; `timeout`: nor in time.
 */
const refusalReasons = [
  ...(['malformed', 'forwarded', 'type', 'size', 'cut'] as const),
  ...(['host', 'token', 'algorithm', 'issuer', 'expired', 'early'] as const),
  ...(['unreadable', 'channel', 'serviceUrl', 'tenant'] as const),
  ...(['signature', 'keys', 'timeout'] as const),
] as const;

/** Seconds that people notice, up to when Teams gives a message up (some 15 s). */
const turnBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** Seconds of a statement: from one of a file on this machine to one that is about to be given up. */
const databaseBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10];

/** The values that a label may have; `tenant` is the name of a municipality. */
type Values = readonly string[] | 'tenant';

type Shape = { readonly name: string; readonly help: string; readonly labels: Readonly<Record<string, Values>> };

/** Goes up, and begins at 0 with the process. */
export type Counter = Shape & { readonly type: 'counter' };

/** Durations in seconds, in buckets. */
export type Histogram = Shape & { readonly type: 'histogram'; readonly buckets: readonly number[] };

/** A value as it is when it is asked for. */
export type Gauge = Shape & { readonly type: 'gauge'; readonly unit: 's' | 'By' | '1' };

/** Everything there is to count, named as Prometheus wants it (its "Metric and label naming"). */
export const instruments = {
  turns: {
    type: 'counter',
    name: 'ledelseskompas_turns_total',
    help: 'What people and Teams sent, by what it was, how it ended and whose municipality it came from.',
    labels: { kind: turnKinds, outcome: turnOutcomes, tenant: 'tenant' },
  },
  turnSeconds: {
    type: 'histogram',
    name: 'ledelseskompas_turn_seconds',
    help: 'Seconds from when something arrived until its answer had left.',
    labels: { kind: turnKinds },
    buckets: turnBuckets,
  },
  refusals: {
    type: 'counter',
    name: 'ledelseskompas_refusals_total',
    help: 'Requests that were turned away at the door, by why.',
    labels: { reason: refusalReasons },
  },
  readings: {
    type: 'counter',
    name: 'ledelseskompas_readings_total',
    help: 'Messages that were read, by whether what they ask was sure, offered as choices, or refused with an honest no.',
    labels: { reading: ['sure', 'offered', 'refused'], tenant: 'tenant' },
  },
  verdicts: {
    type: 'counter',
    name: 'ledelseskompas_limit_verdicts_total',
    help: 'What the limits said to messages: answer, say that there were too many, or say nothing because that was just said.',
    labels: { limit: ['instance', 'shared'], verdict: ['answer', 'explain', 'ignore'] },
  },
  nudges: {
    type: 'counter',
    name: 'ledelseskompas_nudges_total',
    help: 'Daily questions, reminders and agreements that ended, by how; late ones were skipped because their time was over.',
    labels: { outcome: ['sent', 'late', 'skipped', 'failed', 'unknown'] },
  },
  nudgesWaiting: {
    type: 'gauge',
    name: 'ledelseskompas_nudges_waiting',
    help: 'Nudges that are due and have not left, of all instances together. Absent while the database does not say.',
    labels: {},
    unit: '1',
  },
  withoutToken: {
    type: 'gauge',
    name: 'ledelseskompas_without_token_seconds',
    help: 'Seconds for which no token for answers could be had; 0 where there is one.',
    labels: {},
    unit: 's',
  },
  withoutKeys: {
    type: 'gauge',
    name: 'ledelseskompas_without_keys_seconds',
    help: 'Seconds for which the key set of inbound tokens could not be read; known keys are trusted for 24 hours.',
    labels: {},
    unit: 's',
  },
  databaseUp: {
    type: 'gauge',
    name: 'ledelseskompas_database_up',
    help: 'Whether the database answers: 1 or 0.',
    labels: {},
    unit: '1',
  },
  databaseSeconds: {
    type: 'histogram',
    name: 'ledelseskompas_database_seconds',
    help: 'Seconds of a statement, without the wait for a connection.',
    labels: { operation: ['read', 'write', 'other'], outcome: ['done', 'failed'] },
    buckets: databaseBuckets,
  },
  loopDelayMost: {
    type: 'gauge',
    name: 'ledelseskompas_event_loop_delay_max_seconds',
    help: 'The longest time that the process did nothing else, within the last look of ten seconds.',
    labels: {},
    unit: 's',
  },
  loopDelayUsual: {
    type: 'gauge',
    name: 'ledelseskompas_event_loop_delay_p99_seconds',
    help: 'What 99 of 100 delays of the event loop stayed below, within the last look of ten seconds.',
    labels: {},
    unit: 's',
  },
  memory: {
    type: 'gauge',
    name: 'ledelseskompas_resident_memory_bytes',
    help: 'Memory of the process.',
    labels: {},
    unit: 'By',
  },
  startedAt: {
    type: 'gauge',
    name: 'ledelseskompas_start_time_seconds',
    help: 'When the process started, in seconds since 1970.',
    labels: {},
    unit: 's',
  },
} as const satisfies Readonly<Record<string, Counter | Histogram | Gauge>>;

type Instruments = typeof instruments;
type NamesOf<Type extends string> = {
  [Name in keyof Instruments]: Instruments[Name] extends { type: Type } ? Name : never;
}[keyof Instruments];
type LabelsOf<Name extends keyof Instruments> = {
  readonly [Label in keyof Instruments[Name]['labels']]: Instruments[Name]['labels'][Label] extends readonly (infer Value extends string)[]
    ? Value
    : string;
};

/** One of {@link turnKinds}. */
export type TurnKind = (typeof turnKinds)[number];

/** One of {@link turnOutcomes}. */
export type TurnOutcome = (typeof turnOutcomes)[number];

/** One of {@link refusalReasons}. */
export type RefusalReason = (typeof refusalReasons)[number];

/** Tells a value when it is asked for; undefined where it is not known, which is told as nothing and never as 0. */
export type Reading = () => number | undefined | Promise<number | undefined>;

/** What rooms count through. Nothing of it ever throws. A `tenant` is an id, which is told as a name. */
export type Metrics = {
  count<Name extends NamesOf<'counter'>>(name: Name, labels: LabelsOf<Name>, by?: number): void;
  observe<Name extends NamesOf<'histogram'>>(name: Name, seconds: number, labels: LabelsOf<Name>): void;
  /** From now on the gauge says what this reads. */
  gauge(name: NamesOf<'gauge'>, read: Reading): void;
};

/** Labels as they are told. */
export type Labels = Readonly<Record<string, string>>;

/** Where numbers go. */
export type Sink = {
  count(counter: Counter, labels: Labels, by: number): void;
  observe(histogram: Histogram, labels: Labels, seconds: number): void;
};

/** Reads what a gauge says now; never rejects. */
export type ReadGauge = (gauge: Gauge) => Promise<number | undefined>;

/** A gauge that takes longer, in milliseconds, is told as nothing: whoever asks has a deadline (Prometheus waits ten seconds for all). */
const readMs = 1_000;

/** What a label says whose value is none of its own. */
export const other = 'other';

/** So many municipalities have a label of their own; more would make every number a thousand. Denmark has 98. */
const mostTenants = 120;

/** A port, what its gauges say, and how its numbers come to a sink. */
export type OpenedMetrics = { readonly metrics: Metrics; readonly read: ReadGauge; readonly addSink: (sink: Sink) => void };

/** Opens the port; `nameOf` gives the name of a tenant by its id. Until it has a sink, what is counted is gone. */
export function openMetrics(nameOf: (tenant: string) => string): OpenedMetrics {
  const sinks: Sink[] = [];
  const reads = new Map<string, Reading>();
  const running = new Map<string, Promise<number | undefined>>();
  const names = new Set<string>();
  const tell = (tenant: string) => {
    const name = nameOf(tenant);
    if (!names.has(name) && names.size >= mostTenants) return other;
    names.add(name);
    return name;
  };
  // What the types promise is held here too: whatever else should get into a label is not told.
  const toLabels = ({ labels }: Shape, given: Labels): Labels =>
    Object.fromEntries(
      Object.entries(labels).map(([label, values]) => {
        const value = given[label] ?? '';
        return [label, values === 'tenant' ? tell(value) : values.includes(value) ? value : other];
      }),
    );
  const readOnce = async (name: string) => {
    const read = reads.get(name);
    const known = running.get(name);
    if (known || !read) return known;
    // Shared work is nobody's own deadline's: what is slow goes on, and is not begun again meanwhile.
    const reading = beyond(async () => read()).finally(() => running.delete(name));
    running.set(name, reading);
    return reading;
  };
  return {
    addSink: (sink) => void sinks.push(sink),
    read: ({ name }) => within(readMs, () => readOnce(name)).catch(() => undefined),
    metrics: {
      count(name, labels, by = 1) {
        const told = toLabels(instruments[name], labels);
        for (const sink of sinks) sink.count(instruments[name], told, by);
      },
      observe(name, seconds, labels) {
        const told = toLabels(instruments[name], labels);
        for (const sink of sinks) sink.observe(instruments[name], told, seconds);
      },
      gauge: (name, read) => void reads.set(instruments[name].name, read),
    },
  };
}

type Of<Type extends string> = Extract<Counter | Histogram | Gauge, { type: Type }>;

/** The instruments of a type. */
export function instrumentsOf<Type extends 'counter' | 'histogram' | 'gauge'>(type: Type): readonly Of<Type>[] {
  const all: readonly (Counter | Histogram | Gauge)[] = Object.values(instruments);
  return all.filter((each): each is Of<Type> => each.type === type);
}

/** Every combination of values that an instrument's labels can have, for the tenants with these names. */
export function combinationsOf({ labels }: Shape, tenants: readonly string[]): readonly Labels[] {
  return Object.entries(labels).reduce<readonly Labels[]>(
    (all, [label, values]) => all.flatMap((one) => (values === 'tenant' ? tenants : values).map((value) => ({ ...one, [label]: value }))),
    [{}],
  );
}
