import { type Entry, NAME, type NameKey } from '../core/gazetteer/entry.ts';
import { geometryOf } from '../core/gazetteer/geometry-of.ts';
import type { PlaceKind } from '../core/model/place.ts';
import type { TaggedNames } from './geonames-names.ts';

/** What an import must know of the gazetteer that it adds to. */
export interface KnownPlaces {
  /** Whether a GeoNames id is there already. */
  readonly has: (geonameId: number) => boolean;
  /** Id of a country by its ISO code, '' when unknown. */
  readonly country: (code: string) => string;
}

const KINDS: Readonly<Record<string, PlaceKind>> = {
  PCLI: 'country',
  PCLD: 'country',
  PCLS: 'country',
  ADM1: 'state',
  ADM2: 'district',
  ADM3: 'district',
  ADM4: 'district',
  PPLX: 'neighbourhood',
  RGN: 'region',
  STM: 'river',
  STMI: 'river',
  WAD: 'river',
  LK: 'lake',
  LKS: 'lake',
  RSV: 'lake',
  SEA: 'sea',
  GULF: 'gulf',
  BAY: 'gulf',
  STRT: 'strait',
  CNL: 'canal',
  ISL: 'island',
  ISLS: 'island',
  MT: 'mountain',
  MTS: 'range',
  PK: 'mountain',
  HLL: 'mountain',
  PASS: 'pass',
  VAL: 'valley',
  DSRT: 'desert',
  AIRP: 'airport',
  AIRB: 'base',
  INSM: 'base',
  PRT: 'port',
  HBR: 'port',
  RD: 'road',
  RR: 'railway',
  OCN: 'ocean',
  DAM: 'facility',
  CAMP: 'camp',
};
const ARABIC = /^[\u0621-\u063a\u0641-\u064a\s]+$/u;

/**
 * One line of a GeoNames dump (19 tab-separated columns, geonames.org readme) as an entry; null for one that is known
 * already, a string for a line that is at fault.
 */
export function readGeoNamesLine(line: string, known: KnownPlaces, tagged: TaggedNames): Entry | null | string {
  const cells = line.split('\t');
  if (cells.length < 15) return `${cells.length} columns instead of 19`;
  const id = Number(cells[0]);
  const lat = Number(cells[4]);
  const lon = Number(cells[5]);
  if (!Number.isInteger(id) || id <= 0) return `"${cells[0]}" is not a GeoNames id`;
  if (!Number.isFinite(lat) || !Number.isFinite(lon) || Math.abs(lat) > 90 || Math.abs(lon) > 180 || cells[4] === '')
    return `position ${cells[4]}, ${cells[5]} is not on the earth`;
  const name = cells[1] ?? '';
  if (name === '') return 'no name';
  if (known.has(id)) return null;
  const population = Math.max(0, Math.min(2_000_000_000, Number(cells[14]) || 0));
  const featureClass = cells[6] ?? '';
  const code = cells[7] ?? '';
  const kind: PlaceKind =
    KINDS[code] ??
    (featureClass === 'P'
      ? population >= 5000
        ? 'city'
        : 'village'
      : featureClass === 'H'
        ? 'lake'
        : featureClass === 'T'
          ? 'mountain'
          : featureClass === 'A'
            ? 'district'
            : featureClass === 'S'
              ? 'facility'
              : 'region');
  const country = known.country(cells[8] ?? '');
  const names: Record<string, string[]> = { en: [name] };
  const keys: NameKey[] = [{ text: name, flags: NAME.preferred }];
  const ascii = cells[2] ?? '';
  if (ascii && ascii !== name) keys.push({ text: ascii, flags: 0 });
  for (const { language, name: text, preferred } of tagged.of(id)) {
    names[language] ??= [];
    if (preferred) names[language].unshift(text);
    else names[language].push(text);
    keys.push({ text, flags: preferred ? NAME.preferred : 0 });
  }
  for (const text of (cells[3] ?? '').split(','))
    if (text.length > 2 && ARABIC.test(text) && !names.ar?.includes(text)) keys.push({ text, flags: NAME.untagged });
  return {
    id: `gn${id}`,
    aliases: [],
    kind,
    geometry: featureClass === 'P' ? 'point' : geometryOf(kind, true) === 'area' ? 'point' : geometryOf(kind, true),
    lat,
    lon,
    rank: featureClass === 'P' ? settlementRank(population, code) : kind === 'state' ? 5 : kind === 'district' ? 3 : 2,
    seat: code === 'PPLC',
    population,
    names,
    parents: country ? [country] : [],
    country: cells[8] ?? '',
    period: '',
    source: `GeoNames ${id}`,
    note: {},
    usage: '',
    keys,
  };
}

/** Prominence 1 to 7 of a settlement by its population and whether it is a seat of government or of a division. */
export function settlementRank(population: number, featureCode: string): number {
  const seat = featureCode === 'PPLC' ? 1.5 : featureCode === 'PPLA' ? 0.6 : 0;
  const rank = population > 0 ? Math.log10(population) * 1.35 - 2 + seat : 2 + seat;
  return Math.min(7, Math.max(1, Math.round(rank)));
}
