/**
 * What the page's own thread does while a site is opened: `npx tsx bench/opening.ts SITE`. Lists the tasks that took long,
 * by their own processor time, with the functions seen most in each.
 */
import { resolve } from 'node:path';
import { launch, openPage, serveFolder } from './explorer-site.ts';
import { longTasks, TASK_CATEGORIES } from './long-tasks.ts';
import { traced } from './trace.ts';

const QUIET_MS = 4000;

const [folder = 'dist/site'] = process.argv.slice(2);
const site = await serveFolder(resolve(folder));
const browser = await launch();
try {
  const { page, cdp } = await openPage(browser);
  page.setDefaultTimeout(300_000);
  const trace = await traced(cdp, TASK_CATEGORIES, async () => {
    await page.goto(`${site.address}#lang=en`);
    await page.waitForSelector('canvas.maplibregl-canvas');
    await page.waitForSelector('.timeline-tally [data-count]');
    await page.waitForTimeout(QUIET_MS);
  });
  process.stdout.write(`${longTasks(trace).join('\n')}\n`);
} finally {
  await browser.close();
  site.close();
}
