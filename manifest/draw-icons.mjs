/**
 * `node manifest/draw-icons.mjs`: draws color.png and outline.png from the SVG files beside them, with the Chromium
 * of this machine (CHROMIUM names another one). Needed only after a change of a drawing; both PNGs are kept.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const icons = { color: 192, outline: 32 };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, size] of Object.entries(icons)) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const drawing = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)), omitBackground: true });
  await page.close();
}
await browser.close();
