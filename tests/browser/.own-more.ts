import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './chromium.ts';

const { executablePath, args, env } = await findBrowser();
const b = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [...args],
  env: { ...(process.env as any), ...env },
});
const p = await (await b.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })).newPage();
p.setDefaultTimeout(60000);
p.on('pageerror', (e) => console.log('pageerror', (e.stack ?? e.message).slice(0, 600)));
p.on('console', (m) => {
  if (['error', 'warning'].includes(m.type()) && !/map-view/.test(m.text()))
    console.log('console', m.text().slice(0, 300));
});
await p.addInitScript('globalThis.__name = (f) => f');
await p.route(/map-view.*js/, (r) => r.abort());
const step = async (name: string, f: () => Promise<unknown>) => {
  try {
    console.log(name, await f());
  } catch (e: any) {
    console.log('FAILED', name, e.message.slice(0, 300));
    await p.screenshot({ path: `/tmp/own-shots/fail-${name}.png` }).catch(() => {});
  }
};
await p.goto('http://127.0.0.1:4911/#lang=en&panel=own');
await p.waitForSelector('.own');
await step('paste', async () => {
  await p.click('text=Paste a text');
  await p.fill('[name=title]', 'Pasted');
  await p.fill('[name=date]', '2024-03-02');
  await p.fill(
    '[name=text]',
    'قال متحدث في دمشق إن قصفًا على حلب أوقع 12 قتيلًا. وتحدث السكان عن قرية الزيتونة القديمة.',
  );
  await p.click('text=Add this text');
  await p.waitForSelector('.own-report');
  return p.textContent('.own-report');
});
await step('missed name', async () => {
  await p.goto('http://127.0.0.1:4911/#lang=en&panel=documents');
  await p.locator('.document-list a').first().click();
  await p.waitForSelector('.own-missed');
  await p.fill('#own-missed', 'الزيتونة القديمة');
  await p.click('.own-missed button');
  await p.waitForSelector('.own-card');
  await p.fill('.own-card input[type=search]', 'إدلب');
  await p.click('.own-card .own-search button');
  await p.waitForTimeout(1500);
  await p.screenshot({ path: '/tmp/own-shots/8-missed.png' });
  await p.locator('.own-card .own-place').first().click();
  await p.waitForSelector('.own-done');
  return p.$$eval('.reader-text .mark[data-place]', (m) => m.map((x) => x.textContent));
});
await step('select', async () => {
  await p.evaluate(() => {
    const s = document.querySelectorAll('.sentence')[1] ?? document.querySelector('.sentence')!;
    const w = document.createTreeWalker(s, NodeFilter.SHOW_TEXT);
    let n: any;
    while ((n = w.nextNode())) {
      const at = n.data.indexOf('السكان');
      if (at >= 0) {
        const r = new Range();
        r.setStart(n, at);
        r.setEnd(n, at + 6);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(r);
      }
    }
  });
  await p.waitForSelector('.own-here');
  await p.screenshot({ path: '/tmp/own-shots/9-select.png' });
  await p.click('.own-here');
  await p.waitForSelector('.own-card');
  const t = await p.textContent('.own-card h4');
  await p.keyboard.press('Escape');
  return t;
});
await step('undo', async () => {
  await p.click('.own-done .text-button');
  await p.waitForTimeout(1500);
  return p.$$eval('.reader-text .mark[data-place]', (m) => m.map((x) => x.textContent));
});
await step('mend', async () => {
  await p.goto('http://127.0.0.1:4911/#lang=en&panel=events');
  await p.locator('.panel-scroll a[href*="event="]').first().click();
  await p.click('.own-mend');
  await p.fill('.own-form [name=date]', '2024-02-28');
  await p.selectOption('.own-form [name=kind]', 'attack');
  await p.screenshot({ path: '/tmp/own-shots/10-mend.png' });
  await p.click('.own-form [type=submit]');
  await p.waitForSelector('.own-done');
  await p.waitForTimeout(1000);
  return p.textContent('.panel-scroll h2, .panel-scroll .meta');
});
await step('export', async () => {
  await p.click('.own-button');
  const [d] = await Promise.all([p.waitForEvent('download'), p.click('.own-corpora button:has-text("Export")')]);
  await d.saveAs('/tmp/own-shots/corpus.json');
  return readFileSync('/tmp/own-shots/corpus.json', 'utf8').slice(0, 900);
});
await step('join', async () => {
  await p.locator('.own-corpora input[type=checkbox]').first().check();
  await p.waitForTimeout(4000);
  await p.goto('http://127.0.0.1:4911/#lang=en');
  await p.waitForTimeout(800);
  return p.textContent('.overview h2, .tally');
});
await step('remove', async () => {
  await p.click('.own-button');
  await p.click('.own-corpora button:has-text("Remove")');
  await p.waitForSelector('.own-done');
  await p.waitForTimeout(1500);
  const a = await p.textContent('.own-done');
  await p.click('.own-done .text-button');
  await p.waitForSelector('.own-corpora');
  return a + ' / ' + (await p.textContent('.own-corpora'));
});
await step('import', async () => {
  const [c] = await Promise.all([p.waitForEvent('filechooser'), p.click('text=Open an exported file')]);
  await c.setFiles('/tmp/own-shots/corpus.json');
  await p.waitForSelector('.own-report');
  return (
    (await p.textContent('.own-report')) +
    (await p.textContent('.own-corpora')) +
    (await p.textContent('.own-corrections'))
  );
});
await step('arabic phone', async () => {
  await p.setViewportSize({ width: 390, height: 844 });
  await p.goto('http://127.0.0.1:4911/#lang=ar&panel=own');
  await p.waitForTimeout(1200);
  await p.screenshot({ path: '/tmp/own-shots/11-phone-ar.png' });
});
await b.close();
