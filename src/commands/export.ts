/**
 * `npm run --silent export -- --tenant ID --person ID [--out file]`: everything stored about a person, for the operator to
 * hand to them. With `--out` into a new file that only the operator may read, else on the terminal. Each time leaves a
 * line in `audit.log`.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseConfig } from '../config.js';
import { traceError } from '../errors.js';
import { writeExport } from '../people/export.js';
import { audit, digestOf } from '../storage/audit.js';
import { loadContent } from '../storage/content-files.js';
import { openStorage } from '../storage/storage.js';
import { refuse, type Terminal, terminal } from './terminal/terminal.js';

const usage = `Usage: npm run --silent export -- --tenant ID --person ID [--out file]
       Both ids are those of Microsoft Entra: the tenant's, and the person's object id.
       Each export leaves a line in audit.log in DATA_DIR, and on stderr: the time, and the SHA-256 of TENANT/PERSON in
       lower case (printf '%s' tenant/person | sha256sum), by which a person can be told who looked and when.`;
const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const complain = (lines: readonly string[]) => refuse(lines, to);
  const order = parse(args);
  if (!order) return complain([usage]);
  const parsed = parseConfig(env);
  if (!parsed.ok) return complain(parsed.faults);
  const { config } = parsed;
  const loaded = loadContent(resolve(packageFolder, config.contentDir), { frameworks: config.frameworks });
  if (!loaded.ok) return complain(loaded.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`));
  const dataDir = resolve(packageFolder, config.dataDir);
  const opened = await openStorage({ ...config, dataDir, mode: config.credentials ? 'registered' : 'local' });
  if (!opened.ok) return complain([opened.fault]);
  try {
    const { tenant, person, out } = order;
    const tables = await opened.storage.exportPerson({ tenant, entraId: person });
    if (tables.length === 0) return complain(['Nothing is stored about that person. Check both ids.']);
    const rows = tables.reduce((count, table) => count + table.rows.length, 0);
    const untraced = audit(dataDir, { command: 'export', person: digestOf({ tenant, entraId: person }), rows }, to.complain);
    if (untraced) return complain([untraced]);
    const text = `${writeExport(tables, loaded.library, 'da').join('\n')}\n`;
    if (!out) to.print(text);
    const fault = out && writeNew(out, text);
    if (fault) return complain([fault]);
    if (out) to.complain(`Written to "${out}". Delete the file when the person has it.\n`);
    return 0;
  } finally {
    await opened.storage.close();
  }
}

function parse(args: readonly string[]): { tenant: string; person: string; out: string | undefined } | undefined {
  try {
    const options = { tenant: { type: 'string' }, person: { type: 'string' }, out: { type: 'string' } } as const;
    const { tenant, person, out } = parseArgs({ args: [...args], options }).values;
    return tenant && person ? { tenant, person, out } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file that was not there; gives what went wrong. */
function writeNew(file: string, text: string): string | undefined {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    const { code } = traceError(error);
    if (code === 'EEXIST') return `"${file}" is there already. Name a new file`;
    return `"${file}" cannot be written (${code}). Name a file in a folder you may write in`;
  }
}
