/**
 * What comes once in the place of a daily question: the question that closes a focus, and whether the questions fit.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { promptBox } from '../cards/frame.js';
import { noteField } from '../cards/note-field.js';
import type { FocusPlace } from '../nudges/rules/focus.js';
import { type NudgePlan, personalDefaults } from '../nudges/rules/plan.js';
import { examplePlaces } from './focus.js';
import type { Answered, Kind } from './kind.js';
import { closingPrompt } from './own-prompt.js';
import { askWeekly, ownPlan } from './plan.js';

/** A focus is over: what has it changed? */
export type FocusClosingAnswer = Answered<'focus-closing', { readonly place: FocusPlace }>;

/** Do the questions suit somebody who has not answered for long? */
export type FitAnswer = Answered<'fit', { readonly plan: Pick<NudgePlan, 'days'> }>;

/** The kind of {@link FocusClosingAnswer}. */
export const focusClosingKind: Kind<FocusClosingAnswer> = {
  name: 'focus-closing',
  card: focusClosingCard,
  exhibits: ({ library }) => examplePlaces(library).map((place) => ({ kind: 'focus-closing', place, next: [] })),
};

/** The kind of {@link FitAnswer}. */
export const fitKind: Kind<FitAnswer> = {
  name: 'fit',
  card: fitCard,
  exhibits: () =>
    [personalDefaults, { days: ['tor'] as const }].map((plan) => ({ kind: 'fit', plan: { ...ownPlan.plan, ...plan }, next: [] })),
};

/** One question, with a field for a private note; what is next is a choice. */
function focusClosingCard({ place }: FocusClosingAnswer, desk: Desk): Draft {
  const { t, ask, press, view } = desk;
  const prompt = closingPrompt(place);
  const { framework, theme, statement } = place;
  const named = {
    prompt: prompt.id,
    framework: framework.id,
    ...(theme && { theme: theme.id }),
    ...(statement && { statement: statement.id }),
  };
  return {
    summary: t.focus.closing.title,
    head: { title: t.focus.closing.title, under: [theme?.label.text, framework.name] },
    body: [
      ...promptBox(prompt, desk, 'first'),
      ...noteField(desk),
      textBlock(t.focus.closing.after, { size: 'Small', isSubtle: true, spacing: 'Medium' }),
    ],
    actions: [
      ...(view.notes ? [press('act', { act: 'save-note', ...named }, t.note.save)] : []),
      ask({ intent: 'focus', wish: 'change' }, t.focus.closing.again),
    ],
  };
}

/** Kind, and once: nothing has to be done. */
function fitCard({ plan }: FitAnswer, desk: Desk): Draft {
  const { t, ask, press } = desk;
  const { title, text, keep, theme, stop } = t.focus.fit;
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [
      ...(plan.days.length > 1 ? [askWeekly(desk)] : []),
      press('plan', { act: 'keep-plan' }, keep),
      ask({ intent: 'focus', wish: 'change' }, theme),
      ask({ intent: 'nudge-off' }, stop),
    ],
  };
}
