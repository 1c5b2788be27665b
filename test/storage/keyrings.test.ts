import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/conversation/person.js';
import type { Keyring } from '../../src/storage/encryption.js';
import { createCipherFor, type KeysOfTenant, readTenantKeys } from '../../src/storage/keyrings.js';
import { openStorage, type Storage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';

const [aarhus, holstebro] = ['aarhus-id', 'holstebro-id'];
const keyText = (...ids: string[]) => ids.map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`).join();
/** A key under another id than its own. */
const calledText = (id: string, was: string) => keyText(was).replace(was, id);

describe('the keys of tenants in the environment', () => {
  const read = (env: Record<string, string>, tenants: readonly KeysOfTenant[]) => readTenantKeys(env, tenants);

  it('are those that its name says, and none where it has no name', () => {
    const env = { REFLECTION_KEYS: keyText('k1'), REFLECTION_KEYS_AARHUS: ` ${keyText('a2', 'a1')} `, REFLECTION_KEYS_X: 'left alone' };
    const found = read(env, [{ tenant: 'Aarhus-ID', keys: 'AARHUS' }, { tenant: holstebro }]);
    expect(found).toEqual({ ok: true, tenantKeys: new Map([[aarhus, keysOf('a2', 'a1')]]) });
  });

  const two = [
    { tenant: aarhus, keys: 'AARHUS' },
    { tenant: holstebro, keys: 'HOLSTEBRO' },
  ];
  const both = { REFLECTION_KEYS: keyText('k1'), REFLECTION_KEYS_AARHUS: keyText('a1'), REFLECTION_KEYS_HOLSTEBRO: keyText('h1') };
  it.each([
    ['one that is not set', { REFLECTION_KEYS_AARHUS: ' ' }, two, [/^tenant aarhus-id: REFLECTION_KEYS_AARHUS is not set\. Make a key/]],
    ['one that is no key', { REFLECTION_KEYS_AARHUS: 'hemmeligt' }, two, [/^REFLECTION_KEYS_AARHUS has an entry that is not id:base64/]],
    ['one that is too short', { REFLECTION_KEYS_AARHUS: 'a1:aGVq' }, two, [/^REFLECTION_KEYS_AARHUS has a key that is not 32 bytes/]],
    ['a name that is none', {}, [{ tenant: aarhus, keys: 'århus' }], [/^tenant aarhus-id: the name of its keys is not/]],
    ['one name of two', {}, [...two, { tenant: 'third', keys: 'AARHUS' }], [/^REFLECTION_KEYS_AARHUS is named by two tenants/]],
    [
      'the same key of two',
      { REFLECTION_KEYS_HOLSTEBRO: calledText('h1', 'a1') },
      two,
      [/^the key "h1" in REFLECTION_KEYS_HOLSTEBRO is the same as "a1" in REFLECTION_KEYS_AARHUS/],
    ],
    [
      'a common key of one',
      { REFLECTION_KEYS_AARHUS: keyText('k1') },
      two,
      [/^the key "k1" in REFLECTION_KEYS_AARHUS is the same as "k1" in REFLECTION_KEYS\./],
    ],
    [
      'an id of two keys',
      { REFLECTION_KEYS_HOLSTEBRO: calledText('a1', 'h1') },
      two,
      [/^the id "a1" stands for one key in REFLECTION_KEYS_AARHUS and for another in REFLECTION_KEYS_HOLSTEBRO/],
    ],
    ['all at once', { REFLECTION_KEYS_AARHUS: '', REFLECTION_KEYS_HOLSTEBRO: '?' }, two, [/AARHUS is not set/, /HOLSTEBRO has an entry/]],
  ])('are refused with %s, and nothing of a key is said', (_, changed, tenants, faults) => {
    const env: Record<string, string> = { ...both, ...changed };
    const found = read(env, tenants);
    expect(found).toEqual({ ok: false, faults: faults.map((fault) => expect.stringMatching(fault)) });
    for (const key of ['k1', 'a1', 'h1']) expect(JSON.stringify(found)).not.toContain(Buffer.alloc(32, key).toString('base64'));
  });
});

describe('a cipher for tenants', () => {
  const keyrings = {
    common: keysOf('k1'),
    byTenant: new Map([
      [aarhus, keysOf('a2', 'a1')],
      [holstebro, keysOf('h1')],
    ]),
  };
  const placeIn = (tenant: string) => ['reflection', tenant, 'anne', '1'];
  const sealedBy = (keys: Keyring, tenant: string) => createCipherFor(keys).seal('min note', placeIn(tenant));

  it.each([
    [aarhus, 'a2'],
    [holstebro, 'h1'],
    ['another', 'k1'],
  ])('seals for %s with %s, and opens it', (tenant, key) => {
    const cipher = createCipherFor(keyrings);
    const sealed = cipher.seal('min note', placeIn(tenant));
    expect([sealed.split('.')[0], cipher.open(sealed, placeIn(tenant))]).toEqual([key, { ok: true, text: 'min note' }]);
  });

  it.each([
    [aarhus, 'a1', true],
    [aarhus, 'k1', true],
    [aarhus, 'h1', false],
    [holstebro, 'a2', false],
    ['another', 'a2', false],
    ['another', 'h1', false],
  ])('in %s, what %s sealed opens: %s', (tenant, key, opens) => {
    expect(createCipherFor(keyrings).open(sealedBy(keysOf(key), tenant), placeIn(tenant)).ok).toBe(opens);
  });
});

for (const store of stores) {
  describe.skipIf(!store.isHere)(`keys of tenants on ${store.name}`, () => {
    let place: Place;
    const [anne, bo, carl] = [somebody(aarhus), somebody(holstebro), somebody('another')];
    beforeEach(async () => {
      place = await store.create();
    });
    afterEach(() => place.drop());

    async function start<T>(common: Keyring, own: Record<string, Keyring>, use: (storage: Storage) => Promise<T>): Promise<T | string> {
      const opened = await openStorage({ ...place.options, reflectionKeys: common, tenantKeys: new Map(Object.entries(own)) });
      if (!opened.ok) return opened.fault;
      return await use(opened.storage).finally(() => opened.storage.close());
    }
    const write = async ({ notes }: Storage) => {
      for (const person of [anne, bo, carl]) await notes.add(person, { prompt: 'p', framework: 'f' }, 'min note', at(0));
    };
    const isOpen = async ({ notes }: Storage, person: PersonKey) => (await notes.list(person)).notes.every(({ text }) => text.ok);
    const idsOf = async () => {
      const database = await open(place.options);
      const rows = await database.db.selectFrom('reflections').select(['tenant', 'note']).execute();
      await database.close();
      return Object.fromEntries(rows.map(({ tenant, note }) => [tenant, note.split('.')[0]]));
    };
    const own = { [aarhus]: keysOf('a1'), [holstebro]: keysOf('h1') };

    it('are what is sealed anew with, each tenant’s with its own, and each is exported with its own', async () => {
      await start(keysOf('k0'), {}, write);
      await start(keysOf('k1', 'k0'), own, async (storage) => {
        expect(await storage.reseal(() => undefined)).toEqual({ moved: 3, unopened: 0, left: [{ key: 'k0', count: 0 }] });
        expect(JSON.stringify(await storage.exportPerson(anne))).toContain('min note');
      });
      expect(await idsOf()).toEqual({ [aarhus]: 'a1', [holstebro]: 'h1', another: 'k1' });
      expect(await start(keysOf('k1'), own, async (storage) => Promise.all([anne, bo, carl].map((each) => isOpen(storage, each))))).toEqual(
        [true, true, true],
      );
    });

    const nothing = async () => 'started';
    it.each([
      ['as they were', keysOf('k1'), own, 'started'],
      ['with a newer one first', keysOf('k1'), { ...own, [aarhus]: keysOf('a2', 'a1') }, 'started'],
      ['changed about', keysOf('k1'), { [aarhus]: keysOf('h1'), [holstebro]: keysOf('a1') }, /"(a1|h1)" in .* sealed for another tenant/],
      ['as common ones', keysOf('k1', 'a1'), { [holstebro]: keysOf('h1') }, /"a1" in .* is not the one that sealed/],
      ['without one', keysOf('k1'), { [holstebro]: keysOf('h1') }, /"a1" is missing/],
    ])('start %s, or say why not', async (_, common, given, expected) => {
      await start(keysOf('k1'), own, write);
      const outcome = await start(common, given, nothing);
      expect(outcome).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    });
  });
}
