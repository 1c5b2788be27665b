/**
 * One nudge from its claim to its end: what to ask, where to, send it, note how it went.
 */
import type { Message } from '../cards/message.js';
import { beyond, type Clock } from '../clock.js';
import type { Library } from '../content/library.js';
import { type Address, type Recipient, seedOf, tenantOf } from '../conversation/person.js';
import type { Maker } from '../conversation/reminding.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Claimed, Gathered, Messenger, NudgeStorage } from './ports.js';
import { type Choice, chooseForPerson, chooseForTeam } from './rules/next-prompt.js';
import { findSkip, type NudgePlan, type Outcome, type Settlement, type Skip, settle } from './rules/plan.js';

/** A nudge to be shown: the question, what it was written for, and the plan that asks for it. */
export type Nudge = Choice & { readonly plan: NudgePlan; readonly localDate: string; readonly slot: string };

/** A nudge to a shared conversation, with who made its plan where that is known still. */
export type TeamNudge = Nudge & { readonly maker: Maker | undefined };

/** Makes the messages. */
export type Renderers = { renderNudge(nudge: Nudge): Message; renderTeamNudge(nudge: TeamNudge): Message };

/** What delivering needs. */
export type DeliveryParts = {
  readonly storage: Pick<NudgeStorage, 'nudgePlans' | 'outbox'>;
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
  readonly mayBegin: () => boolean;
};

type Prepared = { readonly address: Address; readonly message: Message; readonly prompt: string };

/** Delivers one nudge. Faults of one nudge are its own ending and never the pass's. */
export async function deliver(claimed: Claimed, judge: Judge, parts: DeliveryParts): Promise<Ending> {
  const { outbox } = parts.storage;
  const prepared = await prepare(claimed, judge, parts);
  if ('state' in prepared) return (await outbox.settle(claimed, prepared, parts.clock())) ? prepared : { state: 'lost' };
  if (!judge.mayBegin()) {
    await outbox.giveBack([claimed]);
    return { state: 'left' };
  }
  if (!(await outbox.begin(claimed, prepared.prompt, parts.clock()))) return { state: 'lost' };
  const outcome = await parts.messenger.send(prepared.address, prepared.message);
  // What is known late is noted all the same.
  return await beyond(() => record(claimed, prepared.prompt, outcome, parts));
}

type Unsendable = { readonly state: 'skipped'; readonly reason: Skip } | { readonly state: 'failed'; readonly reason: string };

async function prepare(claimed: Claimed, judge: Judge, parts: DeliveryParts): Promise<Prepared | Unsendable> {
  const { recipient, localDate, slot, dueAt } = claimed;
  const gathered = await parts.storage.outbox.gather(claimed);
  const skip = judge.isLate(dueAt) ? 'late' : gathered ? findSkip(gathered.plan, localDate, judge) : 'off';
  if (skip || !gathered) return { state: 'skipped', reason: skip ?? 'off' };
  const { plan, address } = gathered;
  if (!address) return { state: 'failed', reason: 'no-address' };
  try {
    const choice = choose(recipient, gathered, parts);
    if (!choice) return { state: 'skipped', reason: 'no-prompt' };
    return { address, message: render(recipient, { ...choice, plan, localDate, slot }, gathered, parts), prompt: choice.prompt.id };
  } catch (error) {
    parts.log.error({ error: traceError(error) }, 'a nudge cannot be rendered');
    return { state: 'failed', reason: 'render' };
  }
}

function choose(recipient: Recipient, { plan, profile, seen }: Gathered, { library }: DeliveryParts): Choice | undefined {
  const reader = { seen, seed: seedOf(recipient) };
  return recipient.kind === 'conversation' ? chooseForTeam(library, plan.subject ?? {}, reader) : chooseForPerson(library, profile, reader);
}

function render(recipient: Recipient, nudge: Nudge, { maker }: Gathered, { renderers }: DeliveryParts): Message {
  return recipient.kind === 'person' ? renderers.renderNudge(nudge) : renderers.renderTeamNudge({ ...nudge, maker });
}

async function record(claimed: Claimed, prompt: string, outcome: Outcome, parts: DeliveryParts): Promise<Ending> {
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
