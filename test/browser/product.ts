/**
 * The product as a newcomer starts it: `npm start` with the playground, in a copy of the tree.
 */
import { spawn } from 'node:child_process';
import { copyTree, run, takePort } from '../start/tree.js';
import { startRelay } from './relay.js';

/** The zone of the machine that these tests pretend to run on; the playground tells it the bot as the person's. */
export const zone = 'Europe/Copenhagen';

/** A running product: the address of the playground's page, and how to end it. */
export type Product = {
  readonly url: string;
  /** Ends the service and the playground, and starts them again on the same data. Pages must be opened anew. */
  restart(): Promise<void>;
  /** Runs `npm run nudges` beside the service, as if it were that time. */
  sendNudges(at: Date): Promise<void>;
  close(): Promise<void>;
};

/** Runs `npm start` with these settings, and resolves when it says where to try it. */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  const [port, pagePort] = [await freePort(), await freePort()];
  const relay = await startRelay(`http://127.0.0.1:${port}/api/messages`);
  const tree = await copyTree('built');
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, TZ: zone, PORT: `${port}`, ...settings };
  const shown = { PLAYGROUND: 'on', PLAYGROUND_PORT: `${pagePort}`, PLAYGROUND_ENDPOINT: relay.endpoint };
  const start = () => startService(tree.folder, { ...env, ...shown });
  const leave = async () => {
    await relay.close();
    tree.remove();
  };
  try {
    let service = await start();
    return {
      url: `http://127.0.0.1:${pagePort}`,
      async restart() {
        await service.stop();
        service = await start();
      },
      async sendNudges(at) {
        const command = run(tree.folder, ['src/commands/run.mjs', 'nudges', '--at', at.toISOString()], env);
        if ((await command.ended) !== 0) throw new Error(`npm run nudges failed:\n${command.output.stderr}`);
      },
      async close() {
        await service.stop();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

type Service = { stop(): Promise<void> };

async function startService(cwd: string, env: NodeJS.ProcessEnv): Promise<Service> {
  // npm and what it starts are one group, so that all of it can be ended.
  const child = spawn('npm', ['start'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      said += String(chunk);
      if (/Prøv den: +http/.test(said)) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then(() => reject(new Error(`npm start ended before it was ready:\n${said}`)));
  });
  return { stop };
}

async function freePort(): Promise<number> {
  const taken = await takePort();
  await taken.free();
  return taken.port;
}
