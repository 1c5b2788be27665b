/**
 * What is outside of the product, behind its own ports: who is where is as a test says, and what goes out is kept.
 */
import type { Message } from '../../src/cards/message.js';
import type { Address } from '../../src/conversation/person.js';
import type { Messenger } from '../../src/nudges/ports.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import type { Poster, Roster } from '../../src/sharing/ports.js';

/** A message, and where it went. */
export type Delivered = { readonly address: Address; readonly message: Message };

/** The ports through which the product reaches people. */
export type Ports = { readonly messenger: Messenger; readonly roster: Roster; readonly poster: Poster };

/** The ports, what went out through them, and what a test may change while the product runs. */
export type Outside = Ports & {
  /** What came by itself, in order. */
  sent: Delivered[];
  /** Cards that were put into conversations, in order. */
  readonly posted: Delivered[];
  /** Cards as they were after each change, in order. */
  readonly updated: Message[];
  /** What becomes of a message that is sent. */
  outcome: (conversation: string) => Outcome;
  /** What a member is called; undefined for who is none. */
  nameOf: (user: string, conversation: string) => string | undefined;
  /** The ids of a conversation's members. */
  membersOf: (conversation: string) => readonly string[];
};

/** Teams takes everything, and everybody is a member and called Mette Sørensen, until the test says otherwise. */
export function createOutside(changes: Partial<Pick<Outside, 'outcome' | 'nameOf' | 'membersOf'>> = {}): Outside {
  const outside: Outside = {
    sent: [],
    posted: [],
    updated: [],
    outcome: () => ({ kind: 'sent' }),
    nameOf: () => 'Mette Sørensen',
    membersOf: () => [],
    ...changes,
    messenger: {
      async send(address, message) {
        outside.sent.push({ address, message });
        return outside.outcome(address.conversation);
      },
    },
    roster: {
      async find({ conversation }, user) {
        const name = outside.nameOf(user, conversation);
        return name === undefined ? undefined : { name };
      },
      list: async ({ conversation }, most) =>
        outside
          .membersOf(conversation)
          .slice(0, most)
          .map((id) => ({ id, name: `${id.slice(3, 4).toUpperCase()}${id.slice(4)} Kjær` })),
    },
    poster: {
      async post(address, message) {
        outside.posted.push({ address, message });
        return { ok: true, activity: `m${outside.posted.length}` };
      },
      update: async (_, __, message) => outside.updated.push(message) > 0,
    },
  };
  return outside;
}
