import { createServer } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import type { DatabaseOptions } from '../../src/storage/database.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { createReceiver } from '../../src/teams/messages.js';
import { createMessenger } from '../../src/teams/messenger.js';
import { createRooms } from '../../src/teams/room.js';
import { openProduct, type Product, readConfig } from '../support/product.js';

/** The product behind its own door, in local mode. */
export type Served = {
  readonly product: Product;
  readonly url: string;
  /** What it logs from level error on. */
  readonly errors: string[];
  post(activity: Readonly<Record<string, unknown>>): Promise<{ readonly status: number; readonly text: string }>;
  stop(): Promise<void>;
};

/** Serves it on a free port, as `main.ts` does; `clock` is the door's own, and the product's unless told; `more` are settings. */
export async function serveProduct(
  place: DatabaseOptions,
  clock?: () => Date,
  more: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const errors: string[] = [];
  const log = createLog('error', { write: (line) => void errors.push(line) });
  const settings = { PUBLIC_URL: 'https://kompas.example', ...more };
  const adapter = createAdapter({ ...readConfig(settings), isAllowed: () => true });
  const channel = { adapter, appId: '', log };
  const outside = { messenger: createMessenger(channel), ...createRooms(channel) };
  const product = await openProduct(place, { settings, outside, log });
  const { quickBot: bot, sorry, invokes, noteSent, storage } = product;
  product.compass.prepare();
  const policy = { local: true, isOurs: () => false, allowedServiceHosts: [] };
  const parts = { adapter, bot, sorry, invokes, noteSent, policy, claims: storage.claims, clock: clock ?? (() => product.now), log };
  const server = createServer({ receive: createReceiver(parts), local: true, log });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    product,
    url,
    errors,
    async post(activity) {
      const init = { method: 'POST', body: JSON.stringify(activity), headers: { 'content-type': 'application/json' } };
      const response = await fetch(`${url}/api/messages`, init);
      return { status: response.status, text: await response.text() };
    },
    async stop() {
      await Promise.all([server.stop(2_000), product.nudging.stop(2_000)]);
      await product.settle();
      await product.close();
    },
  };
}
