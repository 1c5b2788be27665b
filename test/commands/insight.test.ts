import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main, readOrder } from '../../src/commands/insight.js';
import { en } from '../../src/commands/strings/en.js';
import { toBars, wrap } from '../../src/commands/terminal/bars.js';
import { openStorage, type Storage } from '../../src/storage/storage.js';
import { type Place, sqlite } from '../storage/stores.js';
import { library } from '../support/content.js';
import { addTraffic } from '../support/traffic.js';
import { listen } from './terminal.js';

const now = new Date('2026-12-24T12:00:00Z');

describe('readOrder', () => {
  it.each<[string[], object]>([
    [[], { scope: { from: '2026-11-02', weeks: 8 } }],
    [['--weeks', '1'], { scope: { from: '2026-12-21', weeks: 1 } }],
    [['--from', '2026-11-01', '--weeks', '2'], { scope: { from: '2026-10-26', weeks: 2 } }],
    [['--framework', 'sammen', '--tenant', 't', '--out', 'x.html'], { scope: { framework: 'sammen', tenant: 't' }, out: 'x.html' }],
  ])('reads %j', (args, order) => {
    expect(readOrder(args, now, en)).toMatchObject({ ok: true, ...order });
  });

  it.each([
    [['--from', '1. november'], '--from "1. november" is not a date'],
    [['--from', '2026-02-30'], 'is not a date'],
    [['--weeks', '0'], '--weeks "0" is not a number of weeks. Write 1 to 60'],
    [['--weeks', '61'], '--weeks "61"'],
    [['--people'], '--people'],
  ])('refuses %j and says what to write', (args, fault) => {
    expect(JSON.stringify(readOrder(args, now, en))).toContain(JSON.stringify(fault).slice(1, -1));
  });
});

describe('bars', () => {
  it('are as long as their numbers, with an eighth of a block at the end, and stand beside them', () => {
    expect(
      toBars(
        [
          { label: 'emne', length: 16, number: '16' },
          { label: 'rolle', length: 7, number: '7' },
          { label: 'guide', length: 0, number: '<5' },
        ],
        29,
      ),
    ).toEqual(['  emne   16  ████████████████', '  rolle   7  ███████', '  guide  <5']);
    expect(
      toBars(
        [
          { label: 'a', length: 100, number: '100' },
          { label: 'b', length: 1, number: '1' },
        ],
        18,
      )[1],
    ).toBe('  b    1  ▏');
  });

  it('have a small one beside them for each week', () => {
    expect(
      toBars(
        [
          { label: 'a', length: 8, number: '8', series: [0, 1, 8] },
          { label: 'b', length: 4, number: '4' },
        ],
        24,
      ),
    ).toEqual(['  a  8  ███████████  ·▁█', '  b  4  █████▌']);
  });

  it('go on below where a label is long, and cut no word that fits', () => {
    expect(wrap('Sammen udvikler vi organisationen', 15)).toEqual(['Sammen udvikler', 'vi', 'organisationen']);
    expect(wrap('organisationsudvikling', 10)).toEqual(['organisati', 'onsudvikli', 'ng']);
  });
});

describe('npm run insight', () => {
  let place: Place;
  const from = new Date('2026-11-02');

  beforeAll(async () => {
    place = await sqlite.create();
    const storage = await use();
    await addTraffic(storage.tallies, { library, tenant: 'kommune', from, weeks: 8, perWeek: 120 }, 1);
    await addTraffic(storage.tallies, { library, tenant: 'anden-kommune', from: new Date('2026-08-03'), weeks: 4, perWeek: 20 }, 2);
    const gone = { tenant: 'kommune', measure: 'asked', kind: 'part', framework: 'sammen', theme: 'gammelt-tema' } as const;
    await storage.tallies.add(
      Array.from({ length: 9 }, () => gone),
      from,
    );
    await storage.close();
  });
  afterAll(() => place.drop());

  async function use(): Promise<Storage> {
    const opened = await openStorage(place.options);
    if (!opened.ok) throw new Error(opened.fault);
    return opened.storage;
  }

  async function run(columns: number, ...args: string[]): Promise<{ code: number; text: string; err: string }> {
    const to = listen();
    const code = await main(['--from', '2026-11-02', ...args], { DATA_DIR: place.options.dataDir, COLUMNS: `${columns}` }, to);
    return { code, text: to.out, err: to.err };
  }

  it('tells each of several municipalities its own numbers, and asks which', async () => {
    const [one, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    const file = join(place.options.dataDir, 'tenants.yaml');
    writeFileSync(file, `tenants:\n  - {id: ${one}, name: Nord, frameworks: [sammen]}\n  - {id: ${other}, name: Vest}\n`);
    const env = { DATA_DIR: place.options.dataDir, TENANTS_FILE: file, COLUMNS: '100' };
    const asked = listen();
    expect(await main(['--da'], env, asked)).toBe(1);
    expect(asked.err).toContain(`${one} (Nord), ${other} (Vest)`);
    const told = listen();
    expect(await main(['--da', '--tenant', one], env, told)).toBe(0);
    expect(told.out).not.toMatch(/Spørgsmål om grundlaget: \d/);
  });

  it.each([60, 120])('fits %i columns, and uses them', async (columns) => {
    const { code, text } = await run(columns, '--da');
    const widest = Math.max(...text.split('\n').map((line) => [...line].length));
    expect([code, widest]).toEqual([0, columns]);
  });

  it('tells what is asked by week, kind and theme in the words of the content, and what is not answered by reason', async () => {
    const { text } = await run(120, '--da');
    expect(text).toMatch(/^Hvad der bliver spurgt om\n2\. nov\. 2026 til 27\. dec\. 2026, 8 uger\n\nSpørgsmål om grundlaget: \d{3}\n/);
    for (const line of [
      /^ {2}Uge 45, fra 2\.\u00a0nov\. +\d+ {2}█+.?$/m,
      /^ {2}Hvad der står om et emne +\d+ {2}█+/m,
      /^Efter tema: Sammen-grundlaget$/m,
      /^ {2}Sammen sikrer vi driften +\d+ {2}█+/m,
      /^ {2}gammelt-tema \(står ikke længere i indholdet\) +9 /m,
      /^ {2}Grundlaget nævner det ikke +\d+ {2}█+/m,
      /^Svar, der fik tommel op: \d+$/m,
      /^ {2}\S.* <5$/m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toMatch(/kommune|aarhus-bu|skal-kunne|compare|not-named/);
  });

  it('shows no number under five, of nobody', async () => {
    for (const args of [[], ['--tenant', 'kommune'], ['--framework', 'sammen'], ['--from', '2026-08-03', '--weeks', '4']]) {
      const { text } = await run(80, ...args);
      expect(text).toContain('<5');
      const numbers = text.split('\n').flatMap((line) => / ([1-4])( {2}[█▏▎▍▌▋▊▉].*)?$/.exec(line)?.[1] ?? []);
      expect(numbers).toEqual([]);
    }
  });

  it('tells of one tenant, and of one framework', async () => {
    expect((await run(80, '--tenant', 'anden-kommune')).text).toContain('Nothing was counted in that time.');
    const one = (await run(80, '--framework', 'sammen')).text;
    expect(one).toContain('Sammen-grundlaget only');
    expect(one).not.toContain('Holstebro');
  });

  it('says kindly that there is nothing, or nobody thought of it', async () => {
    const none = await run(80, '--da', '--from', '2026-05-01');
    expect([none.code, none.text]).toEqual([0, expect.stringContaining('Der er ingen tal for perioden.')]);
  });

  it('writes the page, and says where', async () => {
    const out = join(place.options.dataDir, 'ny', 'insight.html');
    expect((await run(80, '--out', out)).text).toContain(`${out}: open it in a browser`);
    expect(readFileSync(out, 'utf8')).toContain('<h1>What is asked</h1>');
    expect(await run(80, '--out', place.options.dataDir)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be written (EISDIR)'),
    });
  });

  it('names the frameworks that there are where one is unknown', async () => {
    expect(await run(80, '--framework', 'samen')).toMatchObject({ code: 1, err: expect.stringContaining('Use one of: aarhus-bu-2021') });
  });
});
