/**
 * What an operator turned off while the service runs, laid over what the settings and the file of tenants say: what is off in either
 * is off.
 */
import { remember } from '../content/once.js';
import { instantOf } from '../nudges/rules/cadence.js';
import type { Pilots, Tenant, Tenants } from './tenants.js';

/**
 * What an operator can throw. `stopped`: nothing is answered or sent, to anybody. `served`: a tenant is off. `nudges`: nothing comes by
 * itself. `limited`: a pilot group alone is answered.
 */
export const switchNames = ['stopped', 'served', 'nudges', 'limited'] as const;

/** See {@link switchNames}. */
export type SwitchName = (typeof switchNames)[number];

/** A switch that is thrown, for a tenant (its id in lower case) or, without one, for all. */
export type Thrown = {
  readonly what: SwitchName;
  readonly tenant?: string;
  readonly since: Date;
  /** The local date `YYYY-MM-DD` on which it goes back by itself; without one it stays. */
  readonly until?: string;
};

/** All that is thrown, and who is in the pilot group of a tenant, or of all. */
export type InForce = {
  readonly thrown: readonly Thrown[];
  pilotsOf(tenant: string | undefined): Pilots | undefined;
};

/** Where nothing is thrown. */
export const nothingThrown: InForce = { thrown: [], pilotsOf: () => undefined };

/** Looked up for every nudge: a calendar is asked once for each day and zone. */
const beginOf = remember(
  ({ date, zone }: { readonly date: string; readonly zone: string }) => instantOf(date, '00:00', zone),
  ({ date, zone }) => `${date} ${zone}`,
);

/** Whether a switch has gone back by itself, in a zone where its day begins. */
export function isOver({ until }: Pick<Thrown, 'until'>, zone: string, now: Date): boolean {
  return until !== undefined && beginOf({ date: until, zone }) <= now;
}

/**
 * Whether somebody is answered: while their tenant has a pilot group, who is in it, and whoever reads its letters. `entraId` is
 * undefined for people whom the channel does not name: they are in no group.
 */
export function isAnswered({ served, pilots, editor }: Pick<Tenant, 'served' | 'pilots' | 'editor'>, entraId: string | undefined): boolean {
  if (!served || !pilots) return served;
  const id = entraId?.toLowerCase();
  return id !== undefined && (id === editor?.toLowerCase() || pilots.has(id));
}

/**
 * The same tenants with what is thrown taken off. Where nothing of a tenant's is, it is the very same object; else one that stays the
 * same for as long as neither changes.
 */
export function withThrown(tenants: Tenants, read: () => InForce, clock: () => Date): Tenants {
  const made = new WeakMap<Tenant, Map<string, Tenant>>();
  const lay = (tenant: Tenant, id: string | undefined): Tenant => {
    const { thrown } = read();
    if (thrown.length === 0) return tenant;
    const changed = change(tenant, id, read(), clock());
    const { served, nudges, stopped, restsUntil, pilots } = changed;
    const key = JSON.stringify([served, nudges, stopped, restsUntil, pilots?.name]);
    if (key === JSON.stringify([tenant.served, tenant.nudges, undefined, undefined, undefined])) return tenant;
    const known = made.get(tenant) ?? new Map<string, Tenant>();
    made.set(tenant, known);
    const same = known.get(key) ?? changed;
    known.set(key, same);
    return same;
  };
  const find = (id: string) => {
    const tenant = tenants.find(id);
    // Somebody of none may be taken for one of them: what is thrown for that one holds.
    return tenant && lay(tenant, tenant.id ?? id.toLowerCase());
  };
  return {
    find,
    // One that stands for many is as many as there are ways to be off.
    list: () => [
      ...new Set(
        tenants.list().flatMap((tenant) => {
          const ids = tenant.id === undefined ? tenants.ids() : [tenant.id];
          return ids.length > 0 ? ids.map((id) => lay(tenant, id)) : [lay(tenant, undefined)];
        }),
      ),
    ],
    ids: () => tenants.ids().filter((id) => find(id)?.served),
  };
}

function change(tenant: Tenant, id: string | undefined, { thrown, pilotsOf }: InForce, now: Date): Tenant {
  const own = thrown.filter((each) => (each.tenant === undefined || each.tenant === id) && !isOver(each, tenant.timeZone, now));
  const is = (...names: readonly SwitchName[]) => own.some(({ what }) => names.includes(what));
  const resting = own.filter(({ what }) => what === 'nudges');
  const restsUntil = resting
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  return {
    ...tenant,
    served: tenant.served && !is('stopped', 'served'),
    stopped: is('stopped') || undefined,
    nudges: tenant.nudges && resting.every(({ until }) => until !== undefined),
    restsUntil,
    // A tenant's own group takes the place of the one for all.
    pilots: is('limited') ? (pilotsOf(id) ?? pilotsOf(undefined)) : undefined,
  };
}
