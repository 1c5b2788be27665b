/**
 * `npm run gallery`: writes `out/gallery.html`, every kind of card from the content folder.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createCompass } from '../conversation/compass.js';
import { loadContent } from '../storage/content-files.js';
import { listGallery } from './gallery/exhibits.js';
import { galleryPage } from './gallery/page.js';
import { faultLines } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

const file = 'out/gallery.html';

/** The command; CONTENT_DIR names another folder than `content`. */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): number {
  const { say } = readSpeech(args);
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) return refuse(faultLines(loaded.faults), to);
  const { answer, cards } = createCompass(loaded.library, loaded.lexicon);
  const exhibits = listGallery(answer).map(({ title, answer: each, view }) => ({
    title,
    language: view.language,
    ...cards(each, view),
  }));
  const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, galleryPage(exhibits, renderer));
  return tell([say.gallery.written(exhibits.length, file)], to);
}
