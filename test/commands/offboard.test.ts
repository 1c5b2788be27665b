import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/offboard.js';
import { createStorage } from '../../src/storage/storage.js';
import { walledTables } from '../../src/storage/wall.js';
import { at, keysOf, open, type Place, sqlite } from '../storage/stores.js';
import { fillTenant, peopleOf, rowsByTable } from '../storage/tenant-rows.js';
import { listen } from './terminal.js';

const keys = `k1:${keysOf('k1').get('k1')?.toString('base64')}`;
const [leaving, staying] = ['tenant-leaving', 'tenant-staying'];

describe('npm run offboard', () => {
  let place: Place;
  let folder: string;
  beforeEach(async () => {
    place = await sqlite.create();
    folder = join(place.options.dataDir, '..', 'out');
    const database = await open(place.options);
    for (const tenant of [leaving, staying]) await fillTenant(createStorage(database, keysOf('k1')), tenant);
    await database.close();
  });
  afterEach(() => place.drop());

  async function run(args: readonly string[], answer = 'nobody is asked') {
    const to = listen();
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answer;
    };
    const env = { DATA_DIR: place.options.dataDir, REFLECTION_KEYS: keys };
    const code = await main(args, env, to, { ask, clock: () => at(0) });
    return { code, out: to.out, err: to.err, asked };
  }
  async function countOf(tenant: string): Promise<number> {
    const database = await open(place.options);
    const rows = await rowsByTable(database, tenant);
    await database.close();
    return Object.values(rows).reduce((sum, count) => sum + count, 0);
  }
  const order = ['--tenant', leaving];

  it.each([
    [[]],
    [['--tenant', '']],
    [[...order, '--backups-days', 'x']],
    [[...order, '--backups-days', '1e9']],
    [[...order, '--nonsense']],
  ])('says how it is used when told %j', async (args) => {
    expect(await run(args)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^Usage: npm run offboard/) });
  });

  it('counts what there is, and deletes nothing without being told to', async () => {
    const all = await countOf(leaving);
    const { code, out } = await run(order);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^table +stored\n(\\w+ +\\d+\n){${walledTables.length}}all +${all}\nNothing was deleted`)),
    ]);
    expect(await countOf(leaving)).toBe(all);
  });

  it('hands over a file for each person and one for what is shared, to the operator alone', async () => {
    const { code, err } = await run([...order, '--out', folder]);
    expect([code, err]).toEqual([0, expect.stringContaining('files for 2 people')]);
    expect(readdirSync(folder).sort()).toEqual([
      'conversations.jsonl',
      'letters.jsonl',
      ...peopleOf.map((id) => `person-${encodeURIComponent(id)}.txt`),
    ]);
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(texts.map((text) => [text.includes(`mark-${leaving}`), text.includes(staying)])).toEqual(texts.map(() => [true, false]));
    expect(texts[1]).toContain('"ok":true');
    expect(texts[2]).toMatch(/^# /);
    const lines = (texts[0] ?? '').trim().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).table))).toEqual(
      new Set(['nudge_plans', 'deliveries', 'addresses', 'installations', 'shares']),
    );
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });

  it('writes into no folder that has something in it, and deletes nothing then', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine.txt'), 'min');
    const { code, err } = await run([...order, '--out', folder, '--delete', '--yes']);
    expect([code, err]).toEqual([1, expect.stringContaining('is not empty')]);
    expect([readdirSync(folder), (await countOf(leaving)) > 0]).toEqual([['mine.txt'], true]);
  });

  it.each(['', 'ja', staying, `${leaving}x`])('deletes nothing when "%s" is typed for the tenant’s id', async (answer) => {
    const all = await countOf(leaving);
    const { code, err, asked } = await run([...order, '--delete'], answer);
    expect([code, err, asked]).toEqual([1, expect.stringContaining('nothing was deleted'), [expect.stringContaining(leaving)]]);
    expect(await countOf(leaving)).toBe(all);
    expect(existsSync(join(place.options.dataDir, 'audit.log'))).toBe(false);
  });

  it('deletes when it is typed, hands over before, and reports what is elsewhere and until when', async () => {
    const [all, others] = [await countOf(leaving), await countOf(staying)];
    const { code, out, err } = await run([...order, '--out', folder, '--delete', '--backups-days', '30'], ` ${leaving.toUpperCase()}\n`);
    expect([code, await countOf(leaving), await countOf(staying)]).toEqual([0, 0, others]);
    expect(readdirSync(folder)).toHaveLength(4);
    expect(out).toMatch(new RegExp(`^table +deleted\n(\\w+ +\\d+\n){${walledTables.length}}all +${all}\n`));
    expect(out).toContain('from 2026-11-24 and before hold all of it, and the last one is gone on 2026-12-24.');
    expect(out).toContain('2 shared cards stand in Teams');
    expect(out).toContain('no keys of its own');
    expect(err).toContain(`deleted ${all} of ${all}`);
    const trace = readFileSync(join(place.options.dataDir, 'audit.log'), 'utf8').trim().split('\n');
    expect(trace.map((line) => JSON.parse(line).command)).toEqual(['offboard-export', 'offboard']);
    expect(trace.join()).not.toContain(leaving);
  });

  it('says that nothing is left when it is run again, and what is elsewhere still, in Danish too', async () => {
    expect(await run([...order, '--delete', '--yes'])).toMatchObject({ code: 0, asked: [] });
    const again = await run([...order, '--delete', '--da']);
    expect(again).toMatchObject({
      code: 0,
      asked: [],
      out: expect.stringMatching(/^Der er ikke noget tilbage for »tenant-leaving«\.\nDet er her endnu:/),
    });
  });
});
