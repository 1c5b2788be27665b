import { describe, expect, test } from 'vitest';
import { loadClosedDays } from '../../../src/nudges/rules/holidays.js';

const municipal = (await loadClosedDays())({ municipal: true });
const plain = (await loadClosedDays())({ municipal: false });

describe('a closed day', () => {
  test.each([
    ['2026-01-01', 'nytårsdag'],
    ['2026-04-02', 'skærtorsdag'],
    ['2026-04-03', 'langfredag'],
    ['2026-04-06', '2. påskedag'],
    ['2026-05-14', 'Kristi himmelfartsdag'],
    ['2026-05-25', '2. pinsedag'],
    ['2026-12-25', 'juledag'],
    ['2026-12-26', '2. juledag'],
    ['2023-05-05', 'store bededag while it was one'],
    ['2027-03-26', 'langfredag of another year'],
  ])('is %s, %s', (date) => {
    expect(plain(date)).toBe(true);
    expect(municipal(date)).toBe(true);
  });

  test.each([['2026-06-05'], ['2026-12-24'], ['2026-12-31'], ['2031-06-05']])('is %s in a municipality only', (date) => {
    expect(municipal(date)).toBe(true);
    expect(plain(date)).toBe(false);
  });

  test.each([
    ['2024-04-26', 'store bededag since 2024'],
    ['2026-05-01', 'store bededag since 2024, and first of May'],
    ['2026-05-15', 'the day after Kristi himmelfartsdag'],
    ['2026-11-25', 'a Wednesday'],
  ])('is not %s, %s', (date) => {
    expect(municipal(date)).toBe(false);
  });

  test('is any that the operator adds', async () => {
    const isClosed = (await loadClosedDays())({ municipal: false, extra: ['2026-12-28'] });
    expect([isClosed('2026-12-28'), isClosed('2026-12-29'), isClosed('2026-12-25')]).toEqual([true, false, true]);
  });
});
