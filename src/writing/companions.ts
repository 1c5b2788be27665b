/**
 * What goes with a new edition: the prompts, agreements and questions of the one before, as far as what they are about goes on.
 */
import { stringify } from 'yaml';
import type { AgreementFile } from '../content/agreements.js';
import type { AskFile } from '../content/asks.js';
import type { FrameworkFile } from '../content/framework.js';
import type { PromptFile } from '../content/prompts.js';
import { type Edition, saidIn } from './edition.js';
import { type ContentFile, schemaLine } from './template.js';

/** What was written for the edition before. */
export type Companions = {
  readonly prompts: readonly PromptFile[];
  readonly agreements: readonly AgreementFile[];
  readonly questions: readonly AskFile[];
};

/** YAML without a break inside a sentence, so that a line is a text. */
function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** The file of a framework that was made of another's data; `notes` stand at its end as comments. */
export function frameworkYaml(file: FrameworkFile, notes: readonly string[]): string {
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value, (_, each) => wordingOf(each))) as T;
  const comments = notes.map((note) => `# ${note.replaceAll('\n', ' ')}\n`).join('');
  return `${schemaLine('framework')}\n${toYaml(plain(file))}${comments && `\n${comments}`}`;
}

/** A wording with nothing mended stands as its text alone. */
function wordingOf(value: unknown): unknown {
  const isWording = typeof value === 'object' && value !== null && Object.keys(value).join() === 'text';
  return isWording ? (value as { text: string }).text : value;
}

/** The files beside the framework's own. What borrows a prompt keeps its id, so that notes to it go on. */
export function companionFiles(older: FrameworkFile, { framework, carried }: Edition, written: Companions): readonly ContentFile[] {
  const { id } = framework;
  const statements = new Set(saidIn(framework).map((said) => said.id));
  const went = carried.map(({ before }) => before.id).filter((each) => statements.has(each));
  const themes = new Set(framework.themes.map((theme) => theme.id));
  const agreements = agreementsOf(older, framework, written, themes);
  const questions = questionsOf(older, id, written, new Set(went), themes);
  return [
    { path: `prompts/${id}.yaml`, text: `${schemaLine('prompts')}\n${toYaml(promptsOf(older, id, written, went, themes))}` },
    ...(agreements ? [{ path: `agreements/${id}.yaml`, text: `${schemaLine('agreements')}\n${toYaml(agreements)}` }] : []),
    ...(questions ? [{ path: `questions/${id}.yaml`, text: toYaml(questions) }] : []),
  ];
}

function promptsOf(
  older: FrameworkFile,
  framework: string,
  { prompts }: Companions,
  statements: readonly string[],
  themes: ReadonlySet<string>,
): PromptFile {
  const files = prompts.filter((file) => file.framework === older.id);
  const own = files.flatMap((file) => file.prompts);
  const borrowed = new Map(files.flatMap((file) => Object.entries(file.borrow)));
  const borrow = statements.flatMap((id): [string, string][] => {
    const first = own.find(({ statement }) => statement === id);
    const prompt = first ? `${older.id}/${first.id}` : borrowed.get(id);
    return prompt ? [[id, prompt]] : [];
  });
  return { framework, prompts: own.filter(({ theme }) => theme !== undefined && themes.has(theme)), borrow: Object.fromEntries(borrow) };
}

function agreementsOf(
  older: FrameworkFile,
  framework: FrameworkFile,
  { agreements }: Companions,
  themes: ReadonlySet<string>,
): AgreementFile | undefined {
  const file = agreements.find((each) => each.framework === older.id);
  const examples = file?.examples.filter(({ theme }) => themes.has(theme)) ?? [];
  // Each theme has one, or there is no file: what is missing is for people to write.
  if (!file || framework.themes.some(({ id }) => !examples.some(({ theme }) => theme === id))) return undefined;
  return { framework: framework.id, ...(file.common && { common: file.common }), examples };
}

function questionsOf(
  older: FrameworkFile,
  framework: string,
  { questions }: Companions,
  statements: ReadonlySet<string>,
  themes: ReadonlySet<string>,
): AskFile | undefined {
  const files = questions.filter((file) => file.framework === older.id);
  const join = (part: 'statements' | 'themes' | 'words', isKept: (key: string) => boolean) => {
    const lines = new Map<string, string[]>();
    for (const file of files)
      for (const [key, texts] of Object.entries(file[part])) if (isKept(key)) lines.set(key, [...(lines.get(key) ?? []), ...texts]);
    return Object.fromEntries(lines);
  };
  if (files.length === 0) return undefined;
  return {
    framework,
    statements: join('statements', (key) => statements.has(key)),
    themes: join('themes', (key) => themes.has(key.split('/')[0] ?? '')),
    words: join('words', (key) => statements.has(key)),
  };
}
