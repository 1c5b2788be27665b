import { beyond } from '../clock.js';

/** Gathers what comes thick and fast. */
export type Gatherer<T> = {
  /**
   * Asks for a run for a key; several within the pause are one run, which sees the last state. Resolves with what that run gave;
   * undefined when it failed. It may be waited for or not, and outlives whoever asked.
   */
  ask(key: string): Promise<T | undefined>;
  /** Resolves when nothing is left to run. */
  quiet(): Promise<void>;
};

/** What gathering needs: `run` is never called twice at once for a key, and its errors are its own to note. */
export type GathererParts<T> = {
  readonly pauseMs: number;
  readonly run: (key: string) => Promise<T>;
  readonly sleep: (ms: number) => Promise<void>;
};

/** Creates it: the first run comes at once, the next one after the pause. */
export function createGatherer<T>({ pauseMs, run, sleep }: GathererParts<T>): Gatherer<T> {
  const wanted = new Map<string, ((outcome: T | undefined) => void)[]>();
  const running = new Map<string, Promise<void>>();
  const work = async (key: string) => {
    for (let asked = wanted.get(key); asked; asked = wanted.get(key)) {
      wanted.delete(key);
      const outcome = await run(key).catch(() => undefined);
      for (const tell of asked) tell(outcome);
      await sleep(pauseMs);
    }
    running.delete(key);
  };
  return {
    ask(key) {
      const outcome = new Promise<T | undefined>((tell) => wanted.set(key, [...(wanted.get(key) ?? []), tell]));
      // The deadline of the first who asks is not that of the others, and the card is to be right after all of them.
      if (!running.has(key))
        running.set(
          key,
          beyond(() => work(key)),
        );
      return outcome;
    },
    async quiet() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
