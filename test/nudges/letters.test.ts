import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/editor.js';
import { personal } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import { createLetterRound, type LetterRound } from '../../src/nudges/letters-due.js';
import { digestOf, remindAfterDays, weekToTell } from '../../src/nudges/rules/letters.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import { createStorage } from '../../src/storage/storage.js';
import { findMessageFaults } from '../cards/rules.js';
import { listen } from '../commands/terminal.js';
import { keysOf, open, type Place, sqlite, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, visit } from '../support/visitor.js';

const zone = 'Europe/Copenhagen';
const editor = { tenant: 't1', entraId: '33333333-3333-4333-8333-333333333333' };
const monday = (time: string, days = 0) => new Date(Date.parse(`2026-11-30T${time}:00+01:00`) + days * 86_400_000);

describe('the week in which an editor is told', () => {
  const never = () => false;
  it.each([
    ['Monday at eight', monday('08:00'), '2026-11-30'],
    ['Monday before eight', monday('07:59'), undefined],
    ['Monday evening', monday('16:00'), undefined],
    ['Tuesday, where nobody told on Monday', monday('09:00', 1), '2026-11-30'],
    ['Saturday', monday('09:00', 5), undefined],
    ['Sunday', monday('09:00', 6), undefined],
  ])('on %s is %s', (_, now, week) => {
    expect(weekToTell(now, zone, never)).toBe(week);
  });

  it('begins on the day after a closed Monday', () => {
    const isClosed = (date: string) => date === '2026-11-30';
    expect([0, 1].map((days) => weekToTell(monday('09:00', days), zone, isClosed))).toEqual([undefined, '2026-11-30']);
  });
});

describe('what there is to tell', () => {
  const sent = (days: number, reminded?: number) => ({
    id: `l${days}`,
    framework: days % 2 ? 'sammen' : '',
    sentAt: monday('08:00', -days),
    ...(reminded !== undefined && { remindedAt: monday('08:00', -reminded) }),
  });
  it.each([
    ['nothing', [], undefined],
    ['what was told', [sent(10, 7)], undefined],
    [
      'new ones, by document',
      [sent(1), sent(3), sent(4), sent(10, 7)],
      {
        came: [
          ['sammen', 2],
          ['', 1],
        ],
        ending: 0,
      },
    ],
    ['old ones, once', [sent(remindAfterDays, 53)], { came: [], ending: 1 }],
    ['old ones that were told of', [sent(remindAfterDays + 7, 7)], undefined],
  ])('of %s', (_, letters, expected) => {
    const digest = digestOf(letters, monday('08:00'));
    expect(digest && { came: digest.came.map(({ framework, count }) => [framework, count]), ending: digest.ending }).toEqual(expected);
  });
});

for (const store of stores) {
  describe.skipIf(!store.isHere)(`an editor, on ${store.name}`, () => {
    let place: Place;
    let product: Product;
    let outside: Outside;
    let logged: string[];
    let outcome: Outcome;

    beforeEach(async () => {
      place = await store.create();
      [logged, outcome] = [[], { kind: 'sent' }];
      outside = createOutside({ outcome: () => outcome });
      product = await openProduct(place.options, { outside, settings: { EDITOR_ID: editor.entraId, NOTES_IN: 'dialog' } });
    });
    afterEach(async () => {
      await product.close();
      await place.drop();
    });

    const instance = (): LetterRound =>
      createLetterRound({
        storage: product.storage,
        messenger: outside.messenger,
        voiceOf: () => product.compass,
        editorOf: () => ({ person: editor.entraId }),
        tenants: async () => ['t1'],
        closedDays: async () => () => false,
        log: createLog('info', { write: (line) => void logged.push(line) }),
      });
    const come = () =>
      heard(product.storage, personal(editor), { serviceUrl: 'https://smba.example/', conversation: 'a:editor' }, monday('07:00'));
    const write = (words = 'Hvad med natarbejde?', framework = 'sammen', days = -1) =>
      product.storage.letters.add('t1', { framework, reason: 'silent', words }, monday('08:00', days));

    it('whose municipality is turned off while the round runs is told when it is on again', async () => {
      await come();
      await write();
      let voice: Product['compass'] | undefined;
      const round = createLetterRound({
        storage: product.storage,
        messenger: outside.messenger,
        voiceOf: () => voice,
        editorOf: () => ({ person: editor.entraId }),
        tenants: async () => ['t1'],
        closedDays: async () => () => false,
        log: createLog('silent'),
      });
      await round(monday('08:00'));
      voice = product.compass;
      await round(monday('08:03'));
      expect(outside.sent.map(({ address }) => address.conversation)).toEqual(['a:editor']);
    });

    it('is told once a week, however many instances run, of numbers alone, and reads the letters by the button', async () => {
      await come();
      for (const framework of ['sammen', 'sammen', '']) await write('Hvad med natarbejde?', framework);
      const instances = [instance(), instance()];
      await Promise.all(instances.map((round) => round(monday('08:00'))));
      for (const round of [...instances, instance()]) for (const time of ['08:01', '09:00']) await round(monday(time));
      expect(outside.sent.map(({ address }) => address.conversation)).toEqual(['a:editor']);
      const messages = outside.sent.map(({ message }) => message);
      expect(messages.flatMap(findMessageFaults)).toEqual([]);
      expect(textOf(messages)).toContain('Der er kommet 3 breve til dig');
      expect(JSON.stringify(messages)).not.toContain('natarbejde');
      const { data } = buttonsOf(messages).find(({ title }) => title === 'Læs') ?? {};
      const who = visit(product, editor.entraId);
      expect(textOf(await who.happen({ kind: 'action', data, invoke: true, dialog: true }))).toContain('Hvad med natarbejde?');
      await write('Ny');
      await instance()(monday('08:00', 7));
      expect(textOf([outside.sent.at(-1)?.message].flatMap((each) => each ?? []))).toContain('Der er kommet 1 brev');
      expect(logged.join()).not.toMatch(/33333333|a:editor/);
    });

    it('is not told where nothing came', async () => {
      await come();
      await instance()(monday('08:00'));
      expect(outside.sent).toEqual([]);
    });

    it('who has never written to the bot is told of to the log, at the start and each week, and not named', async () => {
      await write();
      const round = instance();
      await round(monday('06:00'));
      await round(monday('06:01'));
      expect(logged).toHaveLength(1);
      await round(monday('08:00'));
      await round(monday('08:01'));
      expect(logged).toHaveLength(2);
      expect(logged.join()).toContain('has never written to the bot');
      expect(logged.join()).not.toContain('33333333');
      await come();
      await round(monday('08:00', 7));
      expect(outside.sent).toHaveLength(1);
    });

    it('is told when Teams takes messages again', async () => {
      await come();
      await write();
      const round = instance();
      outcome = { kind: 'throttled', retryAfterMs: 1_000 };
      await round(monday('08:00'));
      outcome = { kind: 'sent' };
      await round(monday('08:01'));
      expect(outside.sent).toHaveLength(1);
      await round(monday('08:03'));
      expect(outside.sent).toHaveLength(2);
      await round(monday('08:04'));
      expect(outside.sent).toHaveLength(2);
    });
  });
}

describe('npm run editor', () => {
  let place: Place;
  const keys = [...keysOf('k1')].map(([id, key]) => `${id}:${key.toString('base64')}`).join(',');
  beforeEach(async () => {
    place = await sqlite.create();
    const database = await open(place.options);
    const { letters } = createStorage(database, keysOf('k1'));
    await letters.add(
      't1',
      { framework: 'sammen', reason: 'silent', words: 'Hvad med natarbejde?\nOg weekender?', name: 'Mette' },
      monday('08:00'),
    );
    await letters.add('t2', { framework: '', reason: 'asked', words: 'Tak' }, monday('08:00'));
    await database.close();
  });
  afterEach(() => place.drop());
  const run = async (...args: string[]) => {
    const to = listen();
    const env = { DATA_DIR: place.options.dataDir, REFLECTION_KEYS: keys, EDITOR_ID: editor.entraId };
    return { code: await main(args, env, to), out: to.out, err: to.err };
  };

  it('lists what waits, says that the editor has never written, and leaves a trace without ids', async () => {
    const { code, out, err } = await run('--list', '--tenant', 't1');
    expect(code).toBe(0);
    expect(out).toMatch(/^[\w-]{36} {2}2026-11-30 {2}sammen {2}was not there {2}Mette\n {4}Hvad med natarbejde\?\n {4}Og weekender\?\n$/);
    expect(err).toContain('has never written to the bot');
    expect(err).toContain('"letters":1');
    expect((await run('--list', '--da')).out).toContain('skrevet af sig selv');
  });

  it('ticks letters off, and says how many it did not find', async () => {
    const id = /^[\w-]{36}/.exec((await run('--list', '--tenant', 't1')).out)?.[0] ?? '';
    expect(await run('--done', id)).toMatchObject({ code: 0, out: 'Ticked off: 1.\n' });
    expect(await run('--done', id, 'x')).toMatchObject({ code: 1, err: expect.stringContaining('2 of the ids') });
    expect((await run('--list', '--tenant', 't1')).out).toBe('No letters are waiting.\n');
  });

  it.each([[[]], [['--done']], [['--list', '--done', 'x']], [['--list', 'x']], [['--nonsense']]])(
    'explains itself when told %j',
    async (args) => {
      expect(await run(...args)).toMatchObject({ code: 1, err: expect.stringMatching(/^Usage: npm run editor/) });
    },
  );
});
