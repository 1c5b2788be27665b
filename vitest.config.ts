import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/support/learn.ts'],
    // On two cores the runner would leave one idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests that start processes can starve on a busy machine; what is wrong fails every time.
    retry: process.env['CI'] ? 2 : 0,
  },
});
