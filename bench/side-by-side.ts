/**
 * The same points and the same change of dates in the explorer and in kepler.gl, one after the other in one browser:
 * `npx tsx bench/side-by-side.ts [site] [points] [scratch folder]`. kepler.gl is installed from npm into a scratch folder of
 * its own, never into this project, and shown with a plain ground instead of a map of streets, which is less work for it.
 * Measured is what a person waits for: from the change to the end of drawing of the second frame after it (in the explorer after
 * the new count is there, which kepler.gl does not make), and the script of the page's thread. Both sides must leave the same number of points, or the run stops.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { isoOf } from '../src/app/state/days.ts';
import { NO_DAY } from '../src/core/model/atlas.ts';
import { syntheticAtlas } from './explorer-atlas.ts';
import { launch, openPage, serveExplorer, serveFolder } from './explorer-site.ts';
import { markStep, traceSteps } from './explorer-trace.ts';

const PACKAGES = [
  'kepler.gl@3.2.6',
  'react@18',
  'react-dom@18',
  'redux@4',
  'react-redux@8',
  'styled-components@6.1.8',
  'esbuild@0.25',
];
const DAY_MS = 86_400_000;
const VIEW = { lon: 44, lat: 36, zoom: 5 };
/** The stretches that both are told to show, one after the other. */
const STRETCHES = [
  ['2016-01-01', '2018-12-31'],
  ['2016-02-01', '2018-12-31'],
  ['2016-02-01', '2019-03-31'],
  ['2018-01-01', '2018-12-31'],
  ['2018-01-01', '2019-06-30'],
] as const;

const ENTRY = `
import React from 'react';
import { createRoot } from 'react-dom/client';
import { applyMiddleware, combineReducers, legacy_createStore } from 'redux';
import { Provider } from 'react-redux';
import { KeplerGl } from '@kepler.gl/components';
import { keplerGlReducer, enhanceReduxMiddleware } from '@kepler.gl/reducers';
import { addDataToMap, addFilter, setFilter } from '@kepler.gl/actions';
const style = { id: 'paper', label: 'Paper', custom: true, layerGroups: [], style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fdfbf6' } }] } };
const first = { mapStyle: { styleType: 'paper', mapStyles: { paper: style } } };
const reducer = combineReducers({ keplerGl: keplerGlReducer.initialState(first) });
const store = legacy_createStore(reducer, {}, applyMiddleware(...enhanceReduxMiddleware([])));
globalThis.bench = { store, addDataToMap, addFilter, setFilter };
createRoot(document.getElementById('app')).render(
  React.createElement(Provider, { store }, React.createElement(KeplerGl, { id: 'map', width: innerWidth, height: innerHeight, mapboxApiAccessToken: 'none', mapStyles: [style], mapStylesReplaceDefault: true })),
);
`;
/** Parts of kepler.gl name modules of Node that a browser does not have and that a table of points never asks for. */
const BUILD = `
import { build } from 'esbuild';
const node = /^(node:)?(events|net|tls|http|https|child_process|fs|path|crypto|stream|url|zlib|util|os|assert|querystring|buffer|constants|worker_threads|module|perf_hooks|timers|vm)(\\/.*)?$/;
const none = [
  'const inherits = (a, b) => { if (b && b.prototype) Object.setPrototypeOf(a.prototype, b.prototype); };',
  'const none = new Proxy(function () {}, { get: (of, key) => (typeof key === "symbol" || key === "__esModule" ? undefined : key === "inherits" ? inherits : key === "prototype" ? of.prototype : key === "default" ? none : class { on() {} once() {} emit() {} removeListener() {} }), apply: () => none, construct: () => ({}) });',
  'module.exports = none;',
].join('');
await build({
  entryPoints: ['main.jsx'], outfile: 'site/app.js', bundle: true, format: 'iife', minify: true, logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', 'process.version': '""', 'process.platform': '"browser"', global: 'globalThis' },
  plugins: [{ name: 'none', setup(one) {
    one.onResolve({ filter: node }, ({ path }) => ({ path, namespace: 'none' }));
    one.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: none }));
  } }],
});
`;
const PAGE =
  '<!doctype html><meta charset="utf-8"><style>body{margin:0}</style><div id="app"></div><script src="app.js"></script>';

/** Installs and bundles kepler.gl outside the project, once a folder. */
function makeKepler(folder: string): string {
  const site = join(folder, 'site');
  mkdirSync(site, { recursive: true });
  if (!existsSync(join(folder, 'node_modules/kepler.gl'))) {
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    const wanted = ['install', ...PACKAGES, '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', wanted, { cwd: folder, stdio: 'inherit' });
  }
  writeFileSync(join(folder, 'main.jsx'), ENTRY);
  writeFileSync(join(folder, 'build.mjs'), BUILD);
  writeFileSync(join(site, 'index.html'), PAGE);
  execFileSync(process.execPath, ['build.mjs'], { cwd: folder, stdio: 'inherit' });
  return site;
}

interface Step {
  readonly waited: number;
  readonly script: number;
  readonly left: number;
}

/** What of a page's globals the bench sets up. */
interface Kepler {
  // the types of kepler.gl are not at hand: it is not part of this project
  readonly bench: {
    readonly store: { dispatch(action: unknown): void; getState(): KeplerState };
    addDataToMap(data: unknown): unknown;
    addFilter(dataset: string): unknown;
    setFilter(at: number, key: string, value: unknown): unknown;
  };
}
interface KeplerState {
  readonly keplerGl: {
    readonly map: {
      readonly visState: {
        readonly datasets: Readonly<
          Record<string, { readonly gpuFilter: { readonly filterRange: readonly (readonly [number, number])[] } }>
        >;
        readonly filters: readonly { readonly domain: readonly [number, number] }[];
        readonly layers: readonly unknown[];
      };
    };
  };
}

async function measured(page: Page, cdp: CDPSession, act: (from: string, to: string) => Promise<Omit<Step, 'script'>>) {
  const done: Omit<Step, 'script'>[] = [];
  const traced = await traceSteps(cdp, async () => {
    for (const [at, [from, to]] of STRETCHES.entries()) {
      await page.evaluate(markStep, String(at));
      done.push(await act(from, to));
      await page.waitForTimeout(500);
    }
  });
  const scripts = new Map(traced);
  return done.map((step, at): Step => {
    const { total = 0, frames = 0 } = scripts.get(String(at)) ?? {};
    return { ...step, script: total + frames };
  });
}

/** The explorer is told by its address; the timeline says what is left. */
async function ofExplorer(page: Page, cdp: CDPSession, address: string): Promise<Step[]> {
  const view = `view=${VIEW.lon},${VIEW.lat},${VIEW.zoom}&theme=light&lang=en`;
  await page.goto(`${address}#${view}`);
  await page.locator('canvas.maplibregl-canvas').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(8_000);
  return measured(page, cdp, (from, to) =>
    page.evaluate(
      async (hash) => {
        const count = () =>
          Number(document.querySelectorAll<HTMLElement>('.timeline-tally [data-count]')[1]?.dataset.count);
        const frame = () => new Promise((next) => requestAnimationFrame(next));
        const before = count();
        const start = performance.now();
        location.hash = hash;
        while (count() === before) await frame();
        await frame();
        await frame();
        finishDrawing();
        return { waited: performance.now() - start, left: count() };
      },
      // peoples are no locations to the explorer: the other side does not know the difference
      `when=${from}..${to}&sense=literal,metonymic,associative,demonym,embedded&${view}`,
    ),
  );
}

/** Waits until every map of the page is drawn: to read a pixel of it is answered after all that was told to draw. */
const FINISH = `globalThis.finishDrawing = () => {
  for (const canvas of document.querySelectorAll('canvas')) {
    const gl = canvas.getContext('webgl2');
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
}`;
declare function finishDrawing(): void;

interface Points {
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly time: readonly number[];
}

async function ofKepler(page: Page, cdp: CDPSession, address: string, points: Points): Promise<Step[]> {
  await page.goto(address);
  await page.waitForFunction(() => 'bench' in globalThis && document.querySelector('canvas') !== null, null, {
    timeout: 120_000,
  });
  await page.waitForTimeout(3_000);
  await page.evaluate(
    ({ lon, lat, time, view }) => {
      const { store, addDataToMap } = (globalThis as unknown as Kepler).bench;
      const field = (name: string, type: string, format = '') => ({
        name,
        id: name,
        displayName: name,
        format,
        type,
        analyzerType: type === 'real' ? 'FLOAT' : 'DATETIME',
      });
      store.dispatch(
        addDataToMap({
          datasets: {
            info: { id: 'points', label: 'points' },
            data: {
              fields: [
                field('latitude', 'real'),
                field('longitude', 'real'),
                { ...field('time', 'timestamp', 'x'), analyzerType: 'INT' },
              ].map((one, fieldIdx) => ({ ...one, fieldIdx })),
              rows: lon.map((_, row) => [lat[row], lon[row], time[row]]),
            },
          },
          options: { centerMap: false },
          config: { mapState: { longitude: view.lon, latitude: view.lat, zoom: view.zoom } },
        }),
      );
    },
    { ...points, view: VIEW },
  );
  // the table arrives in a task of its own, and only then has a field to filter by
  await page.waitForFunction(
    () => (globalThis as unknown as Kepler).bench.store.getState().keplerGl.map.visState.layers.length > 0,
    null,
    { timeout: 120_000 },
  );
  await page.evaluate(() => {
    const { store, addFilter, setFilter } = (globalThis as unknown as Kepler).bench;
    store.dispatch(addFilter('points'));
    store.dispatch(setFilter(0, 'name', 'time'));
  });
  await page.waitForTimeout(10_000);
  return measured(page, cdp, (from, to) =>
    page.evaluate(
      async ([first, last, times]) => {
        const { store, setFilter } = (globalThis as unknown as Kepler).bench;
        const frame = () => new Promise((next) => requestAnimationFrame(next));
        const start = performance.now();
        store.dispatch(setFilter(0, 'value', [first, last]));
        await frame();
        await frame();
        finishDrawing();
        const waited = performance.now() - start;
        // it leaves the filtering to the graphics card and counts nothing: the points in the range that the card was told
        const { datasets, filters } = store.getState().keplerGl.map.visState;
        const [low = 0, high = -1] = datasets.points?.gpuFilter.filterRange[0] ?? [];
        const begin = filters[0]?.domain[0] ?? 0;
        return { waited, left: times.filter((time) => time - begin >= low && time - begin <= high).length };
      },
      [Date.parse(from), Date.parse(to), points.time] as const,
    ),
  );
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const [folder = 'dist/site', count = '100000', scratch] = process.argv.slice(2);
const atlas = syntheticAtlas(Number(count));
const rows = [...atlas.mentions.firstDay].flatMap((day, row) => (day === NO_DAY ? [] : [row]));
const points: Points = {
  lon: rows.map((row) => atlas.places[atlas.mentions.place[row]!]!.lon ?? 0),
  lat: rows.map((row) => atlas.places[atlas.mentions.place[row]!]!.lat ?? 0),
  time: rows.map((row) => atlas.mentions.firstDay[row]! * DAY_MS),
};
const kepler = await serveFolder(makeKepler(scratch ? resolve(scratch) : mkdtempSync(join(tmpdir(), 'side-by-side-'))));
const site = await serveExplorer(resolve(folder), Number(count));
const browser = await launch();
const one = await openPage(browser);
await one.page.addInitScript(FINISH);
const own = await ofExplorer(one.page, one.cdp, site.address);
await one.page.close();
const two = await openPage(browser);
await two.page.addInitScript(FINISH);
const theirs = await ofKepler(two.page, two.cdp, kepler.address, points);
await browser.close();
for (const server of [kepler, site]) server.close();
for (const [at, { left }] of own.entries())
  if (theirs[at]?.left !== left)
    throw new Error(`step ${at}: the explorer leaves ${left} mentions, kepler.gl ${theirs[at]?.left} points`);
const times = Float64Array.from(points.time).sort();
const [first, last] = [times.at(0), times.at(-1)].map((time) => isoOf((time ?? 0) / DAY_MS));
process.stdout.write(
  `\n### ${rows.length.toLocaleString('en')} dated points from ${first} to ${last}, ${STRETCHES.length} changes of date\n\n` +
    '| | waited, ms by the clock (median) | script, ms of computing (median) |\n|---|--:|--:|\n',
);
const figures = (steps: readonly Step[]) =>
  [median(steps.map(({ waited }) => waited)), median(steps.map(({ script }) => script))] as const;
const [ours, others] = [figures(own), figures(theirs)];
process.stdout.write(`| this explorer | ${ours[0].toFixed(0)} | ${ours[1].toFixed(0)} |\n`);
process.stdout.write(`| kepler.gl 3.2.6 | ${others[0].toFixed(0)} | ${others[1].toFixed(0)} |\n`);
process.stdout.write(`| times as fast | ${(others[0] / ours[0]).toFixed(1)} | ${(others[1] / ours[1]).toFixed(1)} |\n`);
