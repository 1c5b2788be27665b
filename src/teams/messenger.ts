import type { ConversationReference } from 'botbuilder';
import type { Message } from '../cards/message.js';
import { within } from '../clock.js';
import type { Address } from '../conversation/person.js';
import { traceError } from '../errors.js';
import type { Messenger } from '../nudges/ports.js';
import type { Outcome, StopReason } from '../nudges/rules/plan.js';
import type { TeamsAdapter } from './adapter.js';
import { SendFailed, watchCalls } from './connector-client.js';
import { toActivity } from './outgoing.js';
import { readRetryAfter } from './retry.js';

/** What sending needs. */
export type MessengerParts = {
  readonly adapter: Pick<TeamsAdapter, 'continueConversationAsync'>;
  /** The bot's application id; '' in local mode. */
  readonly appId: string;
};

/** Above what a token and a call may take together, so that what became of the call is known before. */
const sendMs = 16_000;

/**
 * Creates the messenger that reaches people in Teams without being spoken to. One request for each message. It never
 * rejects, and takes no longer than 16 s, or what is left of a deadline.
 */
export function createMessenger(parts: MessengerParts): Messenger {
  return {
    send: (address, message) =>
      watchCalls(async (reached) => {
        // What fails before the connector is called, such as getting a token, has sent nothing.
        const judge = (error: unknown): Outcome => (reached.isReached ? readOutcome(error) : { kind: 'not-sent', reason: reasonOf(error) });
        return within(sendMs, () => post(parts, address, message, judge)).catch(judge);
      }),
  };
}

async function post(
  { adapter, appId }: MessengerParts,
  address: Address,
  message: Message,
  judge: (error: unknown) => Outcome,
): Promise<Outcome> {
  let outcome: Outcome = { kind: 'refused', reason: 'not-started' };
  try {
    await adapter.continueConversationAsync(appId, toReference(address), async (context) => {
      // A made-up activity to reply to: without it the message is a post of its own, in channels too.
      delete (context.activity as { id?: string }).id;
      // Errors that leave this function are swallowed by the adapter.
      outcome = await context.sendActivity(toActivity(message)).then(() => ({ kind: 'sent' as const }), judge);
    });
  } catch (error) {
    // Such an address can't be sent to, today or tomorrow.
    return outcome.kind === 'refused' ? { kind: 'refused', reason: traceError(error).name } : outcome;
  }
  return outcome;
}

function reasonOf(error: unknown): string {
  const { name, code } = traceError(error);
  return code === undefined ? name : `${name}-${code}`;
}

/** The parts of a conversation reference that the connector needs. */
function toReference({ serviceUrl, conversation, botId, userId }: Address): Partial<ConversationReference> {
  return {
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: conversation } as ConversationReference['conversation'],
    ...(botId && { bot: { id: botId, name: '' } }),
    ...(userId && { user: { id: userId, name: '' } }),
  };
}

/**
 * What a failed call means. Only 429 and 412 say that nothing was delivered and that it may be tried again, and so do 401,
 * whose token is not used again, and a connection that was never made; after a time-out, a broken connection or a 5xx
 * nobody knows (Teams, "Rate limiting for bots", and threads on doubled messages).
 */
export function readOutcome(error: unknown, now: Date = new Date()): Outcome {
  if (!(error instanceof SendFailed)) return { kind: 'ambiguous', reason: traceError(error).name };
  const { code, retryAfter, words, hasLeft } = error;
  if (code === 'timeout' || code === 'network') return { kind: hasLeft ? 'ambiguous' : 'not-sent', reason: code };
  if (code === 'forbidden-host') return { kind: 'refused', reason: code };
  if (code === 429 || code === 412) return { kind: 'throttled', retryAfterMs: readRetryAfter(retryAfter, now) };
  if (code === 401) return { kind: 'not-sent', reason: 'http-401' };
  if (code === 408 || code >= 500) return { kind: 'ambiguous', reason: `http-${code}` };
  const reason = findStopReason(code, words);
  return reason ? { kind: 'unreachable', reason } : { kind: 'refused', reason: `http-${code}` };
}

/** The connector's words for a recipient that can't be reached (Teams, "Status codes from bot conversational APIs"). */
const stopReasons: ReadonlyMap<string, StopReason> = new Map([
  ['BotNotInConversationRoster', 'removed'],
  ['ForbiddenOperationException', 'removed'],
  ['MessageWritesBlocked', 'blocked'],
  ['ConversationBlockedByUser', 'blocked'],
  ['BotDisabledByAdmin', 'disabled'],
  ['ConversationNotFound', 'gone'],
]);

/** Words that blame the request and not the recipient. */
const ourFault = ['InvalidBotApiHost', 'BadArgument', 'BadSyntax', 'ServiceError'];

/** Undefined for a 403 or 404 without the connector's own word: a proxy's refusal must not stop everybody's plans. */
function findStopReason(status: number, words: readonly string[]): StopReason | undefined {
  if (status !== 403 && status !== 404) return undefined;
  const [known] = words.flatMap((word) => stopReasons.get(word) ?? []);
  if (known || words.length === 0 || words.some((word) => ourFault.includes(word))) return known;
  return status === 404 ? 'gone' : 'forbidden';
}
