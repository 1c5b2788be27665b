/**
 * Plans as the bot uses them: every change says what will happen next, so that it can be repeated back.
 */
import { type PersonKey, personal, type Recipient, seedOf, tenantOf } from '../conversation/person.js';
import type { KnownPlan, Maker, PlanOf, PlanView, Woken } from '../conversation/reminding.js';
import type { FindHoliday, Pause } from '../language/times/dates.js';
import type { Weekday } from '../language/times/words.js';
import type { NudgeStorage } from './ports.js';
import { carriedIn } from './rules/appointments.js';
import { isZone, localDate } from './rules/cadence.js';
import { holidays, type IsClosed } from './rules/holidays.js';
import {
  defaultZone,
  findNext,
  findSkip,
  firstLook,
  isSameClock,
  moveLook,
  type NudgePlan,
  personalDefaults,
  type StopReason,
  type TeamSubject,
  teamDefaults,
} from './rules/plan.js';
import { spread } from './rules/spread.js';
import { type NudgeQuestion, readStep, type Step } from './rules/steps.js';

/** A change of a plan: what is missing stays as it is, or becomes the default of a new plan. Turns the plan on. */
export type PlanChange = {
  readonly days?: readonly Weekday[] | undefined;
  /** Local time `HH:MM`. */
  readonly time?: string | undefined;
  /** On the minute, or about the time. */
  readonly exact?: boolean | undefined;
  /** Only for a new plan, or when the person said so; else a plan keeps the zone it was made in. */
  readonly zone?: string | undefined;
  readonly language?: 'da' | 'en' | undefined;
  /** What a team is asked about; shared conversations only. */
  readonly subject?: TeamSubject | undefined;
  /** Who asked; shared conversations only. */
  readonly maker?: Maker | undefined;
};

/** Who asked a question about nudges, as far as a plan needs it. */
export type PlanAsker = {
  readonly zone?: string | undefined;
  readonly language: 'da' | 'en';
  readonly subject?: TeamSubject | undefined;
  readonly maker?: Maker | undefined;
};

/** What came of a question: the plan as it is now, `none` where there is none to change, or what to ask back. */
export type PlanReply =
  | ({ readonly kind: 'saved' | 'paused' | 'stopped' } & PlanView)
  | { readonly kind: 'none' }
  | Extract<Step, { kind: 'unclear' | 'offer' }>;

/** Plans of people and shared conversations. What is `known` of one is not looked up once more. */
export type Plans = {
  /** The plan itself, without what is next. */
  find(recipient: Recipient): Promise<PlanOf | undefined>;
  load(recipient: Recipient, now: Date, known?: KnownPlan): Promise<PlanView | undefined>;
  /** Makes or changes a plan and turns it on; a pause that runs today ends. Throws for a zone the machine does not know. */
  save(recipient: Recipient, change: PlanChange, now: Date, known?: KnownPlan): Promise<PlanView>;
  /** Off at once: also a nudge that waits is not sent any more. */
  stop(recipient: Recipient, now: Date, known?: KnownPlan): Promise<PlanView | undefined>;
  /** Adds a pause, its first and last day included. */
  pause(recipient: Recipient, pause: Pause, now: Date, known?: KnownPlan): Promise<PlanView | undefined>;
  /** Ends all pauses, also those to come. */
  resume(recipient: Recipient, now: Date, known?: KnownPlan): Promise<PlanView | undefined>;
  /** Does what a question about nudges asks for. */
  take(recipient: Recipient, question: NudgeQuestion, asker: PlanAsker, now: Date, known?: KnownPlan): Promise<PlanReply>;
  /** Stops a plan because nothing can be delivered, and notes that a person is unreachable, or that the bot left the conversation. */
  giveUp(recipient: Recipient, reason: StopReason, now: Date): Promise<void>;
  /** To be called with every message from a recipient: turns a plan on again that {@link giveUp} stopped. */
  wake(recipient: Recipient, now: Date): Promise<Woken>;
  /** The zones to ask a person about, once for each that their client reports: another than the plan's, with another time of day. */
  findZoneChange(
    person: PersonKey,
    plan: NudgePlan | undefined,
    zone: string | undefined,
    now: Date,
  ): Promise<{ readonly planned: string; readonly reported: string } | undefined>;
};

/** What plans are made of; the calendar of closed days is asked for when first needed. */
export type PlansParts = {
  readonly storage: Pick<NudgeStorage, 'nudgePlans' | 'outbox' | 'people' | 'addresses'>;
  readonly closedDays: () => Promise<IsClosed>;
};

const mostPauses = 20;

/** Creates the plans. */
export function createPlans(parts: PlansParts): Plans {
  const { nudgePlans, people, addresses } = parts.storage;
  const find = async (recipient: Recipient, known: KnownPlan | undefined) => (known ? known.of : nudgePlans.load(recipient));
  const change = async (recipient: Recipient, now: Date, to: (plan: NudgePlan) => NudgePlan | undefined, known?: KnownPlan) => {
    const before = await find(recipient, known);
    const plan = before && to(before.plan);
    return plan && (await keep(parts, recipient, before, plan, now));
  };
  const plans: Plans = {
    find: (recipient) => nudgePlans.load(recipient),
    async load(recipient, now, known) {
      const found = await find(recipient, known);
      return found && (await gatherView(parts, found, now));
    },
    async save(recipient, wish, now, known) {
      const before = await find(recipient, known);
      if (wish.maker && recipient.kind === 'conversation')
        await nudgePlans.saveMaker(recipient.tenant, recipient.conversation, wish.maker, now);
      return keep(parts, recipient, before, applyChange(recipient, before?.plan, wish, now), now);
    },
    stop: (recipient, now, known) => change(recipient, now, (plan) => ({ ...plan, on: false, stopped: undefined }), known),
    pause: (recipient, pause, now, known) => change(recipient, now, (plan) => ({ ...plan, pauses: withPause(plan, pause, now) }), known),
    resume: (recipient, now, known) => change(recipient, now, (plan) => ({ ...plan, pauses: [] }), known),
    async take(recipient, question, asker, now, known) {
      const before = { of: await find(recipient, known) };
      return take(plans, await holidays(), recipient, question, asker, now, before);
    },
    async giveUp(recipient, reason, now) {
      await change(recipient, now, (plan) => (plan.on ? { ...plan, on: false, stopped: reason } : undefined));
      if (recipient.kind === 'person') await people.unreachable(recipient.person, now);
      else await addresses.leave(recipient, now);
    },
    async wake(recipient, now) {
      const before = await nudgePlans.load(recipient);
      if (!before?.plan.stopped) return { plan: before?.plan };
      const again = await keep(parts, recipient, before, { ...before.plan, on: true, stopped: undefined }, now);
      return { plan: again.plan, again };
    },
    async findZoneChange(person, plan, zone, now) {
      if (!plan?.on || !zone || !isZone(zone) || isSameClock(plan.zone, zone, now)) return undefined;
      return (await nudgePlans.noteAskedZone(personal(person), zone)) ? { planned: plan.zone, reported: zone } : undefined;
    },
  };
  return plans;
}

async function take(
  plans: Plans,
  findHoliday: FindHoliday,
  recipient: Recipient,
  question: NudgeQuestion,
  asker: PlanAsker,
  now: Date,
  before: KnownPlan,
): Promise<PlanReply> {
  const step = readStep(question, now, before.of?.plan.zone ?? asker.zone ?? defaultZone, findHoliday);
  const answer = (kind: 'stopped' | 'paused', after: PlanView | undefined): PlanReply => (after ? { kind, ...after } : { kind: 'none' });
  switch (step.kind) {
    case 'unclear':
    case 'offer':
      return step;
    case 'stop':
      return answer('stopped', await plans.stop(recipient, now, before));
    case 'pause':
      return answer('paused', await plans.pause(recipient, step.pause, now, before));
    case 'save': {
      const { zone, ...rest } = asker;
      const change = { ...rest, ...step.change, ...(!before.of && { zone }) };
      return { kind: 'saved', ...(await plans.save(recipient, change, now, before)) };
    }
  }
}

/** The plan that a change makes of the one before, or of the defaults. */
function applyChange(recipient: Recipient, before: NudgePlan | undefined, wish: PlanChange, now: Date): NudgePlan {
  const isTeam = recipient.kind === 'conversation';
  const defaults = isTeam ? teamDefaults : personalDefaults;
  const zone = wish.zone ?? before?.zone ?? defaultZone;
  if (!isZone(zone)) throw new RangeError(`time zone "${zone}" is unknown. Use an IANA name such as "Europe/Copenhagen".`);
  const today = localDate(now, zone);
  return {
    on: true,
    days: wish.days ?? before?.days ?? defaults.days,
    time: wish.time ?? before?.time ?? defaults.time,
    exact: wish.exact ?? before?.exact ?? defaults.exact,
    zone,
    language: wish.language ?? before?.language ?? 'da',
    pauses: (before?.pauses ?? []).filter(({ from }) => from > today),
    subject: isTeam ? (wish.subject ?? before?.subject ?? {}) : undefined,
    madeAt: before?.madeAt ?? now,
  };
}

/** Pauses that are over are dropped, and those that share a day become one. */
function withPause(plan: NudgePlan, pause: Pause, now: Date): Pause[] {
  const today = localDate(now, plan.zone);
  const running = plan.pauses.filter(({ until }) => until >= today);
  const touches = ({ from, until }: Pause) => from <= pause.until && pause.from <= until;
  const [from = pause.from] = [pause, ...running.filter(touches)].map((each) => each.from).sort();
  const until =
    [pause, ...running.filter(touches)]
      .map((each) => each.until)
      .sort()
      .at(-1) ?? pause.until;
  return [...running.filter((each) => !touches(each)), { from, until }].slice(-mostPauses);
}

/** Saves a plan, takes back what waits and does not fit it any more, and says what is next. */
async function keep(parts: PlansParts, recipient: Recipient, before: PlanOf | undefined, plan: NudgePlan, now: Date): Promise<PlanView> {
  const { nudgePlans, outbox } = parts.storage;
  const nextAt = plan.on ? whenToLook(recipient, before, plan, now) : undefined;
  // What was asked for a day already stays so, whatever becomes of the plan.
  const shown = gatherView(parts, { recipient, plan, nextAt }, now);
  const [closed, next] = await Promise.all([parts.closedDays(), shown, nudgePlans.save(recipient, plan, nextAt)]);
  const isClosed = (date: string) => closed(date, tenantOf(recipient));
  const isMoved = before && !isSameCadence(before.plan, plan);
  // What was ordered for a day of its own is no matter of the plan's.
  const open = (await outbox.listOpen(recipient)).filter(({ slot }) => carriedIn(slot) === 'question');
  const skipOf = (date: string) => findSkip(plan, date, { isClosed }) ?? (isMoved ? 'changed' : undefined);
  for (const { id, localDate: date } of open) {
    const skip = skipOf(date);
    if (skip) await outbox.cancel(recipient, [id], skip);
  }
  return next;
}

/** The next look stays where the change moved neither days nor time, also one that has come; made exact or not, it is the same day's. */
function whenToLook(recipient: Recipient, before: PlanOf | undefined, plan: NudgePlan, now: Date): Date | undefined {
  const after = spread(plan, seedOf(recipient));
  const isSame = before?.plan.on && isSameCadence(before.plan, plan);
  return isSame && before.nextAt ? moveLook(before.nextAt, spread(before.plan, seedOf(recipient)), after) : firstLook(after, now);
}

/** Whether they ask at the same times as they are told; what waits of a plan that is only made exact, or no longer is, stays right. */
function isSameCadence(one: NudgePlan, other: NudgePlan): boolean {
  return (
    one.time === other.time &&
    one.zone === other.zone &&
    one.days.length === other.days.length &&
    one.days.every((day) => other.days.includes(day))
  );
}

/** A date whose slot was used already is not promised again. */
async function gatherView({ storage, closedDays }: PlansParts, { recipient, plan, nextAt }: PlanOf, now: Date): Promise<PlanView> {
  const { nudgePlans, outbox } = storage;
  const isTaken = async () => new Set(plan.on && nextAt ? await outbox.listTaken(recipient, plan.time, localDate(now, plan.zone)) : []);
  const [maker, taken, isClosed] = await Promise.all([
    recipient.kind === 'conversation' ? nudgePlans.loadMaker(recipient.tenant, recipient.conversation) : undefined,
    isTaken(),
    closedDays(),
  ]);
  if (!plan.on || !nextAt) return { plan, next: undefined, maker };
  const isLeftOut = (date: string) => isClosed(date, tenantOf(recipient)) || taken.has(date);
  return { plan, next: findNext(spread(plan, seedOf(recipient)), nextAt, now, isLeftOut), maker };
}
