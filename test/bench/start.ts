import { Agent } from 'node:http';
import { startChild, type Which } from './children.js';
import { nextBody, post } from './http.js';
import { median, printTable } from './measure.js';

const rounds = 7;

/**
 * From the start of the process to the first answered request, and to the first answered message; one after the other in
 * turns, both compiled before, ours with its copy of the checked content from the start before.
 */
export async function benchStart(): Promise<void> {
  const times = { echo: [] as Started[], product: [] as Started[] };
  for (const which of ['echo', 'product'] as const) await (await startChild(which)).stop();
  for (let round = 0; round < rounds; round++) for (const which of ['echo', 'product'] as const) times[which].push(await timeStart(which));
  const rows = (
    [
      ['echo bot', times.echo],
      ['ours, with content and database', times.product],
    ] as const
  ).map(([name, all]) => {
    const share = (key: keyof Started) => medianOf(all, key) / medianOf(times.echo, key);
    return [name, medianOf(all, 'up'), Math.min(...all.map(({ up }) => up)), share('up'), medianOf(all, 'answered'), share('answered')];
  });
  const head = ['bot', 'median ms', 'best ms', 'of the echo bot’s time', 'first message answered ms', 'of the echo bot’s time'];
  printTable(`Start-up, ${rounds} starts`, head, rows);
}

type Started = { readonly up: number; readonly answered: number };

async function timeStart(which: Which): Promise<Started> {
  const child = await startChild(which);
  const begin = performance.now();
  await post(child.port, new Agent(), nextBody('hvad forventes der af en kontorchef'));
  const answered = child.startMs + performance.now() - begin;
  await child.stop();
  return { up: child.startMs, answered };
}

function medianOf(all: readonly Started[], key: keyof Started): number {
  return median(all.map((one) => one[key]));
}
