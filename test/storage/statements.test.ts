import { CompiledQuery } from 'kysely';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/storage/prepared.js';
import { createTallies } from '../../src/storage/tallies.js';
import { open, sqlite, stores } from './stores.js';

describe('SQLite', () => {
  it('waits for the disk for everything but how a conversation went', async () => {
    const place = await sqlite.create();
    const database = await open(place.options);
    const { db, close } = database;
    type Asked = Pick<typeof db, 'executeQuery'>;
    const level = async (at: Asked = db) => (await at.executeQuery(CompiledQuery.raw('select * from pragma_synchronous'))).rows;
    const [full, normal] = [[{ synchronous: 2 }], [{ synchronous: 1 }]];
    const claim = (digest: string) => db.insertInto('activities').values({ digest, expires_at: '2026' });
    const person = { tenant: 't', entra_id: 'anne', last_seen: '2026', unreachable_since: null, removed_at: null };

    await claim('first').execute();
    expect(await level()).toEqual(normal);
    await db.insertInto('people').values(person).execute();
    expect(await level()).toEqual(full);
    await claim('second').execute();
    await db.deleteFrom('activities').where('digest', '=', 'first').execute();
    expect(await level()).toEqual(normal);
    await db
      .insertInto('people')
      .values({ ...person, entra_id: 'lars' })
      .execute();
    await createTallies(database).add([{ tenant: 't', measure: 'asked', kind: 'topic' }], new Date(0));
    expect(await level()).toEqual(normal);
    await claim('third').execute();
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('activities').values({ digest: 'fourth', expires_at: '2026' }).execute();
      expect(await level(trx)).toEqual(full);
    });
    expect(await db.selectFrom('activities').select('digest').orderBy('digest').execute()).toEqual([
      { digest: 'fourth' },
      { digest: 'second' },
      { digest: 'third' },
    ]);
    await close();
    await place.drop();
  });
});

describe.each(stores.filter(({ isHere }) => isHere))('a prepared query on $name', (store) => {
  it('takes new values each time, checked like any parameter, and never takes a value for another', async () => {
    const place = await store.create();
    const { db, close } = await open(place.options);
    const insert = prepare(db, ['digest', 'expires_at'], (row) => db.insertInto('activities').values(row));
    const find = prepare(db, ['expires_at'], (of) =>
      db.selectFrom('activities').select('digest').where('expires_at', '=', of.expires_at).where('digest', '!=', 'constant'),
    );
    const rows = { first: 'one', second: 'two', nul: 'a\u0000b', half: 'half \ud800', standIn: '\ue000expires_at', constant: 'constant' };
    for (const [expires_at, digest] of Object.entries(rows)) await insert({ digest, expires_at });

    const found = await Promise.all(Object.keys(rows).map(async (expires_at) => (await find({ expires_at })).rows[0]?.digest));
    expect(found).toEqual(['one', 'two', 'ab', 'half \ufffd', '\ue000expires_at', undefined]);
    await expect(find({ expires_at: new Date(0) as never })).rejects.toThrow('a database parameter is an object');
    await expect(find({} as never)).rejects.toThrow('a database parameter is of type undefined');
    await close();
    await place.drop();
  });
});
