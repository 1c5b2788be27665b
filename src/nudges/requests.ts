/**
 * What people say and press about their daily questions, and about those of a team. Every answer repeats back what is
 * going to happen.
 */
import { DateTime } from 'luxon';
import type { Answer } from '../answers/kinds.js';
import type { PlanDone, TimedQuestion } from '../answers/plan.js';
import { draftOf, type PlanDraft, type PlanRemark } from '../answers/plan-form.js';
import type { Offered } from '../answers/plan-offer.js';
import { type PlanPressed, planPressedSchema } from '../cards/acts.js';
import type { Doers, Nudges } from '../conversation/doers.js';
import type { Incoming } from '../conversation/incoming.js';
import { keyOf, type PersonKey, personal, type Recipient } from '../conversation/person.js';
import type { KnownPlan, PlanView } from '../conversation/reminding.js';
import { findObstacle, type Owner, personally, type Speaker } from '../conversation/speaker.js';
import type { Pause } from '../language/times/dates.js';
import { isClock, isDate } from '../language/times/when.js';
import type { PlanAsker, Plans } from './plans.js';
import { isZone, localDate } from './rules/cadence.js';
import { defaultZone, type NudgePlan, personalDefaults, teamDefaults } from './rules/plan.js';
import type { NudgeQuestion } from './rules/steps.js';
import { none, openForm, planAnswer, showTo } from './shown.js';

/** What talking about plans needs. */
export type PlanTalkParts = {
  readonly plans: Plans;
  /** What a member of a shared conversation is called there; undefined when nobody says. */
  readonly nameOf: (incoming: Incoming) => Promise<string | undefined>;
};

/** Talking about plans, as the bot uses it. */
export type PlanTalk = Nudges & {
  readonly doers: Pick<Required<Doers>, 'nudge-on' | 'nudge-time' | 'nudge-off' | 'nudge-pause'>;
};

/** A pause on the settings ends within a year. */
const longestPause = { years: 1 };

/** Puts it together. */
export function createPlanRequests(parts: PlanTalkParts): PlanTalk {
  const does = (question: NudgeQuestion, speaker: Speaker) => hear(parts, question, speaker);
  const press = personally((pressed: PlanPressed, owner) => act(parts, pressed, owner));
  return {
    doers: { 'nudge-on': does, 'nudge-time': does, 'nudge-off': does, 'nudge-pause': does },
    async press(data, speaker) {
      if ((data as { do?: unknown } | null | undefined)?.do !== 'plan') return undefined;
      const pressed = planPressedSchema.safeParse(data).data;
      return press(pressed ?? { do: 'plan', act: { act: 'show-plan' }, language: speaker.asker.language }, speaker);
    },
    async wake({ person, conversation, at }) {
      const key = keyOf(person);
      return key && parts.plans.wake(recipientOf(key, conversation), at);
    },
    follow: (speaker, answers) => follow(parts, speaker, answers),
    async rest(person, now) {
      const me = personal(person);
      const view = await parts.plans.load(me, now);
      const today = view && localDate(now, view.plan.zone);
      if (!today || view.next?.localDate !== today) return false;
      return (await parts.plans.pause(me, { from: today, until: today }, now)) !== undefined;
    },
    async leave({ person: { tenant }, conversation, at }) {
      if (conversation.kind === 'personal') return;
      await parts.plans.giveUp({ kind: 'conversation', tenant, conversation: conversation.id }, 'removed', at);
    },
  };
}

/** In a personal chat the person's own plan, elsewhere that of all who are there. */
function recipientOf(key: PersonKey, conversation: Incoming['conversation']): Recipient {
  return conversation.kind === 'personal' ? personal(key) : { kind: 'conversation', tenant: key.tenant, conversation: conversation.id };
}

/** What may say when. */
type Timing = Extract<NudgeQuestion, { intent: 'nudge-on' | 'nudge-time' }>;

async function hear(parts: PlanTalkParts, question: NudgeQuestion, speaker: Speaker): Promise<readonly Answer[]> {
  const { key, incoming, asker } = speaker;
  if (!key) return [{ kind: 'not-here', why: 'nobody', next: [] }];
  if (asker.group && asksForOneself(question)) return [{ kind: 'not-here', why: 'group', next: [] }];
  const { at } = incoming;
  const recipient = recipientOf(key, incoming.conversation);
  const known = await knownTo(speaker, recipient, parts);
  const before = known.of?.plan;
  const isOff = !before?.on;
  const load = () => parts.plans.load(recipient, at, known);
  const show = async () => {
    const view = isOff ? undefined : await load();
    return [view ? planAnswer('shown', view, speaker) : none(asker.group)];
  };
  if (question.intent === 'nudge-on' && question.wish === 'show') return show();
  if (question.intent === 'nudge-on' && question.wish === 'resume' && !isOff) {
    const name = await nameIn(parts, speaker);
    const after = await parts.plans.resume(recipient, at, known);
    return [after ? planAnswer('resumed', after, speaker, name) : none(asker.group)];
  }
  // Somebody who has them and says no more asks what is agreed: that must not end a pause.
  if (!isOff && question.intent === 'nudge-on' && isBare(question)) return show();
  if (question.intent === 'nudge-time' && isBare(question)) return asker.group ? show() : [openForm(await load(), at)];
  const offer = (offered: Offered): Answer => ({ kind: 'plan-offer', offered, group: asker.group, next: [] });
  if (question.intent !== 'nudge-off' && question.intent !== 'nudge-pause' && question.offer && !question.unclear)
    return [offer(offerTiming(question, before, asker.group))];
  if (isOff && (question.intent === 'nudge-off' || question.intent === 'nudge-pause')) return [none(asker.group)];
  const name = await nameIn(parts, speaker);
  const answer = await parts.plans.take(recipient, question, askerOf(key, name, before, speaker), at, known);
  if (answer.kind === 'none') return [none(asker.group)];
  if (answer.kind === 'offer') return [offer(offerPause(answer.pause, before, at))];
  const isMoved = answer.kind === 'saved' && asker.group && !isOff;
  if (answer.kind !== 'unclear') return [planAnswer(isMoved ? 'moved' : answer.kind, answer, speaker, name)];
  const halves = halvesOf(question);
  const view = await load();
  const shown = view && { shown: showTo(view, speaker) };
  return [{ kind: 'plan-unclear', about: answer.about, group: asker.group, ...shown, ...(halves && { halves }), next: [] }];
}

/** The plan as the speaker's message found it; looked up where something has changed it since. */
async function knownTo({ woken }: Speaker, recipient: Recipient, { plans }: PlanTalkParts): Promise<KnownPlan> {
  return woken?.known ?? { of: await plans.find(recipient) };
}

/** A pause that nobody asked for, seen from today in the plan's zone. */
function offerPause(pause: Pause, before: NudgePlan | undefined, at: Date): Offered {
  return { kind: 'pause', pause, today: localDate(at, before?.zone ?? defaultZone) };
}

/** Days and a time that nobody asked for, beside what the plan has. */
function offerTiming({ days, time, exact }: Timing, before: NudgePlan | undefined, group: boolean): Offered {
  const now = before ?? (group ? teamDefaults : personalDefaults);
  return { kind: before?.on ? 'move' : 'start', days: days ?? now.days, time: time ?? now.time, exact: exact ?? now.exact };
}

function isBare({ time, days, unclear }: Pick<Timing, 'time' | 'days' | 'unclear'>): boolean {
  return !time && !days && !unclear;
}

/** A time from half past midnight to six is as often meant in the afternoon; undefined for any other. */
function halvesOf(question: NudgeQuestion): readonly TimedQuestion[] | undefined {
  if (question.intent !== 'nudge-on' && question.intent !== 'nudge-time') return undefined;
  const { unclear, time = '', ...rest } = question;
  if (!unclear || time < '00:30' || time >= '06:00') return undefined;
  const later = `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`;
  return [time, later].map((each) => ({ ...rest, time: each }));
}

/** "Mind mig kl. 8" among others is no order for all of them; to stop, everything that sounds like it will do. */
function asksForOneself(question: NudgeQuestion): boolean {
  return (question.intent === 'nudge-on' || question.intent === 'nudge-time') && question.forMe === true;
}

/** What the speaker is called among the others; in their own chat nobody asks. */
async function nameIn({ nameOf }: PlanTalkParts, { asker, incoming }: Speaker): Promise<string | undefined> {
  return asker.group ? nameOf(incoming) : undefined;
}

/**
 * A team is asked about the framework of whoever set it up first; later changes leave that as it is. Whoever moves questions that
 * come has not asked for them.
 */
function askerOf(key: PersonKey, name: string | undefined, before: NudgePlan | undefined, speaker: Speaker): PlanAsker {
  const { asker, incoming, profile } = speaker;
  const { language } = asker;
  const zone = knownZone(incoming.timeZone ?? incoming.homeZone);
  if (!asker.group) return { language, zone };
  const maker = before?.on ? undefined : { person: key, name };
  return { language, zone, maker, ...(!before && profile.framework && { subject: { framework: profile.framework } }) };
}

/** What goes with an answer: that questions come again, or, once for each zone, which time they shall follow. */
async function follow({ plans }: PlanTalkParts, speaker: Speaker, answers: readonly Answer[]): Promise<readonly Answer[]> {
  const { key, incoming, woken } = speaker;
  if (!key || answers.some(({ kind }) => kind.startsWith('plan') || kind === 'delete-data')) return [];
  if (woken?.again) return woken.again.plan.on ? [planAnswer('restarted', woken.again, speaker)] : [];
  if (findObstacle(speaker)) return [];
  const change = await plans.findZoneChange(key, woken?.plan, incoming.timeZone, incoming.at);
  return change && woken?.plan ? [{ kind: 'plan-zone', ...change, time: woken.plan.time, exact: woken.plan.exact, next: [] }] : [];
}

async function act({ plans }: PlanTalkParts, pressed: PlanPressed, owner: Owner): Promise<readonly Answer[]> {
  const { act: wanted } = pressed;
  const me = personal(owner.key);
  const { at } = owner.incoming;
  const show = (did: PlanDone, view: PlanView | undefined) => [view ? planAnswer(did, view, owner) : none(false)];
  switch (wanted.act) {
    case 'open-plan':
      return [openForm(await plans.load(me, at), at)];
    case 'keep-plan':
      return show('kept', await plans.load(me, at));
    case 'show-plan':
    case 'keep-zone':
      return show(wanted.act === 'keep-zone' ? 'saved' : 'shown', await plans.load(me, at));
    case 'save-plan':
      return saveForm(plans, pressed, owner);
    case 'not-today':
      return show('not-today', await skipToday(plans, me, at));
    case 'resume':
      return show('resumed', await endPause(plans, me, at));
    case 'use-zone':
      return show('saved', await moveZone(plans, me, wanted.zone, at));
  }
}

/** Today's question has come already as a rule; where it has not, on an old card, it is left out. */
async function skipToday(plans: Plans, me: Recipient, now: Date): Promise<PlanView | undefined> {
  const view = await plans.load(me, now);
  const today = view && localDate(now, view.plan.zone);
  return today && view.next?.localDate === today ? plans.pause(me, { from: today, until: today }, now) : view;
}

/** Ends the pause that runs today; those to come stay. */
async function endPause(plans: Plans, me: Recipient, now: Date): Promise<PlanView | undefined> {
  const view = await plans.load(me, now);
  return view?.plan.on ? plans.save(me, {}, now) : view;
}

/** A plan that is off, or that nobody has, is not turned on by an old card. */
async function moveZone(plans: Plans, me: Recipient, zone: string, now: Date): Promise<PlanView | undefined> {
  const view = await plans.load(me, now);
  return view?.plan.on && isZone(zone) ? plans.save(me, { zone }, now) : view;
}

/** Saves the settings; where a field makes no sense they stay open and say so. */
async function saveForm(plans: Plans, pressed: PlanPressed, owner: Owner): Promise<readonly Answer[]> {
  const { key, incoming, asker } = owner;
  const me = personal(key);
  const before = await plans.load(me, incoming.at);
  const draft = draftOf(pressed);
  if (!draft.on) return [before ? planAnswer('stopped', (await plans.stop(me, incoming.at)) ?? before, owner) : none(false)];
  const zone = before ? undefined : knownZone(incoming.timeZone ?? incoming.homeZone);
  const today = localDate(incoming.at, before?.plan.zone ?? zone ?? defaultZone);
  const remark = findRemark(draft, today);
  if (remark)
    return [{ kind: 'plan-form', values: { ...draft, exact: draft.exact ?? before?.plan.exact }, isNew: !before, remark, next: [] }];
  const { days, time, exact, until } = draft;
  const saved = await plans.save(me, { days, time, exact, zone, language: asker.language }, incoming.at);
  if (until === '') return [planAnswer('saved', saved, owner)];
  return [planAnswer('paused', (await plans.pause(me, { from: today, until }, incoming.at)) ?? saved, owner)];
}

function findRemark({ days, time, until }: PlanDraft, today: string): PlanRemark | undefined {
  if (days.length === 0) return 'days';
  if (!isClock(time)) return 'time';
  const last = DateTime.fromISO(today, { zone: 'utc' }).plus(longestPause).toFormat('yyyy-MM-dd');
  return until === '' || (isDate(until) && until >= today && until <= last) ? undefined : 'until';
}

function knownZone(zone: string | undefined): string | undefined {
  return zone !== undefined && isZone(zone) ? zone : undefined;
}
