/**
 * One nudge from its claim to its end: what to ask, where to, send it, note how it went.
 */
import type { Message } from '../cards/message.js';
import { beyond, type Clock } from '../clock.js';
import type { Library } from '../content/library.js';
import { type Address, type PersonKey, seedOf, tenantOf } from '../conversation/person.js';
import type { Maker } from '../conversation/reminding.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Appointment } from '../people/ports.js';
import type { Claimed, Gathered, Messenger, NudgeStorage } from './ports.js';
import { carriedIn } from './rules/appointments.js';
import { type Choice, chooseForTeam } from './rules/next-prompt.js';
import { type Aside, chooseTurn, idOf, type Turn } from './rules/own-turn.js';
import { findSkip, type NudgePlan, type Outcome, type Settlement, type Skip, settle } from './rules/plan.js';

/** A nudge to be shown: the question, what it was written for, and the plan that asks for it; `fromFocus`: of the person's focus. */
export type Nudge = Choice & {
  readonly plan: NudgePlan;
  readonly localDate: string;
  readonly slot: string;
  readonly fromFocus?: boolean | undefined;
};

/** A nudge to a shared conversation, with who made its plan where that is known still. */
export type TeamNudge = Nudge & { readonly maker: Maker | undefined };

/** Makes the messages; one of appointments that come on one day, all of a kind, at the local date `today`. */
export type Renderers = {
  renderNudge(nudge: Nudge): Message;
  renderTeamNudge(nudge: TeamNudge): Message;
  renderAppointments(appointments: readonly Appointment[], today: string): Message;
  /** What comes to a person in the place of a question. */
  renderAside(aside: Aside, plan: NudgePlan): Message;
};

/** What delivering needs. */
export type DeliveryParts = {
  readonly storage: Pick<NudgeStorage, 'nudgePlans' | 'outbox' | 'dueAppointments'>;
  readonly library: Library;
  readonly messenger: Messenger;
  readonly renderers: Renderers;
  /** The machine's time. */
  readonly clock: Clock;
  /** A random number from 0 up to 1. */
  readonly chance: () => number;
  readonly log: Log;
};

/**
 * How a nudge ended; `lost` when another instance or the person's own change took it away before it was sent, `left`
 * when the pass is over and it was given back.
 */
export type Ending =
  | Settlement
  | { readonly state: 'skipped'; readonly reason: Skip }
  | { readonly state: 'lost' }
  | { readonly state: 'left' };

/** Whether a nudge must not be sent after all, looked at when it is its turn; `mayBegin` is looked at last. */
export type Judge = {
  readonly isLate: (dueAt: Date) => boolean;
  readonly isClosed: (localDate: string) => boolean;
  /** Whether a person is written to; a team is where whoever asked for its questions is. */
  readonly isFor: (person: PersonKey) => boolean;
  readonly mayBegin: () => boolean;
};

/** `prompt` where it asks one of the content's questions. */
type Prepared = { readonly address: Address; readonly message: Message; readonly prompt?: string };

/** Delivers one nudge. Faults of one nudge are its own ending and never the pass's. */
export async function deliver(claimed: Claimed, judge: Judge, parts: DeliveryParts): Promise<Ending> {
  const { outbox } = parts.storage;
  const isQuestion = carriedIn(claimed.slot) === 'question';
  const prepared = await (isQuestion ? prepare : prepareAppointments)(claimed, judge, parts);
  if ('state' in prepared) return (await outbox.settle(claimed, prepared, parts.clock())) ? prepared : { state: 'lost' };
  if (!judge.mayBegin()) {
    await outbox.giveBack([claimed]);
    return { state: 'left' };
  }
  if (!(await outbox.begin(claimed, prepared.prompt, parts.clock()))) return { state: 'lost' };
  const outcome = await parts.messenger.send(prepared.address, prepared.message);
  // What is known late is noted all the same.
  return await beyond(async () => {
    const end = await record(claimed, prepared.prompt, outcome, parts);
    if (!isQuestion && (end.state === 'sent' || end.state === 'unknown'))
      await parts.storage.dueAppointments.noteAsked(claimed, parts.clock());
    return end;
  });
}

type Unsendable = { readonly state: 'skipped'; readonly reason: Skip } | { readonly state: 'failed'; readonly reason: string };

async function prepare(claimed: Claimed, judge: Judge, parts: DeliveryParts): Promise<Prepared | Unsendable> {
  const { localDate, dueAt } = claimed;
  const gathered = await parts.storage.outbox.gather(claimed);
  const skip = judge.isLate(dueAt) ? 'late' : gathered ? findSkip(gathered.plan, localDate, judge) : 'off';
  if (!skip && gathered?.isTaken) return { state: 'skipped', reason: 'taken' };
  if (skip || !gathered) return { state: 'skipped', reason: skip ?? 'off' };
  if (!isWelcome(claimed.recipient, gathered.maker, judge)) return { state: 'skipped', reason: 'limited' };
  const { address } = gathered;
  if (!address) return { state: 'failed', reason: 'no-address' };
  try {
    const turn = choose(claimed, gathered, parts);
    if (!turn) return { state: 'skipped', reason: 'no-prompt' };
    return { address, message: render(turn, claimed, gathered, parts), prompt: idOf(turn) };
  } catch (error) {
    parts.log.error({ error: traceError(error) }, 'a nudge cannot be rendered');
    return { state: 'failed', reason: 'render' };
  }
}

/** What is skipped here is looked at again, and comes another time. */
async function prepareAppointments(claimed: Claimed, judge: Judge, parts: DeliveryParts): Promise<Prepared | Unsendable> {
  if (judge.isLate(claimed.dueAt)) return { state: 'skipped', reason: 'late' };
  const gathered = await parts.storage.dueAppointments.gather(claimed);
  if (!gathered) return { state: 'skipped', reason: 'off' };
  if (!isWelcome(claimed.recipient, undefined, judge)) return { state: 'skipped', reason: 'limited' };
  const { appointments, address, away } = gathered;
  if (away) return { state: 'skipped', reason: 'away' };
  if (!address) return { state: 'failed', reason: 'no-address' };
  try {
    return { address, message: parts.renderers.renderAppointments(appointments, claimed.localDate) };
  } catch (error) {
    parts.log.error({ error: traceError(error) }, 'an appointment cannot be rendered');
    return { state: 'failed', reason: 'render' };
  }
}

/** Who asked for a team's questions may be forgotten since: then everybody's group is nobody's. */
function isWelcome(recipient: Claimed['recipient'], maker: Maker | undefined, { isFor }: Judge): boolean {
  const person = recipient.kind === 'person' ? recipient.person : (maker?.person ?? { tenant: recipient.tenant, entraId: '' });
  return isFor(person);
}

function choose({ recipient, localDate, dueAt }: Claimed, { plan, ...gathered }: Gathered, { library }: DeliveryParts): Turn | undefined {
  const reader = { seen: gathered.seen, seed: seedOf(recipient) };
  if (recipient.kind === 'person') return chooseTurn(library, { ...gathered, ...reader, localDate, dueAt });
  const choice = chooseForTeam(library, plan.subject ?? {}, reader);
  return choice && { kind: 'prompt', choice, fromFocus: false };
}

function render(turn: Turn, { recipient, localDate, slot }: Claimed, { plan, maker }: Gathered, { renderers }: DeliveryParts): Message {
  if (turn.kind !== 'prompt') return renderers.renderAside(turn, plan);
  const nudge = { ...turn.choice, plan, localDate, slot };
  return recipient.kind === 'person'
    ? renderers.renderNudge({ ...nudge, ...(turn.fromFocus && { fromFocus: true }) })
    : renderers.renderTeamNudge({ ...nudge, maker });
}

async function record(claimed: Claimed, prompt: string | undefined, outcome: Outcome, parts: DeliveryParts): Promise<Ending> {
  const { outbox } = parts.storage;
  const end = settle(outcome, claimed.attempts, parts.chance());
  const now = parts.clock();
  if (end.state !== 'due') {
    // A prompt counts as seen also where nobody knows whether it arrived.
    const seen = end.state === 'failed' ? undefined : prompt;
    return (await outbox.settle(claimed, { ...end, seen }, now)) ? end : { state: 'lost' };
  }
  await outbox.putBack(claimed, end.waitMs, now);
  if (end.quietMs > 0) await outbox.quietTenant(tenantOf(claimed.recipient), end.quietMs, now);
  return end;
}
