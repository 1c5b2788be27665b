import { loadavg } from 'node:os';

/** What one row came to. */
export type Verdict = {
  readonly theme: string;
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly ok: boolean;
};

const widths = [40, 42, 52] as const;

/** Prints all rows by theme and gives how many are not as they should be. */
export function printTable(verdicts: readonly Verdict[], seconds: number): number {
  const lines = [formatRow(['row', 'before', 'now'], 'verdict'), rule()];
  for (const theme of new Set(verdicts.map((each) => each.theme))) {
    lines.push(`-- ${theme}`);
    for (const { name, before, now, ok } of verdicts.filter((each) => each.theme === theme))
      lines.push(formatRow([name, before, now], ok ? 'ok' : 'FAULT'));
  }
  const faults = verdicts.filter(({ ok }) => !ok).length;
  lines.push(
    rule(),
    `${verdicts.length} rows, ${faults} FAULT, ${seconds.toFixed(0)} s on Node ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return faults;
}

function rule(): string {
  return '-'.repeat(widths.reduce((sum, width) => sum + width + 2, 'verdict'.length));
}

function formatRow(cells: readonly [string, string, string], verdict: string): string {
  const wrapped = cells.map((cell, at) => wrap(cell, widths[at] ?? 40));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    [...wrapped.map((cell, at) => (cell[line] ?? '').padEnd(widths[at] ?? 40)), line === 0 ? verdict : ''].join('  ').trimEnd(),
  ).join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
