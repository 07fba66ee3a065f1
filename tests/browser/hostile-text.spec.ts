import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ATTACK = `<img src=x onerror="window.struck='TEXT'"><script>window.struck='TEXT'</script><a href="javascript:window.struck='TEXT'">x</a>`;
const attack = (where: string) => ATTACK.replaceAll('TEXT', where);

let folder = '';
let server: ChildProcess;
let address = '';

/** A corpus whose texts, titles, names and settings try to be markup, made into a site and served by the command itself. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'mawdi hostile '));
  const text = `قالت وزارة الدفاع في باكو ${attack('text')} إن 25 جنديا قتلوا في ستيباناكيرت يوم 19 سبتمبر 2023.\n"${attack('quote')}"، بحسب ما قال رئيس أرمينيا ${attack('speaker')}.\n`;
  writeFileSync(join(folder, 'a.txt'), text);
  writeFileSync(
    join(folder, 'corpus.json'),
    JSON.stringify({
      title: attack('corpus'),
      description: attack('description'),
      documents: [
        {
          file: 'a.txt',
          id: '"><svg onload=alert(1)>',
          title: attack('title'),
          source: attack('source'),
          author: attack('author'),
          url: 'https://example.org/"onmouseover="window.struck=1',
          date: '2023-09-20',
        },
      ],
    }),
  );
  server = spawn(process.execPath, ['dist/cli/mawdi.js', 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  address = await new Promise<string>((done, fail) => {
    server.once('exit', (code) => fail(new Error(`the server ended with code ${code}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      const found = chunk.toString().match(/http:\/\/\S+/);
      if (found) done(found[0]);
    });
  });
});

test.afterAll(async () => {
  if (server.exitCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

test('text is only ever text, never markup', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${address}#lang=en`);
  const panel = page.getByRole('region', { name: 'Reading panel' });
  await expect(panel.getByRole('heading').first()).toContainText('<script>');

  const ids = ['place=baku', 'place=stepanakert', 'panel=events', 'panel=documents', 'panel=about'];
  for (const state of ids) {
    await page.goto(`${address}#${state}&lang=en`);
    await expect(panel.getByRole('heading').first()).toBeVisible();
  }
  await page.goto(`${address}#panel=documents&lang=en`);
  await panel.getByRole('link').filter({ hasText: 'script' }).first().click();
  await expect(panel.locator('.reader-text')).toContainText("window.struck='text'");

  await page.getByRole('combobox').first().fill('script');
  await expect(page.getByRole('option').first()).toBeVisible();

  expect(await page.evaluate(() => (window as Window & { struck?: string }).struck)).toBeUndefined();
  expect(await page.locator('#app img[src="x"], #app script, #app a[href^="javascript:" i]').count()).toBe(0);
  expect(requests.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url))).toEqual([]);
});
