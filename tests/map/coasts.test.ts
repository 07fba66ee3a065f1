import type { FeatureCollection, Position } from 'geojson';
import { expect, test } from 'vitest';
import { coastsOf } from '../../src/app/map/coasts.ts';
import { ringOf } from './ring-of.ts';

const country = (...rings: Position[][]) => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'MultiPolygon' as const, coordinates: rings.map((ring) => [ring]) },
});
const world = (...features: FeatureCollection['features']): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
const sides = (countries: FeatureCollection) =>
  coastsOf(countries).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiLineString'
      ? geometry.coordinates.flatMap((line) =>
          line.slice(1).map((to, at) => [line[at]!.join(' '), to.join(' ')].sort().join(' – ')),
        )
      : [],
  );

test('a side that two countries share is no coast, in whichever direction they have it', () => {
  const west = ringOf(0, 0, 1, 1);
  const east = ringOf(1, 0, 2, 1);
  for (const second of [east, [...east].reverse()]) {
    const found = sides(world(country(west), country(second)));
    expect(found).toHaveLength(6);
    expect(found).not.toContain('1 0 – 1 1');
    expect(found).toContain('0 0 – 0 1');
  }
});

test('where the map is cut open lies no coast', () => {
  const cut = ringOf(179, 10, 180, 12);
  const pole = ringOf(-10, 80, 10, 90);
  expect(sides(world(country(cut)))).not.toContain('180 10 – 180 12');
  expect(sides(world(country(cut)))).toHaveLength(3);
  expect(sides(world(country(pole)))).not.toContain('-10 90 – 10 90');
});
