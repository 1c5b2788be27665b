/**
 * What nudging needs of the place where things are stored, and of the channel that carries messages.
 */
import type { Message } from '../cards/message.js';
import type { Address, PersonKey, Recipient } from '../conversation/person.js';
import type { Addresses, SeenPrompts } from '../conversation/ports.js';
import type { Maker, PlanOf } from '../conversation/reminding.js';
import type { Appointment, Presences, Profiles } from '../people/ports.js';
import type { AppointmentStep, Delivered, Surroundings, Timed } from './rules/appointments.js';
import type { Habits } from './rules/fatigue.js';
import type { Focus } from './rules/focus.js';
import type { NudgePlan, Occurrence, Outcome, StopReason } from './rules/plan.js';

/** Gives something that is done once a week to one of all instances; a lease that runs out is anybody's again. */
export type WeekClaims = {
  claim(key: string, now: Date, leaseSeconds: number): Promise<'ours' | 'leased' | 'done'>;
  hold(key: string, now: Date, seconds: number): Promise<void>;
};

/** What a look at a due plan came to: its times, and when to look again. */
export type Look = { readonly occurrences: readonly Occurrence[]; readonly next: Date | undefined };

/** What taking due plans came to; `tenants` are those that nudges were made for that may leave now. */
export type Taken = { readonly plans: number; readonly made: readonly Made[]; readonly tenants: readonly string[] };

/** How many deliveries of a kind were made. */
export type Made = { readonly kind: Recipient['kind']; readonly verdict: Occurrence['verdict']; readonly count: number };

/** Plans of people and of shared conversations. */
export type NudgePlans = {
  load(recipient: Recipient): Promise<PlanOf | undefined>;
  /** Saves the whole plan; `nextAt` undefined where it is off. */
  save(recipient: Recipient, plan: NudgePlan, nextAt: Date | undefined): Promise<void>;
  saveMaker(tenant: string, conversation: string, maker: Maker, now: Date): Promise<void>;
  /** Undefined also when that person was forgotten. */
  loadMaker(tenant: string, conversation: string): Promise<Maker | undefined>;
  /** Notes that a person was asked about this zone; false when that was noted before. */
  noteAskedZone(recipient: Recipient, zone: string): Promise<boolean>;
  /** Prompts that a shared conversation was shown, newest first. */
  listSeen(recipient: Recipient): Promise<readonly string[]>;
  /** Plans to look at, the longest due first. */
  listDue(now: Date): Promise<readonly PlanOf[]>;
  /** Takes up to `limit` due plans: makes their deliveries and moves them on, both or neither. `plans` 0: nothing is due. */
  takeDue(now: Date, limit: number, look: (due: PlanOf) => Look): Promise<Taken>;
};

/** An appointment whose time to be looked at has come: what its next step depends on. */
export type DueAppointment = {
  readonly person: PersonKey;
  readonly appointment: Timed;
  readonly delivered: Delivered;
  readonly around: Omit<Surroundings, 'isClosed'>;
};

/** What a delivery of appointments is made of; `away` where the person can't be reached for now. */
export type GatheredAppointments = {
  readonly appointments: readonly Appointment[];
  readonly address?: Address;
  readonly away: boolean;
};

/** Appointments as passes see them. */
export type DueAppointments = {
  /** Takes up to `limit` that are due: makes their deliveries and moves them on, both or neither. `plans` counts appointments. */
  takeDue(now: Date, limit: number, look: (due: DueAppointment) => AppointmentStep): Promise<Taken>;
  /** Those that are due by then, without taking them. */
  listDue(now: Date): Promise<readonly DueAppointment[]>;
  /** What a claimed delivery carries; undefined where nothing of it is left. */
  gather(nudge: Claimed): Promise<GatheredAppointments | undefined>;
  /** Notes that a delivery's appointments were asked. Left out, the next look finds it by the delivery. */
  noteAsked(nudge: Claimed, now: Date): Promise<void>;
};

/** A nudge that waits or is under way. */
export type OpenNudge = { readonly id: string; readonly recipient: Recipient; readonly localDate: string; readonly slot: string };

/** Deliveries of a day by how they ended. */
export type DayCount = { readonly day: string; readonly state: string; readonly reason: string | null; readonly count: number };

/** Nudges on their way. Every `now` is the machine's time; on PostgreSQL the server's own is used instead (shared-time.ts). */
export type Outbox = {
  /** The time that all instances go by. */
  tellTime(now: Date): Promise<Date>;
  /** Skips what waits and became due at or before `before`, of all tenants or of those `off`; tells how many. */
  skipLate(before: Date, off?: readonly string[]): Promise<Kinds>;
  /**
   * Ends leases that ran out: what was claimed waits again; what was being sent is unknown from now on, and its prompt
   * noted as seen. Tells how many are unknown.
   */
  endLeases(now: Date): Promise<Kinds>;
  /** Tenants with a nudge that waits and was due by then. */
  listTenants(dueUntil: Date): Promise<readonly string[]>;
  /** Claims a second's worth at most and moves the tenant's budget forward by as much. */
  claim(order: ClaimOrder): Promise<Claim>;
  /** All that a nudge's message is made of; undefined where its plan is gone. */
  gather(nudge: Claimed): Promise<Gathered | undefined>;
  /**
   * Notes that the request is about to leave, and with which prompt where it carries one. False when the claim is not ours any more:
   * then it must not.
   */
  begin(nudge: Claimed, prompt: string | undefined, now: Date): Promise<boolean>;
  /**
   * Notes how it ended, and with it the prompt as seen or the end of the plan. False when someone noted something before,
   * or when the recipient was deleted: then nothing is noted at all.
   */
  settle(nudge: Claimed, ended: Ended, now: Date): Promise<boolean>;
  /** Puts a nudge back that was tried, not to be tried again for `waitMs`; nothing of it was delivered. */
  putBack(nudge: Claimed, waitMs: number, now: Date): Promise<void>;
  /** Gives back what was claimed and not tried; what was begun or ended is left as it is. */
  giveBack(nudges: readonly Claimed[]): Promise<void>;
  /** Lets nothing leave for a tenant for so long. */
  quietTenant(tenant: string, ms: number, now: Date): Promise<void>;
  listOpen(recipient: Recipient): Promise<readonly OpenNudge[]>;
  /** Skips open nudges of a recipient that are not being sent yet. */
  cancel(recipient: Recipient, ids: readonly string[], reason: string): Promise<void>;
  /** Local dates from `since` on that have a nudge for a slot already, or an appointment in its place. */
  listTaken(recipient: Recipient, slot: string, since: string): Promise<readonly string[]>;
  /** Waiting nudges due by then, without claiming them; those of the tenants `off` are left out. */
  countWaiting(dueUntil: Date, off?: readonly string[]): Promise<Kinds>;
  /** Counts by local date from `since` on, oldest first. */
  report(since: string): Promise<readonly DayCount[]>;
};

/** A nudge that this instance may send from `sendAt` on, while its lease lasts. `attempts` counts this one. */
export type Claimed = {
  readonly id: string;
  readonly token: string;
  readonly recipient: Recipient;
  readonly localDate: string;
  readonly slot: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly sendAt: Date;
};

/** What a nudge's message is made of: whose plan it is, where to, for whom, and what they were shown, newest first. */
export type Gathered = {
  readonly plan: NudgePlan;
  readonly address?: Address;
  readonly profile: { readonly framework?: string; readonly role?: string };
  readonly seen: readonly string[];
  /** True where an appointment takes the place of this day's question. */
  readonly isTaken: boolean;
  /** People only: what they do with their questions, and their focus with the daily questions since it was made, oldest first. */
  readonly habits?: Habits & { readonly focus?: { readonly of: Focus; readonly asked: readonly string[] } };
  /** Who made the plan of a shared conversation, where they are known still. */
  readonly maker?: Maker;
};

/** What a claim gave: nudges, a time to wait, or that nothing of the tenant is due. `sendAt` is to be read from `now` on, and from no other clock. */
export type Claim =
  | { readonly kind: 'claimed'; readonly nudges: readonly Claimed[]; readonly now: Date }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'nothing' };

/** Whose nudges to claim, up to which due time, and how many a second. `now` is the machine's time, `dueUntil` the pass's. */
export type ClaimOrder = {
  readonly tenant: string;
  readonly dueUntil: Date;
  readonly now: Date;
  readonly rate: number;
  /** Those that were tried least come first; else the longest due, which costs less where many wait. */
  readonly freshFirst?: boolean;
};

/** How a nudge ended: `seen` is the prompt to note as seen, `stop` why its plan goes on no more. */
export type Ended = {
  readonly state: 'sent' | 'failed' | 'unknown' | 'skipped';
  readonly reason?: string | undefined;
  readonly seen?: string | undefined;
  readonly stop?: StopReason | undefined;
};

/** How many nudges of people and of shared conversations. */
export type Kinds = { readonly person: number; readonly conversation: number };

/** Sends one message with one request, and never throws: whatever happens is an outcome. */
export type Messenger = { send(address: Address, message: Message): Promise<Outcome> };

/** What nudging is stored behind. */
export type NudgeStorage = {
  readonly nudgePlans: NudgePlans;
  readonly outbox: Outbox;
  readonly dueAppointments: DueAppointments;
  readonly addresses: Addresses;
  readonly people: Presences;
  readonly profiles: Profiles;
  readonly seenPrompts: SeenPrompts;
};
