/**
 * Cards that the playground does not show, drawn as the gallery draws them. The pictures are in out/browser.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { CardJson } from '../../src/cards/message.js';
import { galleryPage } from '../../src/commands/gallery/page.js';

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');

/** Draws cards with their titles into one picture, in a light Teams and on a phone. */
export async function draw(browser: Browser, name: string, cards: Readonly<Record<string, CardJson>>): Promise<void> {
  const exhibits = Object.entries(cards).map(([title, card]) => ({ title, language: 'da', summary: '', card }));
  mkdirSync('out/browser', { recursive: true });
  const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
  await page.setContent(galleryPage(exhibits, renderer));
  for (const look of ['light', 'phone']) {
    await page.locator(`nav [data-show="${look}"]`).click();
    await page.locator(`body[data-show="${look}"]`).waitFor();
    await page.locator('main').screenshot({ path: `out/browser/${name}-${look}.png` });
  }
  await page.close();
}
