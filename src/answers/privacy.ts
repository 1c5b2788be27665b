/**
 * What is kept of what people write, and who can see it.
 */
import { type Desk, type Draft, notesIn } from '../cards/desk.js';
import { words } from '../cards/frame.js';
import type { Context } from './asker.js';
import type { Answered, Asking, Kind } from './kind.js';
import { leadOn } from './next.js';

/** What is kept; `seen` where only who can see something was asked: a note of one's own, a shared card, what stands in this group. */
export type PrivacyAnswer = Answered<'privacy', { readonly seen?: 'note' | 'card' | 'here' }>;

/** The kind of {@link PrivacyAnswer}. */
export const privacyKind: Kind<PrivacyAnswer> = {
  name: 'privacy',
  screens: () => 2,
  asked: { privacy: { find: answerPrivacy, title: (_question, _here, { t }) => t.button.privacy } },
  card: privacyCard,
  exhibits: (context) => [
    answerPrivacy(context, { intent: 'privacy' }),
    answerPrivacy(context, { intent: 'privacy', seen: 'note' }),
    answerPrivacy(context, { intent: 'privacy', seen: 'card' }),
    answerPrivacy({ ...context, asker: { ...context.asker, group: true } }, { intent: 'privacy', seen: 'all' }),
  ],
};

function answerPrivacy({ asker: { group } }: Context, { seen }: Asking<'privacy'>): PrivacyAnswer {
  const own = (intent: 'profile' | 'export-data' | 'delete-data') => !group && { intent };
  if (seen)
    return {
      kind: 'privacy',
      seen: seen === 'all' ? (group ? 'here' : 'note') : seen,
      next: leadOn({ intent: 'privacy' }, own('profile'), { intent: 'help' }),
    };
  return { kind: 'privacy', next: leadOn(own('profile'), own('export-data'), own('delete-data'), { intent: 'help' }) };
}

/** Whoever asks who can see something gets a yes or a no first. */
function privacyCard({ seen, next }: PrivacyAnswer, desk: Desk): Draft {
  const { t, view } = desk;
  const { title, lines } = seen ? t.seen[seen] : { title: t.privacyTitle, lines: keptLines(desk) };
  const inDialog = seen === 'note' && notesIn(view) === 'dialog' ? [t.seen.note.inDialog] : [];
  return {
    summary: seen ? title : t.privacySummary,
    head: { title },
    body: [...words([...inDialog, ...lines])],
    actions: desk.lead(next, {}),
  };
}

/** What becomes of notes, of messages, and of what the person chose. */
function keptLines({ t, view }: Desk): string[] {
  return [t.privacyNotes[notesIn(view)], ...t.privacy.messages, ...(view.reader ? [t.privacy.reader] : []), ...t.privacy.stored];
}
