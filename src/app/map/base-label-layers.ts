import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { LabelLanguage } from '../state/app-state.ts';
import { shown } from './base-layers.ts';
import { SANS, WATER } from './fonts.ts';
import type { Dress } from './map-layers.ts';
import { withAlpha } from './palette.ts';

/** The name in the language of the labels, or in English. */
export function nameOf(labels: LabelLanguage): ExpressionSpecification {
  const language = labels === 'text' ? 'ar' : labels;
  return ['coalesce', ['get', language], ['get', 'en'], ''];
}

/** Rank of a town and the zoom from which it is named; below these ranks a close look. */
const TOWNS_FROM: readonly (readonly [number, number])[] = [
  [8, 3],
  [7, 4.2],
  [6, 5],
  [5, 6.4],
];
const SMALL_TOWNS_FROM = 8.2;
export const townZoom = (rank: number): number => TOWNS_FROM.find(([known]) => known === rank)?.[1] ?? SMALL_TOWNS_FROM;

/** How the name of a town stands that only helps to orient. */
export function townLook({ palette: { colour }, labels }: Dress): Pick<SymbolLayerSpecification, 'layout' | 'paint'> {
  return {
    layout: {
      'icon-image': 'town',
      'text-font': [SANS],
      'text-size': isArabic(labels) ? 14 : 12.5,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'text-padding': 6,
    },
    paint: {
      'text-color': colour['map-muted'],
      'text-halo-color': colour.halo,
      'text-halo-width': 1.6,
      'text-halo-blur': 0.4,
    },
  };
}

export const isArabic = (labels: LabelLanguage) => labels === 'ar' || labels === 'text';

/** Names of towns, ranges and waters. */
export function baseLabelLayers(dress: Dress): LayerSpecification[] {
  const { palette, on, labels } = dress;
  const { colour } = palette;
  const town = townLook(dress);
  const name = nameOf(labels);
  const arabic = isArabic(labels);
  const halo = { 'text-halo-color': colour.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 };
  // the types of expressions do not follow a table that is spread
  const townsFrom = [
    'match',
    ['get', 'rank'],
    ...TOWNS_FROM.flat(),
    SMALL_TOWNS_FROM,
  ] as unknown as ExpressionSpecification;
  const sooner: ExpressionSpecification = ['coalesce', ['get', 'sooner'], 0];
  const wet = { 'text-color': colour['map-water-ink'], 'text-halo-width': 1.4 };
  return [
    {
      id: 'town-labels',
      type: 'symbol',
      source: 'orientation',
      filter: [
        'all',
        ['==', ['get', 'role'], 'town'],
        [
          '>=',
          ['zoom'],
          // a town that a corridor of the texts passes helps to tell what it connects
          ['-', townsFrom, sooner],
        ],
      ],
      layout: {
        ...town.layout,
        ...shown(on.towns),
        'text-field': name,
        'symbol-sort-key': ['-', 0, ['+', ['get', 'rank'], ['*', 3, sooner]]],
      },
      paint: town.paint,
    },
    {
      id: 'range-labels',
      type: 'symbol',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'ranges'],
      layout: {
        ...shown(on.ranges),
        'symbol-placement': 'line-center',
        'text-field': name,
        'text-font': [SANS],
        'text-size': arabic ? 14 : 12.5,
        'text-letter-spacing': arabic ? 0 : 0.16,
        'text-max-angle': 60,
      },
      paint: { 'text-color': colour['map-muted'], ...halo },
    },
    {
      id: 'river-labels',
      type: 'symbol',
      source: 'water',
      filter: ['==', ['get', 'kind'], 'rivers'],
      minzoom: 5.5,
      layout: {
        ...shown(on.rivers),
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': name,
        'text-font': [WATER],
        'text-size': arabic ? 15 : 13.5,
        'text-offset': [0, -0.7],
        'text-max-angle': 38,
        'text-letter-spacing': arabic ? 0 : 0.04,
      },
      paint: { ...wet, 'text-halo-color': colour.halo },
    },
    {
      id: 'lake-labels',
      type: 'symbol',
      source: 'orientation',
      minzoom: 6,
      filter: [
        'all',
        ['==', ['get', 'role'], 'lake'],
        ['>=', ['zoom'], ['match', ['get', 'rank'], [6, 7, 8], 5.5, 5, 7, 4, 8.4, 9.6]],
      ],
      layout: {
        'text-field': name,
        'text-font': [WATER],
        'text-size': arabic ? 15 : 13.5,
        'text-max-width': 7,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
      paint: { ...wet, 'text-halo-color': withAlpha(colour['halo-water'], 0.7) },
    },
    {
      id: 'sea-labels',
      type: 'symbol',
      source: 'orientation',
      filter: [
        'all',
        ['==', ['get', 'role'], 'water'],
        ['>=', ['zoom'], ['match', ['get', 'rank'], 9, 0, 8, 1, 7, 2.5, 6, 4, 0, 6.2, 5]],
      ],
      layout: {
        'text-field': name,
        'text-font': [WATER],
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, arabic ? 14 : 12.5, 6, arabic ? 22 : 19],
        'text-letter-spacing': arabic ? 0 : 0.12,
        'text-max-width': 8,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
      paint: { ...wet, 'text-halo-color': colour['halo-water'], 'text-halo-width': 1 },
    },
  ];
}
