/**
 * What a step costs in the explorer: `npx tsx bench/explorer.ts [site] [mentions …]`, by default the built site with
 * the sample, 100,000 and 1,000,000 made mentions at 5,000 places over ten years. Prints one table a corpus, for the README:
 * the longest block of script that a step causes outside the map's own frames, all script that it causes, and the time
 * to the painted frame beside that of the same map without a place. Software WebGL draws slowly; the floor is measured in the same run.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CDPSession, chromium, type Page } from '@playwright/test';
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
};
const NOTHING = '{"type":"FeatureCollection","features":[]}';
const VIEW = 'view=44,36,5&theme=light&lang=en';

/** The site, with made data in place of its own where `mentions` says so. */
async function serve(site: string, mentions: number | null): Promise<Server> {
  const made = new Map<string, Buffer>();
  if (mentions !== null) {
    made.set('/data/atlas.json', gzipSync(JSON.stringify(syntheticAtlas(mentions)), { level: 1 }));
    made.set('/data/shapes.geojson', gzipSync(NOTHING));
  }
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(url.split('?')[0] ?? '/'));
    const body = made.get(path);
    const file = join(site, path === '/' ? 'index.html' : path);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (body) response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
    else if (file.startsWith(site) && existsSync(file) && statSync(file).isFile()) {
      response.writeHead(200, { 'content-type': type });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** Pieces of script of the page's own thread, outermost ones only, in milliseconds. */
function scripts(trace: readonly TraceEvent[]): { longest: number; total: number; frames: number } {
  const main = trace.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const own = trace.filter(({ pid, tid, ph, dur }) => pid === main?.pid && tid === main.tid && ph === 'X' && dur);
  const frames = own.filter(({ name }) => name === 'FireAnimationFrame');
  const blocks = own
    .filter(({ name }) =>
      ['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'EventDispatch', 'TimerFire'].includes(name),
    )
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  const inside = (piece: TraceEvent, all: readonly TraceEvent[]) =>
    all.some((one) => one !== piece && one.ts <= piece.ts && one.ts + one.dur! >= piece.ts + piece.dur!);
  const tops: TraceEvent[] = [];
  for (const block of blocks) if (!inside(block, tops) && !inside(block, frames)) tops.push(block);
  const sum = (list: readonly TraceEvent[]) => list.reduce((all, { dur }) => all + dur!, 0) / 1000;
  return { longest: Math.max(0, ...tops.map(({ dur }) => dur! / 1000)), total: sum(tops), frames: sum(frames) };
}

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] },
  } as never);
  await work();
  const complete = new Promise<void>((done) => cdp.once('Tracing.tracingComplete', () => done()));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** Milliseconds from a change of the address to the second frame after it: then the first one is on the screen. */
const painted = (page: Page, hash: string) =>
  page.evaluate(
    (next) =>
      new Promise<number>((done) => {
        const start = performance.now();
        addEventListener(
          'hashchange',
          () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))),
          {
            once: true,
          },
        );
        location.hash = next;
      }),
    hash,
  );

const rest = (page: Page, ms = 500) => page.waitForTimeout(ms);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Row {
  readonly step: string;
  readonly longest: number;
  readonly total: number;
  readonly frames: number;
  readonly painted: number;
}

async function step(page: Page, cdp: CDPSession, name: string, act: () => Promise<number>): Promise<Row> {
  let time = 0;
  const trace = await traced(cdp, async () => {
    time = await act();
    await rest(page, 300);
  });
  return { step: name, ...scripts(trace), painted: time };
}

const keys = (page: Page, key: string) =>
  page.evaluate(
    (pressed) =>
      new Promise<number>((done) => {
        const start = performance.now();
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
        );
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
      }),
    key,
  );

async function measure(site: string, mentions: number | null): Promise<void> {
  const server = await serve(site, mentions);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
    args: [...args, '--js-flags=--expose-gc'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  let readable = 0;
  const first = await traced(cdp, async () => {
    const start = performance.now();
    await page.goto(`${address}#${mentions === null ? 'theme=light&lang=en' : VIEW}`);
    await page.locator('.panel h1, .panel h2').first().waitFor({ timeout: 120_000 });
    readable = performance.now() - start;
    await page.locator('#map canvas').waitFor({ timeout: 120_000 });
    await rest(page, mentions === null ? 3_000 : 8_000);
  });
  const start = scripts(first);
  const rows: Row[] = [];
  const of = (filter: string) => `${filter}&${VIEW}`;
  if (mentions !== null) {
    const jump = (name: string, filter: string) => step(page, cdp, name, () => painted(page, of(filter)));
    rows.push(await jump('first stretch of time', 'when=2019-01-01..2019-12-31'));
    await page.locator('.timeline .handle').last().focus();
    const drag: Row[] = [];
    for (let at = 0; at < 8; at++) drag.push(await step(page, cdp, 'brush', () => keys(page, 'ArrowRight')));
    rows.push({
      step: 'a step of the brush (median of 8)',
      longest: median(drag.map(({ longest }) => longest)),
      total: median(drag.map(({ total }) => total)),
      frames: median(drag.map(({ frames }) => frames)),
      painted: median(drag.map(({ painted: time }) => time)),
    });
    rows.push({ ...drag.reduce((a, b) => (b.longest > a.longest ? b : a)), step: 'the dearest of the 8' });
    rows.push(await jump('all of time', ''));
    rows.push(await jump('time of publication', 'when=2019-01-01..2019-12-31&time=publication'));
    rows.push(await jump('a region', 'where=place-3'));
    rows.push(await jump('a box', 'area=box:32,31,44,38'));
    rows.push(await jump('kinds of event', 'what=attack,shelling'));
    rows.push(await jump('a speaker', 'who=speaker-7'));
    rows.push(await jump('a document', 'in=document-9'));
    rows.push(await jump('senses', 'sense=literal'));
    rows.push(await jump('sureness', 'sure=80'));
    rows.push(await jump('nothing passes', 'when=1900-01-01..1900-12-31'));
    rows.push(await jump('cleared', ''));
    for (const name of ['when', 'where', 'what', 'who', 'document', 'sense'])
      rows.push(
        await step(page, cdp, `the filter “${name}” opened`, async () => {
          const button = `[popovertarget="filter-${name}"]`;
          const time = await page.evaluate(
            (selector) =>
              new Promise<number>((done) => {
                const began = performance.now();
                document.querySelector<HTMLButtonElement>(selector)?.click();
                requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
              }),
            button,
          );
          await rest(page, 400);
          await page.keyboard.press('Escape');
          return time;
        }),
      );
    rows.push(await jump('a place opened', 'place=place-400'));
    await jump('', '');
  }
  await page.evaluate(() => (globalThis as unknown as { gc?: () => void }).gc?.());
  const { metrics } = (await cdp.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
  const bytes = (await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => [entry.name, (entry as PerformanceResourceTiming).decodedBodySize] as const),
  )) as (readonly [string, number])[];
  const base = bytes.filter(([name]) => name.includes('/data/base/')).reduce((sum, [, size]) => sum + size, 0);
  // the floor: the same page and map without a mention
  if (mentions !== null) {
    const floorServer = await serve(site, 0);
    await page.goto(`http://127.0.0.1:${(floorServer.address() as AddressInfo).port}/#${VIEW}`);
    await page.locator('#map canvas').waitFor({ timeout: 120_000 });
    await rest(page, 4_000);
    const floor: number[] = [];
    for (let at = 0; at < 6; at++)
      floor.push(await painted(page, of(`view=44.0${at + 1},36,5`).replace(`&${VIEW}`, '&theme=light&lang=en')));
    rows.push({ step: 'the empty map, moved', longest: 0, total: 0, frames: 0, painted: median(floor) });
    floorServer.close();
  }
  await browser.close();
  server.close();
  const name = mentions === null ? 'The sample' : `${mentions.toLocaleString('en')} mentions`;
  process.stdout.write(
    `\n### ${name}\n\nFirst view: longest block of script ${start.longest.toFixed(0)} ms, ${(start.total + start.frames).toFixed(0)} ms of script in all; ` +
      `text readable after ${readable.toFixed(0)} ms; heap ${heap.toFixed(0)} MB; base map ${(base / 1000).toFixed(0)} kB.\n\n`,
  );
  if (rows.length === 0) return;
  process.stdout.write(
    '| step | longest block, ms | all script, ms | map frames, ms | painted after, ms |\n|---|--:|--:|--:|--:|\n',
  );
  for (const row of rows)
    process.stdout.write(
      `| ${row.step} | ${row.longest.toFixed(1)} | ${row.total.toFixed(1)} | ${row.frames.toFixed(0)} | ${row.painted.toFixed(0)} |\n`,
    );
}

const [site = 'dist/site', ...sizes] = process.argv.slice(2);
for (const mentions of sizes.length > 0 ? sizes.map(Number) : [null, 100_000, 1_000_000])
  await measure(resolve(site), mentions !== null && Number.isNaN(mentions) ? null : mentions);
