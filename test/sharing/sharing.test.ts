import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharePressedSchema } from '../../src/cards/acts.js';
import type { CardJson, Message, Reply } from '../../src/cards/message.js';
import { textOfCard } from '../../src/cards/plain.js';
import { subjectOfStatement } from '../../src/content/place.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import type { PersonKey } from '../../src/conversation/person.js';
import type { Storage } from '../../src/storage/storage.js';
import { findMessageFaults, markdownOf, nodesOf } from '../cards/rules.js';
import { at, type Place, somebody, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { library } from '../support/content.js';
import { createOutside, type Delivered } from '../support/outside.js';
import { act, openWorld, type World } from './world.js';

const team = '19:team@thread.v2';
const other = '19:other@thread.v2';
const statement = library.frameworks
  .flatMap((each) => each.statements)
  .find(({ id }) => id === 'aarhus-bu-2024/kontorchef-attraktiv-arbejdsplads');
const [prompt] = library.promptsFor(statement?.id ?? '');
if (!statement || !prompt) throw new Error('no prompt');
const subject = subjectOfStatement(statement, prompt);
const theme = { framework: 'aarhus-bu-2024', role: 'kontorchef', theme: 'lykkes-med' };
const nasty = '[klik](https://ond.example) **fed** <at>Alle</at> ![](https://ond.example/x.png)\n# ny linje';

const textOf = (reply: Reply | Message | undefined) =>
  (reply === undefined ? [] : [reply].flat()).map(({ card }) => textOfCard(card)).join('\n');

/** A place to share in: who is in which conversation, and what was put there. */
function createPlace() {
  const members = new Map<string, Set<string>>([
    [team, new Set(['29:mette', '29:lars'])],
    [other, new Set(['29:lars'])],
  ]);
  const asked = { roster: 0, broken: false };
  const outside = createOutside({
    nameOf(user, conversation) {
      asked.roster += 1;
      if (asked.broken || !members.get(conversation)?.has(user)) return undefined;
      return user === '29:mette' ? nasty : user;
    },
    membersOf: (conversation) => [...(members.get(conversation) ?? [])],
  });
  return { ...outside, members, asked };
}

describe.each(stores)('sharing on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let world: World;
    let storage: Storage;
    let room: ReturnType<typeof createPlace>;
    const tenant = randomUUID();
    const people: Record<string, PersonKey> = { mette: somebody(tenant), lars: somebody(tenant) };
    const keyed = (name: string) => {
      people[name] ??= somebody(tenant);
      return people[name] as PersonKey;
    };

    beforeAll(async () => {
      place = await store.create();
      room = createPlace();
      world = await openWorld(place, room);
      ({ storage } = world);
      for (const conversation of [team, other])
        await heard(storage, { kind: 'conversation', tenant, conversation }, { serviceUrl: 'https://smba.example/', conversation }, at(0));
      await storage.talks.note(keyed('mette'), { id: team, kind: 'groupChat', name: 'Lederteam' }, at(0));
      await storage.talks.note(keyed('mette'), { id: other, kind: 'groupChat', name: 'De andre' }, at(1));
    });
    afterAll(async () => {
      await world?.close();
      await place?.drop();
    });

    const from = (name: string, conversation: string, what: Incoming['what']) => act(world, keyed(name), name, conversation, what);
    const press = (name: string, conversation: string, data: unknown, invoke = true) =>
      from(name, conversation, { kind: 'action', data, invoke });
    const doing = (act: unknown, fields: object = {}) => ({ do: 'share', act, language: 'da', ...fields });
    const post = (fields: object, about: unknown = subject) => press('mette', 'a:mette', doing({ act: 'post', subject: about }, fields));
    const lastShare = () => {
      const { refresh } = (room.posted.at(-1) as Delivered).message.card as CardJson & {
        refresh: { action: { data: { act: { share: string } } } };
      };
      return refresh.action.data.act.share;
    };

    it('begins with a typed "del" after an answer, and with nothing to share says so', async () => {
      expect(textOf(await from('anne', 'a:anne', { kind: 'text', text: 'del' }))).toContain('Hvad vil du dele?');
      await from('mette', 'a:mette', { kind: 'text', text: 'hvad forventes der af en kontorchef' });
      const [form] = await from('mette', 'a:mette', { kind: 'text', text: 'del' });
      expect(textOf(form)).toContain('Kontorchefer');
      const choices = nodesOf(form?.card).find(({ id }) => id === 'conversation')?.['choices'];
      expect(choices).toEqual([
        { title: 'De andre', value: other },
        { title: 'Lederteam', value: team },
      ]);
    });

    it('names a conversation by who is in it where it has no name, and offers the text and a way back', async () => {
      const nameless = '19:nameless@thread.v2';
      await heard(
        storage,
        { kind: 'conversation', tenant, conversation: nameless },
        { serviceUrl: 'https://smba.example/', conversation: nameless },
        at(0),
      );
      room.members.set(nameless, new Set(['29:sara', '29:lars', '29:anne', '29:jens', '29:otto']));
      await storage.talks.note(keyed('sara'), { id: nameless, kind: 'groupChat', name: undefined }, at(0));
      const [form] = await press('sara', 'a:sara', doing({ act: 'share', subject }));
      expect(textOf(form)).toContain('med Lars, Anne og 2 andre');
      const copied = nodesOf(form?.card).find(({ id }) => id === 'copy')?.['value'];
      expect(copied).toContain(prompt.da);
      expect(copied).not.toMatch(/Vis |Om kilden/);
      expect(nodesOf(form?.card).map(({ title }) => title)).toContain('Tilbage til kortet');
      await storage.talks.leave(tenant, nameless);
      const [alone] = await press('sara', 'a:sara', doing({ act: 'share', subject }));
      expect(textOf(alone)).toContain('Eller tag teksten med');
      expect(nodesOf(alone?.card).find(({ id }) => id === 'copy')?.['value']).toBe(copied);
    });

    it('shows everybody what one was shown: comparisons, guides and several questions', async () => {
      for (const said of [
        'sammenlign kontorchef og direktør i Aarhus',
        'lav en guide til lederteamet for en kontorchef',
        'giv mig tre spørgsmål til en kontorchef',
      ]) {
        const [card] = await from('mette', 'a:mette', { kind: 'text', text: said });
        const button = nodesOf(card?.card).find(({ title }) => title === 'Del kortet');
        const { act } = (button as unknown as { data: { act: { subject: unknown } } }).data;
        expect(textOf(await post({ conversation: team }, act.subject))).toContain('Det er delt');
        const { message } = room.posted.at(-1) as Delivered;
        expect(findMessageFaults(message)).toEqual([]);
        const words = nodesOf(card?.card).flatMap(({ type, text }) =>
          type === 'TextRun' && String(text).length > 60 ? [String(text)] : [],
        );
        expect(words.length).toBeGreaterThan(1);
        for (const text of words) expect(textOf(message)).toContain(text);
      }
    });

    it('is done in private only', async () => {
      expect(textOf(await press('mette', team, doing({ act: 'share', subject })))).toContain('tomandshånd');
      expect(textOf(await press('mette', team, doing({ act: 'post', subject }, { conversation: team })))).toContain('tomandshånd');
    });

    it('is refused where the person is not, where nobody answers, and in conversations that are not theirs', async () => {
      const before = room.posted.length;
      for (const conversation of [other, '19:strange@thread.v2', 'a:lars', '__proto__'])
        expect(textOf(await post({ conversation }))).toContain('ikke se, at du er med');
      room.asked.broken = true;
      expect(textOf(await post({ conversation: team }))).toContain('ikke se, at du er med');
      room.asked.broken = false;
      expect(textOf(await post({}))).toContain('Vælg en samtale');
      expect(textOf(await post({ conversation: team, line: 'x'.repeat(201) }))).toContain('for lang');
      expect(room.posted).toHaveLength(before);
    });

    it('asks the roster once, posts what is complete, and shows words of people as they are', async () => {
      const before = room.asked.roster;
      expect(textOf(await post({ conversation: team, line: nasty }))).toContain('Det er delt');
      expect(room.asked.roster).toBe(before + 1);
      const { address, message } = room.posted.at(-1) as Delivered;
      expect(address.conversation).toBe(team);
      expect(findMessageFaults(message)).toEqual([]);
      expect(textOf(message)).toContain(prompt.da);
      expect(textOf(message)).toContain('# ny linje');
      expect(markdownOf(message).join()).not.toMatch(/ond\.example|<at>/);
      expect(message.card['refresh']).toMatchObject({
        userIds: ['29:mette', '29:lars'],
        action: { type: 'Action.Execute', fallback: { type: 'Action.Submit' } },
      });
    });

    it('shows each viewer their own level, and invites those without a role in private', async () => {
      await post({ conversation: team }, theme);
      const act = { act: 'own', share: lastShare(), auto: true };
      await storage.profiles.save(keyed('mette'), { framework: 'aarhus-bu-2024', role: 'direktor' }, at(0));
      await storage.profiles.save(keyed('lars'), { framework: 'aarhus-bu-2024', role: 'kontorchef' }, at(0));
      const views = await Promise.all(['mette', 'lars', 'anne'].map((name) => press(name, team, doing(act))));
      const [mette = '', lars = '', anne = ''] = views.map(textOf);
      expect(mette).toContain('For dig som direktør');
      expect(mette).not.toContain(statement.text);
      expect(lars).toContain('For dig som kontorchef');
      expect(lars.match(/Kontorchefer$/gm)).toBeNull();
      expect(lars).toContain(statement.text);
      expect(anne).toContain('Vælg den i din private chat');
      for (const view of views.flat()) expect(findMessageFaults(view)).toEqual([]);
    });

    it("shows nobody's role to a group, whatever the client can do", async () => {
      const reply = await press('mette', team, doing({ act: 'own', share: lastShare() }), false);
      expect(textOf(reply)).toContain('tomandshånd');
      expect(textOf(reply)).not.toContain('direktør');
    });

    it('finds the nearest role for a viewer of another framework', async () => {
      await storage.profiles.save(keyed('ole'), { framework: 'sammen', role: 'direktor' }, at(0));
      const view = textOf(await press('ole', team, doing({ act: 'own', share: lastShare(), auto: true })));
      expect(view).toContain('Din rolle står i et andet grundlag');
      expect(view).toContain('Direktør');
    });

    it('collects 50 answers at once and loses none', async () => {
      await post({ conversation: team, round: 'yes' });
      const share = lastShare();
      const names = Array.from({ length: 50 }, (_, n) => `p${n}`);
      for (const name of names) room.members.get(team)?.add(`29:${name}`);
      const before = room.updated.length;
      const replies = await Promise.all(
        names.map((name) => press(name, team, doing({ act: 'answer', share }, { answer: `Svar fra ${name}` }))),
      );
      for (const reply of replies) expect(textOf(reply)).toMatch(/Svar fra p\d/);
      await world.sharing.quiet();
      expect((await storage.shares.listAnswers(tenant, share, 100)).count).toBe(50);
      const last = room.updated.at(-1) as Message;
      expect(textOf(last)).toContain('50 svar. Her er de nyeste 15.');
      expect(textOf(last).match(/Svar fra p/g)).toHaveLength(15);
      expect(findMessageFaults(last)).toEqual([]);
      expect(room.updated.length - before).toBeLessThan(50);
    });

    it('gives who has answered their words back to change or to delete, and others a field of their own', async () => {
      const share = lastShare();
      const own = { act: 'own', share, auto: true };
      const view = async (name: string) => (await press(name, team, doing(own)))[0]?.card;
      const titles = (card: CardJson | undefined) => ((card?.['actions'] ?? []) as { title: string }[]).map(({ title }) => title);
      const written = (card: CardJson | undefined) => nodesOf(card).find(({ id }) => id === 'answer')?.['value'];
      const [answered, other] = [await view('p5'), await view('anne')];
      expect([written(answered), written(other)]).toEqual(['Svar fra p5', undefined]);
      expect(titles(answered)).toEqual(expect.arrayContaining(['Ret mit svar', 'Slet mit svar']));
      expect(titles(other)).toContain('Send svar, som alle her kan se');
      expect(titles(other)).not.toContain('Slet mit svar');
      const [deleted] = await press('p5', team, doing({ act: 'unanswer', share }));
      expect(titles(deleted?.card)).not.toContain('Slet mit svar');
      await press('p5', team, doing({ act: 'answer', share }, { answer: 'Svar fra p5' }));
    });

    it('lets each delete their own answer, only the sharer close, and takes none after that', async () => {
      const share = lastShare();
      await press('p3', team, doing({ act: 'unanswer', share }));
      expect((await storage.shares.listAnswers(tenant, share, 100)).newest).not.toContainEqual(
        expect.objectContaining({ answer: 'Svar fra p3' }),
      );
      await press('p4', team, doing({ act: 'close', share }));
      expect((await storage.shares.load(tenant, share))?.isClosed).toBe(false);
      expect(textOf(await press('p4', team, doing({ act: 'answer', share }, { answer: '  ' })))).toContain('Skriv noget');
      expect(textOf(await press('p4', team, doing({ act: 'answer', share }, { answer: 'x'.repeat(281) })))).toContain('for langt');
      expect(textOf(await press('fremmed', team, doing({ act: 'answer', share }, { answer: 'hej' })))).toContain('ikke gemt');
      expect(textOf(await press('mette', team, doing({ act: 'close', share })))).toContain('lukket for svar');
      const late = textOf(await press('p4', team, doing({ act: 'answer', share }, { answer: 'sent' })));
      expect(late.match(/lukket for svar/g)).toHaveLength(1);
      expect((await storage.shares.listAnswers(tenant, share, 100)).count).toBe(49);
    });

    it('knows a card only in the conversation where it stands', async () => {
      const share = lastShare();
      for (const act of ['answer', 'unanswer', 'close', 'own'])
        expect(textOf(await press('mette', other, doing({ act, share }, { answer: 'hej' })))).toContain('Kortet er gammelt');
      expect(await press('mette', other, doing({ act: 'own', share, auto: true }))).toEqual([]);
    });

    it('survives forged data, changes nothing and stays friendly', async () => {
      await storage.shares.noteActivity(tenant, lastShare(), 'm-last');
      const count = async () => JSON.stringify([room.posted.length, await storage.shares.listAnswers(tenant, lastShare(), 100)]);
      const before = await count();
      const ids = fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        '',
        'sammen',
        'x'.repeat(500),
        '19:other@thread.v2',
        'aarhus-bu-2024/../x',
      );
      const forged = fc.record(
        {
          act: fc.constantFrom('share', 'post', 'own', 'answer', 'unanswer', 'close', 'sell', '__proto__'),
          share: fc.oneof(ids, fc.anything()),
          subject: fc.oneof(
            fc.record({ framework: ids, role: ids, theme: ids, statement: ids, prompt: ids }, { requiredKeys: [] }),
            fc.anything(),
          ),
          auto: fc.anything(),
        },
        { requiredKeys: [] },
      );
      const data = fc.record(
        {
          act: fc.oneof(forged, fc.anything()),
          language: fc.anything(),
          conversation: fc.oneof(ids, fc.anything()),
          line: fc.anything(),
          answer: fc.anything(),
        },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(data, fc.constantFrom(team, 'a:mette'), async (given, conversation) => {
          const reply = await press('mette', conversation, { ...given, do: 'share' });
          for (const message of reply) expect(findMessageFaults(message)).toEqual([]);
          expect(reply.length === 1 || sharePressedSchema.safeParse({ ...given, do: 'share' }).success).toBe(true);
        }),
        { numRuns: 150 },
      );
      expect(await count()).toBe(before);
    });

    it('forgets a sharer and leaves the card', async () => {
      await post({ conversation: team }, theme);
      const share = lastShare();
      await storage.forgetPerson(keyed('mette'));
      const view = textOf(await press('lars', team, doing({ act: 'own', share, auto: true })));
      expect(view).toContain('Delt af en kollega');
      expect(await storage.talks.list(keyed('mette'))).toEqual([]);
    });

    it('remembers the 25 newest conversations, and none that the bot was taken out of', async () => {
      for (let n = 0; n < 30; n += 1) await storage.talks.note(keyed('anne'), { id: `19:${n}`, kind: 'channel', name: undefined }, at(n));
      const talks = await storage.talks.list(keyed('anne'));
      expect(talks).toHaveLength(25);
      expect(talks[0]?.id).toBe('19:29');
      await storage.talks.leave(tenant, '19:29');
      expect((await storage.talks.list(keyed('anne')))[0]?.id).toBe('19:28');
    });

    it('ends after 90 days', async () => {
      await storage.sweep(at(91 * 24 * 60), { retentionDays: 3_650, inactiveDays: 3_650 });
      expect(await storage.talks.list(keyed('anne'))).toEqual([]);
      for (const table of ['shares', 'sharers', 'round_answers'] as const)
        expect(await world.database.db.selectFrom(table).selectAll().execute()).toEqual([]);
    });
  });
});
