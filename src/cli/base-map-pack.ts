import type { Feature, Geometry, Position } from 'geojson';

/** Steps to a degree: every coordinate of the base map has three decimals at most. */
const STEPS = 1000;

/** A feature whose lines are flat lists of whole thousandths of a degree, each point as its difference from the one before. */
export interface PackedFeature {
  readonly id: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly type: 'MultiPolygon' | 'MultiLineString';
  /** Lines of a `MultiLineString`, rings by polygon of a `MultiPolygon`. */
  readonly lines: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
}

function packLine(line: readonly Position[]): number[] {
  const packed: number[] = [];
  let [lastX, lastY] = [0, 0];
  for (const [lon = 0, lat = 0] of line) {
    const [x, y] = [Math.round(lon * STEPS), Math.round(lat * STEPS)];
    packed.push(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
  }
  return packed;
}

/** Half the size of GeoJSON for what the first view has to wait for. `src/app/map/packed-lines.ts` reads it. */
export function packFeatures(features: readonly Feature[]): PackedFeature[] {
  return features.map(({ id, properties, geometry }) => {
    const { id: _own, ...rest } = properties ?? {};
    return { id: id ?? '', properties: rest, ...linesOf(geometry) };
  });
}

function linesOf(geometry: Geometry): Pick<PackedFeature, 'type' | 'lines'> {
  if (geometry.type === 'MultiLineString') return { type: geometry.type, lines: geometry.coordinates.map(packLine) };
  if (geometry.type === 'MultiPolygon')
    return { type: geometry.type, lines: geometry.coordinates.map((rings) => rings.map(packLine)) };
  throw new Error(`a base map file cannot hold a ${geometry.type}`);
}
