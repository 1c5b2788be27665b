import type { Activity, TurnContext } from 'botbuilder';
import type { Bot, Incoming, Reply, Sorry } from '../bot.js';
import type { Clock } from '../clock.js';
import { type ErrorTrace, traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { TeamsAdapter } from './adapter.js';
import type { Who } from './authentication.js';
import type { Claims } from './duplicates.js';
import type { AnswerInvoke } from './extension.js';
import { findActivityRefusal, findSenderRefusal, type Policy, type Sender } from './guard.js';
import { type Envelope, parseEnvelope, readActivity, readSender } from './incoming.js';
import { type Limiter, longestText, searchCost, type Verdict } from './limits.js';
import { planActivities, sendActivities, toBusyAnswer, toInvokeWords } from './outgoing.js';
import type { RememberReference } from './references.js';

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
  /** What a person is told when something broke, or was too much. */
  readonly sorry: Sorry;
  readonly policy: Policy;
  readonly claims: Claims;
  /** How much is answered; everything when left out. */
  readonly limit?: Limiter | undefined;
  /** Answers the invokes that are no buttons of cards; they get 501 when left out. */
  readonly invokes?: AnswerInvoke | undefined;
  /** Notes where messages to a person or conversation go; nobody when left out. */
  readonly remember?: RememberReference | undefined;
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
  if (reading.kind === 'unknownInvoke') return answerOtherInvoke(checked.who, activity, envelope, parts);
  if (reading.kind === 'ignored')
    return activity.deliveryMode === 'expectReplies' ? { status: 200, body: { activities: [] } } : { status: 200 };
  const answer = await parts.adapter.turn(checked.who, activity, (context) => answerTurn(context, envelope, reading.incoming, parts));
  return answer ?? { status: 200 };
}

/** The message extension's invokes are answered with a body within their own request; the rest is not ours. */
async function answerOtherInvoke(who: Who, activity: Activity, envelope: Envelope, parts: ReceiverParts): Promise<HttpAnswer> {
  const { log, adapter } = parts;
  const { name = '' } = envelope;
  const body = await findInvokeBody(name, envelope, parts);
  if (body === undefined) return { status: 501 };
  log.info({ what: name }, 'invoke');
  const answer = { type: 'invokeResponse', value: { status: 200, body } };
  return (await adapter.turn(who, activity, async (context) => void (await context.sendActivity(answer)))) ?? { status: 200 };
}

async function findInvokeBody(name: string, envelope: Envelope, { invokes, limit, sorry, clock, log }: ReceiverParts): Promise<unknown> {
  const sender = readSender(envelope, clock());
  const apologise = (why?: 'busy') => toInvokeWords(name, sorry(sender.locale, why));
  const isExtension = name.startsWith('composeExtension/');
  if (isExtension && limit && limit(callerOf(sender), clock(), searchCost) !== 'answer') return apologise('busy');
  try {
    return await invokes?.(name, envelope.value, sender);
  } catch (error) {
    if (!isExtension) throw error;
    log.error({ what: name, error: traceError(error) }, 'invoke failed');
    return apologise();
  }
}

/** Whom a limit counts. */
function callerOf({ person }: Pick<Incoming, 'person'>): string {
  return JSON.stringify([person.tenant, person.entraId ?? person.channelId]);
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
  await rememberReference(envelope, incoming, parts);
  const verdict = isNew ? judge(incoming, parts) : 'ignore';
  const reply = verdict === 'answer' ? await askBot(incoming, parts) : [];
  const sent = await sendActivities(
    context,
    verdict === 'answer' || !isNew ? planActivities(incoming.what, reply) : planApology(incoming, verdict, parts),
  );
  if (sent.ok) parts.log.info({ what: incoming.what.kind, where: incoming.conversation.kind, isNew, messages: reply.length }, 'turn');
  else parts.log.error({ what: incoming.what.kind, error: sent.error }, 'sending failed');
}

/** False for the same activity again. One without an id can't be told apart, and is taken as new. */
async function claim(envelope: Envelope, { person, conversation }: Incoming, { claims, clock }: ReceiverParts): Promise<boolean> {
  return envelope.id === undefined || claims.claim(JSON.stringify([person.tenant, conversation.id, envelope.id]), clock(), activitySeconds);
}

/** Texts longer than anybody asks are not read, and what comes and goes with the bot itself is never too much. */
function judge(incoming: Incoming, { limit, clock }: ReceiverParts): Verdict | 'long' {
  const { what } = incoming;
  if (what.kind === 'installed' || what.kind === 'removed') return 'answer';
  const verdict = limit?.(callerOf(incoming), clock()) ?? 'answer';
  return verdict === 'answer' && what.kind === 'text' && what.text.length > longestText ? 'long' : verdict;
}

/** A button waits for its answer, however often it is pressed; a message does not, and is left at that. */
function planApology({ what, locale }: Incoming, verdict: Exclude<Verdict, 'answer'> | 'long', { sorry }: ReceiverParts) {
  if (what.kind === 'action' && what.invoke)
    return [{ type: 'invokeResponse', value: { status: 200, body: toBusyAnswer(sorry(locale, 'busy')) } }];
  return verdict === 'ignore' ? [] : planActivities(what, [sorry(locale, verdict === 'long' ? 'long' : 'busy')]);
}

/** An address that could not be noted is no reason to leave a person without an answer. */
async function rememberReference(envelope: Envelope, incoming: Incoming, { remember, clock, log }: ReceiverParts): Promise<void> {
  try {
    await remember?.(envelope, incoming, clock());
  } catch (error) {
    log.error({ error: traceError(error) }, 'an address was not noted');
  }
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
