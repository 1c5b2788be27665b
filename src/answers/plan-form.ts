import { type PlanPressed, planFields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { clockField, daysField, type Element, lastDayField, textBlock, toggleField } from '../cards/elements.js';
import { firstUpper } from '../cards/strings/lists.js';
import { isClock, isDate } from '../language/times/when.js';
import { type Weekday, weekdays } from '../language/times/words.js';
import { type NudgePlan, personalDefaults } from '../nudges/rules/plan.js';
import { spreadMinutes } from '../nudges/rules/policy.js';
import type { Answered, Kind } from './kind.js';

/** What stands in the fields of the settings; `until` is the last day of a pause, '' for none. A card from before has no field for `exact`. */
export type PlanDraft = Pick<NudgePlan, 'on' | 'days' | 'time'> & { readonly exact?: boolean | undefined; readonly until: string };

/** Why the settings were not saved. */
export type PlanRemark = 'days' | 'time' | 'until';

/** The settings of a person's daily questions; `isNew` where there is no plan yet. */
export type PlanFormAnswer = Answered<'plan-form', { readonly values: PlanDraft; readonly isNew: boolean; readonly remark?: PlanRemark }>;

/** The kind of {@link PlanFormAnswer}. */
export const planFormKind: Kind<PlanFormAnswer> = {
  name: 'plan-form',
  screens: () => 2,
  card: planFormCard,
  exhibits: () => [
    { kind: 'plan-form', values: { on: true, ...personalDefaults, until: '2026-12-04' }, isNew: false, next: [] },
    { kind: 'plan-form', values: { on: true, days: [], time: '25:99', until: 'i ferien' }, isNew: true, remark: 'days', next: [] },
  ],
};

/** The settings of a person's daily questions. Personal chat only. */
function planFormCard({ values, isNew, remark }: PlanFormAnswer, desk: Desk): Draft {
  const { t, ask, press } = desk;
  const note: Element[] = remark ? [textBlock(t.plan.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : [];
  return {
    summary: t.plan.formTitle,
    head: { title: t.plan.formTitle },
    body: [
      ...note,
      toggleField(planFields.on, t.plan.onLabel, t.plan.on, values.on),
      daysField(
        planFields.days,
        t.plan.days,
        weekdays.map((day) => ({ title: firstUpper(t.plan.day[day]), value: day })),
        values.days,
      ),
      clockField(planFields.time, t.plan.time, isClock(values.time) ? values.time : undefined),
      toggleField(planFields.exact, t.plan.exactLabel, t.plan.exact(spreadMinutes), values.exact ?? personalDefaults.exact),
      lastDayField(planFields.until, t.plan.until, isDate(values.until) ? values.until : undefined),
    ],
    actions: [
      press('plan', { act: 'save-plan' }, t.plan.save),
      ...(isNew ? [] : [ask({ intent: 'focus' }, t.focus.button)]),
      ...(isNew ? [] : [press('plan', { act: 'show-plan' }, t.plan.undo, 'alone')]),
    ],
  };
}

/** What stands in the fields. A time is `HH:MM`, or as it was typed where it is none; clients without a clock field let people type. */
export function draftOf({ on, days = '', time = '', exact, until = '' }: PlanPressed): PlanDraft {
  const chosen = days.split(',').map((day) => day.trim());
  return {
    on: on !== 'false',
    days: weekdays.filter((day: Weekday) => chosen.includes(day)),
    time: readClockField(time.trim()),
    exact: exact === undefined ? undefined : exact === 'true',
    until: until.trim(),
  };
}

function readClockField(text: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?$/.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}
