import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/commands/new-framework.js';
import { da } from '../../src/commands/strings/da.js';
import { allStatements } from '../../src/content/library.js';
import { alikePairs, findPromptRemarks, findRepeatedRun, TOO_ALIKE } from '../../src/content/prompt-rules.js';
import { loadContent } from '../../src/storage/content-files.js';
import { isId, suggestId, yearIn } from '../../src/writing/id.js';
import { scalar, templateFiles } from '../../src/writing/template.js';
import { listen } from '../commands/terminal.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kompas-template-'));
  for (const part of ['frameworks', 'prompts', 'lexicon', 'questions']) mkdirSync(join(folder, part));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that is wrong with a folder of the template's files alone. */
function faultsOf(newcomer: { id: string; name: string }, language: 'da' | 'en') {
  const files = templateFiles(newcomer, language);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const loaded = loadContent(folder);
  for (const { path } of files) rmSync(join(folder, path));
  return loaded.ok ? loaded : loaded.faults;
}

describe('a new framework', () => {
  it.each([
    ['nordkoebing-2026', 'Nordkøbing 2026'],
    ['x', 'X'],
    ['2026', '2026'],
    ['1e3', '1e3'],
    ['true', 'true'],
    ['null', 'Null'],
    ['0x1f', 'Æblerne: grundlaget "2019"'],
    ['a-b-c-d', 'Ældre & omsorg, [udkast] # 1'],
    ['y', `'citat' {x}`],
  ])('called %s (%s) has no fault as it stands', (id, name) => {
    for (const language of ['da', 'en'] as const) {
      const loaded = faultsOf({ id, name }, language);
      expect(loaded).toMatchObject({ ok: true });
      if (!('ok' in loaded)) return;
      const [framework] = loaded.library.frameworks;
      expect([framework?.id, framework?.name, framework?.aliases]).toEqual([id, name, [name.toLowerCase()]]);
    }
  });

  it('has every word that is shown as adopted in its source, and a good question to every statement', () => {
    const newcomer = { id: 'nordkoebing-2026', name: 'Nordkøbing 2026' };
    const loaded = faultsOf(newcomer, 'da');
    if (!('ok' in loaded)) throw new Error(JSON.stringify(loaded));
    const [framework] = loaded.library.frameworks;
    if (!framework) throw new Error('no framework');
    const source = templateFiles(newcomer, 'da').find(({ path }) => path.startsWith('sources/'))?.text ?? '';
    const adopted = [
      framework.title,
      framework.common.heading,
      ...framework.preface.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs.map(({ text }) => text)]),
      ...framework.themes.map(({ label }) => label.text),
      ...framework.roles.map(({ label }) => label),
      ...allStatements(framework).map(({ text }) => text),
    ];
    expect(adopted.filter((text) => !source.includes(`${text}\n`))).toEqual([]);
    const { prompts } = loaded.library;
    expect(prompts.flatMap((each) => [...findPromptRemarks(each.da, 'da'), ...findPromptRemarks(each.en, 'en')])).toEqual([]);
    expect(alikePairs(prompts, 'da', 1)[0]?.likeness).toBeLessThan(TOO_ALIKE);
    for (const statement of allStatements(framework)) {
      const own = loaded.library.promptsFor(statement.id);
      expect(own.length, statement.id).toBeGreaterThan(statement.role === 'common' ? 1 : 0);
      expect(own.map((each) => findRepeatedRun(each.da, statement.text)).filter(Boolean)).toEqual([]);
    }
  });

  it('explains every field of its own in one line above it, in the language that was asked for', () => {
    const [danish, english] = (['da', 'en'] as const).map((language) =>
      templateFiles({ id: 'x', name: 'X' }, language).map(({ text }) => text),
    );
    const bareOf = (texts: readonly string[] | undefined) => texts?.map((text) => text.replace(/^ *#.*\n/gm, ''));
    expect(bareOf(danish)).toEqual(bareOf(english));
    const lines = danish?.[0]?.split('\n') ?? [];
    const fields = lines.flatMap((line, at) => (/^[a-zA-Z]+:/.test(line) ? [[line, lines[at - 1]]] : []));
    expect(fields.length).toBeGreaterThan(10);
    for (const [field, above] of fields) expect(above, field).toMatch(/^# \p{Lu}/u);
    expect(danish?.every((text, at) => at === 3 || text.startsWith('# yaml-language-server: $schema=../schemas/'))).toBe(true);
  });

  it('is written by the command once, and never over what is there', async () => {
    const order = ['--id', 'nordkoebing-2026', '--name', 'Nordkøbing 2026', '--folder', folder];
    const to = listen();
    expect(await main(order, {}, to)).toBe(0);
    expect(to.out).toContain(join(folder, 'frameworks/nordkoebing-2026.yaml'));
    expect(parse(readFileSync(join(folder, 'frameworks/nordkoebing-2026.yaml'), 'utf8'))).toMatchObject({ edition: 2026 });
    rmSync(join(folder, 'frameworks/nordkoebing-2026.yaml'));
    const again = listen();
    expect(await main(order, {}, again)).toBe(1);
    expect(again.err).toBe(`${da.newFramework.exists(join(folder, 'prompts/nordkoebing-2026.yaml'))}\n`);
    for (const file of ['prompts/nordkoebing-2026.yaml', 'agreements/nordkoebing-2026.yaml', 'sources/nordkoebing-2026.txt'])
      rmSync(join(folder, file));
  });

  it.each<[string[], string]>([
    [[], da.newFramework.usage],
    [['--name', 'Nordkøbing 2026'], `${da.newFramework.noId('nordkoebing-2026')}\n${da.newFramework.usage}`],
    [['--id', 'Nordkøbing 2026', '--name', 'x'], da.newFramework.badId('Nordkøbing 2026', 'nordkoebing-2026')],
    [['--id', '???', '--name', 'x'], da.newFramework.badId('???', '')],
    [['--id', 'x'], da.newFramework.noName],
    [['--id', 'x', '--name', 'X', '--folder', '/nowhere'], da.newFramework.noFolder('/nowhere')],
    [['--id', 'x', '--name', 'X', '--source', 'y.txt'], `${da.newFramework.oneText}\n${da.newFramework.usage}`],
    [['--unknown'], da.newFramework.usage],
  ])('is refused kindly when told %j', async (args, said) => {
    const to = listen();
    expect([await main(args, {}, to), to.out, to.err]).toEqual([1, '', `${said}\n`]);
  });
});

describe('an id', () => {
  it.each([
    ['Nordkøbing 2026', 'nordkoebing-2026'],
    ['  Ærø & Ålborg!! ', 'aeroe-aalborg'],
    ['Café–Zürich', 'cafe-zurich'],
    ['Århus', 'aarhus'],
    ['日本', ''],
    [`${'meget lang '.repeat(9)}`, 'meget-lang-meget-lang-meget-lang-meget-lang-meget-lang-meget'],
  ])('for "%s" is suggested as "%s"', (name, id) => {
    expect([suggestId(name), id === '' || isId(suggestId(name))]).toEqual([id, true]);
  });

  it.each([
    ['Nordkøbing 2026', 2026],
    ['Plan 2021-2024', 2021],
    ['Nordkøbing', null],
    ['12026', null],
  ])('gives "%s" the year %s', (name, year) => {
    expect(yearIn(name)).toBe(year);
  });

  it('is written so that YAML reads it as text', () => {
    for (const text of ['2026', 'true', 'null', 'a: b', 'x, y', '[x]', '# x', "it's", 'Nordkøbing'])
      expect(parse(`a: [${scalar(text)}]`)).toEqual({ a: [text] });
  });
});
