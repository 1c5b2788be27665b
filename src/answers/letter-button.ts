import { type LetterReason, maxLetter } from '../cards/acts.js';
import type { Desk, LettersView } from '../cards/desk.js';
import type { CardAction } from '../cards/elements.js';
import type { Framework } from '../content/library.js';

/** Who takes what is written about a document, or about none; undefined where there is nobody. */
export function takerOf(framework: Framework | undefined, letters: LettersView | undefined): string | undefined {
  return letters && (letters.isRead ? letters.to : (framework?.contact ?? letters.to));
}

/** The button that opens a letter about what was asked, where somebody takes it; what the reader asked stands in it already. */
export function letterButtons(reason: LetterReason, framework: Framework | undefined, { view, press, t }: Desk): CardAction[] {
  if (takerOf(framework, view.letters) === undefined) return [];
  const said = reason === 'silent' || reason === 'unclear' ? view.letters?.said?.slice(0, maxLetter) : undefined;
  const act = { act: 'open-letter', reason, ...(framework && { framework: framework.id }), ...(said && { said }) } as const;
  return [press('letter', act, t.letter.button, 'alone')];
}
