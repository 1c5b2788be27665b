import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server that runs as a process of its own. `startMs`: from its start until it answered a request. */
export type Child = { readonly port: number; readonly startMs: number; stop(): Promise<void> };

/** The two that are compared. */
export type Which = 'product' | 'echo';

const files = { product: resolve('dist/service.js'), echo: fileURLToPath(new URL('./echo.js', import.meta.url)) };
const dataDir = mkdtempSync(join(tmpdir(), 'kompas-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

/** Starts one in local mode; the product as `npm run build` left it, with its content and a database file that stays for the next start. */
export async function startChild(which: Which): Promise<Child> {
  const begin = performance.now();
  const child = spawn(process.execPath, [files[which]], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'info', CONTENT_DIR: resolve('content'), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readPort(child);
  await new Promise<void>((done, fail) => {
    request({ port, host: '127.0.0.1', path: '/livez' }, (response) => response.resume().once('end', done))
      .once('error', fail)
      .end();
  });
  const startMs = performance.now() - begin;
  const stop = () =>
    new Promise<void>((done) => {
      child.once('close', () => done());
      child.kill();
    });
  return { port, startMs, stop };
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
