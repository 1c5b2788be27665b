/**
 * Who there is: a person, where they write, and whom a message of ours is for.
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

/** Where it was written. `id` is without `;messageid=…`; `name` is what people call it, where the channel says. */
export type Conversation = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly name?: string | undefined;
};

/** Whose rows: every table that holds something about a person is keyed by these two. */
export type PersonKey = { readonly tenant: string; readonly entraId: string };

/**
 * The key of a person, in lower case as Entra ids compare. Undefined for people whose activities carry no Entra
 * object id: about them nothing is stored.
 */
export function keyOf({ tenant, entraId }: Pick<Person, 'tenant' | 'entraId'>): PersonKey | undefined {
  return entraId ? { tenant: tenant.toLowerCase(), entraId: entraId.toLowerCase() } : undefined;
}

/** Whom a nudge is for: a person in their own chat, or a shared conversation (a channel or group chat; its id without `;messageid=…`). */
export type Recipient =
  | { readonly kind: 'person'; readonly person: PersonKey }
  | { readonly kind: 'conversation'; readonly tenant: string; readonly conversation: string };

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

/** A person as recipient. */
export function personal(person: PersonKey): Recipient {
  return { kind: 'person', person };
}

/** What tells a recipient from every other of its tenant, in one string that is never empty: `person …` or `conversation …`. */
export function nameOfRecipient(recipient: Recipient): string {
  return recipient.kind === 'person' ? `person ${recipient.person.entraId.toLowerCase()}` : `conversation ${recipient.conversation}`;
}

/** What tells a recipient from every other there is: from it comes what is by chance for each of them, and stays as it is. */
export function seedOf(recipient: Recipient): string {
  return `${tenantOf(recipient)} ${nameOfRecipient(recipient)}`;
}

/** The tenant of a recipient, in lower case as Entra ids compare. */
export function tenantOf(recipient: Recipient): string {
  return (recipient.kind === 'person' ? recipient.person : recipient).tenant.toLowerCase();
}
