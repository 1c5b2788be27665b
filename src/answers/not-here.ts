import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { chatButtons } from '../cards/frame.js';
import type { Answered, Kind } from './kind.js';

/**
 * Why something is not taken care of: others read along, the channel does not say who writes, it is not built, or the municipality
 * turned it off: what comes by itself, sharing, or all of the bot.
 */
export type NotHereAnswer = Answered<'not-here', { readonly why: (typeof whys)[number] }>;

const whys = ['group', 'nobody', 'not-yet', 'no-nudges', 'no-sharing', 'off'] as const;

/** The kind of {@link NotHereAnswer}. */
export const notHereKind: Kind<NotHereAnswer> = {
  name: 'not-here',
  card: notHereCard,
  exhibits: () => whys.map((why) => ({ kind: 'not-here', why, next: [] })),
};

/** Why something personal is not done here, and the way there. */
function notHereCard({ why }: NotHereAnswer, desk: Desk): Draft {
  const { t } = desk;
  const { title, text } = t.notHere[why];
  // Among others nothing that is asked in a dialog is answered, and nothing at all where the bot is off.
  const isShut = (why === 'group' && desk.view.surface === 'dialog') || why === 'off';
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [...(why === 'group' ? chatButtons(desk) : []), ...(isShut ? [] : desk.lead([{ intent: 'help' }], {}))],
  };
}
