import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clip, settle } from './base-map-disputes.ts';

const require = createRequire(import.meta.url);

export type Point = readonly [number, number];
export type Ring = readonly Point[];
export type Polygon = readonly Ring[];

/** A country of Natural Earth, made lighter. Outer rings run clockwise, as in the package. */
export interface Country {
  /** ISO 3166-1 numeric code, or the name where there is none. */
  readonly key: string;
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

/** What two neighbours share; `a` lies to the right of each line. */
export interface Border {
  readonly a: string;
  readonly b: string;
  readonly lines: readonly Ring[];
  readonly disputed?: boolean;
}

export interface World {
  readonly countries: readonly Country[];
  readonly borders: readonly Border[];
}

interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly TopoGeometry[] } };
}
type TopoGeometry = { readonly id?: string; readonly properties: { readonly name: string } } & (
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }
);

/** How far a line may stray at a place, in degrees. */
export type Tolerance = (at: Point) => number;

/** For the first view: little where the hand-drawn geography lies, more in the wider region, most elsewhere. */
export const COARSE: Tolerance = ([lon, lat]) => {
  if (lon > 38 && lon < 52 && lat > 37 && lat < 44.5) return 0.003;
  if (lon > 30 && lon < 60 && lat > 30 && lat < 50) return 0.015;
  if (lon > -12 && lon < 66 && lat > 9 && lat < 58) return 0.09;
  return 0.25;
};

/** For a closer look at any part of the world. */
export const FINE: Tolerance = (at) => Math.min(0.02, COARSE(at));

function decode({ arcs, transform: { scale, translate } }: Topology): Point[][] {
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

function segmentDistance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const squeeze = Math.cos((py * Math.PI) / 180);
  const dx = (bx - ax) * squeeze;
  const dy = by - ay;
  const x = (px - ax) * squeeze;
  const y = py - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
  return Math.hypot(x - t * dx, y - t * dy);
}

/** Douglas and Peucker, with a tolerance that depends on the place. Ends stay, so that neighbours keep meeting. */
export function simplify(line: readonly Point[], allowed: Tolerance): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, to] = next;
    let worst = -1;
    let excess = 1;
    for (let at = from + 1; at < to; at++) {
      const point = line[at]!;
      const ratio = segmentDistance(point, line[from]!, line[to]!) / allowed(point);
      if (ratio > excess) {
        worst = at;
        excess = ratio;
      }
    }
    if (worst < 0) continue;
    keep[worst] = 1;
    open.push([from, worst], [worst, to]);
  }
  return line.filter((_, at) => keep[at] === 1);
}

/** Decimals that a coordinate is worth. */
function round(point: Point, allowed: Tolerance): Point {
  const digits = allowed(point) < 0.02 ? 1000 : 100;
  return [Math.round(point[0] * digits) / digits, Math.round(point[1] * digits) / digits];
}

const extent = (ring: Ring) => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north, width: Math.max(east - west, north - south) };
};

/** The package joins what lies on both sides of the antimeridian; RFC 7946 wants it cut, and a pole needs an edge. */
function cutAtAntimeridian(polygon: Polygon): Polygon[] {
  if (polygon.length === 0) return [];
  const unrolled = polygon.map((ring) => {
    let turn = 0;
    return ring.map(([x, y], at): Point => {
      const before = ring[at - 1];
      if (before && x - before[0] > 180) turn -= 360;
      else if (before && x - before[0] < -180) turn += 360;
      return [x + turn, y];
    });
  });
  const outer = unrolled[0]!;
  const [first, last] = [outer[0]!, outer.at(-1)!];
  const pole = first[1] > 0 ? 90 : -90;
  if (Math.abs(first[0] - last[0]) > 180) outer.push([last[0], pole], [first[0], pole], first);
  const parts: Polygon[] = [];
  for (const turn of [-360, 0, 360]) {
    const rings = unrolled
      .map((ring) => clip(clip(ring, 0, turn - 180, 1), 0, turn + 180, -1).map(([x, y]): Point => [x - turn, y]))
      .filter((ring) => ring.length >= 4);
    if (rings.length > 0) parts.push(rings);
  }
  return parts;
}

/** Reads the package `world-atlas` (Natural Earth 1:10m, public domain) and makes it lighter, neighbours still meeting. */
export function readWorld(tolerance: Tolerance): World {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8')) as Topology;
  const full = decode(topology);
  const arcs = full.map((arc) => simplify(arc, tolerance).map((point) => round(point, tolerance)));
  const keyOf = (geometry: TopoGeometry) => geometry.id ?? geometry.properties.name;
  const users = new Map<number, Set<string>>();
  const ringsOf = (geometry: TopoGeometry) => (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs);
  const { geometries } = topology.objects.countries;
  for (const geometry of geometries)
    for (const polygon of ringsOf(geometry))
      for (const ring of polygon)
        for (const index of ring) {
          const arc = index < 0 ? ~index : index;
          const set = users.get(arc);
          if (set) set.add(keyOf(geometry));
          else users.set(arc, new Set([keyOf(geometry)]));
        }
  const arcOf = (index: number): readonly Point[] => (index < 0 ? [...arcs[~index]!].reverse() : arcs[index]!);
  const stitch = (ring: readonly number[]): Point[] => {
    const points: Point[] = [];
    for (const index of ring)
      for (const [at, point] of arcOf(index).entries()) if (at > 0 || points.length === 0) points.push(point);
    return points;
  };
  const countries: Country[] = [];
  const pieces = new Map<string, Border & { lines: Point[][] }>();
  for (const geometry of geometries) {
    const key = keyOf(geometry);
    const polygons: Polygon[] = [];
    let largest = null as { polygon: Polygon; width: number } | null;
    for (const topoPolygon of ringsOf(geometry)) {
      const polygon = topoPolygon
        .map(stitch)
        .filter((ring, at) => ring.length >= 4 && (at === 0 || extent(ring).width > tolerance(ring[0]!) * 4));
      for (const ring of topoPolygon) {
        let last = null as { other: string; points: Point[] } | null;
        for (const index of ring) {
          const other = [...users.get(index < 0 ? ~index : index)!].find((user) => user !== key);
          if (other === undefined || key > other) {
            last = null;
            continue;
          }
          const points = [...arcOf(index)];
          if (last?.other === other) last.points.push(...points.slice(1));
          else {
            last = { other, points };
            const id = `${key}|${other}`;
            const border = pieces.get(id) ?? { a: key, b: other, lines: [] };
            border.lines.push(points);
            pieces.set(id, border);
          }
        }
      }
      for (const part of cutAtAntimeridian(polygon)) {
        const size = extent(part[0]!).width;
        if (!largest || size > largest.width) largest = { polygon: part, width: size };
        if (size > tolerance(part[0]![0]!) * 7) polygons.push(part);
      }
    }
    if (polygons.length === 0 && largest) polygons.push(largest.polygon);
    countries.push({ key, name: geometry.properties.name, polygons });
  }
  return settle({ countries, borders: [...pieces.values()] });
}
