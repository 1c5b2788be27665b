/**
 * What an operator turned off while the service runs, for all instances: kept, read, and followed.
 */
import { sql } from 'kysely';
import { within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import { defaultZone } from '../nudges/rules/plan.js';
import { type InForce, isOver, nothingThrown, type SwitchName, switchNames, type Thrown, withThrown } from '../tenants/switches.js';
import type { Pilots, Tenants } from '../tenants/tenants.js';
import type { Database } from './database.js';
import { digestOf } from './digests.js';
import { rowsOf } from './rows.js';
import type { Db } from './tables.js';

/** A switch as it is told to an operator; `people` is how many are in the pilot group of `limited`. */
export type SwitchInForce = Thrown & { readonly people?: number };

/** Switches, the same for all instances. Without a tenant they are for all; ids in any case. */
export type StoredSwitches = {
  /** All that is thrown, what has gone back by itself included: that depends on each tenant's zone. */
  read(): Promise<readonly Thrown[]>;
  /** What is in force now, the oldest first; where a switch goes back by itself by Danish time. */
  list(now: Date): Promise<readonly SwitchInForce[]>;
  /** The digests of a pilot group, for {@link isPilot}. */
  readPilots(tenant: string | undefined): Promise<readonly string[]>;
  /** Throws a switch. One that is thrown already, and goes back on the same day, keeps its time. */
  turnOff(what: Exclude<SwitchName, 'limited'>, of: { readonly tenant?: string; readonly until?: string }, now: Date): Promise<void>;
  /** Puts a switch back. False where it was not thrown. */
  turnOn(what: SwitchName, tenant: string | undefined): Promise<boolean>;
  /** Limits to these people, by their Entra object ids, in the place of those before. */
  limit(tenant: string | undefined, entraIds: readonly string[], now: Date): Promise<void>;
};

/** What stands for all tenants where else there is one. */
const all = '';

/** See {@link StoredSwitches.list}: for whoever only looks at a database. */
export async function listInForce(db: Db, now: Date): Promise<readonly SwitchInForce[]> {
  const thrown = (await readThrown(db)).filter((each) => !isOver(each, defaultZone, now));
  const rows = await db
    .selectFrom('pilots')
    .select(['tenant', (is) => is.fn.countAll<number>().as('count')])
    .groupBy('tenant')
    .execute();
  const people = new Map(rows.map(({ tenant, count }) => [tenant, Number(count)]));
  return thrown.map((each) => (each.what === 'limited' ? { ...each, people: people.get(each.tenant ?? all) ?? 0 } : each));
}

/** Creates the port: an operator's, past the wall between tenants. */
export function createSwitches(database: Database): StoredSwitches {
  const { db } = database;
  const read = () => readThrown(db);
  return {
    read,
    list: (now) => listInForce(db, now),
    async readPilots(tenant) {
      const rows = await db.selectFrom('pilots').select('digest').where('tenant', '=', idOf(tenant)).execute();
      return rows.map(({ digest }) => digest);
    },
    turnOff: (what, { tenant, until = null }, now) => put(database, { what, tenant: idOf(tenant), until, since: now.toISOString() }),
    turnOn: (what, tenant) =>
      db.transaction().execute(async (trx) => {
        if (what === 'limited') await trx.deleteFrom('pilots').where('tenant', '=', idOf(tenant)).execute();
        const { numDeletedRows } = await trx
          .deleteFrom('switches')
          .where('what', '=', what)
          .where('tenant', '=', idOf(tenant))
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    limit: (tenant, entraIds, now) =>
      db.transaction().execute(async (trx) => {
        const id = idOf(tenant);
        await trx.deleteFrom('switches').where('what', '=', 'limited').where('tenant', '=', id).execute();
        await put({ ...database, db: trx }, { what: 'limited', tenant: id, until: null, since: now.toISOString() });
        await trx.deleteFrom('pilots').where('tenant', '=', id).execute();
        const rows = [...new Set(entraIds.map((each) => digestOfPilot(id, each)))].map((digest) => [id, digest]);
        if (rows.length > 0) await sql`insert into pilots (tenant, digest) ${rowsOf(database, rows)}`.execute(trx);
      }),
  };
}

async function readThrown(db: Db): Promise<readonly Thrown[]> {
  const rows = await db.selectFrom('switches').selectAll().orderBy('since').orderBy('tenant').orderBy('what').execute();
  return rows.flatMap(({ tenant, what, since, until }) => {
    const name = switchNames.find((each) => each === what);
    return name ? [{ what: name, ...(tenant !== all && { tenant }), since: new Date(since), ...(until !== null && { until }) }] : [];
  });
}

type Row = { readonly tenant: string; readonly what: SwitchName; readonly since: string; readonly until: string | null };

async function put({ db }: Pick<Database, 'db'>, row: Row): Promise<void> {
  await db
    .insertInto('switches')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'what'])
        .doUpdateSet({ since: row.since, until: row.until })
        .where(sql<boolean>`coalesce(switches.until, '') != coalesce(excluded.until, '')`),
    )
    .execute();
}

function idOf(tenant: string | undefined): string {
  return tenant?.toLowerCase() ?? all;
}

/** Stands for a person in a pilot group: whoever is in it is looked up there, and nobody has to be read from it. */
function digestOfPilot(tenant: string, entraId: string): string {
  return digestOf(JSON.stringify(['pilot', tenant, entraId.toLowerCase()]));
}

/** Tenants with what is thrown taken off, which changes while the service runs. */
export type LiveSwitches = {
  readonly tenants: Tenants;
  /**
   * Reads what is thrown. True where it is known, from now or from before: what was read last holds while the database is away. Never
   * rejects; that it fails is told to the log once, and that it goes again.
   */
  refresh(): Promise<boolean>;
};

/** What following needs. */
export type SwitchesParts = {
  readonly tenants: Tenants;
  readonly switches: Pick<StoredSwitches, 'read' | 'readPilots'>;
  /** For what goes back by itself. */
  readonly clock: () => Date;
  readonly log: Pick<Log, 'info' | 'error'>;
};

/** A database that takes longer is away. */
const readMs = 5_000;

/** Follows them. Before the first read nothing is off, and {@link LiveSwitches.refresh} says so: nothing may come by itself then. */
export function followSwitches({ tenants, switches, clock, log }: SwitchesParts): LiveSwitches {
  let now: InForce = nothingThrown;
  let isKnown = false;
  let isFailing = false;
  let told = '';
  let running: Promise<void> | undefined;
  const groups = new Map<string, Pilots>();
  const read = async () => {
    const thrown = await switches.read();
    const limits = thrown.filter(({ what }) => what === 'limited');
    for (const each of limits) {
      const name = nameOfGroup(each);
      if (!groups.has(name)) groups.set(name, toPilots(each.tenant, await switches.readPilots(each.tenant)));
    }
    const names = new Map(limits.map((each) => [each.tenant, nameOfGroup(each)]));
    for (const name of groups.keys()) if (![...names.values()].includes(name)) groups.delete(name);
    now = { thrown, pilotsOf: (tenant) => groups.get(names.get(tenant) ?? '') };
    isKnown = true;
    const found = JSON.stringify(thrown);
    if (found !== told && (told !== '' || thrown.length > 0))
      log.info({ thrown: thrown.map(({ what }) => what) }, 'the switches were read');
    told = found;
  };
  return {
    tenants: withThrown(tenants, () => now, clock),
    async refresh() {
      running ??= within(readMs, read).finally(() => {
        running = undefined;
      });
      try {
        await running;
        if (isFailing) log.info('the switches can be read again');
        isFailing = false;
      } catch (error) {
        if (!isFailing) log.error({ error: traceError(error) }, 'the switches cannot be read: those known last hold');
        isFailing = true;
      }
      return isKnown;
    },
  };
}

/** Another one each time that somebody gave a list: then it is read. */
function nameOfGroup({ tenant, since }: Thrown): string {
  return `${tenant ?? all} ${since.toISOString()}`;
}

/** Called the same for the same people: nothing of a tenant has changed then. */
function toPilots(tenant: string | undefined, digests: readonly string[]): Pilots {
  const known = new Set(digests);
  return {
    name: digestOf([idOf(tenant), ...digests.toSorted()].join()),
    has: (entraId) => known.has(digestOfPilot(idOf(tenant), entraId)),
  };
}
