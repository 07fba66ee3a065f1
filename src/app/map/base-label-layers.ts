import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
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

export const isArabic = (labels: LabelLanguage) => labels === 'ar' || labels === 'text';

/** Names of towns, ranges and waters. */
export function baseLabelLayers({ palette: { colour }, on, labels }: Dress): LayerSpecification[] {
  const name = nameOf(labels);
  const arabic = isArabic(labels);
  const halo = { 'text-halo-color': colour.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 };
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
          ['-', ['match', ['get', 'rank'], 8, 3, 7, 4.2, 6, 5, 5, 6.4, 8.2], sooner],
        ],
      ],
      layout: {
        ...shown(on.towns),
        'icon-image': 'town',
        'text-field': name,
        'text-font': [SANS],
        'text-size': arabic ? 14 : 12.5,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.5,
        'text-justify': 'auto',
        'text-padding': 6,
        'symbol-sort-key': ['-', 0, ['+', ['get', 'rank'], ['*', 3, sooner]]],
      },
      paint: { 'text-color': colour['map-muted'], ...halo },
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
        ['>=', ['zoom'], ['match', ['get', 'rank'], 9, 0, 8, 1, 7, 2.5, 6, 4, 5]],
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
