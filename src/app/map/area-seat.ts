import type { Feature, Position } from 'geojson';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Halves of a label of two lines, roughly. */
const HALF_WIDTH = 62;
const HALF_HEIGHT = 26;

/**
 * The point of the screen where the name of an area is read best: inside, far from the edge and from what stands there
 * already. Nothing when none of it can be seen.
 */
export function seatOfArea(
  { geometry }: Feature,
  project: (lon: number, lat: number) => Spot,
  { width, height }: { readonly width: number; readonly height: number },
  others: readonly (Spot & { readonly width: number })[],
): [number, number] | null {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const rings = polygons.flat().map((ring) => ring.map(([lon = 0, lat = 0]: Position) => project(lon, lat)));
  const xs = rings.flat().map(({ x }) => x);
  const ys = rings.flat().map(({ y }) => y);
  const [left, right] = [Math.max(0, Math.min(...xs)), Math.min(width, Math.max(...xs))];
  const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(height, Math.max(...ys))];
  if (left >= right || top >= bottom) return null;
  let best: [number, number] | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  const parts = 14;
  for (let row = 1; row < parts; row++)
    for (let column = 1; column < parts; column++) {
      const x = left + ((right - left) * column) / parts;
      const y = top + ((bottom - top) * row) / parts;
      const edge = signedDistance(rings, x, y);
      if (edge < 0) continue;
      // Labels are wide and low: being beside something costs more than being above it.
      const clash = Math.min(
        ...others.map((other) =>
          Math.max(Math.abs(other.x - x) - HALF_WIDTH - other.width / 2, Math.abs(other.y - y) - HALF_HEIGHT - 14),
        ),
        40,
      );
      const border = Math.min(x, width - x, y, height - y);
      const score = Math.min(edge, 60) + Math.min(clash, 20) * 2 + Math.min(border - 70, 0);
      if (score > bestScore) {
        bestScore = score;
        best = [x, y];
      }
    }
  return best;
}

/** Distance to the nearest edge, negative outside. */
function signedDistance(rings: readonly (readonly Spot[])[], x: number, y: number): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i]!;
      const b = ring[j]!;
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
      nearest = Math.min(nearest, Math.hypot(x - a.x - t * dx, y - a.y - t * dy));
    }
  return inside ? nearest : -nearest;
}
