/**
 * One bot for each municipality: who writes is answered by their own, which knows nothing of the others' documents.
 */
import { frameworkOfPath } from '../content/address.js';
import type { Library } from '../content/library.js';
import { oncePer } from '../content/once.js';
import type { Tenant, Tenants } from '../tenants/tenants.js';
import type { Bot, Sorry } from './bot.js';
import type { Compass } from './compass.js';
import { languageOf } from './recall.js';

/** What answers the people of one tenant. */
export type House = {
  readonly compass: Compass;
  readonly bot: Bot;
  readonly sorry: Sorry;
};

/** The houses of all. */
export type Houses<Kind extends House = House> = {
  /** Undefined for a tenant that is none of ours. */
  of(id: string): Kind | undefined;
  open(tenant: Tenant): Kind;
};

/** The house of each tenant, opened when somebody of it is there, and anew when something about the tenant has changed. */
export function createHouses<Kind extends House>(tenants: Tenants, open: (tenant: Tenant) => Kind): Houses<Kind> {
  const houses = oncePer((tenant: Tenant) => (tenant.served ? open(tenant) : shut(open(tenant))));
  return {
    open: (tenant) => houses(tenant, 'house'),
    of(id) {
      const tenant = tenants.find(id);
      return tenant && houses(tenant, 'house');
    },
  };
}

/** The bot of all: each message goes to the house of whoever sent it. */
export function routeTo(houses: Houses): Bot {
  return async (incoming, isOurs) => {
    const house = houses.of(incoming.person.tenant);
    return house ? house.bot(incoming, isOurs) : [];
  };
}

/** Where the bot is turned off it says so, and notes only that it was taken away. */
function shut<Kind extends House>(house: Kind): Kind {
  const { compass, bot } = house;
  return {
    ...house,
    async bot(incoming, isOurs = Promise.resolve(true)) {
      const { what, locale, conversation } = incoming;
      if (what.kind === 'removed') return bot(incoming, isOurs);
      if (!(await isOurs) || what.kind === 'installed' || (what.kind === 'action' && what.auto)) return [];
      const view = { language: languageOf(locale), group: conversation.kind !== 'personal' };
      return [compass.cards({ kind: 'not-here', why: 'off', next: [] }, view)];
    },
  };
}

/** The framework that is opened by link at a path; undefined where nobody who is served lets it be. */
export function findOpenFramework(tenants: Tenants, library: Library, path: string): string | undefined {
  const framework = library.framework(frameworkOfPath(path) ?? '')?.id;
  const opens = ({ served, sharing, frameworks }: Tenant) =>
    served && sharing && (frameworks === undefined || frameworks.includes(framework ?? ''));
  return framework !== undefined && tenants.list().some(opens) ? framework : undefined;
}
