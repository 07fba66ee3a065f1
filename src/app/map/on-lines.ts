import type { Feature, Position } from 'geojson';
import { positionsOf } from './positions-of.ts';

/** Degrees of latitude: a town this near a road lies on it. */
const NEAR = 0.035;

/** Answers whether a point lies on one of the lines (a corridor, a road) among the features. */
export function onLines(features: readonly Feature[]): (lon: number, lat: number) => boolean {
  const lines = features
    .filter(({ properties }) => properties?.form === 'line')
    .map(({ geometry }) => positionsOf(geometry));
  return (lon, lat) => {
    const squeeze = Math.cos((lat * Math.PI) / 180);
    return lines.some((line) =>
      line.some((from, at) => at > 0 && distance([lon, lat], line[at - 1]!, from, squeeze) < NEAR),
    );
  };
}

/** Distance of a point to a stretch, in degrees of latitude. */
function distance([lon = 0, lat = 0]: Position, a: Position, b: Position, squeeze: number): number {
  const [ax, ay] = [(a[0]! - lon) * squeeze, a[1]! - lat];
  const [dx, dy] = [(b[0]! - a[0]!) * squeeze, b[1]! - a[1]!];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + t * dx, ay + t * dy);
}
