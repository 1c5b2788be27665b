/**
 * One turn: was it here before, is it too much, what does the bot say, send that. Whatever breaks or takes too long, the
 * person hears of it.
 */
import type { TurnContext } from 'botbuilder';
import type { Reply } from '../cards/message.js';
import { type Clock, timeLeft, within } from '../clock.js';
import type { Bot, Sorry } from '../conversation/bot.js';
import type { Incoming } from '../conversation/incoming.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { type Claims, createClaims } from './duplicates.js';
import type { Envelope } from './incoming.js';
import { automaticCost, givenBack, type Limiter, messageCost, type Verdict } from './limits.js';
import { planActivities, type Sent, sendActivities, toBusyAnswer } from './outgoing.js';
import type { Pacing } from './retry.js';

/** What turns are made of. */
export type TurnParts = {
  readonly bot: Bot;
  /** What a person is told when something broke, or was too much. */
  readonly sorry: Sorry;
  /** What all instances have taken care of. */
  readonly claims: Claims;
  /** How much is answered; everything when left out. */
  readonly limit?: Limiter | undefined;
  /** Milliseconds that noting a message as taken is waited for; 2,000 when left out. */
  readonly noteMs?: number | undefined;
  /** How sending waits; the machine's own way when left out. */
  readonly pacing?: Pacing | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

/** How many milliseconds an incoming thing has: to be thought about, and then to be told that this took too long. */
export type Budget = { readonly thinkingMs: number; readonly lastWordMs: number };

/** Answers one incoming thing; never rejects. */
export type AnswerTurn = (context: TurnContext, envelope: Envelope, incoming: Incoming, budget: Budget) => Promise<void>;

/** Teams sends an activity again when the answer takes long, up to four times within some minutes. */
const activitySeconds = 600;
/** A database that takes longer for a line of text is not waited for: what it would say is worth less than an answer. */
const usualNoteMs = 2_000;

/** What to send, and what there is to say of it in the log. */
type Plan = { readonly activities: ReturnType<typeof planActivities>; readonly messages: number; readonly isNew: boolean };

/** Creates the turns. What this instance has taken in it knows itself, so that a database that is away doubles nothing. */
export function createTurn(parts: TurnParts): AnswerTurn {
  const own = createClaims();
  return async (context, envelope, incoming, { thinkingMs, lastWordMs }) => {
    const plan = await planTurn(envelope, incoming, timeLeft(thinkingMs + lastWordMs) - lastWordMs, { ...parts, own });
    const sent = await sendActivities(context, plan.activities, parts.pacing);
    noteTurn(incoming, plan, sent, parts.log);
  };
}

type Parts = TurnParts & { readonly own: Claims };

/** Nothing is written before it is clear that it is new here and not too much. */
async function planTurn(envelope: Envelope, incoming: Incoming, thinkingMs: number, parts: Parts): Promise<Plan> {
  const { what } = incoming;
  const key = keyOf(envelope, incoming);
  if (key !== undefined && !(await parts.own.claim(key, parts.clock(), activitySeconds))) return silence(what);
  const verdict = judge(incoming, parts);
  if (verdict !== 'answer') return { activities: planApology(incoming, verdict, parts), messages: 0, isNew: true };
  try {
    return await within(thinkingMs, async () => {
      const isOurs = take(key, parts);
      const reply = await parts.bot(incoming, isOurs);
      return (await isOurs) ? toPlan(what, reply) : giveBack(incoming, parts);
    });
  } catch (error) {
    parts.log.error({ what: what.kind, error: traceError(error) }, 'turn failed');
    return toPlan(what, isUnseen(what) ? [] : [parts.sorry(incoming.locale)]);
  }
}

function toPlan(what: Incoming['what'], reply: Reply): Plan {
  return { activities: planActivities(what, reply), messages: reply.length, isNew: true };
}

/** Another instance answers it, and has counted it too. */
function giveBack(incoming: Incoming, { limit, clock }: Parts): Plan {
  if (isCounted(incoming.what) && !isAutomatic(incoming.what)) limit?.(callerOf(incoming), clock(), givenBack);
  return silence(incoming.what);
}

/** A button that comes again leaves the card as it is. */
function silence(what: Incoming['what']): Plan {
  return { activities: planActivities(what, []), messages: 0, isNew: false };
}

/** One without an id can't be told apart, and is taken as new. */
function keyOf({ id }: Envelope, { person, conversation }: Incoming): string | undefined {
  return id === undefined ? undefined : JSON.stringify([person.tenant, conversation.id, id]);
}

/** Notes that it is being answered, while the bot looks up who wrote. False when another instance answers it. */
async function take(key: string | undefined, { claims, clock, log, noteMs = usualNoteMs }: Parts): Promise<boolean> {
  if (key === undefined) return true;
  try {
    return await within(noteMs, () => claims.claim(key, clock(), activitySeconds));
  } catch (error) {
    log.error({ error: traceError(error) }, 'a message was not noted as taken');
    return true;
  }
}

/** Whom a limit counts. */
export function callerOf({ person }: Pick<Incoming, 'person'>): string {
  return JSON.stringify([person.tenant, person.entraId ?? person.channelId]);
}

/** What comes and goes with the bot itself is never too much. */
function isCounted({ kind }: Incoming['what']): boolean {
  return kind !== 'installed' && kind !== 'removed';
}

function isAutomatic(what: Incoming['what']): boolean {
  return what.kind === 'action' && what.auto === true;
}

/** What nobody did is answered by nothing where there is no proper answer. */
function isUnseen(what: Incoming['what']): boolean {
  return what.kind === 'removed' || isAutomatic(what);
}

function judge(incoming: Incoming, { limit, clock }: Parts): Verdict {
  const { what } = incoming;
  if (!isCounted(what)) return 'answer';
  return limit?.(callerOf(incoming), clock(), isAutomatic(what) ? automaticCost : messageCost) ?? 'answer';
}

/** A button waits for its answer, however often it is pressed; a message does not, and is left at that. */
function planApology({ what, locale }: Incoming, verdict: Exclude<Verdict, 'answer'>, { sorry }: Parts) {
  if (isUnseen(what)) return planActivities(what, []);
  if (what.kind === 'action' && what.invoke)
    return [{ type: 'invokeResponse', value: { status: 200, body: toBusyAnswer(sorry(locale, 'busy')) } }];
  return verdict === 'ignore' ? [] : planActivities(what, [sorry(locale, 'busy')]);
}

function noteTurn({ what, conversation }: Incoming, { isNew, messages }: Plan, sent: Sent, log: Log): void {
  if (sent.ok) log.info({ what: what.kind, where: conversation.kind, isNew, messages }, 'turn');
  else log.error({ what: what.kind, error: sent.error }, sent.hasLeft ? 'sending failed' : 'an answer was not sent');
}
