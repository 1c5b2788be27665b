/**
 * Turns kept in memory: enough for one instance, forgotten at a restart.
 */
import type { Conversation, Person, Turn, Turns } from './bot.js';

/** How long a turn is remembered, in milliseconds. */
const MEMORY = 10 * 60_000;
/** How many turns are kept; the oldest go first. */
const MOST = 5_000;

/** Creates a memory of turns that never holds more than {@link MOST}. */
export function createTurns(): Turns {
  const turns = new Map<string, { turn: Turn; until: number }>();
  const greeted = new Map<string, true>();
  return {
    load: async (person, conversation, now) => {
      const kept = turns.get(keyOf(person, conversation));
      return kept && kept.until > now.getTime() ? kept.turn : undefined;
    },
    save: async (person, conversation, turn, now) => {
      keep(turns, keyOf(person, conversation), { turn, until: now.getTime() + MEMORY });
    },
    greet: async (conversation) => {
      const first = !greeted.has(conversation.id);
      keep(greeted, conversation.id, true);
      return first;
    },
    leave: async (conversation) => {
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
