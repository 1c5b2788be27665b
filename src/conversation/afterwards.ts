/**
 * What is done after an answer: whoever wrote does not wait for it, and whatever they send next does.
 */
import { beyond, within } from '../clock.js';
import { isMemoryGone, traceError } from '../errors.js';
import type { Log } from '../log.js';
import { currentTurn, inTurn } from '../turn-id.js';

/** Tasks that are under way, in order for each person. */
export type Afterwards = {
  /** Begins a task, which may fail. Resolves at once while few are under way, else when it is done. */
  add(person: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when a person's tasks are done, whatever came of them; everybody's without one. */
  settle(person?: string): Promise<void>;
};

/** So many people's tasks are under way before an answer waits for its own: what an ending process may lose has a bound. */
const mostPeople = 500;
/** A task that takes longer is given up, in milliseconds: the person's next message waits for it. */
const taskMs = 5_000;

/** Creates it. */
export function createAfterwards(log?: Pick<Log, 'warn'>): Afterwards {
  const last = new Map<string, Promise<void>>();
  return {
    async add(person, task) {
      const before = last.get(person);
      const turn = currentTurn();
      // It outlives the turn's deadline, and is of that turn all the same.
      const done = beyond(() => inTurn(turn, () => carryOut(before, task, log))).then(() => {
        if (last.get(person) === done) last.delete(person);
      });
      last.set(person, done);
      if (last.size > mostPeople) await done;
    },
    async settle(person) {
      if (person !== undefined) return last.get(person);
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

async function carryOut(before: Promise<void> | undefined, task: () => Promise<void>, log: Pick<Log, 'warn'> | undefined): Promise<void> {
  await before;
  try {
    await within(taskMs, task);
  } catch (error) {
    const why = isMemoryGone(error) ? 'something was not remembered' : 'something could not be remembered';
    log?.warn({ error: traceError(error) }, why);
  }
}
