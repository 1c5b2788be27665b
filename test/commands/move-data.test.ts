import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/move-data.js';
import { databaseFileIn } from '../../src/storage/database.js';
import { createStorage, openStorage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, postgres, somebody, sqlite } from '../storage/stores.js';
import { listen } from './terminal.js';

const me = somebody();
const keys = `k1:${keysOf('k1').get('k1')?.toString('base64')}`;
const nowhere = 'postgres://bot:hemmeligt@127.0.0.1:1/kompas';

describe('npm run move-data', () => {
  let here: Place;
  beforeEach(async () => {
    here = await sqlite.create();
  });
  afterEach(() => here.drop());

  async function run(env: Record<string, string>, ...args: string[]) {
    const to = listen();
    const code = await main(args, { DATA_DIR: here.options.dataDir, REFLECTION_KEYS: keys, ...env }, to);
    return { code, out: to.out, err: to.err };
  }
  /** Leaves a note in the file; what has the file open ends with it. */
  async function fill(): Promise<void> {
    const database = await open(here.options);
    await createStorage(database, keysOf('k1')).notes.add(me, { prompt: 'p', framework: 'f' }, 'min note', at(0));
    await database.close();
  }

  it.each([
    [['--nonsense'], {}, /^Usage: npm run move-data/],
    [[], {}, /^there is no target\. Write --to/],
    [['--to', 'mysql://hemmeligt@x/y'], {}, /^--to is not a PostgreSQL address/],
    [['--to', nowhere], {}, /^there is no database in ".*"\. Set DATA_DIR/],
    [['--to', nowhere], { NUDGE_RATE: 'x' }, /^NUDGE_RATE/],
  ])('says what is wrong when told %j', async (args, env, fault) => {
    const { code, out, err } = await run(env, ...args);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(fault)]);
    expect(err).not.toContain('hemmeligt');
    expect(existsSync(here.options.dataDir)).toBe(false);
  });

  it('says that the target does not answer, without its password', async () => {
    await fill();
    const { code, err } = await run({}, '--to', nowhere);
    expect([code, err]).toEqual([1, expect.stringContaining('the database at 127.0.0.1:1 cannot be used (')]);
    expect(err).not.toContain('hemmeligt');
  });

  it.skipIf(!postgres.isHere)('moves to the database of the settings, counts, and leaves a trace', async () => {
    const there = await postgres.create();
    try {
      // An empty file: what this process had open stays so until the library's statements are collected.
      mkdirSync(here.options.dataDir);
      writeFileSync(databaseFileIn(here.options.dataDir), '');
      const { code, out, err } = await run({ DATABASE_URL: there.options.databaseUrl ?? '' });
      expect([code, err]).toEqual([0, expect.stringContaining('reflections: 0')]);
      expect(out).toMatch(/^table +here +there\n(\w+ +\d+ +\d+\n){10,}Everything is there\./);
      const trace = JSON.parse(readFileSync(join(here.options.dataDir, 'audit.log'), 'utf8'));
      expect(trace).toMatchObject({ command: 'move-data', to: new URL(there.options.databaseUrl ?? '').host });
      const opened = await openStorage({ ...there.options, reflectionKeys: keysOf('k1'), mode: 'local' });
      expect(opened.ok).toBe(true);
      if (opened.ok) await opened.storage.close();
      expect(await run({ DATABASE_URL: there.options.databaseUrl ?? '' })).toMatchObject({ code: 1 });
    } finally {
      await there.drop();
    }
  });
});
