import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { beforeAll, describe, expect, it } from 'vitest';

/** Folders that compute and never touch the world, lowest first: each imports itself and those before it. */
const PURE = ['care', 'content', 'questions', 'nudges/rules', 'answers', 'cards', 'web'];

/** Packages that one place alone may name. */
const OWNERS: Record<string, (file: string) => boolean> = {
  botbuilder: (file) => file.startsWith('teams/'),
  'botbuilder-stdlib': (file) => file.startsWith('teams/'),
  restify: (file) => file === 'server.ts',
  '@azure/identity': (file) => /^(storage|teams|azure)\//.test(file),
  kysely: (file) => file.startsWith('storage/'),
  pg: (file) => file.startsWith('storage/'),
  libsql: (file) => file.startsWith('storage/'),
};

type Import = { file: string; names: string };

/** What breaks a rule, in words; empty when nothing does. */
function faultsOf(file: string, code: string): string[] {
  const room = roomOf(file);
  const pure = PURE.includes(room);
  return [...importFaults(file, code, pure ? room : undefined), ...ambientFaults(file, code, pure)];
}

/** The room that a file is in: its folder, or the folder's own part that has a rule of its own; '' for the root. */
function roomOf(file: string): string {
  const [folder = '', inner = ''] = dirname(file).split('/');
  const nested = `${folder}/${inner}`;
  return PURE.includes(nested) ? nested : folder === '.' ? '' : folder;
}

function importFaults(file: string, code: string, pure: string | undefined): string[] {
  return importsOf(file, code).flatMap(({ names }) => {
    const owner = Object.entries(OWNERS).find(([name]) => names === name || names.startsWith(`${name}/`));
    if (owner && !owner[1](file)) return [`${file} imports ${names}`];
    if (names.startsWith('src:commands/') && !file.startsWith('commands/')) return [`${file} imports a command: ${names}`];
    if (!pure) return [];
    if (names.startsWith('node:')) return [`${file} is pure and imports ${names}`];
    const target = names.split('/')[0] ?? '';
    if (!names.startsWith('.') && !target.startsWith('src:')) return [];
    const into = roomOf(names.replace(/^src:/, ''));
    return PURE.indexOf(into) > PURE.indexOf(pure) || !PURE.includes(into) ? [`${file} imports upwards: ${names}`] : [];
  });
}

function ambientFaults(file: string, code: string, pure: boolean): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const faults: string[] = [];
  if (pure && /new Date\(\)|Date\.now\(|\bset(Timeout|Interval)\(|Math\.random\(|performance\.now\(/.test(bare))
    faults.push(`${file} is pure and reads a clock, a timer or chance`);
  if (/process\.env\b/.test(bare) && file !== 'main.ts' && !file.startsWith('commands/')) faults.push(`${file} reads process.env`);
  return faults;
}

/** The imports of a file; those of our own as `src:<path>`. */
function importsOf(file: string, code: string): Import[] {
  const [imports] = parse(code);
  return imports.flatMap(({ specifier }) => {
    if (!specifier) return [];
    if (!specifier.startsWith('.')) return [{ file, names: specifier }];
    return [{ file, names: `src:${normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts')}` }];
  });
}

function sources(): string[] {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative('src', join(entry.parentPath, entry.name)));
}

beforeAll(async () => {
  await init;
});

describe('the import directions of the house', () => {
  it('are kept by every file', () => {
    expect(sources().flatMap((file) => faultsOf(file, readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  it.each([
    ['cards/x.ts', `import { a } from '../teams/adapter.js';`],
    ['content/x.ts', `import { a } from '../answers/answer.js';`],
    ['cards/x.ts', `import type { Incoming } from '../conversation/incoming.js';`],
    ['answers/x.ts', `import { readFileSync } from 'node:fs';`],
    ['cards/x.ts', `import { CloudAdapter } from 'botbuilder';`],
    ['people/x.ts', `import { a } from '../commands/ask.js';`],
    ['teams/x.ts', `import restify from 'restify';`],
    ['questions/x.ts', 'const now = new Date();'],
    ['nudges/rules/x.ts', 'const chance = Math.random();'],
    ['teams/x.ts', 'const port = process.env.PORT;'],
  ])('notice a planted violation in %s: %s', (file, code) => {
    expect(faultsOf(file, code)).toHaveLength(1);
  });

  it('keep files short enough to read', () => {
    const long = sources().filter((file) => readFileSync(join('src', file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
