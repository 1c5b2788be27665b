import { describe, expect, it } from 'vitest';
import { pickPrompt } from '../../src/answers/pick-prompt.js';
import type { Prompt } from '../../src/content/prompts.js';

const [a, b, c] = ['a', 'b', 'c'].map((id): Prompt => ({ id, framework: 'f', statements: [], da: id, en: id })) as [Prompt, Prompt, Prompt];
const first = { random: () => 0 };

describe('pickPrompt', () => {
  it('takes from the nearest list that has any', () => {
    expect(pickPrompt([[], [b], [a]], first)).toBe(b);
  });

  it('never takes the one just shown while there is another', () => {
    expect(pickPrompt([[a, b]], first, 'a')).toBe(b);
    expect(pickPrompt([[a], [c]], first, 'a')).toBe(c);
  });

  it('prefers one not seen lately', () => {
    expect(pickPrompt([[a, b, c]], { ...first, seen: ['a', 'b'] })).toBe(c);
  });

  it('takes the one seen longest ago when all were seen, and stays with the subject', () => {
    expect(pickPrompt([[a, b], [c]], { ...first, seen: ['a', 'b'] })).toBe(b);
  });

  it('finds none where there is none', () => {
    expect(pickPrompt([[], [a]], first, 'a')).toBeUndefined();
  });

  it('asks chance for a whole number below the number of fresh prompts', () => {
    const asked: number[] = [];
    const random = (n: number) => {
      asked.push(n);
      return n - 1;
    };
    expect(pickPrompt([[a, b, c]], { random, seen: ['a'] })).toBe(c);
    expect(asked).toEqual([2]);
  });
});
