import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes of the heap that are in use once everything that can be freed is. */
export async function measureHeap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect();
    // Sockets and finalisers let go of what they hold between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed / 1_048_576;
}
