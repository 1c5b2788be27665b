import { Agent } from 'node:http';
import { before, startChild, type Which } from './children.js';
import { nextBody, post } from './http.js';
import { median, printTable } from './measure.js';

const rounds = 7;

type Contender = { readonly name: string; readonly which: Which; readonly settings?: Readonly<Record<string, string>> };

/** Nobody listens at the collector's port: that is found out a minute later. */
const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
const contenders: readonly Contender[] = [
  { name: 'echo bot', which: 'echo' },
  ...(before === undefined ? [] : [{ name: 'before', which: 'before' } as const]),
  { name: 'ours, with content and database', which: 'product' },
  { name: 'ours, read by Prometheus', which: 'product', settings: { OPERATOR_PORT: '0' } },
  { name: 'ours, sent to OpenTelemetry', which: 'product', settings: collector },
];

/**
 * From the start of the process to the first answered request, and to the first answered message; one after the other in
 * turns, all compiled before, ours with its copy of the checked content from the start before.
 */
export async function benchStart(): Promise<void> {
  const times = contenders.map((): Started[] => []);
  for (const { which, settings } of contenders) await (await startChild(which, settings)).stop();
  for (let round = 0; round < rounds; round++)
    for (const [at, contender] of contenders.entries()) times[at]?.push(await timeStart(contender));
  const [echo = []] = times;
  const rows = contenders.map(({ name }, at) => {
    const all = times[at] ?? [];
    const share = (key: keyof Started) => medianOf(all, key) / medianOf(echo, key);
    return [name, medianOf(all, 'up'), Math.min(...all.map(({ up }) => up)), share('up'), medianOf(all, 'answered'), share('answered')];
  });
  const head = ['bot', 'median ms', 'best ms', 'of the echo bot’s time', 'first message answered ms', 'of the echo bot’s time'];
  printTable(`Start-up, ${rounds} starts`, head, rows);
}

type Started = { readonly up: number; readonly answered: number };

async function timeStart({ which, settings }: Contender): Promise<Started> {
  const child = await startChild(which, settings);
  const begin = performance.now();
  await post(child.port, new Agent(), nextBody('hvad forventes der af en kontorchef'));
  const answered = child.startMs + performance.now() - begin;
  await child.stop();
  return { up: child.startMs, answered };
}

function medianOf(all: readonly Started[], key: keyof Started): number {
  return median(all.map((one) => one[key]));
}
