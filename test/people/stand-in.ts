/**
 * The product with one of its ports in a test's hands.
 */
import { createBot } from '../../src/conversation/bot.js';
import type { Doers } from '../../src/conversation/doers.js';
import { createStoredTurns, createTurns } from '../../src/conversation/memory.js';
import { createPeople } from '../../src/people/people.js';
import type { Directory } from '../../src/people/ports.js';
import { openProduct, type Product } from '../support/product.js';

/** What a test may put in the place of the real thing: who knows titles, and who carries out commands. */
export type Stand = { readonly directory?: Directory; readonly doers?: Doers };

/** Opens a product whose bot has these, and neither shares nor reminds. */
export async function openWith({ directory, doers = {} }: Stand): Promise<Product> {
  const product = await openProduct();
  const { compass, storage } = product;
  const people = createPeople({
    storage,
    library: compass.library,
    understand: compass.understand,
    search: compass.search,
    directory,
    closedDays: async () => () => false,
  });
  const turns = createStoredTurns(storage, createTurns());
  return Object.assign(product, createBot({ compass, people, turns, doers, random: () => 0 }));
}
