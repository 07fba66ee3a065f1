import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { shapeBounds as boundsOfShapes } from '../formats/shape-bounds.ts';
import { signedArea } from '../formats/validate-geojson.ts';
import { type Entries, labelRows, namesOf, readSeaNames } from './base-map-labels.ts';
import { packFeatures } from './base-map-pack.ts';
import { COARSE, FINE, type Point, readWorld, type Tolerance, type World } from './base-map-world.ts';
import { builtBaseMap } from './built-base-map.ts';
import { gazetteerEntries } from './gazetteer-sources.ts';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const GEO = resolve(here, '../../geo');

/** Codes of what Natural Earth knows and ISO 3166-1 does not number. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  Somaliland: 'SO',
  'N. Cyprus': 'CY',
  'Cyprus U.N. Buffer Zone': 'CY',
  Baikonur: 'KZ',
  'Siachen Glacier': '',
};

function readEntries(geoFolder: string): Entries {
  return new Map(gazetteerEntries(join(geoFolder, 'gazetteer'), false).entries.map((entry) => [entry.id, entry]));
}

/** The gazetteer's id of each country by its key in the world map. */
function countryIds(world: World, entries: Entries): ReadonlyMap<string, string> {
  const { numericToAlpha2 } = require('i18n-iso-countries') as { numericToAlpha2(code: string): string | undefined };
  const byCode = new Map<string, string>();
  for (const entry of entries.values())
    if (entry.kind === 'country' && entry.country) byCode.set(entry.country, entry.id);
  return new Map(
    world.countries.map(({ key }) => [key, byCode.get(UNNUMBERED[key] ?? numericToAlpha2(key) ?? '') ?? '']),
  );
}

function write(folder: string, name: string, features: readonly Feature[]): void {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  writeFileSync(join(folder, name), `${JSON.stringify(collection)}\n`);
}

/** A file that the explorer fetches at its start: names of its own, no white space, coordinates as packed lines. */
function writeLight(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(value)}\n`);
}

const feature = (id: string, properties: Record<string, unknown>, geometry: Geometry): Feature => ({
  type: 'Feature',
  id,
  properties: { id, ...properties },
  geometry,
});

const positions = (line: readonly Point[]) => line as unknown as Position[];

/** Outer rings counter-clockwise and holes clockwise, as RFC 7946 wants them; rings that simplifying made flat are left out. */
const multiPolygon = (polygons: World['countries'][number]['polygons']): Geometry => ({
  type: 'MultiPolygon',
  coordinates: polygons
    .map((polygon) =>
      polygon.flatMap((ring, at) => {
        const area = signedArea(ring);
        if (area === 0) return [];
        return [positions(area > 0 === (at === 0) ? ring : [...ring].reverse())];
      }),
    )
    .filter((polygon) => polygon.length > 0),
});

function countryFeatures(world: World, ids: ReadonlyMap<string, string>): Feature[] {
  return world.countries
    .filter((country) => country.polygons.length > 0)
    .map((country) => feature(ids.get(country.key) || `ne-${country.key}`, {}, multiPolygon(country.polygons)));
}

/** `a` lies to the right of the line. */
function borderFeatures(world: World, ids: ReadonlyMap<string, string>): Feature[] {
  return world.borders.map(({ a, b, lines, disputed }, index) => ({
    type: 'Feature',
    id: index,
    properties: { a: ids.get(a) ?? '', b: ids.get(b) ?? '', ...(disputed ? { disputed: 1 } : {}) },
    geometry: { type: 'MultiLineString', coordinates: lines.map(positions) },
  }));
}

export interface ShapeFeature extends Feature {
  readonly id: string;
  readonly properties: Record<string, string>;
}

function readShapes(geoFolder: string, name: string): ShapeFeature[] {
  const text = readFileSync(join(geoFolder, 'shapes', `${name}.geojson`), 'utf8');
  return (JSON.parse(text) as FeatureCollection).features as ShapeFeature[];
}

/** The hand-drawn shapes of one file with names from the gazetteer. */
function named(geoFolder: string, file: string, entries: Entries): Feature[] {
  return readShapes(geoFolder, file).map(({ id, geometry, properties: { from, to, status } }) =>
    feature(
      id,
      {
        kind: file,
        ...namesOf(entries.get(id)),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(status ? { status } : {}),
      },
      geometry,
    ),
  );
}

/** Lines that were true for a time: names and notes of their own, days as whole numbers so that a filter can compare. */
function limits(geoFolder: string): Feature[] {
  return readShapes(geoFolder, 'borders').map(({ id, geometry, properties }) => {
    const { kind, from = '', to = '', name_en, name_ar, note_en, note_ar, source, source_ar, precision } = properties;
    const area = kind === 'area' ? 1 : 0;
    const first = dayOf(from, 'first');
    const last = dayOf(to, 'last');
    const words = { en: name_en, ar: name_ar, note_en, note_ar, source_en: source, source_ar };
    return feature(id, { area, first, last, from, to, precision, ...words }, geometry);
  });
}

/** First or last day of an EDTF date, in days since 1970-01-01; an open end lies beyond all days. */
export function dayOf(edtf: string, side: 'first' | 'last'): number {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf);
  if (!match) return side === 'first' ? -10_000_000 : 10_000_000;
  const [, year, month, day] = match;
  const start = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (side === 'last' && !day) {
    if (month) start.setUTCMonth(start.getUTCMonth() + 1, 0);
    else start.setUTCFullYear(start.getUTCFullYear() + 1, 0, 0);
  }
  return Math.floor(start.getTime() / 86_400_000);
}

/** Writes the files of the base map into the folder `base` of a data folder, from packages and the folder `geo`. */
export function writeBaseMap(dataFolder: string, geoFolder = GEO): void {
  const folder = join(dataFolder, 'base');
  mkdirSync(folder, { recursive: true });
  const entries = readEntries(geoFolder);
  const readFeatures = (tolerance: Tolerance) => {
    const world = readWorld(tolerance);
    const ids = countryIds(world, entries);
    return { countries: countryFeatures(world, ids), borders: borderFeatures(world, ids) };
  };
  const coarse = readFeatures(COARSE);
  writeLight(folder, 'countries.json', packFeatures(coarse.countries));
  writeLight(folder, 'borders.json', packFeatures(coarse.borders));
  const fine = readFeatures(FINE);
  write(folder, 'countries-fine.geojson', fine.countries);
  write(folder, 'borders-fine.geojson', fine.borders);
  const { rows, names } = labelRows(entries, readSeaNames(geoFolder));
  writeLight(folder, 'labels.json', rows);
  writeLight(folder, 'names.json', names);
  write(
    folder,
    'water.geojson',
    ['rivers', 'lakes'].flatMap((file) => named(geoFolder, file, entries)),
  );
  write(
    folder,
    'lines.geojson',
    ['roads', 'railways', 'ranges', 'provinces'].flatMap((file) => named(geoFolder, file, entries)),
  );
  write(folder, 'limits.geojson', limits(geoFolder));
  write(folder, 'shapes.geojson', allShapes(geoFolder));
}

const NOT_PLACES = new Set(['borders']);

const readAlready = new Map<string, readonly Feature[]>();

/** All shapes of places: countries of the world map and what is drawn by hand. Read once. */
function allShapes(geoFolder: string): readonly Feature[] {
  const shapes = readAlready.get(geoFolder) ?? readAllShapes(geoFolder);
  readAlready.set(geoFolder, shapes);
  return shapes;
}

function readAllShapes(geoFolder: string): readonly Feature[] {
  const built = builtBaseMap();
  if (built !== null)
    return (JSON.parse(readFileSync(join(built, 'shapes.geojson'), 'utf8')) as FeatureCollection).features;
  const entries = readEntries(geoFolder);
  const world = readWorld(COARSE);
  const ids = countryIds(world, entries);
  const countries = new Map<string, World['countries'][number]['polygons'][number][]>();
  for (const { key, polygons } of world.countries) {
    const id = ids.get(key);
    if (id) countries.set(id, [...(countries.get(id) ?? []), ...polygons]);
  }
  const shapes = [...countries]
    .filter(([, polygons]) => polygons.length > 0)
    .map(([id, polygons]) =>
      feature(id, { kind: 'country', precision: 'surveyed', source: 'Natural Earth 1:10m' }, multiPolygon(polygons)),
    );
  const files = readdirSync(join(geoFolder, 'shapes')).map((file) => file.replace(/\.geojson$/, ''));
  for (const file of files.filter((name) => !NOT_PLACES.has(name)).sort())
    for (const { id, geometry, properties } of readShapes(geoFolder, file)) {
      const { precision, status, from, to, source } = properties;
      const kind = entries.get(id)?.kind ?? 'other';
      shapes.push(
        feature(
          id,
          { kind, precision, source, ...(status ? { status } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) },
          geometry,
        ),
      );
    }
  return shapes;
}

/** Writes `shapes.geojson` into a data folder: the lines and areas of those places that an atlas names. */
export function writeShapes(dataFolder: string, placeIds: Iterable<string>, geoFolder = GEO): void {
  const wanted = new Set(placeIds);
  mkdirSync(dataFolder, { recursive: true });
  write(
    dataFolder,
    'shapes.geojson',
    allShapes(geoFolder).filter(({ id }) => wanted.has(String(id))),
  );
}

/** The shape of each place that has one; of several that followed each other in time the last. */
export function placeShapes(geoFolder = GEO): Map<string, Geometry> {
  return new Map(allShapes(geoFolder).map(({ id, geometry }) => [String(id), geometry]));
}

/** `[west, south, east, north]` of each place that has a shape. */
export function shapeBounds(geoFolder = GEO): Map<string, [number, number, number, number]> {
  return boundsOfShapes(allShapes(geoFolder));
}
