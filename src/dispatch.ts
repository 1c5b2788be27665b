/**
 * Sends the nudges that are due. Any number of instances may do so on one database; each nudge leaves once.
 */
import { type DeliveryParts, deliver, type Ending, type Judge, remember } from './delivery.js';
import { traceError } from './errors.js';
import { latestMissed, planDeliveries, type Rules } from './nudges/plan.js';
import type { Look, PlanOf } from './storage/nudge-plans.js';
import type { Claimed } from './storage/outbox-claim.js';
import { createTally, type Tally, type TallyLine } from './tally.js';

/** What dispatching needs. */
export type DispatchParts = DeliveryParts & {
  readonly closedDays: () => Promise<(localDate: string) => boolean>;
  /** Waits so many milliseconds, or until the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  /** A nudge that is so many minutes late is skipped. */
  readonly graceMinutes: number;
  /** Requests a second for each tenant, all instances together. */
  readonly rate: number;
};

/** Sends what is due. */
export type Dispatcher = {
  /**
   * One pass as at `now`: sends what became due within the grace, skips what is older, and goes on until nothing is due.
   * Undefined when a pass of this process is running.
   */
  runPass(now: Date): Promise<readonly TallyLine[] | undefined>;
  /** What a pass at `now` would do; changes nothing. */
  preview(now: Date): Promise<readonly TallyLine[]>;
  /** Claims nothing more; resolves when the running pass has ended. */
  stop(): Promise<void>;
};

const plansAtOnce = 200;
/** Nudges under way at one time for a tenant: a second's worth with answers in two, and no more to be unsure of after a crash. */
const mostUnderWay = 50;
/** Who must wait longer is left for the next pass, and so is what can't be claimed after so many looks in a row. */
const longestWaitMs = 60_000;
const mostLooks = 20;

type Pass = DispatchParts & { readonly now: Date; readonly tally: Tally; readonly judge: Judge; readonly isStopping: () => boolean };

/** Creates the dispatcher. */
export function createDispatcher(parts: DispatchParts): Dispatcher {
  let running: Promise<readonly TallyLine[]> | undefined;
  let stopping = false;
  return {
    async runPass(now) {
      if (running || stopping) return undefined;
      running = runPass(parts, now, () => stopping);
      try {
        return await running;
      } finally {
        running = undefined;
      }
    },
    preview: (now) => preview(parts, now),
    async stop() {
      stopping = true;
      await running?.catch(() => undefined);
    },
  };
}

async function runPass(parts: DispatchParts, now: Date, isStopping: () => boolean): Promise<readonly TallyLine[]> {
  const { storage, clock, graceMinutes } = parts;
  const isClosed = await parts.closedDays();
  const startedAt = clock().getTime();
  const passTime = () => new Date(now.getTime() + clock().getTime() - startedAt);
  const judge = { isClosed, isLate: (dueAt: Date) => dueAt <= latestMissed(passTime(), graceMinutes) };
  const pass: Pass = { ...parts, now, judge, isStopping, tally: createTally() };
  await endLeases(pass);
  const late = await storage.outbox.skipLate(latestMissed(now, graceMinutes));
  pass.tally.add('skipped', 'late', 'person', late.person);
  pass.tally.add('skipped', 'late', 'conversation', late.conversation);
  await takePlans(pass, { isClosed, graceMinutes });
  await Promise.all((await storage.outbox.listTenants(now)).map((tenant) => drain(tenant, pass)));
  await countWaiting(pass, 'waiting');
  return pass.tally.lines();
}

async function endLeases({ storage, clock, tally }: Pass): Promise<void> {
  for (const { recipient, prompt } of await storage.outbox.endLeases(clock())) {
    tally.add('unknown', 'no-news', recipient.kind);
    if (prompt) await remember(recipient, prompt, clock(), storage);
  }
}

async function takePlans({ storage, now, tally, log, isStopping }: Pass, rules: Rules): Promise<void> {
  for (let taken = 1; taken > 0 && !isStopping(); ) {
    const { plans, made } = await storage.nudgePlans.takeDue(now, plansAtOnce, (due) => look(due, now, rules, log));
    taken = plans;
    for (const { kind, verdict, count } of made) if (verdict !== 'due') tally.add('skipped', verdict, kind, count);
  }
}

/** A plan that can't be understood (its zone is unknown on this machine) rests, and stops nobody else's. */
function look({ plan, nextAt }: PlanOf, now: Date, rules: Rules, log: DispatchParts['log']): Look {
  try {
    return planDeliveries(plan, nextAt ?? now, now, rules);
  } catch (error) {
    log.error({ error: traceError(error) }, 'a plan cannot be read');
    return { occurrences: [], next: undefined };
  }
}

/** Sends a tenant's nudges at the pace of its budget until none is left that could go soon. */
async function drain(tenant: string, pass: Pass): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const state: TenantState = { pausedUntil: 0 };
  for (let looks = 0; looks < mostLooks && !pass.isStopping(); ) {
    const wasBusy = underWay.size > 0;
    const claim = await pass.storage.outbox.claim({ tenant, dueUntil: pass.now, now: pass.clock(), rate: pass.rate });
    if (claim.kind === 'claimed') {
      looks = 0;
      await sendInTurn(claim.nudges, underWay, state, pass);
    } else if (claim.kind === 'wait' && claim.ms <= longestWaitMs) {
      looks += 1;
      await pass.sleep(claim.ms);
    }
    // What is under way may come back, also while we looked.
    else if (underWay.size > 0) await Promise.race(underWay);
    else if (!wasBusy) break;
  }
  await Promise.all(underWay);
}

/** Until when this tenant asked us to be quiet; the database keeps it for the others. */
type TenantState = { pausedUntil: number };

async function sendInTurn(nudges: readonly Claimed[], underWay: Set<Promise<void>>, state: TenantState, pass: Pass): Promise<void> {
  for (const nudge of nudges) {
    if (underWay.size >= mostUnderWay) await Promise.race(underWay);
    const early = nudge.sendAt.getTime() - pass.clock().getTime();
    if (early > 0) await pass.sleep(early);
    if (pass.isStopping() || state.pausedUntil > pass.clock().getTime()) {
      await pass.storage.outbox.putBack(nudge, new Date(Math.max(state.pausedUntil, pass.clock().getTime())));
      continue;
    }
    const sending: Promise<void> = sendOne(nudge, state, pass).finally(() => underWay.delete(sending));
    underWay.add(sending);
  }
}

async function sendOne(nudge: Claimed, state: TenantState, pass: Pass): Promise<void> {
  try {
    count(nudge, await deliver(nudge, pass.judge, pass), state, pass);
  } catch (error) {
    // The database failed; its lease ends what it was.
    pass.log.error({ error: traceError(error) }, 'a nudge failed');
  }
}

function count(nudge: Claimed, end: Ending, state: TenantState, { tally, clock }: Pass): void {
  if (end.state === 'lost') return;
  if (end.state !== 'due') tally.add(end.state, end.reason, nudge.recipient.kind);
  else if (end.quietMs > 0) state.pausedUntil = Math.max(state.pausedUntil, clock().getTime() + end.quietMs);
}

async function countWaiting(
  { storage, now, tally }: Pick<Pass, 'storage' | 'now' | 'tally'>,
  state: 'waiting' | 'would-send',
): Promise<void> {
  const waiting = await storage.outbox.countWaiting(now);
  tally.add(state, undefined, 'person', waiting.person);
  tally.add(state, undefined, 'conversation', waiting.conversation);
}

async function preview(parts: DispatchParts, now: Date): Promise<readonly TallyLine[]> {
  const rules = { isClosed: await parts.closedDays(), graceMinutes: parts.graceMinutes };
  const tally = createTally();
  await countWaiting({ ...parts, now, tally }, 'would-send');
  for (const due of await parts.storage.nudgePlans.listDue(now)) {
    for (const { verdict } of look(due, now, rules, parts.log).occurrences) {
      if (verdict === 'due') tally.add('would-send', undefined, due.recipient.kind);
      else tally.add('skipped', verdict, due.recipient.kind);
    }
  }
  return tally.lines();
}
