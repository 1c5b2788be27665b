/**
 * What operators learn of how people are answered, and what people are told to tell them.
 */
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import { kindOf } from '../../src/answers/kinds.js';
import { createAfterwards } from '../../src/conversation/afterwards.js';
import { MemoryGone } from '../../src/errors.js';
import { createLog } from '../../src/log.js';
import { inTurn } from '../../src/turn-id.js';
import { loadWorld } from '../answers/world.js';
import { findMessageFaults } from '../cards/rules.js';
import { sqlite } from '../storage/stores.js';
import { type Counted, listenToMetrics } from '../support/counted.js';
import { openProduct, type Product } from '../support/product.js';
import { textOf, type Visitor, visit } from '../support/visitor.js';

let product: Product;
let counted: Counted;
let mette: Visitor;

beforeAll(async () => {
  counted = listenToMetrics(() => 'Aarhus Kommune');
  product = await openProduct(undefined, { metrics: counted.metrics });
});
afterAll(() => product.close());
beforeEach(() => {
  mette = visit(product);
  counted.told.length = 0;
});

const readings = () => counted.told.filter((each) => each.startsWith('readings')).map((each) => each.split(' ')[1]);

describe('how a message was read', () => {
  it.each([
    ['hvad forventes der af en kontorchef', 'sure'],
    ['hvad er dagens ret i kantinen', 'refused'],
    ['xyzzy plugh', 'refused'],
  ])('"%s" is %s, and its words are in no number', async (said, reading) => {
    await mette.say(said);
    expect(readings()).toEqual([reading]);
    expect(counted.told.join()).not.toContain(said.split(' ').at(-1));
  });

  it('is not told of whoever is not well: they count as everybody', async () => {
    await mette.say('jeg kan ikke mere, jeg græder hver aften');
    expect(readings()).toEqual(['sure']);
  });

  it('offered two ways says so', async () => {
    // A title that several documents have.
    await mette.say('hvad forventes der af en leder');
    await mette.say('hvad forventes der af en direktør');
    expect(readings()).toContain('offered');
  });
});

describe('what a turn leaves to be kept', () => {
  it('says in the log which turn it was, where it could not be', async () => {
    const logged: string[] = [];
    const afterwards = createAfterwards(createLog('warn', { write: (line) => void logged.push(line) }));
    const lose = async (): Promise<never> => Promise.reject(new MemoryGone('lost'));
    await Promise.all(['7F3K9', 'CDFGH'].map((turn) => inTurn(turn, () => afterwards.add('mette', lose))));
    await afterwards.settle();
    expect(logged.map((line) => JSON.parse(line) as { turn: string }).map(({ turn }) => turn)).toEqual(['7F3K9', 'CDFGH']);
  });
});

describe('what says that something went wrong', () => {
  const { library, answerer } = loadWorld();
  const cards = createCards(library);
  const failed = answerer.exhibits().filter((each) => kindOf(each).failed?.(each));

  it.each([
    ['da', 'Nævn koden 7F3K9, hvis du skriver til it-supporten om det.'],
    ['en', 'Mention the code 7F3K9 if you write to IT support about it.'],
  ] as const)('says in %s what the log calls the turn, wherever it is read', (language, mention) => {
    expect(failed.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['sorry', 'letter-sent']));
    for (const each of failed)
      for (const surface of [undefined, 'dialog'] as const) {
        const message = cards(each, { language, group: false, surface, turn: '7F3K9' });
        expect(message.summary.endsWith(mention)).toBe(true);
        expect(textOf([message])).toContain(mention);
        expect(findMessageFaults(message)).toEqual([]);
        expect(textOf([cards(each, { language, group: false, surface })])).not.toContain('7F3K9');
      }
  });

  it('is the card of a turn that broke, and of a database that is away, and no other', async () => {
    const [broken, busy] = inTurn('7F3K9', () => [product.sorry('da-DK'), product.sorry('da-DK', 'busy')]);
    expect([broken?.summary, busy?.summary]).toEqual([
      'Det gik galt. Nævn koden 7F3K9, hvis du skriver til it-supporten om det.',
      'Vent et minut, og prøv igen',
    ]);
    const answered = await inTurn('7F3K9', () => mette.say('hvad forventes der af en kontorchef'));
    expect(JSON.stringify(answered)).not.toContain('7F3K9');
  });

  it('while the database is away too, which operators are told as 0, and as nothing where it would say how much waits', async () => {
    const place = await sqlite.create();
    const { metrics, read } = listenToMetrics();
    const away = await openProduct(place.options, { metrics });
    const gauges = async () => [await read('databaseUp'), await read('nudgesWaiting')];
    expect(await gauges()).toEqual([1, 0]);
    const other = new Libsql(join(place.options.dataDir, 'ledelseskompas.db'));
    other.exec('begin immediate');
    const stop = new AbortController();
    const watching = away.storage.health.watch(stop.signal);
    away.storage.health.suspect();
    await vi.waitFor(() => expect(away.storage.health.isUp()).toBe(false), 15_000);
    expect(await gauges()).toEqual([0, undefined]);
    const [prompt] = away.compass.library.prompts;
    const act = { act: 'save-note', prompt: prompt?.id ?? '' } as const;
    const [told] = await inTurn('7F3K9', () => visit(away).act(act, { note: 'hemmeligt' }));
    expect(told?.summary).toContain('Nævn koden 7F3K9');
    expect(told?.failed).toBe(true);
    other.exec('rollback');
    other.close();
    stop.abort();
    await watching;
    await away.close();
    await place.drop();
  });
});
