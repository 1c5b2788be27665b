/**
 * What the channel needs of the place where things are stored.
 */

/**
 * Whose something is: `ours` from now on; `leased` to somebody who is at it, or died while they were; `done`, or as good as.
 */
export type Claimed = 'ours' | 'leased' | 'done';

/** Remembers, for all instances on one database, what was taken care of. */
export type StoredClaims = {
  /** Claims a key for `leaseSeconds` from `now`. A lease that ran out is anybody's again; what is held for longer is done. */
  claim(key: string, now: Date, leaseSeconds: number): Promise<Claimed>;
  /** Holds a claimed key for `seconds` from `now`: a little while it is being done, and for long once it is. */
  hold(key: string, now: Date, seconds: number): Promise<void>;
};

/** Counts what people do, for all instances on one database. */
export type StoredPaces = {
  /**
   * Takes `costMs` of a caller's minute, which fills up as time passes. False when less than that is left of it: then nothing
   * is taken.
   */
  spend(caller: string, costMs: number, now: Date): Promise<boolean>;
};
