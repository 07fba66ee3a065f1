import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { isArabic } from './base-layers.ts';
import { SANS, SEMIBOLD } from './fonts.ts';
import type { Dress } from './map-layers.ts';
import { withAlpha } from './palette.ts';

const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
const either = (a: ExpressionSpecification, b: ExpressionSpecification): ExpressionSpecification => ['any', a, b];
const count: ExpressionSpecification = ['number', ['feature-state', 'n'], 0];
const lit = either(state('selected'), state('hover'));

/** Radius in pixels: the area follows the number of mentions. */
export const radiusOf = (mentions: number, scale: number) =>
  mentions > 0 ? Math.max(4.5, scale * Math.sqrt(mentions)) : 0;

/** Lines and circles of the places of the corpus. Counts, hover and selection are feature states: a step of a filter moves no geometry. */
export function corpusLayers({ palette: { colour } }: Dress): LayerSpecification[] {
  // Few and simple expressions on states: a step of a filter evaluates them once for each place whose count changes.
  const drawn: ExpressionSpecification = ['number', ['feature-state', 'r'], 0];
  const unsure: ExpressionSpecification = ['==', ['get', 'unsure'], 1];
  const present: ExpressionSpecification = ['case', either(['>', count, 0], state('selected')), 1, 0];
  const river: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', ['river', 'canal']]];
  const range: ExpressionSpecification = ['==', ['get', 'kind'], 'range'];
  const route: ExpressionSpecification = [
    'all',
    ['==', ['get', 'form'], 'line'],
    ['!', range],
    ['!=', ['get', 'status'], 'proposed'],
  ];
  const ink: ExpressionSpecification = ['case', lit, colour.accent, river, colour['map-water-ink'], colour.place];
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'area-outline',
      type: 'line',
      source: 'shapes',
      filter: ['==', ['get', 'form'], 'area'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour.accent,
        'line-width': ['case', state('selected'), 2, 1.2],
        'line-dasharray': [4, 2.6],
        'line-opacity': ['case', state('selected'), 1, state('hover'), 0.9, 0],
      },
    },
    {
      id: 'country-outline',
      type: 'line',
      source: 'countries',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour.accent,
        'line-width': 1.6,
        'line-dasharray': [4, 2.6],
        'line-opacity': ['case', lit, 1, 0],
      },
    },
    {
      id: 'range-lines',
      type: 'line',
      source: 'shapes',
      filter: ['all', ['==', ['get', 'form'], 'line'], range],
      layout: round,
      paint: {
        'line-color': ['case', lit, colour.accent, colour['area-edge']],
        'line-width': 12,
        'line-blur': 10,
        'line-opacity': ['*', 0.6, present],
      },
    },
    {
      id: 'route-casing',
      type: 'line',
      source: 'shapes',
      filter: route,
      layout: round,
      paint: { 'line-color': colour['place-edge'], 'line-width': 7, 'line-opacity': present },
    },
    {
      id: 'routes',
      type: 'line',
      source: 'shapes',
      filter: route,
      layout: round,
      paint: { 'line-color': ink, 'line-width': 4, 'line-opacity': present },
    },
    {
      id: 'route-core',
      type: 'line',
      source: 'shapes',
      filter: route,
      layout: round,
      paint: { 'line-color': colour['place-edge'], 'line-width': 1.2, 'line-opacity': ['*', 0.85, present] },
    },
    {
      id: 'proposed-glow',
      type: 'line',
      source: 'shapes',
      filter: ['==', ['get', 'status'], 'proposed'],
      layout: round,
      paint: { 'line-color': colour.accent, 'line-width': 11, 'line-opacity': ['case', lit, 0.3, 0] },
    },
    {
      id: 'proposed',
      type: 'line',
      source: 'shapes',
      filter: ['==', ['get', 'status'], 'proposed'],
      paint: {
        'line-color': ['case', lit, colour.accent, colour.place],
        'line-width': 6,
        'line-dasharray': [2.2, 1.3],
        'line-opacity': present,
      },
    },
    {
      id: 'proposed-hollow',
      type: 'line',
      source: 'shapes',
      filter: ['==', ['get', 'status'], 'proposed'],
      paint: {
        'line-color': colour['place-edge'],
        'line-width': 3,
        'line-dasharray': [0, 0.5, 3.4, 3.1],
        'line-opacity': present,
      },
    },
    {
      id: 'circles',
      type: 'circle',
      source: 'places',
      layout: { 'circle-sort-key': ['get', 'order'] },
      paint: {
        'circle-radius': drawn,
        'circle-color': ['case', unsure, colour['place-edge'], colour.place],
        'circle-stroke-width': ['min', drawn, 1.5],
        'circle-stroke-color': colour['place-edge'],
      },
    },
    {
      id: 'selected-ring',
      type: 'circle',
      source: 'labels',
      filter: ['all', ['has', 'r'], ['==', ['get', 'selected'], 1]],
      paint: {
        'circle-radius': ['+', ['get', 'r'], 5],
        'circle-color': colour['place-edge'],
        'circle-opacity': 0.9,
        'circle-stroke-width': 2,
        'circle-stroke-color': colour.accent,
      },
    },
    {
      id: 'lit-circles',
      type: 'circle',
      source: 'labels',
      filter: ['all', ['has', 'r'], ['!', ['has', 'ring']]],
      paint: {
        'circle-radius': ['get', 'r'],
        'circle-color': colour.accent,
        'circle-opacity': ['case', either(['==', ['get', 'selected'], 1], state('hover')), 1, 0],
      },
    },
    {
      id: 'unsure-rings',
      type: 'symbol',
      source: 'labels',
      filter: ['has', 'ring'],
      layout: { 'icon-image': ['get', 'ring'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
    {
      id: 'pulse',
      type: 'circle',
      source: 'fan',
      filter: ['==', ['get', 'role'], 'pulse'],
      paint: {
        'circle-radius': 0,
        'circle-opacity': 0,
        'circle-stroke-color': colour.accent,
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** What a person draws: the area of the filter, measures, the fan of places that lie on each other. */
export function drawingLayers({ palette: { colour } }: Dress): LayerSpecification[] {
  return [
    {
      id: 'drawing-fill',
      type: 'fill',
      source: 'drawing',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': withAlpha(colour.accent, 0.07) },
    },
    {
      id: 'drawing-casing',
      type: 'line',
      source: 'drawing',
      paint: { 'line-color': colour['place-edge'], 'line-width': 4.5, 'line-opacity': 0.8 },
    },
    {
      id: 'drawing-line',
      type: 'line',
      source: 'drawing',
      paint: { 'line-color': colour.accent, 'line-width': 2, 'line-dasharray': [3, 1.6] },
    },
    {
      id: 'drawing-points',
      type: 'circle',
      source: 'drawing',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4,
        'circle-color': colour['place-edge'],
        'circle-stroke-color': colour.accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'fan-lines',
      type: 'line',
      source: 'fan',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': colour.place, 'line-width': 1.2 },
    },
    {
      id: 'fan-circles',
      type: 'circle',
      source: 'fan',
      filter: ['==', ['get', 'role'], 'member'],
      paint: {
        'circle-radius': 12,
        'circle-color': colour.place,
        'circle-stroke-color': colour['place-edge'],
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

/** Labels of regions, countries, places and, above all, of what is selected. */
export function corpusLabelLayers({ palette: { colour }, labels }: Dress): LayerSpecification[] {
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
