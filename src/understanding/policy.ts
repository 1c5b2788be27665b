/**
 * Every number that decides what is done with a likelihood, and how likelihoods are learned.
 *
 * Chosen on predictions cross-validated over 34 writers in five folds (4,458 messages, 975 of them later turns of a
 * conversation; `npm run check-content -- --said` makes the table anew):
 *
 *     refuse   good questions refused   out of scope refused
 *     0.30     2.1 %                    88.5 %
 *     0.40     1.5 %                    86.4 %
 *     0.50     1.1 %                    84.6 %
 *
 *     act      done     right when done   right one among the two offered
 *     0.35     98.5 %   87.2 %            49 %
 *     0.45     96.3 %   88.5 %            56 %
 *     0.55     91.8 %   90.3 %            68 %
 *
 * At most 1.5 % of good questions may be refused; two readings are offered where the right one is among them more often
 * than not.
 */

/** How the model is fitted: the plain setting of the learner; others of its numbers changed less than writers differ. */
export const training = { epochs: 12, rate: 0.25, biasRate: 0.1, decay: 2e-5, leastExamples: 2, seed: 1 } as const;

/** When to act, when to offer, when to say no. */
export const policy = {
  /** An honest no from this likelihood of being out of scope on. */
  refuse: 0.4,
  /** What is wanted is done from this likelihood on; below, it is offered beside the second likeliest. */
  act: 0.45,
  /** What is less likely is not offered. */
  offer: 0.15,
  /** Phrases of injection and rudeness count where a message is at least so likely to be out of scope: "fra nu af" begins many a plain wish. */
  veto: 0.1,
} as const;
