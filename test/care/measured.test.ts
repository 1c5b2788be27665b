import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/care/care.js';
import { readExamples } from '../../src/commands/train-care.js';
import { care } from '../support/content.js';

type Line = { readonly kind: 'self' | 'other' | 'colour'; readonly text: string };

/** By a writer who had seen neither the code nor what it was trained on; it never is trained on these. */
const lines = readFileSync('test/care/measured.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line);
const count = (kinds: readonly Line['kind'][], conditions: readonly Condition[]) =>
  lines.filter(({ kind, text }) => kinds.includes(kind) && conditions.includes(care(text))).length;

describe('240 messages that were never learned from', () => {
  it('are not among what was', () => {
    const learned = new Set(readExamples('content/care').map(({ text }) => text));
    expect(lines.filter(({ text }) => learned.has(text.replace(/\s+/g, ' ')))).toEqual([]);
    expect(lines).toHaveLength(240);
  });

  it('of people who are not well are met, most of them before anything else', () => {
    expect(count(['self'], ['acute', 'unwell'])).toBeGreaterThanOrEqual(70);
    expect(count(['self'], ['well', 'others'])).toBeLessThanOrEqual(5);
  });

  it('of people who are well are hardly ever taken for it', () => {
    expect(count(['other', 'colour'], ['acute', 'unwell'])).toBeLessThanOrEqual(4);
    expect(count(['other'], ['others', 'both'])).toBeGreaterThanOrEqual(70);
  });
});
