/** Where a command writes to: its result, and what it has to say beside that. */
export type Terminal = { print(text: string): void; complain(text: string): void };

/** Says what is wrong, a line each, and gives the exit code for it. */
export function refuse(lines: readonly string[], to: Terminal): number {
  to.complain(`${lines.join('\n')}\n`);
  return 1;
}

/** Standard output and standard error. */
export const terminal: Terminal = { print: (text) => process.stdout.write(text), complain: (text) => process.stderr.write(text) };
