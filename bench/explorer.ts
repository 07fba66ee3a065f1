/**
 * What a step costs in the explorer: `npx tsx bench/explorer.ts [site] [mentions …]`, by default the built site with
 * the sample, 100,000 and 1,000,000 made mentions at 5,000 places over ten years. Prints one table a corpus, for the README:
 * the longest block of script that a step causes outside the map's frames and all of it (milliseconds of computing on the
 * page's thread: state, panels, timeline, map), script in frames, and the time to the painted frame as a multiple of that of the
 * same map without a place, moved in the same run. A step after which the count on the screen is what it was before stops the run.
 */
import { resolve } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { heapOf, launch, openPage, type Site, serveExplorer } from './explorer-site.ts';
import { markStep, type Script, traceSteps } from './explorer-trace.ts';

const VIEW = 'view=44,36,5&theme=light&lang=en';
const BRUSH_STEPS = 24;
const BRUSH_BINS = 4;
const SETTLED_MS = 350;

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
/** The value that `share` of all do not exceed. */
const quantile = (values: readonly number[], share: number) =>
  sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;

/** Mentions and events that the timeline says pass: the whole chain has run when they are new. */
const tally = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.timeline-tally [data-count]')]
      .map(({ dataset }) => dataset.count)
      .join('/'),
  );

/** Waits until the timeline says something new: a machine under load may be late. */
async function changed(page: Page, before: string, name: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if ((await tally(page)) !== before) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`the step “${name}” left the counts at ${before}: it did nothing (${page.url()})`);
}

/** Milliseconds from the event that begins a step to the second frame after it, when the first one is on the screen. */
const painted = (page: Page, type: string) =>
  page.evaluate((event) => {
    const bench = globalThis as unknown as { painted: Promise<number> };
    bench.painted = new Promise((done) => {
      addEventListener(
        event,
        () => {
          const start = performance.now();
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
        },
        { once: true, capture: true },
      );
    });
  }, type);
const paintedAfter = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);

interface Act {
  readonly name: string;
  /** The event that begins it. */
  readonly begins: string;
  readonly run: () => Promise<void>;
  /** Whether the counts must be others afterwards. */
  readonly changes: boolean;
}

type Row = Script & { readonly name: string; readonly painted: number };

async function steps(page: Page, cdp: CDPSession, acts: readonly Act[]): Promise<Row[]> {
  const times: number[] = [];
  const traced = await traceSteps(cdp, async () => {
    for (const [at, act] of acts.entries()) {
      const before = await tally(page);
      await painted(page, act.begins);
      await page.evaluate(markStep, String(at));
      await act.run();
      times.push(await paintedAfter(page));
      if (act.changes) await changed(page, before, act.name);
      await page.waitForTimeout(SETTLED_MS);
      await page.evaluate(markStep, 'rest');
    }
  });
  const scripts = new Map(traced);
  return acts.map(({ name }, at) => {
    const script = scripts.get(String(at));
    if (!script) throw new Error(`no trace of the step “${name}”`);
    return { name, ...script, painted: times[at]! };
  });
}

/** A change of the address, as a link or Back makes it. */
const go = (page: Page, name: string, state: string, changes = true): Act => ({
  name,
  begins: 'hashchange',
  changes,
  run: () =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `${state}&${VIEW}`),
});

/** A drag of the end of the brush by the mouse, over one bin a step, to and fro between here and a few bins further. */
async function brushActs(page: Page, name: string): Promise<Act[]> {
  const centre = async (selector: string, at: number) => {
    const box = await page.locator(selector).nth(at).boundingBox();
    if (!box) throw new Error(`the timeline has no ${selector}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const lines = await page
    .locator('.timeline .chart > g > .base')
    .evaluateAll((all) =>
      all.map((line) => ({ in: line.classList.contains('is-in'), box: line.getBoundingClientRect() })),
    );
  const middles = lines.map(({ box }) => box.x + box.width / 2);
  const last = lines.findLastIndex((line) => line.in);
  if (last < 0 || last + BRUSH_BINS >= lines.length) throw new Error('the timeline has no room for the brush');
  const grip = await centre('.timeline .handle .target', 1);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(middles[last]!, grip.y);
  return Array.from({ length: BRUSH_STEPS }, (_, at) => {
    const turn = (at + 1) % (2 * BRUSH_BINS);
    const bin = last + (turn <= BRUSH_BINS ? turn : 2 * BRUSH_BINS - turn);
    return { name, begins: 'pointermove', changes: true, run: () => page.mouse.move(middles[bin]!, grip.y) };
  });
}

async function brushRows(page: Page, cdp: CDPSession, name: string): Promise<Row[]> {
  const rows = await steps(page, cdp, await brushActs(page, name));
  await page.mouse.up();
  return rows;
}

function summary(name: string, rows: readonly Row[], share: number): Row {
  const of = (key: keyof Script | 'painted') =>
    quantile(
      rows.map((row) => row[key]),
      share,
    );
  return {
    name,
    longest: of('longest'),
    total: of('total'),
    frames: of('frames'),
    longestByClock: of('longestByClock'),
    painted: of('painted'),
  };
}

async function filterRows(page: Page, cdp: CDPSession, floor: Floor): Promise<Row[]> {
  const first = await steps(page, cdp, [
    go(page, 'first stretch of time', 'when=2017-01-01..2018-12-31'),
    go(page, 'another', 'when=2019-01-01..2019-12-31'),
  ]);
  await steps(page, cdp, [go(page, 'two years', 'when=2016-01-01..2017-12-31')]);
  await floor.measure(page);
  const years = await brushRows(page, cdp, 'brush over years');
  await floor.measure(page);
  await steps(page, cdp, [go(page, 'months', 'when=2019-03-01..2019-08-31&span=2019-01-01..2019-12-31')]);
  const months = await brushRows(page, cdp, 'brush over months');
  await floor.measure(page);
  const rest = await steps(page, cdp, [
    go(page, 'all of time', ''),
    go(page, 'time of publication', 'when=2019-01-01..2019-12-31&time=publication'),
    go(page, 'a region', 'where=place-3'),
    go(page, 'a box', 'area=box:32,31,44,38'),
    go(page, 'kinds of event', 'what=attack,shelling'),
    go(page, 'a speaker', 'who=speaker-7'),
    go(page, 'a document', 'in=document-9'),
    go(page, 'senses', 'sense=literal'),
    go(page, 'sureness', 'sure=80'),
    go(page, 'nothing passes', 'when=1900-01-01..1900-12-31'),
    go(page, 'cleared', ''),
    go(page, 'a place opened', 'place=place-400', false),
    go(page, 'closed', '', false),
  ]);
  await floor.measure(page);
  const all = [...first, ...years, ...months, ...rest];
  return [
    ...first,
    summary('the brush moved by a year, median', years, 0.5),
    summary('the same, 95th percentile', years, 0.95),
    summary('the brush moved by a month, median', months, 0.5),
    summary('the same, 95th percentile', months, 0.95),
    ...rest,
    summary('all steps, median', all, 0.5),
    summary('all steps, 95th percentile', all, 0.95),
  ];
}

/** Opening a filter counts all its choices, in pieces. */
async function popoverActs(page: Page): Promise<Act[]> {
  const ids = await page
    .locator('[popovertarget^="filter-"]')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('popovertarget') ?? ''));
  return ids.map((id) => ({
    name: `“${id}” opened`,
    begins: 'click',
    changes: false,
    run: () => page.evaluate((one) => document.querySelector<HTMLElement>(`[popovertarget="${one}"]`)?.click(), id),
  }));
}

/** The floor: the same page and map without a mention, moved a little. It stays open beside the other page and is asked before, between and after, since a machine is not at all times equally fast. */
class Floor {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  readonly rows: Row[] = [];

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async open(browser: Browser, empty: Site): Promise<Floor> {
    const { page, cdp } = await openPage(browser);
    await page.goto(`${empty.address}#${VIEW}`);
    await page.locator('canvas.maplibregl-canvas').waitFor({ timeout: 120_000 });
    await page.waitForTimeout(4_000);
    return new Floor(page, cdp);
  }

  async measure(other: Page): Promise<void> {
    await this.#page.bringToFront();
    const turn = this.rows.length;
    const moved = (at: number): Act => ({
      name: 'moved',
      begins: 'hashchange',
      changes: false,
      run: () =>
        this.#page.evaluate(
          (hash) => {
            location.hash = hash;
          },
          VIEW.replace('view=44', `view=44.${String(turn + at + 1).padStart(3, '0')}`),
        ),
    });
    this.rows.push(
      ...(await steps(
        this.#page,
        this.#cdp,
        Array.from({ length: 6 }, (_, at) => moved(at)),
      )),
    );
    await other.bringToFront();
  }
}

async function firstView(
  page: Page,
  cdp: CDPSession,
  address: string,
  wait: number,
): Promise<Script & { readable: number }> {
  let readable = 0;
  const [[, script] = ['', null]] = await traceSteps(cdp, async () => {
    const start = performance.now();
    await page.goto(address);
    await page.locator('.panel h1, .panel h2').first().waitFor({ timeout: 120_000 });
    readable = performance.now() - start;
    await page.locator('canvas.maplibregl-canvas').waitFor({ timeout: 120_000 });
    await page.waitForTimeout(wait);
  });
  if (!script) throw new Error('no trace of the first view');
  return { ...script, readable };
}

async function measure(folder: string, mentions: number | null): Promise<void> {
  const [site, empty, browser] = [
    await serveExplorer(folder, mentions),
    await serveExplorer(folder, 0),
    await launch(),
  ];
  const { page, cdp } = await openPage(browser);
  const hash = mentions === null ? 'theme=light&lang=en' : VIEW;
  const start = await firstView(page, cdp, `${site.address}#${hash}`, mentions === null ? 3_000 : 8_000);
  const rows: Row[] = [];
  let heap = 0;
  if (mentions !== null) {
    const floor = await Floor.open(browser, empty);
    await page.bringToFront();
    rows.push(...(await filterRows(page, cdp, floor)), ...(await steps(page, cdp, await popoverActs(page))));
    heap = await heapOf(page, cdp);
    rows.push(summary('the empty map, moved (the floor)', floor.rows, 0.5));
  } else heap = await heapOf(page, cdp);
  await browser.close();
  for (const one of [site, empty]) one.close();
  const name = mentions === null ? 'The sample' : `${mentions.toLocaleString('en')} mentions`;
  const floor = rows.at(-1)?.painted ?? 1;
  const lines = rows.map((row) =>
    [
      row.name,
      row.longest.toFixed(1),
      row.total.toFixed(1),
      row.frames.toFixed(0),
      row.painted.toFixed(0),
      (row.painted / floor).toFixed(2),
    ].join(' | '),
  );
  process.stdout.write(
    `\n### ${name}\n\nFirst view: ${(start.total + start.frames).toFixed(0)} ms of script in all, longest block ${start.longest.toFixed(0)} ms; ` +
      `text readable after ${start.readable.toFixed(0)} ms by the clock; heap ${heap.toFixed(0)} MB.\n\n`,
  );
  if (lines.length === 0) return;
  process.stdout.write(
    '| step | longest block, ms | all script, ms | in frames, ms | painted after, ms by the clock | of the floor |\n|---|--:|--:|--:|--:|--:|\n',
  );
  for (const line of lines) process.stdout.write(`| ${line} |\n`);
}

const [folder = 'dist/site', ...sizes] = process.argv.slice(2);
for (const mentions of sizes.length > 0 ? sizes.map(Number) : [null, 100_000, 1_000_000])
  await measure(resolve(folder), mentions !== null && Number.isNaN(mentions) ? null : mentions);
