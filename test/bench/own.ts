import { parseConfig } from '../../src/config.js';
import { type AssembledConversation, assembleConversation } from '../../src/conversation/assemble.js';
import { createLog } from '../../src/log.js';
import { createNudging } from '../../src/nudges/assemble.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { keysOf } from '../storage/stores.js';
import { loadOwn } from './search.js';

/** The bot with its own content on a database; it sends nothing. */
export function createOwn(database: Database): AssembledConversation {
  const parsed = parseConfig({});
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  const { config } = parsed;
  const content = loadOwn();
  const storage = createStorage(database, keysOf('k1'));
  const log = createLog('silent');
  const messenger = { send: async () => ({ kind: 'sent' as const }) };
  const { plans } = createNudging({ config, storage, library: content.library, messenger, clock: () => new Date(), log });
  return assembleConversation({ config, content, storage, plans, random: () => 0, log });
}
