/**
 * Cards without statements: help, small talk, an honest no, and what the bot says of itself.
 */
import type { AnswerOf } from '../answers/answer.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Desk, Draft } from './desk.js';
import { type Element, textBlock } from './elements.js';
import { contactNote, exampleRows, header } from './frame.js';
import { suggestionButtons, suggestionNote } from './personal.js';

/** What one can ask. */
export function helpCard({ mention, examples, contacts, next }: AnswerOf<'help'>, desk: Desk): Draft {
  const { t } = desk;
  const lines = [t.helpIntro, ...(mention ? [t.helpMention] : [])];
  const body = [
    ...header(t.help),
    ...words(lines),
    ...exampleRows(examples, t.tryThis, desk),
    textBlock(t.helpMore, { spacing: 'Large' }),
    ...contactNote(contacts, desk),
  ];
  return { summary: t.help, body, actions: desk.lead(next, {}) };
}

/** A friendly word back. */
export function smalltalkCard({ tone, examples, next }: AnswerOf<'smalltalk'>, desk: Desk): Draft {
  const { t } = desk;
  const calm = tone === 'thanks' || tone === 'bye';
  const body = [...words([t.smalltalk[tone]]), ...(calm ? [] : exampleRows(examples, t.tryThis, desk))];
  return { summary: t.smalltalk[tone], body, actions: desk.lead(next, {}) };
}

/** An honest no and ways on; a second one in a row is another card. */
export function refusalCard({ reason, again, examples, contacts, next }: AnswerOf<'refusal'>, desk: Desk): Draft {
  const { t } = desk;
  const second = again && reason === 'unknown';
  const title = second ? t.againTitle : t.refusalTitle[reason];
  const text = second ? t.again : t.refusal[reason];
  const contact = reason === 'unknown' ? contactNote(contacts, desk) : [];
  return {
    summary: title,
    body: [...header(title), ...words([text]), ...exampleRows(examples, t.askInstead, desk), ...contact],
    actions: desk.lead(next, {}),
  };
}

/** What is kept of what people write. */
export function privacyCard({ next }: AnswerOf<'privacy'>, desk: Desk): Draft {
  const { t } = desk;
  return { summary: t.privacySummary, body: [...header(t.privacyTitle), ...words(t.privacy)], actions: desk.lead(next, {}) };
}

/** The first message after the bot was added: begin with your role, an example, or a question each day. */
export function welcomeCard({ examples, suggestion, next }: AnswerOf<'welcome'>, desk: Desk): Draft {
  const { t, view } = desk;
  const isPersonal = (question: PlainQuestion) => ['set-role', 'nudge-on', 'help', 'privacy'].includes(question.intent);
  return {
    summary: t.welcomeTitle,
    body: [
      ...header(t.welcomeTitle),
      ...words([view.group ? t.welcomeGroup : t.welcome]),
      ...suggestionNote(suggestion, desk),
      ...exampleRows(examples, t.tryThis, desk),
    ],
    actions: [
      ...suggestionButtons(suggestion, desk),
      ...next.map((question) => desk.ask(question, isPersonal(question) ? {} : t.button.example)),
    ],
  };
}

/** To a message with only a file, a picture or a voice clip. */
export function attachmentCard({ examples, next }: AnswerOf<'attachment'>, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.attachmentTitle,
    body: [...header(t.attachmentTitle), ...words([t.attachment]), ...exampleRows(examples, t.tryThis, desk)],
    actions: desk.lead(next, {}),
  };
}

/** To a button whose content is gone. */
export function goneCard({ examples, next }: AnswerOf<'gone'>, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.goneTitle,
    body: [...header(t.goneTitle), ...words([t.gone]), ...exampleRows(examples, t.askInstead, desk)],
    actions: desk.lead(next, {}),
  };
}

/** When answering failed or was too much. */
export function sorryCard({ why, next }: AnswerOf<'sorry'>, desk: Desk): Draft {
  const { title, text } = desk.t.sorry[why];
  return { summary: title, body: [...header(title), ...words([text])], actions: desk.lead(next, {}) };
}

function words(lines: readonly string[]): Element[] {
  return lines.map((line, at) => textBlock(line, { spacing: at === 0 ? 'Small' : 'Medium' }));
}
