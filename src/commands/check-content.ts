/**
 * `npm run check-content [-- folder]`: checks everything an editor wrote and prints a table of what there is.
 */
import { fileURLToPath } from 'node:url';
import { allStatements, type Framework, type Library } from '../content/library.js';
import { loadThroughCopy } from '../storage/content-copy.js';
import type { Loaded } from '../storage/content-files.js';

const codeFolder = fileURLToPath(new URL('..', import.meta.url));
const HEAD = ['framework', 'roles', 'statements', 'common', 'definitions', 'prompts', 'problems'];

/** Prints the table or every fault; true when there is no fault. */
export function checkContent(loaded: Loaded, print: (line: string) => void): boolean {
  if (!loaded.ok) {
    for (const fault of loaded.faults) print(`${fault.file}:${fault.line}: ${fault.message}`);
    print(`\n${loaded.faults.length} ${loaded.faults.length === 1 ? 'problem' : 'problems'} found. Mend them and run this again.`);
    return false;
  }
  const { library } = loaded;
  const rows = library.frameworks.map((framework) => rowOf(library, framework));
  for (const line of toTable([HEAD, ...rows])) print(line);
  print(
    `\n${loaded.lexicon.topics.length} topics, ${loaded.lexicon.titles.length} titles and ${loaded.lexicon.cues.size} groups of cues in the lexicon. No problems found.`,
  );
  return true;
}

function rowOf(library: Library, framework: Framework): string[] {
  const definitions = framework.themes.filter((theme) => theme.definition).length;
  const prompts = allStatements(framework).filter((statement) => library.promptsFor(statement.id).length > 0).length;
  const all = allStatements(framework).length;
  return [
    framework.id,
    `${framework.roles.length}`,
    `${framework.statements.length}`,
    `${framework.common.statements.length}`,
    `${definitions}`,
    `${prompts}/${all}`,
    '0',
  ];
}

function toTable(rows: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
}

/**
 * The command: its argument or CONTENT_DIR names another folder than `content`. Part of `npm run build`, where it leaves
 * the copies that a start reads.
 */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const loaded = await loadThroughCopy(args[0] ?? (env['CONTENT_DIR'] || 'content'), {}, codeFolder);
  if (loaded.ok) loaded.compile();
  return checkContent(loaded, (line) => process.stdout.write(`${line}\n`)) ? 0 : 1;
}
