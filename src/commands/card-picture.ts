/**
 * `npm run card-picture`: draws the card of the README, `manifest/card.png`, from the content folder, and the cards of the how-to for
 * editors in `content/pictures/` from the template of a new framework. Needs Chromium; CHROMIUM names another one than the system's.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { createCompass } from '../conversation/compass.js';
import { loadContent } from '../storage/content-files.js';
import { galleryPage } from './gallery/page.js';
import { faultLines } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';
import { exampleCards } from './writing/example.js';

/** A picture in a repository stays there for ever: it must be small. */
const MOST_BYTES = 150_000;

/** Those of the how-to are many, and looked at side by side. */
const MOST_BYTES_SMALL = 60_000;

const file = 'manifest/card.png';
const folder = 'content/pictures';
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
  const wanted: Wanted[] = [
    { file, page: galleryPage([exhibit], renderer), scale: 1.4, most: MOST_BYTES },
    ...exampleCards(loaded.lexicon).map(({ name, ...each }) => ({
      file: `${folder}/${name}.png`,
      page: galleryPage([each], renderer),
      scale: 1,
      most: MOST_BYTES_SMALL,
    })),
  ];
  const pictures = await draw(wanted, executablePath);
  const tooBig = pictures.find(({ bytes, most }) => bytes.length > most);
  if (tooBig) return refuse([say.cardPicture.tooBig(tooBig.bytes.length, tooBig.most)], to);
  mkdirSync(folder, { recursive: true });
  for (const picture of pictures) writeFileSync(picture.file, picture.bytes);
  return tell(
    pictures.map((picture) => say.cardPicture.written(picture.file, picture.bytes.length)),
    to,
  );
}

/** A card on a page of its own, how much larger it is drawn, and how many bytes it may have. */
type Wanted = { readonly file: string; readonly page: string; readonly scale: number; readonly most: number };

async function draw(wanted: readonly Wanted[], executablePath: string): Promise<(Wanted & { readonly bytes: Buffer })[]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const drawn: (Wanted & { readonly bytes: Buffer })[] = [];
    for (const each of wanted) {
      const context = await browser.newContext({ deviceScaleFactor: each.scale, viewport: { width: 1_280, height: 1_000 } });
      const tab = await context.newPage();
      await tab.setContent(each.page);
      drawn.push({ ...each, bytes: await tab.locator('[data-panel="light"]').screenshot() });
      await context.close();
    }
    return drawn;
  } finally {
    await browser.close();
  }
}
