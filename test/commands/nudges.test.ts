import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main, passTable, readOrder, reportBars } from '../../src/commands/nudges.js';
import { en } from '../../src/commands/strings/en.js';
import { personal } from '../../src/conversation/person.js';
import { createPlans } from '../../src/nudges/plans.js';
import { openStorage, type Storage } from '../../src/storage/storage.js';
import { type Connector, startFaultyConnector } from '../nudges/connector.js';
import { type Place, somebody, sqlite } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { listen } from './terminal.js';

describe('readOrder', () => {
  it.each([
    [['--at', '2026-11-24T08:00+01:00'], { kind: 'pass', at: new Date('2026-11-24T07:00:00Z'), dryRun: false }],
    [['--at', '2026-11-24T07:00:30Z', '--dry-run'], { kind: 'pass', at: new Date('2026-11-24T07:00:30Z'), dryRun: true }],
    [['--report'], { kind: 'report', days: 14 }],
    [['--report', '--days', '3'], { kind: 'report', days: 3 }],
  ])('reads %j', (args, order) => {
    expect(readOrder(args, en)).toEqual(order);
  });

  it.each([
    [[], 'Usage'],
    [['--at', '2026-11-24T08:00'], '"2026-11-24T08:00" is not a time with its offset'],
    [['--at', '2026-11-24'], 'is not a time'],
    [['--at', '2026-02-30T08:00Z'], 'is not a time'],
    [['--report', '--days', 'x'], '--days "x"'],
    [['--report', '--at', '2026-11-24T08:00Z'], 'Usage'],
    [['--now'], '--now'],
  ])('refuses %j and says what to write', (args, fault) => {
    expect(JSON.stringify(readOrder(args, en))).toContain(JSON.stringify(fault).slice(1, -1));
  });
});

describe('the tables', () => {
  it('show a pass by outcome', () => {
    expect(
      passTable(
        [
          { state: 'sent', reason: undefined, people: 1200, conversations: 3 },
          { state: 'skipped', reason: 'paused', people: 7, conversations: 0 },
        ],
        en,
      ),
    ).toEqual(['outcome  why     people  teams', 'sent               1200      3', 'skipped  paused       7      0']);
    expect(passTable([], en)).toEqual(['Nothing was due.']);
  });

  it('show days as bars', () => {
    const bars = reportBars(
      [
        { day: '2026-11-23', state: 'sent', reason: null, count: 80 },
        { day: '2026-11-23', state: 'unknown', reason: 'timeout', count: 1 },
        { day: '2026-11-24', state: 'sent', reason: null, count: 40 },
      ],
      en,
    );
    expect(bars).toEqual([
      `2026-11-23  sent               ${'█'.repeat(40)} 80`,
      '            unknown (timeout)  █ 1',
      `2026-11-24  sent               ${'█'.repeat(20)} 40`,
    ]);
    expect(reportBars([], en)).toEqual(['No nudges in these days.']);
  });
});

describe('npm run nudges', () => {
  let place: Place;
  let storage: Storage;
  let connector: Connector;
  const me = somebody('kommune');

  beforeEach(async () => {
    place = await sqlite.create();
    connector = await startFaultyConnector(() => ({ status: 201 }));
    storage = await use();
    await heard(storage, personal(me), { serviceUrl: connector.url, conversation: 'a:mig' }, new Date());
    const plans = createPlans({ storage, closedDays: async () => () => false });
    await plans.save(personal(me), { time: '08:00', exact: true }, new Date('2026-11-22T12:00:00Z'));
    await storage.close();
  });
  afterEach(async () => {
    await connector.close();
    await place.drop();
  });

  async function use(): Promise<Storage> {
    const opened = await openStorage(place.options);
    if (!opened.ok) throw new Error(opened.fault);
    return opened.storage;
  }

  async function run(...args: string[]): Promise<{ code: number; text: string }> {
    const to = listen();
    const code = await main(args, { DATA_DIR: place.options.dataDir }, to);
    return { code, text: to.out + to.err };
  }

  it('tries out, sends once, and reports, without a name', async () => {
    const at = ['--at', '2026-11-23T08:00+01:00'];
    expect((await run(...at, '--dry-run')).text).toMatch(
      /^Dry run, nothing is sent: a pass as at 2026-11-23T07:00:00.000Z[\s\S]*would-send +1 +0/,
    );
    expect(connector.received).toEqual([]);
    expect((await run(...at)).text).toMatch(/\nsent +1 +0\n/);
    expect(connector.received).toMatchObject([{ conversation: 'a:mig' }]);
    expect((await run(...at)).text).toContain('Nothing was due.');
    const later = await run('--at', '2026-11-27T08:00+01:00');
    expect(later.text).toMatch(/sent +1 +0\nskipped +late +3 +0/);
    const report = await run('--report', '--days', '999');
    expect([report.code, report.text]).toEqual([0, expect.stringMatching(/2026-11-23 {2}sent +█+ 1/)]);
    expect(later.text + report.text).not.toContain(me.entraId);
  });

  it('says what is wrong with the command or the settings', async () => {
    expect(await run('--at', 'i morgen')).toMatchObject({ code: 1, text: expect.stringContaining('"i morgen"') });
    const to = listen();
    expect(await main(['--report'], { DATA_DIR: place.options.dataDir, NUDGE_RATE: 'x' }, to)).toBe(1);
    expect([to.out, to.err]).toEqual(['', expect.stringMatching(/^NUDGE_RATE/)]);
  });
});
