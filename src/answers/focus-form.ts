import { fields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type ChoiceInput, choiceField, plainText } from '../cards/elements.js';
import { type Framework, newestFrameworks } from '../content/library.js';
import { focusWeeks } from '../nudges/rules/policy.js';
import { somebody } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** Why the choice is open: nothing was chosen, or no theme fits the words that were said. */
export type FocusRemark = { readonly kind: 'missing' } | { readonly kind: 'not-found'; readonly text: string };

/** Choose a focus: a theme of these frameworks, and for how long. `chosen` is a {@link themeValue}. */
export type FocusFormAnswer = Answered<
  'focus-form',
  { readonly frameworks: readonly Framework[]; readonly weeks: number; readonly chosen?: string; readonly remark?: FocusRemark }
>;

/** The kind of {@link FocusFormAnswer}. */
export const focusFormKind: Kind<FocusFormAnswer> = {
  name: 'focus-form',
  card: focusFormCard,
  exhibits: ({ library }) => {
    const { framework } = somebody(library);
    const chosen = themeValue(framework.id, framework.themes[0]?.id ?? '');
    return [
      { kind: 'focus-form', frameworks: [framework], weeks: focusWeeks.usual, chosen, next: [] },
      { kind: 'focus-form', frameworks: newestFrameworks(library), weeks: focusWeeks.most, remark: { kind: 'missing' }, next: [] },
      {
        kind: 'focus-form',
        frameworks: [framework],
        weeks: focusWeeks.least,
        remark: { kind: 'not-found', text: '**rumrejser** [klik](https://ond.example)' },
        next: [],
      },
    ];
  },
};

/** A theme as the value of a choice; {@link readTheme} reads it. */
export function themeValue(framework: string, theme: string): string {
  return `${framework}/${theme}`;
}

/** See {@link themeValue}; what it names may be nothing. */
export function readTheme(value: string): { readonly framework: string; readonly theme: string } {
  const [framework = '', theme = ''] = value.split('/');
  return { framework, theme };
}

/** How many weeks a focus may be chosen for. */
export const weekChoices: readonly number[] = Array.from(
  { length: focusWeeks.most - focusWeeks.least + 1 },
  (_, step) => focusWeeks.least + step,
);

/** Two fields and a button. Personal chat only. */
function focusFormCard({ frameworks, weeks, chosen, remark }: FocusFormAnswer, desk: Desk): Draft {
  const { t, press } = desk;
  const words = remark?.kind === 'not-found' ? t.focus.notFound(remark.text) : t.focus.missing;
  return {
    summary: t.focus.formTitle,
    head: { title: t.focus.formTitle },
    body: [
      ...(remark
        ? [plainText(words, { weight: 'Bolder' }, { spacing: 'Medium' })]
        : [plainText(t.focus.formNote, {}, { spacing: 'Small' })]),
      choiceField(fields.focus, t.focus.theme, themeChoices(frameworks), {
        spacing: 'Medium',
        placeholder: t.focus.pick,
        ...(chosen && { value: chosen }),
      }),
      choiceField(
        fields.weeks,
        t.focus.weeks,
        weekChoices.map((count) => ({ title: t.focus.weeksOf(count), value: `${count}` })),
        { value: `${weeks}`, spacing: 'Medium' },
      ),
    ],
    actions: [press('act', { act: 'pick-focus' }, t.focus.save)],
  };
}

/** The themes of one framework by their names; of several with the name of the framework. */
function themeChoices(frameworks: readonly Framework[]): ChoiceInput['choices'] {
  return frameworks.flatMap(({ id, name, themes }) =>
    themes.map(({ id: theme, label }) => ({
      title: frameworks.length > 1 ? `${label.text} (${name})` : label.text,
      value: themeValue(id, theme),
    })),
  );
}
