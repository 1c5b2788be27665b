/**
 * The pages in a real browser: their policy, their accessibility, a narrow screen and paper. Needs Chromium; CHROMIUM
 * names another one than the system's.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPage, pagePaths } from '../../src/web/pages.js';
import { type Browsing, canBrowse, startBrowsing, violationsOf } from './browsing.js';

describe.skipIf(!canBrowse)('in a browser', () => {
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = await startBrowsing(({ pathname, searchParams }, language) =>
      findPage(pathname, {
        language,
        keeping: searchParams.has('database') ? { in: 'database', retentionDays: 30, inactiveDays: 400 } : { in: 'memory' },
      }),
    );
  });
  afterAll(() => browsing?.close());

  const cases = [...pagePaths, '/privatliv?database'].flatMap((path) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme })),
  );

  it.each(cases)(
    '$path is accessible in $colorScheme, wears its style and asks for nothing else',
    { timeout: 30_000 },
    async ({ path, colorScheme }) => {
      const { tab, complaints, close } = await browsing.open(path, { colorScheme });
      expect(await tab.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")).toBe('672px');
      expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        colorScheme === 'dark' ? 'rgb(20, 32, 31)' : 'rgb(255, 255, 255)',
      );
      expect(complaints).toEqual([]);
      expect(await violationsOf(tab)).toEqual([]);
      await close();
    },
  );

  it.each(pagePaths)('%s fits 320 pixels, also with large letters', { timeout: 30_000 }, async (path) => {
    const { tab, close } = await browsing.open(path, { viewport: { width: 320, height: 640 } });
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await tab.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await close();
  });

  it('leaves the ways around the page off paper and prints where links lead', async () => {
    const { tab, close } = await browsing.open('/vilkaar', { colorScheme: 'dark' });
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('footer').isVisible()).toBe(false);
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await tab.evaluate("getComputedStyle(document.querySelector('main a'), '::after').content")).toContain('https://');
    await close();
  });
});
