import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingLines } from '../../src/commands/check-content.js';
import { checkFolder } from '../../src/storage/content-check.js';
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

  it('in no word that only programmers know', () => {
    for (const { says } of mistakes)
      expect(says.replace(/\S*\.ya?ml\S*/g, '')).not.toMatch(/\b(object|string|undefined|schema|null|YAML|array|regex)\b/i);
  });
});
