import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A busy machine takes longer; whoever asserts a limit says so.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    // Many wait for servers, timers and a browser: beside each other they take two thirds of the time.
    maxWorkers: 2,
    // Nothing is kept in modules that a test could trip over: files share them, and the suite takes a third of the time.
    isolate: false,
  },
});
