/**
 * What the bot does with one incoming thing.
 *
 * This file knows nothing of Teams: `teams/` turns activities into {@link Incoming} and sends {@link Reply}.
 */
import { z } from 'zod';
import type { Reading } from './answers/answer.js';
import { type AnswerableQuestion, type Answerer, createAnswerer, isAnswerable } from './answers/answerer.js';
import type { Asker, Language } from './answers/asker.js';
import { summarise } from './answers/summary.js';
import { type Cards, createCards } from './cards/cards.js';
import type { Library } from './content/library.js';
import type { Context } from './questions/follow-up.js';
import type { Lexicon } from './questions/lexicon.js';
import { createLikeness } from './questions/likeness.js';
import { type PlainQuestion, type Question, questionSchema } from './questions/question.js';
import { createSearch } from './questions/search.js';
import { createUnderstand, type Understand, type Understanding } from './questions/understand.js';
import { createVocabulary } from './questions/vocabulary.js';

/** Who wrote. Keys everything that is ever stored. */
export type Person = {
  /** Entra tenant id, or '' where the client sent none (local mode). */
  readonly tenant: string;
  /** Entra object id; undefined where the activity has none: such people are answered, and nothing is stored. */
  readonly entraId: string | undefined;
  /** The channel's own id of the person (`29:…`). */
  readonly channelId: string;
};

/** Where it was written. `id` is without `;messageid=…`. */
export type Conversation = { readonly id: string; readonly kind: 'personal' | 'groupChat' | 'channel' };

/** One thing that happened, already parsed, with the bot's mention taken out of the text. */
export type Incoming = {
  readonly person: Person;
  readonly conversation: Conversation;
  /** BCP 47 tag of the person's client ("da-DK"), where sent. */
  readonly locale: string | undefined;
  /** IANA time zone of the person's client, where sent. */
  readonly timeZone: string | undefined;
  /** When the channel says that it happened. */
  readonly at: Date;
  readonly what: /** Text that a person wrote. */
    | { readonly kind: 'text'; readonly text: string }
    /** A button of a card of ours; `data` is untrusted. `invoke` when the answer replaces the card. */
    | { readonly kind: 'action'; readonly data: unknown; readonly invoke: boolean }
    /** A message with only a file, a picture or a voice clip. */
    | { readonly kind: 'attachment' }
    /** The bot was added to the conversation (any of the events that say so). */
    | { readonly kind: 'installed' }
    | { readonly kind: 'removed' };
};

/** An Adaptive Card as data; `cards/` builds them. */
export type CardJson = { readonly type: 'AdaptiveCard'; readonly [property: string]: unknown };

/** One message to send; `summary` is what the notification says. */
export type Message = { readonly card: CardJson; readonly summary: string };

/** What the bot answers; an empty list is silence. */
export type Reply = readonly Message[];

/** The whole bot as one function. It never throws for anything that a person wrote. */
export type Bot = (incoming: Incoming) => Promise<Reply>;

/** What is kept of a person in a conversation for ten minutes, so that follow-ups are understood. */
export type Turn = {
  readonly context: Context | undefined;
  /** True when the last message was not understood. */
  readonly lost: boolean;
  /** Ids of prompts shown lately, newest first. */
  readonly seen: readonly string[];
};

/** Keeps turns; a turn older than ten minutes is forgotten. */
export type Turns = {
  load(person: Person, conversation: Conversation, now: Date): Promise<Turn | undefined>;
  save(person: Person, conversation: Conversation, turn: Turn, now: Date): Promise<void>;
  /** True the first time a conversation is greeted since the bot was added to it. */
  greet(conversation: Conversation, now: Date): Promise<boolean>;
  /** Forgets that a conversation was greeted: the bot was taken out of it. */
  leave(conversation: Conversation): Promise<void>;
};

/** What the bot is made of. */
export type BotParts = {
  readonly library: Library;
  readonly lexicon: Lexicon;
  readonly turns: Turns;
  /** A whole number from 0 up to but not including `n`. */
  readonly random: (n: number) => number;
};

/** What a button of ours carries; untrusted when it comes back. */
const askSchema = z.object({ do: z.literal('ask'), question: questionSchema, language: z.enum(['da', 'en']).catch('da') });

/** So many prompts are not shown again soon, and so many statements can be named by their number. */
const SEEN = 50;
const NUMBERED = 10;

/** Makes the bot, and the card it shows when a turn fails. */
export function createBot(parts: BotParts): { bot: Bot; sorry: (locale: string | undefined) => Message } {
  const mind = createMind(parts.library, parts.lexicon);
  const sorry = (locale: string | undefined) => {
    const language = languageOf(locale);
    return mind.cards(mind.answer.on('sorry', { group: false, random: parts.random, language }), { language, group: false });
  };
  const bot: Bot = async (incoming) => {
    const { what } = incoming;
    if (what.kind === 'removed') {
      await parts.turns.leave(incoming.conversation);
      return [];
    }
    if (what.kind === 'installed' && !(await parts.turns.greet(incoming.conversation, incoming.at))) return [];
    const before = await parts.turns.load(incoming.person, incoming.conversation, incoming.at);
    const turn = takeTurn(mind, parts.random, incoming, before);
    if (turn.after) await parts.turns.save(incoming.person, incoming.conversation, turn.after, incoming.at);
    return turn.reply;
  };
  return { bot, sorry };
}

/** Understanding, answering and rendering for one library. */
export type Mind = { readonly library: Library; readonly understand: Understand; readonly answer: Answerer; readonly cards: Cards };

/** Compiles the language and indexes the statements of a library. */
export function createMind(library: Library, lexicon: Lexicon): Mind {
  const vocabulary = createVocabulary(library, lexicon);
  const likeness = createLikeness(vocabulary);
  return {
    library,
    understand: createUnderstand(vocabulary, likeness),
    answer: createAnswerer({ library, search: createSearch(vocabulary, likeness) }),
    cards: createCards(library),
  };
}

function takeTurn(mind: Mind, random: BotParts['random'], incoming: Incoming, before: Turn | undefined): { reply: Reply; after?: Turn } {
  const { what, conversation } = incoming;
  const asker = (language: Language): Asker => ({
    group: conversation.kind !== 'personal',
    random,
    language,
    seen: before?.seen,
    again: before?.lost,
  });
  const say = (occasion: 'welcome' | 'attachment') => {
    const language = languageOf(incoming.locale);
    return { reply: [mind.cards(mind.answer.on(occasion, asker(language)), { language, group: asker(language).group })] };
  };
  if (what.kind === 'installed') return say('welcome');
  if (what.kind === 'attachment') return say('attachment');
  if (what.kind === 'text') {
    const understood = mind.understand(what.text, {}, before?.context);
    return answerQuestion(
      mind,
      understood.question,
      asker(understood.language ?? languageOf(incoming.locale)),
      before,
      readingOf(understood),
    );
  }
  if (what.kind === 'action') {
    const asked = askSchema.safeParse(what.data);
    if (asked.success) return answerQuestion(mind, asked.data.question, asker(asked.data.language), before);
    return answerQuestion(mind, { intent: 'help' }, asker(languageOf(incoming.locale)), before);
  }
  return { reply: [] };
}

function answerQuestion(
  mind: Mind,
  question: Question,
  asker: Asker,
  before: Turn | undefined,
  reading?: Reading,
): { reply: Reply; after: Turn } {
  const answerable: AnswerableQuestion = isAnswerable(question) ? question : { intent: 'help' };
  const answer = mind.answer(answerable, asker);
  const message = mind.cards(answer, { language: asker.language, group: asker.group, ...(reading && { reading }) });
  const lost = answer.kind === 'refusal';
  const prompt = 'prompt' in answer ? answer.prompt?.id : undefined;
  const seen = [...(prompt ? [prompt] : []), ...(before?.seen ?? [])].slice(0, SEEN);
  const context = lost
    ? before?.context
    : {
        question: answerable,
        statements: summarise(mind.library, answerable, answer).statements.slice(0, NUMBERED),
        prompt,
        earlier: earlierOf(before?.context),
      };
  return { reply: [message], after: { context, lost, seen } };
}

/** The question before, where it had one reading. */
function earlierOf(context: Context | undefined): PlainQuestion | undefined {
  return context && context.question.intent !== 'ambiguous' ? context.question : undefined;
}

/** What was read differently from what stood there; other roles that a title may mean ask the same question. */
export function readingOf({ corrections, assumed, question }: Understanding): Reading {
  if (!assumed || question.intent === 'ambiguous' || !('role' in question)) return { corrections };
  const others = assumed.others.flatMap(
    (ref) => questionSchema.safeParse({ ...question, framework: ref.framework.id, role: ref.role.id }).data ?? [],
  );
  return { corrections, assumed: { said: assumed.said, role: assumed.role.role, others } };
}

/** Danish unless the client says English. */
function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'da';
}
