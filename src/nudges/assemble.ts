/**
 * Nudges put together: plans for the bot, passes for the clock and the command. Both send with the same parts.
 */
import { setMaxListeners } from 'node:events';
import { LRUCache } from 'lru-cache';
import { type Cards, createCards } from '../answers/cards.js';
import type { Message } from '../cards/message.js';
import { type Clock, type Elapsed, systemElapsed, within } from '../clock.js';
import type { Library } from '../content/library.js';
import { once, oncePer, remember } from '../content/once.js';
import type { Content } from '../conversation/compasses.js';
import type { PersonKey } from '../conversation/person.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { viewOf } from '../people/appointment-views.js';
import { editorsOf } from '../people/letters.js';
import { type Config, oneForAll } from '../settings/config.js';
import type { Storage } from '../storage/storage.js';
import { isAnswered } from '../tenants/switches.js';
import { type ClosingDays, createOneForAll, type Tenant, type Tenants } from '../tenants/tenants.js';
import type { CountLine } from './counts.js';
import type { Nudge, Renderers } from './delivery.js';
import { createDispatcher, type Dispatcher } from './dispatch.js';
import { createFarewell, type FarewellParts } from './farewell.js';
import { createLetterRound } from './letters-due.js';
import { createPlans, type Plans } from './plans.js';
import type { Messenger } from './ports.js';
import { type IsClosed, loadClosedDays } from './rules/holidays.js';
import { defaultZone } from './rules/plan.js';
import { sleepUnless, startTicking } from './ticking.js';

/** What nudging needs from outside. */
export type NudgingParts = {
  readonly config: Pick<Config, 'nudgeGraceMinutes' | 'nudgeRate' | 'closingDays' | 'retentionDays' | 'inactiveDays' | 'notesIn'>;
  readonly storage: Storage;
  readonly library: Library;
  /** What holds for each tenant; the same for all unless told. */
  readonly tenants?: Tenants | undefined;
  /** Whether it is known what an operator turned off, asked before each pass: nothing comes by itself before. Known unless told. */
  readonly isKnown?: (() => Promise<boolean>) | undefined;
  /** Gives the part of the content that a tenant's people see; without it that is all of it. */
  readonly select?: Content['select'];
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Default: the machine's own. */
  readonly elapsed?: Elapsed | undefined;
  readonly log: Log;
  /** Nudges are counted; nothing is when left out. */
  readonly metrics?: Metrics | undefined;
  /** Default: the card of a daily question. */
  readonly renderers?: Renderers | undefined;
};

/** Something that is done once a day, soon after the sweep; left out while everything is stopped, or nobody knows whether it is. */
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
  const tenants = parts.tenants ?? createOneForAll(oneForAll(config));
  const voices = createVoices(parts);
  const stopping = new AbortController();
  // Every tenant's part of a pass waits for it.
  setMaxListeners(0, stopping.signal);
  const closedDays = createCalendar(tenants);
  const writtenTo = (id: string) => {
    const tenant = tenants.find(id);
    return tenant && isWrittenTo(tenant) ? tenant : undefined;
  };
  const isServed = (id: string) => writtenTo(id) !== undefined;
  const isFor = ({ tenant: id, entraId }: PersonKey) => {
    const tenant = tenants.find(id);
    return tenant !== undefined && isAnswered(tenant, entraId);
  };
  const plans = createPlans({ storage, closedDays });
  const dispatcher = createDispatcher({
    ...parts,
    closedDays,
    isServed,
    isFor,
    renderers: parts.renderers ?? createNudgeRenderers(createCards(library, {}, config.notesIn), library),
    forTenant: (id) => {
      const tenant = tenants.find(id);
      return tenant ? { ...(parts.renderers ? {} : voices(tenant)), rate: tenant.rate } : {};
    },
    elapsed,
    chance: Math.random,
    sleep: (ms) => sleepUnless(stopping.signal, ms),
    graceMinutes: config.nudgeGraceMinutes,
    rate: config.nudgeRate,
  });
  parts.metrics?.gauge('nudgesWaiting', () => countWaiting(storage, clock()));
  let ticking = Promise.resolve();
  const cardsOf = (id: string) => {
    const tenant = tenants.find(id);
    return tenant?.served ? voices(tenant).cards : undefined;
  };
  const tellEditors = createEditorTask(parts, tenants, voices);
  const tasks = createTasks({ ...parts, tenants, cardsOf }, dispatcher, elapsed, stopping.signal, tellEditors);
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
function createTasks(
  parts: NudgingParts & Pick<FarewellParts, 'cardsOf'> & { readonly tenants: Tenants },
  dispatcher: Dispatcher,
  elapsed: Elapsed,
  signal: AbortSignal,
  tellEditors: () => Promise<void>,
) {
  const { config, storage, tenants, clock, log, metrics, isKnown = async () => true } = parts;
  const farewell = createFarewell({ ...parts, tenants: () => tenants.ids(), inactiveDays: config.inactiveDays });
  const behind = (what: string, task: Promise<unknown>) =>
    void task.catch((error: unknown) => log.error({ what, error: traceError(error) }, 'a task of the clock failed'));
  return {
    async minute() {
      if (!(await isKnown())) return false;
      const startedAt = elapsed();
      // No minute waits for it: it waits for Teams.
      behind('letters', tellEditors());
      const tell = (told: readonly CountLine[]) => {
        for (const line of told) {
          log.info(line, 'nudges');
          tellLine(line, metrics);
        }
      };
      const lines = (await dispatcher.runPass(undefined, passMs, tell)) ?? [];
      const isCut = elapsed() - startedAt >= passMs && lines.some(({ state }) => state === 'waiting');
      if (isCut) log.warn({ passMs }, 'a pass had no time for all that is due: the next goes on with it');
      return isCut;
    },
    async day(also: DayTask) {
      const isQuiet = !(await isKnown()) || tenants.list().some(({ stopped }) => stopped);
      const now = await storage.outbox.tellTime(clock());
      log.info(await storage.sweep(now, { ...config, isQuiet }), 'swept');
      if (isQuiet) return;
      // Neither holds the minutes up: both wait for Teams.
      behind(
        'farewell',
        farewell(() => signal.aborted),
      );
      behind('also', also(now));
    },
  };
}

/** What waits, of people and of conversations; undefined while the database does not say. */
async function countWaiting({ health, outbox }: Storage, now: Date): Promise<number | undefined> {
  if (!health.isUp()) return undefined;
  const { person, conversation } = await outbox.countWaiting(now);
  return person + conversation;
}

/** What waits has not ended; what a dry run found neither. */
function tellLine({ state, reason, people, conversations }: CountLine, metrics: NudgingParts['metrics']): void {
  if (state === 'waiting' || state === 'would-send') return;
  const outcome = state === 'skipped' && reason === 'late' ? 'late' : state;
  metrics?.count('nudges', { outcome }, people + conversations);
}

/** Tells editors of letters; one round at a time. Letters are no nudges: their week goes on while those rest. */
function createEditorTask(
  { storage, messenger, clock, log }: NudgingParts,
  tenants: Tenants,
  voices: (tenant: Tenant) => Voice,
): () => Promise<void> {
  const voiceOf = (id: string) => {
    const tenant = tenants.find(id);
    return tenant?.served ? voices(tenant) : undefined;
  };
  const zoneOf = (id: string) => tenants.find(id)?.timeZone ?? defaultZone;
  // Where nobody says which tenants there are, those that have letters are. Whoever is off is told when they are on again.
  const listTenants = async () => (tenants.ids().length > 0 ? tenants.ids() : await storage.listLetterTenants()).filter(voiceOf);
  const round = createLetterRound({
    storage,
    messenger,
    log,
    voiceOf,
    zoneOf,
    editorOf: editorsOf(tenants),
    closedDays: createCalendar(tenants, { rests: false }),
    tenants: listTenants,
  });
  let running: Promise<void> | undefined;
  return async () => {
    if (running) return;
    running = round(clock()).finally(() => {
      running = undefined;
    });
    await running;
  };
}

/** Whether anything comes by itself to a tenant's people now. */
function isWrittenTo({ served, nudges, restsUntil }: Tenant): boolean {
  return served && nudges && restsUntil === undefined;
}

/** What nudges to a tenant's people are chosen from and drawn with; the same for all that see the same of the content. */
type Voice = { readonly library: Library; readonly cards: Cards; readonly renderers: Renderers };

function createVoices({ config, library, select }: Pick<NudgingParts, 'config' | 'library' | 'select'>) {
  const voiceOf = oncePer((own: Library) => makeVoice(own, config));
  return ({ frameworks, defaultFramework: fallback }: Tenant): Voice => {
    return voiceOf(select?.({ frameworks, fallback }).library ?? library, 'voice');
  };
}

function makeVoice(library: Library, { notesIn }: Pick<Config, 'notesIn'>): Voice {
  const cards = createCards(library, {}, notesIn);
  return { library, cards, renderers: createNudgeRenderers(cards, library) };
}

/**
 * The calendar of closed days, loaded when the first nudge or plan asks for it; a tenant that is none of ours has no closed days. Those
 * on which an operator lets a tenant's nudges rest are closed as well, unless `rests` is false: nobody is promised anything for them.
 */
export function createCalendar(tenants: Tenants, { rests = true }: { readonly rests?: boolean } = {}): () => Promise<IsClosed> {
  const load = once(async () => {
    const open = await loadClosedDays();
    return remember(open, (days: ClosingDays) => JSON.stringify(days));
  });
  return async () => {
    const closedDays = await load();
    return (localDate, id) => {
      const tenant = tenants.find(id);
      if (rests && tenant?.restsUntil !== undefined && localDate < tenant.restsUntil) return true;
      return tenant !== undefined && closedDays(tenant.closingDays)(localDate);
    };
  };
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
