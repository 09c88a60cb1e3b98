import { defineConfig } from 'vitest/config';

/** `KEYTURN_LONG=1` (npm run test:long) runs the long counts in full; their tests take longer, not more cores. */
const long = process.env.KEYTURN_LONG === '1';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    // Many tests wait for a browser or for another process; one file at a time would leave the machine idle.
    maxWorkers: 2,
    testTimeout: long ? 900_000 : 120_000,
    hookTimeout: 120_000,
    // Far longer than anything polled for takes, so that a busy machine fails nothing.
    expect: { poll: { timeout: 20_000 } },
  },
});
