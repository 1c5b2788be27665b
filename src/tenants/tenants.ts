/**
 * The municipalities that one installation serves, each an Entra tenant, and what holds for its people alone.
 */
import { z } from 'zod';
import type { Path } from '../content/found.js';
import { isDate } from '../language/times/when.js';
import { isZone } from '../nudges/rules/cadence.js';

/** Days without nudges besides weekends: the public holidays and the days most municipalities are closed, and days of its own. */
export type ClosingDays = { readonly municipal: boolean; readonly extra: readonly string[] };

/** What holds for the people of one tenant. */
export type Tenant = {
  /** Entra tenant id in lower case; undefined where one setting holds for all that are served. */
  readonly id: string | undefined;
  /** What its people call it: "Aarhus Kommune". */
  readonly name: string | undefined;
  /** Ids of the frameworks that its people see; undefined is every one there is. */
  readonly frameworks: readonly string[] | undefined;
  /** The framework for people without a profile; undefined leaves the choice to the content. */
  readonly defaultFramework: string | undefined;
  readonly closingDays: ClosingDays;
  /** IANA name of the zone of people whose client names none. */
  readonly timeZone: string;
  /** Whom to turn to about a framework that names nobody itself. */
  readonly contact: string | undefined;
  /** Entra object id of whoever reads what is sent to the editor. */
  readonly editor: string | undefined;
  /** Its notes are sealed with `REFLECTION_KEYS_<keys>`; undefined: with the keys of all. */
  readonly keys: string | undefined;
  /** Nudges a second, all instances together. */
  readonly rate: number;
  /** Whether its people are answered at all. */
  readonly served: boolean;
  /** Whether anything comes by itself: daily questions, reminders, agreements. */
  readonly nudges: boolean;
  /** Whether cards can be shared, and pages of its frameworks be opened by link. */
  readonly sharing: boolean;
  /** Whether the directory is asked for a job title. */
  readonly graph: boolean;
  /** Whether its language model may be asked what a message means. */
  readonly secondReader: boolean;
  /** True where an operator stopped everything for now: then nothing leaves at all, not even a card's change. */
  readonly stopped?: boolean | undefined;
  /** The local date on which what comes by itself goes on, where an operator lets it rest until then; see `switches.ts`. */
  readonly restsUntil?: string | undefined;
  /** Who alone is answered, where an operator limits it; everybody when left out. */
  readonly pilots?: Pilots | undefined;
};

/** A pilot group. `name` is another one for another group, or another list of the same. */
export type Pilots = {
  readonly name: string;
  /** Whether a person, by their Entra object id in lower case, is in it. */
  has(entraId: string): boolean;
};

/** What holds where a tenant says nothing, as the settings have it. */
export type TenantDefaults = Omit<Tenant, 'id' | 'name' | 'frameworks' | 'defaultFramework' | 'editor' | 'keys'>;

/** Looks tenants up. The same tenant is the same object for as long as nothing about it changes. */
export type Tenants = {
  /** Undefined for a tenant that is none of ours. */
  find(id: string): Tenant | undefined;
  /** All of them; the one that holds for all where there is no file. */
  list(): readonly Tenant[];
  /** The ids of those that are served, as far as somebody says which; none where anybody is. */
  ids(): readonly string[];
};

/** What can be turned off for a tenant. */
export const tenantSwitches = ['served', 'nudges', 'sharing', 'graph', 'secondReader'] as const;

const idPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text is an id as Entra gives them, in any case. */
export function isEntraId(text: string): boolean {
  return idPattern.test(text);
}

/** An id as Entra and Azure give them, in lower case; `where` it is to be copied from. */
export const guidFrom = (where: string) =>
  z.string().regex(idPattern, `is not an id like 01234567-89ab-cdef-0123-456789abcdef. Copy it from ${where}`).toLowerCase();
const guid = guidFrom('the Entra admin centre');
const line = z.string().trim().min(1, 'must not be empty');
const turned = z.enum(['on', 'off'], 'must be on or off');
const closingDay = z
  .string()
  .refine((text) => text === 'municipal' || isDate(text), 'has an entry that is no day. Write municipal, or a date like 2026-12-28');

const tenantSchema = z.strictObject({
  id: guid,
  name: line,
  frameworks: z.array(line).min(1, 'is an empty list. Name at least one, or remove the line').optional(),
  defaultFramework: line.optional(),
  closingDays: z.array(closingDay).optional(),
  timeZone: line.refine(isZone, 'is no time zone. Write a name like Europe/Copenhagen').optional(),
  contact: line.optional(),
  editor: guid.optional(),
  keys: z
    .string()
    .regex(/^[A-Z][A-Z\d_]{0,39}$/, 'is not a name in capital letters, like AARHUS: the keys are in REFLECTION_KEYS_AARHUS')
    .optional(),
  rate: z.int().min(1, 'is below 1').max(50, 'is above 50, what Teams allows an app in a tenant').optional(),
  served: turned.optional(),
  nudges: turned.optional(),
  sharing: turned.optional(),
  graph: turned.optional(),
  secondReader: turned.optional(),
});

/** Something wrong with one value; `message` says what, quotes it, and names the remedy. */
export type TenantFault = { readonly path: Path; readonly message: string };

/** The schema of the file of tenants. Unknown keys are faults, so that a misspelt switch is found. */
export const tenantsSchema = z.strictObject({ tenants: z.array(tenantSchema).min(1, 'is an empty list. Name at least one tenant') });

/** The file as it is written, ids in lower case. */
export type TenantsFile = z.output<typeof tenantsSchema>;

/** What the file must agree with: the frameworks there are, and whether there is a language model and a directory to be turned on. */
export type TenantsAround = { readonly frameworks: readonly string[]; readonly hasReader: boolean; readonly hasGraph: boolean };

/** What is wrong between the values of the file, and between it and what is around it. */
export function findTenantFaults({ tenants }: TenantsFile, { frameworks, hasReader, hasGraph }: TenantsAround): TenantFault[] {
  return tenants.flatMap((tenant, at) => {
    const here = (key: string, ...more: Path): Path => ['tenants', at, key, ...more];
    const isTwice = (key: 'id' | 'name' | 'keys') =>
      tenant[key] !== undefined && tenants.findIndex((other) => other[key] === tenant[key]) < at;
    const own = tenant.frameworks ?? frameworks;
    const unknown = (tenant.frameworks ?? []).flatMap((id, index) =>
      frameworks.includes(id)
        ? []
        : [
            {
              path: here('frameworks', index),
              message: `the framework "${id}" is not in the content. Write one of: ${frameworks.join(', ')}`,
            },
          ],
    );
    const fallback = tenant.defaultFramework;
    return [
      ...(isTwice('id') ? [{ path: here('id'), message: `the tenant "${tenant.id}" is there twice. Remove one` }] : []),
      ...(isTwice('name') ? [{ path: here('name'), message: `the name "${tenant.name}" is there twice. Give each its own` }] : []),
      ...(isTwice('keys')
        ? [{ path: here('keys'), message: `the keys "${tenant.keys}" are another tenant's too. Give each its own, or neither` }]
        : []),
      ...unknown,
      ...(fallback && !own.includes(fallback)
        ? [{ path: here('defaultFramework'), message: `"${fallback}" is none of its frameworks. Write one of: ${own.join(', ')}` }]
        : []),
      ...(tenant.graph === 'on' && !hasGraph
        ? [{ path: here('graph'), message: 'the directory is not asked: GRAPH is off. Turn it on there, or remove the line' }]
        : []),
      ...(tenant.secondReader === 'on' && !hasReader
        ? [
            {
              path: here('secondReader'),
              message: 'there is no language model: SECOND_READER is off. Turn it on there, or remove the line',
            },
          ]
        : []),
    ];
  });
}

/** Makes the tenants of a file without faults; those that say the same as in `before` are the same objects. */
export function createTenants({ tenants }: TenantsFile, defaults: TenantDefaults, before?: Tenants): Tenants {
  const known = new Map((before?.list() ?? []).map((tenant) => [JSON.stringify(tenant), tenant]));
  const list = tenants.map((each) => {
    const tenant = toTenant(each, defaults);
    return known.get(JSON.stringify(tenant)) ?? tenant;
  });
  const byId = new Map(list.map((tenant) => [tenant.id, tenant]));
  const ids = list.flatMap(({ id, served }) => (id !== undefined && served ? [id] : []));
  return { find: (id) => byId.get(id.toLowerCase()), list: () => list, ids: () => ids };
}

/** One setting for everybody who is served, where there is no file of tenants. */
export function createOneForAll(tenant: Omit<Tenant, 'id' | 'name'>, allowed?: readonly string[]): Tenants {
  const all = { id: undefined, name: undefined, ...tenant };
  const isServed = (id: string) => allowed === undefined || allowed.includes(id.toLowerCase());
  return { find: (id) => (isServed(id) ? all : undefined), list: () => [all], ids: () => allowed ?? [] };
}

/** Tenants where each that is not named is taken for the first: on one's own machine nobody is in any of them. */
export function withStrangers(tenants: Tenants): Tenants {
  return { ...tenants, find: (id) => tenants.find(id) ?? tenants.list()[0] };
}

function toTenant(
  { closingDays, served, nudges, sharing, graph, secondReader, ...said }: TenantsFile['tenants'][number],
  defaults: TenantDefaults,
): Tenant {
  const isOn = (switched: 'on' | 'off' | undefined, otherwise: boolean) => (switched ? switched === 'on' : otherwise);
  return {
    id: said.id,
    name: said.name,
    // In one order, so that those who see the same share what is made of it.
    frameworks: said.frameworks && [...said.frameworks].sort(),
    defaultFramework: said.defaultFramework,
    closingDays: closingDays
      ? { municipal: closingDays.includes('municipal'), extra: closingDays.filter((day) => day !== 'municipal') }
      : defaults.closingDays,
    timeZone: said.timeZone ?? defaults.timeZone,
    contact: said.contact ?? defaults.contact,
    editor: said.editor,
    keys: said.keys,
    rate: said.rate ?? defaults.rate,
    served: isOn(served, defaults.served),
    nudges: isOn(nudges, defaults.nudges),
    sharing: isOn(sharing, defaults.sharing),
    graph: isOn(graph, defaults.graph),
    secondReader: isOn(secondReader, defaults.secondReader),
  };
}
