import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import Libsql from 'libsql';
import { describe, expect, it, vi } from 'vitest';
import { within } from '../../src/clock.js';
import { MemoryGone } from '../../src/errors.js';
import { createHealth } from '../../src/storage/health.js';
import { openProxy } from './proxy.js';
import { at, open, type Place, postgres, sqlite } from './stores.js';

/** Looks by hand: each call of the result makes one look, whose outcome is given. */
function lookByHand() {
  const lines: string[] = [];
  const looks: ((isWell: boolean) => void)[] = [];
  const pauses: { readonly ms: number; readonly go: () => void }[] = [];
  const stop = new AbortController();
  const health = createHealth({
    look: () => new Promise<void>((resolve, reject) => looks.push((isWell) => (isWell ? resolve() : reject(new Error('geheim'))))),
    log: {
      info: (line: unknown) => lines.push(`info ${line}`),
      error: (_: unknown, line?: string) => lines.push(`error ${line}`),
    } as never,
    sleep: (ms, signal) =>
      new Promise<void>((go) => {
        pauses.push({ ms, go });
        signal.addEventListener('abort', () => go());
      }),
  });
  const watching = health.watch(stop.signal);
  const look = async (isWell: boolean) => {
    await vi.waitFor(() => expect(looks).toHaveLength(1));
    looks.shift()?.(isWell);
    await vi.waitFor(() => expect(pauses).toHaveLength(1));
    return pauses[0]?.ms;
  };
  const next = () => pauses.shift()?.go();
  const end = () => {
    stop.abort();
    return watching;
  };
  return { health, lines, look, next, pauses, end };
}

describe('the health of a database', () => {
  it('is bad after two failed looks and good after one that succeeds, each told once', async () => {
    const { health, lines, look, next, end } = lookByHand();
    expect(await look(true)).toBe(5_000);
    next();
    expect(await look(false)).toBe(500);
    expect([health.isUp(), health.trouble()]).toEqual([true, 'connection']);
    for (const _ of [1, 2, 3]) {
      next();
      await look(false);
      expect(health.isUp()).toBe(false);
    }
    next();
    await look(true);
    expect([health.isUp(), health.trouble()]).toEqual([true, undefined]);
    await end();
    expect(lines).toEqual(['error the database does not answer: nothing is remembered or looked up', 'info the database answers again']);
  });

  it('is looked at once when a call failed', async () => {
    const { health, look, pauses, end } = lookByHand();
    expect(await look(true)).toBe(5_000);
    pauses.shift();
    health.suspect();
    expect(await look(false)).toBe(500);
    expect(health.isUp()).toBe(true);
    await end();
  });
});

describe('the file of SQLite', () => {
  it('and the files beside it are for this user alone', async () => {
    const place = await sqlite.create();
    const { db, close } = await open(place.options);
    await db.insertInto('activities').values({ digest: 'x', expires_at: '2026' }).execute();
    const names = ['ledelseskompas.db', 'ledelseskompas.db-wal', 'ledelseskompas.db-shm'];
    expect(names.map((name) => (statSync(join(place.options.dataDir, name)).mode & 0o777).toString(8))).toEqual(['600', '600', '600']);
    await close();
    await place.drop();
  });

  it('is used all the same when others may read it, and the operator is told', async () => {
    const place = await sqlite.create();
    const file = join(place.options.dataDir, 'ledelseskompas.db');
    await (await open(place.options)).close();
    chmodSync(file, 0o644);
    const lines: string[] = [];
    const log = { info() {}, error() {}, warn: (what: unknown, line?: string) => lines.push(`${JSON.stringify(what)} ${line}`) };
    await (await open({ ...place.options, log: log as never })).close();
    expect(lines).toEqual(['{"mode":"644"} others on this machine may read the database file: chmod 600 it and the files beside it']);
    await place.drop();
  });
});

const claim = (digest: string) => ({ digest, expires_at: at(0).toISOString() });

/** SQLite, and another process's lock on it as this process can hold it: by a second handle. */
async function openToLock() {
  const place = await sqlite.create();
  const database = await open(place.options);
  const other = new Libsql(join(place.options.dataDir, 'ledelseskompas.db'));
  const end = async () => {
    other.close();
    await database.close();
    await place.drop();
  };
  return { ...database, lock: () => other.exec('begin immediate'), unlock: () => other.exec('rollback'), end };
}

describe('SQLite that another process has locked', () => {
  it('is waited for while everything else goes on, and then written to', async () => {
    const { db, lock, unlock, end } = await openToLock();
    lock();
    let isDone = false;
    const writing = db
      .insertInto('activities')
      .values(claim('late'))
      .execute()
      .then(() => {
        isDone = true;
      });
    const changing = db.transaction().execute((trx) => trx.insertInto('activities').values(claim('later')).execute());
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(isDone).toBe(false);
    unlock();
    await Promise.all([writing, changing]);
    expect((await db.selectFrom('activities').select('digest').orderBy('digest').execute()).map(({ digest }) => digest)).toEqual([
      'late',
      'later',
    ]);
    await end();
  });

  it('is given up at the deadline, and whoever waited behind is served', async () => {
    const { db, lock, unlock, end } = await openToLock();
    lock();
    const given = within(150, () => db.insertInto('activities').values(claim('given up')).execute()).catch((error: unknown) => error);
    expect((await given) as Error).toMatchObject({ name: expect.stringMatching(/MemoryGone|TimeOver/) });
    unlock();
    await vi.waitFor(() => db.insertInto('activities').values(claim('next')).execute());
    expect(await db.selectFrom('activities').select('digest').where('digest', '=', 'next').execute()).toHaveLength(1);
    await end();
  });

  it('is not waited for at all while it is known to be locked; reading goes on', async () => {
    const { db, health, lock, unlock, end } = await openToLock();
    lock();
    const stop = new AbortController();
    const watching = health.watch(stop.signal);
    await vi.waitFor(() => expect(health.isUp()).toBe(false), 5_000);
    expect(health.trouble()).toBe('SQLITE_BUSY');
    await expect(db.insertInto('activities').values(claim('now')).execute()).rejects.toMatchObject({
      name: 'MemoryGone',
      code: 'SQLITE_BUSY',
    });
    expect(await db.selectFrom('activities').selectAll().execute()).toEqual([]);
    unlock();
    await vi.waitFor(() => expect(health.isUp()).toBe(true), 5_000);
    stop.abort();
    await watching;
    await end();
  });

  it('is no word for a fault of the query', async () => {
    const { db, end } = await openToLock();
    await db.insertInto('activities').values(claim('twice')).execute();
    const twice = db.insertInto('activities').values(claim('twice')).execute();
    await expect(twice).rejects.not.toBeInstanceOf(MemoryGone);
    await end();
  });
});

describe.skipIf(!postgres.isHere)('PostgreSQL that falls silent', () => {
  async function openToSilence() {
    const place: Place = await postgres.create();
    const url = new URL(place.options.databaseUrl ?? '');
    const proxy = await openProxy(Number(url.port || 5432));
    url.port = String(proxy.port);
    const database = await open({ ...place.options, databaseUrl: url.href });
    const end = async () => {
      await proxy.close();
      await Promise.race([database.close(), turn()]);
      await place.drop();
    };
    return { ...database, proxy, end };
  }

  it('is given up at the deadline, its connections too, and used again when it answers', async () => {
    const { db, proxy, end } = await openToSilence();
    await db.selectFrom('people').selectAll().execute();
    proxy.silent = true;
    const asked = Array.from({ length: 15 }, () =>
      within(300, () => db.selectFrom('people').selectAll().execute()).catch((error: unknown) => (error as Error).name),
    );
    expect((await Promise.all(asked)).filter((name) => !['TimeOver', 'MemoryGone'].includes(String(name)))).toEqual([]);
    proxy.silent = false;
    await vi.waitFor(async () => expect(await within(2_000, () => db.selectFrom('people').selectAll().execute())).toEqual([]), 20_000);
    await end();
  });

  it('is asked nothing while it is known to be silent, and found again by itself', async () => {
    const { db, health, proxy, end } = await openToSilence();
    const stop = new AbortController();
    const watching = health.watch(stop.signal);
    proxy.silent = true;
    health.suspect();
    await vi.waitFor(() => expect(health.isUp()).toBe(false), 20_000);
    await expect(db.selectFrom('people').selectAll().execute()).rejects.toMatchObject({ name: 'MemoryGone', code: 'down' });
    proxy.silent = false;
    await vi.waitFor(() => expect(health.isUp()).toBe(true), 20_000);
    expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
    stop.abort();
    await watching;
    await end();
  });
});
