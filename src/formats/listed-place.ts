import { type Entry, NAME, type NameKey } from '../core/gazetteer/entry.ts';
import { geometryOf } from '../core/gazetteer/geometry-of.ts';
import { PLACE_KINDS, type PlaceKind } from '../core/model/place.ts';

const KINDS = new Set<string>(PLACE_KINDS);
/** That of a town, as geo/README.md has ranks: who lists a place of their own means it. */
const DEFAULT_RANK = 4;

/** What a list of places says of one of them, in whatever format it came. */
export interface ListedPlace {
  readonly id: string;
  readonly names: readonly { readonly text: string; readonly language: string }[];
  readonly kind: string;
  readonly lat: number;
  readonly lon: number;
  readonly rank: number;
  readonly country: string;
  readonly period: string;
  readonly source: string;
}

/** The id of a place that the list gives none. */
export const idOfName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/** A listed place as an entry, or what is wrong with it. */
export function toEntry(listed: ListedPlace, countryId: (code: string) => string): Entry | string {
  if (listed.id === '' || /[\s#]/.test(listed.id)) return `id "${listed.id}" is empty or holds white space`;
  if (listed.names.length === 0) return 'no name';
  if (
    !Number.isFinite(listed.lat) ||
    !Number.isFinite(listed.lon) ||
    Math.abs(listed.lat) > 90 ||
    Math.abs(listed.lon) > 180
  )
    return `position ${listed.lat}, ${listed.lon} is not on the earth`;
  const kind = (KINDS.has(listed.kind) ? listed.kind : 'city') as PlaceKind;
  const names: Record<string, string[]> = {};
  const keys: NameKey[] = [];
  for (const { text, language } of listed.names) {
    names[language] ??= [];
    keys.push({ text, flags: names[language].length === 0 ? NAME.preferred : 0 });
    names[language].push(text);
  }
  names.en ??= [listed.names[0]?.text ?? listed.id];
  const parent = countryId(listed.country);
  return {
    id: listed.id,
    kind,
    geometry: geometryOf(kind, true) === 'area' || geometryOf(kind, true) === 'line' ? 'point' : geometryOf(kind, true),
    lat: listed.lat,
    lon: listed.lon,
    rank: Math.min(9, Math.max(1, Math.round(listed.rank || DEFAULT_RANK))),
    seat: false,
    population: 0,
    names,
    parents: parent ? [parent] : [],
    country: listed.country,
    period: listed.period,
    source: listed.source,
    note: {},
    usage: '',
    keys,
  };
}

/** The language of a name that does not say: by its script. */
export function languageOfName(text: string): string {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Armenian}/u.test(text)) return 'hy';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en';
}
