/**
 * What the bot says about daily questions: every card repeats back what it will do, and how to stop it.
 */
import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import {
  type CardAction,
  container,
  type Element,
  escapeMarkdown,
  oneLine,
  paragraph,
  plainText,
  run,
  textBlock,
} from '../cards/elements.js';
import { chatButtons } from '../cards/frame.js';
import { cityOf, firstFitting } from '../cards/names.js';
import { firstUpper } from '../cards/strings/lists.js';
import type { Period } from '../language/times/when.js';
import { weekdays } from '../language/times/words.js';
import type { Due } from '../nudges/rules/cadence.js';
import { type NudgePlan, personalDefaults, teamDefaults, weeklyDefaults } from '../nudges/rules/plan.js';
import type { PlainQuestion } from '../understanding/question.js';
import { dateOf } from './dates.js';
import { nastyName } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';

/** A plan as it is shown: what it will do next, seen from `today` (`YYYY-MM-DD` in the plan's zone). */
export type PlanShown = {
  readonly plan: NudgePlan;
  readonly next: Due | undefined;
  readonly today: string;
  /** True for the plan of a group chat or channel. */
  readonly group: boolean;
  /** Who set it up; shared conversations only, and only where it is known. */
  readonly maker?: string | undefined;
  /** True where the reader's clock shows another time than the plan's. */
  readonly elsewhere?: boolean | undefined;
  /** Set where nothing comes by itself in the municipality; `until`: it goes on by itself on that local date. */
  readonly rests?: { readonly until?: string | undefined } | undefined;
};

/** What was just done to a plan; `shown` when nothing was. `moved`: one that others get was on, and has other days or another time now. */
export type PlanDone = 'saved' | 'moved' | 'paused' | 'stopped' | 'resumed' | 'restarted' | 'not-today' | 'kept' | 'shown';

/** What a person asks for at a time that is known. */
export type TimedQuestion = Extract<PlainQuestion, { intent: 'nudge-on' | 'nudge-time' }> & { readonly time: string };

/**
 * The plan as it is now; `roleless` when its person has not said what their role is. `by` is who did it to the plan of a shared
 * conversation, where the roster says.
 */
export type PlanAnswer = Answered<
  'plan',
  { readonly did: PlanDone; readonly shown: PlanShown; readonly roleless?: boolean; readonly by?: string | undefined }
>;

/** There is no plan to stop, pause or show. */
export type PlanNoneAnswer = Answered<'plan-none', { readonly group: boolean }>;

/** The time, the day or the pause was not understood; `shown` is the plan, which stays as it is. `halves`: the same before and after noon. */
export type PlanUnclearAnswer = Answered<
  'plan-unclear',
  {
    readonly about: 'time' | 'day' | 'pause';
    readonly group: boolean;
    readonly shown?: PlanShown;
    readonly halves?: readonly TimedQuestion[];
  }
>;

/** The client reports another zone than the plan's: which one shall it follow? */
export type PlanZoneAnswer = Answered<
  'plan-zone',
  { readonly planned: string; readonly reported: string; readonly time: string; readonly exact: boolean }
>;

/** The kind of {@link PlanAnswer}. */
export const planKind: Kind<PlanAnswer> = {
  name: 'plan',
  asked: {
    'nudge-on': { title: titleOf, slots: timing },
    'nudge-time': { title: (_question, _here, { t }) => t.button.nudgeTime, slots: timing },
    'nudge-pause': { slots: ({ pause }) => (pause ? { pause } : {}) },
  },
  card: planCard,
  exhibits: () => examples.map((example) => ({ kind: 'plan', ...example, next: [] })),
};

/** The kind of {@link PlanNoneAnswer}. */
export const planNoneKind: Kind<PlanNoneAnswer> = {
  name: 'plan-none',
  card: planNoneCard,
  exhibits: () => [false, true].map((group) => ({ kind: 'plan-none', group, next: [] })),
};

/** The kind of {@link PlanUnclearAnswer}. */
export const planUnclearKind: Kind<PlanUnclearAnswer> = {
  name: 'plan-unclear',
  card: planUnclearCard,
  exhibits: () => [
    { kind: 'plan-unclear', about: 'time', group: false, next: [] },
    { kind: 'plan-unclear', about: 'day', group: false, next: [] },
    { kind: 'plan-unclear', about: 'pause', group: false, shown: withPauses(ownPlan), next: [] },
    { kind: 'plan-unclear', about: 'time', group: true, shown: teamPlan, next: [] },
    {
      kind: 'plan-unclear',
      about: 'time',
      group: false,
      halves: ['04:02', '16:02'].map((time) => ({ intent: 'nudge-on', time })),
      next: [],
    },
  ],
};

/** The kind of {@link PlanZoneAnswer}. */
export const planZoneKind: Kind<PlanZoneAnswer> = {
  name: 'plan-zone',
  card: planZoneCard,
  exhibits: () => [
    { kind: 'plan-zone', planned: 'Europe/Copenhagen', reported: 'Europe/London', time: '08:00', exact: false, next: [] },
    {
      kind: 'plan-zone',
      planned: 'America/North_Dakota/New_Salem',
      reported: 'Antarctica/DumontDUrville',
      time: '14:05',
      exact: true,
      next: [],
    },
  ],
};

/** What a button that starts them says: when, where that is known. */
function titleOf({ time, exact, days }: Asking<'nudge-on'>, _here: Here, { t }: Voice): string {
  return days ? firstUpper(time ? t.plan.cadence(days, time, exact) : t.plan.onDays(days)) : t.button.nudgeOn;
}

function timing({ time, exact, days, unclear }: Asking<'nudge-on' | 'nudge-time'>) {
  return { ...(time && { time, ...saysHow(exact) }), ...(days && { days }), ...(unclear && { unclear: true }) };
}

/** How exactly a time is meant, where that was said. */
export function saysHow(exact: boolean | undefined): { readonly exact?: boolean } {
  return exact === undefined ? {} : { exact };
}

/** A question a week beside one a day; by its days and time unless told. */
export function askWeekly({ t, ask }: Desk, title?: string): CardAction {
  const { days, time, exact } = weeklyDefaults;
  return ask({ intent: 'nudge-on', days: [...days], time, exact }, title ?? firstUpper(t.plan.cadence(days, time, exact)));
}

const dayMs = 24 * 60 * 60_000;

/** "mandag til fredag kl. 8.00", or "mandag til fredag omkring kl. 8". */
export function cadenceOf({ days, time, exact }: Pick<NudgePlan, 'days' | 'time' | 'exact'>, { t }: Desk): string {
  return t.plan.cadence(
    weekdays.filter((day) => days.includes(day)),
    time,
    exact,
  );
}

/** "Mandag til fredag omkring kl. 8. Næste: i morgen, tirsdag 24. november.", or that no more will come. */
export function planLine({ plan, next, today, rests }: PlanShown, desk: Desk): string {
  const { t } = desk;
  if (!plan.on) return t.plan.off;
  const cadence = cadenceOf(plan, desk);
  const distance = next && (Date.parse(next.localDate) - Date.parse(today)) / dayMs;
  const near = distance === 0 ? t.plan.today : distance === 1 ? t.plan.tomorrow : undefined;
  const when = next && t.plan.next([near, dateOf(next.localDate, today, desk)].filter(Boolean).join(', '));
  // Where they are off for all nobody knows of a next one.
  return rests && !rests.until ? `${firstUpper(cadence)}.` : `${firstUpper(cadence)}. ${when ?? t.plan.noNext}`;
}

/** A plan: what it does, its pauses, who made it, and how to change or stop it. */
function planCard({ did, shown, roleless, by }: PlanAnswer, desk: Desk): Draft {
  const { t } = desk;
  const title = (shown.group ? t.plan.teamTitle : t.plan.title)[did];
  const line = planLine(shown, desk);
  const lacksRole = shown.plan.on && roleless === true && !shown.group;
  const restarted = shown.group ? t.plan.restartedTeam : t.plan.restarted;
  return {
    summary: did === 'stopped' ? title : line,
    head: { title },
    body: [
      ...(did === 'restarted' ? [textBlock(restarted, { spacing: 'Small' })] : []),
      ...(shown.group ? doerNote(did, by, desk) : []),
      ...planBody(shown, desk),
      ...makerNote(shown, desk),
      ...(lacksRole ? [textBlock(t.plan.roleless, { spacing: 'Small' })] : []),
      textBlock(howTo(shown, desk), { size: 'Small', isSubtle: true, spacing: 'Medium' }),
    ],
    actions: [
      // The card took the place of today's question; one pressed by mistake shall not be the end of it.
      ...(did === 'not-today' ? [desk.ask({ intent: 'reflect' }, t.button.reflect)] : []),
      ...(shown.group ? teamActions(shown, desk) : ownActions(shown, lacksRole, did, desk)),
    ],
  };
}

/** The plan in its own frame, so that it is seen at a glance. */
function planBody(shown: PlanShown, desk: Desk): Element[] {
  const { t } = desk;
  const { plan, today, elsewhere, rests } = shown;
  const coming = plan.on ? plan.pauses.filter(({ until }) => until >= today) : [];
  const lines = [
    planLine(shown, desk),
    ...(plan.on && rests ? [rests.until ? t.plan.restsUntil(dateOf(rests.until, today, desk)) : t.plan.rests] : []),
    ...coming.map((pause) => pauseLine(pause, today, desk)),
    ...(plan.on && elsewhere ? [t.plan.zone(cityOf(plan.zone, t))] : []),
  ];
  const items = lines.map((line, at) => plainText(line, {}, at === 0 ? {} : { spacing: 'Small' }));
  return [container(items, { style: 'emphasis', spacing: 'Medium' })];
}

/** "Pause til og med søndag 6. december.", seen from `today` (`YYYY-MM-DD`). */
export function pauseLine({ from, until }: PlanShown['plan']['pauses'][number], today: string, desk: Desk): string {
  const { t } = desk;
  const last = dateOf(until, today, desk);
  if (from === until) return t.plan.pauseOn(last);
  return from <= today ? t.plan.pauseUntil(last) : t.plan.pauseBetween(dateOf(from, today, desk), last);
}

/** Anyone may change what all get, and all are told who did. */
function doerNote(did: PlanDone, by: string | undefined, { t }: Desk): Element[] {
  const words = (t.plan.doer as Readonly<Partial<Record<PlanDone, (name: string) => readonly string[]>>>)[did];
  if (!words) return [];
  return [
    paragraph(
      words(by ? oneLine(by) : t.plan.aMember).map((part) => run(part)),
      { spacing: 'Small' },
    ),
  ];
}

function makerNote({ plan, group, maker }: PlanShown, { t }: Desk): Element[] {
  if (!group || !plan.on) return [];
  const who = maker ? t.plan.maker(oneLine(maker)) : [t.plan.someMaker];
  return [
    paragraph(
      who.map((part) => run(part)),
      { spacing: 'Medium' },
    ),
    textBlock(t.plan.own, { spacing: 'Small' }),
  ];
}

function howTo({ plan, group }: PlanShown, { t }: Desk): string {
  if (plan.on) return group ? t.plan.howTeam : t.plan.how;
  return group ? t.plan.againTeam : t.plan.again;
}

function ownActions(shown: PlanShown, lacksRole: boolean, did: PlanDone, desk: Desk): CardAction[] {
  const { t, ask, press } = desk;
  if (!shown.plan.on) return [ask({ intent: 'nudge-on' }, t.plan.start), ask({ intent: 'reflect' }, t.button.reflect)];
  return [
    ...(isPausing(shown) ? [press('plan', { act: 'resume' }, t.plan.resume)] : []),
    ...(lacksRole ? [ask({ intent: 'set-role' }, t.button.setRole)] : []),
    press('plan', { act: 'open-plan' }, t.plan.settings),
    // Whoever has just begun sees that one a week will do as well.
    ...(did === 'saved' && shown.plan.days.length === personalDefaults.days.length ? [askWeekly(desk)] : []),
    ask({ intent: 'focus' }, t.focus.button),
    ask({ intent: 'nudge-off' }, t.plan.stop),
  ];
}

function teamActions({ plan }: PlanShown, desk: Desk): CardAction[] {
  const { t, ask } = desk;
  if (!plan.on) return [ask({ intent: 'nudge-on' }, t.plan.start)];
  return [ask({ intent: 'nudge-off' }, t.plan.stopTeam), ...chatButtons(desk)];
}

/** There is nothing to stop, to pause or to show. */
function planNoneCard({ group }: PlanNoneAnswer, desk: Desk): Draft {
  const { t, ask } = desk;
  const title = group ? t.plan.noneTeamTitle : t.plan.noneTitle;
  return {
    summary: title,
    head: { title },
    body: [textBlock(group ? t.plan.noneTeam : t.plan.none, { spacing: 'Small' })],
    actions: [ask({ intent: 'nudge-on' }, group ? t.plan.startTeam : t.button.nudgeOn), ...(group ? [] : [askWeekly(desk)])],
  };
}

/** The time or the pause is asked for again, with words that work. */
function planUnclearCard({ about, group, shown, halves = [] }: PlanUnclearAnswer, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const { title, text: words } = t.plan.unclear[about];
  const [early, late] = halves;
  const text = early && late ? t.plan.halves(early.time, late.time) : words;
  const offers = about === 'pause' ? pauseActions(shown, desk) : halves.map((question) => ask(question, t.plan.half(question.time)));
  const kept = shown?.plan.on ? [textBlock(t.plan.unchanged, { spacing: 'Medium' }), ...planBody(shown, desk)] : [];
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' }), ...kept],
    actions: [
      ...offers,
      ...(group ? [] : [press('plan', { act: 'open-plan' }, t.plan.choose)]),
      ...(shown?.plan.on ? [ask({ intent: 'nudge-off' }, group ? t.plan.stopTeam : t.plan.stop)] : []),
    ],
  };
}

/** The lengths most often meant; and whoever is in a pause may have asked for its end. */
function pauseActions(shown: PlanShown | undefined, { t, ask, press }: Desk): CardAction[] {
  if (!shown?.plan.on) return [];
  return [
    ...(isPausing(shown) && !shown.group ? [press('plan', { act: 'resume' }, t.plan.resume)] : []),
    ask({ intent: 'nudge-pause', pause: weeks(1) }, t.plan.oneWeek),
    ask({ intent: 'nudge-pause', pause: weeks(2) }, t.plan.twoWeeks),
  ];
}

const weeks = (count: number): Period => ({ kind: 'length', count, unit: 'week' });

function isPausing({ plan, today }: PlanShown): boolean {
  return plan.pauses.some(({ from, until }) => from <= today && until >= today);
}

/** The client is in another zone than the plan: the person says which one counts. */
function planZoneCard({ planned, reported, time, exact }: PlanZoneAnswer, desk: Desk): Draft {
  const { t, press } = desk;
  const [here, there] = [cityOf(planned, t), cityOf(reported, t)];
  const text = t.plan.zoneText(here, there, time, exact);
  return {
    summary: t.plan.zoneTitle,
    head: { title: t.plan.zoneTitle },
    body: [textBlock(escapeMarkdown(text), { spacing: 'Small' })],
    actions: [
      press('plan', { act: 'keep-zone' }, firstFitting(t.plan.followZone(here), t.plan.followPlanned)),
      press('plan', { act: 'use-zone', zone: reported }, firstFitting(t.plan.followZone(there), t.plan.followReported)),
    ],
  };
}

const plan: NudgePlan = {
  on: true,
  ...personalDefaults,
  zone: 'Europe/Copenhagen',
  language: 'da',
  pauses: [],
  madeAt: new Date('2026-11-02T08:00:00Z'),
};
const coming = { at: new Date('2026-11-24T07:00:00Z'), localDate: '2026-11-24' };

/** A plan for exhibits: of one person. */
export const ownPlan: PlanShown = { plan, next: coming, today: '2026-11-23', group: false };

/** A plan for exhibits: of a conversation. */
export const teamPlan: PlanShown = {
  ...ownPlan,
  plan: { ...plan, ...teamDefaults, subject: {} },
  next: { ...coming, localDate: '2026-11-30' },
  group: true,
};

const stopped = (of: PlanShown): PlanShown => ({ ...of, plan: { ...of.plan, on: false }, next: undefined });

function withPauses(of: PlanShown): PlanShown {
  const pauses = [
    { from: '2026-11-23', until: '2026-12-06' },
    { from: '2026-12-24', until: '2027-01-03' },
    { from: '2027-01-18', until: '2027-01-18' },
  ];
  return { ...of, plan: { ...of.plan, pauses }, next: { ...coming, localDate: '2026-12-07' } };
}

const examples: readonly Omit<PlanAnswer, 'kind' | 'next'>[] = [
  { did: 'saved', shown: ownPlan, roleless: true },
  { did: 'saved', shown: { ...ownPlan, plan: { ...plan, days: ['tir', 'tor'], time: '14:15', exact: true }, elsewhere: true } },
  { did: 'paused', shown: withPauses(ownPlan) },
  { did: 'saved', shown: { ...ownPlan, next: { ...coming, localDate: '2026-12-28' }, rests: { until: '2026-12-27' } } },
  { did: 'shown', shown: { ...ownPlan, next: undefined, rests: {} } },
  { did: 'stopped', shown: stopped(ownPlan) },
  { did: 'restarted', shown: ownPlan },
  { did: 'not-today', shown: ownPlan },
  { did: 'saved', shown: { ...teamPlan, maker: nastyName } },
  { did: 'moved', shown: { ...teamPlan, maker: 'Mette Sørensen' }, by: nastyName },
  { did: 'paused', shown: withPauses(teamPlan), by: 'Lars Østergaard' },
  { did: 'resumed', shown: teamPlan },
  { did: 'stopped', shown: stopped(teamPlan), by: 'Lars Østergaard' },
  { did: 'stopped', shown: stopped(teamPlan) },
];
