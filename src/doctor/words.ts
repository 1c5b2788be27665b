/**
 * What findings are called in words; the words themselves stand in `strings/`.
 */
import type { Common, LookId, Outcomes, Verdict } from './outcomes.js';

/** A finding in words: what is so, what to do about it in one line, and what belongs to it, a line each. */
export type Said = { readonly text: string; readonly remedy?: string; readonly details?: readonly string[] };

/** How many findings there are of each verdict, and which are bad. */
export type Summed = {
  readonly fails: readonly string[];
  readonly warnings: readonly string[];
  readonly ok: number;
  readonly notAsked: number;
};

/** The words of a language. A look, or an outcome, without its words does not compile. */
export type Words = {
  readonly usage: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly titles: Readonly<Record<LookId, string>>;
  /** The first line: monitoring systems show no more. */
  readonly summary: (summed: Summed) => string;
  readonly looks: { readonly [Look in LookId]: { readonly [Outcome in keyof Outcomes[Look]]: (facts: Outcomes[Look][Outcome]) => Said } };
  readonly common: {
    /** One line for all that depends on the same look. */
    readonly blocked: (title: string, others: readonly string[]) => Said;
    readonly late: (facts: Common['late']) => Said;
    readonly broken: (facts: Common['broken']) => Said;
  };
  /** What is said when a copy was noted, and when it could not be. */
  readonly backedUp: { readonly noted: (at: Date) => string; readonly notNoted: string };
};
