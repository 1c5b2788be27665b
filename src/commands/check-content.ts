/**
 * `npm run check-content [-- folder] [--strict] [--said] [--schemas]`: looks over everything an editor wrote, says what is wrong and
 * what to write instead, and prints a table of what there is. `--strict` ends with 1 for remarks too; `--said` also tells how well
 * what people said can be learned; `--schemas` writes what editors' programs complete by. Danish unless `--en`.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Language } from '../content/language.js';
import { allStatements, type Framework, type Library } from '../content/library.js';
import { say as words } from '../content/words.js';
import type { Lexicon } from '../language/lexicon.js';
import { createVocabulary } from '../language/vocabulary.js';
import { type Checked, checkFolder } from '../storage/content-check.js';
import { loadThroughCopy } from '../storage/content-copy.js';
import type { ContentFault } from '../storage/content-reading.js';
import { writeSchemas } from '../storage/content-schemas.js';
import { readSaid } from '../storage/said-files.js';
import { readTenants } from '../storage/tenants-file.js';
import { findUnlikely, reportSaid } from './evaluation/said.js';
import type { Texts } from './strings/da.js';
import { learnNow } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

const codeFolder = fileURLToPath(new URL('..', import.meta.url));
const packageFolder = resolve(codeFolder, '..');

type Order = { readonly folder: string; readonly flags: { readonly [flag in keyof typeof flags]?: boolean | undefined } };
const flags = { strict: { type: 'boolean' }, said: { type: 'boolean' }, schemas: { type: 'boolean' }, build: { type: 'boolean' } } as const;

/** What was found, each with the lines to write instead below it. */
export function findingLines(found: readonly ContentFault[], language: Language): string[] {
  return found.flatMap(({ file, line, found: each }) => {
    const { text, write = [] } = words(each, language);
    return [`${file}:${line}: ${text}`, ...write.map((written) => `    ${written}`)];
  });
}

/** Faults, then remarks, then how many there are. */
function reportLines({ faults, remarks }: Checked, { checkContent: say }: Texts, language: Language): string[] {
  return [
    ...findingLines(faults, language),
    ...(remarks.length > 0 ? [...(faults.length > 0 ? [''] : []), say.remarks, ...findingLines(remarks, language)] : []),
    ...(faults.length > 0 || remarks.length > 0 ? [''] : []),
    ...(faults.length > 0 ? [say.problems(faults.length)] : []),
    ...(faults.length === 0 && remarks.length > 0 ? [say.onlyRemarks(remarks.length)] : []),
  ];
}

/** A row for each framework, and what the lexicon has. */
export function tableLines(library: Library, lexicon: Lexicon, { checkContent: { head, noProblems } }: Texts): string[] {
  const rows = library.frameworks.map((framework) => rowOf(library, framework));
  return [...toTable([head, ...rows], 1), '', noProblems(lexicon.topics.length, lexicon.titles.length, lexicon.cues.size)];
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
 * The command: its argument or CONTENT_DIR names another folder than `content`. Part of `npm run build`, which leaves the copies
 * that a start reads and asks for no more than a start does.
 */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, language, rest } = readSpeech(args, '--da');
  const order = parse(rest, env);
  if (!order) return refuse([say.checkContent.usage], to);
  const { folder, flags: asked } = order;
  if (asked.schemas) return tell([say.checkContent.schemas(await writeSchemas(folder))], to);
  const checked = asked.build ? { faults: [], remarks: [] } : await checkFolder(folder);
  if (checked.faults.length > 0) return fail(checked, say, language, to);
  const loaded = await loadThroughCopy(folder, {}, codeFolder);
  if (!loaded.ok) return fail({ faults: loaded.faults, remarks: [] }, say, language, to);
  const tenantFaults = findTenantFaults(loaded.library, env);
  if (tenantFaults.length > 0) return fail({ ...checked, faults: tenantFaults }, say, language, to);
  const vocabulary = createVocabulary(loaded.library, loaded.lexicon, loaded.compile().words, loaded.dictionary);
  const model = loaded.learned() ?? learnNow(folder, loaded, say, to);
  if (!model) return 1;
  const read = asked.build ? undefined : readSaid(folder);
  const unlikely = read?.ok ? findUnlikely(vocabulary, read, model) : [];
  const all = { faults: [], remarks: [...checked.remarks, ...unlikely] };
  tell(
    [...tableLines(loaded.library, loaded.lexicon, say), ...(all.remarks.length > 0 ? ['', ...reportLines(all, say, language)] : [])],
    to,
  );
  if (asked.said && read?.ok) tell(['', ...reportSaid(vocabulary, read.writers, say)], to);
  return asked.strict && all.remarks.length > 0 ? 1 : 0;
}

function fail(checked: Checked, say: Texts, language: Language, to: Terminal): number {
  tell(reportLines(checked, say, language), to);
  return 1;
}

function parse(args: readonly string[], env: NodeJS.ProcessEnv): Order | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    const [folder = env['CONTENT_DIR'] || 'content', ...more] = positionals;
    return more.length > 0 ? undefined : { folder, flags: values };
  } catch {
    return undefined;
  }
}
