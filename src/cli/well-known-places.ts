import type { Entry } from '../core/gazetteer/entry.ts';
import type { PlaceKind } from '../core/model/place.ts';

/** Kinds that are too many: of these only seats of governments and large cities are well known. */
const MANY: ReadonlySet<PlaceKind> = new Set(['city', 'village', 'neighbourhood', 'camp', 'district']);
/** The index of these places stays near a megabyte, compressed. */
const LARGE_CITY = 200_000;

/**
 * Whether a place belongs into the small index, which a page has at once while the world's takes its time: countries and
 * their divisions, seas, rivers, mountains, regions and all else that is no settlement; capitals and large cities.
 */
export function isWellKnown({ kind, seat, population }: Entry): boolean {
  return seat || population >= LARGE_CITY || !MANY.has(kind);
}
