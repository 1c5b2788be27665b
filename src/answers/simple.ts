/**
 * Answers that show no statements: help, small talk, an honest no, and what the bot says of itself.
 */
import type { Refusal, Tone } from '../understanding/question.js';
import type { AnswerOf, Trouble } from './answer.js';
import type { Context } from './asker.js';
import { listContacts, listExamples } from './examples.js';
import { leadOn } from './next.js';

/** What one can ask. */
export function answerHelp(context: Context): AnswerOf<'help'> {
  const { group } = context.asker;
  const next = leadOn({ intent: 'about' }, !group && { intent: 'profile' }, !group && { intent: 'reflections' }, { intent: 'privacy' });
  return { kind: 'help', mention: group, examples: listExamples(context), contacts: listContacts(context), next };
}

/** A friendly word back. */
export function answerSmalltalk(context: Context, tone: Tone): AnswerOf<'smalltalk'> {
  return { kind: 'smalltalk', tone, examples: listExamples(context).slice(0, 3), next: leadOn({ intent: 'help' }) };
}

/** An honest no with three things to ask instead; a second one in a row also offers a way to browse. */
export function answerRefusal(context: Context, reason: Exclude<Refusal, 'distress'>): AnswerOf<'refusal'> {
  const again = context.asker.again ?? false;
  const examples = listExamples(context);
  const next = again ? leadOn({ intent: 'about' }, { intent: 'help' }) : leadOn({ intent: 'help' });
  return { kind: 'refusal', reason, again, examples: again ? examples : examples.slice(0, 3), contacts: listContacts(context), next };
}

/** To somebody who is not well: no statement, no question to think about, no example; one way back. */
export function answerCare(written: AnswerOf<'care'>['written'], rests = false): AnswerOf<'care'> {
  return { kind: 'care', written, rests, next: leadOn({ intent: 'help' }) };
}

/** What is kept of what people write. */
export function answerPrivacy({ asker }: Context): AnswerOf<'privacy'> {
  const own = (intent: 'profile' | 'export-data' | 'delete-data') => !asker.group && { intent };
  return { kind: 'privacy', next: leadOn(own('profile'), own('export-data'), own('delete-data'), { intent: 'help' }) };
}

/** The first message after the bot was added. */
export function answerWelcome(context: Context): AnswerOf<'welcome'> {
  const [example, ...examples] = listExamples(context);
  const next = context.asker.group
    ? leadOn(example, { intent: 'help' }, { intent: 'privacy' })
    : leadOn({ intent: 'set-role' }, example, { intent: 'nudge-on' }, { intent: 'privacy' });
  return { kind: 'welcome', examples: examples.slice(0, 3), next };
}

/** To a message with only a file, a picture or a voice clip. */
export function answerAttachment(context: Context): AnswerOf<'attachment'> {
  return { kind: 'attachment', examples: listExamples(context).slice(0, 3), next: leadOn({ intent: 'help' }) };
}

/** To a button whose content is gone. */
export function answerGone(context: Context): AnswerOf<'gone'> {
  return { kind: 'gone', examples: listExamples(context).slice(0, 3), next: leadOn({ intent: 'about' }, { intent: 'help' }) };
}

/** When answering failed or was too much, and to a button that this edition of the service does not know. */
export function answerSorry(why: Trouble): AnswerOf<'sorry'> {
  return { kind: 'sorry', why, next: why === 'outdated' ? leadOn({ intent: 'about' }, { intent: 'help' }) : leadOn({ intent: 'help' }) };
}
