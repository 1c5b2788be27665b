/**
 * A focus as a person sees it: what it is on and until when, that it is stopped, or that it would be too short or too long.
 */
import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, escapeMarkdown, plainText, textBlock } from '../cards/elements.js';
import { firstFitting } from '../cards/names.js';
import { adopted } from '../cards/statements.js';
import { type Library, newestFrameworks, themeOf } from '../content/library.js';
import { type FocusPlace, findFocus } from '../nudges/rules/focus.js';
import { focusWeeks } from '../nudges/rules/policy.js';
import type { PlainQuestion } from '../understanding/question.js';
import { dayAndMonth } from './dates.js';
import { somebody } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askWeekly } from './plan.js';

/** The focus as it is; `lastDay` and `today` are `YYYY-MM-DD`. `before`: what it takes the place of. `isAsked`: daily questions come. */
export type FocusAnswer = Answered<
  'focus',
  {
    readonly place: FocusPlace;
    readonly lastDay: string;
    readonly today: string;
    readonly before?: FocusPlace | undefined;
    readonly isAsked: boolean;
  }
>;

/** There is none, or none any more. */
export type FocusNoneAnswer = Answered<'focus-none', { readonly stopped: boolean }>;

/** How long it would last is no length for one: the nearest is proposed. */
export type FocusLengthAnswer = Answered<
  'focus-length',
  { readonly why: 'short' | 'long' | 'unclear'; readonly question: Asking<'focus'>; readonly weeks: number }
>;

/** The kind of {@link FocusAnswer}. */
export const focusKind: Kind<FocusAnswer> = {
  name: 'focus',
  asked: { focus: { title: titleOf, slots: ({ wish }) => (wish ? { wish } : {}) } },
  card: focusCard,
  exhibits: ({ library }) =>
    examplePlaces(library).map((place, at, all) => ({
      kind: 'focus',
      place,
      lastDay: '2026-12-28',
      today: '2026-11-30',
      isAsked: at !== 1,
      ...(at === 1 && { before: all[0] }),
      next: [],
    })),
};

/** The kind of {@link FocusNoneAnswer}. */
export const focusNoneKind: Kind<FocusNoneAnswer> = {
  name: 'focus-none',
  card: focusNoneCard,
  exhibits: () => [true, false].map((stopped) => ({ kind: 'focus-none', stopped, next: [] })),
};

/** The kind of {@link FocusLengthAnswer}. */
export const focusLengthKind: Kind<FocusLengthAnswer> = {
  name: 'focus-length',
  card: focusLengthCard,
  exhibits: ({ library }) => {
    const { framework } = somebody(library);
    const question = { intent: 'focus', framework: framework.id, theme: framework.themes[0]?.id } as const;
    const { least, usual, most } = focusWeeks;
    return [
      { kind: 'focus-length', why: 'short', question, weeks: least, next: [] },
      { kind: 'focus-length', why: 'long', question, weeks: most, next: [] },
      { kind: 'focus-length', why: 'unclear', question, weeks: usual, next: [] },
    ];
  },
};

/** A theme of each newest framework, the longest name first, and a statement. */
export function examplePlaces(library: Library): FocusPlace[] {
  const places = newestFrameworks(library).flatMap((framework): FocusPlace[] => {
    const [theme] = [...framework.themes].sort((one, other) => other.label.text.length - one.label.text.length);
    return theme ? [{ framework, theme }] : [];
  });
  const { framework } = somebody(library);
  const statement = framework.statements.find((each) => library.promptsFor(each.id).length > 0);
  const ofStatement = statement && findFocus(library, { framework: framework.id, statement: statement.id });
  return ofStatement ? [...places, ofStatement] : places;
}

/** What a focus is on, in a few words; undefined for a statement, which is quoted. */
export function nameOfFocus({ theme, statement }: FocusPlace): string | undefined {
  return statement ? undefined : theme?.label.text;
}

function titleOf({ framework: id, theme: of, statement, wish }: Asking<'focus'>, _here: Here, { library, t }: Voice): string {
  if (wish === 'stop') return t.focus.stop;
  const framework = library.framework(id ?? '');
  const theme = framework && themeOf(framework, of)?.label.text;
  if (statement) return t.focus.onStatement;
  return theme ? firstFitting(t.focus.on(theme), theme) : t.focus.button;
}

function focusCard({ place, lastDay, today, before, isAsked }: FocusAnswer, desk: Desk): Draft {
  const { t, ask } = desk;
  const name = nameOfFocus(place);
  const title = name ? t.focus.title(name) : t.focus.statementTitle;
  const until = t.focus.until(dayAndMonth(lastDay, today, desk));
  const former = before && nameOfFocus(before);
  return {
    summary: `${title}, ${until}`,
    head: { title, under: [until, place.framework.name] },
    body: [
      ...(place.statement ? [adopted([plainText(place.statement.text)], 'Medium')] : []),
      textBlock(escapeMarkdown(shareLine(place, desk)), { spacing: 'Medium' }),
      ...(before ? [note(former ? t.focus.replaced(former) : t.focus.replacedStatement)] : []),
      ...(isAsked ? [] : [textBlock(t.focus.noDaily, { weight: 'Bolder', spacing: 'Medium' })]),
    ],
    actions: [
      ...(isAsked ? [] : [ask({ intent: 'nudge-on' }, t.button.nudgeOn), askWeekly(desk)]),
      ask({ intent: 'focus', wish: 'change' }, t.focus.change),
      ask({ intent: 'focus', wish: 'stop' }, t.focus.stop),
    ],
  };
}

function note(text: string): Element {
  return textBlock(escapeMarkdown(text), { size: 'Small', isSubtle: true, spacing: 'Small' });
}

/** What it does, and where the questions come from when a statement has no more. */
function shareLine({ theme, statement }: FocusPlace, { t }: Desk): string {
  return statement && theme ? t.focus.statementShare(theme.label.text) : t.focus.share;
}

function focusNoneCard({ stopped }: FocusNoneAnswer, { t, ask }: Desk): Draft {
  const { title, text } = stopped ? t.focus.stopped : t.focus.none;
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [ask({ intent: 'focus', wish: 'change' }, t.focus.choose)],
  };
}

function focusLengthCard({ why, question, weeks }: FocusLengthAnswer, desk: Desk): Draft {
  const { t, ask } = desk;
  const title = t.focus.length.title(focusWeeks.least, focusWeeks.most);
  return {
    summary: title,
    head: { title },
    body: [textBlock(t.focus.length[why](weeks), { spacing: 'Small' })],
    actions: [ask(inWeeks(question, weeks), t.focus.length.yes(weeks)), ask({ intent: 'focus', wish: 'change' }, t.focus.length.other)],
  };
}

/** The same focus for so many weeks. */
export function inWeeks(question: Asking<'focus'>, count: number): Extract<PlainQuestion, { intent: 'focus' }> {
  return { ...question, period: { kind: 'length', count, unit: 'week' } };
}
