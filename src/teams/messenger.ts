import type { ConversationReference } from 'botbuilder';
import type { Messenger } from '../delivery.js';
import { traceError } from '../errors.js';
import type { Outcome, StopReason } from '../nudges/plan.js';
import type { Address } from '../storage/addresses.js';
import type { TeamsAdapter } from './adapter.js';
import { SendFailed } from './connector-client.js';
import { toActivity } from './outgoing.js';

/** What sending needs. */
export type MessengerParts = {
  readonly adapter: Pick<TeamsAdapter, 'continueConversationAsync'>;
  /** The bot's application id; '' in local mode. */
  readonly appId: string;
};

/** Creates the messenger that reaches people in Teams without being spoken to. One request for each message. */
export function createMessenger({ adapter, appId }: MessengerParts): Messenger {
  return {
    async send(address, message) {
      // Nothing was sent when the SDK fails before it comes to us; it may have been when it says nothing.
      let outcome: Outcome = { kind: 'refused', reason: 'not-started' };
      try {
        await adapter.continueConversationAsync(appId, toReference(address), async (context) => {
          // A made-up activity to reply to: without it the message is a post of its own, in channels too.
          delete (context.activity as { id?: string }).id;
          outcome = { kind: 'ambiguous', reason: 'no-outcome' };
          // Errors that leave this function are swallowed by the adapter.
          outcome = await context.sendActivity(toActivity(message)).then(() => ({ kind: 'sent' as const }), readOutcome);
        });
      } catch (error) {
        return outcome.kind === 'refused' ? { kind: 'refused', reason: traceError(error).name } : outcome;
      }
      return outcome;
    },
  };
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
 * What a failed call means. Only 429 and 412 say that nothing was delivered and that it may be tried again; after a
 * time-out, a broken connection or a 5xx nobody knows (Teams, "Rate limiting for bots", and threads on doubled messages).
 */
export function readOutcome(error: unknown, now: Date = new Date()): Outcome {
  if (!(error instanceof SendFailed)) return { kind: 'ambiguous', reason: traceError(error).name };
  const { code, retryAfter, errorCode } = error;
  if (code === 'timeout' || code === 'network') return { kind: 'ambiguous', reason: code };
  if (code === 'forbidden-host') return { kind: 'refused', reason: code };
  if (code === 429 || code === 412) return { kind: 'throttled', retryAfterMs: readRetryAfter(retryAfter, now) };
  if (code === 408 || code >= 500) return { kind: 'ambiguous', reason: `http-${code}` };
  const reason = findStopReason(code, errorCode);
  return reason ? { kind: 'unreachable', reason } : { kind: 'refused', reason: `http-${code}` };
}

/** The connector's words for a recipient that can't be reached (Teams, "Status codes from bot conversational APIs"). */
const stopReasons: Readonly<Record<string, StopReason>> = {
  BotNotInConversationRoster: 'removed',
  ForbiddenOperationException: 'removed',
  MessageWritesBlocked: 'blocked',
  ConversationBlockedByUser: 'blocked',
  BotDisabledByAdmin: 'disabled',
  ConversationNotFound: 'gone',
};

/** Words that blame the request and not the recipient. */
const ourFault = ['InvalidBotApiHost', 'BadArgument', 'BadSyntax', 'ServiceError'];

/** Undefined for a 403 or 404 without the connector's own word: a proxy's refusal must not stop everybody's plans. */
function findStopReason(status: number, errorCode: string | undefined): StopReason | undefined {
  if ((status !== 403 && status !== 404) || errorCode === undefined || ourFault.includes(errorCode)) return undefined;
  return stopReasons[errorCode] ?? (status === 404 ? 'gone' : 'forbidden');
}

/** Seconds or an HTTP date; undefined for anything else. */
function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
