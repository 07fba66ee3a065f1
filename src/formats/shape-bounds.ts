import type { Feature, Geometry } from 'geojson';

type Point = readonly [number, number];
type Bounds = [number, number, number, number];

/** `[west, south, east, north]` of each place that has a shape, of all its shapes together. */
export function shapeBounds(features: readonly Feature[]): Map<string, Bounds> {
  const lines = new Map<string, (readonly Point[])[]>();
  for (const { id, geometry } of features) {
    const known = lines.get(String(id)) ?? [];
    known.push(...linesOf(geometry));
    lines.set(String(id), known);
  }
  return new Map([...lines].map(([id, all]) => [id, boundsOf(all)]));
}

function linesOf(geometry: Geometry): (readonly Point[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates as unknown as Point[]];
    case 'MultiLineString':
      return geometry.coordinates as unknown as Point[][];
    case 'Polygon':
      return [geometry.coordinates[0] as unknown as Point[]];
    case 'MultiPolygon':
      return geometry.coordinates.map((polygon) => polygon[0] as unknown as Point[]);
    default:
      return [];
  }
}

/** `[west, south, east, north]`; west is greater than east where the shape crosses the antimeridian (RFC 7946). */
export function boundsOf(lines: readonly (readonly Point[])[]): Bounds {
  if (lines.length === 0) return [-180, -90, 180, 90];
  const spans = lines.map(extent).sort((a, b) => a.west - b.west);
  const south = Math.min(...spans.map((span) => span.south));
  const north = Math.max(...spans.map((span) => span.north));
  const first = spans[0] as (typeof spans)[number];
  let [west, east] = [first.west, Math.max(...spans.map((span) => span.east))];
  let gap = west + 360 - east;
  let reach = first.east;
  const end = east;
  for (const span of spans.slice(1)) {
    if (span.west - reach > gap && end > 179 && first.west < -179) {
      gap = span.west - reach;
      [west, east] = [span.west, reach];
    }
    reach = Math.max(reach, span.east);
  }
  return [west, south, east, north];
}

function extent(line: readonly Point[]): { west: number; south: number; east: number; north: number } {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x, y] of line) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}
