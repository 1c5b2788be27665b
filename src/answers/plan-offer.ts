import type { Desk, Draft } from '../cards/desk.js';
import { container, plainText, textBlock } from '../cards/elements.js';
import { firstUpper } from '../cards/strings/lists.js';
import type { Pause } from '../language/times/dates.js';
import type { Point } from '../language/times/when.js';
import type { Weekday } from '../language/times/words.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Answered, Kind } from './kind.js';
import { cadenceOf, pauseLine } from './plan.js';

/** What daily questions could become: days and time `HH:MM`, or a pause seen from `today` (`YYYY-MM-DD`). */
export type Offered =
  | { readonly kind: 'move' | 'start'; readonly days: readonly Weekday[]; readonly time: string; readonly exact: boolean }
  | { readonly kind: 'pause'; readonly pause: Pause; readonly today: string };

/** Times were told, and nothing was asked for: nothing is changed, and what might have been meant is a button away. */
export type PlanOfferAnswer = Answered<'plan-offer', { readonly offered: Offered; readonly group: boolean }>;

/** The kind of {@link PlanOfferAnswer}. */
export const planOfferKind: Kind<PlanOfferAnswer> = {
  name: 'plan-offer',
  card: planOfferCard,
  exhibits: () => [
    {
      kind: 'plan-offer',
      offered: { kind: 'pause', pause: { from: '2026-11-23', until: '2026-12-06' }, today: '2026-11-23' },
      group: false,
      next: [],
    },
    { kind: 'plan-offer', offered: { kind: 'move', days: ['ons'], time: '14:00', exact: true }, group: true, next: [] },
    { kind: 'plan-offer', offered: { kind: 'start', days: ['man', 'tor'], time: '07:30', exact: false }, group: false, next: [] },
  ],
};

function planOfferCard({ offered, group }: PlanOfferAnswer, desk: Desk): Draft {
  const { t, ask, press } = desk;
  const { yes, no, unchanged } = t.plan.offer;
  const title = (group ? t.plan.offer.teamTitle : t.plan.offer.title)[offered.kind];
  const line = offered.kind === 'pause' ? pauseLine(offered.pause, offered.today, desk) : `${firstUpper(cadenceOf(offered, desk))}.`;
  return {
    summary: title,
    head: { title },
    body: [textBlock(unchanged, { spacing: 'Small' }), container([plainText(line)], { style: 'emphasis', spacing: 'Medium' })],
    actions: [ask(asFor(offered), yes[offered.kind]), ...(group ? [] : [press('plan', { act: 'show-plan' }, no)])],
  };
}

/** The question that asks for what is offered; dates are said in full, so that the button means the same tomorrow. */
function asFor(offered: Offered): PlainQuestion {
  if (offered.kind !== 'pause') return { intent: 'nudge-on', days: [...offered.days], time: offered.time, exact: offered.exact };
  const { from, until } = offered.pause;
  const [first, last] = [dayOf(from), dayOf(until)];
  return { intent: 'nudge-pause', pause: from === until ? { kind: 'during', point: first } : { kind: 'between', first, last } };
}

function dayOf(date: string): Point {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { kind: 'date', day, month, year };
}
