import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { isArabic, townLook } from './base-label-layers.ts';
import { shown } from './base-layers.ts';
import { either, state } from './corpus-layers.ts';
import { SANS, SEMIBOLD } from './fonts.ts';
import type { Dress } from './map-layers.ts';

/** Labels of regions, countries, places and, above all, of what is selected. */
export function corpusLabelLayers(dress: Dress): LayerSpecification[] {
  const { palette, labels, on } = dress;
  const { colour } = palette;
  const town = townLook(dress);
  const arabic = isArabic(labels);
  const figures = { 'text-font': ['literal', [SANS]] as ExpressionSpecification, 'font-scale': 0.94 };
  const plain: ExpressionSpecification = ['format', ['get', 'label'], {}, ['get', 'tail'], figures];
  const withKinds: ExpressionSpecification = [
    'format',
    ['get', 'label'],
    {},
    ['get', 'tail'],
    figures,
    '\n',
    {},
    ['image', ['get', 'plate']],
    {},
  ];
  const field: ExpressionSpecification = ['case', ['has', 'plate'], withKinds, plain];
  const accent = either(['==', ['get', 'selected'], 1], state('hover'));
  const halo = { 'text-halo-color': colour.halo, 'text-halo-width': 2.2, 'text-halo-blur': 0.3 };
  const of = (...classes: string[]): ExpressionSpecification => ['in', ['get', 'class'], ['literal', classes]];
  const unselected: ExpressionSpecification = ['!=', ['get', 'selected'], 1];
  const layout: SymbolLayerSpecification['layout'] = {
    'text-field': field,
    'text-font': [SEMIBOLD],
    'text-justify': 'auto',
    'text-line-height': 1.15,
    'symbol-sort-key': ['get', 'sort'],
    'text-padding': 3,
  };
  const pointed: SymbolLayerSpecification['layout'] = {
    ...layout,
    'text-size': ['match', ['get', 'class'], 'corridor', arabic ? 15 : 13.5, arabic ? 16 : 14.5],
    'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
    'text-radial-offset': ['get', 'offset'],
    'text-max-width': 11,
  };
  const areal: SymbolLayerSpecification['layout'] = {
    ...layout,
    'text-size': arabic ? 17 : 15.5,
    'text-letter-spacing': arabic ? 0 : 0.06,
    'text-max-width': 8,
    'text-justify': 'center',
  };
  const national: SymbolLayerSpecification['layout'] = {
    ...layout,
    'text-size': ['interpolate', ['linear'], ['zoom'], 2, arabic ? 14 : 11, 6, arabic ? 18 : 14],
    'text-transform': 'uppercase',
    'text-letter-spacing': arabic ? 0 : 0.17,
    'text-max-width': 9,
    'text-variable-anchor': ['center', 'top', 'bottom'],
    'text-radial-offset': 0.9,
    'text-justify': 'center',
  };
  const ink: ExpressionSpecification = ['case', accent, colour.accent, colour['map-ink']];
  return [
    {
      id: 'quiet-town-labels',
      type: 'symbol',
      source: 'labels',
      filter: of('town'),
      layout: {
        ...town.layout,
        ...shown(on.towns),
        'text-field': ['get', 'label'],
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: town.paint,
    },
    {
      id: 'vague-labels',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('vague'), unselected],
      layout: {
        ...areal,
        'text-size': arabic ? 15.5 : 13.5,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 1,
      },
      paint: { ...halo, 'text-color': ['case', accent, colour.accent, colour['map-muted']] },
    },
    {
      id: 'country-labels',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('country'), unselected],
      layout: national,
      paint: { ...halo, 'text-halo-width': 1.6, 'text-color': ['case', accent, colour.accent, colour['map-muted']] },
    },
    {
      id: 'area-labels',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('area'), unselected],
      layout: areal,
      paint: { ...halo, 'text-color': ink },
    },
    {
      id: 'place-labels',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('place', 'corridor'), unselected],
      layout: pointed,
      paint: { ...halo, 'text-color': ink },
    },
    {
      id: 'figures',
      type: 'symbol',
      source: 'labels',
      filter: ['has', 'figure'],
      layout: {
        'text-field': ['get', 'figure'],
        'text-font': [SEMIBOLD],
        'text-size': ['get', 'figureSize'],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'text-padding': 0,
      },
      paint: {
        'text-color': [
          'case',
          ['has', 'ring'],
          ['case', accent, colour.accent, colour.place],
          accent,
          colour['on-accent'],
          colour['place-edge'],
        ],
      },
    },
    {
      id: 'fan-labels',
      type: 'symbol',
      source: 'fan',
      filter: ['==', ['get', 'role'], 'member'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [SEMIBOLD],
        'text-size': arabic ? 15 : 14,
        'text-anchor': ['get', 'anchor'],
        'text-offset': ['get', 'shift'],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { ...halo, 'text-color': colour['map-ink'] },
    },
    {
      id: 'fan-figures',
      type: 'symbol',
      source: 'fan',
      filter: ['==', ['get', 'role'], 'member'],
      layout: {
        'text-field': ['get', 'figure'],
        'text-font': [SEMIBOLD],
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colour['place-edge'] },
    },
    {
      id: 'selected-country-label',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('country'), ['==', ['get', 'selected'], 1]],
      layout: { ...national, 'text-allow-overlap': true },
      paint: { ...halo, 'text-color': colour.accent },
    },
    {
      id: 'selected-area-label',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('area', 'vague'), ['==', ['get', 'selected'], 1]],
      layout: { ...areal, 'text-allow-overlap': true },
      paint: { ...halo, 'text-color': colour.accent },
    },
    {
      id: 'selected-label',
      type: 'symbol',
      source: 'labels',
      filter: ['all', of('place', 'corridor'), ['==', ['get', 'selected'], 1]],
      layout: { ...pointed, 'text-allow-overlap': true },
      paint: { ...halo, 'text-color': colour.accent },
    },
    {
      id: 'seats',
      type: 'symbol',
      source: 'labels',
      filter: ['has', 'seat'],
      layout: { 'icon-image': ['get', 'seat'], 'icon-allow-overlap': true, 'icon-padding': 1 },
    },
  ];
}
