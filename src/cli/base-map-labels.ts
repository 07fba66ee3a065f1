import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../core/gazetteer/entry.ts';

export type Entries = ReadonlyMap<string, Entry>;

/** Further points of open water where the name of a sea may stand, by its id: latitude and longitude. */
export type SeaNames = ReadonlyMap<string, readonly (readonly [lat: number, lon: number])[]>;

const LANGUAGES = ['ar', 'en', 'hy', 'az', 'ru'] as const;
/** The rank of a name that is only wanted when the map is close: below all ranks of places. */
const CLOSE_ONLY = 0;

const TASHKEEL = /[\u064b-\u0652\u0670]/g;

/** Names as flat properties, the preferred one of each language. */
export function namesOf(entry: Entry | undefined): Record<string, string> {
  const names: Record<string, string> = {};
  for (const language of LANGUAGES) {
    const name = entry?.names[language]?.[0];
    if (name) names[language] = name.replace(TASHKEEL, '');
  }
  return names;
}

/** Reads `sea-names.tsv` of the folder `geo`. */
export function readSeaNames(geoFolder: string): SeaNames {
  const points = new Map<string, [number, number][]>();
  const [, ...rows] = readFileSync(join(geoFolder, 'sea-names.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const row of rows) {
    const [id = '', lat, lon] = row.split('\t');
    points.set(id, [...(points.get(id) ?? []), [Number(lat), Number(lon)]]);
  }
  return points;
}

const IN_WATER = new Set(['sea', 'gulf', 'strait', 'lake', 'ocean']);

/** Towns that orient: more of them where the geography is deep, capitals everywhere. */
function isTown({ kind, lat, lon, rank }: Entry): boolean {
  if ((kind !== 'city' && kind !== 'village') || lat === null || lon === null) return false;
  if (lon > 38 && lon < 52 && lat > 37 && lat < 44.8) return rank >= 4;
  return rank >= 7;
}

/** Languages whose names are fetched when labels in them are asked for. */
const FURTHER = ['hy', 'az', 'ru'] as const;

/** `[id, role, rank, lon, lat, ar, en]` of each name of the base map, and its names in further languages by id. */
export function labelRows(
  entries: Entries,
  seaNames: SeaNames,
): { rows: (string | number)[][]; names: Record<string, string[]> } {
  const rows: (string | number)[][] = [];
  const names: Record<string, string[]> = {};
  for (const entry of entries.values()) {
    const { id, kind, lat, lon, rank } = entry;
    if (lat === null || lon === null || entry.period) continue;
    if (IN_WATER.has(kind) && rank < 5 && !(lon > 30 && lon < 60 && lat > 30 && lat < 50)) continue;
    const role = kind === 'country' ? 'country' : IN_WATER.has(kind) ? 'water' : isTown(entry) ? 'town' : null;
    if (!role) continue;
    rows.push([id, role === 'water' && kind === 'lake' ? 'lake' : role, rank, short(lon), short(lat), ...inTwo(entry)]);
    const others = namesOf(entry);
    const further = FURTHER.map((language) => others[language] ?? '');
    if (further.some((name) => name !== '')) names[id] = further;
    for (const [seaLat, seaLon] of seaNames.get(id) ?? [])
      rows.push([id, role, CLOSE_ONLY, seaLon, seaLat, ...inTwo(entry)]);
  }
  return { rows, names };
}

const short = (degrees: number) => Number(degrees.toFixed(3));

function inTwo(entry: Entry): [string, string] {
  const { ar = '', en = '' } = namesOf(entry);
  return [ar, en];
}
