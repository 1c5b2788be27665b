/**
 * A tenant leaves, also while the process that deletes it is killed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.js';
import { countTenant, deleteTenant, handedOver, listPeople, readShared } from '../../src/storage/offboarding.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { walledTables } from '../../src/storage/wall.js';
import { type Compiled, compile } from './compiled.js';
import { keysOf, open, type Place, stores } from './stores.js';
import { fillTenant, peopleOf, rowsByTable } from './tenant-rows.js';

const [leaving, staying] = ['tenant-leaving', 'tenant-staying'];
const quiet = () => undefined;
let compiled: Compiled;
beforeAll(() => {
  compiled = compile('src/storage/storage.ts', 'src/storage/offboarding.ts');
}, 120_000);
afterAll(() => compiled?.remove());

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a tenant that leaves ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let storage: Storage;
    beforeEach(async () => {
      place = await store.create();
      database = await open(place.options);
      storage = createStorage(database, keysOf('k1'));
      for (const tenant of [leaving, staying]) await fillTenant(storage, tenant);
    });
    afterEach(async () => {
      await storage.close();
      await place.drop();
    });

    /** Every table with a tenant that the database has in fact. */
    async function tenantTables(): Promise<string[]> {
      const tables = await database.db.introspection.getTables();
      return tables.filter(({ columns }) => columns.some(({ name }) => name === 'tenant')).map(({ name }) => name);
    }

    it('has something in every table, and everybody and every row of it is found', async () => {
      const rows = await rowsByTable(database, leaving);
      expect(Object.keys(rows).sort()).toEqual((await tenantTables()).sort());
      expect(Object.entries(rows).filter(([, count]) => count === 0)).toEqual([]);
      expect(await countTenant(database.db, leaving.toUpperCase())).toEqual({ rows, cards: 2, stale: 0 });
      expect(await listPeople(database.db, leaving)).toEqual(peopleOf.map((entraId) => ({ tenant: leaving, entraId })));
    });

    it('is handed over row by row: to its people, and what they share', async () => {
      const handed: Record<string, number> = {};
      for (const person of await listPeople(database.db, leaving))
        for (const { table, rows } of await storage.exportPerson(person)) handed[table] = (handed[table] ?? 0) + rows.length;
      for await (const { table, row } of readShared(database.db, leaving)) {
        handed[table] = (handed[table] ?? 0) + 1;
        expect(row['tenant']).toBe(leaving);
      }
      const toNobody = Object.entries(handedOver).flatMap(([table, to]) => (to === 'nobody' ? [table] : []));
      expect(toNobody).toEqual(['budgets', 'pilots', 'tallies', 'letters', 'switches']);
      const rows = Object.entries(await rowsByTable(database, leaving)).filter(([table]) => !toNobody.includes(table));
      expect(handed).toEqual(Object.fromEntries(rows));
    });

    it('is deleted from every table, whole, and nothing of another is', async () => {
      const [before, others] = [await rowsByTable(database, leaving), await rowsByTable(database, staying)];
      const steps: string[] = [];
      expect(await deleteTenant(database, leaving, (table) => steps.push(table), 1)).toEqual({ rows: before, isScrubbed: true });
      expect(steps).toHaveLength(Object.values(before).reduce((sum, count) => sum + count, 0));
      expect(await countTenant(database.db, leaving)).toEqual({ rows: {}, cards: 0, stale: 0 });
      expect(await rowsByTable(database, staying)).toEqual(others);
      expect(await deleteTenant(database, leaving, quiet)).toEqual({ rows: {}, isScrubbed: true });
    });

    it.skipIf(store.name === 'PostgreSQL')('leaves no byte of itself in the files', async () => {
      const bytes = () =>
        readdirSync(place.options.dataDir)
          .map((file) => readFileSync(join(place.options.dataDir, file)).toString('latin1'))
          .join();
      expect(bytes()).toContain(`mark-${leaving}`);
      await deleteTenant(database, leaving, quiet);
      expect(bytes()).not.toContain(leaving);
      expect(bytes()).toContain(`mark-${staying}`);
    });

    it('is gone after the next run when the process is killed in the middle', { timeout: 120_000 }, async () => {
      const [before, others] = [await rowsByTable(database, leaving), await rowsByTable(database, staying)];
      const all = Object.values(before).reduce((sum, count) => sum + count, 0);
      const killedAfter = Math.floor(all / 2);
      const task = JSON.stringify({ options: place.options, tenant: leaving, rowsAtOnce: 1 });
      const child = spawn(process.execPath, ['test/storage/offboard-child.mjs', compiled.dist, task], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (bytes) => {
        said += String(bytes);
        if (said.split('\n').length > killedAfter) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const left = Object.values((await countTenant(database.db, leaving)).rows).reduce((sum, count) => sum + count, 0);
      expect(said).not.toContain('done');
      expect([left > 0, left < all]).toEqual([true, true]);
      const { rows } = await deleteTenant(database, leaving, quiet);
      expect(Object.values(rows).reduce((sum, count) => sum + count, 0)).toBe(left);
      expect(await countTenant(database.db, leaving)).toEqual({ rows: {}, cards: 0, stale: 0 });
      expect(await rowsByTable(database, staying)).toEqual(others);
    });
  });
}

describe('the order in which a tenant is deleted', () => {
  it('names every table with a tenant, what would still send first, and the cards, people and switches last', () => {
    const order = Object.keys(handedOver);
    expect([...order].sort()).toEqual([...walledTables].sort());
    expect([order.slice(0, 3), order.slice(-3)]).toEqual([
      ['nudge_plans', 'appointments', 'deliveries'],
      // What was turned off stays off for as long as anything is there.
      ['shares', 'people', 'switches'],
    ]);
  });
});
