import type { Incoming } from '../conversation/incoming.js';
import { keyOf, personal, type Recipient } from '../conversation/person.js';
import type { Address, Addresses } from '../conversation/ports.js';
import type { Envelope } from './incoming.js';

/** Whose address an activity tells, and the address. */
export type Reference = { readonly recipient: Recipient; readonly address: Address };

/**
 * The address that an activity tells: in a personal chat the person's, in a channel or group chat the conversation's and
 * never the person's, or a private message would land among others. Undefined where nothing may be stored: the sender
 * has no Entra object id, or the bot was just taken away.
 */
function readReference(envelope: Envelope, { person, conversation, what }: Incoming): Reference | undefined {
  const key = keyOf(person);
  if (!key || !envelope.serviceUrl || what.kind === 'removed') return undefined;
  const botId = envelope.recipient?.id;
  const address = { serviceUrl: envelope.serviceUrl, conversation: conversation.id, ...(botId && { botId }) };
  if (conversation.kind === 'personal') return { recipient: personal(key), address: { ...address, userId: person.channelId } };
  return { recipient: { kind: 'conversation', tenant: key.tenant, conversation: conversation.id }, address };
}

/** Remembers the address that an activity tells, before the bot answers: what it plans must find its way. */
export type RememberReference = (envelope: Envelope, incoming: Incoming, now: Date) => Promise<void>;

/** Creates what the messaging endpoint calls for every activity; it writes only when an address changed. */
export function createRememberReference(addresses: Pick<Addresses, 'save'>): RememberReference {
  return async (envelope, incoming, now) => {
    const reference = readReference(envelope, incoming);
    if (reference) await addresses.save(reference.recipient, reference.address, now);
  };
}
