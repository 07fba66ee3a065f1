/**
 * Takes the picture of the README from the built site: `npm run picture` writes public/mawdi-explorer.png. The same
 * browser, fonts and data give the same picture.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const VIEW = 'place=nagorno-karabakh&when=2023-09-01..2023-09-30&theme=light&lang=en';
const TARGET = 'public/mawdi-explorer.png';

const site = process.env.MAWDI_SITE ?? 'dist/site';
const server = spawn(process.execPath, ['dist/cli/mawdi.js', 'serve', site, '--port', '0'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await new Promise<string>((done, fail) => {
    server.once('exit', (code) => fail(new Error(`the server ended with code ${code}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      const found = chunk.toString().match(/http:\/\/\S+/);
      if (found) done(found[0]);
    });
  });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${address}#${VIEW}`);
  await page.locator('.quote').first().waitFor();
  await page.locator('canvas.maplibregl-canvas').waitFor();
  await page.evaluate(() => document.fonts.ready);
  // the map fades its tiles and labels in, and software drawing takes its time
  await page.waitForTimeout(8_000);
  await page.screenshot({ path: `${root}${TARGET}` });
  await browser.close();
  process.stdout.write(`${TARGET}\n`);
} finally {
  server.kill('SIGTERM');
}
