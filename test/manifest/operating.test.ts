import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configKeys } from '../../src/settings/environment.js';

const books = ['OPERATING', 'MUNICIPALITIES', 'AZURE', 'CAPACITY', 'SERVER', 'MONITORING', 'SWITCHES'].map((name) =>
  readFileSync(`manifest/${name}.md`, 'utf8'),
);
const book = books.join('\n');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|mjs)$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n')
  .replaceAll("\\'", "'");

/** What is called something in the book and is not there. */
const missing = (pattern: RegExp, isThere: (name: string) => boolean): string[] =>
  [...new Set([...book.matchAll(pattern)].map(([, name = '']) => name))].filter((name) => !isThere(name));

/** Words of the log: those in the table of alarms, and those quoted. */
const logged = [...book.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([a-z][^`]+ [^`]+)`/g)].map(([, words = '']) => words),
);

describe('the operator’s book', () => {
  it('names commands that there are', () => {
    expect(missing(/npm run (?:--silent )?([a-z-]+)/g, (name) => name in scripts)).toEqual([]);
  });

  it('names settings that there are', () => {
    const others = ['NODE_OPTIONS', 'ADMIN_URL', 'RESTORED_URL', 'BENCH_DELIVERIES', 'REFLECTION_KEYS_'];
    expect(missing(/\b([A-Z]{3,}_[A-Z_]+)\b/g, (name) => configKeys.includes(name) || others.includes(name))).toEqual([]);
  });

  it('quotes the log in its own words', () => {
    const quoted = [...book.matchAll(/^> (.*)$/gm)].map(([, words = '']) => words);
    expect(logged.length).toBeGreaterThan(8);
    expect([...logged, ...quoted].filter((words) => !sources.includes(words))).toEqual([]);
  });

  it('names files that there are, and is short enough to read', () => {
    expect(missing(/\b(test\/[\w/.-]+\.ts)\b/g, existsSync)).toEqual([]);
    expect(books.filter((each) => each.split('\n').length >= 300)).toEqual([]);
  });
});
