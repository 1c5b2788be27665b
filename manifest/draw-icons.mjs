/**
 * `node manifest/draw-icons.mjs`: draws color.png and outline.png from the SVG files beside them, and the small compass
 * of the cards in src/cards/face.ts, with the Chromium of this machine (CHROMIUM names another one) and with pngquant.
 * Needed only after a change of a drawing; what it writes is kept.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });

async function draw(name, size, corners = 0) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const drawing = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8')
    .replace(/width="\d+" height="\d+"/, `width="${size}" height="${size}"`)
    .replace('<rect ', `<rect rx="${corners}" `);
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

for (const [name, size] of Object.entries({ color: 192, outline: 32 }))
  writeFileSync(fileURLToPath(new URL(`${name}.png`, import.meta.url)), await draw(name, size));

// 24 colours: on every card this picture travels along.
const small = execFileSync('pngquant', ['24', '--strip', '-'], { input: await draw('color', 56, 40) });
const face = new URL('../src/cards/face.ts', import.meta.url);
writeFileSync(face, readFileSync(face, 'utf8').replace(/(const picture =\s*')[^']*/, `$1${small.toString('base64')}`));
await browser.close();
