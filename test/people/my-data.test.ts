import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { main } from '../../src/commands/export.js';
import { personal } from '../../src/conversation/person.js';
import { cutParts, writeExport } from '../../src/people/export.js';
import { toldWords } from '../../src/people/strings/told.js';
import { tellStored } from '../../src/people/told.js';
import { personalTables } from '../../src/storage/personal-data.js';
import type { Storage } from '../../src/storage/storage.js';
import { findMessageFaults } from '../cards/rules.js';
import { at, type Place, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { library } from '../support/content.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

const secret = 'Jeg turde ikke sige det højt til mødet';
const [prompt] = library.prompts;
if (!prompt) throw new Error('no prompt');

/** Everything that a person does in a day, and what others note of them. */
async function live(visitor: Visitor, storage: Storage): Promise<void> {
  await visitor.happen({ kind: 'installed' });
  await visitor.say('jeg er kontorchef i Aarhus');
  await visitor.act({ act: 'pick-language' }, { speech: 'da' });
  await visitor.say('giv mig noget at tænke over');
  await visitor.act({ act: 'save-note', prompt: prompt?.id ?? '' }, { note: `${secret}\nog en linje til` });
  const { key } = visitor;
  await heard(storage, personal(key), { serviceUrl: 'https://smba.example/', conversation: 'a:1', userId: '29:m' }, at(0));
  await storage.nudgePlans.saveMaker(key.tenant, '19:team', { person: key, name: 'Mette Sørensen' }, at(0));
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a person’s data on ${store.name}`, () => {
    let place: Place;
    let product: Product;
    let mette: Visitor;

    beforeEach(async () => {
      place = await store.create();
      product = await openProduct(place.options);
      mette = visit(product);
      await live(mette, product.storage);
    });
    afterEach(async () => {
      await product.close();
      await place.drop();
    });

    it('is exported whole, in words', async () => {
      const text = textOf(await mette.ask({ intent: 'export-data' }));
      for (const part of [
        'Dine data, del 1 af 1',
        secret,
        'og en linje til',
        prompt.da,
        'Kontorchefer',
        'Aarhus Børn og Unge 2024',
        'Rolle: Kontorchefer i Aarhus Børn og Unge 2024',
        'Sprog: dansk',
        'Mette Sørensen',
        'Én samtale i Teams',
        'Det handlede om: Aarhus Børn og Unge 2024 · Kontorchefer',
      ])
        expect(text).toContain(part);
      // No id, no address, no name of a column, no 0 for no.
      expect(text).not.toMatch(/[{}_]|https?:|29:|a:1|19:|[0-9a-f]{8}-|\d{4}-\d\d-\d\d/);
      const titles = text.split('\n');
      for (const { table } of await product.storage.exportPerson(mette.key)) expect(titles).toContain(toldWords.da.titles[table]);
    });

    it('is in the file for the operator to hand over whole, with ids and addresses', async () => {
      const tables = await product.storage.exportPerson(mette.key);
      const text = writeExport(tables, library, 'da').join(' ');
      for (const column of tables.flatMap(({ rows }) => rows.flatMap((row) => Object.entries(row))))
        if (column[0] !== 'question' && (typeof column[1] === 'number' || column[1])) expect(text).toContain(shown(column[1]));
    });

    it('is deleted when said once more, and the bot does not know the person', async () => {
      const lars = visit(product, 'lars');
      await live(lars, product.storage);
      const asked = await mette.ask({ intent: 'delete-data' });
      expect(textOf(asked)).toContain('sikkerhedskopier');
      expect(textOf(await mette.press(asked, 'Nej, behold det'))).toContain('Der er ikke slettet noget.');
      expect((await product.storage.notes.list(mette.key)).total).toBe(1);
      const done = await mette.press(asked, 'Ja, slet alt om mig');
      expect(textOf(done)).toContain('Alt om dig er slettet');
      expect(textOf(done)).toContain('sikkerhedskopier');
      expect(await product.storage.exportPerson(mette.key)).toEqual([]);
      expect((await product.storage.notes.list(lars.key)).total).toBe(1);
      expect((await mette.say('hvad forventes der af mig?'))[0]?.summary).not.toContain('kontorchef');
      expect(textOf(await mette.ask({ intent: 'reflections' }))).toContain('Du har ikke gemt nogen noter endnu');
      expect(await mette.happen({ kind: 'installed' })).toHaveLength(1);
    });

    it('starts its clock when the bot is taken away from the personal chat, and only there', async () => {
      await mette.happen({ kind: 'removed' }, { conversation: { id: '19:team', kind: 'channel' } });
      expect((await product.storage.people.load(mette.key))?.removedAt).toBeUndefined();
      await mette.happen({ kind: 'removed' }, { at: at(5) });
      expect((await product.storage.people.load(mette.key))?.removedAt).toEqual(at(5));
      await mette.say('hej', { at: at(6) });
      expect((await product.storage.people.load(mette.key))?.removedAt).toBeUndefined();
    });
  });
}

describe('an export that is long', () => {
  it('comes in numbered parts under 20 KB, at most 20, the newest notes first, with a line on the rest', async () => {
    const product = await openProduct();
    const mette = visit(product);
    for (let n = 0; n < 130; n += 1)
      await product.storage.notes.add(
        mette.key,
        { prompt: prompt.id, framework: prompt.framework },
        `note ${n}. ${'æ"\n'.repeat(1_300)}`,
        at(n),
      );
    const parts = await mette.ask({ intent: 'export-data' });
    expect(parts).toHaveLength(20);
    for (const [at, message] of parts.entries()) {
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(20_000);
      expect(findMessageFaults(message)).toEqual([]);
      expect(message.summary).toBe(`Dine data, del ${at + 1} af 20`);
      expect(textOf([message]).includes('Bed kommunens it-support om det hele.')).toBe(at === 19);
    }
    const text = textOf(parts);
    expect(text.indexOf('note 129.')).toBeGreaterThan(0);
    expect(text.indexOf('note 129.')).toBeLessThan(text.indexOf('note 128.'));
    expect(text).not.toContain('note 0.');
    expect(buttonsOf(parts).map(({ title }) => title)).toContain('Slet mine data');
    await product.close();
  });

  it('loses no letter between its parts', () => {
    const lines = ['# Noter', 'a'.repeat(4_500), 'å'.repeat(3_000), 'kort', '😀'.repeat(2_500)];
    const parts = cutParts(lines, 5_000);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flat().join('')).toBe(lines.join(''));
  });

  it('has words for every table, in both languages', () => {
    const row = { id: 'x' };
    const instant = at(0).toISOString();
    const whole = {
      ...{ framework: 'sammen', last_seen: instant, due_at: instant, talked_at: instant, answered_at: instant, expires_at: instant },
      ...{ created_at: instant, shown_at: instant, prompt: prompt.id, zone: 'Europe/Copenhagen', days: 'man', time: '08:00', is_on: 1 },
      ...{ date: '2026-12-03', kind: 'reminder' },
    };
    for (const table of Object.keys(personalTables) as (keyof typeof personalTables)[])
      for (const language of ['da', 'en'] as const) {
        expect(writeExport([{ table, rows: [row] }], library, language)).toHaveLength(2);
        expect(tellStored([{ table, rows: [{ ...row, ...whole }] }], library, language)[0]).toBe(`# ${toldWords[language].titles[table]}`);
      }
  });

  it.each([
    [1, 'Hver mandag kl. 8.00.', 'Every Monday at 8:00.', 'På minuttet (1 er ja): 1'],
    [0, 'Hver mandag omkring kl. 8.', 'Every Monday around 8.', 'På minuttet (1 er ja): 0'],
  ])('says how exactly questions come: %i', (is_exact, da, en, column) => {
    const table = { table: 'nudge_plans', rows: [{ days: 'man', time: '08:00', is_exact, is_on: 1, zone: 'Europe/Copenhagen' }] } as const;
    expect(tellStored([table], library, 'da')).toContain(da);
    expect(tellStored([table], library, 'en')).toContain(en);
    expect(writeExport([table], library, 'da').join()).toContain(column);
  });

  it('of somebody about whom nothing is stored says so', async () => {
    const product = await openProduct();
    const reply = await visit(product).ask({ intent: 'export-data' });
    expect(reply).toHaveLength(1);
    expect(findMessageFaults(reply[0] as Message)).toEqual([]);
    await product.close();
  });
});

describe('npm run export', () => {
  let folder: string;
  const written = { out: '', err: '' };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kompas-export-'));
    Object.assign(written, { out: '', err: '' });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const keys = `k1:${Buffer.alloc(32, 'k1').toString('base64')}`;
  const terminal = {
    print: (text: string) => {
      written.out += text;
    },
    complain: (text: string) => {
      written.err += text;
    },
  };
  const run = (...args: string[]) => main(args, { DATA_DIR: join(folder, 'data'), REFLECTION_KEYS: keys }, terminal);

  async function fill(): Promise<void> {
    const product = await openProduct({ dataDir: join(folder, 'data') });
    await live(visit(product), product.storage);
    await product.close();
  }

  it('prints everything about a person, whatever the case of the ids', async () => {
    await fill();
    expect(await run('--tenant', 'T1', '--person', 'METTE')).toBe(0);
    expect(written.out).toContain(secret);
    expect(written.out).toContain('# Dine noter');
  });

  it('leaves a trace that names nobody, each time somebody is handed out and no other', async () => {
    await fill();
    await run('--tenant', 't1', '--person', 'nobody');
    await run('--tenant', 'T1', '--person', 'METTE');
    const trace = readFileSync(join(folder, 'data', 'audit.log'), 'utf8');
    const person = createHash('sha256').update('t1/mette').digest('hex');
    expect(
      trace
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ time: expect.stringMatching(/Z$/), command: 'export', person, rows: expect.any(Number) }]);
    expect(written.err).toContain(trace);
    expect(trace).not.toMatch(/mette|t1"/i);
    expect(statSync(join(folder, 'data', 'audit.log')).mode & 0o777).toBe(0o600);
  });

  it('hands nothing out when it can not leave a trace', async () => {
    await fill();
    mkdirSync(join(folder, 'data', 'audit.log'));
    expect(await run('--tenant', 't1', '--person', 'mette')).toBe(1);
    expect([written.out, written.err]).toEqual(['', expect.stringContaining('audit.log" cannot be written (EISDIR)')]);
  });

  it('writes a new file that only the operator may read, and never over another', async () => {
    await fill();
    const out = join(folder, 'mette.txt');
    expect(await run('--tenant', 't1', '--person', 'mette', '--out', out)).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain(secret);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await run('--tenant', 't1', '--person', 'mette', '--out', out)).toBe(1);
    expect([written.out, written.err]).toEqual(['', expect.stringContaining('is there already')]);
  });

  it.each([[[]], [['--tenant', 't1']], [['--nonsense']]])('explains itself when told %j', async (args) => {
    expect(await run(...args)).toBe(1);
    expect(written.err).toContain('Usage: npm run');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('says when nothing is stored', async () => {
    expect(await run('--tenant', 't1', '--person', 'nobody')).toBe(1);
    expect(written.err).toContain('Nothing is stored about that person');
  });
});

/** A value as the export shows it: instants without their seconds, ids of content as its words, many lines as one. */
function shown(value: string | number): string {
  const text = String(value);
  const role = library.framework('aarhus-bu-2024')?.roles.find(({ id }) => id === text)?.label;
  return (library.prompt(text)?.da ?? library.framework(text)?.name ?? role ?? text)
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}Z$/, '$1 $2 UTC')
    .replace(/\n/g, ' ');
}
