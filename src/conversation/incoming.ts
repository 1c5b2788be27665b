/**
 * One thing that happened in a conversation, whoever it came through.
 */
import type { Address, Conversation, Person } from './person.js';

/** A thumb up or down. */
export type Reaction = 'like' | 'dislike';

/** One thing that happened, already parsed, with the bot's mention taken out of the text. */
export type Incoming = {
  readonly person: Person;
  /** What the channel calls them, where it says; for nothing but what they sign themselves. */
  readonly name?: string | undefined;
  readonly conversation: Conversation;
  /** BCP 47 tag of the person's client ("da-DK"), where sent. */
  readonly locale: string | undefined;
  /** IANA time zone of the person's client, where sent. */
  readonly timeZone: string | undefined;
  /** IANA time zone of the people of their municipality, for who names none. */
  readonly homeZone?: string | undefined;
  /** Set where nothing comes by itself in their municipality; `until`: it goes on by itself on that local date. */
  readonly rests?: { readonly until?: string | undefined } | undefined;
  /** Where messages go: to the person in their own chat, elsewhere to the conversation. Undefined where the channel does not say. */
  readonly address?: Address | undefined;
  /** When the channel says that it happened. */
  readonly at: Date;
  readonly what: /** Text that a person wrote. */
    | { readonly kind: 'text'; readonly text: string }
    /**
     * A button of a card of ours; `data` is untrusted. `invoke` when the answer is given within the request: in place of the card, or,
     * with `dialog`, in the dialog that the button opens or stands in. `auto` when nobody pressed it.
     */
    | { readonly kind: 'action'; readonly data: unknown; readonly invoke: boolean; readonly auto?: boolean; readonly dialog?: true }
    /** A thumb under an answer. `sent` is what stood in the fields of its form, untrusted; without it the form is asked for. */
    | { readonly kind: 'rated'; readonly reaction: Reaction; readonly answer: string | undefined; readonly sent?: unknown }
    /** A message with only a file, a picture or a voice clip. */
    | { readonly kind: 'attachment' }
    /** The bot was added to the conversation (any of the events that say so). */
    | { readonly kind: 'installed' }
    | { readonly kind: 'removed' };
};

/** Whether it happened in a dialog: its first answer is shown there, and whatever else there is to say goes into the chat. */
export function isInDialog({ what }: Pick<Incoming, 'what'>): boolean {
  return what.kind === 'rated' ? what.sent === undefined : what.kind === 'action' && what.dialog === true;
}
