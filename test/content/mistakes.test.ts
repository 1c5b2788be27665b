import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingLines, main } from '../../src/commands/check-content.js';
import { checkFolder } from '../../src/storage/content-check.js';
import { loadContent } from '../../src/storage/content-files.js';
import { listen } from '../commands/terminal.js';
import { mistakes } from './mistakes.js';
import { writeSmall } from './small.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  writeSmall(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function look(language: 'da' | 'en') {
  const { faults, remarks } = await checkFolder(folder);
  const printed = (found: typeof faults) =>
    findingLines(found, language)
      .join('\n')
      .replaceAll(`${relative(process.cwd(), folder)}/`, '');
  return { faults: printed(faults), remarks: printed(remarks), count: faults.length + remarks.length };
}

describe('the command', () => {
  it('prints the fault in Danish and ends with 1', async () => {
    writeFileSync(join(folder, 'lexicon', 'mine.yaml'), '');
    const to = listen();
    expect([await main([folder], {}, to), to.err]).toEqual([1, '']);
    expect(to.out).toMatch(
      /mine\.yaml:1: Filen er tom\. Skriv noget i den, eller slet den\.\n\nÉn fejl\. Ret den, og kør kommandoen igen\.\n$/,
    );
  });

  it('speaks English when it is told to', async () => {
    writeFileSync(join(folder, 'lexicon', 'mine.yaml'), '');
    const to = listen();
    expect(await main(['--en'], { CONTENT_DIR: folder }, to)).toBe(1);
    expect(to.out).toMatch(/mine\.yaml:1: the file is empty\. Write something, or delete it\n\n1 problem found/);
  });

  it.each([[['--strikt']], [['a', 'b']]])('says how it is used when told %j', async (args) => {
    const to = listen();
    expect([await main(args, {}, to), to.out]).toEqual([1, '']);
    expect(to.err).toMatch(/^Brug: npm run check-content/);
  });
});

describe('a content folder where nothing is wrong', () => {
  it('is told nothing', async () => {
    expect(await look('da')).toEqual({ faults: '', remarks: '', count: 0 });
  });
});

describe('somebody who made a mistake is told one thing, and what to write', () => {
  it.each(mistakes)('$name', async ({ make, says, kind }) => {
    make(folder);
    const danish = await look('da');
    expect({ ...danish, [kind === 'remark' ? 'remarks' : 'faults']: says }).toEqual({
      faults: '',
      remarks: '',
      count: 1,
      [kind === 'remark' ? 'remarks' : 'faults']: says,
    });
    expect(kind === 'remark' ? danish.remarks : danish.faults).toBe(says);
    const english = await look('en');
    expect(english.faults + english.remarks).not.toBe(says);
  });

  // An upgrade must stop nobody's service for what is merely new to be looked at.
  it.each([
    ['saved as ANSI', false],
    ['the document saved as ANSI', false],
    ['copied from where letters went wrong', false],
    ['another wording than the document', false],
    ['a document that is not there', true],
    ['a file that Notepad named', true],
    ['a missing comma', true],
    ['a prompt that is no question', true],
    ['a line of the document left out', true],
  ])('and a start with "%s" goes on: %j', (name, starts) => {
    mistakes.find((mistake) => mistake.name === name)?.make(folder);
    expect(loadContent(folder).ok).toBe(starts);
  });

  it('in no word that only programmers know', () => {
    for (const { says } of mistakes)
      expect(says.replace(/\S*\.ya?ml\S*/g, '')).not.toMatch(/\b(object|string|undefined|schema|null|YAML|array|regex)\b/i);
  });
});
