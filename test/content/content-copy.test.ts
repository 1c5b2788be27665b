import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { compileTables } from '../../src/search/tables.js';
import { languageCopy, loadThroughCopy } from '../../src/storage/content-copy.js';
import { loadContent } from '../../src/storage/content-files.js';
import { openCopies } from '../../src/storage/copies.js';

const place = mkdtempSync(join(tmpdir(), 'kompas-copy-'));
const [folder, made] = [join(place, 'content'), join(place, 'copies')];
const copies = openCopies(made);
const keyOf = (name: string) => readFileSync(join(made, name)).toString().split('\n', 1)[0] ?? '';
const sammen = join(folder, 'frameworks/sammen.yaml');
const title = () => loadThroughCopy(folder, {}, 'src', copies).then((loaded) => loaded.ok && loaded.library.framework('sammen')?.title);

beforeEach(() => {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  cpSync('content', folder, { recursive: true });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the copy of checked content', () => {
  it('says what the files say, also of a part of them', async () => {
    for (const selection of [{}, {}, { frameworks: ['sammen', 'aarhus-bu-2024'], fallback: 'sammen' }]) {
      const [loaded, read] = [await loadThroughCopy(folder, selection, 'src', copies), loadContent(folder, selection)];
      expect(JSON.stringify(loaded)).toBe(JSON.stringify(read));
      expect(loaded.ok && read.ok && loaded.lexicon).toEqual(read.ok && read.lexicon);
    }
  });

  it('is read in place of the files', async () => {
    const before = await title();
    const key = keyOf('content');
    const kept = JSON.stringify(copies.read('content', key));
    copies.write('content', key, JSON.parse(kept.replaceAll(JSON.stringify(before), '"From the copy"')));
    expect(await title()).toBe('From the copy');
  });

  it('holds the language as it is compiled, for each selection its own', async () => {
    for (const selection of [{}, {}, { frameworks: ['sammen'] }]) {
      const [loaded, read] = [await loadThroughCopy(folder, selection, 'src', copies), loadContent(folder, selection)];
      if (!loaded.ok || !read.ok) throw new Error('the content has faults');
      const compiled = compileTables(read.library, read.lexicon);
      expect(loaded.compile()).toEqual(compiled);
      expect(copies.read(languageCopy(selection), keyOf('content'))).toEqual(compiled);
    }
  });

  it('is read in place of compiling', async () => {
    const compiled = async () => {
      const loaded = await loadThroughCopy(folder, {}, 'src', copies);
      return loaded.ok ? loaded.compile() : undefined;
    };
    const tables = await compiled();
    copies.write(languageCopy({}), keyOf('content'), { ...tables, likeness: 'from the copy' });
    expect(await compiled()).toMatchObject({ likeness: 'from the copy' });
  });

  it('has the examples of agreements, and counts no longer when one changed', async () => {
    const file = join(folder, 'agreements/sammen.yaml');
    const will = () =>
      loadThroughCopy(folder, {}, 'src', copies).then(
        (loaded) => loaded.ok && loaded.library.agreementExample('sammen', 'driften')?.will.da,
      );
    const written = await will();
    expect(written).toMatch(/^spørge/);
    expect(await will()).toBe(written);
    writeFileSync(file, readFileSync(file, 'utf8').replace(`${written}`, 'rydde op'));
    expect(await will()).toBe('rydde op');
  });

  it('is made of content without agreements too', async () => {
    rmSync(join(folder, 'agreements'), { recursive: true });
    await title();
    expect(copies.read('content', keyOf('content'))).toMatchObject({ agreements: [] });
  });

  it('counts no longer when a file changed', async () => {
    expect(await title()).toBe('Sammen');
    writeFileSync(sammen, readFileSync(sammen, 'utf8').replace(/^title: .*$/m, 'title: Edited'));
    expect(await title()).toBe('Edited');
    expect(await title()).toBe('Edited');
  });

  it('hides no fault: each is told at every start', async () => {
    await title();
    writeFileSync(sammen, `${readFileSync(sammen, 'utf8')}\nodd: 1\n`);
    const read = loadContent(folder);
    expect(read).toMatchObject({ ok: false });
    expect(JSON.stringify(read)).toContain('unknown key \\"odd\\"');
    for (const _ of [1, 2]) expect(await loadThroughCopy(folder, {}, 'src', copies)).toEqual(read);
    expect(await loadThroughCopy(join(place, 'nowhere'), {}, 'src', copies)).toMatchObject({ ok: false });
  });

  it.each(['', 'half'])('is made again when it ends with "%s"', async (text) => {
    const before = await title();
    writeFileSync(join(made, 'content'), `${keyOf('content')}\n${text}`);
    expect(await title()).toBe(before);
    expect(readFileSync(join(made, 'content')).length).toBeGreaterThan(100_000);
  });

  it('is no must: where it can not be written the files are read', async () => {
    expect(await loadThroughCopy(folder, {}, 'src', openCopies(join(sammen, 'nowhere')))).toMatchObject({ ok: true });
  });
});
