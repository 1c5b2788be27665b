import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { chatButtons } from '../cards/frame.js';
import type { Answered, Kind } from './kind.js';

/** Why a personal matter is not taken care of: others read along, the channel does not say who writes, or it is not built. */
export type NotHereAnswer = Answered<'not-here', { readonly why: 'group' | 'nobody' | 'not-yet' }>;

/** The kind of {@link NotHereAnswer}. */
export const notHereKind: Kind<NotHereAnswer> = {
  name: 'not-here',
  card: notHereCard,
  exhibits: () => (['group', 'nobody', 'not-yet'] as const).map((why) => ({ kind: 'not-here', why, next: [] })),
};

/** Why something personal is not done here, and the way there. */
function notHereCard({ why }: NotHereAnswer, desk: Desk): Draft {
  const { t } = desk;
  const { title, text } = t.notHere[why];
  // Among others nothing that is asked in a dialog is answered.
  const isShut = why === 'group' && desk.view.surface === 'dialog';
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [...(why === 'group' ? chatButtons(desk) : []), ...(isShut ? [] : desk.lead([{ intent: 'help' }], {}))],
  };
}
