import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { beforeAll, describe, expect, it } from 'vitest';

/** Every room of the house, lowest first: each imports itself and those before it. The README's map shows the same. */
const ROOMS = [
  'learning',
  'care',
  'content',
  'language',
  'language/times',
  'search',
  'understanding',
  'nudges/rules',
  'tenants',
  'cards',
  'answers',
  'web',
  'importing',
  'writing',
  'papers',
  'conversation',
  'people',
  'nudges',
  'sharing',
  'azure',
  'telemetry',
  'teams',
  'storage',
  'doctor',
  'settings',
  'http',
  'commands',
];

/** Rooms that compute and never touch the world. */
const PURE = ROOMS.slice(0, ROOMS.indexOf('papers') + 1);

/** What stands at the root: every room that is not pure may use the ground, and nobody but commands what puts it all together. */
const GROUND = ['clock.ts', 'errors.ts', 'log.ts', 'metrics.ts', 'turn-id.ts'];
const TOP = ['main.ts'];

/** Packages that one place alone may name. */
const OWNERS: Record<string, (file: string) => boolean> = {
  botbuilder: (file) => file.startsWith('teams/'),
  'botbuilder-stdlib': (file) => file.startsWith('teams/'),
  restify: (file) => file === 'http/server.ts',
  '@azure/identity': (file) => /^(storage|teams|azure)\//.test(file),
  kysely: (file) => file.startsWith('storage/'),
  pg: (file) => file.startsWith('storage/'),
  libsql: (file) => file.startsWith('storage/'),
  'prom-client': (file) => file.startsWith('telemetry/'),
  '@opentelemetry': (file) => file.startsWith('telemetry/'),
};

type Import = { file: string; names: string };

/** What breaks a rule, in words; empty when nothing does. */
function faultsOf(file: string, code: string): string[] {
  return [...importFaults(file, code), ...ambientFaults(file, code, PURE.includes(roomOf(file)))];
}

/** The room that a file is in: its folder, or the folder's own part that is a room of its own; '' for the root. */
function roomOf(file: string): string {
  const [folder = '', inner = ''] = dirname(file).split('/');
  const nested = `${folder}/${inner}`;
  return ROOMS.includes(nested) ? nested : folder === '.' ? '' : folder;
}

function importFaults(file: string, code: string): string[] {
  return importsOf(file, code).flatMap(({ names }) => {
    const owner = Object.entries(OWNERS).find(([name]) => names === name || names.startsWith(`${name}/`));
    if (owner && !owner[1](file)) return [`${file} imports ${names}`];
    if (names.startsWith('node:') && PURE.includes(roomOf(file))) return [`${file} is pure and imports ${names}`];
    return names.startsWith('src:') && !mayImport(file, names.replace(/^src:/, '')) ? [`${file} imports upwards: ${names}`] : [];
  });
}

/** Only `assemble.ts` knows its room's neighbours, and what they are configured with. */
function mayImport(file: string, target: string): boolean {
  const [from, into] = [roomOf(file), roomOf(target)];
  if (into === '' && GROUND.includes(target)) return !PURE.includes(from);
  if (into === 'commands') return from === 'commands';
  if (from === '') return TOP.includes(file) || (GROUND.includes(file) && GROUND.includes(target));
  if (file.endsWith('/assemble.ts')) return target === 'settings/config.ts' || !['', 'settings', 'http'].includes(into);
  if (into === '') return from === 'commands' && target !== 'main.ts';
  return ROOMS.includes(into) && ROOMS.indexOf(into) <= ROOMS.indexOf(from);
}

/** Files that need each other, in values or types: each circle by its files, in the order of the alphabet. */
function circlesIn(imports: readonly Import[]): string[] {
  const needs = new Map<string, string[]>();
  for (const { file, names } of imports)
    if (names.startsWith('src:')) needs.set(file, [...(needs.get(file) ?? []), names.replace(/^src:/, '')]);
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(needs.get(from) ?? [])];
    for (let file = next.pop(); file !== undefined; file = next.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      next.push(...(needs.get(file) ?? []));
    }
    return seen;
  };
  const reached = new Map([...needs.keys()].map((file) => [file, reach(file)]));
  const circles = [...needs.keys()].flatMap((file) => {
    if (!reached.get(file)?.has(file)) return [];
    return [
      [...needs.keys()]
        .filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file))
        .sort()
        .join(' '),
    ];
  });
  return [...new Set(circles)];
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
    ['content/x.ts', `import { a } from '../answers/kinds.js';`],
    ['cards/x.ts', `import { a } from '../answers/kinds.js';`],
    ['cards/x.ts', `import type { Incoming } from '../conversation/incoming.js';`],
    ['answers/x.ts', `import { readFileSync } from 'node:fs';`],
    ['cards/x.ts', `import { CloudAdapter } from 'botbuilder';`],
    ['people/x.ts', `import { a } from '../commands/ask.js';`],
    ['people/x.ts', `import type { Db } from '../storage/tables.js';`],
    ['people/x.ts', `import { a } from '../nudges/plans.js';`],
    ['conversation/x.ts', `import { a } from '../people/people.js';`],
    ['teams/x.ts', `import type { Config } from '../config.js';`],
    ['clock.ts', `import { a } from './people/people.js';`],
    ['unknown/x.ts', `import { a } from '../people/people.js';`],
    ['teams/x.ts', `import restify from 'restify';`],
    ['understanding/x.ts', 'const now = new Date();'],
    ['nudges/rules/x.ts', 'const chance = Math.random();'],
    ['teams/x.ts', 'const port = process.env.PORT;'],
  ])('notice a planted violation in %s: %s', (file, code) => {
    expect(faultsOf(file, code)).toHaveLength(1);
  });

  it('know every folder as a room, and nothing else at the root', () => {
    const rooms = new Set(sources().map((file) => roomOf(file)));
    expect([...rooms].filter((room) => room !== '').sort()).toEqual([...ROOMS].sort());
    expect(
      sources()
        .filter((file) => !file.includes('/'))
        .sort(),
    ).toEqual([...GROUND, ...TOP].sort());
  });

  it('are the map that the README shows, in the same order', () => {
    const map = /```\nsrc\/([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    const lines = map.split('\n').map((line) => /^( +)([a-z]+(?:\/[a-z]+)?)\//.exec(line) ?? []);
    let above = '';
    const rooms = lines.flatMap(([, indent = '', room]) => {
      if (!room) return [];
      const whole = indent.length > 2 ? `${above}/${room}` : room;
      if (indent.length === 2) above = room;
      return [whole];
    });
    expect(rooms).toEqual(ROOMS);
  });

  it('never go in a circle, neither in values nor in types', () => {
    expect(circlesIn(sources().flatMap((file) => importsOf(file, readFileSync(join('src', file), 'utf8'))))).toEqual([]);
  });

  it('notice a planted circle of two files and of three', () => {
    const file = (name: string, imports: string) => importsOf(`people/${name}.ts`, `import type { A } from './${imports}.js';`);
    expect(circlesIn([...file('a', 'b'), ...file('b', 'a'), ...file('c', 'a')])).toEqual(['people/a.ts people/b.ts']);
    expect(circlesIn([...file('a', 'b'), ...file('b', 'c'), ...file('c', 'a')])).toEqual(['people/a.ts people/b.ts people/c.ts']);
  });
});

describe('the size of things', () => {
  const isTable = (file: string) => /(^|\/)strings\//.test(file);

  it('keeps files short enough to read', () => {
    const long = sources().filter((file) => !isTable(file) && readFileSync(join('src', file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('keeps functions short enough to read', () => {
    expect(
      sources()
        .filter((file) => !isTable(file))
        .flatMap((file) => longFunctions(file, readFileSync(join('src', file), 'utf8'))),
    ).toEqual([]);
  });

  it('notices a planted function of 61 lines, and none of 60', () => {
    const body = (lines: number) => `export function long(): void {\n${'  step();\n'.repeat(lines - 2)}}\n`;
    expect(longFunctions('people/x.ts', body(61))).toEqual(['people/x.ts: long has 61 lines']);
    expect(longFunctions('people/x.ts', body(60))).toEqual([]);
  });
});

/** Functions at the top of a file that have more than 60 lines; the formatter puts their end at the line's begin. */
function longFunctions(file: string, code: string): string[] {
  const lines = code.split('\n');
  return lines.flatMap((line, at) => {
    const [, name] =
      /^(?:export )?(?:async )?function\*? (\w+)/.exec(line) ?? /^(?:export )?const (\w+)[^=]*= (?:async )?\(.*=> \{$/.exec(line) ?? [];
    if (!name) return [];
    const length = lines.slice(at).findIndex((end) => /^\}/.test(end)) + 1;
    return length > 60 ? [`${file}: ${name} has ${length} lines`] : [];
  });
}
