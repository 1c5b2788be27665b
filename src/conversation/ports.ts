/**
 * What a conversation needs of the place where things are stored.
 */
import type { AnswerAbout } from '../cards/message.js';
import type { Language } from '../content/language.js';
import type { LastTurn } from '../understanding/follow-up.js';
import type { Incoming, Reaction } from './incoming.js';
import type { Address, Conversation, Person, PersonKey, Recipient } from './person.js';
import type { PlanOf } from './reminding.js';

/** Addresses of people and shared conversations. They are noted by {@link Visits}. */
export type Addresses = {
  load(recipient: Recipient): Promise<Address | undefined>;
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

/** A group chat or channel where somebody talks. */
export type Talk = { readonly id: string; readonly kind: 'groupChat' | 'channel'; readonly name: string | undefined };

/** Somebody sends something: who, where, and where messages go from now on. */
export type Visit = {
  readonly person: PersonKey;
  readonly conversation: Conversation;
  /** The person's own in a personal chat, elsewhere the conversation's. */
  readonly address?: Address | undefined;
  /** Where they wrote or pressed something among others. */
  readonly talk?: Talk | undefined;
  readonly at: Date;
};

/** All that is known of a visitor and of where they are, as one read finds it. */
export type Found = {
  /** Empty for people who have none. */
  readonly profile: StoredProfile;
  /** The person's own in a personal chat, elsewhere the conversation's. */
  readonly plan: PlanOf | undefined;
  /** The last question as it was left, for ten minutes; undefined also where no key opens it. Untrusted: an older version may have written it. */
  readonly last: unknown;
  /** How many messages in a row were not understood, the last ten minutes. */
  readonly misses: number;
  /** Full ids of the prompts shown lately, newest first, at most {@link maxSeenPrompts}. */
  readonly seen: readonly string[];
  /** False where it is to be noted that they are here, how messages get there, or that they talked there. */
  readonly isNoted: boolean;
};

/** What a visit leaves behind. */
export type VisitLeft = {
  readonly visit: Visit;
  /** That they are here is noted, and what goes with it. */
  readonly isNews?: true;
  /**
   * The last question, which a follow-up ("og for chefer?") follows: as it was understood and never as the message. Its slots may
   * still hold words a person used, so it is sealed.
   */
  readonly context?: { readonly last: unknown; readonly misses: number };
  /** Full ids of the prompts shown. */
  readonly shown?: readonly string[];
};

/** Visits. */
export type Visits = {
  find(visit: Visit): Promise<Found>;
  /** Notes it, after whatever the visits before left. */
  keep(left: VisitLeft): Promise<void>;
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

/** What is counted: that something was answered, refused, or found good or not. Never who asked or with which words. */
export type Tally = {
  readonly tenant: string;
  readonly measure: 'asked' | 'refused' | 'liked' | 'disliked';
  readonly kind: string;
  readonly framework?: string | undefined;
  readonly theme?: string | undefined;
};

/** How often something was counted in one week: the date of its Monday, in UTC. Ids may be of content that is no longer loaded. */
export type CountedTally = Tally & { readonly week: string; readonly count: number };

/** Counts by weeks, as turns add to them. */
export type Tallies = {
  /** Adds one to each, in the week of `at`. */
  add(tallies: readonly Tally[], at: Date): Promise<void>;
};

/** Counts of the weeks from that of `from` up to and without that of `until`, those of one tenant where one is given. */
export type ListTallies = (range: {
  readonly tenant?: string | undefined;
  readonly from: Date;
  readonly until: Date;
}) => Promise<readonly CountedTally[]>;

/** A message of the bot: whose tenant, in which conversation, and its id there. */
export type SentAnswer = { readonly tenant: string; readonly conversation: string; readonly activity: string };

/** What sent answers were about, for as long as a thumb under one of them counts. */
export type RatedAnswers = {
  /** Notes what an answer was about. */
  note(answer: SentAnswer, about: AnswerAbout, now: Date): Promise<void>;
  /**
   * Notes that an answer was liked, or not, and gives what it was about, of the kind {@link unknownKind} where that was not noted.
   * `isNew` is false where the same thumb was pressed under it before, whoever that was.
   */
  rate(answer: SentAnswer, reaction: Reaction, now: Date): Promise<{ readonly about: AnswerAbout; readonly isNew: boolean }>;
};

/** The kind of an answer of which nothing is noted any more. */
export const unknownKind = 'unknown';

/** Counts on their way to be stored: what is counted in a turn goes here, so that no answer waits for it. */
export type Counting = {
  /** Takes them. Never throws, and nobody waits. */
  add(tallies: readonly Tally[], at: Date): void;
  /** Resolves when all that was taken is written, or could not be. Never rejects. */
  settle(): Promise<void>;
};

/** What is remembered of conversations is stored behind. */
export type MemoryStorage = { readonly visits: Visits; readonly installations: Installations };

/** What is remembered when somebody sends something. */
export type Recall = Pick<Found, 'profile' | 'plan' | 'misses' | 'seen' | 'isNoted'> & {
  /** The last question, for ten minutes, so that follow-ups are understood. */
  readonly context: LastTurn | undefined;
  /** The language it was answered in: that of a message with no telling word ("stop", "skift rolle"). */
  readonly language: Language | undefined;
};

/** A question that was understood, and the language it was answered in. */
export type Turn = { readonly context: LastTurn; readonly language: Language };

/** What a turn leaves behind; `turn` undefined where there is nothing to follow. */
export type Left = Pick<VisitLeft, 'isNews' | 'shown'> & {
  readonly context?: { readonly turn: Turn | undefined; readonly misses: number };
};

/** Remembers turns. A question is forgotten after ten minutes. */
export type Turns = {
  load(incoming: Incoming): Promise<Recall>;
  /**
   * Keeps what a turn leaves behind, after what the same person's turns before left. Resolves before that is done, as long as not
   * too many wait for it, so that an answer need not.
   */
  keep(incoming: Incoming, left: Left): Promise<void>;
  /** Resolves when all that a person's turns left is kept, or could not be; everybody's without one. Never rejects. */
  settle(incoming?: Incoming): Promise<void>;
  /** True the first time a conversation is greeted since the bot was added to it. */
  greet(person: Person, conversation: Conversation, now: Date): Promise<boolean>;
  /** Forgets that a conversation was greeted: the bot was taken out of it. */
  leave(person: Person, conversation: Conversation): Promise<void>;
};
