import { describe, expect, it } from 'vitest';
import { circleRing } from '../../src/app/map/area-shape.ts';
import { radiusOf } from '../../src/app/map/corpus-layers.ts';
import { CountryOutlines, countriesInSight } from '../../src/app/map/country-sight.ts';
import { formatDegrees, graticule, graticuleStep } from '../../src/app/map/graticule.ts';
import { distanceKm } from '../../src/app/state/area.ts';

describe('the graticule', () => {
  it('draws finer lines the closer one looks', () => {
    expect(graticuleStep(7)).toBe(1);
    expect(graticuleStep(2)).toBeGreaterThan(10);
    expect(graticuleStep(12)).toBeLessThan(0.1);
  });
  it('covers the view', () => {
    const lines = graticule([45, 38, 50, 42], 1).features;
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.length).toBeLessThan(40);
  });
  it('writes degrees and minutes', () => {
    expect(formatDegrees(46, ['', 'W'])).toBe('46°');
    expect(formatDegrees(46.5, ['', 'W'])).toBe('46°30′');
    expect(formatDegrees(-30, ['', 'W'])).toBe('30°\u00a0W');
  });
});

describe('circles', () => {
  it('grow by area', () => {
    expect(radiusOf(1, 7)).toBe(7);
    expect(radiusOf(4, 7)).toBe(14);
    expect(radiusOf(0, 7)).toBe(0);
  });
  it('on the ground keep their distance', () => {
    for (const [lon, lat] of circleRing([46, 40], 50)) expect(distanceKm(46, 40, lon, lat)).toBeCloseTo(50, 0);
  });
});

describe('names of countries', () => {
  const square = (id: string, west: number, east: number) => ({
    type: 'Feature' as const,
    properties: { id },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, 0],
          [east, 0],
          [east, 10],
          [west, 10],
          [west, 0],
        ],
      ],
    },
  });
  const outlines = new CountryOutlines({
    type: 'FeatureCollection',
    features: [square('a', 0, 10), square('b', 10, 20)],
  });

  it('finds the country of a point', () => {
    expect(outlines.at(5, 5)).toBe('a');
    expect(outlines.at(15, 5)).toBe('b');
    expect(outlines.at(25, 5)).toBeNull();
  });
  it('stand in the middle of what can be seen', () => {
    const sight = {
      columns: 20,
      rows: 10,
      unproject: (column: number, row: number) => [column + 0.5, row + 0.5] as const,
    };
    const places = countriesInSight(outlines, sight, (id) => (id === 'a' ? [3, 3] : null));
    expect(places.get('a')).toEqual([3, 3]);
    expect(places.get('b')![0]).toBeGreaterThan(12);
    expect(places.get('b')![0]).toBeLessThan(18);
  });
});
