import { randomInt } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { type Elapsed, systemElapsed, TimeOver, timeLeft, within } from '../clock.js';
import { type ErrorTrace, traceError } from '../errors.js';
import type { Metrics, RefusalReason, TurnOutcome } from '../metrics.js';
import { createTurnIds, inTurn } from '../turn-id.js';
import type { TeamsAdapter } from './adapter.js';
import type { Who } from './authentication.js';
import type { AnswerInvoke } from './extension.js';
import { findActivityRefusal, findSenderRefusal, type Policy, type Sender } from './guard.js';
import { type Envelope, parseEnvelope, readActivity, readSender } from './incoming.js';
import { parseJson } from './json.js';
import { countVerdicts, searchCost } from './limits.js';
import { toInvokeWords } from './outgoing.js';
import { type AnswerTurn, type Budget, callerOf, createTurn, type TurnParts } from './turn.js';
import { openTurnNote, type TurnNote } from './turn-note.js';

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
  /** What a turn is called in the log and on the card that says it went wrong; made up unless told. */
  readonly newTurn?: (() => string) | undefined;
  /** By what turns are timed; the machine's own unless told. */
  readonly elapsed?: Elapsed | undefined;
  /** Turns and refusals are counted; nothing is when left out. */
  readonly metrics?: Metrics | undefined;
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
  const counted = { ...parts, ...countVerdicts(parts) };
  const { elapsed = systemElapsed, newTurn = createTurnIds(randomInt), metrics, log } = parts;
  const all = { ...counted, answerTurn: createTurn(counted) };
  return (request) =>
    inTurn(newTurn(), async () => {
      const note = openTurnNote({ elapsed, metrics, log });
      try {
        return await receive(request, note, all);
      } catch (error) {
        log.error({ error: traceError(error) }, 'request failed');
        return { status: 500 };
      }
    });
}

async function receive(request: ReceivedRequest, note: TurnNote, parts: Parts): Promise<HttpAnswer> {
  const { policy, clock, log, metrics, budgets = usualBudgets } = parts;
  const unknownSender = findSenderRefusal(request, policy, clock());
  if (unknownSender) return refuse(unknownSender, unknownSender.reason, parts);
  const body = parseJson(request.body);
  const envelope = parseEnvelope(body);
  if (!envelope) {
    metrics?.count('refusals', { reason: 'unreadable' });
    return { status: 400 };
  }
  const refusal = findActivityRefusal(envelope, policy);
  if (refusal) return refuse(refusal, refusal.reason, parts);
  const budget = isExtension(envelope) ? budgets.extension : budgets.turn;
  let isProven = false;
  const answer = async () => {
    const checked = await parts.adapter.authenticate(request.authorization ?? '', body as Activity);
    if (checked.kind !== 'proven') return refuseUnproven(checked, parts);
    isProven = true;
    return answerProven({ who: checked.who, activity: body as Activity, envelope, budget, note }, parts);
  };
  return within(budget.thinkingMs + budget.lastWordMs, answer).catch((error: unknown) => {
    // A proven sender is none the wiser for an error: Teams would send the same again.
    log.error({ error: traceError(error) }, 'an answer was given up');
    if (isProven) note.end(error instanceof TimeOver ? 'late' : 'failed');
    else metrics?.count('refusals', { reason: 'timeout' });
    return { status: isProven ? 200 : 503 };
  });
}

/** Something from a proven sender, how long it may take, and where it is noted what became of it. */
type Proven = {
  readonly who: Who;
  readonly activity: Activity;
  readonly envelope: Envelope;
  readonly budget: Budget;
  readonly note: TurnNote;
};

async function answerProven(proven: Proven, parts: Parts): Promise<HttpAnswer> {
  const { who, activity, envelope, ...given } = proven;
  const reading = readActivity(envelope, parts.clock(), parts.policy.local);
  if (reading.kind === 'extensionInvoke') return answerExtension(proven, parts);
  if (reading.kind === 'ignored')
    return activity.deliveryMode === 'expectReplies' ? { status: 200, body: { activities: [] } } : { status: 200 };
  const { incoming } = reading;
  return (await parts.adapter.turn(who, activity, (context) => parts.answerTurn(context, envelope, incoming, given))) ?? { status: 200 };
}

/** The message extension's invokes are answered with a body within their own request; the rest is not ours. */
async function answerExtension(proven: Proven, parts: Parts): Promise<HttpAnswer> {
  const { who, activity, envelope, budget, note } = proven;
  const { name = '' } = envelope;
  const isTaken = taken.includes(name);
  const sender = readSender(envelope, parts.clock(), parts.policy.local);
  note.begin({ kind: isTaken ? 'thumb' : 'extension', tenant: sender.person.tenant, where: sender.conversation.kind });
  const { body, outcome } = isTaken ? silent : await findInvokeBody(name, { envelope, sender, budget }, parts);
  if (!isTaken && body === undefined) {
    note.end('failed');
    return { status: 501 };
  }
  const answer = { type: 'invokeResponse', value: { status: 200, body } };
  const answered = await parts.adapter.turn(who, activity, async (context) => void (await context.sendActivity(answer)));
  note.end(outcome);
  return answered ?? { status: 200 };
}

/** What an invoke is answered with; `body` is undefined where it is none of ours. */
type InvokeBody = { readonly body: unknown; readonly outcome: TurnOutcome };

const silent: InvokeBody = { body: undefined, outcome: 'silent' };

type Asked = { readonly envelope: Envelope; readonly sender: ReturnType<typeof readSender>; readonly budget: Budget };

async function findInvokeBody(name: string, { envelope, sender, budget }: Asked, parts: Parts): Promise<InvokeBody> {
  const { invokes, limit, sorry, clock, log } = parts;
  const { thinkingMs, lastWordMs } = budget;
  const apologise = (why?: 'busy') => toInvokeWords(name, sorry(sender.locale, why));
  const isOurs = isExtension(envelope);
  if (isOurs && limit && limit(callerOf(sender), clock(), searchCost) !== 'answer') return { body: apologise('busy'), outcome: 'busy' };
  try {
    const left = timeLeft(thinkingMs + lastWordMs) - lastWordMs;
    return { body: await within(left, async () => invokes?.(name, envelope.value, sender)), outcome: 'answered' };
  } catch (error) {
    if (!isOurs) throw error;
    log.error({ what: name, error: traceError(error) }, 'invoke failed');
    return { body: apologise(), outcome: 'failed' };
  }
}

function isExtension({ type, name }: Envelope): boolean {
  return type === 'invoke' && name !== undefined && name.startsWith('composeExtension/');
}

/** A key set that can't be read is our trouble, not the sender's: 503 lets Teams come back. */
function refuseUnproven({ kind, error }: { kind: 'unauthorized' | 'unavailable'; error: ErrorTrace }, parts: Telling): HttpAnswer {
  if (kind === 'unauthorized') return refuse({ status: 401, reason: error.name }, 'signature', parts);
  parts.log.error({ error }, 'the key set for inbound tokens cannot be read');
  parts.metrics?.count('refusals', { reason: 'keys' });
  return { status: 503 };
}

type Telling = Pick<Parts, 'log' | 'metrics'>;

function refuse({ status, reason }: { status: number; reason: string }, counted: RefusalReason, { log, metrics }: Telling): HttpAnswer {
  log.warn({ status, reason }, 'request refused');
  metrics?.count('refusals', { reason: counted });
  return { status };
}
