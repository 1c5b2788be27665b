import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PersonKey, personal } from '../../src/conversation/person.js';
import { traceError } from '../../src/errors.js';
import { createLog } from '../../src/log.js';
import { personalDefaults } from '../../src/nudges/rules/plan.js';
import type { PersonalTable } from '../../src/people/ports.js';
import type { Database } from '../../src/storage/database.js';
import { impersonalSeals, impersonalTables, personalTables, tableCare } from '../../src/storage/personal-data.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { sweep } from '../../src/storage/sweep.js';
import { listStored } from '../../src/web/stored.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';
import { asked, found, heard, seen } from './visits.js';

const secret = 'Min leder hører mig aldrig';
const role = 'sjaelden-rolle-4711';
const conversation = 'a:samtale';
const day = 24 * 60;
const ends = { retentionDays: 30, inactiveDays: 400 };

/** Columns by which a table could say whose a row is, whatever it calls them. */
const personLike = /entra|person|user|author|member|owner|made_by|aad|channel_id/;

/** Puts something about a person into every table; gives the note's id. */
async function fill(storage: Storage, person: PersonKey): Promise<string> {
  await seen(storage, person, at(0));
  await storage.profiles.save(person, { framework: 'sammen', role, language: 'da', timeZone: 'Europe/Copenhagen' }, at(0));
  await asked(storage, person, conversation, { intent: 'topic', text: secret }, at(0));
  await storage.seenPrompts.add(person, 'sammen/p1', at(0));
  await storage.installations.claimWelcome({ tenant: person.tenant, conversation: `${conversation}-${person.entraId}`, person }, at(0));
  const added = await storage.notes.add(person, { prompt: 'sammen/p1', framework: 'sammen', theme: 'tillid' }, secret, at(0));
  if (!added.ok) throw new Error(added.fault);
  await storage.focuses.save(person, { framework: 'sammen', theme: 'tillid', lastDay: '2026-12-22', madeAt: at(0) });
  const kept = {
    kind: 'reminder',
    words: { what: secret },
    date: '2026-12-03',
    time: '10:00',
    zone: 'Europe/Copenhagen',
    language: 'da',
  } as const;
  await storage.appointments.add(person, kept, at(0));
  await storage.letters.add(person.tenant, { framework: '', reason: 'asked', words: secret, name: 'Mette' }, at(0));
  await fillNudges(storage, person);
  await fillSharing(storage, person);
  return added.id;
}

async function fillNudges(storage: Storage, person: PersonKey): Promise<void> {
  const { nudgePlans } = storage;
  const plan = { ...personalDefaults, on: true, zone: 'Europe/Copenhagen', language: 'da' as const, pauses: [], madeAt: at(0) };
  await nudgePlans.save(personal(person), plan, at(0));
  await nudgePlans.takeDue(at(0), 1, () => ({
    occurrences: [{ at: at(0), localDate: '2026-11-24', slot: '08:00', verdict: 'due' }],
    next: undefined,
  }));
  await nudgePlans.saveMaker(person.tenant, `19:${person.entraId}@thread.tacv2`, { person, name: 'Mette' }, at(0));
  await heard(storage, personal(person), { serviceUrl: 'https://smba.example/', conversation: 'a:1', userId: '29:1' }, at(0));
}

async function fillSharing({ talks, shares }: Storage, person: PersonKey): Promise<void> {
  const place = '19:team@thread.v2';
  const share = randomUUID();
  await talks.note(person, { id: place, kind: 'groupChat', name: 'Lederteam' }, at(0));
  await shares.add(person, { id: share, conversation: place, subject: '{}', isRound: true, name: 'Mette', line: 'Se her' }, at(0));
  await shares.answer(person, share, { name: 'Mette', text: 'Mit svar' }, at(0));
}

async function rowsOf(db: Database['db'], person: PersonKey): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const table of Object.keys(personalTables)) {
    const rows = await db
      .selectFrom(table as 'people')
      .selectAll()
      .where('tenant', '=', person.tenant)
      .where('entra_id', '=', person.entraId)
      .execute();
    counts.push([table, rows.length]);
  }
  return Object.fromEntries(counts);
}

/** Tables that nobody declared, and tables declared to be nobody's that have a column for a person. */
async function findForgottenTables({ db }: Database): Promise<string[]> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => name !== 'ledelseskompas_migrations');
  return tables.flatMap(({ name, columns }) => {
    if (name in personalTables) return [];
    if (!(name in impersonalTables)) return [`${name} is not declared`];
    return columns.some((column) => personLike.test(column.name)) ? [`${name} has a person`] : [];
  });
}

const sealsOfNobody: Readonly<Record<string, string | undefined>> = { letters: impersonalSeals.letters.column };

/** What looks like it was sealed with the tests' key. */
const isSealed = (value: unknown) => typeof value === 'string' && /^k1\.[\w-]{40,}$/.test(value);

/** Promises about a table that nobody keeps: each table is looked at with a row of somebody in it, before and after all time has passed. */
async function findBrokenPromises({ db }: Database, storage: Storage, person: PersonKey): Promise<string[]> {
  const names = Object.keys(personalTables) as PersonalTable[];
  const exported = (await storage.exportPerson(person)).map(({ table }) => table);
  const privacy = listStored({ in: 'database', ...ends });
  const faults: string[] = [];
  for (const name of (await db.introspection.getTables()).map((table) => table.name)) {
    const [row = {}] = await db
      .selectFrom(name as 'people')
      .selectAll()
      .execute();
    const table = names.find((each) => each === name);
    const sealed = Object.entries(row).flatMap(([column, value]) => (isSealed(value) ? [column] : []));
    for (const column of sealed)
      if ((table ? tableCare[table].sealed?.column : sealsOfNobody[name]) !== column) faults.push(`${name}.${column} is not sealed again`);
    if (!table) continue;
    if (!exported.includes(table)) faults.push(`${name} is not exported`);
    if (!privacy.some((each) => each.table === name && each.id === tableCare[table].privacy))
      faults.push(`${name} is not on the privacy page`);
  }
  // Those that end after their time do so while their person is still here; the others when the person ends.
  for (const [way, day] of [
    ['after-its-time', 399],
    ['with-person', 431],
  ] as const) {
    for (const sweptOn of [1, day - 30, day]) await storage.sweep(at(sweptOn * 24 * 60), ends);
    const left = await rowsOf(db, person);
    for (const table of names)
      if ((left[table] ?? 0) > 0 && tableCare[table].ends.some((each) => each === way)) faults.push(`${table} does not end ${way}`);
  }
  return faults;
}

const all = (count: number) => Object.fromEntries(Object.keys(personalTables).map((table) => [table, count]));

for (const store of stores) {
  describe.skipIf(!store.isHere)(`personal data on ${store.name}`, () => {
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

    /** Everything the database keeps, as text: the files of SQLite, all rows of PostgreSQL. */
    async function everything(): Promise<string> {
      if (store.name === 'SQLite')
        return readdirSync(place.options.dataDir)
          .map((name) => readFileSync(join(place.options.dataDir, name), 'latin1'))
          .join('\n');
      const tables = await database.db.introspection.getTables();
      return JSON.stringify(
        await Promise.all(
          tables.map(({ name }) =>
            database.db
              .selectFrom(name as 'people')
              .selectAll()
              .execute(),
          ),
        ),
      );
    }

    it('is in no table that was forgotten', async () => {
      expect(await findForgottenTables(database)).toEqual([]);
      const existing = (await database.db.introspection.getTables()).map(({ name }) => name);
      expect(existing).toEqual(expect.arrayContaining(Object.keys({ ...personalTables, ...impersonalTables })));
    });

    it('is noticed in a table that was forgotten', async () => {
      await database.db.schema.createTable('diaries').addColumn('person', 'text').execute();
      await database.db.schema.alterTable('activities').addColumn('user_id', 'text').execute();
      expect((await findForgottenTables(database)).sort()).toEqual(['activities has a person', 'diaries is not declared']);
    });

    it('is taken care of in every table as the list promises', async () => {
      const me = somebody();
      await fill(storage, me);
      expect(await rowsOf(database.db, me)).toEqual(all(1));
      expect(await findBrokenPromises(database, storage, me)).toEqual([]);
    });

    it('is noticed where a promise is broken', async () => {
      const me = somebody();
      await fill(storage, me);
      await database.db.schema.alterTable('talks').addColumn('diary', 'text').execute();
      await database.db
        .updateTable('talks')
        .set({ diary: `k1.${'x'.repeat(50)}` } as object)
        .execute();
      const { talks } = tableCare as Record<PersonalTable, { ends: string[]; privacy: string }>;
      const kept = { ...talks };
      Object.assign(talks, { ends: ['after-its-time'], privacy: 'notes' });
      Object.assign(tableCare.profiles, { ends: ['after-its-time'] });
      const faults = await findBrokenPromises(database, storage, me);
      Object.assign(talks, kept);
      Object.assign(tableCare.profiles, { ends: ['with-person'] });
      expect(faults.sort()).toEqual([
        'profiles does not end after-its-time',
        'talks is not on the privacy page',
        'talks.diary is not sealed again',
      ]);
    });

    it("is exported whole, opened, and without anyone else's", async () => {
      const [me, neighbour, namesake] = [somebody('t1'), somebody('t1'), somebody('t2')];
      const twin = { tenant: namesake.tenant, entraId: me.entraId };
      const id = await fill(storage, me);
      for (const other of [neighbour, twin]) await fill(storage, other);
      const exported = await storage.exportPerson(me);
      expect(exported.map(({ table, rows }) => [table, rows.length])).toEqual(Object.entries(all(1)));
      const rows = Object.fromEntries(exported.map(({ table, rows: [row] }) => [table, row]));
      expect(rows['reflections']).toEqual({
        id,
        prompt: 'sammen/p1',
        framework: 'sammen',
        theme: 'tillid',
        note: secret,
        created_at: at(0).toISOString(),
        updated_at: at(0).toISOString(),
      });
      expect(rows['contexts']).toMatchObject({ conversation, question: JSON.stringify({ intent: 'topic', text: secret }) });
      expect(rows['profiles']).toMatchObject({ role, language: 'da', time_zone: 'Europe/Copenhagen' });
      expect(JSON.stringify(exported)).not.toContain(neighbour.entraId);
    });

    it('says why a note does not open, and exports the rest', async () => {
      const me = somebody();
      await fill(storage, me);
      const exported = await createStorage(database, keysOf('k2')).exportPerson(me);
      expect(exported.find(({ table }) => table === 'reflections')?.rows[0]?.['note']).toContain('sealed with the key "k1"');
      expect(exported).toHaveLength(Object.keys(personalTables).length);
    });

    it('has every column in the export', async () => {
      const me = somebody();
      await fill(storage, me);
      const exported = Object.fromEntries((await storage.exportPerson(me)).map(({ table, rows }) => [table, Object.keys(rows[0] ?? {})]));
      for (const { name, columns } of await database.db.introspection.getTables()) {
        if (name in personalTables)
          expect(['tenant', 'entra_id', ...(exported[name] ?? [])].sort()).toEqual(columns.map((column) => column.name).sort());
      }
    });

    it('is deleted from every table, for this person only', async () => {
      const [me, neighbour] = [somebody('t1'), somebody('t1')];
      const twin = { tenant: 't2', entraId: me.entraId };
      for (const person of [me, neighbour, twin]) await fill(storage, person);
      await storage.forgetPerson(me);
      expect(await rowsOf(database.db, me)).toEqual(all(0));
      expect(await rowsOf(database.db, neighbour)).toEqual(all(1));
      expect(await rowsOf(database.db, twin)).toEqual(all(1));
      expect(await storage.exportPerson(me)).toEqual([]);
      expect(await storage.profiles.load(me)).toEqual({});
    });

    it('leaves nothing readable behind when deleted', async () => {
      const me = somebody();
      await fill(storage, me);
      expect(await everything()).toContain(role);
      await storage.forgetPerson(me);
      const left = await everything();
      expect(left).not.toContain(role);
      expect(left).not.toContain(me.entraId);
    });

    it('keeps what a person wrote out of the database, the log and errors', async () => {
      const me = somebody();
      const id = await fill(storage, me);
      const kept = await everything();
      for (const word of [secret, 'aldrig', Buffer.from(secret).toString('base64').slice(0, 20)]) expect(kept).not.toContain(word);
      const row = await database.db.selectFrom('reflections').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const collision: unknown = await database.db
        .insertInto('reflections')
        .values(row)
        .execute()
        .catch((error: unknown) => error);
      await database.close();
      const afterClose: unknown = await storage.notes
        .add(me, { prompt: 'p', framework: 'f' }, secret, at(1))
        .catch((error: unknown) => error);
      const lines: string[] = [];
      const log = createLog('trace', { write: (line) => lines.push(line) });
      for (const error of [collision, afterClose]) {
        expect(error).toBeInstanceOf(Error);
        const { message, stack } = error as Error;
        expect([message, stack, JSON.stringify(error)].join()).not.toContain('aldrig');
        log.error({ error: traceError(error) }, 'turn failed');
      }
      expect(lines).toHaveLength(2);
      expect(lines.join()).not.toContain('aldrig');
    });

    it("does not open in another person's name", async () => {
      const [me, thief] = [somebody('t1'), somebody('t1')];
      const id = await fill(storage, me);
      await database.db.updateTable('reflections').set({ entra_id: thief.entraId }).where('id', '=', id).execute();
      expect((await storage.notes.get(thief, id))?.text).toMatchObject({ ok: false });
      expect(JSON.stringify(await storage.exportPerson(thief))).not.toContain('aldrig');
    });

    it.each([
      ['another tenant', (me: PersonKey) => ({ tenant: 'other', entraId: me.entraId })],
      ['another person of the tenant', (me: PersonKey) => somebody(me.tenant)],
    ])('is out of reach for %s on every port', async (_name, strangerOf) => {
      const me = somebody('t1');
      const id = await fill(storage, me);
      const stranger = strangerOf(me);
      const before = await storage.exportPerson(me);
      expect(await storage.people.load(stranger)).toBeUndefined();
      expect(await storage.profiles.load(stranger)).toEqual({});
      expect((await found(storage, stranger, conversation, at(1))).last).toBeUndefined();
      expect(await storage.seenPrompts.list(stranger)).toEqual([]);
      expect(await storage.notes.list(stranger)).toEqual({ notes: [], total: 0 });
      expect(await storage.notes.get(stranger, id)).toBeUndefined();
      expect(await storage.exportPerson(stranger)).toEqual([]);
      expect(await storage.notes.edit(stranger, id, 'mit nu', at(1))).toBe('unknown');
      expect(await storage.notes.remove(stranger, id)).toBe('unknown');
      await asked(storage, stranger, conversation, { intent: 'help' }, at(1));
      await storage.people.removed(stranger, at(1));
      await storage.people.unreachable(stranger, at(1));
      await storage.profiles.save(stranger, { role: 'anden' }, at(1));
      await storage.profiles.forget(stranger);
      await storage.installations.remove({ tenant: 'other', conversation: `${conversation}-${me.entraId}` });
      await storage.forgetPerson(stranger);
      await storage.sweep(at(1), { ...ends, retentionDays: 1 });
      expect(await storage.exportPerson(me)).toEqual(before);
    });

    it.each(['removed', 'unreachable'] as const)('ends when a person was %s for the days of retention', async (how) => {
      const [me, neighbour] = [somebody('t1'), somebody('t1')];
      for (const person of [me, neighbour]) await fill(storage, person);
      await storage.people[how](me, at(5));
      expect(await storage.sweep(at(30 * day + 4), ends)).toMatchObject({ people: 0 });
      expect((await rowsOf(database.db, me))['reflections']).toBe(1);
      expect(await storage.sweep(at(30 * day + 5), ends)).toMatchObject({ people: 1 });
      expect(await rowsOf(database.db, me)).toEqual(all(0));
      expect((await rowsOf(database.db, neighbour))['reflections']).toBe(1);
    });

    it('stays when the person comes back in time', async () => {
      const me = somebody();
      const id = await fill(storage, me);
      await storage.people.removed(me, at(5));
      await seen(storage, me, at(29 * day));
      expect(await storage.sweep(at(60 * day), ends)).toMatchObject({ people: 0 });
      expect(await storage.notes.get(me, id)).toBeDefined();
    });

    it('ends once when two instances sweep at once', async () => {
      const people = Array.from({ length: 10 }, () => somebody());
      for (const person of people) {
        await fill(storage, person);
        await storage.people.removed(person, at(0));
      }
      // Two handles on one SQLite file in one process would wait for each other; the service has one.
      const other = store.name === 'SQLite' ? database : await open(place.options);
      const swept = await Promise.all([storage, createStorage(other, keysOf('k1'))].map((each) => each.sweep(at(31 * day), ends)));
      await other.close();
      expect(swept.reduce((sum, { people: count }) => sum + count, 0)).toBe(10);
    });

    it('loses nudges of long ago a day at a time, so that no backlog is one statement, and keeps the later', async () => {
      const me = somebody();
      await fill(storage, me);
      const [made] = await database.db.selectFrom('deliveries').selectAll().execute();
      if (!made) throw new Error('no nudge');
      const dates = ['2026-11-25T00:00:00.000Z', '2026-11-25T23:59:59.999Z', '2026-11-28T08:00:00.000Z', '2026-11-28T08:00:01.000Z'];
      for (const due_at of dates)
        await database.db
          .insertInto('deliveries')
          .values({ ...made, id: due_at, slot: due_at, due_at })
          .execute();
      const deleted: string[] = [];
      const watched = database.db.withPlugin({
        transformQuery: ({ node }) => {
          if (node.kind === 'DeleteQueryNode') deleted.push(JSON.stringify(node.from));
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      await seen(storage, me, at(94 * day));
      expect(await sweep(watched, at(94 * day), ends)).toMatchObject({ people: 0, deliveries: 4 });
      expect(await database.db.selectFrom('deliveries').select('due_at').execute()).toEqual([{ due_at: dates[3] }]);
      expect(deleted.filter((from) => from.includes('"deliveries"'))).toHaveLength(3 + 1);
    });

    it('loses contexts and claims that expired, and no others', async () => {
      const me = somebody();
      await asked(storage, me, 'old', {}, at(0));
      await asked(storage, me, 'new', {}, at(5));
      for (const [key, minute] of [
        ['old', 0],
        ['new', 5],
      ] as const) {
        await storage.claims.claim(key, at(minute), 5);
        await storage.claims.hold(key, at(minute), 600);
      }
      expect(await storage.sweep(at(10), ends)).toMatchObject({ people: 0, contexts: 1, activities: 1, deliveries: 0 });
      expect(await storage.claims.claim('new', at(11), 5)).toBe('done');
    });
  });
}

describe('a folder of local mode', () => {
  it('has the database in a file of its own', async () => {
    const place = await stores[0]?.create();
    if (!place) throw new Error('no store');
    await (await open(place.options)).close();
    expect(existsSync(join(place.options.dataDir, 'ledelseskompas.db'))).toBe(true);
    await place.drop();
  });
});
