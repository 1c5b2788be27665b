/**
 * What was deleted stands in SQLite's write-ahead log until that is emptied. PostgreSQL's is its own affair: its dead rows go
 * with the next vacuum, and what it archives stays as long as the operator keeps it.
 */
import { sql } from 'kysely';
import { beyond } from '../clock.js';
import type { Database } from './database.js';
import type { Db } from './tables.js';

/** Runs a task after so many milliseconds unless the returned function is called before; never keeps the process alive. */
export type Later = (ms: number, task: () => Promise<void>) => () => void;

/** Later, by the machine's timers, and beyond the deadline of whoever asks. What fails is left at that: the daily sweep does the same. */
export const byTimer: Later = (ms, task) =>
  beyond(() => {
    const timer = setTimeout(() => void task().catch(() => undefined), ms).unref();
    return () => clearTimeout(timer);
  });

/** Empties the log after something was deleted. */
export type Scrub = {
  /** Empties it now; while another process reads, that is tried again every {@link againMs} until it is done. */
  run(): Promise<void>;
  /** A port whose methods of these names empty the log when they are done. */
  after<Port extends object>(port: Port, names: readonly (keyof Port)[]): Port;
  stop(): void;
};

/** Twice within the minute that people are promised. */
export const againMs = 25_000;

type Method = (...given: never[]) => Promise<unknown>;

/** Creates it; for PostgreSQL it does nothing. */
export function createScrub({ db, kind }: Database, later: Later = byTimer): Scrub {
  if (kind === 'postgres') return { run: async () => undefined, after: (port) => port, stop: () => undefined };
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  let cancel: (() => void) | undefined;
  const empty = async () => {
    cancel?.();
    cancel = (await emptyLog(db).catch(() => false)) ? undefined : later(againMs, scrub.run);
  };
  const scrub: Scrub = {
    run() {
      // Whoever comes while one waits its turn is served by it; the one that runs may have begun too early for them.
      next ??= last = last.then(() => {
        next = undefined;
        return empty();
      });
      return next;
    },
    after(port, names) {
      const scrubbing = names.map((name) => {
        const method = port[name] as Method;
        return [name, (...given: never[]) => method(...given).then((done) => scrub.run().then(() => done))];
      });
      return { ...port, ...Object.fromEntries(scrubbing) };
    },
    stop: () => cancel?.(),
  };
  return scrub;
}

/** False while another process reads or writes: SQLite says so in its answer, which is no error. */
async function emptyLog(db: Db): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
