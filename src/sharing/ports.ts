/**
 * What sharing needs of the place where people talk.
 */
import type { Message } from '../cards/message.js';
import type { Address } from '../storage/addresses.js';

/** Who is in a conversation, asked when it matters. */
export type Roster = {
  /** A member by their id on the channel; undefined when they are none, and when there is no answer. */
  find(address: Address, user: string): Promise<{ readonly name: string } | undefined>;
  /** Ids of members, at most so many; empty when there is no answer. */
  list(address: Address, most: number): Promise<readonly string[]>;
};

/** Puts cards into conversations; never throws. */
export type Poster = {
  /** `activity` is the id of the message, where the channel gives one. */
  post(address: Address, message: Message): Promise<{ readonly ok: true; readonly activity: string | undefined } | { readonly ok: false }>;
  update(address: Address, activity: string, message: Message): Promise<boolean>;
};
