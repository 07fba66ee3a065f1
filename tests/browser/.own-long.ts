import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './chromium.ts';

const { executablePath, args, env } = await findBrowser();
const b = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [...args],
  env: { ...(process.env as any), ...env },
});
const p = await (await b.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })).newPage();
p.on('pageerror', (e) => console.log('pageerror', (e.stack ?? e.message).slice(0, 900)));
if (process.argv[3] !== 'map') await p.route(/map-view.*js/, (r) => r.abort());
await p.addInitScript(() => {
  (globalThis as any).long = [];
  new PerformanceObserver((l) => {
    for (const e of l.getEntries()) (globalThis as any).long.push([Math.round(e.startTime), Math.round(e.duration)]);
  }).observe({ type: 'longtask', buffered: true });
});
await p.goto('http://127.0.0.1:4911/#lang=en');
await p.waitForSelector('.overview');
await p.waitForTimeout(3000);
const folder = process.argv[2]!;
const files = readdirSync(folder).map((n) => ({ name: n, text: readFileSync(`${folder}/${n}`).toString('base64') }));
await p.evaluate((files) => {
  const dt = new DataTransfer();
  for (const { name, text } of files)
    dt.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
  (globalThis as any).dt = dt;
}, files);
await p.waitForTimeout(500);
const c = await p.context().newCDPSession(p);
await c.send('Profiler.enable');
await c.send('Profiler.start');
await p.evaluate(() => {
  (globalThis as any).long.length = 0;
  (globalThis as any).t0 = performance.now();
  window.dispatchEvent(
    new DragEvent('drop', { dataTransfer: (globalThis as any).dt, bubbles: true, cancelable: true }),
  );
});
const t0 = Date.now();
await p.waitForSelector('.own-report', { timeout: 280000 });
console.log('added after', Date.now() - t0, (await p.textContent('.own-report'))?.slice(0, 200));
await p.waitForTimeout(2000);
console.log(
  'long tasks (after drop)',
  JSON.stringify(
    await p.evaluate(() => (globalThis as any).long.map(([a, d]: any) => [Math.round(a - (globalThis as any).t0), d])),
  ),
);
const { profile } = await c.send('Profiler.stop');
const self = new Map<string, number>();
const dt = profile.timeDeltas!;
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
profile.samples!.forEach((id, i) => {
  const n = byId.get(id)!;
  const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`;
  self.set(k, (self.get(k) ?? 0) + dt[i]! / 1000);
});
console.log(
  [...self]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 14)
    .map(([k, v]) => `${v.toFixed(0)} ms ${k}`)
    .join('\n'),
);
await b.close();
