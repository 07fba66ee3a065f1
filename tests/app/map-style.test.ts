import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { mapLayers, OPTIONAL_LAYERS } from '../../src/app/map/map-layers.ts';
import { SOURCES } from '../../src/app/map/map-sources.ts';
import type { Palette } from '../../src/app/map/palette.ts';

const grey = '#808080';
const palette = { colour: new Proxy({}, { get: () => grey }), kind: {} } as Palette;

test.each(['ar', 'en', 'text'] as const)(
  'the style of the map, which the page does not check, is valid: %s',
  (labels) => {
    const layers = mapLayers({ palette, labels, on: OPTIONAL_LAYERS, limits: ['a'] });
    const style: StyleSpecification = { version: 8, sources: SOURCES, layers, glyphs: '{fontstack}/{range}' };
    expect(validateStyleMin(style)).toEqual([]);
  },
);
