/**
 * Calls that come while another is under way go together in the next: the busier, the larger the batches, and nobody waits
 * for a timer.
 */
import { beyond } from '../clock.js';

/**
 * How many go together at most, and how many batches may be under way at once. An eager one begins its next whenever it may,
 * others only when there is a whole batch for it.
 */
export type BatchSize = { readonly most: number; readonly atOnce: number; readonly eager?: boolean };

/** Makes single calls of a call for many. `run` gives a result for each item, in their order; what it throws, all its callers get. */
export function createBatcher<Item, Result>(
  { most, atOnce, eager = false }: BatchSize,
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Call<Item, Result>[] = [];
  let running = 0;
  const runAll = async () => {
    while (waiting.length > 0) await runBatch(waiting.splice(0, most), run);
    running -= 1;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running >= atOnce || (!eager && running > 0 && waiting.length < most)) return;
      running += 1;
      // Shared work is nobody's own deadline's; and whatever arrived in the same moment comes along.
      setImmediate(() => beyond(runAll));
    });
}

type Call<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

async function runBatch<Item, Result>(
  calls: readonly Call<Item, Result>[],
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await run(calls.map(({ item }) => item));
    for (const [at, { resolve }] of calls.entries()) resolve(results[at] as Result);
  } catch (error) {
    for (const { reject } of calls) reject(error);
  }
}
