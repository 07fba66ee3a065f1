import type { Entry } from '../gazetteer/entry.ts';
import { geometryOf } from '../gazetteer/geometry-of.ts';
import type { Correction, OwnGeometry, OwnPlace } from '../model/correction.ts';

/** The places that corrections add, as entries of the corpus's own gazetteer: found by their id, never by their name. */
export function ownEntries(corrections: readonly Correction[]): Entry[] {
  return ownPlaces(corrections).map(({ id, kind, names, geometry, parents = [] }) => {
    const [lon, lat] = middleOf(geometry);
    return {
      id,
      aliases: [],
      kind,
      geometry:
        geometry.type === 'LineString' ? 'line' : geometryOf(kind, true) === 'area' ? 'point' : geometryOf(kind, true),
      lat,
      lon,
      rank: 1,
      seat: false,
      population: 0,
      names,
      parents,
      country: '',
      period: '',
      source: 'A correction of this corpus',
      note: {},
      usage: '',
      keys: [],
    };
  });
}

/** The lines that corrections draw, by the id of their place. */
export function ownLines(
  corrections: readonly Correction[],
): Map<string, Extract<OwnGeometry, { type: 'LineString' }>> {
  const lines = new Map<string, Extract<OwnGeometry, { type: 'LineString' }>>();
  for (const { id, geometry } of ownPlaces(corrections)) if (geometry.type === 'LineString') lines.set(id, geometry);
  return lines;
}

function ownPlaces(corrections: readonly Correction[]): OwnPlace[] {
  const places = new Map<string, OwnPlace>();
  for (const { action } of corrections) if (action.type === 'new-place') places.set(action.place.id, action.place);
  return [...places.values()];
}

function middleOf(geometry: OwnGeometry): readonly [number, number] {
  if (geometry.type === 'Point') return geometry.coordinates;
  return geometry.coordinates[geometry.coordinates.length >> 1] ?? [0, 0];
}
