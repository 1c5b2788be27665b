/** Gathers what comes thick and fast. */
export type Gatherer = {
  /** Asks for a run for a key; several within the pause are one run, which sees the last state. */
  ask(key: string): void;
  /** Resolves when nothing is left to run. */
  quiet(): Promise<void>;
};

/** What gathering needs: `run` is never called twice at once for a key, and its errors are its own to note. */
export type GathererParts = {
  readonly pauseMs: number;
  readonly run: (key: string) => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
};

/** Creates it: the first run comes at once, the next one after the pause. */
export function createGatherer({ pauseMs, run, sleep }: GathererParts): Gatherer {
  const wanted = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const work = async (key: string) => {
    while (wanted.delete(key)) {
      await run(key).catch(() => undefined);
      await sleep(pauseMs);
    }
    running.delete(key);
  };
  return {
    ask(key) {
      wanted.add(key);
      if (!running.has(key)) running.set(key, work(key));
    },
    async quiet() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
