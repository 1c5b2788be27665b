/**
 * Nudges put together: plans for the bot, passes for the clock and the command. Both send with the same parts.
 */
import { setMaxListeners } from 'node:events';
import { LRUCache } from 'lru-cache';
import { type Cards, createCards } from '../answers/cards.js';
import type { Message } from '../cards/message.js';
import { type Clock, type Elapsed, systemElapsed, within } from '../clock.js';
import type { Config } from '../config.js';
import type { Library } from '../content/library.js';
import { once } from '../content/once.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { viewOf } from '../people/appointment-views.js';
import type { Editor } from '../people/letters.js';
import type { Storage } from '../storage/storage.js';
import type { Nudge, Renderers } from './delivery.js';
import { createDispatcher, type Dispatcher } from './dispatch.js';
import { createFarewell } from './farewell.js';
import { createLetterRound } from './letters-due.js';
import { createPlans, type Plans } from './plans.js';
import type { Messenger } from './ports.js';
import { createClosedDays } from './rules/holidays.js';
import { sleepUnless, startTicking } from './ticking.js';

/** What nudging needs from outside. */
export type NudgingParts = {
  readonly config: Pick<Config, 'nudgeGraceMinutes' | 'nudgeRate' | 'closingDays' | 'retentionDays' | 'inactiveDays' | 'notesIn'>;
  readonly storage: Storage;
  readonly library: Library;
  readonly messenger: Messenger;
  /** Who takes the letters of a tenant; no editor is told of any when left out. */
  readonly editorOf?: ((tenant: string) => Editor) | undefined;
  /** The tenants whose people are written to; those that have letters unless told. */
  readonly tenants?: readonly string[] | undefined;
  /** Whether a tenant's people are written to; all unless told. */
  readonly isServed?: ((tenant: string) => boolean) | undefined;
  readonly clock: Clock;
  /** Default: the machine's own. */
  readonly elapsed?: Elapsed | undefined;
  readonly log: Log;
  /** Default: the card of a daily question. */
  readonly renderers?: Renderers | undefined;
};

/** Something that is done once a day, soon after the sweep. */
export type DayTask = (now: Date) => Promise<unknown>;

/** Nudging as the service uses it. */
export type Nudging = {
  readonly plans: Plans;
  readonly dispatcher: Dispatcher;
  /** Starts the clock: a pass every minute, a sweep every day, and what is `also` done then. */
  start(also?: DayTask): void;
  /** Stops claiming, gives back what was not begun, and resolves when all is quiet or `deadlineMs` are over, whatever hangs. */
  stop(deadlineMs: number): Promise<void>;
};

/** A pass ends a little before the next minute, when there may be more that is due. */
const passMs = 50_000;

/** Puts nudging together. Nothing runs before `start`. */
export function createNudging(parts: NudgingParts): Nudging {
  const { config, storage, library, clock, elapsed = systemElapsed, log } = parts;
  const stopping = new AbortController();
  // Every tenant's part of a pass waits for it.
  setMaxListeners(0, stopping.signal);
  const closedDays = createCalendar(config.closingDays);
  const plans = createPlans({ storage, closedDays });
  const dispatcher = createDispatcher({
    ...parts,
    closedDays,
    renderers: parts.renderers ?? createNudgeRenderers(createCards(library, {}, config.notesIn), library),
    elapsed,
    chance: Math.random,
    sleep: (ms) => sleepUnless(stopping.signal, ms),
    graceMinutes: config.nudgeGraceMinutes,
    rate: config.nudgeRate,
  });
  let ticking = Promise.resolve();
  const tellEditors = createEditorTask(parts, closedDays);
  const tasks = createTasks(parts, dispatcher, elapsed, stopping.signal, tellEditors);
  return {
    plans,
    dispatcher,
    start: (also = async () => undefined) => {
      ticking = startTicking({ ...tasks, day: () => tasks.day(also), clock, elapsed, log }, stopping.signal);
    },
    async stop(deadlineMs) {
      const stopped = dispatcher.stop(deadlineMs);
      stopping.abort();
      await within(deadlineMs, () => Promise.all([stopped, ticking])).catch(() => undefined);
    },
  };
}

/** What the clock does: a pass that had no time for all that is due is followed by another at once. */
function createTasks(parts: NudgingParts, dispatcher: Dispatcher, elapsed: Elapsed, signal: AbortSignal, tellEditors: () => Promise<void>) {
  const { config, storage, library, clock, log } = parts;
  const farewell = createFarewell({ ...parts, cards: createCards(library, {}, config.notesIn), inactiveDays: config.inactiveDays });
  const behind = (what: string, task: Promise<unknown>) =>
    void task.catch((error: unknown) => log.error({ what, error: traceError(error) }, 'a task of the clock failed'));
  return {
    async minute() {
      const startedAt = elapsed();
      // No minute waits for it: it waits for Teams.
      behind('letters', tellEditors());
      const lines = (await dispatcher.runPass(undefined, passMs)) ?? [];
      for (const line of lines) log.info(line, 'nudges');
      const isCut = elapsed() - startedAt >= passMs && lines.some(({ state }) => state === 'waiting');
      if (isCut) log.warn({ passMs }, 'a pass had no time for all that is due: the next goes on with it');
      return isCut;
    },
    async day(also: DayTask) {
      const now = await storage.outbox.tellTime(clock());
      log.info(await storage.sweep(now, config), 'swept');
      // Neither holds the minutes up: both wait for Teams.
      behind(
        'farewell',
        farewell(() => signal.aborted),
      );
      behind('also', also(now));
    },
  };
}

/** Tells editors of letters; one round at a time. */
function createEditorTask(parts: NudgingParts, closedDays: () => Promise<(localDate: string) => boolean>): () => Promise<void> {
  const { config, storage, library, editorOf, clock, tenants } = parts;
  if (!editorOf) return async () => undefined;
  const cards = createCards(library, {}, config.notesIn);
  const listTenants = async () => (tenants && tenants.length > 0 ? tenants : storage.letters.tenants());
  const round = createLetterRound({ ...parts, cards, editorOf, closedDays, tenants: listTenants });
  let running: Promise<void> | undefined;
  return async () => {
    if (running) return;
    running = round(clock()).finally(() => {
      running = undefined;
    });
    await running;
  };
}

/** The calendar of closed days, loaded when the first nudge or plan asks for it. */
export function createCalendar(closingDays: Config['closingDays']): () => Promise<(localDate: string) => boolean> {
  return once(() => createClosedDays(closingDays));
}

/** So many cards are kept: a morning asks a few hundred questions of thousands of people. */
const mostCards = 2_000;

/** Nudges as cards: a person's with a field for a private note, a team's without. The same card is made once. */
export function createNudgeRenderers(cards: Cards, library: Library): Renderers {
  const made = new LRUCache<string, Message>({ max: mostCards });
  const render = (nudge: Nudge, group: boolean, maker?: string): Message => {
    const { framework, role, theme, statement, prompt, plan, fromFocus } = nudge;
    const { days, time, exact, language, subject } = plan;
    const ids = [framework, role, theme, statement, prompt].map((each) => each?.id);
    const key = JSON.stringify([ids, days, time, exact, language, subject, group, maker, fromFocus]);
    const known = made.get(key);
    if (known) return known;
    const message = draw(nudge, group, maker);
    made.set(key, message);
    return message;
  };
  const draw = ({ framework, role, theme, statement, prompt, plan, fromFocus }: Nudge, group: boolean, maker?: string) => {
    const another = {
      intent: 'reflect',
      framework: framework.id,
      ...(role && { role: role.id }),
      ...(group && theme && plan.subject?.theme && { theme: theme.id }),
      not: prompt.id,
    } as const;
    const shown = {
      framework,
      role,
      theme,
      statement,
      prompt,
      plan,
      another,
      group,
      ...(maker && { maker }),
      ...(fromFocus && { fromFocus }),
    };
    return cards({ kind: 'nudge', ...shown, next: [] }, { language: plan.language, group, notes: !group });
  };
  return {
    renderNudge: (nudge) => render(nudge, false),
    renderTeamNudge: ({ maker, ...nudge }) => render(nudge, true, maker?.name),
    renderAppointments(appointments, today) {
      const [first] = appointments;
      const language = first?.language ?? 'da';
      if (first?.kind === 'look-back') return cards({ kind: 'look-back-due', next: [] }, { language, group: false });
      const late = first !== undefined && first.kind === 'reminder' && first.date !== today;
      const shown = appointments.map((each) => viewOf(library, each, today));
      return cards({ kind: 'appointment-due', shown, late, next: [] }, { language, group: false });
    },
    renderAside(aside, plan) {
      const view = { language: plan.language, group: false, notes: true };
      if (aside.kind === 'closing') return cards({ kind: 'focus-closing', place: aside.place, next: [] }, view);
      return cards({ kind: 'fit', plan, next: [] }, view);
    },
  };
}
