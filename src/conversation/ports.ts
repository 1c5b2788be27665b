/**
 * What a conversation needs of the place where things are stored.
 */
import type { Language } from '../content/language.js';
import type { LastTurn } from '../understanding/follow-up.js';
import type { Conversation, Person, PersonKey, Recipient } from './person.js';

/** Where messages to a recipient go: the parts of a Bot Framework conversation reference that are needed. */
export type Address = {
  readonly serviceUrl: string;
  /** Without `;messageid=…`: what is sent there starts a new post. */
  readonly conversation: string;
  /** The bot's own id on the channel (`28:…`), where known. */
  readonly botId?: string | undefined;
  /** The person's id on the channel (`29:…`); people only. */
  readonly userId?: string | undefined;
};

/** Addresses of people and shared conversations. Who calls makes sure that a person's is that of their personal chat. */
export type Addresses = {
  load(recipient: Recipient): Promise<Address | undefined>;
  /**
   * Writes when something changed, and for a shared conversation once a day, so that one where nobody writes any more ends; tells
   * whether it did. The bot is there again, whatever was noted before.
   */
  save(recipient: Recipient, address: Address, now: Date): Promise<'written' | 'unchanged'>;
  /** Notes that the bot is out of a shared conversation. The first time counts. */
  leave(recipient: Recipient, now: Date): Promise<void>;
};

/** What a person told about themself, or agreed to. Ids may be of content that is no longer loaded. */
export type StoredProfile = {
  readonly framework?: string;
  readonly role?: string;
  readonly language?: 'da' | 'en';
  /** IANA name. */
  readonly timeZone?: string;
};

/**
 * What a follow-up ("og for chefer?") follows. Kept for ten minutes, per person and conversation, as the question that
 * was understood and never as the message. Its slots may still hold words a person used, so it is sealed.
 */
export type Contexts = {
  /** The last question as saved, or undefined when there is none, it is older, or no key opens it. Untrusted: an older version may have written it. */
  load(person: PersonKey, conversation: string, now: Date): Promise<unknown>;
  /** Saves a question as JSON and ends a row of misunderstandings. */
  save(person: PersonKey, conversation: string, question: unknown, now: Date): Promise<void>;
  /** Counts a message that was not understood; gives how many there were in a row, this one included. The last question stays. */
  miss(person: PersonKey, conversation: string, now: Date): Promise<number>;
};

/** Which prompts a person was shown lately. */
export type SeenPrompts = {
  /** Notes that a prompt is shown now. The same prompt at the same instant is noted once. */
  add(person: PersonKey, prompt: string, now: Date): Promise<void>;
  /** Full prompt ids, newest first, at most {@link maxSeenPrompts}; a prompt shown twice stands there twice. */
  list(person: PersonKey): Promise<readonly string[]>;
};

/** Where the bot is installed: a conversation of a tenant, and the person where it is a personal one. */
export type Installation = { readonly tenant: string; readonly conversation: string; readonly person?: PersonKey | undefined };

/** Who was welcomed: once per installation, whichever of its events comes first. */
export type Installations = {
  /** True the first time since the bot was added here; then it is the caller who welcomes. */
  claimWelcome(installation: Installation, now: Date): Promise<boolean>;
  /** The bot was taken away: when it comes back it welcomes again. */
  remove(installation: Omit<Installation, 'person'>): Promise<void>;
};

/** What is remembered of conversations is stored behind. */
export type MemoryStorage = { readonly contexts: Contexts; readonly seenPrompts: SeenPrompts; readonly installations: Installations };

/** What is remembered when a person writes. */
export type Recall = {
  /** The last question, for ten minutes, so that follow-ups are understood. */
  readonly context: LastTurn | undefined;
  /** The language it was answered in: that of a message with no telling word ("stop", "skift rolle"). */
  readonly language: Language | undefined;
  /** Ids of prompts shown lately, newest first. */
  readonly seen: readonly string[];
};

/** A question that was understood, and the language it was answered in. */
export type Turn = { readonly context: LastTurn; readonly language: Language };

/** Remembers turns. A question is forgotten after ten minutes. */
export type Turns = {
  load(person: Person, conversation: Conversation, now: Date): Promise<Recall>;
  /** Remembers a question that was understood; ends a row of those that were not. */
  save(person: Person, conversation: Conversation, turn: Turn, now: Date): Promise<void>;
  /** Counts a message that was not understood, and gives how many there were in a row. */
  miss(person: Person, conversation: Conversation, now: Date): Promise<number>;
  /** Notes a prompt that is shown now. */
  shown(person: Person, conversation: Conversation, prompt: string, now: Date): Promise<void>;
  /** True the first time a conversation is greeted since the bot was added to it. */
  greet(person: Person, conversation: Conversation, now: Date): Promise<boolean>;
  /** Forgets that a conversation was greeted: the bot was taken out of it. */
  leave(person: Person, conversation: Conversation): Promise<void>;
};
