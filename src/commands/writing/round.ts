/**
 * What is done with each save: faults, three questions with their answers in brief, the cards of the framework on a page.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../content/language.js';
import type { Framework, Library } from '../../content/library.js';
import { type Compass, createCompass } from '../../conversation/compass.js';
import type { Dictionary } from '../../language/dictionary.js';
import { checkFolder } from '../../storage/content-check.js';
import { loadContent } from '../../storage/content-files.js';
import type { ContentFault } from '../../storage/content-reading.js';
import type { IntentModel } from '../../understanding/intent-model.js';
import { ask } from '../ask.js';
import { findingLines } from '../check-content.js';
import { main as gallery } from '../gallery.js';
import type { Texts } from '../strings/da.js';
import { wrap } from '../terminal/bars.js';
import { refuse, type Terminal, tell } from '../terminal/terminal.js';

/** What stays the same from save to save; `model` is what was learned before the first of them that had no fault. */
export type Desk = {
  readonly folder: string;
  readonly language: Language;
  readonly out: string;
  readonly say: Texts;
  readonly to: Terminal;
  readonly dictionary: Dictionary;
  readonly model: () => Promise<IntentModel | undefined>;
};

/** How much of an answer is printed: what shows whether it is the right one. */
const LINES = 6;
/** So many faults can be taken in at once; a heading with a new id gives a dozen. */
const MOST_FAULTS = 5;
/** As wide as the narrowest terminal that people use. */
const WIDTH = 78;

/** Looks at a save of some files; gives the framework that was meant, or undefined where there are faults. */
export async function lookAt(
  paths: readonly string[],
  { folder, language, out, say, to, dictionary, model }: Desk,
): Promise<string | undefined> {
  const { faults, remarks } = await checkFolder(folder);
  // What stops a start is among what the check finds, but for a save in between.
  const loaded = faults.length === 0 ? loadContent(folder) : ({ ok: false, faults } as const);
  if (!loaded.ok) {
    refuse([say.content.faults(loaded.faults.length), ...firstOf(loaded.faults, paths, { folder, language, say })], to);
    return undefined;
  }
  const own = ofSaved(remarks, paths, folder);
  tell(
    [say.content.noFaults, ...(own.length > 0 ? ['', say.checkContent.remarks, ...firstOf(own, paths, { folder, language, say })] : [])],
    to,
  );
  const { library, lexicon } = loaded;
  const framework = frameworkOf(paths, folder, library);
  if (!framework) return undefined;
  const learned = await model();
  const compass = createCompass(library, lexicon, { dictionary, learned: () => learned });
  tell(['', say.content.asks(framework.id), ...answersOf(compass, framework, language, say)], to);
  if (paths.some((path) => dirname(path) === join('lexicon', 'said'))) tell(['', say.content.old], to);
  gallery(['--framework', framework.id, '--out', out], { CONTENT_DIR: folder }, { ...to, print: () => undefined });
  return framework.id;
}

/** Those of the saved files first: what other files say of them may be an echo that goes away by itself. */
function firstOf(
  faults: readonly ContentFault[],
  paths: readonly string[],
  { folder, language, say: { content: say } }: Pick<Desk, 'folder' | 'language' | 'say'>,
): string[] {
  const own = ofSaved(faults, paths, folder);
  const ordered = [...own, ...faults.filter((fault) => !own.includes(fault))];
  const more = ordered.length - MOST_FAULTS;
  return [...findingLines(ordered.slice(0, MOST_FAULTS), language), ...(more > 0 ? [say.moreFaults(more)] : [])];
}

function ofSaved(found: readonly ContentFault[], paths: readonly string[], folder: string): ContentFault[] {
  const saved = new Set(paths.map((path) => resolve(folder, path)));
  return found.filter(({ file }) => saved.has(resolve(file)));
}

/** The framework that saved files are about: by name, by what they say, or by whose source it is; else the first there is. */
export function frameworkOf(paths: readonly string[], folder: string, library: Library): Framework | undefined {
  const found = paths.flatMap((path) => {
    const name = basename(path).replace(/\.(yaml|txt)$/, '');
    const bySource = library.frameworks.find(({ source }) => dirname(path) === 'sources' && source.file === basename(path));
    return library.framework(name) ?? bySource ?? library.framework(namedIn(join(folder, path))) ?? [];
  });
  return found[0] ?? library.fallback ?? library.frameworks[0];
}

function namedIn(file: string): string {
  try {
    const { framework } = parse(readFileSync(file, 'utf8')) as { framework?: unknown };
    return `${framework ?? ''}`;
  } catch {
    return '';
  }
}

/** Three questions with the first lines of their answers. */
function answersOf(compass: Compass, framework: Framework, language: Language, { content: say }: Texts): string[] {
  const [role] = framework.roles;
  const [theme] = framework.themes;
  if (!role || !theme) return [];
  const questions = [say.questions.role(role.name[language]), say.questions.theme(theme.label.text), say.questions.prompt];
  return questions.flatMap((question) => {
    const { record } = ask(compass, question, { framework: framework.id, role: role.id });
    const lines = record.text.split('\n').filter((line) => line.trim() !== '');
    const shown = lines.slice(0, LINES).flatMap((line) => wrap(line, WIDTH).map((each) => `    ${each}`));
    return ['', `  ${question}`, ...shown, ...(lines.length > LINES ? [`    ${say.more}`] : [])];
  });
}
