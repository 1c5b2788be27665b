import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server that runs as a process of its own. `startMs`: from its start until it answered a request. */
export type Child = {
  readonly port: number;
  readonly startMs: number;
  /** Milliseconds of processor time it has taken since it started; not a number where the system does not tell. */
  cpuMs(): number;
  /** Ends it, politely unless told otherwise. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** What is compared: the product, the least bot there is, and the product as it was. */
export type Which = 'product' | 'echo' | 'before';

/** The service of another checkout, built: what it was before; `BENCH_BEFORE` says where it is. */
export const before = process.env['BENCH_BEFORE'];

const files = {
  product: resolve('dist/service.js'),
  echo: fileURLToPath(new URL('./echo.js', import.meta.url)),
  before: before === undefined ? '' : resolve(before),
};
const dataDir = mkdtempSync(join(tmpdir(), 'kompas-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

/**
 * Starts one in local mode; the product as `npm run build` left it, with its content and a database file that stays for the next
 * start, or as `settings` say.
 */
export async function startChild(which: Which, settings: Readonly<Record<string, string>> = {}): Promise<Child> {
  const begin = performance.now();
  const child = spawn(process.execPath, [files[which]], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'info', CONTENT_DIR: resolve('content'), DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readPort(child);
  await new Promise<void>((done, fail) => {
    request({ port, host: '127.0.0.1', path: '/livez' }, (response) => response.resume().once('end', done))
      .once('error', fail)
      .end();
  });
  const startMs = performance.now() - begin;
  const stop = (signal?: NodeJS.Signals) =>
    new Promise<void>((done) => {
      child.once('close', () => done());
      child.kill(signal);
    });
  return { port, startMs, stop, cpuMs: () => readCpuMs(child.pid) };
}

/** Linux tells in hundredths of a second (proc(5), fields 14 and 15 of `stat`). */
function readCpuMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function readPort(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    let text = '';
    child.once('close', (code) => fail(new Error(`it ended with ${code} before it listened`)));
    child.stdout?.on('data', (chunk) => {
      // Once the port is known its log is read and thrown away, or a full pipe would stop it.
      if (text === 'known') return;
      text += String(chunk);
      const [, port] = /"port":(\d+)/.exec(text) ?? [];
      if (!port) return;
      text = 'known';
      done(Number(port));
    });
  });
}
