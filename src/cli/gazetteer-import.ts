import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Entry } from '../core/gazetteer/entry.ts';
import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import { csvPlaceReader } from '../formats/gazetteer-csv.ts';
import { readGeoJsonPlaces } from '../formats/gazetteer-geojson.ts';
import { type KnownPlaces, readGeoNamesLine } from '../formats/geonames.ts';
import { TaggedNames } from '../formats/geonames-names.ts';
import { type ListedPlace, toEntry } from '../formats/listed-place.ts';
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
function* readLines(path: string): Generator<string> {
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
  else if (/\.csv$/i.test(path)) yield* listed(csvPlaces(path), known, fault, counts);
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

/** Entries of places that are listed in some format; null where a line holds none. Places are numbered from 1. */
function* listed(
  places: Iterable<ListedPlace | string | null>,
  known: KnownPlaces,
  fault: (where: string, message: string) => void,
  counts: ImportCounts,
): Generator<Entry> {
  let number = 0;
  for (const place of places) {
    number++;
    if (place === null) continue;
    const entry = typeof place === 'string' ? place : toEntry(place, known.country);
    if (typeof entry === 'string') fault(String(number), entry);
    else {
      counts.places++;
      yield entry;
    }
  }
}

/** What each line of a CSV file lists, the header and blank lines included, so that a fault is told with its line. */
function* csvPlaces(path: string): Generator<ListedPlace | null> {
  let read: ((line: string) => ListedPlace) | null = null;
  for (const written of readLines(path)) {
    const line = written.replace(/\r$/, '');
    if (line.trim() === '') yield null;
    else if (read) yield read(line);
    else {
      const reader = csvPlaceReader(line, path);
      if (typeof reader === 'string') throw new UsageError(`${path}:1: ${reader}`);
      read = reader;
      yield null;
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
