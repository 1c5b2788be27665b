import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letterDays } from '../../src/answers/letter-form.js';
import type { Database } from '../../src/storage/database.js';
import { ratedDays } from '../../src/storage/rated-answers.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';

const ends = { retentionDays: 30, inactiveDays: 400 };
const day = 24 * 60;
const letter = { framework: 'sammen', reason: 'silent', words: 'Hvad med natarbejde?', name: 'Mette Sørensen' } as const;
const answer = { tenant: 'T1', conversation: 'a:samtale', activity: 'besked-1' };
const about = { kind: 'topic', framework: 'sammen', theme: 'tillid' };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`letters and rated answers on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let storage: Storage;
    beforeEach(async () => {
      place = await store.create();
      database = await open(place.options);
      storage = createStorage(database, keysOf('k1'));
    });
    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    it('keep words and name sealed, and nobody’s id', async () => {
      await storage.letters.add('T1', letter, at(0));
      const [row = {}] = (await sql<Record<string, unknown>>`select * from letters`.execute(database.db)).rows;
      expect(JSON.stringify(row)).not.toMatch(/natarbejde|Mette/);
      expect(Object.keys(row).filter((column) => /entra|person|user/.test(column))).toEqual([]);
      const { letters, total } = await storage.letters.list('t1');
      expect(total).toBe(1);
      expect(letters[0]).toMatchObject({
        framework: 'sammen',
        reason: 'silent',
        sentAt: at(0),
        said: { ok: true, words: letter.words, name: letter.name },
      });
    });

    it('are of one tenant, the oldest first, until they are done', async () => {
      for (const minute of [2, 1, 3]) await storage.letters.add('t1', { ...letter, words: `brev ${minute}` }, at(minute));
      await storage.letters.add('t2', letter, at(0));
      const { letters, total } = await storage.letters.list('t1', { page: 0, size: 2 });
      expect([letters.map(({ said }) => said.ok && said.words), total]).toEqual([['brev 1', 'brev 2'], 3]);
      const ids = letters.map(({ id }) => id);
      expect(await storage.letters.finish('t2', ids, at(4))).toBe(0);
      expect(await storage.letters.finish('t1', [...ids, ids[0] ?? '', 'none'], at(4))).toBe(2);
      expect((await storage.letters.list('t1')).letters.map(({ sentAt }) => sentAt)).toEqual([at(3)]);
      expect(await storage.listLetterTenants()).toEqual(['t1', 't2']);
    });

    it('stay when whoever sent them is forgotten, and end after their time, done or not', async () => {
      const me = somebody('t1');
      for (let count = 0; count < 2; count += 1) await storage.letters.add('t1', letter, at(0));
      const [first] = (await storage.letters.list('t1')).letters;
      await storage.letters.finish('t1', [first?.id ?? ''], at(1));
      await storage.forgetPerson(me);
      expect((await storage.letters.list('t1')).total).toBe(1);
      const count = async () => (await database.db.selectFrom('letters').select('id').execute()).length;
      await storage.sweep(at(letterDays * day - 1), ends);
      expect(await count()).toBe(2);
      await storage.sweep(at(letterDays * day), ends);
      expect(await count()).toBe(0);
    });

    it('do not open with another key, and say so', async () => {
      await storage.letters.add('t1', letter, at(0));
      const { letters } = await createStorage(database, keysOf('k2')).letters.list('t1');
      expect(letters[0]?.said).toMatchObject({ ok: false });
    });

    it('count each thumb under an answer once, and say what it was about each time', async () => {
      const { ratedAnswers } = storage;
      await ratedAnswers.note(answer, about, at(0));
      expect(await ratedAnswers.rate({ ...answer, tenant: 't1' }, 'like', at(1))).toEqual({ about, isNew: true });
      expect(await ratedAnswers.rate(answer, 'like', at(2))).toEqual({ about, isNew: false });
      expect(await ratedAnswers.rate(answer, 'dislike', at(3))).toEqual({ about, isNew: true });
      const both = await Promise.all([1, 2].map(() => ratedAnswers.rate({ ...answer, activity: 'besked-2' }, 'like', at(4))));
      expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
      expect(both[0]?.about.kind).toBe('unknown');
    });

    it('hold no id of a message or conversation, and end after a week', async () => {
      await Promise.all(
        ['besked-1', 'besked-2', 'besked-1'].map((activity) => storage.ratedAnswers.note({ ...answer, activity }, about, at(0))),
      );
      const rows = await database.db.selectFrom('rated_answers').selectAll().execute();
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toMatch(/samtale|besked|T1"/);
      await storage.sweep(at(ratedDays * day), ends);
      expect(await database.db.selectFrom('rated_answers').selectAll().execute()).toEqual([]);
    });
  });
}
