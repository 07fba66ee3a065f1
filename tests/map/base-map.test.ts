import { describe, expect, it } from 'vitest';
import { dayOf, placeShapes, shapeBounds } from '../../src/cli/base-map.ts';
import { COARSE, type Point, readWorld, simplify } from '../../src/cli/base-map-world.ts';
import { boundsOf } from '../../src/formats/shape-bounds.ts';

function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

describe('the base map', () => {
  const world = readWorld(COARSE);
  const at = (point: Point) =>
    world.countries.filter(({ polygons }) => polygons.some(([outer]) => holds(outer!, point))).map(({ name }) => name);

  it('puts a place into one country, the one that the United Nations count it to', () => {
    expect(at([46.75, 39.82])).toEqual(['Azerbaijan']);
    expect(at([45.41, 39.21])).toEqual(['Azerbaijan']);
    expect(at([46.34, 39.51])).toEqual(['Armenia']);
    expect(at([41.1, 43.05])).toEqual(['Georgia']);
    expect(at([34.1, 45])).toEqual(['Ukraine']);
    expect(at([35.8, 33])).toEqual(['Syria']);
    expect(at([-13.1, 27])).toEqual(['W. Sahara']);
    expect(at([40, 78])).toEqual([]);
  });

  it('closes every ring and keeps it within the world', () => {
    for (const { polygons } of world.countries)
      for (const ring of polygons.flat()) {
        expect(ring[0]).toEqual(ring.at(-1));
        expect(ring.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)).toBe(true);
      }
  });

  it('dashes the lines that are disputed', () => {
    const pairs = world.borders.filter(({ disputed }) => disputed).map(({ a, b }) => [a, b].sort().join(' '));
    expect(pairs).toContain('643 804');
    expect(pairs).toContain('275 376');
    expect(pairs).not.toContain('031 051');
  });

  it('simplifies without moving the ends', () => {
    const line: Point[] = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [3, 1],
    ];
    expect(simplify(line, () => 0.01)).toEqual([
      [0, 0],
      [2, 0],
      [3, 1],
    ]);
  });

  it('gives a box that crosses the antimeridian as RFC 7946 does', () => {
    expect(
      boundsOf([
        [
          [170, 1],
          [180, 2],
        ],
        [
          [-180, 1],
          [-170, 2],
        ],
      ]),
    ).toEqual([170, 1, -170, 2]);
  });

  it('knows the shapes of places: a corridor is a line, a region an area', () => {
    const shapes = placeShapes();
    expect(shapes.get('lachin-corridor')?.type).toBe('LineString');
    expect(shapes.get('nagorno-karabakh')?.type).toBe('Polygon');
    expect(shapes.get('armenia')?.type).toBe('MultiPolygon');
    const [west, south, east, north] = shapeBounds().get('azerbaijan')!;
    expect(west).toBeCloseTo(44.77, 1);
    expect(south).toBeCloseTo(38.39, 1);
    expect(east).toBeGreaterThan(50.2);
    expect(north).toBeCloseTo(41.89, 1);
  });

  it('reads both sides of a period', () => {
    expect(dayOf('1970-01-01', 'first')).toBe(0);
    expect(dayOf('1970-01', 'last')).toBe(30);
    expect(dayOf('1970', 'last')).toBe(364);
    expect(dayOf('..', 'last')).toBeGreaterThan(1_000_000);
  });
});
