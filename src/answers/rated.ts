/**
 * What is said to a thumb under an answer.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { words } from '../cards/frame.js';
import type { Framework } from '../content/library.js';
import type { Answered, Kind } from './kind.js';
import { letterButtons } from './letter-button.js';

/**
 * Thanks: for a thumb up; for one down, where nobody takes letters or others read along; and for words that a client's own form sent
 * and that nobody reads.
 */
export type RatedAnswer = Answered<
  'rated',
  { readonly how: 'liked' | 'disliked' | 'disliked-group' | 'unread'; readonly framework?: Framework | undefined }
>;

/** The kind of {@link RatedAnswer}. */
export const ratedKind: Kind<RatedAnswer> = {
  name: 'rated',
  card: ratedCard,
  exhibits: () => (['liked', 'disliked', 'disliked-group', 'unread'] as const).map((how) => ({ kind: 'rated', how, next: [] })),
};

function ratedCard({ how, framework }: RatedAnswer, desk: Desk): Draft {
  const { title, lines } = desk.t.rated[how];
  const actions = how === 'unread' ? letterButtons('disliked', framework, desk) : [];
  return { summary: title, head: { title }, body: words(lines), actions };
}
