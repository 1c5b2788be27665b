/**
 * Answers that show no statements: the first word, help, small talk, and what went wrong.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { contactNote, exampleRows, header, words } from '../cards/frame.js';
import type { PlainQuestion, Tone } from '../understanding/question.js';
import type { Context } from './asker.js';
import { listContacts, listExamples } from './examples.js';
import type { Answered, Kind } from './kind.js';
import { leadOn } from './next.js';
import { type Suggestion, someSuggestion, suggestionButtons, suggestionNote } from './own-role.js';

/** Questions to ask instead, or to begin with. */
export type Examples = { readonly examples: readonly PlainQuestion[] };

/** What one can ask; `mention`: among others, where the bot must be mentioned. */
export type HelpAnswer = Answered<'help', Examples & { readonly mention: boolean; readonly contacts: readonly string[] }>;

/** A friendly word back. */
export type SmalltalkAnswer = Answered<'smalltalk', Examples & { readonly tone: Tone }>;

/** The first message; `suggestion` is a role to say yes to. */
export type WelcomeAnswer = Answered<'welcome', Examples & { readonly suggestion?: Suggestion }>;

/** To a message with only a file, a picture or a voice clip. */
export type AttachmentAnswer = Answered<'attachment', Examples>;

/** A button of an old card names something that is no longer in the content. */
export type GoneAnswer = Answered<'gone', Examples>;

/**
 * Why there is no proper answer: something broke, there were too many messages, one was too long, what is remembered of
 * people is out of reach, or a card is of an older edition.
 */
export type Trouble = 'broken' | 'busy' | 'long' | 'memory' | 'outdated';

/** When answering failed or was too much. */
export type SorryAnswer = Answered<'sorry', { readonly why: Trouble }>;

/** The kind of {@link HelpAnswer}. */
export const helpKind: Kind<HelpAnswer> = {
  name: 'help',
  asked: { help: { find: answerHelp } },
  card: helpCard,
  exhibits: (context) => [answerHelp(context), answerHelp({ ...context, asker: { ...context.asker, group: true } })],
};

/** The kind of {@link SmalltalkAnswer}. */
export const smalltalkKind: Kind<SmalltalkAnswer> = {
  name: 'smalltalk',
  asked: { smalltalk: { find: (context, { tone }) => answerSmalltalk(context, tone) } },
  card: smalltalkCard,
  exhibits: (context) =>
    (['hello', 'thanks', 'bye', 'how-are-you', 'praise', 'complaint', 'who-are-you'] as const).map((tone) =>
      answerSmalltalk(context, tone),
    ),
};

/** The kind of {@link WelcomeAnswer}. */
export const welcomeKind: Kind<WelcomeAnswer> = {
  name: 'welcome',
  card: welcomeCard,
  exhibits: (context) => [answerWelcome(context), { ...answerWelcome(context), suggestion: someSuggestion(context.library) }],
};

/** The kind of {@link AttachmentAnswer}. */
export const attachmentKind: Kind<AttachmentAnswer> = {
  name: 'attachment',
  card: attachmentCard,
  exhibits: (context) => [answerAttachment(context)],
};

/** The kind of {@link GoneAnswer}. */
export const goneKind: Kind<GoneAnswer> = { name: 'gone', card: goneCard, exhibits: (context) => [answerGone(context)] };

/** The kind of {@link SorryAnswer}. */
export const sorryKind: Kind<SorryAnswer> = {
  name: 'sorry',
  card: sorryCard,
  exhibits: () => (['broken', 'busy', 'long', 'memory', 'outdated'] as const).map((why) => answerSorry(why)),
};

/** What one can ask. */
function answerHelp(context: Context): HelpAnswer {
  const { group } = context.asker;
  const next = leadOn({ intent: 'about' }, !group && { intent: 'profile' }, !group && { intent: 'reflections' }, { intent: 'privacy' });
  return { kind: 'help', mention: group, examples: listExamples(context), contacts: listContacts(context), next };
}

/** What one can ask. */
function helpCard({ mention, examples, contacts, next }: HelpAnswer, desk: Desk): Draft {
  const { t, links } = desk;
  const lines = [t.helpIntro, ...(mention ? [t.helpMention] : [])];
  const body = [
    ...header(t.help),
    ...words(lines),
    ...exampleRows(examples, t.tryThis, desk),
    textBlock(t.helpMore, { spacing: 'Large' }),
    ...contactNote(contacts, desk),
    ...(links.version ? [textBlock(t.version(links.version), { isSubtle: true, spacing: 'Medium' })] : []),
  ];
  return { summary: t.help, body, actions: desk.lead(next, {}) };
}

/** A friendly word back. */
function answerSmalltalk(context: Context, tone: Tone): SmalltalkAnswer {
  return {
    kind: 'smalltalk',
    tone,
    examples: listExamples(context).slice(0, 3),
    next: leadOn(tone === 'complaint' && { intent: 'service', about: 'contact' }, { intent: 'help' }),
  };
}

/** A friendly word back. */
function smalltalkCard({ tone, examples, next }: SmalltalkAnswer, desk: Desk): Draft {
  const { t } = desk;
  const calm = tone === 'thanks' || tone === 'bye';
  const body = [...words([t.smalltalk[tone]]), ...(calm ? [] : exampleRows(examples, t.tryThis, desk))];
  return { summary: t.smalltalk[tone], body, actions: desk.lead(next, {}) };
}

/** The first message after the bot was added. */
export function answerWelcome(context: Context): WelcomeAnswer {
  const [example, ...examples] = listExamples(context);
  const next = context.asker.group
    ? leadOn(example, { intent: 'help' }, { intent: 'privacy' })
    : leadOn({ intent: 'set-role' }, example, { intent: 'nudge-on' }, { intent: 'privacy' });
  return { kind: 'welcome', examples: examples.slice(0, 3), next };
}

/** The first message after the bot was added: begin with your role, an example, or a question each day. */
function welcomeCard({ examples, suggestion, next }: WelcomeAnswer, desk: Desk): Draft {
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
export function answerAttachment(context: Context): AttachmentAnswer {
  return { kind: 'attachment', examples: listExamples(context).slice(0, 3), next: leadOn({ intent: 'help' }) };
}

/** To a message with only a file, a picture or a voice clip. */
function attachmentCard({ examples, next }: AttachmentAnswer, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.attachmentTitle,
    body: [...header(t.attachmentTitle), ...words([t.attachment]), ...exampleRows(examples, t.tryThis, desk)],
    actions: desk.lead(next, {}),
  };
}

/** To a button whose content is gone. */
export function answerGone(context: Context): GoneAnswer {
  return { kind: 'gone', examples: listExamples(context).slice(0, 3), next: leadOn({ intent: 'about' }, { intent: 'help' }) };
}

/** To a button whose content is gone. */
function goneCard({ examples, next }: GoneAnswer, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.goneTitle,
    body: [...header(t.goneTitle), ...words([t.gone]), ...exampleRows(examples, t.askInstead, desk)],
    actions: desk.lead(next, {}),
  };
}

/** When answering failed or was too much, and to a button that this edition of the service does not know. */
export function answerSorry(why: Trouble): SorryAnswer {
  return { kind: 'sorry', why, next: why === 'outdated' ? leadOn({ intent: 'about' }, { intent: 'help' }) : leadOn({ intent: 'help' }) };
}

/** When answering failed or was too much. */
function sorryCard({ why, next }: SorryAnswer, desk: Desk): Draft {
  const { title, text } = desk.t.sorry[why];
  return { summary: title, body: [...header(title), ...words([text])], actions: desk.lead(next, {}) };
}
