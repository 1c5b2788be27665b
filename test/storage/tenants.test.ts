/**
 * Two tenants whose people, conversations and cards have the same ids: whatever the storage is asked to do for one, nothing of the
 * other's is found, changed or deleted. FUZZ_RUNS=2000 is the whole run; FUZZ_SEED repeats one.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type DatabaseConnection, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import type { Claim, Claimed } from '../../src/nudges/ports.js';
import type { Database } from '../../src/storage/database.js';
import { recipientOf } from '../../src/storage/recipients.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import type { Tables } from '../../src/storage/tables.js';
import { acrossTenants, behindWall, walledTables } from '../../src/storage/wall.js';
import { type Caller, callsByName, namesOf } from './calls.js';
import { at, keysOf, open, type Place, stores } from './stores.js';
import { fillTenant, peopleOf } from './tenant-rows.js';

const runs = Math.min(Number(process.env['FUZZ_RUNS'] || 4), 2_000);
const seed = Number(process.env['FUZZ_SEED'] || Math.floor(Math.random() * 2 ** 31));

const across = new Set([
  ...Object.entries(acrossTenants).flatMap(([port, methods]) => methods.map((method) => `${port}.${method}`)),
  ...['sweep', 'reseal', 'listTallies', 'listLetterTenants'],
  ...['read', 'list', 'readPilots', 'turnOff', 'turnOn', 'limit'].map((method) => `switches.${method}`),
]);
/** Of these the ones whose arguments say of one tenant all the same: they touch no other's rows. */
const ofOneTenant =
  /^outbox\.(claim|gather|begin|settle|putBack|giveBack|quietTenant)$|^dueAppointments\.(gather|noteAsked)$|^switches\.(readPilots|turnOff|turnOn|limit)$/;
const names = [...callsByName.keys()];

type Step = { readonly name: string; readonly side: 0 | 1; readonly who: number; readonly what: number };
/** Everything that there is to call once, in any order and by anybody. */
const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.shuffledSubarray(names, { minLength: names.length }),
    fc.array(fc.record({ side: fc.constantFrom(0 as const, 1 as const), who: fc.nat(1), what: fc.nat(1_000) }), {
      minLength: names.length,
      maxLength: names.length,
    }),
  )
  .map(([order, choices]) => order.map((name, at) => ({ name, side: 0, who: 0, what: 0, ...choices[at] })));

type Run = { readonly tenants: readonly [string, string]; readonly ids: string[]; readonly nudges: (readonly Claimed[])[]; minute: number };

/** Ids that both tenants know, as far as ids can be the same. */
function callerOf({ tenants, ids, nudges, minute }: Run, { side, who, what }: Step): Caller {
  return {
    person: { tenant: tenants[side], entraId: peopleOf[who] ?? '' },
    mark: markOf(tenants[side]),
    conversation: `19:team-${what % 2}`,
    share: `share-${what % 2}`,
    id: ids[what % Math.max(1, ids.length)] ?? 'no-id',
    nudge: nudges[side]?.[what % Math.max(1, nudges[side]?.length ?? 1)],
    at: at(minute),
  };
}

const markOf = (tenant: string) => `mark-${tenant}`;

/** What a call gave that later ones can be tried with, by whichever tenant. */
function remember(run: Run, side: 0 | 1, name: string, result: unknown): void {
  if (/^(notes|appointments)\.add$/.test(name)) {
    const id = typeof result === 'string' ? result : (result as { id?: string } | undefined)?.id;
    if (id) run.ids.push(id);
  }
  const claim = name === 'outbox.claim' ? (result as Claim) : undefined;
  if (claim?.kind !== 'claimed') return;
  run.nudges[side] = claim.nudges;
  run.ids.push(...claim.nudges.map(({ id }) => id));
}

/** The nudges that were claimed for a tenant. */
async function claimedOf({ db }: Database, tenant: string): Promise<Claimed[]> {
  const rows = await db.selectFrom('deliveries').selectAll().where('tenant', '=', tenant).where('state', '=', 'claimed').execute();
  return rows.map((row) => ({
    ...{ id: row.id, token: row.token ?? '', recipient: recipientOf(row), localDate: row.local_date, slot: row.slot },
    ...{ dueAt: new Date(row.due_at), attempts: row.attempts, sendAt: at(2) },
  }));
}

/** All rows of a tenant, as text. */
async function rowsOf({ db }: Database, tenant: string): Promise<string> {
  const rows = [];
  for (const table of walledTables) {
    const found = await db
      .selectFrom(table as 'people')
      .selectAll()
      .where('tenant', '=', tenant)
      .execute();
    rows.push(`${table} ${found.map((row) => JSON.stringify(row)).sort()}`);
  }
  return rows.join('\n');
}

describe.each(stores)('two tenants on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let database: Database;
    let storage: Storage;
    beforeAll(async () => {
      place = await store.create();
      database = await open(place.options);
      storage = createStorage(database, keysOf('k1'), undefined, () => () => undefined);
    });
    afterAll(async () => {
      await storage.close();
      await place.drop();
    });

    /** Two new tenants with something in every table. */
    async function begin(): Promise<Run> {
      const tenants = [randomUUID(), randomUUID()] as const;
      for (const tenant of tenants) await fillTenant(storage, tenant);
      const ids: string[] = [];
      for (const table of ['reflections', 'appointments', 'deliveries'] as const)
        ids.push(...(await database.db.selectFrom(table).select('id').where('tenant', 'in', tenants).execute()).map(({ id }) => id));
      const nudges = await Promise.all(tenants.map((tenant) => claimedOf(database, tenant)));
      expect(nudges.map((each) => each.length > 0)).toEqual([true, true]);
      return { tenants, ids, nudges, minute: 2 };
    }

    async function take(run: Run, each: Step): Promise<void> {
      run.minute += 1;
      const other = run.tenants[1 - each.side] as string;
      const isOwn = !across.has(each.name) || ofOneTenant.test(each.name);
      const before = isOwn ? await rowsOf(database, other) : '';
      const result = await callsByName.get(each.name)?.(storage, callerOf(run, each));
      remember(run, each.side, each.name, result);
      if (!isOwn) return;
      expect(JSON.stringify(result) ?? '', `${each.name} finds nothing of the other's`).not.toContain(other);
      expect(await rowsOf(database, other), `${each.name} changes nothing of the other's`).toBe(before);
    }

    /** Statements that forgot their tenant, as a turn of one would run them. */
    async function plantLeaks(run: Run): Promise<void> {
      const [own, other] = run.tenants;
      const before = await rowsOf(database, other);
      for (const name of walledTables) {
        const table = name as 'people';
        const found = await behindWall([own], () => database.turns.selectFrom(table).select('tenant').distinct().execute());
        expect(
          found.filter(({ tenant }) => tenant !== own),
          name,
        ).toEqual([]);
        await behindWall([own], () => database.turns.deleteFrom(table).execute());
      }
      expect(await rowsOf(database, other)).toBe(before);
    }

    it('are called for by everything that the storage offers, and by nothing else', () => {
      expect(namesOf(storage).sort()).toEqual([...names].sort());
    });

    it(`never meet, whatever is done for one of them (${runs} runs, FUZZ_SEED=${seed})`, { timeout: 600_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const run = await begin();
          for (const each of all) await take(run, each);
          for (const tenant of run.tenants) {
            const other = run.tenants.find((each) => each !== tenant) as string;
            expect(await rowsOf(database, tenant), 'no row holds a word of the other tenant').not.toContain(other);
          }
          if (store.name === 'PostgreSQL') await plantLeaks(run);
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
    });

    it.skipIf(store.name === 'SQLite')('have the whole database asked by those alone that the list names', async () => {
      const apart = createStorage({ ...database, db: createForbidden() }, keysOf('k1'), undefined, () => () => undefined);
      const person = { tenant: randomUUID(), entraId: 'anne' };
      const nudge = { id: '1', token: '1', recipient: personal(person), localDate: '', slot: '', dueAt: at(0), attempts: 1, sendAt: at(0) };
      const caller = { person, mark: 'm', conversation: '19:team', share: 's', id: '1', nudge, at: at(0) };
      const asked = [];
      for (const [name, call] of callsByName) {
        const error = await Promise.resolve(call(apart, caller)).catch((failure: unknown) => failure);
        if (error instanceof Error) asked.push(error.message === forbidden ? name : `${name}: ${error.message}`);
      }
      const withoutTenant = ['claims.claim', 'claims.hold', 'paces.spend', 'ratedAnswers.note', 'ratedAnswers.rate'];
      expect(asked.sort()).toEqual([...across, ...withoutTenant].sort());
      expect(Object.keys(acrossTenants).length).toBeLessThanOrEqual(5);
    });
  });
});

const forbidden = 'this is the whole database';

/** The whole database, which nobody may ask. */
function createForbidden(): Kysely<Tables> {
  class Forbidding extends DummyDriver {
    override acquireConnection(): Promise<DatabaseConnection> {
      return Promise.reject(new Error(forbidden));
    }
  }
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Forbidding(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
