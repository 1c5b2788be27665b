import { startChild } from './children.js';
import { median, printTable } from './measure.js';

const rounds = 7;

/** From the start of the process to the first answered request, one after the other in turns; both compiled before. */
export async function benchStart(): Promise<void> {
  const times = { echo: [] as number[], product: [] as number[] };
  for (const which of ['echo', 'product'] as const) await (await startChild(which)).stop();
  for (let round = 0; round < rounds; round++)
    for (const which of ['echo', 'product'] as const) {
      const child = await startChild(which);
      times[which].push(child.startMs);
      await child.stop();
    }
  const rows = (
    [
      ['echo bot', times.echo],
      ['ours, with content and database', times.product],
    ] as const
  ).map(([name, all]) => [name, median(all), Math.min(...all), median(all) / median(times.echo)]);
  printTable(`Start-up, ${rounds} starts`, ['bot', 'median ms', 'best ms', 'of the echo bot’s time'], rows);
}
