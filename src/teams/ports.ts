/**
 * What the channel needs of the place where things are stored.
 */

/**
 * Remembers what was already taken care of, for all instances on one database. Fits the claims of `teams/duplicates.ts`.
 */
export type StoredClaims = {
  /** Claims a key for `seconds` from `now`. False when someone holds it: then the thing is done or being done. */
  claim(key: string, now: Date, seconds: number): Promise<boolean>;
};
