import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { migrate } from '../../src/storage/migrate.js';
import { migrations } from '../../src/storage/migrations.js';
import { open, type Place, stores } from './stores.js';

type Books = Kysely<{ migrations: { name: string }; ledelseskompas_migrations: { name: string } }>;

const names = migrations.map(({ name }) => name);
/** The steps that stood in a book of the old name. */
const oldSteps = migrations.slice(0, 3);

for (const store of stores) {
  describe.skipIf(!store.isHere)(`the book of migrations on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let books: Books;

    /** An empty database, to be filled as others left it. */
    beforeEach(async () => {
      place = await store.create();
      database = await open(place.options);
      books = database.db as unknown as Books;
      for (const { name } of await database.db.introspection.getTables()) await database.db.schema.dropTable(name).execute();
    });

    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    /** Leaves the tables and the book as a version did that called it `migrations`. */
    async function leaveOldBook(...also: string[]): Promise<void> {
      await database.db.schema
        .createTable('migrations')
        .addColumn('name', 'text', (column) => column.primaryKey().notNull())
        .execute();
      for (const { name, up } of oldSteps) {
        await up(database.db, database.kind);
        await books.insertInto('migrations').values({ name }).execute();
      }
      for (const name of also) await books.insertInto('migrations').values({ name }).execute();
    }

    const namesIn = async (table: 'migrations' | 'ledelseskompas_migrations') =>
      (await books.selectFrom(table).select('name').execute()).map(({ name }) => name).sort();
    const hasTable = async (table: string) => (await database.db.introspection.getTables()).some(({ name }) => name === table);

    it('is taken over from its old name, and the tables with it', async () => {
      await leaveOldBook();
      await sql`insert into people (tenant, entra_id, last_seen) values ('t', 'p', 'then')`.execute(database.db);
      expect(await migrate(database.db, database.kind)).toEqual({ ok: true, ran: names.slice(3) });
      expect(await migrate(database.db, database.kind)).toEqual({ ok: true, ran: [] });
      expect(await namesIn('ledelseskompas_migrations')).toEqual([...names].sort());
      expect(await database.db.selectFrom('people').select('last_seen').execute()).toEqual([{ last_seen: 'then' }]);
    });

    it('leaves a step in the old one that no version knows which reads it, so that it refuses', async () => {
      await leaveOldBook();
      await migrate(database.db, database.kind);
      const known = oldSteps.map(({ name }) => name);
      expect((await namesIn('migrations')).filter((name) => !known.includes(name))).toEqual(['moved-to-ledelseskompas_migrations']);
    });

    it('is left alone under its old name when a newer version made it', async () => {
      await leaveOldBook('999-later');
      expect(await openDatabase(place.options)).toMatchObject({ ok: false, fault: expect.stringContaining('its step "999-later"') });
      expect(await hasTable('ledelseskompas_migrations')).toBe(false);
      expect(await namesIn('migrations')).toEqual([...oldSteps.map(({ name }) => name), '999-later']);
    });

    it.each([
      ['names of its own', sql`create table migrations (id integer, name text)`, sql`insert into migrations values (1, '001-theirs')`],
      ['numbers for names', sql`create table migrations (name integer)`, sql`insert into migrations values (1)`],
      ['no names', sql`create table migrations (version integer)`, sql`insert into migrations values (1)`],
    ])("is not another program's, which has %s", async (_name, create, fill) => {
      await create.execute(database.db);
      await fill.execute(database.db);
      const before = (await sql`select * from migrations`.execute(database.db)).rows;
      expect(await migrate(database.db, database.kind)).toEqual({ ok: true, ran: names });
      expect(await migrate(database.db, database.kind)).toEqual({ ok: true, ran: [] });
      expect((await sql`select * from migrations`.execute(database.db)).rows).toEqual(before);
    });
  });
}
