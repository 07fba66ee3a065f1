import type { FeatureCollection, Position } from 'geojson';
import { STEPS } from './packed-lines.ts';

const TURN = 720 * STEPS;

/** A number of its own for each side of a ring, the same in both directions: no two sides of a map cross in their middles. */
const sideKey = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number =>
  Math.round((ay + by + 180) * STEPS) * TURN + Math.round((ax + bx + 360) * STEPS);

/** Where a map was cut open: no coast, though only one country lies there. */
const isCut = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean =>
  (ax === bx && Math.abs(ax) === 180) || (ay === by && Math.abs(ay) === 90);

function* ringsOf({ features }: FeatureCollection): Generator<readonly Position[]> {
  for (const { geometry } of features)
    if (geometry.type === 'MultiPolygon') for (const polygon of geometry.coordinates) yield* polygon;
}

/** The coasts of a map of countries whose neighbours share their points: all sides that only one of them has, as lines. */
export function coastsOf(countries: FeatureCollection): FeatureCollection {
  const owners = new Map<number, number>();
  for (const ring of ringsOf(countries))
    for (let at = 1; at < ring.length; at++) {
      const key = sideKey(ring[at - 1]!, ring[at]!);
      owners.set(key, (owners.get(key) ?? 0) + 1);
    }
  const lines: Position[][] = [];
  for (const ring of ringsOf(countries)) {
    let open: Position[] | null = null;
    for (let at = 1; at < ring.length; at++) {
      const [from, to] = [ring[at - 1]!, ring[at]!];
      if (owners.get(sideKey(from, to)) !== 1 || isCut(from, to)) {
        open = null;
        continue;
      }
      if (open) open.push(to);
      else {
        open = [from, to];
        lines.push(open);
      }
    }
  }
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }],
  };
}
