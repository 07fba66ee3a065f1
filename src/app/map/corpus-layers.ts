import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Dress } from './map-layers.ts';

export const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
export const either = (a: ExpressionSpecification, b: ExpressionSpecification): ExpressionSpecification => [
  'any',
  a,
  b,
];
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
      source: 'lit-countries',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.accent, 'line-width': 1.6, 'line-dasharray': [4, 2.6] },
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
      filter: ['all', ['has', 'r'], ['!', ['has', 'ring']], ['!', ['has', 'halves']]],
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
      id: 'halves',
      type: 'symbol',
      source: 'labels',
      filter: ['has', 'halves'],
      layout: {
        'icon-image': ['get', 'halves'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'r']],
      },
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
