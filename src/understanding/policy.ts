/**
 * Every number that decides what is done with a likelihood, and how likelihoods are learned.
 *
 * Chosen on predictions cross-validated over 51 writers in five folds (6,503 messages, later turns of conversations among
 * them; `npm run check-content -- --said` makes the table anew):
 *
 *     refuse   good questions refused   out of scope refused
 *     0.30     2.6 %                    89.1 %
 *     0.40     1.9 %                    88.0 %
 *     0.50     1.6 %                    85.7 %
 *
 *     act      done     right when done   right one among the two offered
 *     0.35     98.8 %   89.0 %            56 %
 *     0.45     96.7 %   90.0 %            63 %
 *     0.55     93.3 %   91.5 %            73 %
 *
 * At 0.4 about one in fifty good questions is refused, and seven of eight of those that are none of ours. Two readings are
 * offered where the right one is among them more often than not.
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
