/**
 * One thing that happened in a conversation, whoever it came through.
 */

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
    /** A button of a card of ours; `data` is untrusted. `invoke` when the answer replaces the card, `auto` when nobody pressed it. */
    | { readonly kind: 'action'; readonly data: unknown; readonly invoke: boolean; readonly auto?: boolean }
    /** A message with only a file, a picture or a voice clip. */
    | { readonly kind: 'attachment' }
    /** The bot was added to the conversation (any of the events that say so). */
    | { readonly kind: 'installed' }
    | { readonly kind: 'removed' };
};
