/**
 * The layout of the gazetteer index: one ArrayBuffer, little-endian 32-bit words, read in place.
 *
 * Header: magic, version, size in bytes, number of places, then start (bytes) and length (elements) of each section.
 * `places`: PLACE_WORDS words a place. `lists`: pairs of strings (language, name) and parents. `table`: open-addressed,
 * three words a slot: two hashes of a key and its first posting. `postings`: place, name string, flags; the sign bit of
 * the flags says that the next posting has the same key. `stringOffsets`, `stringUnits`: UTF-16 strings.
 *
 * Keys: a folded name; `@` + a folded demonym; `~` + a sound key; `>` + the first word of a longer name (the posting's
 * place is then the number of words of the longest); `#` + a place's id.
 */
import type { PlaceGeometry } from '../model/place.ts';

export const MAGIC = 0x49445741;
export const FORMAT_VERSION = 1;
export const SECTIONS = ['places', 'lists', 'table', 'postings', 'stringOffsets', 'stringUnits'] as const;
export const PLACE_WORDS = 11;
export const POSTING_WORDS = 3;
export const NO_COORDINATE = -2147483648;
/** Bit of a place's second word: seat of a government. */
export const SEAT = 1 << 24;
export const GEOMETRIES: readonly PlaceGeometry[] = ['point', 'line', 'area', 'none'];

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
  return [a | 0, b | 0];
}
