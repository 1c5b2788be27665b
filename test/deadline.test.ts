import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beyond, TimeOver, timeLeft, within } from '../src/clock.js';

const never = () => new Promise<never>(() => undefined);

describe('a deadline', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('gives what the task gives, and leaves no timer behind', async () => {
    expect(await within(1_000, async () => 'done')).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a task that takes too long', async () => {
    const ended = expect(within(1_000, never)).rejects.toBeInstanceOf(TimeOver);
    await vi.advanceTimersByTimeAsync(1_000);
    await ended;
  });

  it('is handed down: a call takes what is left and no more', async () => {
    const left: number[] = [];
    await within(1_000, async () => {
      left.push(timeLeft(5_000), timeLeft(300));
      vi.advanceTimersByTime(800);
      left.push(timeLeft(5_000), timeLeft(300));
      await within(10_000, async () => left.push(timeLeft(5_000)));
    });
    expect(left).toEqual([1_000, 300, 200, 200, 200]);
    expect(timeLeft(5_000)).toBe(5_000);
  });

  it('ends with the outer one, however much the inner one would allow', async () => {
    const inner = vi.fn<(reason: unknown) => void>();
    const ended = expect(within(500, () => within(60_000, never).catch((error) => inner(error)))).rejects.toBeInstanceOf(TimeOver);
    await vi.advanceTimersByTimeAsync(500);
    await ended;
    expect(inner).toHaveBeenCalledWith(expect.any(TimeOver));
  });

  it('is not moved by a clock that steps', async () => {
    await within(1_000, async () => {
      vi.setSystemTime(Date.now() + 86_400_000);
      expect(timeLeft(5_000)).toBe(1_000);
    });
  });

  it('does not hold for what is to outlive it', async () => {
    await within(1_000, async () => expect(beyond(() => timeLeft(5_000))).toBe(5_000));
  });

  it('does not come back to what outlives it, not even after a deadline of its own', async () => {
    const left: number[] = [];
    const work = async () => {
      await within(50, async () => undefined);
      left.push(timeLeft(1_000));
      await new Promise((resolve) => setImmediate(resolve));
      left.push(timeLeft(1_000));
    };
    await within(10, async () => beyond(work));
    expect(left).toEqual([1_000, 1_000]);
  });
});
