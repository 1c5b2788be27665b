import type { Recipient } from '../conversation/person.js';

/** How nudges of a pass ended; `waiting` ones are left for the next pass, `would-send` is what a dry run found. */
export type CountState = 'sent' | 'skipped' | 'failed' | 'unknown' | 'waiting' | 'would-send';

/** One line: how many nudges of people and of shared conversations ended so, and why. */
export type CountLine = {
  readonly state: CountState;
  readonly reason: string | undefined;
  readonly people: number;
  readonly conversations: number;
};

/** Counts how nudges end. */
export type Counts = {
  add(state: CountState, reason: string | undefined, kind: Recipient['kind'], count?: number): void;
  /** In the order sent, skipped, failed, unknown, waiting; only what there is. */
  lines(): readonly CountLine[];
};

const order: readonly CountState[] = ['would-send', 'sent', 'skipped', 'failed', 'unknown', 'waiting'];

/** Creates empty counts. */
export function createCounts(): Counts {
  const lines = new Map<string, CountLine>();
  return {
    add(state, reason, kind, count = 1) {
      if (count === 0) return;
      const key = `${state} ${reason ?? ''}`;
      const { people, conversations } = lines.get(key) ?? { people: 0, conversations: 0 };
      const isPerson = kind === 'person';
      lines.set(key, { state, reason, people: people + (isPerson ? count : 0), conversations: conversations + (isPerson ? 0 : count) });
    },
    lines: () =>
      [...lines.values()].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || compare(one.reason, other.reason)),
  };
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : Number(one > other);
}
