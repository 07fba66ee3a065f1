import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';

const SITE = process.env.MAWDI_SITE ?? 'dist/site';
/** A site need not lie at the root of its host. */
const FOLDER = '/some/where/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

let server: Server;
let address = '';

/** The plainest of hosts: files, types, nothing else. */
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const file = pathname.startsWith(FOLDER) ? join(SITE, pathname.slice(FOLDER.length) || 'index.html') : '';
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}${FOLDER}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('works with the network off after the first visit, in a folder of any host, under its policy', async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 30_000,
    })
    .toBe('activated');
  expect(complaints).toEqual([]);

  await context.setOffline(true);
  server.closeAllConnections();
  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible();
  await context.setOffline(false);
  expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('its policy lets nothing run or leave that is not its own', async ({ page }) => {
  await page.goto(address);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe-(?:inline|eval)/);
  const tried = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    const sent = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    await new Promise((done) => setTimeout(done, 100));
    return { blocked, sent, ran: 'ran' in globalThis };
  });
  expect(tried).toMatchObject({ sent: false, ran: false });
  expect(tried.blocked).toEqual(expect.arrayContaining(['connect-src', 'script-src-elem']));
});
