/**
 * Answers that show no statements: the first word, help, small talk, and what went wrong.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type Element, heading, textBlock } from '../cards/elements.js';
import { contactNote, exampleRows, words } from '../cards/frame.js';
import { newestFrameworks } from '../content/library.js';
import type { PlainQuestion, Tone } from '../understanding/question.js';
import { type Context, findHome } from './asker.js';
import { listContacts, listExamples } from './examples.js';
import type { Answered, Kind } from './kind.js';
import { letterButtons } from './letter-button.js';
import { leadOn } from './next.js';
import { type RoleStep, roleButtons, roleField, someSuggestion, suggestionNote } from './own-role.js';

/** Questions to ask instead, or to begin with. */
export type Examples = { readonly examples: readonly PlainQuestion[] };

/** What one can ask; `mention`: among others, where the bot must be mentioned. */
export type HelpAnswer = Answered<'help', Examples & { readonly mention: boolean; readonly contacts: readonly string[] }>;

/** A friendly word back. */
export type SmalltalkAnswer = Answered<'smalltalk', Examples & { readonly tone: Tone }>;

/** The first message, with the step of saying one's role. */
export type WelcomeAnswer = Answered<'welcome', Examples & RoleStep>;

/** To a message with only a file, a picture or a voice clip. */
export type AttachmentAnswer = Answered<'attachment', Examples>;

/** A button of an old card names something that is no longer in the content. */
export type GoneAnswer = Answered<'gone', Examples>;

/**
 * Why there is no proper answer: something broke, there were too many messages, one was too long, what is remembered of
 * people is out of reach, a card is of an older edition, or what came again was answered already.
 */
export type Trouble = 'broken' | 'busy' | 'long' | 'memory' | 'outdated' | 'again';

/** When answering failed or was too much. */
export type SorryAnswer = Answered<'sorry', { readonly why: Trouble }>;

/** The kind of {@link HelpAnswer}. */
export const helpKind: Kind<HelpAnswer> = {
  name: 'help',
  fixed: () => true,
  asked: { help: { find: answerHelp } },
  card: helpCard,
  exhibits: (context) => [answerHelp(context), answerHelp({ ...context, asker: { ...context.asker, group: true } })],
};

/** The kind of {@link SmalltalkAnswer}. */
export const smalltalkKind: Kind<SmalltalkAnswer> = {
  name: 'smalltalk',
  fixed: () => true,
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
  fixed: () => true,
  card: attachmentCard,
  exhibits: (context) => [answerAttachment(context)],
};

/** The kind of {@link GoneAnswer}. */
export const goneKind: Kind<GoneAnswer> = { name: 'gone', fixed: () => true, card: goneCard, exhibits: (context) => [answerGone(context)] };

/** The kind of {@link SorryAnswer}. */
export const sorryKind: Kind<SorryAnswer> = {
  name: 'sorry',
  fixed: () => true,
  failed: ({ why }) => why === 'broken' || why === 'memory',
  card: sorryCard,
  exhibits: () => (['broken', 'busy', 'long', 'memory', 'outdated', 'again'] as const).map((why) => answerSorry(why)),
};

/** What one can ask. */
function answerHelp(context: Context): HelpAnswer {
  const { group } = context.asker;
  const next = leadOn({ intent: 'about' }, !group && { intent: 'profile' }, !group && { intent: 'reflections' }, { intent: 'privacy' });
  return { kind: 'help', mention: group, examples: listExamples(context), contacts: listContacts(context), next };
}

/** What one can ask. */
function helpCard({ mention, examples, contacts, next }: HelpAnswer, desk: Desk): Draft {
  const { t, room } = desk;
  const lines = [t.helpIntro, ...(mention ? [t.helpMention] : [])];
  const body = [
    ...words(lines),
    ...exampleRows(room.open > 1 ? examples : examples.slice(0, room.open + 2), t.tryThis, desk),
    textBlock(t.helpMore, { spacing: 'Medium' }),
    ...contactNote(contacts, desk),
    ...ofItself(desk),
  ];
  return { summary: t.help, head: { title: t.help }, body, actions: desk.lead(next, {}) };
}

/** What helps the bot, and which release of it runs, where there is such a thing. */
function ofItself({ t, links, view }: Desk): Element[] {
  const parts = [...(view.reader ? [t.helpReader] : []), ...(links.version ? [t.version(links.version)] : [])];
  const look = { isSubtle: true, spacing: 'Medium' } as const;
  return parts.length === 0 ? [] : [textBlock(parts.join(' · '), view.reader ? { ...look, size: 'Small' } : look)];
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
  const letter = tone === 'complaint' ? letterButtons('disliked', undefined, desk) : [];
  const calm = tone === 'thanks' || tone === 'bye' || tone === 'praise';
  const [summary, said] = [t.smalltalk[tone], words([t.smalltalk[tone]])];
  if (calm) return { summary, brief: true, body: said, actions: [] };
  return { summary, body: [...said, ...exampleRows(examples, t.tryThis, desk)], actions: [...letter, ...desk.lead(next, {})] };
}

/** The first message after the bot was added. */
export function answerWelcome(context: Context): WelcomeAnswer {
  const { library, asker } = context;
  const frameworks = newestFrameworks(library);
  const framework = findHome(context) ?? (frameworks.length === 1 ? frameworks[0] : undefined);
  return {
    kind: 'welcome',
    frameworks,
    ...(framework && { framework }),
    examples: listExamples(context).slice(0, asker.group ? 3 : 1),
    next: asker.group ? leadOn({ intent: 'help' }, { intent: 'privacy' }) : leadOn({ intent: 'privacy' }, { intent: 'help' }),
  };
}

/** The first message after the bot was added: who it is, one step, and something to try without it. */
function welcomeCard({ examples, next, ...step }: WelcomeAnswer, desk: Desk): Draft {
  const { t, view } = desk;
  return {
    summary: t.welcomeTitle,
    head: { title: t.welcomeTitle },
    body: [
      ...words([view.group ? t.welcomeGroup : t.welcome]),
      ...(view.group
        ? []
        : [heading(t.role.formTitle, { spacing: 'Medium' }), ...suggestionNote(step.suggestion, desk), roleField(step, desk)]),
      ...exampleRows(examples, view.group ? t.tryThis : t.justTry, desk),
    ],
    actions: [...(view.group ? [] : roleButtons(step, desk)), ...desk.lead(next, {})],
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
    head: { title: t.attachmentTitle },
    body: [...words([t.attachment]), ...exampleRows(examples, t.tryThis, desk)],
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
    head: { title: t.goneTitle },
    body: [...words([t.gone]), ...exampleRows(examples, t.askInstead, desk)],
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
  return { summary: title, head: { title }, body: [...words([text])], actions: desk.lead(next, {}) };
}
