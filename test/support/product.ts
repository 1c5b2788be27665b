/**
 * The product on a database of its own, put together by its own `assemble.ts`. What is outside of it is recorded, its
 * clock is moved by hand, and chance always falls on the first.
 */

import { type AssembledConversation, assembleConversation } from '../../src/conversation/assemble.js';
import type { Bot } from '../../src/conversation/bot.js';
import { createLog, type Log } from '../../src/log.js';
import type { Metrics } from '../../src/metrics.js';
import { createNudging, type Nudging } from '../../src/nudges/assemble.js';
import { oneForAll, parseConfig } from '../../src/settings/config.js';
import type { Database, DatabaseOptions } from '../../src/storage/database.js';
import type { Keyring } from '../../src/storage/encryption.js';
import type { Later } from '../../src/storage/scrub.js';
import { createStorage, openChecked, type Storage } from '../../src/storage/storage.js';
import { followSwitches, type LiveSwitches } from '../../src/storage/switches.js';
import { createOneForAll, type Tenants } from '../../src/tenants/tenants.js';
import { at, keysOf } from '../storage/stores.js';
import { care, content, own } from './content.js';
import { createOutside, type Ports } from './outside.js';

/** What may be different from a product that was just installed. */
export type ProductParts = {
  /** Settings as the environment gives them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Default: those of the settings, or one that is always the same. */
  readonly keys?: Keyring;
  readonly outside?: Ports;
  /** Where its clock begins. Default: the start of the tests' day. */
  readonly now?: Date;
  readonly log?: Log;
  /** What is counted for operators. Default: nothing. */
  readonly metrics?: Metrics;
  /** What holds for each tenant. Default: the same for all. */
  readonly tenants?: Tenants;
  /** How what can't be forgotten at once is tried again. Default: as in the product, by timers. */
  readonly later?: Later;
};

/** The product as it runs. */
export type Product = AssembledConversation & {
  /** As `bot`, which answers here when all is stored that it left behind: this one answers as soon as it can, as the product does. */
  readonly quickBot: Bot;
  readonly database: Database;
  readonly storage: Storage;
  readonly nudging: Nudging;
  /** Reads what an operator turned off, as the product does now and then. */
  readonly refresh: LiveSwitches['refresh'];
  /** Its clock, to be set. */
  now: Date;
  /** How many rows there are of what it keeps of people, by table; tables without any are left out. */
  rows(): Promise<Record<string, number>>;
  close(): Promise<void>;
};

/** Opens it on a database; in memory unless told. Two on one database are two instances. */
export async function openProduct(place: DatabaseOptions = { dataDir: ':memory:' }, parts: ProductParts = {}): Promise<Product> {
  const { settings = {}, outside = createOutside(), log = createLog('silent'), later, metrics } = parts;
  const config = readConfig(settings);
  const keys = parts.keys ?? config.reflectionKeys ?? keysOf('k1');
  const opened = await openChecked({ ...place, reflectionKeys: keys, metrics });
  if (!opened.ok) throw new Error(opened.fault);
  const { database } = opened;
  const storage = createStorage(database, opened.keys, log, later);
  const clock = () => product.now;
  const { messenger } = outside;
  const asked = parts.tenants ?? createOneForAll(oneForAll(config));
  const { tenants, refresh } = followSwitches({ tenants: asked, switches: storage.switches, clock, log });
  const nudging = createNudging({ config, storage, ...content, tenants, isKnown: refresh, messenger, clock, metrics, log });
  const { plans } = nudging;
  const said = { config, tenants, content, care, own, storage, plans, rooms: outside, metrics, log };
  const talking = assembleConversation({ ...said, random: () => 0 });
  const product: Product = {
    ...talking,
    async bot(...all) {
      const reply = await talking.bot(...all);
      await talking.settle();
      return reply;
    },
    quickBot: talking.bot,
    database,
    storage,
    nudging,
    refresh,
    now: parts.now ?? at(0),
    rows: () => countRows(database),
    close: () => storage.close(),
  };
  return product;
}

/** What the settings of a product come to. */
export function readConfig(settings: Readonly<Record<string, string>>) {
  const parsed = parseConfig(settings);
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.config;
}

async function countRows({ db }: Database): Promise<Record<string, number>> {
  const tables = (await db.introspection.getTables())
    .map(({ name }) => name)
    .filter((name) => !/migrations|^(seals|marks|tallies)$/.test(name));
  const count = async (table: string) =>
    (
      await db
        .selectFrom(table as 'people')
        .selectAll()
        .execute()
    ).length;
  const counts = await Promise.all(tables.map(async (table) => [table, await count(table)] as const));
  return Object.fromEntries(counts.filter(([, rows]) => rows > 0));
}
