import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCounting } from '../../src/conversation/counting.js';
import type { Tally } from '../../src/conversation/ports.js';
import { MemoryGone } from '../../src/errors.js';
import { at } from '../storage/stores.js';
import { openProduct, type Product } from '../support/product.js';
import { visit } from '../support/visitor.js';

const always = { from: new Date('2020-01-01'), until: new Date('2040-01-01') };

describe('what is asked of the bot', () => {
  let product: Product;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(() => product.close());

  /** What is counted of a tenant, a line for each row. */
  const counted = async (tenant: string) => {
    const tallies = await product.storage.tallies.list({ tenant, ...always });
    return tallies
      .map(({ week, measure, kind, framework, theme, count }) =>
        [week, measure, kind, framework, theme, `×${count}`].filter(Boolean).join(' '),
      )
      .sort();
  };

  it('is counted, typed or pressed, in one row a week whoever asks, and whoever reads the rows sees neither', async () => {
    const question = { intent: 'competency', framework: 'sammen', role: 'chef', theme: 'driften' } as const;
    const [mette, lars] = [visit(product, 'mette', 'spoerger'), visit(product, 'lars', 'spoerger')];
    await mette.say('hvad forventes der af en kontorchef');
    await mette.ask(question);
    await lars.ask(question);
    await lars.ask(question, { at: at(8 * 24 * 60) });
    await lars.ask(question, { conversation: { id: '19:team', kind: 'groupChat' } });
    expect(await counted('spoerger')).toEqual([
      '2026-11-23 asked expectations aarhus-bu-2024 ×1',
      '2026-11-23 asked part sammen driften ×3',
      '2026-11-30 asked part sammen driften ×1',
    ]);
    const rows = await product.database.db.selectFrom('tallies').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/mette|lars|forventes/);
  });

  it('is counted in local mode, where there is no tenant', async () => {
    await visit(product, 'mette', '').say('hvad forventes der af en kontorchef');
    expect(await counted('')).toEqual(['2026-11-23 asked expectations aarhus-bu-2024 ×1']);
  });

  it('is counted as refused, by reason and where a document is silent by document', async () => {
    const mette = visit(product, 'mette', 'nej');
    await mette.say('blå elefanter på månen');
    await mette.ask({ intent: 'topic', text: 'qwerty', framework: 'sammen' });
    expect((await counted('nej')).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'refused not-named',
      expect.stringMatching(/^refused un/),
    ]);
  });

  it.each([
    ['somebody who is not well', 'jeg kan ikke mere, jeg græder hele tiden og vil bare væk'],
    ['somebody who asks about a colleague who is not', 'min medarbejder er gået ned med stress, hvad skal jeg gøre'],
    ['their data', 'slet mine data'],
    ['who can see it', 'hvem kan se det jeg skriver'],
    ['a greeting', 'hej'],
  ])('is not counted of %s', async (name, text) => {
    const tenant = `ikke ${name}`;
    const reply = await visit(product, 'mette', tenant).say(text);
    expect(reply.length).toBeGreaterThan(0);
    expect(await counted(tenant)).toEqual([]);
  });

  it('holds no theme of notes and agreements', async () => {
    const mette = visit(product, 'mette', 'privat');
    await mette.say('vis mine noter om tillid');
    await mette.say('mind mig om at tale med Lise på torsdag kl. 10');
    expect(await counted('privat')).toEqual(['2026-11-23 asked agreements ×1', '2026-11-23 asked notes ×1']);
  });
});

describe('counts on their way', () => {
  const tally = (kind: string): Tally => ({ tenant: 't', measure: 'asked', kind });

  /** A place for counts and a timer, both in the test's hands. */
  function open(isAway: () => boolean = () => false) {
    const written: string[][] = [];
    const warned: string[] = [];
    const due: (() => Promise<void>)[] = [];
    const counting = createCounting({
      tallies: {
        async add(tallies, when) {
          if (isAway()) throw new MemoryGone('the database is away');
          written.push([when.toISOString().slice(0, 10), ...tallies.map(({ kind }) => kind)]);
        },
      },
      later: (_, task) => {
        due.push(task);
        return () => void due.splice(due.indexOf(task), 1);
      },
      log: { warn: (_: unknown, text?: string) => void warned.push(text ?? '') } as never,
    });
    return { counting, written, warned, due };
  }

  it('wait for the timer, and go together', async () => {
    const { counting, written, due } = open();
    counting.add([tally('a')], at(0));
    counting.add([tally('b')], at(1));
    expect([written, due.length]).toEqual([[], 1]);
    await due[0]?.();
    expect(written).toEqual([['2026-11-24', 'a', 'b']]);
    expect(due).toEqual([]);
  });

  it('are written when the service stops, and the timer has nothing left to do', async () => {
    const { counting, written, due } = open();
    counting.add([tally('a')], at(0));
    await counting.settle();
    expect([written, due]).toEqual([[['2026-11-24', 'a']], []]);
    await counting.settle();
    expect(written).toHaveLength(1);
  });

  it('go apart by day, so that none falls into another week', async () => {
    const { counting, written } = open();
    for (const minutes of [0, 6 * 24 * 60, 0]) counting.add([tally(`${minutes}`)], at(minutes));
    await counting.settle();
    expect(written).toEqual([
      ['2026-11-24', '0', '0'],
      ['2026-11-30', '8640'],
    ]);
  });

  it('do not wait where there are very many', async () => {
    const { counting, written } = open();
    for (let n = 0; n < 1_000; n += 1) counting.add([tally('a')], at(0));
    await new Promise(setImmediate);
    expect(written.map((each) => each.length)).toEqual([1_001]);
  });

  it('are lost while the database is away, which is said once, and taken again when it is back', async () => {
    let away = true;
    const { counting, written, warned } = open(() => away);
    for (const kind of ['a', 'b']) {
      counting.add([tally(kind)], at(0));
      await counting.settle();
    }
    expect([written, warned.length]).toEqual([[], 1]);
    away = false;
    counting.add([tally('c')], at(0));
    await counting.settle();
    expect(written).toEqual([['2026-11-24', 'c']]);
    away = true;
    counting.add([tally('d')], at(0));
    await counting.settle();
    expect(warned).toHaveLength(2);
  });
});
