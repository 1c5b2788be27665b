/**
 * Which turn something is done for: a word that the log's lines of that turn and the card that says "it went wrong" have in
 * common. It is made up, and says nothing of who or what.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Nothing that is taken for something else, read on a screen or read out: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B; no word. */
const alphabet = '34679CDFGHJKMNPQRTVWXY';

/** With so many there are five million: of fifty thousand turns a day one in a hundred has another's word. */
const length = 5;

const running = new AsyncLocalStorage<string | undefined>();

/** Makes the words; `random` gives a whole number from 0 up to but not including `n`. */
export function createTurnIds(random: (n: number) => number): () => string {
  return () => Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
}

/** Runs a task for a turn; with undefined, for no turn: what several share is nobody's own. */
export function inTurn<T>(id: string | undefined, task: () => T): T {
  return running.run(id, task);
}

/** The turn that this is called for, however deep; undefined outside of one. */
export function currentTurn(): string | undefined {
  return running.getStore();
}
