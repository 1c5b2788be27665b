/**
 * `npm run check-content [-- folder] [--said]`: checks everything an editor wrote and prints a table of what there is; with
 * `--said` also how well what people said can be learned.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allStatements, type Framework, type Library } from '../content/library.js';
import { createVocabulary } from '../language/vocabulary.js';
import { loadThroughCopy } from '../storage/content-copy.js';
import type { ContentFault, Loaded } from '../storage/content-files.js';
import { readSaid } from '../storage/said-files.js';
import { readTenants } from '../storage/tenants-file.js';
import { reportSaid } from './evaluation/said.js';
import type { Texts } from './strings/da.js';
import { faultLines, learnNow } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, type Terminal, tell, terminal } from './terminal/terminal.js';

const codeFolder = fileURLToPath(new URL('..', import.meta.url));
const packageFolder = resolve(codeFolder, '..');

/** Prints the table or every fault, and gives the exit code: 0 when there is no fault. */
export function checkContent(loaded: Loaded, say: Texts, to: Terminal): number {
  const { head, problems, noProblems } = say.checkContent;
  if (!loaded.ok) {
    tell([...faultLines(loaded.faults), '', problems(loaded.faults.length)], to);
    return 1;
  }
  const { library, lexicon } = loaded;
  const rows = library.frameworks.map((framework) => rowOf(library, framework));
  return tell([...toTable([head, ...rows], 1), '', noProblems(lexicon.topics.length, lexicon.titles.length, lexicon.cues.size)], to);
}

/** What is wrong with the file of tenants, where there is one. */
function findTenantFaults({ frameworks }: Library, env: NodeJS.ProcessEnv): readonly ContentFault[] {
  const [file, mode, graph] = ['TENANTS_FILE', 'SECOND_READER', 'GRAPH'].map((key) => env[key]?.trim() || undefined);
  if (!file) return [];
  const around = { frameworks: frameworks.map(({ id }) => id), hasReader: (mode ?? 'off') !== 'off', hasGraph: graph === 'on' };
  const read = readTenants(resolve(packageFolder, file), around);
  return read.ok ? [] : read.faults;
}

function rowOf(library: Library, framework: Framework): string[] {
  const definitions = framework.themes.filter((theme) => theme.definition).length;
  const prompts = allStatements(framework).filter((statement) => library.promptsFor(statement.id).length > 0).length;
  const all = allStatements(framework).length;
  const agreements = framework.themes.filter(({ id }) => library.agreementExample(framework.id, id)).length;
  return [
    framework.id,
    `${framework.roles.length}`,
    `${framework.statements.length}`,
    `${framework.common.statements.length}`,
    `${definitions}`,
    `${prompts}/${all}`,
    `${agreements}/${framework.themes.length}`,
    '0',
  ];
}

/**
 * The command: its argument or CONTENT_DIR names another folder than `content`. Part of `npm run build`, where it leaves
 * the copies that a start reads.
 */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const folder = rest.find((each) => !each.startsWith('--')) ?? (env['CONTENT_DIR'] || 'content');
  const loaded = await loadThroughCopy(folder, {}, codeFolder);
  if (!loaded.ok) return checkContent(loaded, say, to);
  const tenantFaults = findTenantFaults(loaded.library, env);
  if (tenantFaults.length > 0) return checkContent({ ok: false, faults: tenantFaults }, say, to);
  loaded.compile();
  if (!(loaded.learned() || learnNow(folder, loaded, say, to))) return 1;
  const code = checkContent(loaded, say, to);
  const read = rest.includes('--said') ? readSaid(folder) : undefined;
  if (!read?.ok) return code;
  const vocabulary = createVocabulary(loaded.library, loaded.lexicon, loaded.compile().words, loaded.dictionary);
  return tell(['', ...reportSaid(vocabulary, read.writers, say)], to);
}
