import { describe, expect, it } from 'vitest';
import { circleRing } from '../../src/app/map/area-shape.ts';
import { boundsOfResults } from '../../src/app/map/camera.ts';
import { fillOf } from '../../src/app/map/corpus-index.ts';
import { radiusOf } from '../../src/app/map/corpus-layers.ts';
import { CountryOutlines, countriesInSight } from '../../src/app/map/country-sight.ts';
import { formatDegrees, graticule, graticuleStep } from '../../src/app/map/graticule.ts';
import { bothNamesOf } from '../../src/app/map/map-names.ts';
import { onLines } from '../../src/app/map/on-lines.ts';
import { distanceKm } from '../../src/app/state/area.ts';
import { ringOf } from './ring-of.ts';

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
    geometry: { type: 'Polygon' as const, coordinates: [ringOf(west, 0, east, 10)] },
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
  it('keep off what is drawn there, while there is room beside it', () => {
    const sight = {
      columns: 20,
      rows: 10,
      unproject: (column: number, row: number) => [column + 0.5, row + 0.5] as const,
    };
    const places = countriesInSight(
      outlines,
      sight,
      (id) => (id === 'a' ? [3, 3] : null),
      (lon) => lon < 5 || lon > 10,
    );
    expect(places.get('a')![0]).toBeGreaterThan(5);
    // all of it is covered: the name stands where it would stand otherwise
    expect(places.get('b')![0]).toBeGreaterThan(12);
  });
});

describe('both names of a place', () => {
  const named = (usage: string, names: Record<string, string[]>) => ({ id: 'x', usage, names, surfaces: [] }) as never;
  const renamed = named('Xankəndi (Khankendi, خانكندي) = official in Azerbaijan; Stepanakert = Soviet use', {
    en: ['Stepanakert', 'Khankendi'],
    ar: ['ستيباناكيرت', 'خانكندي'],
    az: ['Xankəndi', 'Stepanakert'],
  });

  it('are given where the official one is another', () => {
    expect(bothNamesOf(renamed, 'en')).toBe('Stepanakert\u00a0/ Khankendi');
    expect(bothNamesOf(renamed, 'ar')).toBe('ستيباناكيرت\u00a0/ خانكندي');
    expect(bothNamesOf(renamed, 'az')).toBe('Xankəndi');
  });
  it('are not, where it is the same, or one of another time, or but another spelling', () => {
    expect(
      bothNamesOf(named('Yerevan = official; Irevan = Azerbaijani use', { en: ['Yerevan', 'Irevan'] }), 'en'),
    ).toBe('Yerevan');
    expect(
      bothNamesOf(
        named('Saint Petersburg = official; Leningrad = official 1924–1991', { en: ['Saint Petersburg', 'Leningrad'] }),
        'en',
      ),
    ).toBe('Saint Petersburg');
    expect(bothNamesOf(named('Azıx (Azykh) = official in Azerbaijan', { en: ['Azokh', 'Azykh'] }), 'en')).toBe('Azokh');
  });
});

it('a town lies on a corridor that passes it, and no other', () => {
  const line = {
    type: 'Feature' as const,
    properties: { form: 'line' },
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [46.34, 39.51],
        [46.55, 39.64],
        [46.75, 39.81],
      ],
    },
  };
  const isOn = onLines([line]);
  expect(isOn(46.345, 39.512)).toBe(true);
  expect(isOn(46.65, 39.73)).toBe(true);
  expect(isOn(46.9, 39.9)).toBe(false);
  expect(onLines([{ ...line, properties: { form: 'area' } }])(46.345, 39.512)).toBe(false);
});

it('an area fills of its extent what its rings fill', () => {
  const ring = [
    [0, 0],
    [4, 0],
    [0, 4],
    [0, 0],
  ];
  const area = {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  };
  expect(fillOf(area)).toBeCloseTo(0.5);
});

it('results of countries alone are looked at as countries, not at the points that stand for them', () => {
  const places = [
    { kind: 'country', lon: 47, lat: 40, bbox: [44, 38, 51, 42] },
    { kind: 'region', lon: 46.7, lat: 39.8, bbox: [46, 39, 47, 40] },
    { kind: 'city', lon: 49.9, lat: 40.4, bbox: null },
  ] as never;
  const index = { forms: ['country', 'area', 'point'] } as never;
  expect(boundsOfResults(places, index, Int32Array.of(2, 1, 0))).toEqual([44, 38, 51, 42]);
  expect(boundsOfResults(places, index, Int32Array.of(2, 1, 1))).toEqual([49.9, 40.4, 49.9, 40.4]);
});
