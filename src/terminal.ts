/** Where a command writes to: its result, and what it has to say beside that. */
export type Terminal = { print(text: string): void; complain(text: string): void };

/** Standard output and standard error. */
export const terminal: Terminal = { print: (text) => process.stdout.write(text), complain: (text) => process.stderr.write(text) };
