import { Writable } from 'node:stream';
import { parseConfig } from '../../src/config.js';
import { assembleConversation } from '../../src/conversation/assemble.js';
import { createLog } from '../../src/log.js';
import { createNudging } from '../../src/nudges/assemble.js';
import { createServer } from '../../src/server.js';
import { loadContent } from '../../src/storage/content-files.js';
import { openStorage } from '../../src/storage/storage.js';
import { createAdapter } from '../../src/teams/adapter.js';
import type { Policy } from '../../src/teams/guard.js';
import { createReceiver } from '../../src/teams/messages.js';
import { createMessenger } from '../../src/teams/messenger.js';
import { createRememberReference } from '../../src/teams/references.js';
import { createRooms } from '../../src/teams/room.js';
import { createRememberTalks } from '../../src/teams/talks.js';

/** The product in local mode, put together as `main.ts` does. */
export type Product = { readonly url: string; readonly errors: string[]; stop(): Promise<void> };

const clock = () => new Date();

/** Starts it on a free port with its database in `dataDir`; `errors` collects what it logs from level error on. */
export async function startProduct(dataDir: string): Promise<Product> {
  const errors: string[] = [];
  const write = (line: unknown, _encoding: string, done: () => void) => {
    errors.push(String(line));
    done();
  };
  const log = createLog('error', new Writable({ write }));
  const parsed = parseConfig({ PUBLIC_URL: 'https://kompas.example' });
  const content = loadContent('content');
  const opened = await openStorage({ dataDir });
  if (!parsed.ok || !content.ok || !opened.ok) throw new Error('the product does not start');
  const [{ config }, { storage }] = [parsed, opened];
  const policy: Policy = { local: true, allowedTenants: [], allowedServiceHosts: [] };
  const adapter = createAdapter({ ...config, isAllowed: () => true });
  const messenger = createMessenger({ adapter, appId: '' });
  const nudging = createNudging({ config, storage, library: content.library, messenger, clock, log });
  const rooms = createRooms({ adapter, appId: '', log });
  const { bot, sorry, invokes, compass } = assembleConversation({
    config,
    content,
    storage,
    plans: nudging.plans,
    rooms,
    random: () => 0,
    log,
  });
  compass.prepare();
  const remember = createRememberTalks(storage.talks, createRememberReference(storage.addresses));
  const receive = createReceiver({ adapter, bot, sorry, invokes, policy, claims: storage.claims, remember, clock, log });
  const server = createServer({ receive, local: true, log });
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    errors,
    async stop() {
      await Promise.all([server.stop(2_000), nudging.stop(2_000)]);
      await storage.close();
    },
  };
}
