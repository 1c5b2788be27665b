/**
 * What sharing needs of the place where people talk.
 */
import type { Message } from '../cards/message.js';
import type { Compass } from '../conversation/compass.js';
import type { Address, PersonKey } from '../conversation/person.js';
import type { Addresses, Talk } from '../conversation/ports.js';
import type { SharedCard } from '../people/ports.js';

/** Who is in a conversation, asked when it matters. */
export type Roster = {
  /** A member by their id on the channel; undefined when they are none, and when there is no answer. */
  find(address: Address, user: string): Promise<{ readonly name: string } | undefined>;
  /** Members, at most so many; empty when there is no answer. */
  list(address: Address, most: number): Promise<readonly { readonly id: string; readonly name: string }[]>;
};

/** Puts cards into conversations; never throws. */
export type Poster = {
  /** `activity` is the id of the message, where the channel gives one. */
  post(address: Address, message: Message): Promise<{ readonly ok: true; readonly activity: string | undefined } | { readonly ok: false }>;
  update(address: Address, activity: string, message: Message): Promise<boolean>;
};

/** What is stored of one shared card. */
export type StoredShare = {
  readonly id: string;
  readonly conversation: string;
  /** What of the content it shows, as JSON. */
  readonly subject: string;
  /** The message in Teams, once it is known. */
  readonly activity: string | undefined;
  readonly isRound: boolean;
  readonly isClosed: boolean;
  /** Undefined when the sharer was forgotten. */
  readonly sharer: { readonly person: PersonKey; readonly name: string; readonly line: string | undefined } | undefined;
};

/** What is noted when something is shared. */
export type NewShare = Pick<StoredShare, 'id' | 'conversation' | 'subject' | 'isRound'> & {
  readonly name: string;
  readonly line: string | undefined;
};

/** The newest answers of a round, newest first, and how many there are. */
export type StoredAnswers = { readonly count: number; readonly newest: readonly { readonly name: string; readonly answer: string }[] };

/** Shared cards and the answers on them. */
export type Shares = {
  add(sharer: PersonKey, share: NewShare, now: Date): Promise<void>;
  noteActivity(tenant: string, share: string, activity: string): Promise<void>;
  /** It was not posted after all. */
  drop(sharer: PersonKey, share: string): Promise<void>;
  load(tenant: string, share: string): Promise<StoredShare | undefined>;
  /** Keeps a person's answer; the next one of theirs takes its place. `closed` when the round takes none. */
  answer(person: PersonKey, share: string, answer: { readonly name: string; readonly text: string }, now: Date): Promise<'kept' | 'closed'>;
  /** Takes a person's answer back; the card is stale until it is changed. */
  unanswer(person: PersonKey, share: string): Promise<void>;
  /** A person's own answer, as it stands. */
  findAnswer(person: PersonKey, share: string): Promise<string | undefined>;
  /** Closes a round for good; only its sharer can. */
  close(sharer: PersonKey, share: string, now: Date): Promise<'closed' | 'not-yours'>;
  listAnswers(tenant: string, share: string, most: number): Promise<StoredAnswers>;
  /** Notes whether the card in Teams shows what is stored (`fresh`), or may show more: then it is to be changed again. */
  noteCard(tenant: string, share: string, state: 'fresh' | 'stale'): Promise<void>;
  /** Cards that may show more than is stored, those of one conversation beside each other. */
  listStale(): Promise<readonly SharedCard[]>;
};

/** A shared conversation where a person talked to the bot; `id` is without `;messageid=…`. */
export type StoredTalk = Talk & { readonly talkedAt: Date };

/** Where people talked to the bot, for sharing into those conversations. */
export type Talks = {
  /** Notes that a person talked there; older ones than the newest {@link mostTalks} go. Written at most once an hour. */
  note(person: PersonKey, talk: Talk, now: Date): Promise<void>;
  /** Newest first. */
  list(person: PersonKey): Promise<readonly StoredTalk[]>;
  /** The bot was taken out of a conversation: nobody can share there any more. */
  leave(tenant: string, conversation: string): Promise<void>;
};

/** What sharing is stored behind. */
export type SharingStorage = { readonly talks: Talks; readonly shares: Shares; readonly addresses: Addresses };

/** What sharing is done with. */
export type SharingParts = {
  readonly compass: Compass;
  readonly storage: SharingStorage;
  readonly roster: Roster;
  readonly poster: Poster;
  /** Makes the id of a share. */
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
};

/** Has the card of a share changed for all. */
export type Changed = (tenant: string, share: string) => void;
