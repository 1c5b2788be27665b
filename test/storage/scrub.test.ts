import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timeLeft, within } from '../../src/clock.js';
import type { Database } from '../../src/storage/database.js';
import { lookAgainMs } from '../../src/storage/forgetting.js';
import { againMs, byTimer, type Later } from '../../src/storage/scrub.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, sqlite } from './stores.js';

const words = 'Svaret som blev fortrudt';
const ends = { retentionDays: 30, inactiveDays: 400 };

/** What is put off, to be done when the test says so. */
function createPutOff(): { readonly later: Later; readonly waiting: { ms: number; task: () => Promise<void> }[] } {
  const waiting: { ms: number; task: () => Promise<void> }[] = [];
  const later: Later = (ms, task) => {
    const entry = { ms, task };
    waiting.push(entry);
    return () => void waiting.splice(waiting.indexOf(entry), waiting.includes(entry) ? 1 : 0);
  };
  return { later, waiting };
}

describe("SQLite's files", () => {
  let place: Place;
  let database: Database;
  let storage: Storage;
  let putOff: ReturnType<typeof createPutOff>;
  const me = somebody();
  const share = randomUUID();

  beforeEach(async () => {
    place = await sqlite.create();
    database = await open(place.options);
    putOff = createPutOff();
    storage = createStorage(database, keysOf('k1'), undefined, putOff.later);
    await storage.shares.add(me, { id: share, conversation: '19:1', subject: '{}', isRound: true, name: 'Mette', line: undefined }, at(0));
    await storage.shares.answer(me, share, { name: 'Mette', text: words }, at(0));
  });
  afterEach(async () => {
    await storage.close();
    await place.drop();
  });

  const files = () =>
    readdirSync(place.options.dataDir)
      .map((name) => readFileSync(join(place.options.dataDir, name), 'latin1'))
      .join();

  /** Another process that reads, such as one that makes a copy. */
  function startReading(): () => void {
    const reader = new Libsql(join(place.options.dataDir, 'ledelseskompas.db'));
    reader.exec('begin');
    reader.prepare('select count(*) from shares').all();
    return () => {
      reader.exec('commit');
      reader.close();
    };
  }

  it.each([
    ['an answer that was taken back', () => storage.shares.unanswer(me, share)],
    ['an answer that was changed', () => storage.shares.answer(me, share, { name: 'Mette', text: 'Et andet' }, at(1))],
    ['everything of a person', () => storage.forgetPerson(me)],
  ])('lose %s at once', async (_, remove) => {
    expect(files()).toContain(words);
    await remove();
    expect(files()).not.toContain(words);
  });

  it('lose a role that was changed', async () => {
    await storage.profiles.save(me, { role: 'sjaelden-rolle-4711' }, at(0));
    expect(files()).toContain('sjaelden-rolle-4711');
    await storage.profiles.save(me, { role: null }, at(1));
    expect(files()).not.toContain('sjaelden-rolle-4711');
  });

  it('lose what was deleted while somebody read them within a minute, as soon as nobody does', async () => {
    const stopReading = startReading();
    await storage.shares.unanswer(me, share);
    expect(files()).toContain(words);
    expect(putOff.waiting.map(({ ms }) => ms)).toEqual([againMs]);
    expect(2 * againMs).toBeLessThan(60_000);
    await putOff.waiting.shift()?.task();
    expect(files()).toContain(words);
    expect(putOff.waiting).toHaveLength(1);
    stopReading();
    await putOff.waiting.shift()?.task();
    expect(files()).not.toContain(words);
    expect(putOff.waiting).toEqual([]);
  });

  it('lose it with the sweep, also when the process that deleted it has ended', async () => {
    const stopReading = startReading();
    await storage.shares.unanswer(me, share);
    await storage.close();
    stopReading();
    database = await open(place.options);
    storage = createStorage(database, keysOf('k1'), undefined, putOff.later);
    await storage.sweep(at(1), ends);
    expect(files()).not.toContain(words);
  });

  it('are not waited for by whoever answers in the meantime', async () => {
    const stopReading = startReading();
    await Promise.all([storage.shares.unanswer(me, share), storage.profiles.save(me, { role: 'leder' }, at(0))]);
    expect(await storage.profiles.load(me)).toEqual({ role: 'leder' });
    expect(putOff.waiting).toHaveLength(1);
    stopReading();
  });

  it('are let be once the storage is closed', async () => {
    const stopReading = startReading();
    await storage.shares.unanswer(me, share);
    await storage.forgetPerson(somebody());
    expect(putOff.waiting.map(({ ms }) => ms).sort()).toEqual([againMs, lookAgainMs]);
    await storage.close();
    expect(putOff.waiting).toEqual([]);
    stopReading();
    database = await open(place.options);
    storage = createStorage(database, keysOf('k1'), undefined, putOff.later);
  });
});

it('what is done later has no deadline of whoever put it off', async () => {
  const left = new Promise<number>((resolve) => {
    void within(1, async () => void byTimer(5, async () => resolve(timeLeft(500))));
  });
  expect(await left).toBe(500);
});
