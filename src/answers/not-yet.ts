import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { resolveDay } from '../language/times/dates.js';
import type { Point } from '../language/times/when.js';
import { type Weekday, weekdays } from '../language/times/words.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Context } from './asker.js';
import type { Answered, Kind } from './kind.js';
import { leadOn } from './next.js';
import { type PlanUnclearAnswer, saysHow } from './plan.js';

type NotYet = Extract<PlainQuestion, { intent: 'not-yet' }>;

/** What was understood and is not built: it is said, nothing is changed, and what there is instead is a button away. */
export type NotYetAnswer = Answered<'not-yet', { readonly wanted: NotYet['wanted'] }>;

/** The kind of {@link NotYetAnswer}. */
export const notYetKind: Kind<NotYetAnswer, NotYetAnswer | PlanUnclearAnswer> = {
  name: 'not-yet',
  asked: {
    'not-yet': {
      find: findNotYet,
      slots: ({ time, exact, days, on }) => ({ ...(time && { time, ...saysHow(exact) }), ...(days && { days }), ...(on && { on }) }),
    },
  },
  card: notYetCard,
  exhibits: (context) =>
    (['reminder-once', 'agreement', 'focus'] as const).map((wanted) => answerNotYet(context, { intent: 'not-yet', wanted })),
};

/** A day that there is not ("fredag den 3. december", a Thursday) is asked about before anything else is said. */
function findNotYet(context: Context, question: NotYet): NotYetAnswer | PlanUnclearAnswer {
  const { on } = question;
  const { today, group } = context.asker;
  const isNone = on && on.kind !== 'holiday' && today !== undefined && !dateOf(on, today);
  return isNone ? { kind: 'plan-unclear', about: 'day', group, next: [] } : answerNotYet(context, question);
}

function answerNotYet(context: Context, { wanted, time, exact, days, on }: NotYet): NotYetAnswer {
  const day = on && weekdayOf(on, context.asker.today);
  const weekly: PlainQuestion = {
    intent: 'nudge-on',
    ...(time && { time, ...saysHow(exact) }),
    ...(days ? { days } : day && { days: [day] }),
  };
  return { kind: 'not-yet', wanted, next: leadOn(weekly, { intent: 'reflect' }) };
}

function dateOf(on: Point, today: string): string | undefined {
  return resolveDay(on, new Date(`${today}T12:00:00Z`), 'UTC', () => undefined);
}

/** The weekday of a day that was named, seen from today. */
function weekdayOf(on: Point, today: string | undefined): Weekday | undefined {
  if (on.kind === 'weekday') return on.day;
  if ('weekday' in on && on.weekday) return on.weekday;
  const date = today && dateOf(on, today);
  return date ? weekdays[(new Date(date).getUTCDay() + 6) % 7] : undefined;
}

function notYetCard({ wanted, next }: NotYetAnswer, desk: Desk): Draft {
  const { title, text } = desk.t.notYet[wanted];
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: desk.lead(next, {}),
  };
}
