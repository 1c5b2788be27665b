import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { contactNote, header } from '../cards/frame.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Context } from './asker.js';
import { listContacts } from './examples.js';
import type { Answered, Kind } from './kind.js';
import { leadOn } from './next.js';

type NotYet = Extract<PlainQuestion, { intent: 'not-yet' }>;

/** What was understood and is not built: it is said, nothing is changed, and what there is instead is a button away. */
export type NotYetAnswer = Answered<'not-yet', { readonly wanted: NotYet['wanted']; readonly contacts: readonly string[] }>;

/** The kind of {@link NotYetAnswer}. */
export const notYetKind: Kind<NotYetAnswer> = {
  name: 'not-yet',
  asked: { 'not-yet': { find: answerNotYet, slots: ({ time, days }) => ({ ...(time && { time }), ...(days && { days }) }) } },
  card: notYetCard,
  exhibits: (context) =>
    (['reminder-once', 'agreement', 'focus', 'to-editor'] as const).map((wanted) => answerNotYet(context, { intent: 'not-yet', wanted })),
};

function answerNotYet(context: Context, { wanted, time, days }: NotYet): NotYetAnswer {
  const weekly: PlainQuestion = { intent: 'nudge-on', ...(time && { time }), ...(days && { days }) };
  const next = wanted === 'to-editor' ? leadOn({ intent: 'about' }, { intent: 'help' }) : leadOn(weekly, { intent: 'reflect' });
  return { kind: 'not-yet', wanted, contacts: wanted === 'to-editor' ? listContacts(context) : [], next };
}

function notYetCard({ wanted, contacts, next }: NotYetAnswer, desk: Desk): Draft {
  const { title, text } = desk.t.notYet[wanted];
  return {
    summary: title,
    body: [...header(title), textBlock(text, { spacing: 'Small' }), ...contactNote(contacts, desk)],
    actions: desk.lead(next, {}),
  };
}
