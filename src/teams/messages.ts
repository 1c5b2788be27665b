import type { Activity } from 'botbuilder';
import { timeLeft, within } from '../clock.js';
import { type ErrorTrace, traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { TeamsAdapter } from './adapter.js';
import type { Who } from './authentication.js';
import type { AnswerInvoke } from './extension.js';
import { findActivityRefusal, findSenderRefusal, type Policy, type Sender } from './guard.js';
import { type Envelope, parseEnvelope, readActivity, readSender } from './incoming.js';
import { parseJson } from './json.js';
import { searchCost } from './limits.js';
import { toInvokeWords } from './outgoing.js';
import { type AnswerTurn, type Budget, callerOf, createTurn, type TurnParts } from './turn.js';

/** A request to the messaging endpoint, its body read as text. */
export type ReceivedRequest = Sender & { readonly body: string };

/** What to answer over HTTP; refusals have no body, so that they tell nothing. */
export type HttpAnswer = { readonly status: number; readonly body?: unknown };

/** Takes one request to its answer; never throws. */
export type Receive = (request: ReceivedRequest) => Promise<HttpAnswer>;

/** What the messaging endpoint is made of. */
export type ReceiverParts = TurnParts & {
  readonly adapter: TeamsAdapter;
  readonly policy: Policy;
  /** Answers the invokes that are no buttons of cards; they get 501 when left out. */
  readonly invokes?: AnswerInvoke | undefined;
  /** How long things may take; as Teams wants it when left out. */
  readonly budgets?: typeof usualBudgets | undefined;
};

/**
 * Teams gives a message up after some 15 s, and what the message extension is asked after 5. The last word of an extension
 * is the answer itself, and that of a turn is one more message.
 */
const usualBudgets: { readonly turn: Budget; readonly extension: Budget } = {
  turn: { thinkingMs: 12_000, lastWordMs: 2_500 },
  extension: { thinkingMs: 4_000, lastWordMs: 500 },
};

/** Invokes that there is nothing to say to, but that must not fail: what is pressed below an answer, and the form for it. */
const taken = ['message/submitAction', 'message/fetchTask'];

type Parts = ReceiverParts & { readonly answerTurn: AnswerTurn };

/** Creates the messaging endpoint: who is it, what is it, and the turn for it. */
export function createReceiver(parts: ReceiverParts): Receive {
  const all = { ...parts, answerTurn: createTurn(parts) };
  return async (request) => {
    try {
      return await receive(request, all);
    } catch (error) {
      parts.log.error({ error: traceError(error) }, 'request failed');
      return { status: 500 };
    }
  };
}

async function receive(request: ReceivedRequest, parts: Parts): Promise<HttpAnswer> {
  const { policy, clock, log, budgets = usualBudgets } = parts;
  const unknownSender = findSenderRefusal(request, policy, clock());
  if (unknownSender) return refuse(unknownSender, log);
  const body = parseJson(request.body);
  const envelope = parseEnvelope(body);
  if (!envelope) return { status: 400 };
  const refusal = findActivityRefusal(envelope, policy);
  if (refusal) return refuse(refusal, log);
  const budget = isExtension(envelope) ? budgets.extension : budgets.turn;
  let isProven = false;
  const answer = async () => {
    const checked = await parts.adapter.authenticate(request.authorization ?? '', body as Activity);
    if (checked.kind !== 'proven') return refuseUnproven(checked, log);
    isProven = true;
    return answerProven({ who: checked.who, activity: body as Activity, envelope, budget }, parts);
  };
  return within(budget.thinkingMs + budget.lastWordMs, answer).catch((error: unknown) => {
    // A proven sender is none the wiser for an error: Teams would send the same again.
    log.error({ error: traceError(error) }, 'an answer was given up');
    return { status: isProven ? 200 : 503 };
  });
}

/** Something from a proven sender, and how long it may take. */
type Proven = { readonly who: Who; readonly activity: Activity; readonly envelope: Envelope; readonly budget: Budget };

async function answerProven(proven: Proven, parts: Parts): Promise<HttpAnswer> {
  const { who, activity, envelope, budget } = proven;
  const reading = readActivity(envelope, parts.clock(), parts.policy.local);
  if (reading.kind === 'extensionInvoke') return answerExtension(proven, parts);
  if (reading.kind === 'ignored')
    return activity.deliveryMode === 'expectReplies' ? { status: 200, body: { activities: [] } } : { status: 200 };
  const { incoming } = reading;
  return (await parts.adapter.turn(who, activity, (context) => parts.answerTurn(context, envelope, incoming, budget))) ?? { status: 200 };
}

/** The message extension's invokes are answered with a body within their own request; the rest is not ours. */
async function answerExtension({ who, activity, envelope, budget }: Proven, parts: Parts): Promise<HttpAnswer> {
  const { name = '' } = envelope;
  const isTaken = taken.includes(name);
  const body = isTaken ? undefined : await findInvokeBody(name, envelope, budget, parts);
  if (!isTaken && body === undefined) return { status: 501 };
  parts.log.info({ what: name }, 'invoke');
  const answer = { type: 'invokeResponse', value: { status: 200, body } };
  return (await parts.adapter.turn(who, activity, async (context) => void (await context.sendActivity(answer)))) ?? { status: 200 };
}

async function findInvokeBody(name: string, envelope: Envelope, { thinkingMs, lastWordMs }: Budget, parts: Parts): Promise<unknown> {
  const { invokes, limit, sorry, clock, log, policy } = parts;
  const sender = readSender(envelope, clock(), policy.local);
  const apologise = (why?: 'busy') => toInvokeWords(name, sorry(sender.locale, why));
  const isOurs = isExtension(envelope);
  if (isOurs && limit && limit(callerOf(sender), clock(), searchCost) !== 'answer') return apologise('busy');
  try {
    return await within(timeLeft(thinkingMs + lastWordMs) - lastWordMs, async () => invokes?.(name, envelope.value, sender));
  } catch (error) {
    if (!isOurs) throw error;
    log.error({ what: name, error: traceError(error) }, 'invoke failed');
    return apologise();
  }
}

function isExtension({ type, name }: Envelope): boolean {
  return type === 'invoke' && name !== undefined && name.startsWith('composeExtension/');
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
