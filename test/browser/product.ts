/**
 * The product as a newcomer starts it: `npm start` with the playground, in a copy of the tree.
 */
import { spawn } from 'node:child_process';
import { copyTree, takePort } from '../start/tree.js';
import { startRelay } from './relay.js';

/** A running product: the address of the playground's page, and how to end it. */
export type Product = { readonly url: string; close(): Promise<void> };

/** Runs `npm start`, and resolves when it says where to try it. */
export async function startProduct(): Promise<Product> {
  const [port, pagePort] = [await freePort(), await freePort()];
  const relay = await startRelay(`http://127.0.0.1:${port}/api/messages`);
  const tree = copyTree({ linked: true });
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['start'], {
    cwd: tree.folder,
    env: { PATH, HOME, PORT: `${port}`, PLAYGROUND: 'on', PLAYGROUND_PORT: `${pagePort}`, PLAYGROUND_ENDPOINT: relay.endpoint },
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm and what it starts are one group, so that all of it can be ended.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = async () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await relay.close();
    tree.remove();
  };
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      said += String(chunk);
      const address = /Try it: +(http:\S+)/.exec(said)?.[1];
      if (address) resolve(address.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then(() => reject(new Error(`npm start ended before it was ready:\n${said}`)));
  });
  return ready.then(
    (url) => ({ url, close }),
    async (error) => {
      await close();
      throw error;
    },
  );
}

async function freePort(): Promise<number> {
  const taken = await takePort();
  await taken.free();
  return taken.port;
}
