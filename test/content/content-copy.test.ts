import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadThroughCopy } from '../../src/storage/content-copy.js';
import { loadContent } from '../../src/storage/content-files.js';

const place = mkdtempSync(join(tmpdir(), 'kompas-copy-'));
const [folder, copy] = [join(place, 'content'), join(place, 'copy.json')];
const sammen = join(folder, 'frameworks/sammen.yaml');
const title = () => loadThroughCopy(folder, {}, copy).then((loaded) => loaded.ok && loaded.library.framework('sammen')?.title);

beforeEach(() => {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  cpSync('content', folder, { recursive: true });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the copy of checked content', () => {
  it('says what the files say, also of a part of them', async () => {
    for (const selection of [{}, {}, { frameworks: ['sammen', 'aarhus-bu-2024'], fallback: 'sammen' }]) {
      const [loaded, read] = [await loadThroughCopy(folder, selection, copy), loadContent(folder, selection)];
      expect(JSON.stringify(loaded)).toBe(JSON.stringify(read));
      expect(loaded.ok && read.ok && loaded.lexicon).toEqual(read.ok && read.lexicon);
    }
  });

  it('is read in place of the files', async () => {
    const before = await title();
    writeFileSync(copy, readFileSync(copy, 'utf8').replaceAll(JSON.stringify(before), '"From the copy"'));
    expect(await title()).toBe('From the copy');
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
    for (const _ of [1, 2]) expect(await loadThroughCopy(folder, {}, copy)).toEqual(read);
    expect(await loadThroughCopy(join(place, 'nowhere'), {}, copy)).toMatchObject({ ok: false });
  });

  it.each(['', 'half'])('is made again when it ends with "%s"', async (text) => {
    const before = await title();
    const [key] = readFileSync(copy, 'utf8').split('\n');
    writeFileSync(copy, `${key}\n${text}`);
    expect(await title()).toBe(before);
    expect(readFileSync(copy, 'utf8').length).toBeGreaterThan(100_000);
  });

  it('is no must: where it can not be written the files are read', async () => {
    expect(await loadThroughCopy(folder, {}, join(place, 'nowhere', 'copy.json'))).toMatchObject({ ok: true });
  });
});
