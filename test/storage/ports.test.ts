import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, type PersonKey, personal } from '../../src/conversation/person.js';
import type { Visit } from '../../src/conversation/ports.js';
import { personalDefaults } from '../../src/nudges/rules/plan.js';
import type { Database } from '../../src/storage/database.js';
import { maxNoteLength } from '../../src/storage/notes.js';
import { maxSeenPrompts } from '../../src/storage/seen-prompts.js';
import { createStorage, type Storage } from '../../src/storage/storage.js';
import { at, keysOf, open, type Place, somebody, stores } from './stores.js';
import { asked, comes, found, seen, visitTo } from './visits.js';

const occasion = { prompt: 'sammen/p1', framework: 'sammen', theme: 'tillid' };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`the ports on ${store.name}`, () => {
    let place: Place;
    let one: Database;
    let other: Database;
    let storage: Storage;
    let elsewhere: Storage;

    beforeAll(async () => {
      place = await store.create();
      one = await open(place.options);
      other = await open(place.options);
      storage = createStorage(one, keysOf('k1'));
      elsewhere = createStorage(other, keysOf('k1'));
    });

    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
      await place.drop();
    });

    describe('profiles', () => {
      it('are empty for a person who has none', async () => {
        expect(await storage.profiles.load(somebody())).toEqual({});
      });

      it('keep what a change does not name and forget what it sets to null', async () => {
        const me = somebody();
        await storage.profiles.save(me, { framework: 'sammen', role: 'kontorchef', language: 'en', timeZone: 'Europe/Copenhagen' }, at(0));
        await storage.profiles.save(me, { role: 'centerleder' }, at(1));
        expect(await elsewhere.profiles.load(me)).toEqual({
          framework: 'sammen',
          role: 'centerleder',
          language: 'en',
          timeZone: 'Europe/Copenhagen',
        });
        await storage.profiles.save(me, { framework: null, role: null }, at(2));
        expect(await storage.profiles.load(me)).toEqual({ language: 'en', timeZone: 'Europe/Copenhagen' });
      });

      it('can be forgotten', async () => {
        const me = somebody();
        await storage.profiles.save(me, { role: 'kontorchef' }, at(0));
        await storage.profiles.forget(me);
        expect(await storage.profiles.load(me)).toEqual({});
      });

      it('find a person whatever the case of the ids', async () => {
        const me = somebody();
        const shouting = { tenant: me.tenant.toUpperCase(), entraId: me.entraId.toUpperCase() };
        await storage.profiles.save(shouting, { role: 'kontorchef' }, at(0));
        expect(await storage.profiles.load(me)).toEqual({ role: 'kontorchef' });
        expect(keyOf(shouting)).toEqual(me);
        expect(keyOf({ tenant: me.tenant, entraId: undefined })).toBeUndefined();
      });
    });

    describe('contexts', () => {
      const question = { intent: 'expectations', framework: 'sammen', role: 'leder' };

      it('give the last question to another instance', async () => {
        const me = somebody();
        await asked(storage, me, 'a:1', { intent: 'help' }, at(0));
        await asked(storage, me, 'a:1', question, at(1));
        expect((await found(elsewhere, me, 'a:1', at(2))).last).toEqual(question);
        expect((await found(storage, me, 'a:2', at(2))).last).toBeUndefined();
      });

      it('are over after ten minutes', async () => {
        const me = somebody();
        await asked(storage, me, 'a:1', question, at(0));
        expect((await found(storage, me, 'a:1', new Date(at(10).getTime() - 1))).last).toEqual(question);
        expect((await found(storage, me, 'a:1', at(10))).last).toBeUndefined();
      });

      it('count what was not understood in a row, for ten minutes', async () => {
        const me = somebody();
        await storage.visits.keep({ visit: visitTo('a:1', me, at(0)), context: { last: question, misses: 2 } });
        expect(await found(elsewhere, me, 'a:1', at(9))).toMatchObject({ last: question, misses: 2 });
        await asked(storage, me, 'a:1', question, at(3));
        expect(await found(storage, me, 'a:1', at(4))).toMatchObject({ last: question, misses: 0 });
        expect(await found(storage, me, 'a:1', at(13))).toMatchObject({ last: undefined, misses: 0 });
        await storage.visits.keep({ visit: visitTo('a:1', me, at(14)), context: { last: undefined, misses: 1 } });
        expect(await found(storage, me, 'a:1', at(15))).toMatchObject({ last: undefined, misses: 1 });
      });
    });

    describe('visits', () => {
      const address = { serviceUrl: 'https://smba.example/', conversation: 'a:1', userId: '29:1' };
      const team = { id: '19:team@thread.tacv2', kind: 'channel', name: 'Ledere' } as const;
      const own = (person: PersonKey, minute: number): Visit => ({ ...visitTo('a:1', person, at(minute)), address });
      const among = (person: PersonKey, minute: number): Visit => ({
        person,
        conversation: team,
        address: { serviceUrl: address.serviceUrl, conversation: team.id },
        talk: team,
        at: at(minute),
      });

      it('find all there is of a person and where they are, in one look', async () => {
        const me = somebody();
        expect(await elsewhere.visits.find(own(me, 0))).toEqual({
          profile: {},
          plan: undefined,
          last: undefined,
          misses: 0,
          seen: [],
          isNoted: false,
        });
        const plan = { ...personalDefaults, on: true, zone: 'Europe/Copenhagen', language: 'da' as const, pauses: [], madeAt: at(0) };
        await storage.nudgePlans.save(personal(me), plan, at(5));
        await storage.profiles.save(me, { framework: 'sammen', role: 'leder', language: 'en', timeZone: 'Europe/Oslo' }, at(0));
        await storage.visits.keep({
          visit: own(me, 0),
          isNews: true,
          context: { last: { ord: 'æ "ø" å \\ 🌱' }, misses: 0 },
          shown: ['p1', 'p2'],
        });
        await storage.visits.keep({ visit: own(me, 1), shown: ['p3'] });
        expect(await elsewhere.visits.find(own(me, 2))).toEqual({
          profile: { framework: 'sammen', role: 'leder', language: 'en', timeZone: 'Europe/Oslo' },
          plan: await storage.nudgePlans.load(personal(me)),
          last: { ord: 'æ "ø" å \\ 🌱' },
          misses: 0,
          seen: ['p3', 'p2', 'p1'],
          isNoted: true,
        });
        expect(await storage.people.load(me)).toMatchObject({ lastSeen: at(0) });
        expect(await storage.addresses.load(personal(me))).toEqual(address);
      });

      it('are news once an hour, when the address changed, and when somebody was away', async () => {
        const me = somebody();
        const news = async (visit: Visit) => comes(storage, visit);
        expect([await news(own(me, 0)), await news(own(me, 59)), await news(own(me, 60)), await news(own(me, 61))]).toEqual([
          true,
          false,
          true,
          false,
        ]);
        const moved = { ...own(me, 62), address: { ...address, serviceUrl: 'https://smba.example/emea/' } };
        expect([await news(moved), await news(moved)]).toEqual([true, false]);
        await storage.people.unreachable(me, at(63));
        expect([await news({ ...moved, at: at(64) }), await news({ ...moved, at: at(65) })]).toEqual([true, false]);
        expect(await storage.people.load(me)).toMatchObject({ lastSeen: at(64), unreachableSince: undefined });
      });

      it('among others tell where the conversation is and who talked there, and make nobody known', async () => {
        const me = somebody();
        expect([await comes(storage, among(me, 0)), await comes(storage, among(me, 30)), await comes(storage, among(me, 61))]).toEqual([
          true,
          false,
          true,
        ]);
        expect(await storage.talks.list(me)).toMatchObject([{ id: team.id, name: 'Ledere', talkedAt: at(61) }]);
        expect(await storage.people.load(me)).toBeUndefined();
        expect(await storage.addresses.load(personal(me))).toBeUndefined();
        expect(await storage.addresses.load({ kind: 'conversation', tenant: me.tenant, conversation: team.id })).toMatchObject({
          conversation: team.id,
        });
      });

      it('of many at once are each found by their own, and kept in their order', async () => {
        const people = Array.from({ length: 120 }, () => somebody());
        const last = (person: PersonKey, turn: number) => ({ of: person.entraId, turn });
        const turns = [1, 2, 3].flatMap((turn) => people.map((person) => ({ person, turn })));
        await Promise.all(
          turns.map(({ person, turn }) =>
            storage.visits.keep({ visit: visitTo('a:1', person, at(turn)), context: { last: last(person, turn), misses: turn } }),
          ),
        );
        const all = await Promise.all(people.map((person) => found(elsewhere, person, 'a:1', at(4))));
        expect(all.map(({ last: kept, misses }) => [kept, misses])).toEqual(people.map((person) => [last(person, 3), 3]));
      });

      it('forget the oldest prompts when there are far too many', async () => {
        const me = somebody();
        const many = Array.from({ length: maxSeenPrompts + 60 }, (_, each) => each);
        for (const each of many)
          await storage.visits.keep({ visit: visitTo('a:1', me, new Date(at(0).getTime() + each)), shown: [`p${each}`] });
        const { seen: list } = await found(storage, me, 'a:1', at(1));
        expect([list.length, list[0]]).toEqual([maxSeenPrompts, `p${many.length - 1}`]);
        const rows = await one.db.selectFrom('seen_prompts').select('prompt').where('entra_id', '=', me.entraId).execute();
        expect(rows).toHaveLength(maxSeenPrompts);
      });
    });

    describe('claims', () => {
      it("are leased, and anyone's again when nobody holds them any more", async () => {
        const key = somebody().entraId;
        expect(await storage.claims.claim(key, at(0), 120)).toBe('ours');
        expect(await elsewhere.claims.claim(key, at(1), 120)).toBe('leased');
        await storage.claims.hold(key, at(1), 120);
        expect(await elsewhere.claims.claim(key, at(2), 120)).toBe('leased');
        expect(await elsewhere.claims.claim(key, at(3), 120)).toBe('ours');
      });

      it('are done for as long as they are held, and no shorter for a word that comes late', async () => {
        const key = somebody().entraId;
        expect(await storage.claims.claim(key, at(0), 5)).toBe('ours');
        await storage.claims.hold(key, at(0), 600);
        await storage.claims.hold(key, at(0), 5);
        expect(await elsewhere.claims.claim(key, at(9), 5)).toBe('done');
        expect(await elsewhere.claims.claim(key, at(10), 5)).toBe('ours');
      });

      it('are given once when two instances ask at once', async () => {
        for (let round = 0; round < 20; round += 1) {
          const key = somebody().entraId;
          const given = await Promise.all([storage, elsewhere, storage, elsewhere].map(({ claims }) => claims.claim(key, at(0), 5)));
          expect(given.toSorted()).toEqual(['leased', 'leased', 'leased', 'ours']);
        }
      });
    });

    describe('paces', () => {
      it('let a caller have a minute at once, and then as much as has passed, over all instances', async () => {
        const caller = somebody().entraId;
        const spend = (by: Storage, seconds: number, cost: number) =>
          by.paces.spend(caller, cost * 1_000, new Date(at(0).getTime() + seconds * 1_000));
        expect(await spend(storage, 0, 40)).toBe(true);
        expect(await spend(elsewhere, 0, 20)).toBe(true);
        expect(await spend(storage, 0, 1)).toBe(false);
        expect([await spend(elsewhere, 10, 10), await spend(storage, 10, 1)]).toEqual([true, false]);
        expect([await spend(elsewhere, 500, 60), await spend(storage, 500, 1)]).toEqual([true, false]);
        expect(await storage.paces.spend(somebody().entraId, 60_000, at(0))).toBe(true);
      });
    });

    describe('installations', () => {
      it('welcome once, and again after the bot was taken away', async () => {
        const person = somebody();
        const here = { tenant: person.tenant, conversation: 'a:1', person };
        const given = await Promise.all(
          [storage, elsewhere, storage, elsewhere].map(({ installations }) => installations.claimWelcome(here, at(0))),
        );
        expect(given.filter(Boolean)).toHaveLength(1);
        await storage.installations.remove(here);
        expect(await elsewhere.installations.claimWelcome(here, at(1))).toBe(true);
      });

      it('need no person in a team', async () => {
        const here = { tenant: somebody().tenant, conversation: '19:x@thread.tacv2' };
        expect(await storage.installations.claimWelcome(here, at(0))).toBe(true);
        expect(await storage.installations.claimWelcome(here, at(0))).toBe(false);
      });
    });

    describe('seen prompts', () => {
      it('come newest first, repeats included', async () => {
        const me = somebody();
        for (const [index, prompt] of ['p1', 'p2', 'p1'].entries()) await storage.seenPrompts.add(me, prompt, at(index));
        await storage.seenPrompts.add(me, 'p1', at(2));
        expect(await elsewhere.seenPrompts.list(me)).toEqual(['p1', 'p2', 'p1']);
      });

      it('are forgotten oldest first beyond the limit', async () => {
        const me = somebody();
        for (let index = 0; index < maxSeenPrompts + 3; index += 1) await storage.seenPrompts.add(me, `p${index}`, at(index));
        const seen = await storage.seenPrompts.list(me);
        expect([seen.length, seen[0], seen.at(-1)]).toEqual([maxSeenPrompts, `p${maxSeenPrompts + 2}`, 'p3']);
        const rows = await one.db.selectFrom('seen_prompts').select('prompt').where('entra_id', '=', me.entraId).execute();
        expect(rows).toHaveLength(maxSeenPrompts);
      });
    });

    describe('people', () => {
      it('are unknown before they write', async () => {
        expect(await storage.people.load(somebody())).toBeUndefined();
      });

      it('are away from the first time that is noted until they write again', async () => {
        const me = somebody();
        await seen(storage, me, at(0));
        await storage.people.removed(me, at(5));
        await storage.people.removed(me, at(6));
        await storage.people.unreachable(me, at(7));
        await storage.people.unreachable(me, at(8));
        expect(await storage.people.load(me)).toEqual({ lastSeen: at(0), removedAt: at(5), unreachableSince: at(7) });
        await seen(storage, me, at(9));
        expect(await storage.people.load(me)).toEqual({ lastSeen: at(9), removedAt: undefined, unreachableSince: undefined });
      });

      it('stay unknown when they were never seen, whatever happens to messages to them', async () => {
        const me = somebody();
        await storage.people.removed(me, at(3));
        await storage.people.unreachable(me, at(3));
        await storage.people.glimpsed(me, at(3));
        expect(await storage.people.load(me)).toBeUndefined();
      });

      it('are still there when they are glimpsed, and away when they were away', async () => {
        const me = somebody();
        await seen(storage, me, at(0));
        await storage.people.removed(me, at(5));
        for (const minute of [59, 60, 61]) await storage.people.glimpsed(me, at(minute));
        expect(await storage.people.load(me)).toEqual({ lastSeen: at(60), removedAt: at(5), unreachableSince: undefined });
      });
    });

    describe('focuses', () => {
      const focus = { framework: 'sammen', theme: 'tillid', lastDay: '2026-12-22', madeAt: at(0) };

      it('are none, then the one that was saved last, then none', async () => {
        const [me, other] = [somebody(), somebody()];
        expect(await storage.focuses.load(me)).toBeUndefined();
        await storage.focuses.save(me, focus);
        expect(await elsewhere.focuses.load(me)).toEqual(focus);
        const next = { framework: 'sammen', statement: 'sammen/a', lastDay: '2027-01-04', madeAt: at(9) };
        await elsewhere.focuses.save(me, next);
        await storage.focuses.save(other, focus);
        expect(await storage.focuses.load(me)).toEqual(next);
        await storage.focuses.drop(me);
        expect([await storage.focuses.load(me), await storage.focuses.load(other)]).toEqual([undefined, focus]);
      });
    });

    describe('what people do themselves', () => {
      const activeAt = async (person: PersonKey) =>
        (await one.db.selectFrom('people').select('active_at').where('entra_id', '=', person.entraId).executeTakeFirst())?.active_at;

      it('is noted when they write, at most once an hour, and not when a message reaches them', async () => {
        const me = somebody();
        for (const [minute, noted] of [
          [0, 0],
          [59, 0],
          [61, 61],
        ] as const) {
          await seen(storage, me, at(minute));
          expect(await activeAt(me)).toBe(at(noted).toISOString());
        }
        await storage.people.glimpsed(me, at(200));
        expect(await activeAt(me)).toBe(at(61).toISOString());
        // Seen just now, by a message that reached them: and yet it is news that they write.
        await seen(elsewhere, me, at(201));
        expect(await activeAt(me)).toBe(at(201).toISOString());
      });

      it('is noted where they write among others as well', async () => {
        const me = somebody();
        await seen(storage, me, at(0));
        await storage.people.glimpsed(me, at(100));
        expect(await comes(storage, visitTo('19:team@thread.tacv2', me, at(101)))).toBe(true);
        expect(await activeAt(me)).toBe(at(101).toISOString());
      });
    });

    describe('reflections', () => {
      it('are kept with their prompt and read by another instance', async () => {
        const me = somebody();
        const text = 'Jeg lyttede — og spurgte "hvorfor?" 🌱\nTo gange.';
        const added = await storage.notes.add(me, occasion, text, at(0));
        if (!added.ok) throw new Error(added.fault);
        expect(await elsewhere.notes.get(me, added.id)).toEqual({
          id: added.id,
          ...occasion,
          text: { ok: true, text },
          createdAt: at(0),
          updatedAt: at(0),
        });
      });

      it('are changed and deleted by id', async () => {
        const me = somebody();
        const added = await storage.notes.add(me, { prompt: 'sammen/p2', framework: 'sammen' }, 'før', at(0));
        const id = added.ok ? added.id : '';
        expect(await storage.notes.edit(me, id, 'efter', at(1))).toBe('edited');
        expect(await storage.notes.get(me, id)).toMatchObject({
          text: { ok: true, text: 'efter' },
          createdAt: at(0),
          updatedAt: at(1),
        });
        expect(await storage.notes.remove(me, id)).toBe('removed');
        expect(await storage.notes.remove(me, id)).toBe('unknown');
        expect(await storage.notes.edit(me, id, 'igen', at(2))).toBe('unknown');
        expect(await storage.notes.get(me, id)).toBeUndefined();
      });

      it('are listed newest first, page by page', async () => {
        const me = somebody();
        for (let index = 0; index < 7; index += 1) await storage.notes.add(me, occasion, `note ${index}`, at(index));
        const page = async (number: number) => {
          const { notes, total } = await storage.notes.list(me, { page: number, size: 3 });
          return [total, ...notes.map(({ text }) => text.ok && text.text)];
        };
        expect(await page(0)).toEqual([7, 'note 6', 'note 5', 'note 4']);
        expect(await page(2)).toEqual([7, 'note 0']);
        expect(await page(3)).toEqual([7]);
        expect(await page(-1)).toEqual(await page(0));
        expect(await page(Number.NaN)).toEqual(await page(0));
      });

      it('are found by framework, theme and prompts', async () => {
        const me = somebody();
        await storage.notes.add(me, occasion, 'a', at(0));
        await storage.notes.add(me, { ...occasion, prompt: 'sammen/p2', theme: 'retning' }, 'b', at(1));
        await storage.notes.add(me, { prompt: 'holstebro-sos-2021/p1', framework: 'holstebro-sos-2021', theme: 'tillid' }, 'c', at(2));
        const found = async (filter: object) =>
          (await storage.notes.list(me, filter)).notes.map(({ text }) => text.ok && text.text).join('');
        expect(await found({})).toBe('cba');
        expect(await found({ theme: 'tillid' })).toBe('ca');
        expect(await found({ theme: 'tillid', framework: 'sammen' })).toBe('a');
        expect(await found({ prompts: ['sammen/p1', 'sammen/p2'] })).toBe('ba');
        expect(await found({ prompts: [] })).toBe('');
      });

      it('are found by when they were written, the first instant included and the last not', async () => {
        const me = somebody();
        for (const minute of [0, 1, 2, 3]) await storage.notes.add(me, occasion, `${minute}`, at(minute));
        const found = async (filter: object) => {
          const { notes, total } = await storage.notes.list(me, filter);
          return `${total}: ${notes.map(({ text }) => text.ok && text.text).join('')}`;
        };
        expect(await found({ from: at(1) })).toBe('3: 321');
        expect(await found({ until: at(2) })).toBe('2: 10');
        expect(await found({ from: at(1), until: at(3) })).toBe('2: 21');
        expect(await found({ from: at(1), until: at(3), size: 1, page: 1 })).toBe('2: 1');
        expect(await found({ from: at(4) })).toBe('0: ');
        expect(await found({ theme: 'andet', from: at(0) })).toBe('0: ');
      });

      it('are counted by theme, the owner’s alone, most first', async () => {
        const [me, other] = [somebody(), somebody()];
        const { theme: _, ...themeless } = occasion;
        await storage.notes.add(me, occasion, 'a', at(0));
        await storage.notes.add(me, { ...occasion, theme: 'retning' }, 'b', at(1));
        await storage.notes.add(me, { ...occasion, theme: 'retning' }, 'c', at(2));
        await storage.notes.add(me, { ...themeless, framework: 'zebra' }, 'd', at(3));
        await storage.notes.add(other, { ...occasion, theme: 'andet' }, 'e', at(3));
        expect(await storage.notes.tally(me)).toEqual([
          { framework: 'sammen', theme: 'retning', count: 2 },
          { framework: 'sammen', theme: 'tillid', count: 1 },
          { framework: 'zebra', count: 1 },
        ]);
        expect(await storage.notes.tally(me, { until: at(2) })).toEqual([
          { framework: 'sammen', theme: 'retning', count: 1 },
          { framework: 'sammen', theme: 'tillid', count: 1 },
        ]);
        expect(await storage.notes.tally(somebody())).toEqual([]);
      });

      it.each([
        ['', 'empty'],
        [' \n ', 'empty'],
        ['x'.repeat(maxNoteLength + 1), 'too-long'],
      ])('refuse a note like "%.5s"', async (text, fault) => {
        const me = somebody();
        expect(await storage.notes.add(me, occasion, text, at(0))).toEqual({ ok: false, fault });
        expect((await storage.notes.list(me)).total).toBe(0);
      });

      it('take the longest note whole', async () => {
        const me = somebody();
        const text = 'æ'.repeat(maxNoteLength);
        await storage.notes.add(me, occasion, text, at(0));
        expect((await storage.notes.list(me)).notes[0]?.text).toEqual({ ok: true, text });
      });
    });
  });
}
