/**
 * `npm run reseal`: seals everything with the first of REFLECTION_KEYS, so that older keys can be done without. May run
 * beside the service, and again after an interruption. `npm run reseal -- --lost ID` gives a lost key up instead.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.js';
import { audit } from '../storage/audit.js';
import { openDatabase } from '../storage/database.js';
import { isKeyId, type Keyring } from '../storage/encryption.js';
import type { Resealed } from '../storage/reseal.js';
import { countSealed } from '../storage/sealed.js';
import { giveUpKey } from '../storage/seals.js';
import { openStorage, type Storage } from '../storage/storage.js';
import { refuse, type Terminal, terminal } from './terminal/terminal.js';

const usage = `Usage: npm run reseal
       Seals all notes with the first key in REFLECTION_KEYS, and says which of the others may go.
       1. Put the new key first in REFLECTION_KEYS, keep the old ones after it, and restart every instance.
       2. npm run reseal
       3. Take out the keys that it says may leave, and restart.
   or: npm run reseal -- --lost ID
       Gives up a key that is lost for good and not in REFLECTION_KEYS: the service starts without it, and the notes
       that were sealed with it stay closed for ever, unless a copy of the key turns up before they are deleted.
       Each run leaves a line in audit.log in DATA_DIR, and on stderr.`;
const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const complain = (lines: readonly string[]) => refuse(lines, to);
  const order = parse(args);
  if (!order) return complain([usage]);
  const parsed = parseConfig(env);
  if (!parsed.ok) return complain(parsed.faults);
  const { config } = parsed;
  const settings = { ...config, dataDir: resolve(packageFolder, config.dataDir) };
  if (order.lost !== undefined) {
    const fault = await giveUp(settings, order.lost, to);
    return fault ? complain([fault]) : 0;
  }
  const opened = await openStorage({ ...settings, mode: config.credentials ? 'registered' : 'local' });
  if (!opened.ok) return complain([opened.fault]);
  try {
    const fault = await run(opened.storage, settings, to);
    return fault ? complain([fault]) : 0;
  } finally {
    await opened.storage.close();
  }
}

function parse(args: readonly string[]): { lost: string | undefined } | undefined {
  try {
    const { lost } = parseArgs({ args: [...args], options: { lost: { type: 'string' } } }).values;
    return lost === undefined || isKeyId(lost) ? { lost } : undefined;
  } catch {
    return undefined;
  }
}

async function run(storage: Storage, { dataDir, reflectionKeys }: Config, to: Terminal): Promise<string | undefined> {
  const untraced = audit(dataDir, { command: 'reseal' }, to.complain);
  if (untraced) return untraced;
  const resealed = await storage.reseal((moved) => to.complain(`${moved} texts are sealed with the first key now\n`));
  to.print(`${report(resealed, reflectionKeys).join('\n')}\n`);
  return undefined;
}

/** What was done, and for each other key whether it may go. */
export function report({ moved, unopened, left }: Resealed, keys: Keyring | undefined): string[] {
  const lines = [`Sealed anew with the first key: ${moved}.`];
  if (unopened > 0) lines.push(`Not opened by any key, and left as they are: ${unopened}.`);
  for (const { key, count } of left) {
    if (count > 0)
      lines.push(
        `The key "${key}" still seals ${count}: keep it. Restart every instance with the new key first, and run this again; what does not open then is damaged.`,
      );
    else if (!keys || keys.has(key)) lines.push(`The key "${key}" seals nothing any more: it may leave REFLECTION_KEYS.`);
  }
  if (left.length === 0) lines.push('There is no other key.');
  return lines;
}

/** Gives what is against it. */
async function giveUp(settings: Config, lost: string, to: Terminal): Promise<string | undefined> {
  if (settings.reflectionKeys?.has(lost)) return `the key "${lost}" is in REFLECTION_KEYS. Take it out there, if it is lost`;
  const opened = await openDatabase(settings);
  if (!opened.ok) return opened.fault;
  const { db, close } = opened.database;
  try {
    const count = await countSealed(db, lost);
    if (count === 0) return `nothing is sealed with a key "${lost}". Look at its name again`;
    const untraced = audit(settings.dataDir, { command: 'reseal', lost, texts: count }, to.complain);
    if (untraced) return untraced;
    await giveUpKey(db, lost);
    to.print(`The key "${lost}" is given up. What it sealed stays closed: ${count}. No other key may have its name.\n`);
    return undefined;
  } finally {
    await close();
  }
}
