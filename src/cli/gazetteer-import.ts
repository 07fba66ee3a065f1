import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Entry } from '../core/gazetteer/entry.ts';
import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import { type ListedPlace, languageOfName, readGeoJsonPlaces, toEntry } from '../formats/gazetteer-geojson.ts';
import { type KnownPlaces, readGeoNamesLine } from '../formats/geonames.ts';
import { TaggedNames } from '../formats/geonames-names.ts';
import { UsageError } from './usage-error.ts';

/** Faults told one by one; the rest is counted. */
const FAULTS_TOLD = 20;
const LINES_A_STEP = 200_000;
const CHUNK = 1 << 22;
const MAX_JSON_BYTES = 512 * 1024 * 1024;

export interface ImportCounts {
  places: number;
  known: number;
  skipped: number;
}

/** Lines of a file of any size, in constant memory. */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK, null);
      if (length === 0) break;
      const lines = (rest + decoder.write(buffer.subarray(0, length))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}

/**
 * Entries of a file of places: a GeoNames dump (`.txt`, with an optional alternateNamesV2 file), CSV, GeoJSON or Linked
 * Places. A bad line is told, counted and passed over. The counts fill while the entries are drawn.
 */
export function* importPlaces(
  path: string,
  alternateNames: string | undefined,
  gazetteer: Gazetteer,
  counts: ImportCounts,
): Generator<Entry> {
  const fault = (where: string, message: string) => {
    counts.skipped++;
    if (counts.skipped <= FAULTS_TOLD) process.stderr.write(`${path}:${where}: ${message}; skipped\n`);
    if (counts.skipped === FAULTS_TOLD) process.stderr.write('further faults are only counted\n');
  };
  const known = knownPlaces(gazetteer);
  if (/\.(?:geo)?json(?:ld)?$|\.jsonld$/i.test(path))
    yield* listed(readGeoJsonPlaces(readJson(path), path), known, fault, counts);
  else if (/\.csv$/i.test(path)) yield* listed(readCsvPlaces(path), known, fault, counts);
  else yield* geoNames(path, alternateNames, known, fault, counts);
}

function readJson(path: string): unknown {
  if (statSync(path).size > MAX_JSON_BYTES)
    throw new UsageError(`${path}: more than ${MAX_JSON_BYTES} bytes of JSON; split it, or convert it to CSV`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path}: not JSON (${error instanceof Error ? error.message : ''})`);
  }
}

function knownPlaces(gazetteer: Gazetteer): KnownPlaces {
  const countries = new Map<string, string>();
  for (let index = 0; index < gazetteer.size; index++)
    if (gazetteer.kind(index) === 'country' && !countries.has(gazetteer.country(index)))
      countries.set(gazetteer.country(index), gazetteer.place(index).id);
  return { has: (id) => gazetteer.indexOf(`gn${id}`) >= 0, country: (code) => countries.get(code) ?? '' };
}

function* listed(
  places: Iterable<ListedPlace | string>,
  known: KnownPlaces,
  fault: (where: string, message: string) => void,
  counts: ImportCounts,
): Generator<Entry> {
  let number = 0;
  for (const place of places) {
    number++;
    const entry = typeof place === 'string' ? place : toEntry(place, known.country);
    if (typeof entry === 'string') fault(String(number), entry);
    else {
      counts.places++;
      yield entry;
    }
  }
}

function* geoNames(
  path: string,
  alternateNames: string | undefined,
  known: KnownPlaces,
  fault: (where: string, message: string) => void,
  counts: ImportCounts,
): Generator<Entry> {
  const tagged = new TaggedNames();
  if (alternateNames !== undefined) for (const line of readLines(alternateNames)) tagged.add(line);
  let number = 0;
  for (const line of readLines(path)) {
    number++;
    if (number % LINES_A_STEP === 0)
      process.stderr.write(
        `${number.toLocaleString('en')} lines read, ${counts.places.toLocaleString('en')} places taken\n`,
      );
    if (line.trim() === '') continue;
    const entry = readGeoNamesLine(line.replace(/\r$/, ''), known, tagged);
    if (entry === null) counts.known++;
    else if (typeof entry === 'string') fault(String(number), entry);
    else {
      counts.places++;
      yield entry;
    }
  }
}

/** Places of a CSV file with a header line: `id,name,lat,lon` and optionally `name_ar,name_en,kind,rank,country,period`. */
function* readCsvPlaces(path: string): Generator<ListedPlace | string> {
  let header: string[] | null = null;
  for (const line of readLines(path)) {
    if (line.trim() === '') continue;
    const cells = csvCells(line.replace(/\r$/, ''));
    if (header === null) {
      header = cells.map((cell) => cell.trim().toLowerCase());
      for (const column of ['lat', 'lon'])
        if (!header.includes(column))
          throw new UsageError(
            `${path}:1: no column "${column}"; expected id,name,lat,lon and optionally name_ar,name_en,kind,rank,country,period`,
          );
      continue;
    }
    const cell = (name: string) => cells[header?.indexOf(name) ?? -1]?.trim() ?? '';
    const names = ['name', 'name_ar', 'name_en', 'name_hy', 'name_az', 'name_ru'].flatMap((column) =>
      cell(column)
        .split('|')
        .map((text) => text.trim())
        .filter(Boolean)
        .map((text) => ({ text, language: column.slice(5) || languageOfName(text) })),
    );
    const id = cell('id') || (names[0]?.text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    yield {
      id,
      names,
      kind: cell('kind'),
      lat: cell('lat') === '' ? Number.NaN : Number(cell('lat')),
      lon: cell('lon') === '' ? Number.NaN : Number(cell('lon')),
      rank: Number(cell('rank')) || 0,
      country: cell('country'),
      period: cell('period'),
      source: path,
    };
  }
}

/** Cells of one CSV line (RFC 4180; no line breaks inside cells). */
function csvCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
