/**
 * Sends the nudges that are due. Any number of instances may do so on one database; each nudge leaves once.
 */
import { type Elapsed, TimeOver, within } from '../clock.js';
import { type PersonKey, seedOf, tenantOf } from '../conversation/person.js';
import type { PlanOf } from '../conversation/reminding.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { type CountLine, type CountState, createCounts } from './counts.js';
import type { DeliveryParts } from './delivery.js';
import { drain, type Lane, type Spells } from './draining.js';
import type { Claimed, DueAppointment, Kinds, Look, Taken } from './ports.js';
import { type AppointmentStep, planAppointment } from './rules/appointments.js';
import type { IsClosed } from './rules/holidays.js';
import { latestMissed, planDeliveries, type Rules } from './rules/plan.js';
import { spread } from './rules/spread.js';

/** What dispatching needs. */
export type DispatchParts = DeliveryParts & {
  readonly closedDays: () => Promise<IsClosed>;
  /** What holds for a tenant alone, where it is not what holds for all. */
  readonly forTenant?: ((tenant: string) => Partial<Pick<DispatchParts, 'library' | 'renderers' | 'rate'>>) | undefined;
  /** For pauses and deadlines. */
  readonly elapsed: Elapsed;
  /** Waits so many milliseconds, or until the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Whether a tenant's people are written to; all unless told. What is due for others waits until it is late. */
  readonly isServed?: ((tenant: string) => boolean) | undefined;
  /** Whether a person is written to, where their tenant is; all unless told. What comes to others is skipped. */
  readonly isFor?: ((person: PersonKey) => boolean) | undefined;
  /** A nudge that is so many minutes late is skipped. */
  readonly graceMinutes: number;
  /** Requests a second for each tenant, all instances together. */
  readonly rate: number;
  /** Milliseconds for one nudge from its claim to its note; 20,000 unless told: a token, a request, and some statements. */
  readonly deliveryMs?: number;
};

/** Sends what is due. */
export type Dispatcher = {
  /**
   * One pass as at `at`, or as at the time that all instances share: sends what became due within the grace, skips what
   * is older, and goes on until nothing is due or `mostMs` are over (default: the grace). Then what is under way has as
   * long as one nudge may take, and the rest waits for the next pass. Undefined when a pass of this process is running.
   * `told` is told the same lines, also of a pass that breaks off and rejects: what it sent has left all the same.
   */
  runPass(at?: Date, mostMs?: number, told?: (lines: readonly CountLine[]) => void): Promise<readonly CountLine[] | undefined>;
  /** What a pass at `now` would do; changes nothing. */
  preview(now: Date): Promise<readonly CountLine[]>;
  /**
   * Claims nothing more, gives back what was not begun, and resolves when the running pass has ended, or `deadlineMs`
   * are over, whatever hangs.
   */
  stop(deadlineMs: number): Promise<void>;
};

/** Of so many plans each of a hundred tenants has some: then sending begins. */
const plansAtOnce = 500;
const deliveryMs = 20_000;
const minuteMs = 60_000;
/** So many in a row that could not leave end a tenant's part of a pass: one may have a trouble of its own, such as a host that is gone. */
const mostUnsent = 3;

/** A pass that is running: its time begins when the database has told it. */
type Pass = Omit<Lane, 'now' | 'judge'> & DispatchParts & { readonly end: () => void; readonly tellFaults: () => void };

/** Creates the dispatcher. */
export function createDispatcher(parts: DispatchParts): Dispatcher {
  const spells = createSpells(parts.log);
  let running: { readonly pass: Pass; readonly ended: Promise<unknown> } | undefined;
  let isStopping = false;
  return {
    async runPass(at, mostMs = parts.graceMinutes * minuteMs, told) {
      if (running || isStopping) return undefined;
      const pass = createPass(parts, spells, mostMs);
      const ended = within(mostMs + pass.deliveryMs, () => run(pass, at));
      running = { pass, ended };
      try {
        await ended;
      } catch (error) {
        if (!(error instanceof TimeOver)) throw error;
        parts.log.error('a pass took longer than it may: what it began is left to its leases');
      } finally {
        pass.end();
        pass.tellFaults();
        running = undefined;
        told?.(pass.counts.lines());
      }
      return pass.counts.lines();
    },
    preview: (now) => preview(parts, now),
    async stop(ms) {
      isStopping = true;
      if (!running) return;
      const { pass, ended } = running;
      pass.end();
      const quiet = () => Promise.allSettled([parts.storage.outbox.giveBack([...pass.held]), ended]);
      await within(ms, quiet).catch(() => undefined);
    },
  };
}

function createPass(parts: DispatchParts, spells: Spells, mostMs: number): Pass {
  const { elapsed, log } = parts;
  const endsAt = elapsed() + mostMs;
  let isOver = false;
  const faults: unknown[] = [];
  return {
    ...parts,
    deliveryMs: parts.deliveryMs ?? deliveryMs,
    counts: createCounts(),
    held: new Set<Claimed>(),
    spells,
    timeLeft: () => (isOver ? 0 : endsAt - elapsed()),
    fail: (error) => void faults.push(error),
    end: () => {
      isOver = true;
    },
    tellFaults: () => {
      if (faults.length > 0) log.error({ error: traceError(faults[0]), faults: faults.length }, 'nudges failed: their leases end them');
    },
  };
}

async function run(pass: Pass, at: Date | undefined): Promise<void> {
  const { storage, clock, graceMinutes, elapsed, isServed = () => true, isFor = () => true } = pass;
  const isClosed = await pass.closedDays();
  const now = at ?? (await storage.outbox.tellTime(clock()));
  const startedAt = elapsed();
  const passTime = () => new Date(now.getTime() + elapsed() - startedAt);
  const isLate = (dueAt: Date) => dueAt <= latestMissed(passTime(), graceMinutes);
  const judge = { isLate, isFor, mayBegin: () => pass.timeLeft() > 0 };
  const judgeOf = (tenant: string) => ({
    ...judge,
    mayBegin: () => judge.mayBegin() && isServed(tenant),
    isClosed: (date: string) => isClosed(date, tenant),
  });
  addAll(pass, 'unknown', 'no-news', await storage.outbox.endLeases(clock()));
  const missed = latestMissed(now, graceMinutes);
  const waiting = await storage.outbox.listTenants(now);
  const off = waiting.filter((tenant) => !isServed(tenant));
  addAll(pass, 'skipped', 'switched-off', await storage.outbox.skipLate(missed, off));
  addAll(pass, 'skipped', 'late', await storage.outbox.skipLate(missed));
  const lanes = openLanes((tenant) => ({ ...pass, ...pass.forTenant?.(tenant), now, judge: judgeOf(tenant) }), isServed);
  const tell = (tenants: readonly string[]) => lanes.open(tenants.filter(isServed));
  const rules = { isClosed, graceMinutes, isOff: (tenant: string) => !isServed(tenant) };
  try {
    // What was left of an earlier pass goes on while this one's plans are taken; and those that others took are sent by all.
    tell(waiting);
    // First, so that each takes its day's question's place.
    await takeAll(pass, (limit) => storage.dueAppointments.takeDue(now, limit, (due) => lookAt(due, now, rules, pass.log)), tell);
    await takeAll(pass, (limit) => storage.nudgePlans.takeDue(now, limit, (due) => look(due, now, rules, pass.log)), tell);
    tell(await storage.outbox.listTenants(now));
  } catch (error) {
    // What is under way ends as it ends, and is counted.
    pass.end();
    throw error;
  } finally {
    await lanes.ended();
  }
  addAll(pass, 'waiting', undefined, await storage.outbox.countWaiting(now));
}

/** A part of the pass for each tenant; one that has ended begins again when there is more for it, unless nothing leaves. */
function openLanes(laneOf: (tenant: string) => Lane, isServed: (tenant: string) => boolean) {
  const running = new Map<string, Promise<void>>();
  const more = new Set<string>();
  const closed = new Set<string>();
  const begin = (tenant: string) => {
    more.delete(tenant);
    const lane = laneOf(tenant);
    const ended = drain(tenant, lane)
      .catch((error: unknown) => {
        lane.fail(error);
        return 'cut' as const;
      })
      .then((end) => {
        running.delete(tenant);
        if (end === 'cut') closed.add(tenant);
        else if (more.has(tenant) && isServed(tenant)) begin(tenant);
      });
    running.set(tenant, ended);
  };
  return {
    open(tenants: readonly string[]): void {
      for (const tenant of tenants.filter((each) => !closed.has(each))) {
        if (running.has(tenant)) more.add(tenant);
        else begin(tenant);
      }
    },
    async ended(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

function addAll({ counts }: Pick<Pass, 'counts'>, state: CountState, reason: string | undefined, { person, conversation }: Kinds): void {
  counts.add(state, reason, 'person', person);
  counts.add(state, reason, 'conversation', conversation);
}

/** Takes what is due, the longest due first; `tell` is told of whom there is something to send after each batch. */
async function takeAll(
  { counts, timeLeft }: Pass,
  take: (limit: number) => Promise<Taken>,
  tell: (tenants: readonly string[]) => void,
): Promise<void> {
  for (let taken = 1; taken > 0 && timeLeft() > 0; ) {
    const { plans, made, tenants } = await take(plansAtOnce);
    taken = plans;
    tell(tenants);
    for (const { kind, verdict, count } of made) if (verdict !== 'due') counts.add('skipped', verdict, kind, count);
  }
}

/** The rules of a pass, before it is known whose. */
type AllRules = { readonly isClosed: IsClosed; readonly graceMinutes: number; readonly isOff: (tenant: string) => boolean };

function rulesOf(tenant: string, { isClosed, graceMinutes }: AllRules): Rules {
  return { isClosed: (date) => isClosed(date, tenant), graceMinutes };
}

/** An appointment whose zone is unknown on this machine rests, and stops nobody else's. */
function lookAt(
  { appointment, delivered, around, person }: DueAppointment,
  now: Date,
  all: AllRules,
  log: DispatchParts['log'],
): AppointmentStep {
  try {
    const rules = { ...rulesOf(person.tenant, all), isOff: all.isOff(person.tenant) };
    return planAppointment(appointment, delivered, { ...around, ...rules }, { now, graceMinutes: all.graceMinutes });
  } catch (error) {
    log.error({ error: traceError(error) }, 'an appointment cannot be read');
    return { do: 'rest' };
  }
}

/** A plan that can't be understood (its zone is unknown on this machine) rests, and stops nobody else's. */
function look({ plan, recipient, nextAt }: PlanOf, now: Date, all: AllRules, log: DispatchParts['log']): Look {
  try {
    return planDeliveries(spread(plan, seedOf(recipient)), nextAt ?? now, now, rulesOf(tenantOf(recipient), all));
  } catch (error) {
    log.error({ error: traceError(error) }, 'a plan cannot be read');
    return { occurrences: [], next: undefined };
  }
}

async function preview(parts: DispatchParts, now: Date): Promise<readonly CountLine[]> {
  const { storage, isServed = () => true, isFor = () => true } = parts;
  const isOff = (tenant: string) => !isServed(tenant);
  const rules = { isClosed: await parts.closedDays(), graceMinutes: parts.graceMinutes, isOff };
  const counts = createCounts();
  const off = (await storage.outbox.listTenants(now)).filter(isOff);
  addAll({ counts }, 'would-send', undefined, await storage.outbox.countWaiting(now, off));
  const mayCome = (person: PersonKey) => isServed(person.tenant) && isFor(person);
  for (const due of await storage.dueAppointments.listDue(now))
    if (mayCome(due.person) && lookAt(due, now, rules, parts.log).do === 'send') counts.add('would-send', undefined, 'person');
  for (const due of await storage.nudgePlans.listDue(now)) {
    const { recipient } = due;
    if (recipient.kind === 'person' ? !mayCome(recipient.person) : !isServed(tenantOf(recipient))) continue;
    for (const { verdict } of look(due, now, rules, parts.log).occurrences) {
      if (verdict === 'due') counts.add('would-send', undefined, due.recipient.kind);
      else counts.add('skipped', verdict, due.recipient.kind);
    }
  }
  return counts.lines();
}

function createSpells(log: Log): Spells {
  const unsent = new Map<string, number>();
  const has = (tenant: string) => (unsent.get(tenant) ?? 0) >= mostUnsent;
  const hasAny = () => [...unsent.keys()].some(has);
  return {
    has,
    fail(tenant, reason) {
      const isNew = !hasAny();
      unsent.set(tenant, (unsent.get(tenant) ?? 0) + 1);
      if (isNew && has(tenant)) log.error({ reason }, 'nudges cannot leave: they wait, and are skipped when their grace is over');
      return has(tenant);
    },
    end(tenant) {
      const was = hasAny();
      unsent.delete(tenant);
      if (was && !hasAny()) log.info('nudges leave again');
    },
  };
}
