import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isAnswerable } from '../../src/answers/answerer.js';
import { type FrameworkFile, frameworkSchema } from '../../src/content/framework.js';
import { createLibrary, type Library } from '../../src/content/library.js';
import { createCompass } from '../../src/conversation/compass.js';
import { dictionary, learned, lexicon, library } from '../support/content.js';
import { loadLabelled } from './labelled.js';
import { printTable, timeEach } from './measure.js';

const sizes = [5, 50, 200];

/** What a question costs when there are more frameworks: copies of ours under names of their own, each with its prompts. */
export async function benchScale(): Promise<void> {
  const questions = loadLabelled(library).filter((_, at) => at % 3 === 0);
  const files = readFiles();
  const rows = [];
  for (const size of sizes) {
    const copies = copyLibrary(files, library, size);
    const begin = performance.now();
    const compass = createCompass(copies, lexicon, { learned, dictionary });
    const compileMs = performance.now() - begin;
    const { p50, p99 } = await timeEach(questions, ({ text, profile }) => {
      const { question } = compass.understand(text, profile);
      if (isAnswerable(question)) compass.answer(question, { group: false, random: () => 0, language: 'da', profile: undefined });
    });
    rows.push({ size, compileMs, p50, p99, statements: copies.frameworks.reduce((sum, { statements }) => sum + statements.length, 0) });
  }
  const [first] = rows;
  printTable(
    `Understood and answered, ${questions.length} labelled questions of every kind`,
    ['frameworks', 'role statements', 'ready after ms', 'p50 ms', 'p99 ms', 'frameworks x', 'p50 x'],
    rows.map(({ size, statements, compileMs, p50, p99 }) => [
      String(size),
      String(statements),
      compileMs,
      p50,
      p99,
      size / (first?.size ?? 1),
      p50 / (first?.p50 ?? 1),
    ]),
  );
}

function readFiles(): FrameworkFile[] {
  return readdirSync('content/frameworks').map((name) => frameworkSchema.parse(parse(readFileSync(`content/frameworks/${name}`, 'utf8'))));
}

/** The first ones are ours, so that the questions find what they are about. */
function copyLibrary(files: readonly FrameworkFile[], { prompts, asks }: Library, size: number): Library {
  const rounds = Array.from({ length: Math.ceil(size / files.length) }, (_, round) => round);
  const rename = (id: string, round: number) => (round === 0 ? id : `kopi-${round}-${id}`);
  const frameworks = rounds.flatMap((round) => files.map((file) => copyFile(file, (id) => rename(id, round), round)));
  const copies = rounds.flatMap((round) =>
    prompts.map((prompt) => ({
      ...prompt,
      id: rename(prompt.id, round),
      framework: rename(prompt.framework, round),
      statements: prompt.statements.map((id) => rename(id, round)),
    })),
  );
  const asked = rounds.flatMap((round) =>
    asks.map((ask) => ({
      ...ask,
      framework: rename(ask.framework, round),
      ...(ask.statement && { statement: rename(ask.statement, round) }),
    })),
  );
  return createLibrary(frameworks.slice(0, size), copies, undefined, { asks: asked });
}

function copyFile(file: FrameworkFile, rename: (id: string) => string, round: number): FrameworkFile {
  if (round === 0) return file;
  const { supersedes, name, title, aliases } = file;
  const place = `Kommune ${round}`;
  return {
    ...file,
    id: rename(file.id),
    name: `${place} ${name}`,
    title: `${place} ${title}`,
    aliases: aliases.map((alias) => `${place} ${alias}`),
    ...(supersedes && { supersedes: rename(supersedes) }),
  };
}
