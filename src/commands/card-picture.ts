/**
 * `npm run card-picture`: draws the card of the README, `manifest/card.png`, from the content folder. Needs Chromium;
 * CHROMIUM names another one than the system's.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { createCompass } from '../conversation/compass.js';
import { loadContent } from '../storage/content-files.js';
import { galleryPage } from './gallery/page.js';
import { faultLines } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** A picture in a repository stays there for ever: it must be small. */
const MOST_BYTES = 150_000;

const file = 'manifest/card.png';
const question = { intent: 'expectations', framework: 'aarhus-bu-2024', role: 'kontorchef' } as const;

/** The command; CONTENT_DIR names another folder than `content`. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say } = readSpeech(args);
  const executablePath = env['CHROMIUM'] || '/usr/bin/chromium';
  if (!existsSync(executablePath)) return refuse([say.cardPicture.noBrowser(executablePath)], to);
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) return refuse(faultLines(loaded.faults), to);
  const { answer, cards } = createCompass(loaded.library, loaded.lexicon);
  const asked = answer(question, { group: false, random: () => 0, language: 'da' });
  const exhibit = { title: 'README', language: 'da', ...cards(asked, { language: 'da', group: false }) };
  const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  const picture = await draw(galleryPage([exhibit], renderer), executablePath);
  if (picture.length > MOST_BYTES) return refuse([say.cardPicture.tooBig(picture.length, MOST_BYTES)], to);
  writeFileSync(file, picture);
  return tell([say.cardPicture.written(file, picture.length)], to);
}

async function draw(page: string, executablePath: string): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ deviceScaleFactor: 1.4, viewport: { width: 1_280, height: 1_000 } });
    const tab = await context.newPage();
    await tab.setContent(page);
    return await tab.locator('[data-panel="light"]').screenshot();
  } finally {
    await browser.close();
  }
}
