import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/reseal.js';
import { createStorage, openStorage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, sqlite } from '../storage/stores.js';
import { listen } from './terminal.js';

const me = somebody();
const textOf = (...ids: string[]) => [...keysOf(...ids)].map(([id, key]) => `${id}:${key.toString('base64')}`).join(',');

describe('npm run reseal', () => {
  let place: Place;
  beforeEach(async () => {
    place = await sqlite.create();
    const database = await open(place.options);
    await createStorage(database, keysOf('k1')).notes.add(me, { prompt: 'p', framework: 'f' }, 'min note', at(0));
    await database.close();
  });
  afterEach(() => place.drop());

  async function run(keys: string, ...args: string[]) {
    const to = listen();
    const code = await main(args, { DATA_DIR: place.options.dataDir, REFLECTION_KEYS: keys }, to);
    return { code, out: to.out, err: to.err };
  }
  const auditLog = () =>
    readFileSync(join(place.options.dataDir, 'audit.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('says which key may leave, and leaves a trace', async () => {
    const { code, out, err } = await run(textOf('k2', 'k1'));
    expect([code, out]).toEqual([
      0,
      'Sealed anew with the first key: 1.\nThe key "k1" seals nothing any more: it may leave REFLECTION_KEYS.\n',
    ]);
    expect(auditLog()).toMatchObject([{ command: 'reseal', time: expect.stringMatching(/Z$/) }]);
    expect(statSync(join(place.options.dataDir, 'audit.log')).mode & 0o777).toBe(0o600);
    expect(out + err).not.toContain(me.entraId);
    expect(await run(textOf('k2'))).toMatchObject({ code: 0, out: 'Sealed anew with the first key: 0.\nThere is no other key.\n' });
  });

  it('says that there is work left when a text does not open', async () => {
    const database = await open(place.options);
    await database.db.updateTable('reflections').set({ entra_id: 'somebody-else' }).execute();
    await createStorage(database, keysOf('k1')).notes.add(me, { prompt: 'p', framework: 'f' }, 'ny', at(0));
    await database.close();
    expect((await run(textOf('k2', 'k1'))).out).toMatch(
      /anew with the first key: 1\.\nNot opened .*: 1\.\nThe key "k1" still seals 1: keep it\./,
    );
  });

  it('gives a lost key up, so that the service starts, and no key that is there', async () => {
    expect((await run(textOf('k2'))).err).toContain('npm run reseal -- --lost k1');
    expect(await run(textOf('k2', 'k1'), '--lost', 'k1')).toMatchObject({ code: 1, err: expect.stringContaining('is in REFLECTION_KEYS') });
    expect(await run(textOf('k2'), '--lost', 'k3')).toMatchObject({ code: 1, err: expect.stringContaining('nothing is sealed') });
    expect(await run(textOf('k2'), '--lost', 'k1')).toMatchObject({ code: 0, out: expect.stringContaining('stays closed: 1.') });
    expect(auditLog()).toMatchObject([{ command: 'reseal', lost: 'k1', texts: 1 }]);
    const opened = await openStorage({ ...place.options, reflectionKeys: keysOf('k2') });
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.storage.close();
  });

  it.each([[['--nonsense']], [['--lost', 'k 1']]])('explains itself when told %j', async (args) => {
    expect(await run(textOf('k1'), ...args)).toMatchObject({ code: 1, err: expect.stringMatching(/^Usage: npm run reseal/) });
  });
});
