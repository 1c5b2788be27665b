import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtTree } from './built.js';
import { packTree } from './pack.js';

/** A copy of the package in a temporary folder, so that a test never builds or configures the tree it runs in. */
export type Tree = { readonly folder: string; remove(): void };

/** How far a copy has come: with the installed packages as a link, or built as well. */
export type Stage = 'installed' | 'built';

/** Copies the package. What was learned comes along, since learning again takes as long as all else. */
export async function copyTree(stage: Stage): Promise<Tree> {
  const folder = mkdtempSync(join(tmpdir(), 'ledelseskompas-test-'));
  packTree(folder);
  const part = stage === 'built' ? 'dist' : 'dist/.copies';
  cpSync(join(await builtTree(), part), join(folder, part), { recursive: true });
  // Its files are as old as the copy: a build that is to count must be younger.
  if (stage === 'built') writeFileSync(join(folder, 'dist/.built'), '');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A program that was started, and what it has written so far. */
export type Running = {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** Resolves when stdout has text that matches; rejects when the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string | null>;
};

const running = new Set<Running>();

/** Ends what a failed test left running, and waits until it is gone. */
export async function endAll(): Promise<void> {
  for (const { child } of running) child.kill();
  await Promise.all([...running].map(({ ended }) => ended));
}

/**
 * Starts Node in a folder, with only the environment given (and what Node needs to be found and to write); `within` may put another
 * program before it, which becomes it.
 */
export function run(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
  within: (command: readonly string[]) => readonly [string, readonly string[]] = ([program = '', ...rest]) => [program, rest],
): Running {
  const { PATH = '', HOME = '' } = process.env;
  const [first, all] = within([process.execPath, ...args]);
  const child = spawn(first, all, { cwd: folder, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += String(chunk);
  });
  const ended = new Promise<number | string | null>((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output.stdout);
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`ended without ${pattern}: ${output.stderr}`)));
      look();
    });
  const program: Running = { child, output, says, ended };
  running.add(program);
  void ended.then(() => running.delete(program));
  return program;
}

/** Takes a port on every interface, a free one unless told. */
export async function takePort(port = 0): Promise<{ readonly port: number; free(): Promise<void> }> {
  const server: Server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, () => resolve()));
  return { port: (server.address() as { port: number }).port, free: () => new Promise((resolve) => server.close(() => resolve())) };
}
