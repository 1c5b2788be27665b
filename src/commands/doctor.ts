/**
 * `npm run doctor [-- --package file.zip] [--json]`: looks the whole installation over, and says what is wrong and what to do about it.
 * `npm run doctor -- --backed-up`: notes that a copy of the database was made just now. Danish unless `--en`.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Clock, systemClock } from '../clock.js';
import { assembleForCommand, type CommandParts, withWholePaths } from '../doctor/assemble.js';
import { examine, worstOf } from '../doctor/examine.js';
import { exitCodes, toData, toLines, words } from '../doctor/report.js';
import type { Words } from '../doctor/words.js';
import { loadSettings, parseConfig, readVersion } from '../settings/config.js';
import { openAsItIs } from '../storage/database.js';
import { createInspection } from '../storage/inspection.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** `run.mjs` leaves `.env` to this command, for which a file that can't be read is a finding. */
export const readsSettings = true;
/** A host that never answers may keep a process for a quarter of a minute; the findings are out long before. */
export const endsAtOnce = true;

/** What a test says otherwise. */
export type DoctorOverrides = Partial<Omit<CommandParts, 'read' | 'env'>> & {
  /** Reads `.env`, and gives what is wrong with the file. */
  readonly loadSettings?: () => string | undefined;
};

type Order = { readonly packageFile: string | undefined; readonly isJson: boolean; readonly isBackedUp: boolean };

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));
const codeFolder = fileURLToPath(new URL('..', import.meta.url));

/** The command. It reads the service's own settings, and gives 0, 1, 2 or 3 as monitoring systems read them. */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  to: Terminal = terminal,
  overrides: DoctorOverrides = {},
): Promise<number> {
  const { language, rest } = readSpeech(args, '--da');
  const say = words[language];
  const order = parse(rest);
  if (!order) {
    refuse([say.usage], to);
    return exitCodes.unknown;
  }
  const { loadSettings: load = () => loadSettings(packageFolder), ...given } = overrides;
  const here = { packageFolder, codeFolder, ...given };
  const read = readSettings(load(), env, here.packageFolder);
  if (order.isBackedUp) return await noteBackup(read, here.clock ?? systemClock, say, to);
  const packageFile = order.packageFile ?? here.packageFile;
  const parts = assembleForCommand({ ...here, env, read, ...(packageFile !== undefined && { packageFile }) });
  // Reading it keeps the process busy: meanwhile no host would be heard.
  if (read.ok) await parts.content().catch(() => undefined);
  const findings = await examine(parts);
  const occasion = { at: parts.clock(), version: readVersion(here.codeFolder) };
  if (order.isJson) to.print(`${JSON.stringify(toData(findings, occasion, say), undefined, 2)}\n`);
  else tell(toLines(findings, occasion, say), to);
  void parts.close().catch(() => undefined);
  return exitCodes[worstOf(findings)];
}

function parse(args: readonly string[]): Order | undefined {
  try {
    const options = { package: { type: 'string' }, json: { type: 'boolean' }, 'backed-up': { type: 'boolean' } } as const;
    const { package: packageFile, json: isJson = false, 'backed-up': isBackedUp = false } = parseArgs({ args: [...args], options }).values;
    return isBackedUp && (isJson || packageFile !== undefined) ? undefined : { packageFile, isJson, isBackedUp };
  } catch {
    return undefined;
  }
}

function readSettings(fault: string | undefined, env: NodeJS.ProcessEnv, folder: string): CommandParts['read'] {
  if (fault !== undefined) return { ok: false, unreadable: join(folder, '.env') };
  const parsed = parseConfig(env);
  return parsed.ok ? { ok: true, config: withWholePaths(parsed.config, folder) } : parsed;
}

/** The one thing that is ever written. Nothing is brought up to date for it. */
async function noteBackup(read: CommandParts['read'], clock: Clock, say: Words, to: Terminal): Promise<number> {
  const opened = read.ok ? await openAsItIs(read.config, true) : undefined;
  if (!opened?.ok) {
    refuse([say.backedUp.notNoted], to);
    return exitCodes.fail;
  }
  const now = clock();
  try {
    await createInspection(opened.database).noteBackup(now);
    return tell([say.backedUp.noted(now)], to);
  } catch {
    refuse([say.backedUp.notNoted], to);
    return exitCodes.fail;
  } finally {
    await opened.database.close();
  }
}
