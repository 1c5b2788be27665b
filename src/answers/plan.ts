/**
 * What the bot says about daily questions, and the daily question itself, as data.
 */
import type { Framework, Role, Statement, Theme } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { Weekday } from '../language/times/words.js';
import type { Due } from '../nudges/rules/cadence.js';
import type { NudgePlan } from '../nudges/rules/plan.js';
import type { PlainQuestion } from '../understanding/question.js';

/** A plan as it is shown: what it will do next, seen from `today` (`YYYY-MM-DD` in the plan's zone). */
export type PlanShown = {
  readonly plan: NudgePlan;
  readonly next: Due | undefined;
  readonly today: string;
  /** True for the plan of a group chat or channel. */
  readonly group: boolean;
  /** Who set it up; shared conversations only, and only where it is known. */
  readonly maker?: string | undefined;
  /** True where the reader's clock shows another time than the plan's. */
  readonly elsewhere?: boolean | undefined;
};

/** What was just done to a plan; `shown` when nothing was. `moved`: one that others get was on, and has other days or another time now. */
export type PlanDone = 'saved' | 'moved' | 'paused' | 'stopped' | 'resumed' | 'restarted' | 'not-today' | 'shown';

/** What stands in the fields of the settings; `until` is the last day of a pause, '' for none. */
export type PlanDraft = { readonly on: boolean; readonly days: readonly Weekday[]; readonly time: string; readonly until: string };

/** Why the settings were not saved. */
export type PlanRemark = 'days' | 'time' | 'until';

/** A question that comes by itself, and the plan that asks for it. */
export type NudgeShown = {
  readonly framework: Framework;
  readonly role: Role | undefined;
  readonly theme: Theme | undefined;
  readonly statement: Statement | undefined;
  readonly prompt: Prompt;
  readonly plan: NudgePlan;
  readonly another: PlainQuestion;
  readonly group: boolean;
  readonly maker?: string | undefined;
};

/** What a person asks for at a time that is known. */
export type TimedQuestion = Extract<PlainQuestion, { intent: 'nudge-on' | 'nudge-time' }> & { readonly time: string };

/** Every kind of answer about daily questions. */
export type PlanKind =
  /**
   * The plan as it is now; `roleless` when its person has not said what their role is. `by` is who did it to the plan of a shared
   * conversation, where the roster says.
   */
  | { kind: 'plan'; did: PlanDone; shown: PlanShown; roleless?: boolean; by?: string | undefined }
  /** There is no plan to stop, pause or show. */
  | { kind: 'plan-none'; group: boolean }
  /** The time or the pause was not understood; `shown` is the plan, which stays as it is. `halves`: the same before and after noon. */
  | { kind: 'plan-unclear'; about: 'time' | 'pause'; group: boolean; shown?: PlanShown; halves?: readonly TimedQuestion[] }
  /** The settings; `isNew` where there is no plan yet. */
  | { kind: 'plan-form'; values: PlanDraft; isNew: boolean; remark?: PlanRemark }
  /** The client reports another zone than the plan's: which one shall it follow? */
  | { kind: 'plan-zone'; planned: string; reported: string; time: string }
  | ({ kind: 'nudge' } & NudgeShown);
