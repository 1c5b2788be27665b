/**
 * `npm run reseal`: seals everything with the first of REFLECTION_KEYS, so that older keys can be done without. May run
 * beside the service, and again after an interruption. `npm run reseal -- --lost ID` gives a lost key up instead.
 */
import { parseArgs } from 'node:util';
import { audit } from '../storage/audit.js';
import { openDatabase } from '../storage/database.js';
import { isKeyId } from '../storage/encryption.js';
import { allKeys } from '../storage/keyrings.js';
import type { Resealed } from '../storage/reseal.js';
import { countSealed } from '../storage/sealed.js';
import { giveUpKey } from '../storage/seals.js';
import type { Texts } from './strings/da.js';
import { type Settings, withDatabase, withSettings, withStorage } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.reseal.usage], to);
  const { lost } = order;
  return await withSettings(env, to, (settings) => (lost === undefined ? seal(settings, say, to) : giveUp(settings, lost, say, to)));
}

function parse(args: readonly string[]): { lost: string | undefined } | undefined {
  try {
    const { lost } = parseArgs({ args: [...args], options: { lost: { type: 'string' } } }).values;
    return lost === undefined || isKeyId(lost) ? { lost } : undefined;
  } catch {
    return undefined;
  }
}

async function seal(settings: Settings, say: Texts, to: Terminal): Promise<number> {
  return await withStorage(settings, to, async (storage) => {
    const untraced = audit(settings.dataDir, { command: 'reseal' }, to.complain);
    if (untraced) return refuse([untraced], to);
    const resealed = await storage.reseal((moved) => to.complain(`${say.reseal.progress(moved)}\n`));
    return tell(report(resealed, settings, say), to);
  });
}

/** What was done, and for each other key whether it may go. */
function report({ moved, unopened, left }: Resealed, settings: Settings, say: Texts): string[] {
  const isGiven = (key: string) => !settings.reflectionKeys || isAmong(settings, key);
  const lines = [say.reseal.moved(moved)];
  if (unopened > 0) lines.push(say.reseal.unopened(unopened));
  for (const { key, count } of left) {
    if (count > 0) lines.push(say.reseal.keep(key, count));
    else if (isGiven(key)) lines.push(say.reseal.mayLeave(key));
  }
  if (left.length === 0) lines.push(say.reseal.noOther);
  return lines;
}

function isAmong({ reflectionKeys = new Map(), tenantKeys = new Map() }: Settings, key: string): boolean {
  return allKeys({ common: reflectionKeys, byTenant: tenantKeys }).has(key);
}

async function giveUp(settings: Settings, lost: string, say: Texts, to: Terminal): Promise<number> {
  if (isAmong(settings, lost)) return refuse([say.reseal.isThere(lost)], to);
  return await withDatabase(openDatabase(settings), to, async ({ db }) => {
    const count = await countSealed(db, lost);
    if (count === 0) return refuse([say.reseal.nothingSealed(lost)], to);
    const untraced = audit(settings.dataDir, { command: 'reseal', lost, texts: count }, to.complain);
    if (untraced) return refuse([untraced], to);
    await giveUpKey(db, lost);
    return tell([say.reseal.givenUp(lost, count)], to);
  });
}
