/**
 * The bot put together: what content decides, what it remembers, and what it does for people.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCredential } from '../azure/credentials.js';
import { createGraphDirectory } from '../azure/graph.js';
import { createLanguageModel } from '../azure/language-model.js';
import type { Care, Own } from '../care/care.js';
import type { Config } from '../config.js';
import type { Library } from '../content/library.js';
import { traceError } from '../errors.js';
import type { Dictionary } from '../language/dictionary.js';
import type { Lexicon } from '../language/lexicon.js';
import type { Log } from '../log.js';
import { createCalendar } from '../nudges/assemble.js';
import type { Plans } from '../nudges/plans.js';
import { createPlanRequests } from '../nudges/requests.js';
import { showView } from '../nudges/shown.js';
import type { Editor } from '../people/letters.js';
import { createPeople, type NudgeLinks } from '../people/people.js';
import type { LanguageTables } from '../search/tables.js';
import { createFinder } from '../sharing/finder.js';
import type { Poster, Roster } from '../sharing/ports.js';
import { createSharing } from '../sharing/sharing.js';
import { byTimer } from '../storage/scrub.js';
import type { Storage } from '../storage/storage.js';
import { type AnswerInvoke, createExtension } from '../teams/extension.js';
import { anonymousUnfurl } from '../teams/guard.js';
import type { IntentModel } from '../understanding/intent-model.js';
import { type Bot, createBot, type Sorry } from './bot.js';
import { type Compass, createCompass } from './compass.js';
import { createCounting } from './counting.js';
import type { BotParts, Doers } from './doers.js';
import type { Incoming } from './incoming.js';
import { createStoredTurns, createTurns } from './memory.js';
import { keyOf, personal } from './person.js';
import { createRatings, type Ratings } from './rating.js';
import { createSecondLook, type SecondLook } from './second-look.js';

/** What talking needs from outside. */
export type ConversationParts = {
  readonly config: Pick<Config, 'graph' | 'credentials' | 'publicUrl' | 'closingDays' | 'notesIn'> & Partial<Pick<Config, 'secondReader'>>;
  /** Its tables are compiled here unless it brings its own way to get them; what was learned of it may come later. */
  readonly content: {
    readonly library: Library;
    readonly lexicon: Lexicon;
    readonly compile?: () => LanguageTables;
    readonly dictionary?: Dictionary;
    readonly learned?: () => IntentModel | undefined;
  };
  /** Reads who is not well; nobody does when left out. */
  readonly care?: Care;
  /** Reads what is about its writer; without it no second reader is asked. */
  readonly own?: Own | undefined;
  readonly storage: Storage;
  readonly plans: Plans;
  /** The conversations that things are shared into; nothing can be shared when left out. */
  readonly rooms?: { readonly roster: Roster; readonly poster: Poster };
  /** Who takes the letters of a tenant; nobody does when left out. */
  readonly editorOf?: ((tenant: string) => Editor) | undefined;
  readonly random: (n: number) => number;
  readonly log: Log;
  /** The release that runs, where it is known. */
  readonly version?: string | undefined;
};

/** The bot, the card it shows when a turn fails, and what answers the message extension. */
export type AssembledConversation = {
  readonly bot: Bot;
  readonly sorry: Sorry;
  readonly invokes: AnswerInvoke;
  readonly compass: Compass;
  /** Is to be told of every answer that can be liked, once it was sent. */
  readonly noteSent: Ratings['note'];
  /** Resolves when all that turns left behind is stored, counts included. */
  settle(): Promise<void>;
  /** Changes shared cards that show more than is stored; to be done now and then, since Teams may have refused it before. */
  refreshCards(): Promise<void>;
};

const noRooms: Required<ConversationParts>['rooms'] = {
  roster: { find: async () => undefined, list: async () => [] },
  poster: { post: async () => ({ ok: false }), update: async () => false },
};

/** Puts it together. */
export function assembleConversation(parts: ConversationParts): AssembledConversation {
  const { config, content, storage, plans, rooms = noRooms, random, log } = parts;
  const pages = config.publicUrl;
  const links = { pages, bot: config.credentials?.appId, version: parts.version };
  const compass = createCompass(content.library, content.lexicon, {
    links,
    notesIn: config.notesIn,
    tables: content.compile?.(),
    dictionary: content.dictionary,
    care: parts.care,
    learned: content.learned,
    reader: config.secondReader !== undefined && parts.own !== undefined,
  });
  const directory = config.graph ? createGraphDirectory({ credential: () => openCredential(config.credentials), log }) : undefined;
  const sharing = createSharing({ compass, storage, ...rooms, newId: randomUUID, sleep });
  const people = createPeople({
    storage,
    library: compass.library,
    understand: compass.understand,
    search: compass.search,
    directory,
    daily: linkNudges(plans),
    refreshCards: sharing.refresh,
    closedDays: createCalendar(config.closingDays),
    notesIn: config.notesIn,
    editorOf: parts.editorOf,
    care: parts.care,
  });
  const nudges = createPlanRequests({ plans, nameOf: findName(storage, rooms.roster) });
  const invokes = noticing(parts, createExtension({ finder: createFinder({ compass, pages, random }), profiles: storage.profiles, log }));
  const turns = createStoredTurns(storage, createTurns(), log);
  const counting = createCounting({ tallies: storage.tallies, later: byTimer, log });
  const ratings = createRatings({ ratedAnswers: storage.ratedAnswers, counting, log });
  const doers: Doers = { share: sharing.share, ...nudges.doers };
  const { bot, sorry } = createBot({
    compass,
    people,
    sharing,
    nudges,
    turns,
    secondLook: openSecondLook(parts, compass),
    doers,
    ratings,
    counting,
    whisper: createWhisper(storage, rooms.poster),
    random,
    log,
  });
  const settle = async () => {
    await Promise.all([turns.settle(), ratings.settle()]);
    await counting.settle();
  };
  return { bot, sorry, invokes, compass, settle, noteSent: ratings.note, refreshCards: sharing.refreshStale };
}

/** A language model of the municipality's own, where there is one; it is asked nothing while what is private can't be told. */
export function openSecondLook(
  {
    config,
    own,
    log,
  }: Pick<ConversationParts, 'own' | 'log'> & { readonly config: Pick<Config, 'credentials'> & Partial<Pick<Config, 'secondReader'>> },
  { library, search }: Pick<Compass, 'library' | 'search'>,
): SecondLook | undefined {
  const { secondReader: settings, credentials } = config;
  if (!settings || !own) return undefined;
  const reader = createLanguageModel({ ...settings, credential: () => openCredential(credentials), log });
  return createSecondLook({ library, search, own, reader, settings, log });
}

/** Whoever only ever searches is there as well. What is not noted today is noted the next time. */
function noticing({ storage, log }: Pick<ConversationParts, 'storage' | 'log'>, answer: AnswerInvoke): AnswerInvoke {
  return async (name, value, sender) => {
    const found = await answer(name, value, sender);
    const key = name === anonymousUnfurl || found === undefined ? undefined : keyOf(sender.person);
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
    async load(person, now) {
      const view = await plans.load(personal(person), now);
      return view && { ...view.plan, shown: showView(view, now, { group: false }) };
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
