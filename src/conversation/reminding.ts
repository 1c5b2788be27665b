import type { Due } from '../nudges/rules/cadence.js';
import type { NudgePlan } from '../nudges/rules/plan.js';
import type { PersonKey, Recipient } from './person.js';

/** Who made a shared conversation's plan, and what they were called then. */
export type Maker = { readonly person: PersonKey; readonly name?: string | undefined };

/** A plan and whose it is. `nextAt` is the next time to look at it; undefined when there is none. */
export type PlanOf = { readonly recipient: Recipient; readonly plan: NudgePlan; readonly nextAt: Date | undefined };

/** A plan and the next nudge it will send: the instant and the local date. Undefined when it is off or none is within 400 days. */
export type PlanView = { readonly plan: NudgePlan; readonly next: Due | undefined; readonly maker?: Maker | undefined };

/** A plan as it was just looked up, undefined where there is none: whoever has it need not look again. */
export type KnownPlan = { readonly of: PlanOf | undefined };

/** The plan that a message from its recipient found; `again` where it was turned on again by it, `known` where it stands as found. */
export type Woken = { readonly plan: NudgePlan | undefined; readonly again?: PlanView | undefined; readonly known?: KnownPlan };
