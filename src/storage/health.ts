/**
 * Whether the database answers. While it does not, nobody waits for it: a message is answered without what is remembered,
 * at once and not after a time-out.
 */
import { TimeOver, within } from '../clock.js';
import { MemoryGone, traceError } from '../errors.js';
import type { Log } from '../log.js';

/** The database as it was found at the last looks. */
export type Health = {
  /** False after two failed looks in a row, until one succeeds. True for those who never watch. */
  isUp(): boolean;
  /** What the last failed look was told, as the driver's code (`timeout`: nothing in time); undefined where the last look went well. */
  trouble(): string | undefined;
  /** A call failed: the next look comes at once. */
  suspect(): void;
  /** Looks again and again until `signal` stops it. */
  watch(signal: AbortSignal): Promise<void>;
};

/** What looking needs. */
export type HealthParts = {
  /** One small thing that only a healthy database can do; `isSuspect` after a failed call. */
  readonly look: (isSuspect: boolean) => Promise<unknown>;
  readonly log?: Pick<Log, 'info' | 'error'> | undefined;
  /** Waits so many milliseconds, or until the signal. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/** A look that takes longer has failed: whoever writes would wait as long for each of several calls. */
const lookMs = 2_000;
const pauseMs = { well: 5_000, suspect: 500 };
const mostMisses = 2;

/** Creates it, well until looked at. */
export function createHealth({ look, log, sleep }: HealthParts): Health {
  let misses = 0;
  let trouble: string | undefined;
  let isSuspect = false;
  let pause = new AbortController();
  const isUp = () => misses < mostMisses;
  const lookOnce = async () => {
    const wasSuspect = isSuspect || misses > 0;
    isSuspect = false;
    try {
      await within(lookMs, async () => look(wasSuspect));
      if (!isUp()) log?.info('the database answers again');
      misses = 0;
      trouble = undefined;
    } catch (error) {
      misses += 1;
      trouble = codeOf(error) || 'connection';
      if (misses === mostMisses)
        log?.error({ error: traceError(error) }, 'the database does not answer: nothing is remembered or looked up');
    }
  };
  return {
    isUp,
    trouble: () => trouble,
    suspect() {
      isSuspect = true;
      pause.abort();
    },
    async watch(signal) {
      while (!signal.aborted) {
        await lookOnce();
        pause = new AbortController();
        const calm = !isSuspect && misses === 0;
        await sleep(calm ? pauseMs.well : pauseMs.suspect, calm ? AbortSignal.any([signal, pause.signal]) : signal);
      }
    },
  };
}

/** A failed call as what it means: {@link MemoryGone} where the database is the trouble, else the error as it is. */
export function toFailure(error: unknown, isGone: (code: string) => boolean, health: Pick<Health, 'suspect'>): unknown {
  if (error instanceof MemoryGone) return error;
  const code = codeOf(error);
  if (!(error instanceof TimeOver) && !isGone(code)) return error;
  health.suspect();
  return new MemoryGone(code || 'connection');
}

function codeOf(error: unknown): string {
  return error instanceof TimeOver ? 'timeout' : String(traceError(error).code ?? '');
}
