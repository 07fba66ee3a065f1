import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser/chromium.ts';

const PORT = Number(process.env.MAWDI_TEST_PORT ?? 4391);
/** The site under test; `MAWDI_SITE=folder npx playwright test` looks at another build. */
const SITE = process.env.MAWDI_SITE ?? 'dist/site';
const { executablePath, args, env } = await findBrowser();

/** Real-browser tests against the built site, served by the command line itself: `npm run build` comes first. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // software WebGL keeps a core busy for each page
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // a browser that crashes while it starts is no fault of the page
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    actionTimeout: 60_000,
    baseURL: `http://127.0.0.1:${PORT}/`,
    ...(executablePath === null ? { channel: 'chrome' } : {}),
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...args],
      env: { ...(process.env as Record<string, string>), ...env },
    },
    screenshot: 'only-on-failure',
    // each frame of a flight is drawn in software, with a core that another test waits for; `explorer.spec.ts` has some with motion
    contextOptions: { reducedMotion: 'reduce' },
  },
  webServer: {
    command: `node dist/cli/mawdi.js serve ${JSON.stringify(SITE)} --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
