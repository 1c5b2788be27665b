/**
 * `npm run --silent export -- --tenant ID --person ID [--out file]`: everything stored about a person, for the operator to
 * hand to them. With `--out` into a new file that only the operator may read, else on the terminal. Each time leaves a
 * line in `audit.log`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { traceError } from '../errors.js';
import { writeExport } from '../people/export.js';
import { audit, digestOf } from '../storage/audit.js';
import { loadContent } from '../storage/content-files.js';
import type { Texts } from './strings/da.js';
import { faultLines, type Settings, withSettings, withStorage } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** Whose data is asked for, and the file it goes into. */
type Order = { readonly tenant: string; readonly person: string; readonly out: string | undefined };

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.export.usage], to);
  return await withSettings(env, to, (settings) => hand(order, settings, say, to));
}

function parse(args: readonly string[]): Order | undefined {
  try {
    const options = { tenant: { type: 'string' }, person: { type: 'string' }, out: { type: 'string' } } as const;
    const { tenant, person, out } = parseArgs({ args: [...args], options }).values;
    return tenant && person ? { tenant, person, out } : undefined;
  } catch {
    return undefined;
  }
}

async function hand({ tenant, person, out }: Order, settings: Settings, say: Texts, to: Terminal): Promise<number> {
  const loaded = loadContent(settings.contentDir, { frameworks: settings.frameworks });
  if (!loaded.ok) return refuse(faultLines(loaded.faults), to);
  return await withStorage(settings, to, async (storage) => {
    const key = { tenant, entraId: person };
    const tables = await storage.exportPerson(key);
    if (tables.length === 0) return refuse([say.export.nobody], to);
    const rows = tables.reduce((count, table) => count + table.rows.length, 0);
    const untraced = audit(settings.dataDir, { command: 'export', person: digestOf(key), rows }, to.complain);
    if (untraced) return refuse([untraced], to);
    const lines = writeExport(tables, loaded.library, 'da');
    if (!out) return tell(lines, to);
    const fault = writeNew(out, `${lines.join('\n')}\n`, say);
    if (fault) return refuse([fault], to);
    to.complain(`${say.export.written(out)}\n`);
    return 0;
  });
}

/** Writes a file that was not there; gives what went wrong. */
function writeNew(file: string, text: string, say: Texts): string | undefined {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    const { code } = traceError(error);
    return code === 'EEXIST' ? say.export.exists(file) : say.export.unwritable(file, code);
  }
}
