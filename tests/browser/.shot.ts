import { chromium } from '@playwright/test';
import { findBrowser } from './chromium.ts';

const [, , url, out, w = '1440', h = '900', scheme = 'light', actions = ''] = process.argv;

const fb=await findBrowser(); const b = await chromium.launch({ executablePath: fb.executablePath!, args: [...fb.args], env: {...process.env, ...fb.env} as any, headless: true });
  executablePath: path,
  args: [...chromiumPkg.args, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  headless: true,
});
const p = await b.newPage({ viewport: { width: +w!, height: +h! }, colorScheme: scheme as any });
p.on('console', (m) => {
  if (['error', 'warning'].includes(m.type())) console.log('console', m.type(), m.text().slice(0, 300));
});
p.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 400)));
p.on('requestfailed', (r) => console.log('failed', r.url()));
await p.goto(url!, { waitUntil: 'load' });
await p.waitForTimeout(4000);
for (const a of actions.split(';;').filter(Boolean)) {
  const [k, ...r] = a.split('=');
  const v = r.join('=');
  try {
    if (k === 'click') await p.click(v, { timeout: 4000 });
    if (k === 'key') await p.keyboard.press(v);
    if (k === 'type') await p.keyboard.type(v);
    if (k === 'wait') await p.waitForTimeout(+v);
    if (k === 'eval') console.log(await p.evaluate(v));
  } catch (e: any) {
    console.log('action', a, e.message.slice(0, 200));
  }
  await p.waitForTimeout(700);
}
await p.screenshot({ path: out! });
console.log(p.url());
await b.close();
