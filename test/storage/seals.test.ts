import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import { createCipher, type Keyring, parseKeys } from '../../src/storage/encryption.js';
import { giveUpKey } from '../../src/storage/seals.js';
import { createStorage, openStorage, type Storage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';

const occasion = { prompt: 'p', framework: 'f' };

/** A keyring where each id has the bytes that {@link keysOf} gives another. */
function called(names: Readonly<Record<string, string>>): Keyring {
  return new Map(Object.entries(names).map(([id, was]) => [id, keysOf(was).get(was) ?? Buffer.alloc(32)]));
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`keys on ${store.name}`, () => {
    let place: Place;
    let me: PersonKey;

    beforeEach(async () => {
      place = await store.create();
      me = somebody();
    });
    afterEach(() => place.drop());

    async function start<T>(keys: Keyring, use: (storage: Storage) => Promise<T>): Promise<T> {
      const opened = await openStorage({ ...place.options, reflectionKeys: keys });
      if (!opened.ok) throw new Error(opened.fault);
      try {
        return await use(opened.storage);
      } finally {
        await opened.storage.close();
      }
    }
    const write = (text: string) => (storage: Storage) => storage.notes.add(me, occasion, text, at(0));
    const nothing = async () => undefined;
    const faultOf = async (keys: Keyring) => {
      const opened = await openStorage({ ...place.options, reflectionKeys: keys });
      if (opened.ok) await opened.storage.close();
      return opened.ok ? 'started' : opened.fault;
    };

    /** A database as it was before there were canaries. */
    async function withoutCanaries(keys: Keyring, ...texts: string[]): Promise<void> {
      const database = await open(place.options);
      for (const text of texts) await createStorage(database, keys).notes.add(me, occasion, text, at(0));
      await database.close();
    }
    async function canaries(): Promise<string[]> {
      const database = await open(place.options);
      const rows = await database.db.selectFrom('seals').select('key_id').orderBy('key_id').execute();
      await database.close();
      return rows.map(({ key_id }) => key_id);
    }

    it('start again and again, and open what they sealed', async () => {
      await start(keysOf('k1'), write('min note'));
      await start(keysOf('k2', 'k1'), write('en til'));
      const { notes } = await start(keysOf('k2', 'k1'), (storage) => storage.notes.list(me));
      expect(notes.every(({ text }) => text.ok)).toBe(true);
      expect(await canaries()).toEqual(['k1', 'k2']);
    });

    it('do not start with other bytes under a known id, even before there is a note', async () => {
      await start(keysOf('k1'), nothing);
      const fault = await faultOf(called({ k1: 'other' }));
      expect(fault).toMatch(/^the key "k1" in REFLECTION_KEYS is not the one that sealed as "k1" here\. Put that one back\./);
      expect(fault).not.toContain(Buffer.alloc(32, 'other').toString('base64'));
      expect(await faultOf(keysOf('k1'))).toBe('started');
    });

    it('do not start without one that notes are sealed with', async () => {
      await start(keysOf('k1'), write('min note'));
      expect(await faultOf(keysOf('k2'))).toMatch(/^the key "k1" is missing in REFLECTION_KEYS, and notes are sealed with it\./);
      expect(await canaries()).toEqual(['k1']);
    });

    it('start without one that seals nothing any more, and forget it', async () => {
      await start(keysOf('k1'), nothing);
      expect(await faultOf(keysOf('k2'))).toBe('started');
      expect(await canaries()).toEqual(['k2']);
    });

    it.each([
      ['alone', called({ k2: 'k1' })],
      ['beside a new one of its old name', called({ k1: 'new', k2: 'k1' })],
      ['beside itself', called({ k1: 'k1', k2: 'k1' })],
    ])('do not start under another name, %s', async (_name, keys) => {
      await start(keysOf('k1'), write('min note'));
      expect(await faultOf(keys)).toMatch(/^the key "k2" in REFLECTION_KEYS is the one that sealed as "k1" here\. Call it "k1" again\./);
    });

    it('tell everything that is wrong with them at once', async () => {
      await start(keysOf('k1', 'k2', 'k3'), write('min note'));
      await start(keysOf('k3', 'k1', 'k2'), write('min note'));
      expect(await faultOf(called({ k2: 'other' }))).toMatch(/"k1" is missing.*"k2" in REFLECTION_KEYS is not the one.*"k3" is missing/);
    });

    it('are proven by the notes where there is no canary yet', async () => {
      await withoutCanaries(keysOf('k1'), 'min note');
      expect(await faultOf(called({ k1: 'other' }))).toContain('the key "k1" in REFLECTION_KEYS is not the one');
      expect(await faultOf(keysOf('k2'))).toContain('the key "k1" is missing');
      expect(await canaries()).toEqual([]);
      expect(await faultOf(keysOf('k2', 'k1'))).toBe('started');
      expect(await canaries()).toEqual(['k1', 'k2']);
    });

    it('are proven although a note is damaged and another is no sealed text', async () => {
      await withoutCanaries(keysOf('k1'), 'en', 'to', 'tre');
      const { db, close } = await open(place.options);
      const [one, two] = await db.selectFrom('reflections').select('id').execute();
      await db
        .updateTable('reflections')
        .set({ note: 'k1.AAAA' })
        .where('id', '=', one?.id ?? '')
        .execute();
      await db
        .updateTable('reflections')
        .set({ note: 'Det her er ikke forseglet. Slet ikke' })
        .where('id', '=', two?.id ?? '')
        .execute();
      await close();
      expect(await faultOf(keysOf('k1'))).toBe('started');
    });

    it('tell ids apart by case and by where they end', async () => {
      await start(keysOf('k1'), write('min note'));
      await start(keysOf('K1', 'k1'), nothing);
      expect(await faultOf(keysOf('k1'))).toBe('started');
      await withoutCanaries(keysOf('k'), 'en note under en kortere id');
      expect(await faultOf(keysOf('k1', 'k12'))).toContain('"k" is missing');
    });

    // Two handles on one SQLite file in one process would wait for each other; processes.test.ts starts processes.
    it.skipIf(store.name === 'SQLite')('are those of the first of several instances that start at once', async () => {
      const faults = await Promise.all([keysOf('k1'), called({ k1: 'other' }), keysOf('k1'), called({ k1: 'other' })].map(faultOf));
      const [mine, theirs] = [
        [faults[0], faults[2]],
        [faults[1], faults[3]],
      ];
      const [started, refused] = mine[0] === 'started' ? [mine, theirs] : [theirs, mine];
      expect(started).toEqual(['started', 'started']);
      expect(refused).toEqual([0, 1].map(() => expect.stringContaining('is not the one that sealed')));
    });

    it('start without a lost one that was given up, whose id no other may take, and with it when it is found', async () => {
      await start(keysOf('k1'), write('min note'));
      const { db, close } = await open(place.options);
      await giveUpKey(db, 'k1');
      await close();
      expect(await faultOf(called({ k1: 'other' }))).toContain(
        'the id "k1" in REFLECTION_KEYS is that of a key which was given up as lost',
      );
      expect(await faultOf(keysOf('k2'))).toBe('started');
      const { notes } = await start(keysOf('k2'), (storage) => storage.notes.list(me));
      expect(notes).toMatchObject([{ text: { ok: false } }]);
      expect(await faultOf(keysOf('k2', 'k1'))).toBe('started');
      expect(await faultOf(keysOf('k2'))).toContain('"k1" is missing');
    });
  });
}

describe('a note that does not open', () => {
  it('is logged by its key alone, once for each', () => {
    const lines: string[] = [];
    const cipher = createCipher(keysOf('k1'), createLog('error', { write: (line) => lines.push(line) }));
    const [old, here] = [createCipher(keysOf('k0')), createCipher(called({ k1: 'other' }))];
    for (let count = 0; count < 3; count += 1)
      for (const sealed of [old.seal('hemmeligt', ['x']), here.seal('hemmeligt', ['x']), 'hemmeligt', cipher.seal('åben', ['x'])])
        cipher.open(sealed, ['x']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, key: 'k0', isGiven: false, msg: 'sealed text does not open' },
      { level: 50, key: 'k1', isGiven: true },
      { level: 50, key: '?', isGiven: false },
    ]);
    expect(lines.join()).not.toContain('hemmeligt');
  });

  it('quotes nothing of what is no sealed text', () => {
    const parsed = parseKeys(`k1:${Buffer.alloc(32).toString('base64')}`);
    if (!parsed.ok) throw new Error(parsed.fault);
    expect(JSON.stringify(createCipher(parsed.keys).open('hemmeligt, og mere. Slut', ['x']))).not.toContain('hemmeligt');
  });
});
