/**
 * What the page's own thread does while a person's documents are added: `npx tsx bench/own-documents.ts [site] [documents]`,
 * by default the built site and 200 documents drawn by a seed from the lines of the sample. Drops them on the page, opens
 * one, corrects nothing, loads the page again, and lists for each step the tasks of the main thread by their own
 * processor time (which another program's load does not lengthen), with what they were busy with.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../tests/browser/chromium.ts';
import { longTasks, TASK_CATEGORIES } from './long-tasks.ts';
import { SAMPLE_LINES } from './sample-lines.ts';
import { pick, seeded } from './seeded.ts';
import { traced } from './trace.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const [site = join(root, 'dist/site'), amount = '200', folder = ''] = process.argv.slice(2);

interface Given {
  readonly name: string;
  readonly text: string;
}

/** News of some 3,000 letters each, made of lines of the sample. */
function documents(count: number): Given[] {
  const random = seeded(20230919);
  const next = (below: number) => Math.floor(random() * below);
  return Array.from({ length: count }, (_, at) => {
    let text = `---\ntitle: خبر ${at}\ndate: ${2022 + next(2)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}\n---\n`;
    while (text.length < 3000) text += `${pick(SAMPLE_LINES, random)}\n\n`;
    return { name: `d${String(at).padStart(5, '0')}.md`, text };
  });
}

async function main(): Promise<void> {
  const server = spawn(process.execPath, [join(root, 'dist/cli/mawdi.js'), 'serve', resolve(site), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((done) => {
    server.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString());
      if (found) done(found[0]);
    });
  });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const given = folder
    ? readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    : documents(Number(amount));
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(300_000);
    const cdp = await page.context().newCDPSession(page);
    const step = async (name: string, work: () => Promise<void>) => {
      const trace = await traced(cdp, TASK_CATEGORIES, work);
      process.stdout.write(`${name}: ${longTasks(trace).join('\n')}\n`);
    };
    await page.goto(`${address}#lang=en`);
    await page.waitForSelector('canvas.maplibregl-canvas');
    await page.waitForTimeout(4000);
    await step('nothing', () => page.waitForTimeout(2000));
    await hand(page, given);
    await step(`${given.length} documents dropped`, async () => {
      await page.evaluate(() => {
        dispatchEvent(
          new DragEvent('drop', {
            dataTransfer: (globalThis as unknown as { given: DataTransfer }).given,
            bubbles: true,
            cancelable: true,
          }),
        );
      });
      await page.waitForSelector('.own-report');
      await page.waitForTimeout(3000);
    });
    await step('the page loaded again', async () => {
      await page.reload();
      await page.waitForSelector('.own-corpora');
      await page.waitForTimeout(4000);
    });
    await step('back to the overview', async () => {
      await page.click('.wordmark button');
      await page.waitForTimeout(2000);
    });
  } finally {
    await browser.close();
    server.kill();
  }
}

async function hand(page: Page, given: readonly Given[]): Promise<void> {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    (globalThis as unknown as { given: DataTransfer }).given = transfer;
  }, given);
}

await main();
