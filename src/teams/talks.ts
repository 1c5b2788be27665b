import { keyOf } from '../conversation/person.js';
import type { Talks } from '../sharing/ports.js';
import type { RememberReference } from './references.js';

/**
 * Creates what notes, beside the address, that a person talked to the bot in a group chat or channel, and forgets those of
 * a conversation that the bot was taken out of.
 */
export function createRememberTalks(talks: Pick<Talks, 'note' | 'leave'>, next: RememberReference): RememberReference {
  return async (envelope, incoming, now) => {
    await next(envelope, incoming, now);
    const { person, conversation, what } = incoming;
    if (conversation.kind === 'personal') return;
    if (what.kind === 'removed') return talks.leave(person.tenant, conversation.id);
    const key = keyOf(person);
    if (!key || what.kind === 'installed') return;
    const { team, channel } = envelope.channelData ?? {};
    const name = envelope.conversation.name ?? ([team?.name, channel?.name].filter(Boolean).join(' › ') || undefined);
    await talks.note(key, { id: conversation.id, kind: conversation.kind, name }, now);
  };
}
