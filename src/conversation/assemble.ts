/**
 * The bot put together: what content decides, what it remembers, and what it does for people.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCredential } from '../azure/credentials.js';
import { createGraphDirectory } from '../azure/graph.js';
import { createLanguageModel } from '../azure/language-model.js';
import type { Links } from '../cards/links.js';
import type { Care, Own } from '../care/care.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { createCalendar } from '../nudges/assemble.js';
import type { Plans } from '../nudges/plans.js';
import { createPlanRequests } from '../nudges/requests.js';
import type { IsClosed } from '../nudges/rules/holidays.js';
import { showView } from '../nudges/shown.js';
import { type Editor, editorsOf } from '../people/letters.js';
import { createPeople, type NudgeLinks } from '../people/people.js';
import type { Directory, SharedCard } from '../people/ports.js';
import { type Config, oneForAll } from '../settings/config.js';
import { createFinder, createShutFinder, type Shut } from '../sharing/finder.js';
import type { Poster, Roster } from '../sharing/ports.js';
import { createSharing } from '../sharing/sharing.js';
import { byTimer } from '../storage/scrub.js';
import type { Storage } from '../storage/storage.js';
import { type AnswerInvoke, createExtension, pathOfLink } from '../teams/extension.js';
import { anonymousUnfurl } from '../teams/guard.js';
import { isAnswered } from '../tenants/switches.js';
import { createOneForAll, type Tenant, type Tenants } from '../tenants/tenants.js';
import type { ContentPages } from '../web/share.js';
import { type Bot, createBot, type Sorry } from './bot.js';
import { type Budget, createBudget } from './budget.js';
import type { Compass } from './compass.js';
import { type Content, createCompasses } from './compasses.js';
import { createCounting } from './counting.js';
import type { BotParts, Doers } from './doers.js';
import type { Incoming } from './incoming.js';
import { createStoredTurns, createTurns, withoutNotes } from './memory.js';
import { createHouses, findOpenFramework, type House, type Houses, routeTo } from './municipalities.js';
import { keyOf, personal } from './person.js';
import { amongPilots, type PilotParts } from './pilots.js';
import type { Counting, Turns } from './ports.js';
import { createRatings, type Ratings } from './rating.js';
import { createSecondLook, type SecondLook } from './second-look.js';
import { withSwitches } from './switches.js';

/** What talking needs from outside. */
export type ConversationParts = {
  readonly config: Pick<Config, 'graph' | 'credentials' | 'publicUrl' | 'closingDays' | 'nudgeRate' | 'notesIn'> &
    Partial<Pick<Config, 'secondReader' | 'frameworks' | 'defaultFramework'>>;
  /** What holds for each tenant; the same for all when left out. */
  readonly tenants?: Tenants | undefined;
  readonly content: Content;
  /** Reads who is not well; nobody does when left out. */
  readonly care?: Care;
  /** Reads what is about its writer; without it no second reader is asked. */
  readonly own?: Own | undefined;
  readonly storage: Storage;
  readonly plans: Plans;
  /** The conversations that things are shared into; nothing can be shared when left out. */
  readonly rooms?: { readonly roster: Roster; readonly poster: Poster };
  readonly random: (n: number) => number;
  readonly log: Log;
  /** Is told how messages are read. */
  readonly metrics?: Pick<Metrics, 'count'> | undefined;
  /** The release that runs, where it is known. */
  readonly version?: string | undefined;
};

/** The bot of all that are served, what answers the message extension, and the pages that are open to all. */
export type AssembledConversation = {
  readonly bot: Bot;
  /** The card that is shown when a turn fails. */
  readonly sorry: Sorry;
  readonly invokes: AnswerInvoke;
  /** What answers the people of the first tenant: those of all, where there is no file of tenants. */
  readonly compass: Compass;
  /** What the page at a path is made from; undefined where there are no pages, or no tenant opens that framework's. */
  pagesAt(path: string): ContentPages | undefined;
  /** Makes ready for one more tenant what is else made for its first question; false where nothing is left to make. */
  prepare(): boolean;
  /** Is to be told of every answer that can be liked, once it was sent. */
  readonly noteSent: Ratings['note'];
  /** Resolves when all that turns left behind is stored, counts included. */
  settle(): Promise<void>;
  /**
   * Changes shared cards that show more than is stored; to be done now and then, since Teams may have refused it before. Under a stop
   * they wait; where a tenant is off they do not, since what people deleted is to be gone.
   */
  refreshCards(): Promise<void>;
};

const noRooms: Required<ConversationParts>['rooms'] = {
  roster: { find: async () => undefined, list: async () => [] },
  poster: { post: async () => ({ ok: false }), update: async () => false },
};

/** Puts it together: a house for each tenant, and what they share. */
export function assembleConversation(parts: ConversationParts): AssembledConversation {
  const { config, storage, log } = parts;
  const tenants = parts.tenants ?? createOneForAll(oneForAll(config));
  const compasses = createCompasses({
    ...parts,
    links: linksOf(parts),
    notesIn: config.notesIn,
    hasReader: config.secondReader !== undefined && parts.own !== undefined,
  });
  const turns = createStoredTurns(storage, createTurns(), log);
  const counting = createCounting({ tallies: storage.tallies, later: byTimer, log });
  const ratings = createRatings({ ratedAnswers: storage.ratedAnswers, counting, log });
  const shared: Shared = {
    turns,
    counting,
    ratings,
    editorOf: editorsOf(tenants),
    directory: config.graph ? createGraphDirectory({ credential: () => openCredential(config.credentials), log }) : undefined,
    budget: config.secondReader && createBudget(config.secondReader),
    closedDays: createCalendar(tenants),
  };
  const houses = createHouses(tenants, (tenant) => openHouse(tenant, compasses.of(tenant), shared, parts));
  const anyone = () => tenants.list()[0] ?? { ...oneForAll(config), id: undefined, name: undefined };
  const openCompass = (path: string) => {
    const framework = config.publicUrl && findOpenFramework(tenants, parts.content.library, path);
    // With a file of tenants a page knows no other framework than its own.
    return framework ? (anyone().id === undefined ? compasses.of(anyone()) : compasses.select({ frameworks: [framework] })) : undefined;
  };
  return {
    bot: routeTo(houses),
    sorry: (...all) => houses.open(anyone()).sorry(...all),
    invokes: noticing(
      tenants,
      parts,
      routeInvokes(houses, (path) => toInvokes(openCompass(path) ?? 'off', parts)),
    ),
    get compass() {
      return compasses.of(anyone());
    },
    pagesAt(path) {
      const compass = openCompass(path);
      return compass && config.publicUrl ? { ...compass, origin: config.publicUrl } : undefined;
    },
    noteSent: ratings.note,
    prepare: () => compasses.prepare(tenants.list().filter(({ served }) => served)),
    async settle() {
      await Promise.all([turns.settle(), ratings.settle()]);
      await counting.settle();
    },
    async refreshCards() {
      const stale = await storage.shares.listStale();
      const ids = [...new Set(stale.map(({ tenant }) => tenant))].filter((id) => !tenants.find(id)?.stopped);
      await Promise.all(ids.map((id) => houses.of(id)?.refresh(stale.filter(({ tenant }) => tenant === id))));
    },
  };
}

/** A tenant's bot, and what it does besides answering. */
type Home = House & {
  readonly invokes: AnswerInvoke;
  /** Changes shared cards that show more than is stored. */
  refresh(cards: readonly SharedCard[]): Promise<void>;
};

/** What the houses have in common: what a person's turns left is kept in their order, whatever of their tenant changes meanwhile. */
type Shared = {
  readonly turns: Turns;
  readonly counting: Counting;
  readonly ratings: Ratings;
  readonly editorOf: (tenant: string) => Editor;
  readonly directory: Directory | undefined;
  readonly budget: Budget | undefined;
  readonly closedDays: () => Promise<IsClosed>;
};

function openHouse(tenant: Tenant, compass: Compass, shared: Shared, parts: ConversationParts): Home {
  const { config, storage, plans, rooms = noRooms, random, log, metrics } = parts;
  const { turns, closedDays } = shared;
  const sharing = createSharing({ compass, storage, ...rooms, newId: randomUUID, sleep });
  const people = createPeople({
    storage,
    library: compass.library,
    understand: compass.understand,
    search: compass.search,
    directory: isLookedUp(tenant, config) ? shared.directory : undefined,
    daily: linkNudges(plans),
    refreshCards: sharing.refresh,
    closedDays,
    notesIn: config.notesIn,
    editorOf: shared.editorOf,
    care: parts.care,
  });
  const nudges = createPlanRequests({ plans, nameOf: findName(storage, rooms.roster) });
  const doers: Doers = { share: sharing.share, ...nudges.doers };
  const does = { people, sharing, nudges, doers };
  const basis = { compass, turns, whisper: createWhisper(storage, rooms.poster), random, log, metrics };
  const { bot, sorry } = createBot({
    ...basis,
    ...withSwitches(tenant, does),
    secondLook: tenant.secondReader ? openSecondLook(parts, compass, shared.budget) : undefined,
    counting: shared.counting,
    ratings: shared.ratings,
  });
  const open: Bot = (incoming, isOurs) => bot({ ...incoming, homeZone: tenant.timeZone, rests: restOf(tenant) }, isOurs);
  const quiet = (): Bot => {
    const { bot } = createBot({ ...basis, ...withSwitches(withNothing, does), turns: withoutNotes(turns, storage.people.glimpsed) });
    return (incoming, isOurs) => bot({ ...incoming, homeZone: tenant.timeZone, rests: { until: undefined } }, isOurs);
  };
  return {
    compass,
    bot: tenant.pilots ? amongPilots({ tenant, compass, bot: open, quiet: quiet(), ...pilotLookups(storage) }) : open,
    sorry,
    invokes: inviting(tenant, toInvokes(closedWhy(tenant) ?? compass, parts), toInvokes('pilots', parts)),
    refresh: (cards) => sharing.refresh(cards).done,
  };
}

/** Begins nothing. */
const withNothing = { nudges: false, sharing: false } as const;

function restOf({ nudges, restsUntil }: Tenant): Incoming['rests'] {
  return nudges && restsUntil === undefined ? undefined : { until: nudges ? restsUntil : undefined };
}

/** Why the message extension finds nothing for anybody of a tenant; undefined where it does. */
function closedWhy({ served, sharing }: Tenant): 'stopped' | 'off' | undefined {
  if (!served) return 'stopped';
  return sharing ? undefined : 'off';
}

/** Of a pilot group only hears who is left out by it alone. */
function inviting(tenant: Tenant, open: AnswerInvoke, others: AnswerInvoke): AnswerInvoke {
  if (!tenant.served || !tenant.pilots) return open;
  return (name, value, sender) => (isAnswered(tenant, sender.person.entraId) ? open : others)(name, value, sender);
}

/** So long it is remembered that a conversation was told of a pilot group. */
const daySeconds = 86_400;

function pilotLookups({ people, claims }: Storage): Pick<PilotParts, 'isKnown' | 'claimDay'> {
  return {
    isKnown: async (person) => (await people.load(person)) !== undefined,
    claimDay: async (conversation, now) => (await claims.claim(conversation, now, daySeconds)) === 'ours',
  };
}

function linksOf({ config, version }: Pick<ConversationParts, 'config' | 'version'>): Links {
  return { pages: config.publicUrl, bot: config.credentials?.appId, version };
}

/** The directory knows the people of the bot's own tenant alone: a token of its identity opens no other. */
function isLookedUp({ graph, id }: Tenant, { credentials }: Pick<Config, 'credentials'>): boolean {
  return graph && (id === undefined || id === credentials?.tenantId);
}

/** The message extension over what there is to find; without it every look finds a kind word about why. */
function toInvokes(compass: Compass | Shut, { config, storage, random, log }: ConversationParts): AnswerInvoke {
  const finder = typeof compass === 'object' ? createFinder({ compass, pages: config.publicUrl, random }) : createShutFinder(compass);
  return createExtension({ finder, profiles: storage.profiles, log });
}

/** Whoever has no tenant asks for what is open to all. */
function routeInvokes(houses: Houses<Home>, openTo: (path: string) => AnswerInvoke): AnswerInvoke {
  return async (name, value, sender) => {
    if (name === anonymousUnfurl) return openTo(pathOfLink(value))(name, value, sender);
    return houses.of(sender.person.tenant)?.invokes(name, value, sender);
  };
}

/** A language model of the municipality's own, where there is one; it is asked nothing while what is private can't be told. */
export function openSecondLook(
  {
    config,
    own,
    log,
  }: Pick<ConversationParts, 'own' | 'log'> & { readonly config: Pick<Config, 'credentials'> & Partial<Pick<Config, 'secondReader'>> },
  { library, search }: Pick<Compass, 'library' | 'search'>,
  budget?: Budget,
): SecondLook | undefined {
  const { secondReader: settings, credentials } = config;
  if (!settings || !own) return undefined;
  const reader = createLanguageModel({ ...settings, credential: () => openCredential(credentials), log });
  return createSecondLook({ library, search, own, reader, settings, budget, log });
}

/** Whoever only ever searches is there as well. What is not noted today is noted the next time. */
function noticing(tenants: Tenants, { storage, log }: Pick<ConversationParts, 'storage' | 'log'>, answer: AnswerInvoke): AnswerInvoke {
  return async (name, value, sender) => {
    const found = await answer(name, value, sender);
    const isNoted = name !== anonymousUnfurl && found !== undefined && tenants.find(sender.person.tenant)?.served === true;
    const key = isNoted ? keyOf(sender.person) : undefined;
    if (key) {
      const noted = storage.people.glimpsed(key, sender.at);
      noted.catch((error: unknown) => log.warn({ error: traceError(error) }, 'a searcher was not noted'));
    }
    return found;
  };
}

/** Says something in a person's own chat, where its address is known. */
function createWhisper({ addresses }: Pick<Storage, 'addresses'>, poster: Poster): NonNullable<BotParts['whisper']> {
  return async (person, message) => {
    const address = await addresses.load(personal(person));
    return address !== undefined && (await poster.post(address, message)).ok;
  };
}

/** A plan that ends because the bot was taken away starts again when the person writes. */
function linkNudges(plans: ConversationParts['plans']): NudgeLinks {
  return {
    async load(person, now, rests) {
      const view = await plans.load(personal(person), now);
      return view && { ...view.plan, shown: showView(view, now, { group: false, rests }) };
    },
    leave: (person, now) => plans.giveUp(personal(person), 'removed', now),
  };
}

/** What a person is called in the conversation they write in, as Teams says it. */
function findName(storage: Pick<Storage, 'addresses'>, roster: Roster): (incoming: Incoming) => Promise<string | undefined> {
  return async ({ person: { tenant, channelId }, conversation }) => {
    const address = await storage.addresses.load({ kind: 'conversation', tenant, conversation: conversation.id });
    return address && ((await roster.find(address, channelId))?.name || undefined);
  };
}
