/**
 * Sharing among people whose conversations are in a test's hands. Everything is the product's own, but time does not pass
 * between two tries of a card, and a test may wait until nothing is under way.
 */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../../src/cards/message.js';
import { type Bot, createBot } from '../../src/conversation/bot.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { createStoredTurns, createTurns } from '../../src/conversation/memory.js';
import type { PersonKey } from '../../src/conversation/person.js';
import { createPeople } from '../../src/people/people.js';
import { createSharing, type SharingDesk } from '../../src/sharing/sharing.js';
import { at, type Place } from '../storage/stores.js';
import type { Ports } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';

/** The product, and its sharing. */
export type World = Product & { readonly sharing: SharingDesk };

/** As a registered bot, whose cards lead to pages and into its chat. */
const settings = {
  PUBLIC_URL: 'https://kompas.example.dk',
  MicrosoftAppId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppPassword: 'hemmeligt',
  MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
  REFLECTION_KEYS: `k1:${Buffer.alloc(32, 'k1').toString('base64')}`,
};

/** Opens it; `patience` is how many milliseconds a person who deletes everything waits for their cards. */
export async function openWorld({ options }: Place, ports: Pick<Ports, 'roster' | 'poster'>, patience = () => 30_000): Promise<World> {
  const product = await openProduct(options, { settings, later: () => () => undefined });
  const { compass, storage } = product;
  const { roster, poster } = ports;
  const sleep = () => new Promise<void>((resolve) => setImmediate(resolve));
  const sharing = createSharing({ compass, storage, roster, poster, newId: randomUUID, sleep });
  const parts = {
    storage,
    library: compass.library,
    understand: compass.understand,
    search: compass.search,
    refreshCards: sharing.refresh,
  };
  const people = createPeople({
    ...parts,
    closedDays: async () => () => false,
    get cardsMs() {
      return patience();
    },
  });
  const turns = createStoredTurns(storage, createTurns());
  const talking = createBot({ compass, people, sharing, turns, doers: { share: sharing.share }, random: () => 0 });
  const bot: Bot = async (...all) => {
    const reply = await talking.bot(...all);
    await turns.settle();
    return reply;
  };
  return Object.assign(product, { ...talking, bot, sharing });
}

/** Lets somebody do something in a conversation, which is a group chat when its id says so. */
export function act({ bot }: World, key: PersonKey, name: string, conversation: string, what: Incoming['what']): Promise<Reply> {
  const kind = conversation.startsWith('19:') ? 'groupChat' : 'personal';
  const person = { ...key, channelId: `29:${name}` };
  return bot({ person, conversation: { id: conversation, kind }, locale: 'da', timeZone: undefined, at: at(5), what });
}
