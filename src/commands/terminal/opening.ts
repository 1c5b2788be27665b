/**
 * What a command opens before it does anything: the service's own settings, and what is stored. What does not open is said.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, parseConfig } from '../../config.js';
import type { ContentFault } from '../../storage/content-files.js';
import type { Database, OpenedDatabase } from '../../storage/database.js';
import type { Mode } from '../../storage/marks.js';
import { openStorage, type Storage } from '../../storage/storage.js';
import { refuse, type Terminal } from './terminal.js';

/** The service's settings, with whole paths to its folders, and how it knows people. */
export type Settings = Config & { readonly mode: Mode };

const packageFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Does work with the service's own settings, and gives its exit code; 1 when a setting is wrong, with every fault said. */
export async function withSettings(env: NodeJS.ProcessEnv, to: Terminal, work: (settings: Settings) => Promise<number>): Promise<number> {
  const parsed = parseConfig(env);
  if (!parsed.ok) return refuse(parsed.faults, to);
  const { config } = parsed;
  return await work({
    ...config,
    contentDir: resolve(packageFolder, config.contentDir),
    dataDir: resolve(packageFolder, config.dataDir),
    mode: config.credentials ? 'registered' : 'local',
  });
}

/** Does work with everything that is stored, closes it, and gives the work's exit code; 1 when it does not open, with the fault said. */
export async function withStorage(settings: Settings, to: Terminal, work: (storage: Storage) => Promise<number>): Promise<number> {
  const opened = await openStorage(settings);
  if (!opened.ok) return refuse([opened.fault], to);
  return await work(opened.storage).finally(() => opened.storage.close());
}

/** Does work with a database that is being opened, as {@link withStorage} does. */
export async function withDatabase(
  opening: Promise<OpenedDatabase>,
  to: Terminal,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const opened = await opening;
  if (!opened.ok) return refuse([opened.fault], to);
  return await work(opened.database).finally(() => opened.database.close());
}

/** Where the content is wrong, and what to write there instead: a line for each fault. */
export function faultLines(faults: readonly ContentFault[]): string[] {
  return faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
