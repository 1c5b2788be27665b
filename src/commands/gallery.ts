/**
 * `npm run gallery`: writes `out/gallery.html`, every kind of card from the content folder, and the cards themselves beside it.
 *
 * `-- --framework ID` opens it at one document, `--out FOLDER` writes elsewhere, and `--before FOLDER` shows what has changed
 * since a gallery that was written there, with other content or other code.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCompass } from '../conversation/compass.js';
import { loadContent } from '../storage/content-files.js';
import { sinceThen } from './gallery/before.js';
import { listGallery, tagsOf } from './gallery/exhibits.js';
import { type Exhibit, galleryPage } from './gallery/page.js';
import { faultLines } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

type Options = { readonly framework?: string | undefined; readonly out?: string | undefined; readonly before?: string | undefined };

/** The command; CONTENT_DIR names another folder than `content`. */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): number {
  const { say, rest } = readSpeech(args);
  const options = parse(rest);
  if (!options) return refuse([say.gallery.usage], to);
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) return refuse(faultLines(loaded.faults), to);
  const { library } = loaded;
  const { framework, out = 'out', before } = options;
  if (framework && !library.framework(framework))
    return refuse([say.gallery.noFramework(framework, library.frameworks.map(({ id }) => id).join(', '))], to);
  const old = before === undefined ? undefined : join(before, 'gallery.json');
  if (old !== undefined && !existsSync(old)) return refuse([say.gallery.noBefore(old)], to);
  const { answer, cards } = createCompass(library, loaded.lexicon);
  const exhibits = listGallery(answer).map(
    ({ title, answer: each, view }): Exhibit => ({ title, language: view.language, tags: tagsOf(each, view), ...cards(each, view) }),
  );
  const shown = old === undefined ? exhibits : sinceThen(exhibits, JSON.parse(readFileSync(old, 'utf8')) as Exhibit[]);
  const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  const file = join(out, 'gallery.html');
  mkdirSync(out, { recursive: true });
  writeFileSync(file, galleryPage(shown, renderer, { framework }));
  if (old === undefined) writeFileSync(join(out, 'gallery.json'), JSON.stringify(exhibits));
  return tell([old === undefined ? say.gallery.written(shown.length, file) : say.gallery.changed(shown.length, exhibits.length, file)], to);
}

function parse(args: readonly string[]): Options | undefined {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { framework: option, out: option, before: option } }).values;
  } catch {
    return undefined;
  }
}
