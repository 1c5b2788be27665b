/** What a person's next nudge is: a question, or once in its place one that closes their focus or asks whether the questions fit. */
import type { Library } from '../../content/library.js';
import { type Habits, isTired, reserved } from './fatigue.js';
import { chooseInFocus, type Focus, type FocusPlace, findFocus, isFocused, isToClose } from './focus.js';
import { type Choice, chooseForPerson, type Reader } from './next-prompt.js';

/** What comes in the place of a question. */
export type Aside = { readonly kind: 'closing'; readonly place: FocusPlace } | { readonly kind: 'fit' };

/** What is asked. `fromFocus`: of the person's focus. */
export type Turn = { readonly kind: 'prompt'; readonly choice: Choice; readonly fromFocus: boolean } | Aside;

/** Whose turn it is, and when: `localDate` (`YYYY-MM-DD`) is the day that the question was promised for. */
export type TurnOf = Reader & {
  readonly profile: { readonly framework?: string; readonly role?: string };
  readonly habits?: (Habits & { readonly focus?: { readonly of: Focus; readonly asked: readonly string[] } }) | undefined;
  readonly localDate: string;
  readonly dueAt: Date;
};

/** Decides it; undefined where no prompt is loaded. */
export function chooseTurn(library: Library, of: TurnOf): Turn | undefined {
  const { habits, profile, localDate, dueAt } = of;
  const closing = findClosing(library, of);
  if (closing) return closing;
  if (habits && isTired(habits, dueAt)) return { kind: 'fit' };
  const focus = habits?.focus;
  if (focus && isFocused(focus.of, localDate)) {
    const since = habits.shown.filter(({ at }) => at >= focus.of.madeAt).map(({ prompt }) => prompt);
    const asked = focus.asked.filter((id) => library.prompt(id));
    const chosen = chooseInFocus(library, { ...of, profile, focus: focus.of, asked, since });
    if (chosen) return { kind: 'prompt', choice: chosen, fromFocus: chosen.fromFocus };
  }
  const choice = chooseForPerson(library, profile, of);
  return choice && { kind: 'prompt', choice, fromFocus: false };
}

/** A focus is closed once, and only where some of its questions came: else there is nothing to look back on. */
function findClosing(library: Library, { habits, localDate }: TurnOf): Turn | undefined {
  const focus = habits?.focus;
  if (!focus || !isToClose(focus.of, localDate) || focus.asked.length === 0 || focus.asked.includes(reserved.closing)) return undefined;
  const place = findFocus(library, focus.of);
  return place && { kind: 'closing', place };
}

/** The id by which it is noted as shown. */
export function idOf(turn: Turn): string {
  return turn.kind === 'prompt' ? turn.choice.prompt.id : reserved[turn.kind];
}
