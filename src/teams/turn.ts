/**
 * One turn: was it here before, is it too much, what does the bot say, send that. Whatever breaks or takes too long, the
 * person hears of it.
 */
import type { TurnContext } from 'botbuilder';
import type { AnswerAbout, Reply } from '../cards/message.js';
import { beyond, type Clock, timeLeft, within } from '../clock.js';
import type { Bot, Sorry } from '../conversation/bot.js';
import { type Incoming, isInDialog } from '../conversation/incoming.js';
import type { SentAnswer } from '../conversation/ports.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { TurnOutcome } from '../metrics.js';
import { createTakenIn } from './duplicates.js';
import type { Envelope } from './incoming.js';
import { automaticCost, type Cost, givenBack, type Limiter, messageCost, type SharedLimit, type Verdict } from './limits.js';
import {
  isInvoke,
  messagesOf,
  type OnSent,
  planActivities,
  planSorry,
  sendActivities,
  toBusyAnswer,
  toInvokeResponse,
} from './outgoing.js';
import type { StoredClaims } from './ports.js';
import { type Pacing, usualPacing } from './retry.js';
import { type TurnNote, turnKindOf } from './turn-note.js';

/** What turns are made of. */
export type TurnParts = {
  readonly bot: Bot;
  /** What a person is told when something broke, or was too much. */
  readonly sorry: Sorry;
  /** What all instances have taken care of. */
  readonly claims: StoredClaims;
  /** Is told of every answer that can be liked, once it was sent; returns at once. Nobody is when left out. */
  readonly noteSent?: ((answer: SentAnswer, about: AnswerAbout, at: Date) => void) | undefined;
  /** How much is answered; everything when left out. */
  readonly limit?: Limiter | undefined;
  /** How much of one caller all instances answer together; each its own share when left out. */
  readonly shared?: SharedLimit | undefined;
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
export type AnswerTurn = (context: TurnContext, envelope: Envelope, incoming: Incoming, given: Given) => Promise<void>;

/** What a turn is given: its time, and where it is noted what became of it. */
export type Given = { readonly budget: Budget; readonly note: TurnNote };

/** Teams sends an activity again when the answer takes long, up to four times within some minutes. */
const activitySeconds = 600;
/** An instance that says nothing for so long while it answers something has died over it: whoever is sent it again answers it. */
const leaseSeconds = 5;
const renewMs = 2_000;
/** How often is looked whether what another instance is answering is done, or left. */
const lookAgainMs = 500;
/** A database that takes longer for a line of text is not waited for: what it would say is worth less than an answer. */
const usualNoteMs = 2_000;

/** What to send, and what there is to say of it in the log. */
type Plan = {
  readonly activities: ReturnType<typeof planActivities>;
  readonly messages: number;
  /** How the turn ends once that is sent. */
  readonly outcome: TurnOutcome;
  /** What it answers with; nothing where there is no proper answer. */
  readonly reply?: Reply;
};

/** Creates the turns. What this instance has taken in it knows itself, so that a database that is away doubles nothing. */
export function createTurn(parts: TurnParts): AnswerTurn {
  const isTakenIn = createTakenIn();
  return async (context, envelope, incoming, { budget: { thinkingMs, lastWordMs }, note: turn }) => {
    turn.begin({ kind: turnKindOf(incoming.what), tenant: incoming.person.tenant, where: incoming.conversation.kind });
    const key = keyOf(envelope, incoming);
    if (key !== undefined && !isTakenIn(key, parts.clock(), activitySeconds))
      return finish(context, incoming, silence(incoming, parts), turn, parts);
    const lease = createLease(key, parts);
    try {
      const plan = await planTurn(lease, incoming, timeLeft(thinkingMs + lastWordMs) - lastWordMs, parts);
      await finish(context, incoming, plan, turn, parts);
      lease.end('done');
    } finally {
      lease.end();
    }
  };
}

async function finish(context: TurnContext, incoming: Incoming, plan: Plan, turn: TurnNote, parts: TurnParts): Promise<void> {
  const { pacing, log } = parts;
  const sent = await sendActivities(context, plan.activities, pacing, noteRated(incoming, plan, parts));
  if (!sent.ok) log.error({ what: incoming.what.kind, error: sent.error }, sent.hasLeft ? 'sending failed' : 'an answer was not sent');
  turn.end(sent.ok ? plan.outcome : 'unsent', plan.messages);
}

/** Of each answer that can be liked it is noted what it was about, by the id that it was given. */
function noteRated(
  { person: { tenant }, conversation }: Incoming,
  { activities, reply = [] }: Plan,
  { noteSent, clock }: TurnParts,
): OnSent {
  const messages = messagesOf(activities, reply);
  return (activity, id) => {
    const about = messages.get(activity)?.about;
    if (about && id !== undefined) noteSent?.({ tenant, conversation: conversation.id, activity: id }, about, clock());
  };
}

/** What is held while something is answered; of an activity without an id there is nothing to hold. */
type Lease = {
  readonly key: string | undefined;
  /** From now on it is said now and then that it is being answered. Not before it is ours: that would keep the one of somebody who died. */
  begin(): void;
  /** Once it is done nobody takes it again; of what was refused, or left to another instance, nothing is noted. */
  end(how?: 'done'): void;
};

function createLease(key: string | undefined, parts: TurnParts): Lease {
  let timer: NodeJS.Timeout | undefined;
  return {
    key,
    begin() {
      if (key !== undefined) timer = setInterval(() => note(key, leaseSeconds, parts), renewMs).unref();
    },
    end(how) {
      if (key !== undefined && timer && how === 'done') note(key, activitySeconds, parts);
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** Nobody waits for it: the worst that comes of a line that is not written is an answer that comes twice. */
function note(key: string, seconds: number, { claims, clock, log }: TurnParts): void {
  const noted = beyond(() => claims.hold(key, clock(), seconds));
  noted.catch((error: unknown) => log.warn({ error: traceError(error) }, 'a message was not noted as answered'));
}

/** Whether a message is answered here: not where another instance answers it, and not where there were too many. */
type Gate = Verdict | 'elsewhere';

/** Nothing is written before it is clear that it is new here and not too much. */
async function planTurn(lease: Lease, incoming: Incoming, thinkingMs: number, parts: TurnParts): Promise<Plan> {
  const { what } = incoming;
  const verdict = judge(incoming, parts);
  if (verdict !== 'answer') return refuse(incoming, verdict, parts);
  try {
    return await within(thinkingMs, async () => {
      const gate = openGate(lease, incoming, parts);
      const reply = await parts.bot(
        incoming,
        gate.then((opened) => opened === 'answer'),
      );
      const opened = await gate;
      if (opened === 'elsewhere') return giveBack(incoming, parts);
      return opened === 'answer' ? toPlan(what, reply) : refuse(incoming, opened, parts);
    });
  } catch (error) {
    parts.log.error({ what: what.kind, error: traceError(error) }, 'turn failed');
    if (isUnseen(what)) return { ...toPlan(what, []), outcome: 'failed' };
    return { activities: planSorry(what, parts.sorry(incoming.locale)), messages: 1, outcome: 'failed' };
  }
}

/** Finds out while the bot looks up who wrote. A database in trouble keeps nobody from an answer. */
async function openGate(lease: Lease, incoming: Incoming, parts: TurnParts): Promise<Gate> {
  const { shared, clock, noteMs = usualNoteMs } = parts;
  const cost = costOf(incoming.what);
  const attempt = async <T>(does: () => Promise<T>, otherwise: T, failed: string): Promise<T> => {
    try {
      return await within(noteMs, does);
    } catch (error) {
      parts.log.error({ error: traceError(error) }, failed);
      return otherwise;
    }
  };
  const count = async (): Promise<Verdict> => (cost && shared ? shared(callerOf(incoming), clock(), cost) : 'answer');
  const counted = attempt(count, 'answer', 'a message was not counted');
  if (lease.key !== undefined && !(await isOurs(lease.key, parts, attempt))) return 'elsewhere';
  lease.begin();
  return counted;
}

type Attempt = <T>(does: () => Promise<T>, otherwise: T, failed: string) => Promise<T>;

/** Waits for an instance that is at it: either it gets it done, or it died and this one takes over. */
async function isOurs(key: string, { claims, clock, pacing = usualPacing }: TurnParts, attempt: Attempt): Promise<boolean> {
  const claim = () => attempt(() => claims.claim(key, clock(), leaseSeconds), 'ours', 'a message was not noted as taken');
  let claimed = await claim();
  while (claimed === 'leased' && timeLeft(2 * lookAgainMs) === 2 * lookAgainMs) {
    await pacing.pause(lookAgainMs);
    claimed = await claim();
  }
  return claimed === 'ours';
}

function refuse(incoming: Incoming, verdict: Exclude<Verdict, 'answer'>, parts: TurnParts): Plan {
  return { activities: planApology(incoming, verdict, parts), messages: 0, outcome: 'busy' };
}

function toPlan(what: Incoming['what'], reply: Reply): Plan {
  const outcome = reply.some(({ failed }) => failed) ? 'failed' : reply.length > 0 ? 'answered' : 'silent';
  return { activities: planActivities(what, reply), messages: reply.length, outcome, reply };
}

/** Another instance answers it, and has counted it too. */
function giveBack(incoming: Incoming, parts: TurnParts): Plan {
  const { limit, clock } = parts;
  if (isCounted(incoming.what) && !isAutomatic(incoming.what)) limit?.(callerOf(incoming), clock(), givenBack);
  return silence(incoming, parts);
}

/** A button that comes again leaves the card as it is. In a dialog there must be something, or Teams calls it a fault. */
function silence({ what, locale }: Incoming, { sorry }: TurnParts): Plan {
  const activities = isInDialog({ what }) ? planSorry(what, sorry(locale, 'again')) : planActivities(what, []);
  return { activities, messages: 0, outcome: 'again' };
}

/** One without an id can't be told apart, and is taken as new. */
function keyOf({ id }: Envelope, { person, conversation }: Incoming): string | undefined {
  return id === undefined ? undefined : JSON.stringify([person.tenant, conversation.id, id]);
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

function judge(incoming: Incoming, { limit, clock }: TurnParts): Verdict {
  const cost = costOf(incoming.what);
  return (cost && limit?.(callerOf(incoming), clock(), cost)) ?? 'answer';
}

/** What something counts as; undefined where it is never too much. */
function costOf(what: Incoming['what']): Cost | undefined {
  if (!isCounted(what)) return undefined;
  return isAutomatic(what) ? automaticCost : messageCost;
}

/** A button waits for its answer, however often it is pressed; a message does not, and is left at that. */
function planApology({ what, locale }: Incoming, verdict: Exclude<Verdict, 'answer'>, { sorry }: TurnParts) {
  if (isUnseen(what)) return planActivities(what, []);
  // Teams closes the form of a thumb whatever it is answered: what was in it is not sent, and that is said.
  if (what.kind === 'rated') return planActivities(what, [sorry(locale, 'busy')]);
  if (isInvoke(what)) return [toInvokeResponse(toBusyAnswer(sorry(locale, 'busy'), what))];
  return verdict === 'ignore' ? [] : planActivities(what, [sorry(locale, 'busy')]);
}
