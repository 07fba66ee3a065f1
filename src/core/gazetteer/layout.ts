/**
 * The layout of the gazetteer index: one ArrayBuffer of little-endian 32-bit words and packed strings, read in place.
 *
 * Header: magic, version, size in bytes, number of places, then start (bytes) and length (elements) of each section.
 * `places`: PLACE_WORDS words a place, see PLACE. `lists`: for each place a word with the numbers of its names and parents, its names
 * (pairs of strings: language, name), then its parents; for each origin, which many places share, country, period and source. `buckets`: for each value of
 * a key's first hash where its postings begin, and a last word where they all end. `postings`: the second hash of a key, place and
 * flags in one word, name; those of one key in the order in which they were added. `strings`: see packed-strings.ts.
 *
 * Keys: a folded name; `@` + a folded demonym; `~` + a sound key; `>` + the first word of a longer name (the posting's
 * place is then the number of words of the longest); `#` + a place's id.
 */
import type { PlaceGeometry } from '../model/place.ts';

export const MAGIC = 0x49445741;
export const FORMAT_VERSION = 2;
export const SECTIONS = ['places', 'lists', 'buckets', 'postings', 'strings'] as const;
export type Section = (typeof SECTIONS)[number];
export const HEADER_WORDS = 4 + SECTIONS.length * 2;

export const PLACE_WORDS = 7;
/** What the words of a place hold. */
export const PLACE = { id: 0, traits: 1, lat: 2, lon: 3, population: 4, origin: 5, lists: 6 } as const;
/** Fields of a place's traits, of eight bits each: the first bit. */
export const TRAIT = { kind: 0, geometry: 8, rank: 16, seat: 24 } as const;
/** The number of parents stands above that of names in the first word of a place's lists. */
export const PARENTS_AT = 16;
export const MAX_NAMES = (1 << PARENTS_AT) - 1;

export const POSTING_WORDS = 3;
/** Flags stand above the place in a posting's second word. */
export const FLAGS_AT = 24;
export const MAX_PLACES = 1 << FLAGS_AT;

/** A coordinate in millionths of a degree that is not there. */
export const NO_COORDINATE = -2147483648;
export const GEOMETRIES: readonly PlaceGeometry[] = ['point', 'line', 'area', 'none'];

/** The number of a GeoNames place, left out of its source: a million places then share one. */
export const NUMBER_OF_ID = '{}';
export const numberOfId = (id: string): string => /^gn(\d+)$/.exec(id)?.[1] ?? '';

/** Two independent 32-bit hashes of a key (FNV-1a and a multiply-rotate hash): together they tell ten million keys apart. */
export function hashKey(key: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9 ^ key.length;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) + 0xe6546b64 + Math.imul(unit, 0xcc9e2d51);
  }
  a ^= a >>> 15;
  a = Math.imul(a, 0x85ebca6b);
  a ^= a >>> 13;
  b ^= b >>> 16;
  return [a >>> 0, b >>> 0];
}
