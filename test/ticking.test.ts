import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.js';
import { startTicking } from '../src/ticking.js';

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
    const minutes: string[] = [];
    let days = 0;
    let now = Date.parse('2026-11-24T07:00:59.990Z');
    const stopping = new AbortController();
    await startTicking(
      {
        minute: async (at) => {
          minutes.push(at.toISOString().slice(11, 19));
          now = Math.ceil((now + 1) / 60_000) * 60_000 - 5;
          if (minutes.length === 4) stopping.abort();
        },
        day: async () => {
          days += 1;
        },
        clock: () => {
          now += 1;
          return new Date(now);
        },
        log: createLog('silent'),
      },
      stopping.signal,
    );
    expect(minutes).toHaveLength(4);
    expect(days).toBe(1);
  });
});
