/**
 * What a command opens before it does anything: the service's own settings, and what is stored. What does not open is said.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compass, createCompass } from '../../conversation/compass.js';
import { type Config, parseConfig } from '../../settings/config.js';
import { loadCare } from '../../storage/care-file.js';
import { loadThroughCopy, type ThroughCopy } from '../../storage/content-copy.js';
import type { Selection } from '../../storage/content-files.js';
import type { ContentFault } from '../../storage/content-reading.js';
import type { Database, OpenedDatabase } from '../../storage/database.js';
import type { Mode } from '../../storage/marks.js';
import { learn } from '../../storage/said-files.js';
import { openStorage, type Storage, type StorageOptions } from '../../storage/storage.js';
import { readKeysOf } from '../../storage/tenants-file.js';
import type { IntentModel } from '../../understanding/intent-model.js';
import type { Texts } from '../strings/da.js';
import { refuse, type Terminal } from './terminal.js';

/** The service's settings, with whole paths to its folders, and how it knows people. */
export type Settings = Config & { readonly mode: Mode } & Pick<StorageOptions, 'tenantKeys'>;

/** The folder of package.json. */
export const packageFolder = fileURLToPath(new URL('../../..', import.meta.url));
/** The folder of the modules that run, beside whose copies content is kept. */
export const codeFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Does work with the service's own settings, and gives its exit code; 1 when a setting is wrong, with every fault said. */
export async function withSettings(env: NodeJS.ProcessEnv, to: Terminal, work: (settings: Settings) => Promise<number>): Promise<number> {
  return await withoutKeys(env, to, async (settings) => {
    const keys = settings.tenantsFile ? readKeysOf(settings.tenantsFile, env) : undefined;
    return keys && !keys.ok ? refuse(keys.faults, to) : work({ ...settings, tenantKeys: keys?.tenantKeys });
  });
}

/** The same without the keys of tenants that have their own: for what opens nothing. */
export async function withoutKeys(
  env: NodeJS.ProcessEnv,
  to: Terminal,
  work: (settings: Omit<Settings, 'tenantKeys'>) => Promise<number>,
): Promise<number> {
  const parsed = parseConfig(env);
  if (!parsed.ok) return refuse(parsed.faults, to);
  const { config } = parsed;
  return await work({
    ...config,
    contentDir: resolve(packageFolder, config.contentDir),
    dataDir: resolve(packageFolder, config.dataDir),
    tenantsFile: config.tenantsFile && resolve(packageFolder, config.tenantsFile),
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

/** Does work with the bot's whole understanding of a content folder; learns what was not learned yet, and says so. */
export async function withCompass(
  folder: string,
  selection: Selection,
  say: Texts,
  to: Terminal,
  work: (compass: Compass) => number | Promise<number>,
): Promise<number> {
  const content = await loadThroughCopy(folder, selection, codeFolder);
  if (!content.ok) return refuse(faultLines(content.faults), to);
  const read = loadCare(packageFolder);
  if (!read.ok) return refuse([read.fault], to);
  const learned = content.learned() ?? learnNow(folder, content, say, to);
  if (!learned) return 1;
  const { library, lexicon, dictionary } = content;
  return await work(createCompass(library, lexicon, { tables: content.compile(), dictionary, care: read.care, learned: () => learned }));
}

/** Trains on a content folder and keeps what was learned; undefined, with every fault said, where its lines have any. */
export function learnNow(
  folder: string,
  content: Pick<ThroughCopy, 'keep' | 'dictionary'>,
  say: Texts,
  to: Terminal,
): IntentModel | undefined {
  to.complain(`${say.learning}\n`);
  const learned = learn(folder, content.dictionary);
  if (!learned.ok) {
    refuse(faultLines(learned.faults), to);
    return undefined;
  }
  content.keep(learned.model);
  return learned.model;
}

/** Where the content is wrong, and what to write there instead: a line for each fault. */
export function faultLines(faults: readonly ContentFault[]): string[] {
  return faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
