import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '/work/main/tests/browser/chromium.ts';

const { executablePath, args, env } = await findBrowser();
const b = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [...args],
  env: { ...(process.env as any), ...env },
});
const ctx = await b.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en', acceptDownloads: true });
const p = await ctx.newPage();
p.setDefaultTimeout(120000);
p.on('console', (m) => {
  if (['error', 'warning'].includes(m.type())) console.log('console', m.type(), m.text().slice(0, 400));
});
p.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 400)));
p.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()?.errorText));
const requests: string[] = [];
p.on('request', (r) => requests.push(r.method() + ' ' + r.url().replace('http://127.0.0.1:4911', '')));
await p.addInitScript(() => {
  (globalThis as any).long = [];
  new PerformanceObserver((l) => {
    for (const e of l.getEntries()) (globalThis as any).long.push([Math.round(e.startTime), Math.round(e.duration)]);
  }).observe({ type: 'longtask', buffered: true });
});
await p.goto('http://127.0.0.1:4911/#lang=en');
await p.waitForSelector('.overview');
await p.waitForTimeout(3000);
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/0.png' });
const folder = process.argv[2] ?? '/tmp/own-docs/texts';
const files = readdirSync(folder).map((n) => ({ name: n, text: readFileSync(`${folder}/${n}`).toString('base64') }));
await p.evaluate(() => {
  (globalThis as any).long.length = 0;
});
const t0 = Date.now();
await p.evaluate((files) => {
  const dt = new DataTransfer();
  for (const { name, text } of files)
    dt.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
  dt.items.add(new File(['x'], 'strange.xyz'));
  window.dispatchEvent(new DragEvent('dragenter', { dataTransfer: dt, bubbles: true }));
  (globalThis as any).dt = dt;
}, files);
await p.waitForTimeout(300);
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/1-over.png' });
await p.evaluate(() => {
  window.dispatchEvent(
    new DragEvent('drop', { dataTransfer: (globalThis as any).dt, bubbles: true, cancelable: true }),
  );
});
await p.waitForTimeout(400);
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/2-progress.png' });
await p.waitForSelector('.own-report', { timeout: 120000 });
console.log('added after', Date.now() - t0, await p.textContent('.own-report'));
await p.waitForTimeout(2500);
console.log('long tasks', JSON.stringify(await p.evaluate(() => (globalThis as any).long)));
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/3-added.png' });
await p.evaluate(() => {
  (globalThis as any).long.length = 0;
});
await p.reload();
await p.waitForSelector('.own');
await p.waitForTimeout(2500);
console.log('reload', await p.textContent('.own-corpora').catch((e) => e.message));
await p.goto('http://127.0.0.1:4911/#lang=en&place=tripoli-libya');
await p.waitForTimeout(1500);
await p.click('.wordmark button');
await p.waitForTimeout(800);
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/4-overview.png' });
console.log(
  'busiest',
  (await p.$$eval('.bars a', (as) => as.map((a) => a.textContent + ' ' + (a as any).href.split('#')[1]))).join(' | '),
);
await ctx.storageState();
// correct a place
const trip = p.locator('.bars a', { hasText: /Tripoli/ }).first();
if (await trip.count()) await trip.click();
else await p.locator('.bars a').first().click();
await p.waitForSelector('.passage');
await p.click('text=Why here?');
await p.waitForTimeout(300);
await p.click('text=This is wrong');
await p.waitForSelector('.own-place', { timeout: 30000 });
await p.waitForTimeout(500);
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/5-chooser.png' });
console.log('candidates', (await p.$$eval('.own-place', (as) => as.map((a) => a.textContent))).join(' || '));
await p.locator('.own-place').first().click();
await p.waitForSelector('.own-done');
await p.waitForTimeout(1500);
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/6-corrected.png' });
await p.click('.own-button');
await p.waitForTimeout(800);
console.log('corrections', await p.textContent('.own-corrections'));
await p.screenshot({ timeout: 120000, path: '/tmp/own-shots/7-list.png' });
const [d] = await Promise.all([p.waitForEvent('download'), p.click('text=Save corrections.json')]);
console.log(readFileSync((await d.path())!, 'utf8'));
const [d2] = await Promise.all([p.waitForEvent('download'), p.click('button:has-text("Export")')]);
console.log(d2.suggestedFilename(), readFileSync((await d2.path())!, 'utf8').slice(0, 300));
await d.saveAs('/tmp/own-shots/corrections.json');
await d2.saveAs('/tmp/own-shots/corpus.json');
console.log('undo?');
await p.click('.own-corrections .text-button');
await p.waitForTimeout(1200);
console.log('corrections', await p.textContent('.own-corrections'));
console.log(
  'other hosts or posts',
  requests.filter((r) => !r.startsWith('GET /') && !r.startsWith('GET blob') && !r.startsWith('GET data:')),
);
await b.close();
