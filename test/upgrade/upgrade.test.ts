import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personal, type Recipient } from '../../src/conversation/person.js';
import { createWorld, openWithClock } from '../nudges/world.js';
import { open, type Place, stores } from '../storage/stores.js';
import { library } from '../support/content.js';
import type { Product } from '../support/product.js';
import { textOf } from '../support/visitor.js';
import { keyOf, type Name, now, openUpgraded, restore, story, visit } from './world.js';

const team: Recipient = { kind: 'conversation', tenant: story.tenants.north, conversation: story.conversations.team };
const channel: Recipient = { kind: 'conversation', tenant: story.tenants.south, conversation: story.conversations.channel };

/** The columns of each table, by name. */
async function tablesOf({ options }: Place): Promise<Record<string, Record<string, string>>> {
  const { db, close } = await open(options);
  const tables = await db.introspection.getTables();
  await close();
  const kindOf = ({ dataType, isNullable }: { dataType: string; isNullable: boolean }) => `${dataType}${isNullable ? ' or null' : ''}`;
  return Object.fromEntries(
    tables.map(({ name, columns }) => [name, Object.fromEntries(columns.map((each) => [each.name, kindOf(each)]))]),
  );
}

/** The buttons of all cards of the older version are in `buttons.test.ts`. */
describe.each(stores)('what people had before the upgrade, on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let product: Product;
    beforeAll(async () => {
      place = await restore(store);
      product = await openUpgraded(place);
    });
    afterAll(async () => {
      await product?.close();
      await place?.drop();
    });

    const textsOf = async (name: Name, tenant?: 'south') => {
      const { notes } = await product.storage.notes.list(keyOf(name, tenant), { size: 100 });
      return notes.map(({ text }) => text.ok && text.text);
    };

    it('is in a database with the tables of a new one', async () => {
      const fresh = await store.create();
      const [made, upgraded] = await Promise.all([tablesOf(fresh), tablesOf(place)]);
      expect(upgraded).toMatchObject(made);
      await fresh.drop();
    });

    it('are notes that open, each for its writer alone, whichever key sealed them', async () => {
      const { first, edited, newest, lars, south } = story.notes;
      expect(await textsOf('mette')).toEqual([newest, edited, first]);
      expect(await textsOf('lars')).toEqual([lars]);
      expect(await textsOf('mette', 'south')).toEqual([south]);
      expect(await textsOf('ida')).toEqual([]);
      const shown = textOf(await visit(product, 'mette').say('mine noter'));
      expect(shown).toContain(edited);
      expect(shown).not.toContain(south);
    });

    it('are roles, languages and prompts shown lately', async () => {
      const { profiles, seenPrompts } = product.storage;
      expect(await profiles.load(keyOf('mette'))).toMatchObject({ framework: 'aarhus-bu-2024', role: 'kontorchef' });
      expect(await profiles.load(keyOf('mette', 'south'))).toMatchObject({ framework: 'holstebro-sos-2021', role: 'chef' });
      expect(await profiles.load(keyOf('lars'))).toMatchObject({ framework: 'sammen', role: 'leder-af-medarbejder', language: 'en' });
      expect((await seenPrompts.list(keyOf('mette'))).length).toBeGreaterThan(5);
    });

    it('is what was spoken of two minutes ago', async () => {
      const other = await openUpgraded(place);
      expect((await visit(other, 'mette').say('og hvad skal man kunne?'))[0]?.summary).toContain('Det skal jeg kunne');
      await other.close();
    });

    it('are daily questions that go on, rest or have ended as was agreed', async () => {
      const load = async (recipient: Recipient) => (await product.storage.nudgePlans.load(recipient))?.plan;
      expect(await load(personal(keyOf('mette')))).toMatchObject({
        on: true,
        days: ['man', 'tir', 'ons', 'tor', 'fre'],
        time: '08:00',
        exact: true,
      });
      expect(await load(personal(keyOf('carl')))).toMatchObject({ on: true, time: '08:05', zone: 'Europe/Copenhagen' });
      expect(await load(personal(keyOf('lars')))).toMatchObject({ on: false, days: ['tir'], language: 'en' });
      expect(await load(personal(keyOf('bo')))).toMatchObject({ on: false, stopped: 'blocked' });
      expect(await load(personal(keyOf('anna')))).toMatchObject({
        on: false,
        stopped: 'removed',
        pauses: [{ from: '2026-11-14', until: '2026-11-27' }],
      });
      expect(await load(team)).toMatchObject({
        on: true,
        days: ['man'],
        time: '09:00',
        exact: true,
        subject: { framework: 'aarhus-bu-2024' },
      });
      expect(await load(channel)).toMatchObject({ on: false });
      expect((await product.storage.nudgePlans.loadMaker(team.tenant, team.conversation))?.name).toBe(story.names.mette);
    });

    it('are addresses, welcomes and messages that were answered already', async () => {
      const { addresses, claims } = product.storage;
      expect(await addresses.load(personal(keyOf('mette')))).toMatchObject({ conversation: 'a:mette', userId: '29:mette' });
      expect(await addresses.load(team)).toMatchObject({ conversation: story.conversations.team });
      expect(await visit(product, 'ida').happen({ kind: 'installed' })).toEqual([]);
      expect(await claims.claim(JSON.stringify([story.tenants.north, ...story.claimed]), now, 5)).toBe('done');
    });

    it('is whether people are there, so that retention counts on', async () => {
      const { people } = product.storage;
      expect((await people.load(keyOf('anna')))?.removedAt).toEqual(new Date('2026-11-24T07:11:00Z'));
      expect((await people.load(keyOf('bo')))?.unreachableSince).toBeInstanceOf(Date);
      expect(await people.load(keyOf('mette'))).toMatchObject({ unreachableSince: undefined, removedAt: undefined });
      expect((await product.storage.talks.list(keyOf('lars'))).map(({ id }) => id).sort()).toEqual(
        [story.conversations.other, story.conversations.team].sort(),
      );
    });

    it('is everything, when a person asks for it', async () => {
      const exported = await product.storage.exportPerson(keyOf('mette'));
      expect(exported.map(({ table }) => table)).toEqual(
        expect.arrayContaining([
          'profiles',
          'reflections',
          'nudge_plans',
          'plan_makers',
          'sharers',
          'round_answers',
          'talks',
          'deliveries',
        ]),
      );
      expect(JSON.stringify(exported)).toContain(story.answers.mette);
      expect(JSON.stringify(exported)).not.toContain(story.notes.south);
    });
  });
});

describe.each(stores)('life after the upgrade, on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let product: Product;
    beforeEach(async () => {
      place = await restore(store);
      product = await openUpgraded(place);
    });
    afterEach(async () => {
      await product?.close();
      await place?.drop();
    });

    const doing = (act: unknown, fields: object = {}) => ({ do: 'share', act, language: 'da', ...fields });
    /** Ids of what a person shared or answered. */
    const sharesOf = async (name: Name, table: 'sharers' | 'round_answers') => {
      const rows = (await product.storage.exportPerson(keyOf(name))).find((each) => each.table === table)?.rows ?? [];
      const shares = await Promise.all(rows.map(({ share }) => product.storage.shares.load(story.tenants.north, String(share))));
      return shares.flatMap((share) => (share ? [share] : []));
    };

    it('shows what was shared with its line and its answers, and a round takes another one', async () => {
      const round = (await sharesOf('mette', 'sharers')).find(({ isClosed }) => !isClosed);
      const shown = textOf(await visit(product, 'lars').press(doing({ act: 'own', share: round?.id }), 'team'));
      for (const text of [story.line, story.answers.mette, story.answers.lars]) expect(shown).toContain(text);
      const answered = textOf(
        await visit(product, 'lars').press(doing({ act: 'answer', share: round?.id }, { answer: 'Nyt svar' }), 'team'),
      );
      expect(answered).toContain('Nyt svar');
      expect(answered).toContain(story.answers.mette);
      expect(answered).not.toContain(story.answers.lars);
    });

    it('leaves a closed round closed', async () => {
      const closed = (await sharesOf('lars', 'round_answers')).find(({ isClosed }) => isClosed);
      const press = doing({ act: 'answer', share: closed?.id }, { answer: 'For sent' });
      const shown = textOf(await visit(product, 'mette').press(press, 'team'));
      expect(shown).toContain(story.closedAnswer);
      expect(shown).not.toContain('For sent');
    });

    it('sends each nudge that waited or was claimed once, and none that may have left or was settled', async () => {
      const database = await openWithClock(place.options);
      const { pass, sent } = createWorld(database, story.now, { library });
      const lines = await pass();
      expect(sent.map(({ conversation }) => conversation).sort()).toEqual(['a:carl', 'a:erik-south']);
      expect(lines).toEqual(expect.arrayContaining(['sent 2', 'unknown no-news 1']));
      await pass();
      expect(sent).toHaveLength(2);
      await database.close();
    });

    it('keeps a note under the newest key and edits one of the oldest', async () => {
      const { notes: kept } = product.storage;
      const [, , first] = (await kept.list(keyOf('mette'))).notes;
      expect(await kept.edit(keyOf('mette'), first?.id ?? '', 'Rettet', now)).toBe('edited');
      expect((await kept.get(keyOf('mette'), first?.id ?? ''))?.text).toEqual({ ok: true, text: 'Rettet' });
    });

    it('starts the questions again of whom nothing could be delivered to, when they write', async () => {
      expect(textOf(await visit(product, 'bo').say('hjælp'))).toContain('kl. 8.00');
      expect((await product.storage.nudgePlans.load(personal(keyOf('bo'))))?.plan.on).toBe(true);
    });

    it('forgets a person whole, and nobody else', async () => {
      await product.storage.forgetPerson(keyOf('mette'));
      expect(await product.storage.exportPerson(keyOf('mette'))).toEqual([]);
      expect((await product.storage.notes.list(keyOf('mette', 'south'))).total).toBe(1);
      expect((await product.storage.notes.list(keyOf('lars'))).total).toBe(1);
    });

    it('ends people who were away before, when their time is over', async () => {
      await product.storage.sweep(new Date('2026-12-24T07:12:00Z'), { retentionDays: 30, inactiveDays: 400 });
      expect(await product.storage.exportPerson(keyOf('anna'))).toEqual([]);
      expect(await product.storage.people.load(keyOf('mette'))).toBeDefined();
    });
  });
});
