import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { type Counted, listenToMetrics } from '../support/counted.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';

describe.each(stores)('what operators are told of $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let database: Database;
    let counted: Counted;
    beforeAll(async () => {
      place = await store.create();
      counted = listenToMetrics();
      database = await open({ ...place.options, metrics: counted.metrics });
    });
    afterAll(async () => {
      await database.close();
      await place.drop();
    });
    const timed = () =>
      counted.told
        .splice(0)
        .filter((each) => each.startsWith('database_seconds'))
        .map((each) => each.split(' ').slice(1).join(' '));

    it('is how long statements take, by what they do and whether it was done, of turns as of all else', async () => {
      timed();
      const storage = createStorage(database, keysOf('k1'));
      await storage.outbox.countWaiting(at(0));
      expect(timed()).toEqual(['read done']);
      const person = somebody();
      await storage.profiles.save(person, { role: 'chef' }, at(0));
      expect(new Set(timed())).toContain('write done');
      await storage.profiles.load(person);
      expect(timed()).toEqual(['read done']);
      await expect(
        database.db
          .selectFrom('nowhere' as 'people')
          .selectAll()
          .execute(),
      ).rejects.toThrow();
      expect(timed()).toEqual(['read failed']);
    });

    it('is whether it answers', async () => {
      expect(await counted.read('databaseUp')).toBe(1);
    });
  });
});
