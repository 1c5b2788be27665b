/**
 * The pages in a real browser: their policy, their accessibility, a narrow screen and paper. Needs Chromium; CHROMIUM
 * names another one than the system's.
 */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPage, pagePaths } from '../../src/web/pages.js';

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing) console.warn(`SKIPPED: the pages were not seen by a browser, since there is none at ${executablePath}. Set CHROMIUM.`);

describe.skipIf(missing)('in a browser', () => {
  let browser: Browser;
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const language = url.searchParams.get('sprog') === 'en' ? 'en' : 'da';
      const page = findPage(url.pathname, {
        language,
        keeping: url.searchParams.has('database') ? { in: 'database', retentionDays: 30 } : { in: 'memory' },
      });
      response.writeHead(page?.status ?? 404, page?.headers).end(page?.html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on(
      'request',
      (request) => request.url().startsWith('data:') || request.url() === origin + path || complaints.push(`asked for ${request.url()}`),
    );
    await page.goto(origin + path);
    return { page, complaints, close: () => context.close() };
  }

  const cases = [...pagePaths, '/privatliv?database'].flatMap((path) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme })),
  );

  it.each(cases)(
    '$path is accessible in $colorScheme, wears its style and asks for nothing else',
    { timeout: 30_000 },
    async ({ path, colorScheme }) => {
      const { page, complaints, close } = await open(path, { colorScheme });
      expect(await page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")).toBe('672px');
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        colorScheme === 'dark' ? 'rgb(20, 32, 31)' : 'rgb(255, 255, 255)',
      );
      expect(complaints).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      await close();
    },
  );

  it.each(pagePaths)('%s fits 320 pixels, also with large letters', { timeout: 30_000 }, async (path) => {
    const { page, close } = await open(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await close();
  });

  it('leaves the ways around the page off paper and prints where links lead', async () => {
    const { page, close } = await open('/vilkaar', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('footer').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate("getComputedStyle(document.querySelector('main a'), '::after').content")).toContain('https://');
    await close();
  });
});
