/**
 * The look back on a week: what there is to count of it, and one question to end it with. Nothing is scored, and nobody compared.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, type Element, plainText, textBlock } from '../cards/elements.js';
import { ours } from '../cards/frame.js';
import type { Prompt } from '../content/prompts.js';
import type { Weekday } from '../language/times/words.js';
import { dateOf } from './dates.js';
import { somePrompt } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** When it comes by itself: every week on this day, at `HH:MM`. */
export type LookBackPlan = { readonly day: Weekday; readonly time: string };

/** How many agreements are how far: answered this week, waiting for an answer, still to come. */
export type AgreementCounts = { readonly done: number; readonly partly: number; readonly asked: number; readonly open: number };

/** The week up to `until`, both dates `YYYY-MM-DD`; `most` is the question that the most was written to, `turn` chooses the last one. */
export type LookBackAnswer = Answered<
  'look-back',
  {
    readonly from: string;
    readonly until: string;
    readonly notes: number;
    readonly most?: Prompt | undefined;
    readonly agreements: AgreementCounts;
    readonly turn: number;
    readonly plan?: LookBackPlan | undefined;
  }
>;

/** It was turned on or off; `next` is the date on which it comes. */
export type LookBackSetAnswer = Answered<
  'look-back-set',
  { readonly plan?: (LookBackPlan & { readonly next: string; readonly today: string }) | undefined }
>;

/** It has come. */
export type LookBackDueAnswer = Answered<'look-back-due'>;

const some = { from: '2026-11-28', until: '2026-12-04', turn: 0, plan: { day: 'fre', time: '14:00' } } as const;

/** The kind of {@link LookBackAnswer}. */
export const lookBackKind: Kind<LookBackAnswer> = {
  name: 'look-back',
  asked: { 'look-back': { title: ({ wish }, _here, { t }) => (wish ? t.lookBack.button[wish] : t.lookBack.title) } },
  card: lookBackCard,
  door: (_answer, { t }) => ({ title: t.lookBack.title, text: t.lookBack.door, label: t.lookBack.open, open: { intent: 'look-back' } }),
  exhibits: ({ library }) => [
    {
      kind: 'look-back',
      ...some,
      notes: 3,
      most: somePrompt(library),
      agreements: { done: 1, partly: 1, asked: 1, open: 2 },
      next: [],
    },
    { kind: 'look-back', ...some, plan: undefined, notes: 0, agreements: { done: 0, partly: 0, asked: 0, open: 0 }, turn: 1, next: [] },
  ],
};

/** The kind of {@link LookBackSetAnswer}. */
export const lookBackSetKind: Kind<LookBackSetAnswer> = {
  name: 'look-back-set',
  card: setCard,
  exhibits: () => [
    { kind: 'look-back-set', plan: { day: 'fre', time: '14:00', next: '2026-12-04', today: '2026-11-30' }, next: [] },
    { kind: 'look-back-set', next: [] },
  ],
};

/** The kind of {@link LookBackDueAnswer}. */
export const lookBackDueKind: Kind<LookBackDueAnswer> = {
  name: 'look-back-due',
  card: (_answer, { t, ask }) => ({
    summary: t.lookBack.title,
    head: { title: t.lookBack.title },
    body: [textBlock(t.lookBack.due, { spacing: 'Small' })],
    actions: [ask({ intent: 'look-back' }, t.lookBack.show), ask({ intent: 'look-back', wish: 'off' }, t.lookBack.button.off)],
  }),
  exhibits: () => [{ kind: 'look-back-due', next: [] }],
};

function lookBackCard(answer: LookBackAnswer, desk: Desk): Draft {
  const { from, until, notes, most, agreements, turn, plan } = answer;
  const { t, ask, press } = desk;
  const { closing } = t.lookBack;
  return {
    summary: t.lookBack.title,
    head: { title: t.lookBack.title, under: [t.lookBack.dates(dateOf(from, until, desk), dateOf(until, until, desk))] },
    body: [
      textBlock(t.lookBack.notes(notes), { spacing: 'Medium' }),
      ...(most ? [textBlock(t.lookBack.most, { spacing: 'Small' }), plainText(most[desk.view.language], { weight: 'Bolder' })] : []),
      textBlock(t.lookBack.agreements(agreements), { spacing: 'Medium' }),
      ...closingBox(closing[turn % closing.length] ?? closing[0] ?? '', desk),
    ],
    actions: [
      press('appointment', { act: 'new-agreement' }, t.appointment.make),
      ...(notes > 0 ? [ask({ intent: 'reflections' }, t.button.reflections)] : []),
      ask({ intent: 'agreements' }, t.appointment.list),
      planButton(plan, desk),
    ],
  };
}

function closingBox(question: string, { t }: Desk): Element[] {
  return [ours([textBlock(t.lookBack.last, { size: 'Small', weight: 'Bolder' }), plainText(question, {}, { spacing: 'Small' })])];
}

function planButton(plan: LookBackPlan | undefined, { t, ask }: Desk): CardAction {
  const wish = plan ? 'off' : 'on';
  return ask({ intent: 'look-back', wish }, t.lookBack.button[wish]);
}

function setCard({ plan }: LookBackSetAnswer, desk: Desk): Draft {
  const { t, ask } = desk;
  const title = plan ? t.lookBack.onTitle : t.lookBack.offTitle;
  const text = plan ? t.lookBack.on(plan.day, plan.time, dateOf(plan.next, plan.today, desk)) : t.lookBack.off;
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [ask({ intent: 'look-back' }, t.lookBack.show), planButton(plan, desk)],
  };
}
