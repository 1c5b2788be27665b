/** Milliseconds of many runs of one thing, and how many there were in a second. */
export type Timing = { readonly p50: number; readonly p99: number; readonly perSecond: number };

/** Sums up runs that together took `totalMs` (their sum unless told: then they ran at the same time). */
export function summariseTimes(times: readonly number[], totalMs = times.reduce((sum, one) => sum + one, 0)): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), perSecond: (times.length * 1_000) / totalMs };
}

/** Times each call by itself, after a third of them as warm-up. */
export async function timeEach<Item>(items: readonly Item[], run: (item: Item) => unknown): Promise<Timing> {
  for (const item of items.slice(0, Math.ceil(items.length / 3))) await run(item);
  const times: number[] = [];
  for (const item of items) {
    const begin = performance.now();
    await run(item);
    times.push(performance.now() - begin);
  }
  return summariseTimes(times);
}

/** A number as short as it can be read. */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints rows below their headings, in columns: words to the left, numbers to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [head, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? short(cell) : cell)))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const show = (line: readonly string[]) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  process.stdout.write(`\n${title}\n${lines.map((line) => `  ${show(line)}`).join('\n')}\n`);
}
