/**
 * Conversations with others: who is in one, and cards put there and changed.
 */
import { type Activity, type ConversationReference, TeamsInfo, type TurnContext } from 'botbuilder';
import { beyond, within } from '../clock.js';
import type { Address } from '../conversation/person.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Poster, Roster } from '../sharing/ports.js';
import type { TeamsAdapter } from './adapter.js';
import { toActivity } from './outgoing.js';

/** What rooms need. */
export type RoomParts = {
  readonly adapter: Pick<TeamsAdapter, 'continueConversationAsync'>;
  /** The bot's application id; '' in local mode. */
  readonly appId: string;
  readonly log: Log;
};

/** Creates both ports. What fails is logged, and is no answer. */
export function createRooms(parts: RoomParts): { readonly roster: Roster; readonly poster: Poster } {
  const roster: Roster = {
    find: (address, user) =>
      inConversation(parts, address, async (context) => ({ name: (await TeamsInfo.getMember(context, user)).name ?? '' })),
    list: async (address, most) =>
      (await inConversation(parts, address, async (context) => {
        const { members } = await TeamsInfo.getPagedMembers(context, Math.max(50, most));
        return members.slice(0, most).map(({ id, name }) => ({ id, name: name ?? '' }));
      })) ?? [],
  };
  const poster: Poster = {
    async post(address, message) {
      const sent = await inConversation(parts, address, async (context) => ({ id: (await context.sendActivity(toActivity(message)))?.id }));
      return sent ? { ok: true, activity: sent.id || undefined } : { ok: false };
    },
    async update(address, activity, message) {
      const change = { ...toActivity(message), id: activity } as Partial<Activity>;
      return (await inConversation(parts, address, async (context) => (await context.updateActivity(change)) ?? true)) !== undefined;
    },
  };
  return { roster, poster };
}

/** Above what a token and a call may take together. A card that many pressed is changed after the turn of the first is over. */
const roomMs = 16_000;

/** Undefined when it failed. */
async function inConversation<T>(
  { adapter, appId, log }: RoomParts,
  address: Address,
  does: (context: TurnContext) => Promise<T>,
): Promise<T | undefined> {
  let done: T | undefined;
  const note = (error: unknown) => log.warn({ error: traceError(error) }, 'a conversation did not answer');
  const go = () =>
    adapter.continueConversationAsync(appId, toReference(address), async (context) => {
      // A made-up activity to reply to: without it the message is a post of its own, in channels too.
      delete (context.activity as { id?: string }).id;
      // Errors that leave this function are swallowed by the adapter.
      done = await does(context).catch((error: unknown) => void note(error));
    });
  await beyond(() => within(roomMs, go)).catch(note);
  return done;
}

function toReference({ serviceUrl, conversation, botId }: Address): Partial<ConversationReference> {
  return {
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: conversation } as ConversationReference['conversation'],
    ...(botId && { bot: { id: botId, name: '' } }),
  };
}
