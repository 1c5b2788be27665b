/**
 * What instances know of each other, for tests without a database.
 */
import type { StoredClaims } from '../../src/teams/ports.js';

/** Claims in memory, of as many instances as share them. */
export function createClaims(): StoredClaims {
  const until = new Map<string, number>();
  return {
    async claim(key, now, leaseSeconds) {
      const lease = now.getTime() + leaseSeconds * 1000;
      const held = until.get(key) ?? 0;
      if (held > now.getTime()) return held > lease ? 'done' : 'leased';
      until.set(key, lease);
      return 'ours';
    },
    async hold(key, now, seconds) {
      until.set(key, Math.max(until.get(key) ?? 0, now.getTime() + seconds * 1000));
    },
  };
}
