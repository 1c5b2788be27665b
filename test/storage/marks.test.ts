import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLocalKeys } from '../../src/storage/encryption.js';
import type { Mode } from '../../src/storage/marks.js';
import { createStorage, openStorage, type Storage, type StorageOptions } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, sqlite, stores } from './stores.js';

const me = somebody();
const nothing = async () => undefined;
const talk = (storage: Storage) => storage.profiles.save(me, { role: 'leder' }, at(0));
const write = (storage: Storage) => storage.notes.add(me, { prompt: 'p', framework: 'f' }, 'min note', at(0));

/** Starts, does something, and ends; gives 'started' or the fault. */
async function start(options: StorageOptions, use: (storage: Storage) => Promise<unknown> = nothing): Promise<string> {
  const opened = await openStorage(options);
  if (!opened.ok) return opened.fault;
  await use(opened.storage);
  await opened.storage.close();
  return 'started';
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a database of one mode on ${store.name}`, () => {
    let place: Place;
    let run: (mode: Mode, use?: (storage: Storage) => Promise<unknown>) => Promise<string>;

    beforeEach(async () => {
      place = await store.create();
      run = (mode, use) => start({ ...place.options, mode, reflectionKeys: keysOf('k1') }, use);
    });
    afterEach(() => place.drop());

    it('is refused to local mode once a registered bot had it, used or not', async () => {
      expect(await run('registered')).toBe('started');
      expect(await run('local')).toMatch(/^the database .* holds what people stored whom Teams vouched for; this run is in local mode/);
      expect(await run('registered', talk)).toBe('started');
      expect(await run('local')).toContain('MicrosoftAppId');
    });

    it('is refused to a registered bot once local mode stored something', async () => {
      expect(await run('local', talk)).toBe('started');
      expect(await run('registered')).toMatch(/^the database .* holds what a run in local mode stored/);
      expect(await run('local')).toBe('started');
    });

    it('becomes that of a registered bot while local mode stored nothing', async () => {
      expect([await run('local'), await run('registered'), await run('local')]).toEqual([
        'started',
        'started',
        expect.stringContaining('local mode'),
      ]);
    });

    it('is that of the first run when it has no mark yet', async () => {
      const database = await open(place.options);
      await talk(createStorage(database, keysOf('k1')));
      await database.close();
      expect([await run('registered'), await run('local')]).toEqual(['started', expect.stringContaining('Teams vouched for')]);
    });

    it('is not marked by a run with wrong keys', async () => {
      await start({ ...place.options, reflectionKeys: keysOf('k1') }, write);
      expect(await start({ ...place.options, mode: 'local', reflectionKeys: keysOf('k2') })).toContain('"k1" is missing');
      expect(await run('registered')).toBe('started');
    });
  });
}

describe('a folder of local mode without a mark', () => {
  let place: Place;
  beforeEach(async () => {
    place = await sqlite.create();
  });
  afterEach(() => place.drop());

  it.each([
    ['notes', write],
    ['no notes', talk],
  ])('is refused to a registered bot, with %s', async (_name, use) => {
    expect(await start(place.options, use)).toBe('started');
    const local = loadLocalKeys(place.options.dataDir);
    if (!local.ok) throw new Error(local.fault);
    for (const reflectionKeys of [keysOf('k1'), new Map([...keysOf('k1'), ...local.keys])])
      expect(await start({ ...place.options, mode: 'registered', reflectionKeys })).toContain('holds what a run in local mode stored');
    expect(await start({ ...place.options, mode: 'local' })).toBe('started');
  });

  it('gets no key file from a run that is refused', async () => {
    expect(await start({ ...place.options, mode: 'registered', reflectionKeys: keysOf('k1') }, talk)).toBe('started');
    expect(await start({ ...place.options, mode: 'local' })).toContain('Teams vouched for');
    expect(existsSync(join(place.options.dataDir, 'reflection-keys'))).toBe(false);
  });
});
