import { describe, expect, it } from 'vitest';
import { createTakenIn } from '../../src/teams/duplicates.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 8) + seconds * 1000);

describe('createTakenIn', () => {
  it('gives a key once until its time is over', () => {
    const isTakenIn = createTakenIn();
    expect(isTakenIn('a', at(0), 600)).toBe(true);
    expect(isTakenIn('b', at(0), 600)).toBe(true);
    expect(isTakenIn('a', at(599), 600)).toBe(false);
    expect(isTakenIn('a', at(600), 600)).toBe(true);
    expect(isTakenIn('a', at(601), 600)).toBe(false);
  });

  it('forgets the oldest when it is full', () => {
    const isTakenIn = createTakenIn(2);
    for (const key of ['a', 'b', 'c']) isTakenIn(key, at(0), 600);
    expect(isTakenIn('c', at(1), 600)).toBe(false);
    expect(isTakenIn('b', at(1), 600)).toBe(false);
    expect(isTakenIn('a', at(1), 600)).toBe(true);
  });
});
