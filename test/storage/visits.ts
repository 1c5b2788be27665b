/**
 * People who write, for tests that need what that leaves in the database.
 */
import type { Address, PersonKey, Recipient } from '../../src/conversation/person.js';
import type { Found, Visit } from '../../src/conversation/ports.js';
import type { Storage } from '../../src/storage/storage.js';

type Visited = Pick<Storage, 'visits'>;

/** A visit to a conversation: one's own chat, or a group chat where its id says so. */
export function visitTo(conversation: string, person: PersonKey, at: Date): Visit {
  return { person, conversation: { id: conversation, kind: conversation.startsWith('19:') ? 'groupChat' : 'personal' }, at };
}

/** Somebody comes, and what is news of that is noted; tells whether there was any. */
export async function comes({ visits }: Visited, visit: Visit): Promise<boolean> {
  const { isNoted } = await visits.find(visit);
  if (!isNoted) await visits.keep({ visit, isNews: true });
  return !isNoted;
}

/** Somebody writes in their own chat. */
export async function seen(storage: Visited, person: PersonKey, at: Date): Promise<void> {
  await comes(storage, visitTo('a:1', person, at));
}

/** Somebody asks a question, which is kept. */
export function asked({ visits }: Visited, person: PersonKey, conversation: string, last: unknown, at: Date): Promise<void> {
  return visits.keep({ visit: visitTo(conversation, person, at), context: { last, misses: 0 } });
}

/** What is known of somebody who writes there. */
export function found({ visits }: Visited, person: PersonKey, conversation: string, at: Date): Promise<Found> {
  return visits.find(visitTo(conversation, person, at));
}

/** Somebody writes whose activity tells this address: the person themself, or anybody in a shared conversation; tells whether that was news. */
export function heard(storage: Visited, recipient: Recipient, address: Address, at: Date): Promise<boolean> {
  const isPerson = recipient.kind === 'person';
  const person = isPerson ? recipient.person : { tenant: recipient.tenant, entraId: 'somebody' };
  const conversation = isPerson
    ? ({ id: address.conversation, kind: 'personal' } as const)
    : ({ id: recipient.conversation, kind: 'groupChat' } as const);
  return comes(storage, { person, conversation, address, at });
}
