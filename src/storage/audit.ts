/**
 * The trace of what an operator did with what people stored.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonKey } from '../conversation/person.js';
import { traceError } from '../errors.js';
import { createLog } from '../log.js';

/** What was done: the command, and figures or a {@link digestOf} a person. No ids, no names. */
export type AuditEntry = { readonly command: string } & Readonly<Record<string, string | number>>;

const fileName = 'audit.log';

/**
 * Writes one line of JSON, as the log's lines are, to the end of `audit.log` in a folder (made with mode 0600) and to
 * `say`. Gives what went wrong: then what was to be noted must not be done.
 */
export function audit(folder: string, entry: AuditEntry, say: (line: string) => void): string | undefined {
  const lines: string[] = [];
  createLog('info', { write: (line) => void lines.push(line) }).warn(entry, 'audit');
  const file = join(folder, fileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(file, lines.join(''), { mode: 0o600, flush: true });
  } catch (error) {
    return `"${file}" cannot be written (${traceError(error).code}), and without a trace nothing is done here. Set DATA_DIR to a folder that you may write in`;
  }
  say(lines.join(''));
  return undefined;
}

/** Stands for a person in the trace: SHA-256 of `tenant/person` in lower case, as hexadecimal. Who knows both ids finds the lines. */
export function digestOf({ tenant, entraId }: PersonKey): string {
  return createHash('sha256').update(`${tenant}/${entraId}`.toLowerCase()).digest('hex');
}
