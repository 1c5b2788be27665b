import type { AnswerOf } from '../answers/answer.js';
import { isClock, planFields } from '../answers/plan-acts.js';
import { weekdays } from '../language/times/words.js';
import type { Desk, Draft } from './desk.js';
import { clockField, daysField, type Element, lastDayField, textBlock, toggleField } from './elements.js';
import { header } from './frame.js';

/** The settings of a person's daily questions. Personal chat only. */
export function planFormCard({ values, isNew, remark }: AnswerOf<'plan-form'>, desk: Desk): Draft {
  const { t, press } = desk;
  const note: Element[] = remark ? [textBlock(t.plan.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : [];
  return {
    summary: t.plan.formTitle,
    body: [
      ...header(t.plan.formTitle),
      ...note,
      toggleField(planFields.on, t.plan.onLabel, t.plan.on, values.on),
      daysField(
        planFields.days,
        t.plan.days,
        weekdays.map((day) => ({ title: firstUpper(t.plan.day[day]), value: day })),
        values.days,
      ),
      clockField(planFields.time, t.plan.time, isClock(values.time) ? values.time : undefined),
      lastDayField(planFields.until, t.plan.until, /^\d{4}-\d{2}-\d{2}$/.test(values.until) ? values.until : undefined),
    ],
    actions: [
      press('plan', { act: 'save-plan' }, t.plan.save),
      ...(isNew ? [] : [press('plan', { act: 'show-plan' }, t.plan.undo, 'alone')]),
    ],
  };
}

function firstUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
