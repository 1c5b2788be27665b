/**
 * One tenant's part of a pass: claims what is due at the pace of the tenant's budget, and sends it, many at a time.
 */
import { type Elapsed, within } from '../clock.js';
import type { Counts } from './counts.js';
import { type DeliveryParts, deliver, type Ending, type Judge } from './delivery.js';
import type { Claimed } from './ports.js';

/** What a pass lends each tenant's part of it. */
export type Lane = DeliveryParts & {
  readonly now: Date;
  readonly elapsed: Elapsed;
  /** Waits so many milliseconds, or until the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly rate: number;
  /** Milliseconds for one nudge from its claim to its note. */
  readonly deliveryMs: number;
  readonly judge: Judge;
  readonly counts: Counts;
  /** Claimed and not ended: what can be given back when the service stops. */
  readonly held: Set<Claimed>;
  /** Milliseconds until the pass may claim nothing more; 0 or less when that has come. */
  readonly timeLeft: () => number;
  readonly spells: Spells;
  /** Notes a fault for the log: one line for all of a pass. */
  readonly fail: (error: unknown) => void;
};

/** Knows to which tenants messages can't even leave, and tells the log when that begins and ends. */
export type Spells = {
  /** Whether nothing leaves to a tenant. */
  has(tenant: string): boolean;
  /** Notes that a message could not leave, and why. True when so many in a row could not that nothing leaves. */
  fail(tenant: string, reason: string): boolean;
  /** Notes that one left. */
  end(tenant: string): void;
};

/** Nudges under way at one time for a tenant: a second's worth with answers in two, and no more to be unsure of after a crash. */
const mostUnderWay = 50;
/** Who must wait longer is left for the next pass, and so is what can't be claimed after so many looks in a row. */
const longestWaitMs = 60_000;
const mostLooks = 20;

/** What a tenant's part of a pass knows: until when it asked us to be quiet, and whether nothing leaves at all. */
type TenantState = { readonly tenant: string; readonly underWay: Set<Promise<void>>; quietUntil: number; isCut: boolean };

/** Sends a tenant's nudges until none is left that could go soon, the pass is over, or nothing leaves (`cut`). */
export async function drain(tenant: string, lane: Lane): Promise<'done' | 'cut'> {
  const underWay = new Set<Promise<void>>();
  const state: TenantState = { tenant, underWay, quietUntil: Number.NEGATIVE_INFINITY, isCut: false };
  try {
    for (let looks = 0; looks < mostLooks && mayGoOn(state, lane); ) {
      const wasBusy = underWay.size > 0;
      // Where nothing leaves, those whose own trouble it may be have the last turn.
      const freshFirst = lane.spells.has(tenant);
      const claim = await lane.storage.outbox.claim({ tenant, dueUntil: lane.now, now: lane.clock(), rate: lane.rate, freshFirst });
      if (claim.kind === 'claimed') {
        looks = 0;
        await sendInTurn(claim.nudges, claim.now, state, lane);
      } else if (claim.kind === 'wait' && claim.ms <= Math.min(longestWaitMs, lane.timeLeft())) {
        looks += 1;
        await lane.sleep(claim.ms);
      }
      // What is under way may come back, also while we looked.
      else if (underWay.size > 0) await Promise.race(underWay);
      else if (!wasBusy) break;
    }
  } finally {
    await Promise.all(underWay);
  }
  return state.isCut ? 'cut' : 'done';
}

/** Also a switch may have been thrown meanwhile: what is claimed then is given back once, and not claimed again. */
function mayGoOn(state: TenantState, lane: Lane): boolean {
  return !state.isCut && lane.timeLeft() > 0 && lane.judge.mayBegin();
}

/** `claimedAt` is the time that the nudges' own times go by. */
async function sendInTurn(nudges: readonly Claimed[], claimedAt: Date, state: TenantState, lane: Lane): Promise<void> {
  const { underWay } = state;
  const since = lane.elapsed();
  for (const nudge of nudges) lane.held.add(nudge);
  // The service may have been told to stop while the claim was made; from here on it knows what is held.
  if (!mayGoOn(state, lane)) return giveBack(nudges, lane);
  for (const [index, nudge] of nudges.entries()) {
    while (underWay.size >= (lane.spells.has(state.tenant) ? 1 : mostUnderWay)) await Promise.race(underWay);
    const early = nudge.sendAt.getTime() - claimedAt.getTime() - (lane.elapsed() - since);
    if (early > 0) await lane.sleep(early);
    if (!mayGoOn(state, lane) || state.quietUntil > lane.elapsed()) return giveBack(nudges.slice(index), lane);
    const sending: Promise<void> = sendOne(nudge, state, lane).finally(() => underWay.delete(sending));
    underWay.add(sending);
  }
}

async function giveBack(nudges: readonly Claimed[], { storage, held }: Lane): Promise<void> {
  await storage.outbox.giveBack(nudges);
  for (const nudge of nudges) held.delete(nudge);
}

/** A fault leaves the nudge to its lease, which ends it as what it was. */
async function sendOne(nudge: Claimed, state: TenantState, lane: Lane): Promise<void> {
  try {
    note(nudge, await within(lane.deliveryMs, () => deliver(nudge, lane.judge, lane)), state, lane);
  } catch (error) {
    lane.fail(error);
  } finally {
    lane.held.delete(nudge);
  }
}

function note(nudge: Claimed, end: Ending, state: TenantState, { counts, elapsed, spells }: Lane): void {
  if (end.state === 'lost' || end.state === 'left') return;
  if (end.state === 'sent') spells.end(state.tenant);
  if (end.state !== 'due') {
    counts.add(end.state, end.reason, nudge.recipient.kind);
    return;
  }
  state.quietUntil = Math.max(state.quietUntil, elapsed() + end.quietMs);
  if (end.unsent !== undefined && spells.fail(state.tenant, end.unsent)) state.isCut = true;
}
