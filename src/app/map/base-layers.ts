import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Dress } from './map-layers.ts';
import { withAlpha } from './palette.ts';

export const shown = (on: boolean) => ({ visibility: on ? ('visible' as const) : ('none' as const) });
const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];

/** Sea, land, graticule, water, borders: what recedes. */
export function baseLayers({ palette: { colour }, on }: Dress): LayerSpecification[] {
  const land: ExpressionSpecification = ['case', state('focus'), colour.land, colour['land-far']];
  const coast = (id: string, gap: number, width: number, opacity: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'coasts',
    paint: {
      'line-color': colour['water-line'],
      'line-width': width,
      'line-gap-width': gap,
      'line-blur': 1.5,
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 2, 0, 4.5, opacity],
    },
  });
  const band: ExpressionSpecification = ['coalesce', ['feature-state', 'side'], 0];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colour.water } },
    {
      id: 'coast-glow',
      type: 'line',
      source: 'coasts',
      paint: {
        'line-color': colour['water-line'],
        'line-width': 14,
        'line-blur': 10,
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 2, 0.2, 5, 0.7],
      },
    },
    coast('coast-far', 17, 1.5, 0.35),
    coast('coast-near', 8, 1.5, 0.6),
    // its edges are drawn as lines, by the shore and the borders
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land, 'fill-antialias': false } },
    {
      id: 'shore',
      type: 'line',
      source: 'coasts',
      paint: { 'line-color': colour.river, 'line-width': 0.7, 'line-opacity': 0.7 },
    },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      layout: shown(on.graticule),
      paint: { 'line-color': colour.graticule, 'line-width': 1 },
    },
    {
      id: 'border-band',
      type: 'line',
      source: 'borders',
      filter: ['!', ['has', 'disputed']],
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: {
        'line-color': colour['border-band'],
        'line-width': ['case', ['==', band, 3], 13, 7],
        'line-offset': ['match', band, 1, 3.5, 2, -3.5, 0],
        'line-blur': 3,
        'line-opacity': ['case', ['==', band, 0], 0, 0.75],
      },
    },
    {
      id: 'lakes',
      type: 'fill',
      source: 'water',
      filter: ['==', ['get', 'kind'], 'lakes'],
      paint: { 'fill-color': colour.water, 'fill-antialias': false },
    },
    {
      id: 'lake-shores',
      type: 'line',
      source: 'water',
      filter: ['==', ['get', 'kind'], 'lakes'],
      paint: { 'line-color': colour.river, 'line-width': 1 },
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'water',
      filter: ['==', ['get', 'kind'], 'rivers'],
      layout: { ...shown(on.rivers), 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': colour.river,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.7, 8, 1.3, 11, 2.4],
      },
    },
    {
      id: 'provinces',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'provinces'],
      layout: shown(on.provinces),
      paint: { 'line-color': colour.border, 'line-width': 0.8, 'line-dasharray': [2, 2], 'line-opacity': 0.65 },
    },
    {
      id: 'ranges',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'ranges'],
      layout: { ...shown(on.ranges), 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour['border-band'],
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 6, 9, 26],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 5, 5, 9, 22],
        'line-opacity': 0.8,
      },
    },
    {
      id: 'roads',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'roads'],
      layout: { ...shown(on.roads), 'line-join': 'round' },
      paint: {
        'line-color': colour.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.8, 9, 2],
        'line-opacity': 0.8,
      },
    },
    {
      id: 'railways',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'railways'],
      layout: shown(on.railways),
      paint: { 'line-color': colour.border, 'line-width': 1, 'line-opacity': 0.9 },
    },
    {
      id: 'railway-ties',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'railways'],
      layout: shown(on.railways),
      paint: { 'line-color': colour.border, 'line-width': 5, 'line-dasharray': [0.22, 1.6], 'line-opacity': 0.9 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      filter: ['!', ['has', 'disputed']],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 6, 1.1],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 4, 1],
      },
    },
    {
      id: 'disputed-borders',
      type: 'line',
      source: 'borders',
      filter: ['has', 'disputed'],
      paint: { 'line-color': colour.disputed, 'line-width': 1.1, 'line-dasharray': [4.5, 3.2] },
    },
  ];
}

/** Limits that were true for a time or are disputed: dashes, named in the legend. */
export function limitLayers({ palette: { colour }, on, limits }: Dress): LayerSpecification[] {
  const filter: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [...limits]]];
  return [
    {
      id: 'limit-areas',
      type: 'fill',
      source: 'limits',
      filter: ['all', ['==', ['get', 'area'], 1], filter],
      layout: shown(on.limits),
      paint: { 'fill-color': withAlpha(colour.disputed, 0.13), 'fill-antialias': false },
    },
    {
      id: 'limit-lines',
      type: 'line',
      source: 'limits',
      filter: ['all', ['!=', ['get', 'area'], 1], filter],
      layout: shown(on.limits),
      paint: { 'line-color': colour.disputed, 'line-width': 1.1, 'line-dasharray': [4.5, 3.2] },
    },
  ];
}
