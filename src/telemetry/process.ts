/**
 * What the process tells of itself: how long its event loop stood still, its memory, its age.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metrics } from '../metrics.js';

/** How often the loop is looked at, in milliseconds. A delay shorter than that may be missed, and nobody notices one. */
const resolutionMs = 20;

/** For how long delays are gathered, in milliseconds: whoever reads more often reads the same again, so that several may read. */
const windowMs = 10_000;

/** Begins to look. Nothing waits for it when the process ends. */
export function watchProcess(metrics: Pick<Metrics, 'gauge'>): void {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  let last: { readonly most: number; readonly usual: number } | undefined;
  setInterval(() => {
    last = { most: toSeconds(delays.max), usual: toSeconds(delays.percentile(99)) };
    delays.reset();
  }, windowMs).unref();
  const startedAt = performance.timeOrigin / 1_000;
  metrics.gauge('loopDelayMost', () => last?.most ?? toSeconds(delays.max));
  metrics.gauge('loopDelayUsual', () => last?.usual ?? toSeconds(delays.percentile(99)));
  metrics.gauge('memory', () => process.memoryUsage.rss());
  metrics.gauge('startedAt', () => startedAt);
}

/** Node counts the time between two looks, in nanoseconds: what of it is delay comes on top of what was asked for. */
function toSeconds(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - resolutionMs / 1e3);
}
