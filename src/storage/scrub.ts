/**
 * What was deleted stands in SQLite's write-ahead log until that is emptied. PostgreSQL's is its own affair: its dead rows go
 * with the next vacuum, and what it archives stays as long as the operator keeps it.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** Runs a task after so many milliseconds unless the returned function is called before; never keeps the process alive. */
export type Later = (ms: number, task: () => Promise<void>) => () => void;

/** Later, by the machine's timers. What fails then is left at that: each task is tried again by the daily sweep. */
export const byTimer: Later = (ms, task) => {
  const timer = setTimeout(() => void task().catch(() => undefined), ms).unref();
  return () => clearTimeout(timer);
};

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

/** False while another connection reads or writes: it is not waited for, since the whole process would wait. */
async function emptyLog(db: Kysely<Tables>): Promise<boolean> {
  return db.connection().execute(async (one) => {
    const { rows: waits } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(one);
    await sql`pragma busy_timeout = 0`.execute(one);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(one);
      return rows[0]?.busy === 0;
    } finally {
      await sql.raw(`pragma busy_timeout = ${Number(waits[0]?.timeout ?? 0)}`).execute(one);
    }
  });
}
