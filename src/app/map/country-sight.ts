import type { FeatureCollection, Position } from 'geojson';

interface Outline {
  readonly id: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly rings: readonly (readonly Position[])[];
}

/** Outlines of countries and lakes, asked which of them lies at a point. */
export class CountryOutlines {
  readonly #outlines: Outline[] = [];

  /** Lakes come first: no name of a country stands on water. */
  constructor(...collections: readonly FeatureCollection[]) {
    for (const { properties, geometry } of collections.flatMap(({ features }) => features)) {
      const polygons =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      for (const polygon of polygons) {
        let [west, south, east, north] = [180, 90, -180, -90];
        for (const [x = 0, y = 0] of polygon[0] ?? []) {
          west = Math.min(west, x);
          east = Math.max(east, x);
          south = Math.min(south, y);
          north = Math.max(north, y);
        }
        this.#outlines.push({ id: String(properties?.id), west, south, east, north, rings: polygon });
      }
    }
  }

  at(lon: number, lat: number): string | null {
    for (const { id, west, south, east, north, rings } of this.#outlines) {
      if (lon < west || lon > east || lat < south || lat > north) continue;
      let inside = false;
      for (const ring of rings) if (holds(ring, lon, lat)) inside = !inside;
      if (inside) return id;
    }
    return null;
  }
}

function holds(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i]!;
    const [xj = 0, yj = 0] = ring[j]!;
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export interface Sight {
  readonly columns: number;
  readonly rows: number;
  /** Longitude and latitude of a cell of the screen. */
  readonly unproject: (column: number, row: number) => readonly [number, number];
}

/**
 * Where the label of each country stands that can be seen: its own point when that is on the screen, else the middle of
 * what is to be seen of it, and nothing for a country of which only an edge shows.
 */
export function countriesInSight(
  outlines: CountryOutlines,
  { columns, rows, unproject }: Sight,
  ownPoint: (id: string) => readonly [number, number] | null,
  /** Whether something else is drawn there, which the name would cover: a soft area, a corridor. */
  isTaken: (lon: number, lat: number) => boolean = () => false,
): Map<string, readonly [number, number]> {
  const cells = new Array<string | null>(columns * rows).fill(null);
  const points: (readonly [number, number])[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const point = unproject(column, row);
      points.push(point);
      cells[row * columns + column] = outlines.at(((point[0] + 540) % 360) - 180, point[1]);
    }
  const free = cells.map((id, at) => (id !== null && isTaken(...points[at]!) ? null : id));
  const roomiest = deepest(free, columns, rows);
  const places = new Map<string, readonly [number, number]>();
  for (const [id, { depth, at }] of deepest(cells, columns, rows)) {
    const own = ownPoint(id);
    const room = roomiest.get(id);
    if (own && !isTaken(...own)) places.set(id, own);
    else if (room && room.depth >= 1.5) places.set(id, points[room.at]!);
    else if (own) places.set(id, own);
    else if (depth >= 1.5) places.set(id, points[at]!);
  }
  return places;
}

/** The cell of each country that lies deepest in what is to be seen of it. */
function deepest(cells: readonly (string | null)[], columns: number, rows: number) {
  const best = new Map<string, { depth: number; at: number }>();
  cells.forEach((id, at) => {
    if (id === null) return;
    const depth = depthOf(cells, at, columns, rows);
    const known = best.get(id);
    if (!known || depth > known.depth) best.set(id, { depth, at });
  });
  return best;
}

/** How far a cell is from the nearest cell that is not of its country, rows counted double: labels are wide. */
function depthOf(cells: readonly (string | null)[], at: number, columns: number, rows: number): number {
  const id = cells[at];
  const row = Math.floor(at / columns);
  const column = at % columns;
  const reach = (dx: number, dy: number) => {
    let steps = 0;
    for (
      let x = column + dx, y = row + dy;
      x >= 0 && y >= 0 && x < columns && y < rows && cells[y * columns + x] === id;
      x += dx, y += dy
    )
      steps++;
    return steps;
  };
  const across = Math.min(reach(1, 0), reach(-1, 0));
  const down = Math.min(reach(0, 1), reach(0, -1));
  return Math.min(across, down * 2) + 0.01 * (across + down) + (across >= 1 ? 0.5 : 0);
}
