import { defineConfig } from 'vitest/config';
import { findBrowserFault } from './test/browser/chromium.js';

const fault = findBrowserFault();
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/learn.ts'],
    // One browser at a time: two cores carry no more.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // The test client is not ours and can stall; what is wrong fails every time.
    retry: process.env['CI'] ? 2 : 0,
  },
});
