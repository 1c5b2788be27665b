import { describe, expect, it } from 'vitest';
import { createClaims } from '../../src/teams/duplicates.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 8) + seconds * 1000);

describe('createClaims', () => {
  it('gives a key once until its time is over', async () => {
    const claims = createClaims();
    expect(await claims.claim('a', at(0), 600)).toBe(true);
    expect(await claims.claim('b', at(0), 600)).toBe(true);
    expect(await claims.claim('a', at(599), 600)).toBe(false);
    expect(await claims.claim('a', at(600), 600)).toBe(true);
    expect(await claims.claim('a', at(601), 600)).toBe(false);
  });

  it('forgets the oldest when it is full', async () => {
    const claims = createClaims(2);
    for (const key of ['a', 'b', 'c']) await claims.claim(key, at(0), 600);
    expect(await claims.claim('c', at(1), 600)).toBe(false);
    expect(await claims.claim('b', at(1), 600)).toBe(false);
    expect(await claims.claim('a', at(1), 600)).toBe(true);
  });
});
