/**
 * The report of what is asked, and its page. In a browser where there is one; CHROMIUM names another than the system's.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentKinds, ownKinds, refusedKinds } from '../../src/answers/counted.js';
import { reportLines } from '../../src/commands/insight.js';
import type { CountedTally } from '../../src/conversation/ports.js';
import { openStorage } from '../../src/storage/storage.js';
import { fewest } from '../../src/web/few.js';
import { insightPage } from '../../src/web/insight-page.js';
import { type Count, type InsightReport, type InsightTable, toReport } from '../../src/web/insight-report.js';
import { insightStyle, insightStyleHash } from '../../src/web/insight-style.js';
import { loadWorld } from '../answers/world.js';
import { addTraffic } from '../support/traffic.js';
import { type Browsing, canBrowse, startBrowsing, violationsOf } from './browsing.js';

const { library } = loadWorld();
const scope = { from: '2026-11-02', weeks: 4 };
const weeks = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
let counts: readonly CountedTally[];

beforeAll(async () => {
  const opened = await openStorage({ dataDir: ':memory:' });
  if (!opened.ok) throw new Error(opened.fault);
  const from = new Date(scope.from);
  const { tallies } = opened.storage;
  await addTraffic(tallies, { library, tenant: 't', from, weeks: 4, perWeek: 150 }, 3);
  counts = await tallies.list({ from, until: new Date('2026-11-30') });
  await opened.storage.close();
});

const tablesOf = ({ parts }: InsightReport): readonly InsightTable[] => parts.flatMap(({ tables }) => tables);
const count = (more: Partial<Count>, times: number): Count => ({
  week: scope.from,
  measure: 'asked',
  kind: 'topic',
  ...more,
  count: times,
});

describe('the report', () => {
  it('has the labels of the content, and marks what is no longer in it', () => {
    const asked = [
      count({ framework: 'sammen', theme: 'driften' }, 7),
      count({ framework: 'sammen', theme: 'væk' }, 8),
      count({ framework: 'borte', theme: 'væk' }, 9),
      count({ kind: 'gammel' }, 6),
    ];
    const report = toReport(asked, scope, library, 'da');
    const labels = tablesOf(report).flatMap(({ title, rows = [] }) => [title, ...rows.map(({ label }) => label)]);
    expect(labels).toEqual(
      expect.arrayContaining([
        'Sammen-grundlaget',
        'Efter tema: Sammen-grundlaget',
        'Sammen sikrer vi driften',
        'væk (står ikke længere i indholdet)',
        'borte (står ikke længere i indholdet)',
        'gammel (står ikke længere i indholdet)',
      ]),
    );
  });

  it('says kindly that there is nothing', () => {
    expect(toReport([], scope, library, 'en')).toMatchObject({ parts: [], notes: [expect.stringContaining('Nothing was counted')] });
  });

  it('does not divide what is few in all, and says so once', () => {
    const report = toReport([count({ framework: 'sammen' }, 3)], scope, library, 'en');
    expect(report.parts).toMatchObject([
      { total: { kind: 'few' }, tables: [] },
      { total: undefined, tables: [] },
    ]);
    expect(insightPage(report, 'en').html.match(/Too few to be divided/g)).toHaveLength(1);
    expect(reportLines(report, 'en', 80).filter((line) => line === 'Too few to be divided.')).toHaveLength(1);
  });

  it('shows empty weeks as nothing, and not as few', () => {
    const [byWeek] = tablesOf(toReport([count({}, 9)], scope, library, 'en'));
    expect(byWeek?.rows?.map(({ count: shown }) => shown)).toEqual([9, 0, 0, 0].map((each) => ({ kind: 'count', count: each })));
  });

  it('says of an answer that can no longer be found that it is one', () => {
    const report = toReport([count({ measure: 'disliked', kind: 'unknown' }, 8)], scope, library, 'en');
    expect(tablesOf(report).flatMap(({ rows }) => rows ?? [])).toMatchObject([{ label: 'An answer that can no longer be found' }]);
  });

  it('does not put few in the order of their numbers', () => {
    const theme = (id: string, times: number) => count({ framework: 'sammen', theme: id }, times);
    const tables = (one: number, other: number) =>
      tablesOf(toReport([theme('driften', one), theme('losninger', other), theme('resultaterne', 30)], scope, library, 'da'));
    expect(tables(1, 4)).toEqual(tables(4, 1));
  });

  const anyCount = fc.record({
    week: fc.constantFrom(...weeks),
    measure: fc.constantFrom('asked', 'refused', 'liked', 'disliked' as const),
    kind: fc.constantFrom(...documentKinds, ...ownKinds, ...refusedKinds),
    framework: fc.constantFrom(undefined, 'sammen', 'holstebro-sos-2021'),
    theme: fc.constantFrom(undefined, 'driften', 'losninger'),
    count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  });

  it('shows no number under five anywhere, and what is left of a total is none either, whatever was counted', () => {
    let hidden = 0;
    fc.assert(
      fc.property(fc.array(anyCount, { minLength: 1, maxLength: 40 }), (all) => {
        const report = toReport(all as Count[], scope, library, 'en');
        for (const { total, tables } of report.parts) {
          for (const { rows = [] } of tables) {
            const shown = rows.flatMap(({ count: each, weeks: series = [] }) => [
              ...(each.kind === 'count' ? [each.count] : []),
              ...series,
            ]);
            expect(shown.filter((number) => number > 0 && number < fewest)).toEqual([]);
          }
          // The tables by week, kind and framework divide the total.
          for (const { rows = [] } of tables.slice(0, 2)) {
            const known = rows.reduce((sum, { count: each }) => sum + (each.kind === 'count' ? each.count : 0), 0);
            const left = total?.kind === 'count' && rows.length > 0 ? total.count - known : 0;
            if (left > 0) hidden += 1;
            expect(left === 0 || left >= fewest).toBe(true);
          }
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: 9 },
    );
    expect(hidden).toBeGreaterThan(100);
  });
});

describe('its page', () => {
  it('allows its style by its hash', () => {
    expect(insightStyleHash).toBe(`sha256-${createHash('sha256').update(insightStyle).digest('base64')}`);
  });

  it('says in a table what every bar shows, and escapes what stands in ids', () => {
    const { html } = insightPage(toReport([...counts, count({ framework: '<b>x</b>', theme: 'y' }, 9)], scope, library, 'da'), 'da');
    const bars = html.match(/<svg/g)?.length ?? 0;
    expect(bars).toBeGreaterThan(20);
    expect(html.match(/<\/svg><\/td><td class="number">\d+<\/td>/g)).toHaveLength(bars);
    expect(html).not.toContain('<b>x');
    expect(html).toContain('&lt;b&gt;x');
  });
});

describe.skipIf(!canBrowse)('its page in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await startBrowsing((_, language) => insightPage(toReport(counts, scope, library, language), language));
  });
  afterAll(() => browsing?.close());

  it.each(['light', 'dark'] as const)(
    'is accessible in %s, wears its style and asks for nothing else',
    { timeout: 30_000 },
    async (colorScheme) => {
      const { tab, complaints, close } = await browsing.open('/', { colorScheme });
      expect(await tab.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")).toBe('832px');
      expect(complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([]);
      expect(await violationsOf(tab)).toEqual([]);
      await close();
    },
  );

  it('fits 320 pixels, also with large letters', { timeout: 30_000 }, async () => {
    const { tab, close } = await browsing.open('/', { viewport: { width: 320, height: 640 } });
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await tab.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await close();
  });
});
