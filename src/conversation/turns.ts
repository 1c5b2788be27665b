/**
 * What is kept of a conversation from one turn to the next, and the memory of it for those about whom nothing is stored.
 */

import type { Language } from '../answers/asker.js';
import type { Context } from '../questions/follow-up.js';
import type { Conversation, Person } from './incoming.js';

/** What is remembered when a person writes. */
export type Recall = {
  /** The last question, for ten minutes, so that follow-ups are understood. */
  readonly context: Context | undefined;
  /** The language it was answered in: that of a message with no telling word ("stop", "skift rolle"). */
  readonly language: Language | undefined;
  /** Ids of prompts shown lately, newest first. */
  readonly seen: readonly string[];
};

/** A question that was understood, and the language it was answered in. */
export type Turn = { readonly context: Context; readonly language: Language };

/** Remembers turns. A question is forgotten after ten minutes. */
export type Turns = {
  load(person: Person, conversation: Conversation, now: Date): Promise<Recall>;
  /** Remembers a question that was understood; ends a row of those that were not. */
  save(person: Person, conversation: Conversation, turn: Turn, now: Date): Promise<void>;
  /** Counts a message that was not understood, and gives how many there were in a row. */
  miss(person: Person, conversation: Conversation, now: Date): Promise<number>;
  /** Notes a prompt that is shown now. */
  shown(person: Person, conversation: Conversation, prompt: string, now: Date): Promise<void>;
  /** True the first time a conversation is greeted since the bot was added to it. */
  greet(person: Person, conversation: Conversation, now: Date): Promise<boolean>;
  /** Forgets that a conversation was greeted: the bot was taken out of it. */
  leave(person: Person, conversation: Conversation): Promise<void>;
};

/** How long a turn is remembered, in milliseconds. */
const MEMORY = 10 * 60_000;
/** How many turns are kept; the oldest go first. */
const MOST = 5_000;
/** So many prompts are not shown again soon. */
const SEEN = 50;

type Kept = Recall & { readonly misses: number };

const nothing: Kept = { context: undefined, language: undefined, seen: [], misses: 0 };

/** Creates a memory of turns that never holds more than {@link MOST}, and is gone at a restart. */
export function createTurns(): Turns {
  const turns = new Map<string, Kept & { readonly until: number }>();
  const greeted = new Map<string, true>();
  const find = (key: string, now: Date): Kept => {
    const kept = turns.get(key);
    return kept && kept.until > now.getTime() ? kept : nothing;
  };
  const change = (person: Person, conversation: Conversation, now: Date, to: (before: Kept) => Kept): Kept => {
    const key = keyOf(person, conversation);
    const after = to(find(key, now));
    for (const [each, { until }] of turns) if (until <= now.getTime()) turns.delete(each);
    keep(turns, key, { ...after, until: now.getTime() + MEMORY });
    return after;
  };
  return {
    load: async (person, conversation, now) => find(keyOf(person, conversation), now),
    save: async (person, conversation, turn, now) => {
      change(person, conversation, now, (before) => ({ ...before, ...turn, misses: 0 }));
    },
    miss: async (person, conversation, now) =>
      change(person, conversation, now, (before) => ({ ...before, misses: before.misses + 1 })).misses,
    shown: async (person, conversation, prompt, now) => {
      change(person, conversation, now, (before) => ({ ...before, seen: [prompt, ...before.seen].slice(0, SEEN) }));
    },
    greet: async (_, conversation) => {
      const first = !greeted.has(conversation.id);
      keep(greeted, conversation.id, true);
      return first;
    },
    leave: async (_, conversation) => {
      greeted.delete(conversation.id);
    },
  };
}

/** Puts an entry last and drops the first ones beyond the limit. */
function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST) return;
    map.delete(oldest);
  }
}

function keyOf(person: Person, conversation: Conversation): string {
  return JSON.stringify([person.tenant, person.entraId ?? person.channelId, conversation.id]);
}
