/**
 * Plans as answers that show them.
 */
import type { Answer } from '../answers/kinds.js';
import type { PlanDone, PlanShown } from '../answers/plan.js';
import type { PlanFormAnswer } from '../answers/plan-form.js';
import type { PlanView } from '../conversation/reminding.js';
import type { Speaker } from '../conversation/speaker.js';
import { isZone, localDate } from './rules/cadence.js';
import { isSameClock, personalDefaults } from './rules/plan.js';

/** A plan as it is shown at `now`; `zone` is the reader's own. */
export function showView(
  { plan, next, maker }: PlanView,
  now: Date,
  { group, zone, rests }: { group: boolean; zone?: string | undefined; rests?: PlanShown['rests'] },
): PlanShown {
  const elsewhere = zone !== undefined && isZone(zone) && !isSameClock(plan.zone, zone, now);
  return {
    plan,
    next,
    today: localDate(now, plan.zone),
    group,
    ...(maker?.name && { maker: maker.name }),
    ...(elsewhere && { elsewhere }),
    ...(rests && { rests }),
  };
}

/** `by` is what whoever did it is called among the others. */
export function planAnswer(did: PlanDone, view: PlanView, speaker: Speaker, by?: string): Answer {
  return { kind: 'plan', did, shown: showTo(view, speaker), roleless: !speaker.asker.profile, ...(by && { by }), next: [] };
}

/** The plan as this speaker sees it. */
export function showTo(view: PlanView, { incoming, asker }: Speaker): PlanShown {
  return showView(view, incoming.at, { group: asker.group, zone: incoming.timeZone, rests: incoming.rests });
}

/** There is no plan. */
export function none(group: boolean): Answer {
  return { kind: 'plan-none', group, next: [] };
}

/** The settings as they are; the pause is the one that runs today. */
export function openForm(view: PlanView | undefined, now: Date): PlanFormAnswer {
  if (!view) return { kind: 'plan-form', values: { on: true, ...personalDefaults, until: '' }, isNew: true, next: [] };
  const { on, days, time, exact, zone, pauses } = view.plan;
  const today = localDate(now, zone);
  const until = pauses.find((pause) => pause.from <= today && today <= pause.until)?.until ?? '';
  return { kind: 'plan-form', values: { on, days, time, exact, until }, isNew: false, next: [] };
}
