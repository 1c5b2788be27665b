import { LRUCache } from 'lru-cache';

/** What this instance has taken in: true the first time within `seconds` of `now`. */
export type TakenIn = (key: string, now: Date, seconds: number) => boolean;

/**
 * Remembers in memory, at most `limit` (the oldest go first): enough for ten minutes at 16 messages a second, some 2 MB.
 */
export function createTakenIn(limit = 10_000): TakenIn {
  const until = new LRUCache<string, number>({ max: limit });
  return (key, now, seconds) => {
    const held = until.peek(key);
    if (held !== undefined && held > now.getTime()) return false;
    until.set(key, now.getTime() + seconds * 1000);
    return true;
  };
}
