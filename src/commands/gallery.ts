/**
 * `npm run gallery`: writes `out/gallery.html`, every kind of card from the content folder.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCompass } from '../conversation/compass.js';
import { loadContent } from '../storage/content-files.js';
import { listGallery } from './gallery/exhibits.js';
import { galleryPage } from './gallery/page.js';

/** The command; CONTENT_DIR names another folder than `content`. */
export function main(_args: readonly string[], env: NodeJS.ProcessEnv): number {
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) {
    for (const { file, line, message } of loaded.faults) process.stderr.write(`${file}:${line}: ${message}\n`);
    return 1;
  }
  const { answer, cards } = createCompass(loaded.library, loaded.lexicon);
  const exhibits = listGallery(answer).map(({ title, answer: each, view }) => ({
    title,
    language: view.language,
    ...cards(each, view),
  }));
  const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  mkdirSync('out', { recursive: true });
  writeFileSync('out/gallery.html', galleryPage(exhibits, renderer));
  process.stdout.write(`${exhibits.length} cards in out/gallery.html\n`);
  return 0;
}
