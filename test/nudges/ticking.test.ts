import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { startTicking } from '../../src/nudges/ticking.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Runs the clock for so many minutes of true time; `skewOf` says how far the machine's clock is off then. */
async function tickThrough(minutes: number, skewOf: (time: number) => number) {
  const stopping = new AbortController();
  const [ticks, days, sleeps]: [number[], number[], number[]] = [[], [], []];
  const start = Date.parse('2026-11-24T07:00:00Z');
  let time = 0;
  await startTicking(
    {
      minute: async () => {
        ticks.push(time);
        if (time >= minutes * minuteMs) stopping.abort();
        return false;
      },
      day: async () => void days.push(time),
      clock: () => new Date(start + time + skewOf(time)),
      elapsed: () => time,
      log: createLog('silent'),
      sleep: async (ms) => {
        sleeps.push(ms);
        time += ms;
      },
    },
    stopping.signal,
  );
  return { ticks, days, sleeps };
}

describe('the clock of the service', () => {
  it('does the minute and the day at the start, survives a failure, and stops at once', async () => {
    const done: string[] = [];
    const lines: string[] = [];
    const stopping = new AbortController();
    const ticking = startTicking(
      {
        minute: async () => {
          done.push('minute');
          throw new RangeError('Mette');
        },
        day: async () => {
          done.push('day');
          stopping.abort();
        },
        clock: () => new Date('2026-11-24T07:00:00Z'),
        elapsed: () => 0,
        log: createLog('error', { write: (line) => void lines.push(line) }),
      },
      stopping.signal,
    );
    await ticking;
    expect(done).toEqual(['minute', 'day']);
    expect(lines.join()).toContain('RangeError');
    expect(lines.join()).not.toContain('Mette');
  });

  it('comes at whole minutes, and sweeps once a day', async () => {
    const { ticks, days } = await tickThrough(2 * 24 * 60, () => 0);
    expect(ticks).toEqual(ticks.map((_, minute) => minute * minuteMs));
    expect(days).toEqual([0, 24 * hourMs]);
  });

  it('comes again at once where the minute left something', async () => {
    const stopping = new AbortController();
    const slept: number[] = [];
    let left = 3;
    await startTicking(
      {
        minute: async () => {
          left -= 1;
          return left > 0;
        },
        day: async () => undefined,
        clock: () => new Date('2026-11-24T07:00:15Z'),
        elapsed: () => 0,
        log: createLog('silent'),
        sleep: async (ms) => {
          slept.push(ms);
          stopping.abort();
        },
      },
      stopping.signal,
    );
    expect(left).toBe(0);
    expect(slept).toEqual([45_000]);
  });

  it.each([-24 * hourMs, -hourMs, -1, 1, hourMs, 24 * hourMs, 365 * 24 * hourMs])(
    'never waits longer than a minute, and sweeps once a day, when the machine steps by %d ms now and again',
    async (step) => {
      const skewOf = (time: number) => (Math.floor(time / (7 * hourMs)) % 2 === 0 ? 0 : step);
      const { ticks, days, sleeps } = await tickThrough(3 * 24 * 60, skewOf);
      expect(Math.max(...sleeps)).toBeLessThanOrEqual(minuteMs);
      expect(Math.min(...sleeps)).toBeGreaterThan(0);
      expect(ticks.length).toBeGreaterThanOrEqual(3 * 24 * 60);
      const gaps = days.slice(1).map((at, index) => at - (days[index] ?? 0));
      expect(days).toHaveLength(3);
      expect(gaps.every((gap) => gap >= 24 * hourMs && gap < 24 * hourMs + 2 * minuteMs)).toBe(true);
    },
  );
});
