/**
 * The built service as a process of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Settings by name, as in `.env.example`. */
export type Settings = Readonly<Record<string, string>>;

/** How it is started. */
export type Start = {
  /** The package's folder: where `dist/` and `content/` are. */
  readonly folder: string;
  readonly settings: Settings;
  /** What the service's clock says at the start; the machine's own time unless told. */
  readonly clock?: string | undefined;
  /** Port of the machine's own login host. */
  readonly login?: number | undefined;
  /** Most blocks of 512 bytes that a file of its may have, as on a disk that is full. */
  readonly fileBlocks?: number | undefined;
};

/** A line of its log. */
export type LogLine = { readonly level: number; readonly msg: string; readonly [key: string]: unknown };

/** How it ended, and how many milliseconds after it was told to; `code` is the exit code or the signal's name. */
export type End = { readonly code: number | string; readonly ms: number };

/** A started service. */
export type Service = {
  /** 0 until it listens. */
  readonly port: number;
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** Resolves with the exit code or the signal's name. */
  readonly ended: Promise<number | string>;
  isGone(): boolean;
  log(): readonly LogLine[];
  /** Resolves with true when it listens, with false when it ended instead. */
  readonly listens: Promise<boolean>;
  /** SIGTERM; kills it when it is not gone after `mostMs`. */
  stop(mostMs?: number): Promise<End>;
  kill(): Promise<void>;
  /** Moves the clocks: `wall` is what says the date, `steady` what only goes forward. In milliseconds. */
  shift(by: { readonly wall?: number; readonly steady?: number }): Promise<void>;
  /** The longest time in milliseconds that the event loop stood still while something was done. */
  watchLoop(task: () => Promise<unknown>): Promise<number>;
};

/** Long enough to see a process that does not end by itself, short enough to wait for. */
const patienceMs = 10_000;

/** Starts it with only the settings given, and what Node needs to be found. */
export function startService(start: Start): Service {
  const child = launch(start);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk) => {
      output[name] += String(chunk);
    });
  let port = 0;
  let gone = false;
  const ended = new Promise<number | string>((done) => child.once('close', (code, signal) => done(code ?? signal ?? 'unknown')));
  void ended.then(() => {
    gone = true;
  });
  const listens = new Promise<boolean>((done) => {
    void ended.then(() => done(false));
    child.stdout?.on('data', () => {
      const [, found] = /"port":(\d+)[^\n]*"listening"/.exec(output.stdout) ?? [];
      if (found) port = Number(found);
      if (found) done(true);
    });
  });
  const ask = createAsk(child);
  const service: Service = {
    get port() {
      return port;
    },
    child,
    output,
    ended,
    listens,
    isGone: () => gone,
    log: () => readLog(output.stdout),
    stop: (mostMs = patienceMs) => stop(service, mostMs),
    async kill() {
      if (!gone) child.kill('SIGKILL');
      await ended;
    },
    shift: async (by) => void (await ask({ ask: 'shift', ...by })),
    async watchLoop(task) {
      await ask({ ask: 'watch' });
      await task();
      return (await ask({ ask: 'read' })).longestMs;
    },
  };
  return service;
}

function launch({ folder, settings, clock = '', login, fileBlocks }: Start): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, PORT: '0', HARDENING_CLOCK: clock, HARDENING_LOGIN: login === undefined ? '' : String(login), ...settings };
  const args = ['--import', resolve('test/hardening/preload.mjs'), 'dist/service.js'];
  const options = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'] };
  if (fileBlocks === undefined) return spawn(process.execPath, args, options);
  // Without the signal a write past the limit is an error, as it is on a full disk.
  return spawn('sh', ['-c', `trap '' XFSZ; ulimit -f ${fileBlocks}; exec "$0" "$@"`, process.execPath, ...args], options);
}

async function stop(service: Service, mostMs: number): Promise<End> {
  const begin = performance.now();
  service.child.kill('SIGTERM');
  const late = new AbortController();
  const code = await Promise.race([
    service.ended,
    wait(mostMs, undefined, { signal: late.signal }).then(
      () => undefined,
      () => undefined,
    ),
  ]);
  late.abort();
  const ms = Math.round(performance.now() - begin);
  if (code !== undefined) return { code, ms };
  await service.kill();
  return { code: 'never', ms };
}

type Told = { readonly id: number; readonly longestMs: number };

/** Puts questions to the part that was loaded before the service's own code. */
function createAsk(child: ChildProcess): (question: object) => Promise<Told> {
  let last = 0;
  return (question) =>
    new Promise((done, fail) => {
      const id = ++last;
      const listen = (told: Told) => {
        if (told.id !== id) return;
        child.off('message', listen);
        done(told);
      };
      child.on('message', listen);
      child.once('close', () => fail(new Error('the service ended before it answered')));
      child.send({ id, ...question }, (error) => error && fail(error));
    });
}

function readLog(text: string): LogLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as LogLine] : [];
    } catch {
      return [];
    }
  });
}
