import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributions, findLicenceFaults, isAllowed, listShipped } from '../../src/commands/licenses.js';
import { en } from '../../src/commands/strings/en.js';
import { findPage } from '../../src/web/pages.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = (path: string): unknown =>
  existsSync(`${path}/package.json`) ? JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) : undefined;

describe('a licence expression', () => {
  it.each([
    ['MIT', true],
    ['(MIT)', true],
    ['GPL-3.0-only', false],
    ['(AFL-2.1 OR BSD-3-Clause)', true],
    ['ISC AND CC-BY-3.0', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only AND MIT OR ISC', true],
    ['GPL-3.0-only AND (MIT OR ISC)', false],
    ['((MIT OR GPL-2.0) AND ISC)', true],
    ['GPL-2.0 WITH Classpath-exception-2.0', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['UNLICENSED', false],
    ['constructor', false],
    ['(MIT', false],
    ['MIT OR', false],
    ['', false],
  ])('%s is allowed: %s', (expression, expected) => {
    expect(isAllowed(expression)).toBe(expected);
  });
});

describe('what ships', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/plain': { version: '1.0.0', license: 'MIT' },
    'node_modules/plain/node_modules/@scope/inner': { version: '2.0.0' },
    'node_modules/old': { version: '3.0.0' },
    'node_modules/other-machine': { version: '4.0.0', license: 'MIT', optional: true },
    'node_modules/tool': { version: '5.0.0', license: 'GPL-3.0-only', dev: true },
    'node_modules/silent': { version: '6.0.0' },
    'node_modules/strict': { version: '7.0.0', license: 'AGPL-3.0-only' },
  };
  const manifests: Record<string, unknown> = {
    'node_modules/plain/node_modules/@scope/inner': { license: { type: 'ISC' } },
    'node_modules/old': { licenses: [{ type: 'GPL-2.0' }, { type: 'MIT' }] },
  };
  const shipped = listShipped({ packages }, (path) => manifests[path]);

  it('is the lock file without development, with packages for other machines', () => {
    expect(shipped.map(({ name, expression }) => `${name}: ${expression}`)).toEqual([
      'plain: MIT',
      '@scope/inner: ISC',
      'old: GPL-2.0 OR MIT',
      'other-machine: MIT',
      'silent: undefined',
      'strict: AGPL-3.0-only',
    ]);
  });

  it('is refused by name when a licence is missing or not on the list', () => {
    const faults = findLicenceFaults(shipped, en);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('silent@6.0.0 names no licence');
    expect(faults[1]).toContain('strict@7.0.0 is "AGPL-3.0-only"');
  });

  it('has only allowed licences today', () => {
    const today = listShipped(lock, installed);
    expect(today.length).toBeGreaterThan(100);
    expect(findLicenceFaults(today, en)).toEqual([]);
  });

  it('names each source that asks for it on the page where the command says so', () => {
    for (const language of ['da', 'en'] as const) {
      for (const { page, source } of Object.values(attributions)) {
        const html = findPage(page, { language, keeping: { in: 'memory' } })?.html;
        expect(html).toContain(source);
        expect(html).toContain('creativecommons.org');
      }
    }
  });
});
