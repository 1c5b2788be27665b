import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, databaseFileIn } from '../../src/storage/database.js';
import { markMode } from '../../src/storage/marks.js';
import { moveData } from '../../src/storage/move.js';
import { checkKeys } from '../../src/storage/seals.js';
import { createStorage, openStorage } from '../../src/storage/storage.js';
import { type Compiled, compile } from './compiled.js';
import { at, keysOf, open, type Place, postgres, somebody, sqlite } from './stores.js';

const quiet = () => undefined;
const rowsOfTable = 1_203;
let compiled: Compiled;

beforeAll(() => {
  compiled = compile('src/storage/move.ts');
}, 60_000);
afterAll(() => compiled?.remove());

/** All tables but the book of migrations, which each database has for itself. */
async function tablesOf({ db }: Database): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .map(({ name }) => name)
    .filter((name) => name !== 'ledelseskompas_migrations')
    .sort();
}

async function countsOf(database: Database): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const table of await tablesOf(database)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database.db);
    counts.push([table, rows[0]?.count ?? -1]);
  }
  return Object.fromEntries(counts);
}

/** Puts made-up rows into every table, whatever its columns. */
async function fillEvery({ db }: Database, count: number): Promise<void> {
  for (const { name, columns } of await db.introspection.getTables()) {
    if (name === 'ledelseskompas_migrations') continue;
    const rowOf = (index: number) =>
      Object.fromEntries(columns.map((column) => [column.name, /int/i.test(column.dataType) ? index : `${column.name} æøå ${index}`]));
    const rows = Array.from({ length: count }, (_, index) => rowOf(index));
    for (let from = 0; from < count; from += 500)
      await db
        .insertInto(name as 'people')
        .values(rows.slice(from, from + 500) as never)
        .execute();
  }
}

describe.skipIf(!postgres.isHere)('moving from SQLite to PostgreSQL', () => {
  let [here, there]: Place[] = [];
  let [from, to]: Database[] = [];
  const source = () => from as Database;
  const target = () => to as Database;
  const move = () => moveData(source(), target(), quiet);

  beforeEach(async () => {
    [here, there] = [await sqlite.create(), await postgres.create()];
    [from, to] = [await open(here.options), await open(there.options)];
  });
  afterEach(async () => {
    await Promise.all([from?.close(), to?.close()]);
    await Promise.all([here?.drop(), there?.drop()]);
  });

  const all = async (count: number) => Object.fromEntries((await tablesOf(target())).map((table) => [table, count]));

  it('takes every row of every table, and leaves the file as it was', async () => {
    await fillEvery(source(), rowsOfTable);
    const told: string[] = [];
    const moved = await moveData(source(), target(), ({ table, rows }) => told.push(`${table} ${rows}`));
    if (!moved.ok) throw new Error(moved.fault);
    expect(Object.fromEntries(moved.tables.map(({ table, rows }) => [table, rows]))).toEqual(await all(rowsOfTable));
    expect(told).toHaveLength(moved.tables.length);
    expect(await countsOf(target())).toEqual(await all(rowsOfTable));
    expect(await countsOf(source())).toEqual(await all(rowsOfTable));
    const people = (database: Database) => database.db.selectFrom('people').selectAll().where('tenant', '=', 'tenant æøå 7').execute();
    expect(await people(target())).toEqual(await people(source()));
  });

  it('lets the service go on there with its keys, notes and mode', async () => {
    const me = somebody();
    const options = { reflectionKeys: keysOf('k1'), mode: 'registered' } as const;
    expect(await checkKeys(source().db, options.reflectionKeys, 'KEYS')).toEqual({ ok: true });
    await markMode(source().db, options.mode);
    await createStorage(source(), options.reflectionKeys).notes.add(me, { prompt: 'p', framework: 'f' }, 'min note', at(0));
    expect(await move()).toMatchObject({ ok: true });
    const moved = { dataDir: 'unused', databaseUrl: there?.options.databaseUrl };
    expect(await openStorage({ ...moved, ...options, reflectionKeys: keysOf('k2') })).toMatchObject({ ok: false });
    expect(await openStorage({ ...moved, ...options, mode: 'local' })).toMatchObject({ ok: false });
    const second = await openStorage({ ...moved, ...options });
    if (!second.ok) throw new Error(second.fault);
    expect((await second.storage.notes.list(me)).notes).toMatchObject([{ text: { ok: true, text: 'min note' } }]);
    await second.storage.close();
  });

  it('refuses while another process has the file open', async () => {
    const script = `const db = new (require('libsql'))(process.argv[1]); db.prepare('select count(*) from people').all([]); console.log('open'); setInterval(() => db, 1000)`;
    const service = spawn(process.execPath, ['-e', script, databaseFileIn(here?.options.dataDir ?? '')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(service.stdout, 'data');
    expect(await move()).toMatchObject({ ok: false, fault: expect.stringContaining('Stop the service') });
    service.kill();
    await once(service, 'exit');
    expect(await move()).toMatchObject({ ok: true });
  });

  it('lets no service start on the file meanwhile', async () => {
    await fillEvery(source(), 1);
    const started: unknown[] = [];
    await moveData(source(), target(), () => {
      const service = new Libsql(databaseFileIn(here?.options.dataDir ?? ''));
      try {
        started.push(service.prepare('pragma journal_mode = wal').all([]));
      } catch (error) {
        started.push((error as { code?: unknown }).code);
      } finally {
        service.close();
      }
    });
    expect(new Set(started)).toEqual(new Set(['SQLITE_BUSY']));
  });

  it('refuses a target with rows, and leaves them', async () => {
    await createStorage(target(), keysOf('k1')).profiles.save(somebody(), { role: 'leder' }, at(0));
    await fillEvery(source(), 2);
    expect(await move()).toEqual({ ok: false, fault: 'the target is not empty: there are rows in "profiles". Name an empty database' });
    expect(await countsOf(target())).toEqual({ ...(await all(0)), profiles: 1 });
  });

  it('moves nothing when a row does not come back as it was', async () => {
    await fillEvery(source(), 3);
    await sql`create function spoil() returns trigger language plpgsql as 'begin new.note := new.note || ''x''; return new; end'`.execute(
      target().db,
    );
    await sql`create trigger spoil before insert on reflections for each row execute function spoil()`.execute(target().db);
    expect(await move()).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/^the rows of "reflections" are not the same .*Nothing was moved$/),
    });
    expect(await countsOf(target())).toEqual(await all(0));
  });

  it('moves nothing when it is killed on the way, and everything the next time', async () => {
    await fillEvery(source(), rowsOfTable);
    // A copy, since the library keeps a closed file open until its statements are collected.
    const dataDir = join(here?.options.dataDir ?? '', 'copy');
    await sql`pragma wal_checkpoint(truncate)`.execute(source().db);
    mkdirSync(dataDir);
    copyFileSync(databaseFileIn(here?.options.dataDir ?? ''), databaseFileIn(dataDir));
    const task = JSON.stringify([{ dataDir }, there?.options]);
    for (const tables of [1, 4]) {
      const mover = spawn(process.execPath, [resolve('test/storage/mover.mjs'), compiled.dist, task], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(mover, 'exit');
      let said = 0;
      createInterface({ input: mover.stdout }).on('line', () => {
        said += 1;
        if (said === tables) mover.kill('SIGKILL');
      });
      expect((await ended)[1]).toBe('SIGKILL');
    }
    await source().close();
    from = await open({ dataDir });
    expect(await countsOf(target())).toEqual(await all(0));
    expect(await move()).toMatchObject({ ok: true });
    expect(await countsOf(target())).toEqual(await all(rowsOfTable));
    expect(await countsOf(source())).toEqual(await all(rowsOfTable));
  });
});
