import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { walkPath } from '../state/walk.ts';
import type { Dress } from './map-layers.ts';

/** The path of a walk through a text: a line through the places named so far, the newest stretch and halt the strongest. */
export function walkLayers({ palette: { colour } }: Dress): LayerSpecification[] {
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'walk-casing',
      type: 'line',
      source: 'walk',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: round,
      paint: { 'line-color': colour['place-edge'], 'line-width': 6, 'line-opacity': 0.85 },
    },
    {
      id: 'walk-line',
      type: 'line',
      source: 'walk',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: round,
      paint: {
        'line-color': colour.accent,
        'line-width': ['case', ['==', ['get', 'newest'], 1], 3.5, 1.8],
        'line-opacity': ['case', ['==', ['get', 'newest'], 1], 1, 0.6],
      },
    },
    {
      id: 'walk-halts',
      type: 'circle',
      source: 'walk',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['==', ['get', 'newest'], 1], 7, 4],
        'circle-color': colour['place-edge'],
        'circle-stroke-color': colour.accent,
        'circle-stroke-width': ['case', ['==', ['get', 'newest'], 1], 3.5, 2],
      },
    },
  ];
}

export function walkFeatures(): FeatureCollection {
  const path = walkPath.value.map((position) => [...position]);
  const stretches = path.slice(1).map((to, at) => ({
    type: 'Feature' as const,
    properties: { newest: at === path.length - 2 ? 1 : 0 },
    geometry: { type: 'LineString' as const, coordinates: [path[at]!, to] },
  }));
  const halts = path.map((at, index) => ({
    type: 'Feature' as const,
    properties: { newest: index === path.length - 1 ? 1 : 0 },
    geometry: { type: 'Point' as const, coordinates: at },
  }));
  return { type: 'FeatureCollection', features: [...stretches, ...halts] };
}
