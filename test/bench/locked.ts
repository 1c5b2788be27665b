import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from '../../src/conversation/bot.js';
import { sqlite } from '../storage/stores.js';
import { openProduct } from '../support/product.js';
import { printTable, timeEach } from './measure.js';
import { listMessages } from './turns.js';

/** Holds the write lock of a file until it is ended, as a backup tool or a forgotten shell does. */
const holder = `const file = new (require('libsql'))(process.argv[1]); file.exec('begin immediate'); console.log('locked'); setInterval(() => {}, 1e6)`;
const count = 30;

/** How long a turn takes, and how long nothing else happens in the process, while another process has SQLite locked. */
export async function benchLocked(): Promise<void> {
  const place = await sqlite.create();
  const { bot, storage, close } = await openProduct(place.options);
  const rows = [await measure('free', bot, 0)];
  const other = await lock(join(place.options.dataDir, 'ledelseskompas.db'));
  const stop = new AbortController();
  const watching = storage.health.watch(stop.signal);
  while (storage.health.isUp()) await wait(20);
  rows.push(await measure('locked by another process', bot, count));
  other.kill();
  await once(other, 'close');
  while (!storage.health.isUp()) await wait(20);
  rows.push(await measure('free again', bot, 2 * count));
  stop.abort();
  await watching;
  await close();
  await place.drop();
  printTable(`A turn on SQLite, ${count} messages`, ['the file is', 'p50 ms', 'p99 ms', 'loop stands still at most, ms'], rows);
}

async function measure(name: string, bot: Bot, from: number) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const messages = listMessages(true).slice(from, from + count);
  delay.enable();
  const { p50, p99 } = await timeEach(messages, async (message) => {
    await bot(message);
    // Between two messages the process has a moment for others, as it has between two requests.
    await wait(1);
  });
  delay.disable();
  return [name, p50, p99, delay.max / 1e6];
}

async function lock(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', holder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
