import { describe, expect, it } from 'vitest';
import { createBatcher } from '../../src/storage/batching.js';

/** A call for many that is answered when the test says so. */
function held() {
  const batches: { readonly items: readonly number[]; answer(): void; fail(error: Error): void }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      batches.push({ items, answer: () => resolve(items.map((item) => item * 10)), fail: reject });
    });
  return { batches, run };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('calls that are put together', () => {
  it('go alone when nothing is under way, and together with those that came meanwhile', async () => {
    const { batches, run } = held();
    const call = createBatcher({ most: 3, atOnce: 1 }, run);
    const first = call(1);
    await soon();
    const others = [2, 3, 4, 5].map(call);
    expect(batches.map(({ items }) => items)).toEqual([[1]]);
    batches[0]?.answer();
    expect(await first).toBe(10);
    await soon();
    batches[1]?.answer();
    await soon();
    batches[2]?.answer();
    expect(await Promise.all(others)).toEqual([20, 30, 40, 50]);
    expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('begin a second batch beside the first only when it is full', async () => {
    const { batches, run } = held();
    const call = createBatcher({ most: 2, atOnce: 2 }, run);
    const all = [call(1)];
    await soon();
    all.push(call(2));
    await soon();
    expect(batches).toHaveLength(1);
    all.push(call(3));
    await soon();
    expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    for (const batch of batches) batch.answer();
    expect(await Promise.all(all)).toEqual([10, 20, 30]);
  });

  it('fail together, and the next goes on', async () => {
    const { batches, run } = held();
    const call = createBatcher({ most: 5, atOnce: 1 }, run);
    const lost = Promise.allSettled([call(1), call(2)]);
    await soon();
    batches[0]?.fail(new Error('gone'));
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = call(3);
    await soon();
    batches[1]?.answer();
    expect(await next).toBe(30);
  });
});
