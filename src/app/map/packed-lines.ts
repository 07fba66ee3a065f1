import type { Feature, FeatureCollection, Position } from 'geojson';

/** What `src/cli/base-map-pack.ts` writes: lines as differences in thousandths of a degree. */
interface Packed {
  readonly id: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly type: 'MultiPolygon' | 'MultiLineString';
  readonly lines: readonly unknown[];
}

/** Steps to a degree: every coordinate of the base map has three decimals at most. */
export const STEPS = 1000;

function unpackLine(packed: readonly number[]): Position[] {
  const line: Position[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < packed.length; at += 2) {
    x += packed[at]!;
    y += packed[at + 1]!;
    line.push([x / STEPS, y / STEPS]);
  }
  return line;
}

export function unpackFeatures(packed: readonly Packed[]): FeatureCollection {
  const features = packed.map(({ id, properties, type, lines }): Feature => {
    const own = typeof id === 'string' ? { id, ...properties } : { ...properties };
    const geometry =
      type === 'MultiLineString'
        ? { type, coordinates: (lines as readonly number[][]).map(unpackLine) }
        : { type, coordinates: (lines as readonly number[][][]).map((rings) => rings.map(unpackLine)) };
    return { type: 'Feature', id, properties: own, geometry };
  });
  return { type: 'FeatureCollection', features };
}
