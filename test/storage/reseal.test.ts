import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/conversation/person.js';
import type { Database } from '../../src/storage/database.js';
import { createCipher, type Keyring } from '../../src/storage/encryption.js';
import { reseal } from '../../src/storage/reseal.js';
import { sealedColumns } from '../../src/storage/sealed.js';
import { checkKeys } from '../../src/storage/seals.js';
import { createStorage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';
import { asked } from './visits.js';

const occasion = { prompt: 'p', framework: 'f' };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`sealing anew on ${store.name}`, () => {
    let place: Place;
    let database: Database;

    beforeEach(async () => {
      place = await store.create();
      database = await open(place.options);
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    async function write(keys: Keyring, person: PersonKey, text: string): Promise<string> {
      const added = await createStorage(database, keys).notes.add(person, occasion, text, at(0));
      if (!added.ok) throw new Error(added.fault);
      return added.id;
    }
    const quiet = () => undefined;
    const run = (keys: Keyring, progress: Parameters<typeof reseal>[2] = quiet) => reseal(database.db, keys, progress);
    const textsOf = async (keys: Keyring, person: PersonKey) =>
      (await createStorage(database, keys).notes.list(person, { size: 100 })).notes.map(({ text }) => text.ok && text.text).sort();

    it('moves every column with sealed text, of everybody, to the first key', async () => {
      const people = Array.from({ length: 3 }, () => somebody('t1'));
      for (const [index, person] of people.entries()) {
        await write(keysOf('k1'), person, `gammel ${index}`);
        await write(keysOf('k2'), person, `ny ${index}`);
        await asked(createStorage(database, keysOf('k0')), person, 'a:1', { intent: 'help' }, at(0));
        const when = { date: '2026-12-03', time: '10:00', zone: 'Europe/Copenhagen', language: 'da' } as const;
        const { appointments, letters } = createStorage(database, keysOf('k1'));
        await letters.add('t1', { framework: '', reason: 'asked', words: `brev ${index}` }, at(0));
        await appointments.add(person, { kind: 'reminder', words: { what: `husk ${index}` }, ...when }, at(0));
      }
      expect(await run(keysOf('k2', 'k1', 'k0'))).toEqual({
        moved: 12,
        unopened: 0,
        left: [
          { key: 'k0', count: 0 },
          { key: 'k1', count: 0 },
        ],
      });
      for (const { table, column } of sealedColumns) {
        const rows: Record<string, unknown>[] = await database.db
          .selectFrom(table as 'people')
          .selectAll()
          .execute();
        expect(rows.length).toBeGreaterThanOrEqual(3);
        expect(rows.filter((row) => !String(row[column]).startsWith('k2.'))).toEqual([]);
      }
      const { letters } = await createStorage(database, keysOf('k2')).letters.list('t1');
      expect(letters.map(({ said }) => said.ok && said.words).sort()).toEqual(['brev 0', 'brev 1', 'brev 2']);
      for (const [index, person] of people.entries())
        expect(await textsOf(keysOf('k2'), person)).toEqual([`gammel ${index}`, `ny ${index}`]);
    });

    it('goes on where it was interrupted, and tells how far it is', async () => {
      const person = somebody();
      const count = 150;
      for (let index = 0; index < count; index += 1) await write(keysOf('k1'), person, `note ${index}`);
      const told: number[] = [];
      const interrupted = run(keysOf('k2', 'k1'), (moved) => {
        told.push(moved);
        if (told.length === 2) throw new Error('interrupted');
      });
      await expect(interrupted).rejects.toThrow('interrupted');
      expect(told).toEqual([50, 100]);
      expect(await run(keysOf('k2', 'k1'))).toEqual({ moved: 50, unopened: 0, left: [{ key: 'k1', count: 0 }] });
      expect(new Set(await textsOf(keysOf('k2'), person)).size).toBe(100);
    });

    it('leaves alone what was changed or deleted meanwhile', async () => {
      const person = somebody();
      for (let index = 0; index < 53; index += 1) await write(keysOf('k1'), person, `note ${index}`);
      const beside = createStorage(database, keysOf('k1'));
      let [edited, removed] = ['', ''];
      const { moved, left } = await run(keysOf('k2', 'k1'), async (count) => {
        if (count > 50) return;
        const rows = await database.db.selectFrom('reflections').select('id').where('note', 'like', 'k1.%').execute();
        [edited = '', removed = ''] = rows.map(({ id }) => id);
        await beside.notes.edit(person, edited, 'rettet', at(1));
        await beside.notes.remove(person, removed);
      });
      expect([moved, left]).toEqual([51, [{ key: 'k1', count: 1 }]]);
      expect((await beside.notes.get(person, edited))?.text).toEqual({ ok: true, text: 'rettet' });
      expect(await beside.notes.get(person, removed)).toBeUndefined();
    });

    it('counts what no key opens, leaves it, and does not let its key go', async () => {
      const person = somebody();
      await write(keysOf('k1'), person, 'min note');
      const lost = createCipher(keysOf('k1')).seal('flyttet', ['elsewhere']);
      await database.db.updateTable('reflections').set({ note: lost }).execute();
      await write(keysOf('k9'), person, 'ukendt');
      expect(await run(keysOf('k2', 'k1'))).toEqual({ moved: 0, unopened: 2, left: [{ key: 'k1', count: 1 }] });
    });

    it('lets the service start without the old key, and not before', async () => {
      await write(keysOf('k1'), somebody(), 'min note');
      expect(await checkKeys(database.db, keysOf('k1'), 'KEYS')).toEqual({ ok: true });
      expect(await checkKeys(database.db, keysOf('k2'), 'KEYS')).toMatchObject({ ok: false });
      expect(await checkKeys(database.db, keysOf('k2', 'k1'), 'KEYS')).toEqual({ ok: true });
      await run(keysOf('k2', 'k1'));
      expect(await checkKeys(database.db, keysOf('k2'), 'KEYS')).toEqual({ ok: true });
      expect(await run(keysOf('k2'))).toEqual({ moved: 0, unopened: 0, left: [] });
    });
  });
}
