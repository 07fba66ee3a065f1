/** Takes the pictures of the design page in both languages and both themes: `npx tsx tests/browser/design-pictures.ts [folder]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';
import { findBrowser } from './chromium.ts';

const folder = process.argv[2] ?? 'test-results/design';
mkdirSync(folder, { recursive: true });
const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('../../', import.meta.url)),
  publicDir: false,
  plugins: [preact()],
  server: { host: '127.0.0.1', port: 4877, hmr: false, watch: null },
  logLevel: 'error',
});
await server.listen();
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
  args: [...args],
  env: { ...(process.env as Record<string, string>), ...env },
});
try {
  for (const lang of ['en', 'ar'])
    for (const theme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      page.on('pageerror', ({ message }) => process.stderr.write(`${message}\n`));
      page.on('console', (message) => {
        if (message.type() === 'error') process.stderr.write(`${message.text()}\n`);
      });
      await page.goto(
        `http://127.0.0.1:${server.config.server.port}/tests/browser/design.html?lang=${lang}&theme=${theme}`,
      );
      await page.locator('.design-sheet').waitFor({ timeout: 120_000 });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${lang}-${theme}.png`), fullPage: true });
      await page.close();
    }
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${folder}\n`);
