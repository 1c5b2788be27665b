/**
 * `npm run import -- fil.docx --id nordkoebing-2026`: a document becomes the draft of a framework, and a page to look it through on.
 * What a hand changed in an earlier draft stays.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { findFrameworkFaults } from '../content/faults.js';
import { type FrameworkFile, frameworkSchema, type Level } from '../content/framework.js';
import type { Language } from '../content/language.js';
import { sayInLine } from '../content/words.js';
import { draftOf } from '../importing/draft.js';
import { reviewPage } from '../importing/page.js';
import { foreignIn, reviewOf } from '../importing/review.js';
import { da as words } from '../importing/strings/da.js';
import { en as englishWords } from '../importing/strings/en.js';
import { readStructure, type Structure, type Titles } from '../importing/structure.js';
import { findEncodingFault } from '../storage/content-encoding.js';
import { type ContentFault, readYaml, toFaults } from '../storage/content-reading.js';
import { isId } from '../writing/id.js';
import { measureAll } from './import/measuring.js';
import { formats, readDocument } from './import/read.js';
import type { Texts } from './strings/da.js';
import { packageFolder } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** What is asked for. */
type Wanted = { readonly file: string; readonly id: string; readonly name: string | undefined; readonly out: string };

const OUT = 'out/import';

/** The command; it speaks Danish unless it is told otherwise. CONTENT_DIR names another folder than `content`. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, language, rest } = readSpeech(args, '--da');
  const content = env['CONTENT_DIR'] || join(packageFolder, 'content');
  if (rest.length === 1 && rest[0] === '--measure') return tell(measureAll(content, readTitles(content), say), to);
  const wanted = parse(rest);
  if (!wanted) return refuse([say.importing.usage(formats.join('|'))], to);
  if (!isId(wanted.id)) return refuse([say.importing.badId(wanted.id)], to);
  const files = filesOf(wanted);
  const foreign = existsSync(files.last) ? undefined : [files.draft, files.source].find((each) => existsSync(each));
  if (foreign) return refuse([say.importing.notOurs(foreign)], to);
  const unreadable = existsSync(files.draft) ? findEncodingFault(readFileSync(files.draft)) : undefined;
  if (unreadable) return refuse([`${files.draft}:${unreadable.line}: ${sayInLine(unreadable.found, language)}`], to);
  const titles = readTitles(content);
  const read = await readDocument(wanted.file, new Set(titles.keys()));
  if ('fault' in read) return refuse([say.importing.faults[read.fault](basename(wanted.file))], to);
  const structure = readStructure(read.units, titles);
  try {
    return await write(wanted, files, structure, read.text, { say, language }, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse(
      [error.code === 'ERR_MODULE_NOT_FOUND' ? say.importing.faults.tools(basename(wanted.file)) : say.importing.unwritable(wanted.out)],
      to,
    );
  }
}

function parse(args: readonly string[]): Wanted | undefined {
  const option = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { id: option, name: option, out: option },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || !values.id) return undefined;
    return { file, id: values.id, name: values.name, out: values.out ?? OUT };
  } catch {
    return undefined;
  }
}

type Files = { readonly draft: string; readonly source: string; readonly page: string; readonly last: string };

function filesOf({ out, id }: Wanted): Files {
  return {
    draft: join(out, 'frameworks', `${id}.yaml`),
    source: join(out, 'sources', `${id}.txt`),
    page: join(out, 'import', `${id}.html`),
    last: join(out, 'import', `${id}.last.yaml`),
  };
}

async function write(
  { file, id, name }: Wanted,
  files: Files,
  structure: Structure,
  text: string,
  { say, language }: { say: Texts; language: 'da' | 'en' },
  to: Terminal,
): Promise<number> {
  const { mergeDrafts, writeDraft } = await import('../importing/write.js');
  const spoken = language === 'da' ? words : englishWords;
  const fresh = writeDraft(draftOf(structure, { id, ...(name && { name }) }), basename(file), spoken);
  const { text: merged, conflicts } = existsSync(files.draft)
    ? mergeDrafts(readFileSync(files.last, 'utf8'), withOurEnds(readFileSync(files.draft, 'utf8')), fresh)
    : { text: fresh, conflicts: [] };
  const checked = check(files.draft, merged, language);
  const review = reviewOf(structure, checked.written, spoken);
  const shown = checked.written ? { ...checked.written } : undefined;
  const page = reviewPage(
    { id, name: name ?? shown?.name ?? id, language, review, written: shown, conflicts, faults: checked.faults },
    spoken,
  );
  for (const [path, content] of [
    [files.source, text],
    [files.draft, merged],
    [files.page, page],
    [files.last, fresh],
  ] as const) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const foreign = checked.written ? foreignIn(checked.written, structure.placed).length : 0;
  const counts = {
    statements: checked.written ? countOf(checked.written) : 0,
    doubtful: review.doubtful.length,
    conflicts: conflicts.length,
    foreign,
    faults: checked.faults.length,
  };
  return tell([...say.importing.done(counts), ...say.importing.written(files)], to);
}

function countOf({ common, statements }: FrameworkFile): number {
  return common.statements.length + statements.reduce((sum, { items }) => sum + items.length, 0);
}

/** Some programs put a mark before a text and end lines in their own way: that is no change of a hand's. */
function withOurEnds(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

/** The draft as a framework, as far as it is one, and every fault of it. */
function check(
  path: string,
  text: string,
  language: Language,
): { readonly written: FrameworkFile | undefined; readonly faults: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-draft-'));
  try {
    const copy = join(folder, basename(path));
    writeFileSync(copy, text);
    const faults: ContentFault[] = [];
    const [read] = readYaml(copy, frameworkSchema, faults, 'framework');
    const found = read ? [...faults, ...toFaults(read, findFrameworkFaults(read.data))] : faults;
    return { written: read?.data, faults: found.map((each) => `${each.line}: ${sayInLine(each.found, language)}`) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The titles that the product knows besides those of a framework, with the rung that fits each best. */
function readTitles(content: string): Titles {
  const path = join(content, 'lexicon', 'titles.yaml');
  if (!existsSync(path)) return new Map();
  const { titles = [] } = (parseYaml(readFileSync(path, 'utf8')) ?? {}) as { titles?: { title: string; levels: Level[] }[] };
  return new Map(titles.flatMap(({ title, levels: [level] }) => (level ? [[title.toLowerCase(), level] as const] : [])));
}
