import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../tests/browser/chromium.ts';
import { syntheticAtlas } from './explorer-atlas.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
const NO_SHAPES = '{"type":"FeatureCollection","features":[]}';

export interface Site {
  readonly address: string;
  readonly close: () => void;
}

/** A folder on a port of its own; files of `made` stand in for those of the folder. Answers are small as any host sends them. */
export async function serveFolder(folder: string, made: ReadonlyMap<string, Buffer> = new Map()): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(url.split('?')[0] ?? '/'));
    const body = made.get(path);
    const file = join(folder, path === '/' ? 'index.html' : path);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (body) response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
    else if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) {
      response.writeHead(200, { 'content-type': type });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** The built site, with so many made mentions in place of its own data; `null` leaves it the sample. */
export function serveExplorer(folder: string, mentions: number | null): Promise<Site> {
  if (mentions === null) return serveFolder(folder);
  return serveFolder(
    folder,
    new Map([
      ['/data/atlas.json', gzipSync(JSON.stringify(syntheticAtlas(mentions)), { level: 1 })],
      ['/data/shapes.geojson', gzipSync(NO_SHAPES)],
    ]),
  );
}

export async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
    args: [...args, '--js-flags=--expose-gc'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

/** A page as large as a laptop's window, with its own line to the browser's measurements. */
export async function openPage(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  // functions inside what is sent to the page carry a call that only the compiler here knows
  await page.addInitScript('globalThis.__name = (one) => one');
  // a machine that does other work as well may take long; what is measured is computing
  page.setDefaultTimeout(240_000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return { page, cdp };
}

/** Megabytes that live objects take, after a collection. */
export async function heapOf(page: Page, cdp: CDPSession): Promise<number> {
  await page.evaluate(() => (globalThis as unknown as { gc?: () => void }).gc?.());
  const { metrics } = (await cdp.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}
