import { LRUCache } from 'lru-cache';

/**
 * Remembers what was already taken care of. The memory below forgets at a restart; a database can stand behind the
 * same type.
 */
export type Claims = {
  /** Claims a key for `seconds` from `now`. False when someone holds it: then the thing is done or being done. */
  claim(key: string, now: Date, seconds: number): Promise<boolean>;
};

/**
 * Creates claims in memory, at most `limit` (the oldest go first): enough for ten minutes at 16 messages a second,
 * some 2 MB.
 */
export function createClaims(limit = 10_000): Claims {
  const until = new LRUCache<string, number>({ max: limit });
  return {
    async claim(key, now, seconds) {
      const held = until.peek(key);
      if (held !== undefined && held > now.getTime()) return false;
      until.set(key, now.getTime() + seconds * 1000);
      return true;
    },
  };
}
