/**
 * `npm run content`: looks at the content folder whenever somebody saves a file in it, until Ctrl-C. `-- --report` writes one page on how
 * the content is.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { systemClock } from '../clock.js';
import type { Language } from '../content/language.js';
import { isDate } from '../language/times/when.js';
import { loadThroughCopy } from '../storage/content-copy.js';
import { openCopies } from '../storage/copies.js';
import { loadDictionary } from '../storage/dictionary-file.js';
import type { IntentModel } from '../understanding/intent-model.js';
import type { Texts } from './strings/da.js';
import { codeFolder, learnNow } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';
import { reportContent } from './writing/report.js';
import { watchContent } from './writing/watching.js';

/** The page's port unless told otherwise; where it is taken, a free one. */
const USUAL_PORT = 4180;

/** Where the page with the cards is written, as `npm run gallery` does. */
const OUT = 'out';

/** What the command was told. */
type Order = {
  readonly folder: string;
  readonly port: number;
  readonly report: boolean;
  readonly out: string | undefined;
  readonly since: string | undefined;
  readonly tenant: string | undefined;
};

/** The command. `until` ends the watch: Ctrl-C unless told otherwise. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal, until?: AbortSignal): Promise<number> {
  const { say, language, rest } = readSpeech(args, '--da');
  const order = readOrder(rest, env, say);
  if (Array.isArray(order)) return refuse(order, to);
  const { folder, report, since, tenant, out = 'report.html' } = order as Order;
  if (!existsSync(join(folder, 'frameworks'))) return refuse([say.content.noFolder(folder)], to);
  if (report) return await reportContent({ folder, since, tenant, out, language }, env, say, to);
  return await watchUntil(order as Order, language, say, to, until ?? untilInterrupted());
}

function readOrder(args: readonly string[], env: NodeJS.ProcessEnv, { content: say }: Texts): Order | string[] {
  const text = { type: 'string' } as const;
  const options = { folder: text, port: text, out: text, since: text, tenant: text, report: { type: 'boolean' } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { folder = env['CONTENT_DIR'] || 'content', port = `${USUAL_PORT}`, report = false, out, since, tenant } = values;
    if (!report && (out ?? since ?? tenant) !== undefined) return [say.usage];
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return [say.noPort(port), say.usage];
    if (since !== undefined && !isDate(since)) return [say.noDate(since), say.usage];
    return { folder, port: Number(port), report, out, since, tenant };
  } catch {
    return [say.usage];
  }
}

/** Ends at the first Ctrl-C. */
function untilInterrupted(): AbortSignal {
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  return ending.signal;
}

async function watchUntil({ folder, port }: Order, language: Language, say: Texts, to: Terminal, until: AbortSignal): Promise<number> {
  // What looks at a save brings the whole product with it; a usage does not need it.
  const [{ lookAt }, { servePage }] = await Promise.all([import('./writing/round.js'), import('./writing/page-server.js')]);
  const dictionary = await loadDictionary(openCopies(join(codeFolder, '.copies')));
  const desk = { folder, language, out: OUT, say, to, dictionary, model: learnOnce(folder, say, to) };
  const page = await servePage(join(OUT, 'gallery.html'), port);
  tell([say.content.watching(folder), ''], to);
  const look = async (paths: readonly string[]) => {
    await lookAt(paths, desk);
    page.refresh();
  };
  // What is saved while it learns is looked at afterwards.
  let first: Promise<void> | undefined;
  const ended = new Promise<number>((resolve) => {
    const watching = watchContent(
      folder,
      async (paths) => {
        await first;
        tell(['', say.content.saved(DateTime.fromJSDate(systemClock()).toFormat('HH:mm:ss'), paths.join(', '))], to);
        await look(paths);
      },
      (code) => end(refuse([say.content.broken(code)], to)),
    );
    const end = (exit: number) => {
      watching.close();
      page.close();
      resolve(exit);
    };
    until.addEventListener('abort', () => end(tell(['', say.content.stopped], to)), { once: true });
  });
  first = look([newestIn(folder)]);
  await first;
  tell(['', say.content.page(page.address)], to);
  return await ended;
}

/** The framework that somebody worked on last. */
function newestIn(folder: string): string {
  const timeOf = (name: string) => statSync(join(folder, 'frameworks', name)).mtimeMs;
  const names = readdirSync(join(folder, 'frameworks')).filter((name) => name.endsWith('.yaml'));
  return join('frameworks', names.sort((one, other) => timeOf(other) - timeOf(one))[0] ?? '');
}

/** What was learned of the content, or is learned when it is first asked for with no fault in it; after that it stays, as training takes long. */
function learnOnce(folder: string, say: Texts, to: Terminal): () => Promise<IntentModel | undefined> {
  let model: IntentModel | undefined;
  return async () => {
    if (model) return model;
    const content = await loadThroughCopy(folder, {}, codeFolder);
    model = content.ok ? (content.learned() ?? learnNow(folder, content, say, to)) : undefined;
    return model;
  };
}
