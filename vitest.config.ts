import { defineConfig } from 'vitest/config';

/** Everything that needs no browser. The browser tests are `*.spec.ts` and run by Playwright. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['tests/gazetteer-index.ts'],
    setupFiles: ['tests/property-runs.ts'],
    testTimeout: 60_000,
    // a property that fails prints its seed; the same seed gives the same run
    reporters: ['default'],
  },
});
