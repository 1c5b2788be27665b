/**
 * Nudges put together: plans for the bot, passes for the clock and the command. Both send with the same parts.
 */
import { type Cards, createCards } from './cards/cards.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Library } from './content/library.js';
import type { Messenger, Nudge, Renderers } from './delivery.js';
import { createDispatcher, type Dispatcher } from './dispatch.js';
import { traceError } from './errors.js';
import type { Log } from './log.js';
import { createClosedDays } from './nudges/holidays.js';
import { createFarewell } from './people/farewell.js';
import { createPlans, type Plans } from './plans.js';
import type { Storage } from './storage/storage.js';
import { sleepUnless, startTicking } from './ticking.js';

/** What nudging needs from outside. */
export type NudgingParts = {
  readonly config: Pick<Config, 'nudgeGraceMinutes' | 'nudgeRate' | 'closingDays' | 'retentionDays' | 'inactiveDays'>;
  readonly storage: Storage;
  readonly library: Library;
  readonly messenger: Messenger;
  readonly clock: Clock;
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
  /** Stops claiming, gives back what was claimed, and resolves when all is quiet or `deadlineMs` are over. */
  stop(deadlineMs: number): Promise<void>;
};

/** Puts nudging together. Nothing runs before `start`. */
export function createNudging(parts: NudgingParts): Nudging {
  const { config, storage, library, clock, log } = parts;
  const stopping = new AbortController();
  const closedDays = createCalendar(config.closingDays);
  const plans = createPlans({ storage, closedDays });
  const dispatcher = createDispatcher({
    ...parts,
    plans,
    closedDays,
    renderers: parts.renderers ?? createNudgeRenderers(createCards(library)),
    sleep: (ms) => sleepUnless(stopping.signal, ms),
    graceMinutes: config.nudgeGraceMinutes,
    rate: config.nudgeRate,
  });
  let ticking = Promise.resolve();
  const minute = async (now: Date) => {
    const lines = await dispatcher.runPass(now);
    for (const line of lines ?? []) log.info(line, 'nudges');
  };
  const farewell = createFarewell({ ...parts, cards: createCards(library), inactiveDays: config.inactiveDays });
  // Neither holds the minutes up: both wait for Teams.
  const behind = (what: string, task: Promise<unknown>) =>
    void task.catch((error: unknown) => log.error({ what, error: traceError(error) }, 'a task of the clock failed'));
  const day = async (now: Date, also: DayTask) => {
    log.info(await storage.sweep(now, config), 'swept');
    behind(
      'farewell',
      farewell(() => stopping.signal.aborted),
    );
    behind('also', also(now));
  };
  return {
    plans,
    dispatcher,
    start: (also = async () => undefined) => {
      ticking = startTicking({ minute, day: (now) => day(now, also), clock, log }, stopping.signal);
    },
    async stop(deadlineMs) {
      stopping.abort();
      const deadline = new AbortController();
      await Promise.race([Promise.all([dispatcher.stop(), ticking]), sleepUnless(deadline.signal, deadlineMs)]);
      deadline.abort();
    },
  };
}

/** The calendar of closed days, loaded when the first nudge or plan asks for it. */
export function createCalendar(closingDays: Config['closingDays']): () => Promise<(localDate: string) => boolean> {
  let calendar: Promise<(localDate: string) => boolean> | undefined;
  return () => {
    calendar ??= createClosedDays(closingDays);
    return calendar;
  };
}

/** Nudges as cards: a person's with a field for a private note, a team's without. */
export function createNudgeRenderers(cards: Cards): Renderers {
  const render = ({ framework, role, theme, statement, prompt, plan }: Nudge, group: boolean, maker?: string) => {
    const another = {
      intent: 'reflect',
      framework: framework.id,
      ...(role && { role: role.id }),
      ...(group && theme && plan.subject?.theme && { theme: theme.id }),
      not: prompt.id,
    } as const;
    const shown = { framework, role, theme, statement, prompt, plan, another, group, ...(maker && { maker }) };
    return cards({ kind: 'nudge', ...shown, next: [] }, { language: plan.language, group, notes: !group });
  };
  return {
    renderNudge: (nudge) => render(nudge, false),
    renderTeamNudge: ({ maker, ...nudge }) => render(nudge, true, maker?.name),
  };
}
