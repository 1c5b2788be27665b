import type { Activity, TurnContext } from 'botbuilder';
import type { Bot, Incoming, Message, Reply } from '../bot.js';
import type { Clock } from '../clock.js';
import { type ErrorTrace, traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { TeamsAdapter } from './adapter.js';
import type { Claims } from './duplicates.js';
import { findActivityRefusal, findSenderRefusal, type Policy, type Sender } from './guard.js';
import { type Envelope, parseEnvelope, readActivity } from './incoming.js';
import { planActivities, sendActivities } from './outgoing.js';

/** A request to the messaging endpoint, its body read as text. */
export type ReceivedRequest = Sender & { readonly body: string };

/** What to answer over HTTP; refusals have no body, so that they tell nothing. */
export type HttpAnswer = { readonly status: number; readonly body?: unknown };

/** Takes one request to its answer; never throws. */
export type Receive = (request: ReceivedRequest) => Promise<HttpAnswer>;

/** What the messaging endpoint is made of. */
export type ReceiverParts = {
  readonly adapter: TeamsAdapter;
  readonly bot: Bot;
  /** What a person is told when something broke; the argument is their client's language tag. */
  readonly sorry: (locale: string | undefined) => Message;
  readonly policy: Policy;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly log: Log;
};

/** Teams sends an activity again when the answer takes long, up to four times within some minutes. */
const activitySeconds = 600;

/** Creates the messaging endpoint: who is it, what is it, was it here before, what does the bot say, send that. */
export function createReceiver(parts: ReceiverParts): Receive {
  return async (request) => {
    try {
      return await receive(request, parts);
    } catch (error) {
      parts.log.error({ error: traceError(error) }, 'request failed');
      return { status: 500 };
    }
  };
}

async function receive(request: ReceivedRequest, parts: ReceiverParts): Promise<HttpAnswer> {
  const { policy, clock, log } = parts;
  const unknownSender = findSenderRefusal(request, policy, clock());
  if (unknownSender) return refuse(unknownSender, log);
  const body = parseJson(request.body);
  const envelope = parseEnvelope(body);
  if (!envelope) return { status: 400 };
  const refusal = findActivityRefusal(envelope, policy);
  if (refusal) return refuse(refusal, log);
  const activity = body as Activity;
  const checked = await parts.adapter.authenticate(request.authorization ?? '', activity);
  if (checked.kind !== 'proven') return refuseUnproven(checked, log);
  const reading = readActivity(envelope, clock());
  if (reading.kind === 'unknownInvoke') return { status: 501 };
  if (reading.kind === 'ignored')
    return activity.deliveryMode === 'expectReplies' ? { status: 200, body: { activities: [] } } : { status: 200 };
  const answer = await parts.adapter.turn(checked.who, activity, (context) => answerTurn(context, envelope, reading.incoming, parts));
  return answer ?? { status: 200 };
}

/** A key set that can't be read is our trouble, not the sender's: 503 lets Teams come back. */
function refuseUnproven({ kind, error }: { kind: 'unauthorized' | 'unavailable'; error: ErrorTrace }, log: Log): HttpAnswer {
  if (kind === 'unauthorized') return refuse({ status: 401, reason: error.name }, log);
  log.error({ error }, 'the key set for inbound tokens cannot be read');
  return { status: 503 };
}

function refuse({ status, reason }: { status: number; reason: string }, log: Log): HttpAnswer {
  log.warn({ status, reason }, 'request refused');
  return { status };
}

async function answerTurn(context: TurnContext, envelope: Envelope, incoming: Incoming, parts: ReceiverParts): Promise<void> {
  const isNew = await claim(envelope, incoming, parts);
  const reply = isNew ? await askBot(incoming, parts) : [];
  const sent = await sendActivities(context, planActivities(incoming.what, reply));
  if (sent.ok) parts.log.info({ what: incoming.what.kind, where: incoming.conversation.kind, isNew, messages: reply.length }, 'turn');
  else parts.log.error({ what: incoming.what.kind, error: sent.error }, 'sending failed');
}

/** False for the same activity again. One without an id can't be told apart, and is taken as new. */
async function claim(envelope: Envelope, { person, conversation }: Incoming, { claims, clock }: ReceiverParts): Promise<boolean> {
  return envelope.id === undefined || claims.claim(JSON.stringify([person.tenant, conversation.id, envelope.id]), clock(), activitySeconds);
}

async function askBot(incoming: Incoming, { bot, sorry, log }: ReceiverParts): Promise<Reply> {
  try {
    return await bot(incoming);
  } catch (error) {
    log.error({ what: incoming.what.kind, error: traceError(error) }, 'turn failed');
    return incoming.what.kind === 'removed' ? [] : [sorry(incoming.locale)];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
