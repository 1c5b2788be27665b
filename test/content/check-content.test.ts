import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableLines } from '../../src/commands/check-content.js';
import { en } from '../../src/commands/strings/en.js';
import { faultLines } from '../../src/commands/terminal/opening.js';
import { checkFolder } from '../../src/storage/content-check.js';
import { loadContent } from '../../src/storage/content-files.js';

let folder = '';
const file = (name: string) => join(folder, 'frameworks', name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('content', folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Replaces the first occurrence and returns the line it stood on. */
function edit(path: string, from: string | RegExp, to: string): number {
  const text = readFileSync(path, 'utf8');
  const at = text.search(from);
  expect(at, `${from} stands in ${path}`).toBeGreaterThan(-1);
  writeFileSync(path, text.replace(from, to));
  return text.slice(0, at).split('\n').length;
}

/** What a start would say, in English, or the command's table. */
function check(): { passed: boolean; printed: string } {
  const loaded = loadContent(folder);
  const lines = loaded.ok ? tableLines(loaded.library, loaded.lexicon, en) : faultLines(loaded.faults);
  return { passed: loaded.ok, printed: `${lines.join('\n')}\n` };
}

describe('check-content', () => {
  it('prints one row per framework when all is well', () => {
    const { passed, printed } = check();
    expect(passed).toBe(true);
    expect(printed).toMatch(/aarhus-bu-2024 +7 +94 +10 +0 /);
    expect(printed).toMatch(/holstebro-sos-2021 +4 +96 +7 +8 /);
  });

  it('names file, line and remedy for broken YAML', () => {
    const line = edit(file('sammen.yaml'), /^themeKind: theme$/m, 'themeKind: "theme');
    const { passed, printed } = check();
    expect(passed).toBe(false);
    expect(printed).toMatch(new RegExp(`sammen\\.yaml:${line}: the quote does not end: "themeKind: `));
    expect(printed).not.toMatch(/unknown framework/);
  });

  it.each([
    ['an unknown role', /^ {2}- role: chef$/m, '  - role: chief', /sammen\.yaml:LINE: unknown role "chief"\. Write one of: medarbejder, /],
    [
      'a duplicate id',
      'id: common-evaluerer-samarbejde-og-metoder',
      'id: common-taenker-nyt-afprover-og-laerer',
      /sammen\.yaml:LINE: the id "common-taenker-nyt-afprover-og-laerer" is used twice\. Give/,
    ],
    [
      'an unknown theme',
      /^ {4}theme: driften$/m,
      '    theme: drifften',
      /sammen\.yaml:LINE: unknown theme "drifften"\. Write one of: driften, resultaterne/,
    ],
    ['an empty text', /text: Vi evaluerer.*/, 'text: ""', /sammen\.yaml:LINE: "text" must not be empty/],
    [
      'a misspelt key',
      'themeKind: theme',
      'themeKinds: theme',
      /sammen\.yaml:\d+: unknown key "themeKinds"\. Remove it or correct its spelling/,
    ],
    [
      'an id that is not the file name',
      /^id: sammen$/m,
      'id: samen',
      /sammen\.yaml:LINE: the id "samen" differs from the file's name\. Write "id: sammen"/,
    ],
  ])('names line and remedy for %s', (_, from, to, message) => {
    const line = edit(file('sammen.yaml'), from, to);
    const { passed, printed } = check();
    expect(passed).toBe(false);
    expect(printed).toMatch(new RegExp(message.source.replace('LINE', `${line}`)));
  });

  it('says which key is missing when a block of statements has no theme', () => {
    edit(file('sammen.yaml'), /^ {4}theme: driften\n/m, '');
    expect(check().printed).toMatch(/sammen\.yaml:\d+: "theme" is missing\. Add for example: theme: /);
  });

  it('lists the faults of all files at once', () => {
    edit(file('sammen.yaml'), 'themeKind: theme', 'themeKinds: theme');
    edit(file('socialafdelingen.yaml'), 'themeKind: theme', 'themeKind: themes');
    const { printed } = check();
    expect(printed).toMatch(/sammen\.yaml:\d+/);
    expect(printed).toMatch(/socialafdelingen\.yaml:\d+: "themeKind" must be one of: section, theme/);
  });

  it('finds a prompt that belongs to nothing', () => {
    edit(join(folder, 'prompts', 'sammen.yaml'), /statement: [a-z-]+/, 'statement: nobody-said-this');
    expect(check().printed).toMatch(/prompts\/sammen\.yaml:\d+: unknown statement "nobody-said-this"\. Write one of: /);
  });

  it('finds a word that stands in two topics', () => {
    writeFileSync(
      join(folder, 'lexicon', 'own.yaml'),
      'topics:\n  - id: a\n    label: {da: a, en: a}\n    words: [kage]\n  - id: b\n    label: {da: b, en: b}\n    words: [Kage]\n',
    );
    expect(check().printed).toMatch(/own\.yaml:7: "Kage" stands in the topics "a" and "b"\. Keep it in one place/);
  });

  it.each([
    ['an unknown framework', /^framework: sammen$/m, 'framework: odense', 'unknown framework "odense". Write one of: aarhus-bu-2021, '],
    [
      'the framework of another file',
      /^framework: sammen$/m,
      'framework: socialafdelingen',
      `the framework "socialafdelingen" differs from the file's name. Write "framework: sammen"`,
    ],
    [
      'an unknown theme',
      'theme: driften',
      'theme: drift',
      'unknown theme "drift". Write one of: driften, resultaterne, losninger, organisation',
    ],
    ['two examples for one theme', 'theme: resultaterne', 'theme: driften', 'the theme "driften" has two examples. Keep one of them'],
    ['words too long for the field', 'jeg møder ind om morgenen', `jeg ${'møder '.repeat(13)}`, '"da" must be at most 80 characters'],
    ['a full stop', 'jeg møder ind om morgenen', 'jeg møder ind.', '"da" must end without a full stop: it is part of a sentence'],
    ['a capital', 'jeg møder ind om morgenen', 'Jeg møder ind', '"da" must begin with a small letter: it is part of a sentence'],
    ['the opening written once more', 'ask who does', 'I will ask who does', '"en" must leave out "i will": the form writes that itself'],
    [
      'words that stand twice',
      'jeg har prøvet noget nyt',
      'et møde er ved at slutte',
      '"et møde er ved at slutte" stands twice in this file. Write something else here',
    ],
    ['no words', 'jeg møder ind om morgenen', ' ', '"da" must not be empty'],
  ])('names line and remedy for %s in an agreement', (_, from, to, message) => {
    const line = edit(join(folder, 'agreements', 'sammen.yaml'), from, to);
    const { passed, printed } = check();
    expect(passed).toBe(false);
    expect(printed).toContain(`agreements/sammen.yaml:${line}: ${message}`);
  });

  it('finds a theme without an example of an agreement', () => {
    edit(join(folder, 'agreements', 'sammen.yaml'), /^ {2}- theme: organisation\n(?: {4}.*\n)+/m, '');
    expect(check().printed).toMatch(
      /agreements\/sammen\.yaml:\d+: the theme "organisation" has no example\. Add "- theme: organisation" with "when:" and "will:"\n/,
    );
  });

  it('finds a document whose common statements have no theme, and no example either', () => {
    edit(join(folder, 'agreements', 'socialafdelingen.yaml'), /^common:\n(?: {2}.*\n)+/m, '');
    expect(check().printed).toMatch(
      /agreements\/socialafdelingen\.yaml:\d+: what all share stands under no theme\. Add "common:" with "when:" and "will:"\n/,
    );
  });

  it('finds an agreement that is missing in a language', () => {
    edit(join(folder, 'agreements', 'sammen.yaml'), /^ {6}en: .*\n/m, '');
    expect(check().printed).toMatch(/agreements\/sammen\.yaml:\d+: "en" is missing\. Add for example: en: /);
  });

  it.each([
    ['file', 'agreements/sammen.yaml', /sammen +5 .* 0\/4 /],
    ['folder', 'agreements', /holstebro-sos-2021 +4 .* 0\/8 /],
  ])('is content with content that brings no %s of agreements, and counts none', (_, name, row) => {
    rmSync(join(folder, name), { recursive: true });
    const { passed, printed } = check();
    expect(passed).toBe(true);
    expect(printed).toMatch(row);
  });

  it('says what to do about a folder that is not there', () => {
    rmSync(join(folder, 'prompts'), { recursive: true });
    expect(check().printed).toMatch(/prompts:1: the folder is missing\. Create it, or set CONTENT_DIR/);
  });
});

describe('the content of the product', () => {
  it('has no fault, and nothing to remark on but lines of its documents', async () => {
    const { faults, remarks } = await checkFolder('content');
    expect(faults).toEqual([]);
    expect(remarks.filter(({ found }) => found.id !== 'unused')).toEqual([]);
  });
});

describe('loading a part of the content', () => {
  it('loads only the frameworks named, and asks no choice when there is one', () => {
    const loaded = loadContent('content', { frameworks: ['sammen'] });
    expect(loaded.ok && loaded.library.frameworks.map(({ id }) => id)).toEqual(['sammen']);
    expect(loaded.ok && loaded.library.fallback?.id).toBe('sammen');
  });

  it('refuses a name that is not there', () => {
    const loaded = loadContent('content', { frameworks: ['sammen', 'odense'], fallback: 'aarhus-bu-2024' });
    expect(loaded.ok ? [] : loaded.faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^FRAMEWORKS names "odense", which is not loaded\. Write one of: aarhus-bu-2021, /),
      expect.stringMatching(/^DEFAULT_FRAMEWORK names "aarhus-bu-2024", which is not loaded/),
    ]);
  });
});
