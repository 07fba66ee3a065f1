import type { LayerSpecification } from 'maplibre-gl';
import type { Dress } from './map-layers.ts';
import { withAlpha } from './palette.ts';

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
