/**
 * The papers in a real browser: their policy, their accessibility, a narrow screen and A4. Needs Chromium, as the pages do.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperIds } from '../../src/papers/paper.js';
import { writePapers } from '../../src/papers/papers.js';
import { paperTables } from '../../src/storage/paper-tables.js';
import { type Browsing, canBrowse, startBrowsing, violationsOf } from '../web/browsing.js';
import { large } from './installations.js';

/** A4 without its margins, in CSS pixels: 180 mm. */
const sheet = { width: 680, height: 960 };

describe.skipIf(!canBrowse)('in a browser', () => {
  const components = [{ name: '@azure/identity', version: '4.13.1', licence: '(GPL-2.0 OR LGPL-2.1 OR MPL-1.1)', direct: true }];
  const papers = writePapers({ installation: large, tables: paperTables, components });
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = await startBrowsing(({ pathname }) => {
      const html = papers.find(({ name }) => pathname === `/${name}`)?.text;
      return html === undefined ? undefined : { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, html };
    });
  });
  afterAll(() => browsing?.close());

  // All are made of the same parts: the record has each of them, and the cover the links.
  it.each(['index', 'fortegnelse'])('%s has no fault that axe finds, and asks for nothing', { timeout: 30_000 }, async (id) => {
    const { tab, complaints, close } = await browsing.open(`/${id}.html`);
    expect(await tab.evaluate("getComputedStyle(document.querySelector('.decides')).borderLeftWidth")).toBe('4px');
    expect(await violationsOf(tab)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['index', ...paperIds])('%s fits a phone and A4', { timeout: 30_000 }, async (id) => {
    const { tab, close } = await browsing.open(`/${id}.html`, { viewport: { width: 320, height: 640 } });
    const isWithin = async (width: number) => (await tab.evaluate<number>('document.documentElement.scrollWidth')) <= width;
    expect(await isWithin(320)).toBe(true);
    await tab.setViewportSize(sheet);
    await tab.emulateMedia({ media: 'print' });
    expect(await isWithin(sheet.width)).toBe(true);
    const wide = `[...document.querySelectorAll('th,td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent)`;
    expect(await tab.evaluate(wide)).toEqual([]);
    await close();
  });
});
