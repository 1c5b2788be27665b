/**
 * The card that stands in the chat for what is read in a dialog, and the answer to a press that should have opened one.
 */
import type { Doing } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { opensDialog, textBlock } from '../cards/elements.js';
import type { Answered, Door, Kind } from './kind.js';

/** Something private was asked for in a way that opens no dialog: by a card from before, or a client that opens none by itself. */
export type InDialogAnswer = Answered<'in-dialog', { readonly open: Doing }>;

/** The kind of {@link InDialogAnswer}. */
export const inDialogKind: Kind<InDialogAnswer> = {
  name: 'in-dialog',
  card: ({ open }, desk) => doorCard({ ...desk.t.inDialog, open }, desk),
  exhibits: () => [{ kind: 'in-dialog', open: { do: 'act', act: { act: 'list-notes' } }, next: [] }],
};

/** The small card of a door: its title, its line, and the one button that opens the dialog. */
export function doorCard({ title, text, label, open }: Door, { ask, press }: Desk): Draft {
  const button = 'intent' in open ? ask(open, label) : press(open.do, open.act, label, 'alone');
  return {
    summary: title,
    head: { title },
    body: text ? [textBlock(text, { spacing: 'Small' })] : [],
    actions: [opensDialog(button)],
  };
}
