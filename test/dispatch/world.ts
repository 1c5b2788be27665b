import type { Message } from '../../src/bot.js';
import type { FrameworkFile } from '../../src/content/framework.js';
import { createLibrary } from '../../src/content/library.js';
import type { Messenger, Nudge, Renderers, TeamNudge } from '../../src/delivery.js';
import { createDispatcher, type DispatchParts } from '../../src/dispatch.js';
import { createLog } from '../../src/log.js';
import type { Outcome } from '../../src/nudges/plan.js';
import { createPlans } from '../../src/plans.js';
import type { Address } from '../../src/storage/addresses.js';
import type { Database } from '../../src/storage/database.js';
import type { PersonKey } from '../../src/storage/keys.js';
import { personal, type Recipient } from '../../src/storage/recipients.js';
import { createStorage } from '../../src/storage/storage.js';
import type { TallyLine } from '../../src/tally.js';
import { keysOf } from '../storage/stores.js';

const item = (id: string) => ({ id, text: `Udsagn ${id}` });
const theme = (id: string) => ({ id, label: { text: id }, en: id, aliases: [], subthemes: [] });
const framework = {
  id: 'sammen',
  title: 'Sammen',
  name: 'Sammen',
  themes: [theme('retning'), theme('tillid')],
  common: { heading: 'Alle', aliases: [], statements: [item('alle')] },
  roles: [{ id: 'leder', label: 'Leder', level: 'leder-af-medarbejdere', name: { da: 'leder', en: 'leader' }, aliases: [] }],
  statements: [
    { role: 'leder', theme: 'retning', items: [item('a'), item('b')] },
    { role: 'leder', theme: 'tillid', items: [item('c'), item('d')] },
  ],
} as unknown as FrameworkFile;
const prompts = ['a', 'b', 'c', 'd', 'alle'].map((id) => ({
  id: `sammen/${id}`,
  framework: 'sammen',
  statements: [`sammen/${id}`],
  da: `Hvad er ${id}?`,
  en: `What is ${id}?`,
}));
const themePrompt = {
  id: 'sammen/om-tillid',
  framework: 'sammen',
  statements: [],
  theme: 'tillid',
  da: 'Hvad er tillid?',
  en: 'What is trust?',
};

/** One framework with a role of four prompts in two themes, one for all leaders, and one for a theme. */
export const library = createLibrary([framework], [...prompts, themePrompt]);

const text = (words: string): Message => ({
  summary: words,
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: words, wrap: true }] },
});

/** The least that can be shown of a nudge. */
export const renderers: Renderers = {
  renderNudge: ({ prompt, plan }: Nudge) => text(prompt[plan.language]),
  renderTeamNudge: ({ prompt, plan, maker }: TeamNudge) => text(`${maker?.name ?? 'Nogen'}: ${prompt[plan.language]}`),
};

/** A world whose clock moves when someone sleeps, or by hand. */
export type World = ReturnType<typeof createWorld>;

/** Everything that dispatching needs on a database; messages are kept, and answered as `outcome` says. */
export function createWorld(database: Database, start: string, changes: Partial<DispatchParts> = {}) {
  const storage = createStorage(database, keysOf('k1'));
  const sent: { readonly conversation: string; readonly words: string; readonly at: Date }[] = [];
  let time = new Date(start).getTime();
  const logged: string[] = [];
  const messenger: Messenger = {
    async send({ conversation }, { summary }) {
      sent.push({ conversation, words: summary, at: new Date(time) });
      return world.outcome(conversation, sent.length);
    },
  };
  const closedDays = async () => (date: string) => world.closed.includes(date);
  const clock = () => new Date(time);
  const plans = createPlans({ storage, closedDays });
  const log = createLog('warn', { write: (line) => void logged.push(line) });
  const parts: DispatchParts = {
    storage,
    plans,
    library,
    messenger,
    renderers,
    closedDays,
    clock,
    log,
    graceMinutes: 120,
    rate: 25,
    sleep: async (ms) => {
      time += ms;
    },
    ...changes,
  };
  const dispatcher = createDispatcher(parts);
  const world = {
    storage,
    plans,
    parts,
    dispatcher,
    sent,
    logged,
    outcome: (_conversation: string, _count: number): Outcome | Promise<Outcome> => ({ kind: 'sent' }),
    closed: [] as string[],
    now: clock,
    /** Sets the clock; never back. */
    at(instant: string | number) {
      time = Math.max(time, new Date(instant).getTime());
    },
    /** A pass as at the clock's time, as short lines. */
    pass: async () => short((await dispatcher.runPass(clock())) ?? []),
    /** Gives a person an address and a plan. */
    async add(person: PersonKey, plan: { time?: string; zone?: string; language?: 'da' | 'en' } = {}): Promise<Recipient> {
      const recipient = personal(person);
      await storage.addresses.save(recipient, addressOf(person.entraId), clock());
      await storage.profiles.save(person, { framework: 'sammen', role: 'leder' }, clock());
      await plans.save(recipient, plan, clock());
      return recipient;
    },
  };
  return world;
}

/** Where a fake person or team is reached. */
export function addressOf(conversation: string, serviceUrl = 'http://127.0.0.1:1/'): Address {
  return { serviceUrl, conversation };
}

/** "sent 1", "skipped paused 2": people and conversations together. */
export function short(lines: readonly TallyLine[]): string[] {
  return lines.map(({ state, reason, people, conversations }) =>
    [state, reason, people + conversations].filter((part) => part !== undefined).join(' '),
  );
}
