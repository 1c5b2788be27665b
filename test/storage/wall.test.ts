/**
 * The wall in PostgreSQL, with a user who is no superuser: one passes every wall.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createStorage, openStorage } from '../../src/storage/storage.js';
import { nameTurnRole } from '../../src/storage/turn-role.js';
import { behindWall, unwalledTables, walledTables } from '../../src/storage/wall.js';
import { callsByName } from './calls.js';
import { openProxy } from './proxy.js';
import { administer, at, keysOf, open, postgres, somebody } from './stores.js';
import { asked, seen } from './visits.js';

/** A database that notes its statements. */
function spyOn(db: Database['db'], statements: CompiledQuery[]): Database['db'] {
  return new Proxy(db, {
    get(of, name) {
      if (name === 'executeQuery')
        return (statement: CompiledQuery) => {
          statements.push(statement);
          return of.executeQuery(statement);
        };
      const value = Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}

const server = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://unused');
const noteOf = { prompt: 'p', framework: 'f' };

/** The address of a database for one of its users. */
function addressOf(database: string, user: string, port = server.port): string {
  const address = new URL(server.href);
  Object.assign(address, { pathname: `/${database}`, username: user, password: 'hemmeligt', port });
  return address.href;
}

/** Runs a statement in a database, as the administrator. */
async function administerIn(database: string, statement: string): Promise<void> {
  const opened = spawnSync('psql', [
    '-v',
    'ON_ERROR_STOP=1',
    '-c',
    statement,
    Object.assign(new URL(server.href), { pathname: `/${database}` }).href,
  ]);
  expect(opened.stderr.toString()).toBe('');
}

describe.skipIf(!postgres.isHere)('the wall between tenants', () => {
  let name: string;
  let user: string;
  let opened: Database[];
  const [own, other] = [somebody(), somebody()];

  beforeEach(async () => {
    name = `kompas_${randomUUID().replaceAll('-', '')}`;
    user = `${name.slice(0, 20)}_user`;
    opened = [];
    await administer(`create role ${user} login createrole password 'hemmeligt'`);
    await administer(`create database ${name} owner ${user} template template0`);
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    await administer(`drop database ${name} with (force)`);
    for (const role of [nameTurnRole(name), user]) await administer(`drop role if exists ${role}`);
  });

  /** Opens it as its user; tells what was logged as a warning. */
  async function start(port?: string): Promise<{ readonly database: Database; readonly warned: string }> {
    const lines: string[] = [];
    const log = createLog('warn', { write: (line) => void lines.push(line) });
    const database = await open({ dataDir: 'unused', databaseUrl: addressOf(name, user, port), log });
    opened.push(database);
    return { database, warned: lines.join('') };
  }
  /** Starts it, with a note of each of two tenants. */
  async function fill(): Promise<Database> {
    const { database } = await start();
    for (const person of [own, other]) await createStorage(database, keysOf('k1')).notes.add(person, noteOf, 'min note', at(0));
    return database;
  }

  it('is around every table that has a tenant, also for its owner, and every other table says why not', async () => {
    const { database, warned } = await start();
    expect(warned).toBe('');
    const tables = await database.db.introspection.getTables();
    const ofTenant = tables.filter(({ columns }) => columns.some((column) => column.name === 'tenant')).map((table) => table.name);
    expect(ofTenant.sort()).toEqual([...walledTables].sort());
    const others = tables.map((table) => table.name).filter((table) => !ofTenant.includes(table) && table !== 'ledelseskompas_migrations');
    expect(others.sort()).toEqual(Object.keys(unwalledTables).sort());
    const forced = await sql<{ name: string }>`select relname as name from pg_class where relrowsecurity and relforcerowsecurity
      and (select count(*) from pg_policy where polrelid = pg_class.oid) = 2`.execute(database.db);
    expect(forced.rows.map((row) => row.name).sort()).toEqual([...walledTables].sort());
  });

  it('lets a turn that forgot its tenant find, change and delete nothing of another', async () => {
    const { turns, db } = await fill();
    const all = () => db.selectFrom('reflections').select(['tenant', 'note']).orderBy('tenant').execute();
    const before = await all();
    expect(before).toHaveLength(2);
    const leaks = behindWall([own.tenant], async () => [
      (await turns.selectFrom('reflections').select('tenant').execute()).map(({ tenant }) => tenant),
      (await turns.updateTable('reflections').set({ note: 'x' }).executeTakeFirstOrThrow()).numUpdatedRows,
      (await turns.deleteFrom('reflections').executeTakeFirstOrThrow()).numDeletedRows,
    ]);
    expect(await leaks).toEqual([[own.tenant], 1n, 1n]);
    expect(await all()).toEqual(before.filter(({ tenant }) => tenant === other.tenant));
    const stolen = behindWall([own.tenant], () =>
      turns.insertInto('budgets').values({ tenant: other.tenant, free_at: '2026', quiet_since: null, quiet_until: null }).execute(),
    );
    await expect(stolen).rejects.toMatchObject({ code: '42501' });
  });

  it('lets those together who go together, whatever their ids are written with', async () => {
    const { database } = await start();
    const storage = createStorage(database, keysOf('k1'));
    const people = ['', 'a,b', '{"x"}', 'c\\"d', 'Æ ø', own.tenant].map((tenant) => ({ tenant, entraId: 'anne' }));
    await Promise.all(people.map((person) => asked(storage, person, 'a:1', { of: person.tenant }, at(0))));
    const found = await Promise.all(
      people.map((person) => storage.visits.find({ person, conversation: { id: 'a:1', kind: 'personal' }, at: at(1) })),
    );
    expect(found.map(({ last }) => last)).toEqual(people.map(({ tenant }) => ({ of: tenant })));
  });

  it('refuses a turn that says of no tenant', async () => {
    const { database } = await start();
    await expect(database.turns.selectFrom('people').selectAll().execute()).rejects.toThrow('without saying of which tenant');
  });

  it('leaves nothing behind on a connection, also where a turn failed', async () => {
    const { turns, db } = await fill();
    const look = sql<object>`select current_user = session_user as own, current_setting('ledelseskompas.tenants', true) as tenants`;
    const failed = behindWall([own.tenant], () => sql`select 1 / 0`.execute(turns));
    await expect(failed).rejects.toMatchObject({ code: '22012' });
    const inTurn = await behindWall([own.tenant], () =>
      turns.transaction().execute(async (trx) => {
        await trx.selectFrom('people').selectAll().execute();
        return (await look.execute(trx)).rows;
      }),
    );
    expect(inTurn).toEqual([{ own: false, tenants: `{"${own.tenant}"}` }]);
    expect((await look.execute(db)).rows).toEqual([{ own: true, tenants: '' }]);
    expect(await db.selectFrom('reflections').selectAll().execute()).toHaveLength(2);
  });

  it('costs no call a way there and back', async () => {
    const proxy = await openProxy(Number(server.port || 5432));
    const { database } = await start(String(proxy.port));
    const [walled, plain] = [database, { ...database, turns: database.db }].map((each) => createStorage(each, keysOf('k1')));
    /** Twice, since the first of all calls is the only one that finds nothing yet. */
    const tripsOf = async (storage = walled) => {
      const trips: [string, number][] = [];
      for (const [call, run] of callsByName) {
        const before = proxy.trips;
        await run(storage as never, {
          person: own,
          mark: 'm',
          conversation: 'a:1',
          share: randomUUID(),
          id: '1',
          nudge: undefined,
          at: at(0),
        });
        trips.push([call, proxy.trips - before]);
      }
      return Object.fromEntries(trips);
    };
    await tripsOf(plain);
    const without = await tripsOf(plain);
    expect(await tripsOf(walled)).toEqual(without);
    expect([without['visits.find'], without['notes.add'], without['profiles.load']]).toEqual([1, 1, 1]);
    await proxy.close();
  });

  it('has what a turn reads and leaves looked up by its keys all the same', async () => {
    const { database } = await start();
    const storage = createStorage(database, keysOf('k1'));
    const people = Array.from({ length: 300 }, (_, n) => ({ tenant: `t${n % 98}`, entraId: `p${n}` }));
    await Promise.all(people.map((person) => asked(storage, person, 'a:1', {}, at(0))));
    await Promise.all(people.map((person) => seen(storage, person, at(0))));
    await sql`analyze`.execute(database.db);
    // What is known of so few would be read whole, wall or not.
    await sql`alter database ${sql.id(name)} set enable_seqscan = off`.execute(database.db);
    const { database: anew } = await start();
    const statements: CompiledQuery[] = [];
    const spied = createStorage({ ...anew, turns: spyOn(anew.turns, statements) }, keysOf('k1'));
    await Promise.all(people.slice(0, 20).map((person) => asked(spied, person, 'a:1', {}, at(1))));
    await Promise.all(people.slice(0, 20).map((person) => seen(spied, person, at(100))));
    expect(statements.length).toBeGreaterThanOrEqual(3);
    for (const statement of statements) {
      const explained = behindWall(['t1', 't2'], () => anew.turns.executeQuery({ ...statement, sql: `explain ${statement.sql}` }));
      expect(JSON.stringify((await explained).rows)).not.toContain('Seq Scan');
    }
  });

  it('is off where the user may make no role, says so in one line, and is up when an administrator made it as the manual says', async () => {
    await administer(`alter role ${user} nocreaterole`);
    const first = await start();
    expect(
      first.warned
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({
        level: 40,
        role: nameTurnRole(name),
        code: '42501',
        msg: expect.stringContaining('the second wall between tenants is off'),
      }),
    ]);
    await seen(createStorage(first.database, keysOf('k1')), own, at(0));
    const manual = readFileSync('manifest/MUNICIPALITIES.md', 'utf8');
    const remedy = /```sql\n(create role "kompas_turn"[\s\S]*?)```/.exec(manual)?.[1] ?? '';
    await administerIn(name, remedy.replaceAll('"kompas_turn"', nameTurnRole(name)).replaceAll('"kompas"', user));
    const second = await start();
    expect([second.warned, second.database.turns === second.database.db]).toEqual(['', false]);
  });

  it.each(['superuser', 'bypassrls'])('is off where its role is given %s', async (right) => {
    await start();
    await administer(`alter role ${nameTurnRole(name)} ${right}`);
    expect((await start()).warned).toContain('"code":"incomplete"');
  });

  it('does not hide everything from a user who does not own the tables: that start is refused', async () => {
    await start();
    const stranger = `${user}_2`;
    await administer(`create role ${stranger} login password 'hemmeligt'`);
    await administerIn(name, `grant all on all tables in schema public to ${stranger}`);
    const refused = await openDatabase({ dataDir: 'unused', databaseUrl: addressOf(name, stranger) });
    expect(refused).toEqual({ ok: false, fault: expect.stringContaining('does not own its tables') });
    await administerIn(name, `drop owned by ${stranger}`);
    await administer(`drop role ${stranger}`);
  });

  it('is raised by several instances that start at once', async () => {
    const started = await Promise.all(Array.from({ length: 4 }, () => start()));
    expect(started.map(({ warned, database }) => [warned, database.turns === database.db])).toEqual(started.map(() => ['', false]));
  });

  it('goes into a copy by the manual’s command, and stands where that is put back under other names', async () => {
    await fill();
    mkdirSync('out', { recursive: true });
    const file = resolve(`out/wall-${process.pid}.dump`);
    const manual = readFileSync('manifest/OPERATING.md', 'utf8');
    const options = /^pg_dump (.*?) --file/m.exec(manual)?.[1]?.split(' ') ?? [];
    const run = (command: string, ...args: string[]) => {
      const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    };
    run('pg_dump', ...options, `--file=${file}`, addressOf(name, user));
    const there = `${name.slice(0, 50)}_back`;
    await administer(`create role ${there} login createrole password 'hemmeligt'`);
    await administer(`create database ${there} owner ${there} template template0`);
    run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${addressOf(there, there)}`, file);
    const back = await openStorage({ dataDir: 'unused', databaseUrl: addressOf(there, there), reflectionKeys: keysOf('k1') });
    if (!back.ok) throw new Error(back.fault);
    expect((await back.storage.notes.list(own)).notes.map(({ text }) => text)).toEqual([{ ok: true, text: 'min note' }]);
    await back.storage.close();
    rmSync(file);
    await administer(`drop database ${there} with (force)`);
    for (const role of [nameTurnRole(there), there]) await administer(`drop role ${role}`);
  });
});

describe('the role of turns', () => {
  it.each([
    ['kompas', 'kompas_turn'],
    ['kommunernes ledelseskompas', 'kommunernes ledelseskompas_turn'],
    ['k'.repeat(58), `${'k'.repeat(58)}_turn`],
    ['k'.repeat(59), expect.stringMatching(/^ledelseskompas_[\da-f]{16}_turn$/)],
  ])('is named after its database, "%s", so that two of a server never have the same', (database, role) => {
    expect(nameTurnRole(database)).toEqual(role);
  });
});
