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
p.setDefaultTimeout(240000);
p.on('pageerror', (e) => console.log('pageerror', (e.stack ?? e.message).slice(0, 900)));
await p.addInitScript('globalThis.__name = (f) => f');
await p.route(/map-view.*js/, (r) => r.abort());
await p.goto('http://127.0.0.1:4911/#lang=en');
await p.waitForSelector('.overview');
const folder = process.argv[2]!;
const files = readdirSync(folder).map((n) => ({ name: n, text: readFileSync(`${folder}/${n}`).toString('base64') }));
await p.evaluate((files) => {
  const dt = new DataTransfer();
  for (const { name, text } of files)
    dt.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: dt, bubbles: true, cancelable: true }));
}, files);
await p.waitForSelector('.own-report');
console.log((await p.textContent('.own-report'))!.slice(0, 300));
const read = () =>
  p.evaluate(async () => {
    const db: IDBDatabase = await new Promise((r) => {
      const q = indexedDB.open('mawdi /');
      q.onsuccess = () => r(q.result);
    });
    const all = (s: string, key?: string) =>
      new Promise<any>((r) => {
        const st = db.transaction(s).objectStore(s);
        const q = key ? st.get(key) : st.getAll();
        q.onsuccess = () => r(q.result);
      });
    return JSON.stringify({
      view: (await all('kept', 'view')).view,
      documents: await all('documents'),
      corrected: await all('corrected'),
    });
  });
const got = JSON.parse(await read());
const cli = JSON.parse(readFileSync(`${process.argv[3]}/atlas.json`, 'utf8'));
const mine = { ...got.view.atlas, title: cli.title };
console.log(
  'atlas equal',
  JSON.stringify(mine) === JSON.stringify(cli),
  JSON.stringify(mine).length,
  JSON.stringify(cli).length,
);
for (const k of Object.keys(cli))
  if (JSON.stringify(mine[k]) !== JSON.stringify(cli[k]))
    console.log('differs', k, JSON.stringify(mine[k]).slice(0, 200), JSON.stringify(cli[k]).slice(0, 200));
console.log(
  'shapes equal',
  JSON.stringify(got.view.shapes.features) ===
    JSON.stringify(JSON.parse(readFileSync(`${process.argv[3]}/shapes.geojson`, 'utf8')).features),
);
let same = 0;
got.documents.forEach((d: any, i: number) => {
  const c = readFileSync(`${process.argv[3]}/documents/${i}.json`, 'utf8');
  const m = JSON.stringify({ text: d.document.text, analysis: d.found });
  if (m === c) same++;
  else if (i < 3) console.log('doc differs', i, m.slice(0, 300), c.slice(0, 300));
});
console.log('documents equal', same, 'of', got.documents.length);
writeFileSync('/tmp/own-state.json', JSON.stringify(await p.context().storageState({ indexedDB: true })));
await b.close();
